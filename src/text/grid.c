// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/grid.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"

enum { MINUTES_A_DAY = 24 * 60, SECONDS_A_DAY = MINUTES_A_DAY * 60 };

struct grid *grid_new(struct arena *arena, const char *name, bool hidden) {
  struct grid *grid = arena_alloc(arena, sizeof *grid);
  *grid = (struct grid){.arena = arena, .name = name, .hidden = hidden};
  return grid;
}

// Number of bytes of the blank at this position; 0: no blank.
static size_t blank_bytes(const char *text) {
  if (*text && strchr(" \t\n\r", *text))
    return 1;
  return strncmp(text, "\u00A0", 2) == 0 ? 2 : 0;
}

static bool holds_more_than_blanks(const char *text) {
  for (size_t blank; (blank = blank_bytes(text)) > 0;)
    text += blank;
  return *text;
}

void grid_put(struct grid *grid, struct grid_cell cell) {
  if (grid->wrong || (!cell.wrong && !holds_more_than_blanks(cell.text)))
    return;
  if (cell.row > SHEET_ROWS_MOST)
    grid->wrong = _("more than 1 000 000 rows: split the sheet");
  else if (grid->count == SHEET_CELLS_MOST)
    grid->wrong = _("more than 4 000 000 cells: split the sheet");
  else if (cell.text && strlen(cell.text) > SHEET_CELL_BYTES_MOST)
    grid->wrong = _("a cell of more than 64 KiB: shorten it");
  else
    *(struct grid_cell *)arena_push(grid->arena, &grid->cells, &grid->count, &grid->room, sizeof cell) = cell;
}

void grid_merge(struct grid *grid, struct grid_merge merge) {
  *(struct grid_merge *)arena_push(grid->arena, &grid->merges, &grid->merge_count, &grid->merge_room, sizeof merge) =
      merge;
}

struct grid *grid_of_rows(struct arena *arena, const struct sheet *rows, const char *name) {
  struct grid *grid = grid_new(arena, name, false);
  for (size_t i = 0; i < rows->row_count; i++)
    for (int c = 0; c < rows->rows[i].cell_count; c++)
      grid_put(grid, (struct grid_cell){rows->rows[i].line, c, SHEET_TEXT, rows->rows[i].cells[c], NULL});
  return grid;
}

const char *grid_place(struct arena *arena, int row, int column) {
  enum { LETTERS = 26 };
  const char *letters = "";
  for (int at = column + 1; at > 0; at = (at - 1) / LETTERS)
    letters = arena_printf(arena, "%c%s", 'A' + (at - 1) % LETTERS, letters);
  return row ? arena_printf(arena, "%s%d", letters, row) : letters;
}

// ---------------------------------------------------------------- values as text

// A spreadsheet shows, and means, fifteen digits; further digits come from binary fractions.
const char *grid_number(struct arena *arena, double value) {
  enum { DIGITS = 15 };
  char *text = arena_printf(arena, "%.*g", DIGITS, value);
  if (!strchr(text, 'e'))
    return text;
  if (fabs(value) >= 1)
    return arena_printf(arena, "%.0f", value);
  text = arena_printf(arena, "%.*f", DIGITS, value);
  for (size_t end = strlen(text); text[end - 1] == '0'; end--)
    text[end - 1] = 0;
  return strcmp(text, "0.") == 0 || strcmp(text, "-0.") == 0 ? "0" : text;
}

const char *grid_percent(struct arena *arena, double share) {
  return arena_printf(arena, "%s %%", grid_number(arena, strtod(grid_number(arena, share * 100), NULL)));
}

// Gregorian, computed by the days of 400 years.
static const char *civil(struct arena *arena, int64_t days_since_1970) {
  int64_t z = days_since_1970 + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
  int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int64_t mp = (5 * doy + 2) / 153, day = doy - (153 * mp + 2) / 5 + 1, month = mp < 10 ? mp + 3 : mp - 9;
  return arena_printf(arena, "%04lld-%02lld-%02lld", (long long)(yoe + era * 400 + (month <= 2)), (long long)month,
                      (long long)day);
}

const char *grid_time(struct arena *arena, double days) {
  long long seconds = llround(days * SECONDS_A_DAY), minutes = seconds / 60;
  const char *sign = seconds < 0 ? "-" : "";
  seconds = llabs(seconds) % 60;
  minutes = llabs(minutes);
  const char *rest = seconds ? arena_printf(arena, ":%02lld", seconds) : "";
  return arena_printf(arena, "%s%02lld:%02lld%s", sign, minutes / 60, minutes % 60, rest);
}

