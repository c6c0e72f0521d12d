// SPDX-License-Identifier: GPL-3.0-or-later
// Adds cells to a sheet of Office Open XML. Their texts are stored in the cells, so that the shared texts stay
// unchanged.
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "text/archive.h"
#include "text/spreadsheet_add.h"
#include "text/xml_tree.h"

struct xlsx_adding {
  struct arena *arena;
  const struct added_cells *added;
  long looks[ADDED_LOOKS]; // styles; -1: the workbook has none
};

// ---------------------------------------------------------------- styles

static xmlNodePtr add_counted(xmlNodePtr list, const char *name, long *index) {
  long count = 0;
  for (xmlNodePtr at = tree_child(list, name); at; at = tree_next(at, name))
    count++;
  *index = count;
  tree_set_number(list, "count", count + 1);
  return tree_add(list, name);
}

// The first font again, but bold.
static long add_bold(xmlNodePtr fonts) {
  long index;
  xmlNodePtr first = tree_child(fonts, "font"), bold = add_counted(fonts, "font", &index);
  tree_add(bold, "b");
  for (xmlNodePtr part = first ? tree_child(first, NULL) : NULL; part; part = tree_next(part, NULL))
    if (!tree_is(part, "b"))
      xmlAddChild(bold, xmlCopyNode(part, 1));
  return index;
}

static long add_style(xmlNodePtr styles, long font, long format) {
  long index;
  xmlNodePtr style = add_counted(styles, "xf", &index);
  tree_set_number(style, "numFmtId", format);
  tree_set_number(style, "fontId", font);
  tree_set(style, "fillId", "0");
  tree_set(style, "borderId", "0");
  tree_set(style, "xfId", "0");
  tree_set(style, "applyNumberFormat", "1");
  tree_set(style, "applyFont", "1");
  tree_set(style, "applyAlignment", "1");
  xmlNodePtr alignment = tree_add(style, "alignment");
  tree_set(alignment, "vertical", "top");
  tree_set(alignment, "wrapText", "1");
  return index;
}

static void add_looks(struct xlsx_adding *a, xmlNodePtr root) {
  enum { PLAIN = 0, THOUSANDS = 3 }; // ids of number formats that every workbook has
  xmlNodePtr fonts = tree_child(root, "fonts"), styles = tree_child(root, "cellXfs");
  if (!fonts || !styles)
    return;
  a->looks[ADDED_HEAD] = add_style(styles, add_bold(fonts), PLAIN);
  a->looks[ADDED_TEXT] = add_style(styles, 0, PLAIN);
  a->looks[ADDED_KR] = add_style(styles, 0, THOUSANDS);
}

// ---------------------------------------------------------------- cells

// The column of a cell, from 0: as stated, otherwise the one after the previous cell.
static long column_of(xmlNodePtr cell, long before) {
  xmlChar *place = xmlGetNoNsProp(cell, (const xmlChar *)"r");
  long column = 0;
  for (const xmlChar *at = place; at && isupper(*at) && column < INT16_MAX; at++)
    column = column * 26 + (*at - 'A' + 1);
  xmlFree(place);
  return column ? column - 1 : before + 1;
}

// Returns the cell of the column, and creates it if there is none.
static xmlNodePtr cell_at(xmlNodePtr row, long wanted) {
  xmlNodePtr at = tree_child(row, "c");
  long column = -1;
  for (; at; at = tree_next(at, "c")) {
    column = column_of(at, column);
    if (column == wanted)
      return at;
    if (column > wanted)
      break;
  }
  xmlNodePtr cell = tree_add(row, "c");
  if (at)
    xmlAddPrevSibling(at, cell);
  return cell;
}

static bool put_cell(const struct xlsx_adding *a, xmlNodePtr row, const struct added_cell *added) {
  xmlNodePtr cell = cell_at(row, added->column);
  if (tree_child(cell, "f"))
    return false;
  tree_clear(cell);
  tree_unset(cell, "t");
  tree_set(cell, "r", grid_place(a->arena, added->row, added->column));
  if (added->look != ADDED_PLAIN && a->looks[added->look] >= 0)
    tree_set_number(cell, "s", a->looks[added->look]);
  if (!added->text) {
    xmlNodeAddContent(tree_add(cell, "v"), (const xmlChar *)arena_printf(a->arena, "%lld", (long long)added->number));
    return true;
  }
  tree_set(cell, "t", "inlineStr");
  xmlNodePtr text = tree_add(tree_add(cell, "is"), "t");
  xmlNodeAddContent(text, (const xmlChar *)added->text);
  return true;
}

// Lets a row of automatic height grow with what is added.
static void loosen(xmlNodePtr row) {
  tree_unset(row, "spans");
  if (!tree_number(row, "customHeight", 0))
    tree_unset(row, "ht");
}

