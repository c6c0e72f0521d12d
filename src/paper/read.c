// SPDX-License-Identifier: GPL-3.0-or-later
// From a file to the sheet that holds the table.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "paper/parts.h"
#include "text/spreadsheet.h"

static const char *name_of(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

const struct paper_source *paper_source_read(struct arena *arena, const char *path, struct problems *problems) {
  struct paper_source *source = arena_alloc(arena, sizeof *source);
  *source = (struct paper_source){.path = path, .name = name_of(path)};
  if (is_spreadsheet(path))
    source->book = spreadsheet_read(arena, path, problems);
  else
    source->rows = sheet_read_plain(arena, path, path, problems);
  return source->book || source->rows ? source : NULL;
}

struct place paper_place(const struct paper *paper, int row, int column) {
  return (struct place){.file = paper->file, .line = row, .cell = grid_place(paper->arena, row, column)};
}

const char *paper_trace(const struct paper *paper, int row, int column) {
  return arena_printf(paper->arena, "%s!%s", name_of(paper->file), grid_place(paper->arena, row, column));
}

int64_t paper_saving_ore(const struct paper *paper, int64_t printed) {
  enum { ORE_DIGITS = 2 };
  if (printed == NOT_GIVEN)
    return NOT_GIVEN;
  int64_t ore = paper->sign == PAPER_SAVINGS_NEGATIVE ? -printed : printed;
  for (int digits = paper->unit_digits + ORE_DIGITS; digits > PAPER_DIGITS; digits--)
    ore *= 10;
  for (int digits = paper->unit_digits + ORE_DIGITS; digits < PAPER_DIGITS; digits++)
    ore /= 10;
  return ore;
}

// ---------------------------------------------------------------- the sheet

static struct paper_lines lines_of(struct arena *arena, const struct grid *grid, int width) {
  struct paper_lines lines = {0, arena_array(arena, grid->count + 1, sizeof *lines.lines)};
  for (size_t i = 0; i < grid->count; i++) {
    const struct grid_cell *cell = &grid->cells[i];
    if (cell->column >= width)
      continue;
    if (!lines.count || lines.lines[lines.count - 1].row != cell->row) {
      lines.lines[lines.count].row = cell->row;
      lines.lines[lines.count++].cells = arena_array(arena, (size_t)width, sizeof *lines.lines->cells);
    }
    lines.lines[lines.count - 1].cells[cell->column] = cell;
  }
  return lines;
}

static int width_of(const struct grid *grid) {
  int width = 0;
  for (size_t i = 0; i < grid->count; i++)
    if (grid->cells[i].column >= width && grid->cells[i].column < SHEET_COLUMNS_MOST)
      width = grid->cells[i].column + 1;
  return width;
}

static struct paper_making *begin(struct arena *arena, const struct paper_source *source, const struct grid *grid,
                                  const struct paper_asked *asked, struct problems *problems) {
  struct paper_making *making = arena_alloc(arena, sizeof *making);
  struct paper *paper = arena_alloc(arena, sizeof *paper);
  *paper = (struct paper){.arena = arena, .grid = grid, .width = width_of(grid)};
  paper->file = source->book ? arena_printf(arena, "%s: %s", source->path, grid->name) : source->path;
  *making = (struct paper_making){.paper = paper, .asked = asked, .problems = problems};
  making->lines = lines_of(arena, grid, paper->width);
  return making;
}

// Does the sheet hold a table with years?
static bool has_header(struct paper_making *making) {
  for (size_t i = 0; i < making->lines.count; i++)
    if (paper_header(making, i)) {
      making->first_header = i;
      return true;
    }
  return false;
}

static bool is_asked(const struct paper_asked *asked, const struct grid *grid) {
  return asked->sheet ? !strcmp(asked->sheet, grid->name) : grid->name[0] != '#' && !grid->hidden;
}

static struct paper_making *find_sheet(struct arena *arena, const struct paper_source *source,
                                       const struct paper_asked *asked, struct problems *problems) {
  struct paper_making *found = NULL;
  struct place file = {.file = source->path};
  for (size_t i = 0; i < source->book->sheet_count; i++) {
    const struct grid *grid = source->book->sheets[i];
    struct paper_making *making = is_asked(asked, grid) ? begin(arena, source, grid, asked, problems) : NULL;
    if (making && grid->wrong)
      problem_add(problems, (struct place){.file = making->paper->file}, NULL, "%s", grid->wrong);
    if (!making || grid->wrong || !has_header(making))
      continue;
    if (found) {
      problem_add(problems, file, NULL, "two sheets hold a table with years, `%s` and `%s`: say which by --sheet",
                  found->paper->grid->name, grid->name);
      return NULL;
    }
    found = making;
  }
  if (!found && asked->sheet)
    problem_add(problems, file, asked->sheet,
                "no sheet of that name holds a table headed by years: name one that does");
  else if (!found)
    problem_add(
        problems, file, NULL,
        "no sheet holds a table headed by years: head each column of amounts by its year, as 2025, and write the "
        "amounts in digits, without words");
  return found;
}

static struct paper_making *find_table(struct arena *arena, const struct paper_source *source,
                                       const struct paper_asked *asked, struct problems *problems) {
  if (source->book)
    return find_sheet(arena, source, asked, problems);
  struct paper_making *making = begin(arena, source, grid_of_rows(arena, source->rows, source->name), asked, problems);
  if (has_header(making))
    return making;
  problem_add(
      problems, (struct place){.file = source->path}, NULL,
      "no table headed by years: head each column of amounts by its year, as 2025, and write the amounts in digits, "
      "without words");
  return NULL;
}

// ---------------------------------------------------------------- thousands or decimals

// Does every sum of the table add up in this style, and is there at least one?
static bool adds_up_in(struct arena *arena, const struct paper_source *source, const struct paper_making *as,
                       unsigned style) {
  struct problems *unheard = problems_new(arena);
  struct paper_making *trial = begin(arena, source, as->paper->grid, as->asked, unheard);
  size_t sums = 0, good = 0;
  trial->style = style;
  trial->first_header = as->first_header;
  paper_rows(trial);
  paper_sums(trial);
  for (size_t i = 0; i < trial->paper->row_count; i++) {
    sums += trial->paper->rows[i].kind == PAPER_SUM;
    good += trial->paper->rows[i].kind == PAPER_SUM && trial->paper->rows[i].adds_up;
  }
  return sums && good == sums && !unheard->error_count;
}

// Decides what 1.200 means by the sums, if they add up in only one of the two styles; 0: not decided.
static unsigned style_by_sums(struct arena *arena, const struct paper_source *source,
                              const struct paper_making *making) {
  static const unsigned styles[][2] = {{STYLE_POINT_THOUSAND, STYLE_POINT_DECIMAL},
                                       {STYLE_COMMA_THOUSAND, STYLE_COMMA_DECIMAL}};
  for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
    bool thousand = adds_up_in(arena, source, making, styles[i][0]),
         decimal = adds_up_in(arena, source, making, styles[i][1]);
    if (thousand != decimal)
      return styles[i][thousand ? 0 : 1];
  }
  return 0;
}

const struct paper *paper_read(struct arena *arena, const struct paper_source *source, const struct paper_asked *asked,
                               struct problems *problems) {
  size_t errors = problems->error_count;
  struct paper_making *making = find_table(arena, source, asked, problems);
  if (!making)
    return NULL;
  if (paper_is_unclear(making))
    making->style = style_by_sums(arena, source, making);
  paper_rows(making);
  paper_sums(making);
  paper_untaken(making);
  paper_convention(making);
  if (!making->paper->measure_count && problems->error_count == errors)
    problem_add(problems, (struct place){.file = making->paper->file}, NULL,
                "no measure in it: every row with a title and an amount under a year is one, sums aside");
  return problems->error_count == errors ? making->paper : NULL;
}