const char *grid_date(struct arena *arena, double days_since_1970) {
  int64_t seconds = llround(days_since_1970 * SECONDS_A_DAY);
  int64_t day = seconds / SECONDS_A_DAY - (seconds % SECONDS_A_DAY < 0);
  int64_t within = seconds - day * SECONDS_A_DAY;
  const char *date = civil(arena, day);
  return within ? arena_printf(arena, "%s %s", date, grid_time(arena, (double)within / SECONDS_A_DAY)) : date;
}

// ---------------------------------------------------------------- a table

// A cell merged over several rows, and how far it reaches.
struct reaching {
  const struct grid_cell *cell;
  int row_last;
};

struct table_making {
  struct arena *arena;
  const struct grid *grid;
  const char *file;
  struct problems *problems;
  const struct sheet_header *known;
  struct sheet *sheet;
  int *cell_of_column; // [SHEET_COLUMNS_MOST] -1: none
  int *columns;        // [sheet->header.cell_count]
  struct reaching reaching[SHEET_COLUMNS_MOST];
  size_t merge; // the next one to apply further down
  size_t row_room;
  bool failed;
};

static const char *trimmed_text(struct arena *arena, const char *text) {
  for (size_t blank; (blank = blank_bytes(text)) > 0;)
    text += blank;
  size_t length = strlen(text);
  while (length) {
    size_t two = length >= 2 && blank_bytes(text + length - 2) == 2 ? 2 : 0;
    if (!two && blank_bytes(text + length - 1) != 1)
      break;
    length -= two ? two : 1;
  }
  return arena_text(arena, text, length);
}

static void refuse_cell(struct table_making *m, const struct grid_cell *cell, const char *why) {
  problem_add(m->problems,
              (struct place){.file = m->file, .line = cell->row, .cell = grid_place(m->arena, cell->row, cell->column)},
              cell->text, "%s", why);
  m->failed = true;
}

// Reads the cells of one row; returns the index after them.
static size_t row_end(const struct grid *grid, size_t from) {
  size_t end = from;
  while (end < grid->count && grid->cells[end].row == grid->cells[from].row)
    end++;
  return end;
}

// A row with its first `count` columns, blank where there is no cell.
static struct sheet_row plain_row(struct arena *arena, const struct grid *grid, size_t from, size_t end) {
  int count = grid->cells[end - 1].column + 1;
  count = count < SHEET_COLUMNS_MOST ? count : SHEET_COLUMNS_MOST;
  struct sheet_row row = {.line = grid->cells[from].row, .cell_count = count};
  const char **cells = arena_array(arena, (size_t)count, sizeof *cells);
  int *lines = arena_array(arena, (size_t)count, sizeof *lines);
  for (int c = 0; c < count; c++)
    cells[c] = "", lines[c] = row.line;
  for (size_t i = from; i < end && grid->cells[i].column < count; i++)
    cells[grid->cells[i].column] = grid->cells[i].wrong ? "" : trimmed_text(arena, grid->cells[i].text);
  row.cells = cells;
  row.lines = lines;
  return row;
}

// Where the header begins among the cells: the first row recognised as one, else the first row.
static size_t find_header(const struct table_making *m) {
  enum { ROWS_TRIED = 100 };
  size_t from = 0, first = SIZE_MAX;
  m->sheet->above = NULL;
  for (int row = 0; from < m->grid->count && row < ROWS_TRIED; row++) {
    size_t end = row_end(m->grid, from);
    struct sheet_row cells = plain_row(m->arena, m->grid, from, end);
    bool comment = cells.cells[0][0] == '#';
    if (!comment && m->known && m->known->is(&cells, m->known->what))
      return from;
    sheet_note_above(m->arena, m->sheet, &cells);
    if (!comment && first == SIZE_MAX)
      first = from;
    from = end;
  }
  m->sheet->above = NULL;
  return first == SIZE_MAX ? m->grid->count : first;
}

static void keep_header(struct table_making *m, size_t from, size_t end) {
  struct sheet_row row = plain_row(m->arena, m->grid, from, end);
  const char **cells = arena_array(m->arena, (size_t)row.cell_count, sizeof *cells);
  m->columns = arena_array(m->arena, (size_t)row.cell_count, sizeof *m->columns);
  int count = 0;
  for (int c = 0; c < row.cell_count; c++) {
    if (!row.cells[c][0] || row.cells[c][0] == '#')
      continue;
    struct place place = {.file = m->file, .line = row.line, .cell = grid_place(m->arena, row.line, c)};
    cells[count] = sheet_harmless(m->problems, place, row.cells[c]);
    m->columns[count] = c;
    m->cell_of_column[c] = count++;
  }
  for (int c = row.cell_count; c-- > 0;)
    if (row.cells[c][0] == '#')
      m->cell_of_column[c] = -2; // a remark column
  m->sheet->header = (struct sheet_row){.line = row.line, .cell_count = count, .cells = cells, .lines = row.lines};
  m->sheet->columns = m->columns;
}