// Creates a row before `next`; NULL: below all.
static xmlNodePtr new_row(xmlNodePtr data, xmlNodePtr next, int number) {
  xmlNodePtr row = tree_add(data, "row");
  tree_set_number(row, "r", number);
  if (next)
    xmlAddPrevSibling(next, row);
  return row;
}

static const char *add_cells(const struct xlsx_adding *a, xmlNodePtr data) {
  const struct added_cells *added = a->added;
  xmlNodePtr row = tree_child(data, "row");
  long number = row ? tree_number(row, "r", 1) : 0;
  for (size_t i = 0; i < added->count;) {
    int wanted = added->cells[i].row;
    while (row && number < wanted) {
      row = tree_next(row, "row");
      number = row ? tree_number(row, "r", number + 1) : 0;
    }
    xmlNodePtr to = row && number == wanted ? row : new_row(data, row, wanted);
    loosen(to);
    for (; i < added->count && added->cells[i].row == wanted; i++)
      if (!put_cell(a, to, &added->cells[i]))
        return arena_printf(a->arena, _("a formula stands in %s, where a value goes: move it"),
                            grid_place(a->arena, wanted, added->cells[i].column));
  }
  return NULL;
}

// ---------------------------------------------------------------- widths

// Shifts the widths of columns from `first` on to make room.
static void cut_columns(xmlNodePtr columns, long first, long last) {
  for (xmlNodePtr at = tree_child(columns, "col"), next; at; at = next) {
    next = tree_next(at, "col");
    long from = tree_number(at, "min", 0), to = tree_number(at, "max", 0);
    if (to < first || from > last)
      continue;
    xmlNodePtr behind = to > last ? xmlAddNextSibling(at, xmlCopyNode(at, 1)) : NULL;
    if (behind)
      tree_set_number(behind, "min", last + 1);
    tree_set_number(at, "max", first - 1);
    if (from >= first) {
      xmlUnlinkNode(at);
      xmlFreeNode(at);
    }
  }
}

static xmlNodePtr columns_before(xmlNodePtr root, xmlNodePtr data) {
  xmlNodePtr columns = tree_child(root, "cols");
  return columns ? columns : xmlAddPrevSibling(data, tree_add(root, "cols"));
}

static void set_widths(const struct added_cells *added, xmlNodePtr root, xmlNodePtr data) {
  xmlNodePtr columns = columns_before(root, data);
  long first = added->first + 1;
  cut_columns(columns, first, first + added->width_count - 1);
  xmlNodePtr behind = tree_child(columns, "col");
  while (behind && tree_number(behind, "min", 0) < first)
    behind = tree_next(behind, "col");
  for (int c = 0; c < added->width_count; c++) {
    xmlNodePtr column = tree_add(columns, "col");
    tree_set_number(column, "min", first + c);
    tree_set_number(column, "max", first + c);
    tree_set_number(column, "width", added->widths[c]);
    tree_set(column, "customWidth", "1");
    if (behind)
      xmlAddPrevSibling(behind, column);
  }
}

// ---------------------------------------------------------------- parts

static const char *change_sheet(struct xlsx_adding *a, xmlNodePtr root) {
  xmlNodePtr data = tree_child(root, "sheetData"), dimension = tree_child(root, "dimension");
  if (!data)
    return archive_broken();
  if (dimension) { // the extent of the sheet, which a reader finds by itself
    xmlUnlinkNode(dimension);
    xmlFreeNode(dimension);
  }
  if (a->added->width_count)
    set_widths(a->added, root, data);
  return add_cells(a, data);
}

static const char *change_styles(struct xlsx_adding *a, xmlNodePtr root) {
  add_looks(a, root);
  return NULL;
}

static const char *change(struct xlsx_adding *a, const struct archive *archive, const char *name,
                          const char *(*how)(struct xlsx_adding *, xmlNodePtr), struct archive_part_new *part) {
  const char *why;
  xmlDocPtr tree = tree_of_part(archive, name, &why);
  if (!tree)
    return why;
  why = how(a, xmlDocGetRootElement(tree));
  part->name = name;
  part->bytes = why ? NULL : tree_bytes(tree, &part->count);
  xmlFreeDoc(tree);
  return why;
}

static bool asks_look(const struct added_cells *added, size_t count) {
  for (size_t i = 0; i < count; i++)
    for (size_t c = 0; c < added[i].count; c++)
      if (added[i].cells[c].look != ADDED_PLAIN)
        return true;
  return false;
}

const char *xlsx_add(struct arena *arena, const struct archive *archive, const struct spreadsheet *book,
                     const struct added_cells *added, size_t count, struct archive_part_new *parts) {
  struct xlsx_adding a = {arena, added, {-1, -1, -1}};
  const char *why =
      book->styles && asks_look(added, count) ? change(&a, archive, book->styles, change_styles, &parts[count]) : NULL;
  for (size_t i = 0; i < count && !why; i++) {
    a.added = &added[i];
    why = change(&a, archive, added[i].sheet->part, change_sheet, &parts[i]);
  }
  return why;
}
