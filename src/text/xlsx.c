// SPDX-License-Identifier: GPL-3.0-or-later
// Office Open XML: the workbook lists its sheets; other parts hold their cells, the shared texts and the formats that
// mark a number as a date. Names of elements are read without their namespace, so that the strict variant can be read
// too.
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "text/archive.h"
#include "text/spreadsheet.h"
#include "text/xml.h"

struct xlsx_sheet {
  const char *name, *id;
  bool hidden;
};

struct relation {
  const char *id, *type, *target;
};

struct xlsx {
  struct arena *arena;
  const struct archive *archive;
  struct spreadsheet *into;
  bool from_1904;
  struct xlsx_sheet *sheets;
  size_t sheet_count, sheet_room;
  struct relation *relations;
  size_t relation_count, relation_room;
  const char **texts;
  size_t text_count, text_room;
  enum sheet_kind *formats; // of every cell style
  size_t format_count, format_room;
};

// Walks through a part node by node; `take` gets every element that begins and returns what is wrong, or NULL.
typedef const char *take_element(struct xlsx *xlsx, struct xml *xml, void *state);

static const char *walk_part(struct xlsx *xlsx, const char *name, take_element *take, void *state) {
  size_t count = 0;
  const char *why = NULL;
  char *bytes = archive_part(xlsx->archive, name, &count, &why);
  if (!bytes)
    return why;
  struct xml *xml = xml_open(xlsx->arena, bytes, count);
  for (enum xml_node node; !why && (node = xml_next(xml)) != XML_NODE_DONE;)
    if (node == XML_NODE_WRONG)
      why = archive_broken();
    else if (node == XML_NODE_BEGIN)
      why = take(xlsx, xml, state);
  xml_close(xml);
  free(bytes);
  return why;
}

// All the text up to the end of the element that begins here, without phonetic text. NULL if the part is broken.
static const char *inner_text(struct xlsx *xlsx, struct xml *xml) {
  struct xml_words text = {0};
  xml_append(xlsx->arena, &text, "");
  bool spoken = false;
  for (int depth = 1; depth;) {
    enum xml_node node = xml_next(xml);
    if (node == XML_NODE_WRONG || node == XML_NODE_DONE)
      return NULL;
    depth += node == XML_NODE_BEGIN;
    depth -= node == XML_NODE_END;
    if (node != XML_NODE_TEXT && xml_is(xml, "rPh"))
      spoken = node == XML_NODE_BEGIN;
    else if (node == XML_NODE_TEXT && !spoken)
      xml_append(xlsx->arena, &text, xml_text(xml));
  }
  return text.text;
}

// ---------------------------------------------------------------- the workbook

static const char *take_relation(struct xlsx *xlsx, struct xml *xml, void *state) {
  (void)state;
  if (!xml_is(xml, "Relationship"))
    return NULL;
  struct relation relation = {xml_attribute(xml, NULL, "Id"), xml_attribute(xml, NULL, "Type"),
                              xml_attribute(xml, NULL, "Target")};
  const char *mode = xml_attribute(xml, NULL, "TargetMode");
  if (relation.id && relation.type && relation.target && !(mode && !strcmp(mode, "External")))
    *(struct relation *)arena_push(xlsx->arena, &xlsx->relations, &xlsx->relation_count, &xlsx->relation_room,
                                   sizeof relation) = relation;
  return NULL;
}

static bool ends_in(const char *text, const char *end) {
  size_t length = strlen(text), wanted = strlen(end);
  return length >= wanted && strcmp(text + length - wanted, end) == 0;
}

// Finds a relationship by its id, or by the end of its type.
static const char *target_of(const struct xlsx *xlsx, const char *id, const char *type) {
  for (size_t i = 0; i < xlsx->relation_count; i++) {
    const struct relation *relation = &xlsx->relations[i];
    if (id ? !strcmp(relation->id, id) : ends_in(relation->type, type))
      return relation->target;
  }
  return NULL;
}

// A target is relative to the folder of the part that names it; an absolute one is relative to the root.
static const char *resolve(struct arena *arena, const char *from, const char *target) {
  if (target[0] == '/')
    return target + 1;
  const char *slash = strrchr(from, '/');
  size_t folder = slash ? (size_t)(slash - from) + 1 : 0;
  while (strncmp(target, "../", 3) == 0 && folder) {
    target += 3;
    for (folder--; folder && from[folder - 1] != '/';)
      folder--;
  }
  while (strncmp(target, "./", 2) == 0)
    target += 2;
  return arena_printf(arena, "%.*s%s", (int)folder, from, target);
}

