// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/xml.h"

#include <libxml/xmlreader.h>
#include <string.h>

#include "text/sheet.h"

void xml_append(struct arena *arena, struct xml_words *words, const char *text) {
  enum { ROOM = 64 };
  size_t more = words->count > SHEET_CELL_BYTES_MOST ? 0 : strlen(text);
  if (words->count + more + 1 > words->room) {
    size_t room = 2 * (words->count + more) + ROOM;
    char *wider = arena_alloc(arena, room);
    if (words->count)
      memcpy(wider, words->text, words->count);
    words->text = wider;
    words->room = room;
  }
  memcpy(words->text + words->count, text, more);
  words->count += more;
  words->text[words->count] = 0;
}

struct xml {
  struct arena *arena;
  xmlTextReaderPtr reader;
  bool empty; // the element that began last is empty: its end comes next
};

static void be_silent(void *data, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr at) {
  (void)data, (void)message, (void)severity, (void)at;
}

struct xml *xml_open(struct arena *arena, const char *bytes, size_t count) {
  struct xml *xml = arena_alloc(arena, sizeof *xml);
  xml->arena = arena;
  xml->reader = xmlReaderForMemory(bytes, (int)count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA);
  if (!xml->reader)
    arena_no_memory();
  xmlTextReaderSetErrorHandler(xml->reader, be_silent, NULL);
  return xml;
}

void xml_close(struct xml *xml) { xmlFreeTextReader(xml->reader); }

static enum xml_node node_of(struct xml *xml) {
  switch (xmlTextReaderNodeType(xml->reader)) {
  case XML_READER_TYPE_ELEMENT:
    xml->empty = xmlTextReaderIsEmptyElement(xml->reader) == 1;
    return XML_NODE_BEGIN;
  case XML_READER_TYPE_END_ELEMENT:
    return XML_NODE_END;
  case XML_READER_TYPE_TEXT:
  case XML_READER_TYPE_CDATA:
  case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
  case XML_READER_TYPE_WHITESPACE:
    return XML_NODE_TEXT;
  case XML_READER_TYPE_DOCUMENT_TYPE:
  case XML_READER_TYPE_ENTITY_REFERENCE:
    return XML_NODE_WRONG;
  default:
    return XML_NODE_DONE; // a node that is not needed: read on
  }
}

enum xml_node xml_next(struct xml *xml) {
  if (xml->empty) {
    xml->empty = false;
    return XML_NODE_END;
  }
  for (;;) {
    int read = xmlTextReaderRead(xml->reader);
    if (read != 1)
      return read == 0 ? XML_NODE_DONE : XML_NODE_WRONG;
    enum xml_node node = node_of(xml);
    if (node != XML_NODE_DONE)
      return node;
  }
}

bool xml_is(const struct xml *xml, const char *name) {
  const xmlChar *own = xmlTextReaderConstLocalName(xml->reader);
  return own && strcmp((const char *)own, name) == 0;
}

int xml_depth(const struct xml *xml) { return xmlTextReaderDepth(xml->reader); }

const char *xml_text(const struct xml *xml) {
  const xmlChar *text = xmlTextReaderConstValue(xml->reader);
  return text ? (const char *)text : "";
}

static bool is_attribute(const struct xml *xml, const char *space, const char *name) {
  const xmlChar *own = xmlTextReaderConstLocalName(xml->reader);
  if (!own || strcmp((const char *)own, name) != 0)
    return false;
  if (!space)
    return true;
  const char *uri = (const char *)xmlTextReaderConstNamespaceUri(xml->reader);
  size_t length = uri ? strlen(uri) : 0, wanted = strlen(space);
  if (!wanted || !uri)
    return !wanted && !uri;
  return length >= wanted && strcmp(uri + length - wanted, space) == 0;
}

const char *xml_attribute(const struct xml *xml, const char *space, const char *name) {
  const char *value = NULL;
  for (int more = xmlTextReaderMoveToFirstAttribute(xml->reader); more == 1 && !value;
       more = xmlTextReaderMoveToNextAttribute(xml->reader))
    if (is_attribute(xml, space, name))
      value = arena_printf(xml->arena, "%s", xml_text(xml));
  xmlTextReaderMoveToElement(xml->reader);
  return value;
}

const char *xml_library_version(void) { return LIBXML_DOTTED_VERSION; }