static int compare_merges(const void *a, const void *b) {
  const struct grid_merge *m = a, *n = b;
  return m->row != n->row ? (m->row > n->row) - (m->row < n->row) : (m->column > n->column) - (m->column < n->column);
}

static const struct grid_cell *cell_in(const struct grid *grid, size_t from, size_t end, int column) {
  for (size_t i = from; i < end; i++)
    if (grid->cells[i].column == column)
      return &grid->cells[i];
  return NULL;
}

// Records which cells of the row continue below it, and fills in what continues from above.
static void take_merged(struct table_making *m, struct sheet_row *row, enum sheet_kind *kinds, size_t from,
                        size_t end) {
  for (int c = 0; c < row->cell_count; c++) {
    const struct reaching *above = &m->reaching[m->columns[c]];
    bool reaches = above->cell && above->row_last >= row->line;
    row->cells[c] = reaches && above->cell->text
                        ? sheet_harmless(m->problems, (struct place){.file = m->file, .line = row->line},
                                         trimmed_text(m->arena, above->cell->text))
                        : "";
    kinds[c] = reaches ? above->cell->kind : SHEET_TEXT;
  }
  for (; m->merge < m->grid->merge_count && m->grid->merges[m->merge].row <= row->line; m->merge++) {
    const struct grid_merge *merge = &m->grid->merges[m->merge];
    if (merge->row == row->line && merge->column < SHEET_COLUMNS_MOST)
      m->reaching[merge->column] = (struct reaching){cell_in(m->grid, from, end, merge->column), merge->row_last};
  }
}

static void put_cell(struct table_making *m, struct sheet_row *row, enum sheet_kind *kinds,
                     const struct grid_cell *cell) {
  int at = cell->column < SHEET_COLUMNS_MOST ? m->cell_of_column[cell->column] : -1;
  if (at == -2)
    return;
  if (cell->wrong && at >= 0)
    refuse_cell(m, cell, cell->wrong);
  else if (at < 0)
    refuse_cell(m, cell, _("stands under no header: name the column, with # in front if it is a remark"));
  if (at < 0 || cell->wrong)
    return;
  struct place place = {.file = m->file, .line = cell->row, .cell = grid_place(m->arena, cell->row, cell->column)};
  row->cells[at] = sheet_harmless(m->problems, place, trimmed_text(m->arena, cell->text));
  kinds[at] = cell->kind;
}

static void keep_data(struct table_making *m, size_t from, size_t end) {
  const struct grid_cell *first = &m->grid->cells[from];
  if (first->column == 0 && !first->wrong && trimmed_text(m->arena, first->text)[0] == '#')
    return;
  struct sheet *sheet = m->sheet;
  int count = sheet->header.cell_count;
  struct sheet_row row = {.line = first->row, .cell_count = count};
  row.cells = arena_array(m->arena, (size_t)count, sizeof *row.cells);
  int *lines = arena_array(m->arena, (size_t)count, sizeof *lines);
  enum sheet_kind *kinds = arena_array(m->arena, (size_t)count, sizeof *kinds);
  for (int c = 0; c < count; c++)
    lines[c] = row.line;
  take_merged(m, &row, kinds, from, end);
  for (size_t i = from; i < end; i++)
    put_cell(m, &row, kinds, &m->grid->cells[i]);
  row.lines = lines;
  row.kinds = kinds;
  *(struct sheet_row *)arena_push(m->arena, &sheet->rows, &sheet->row_count, &m->row_room, sizeof row) = row;
}

struct sheet *grid_sheet(struct arena *arena, const struct grid *grid, const char *file,
                         const struct sheet_header *header, struct problems *problems) {
  if (grid->merge_count)
    qsort(grid->merges, grid->merge_count, sizeof *grid->merges, compare_merges);
  struct sheet *sheet = arena_alloc(arena, sizeof *sheet);
  struct table_making m = {
      .arena = arena, .grid = grid, .file = file, .problems = problems, .known = header, .sheet = sheet};
  *sheet = (struct sheet){.file = file, .separator = ';'};
  m.cell_of_column = arena_array(arena, SHEET_COLUMNS_MOST, sizeof *m.cell_of_column);
  for (int c = 0; c < SHEET_COLUMNS_MOST; c++)
    m.cell_of_column[c] = -1;
  size_t from = find_header(&m);
  if (grid->wrong || from == grid->count) {
    problem_add(problems, (struct place){.file = file}, NULL, "%s",
                grid->wrong ? grid->wrong
                            : _("empty: the first line must name the columns; `rotacost columns` lists them"));
    return NULL;
  }
  size_t end = row_end(grid, from);
  keep_header(&m, from, end);
  for (from = end; from < grid->count; from = end) {
    end = row_end(grid, from);
    keep_data(&m, from, end);
  }
  return m.failed ? NULL : sheet;
}