static bool is_true(const char *text) { return text && (!strcmp(text, "1") || !strcmp(text, "true")); }

static const char *take_workbook(struct xlsx *xlsx, struct xml *xml, void *state) {
  (void)state;
  if (xml_is(xml, "workbookPr"))
    xlsx->from_1904 = is_true(xml_attribute(xml, NULL, "date1904"));
  if (!xml_is(xml, "sheet"))
    return NULL;
  const char *visible = xml_attribute(xml, NULL, "state");
  struct xlsx_sheet sheet = {.name = xml_attribute(xml, "", "name"),
                             .id = xml_attribute(xml, "/relationships", "id"),
                             .hidden = visible && strcmp(visible, "visible") != 0};
  if (!sheet.name || !sheet.id)
    return archive_broken();
  *(struct xlsx_sheet *)arena_push(xlsx->arena, &xlsx->sheets, &xlsx->sheet_count, &xlsx->sheet_room, sizeof sheet) =
      sheet;
  return NULL;
}

static const char *take_text(struct xlsx *xlsx, struct xml *xml, void *state) {
  (void)state;
  if (!xml_is(xml, "si"))
    return NULL;
  const char *text = inner_text(xlsx, xml);
  if (text)
    *(const char **)arena_push(xlsx->arena, &xlsx->texts, &xlsx->text_count, &xlsx->text_room, sizeof text) = text;
  return text ? NULL : archive_broken();
}

// ---------------------------------------------------------------- formats

// What the letters of a format turn a number into. Letters in quotation marks, after a backslash and in brackets are
// ignored, except brackets for times above one day.
static enum sheet_kind kind_of_code(const char *code) {
  bool date = false, time = false;
  for (const char *at = code; *at && *at != ';'; at++) {
    if (*at == '"')
      at += strcspn(at + 1, "\"") + (at[1 + strcspn(at + 1, "\"")] != 0);
    else if (*at == '\\' || *at == '_' || *at == '*')
      at += at[1] != 0;
    else if (*at == '[' && !strchr("hHmMsS", at[1]))
      at += strcspn(at, "]") - (at[strcspn(at, "]")] == 0);
    else if (*at == '%')
      return SHEET_PERCENT;
    date |= strchr("yYdD", *at) != NULL;
    time |= strchr("hHsS", *at) != NULL;
  }
  return date ? SHEET_DATE : time ? SHEET_TIME : SHEET_NUMBER;
}

static enum sheet_kind kind_of_builtin(long id) {
  if (id == 9 || id == 10)
    return SHEET_PERCENT;
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
      (id >= 57 && id <= 58))
    return SHEET_DATE;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56)
    return SHEET_TIME;
  return SHEET_NUMBER;
}

struct styles {
  struct {
    long id;
    enum sheet_kind kind;
  } * own;
  size_t own_count, own_room;
  bool in_cells; // within cellXfs
};

static enum sheet_kind kind_of_format(const struct styles *styles, long id) {
  for (size_t i = 0; i < styles->own_count; i++)
    if (styles->own[i].id == id)
      return styles->own[i].kind;
  return kind_of_builtin(id);
}

static const char *take_style(struct xlsx *xlsx, struct xml *xml, void *state) {
  struct styles *styles = state;
  const char *id = xml_attribute(xml, "", "numFmtId"), *code = xml_attribute(xml, "", "formatCode");
  if (xml_is(xml, "numFmt") && id && code) {
    void *own = arena_push(xlsx->arena, &styles->own, &styles->own_count, &styles->own_room, sizeof *styles->own);
    (void)own;
    styles->own[styles->own_count - 1].id = strtol(id, NULL, 10);
    styles->own[styles->own_count - 1].kind = kind_of_code(code);
  } else if (xml_is(xml, "cellXfs") || xml_is(xml, "cellStyleXfs") || xml_is(xml, "cellStyles") ||
             xml_is(xml, "dxfs")) {
    styles->in_cells = xml_is(xml, "cellXfs");
  } else if (styles->in_cells && xml_is(xml, "xf")) {
    enum sheet_kind kind = kind_of_format(styles, id ? strtol(id, NULL, 10) : 0);
    *(enum sheet_kind *)arena_push(xlsx->arena, &xlsx->formats, &xlsx->format_count, &xlsx->format_room, sizeof kind) =
        kind;
  }
  return NULL;
}

// ---------------------------------------------------------------- cells

