// SPDX-License-Identifier: GPL-3.0-or-later
// One part of a workbook as a stream of elements: libxml2's reader, without entities, external documents or a document
// type.
#ifndef ROTACOST_TEXT_XML_H
#define ROTACOST_TEXT_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

const char *xml_library_version(void); // "2.9.14"

struct xml;

// A text that grows piece by piece; a text too long for a cell (SHEET_CELL_BYTES_MOST) is kept only far enough to
// detect that.
struct xml_words {
  char *text; // NULL: nothing yet
  size_t count, room;
};
void xml_append(struct arena *arena, struct xml_words *words, const char *text);

enum xml_node { XML_NODE_BEGIN, XML_NODE_END, XML_NODE_TEXT, XML_NODE_DONE, XML_NODE_WRONG };

// Reads bytes that must stay in place until xml_close. Never NULL.
struct xml *xml_open(struct arena *arena, const char *bytes, size_t count);
void xml_close(struct xml *xml);

// The next node. An empty element is a begin followed by an end. XML_NODE_WRONG: the part is not well-formed or has a
// document type.
enum xml_node xml_next(struct xml *xml);
bool xml_is(const struct xml *xml, const char *name); // the element's name without prefix
int xml_depth(const struct xml *xml);                 // of the element: 0 the outermost
const char *xml_text(const struct xml *xml);          // of a text node, valid until the next node is read
// An attribute, named without its prefix, of the element that begins here. `space`: the end of its namespace; "": no
// namespace; NULL: any. NULL if there is no such attribute. Memory: arena.
const char *xml_attribute(const struct xml *xml, const char *space, const char *name);

#endif
