// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/xml_tree.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static const xmlChar *as_xml(const char *text) { return (const xmlChar *)text; }

// NULL if the bytes are not well-formed or have a document type.
static xmlDocPtr tree_read(const char *bytes, size_t count) {
  xmlDocPtr tree =
      xmlReadMemory(bytes, (int)count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (tree && !xmlGetIntSubset(tree) && xmlDocGetRootElement(tree))
    return tree;
  xmlFreeDoc(tree);
  return NULL;
}

xmlDocPtr tree_of_part(const struct archive *archive, const char *name, const char **why) {
  size_t count = 0;
  *why = NULL;
  char *bytes = archive_part(archive, name, &count, why);
  xmlDocPtr tree = bytes ? tree_read(bytes, count) : NULL;
  free(bytes);
  if (!tree && !*why)
    *why = archive_broken();
  return tree;
}

char *tree_bytes(xmlDocPtr tree, size_t *count) {
  xmlChar *bytes = NULL;
  int length = 0;
  xmlDocDumpMemoryEnc(tree, &bytes, &length, "UTF-8");
  if (!bytes)
    arena_no_memory();
  *count = (size_t)length;
  return (char *)bytes;
}

bool tree_is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && (!name || !strcmp((const char *)node->name, name));
}

static xmlNodePtr first_of(xmlNodePtr node, const char *name) {
  while (node && !tree_is(node, name))
    node = node->next;
  return node;
}

xmlNodePtr tree_child(const xmlNode *node, const char *name) { return first_of(node->children, name); }

xmlNodePtr tree_next(const xmlNode *node, const char *name) { return first_of(node->next, name); }

xmlNodePtr tree_add(xmlNodePtr parent, const char *name) {
  xmlNodePtr added = xmlNewChild(parent, parent->ns, as_xml(name), NULL);
  if (!added)
    arena_no_memory();
  return added;
}

void tree_clear(xmlNodePtr node) {
  xmlFreeNodeList(node->children);
  node->children = node->last = NULL;
}

long tree_number(xmlNodePtr node, const char *name, long fallback) {
  xmlChar *text = xmlGetNoNsProp(node, as_xml(name));
  long number = text ? strtol((const char *)text, NULL, 10) : fallback;
  xmlFree(text);
  return number;
}

void tree_set(xmlNodePtr node, const char *name, const char *value) {
  if (!xmlSetProp(node, as_xml(name), as_xml(value)))
    arena_no_memory();
}

void tree_set_number(xmlNodePtr node, const char *name, long value) {
  char text[32];
  snprintf(text, sizeof text, "%ld", value);
  tree_set(node, name, text);
}

void tree_unset(xmlNodePtr node, const char *name) { xmlUnsetProp(node, as_xml(name)); }