struct xlsx_cells {
  struct grid *grid;
  int row, column;
  bool row_hidden;
  int hidden_row_told; // the last row counted as hidden
};

// "E7" to column 4; false if it is not a cell name. The row number comes from the row itself.
static bool column_of(const char *place, int *column) {
  int at = 0;
  for (; isupper((unsigned char)*place) && at < INT16_MAX; place++)
    at = at * 26 + (*place - 'A' + 1);
  *column = at - 1;
  return at > 0 && isdigit((unsigned char)*place);
}

static const char *number_text(struct xlsx *xlsx, struct grid_cell *cell, const char *value, const char *style) {
  enum { DAYS_TO_1970 = 25569, DAYS_1900_TO_1904 = 1462, LEAP_DAY_1900 = 60 };
  long format = style ? strtol(style, NULL, 10) : 0;
  char *end;
  double number = strtod(value, &end);
  cell->kind = format >= 0 && (size_t)format < xlsx->format_count ? xlsx->formats[format] : SHEET_NUMBER;
  if (*end || end == value)
    return value;
  if (cell->kind == SHEET_DATE && !xlsx->from_1904 && number < 1)
    cell->kind = SHEET_TIME; // a time shown as a date
  switch (cell->kind) {
  case SHEET_PERCENT:
    return grid_percent(xlsx->arena, number);
  case SHEET_TIME:
    return grid_time(xlsx->arena, number);
  case SHEET_DATE:
    number += xlsx->from_1904 ? DAYS_1900_TO_1904 : number < LEAP_DAY_1900; // 1900 had no 29 February
    return grid_date(xlsx->arena, number - DAYS_TO_1970);
  default:
    return grid_number(xlsx->arena, number);
  }
}

static const char *shared_text(const struct xlsx *xlsx, const char *index) {
  char *end;
  long i = strtol(index, &end, 10);
  return !*end && end != index && i >= 0 && (size_t)i < xlsx->text_count ? xlsx->texts[i] : NULL;
}

static const char formula_error[] = N_("a formula that ends in an error: fix it, or write the value");
static const char uncomputed[] =
    N_("a formula that was saved without its value: open the workbook, let it compute, and save it");

// Converts the stored value. False if the part is broken.
static bool set_value(struct xlsx *xlsx, struct grid_cell *cell, const char *type, const char *style,
                      const char *value) {
  if (!type || !strcmp(type, "n")) {
    cell->text = number_text(xlsx, cell, value, style);
  } else if (!strcmp(type, "s")) {
    cell->text = shared_text(xlsx, value);
  } else if (!strcmp(type, "b")) {
    cell->text = strcmp(value, "0") ? "TRUE" : "FALSE";
  } else if (!strcmp(type, "d")) {
    cell->kind = SHEET_DATE;
    cell->text = strlen(value) > 10 && value[10] == 'T' ? arena_text(xlsx->arena, value, 10) : value;
  } else {
    cell->text = value;
    cell->wrong = !strcmp(type, "e") ? _(formula_error) : NULL;
  }
  return cell->text;
}

// Reads the parts of a cell, up to its end.
static bool read_parts(struct xlsx *xlsx, struct xml *xml, const char **value, bool *formula) {
  for (int depth = 1; depth;) {
    enum xml_node node = xml_next(xml);
    if (node == XML_NODE_WRONG || node == XML_NODE_DONE)
      return false;
    bool text = node == XML_NODE_BEGIN && (xml_is(xml, "v") || xml_is(xml, "is"));
    *formula |= node == XML_NODE_BEGIN && xml_is(xml, "f");
    if (text && !(*value = inner_text(xlsx, xml)))
      return false;
    depth += node == XML_NODE_BEGIN && !text;
    depth -= node == XML_NODE_END;
  }
  return true;
}

static const char *read_cell(struct xlsx *xlsx, struct xml *xml, struct xlsx_cells *cells) {
  const char *place = xml_attribute(xml, "", "r"), *type = xml_attribute(xml, "", "t"),
             *style = xml_attribute(xml, "", "s");
  const char *value = NULL;
  bool formula = false;
  if (place && !column_of(place, &cells->column))
    return archive_broken();
  if (!read_parts(xlsx, xml, &value, &formula))
    return archive_broken();
  struct grid_cell cell = {.row = cells->row, .column = cells->column++};
  if (!value && formula)
    cell.wrong = _(uncomputed);
  else if (value && !set_value(xlsx, &cell, type, style, value))
    return archive_broken();
  if (!value && !formula)
    return NULL;
  size_t before = cells->grid->count;
  grid_put(cells->grid, cell);
  if (cells->row_hidden && cells->grid->count > before && cells->hidden_row_told != cells->row) {
    cells->hidden_row_told = cells->row;
    cells->grid->hidden_rows++;
  }
  return NULL;
}

