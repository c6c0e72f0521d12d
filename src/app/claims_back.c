// SPDX-License-Identifier: GPL-3.0-or-later
// The paper's table with the verdict beside each row. Its contents are unchanged: for a CSV file every byte, for a
// workbook every cell with its formula and format; where the file is converted, every value in its cell.
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/claims.h"
#include "app/watch.h"
#include "base/file.h"
#include "base/fixed.h"
#include "base/language.h"
#include "base/words.h"
#include "book/back_book.h"
#include "paper/parts.h"
#include "report/claims.h"
#include "report/council.h"
#include "report/terminal.h"
#include "text/spreadsheet.h"
#include "text/spreadsheet_add.h"

enum { BACK_VERDICT, BACK_KEPT, BACK_ADJUSTED, BACK_SENTENCE };

struct backing {
  struct arena *arena;
  const struct options *options;
  const struct paper_source *source;
  const struct paper *paper;
  const struct audit *audit;
  const struct overview_line *lines; // [measure_count]
  struct word_index *by_source;      // finds the measure of a claim by the place it was taken from
  struct back_row *rows;
  size_t row_count, row_room, without;
};

// ---------------------------------------------------------------- which measure a row is

static void index_sources(struct backing *b) {
  const struct tables *tables = &b->audit->scenario->tables;
  b->by_source = word_index_new(b->arena);
  for (size_t i = 0; i < row_count(tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(tables)[i];
    if (claim->row.source && claim->measure != NOT_GIVEN)
      word_put(b->by_source, claim->row.source, (size_t)claim->measure);
  }
}

// By the row it was taken from, else by its title, and unit where titles are alike. WORD_NONE: none, or one of several.
static size_t measure_of(const struct backing *b, const struct paper_row *row, bool *several) {
  *several = false;
  for (int y = 0; y < b->paper->year_count; y++) {
    size_t measure =
        row->column_of[y] < 0 ? WORD_NONE : word_find(b->by_source, paper_trace(b->paper, row->row, row->column_of[y]));
    if (measure != WORD_NONE)
      return measure;
  }
  const struct measure_row *measures = measure_rows(&b->audit->scenario->tables);
  const char *title = paper_folded(b->arena, row->title), *unit = paper_folded(b->arena, row->unit);
  size_t found = WORD_NONE, alike = 0, of_unit = WORD_NONE, alike_unit = 0;
  for (size_t m = 0; m < b->audit->measure_count; m++) {
    if (strcmp(paper_folded(b->arena, measures[m].title), title) != 0)
      continue;
    found = m;
    alike++;
    if (measures[m].unit_label && !strcmp(paper_folded(b->arena, measures[m].unit_label), unit))
      of_unit = m, alike_unit++;
  }
  *several = alike_unit != 1 && alike > 1;
  return alike_unit == 1 ? of_unit : alike == 1 ? found : WORD_NONE;
}

// ---------------------------------------------------------------- what is told of it

static struct back_row *add_row(struct backing *b, int row) {
  struct back_row *back = arena_push(b->arena, &b->rows, &b->row_count, &b->row_room, sizeof *back);
  *back = (struct back_row){.row = row, .texts = {"", "", "", ""}};
  return back;
}

static void add_head(struct backing *b, int row) {
  struct back_row *head = add_row(b, row);
  head->head = true;
  head->texts[BACK_VERDICT] = _("Verdict");
  head->texts[BACK_KEPT] = _("Estimated saving if all posts are kept, kr");
  head->texts[BACK_ADJUSTED] = _("Estimated saving if posts are reduced to match, kr");
  head->texts[BACK_SENTENCE] = _("In one sentence");
}

static void put_kr(struct back_row *back, int column, int64_t ore) {
  if (ore == FIELD_BLANK)
    return;
  back->texts[column] = NULL;
  back->kr[column] = fixed_divide(ore, ORE_PER_KR);
}

static void add_verdict(struct backing *b, const struct paper_row *row) {
  bool several;
  size_t measure = measure_of(b, row, &several);
  struct back_row *back = add_row(b, row->row);
  if (measure == WORD_NONE) {
    back->texts[BACK_VERDICT] =
        several ? _("not looked at: several measures of the scenario have this title") : _("not in the scenario");
    b->without += !several;
    return;
  }
  const struct overview_line *line = &b->lines[measure];
  bool computed =
      line->verdict != VERDICT_TAKEN_OVER && line->verdict != VERDICT_TAKEN_OVER_DOUBTED && line->effect->testable;
  back->texts[BACK_VERDICT] = line->verdict_words;
  back->texts[BACK_SENTENCE] = council_sentence(b->arena, line);
  if (computed) {
    put_kr(back, BACK_KEPT, line->kept_ore);
    put_kr(back, BACK_ADJUSTED, line->adjusted_ore);
  }
}

static void add_rows(struct backing *b) {
  for (size_t i = 0; i < b->paper->row_count; i++) {
    const struct paper_row *row = &b->paper->rows[i];
    if (row->kind == PAPER_HEADER)
      add_head(b, row->row);
    else if (row->kind == PAPER_MEASURE)
      add_verdict(b, row);
    else if (row->kind == PAPER_SUM && !row->adds_up)
      add_row(b, row->row)->texts[BACK_VERDICT] = _("the sum does not add up");
    else if (row->kind == PAPER_UNKNOWN)
      add_row(b, row->row)->texts[BACK_VERDICT] = arena_printf(b->arena, _("not looked at: %s"), row->why);
  }
}

// ---------------------------------------------------------------- CSV

static const char *quoted(struct arena *arena, char separator, const char *text) {
  const char special[] = {separator, '"', '\n', '\r', '\0'};
  if (!strpbrk(text, special))
    return text;
  const char *out = "";
  for (size_t part; *text; text += part + (text[part] == '"')) {
    part = strcspn(text, "\"");
    out = arena_printf(arena, "%s%.*s%s", out, (int)part, text, text[part] ? "\"\"" : "");
  }
  return arena_printf(arena, "\"%s\"", out);
}

// The cells behind a row, each with its separator in front.
static const char *cells_behind(const struct backing *b, char separator, const struct back_row *back) {
  const char *cells = "";
  for (int c = 0; c < BACK_COLUMNS; c++) {
    const char *text = back->texts[c] ? back->texts[c] : arena_printf(b->arena, "%lld", (long long)back->kr[c]);
    cells = arena_printf(b->arena, "%s%c%s", cells, separator, quoted(b->arena, separator, text));
  }
  return cells;
}

static const struct back_row *back_at(const struct backing *b, int row) {
  for (size_t i = 0; i < b->row_count; i++)
    if (b->rows[i].row == row)
      return &b->rows[i];
  return NULL;
}

// The bytes to append to this line of the source.
static const char *behind_line(const struct backing *b, size_t *next, int line, size_t *length) {
  const struct sheet *rows = b->source->rows;
  while (*next < rows->row_count && rows->rows[*next].line_last < line)
    ++*next;
  bool ends = *next < rows->row_count && rows->rows[*next].line_last == line;
  const struct back_row *back = ends ? back_at(b, rows->rows[*next].line) : NULL;
  *length = 0;
  if (!back)
    return "";
  const char *cells = cells_behind(b, rows->separator, back);
  for (int c = rows->rows[*next].cell_count; c < b->paper->width; c++)
    cells = arena_printf(b->arena, "%c%s", rows->separator, cells);
  return sheet_encode(b->arena, rows, cells, length);
}

// The source's own bytes, line by line, with the results after each row.
static void write_bytes(const struct backing *b, const char *bytes, size_t count, FILE *to) {
  size_t next = 0, length;
  int line = 1;
  for (size_t i = 0; i <= count; i++) {
    bool second = i && i < count && bytes[i] == '\n' && bytes[i - 1] == '\r';
    bool ends =
        (i == count && i && !strchr("\r\n", bytes[i - 1])) || (i < count && strchr("\r\n", bytes[i]) && !second);
    if (ends) {
      const char *behind = behind_line(b, &next, line++, &length);
      fwrite(behind, 1, length, to);
    }
    if (i < count)
      fputc(bytes[i], to);
  }
}

// A spreadsheet would run such a text as a formula.
static const char *harmless(struct arena *arena, const struct grid_cell *cell) {
  const char *text = cell->text ? cell->text : "";
  bool formula =
      cell->kind == SHEET_TEXT && *text && strchr("=+@\t\r-", *text) && strspn(text, "-0123456789., ") != strlen(text);
  return formula ? arena_printf(arena, "'%s", text) : text;
}

// A workbook's sheet as CSV, row by row as far as it is filled in.
static void write_grid(const struct backing *b, FILE *to) {
  const struct grid *grid = b->paper->grid;
  for (size_t i = 0; i < grid->count;) {
    int row = grid->cells[i].row;
    for (int c = 0; c < b->paper->width; c++) {
      if (c)
        fputc(';', to);
      if (i < grid->count && grid->cells[i].row == row && grid->cells[i].column == c)
        fputs(quoted(b->arena, ';', harmless(b->arena, &grid->cells[i++])), to);
    }
    while (i < grid->count && grid->cells[i].row == row)
      i++;
    const struct back_row *back = back_at(b, row);
    fputs(back ? cells_behind(b, ';', back) : "", to);
    fputc('\n', to);
  }
}

static const char *write_csv(const struct backing *b) {
  const char *why = NULL;
  char *bytes = NULL, hash[SHEET_HASH_DIGITS + 1];
  size_t count = 0;
  if (b->source->rows && !sheet_bytes(b->arena, b->source->path, &bytes, &count, hash, &why))
    return why;
  struct new_file *file = file_begin(b->arena, b->options->back, "", &why);
  if (!file)
    return why;
  if (b->source->rows)
    write_bytes(b, bytes, count, file_stream(file));
  else
    write_grid(b, file_stream(file));
  return file_finish(file, &why) ? NULL : why;
}

// ---------------------------------------------------------------- a workbook

static bool is_same_kind(const struct backing *b) {
  return b->source->book && spreadsheet_is_of_kind(b->source->path, b->options->back);
}

static struct added_cell *cells_of(const struct backing *b, size_t *count) {
  struct added_cell *cells = arena_array(b->arena, b->row_count * BACK_COLUMNS + 1, sizeof *cells);
  *count = 0;
  for (size_t i = 0; i < b->row_count; i++)
    for (int c = 0; c < BACK_COLUMNS; c++) {
      const struct back_row *back = &b->rows[i];
      if (back->texts[c] ? !*back->texts[c] : back->kr[c] == INT64_MIN)
        continue;
      cells[(*count)++] = (struct added_cell){.row = back->row,
                                              .column = b->paper->width + c,
                                              .look = back->head       ? ADDED_HEAD
                                                      : back->texts[c] ? ADDED_TEXT
                                                                       : ADDED_KR,
                                              .text = back->texts[c],
                                              .number = back->kr[c]};
    }
  return cells;
}

// The source itself, with cells added after the table.
static const char *add_to_workbook(const struct backing *b, const char *to) {
  struct added_cells added = {
      .sheet = b->paper->grid, .first = b->paper->width, .widths = back_widths, .width_count = BACK_COLUMNS};
  added.cells = cells_of(b, &added.count);
  return spreadsheet_add(b->arena, b->source->book, &added, 1, to);
}

static const char *write_workbook(const struct backing *b, const char *to) {
  struct grid *only = arena_copy(b->arena, b->paper->grid, 1, sizeof *only);
  const struct spreadsheet *book = b->source->book;
  if (!book)
    only->name = _("Measures");
  const char *why = back_book_write(b->arena, book ? book->sheets : &only, book ? book->sheet_count : 1,
                                    book ? b->paper->grid : only, b->paper->width, b->rows, b->row_count, to);
  return why;
}

// First under a temporary name beside it: whole or not at all.
static const char *write_book(const struct backing *b) {
  const char *part = arena_printf(b->arena, "%s.part", b->options->back);
  const char *why = is_same_kind(b) ? add_to_workbook(b, part) : write_workbook(b, part);
  if (!why && link(part, b->options->back) != 0)
    why = strerror(errno);
  unlink(part);
  return why;
}

static bool ends_in(const char *path, const char *ending) {
  size_t length = strlen(path), wanted = strlen(ending);
  return length > wanted && !strcasecmp(path + length - wanted, ending);
}

static bool back_is_free(const struct options *options, struct arena *arena) {
  const char *shown = terminal_text(arena, options->back);
  bool known = ends_in(options->back, ".csv") || is_excel_workbook(options->back) ||
               spreadsheet_is_of_kind(options->paper, options->back);
  if (!known)
    fprintf(stderr, _("rotacost: %s: name a .csv or an .xlsx file, or one of the kind that %s is\n"), shown,
            terminal_text(arena, options->paper));
  else if (access(options->back, F_OK) == 0)
    fprintf(stderr, _("rotacost: %s is there already; name a new file\n"), shown);
  return known && access(options->back, F_OK) != 0;
}

enum exit_status claims_back(struct arena *arena, const struct options *options, const struct paper_source *source,
                             const struct paper *paper) {
  if (!back_is_free(options, arena))
    return EXIT_WRONG_USE;
  const struct scenario *scenario = watch_read(arena, options->into, options->strict);
  enum exit_status status = EXIT_BAD_INPUT;
  struct backing b = {.arena = arena, .options = options, .source = source, .paper = paper};
  b.audit = scenario ? watch_audit(options, scenario, NULL, NULL, &status) : NULL;
  if (!b.audit)
    return status;
  const struct result_table *claims = claims_table(arena, b.audit);
  b.lines = overview_lines(arena, b.audit, claims);
  index_sources(&b);
  add_rows(&b);
  const char *why = ends_in(options->back, ".csv") ? write_csv(&b) : write_book(&b);
  const char *shown = terminal_text(arena, options->back);
  if (why) {
    fprintf(stderr, _("rotacost: cannot write %s: %s\n"), shown, why);
    return EXIT_NO_RESULT;
  }
  struct terminal out = {terminal_width(stdout), stdout};
  terminal_say(
      &out,
      is_same_kind(&b) || source->rows
          ? _("%s: the table with its verdicts; what stood in it is as it was.\n")
          : _("%s: the table with its verdicts; of what stood in it the values, without formulas and looks.\n"),
      shown);
  if (b.without)
    terminal_say(&out,
                 _("Rows whose measure is not in the scenario: %zu. Take them in: rotacost claims %s --into %s\n"),
                 b.without, terminal_text(arena, options->paper), terminal_text(arena, options->into));
  return EXIT_DONE;
}
