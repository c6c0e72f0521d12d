// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/header.h"

#include <string.h>

#include "base/language.h"
#include "scenario/books.h"
#include "scenario/cells.h"
#include "scenario/norwegian.h"
#include "text/grid.h"

const struct column line_columns[LINE_COLUMNS] = {
    [LINE_SETTING] = {.name = "setting",
                      .kind = CELL_TEXT,
                      .least = 1,
                      .unit = "word",
                      .required = true,
                      .meaning = N_("name of the setting")},
    [LINE_VALUE] =
        {.name = "value", .kind = CELL_TEXT, .least = 1, .unit = "text", .required = true, .meaning = N_("its value")},
    [LINE_SOURCE] = {.name = "source",
                     .kind = CELL_TEXT,
                     .least = 1,
                     .unit = "text",
                     .meaning = N_("document, or the word assumed")},
};

struct known_columns {
  const struct column *columns;
  size_t count;
};

static int column_by_name(const struct column *columns, size_t count, const char *name) {
  for (size_t c = 0; c < count; c++)
    if (column_is_called(&columns[c], name))
      return (int)c;
  return -1;
}

static void add_unknown(struct problems *problems, struct place at, const struct column *columns, size_t count,
                        const char *name) {
  const char **words = arena_array(problems->arena, count + 1, sizeof *words);
  for (size_t c = 0; c < count; c++)
    words[c] = columns[c].name;
  problem_add(problems, at, name, "no such column: %s; `note` may hold anything",
              columns_hint(problems->arena, "", name, words));
}

static const struct column remark = {.name = "note"};

// One cell of the header; false where it is wrong.
static bool map_cell(struct problems *problems, const struct sheet *sheet, const struct column *columns, size_t count,
                     int cell, int *cell_of) {
  const char *name = sheet->header.cells[cell];
  struct place at = {.file = sheet->file, .line = sheet->header.lines[cell]};
  if (sheet->columns)
    at.cell = grid_place(problems->arena, at.line, sheet->columns[cell]);
  int c = column_by_name(columns, count, name);
  if (!name[0])
    problem_add(problems, at, NULL, "column %d has no name: name it, `note` if it is only a remark", cell + 1);
  else if (c >= 0 && cell_of[c] != NO_CELL)
    problem_add(problems, at, name, "the same column twice: remove one");
  else if (c >= 0)
    cell_of[c] = cell;
  else if (!column_is_called(&remark, name))
    add_unknown(problems, at, columns, count, name);
  else
    return true;
  return c >= 0 && cell_of[c] == cell;
}

static void spell_column(struct problems *problems, const struct sheet *sheet, const struct column *column, int cell) {
  const char *letters = sheet->columns ? grid_place(problems->arena, 0, sheet->columns[cell]) : NULL;
  if (letters || strcmp(sheet->header.cells[cell], column->name) != 0)
    problem_spell(problems, sheet->file, column->name, sheet->header.cells[cell], letters);
}

bool header_map(struct problems *problems, const struct sheet *sheet, const struct column *columns, size_t count,
                int *cell_of) {
  bool good = true;
  for (size_t c = 0; c < count; c++)
    cell_of[c] = NO_CELL;
  for (int cell = 0; cell < sheet->header.cell_count; cell++)
    good &= map_cell(problems, sheet, columns, count, cell, cell_of);
  for (size_t c = 0; c < count; c++)
    if (cell_of[c] != NO_CELL)
      spell_column(problems, sheet, &columns[c], cell_of[c]);
  for (size_t c = 0; c < count; c++) {
    if (!columns[c].required || cell_of[c] != NO_CELL)
      continue;
    problem_add(problems, (struct place){.file = sheet->file, .line = sheet->header.line}, NULL,
                _("column `%s` is missing: add it (%s)"), columns[c].name, _(columns[c].meaning));
    good = false;
  }
  return good;
}

static bool is_header(const struct sheet_row *row, const void *what) {
  const struct known_columns *known = what;
  int named = 0, filled = 0;
  for (int c = 0; c < row->cell_count; c++) {
    filled += row->cells[c][0] != 0;
    named += row->cells[c][0] && (column_by_name(known->columns, known->count, row->cells[c]) >= 0 ||
                                  column_is_called(&remark, row->cells[c]));
  }
  return named >= 2 || named == filled;
}

// The accounts may be in the form exported.
static bool is_header_of_books(const struct sheet_row *row, const void *what) {
  return books_is_header(row) || (what && is_header(row, what));
}

struct sheet_header header_of(struct arena *arena, enum table_id id) {
  struct known_columns *known = arena_alloc(arena, sizeof *known);
  *known = table_of(id)->transposed ? (struct known_columns){line_columns, LINE_COLUMNS}
                                    : (struct known_columns){table_of(id)->columns, table_of(id)->column_count};
  if (id == TABLE_GENERAL_LEDGER)
    return (struct sheet_header){is_header_of_books, NULL};
  return (struct sheet_header){id == TABLE_ACCOUNTS ? is_header_of_books : is_header, known};
}
