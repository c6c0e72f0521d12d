// SPDX-License-Identifier: GPL-3.0-or-later
// One part of a workbook as a tree to which nodes can be added. For parts that have already been read as a stream
// (text/xml.h).
#ifndef ROTACOST_TEXT_XML_TREE_H
#define ROTACOST_TEXT_XML_TREE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "text/archive.h"

// A part of the archive. NULL and *why if it cannot be read, is not well-formed or has a document type. Free with
// xmlFreeDoc.
xmlDocPtr tree_of_part(const struct archive *archive, const char *name, const char **why);
// The tree as bytes, owned by the caller (xmlFree).
char *tree_bytes(xmlDocPtr tree, size_t *count);

bool tree_is(const xmlNode *node, const char *name); // an element of this name, whatever its namespace
// The first child, or the next sibling, that is such an element; `name` NULL: any name. Returns NULL if there is none.
xmlNodePtr tree_child(const xmlNode *node, const char *name);
xmlNodePtr tree_next(const xmlNode *node, const char *name);
// Adds a new last child in the namespace of its parent.
xmlNodePtr tree_add(xmlNodePtr parent, const char *name);
void tree_clear(xmlNodePtr node); // removes its children

// Attributes without a namespace.
long tree_number(xmlNodePtr node, const char *name, long fallback);
void tree_set(xmlNodePtr node, const char *name, const char *value);
void tree_set_number(xmlNodePtr node, const char *name, long value);
void tree_unset(xmlNodePtr node, const char *name);

#endif
