// SPDX-License-Identifier: GPL-3.0-or-later
// One part of a workbook as a stream of elements: libxml2's reader, without entities, documents of other places or a
// document type.
#ifndef ROTACOST_TEXT_XML_H
#define ROTACOST_TEXT_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

const char *xml_library_version(void); // "2.9.14"

struct xml;

// A text that grows piece by piece; of one that is too long for a cell (SHEET_CELL_BYTES_MOST) only so much that it shows.
struct xml_words {
  char *text; // NULL: nothing yet
  size_t count, room;
};
void xml_append(struct arena *arena, struct xml_words *words, const char *text);

enum xml_node { XML_NODE_BEGIN, XML_NODE_END, XML_NODE_TEXT, XML_NODE_DONE, XML_NODE_WRONG };

// Of bytes that stay where they are until xml_close. Never NULL.
struct xml *xml_open(struct arena *arena, const char *bytes, size_t count);
void xml_close(struct xml *xml);

// The next node. An empty element is a begin followed by an end. XML_NODE_WRONG: not well-formed, or with a document type.
enum xml_node xml_next(struct xml *xml);
bool xml_is(const struct xml *xml, const char *name); // the element's name without prefix
int xml_depth(const struct xml *xml);                 // of the element: 0 the outermost
const char *xml_text(const struct xml *xml);          // of a text node, until the next one is asked for
// An attribute of the element that begins here, without prefix; `space`: the end of its namespace, "": of none, NULL: of any. NULL where
// there is none. Memory: arena.
const char *xml_attribute(const struct xml *xml, const char *space, const char *name);

#endif
