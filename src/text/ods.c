// SPDX-License-Identifier: GPL-3.0-or-later
// OpenDocument: one part holds all sheets; repeated rows and cells are written once.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "text/archive.h"
#include "text/spreadsheet.h"
#include "text/xml.h"

static const char office[] = ":office:1.0", table[] = ":table:1.0";

struct ods {
  struct arena *arena;
  struct xml *xml;
  struct spreadsheet *into;
  struct grid *grid; // NULL: outside a sheet
  int row, column;   // of the next row, from 1, and cell
  int rows_repeated; // of the row being read
  bool row_hidden;
  size_t row_begins; // index of its first cell in the grid
};

static int number_of(const struct ods *ods, const char *name, int fallback) {
  const char *text = xml_attribute(ods->xml, table, name);
  long number = text ? strtol(text, NULL, 10) : fallback;
  return number < 1 || number > INT32_MAX / 2 ? fallback : (int)number;
}

static const char *blanks(const struct ods *ods) {
  enum { MOST = 100 };
  const char *count = xml_attribute(ods->xml, NULL, "c");
  long blank = count ? strtol(count, NULL, 10) : 1;
  return arena_printf(ods->arena, "%*s", (int)(blank < 1 ? 1 : blank > MOST ? MOST : blank), "");
}

// The text that a node of a paragraph adds.
static const char *piece_of(const struct ods *ods, enum xml_node node, bool begun) {
  if (node == XML_NODE_TEXT)
    return xml_text(ods->xml);
  if (node != XML_NODE_BEGIN)
    return "";
  if (xml_is(ods->xml, "s"))
    return blanks(ods);
  if (xml_is(ods->xml, "tab") || xml_is(ods->xml, "line-break"))
    return " ";
  return begun && xml_is(ods->xml, "p") ? "\n" : "";
}

// The paragraphs of the cell that begins here, up to its end, without comments. False if the part is broken.
static bool read_paragraphs(const struct ods *ods, const char **text) {
  struct xml_words words = {0};
  bool left_out = false;
  xml_append(ods->arena, &words, "");
  for (int depth = 1; depth;) {
    enum xml_node node = xml_next(ods->xml);
    if (node == XML_NODE_WRONG || node == XML_NODE_DONE)
      return false;
    depth += node == XML_NODE_BEGIN;
    depth -= node == XML_NODE_END;
    if (node != XML_NODE_TEXT && xml_is(ods->xml, "annotation"))
      left_out = node == XML_NODE_BEGIN;
    else if (!left_out && (depth > 1 || node != XML_NODE_TEXT))
      xml_append(ods->arena, &words, piece_of(ods, node, words.count));
  }
  *text = words.text;
  return true;
}

static const char *date_text(struct arena *arena, const char *iso) {
  size_t date = strlen("2024-06-01");
  if (strlen(iso) <= date || iso[date] != 'T')
    return iso;
  bool midnight = strncmp(iso + date, "T00:00:00", strlen("T00:00:00")) == 0;
  const char *day = arena_text(arena, iso, date);
  return midnight ? day : arena_printf(arena, "%s %.5s", day, iso + date + 1);
}

// PT07H30M00S
static const char *time_text(struct arena *arena, const char *iso) {
  enum { HOUR = 3600, MINUTE = 60, DAY = 86400 };
  bool negative = iso[0] == '-';
  double seconds = 0;
  const char *at = iso + strcspn(iso, "T");
  while (*at) {
    char *end;
    double part = strtod(++at, &end);
    if (end == at)
      break;
    seconds += part * (*end == 'H' ? HOUR : *end == 'M' ? MINUTE : 1);
    at = end;
  }
  return grid_time(arena, (negative ? -seconds : seconds) / DAY);
}

static const char uncomputed[] =
    N_("a formula that was saved without its value: open the workbook, let it compute, and save it");
static const char formula_error[] = N_("a formula that ends in an error: fix it, or write the value");

static void put_value(const struct ods *ods, struct grid_cell *cell, const char *type, const char *value) {
  if (!strcmp(type, "float") || !strcmp(type, "currency")) {
    cell->kind = SHEET_NUMBER;
    cell->text = grid_number(ods->arena, strtod(value, NULL));
  } else if (!strcmp(type, "percentage")) {
    cell->kind = SHEET_PERCENT;
    cell->text = grid_percent(ods->arena, strtod(value, NULL));
  } else if (!strcmp(type, "date")) {
    cell->kind = SHEET_DATE;
    cell->text = date_text(ods->arena, value);
  } else if (!strcmp(type, "time")) {
    cell->kind = SHEET_TIME;
    cell->text = time_text(ods->arena, value);
  }
}

static const char *typed_value(const struct ods *ods, const char *type) {
  if (!strcmp(type, "date"))
    return xml_attribute(ods->xml, office, "date-value");
  if (!strcmp(type, "time"))
    return xml_attribute(ods->xml, office, "time-value");
  return xml_attribute(ods->xml, office, "value");
}