static const char *begin_row(struct xml *xml, struct xlsx_cells *cells) {
  const char *number = xml_attribute(xml, "", "r");
  long row = number ? strtol(number, NULL, 10) : cells->row + 1;
  if (row <= cells->row || row > INT32_MAX / 2)
    return archive_broken();
  cells->row = (int)row;
  cells->column = 0;
  cells->row_hidden = is_true(xml_attribute(xml, "", "hidden"));
  return NULL;
}

static const char *take_merge(struct xml *xml, struct grid *grid) {
  const char *range = xml_attribute(xml, "", "ref"), *colon = range ? strchr(range, ':') : NULL;
  struct grid_merge merge = {0};
  if (!colon || !column_of(range, &merge.column) || !column_of(colon + 1, &merge.column_last))
    return NULL;
  merge.row = atoi(range + strcspn(range, "0123456789"));
  merge.row_last = atoi(colon + 1 + strcspn(colon + 1, "0123456789"));
  if (merge.row_last > merge.row)
    grid_merge(grid, merge);
  return NULL;
}

static const char *take_cells(struct xlsx *xlsx, struct xml *xml, void *state) {
  struct xlsx_cells *cells = state;
  if (xml_is(xml, "row"))
    return begin_row(xml, cells);
  if (xml_is(xml, "c") && cells->row)
    return read_cell(xlsx, xml, cells);
  return xml_is(xml, "mergeCell") ? take_merge(xml, cells->grid) : NULL;
}

// ---------------------------------------------------------------- the whole

static const char *read_sheet(struct xlsx *xlsx, const char *workbook, const struct xlsx_sheet *sheet) {
  const char *target = target_of(xlsx, sheet->id, NULL);
  if (!target)
    return archive_broken();
  struct xlsx_cells cells = {.grid = grid_new(xlsx->arena, sheet->name, sheet->hidden)};
  *(struct grid **)arena_push(xlsx->arena, &xlsx->into->sheets, &xlsx->into->sheet_count, &xlsx->into->sheet_room,
                              sizeof cells.grid) = cells.grid;
  cells.grid->part = resolve(xlsx->arena, workbook, target);
  return walk_part(xlsx, cells.grid->part, take_cells, &cells);
}

// An optional part of the workbook.
static const char *walk_other(struct xlsx *xlsx, const char *workbook, const char *type, take_element *take,
                              void *state) {
  const char *target = target_of(xlsx, NULL, type);
  return target ? walk_part(xlsx, resolve(xlsx->arena, workbook, target), take, state) : NULL;
}

static const char *relations_of(struct arena *arena, const char *part) {
  const char *slash = strrchr(part, '/');
  int folder = slash ? (int)(slash - part) + 1 : 0;
  return arena_printf(arena, "%.*s_rels/%s.rels", folder, part, part + folder);
}

const char *xlsx_read(struct arena *arena, const struct archive *archive, struct spreadsheet *into) {
  struct xlsx xlsx = {.arena = arena, .archive = archive, .into = into};
  struct styles styles = {0};
  const char *why = walk_part(&xlsx, "_rels/.rels", take_relation, NULL);
  const char *workbook = why ? NULL : target_of(&xlsx, NULL, "/officeDocument");
  if (!workbook)
    return why ? why : archive_broken();
  workbook = resolve(arena, "", workbook);
  xlsx.relation_count = 0;
  why = walk_part(&xlsx, relations_of(arena, workbook), take_relation, NULL);
  why = why ? why : walk_part(&xlsx, workbook, take_workbook, NULL);
  why = why ? why : walk_other(&xlsx, workbook, "/sharedStrings", take_text, NULL);
  why = why ? why : walk_other(&xlsx, workbook, "/styles", take_style, &styles);
  for (size_t i = 0; i < xlsx.sheet_count && !why; i++)
    why = read_sheet(&xlsx, workbook, &xlsx.sheets[i]);
  const char *look = target_of(&xlsx, NULL, "/styles");
  into->styles = look ? resolve(arena, workbook, look) : NULL;
  into->macros = target_of(&xlsx, NULL, "/vbaProject");
  return why;
}
