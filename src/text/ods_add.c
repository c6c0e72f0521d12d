// SPDX-License-Identifier: GPL-3.0-or-later
// Adds cells to a sheet of OpenDocument. A row or a cell that is written once for many is split where one is added.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "text/archive.h"
#include "text/spreadsheet_add.h"
#include "text/xml_tree.h"

static const xmlChar office[] = "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
                     table[] = "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
                     text[] = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

struct ods_adding {
  struct arena *arena;
  const struct added_cells *added;
  xmlNsPtr office, table, text;
  size_t next; // of the added cells
  long row;    // of the previous row
};

static long repeated(xmlNodePtr node, const char *name) {
  xmlChar *count = xmlGetNsProp(node, (const xmlChar *)name, table);
  long number = count ? strtol((const char *)count, NULL, 10) : 1;
  xmlFree(count);
  return number < 1 ? 1 : number;
}

static void repeat(const struct ods_adding *a, xmlNodePtr node, const char *name, long times) {
  if (times > 1)
    xmlSetNsProp(node, a->table, (const xmlChar *)name, (const xmlChar *)arena_printf(a->arena, "%ld", times));
  else
    xmlUnsetNsProp(node, a->table, (const xmlChar *)name);
}

// Splits a node that stands for `times` repetitions, so that the one after the first `before` becomes a node of its
// own.
static void split(const struct ods_adding *a, xmlNodePtr node, const char *name, long before) {
  long times = repeated(node, name);
  if (before)
    repeat(a, xmlAddPrevSibling(node, xmlCopyNode(node, 1)), name, before);
  if (times - before > 1)
    repeat(a, xmlAddNextSibling(node, xmlCopyNode(node, 1)), name, times - before - 1);
  repeat(a, node, name, 1);
}

static bool is_cell(const xmlNode *node) { return tree_is(node, "table-cell") || tree_is(node, "covered-table-cell"); }

static xmlNodePtr new_cell(const struct ods_adding *a, xmlNodePtr row) {
  return xmlNewChild(row, a->table, (const xmlChar *)"table-cell", NULL);
}

static xmlNodePtr cell_at(const struct ods_adding *a, xmlNodePtr row, long wanted) {
  static const char columns[] = "number-columns-repeated";
  long column = 0;
  for (xmlNodePtr at = tree_child(row, NULL); at; at = tree_next(at, NULL)) {
    long times = is_cell(at) ? repeated(at, columns) : 0;
    if (wanted < column + times) {
      split(a, at, columns, wanted - column);
      return at;
    }
    column += times;
  }
  if (wanted > column)
    repeat(a, new_cell(a, row), columns, wanted - column);
  return new_cell(a, row);
}

static void set_value(const struct ods_adding *a, xmlNodePtr cell, const char *type, const char *value) {
  xmlSetNsProp(cell, a->office, (const xmlChar *)"value-type", (const xmlChar *)type);
  if (value)
    xmlSetNsProp(cell, a->office, (const xmlChar *)"value", (const xmlChar *)value);
}

static const char *put_cell(const struct ods_adding *a, xmlNodePtr row, const struct added_cell *added) {
  xmlNodePtr cell = cell_at(a, row, added->column);
  if (xmlHasNsProp(cell, (const xmlChar *)"formula", table) || !tree_is(cell, "table-cell"))
    return arena_printf(a->arena, _("a formula stands in %s, where a value goes: move it"),
                        grid_place(a->arena, added->row, added->column));
  const char *shown = added->text ? added->text : arena_printf(a->arena, "%lld", (long long)added->number);
  tree_clear(cell);
  set_value(a, cell, added->text ? "string" : "float", added->text ? NULL : shown);
  xmlNewTextChild(cell, a->text, (const xmlChar *)"p", (const xmlChar *)shown);
  return NULL;
}

static const char *add_to_row(struct ods_adding *a, xmlNodePtr row) {
  static const char rows[] = "number-rows-repeated";
  const struct added_cells *added = a->added;
  long times = repeated(row, rows);
  const char *why = NULL;
  if (a->next < added->count && added->cells[a->next].row <= a->row + times) {
    long before = added->cells[a->next].row - a->row - 1;
    split(a, row, rows, before); // the split-off nodes stand before and after; the latter are read next
    times = before + 1;
    for (; !why && a->next < added->count && added->cells[a->next].row == a->row + times; a->next++)
      why = put_cell(a, row, &added->cells[a->next]);
  }
  a->row += times;
  return why;
}

// Rows are children of the sheet, or of groups in it.
static const char *add_to_rows(struct ods_adding *a, xmlNodePtr within) {
  const char *why = NULL;
  for (xmlNodePtr at = tree_child(within, NULL); at && !why; at = tree_next(at, NULL))
    if (tree_is(at, "table-row"))
      why = add_to_row(a, at);
    else if (tree_is(at, "table-row-group") || tree_is(at, "table-header-rows") || tree_is(at, "table-rows"))
      why = add_to_rows(a, at);
  return why;
}

static xmlNodePtr sheet_called(xmlNodePtr root, const char *wanted) {
  xmlNodePtr body = tree_child(root, "body"), book = body ? tree_child(body, "spreadsheet") : NULL;
  for (xmlNodePtr at = book ? tree_child(book, "table") : NULL; at; at = tree_next(at, "table")) {
    xmlChar *name = xmlGetNsProp(at, (const xmlChar *)"name", table);
    bool same = name && !strcmp((const char *)name, wanted);
    xmlFree(name);
    if (same)
      return at;
  }
  return NULL;
}

// Adds rows below all existing ones.
static const char *add_below(struct ods_adding *a, xmlNodePtr sheet) {
  const struct added_cells *added = a->added;
  const char *why = NULL;
  while (a->next < added->count && !why) {
    int wanted = added->cells[a->next].row;
    xmlNodePtr row = xmlNewChild(sheet, a->table, (const xmlChar *)"table-row", NULL);
    repeat(a, row, "number-rows-repeated", wanted - a->row);
    why = add_to_row(a, row);
  }
  return why;
}

static const char *change_sheet(struct ods_adding *a, xmlNodePtr root, const struct added_cells *added) {
  xmlNodePtr sheet = sheet_called(root, added->sheet->name);
  a->added = added;
  a->next = 0;
  a->row = 0;
  if (!sheet)
    return archive_broken();
  const char *why = add_to_rows(a, sheet);
  return why ? why : add_below(a, sheet);
}

static const char *change(struct ods_adding *a, xmlDocPtr tree, const struct added_cells *added, size_t count) {
  xmlNodePtr root = xmlDocGetRootElement(tree);
  a->office = xmlSearchNsByHref(tree, root, office);
  a->table = xmlSearchNsByHref(tree, root, table);
  a->text = xmlSearchNsByHref(tree, root, text);
  const char *why = a->office && a->table && a->text ? NULL : archive_broken();
  for (size_t i = 0; i < count && !why; i++)
    why = change_sheet(a, root, &added[i]);
  return why;
}

const char *ods_add(struct arena *arena, const struct archive *archive, const struct added_cells *added, size_t count,
                    struct archive_part_new *parts) {
  static const char content[] = "content.xml";
  struct ods_adding a = {.arena = arena};
  const char *why;
  xmlDocPtr tree = tree_of_part(archive, content, &why);
  if (!tree)
    return why;
  why = change(&a, tree, added, count);
  parts[0].name = content;
  parts[0].bytes = why ? NULL : tree_bytes(tree, &parts[0].count);
  xmlFreeDoc(tree);
  return why;
}