static void note_merge(const struct ods *ods) {
  int rows = number_of(ods, "number-rows-spanned", 1);
  if (rows > 1)
    grid_merge(ods->grid, (struct grid_merge){.row = ods->row,
                                              .row_last = ods->row + rows - 1,
                                              .column = ods->column,
                                              .column_last = ods->column});
}

static bool read_cell(struct ods *ods) {
  struct grid_cell cell = {.row = ods->row, .column = ods->column};
  int repeated = number_of(ods, "number-columns-repeated", 1);
  const char *type = xml_attribute(ods->xml, office, "value-type");
  const char *kind = xml_attribute(ods->xml, ":calcext:1.0", "value-type");
  const char *formula = xml_attribute(ods->xml, table, "formula");
  const char *value = type ? typed_value(ods, type) : NULL;
  bool covered = xml_is(ods->xml, "covered-table-cell");
  note_merge(ods);
  if (!read_paragraphs(ods, &cell.text))
    return false;
  if (type && value)
    put_value(ods, &cell, type, value);
  if (kind && !strcmp(kind, "error"))
    cell.wrong = _(formula_error);
  else if (formula && !type)
    cell.wrong = _(uncomputed);
  for (int i = 0; i < repeated && !covered && (cell.wrong || *cell.text) && cell.column <= SHEET_COLUMNS_MOST; i++) {
    grid_put(ods->grid, cell);
    cell.column++;
  }
  ods->column += repeated;
  return true;
}

static void begin_row(struct ods *ods) {
  const char *visible = xml_attribute(ods->xml, table, "visibility");
  ods->row_hidden = visible && strcmp(visible, "visible") != 0;
  ods->rows_repeated = number_of(ods, "number-rows-repeated", 1);
  ods->row_begins = ods->grid->count;
  ods->column = 0;
}

static void end_row(struct ods *ods) {
  struct grid *grid = ods->grid;
  size_t end = grid->count;
  bool holds = end > ods->row_begins;
  for (int i = 1; holds && i < ods->rows_repeated && !grid->wrong; i++)
    for (size_t c = ods->row_begins; c < end; c++) {
      struct grid_cell cell = grid->cells[c];
      cell.row = ods->row + i;
      grid_put(grid, cell);
    }
  grid->hidden_rows += holds && ods->row_hidden;
  ods->row += ods->rows_repeated;
}

static void begin_sheet(struct ods *ods) {
  const char *name = xml_attribute(ods->xml, table, "name");
  ods->grid = grid_new(ods->arena, name ? name : "", false);
  ods->row = 1;
  *(struct grid **)arena_push(ods->arena, &ods->into->sheets, &ods->into->sheet_count, &ods->into->sheet_room,
                              sizeof ods->grid) = ods->grid;
}

static bool begin_element(struct ods *ods) {
  bool cell = xml_is(ods->xml, "table-cell") || xml_is(ods->xml, "covered-table-cell");
  if (xml_is(ods->xml, "table") && !ods->grid)
    begin_sheet(ods);
  else if (ods->grid && xml_is(ods->xml, "table-row"))
    begin_row(ods);
  else if (ods->grid && cell)
    return read_cell(ods);
  return true;
}

static void end_element(struct ods *ods) {
  if (ods->grid && xml_is(ods->xml, "table-row"))
    end_row(ods);
  else if (xml_is(ods->xml, "table"))
    ods->grid = NULL;
}

static const char *read_content(struct ods *ods) {
  for (;;)
    switch (xml_next(ods->xml)) {
    case XML_NODE_BEGIN:
      if (!begin_element(ods))
        return archive_broken();
      break;
    case XML_NODE_END:
      end_element(ods);
      break;
    case XML_NODE_TEXT:
      break;
    case XML_NODE_DONE:
      return NULL;
    case XML_NODE_WRONG:
      return archive_broken();
    }
}

static bool is_encrypted(const struct archive *archive) {
  size_t count = 0;
  const char *why = NULL;
  char *manifest = archive_has(archive, "META-INF/manifest.xml")
                       ? archive_part(archive, "META-INF/manifest.xml", &count, &why)
                       : NULL;
  bool encrypted = manifest && memmem(manifest, count, "encryption-data", strlen("encryption-data"));
  free(manifest);
  return encrypted;
}

const char *ods_read(struct arena *arena, const struct archive *archive, struct spreadsheet *into) {
  if (is_encrypted(archive))
    return _("the workbook has a password: save it without one");
  size_t count = 0;
  const char *why = NULL;
  char *bytes = archive_part(archive, "content.xml", &count, &why);
  if (!bytes)
    return why;
  struct ods ods = {.arena = arena, .xml = xml_open(arena, bytes, count), .into = into};
  why = read_content(&ods);
  xml_close(ods.xml);
  free(bytes);
  into->macros = archive_has(archive, "Basic/script-lc.xml");
  return why;
}
