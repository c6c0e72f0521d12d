// SPDX-License-Identifier: GPL-3.0-or-later
// The sums of the table. A sum may cover the rows since any heading or sum above it, those down to any below it, or the
// whole table; it adds up if one of these ranges matches in every year. A row that is not called a sum, but equals the
// total of several rows next to it, is a sum if its title is in another column than theirs or if the declared sums add
// up only without it; if none of this decides, the user is asked.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "paper/parts.h"

enum { PRINTED_ONE = 10000 };

struct range { // of rows; none where last <= first
  size_t first, last;
};

static struct paper_row *rows_of(const struct paper_making *making) { return making->paper->rows; }

static bool is_break(const struct paper_row *row) {
  return row->kind == PAPER_SUM || row->kind == PAPER_HEADING || row->kind == PAPER_HEADER;
}

static int64_t sum_of(const struct paper_making *making, struct range range, int year, size_t *count) {
  int64_t sum = 0;
  *count = 0;
  for (size_t i = range.first; i < range.last; i++) {
    const struct paper_row *row = &rows_of(making)[i];
    *count += row->kind == PAPER_MEASURE;
    if (row->kind == PAPER_MEASURE && row->printed[year] != NOT_GIVEN)
      sum += row->printed[year];
  }
  return sum;
}

struct fit {
  struct range range;
  int years, wrong; // compared; that differ
  int64_t off;      // sum of the differences' sizes
};

static struct fit fit_of(const struct paper_making *making, const struct paper_row *sum, struct range range) {
  struct fit fit = {.range = range};
  size_t count = 0;
  for (int y = 0; y < making->paper->year_count; y++) {
    int64_t own = sum_of(making, range, y, &count);
    if (sum->printed[y] == NOT_GIVEN)
      continue;
    fit.years++;
    fit.wrong += own != sum->printed[y];
    fit.off += llabs(own - sum->printed[y]);
  }
  if (!count)
    fit.years = 0;
  return fit;
}

static void keep_better(struct fit *best, struct fit fit) {
  bool better = !best->years || fit.wrong < best->wrong || (fit.wrong == best->wrong && fit.off < best->off);
  if (fit.years && better)
    *best = fit;
}

// Finds the range that the sum covers, as far as its amounts show it.
static struct fit best_fit(const struct paper_making *making, size_t at) {
  const struct paper_row *sum = &rows_of(making)[at];
  size_t count = making->paper->row_count;
  struct fit best = {0};
  keep_better(&best, fit_of(making, sum, (struct range){0, count}));
  for (size_t s = at; s-- > 0;)
    if (s == 0 || is_break(&rows_of(making)[s]))
      keep_better(&best, fit_of(making, sum, (struct range){is_break(&rows_of(making)[s]) ? s + 1 : 0, at}));
  for (size_t e = at + 1; e <= count; e++)
    if (e == count || is_break(&rows_of(making)[e]))
      keep_better(&best, fit_of(making, sum, (struct range){at + 1, e}));
  return best;
}

// ---------------------------------------------------------------- sums that do not say so

// Does the row equal the total of the range in every year?
static bool equals(const struct paper_making *making, const struct paper_row *row, struct range range) {
  size_t count = 0;
  for (int y = 0; y < making->paper->year_count; y++) {
    int64_t own = row->printed[y] == NOT_GIVEN ? 0 : row->printed[y];
    if (sum_of(making, range, y, &count) != own)
      return false;
  }
  return count >= 2;
}

static struct range run_above(const struct paper_making *making, size_t at) {
  for (size_t s = at; s-- > 0;) {
    const struct paper_row *row = &rows_of(making)[s];
    bool first = s == 0 || is_break(&rows_of(making)[s - 1]) || rows_of(making)[s - 1].row + 1 < row->row;
    if (is_break(row))
      break;
    if (first && equals(making, &rows_of(making)[at], (struct range){s, at}))
      return (struct range){s, at};
  }
  return (struct range){0, 0};
}

static struct range run_below(const struct paper_making *making, size_t at) {
  size_t count = making->paper->row_count;
  for (size_t e = at + 1; e < count && rows_of(making)[e].kind == PAPER_MEASURE &&
                          rows_of(making)[e].row == rows_of(making)[e - 1].row + 1;
       e++)
    if (equals(making, &rows_of(making)[at], (struct range){at + 1, e + 1}))
      return (struct range){at + 1, e + 1};
  return (struct range){0, 0};
}

static bool stands_elsewhere(const struct paper_making *making, size_t at, struct range range) {
  for (size_t i = range.first; i < range.last; i++)
    if (rows_of(making)[i].title_column == rows_of(making)[at].title_column)
      return false;
  return true;
}

static int wrong_sums(const struct paper_making *making, int *sums) {
  int wrong = 0;
  *sums = 0;
  for (size_t i = 0; i < making->paper->row_count; i++)
    if (rows_of(making)[i].kind == PAPER_SUM) {
      wrong += best_fit(making, i).wrong > 0;
      ++*sums;
    }
  return wrong;
}

static void ask(struct paper_making *making, const struct paper_row *row, struct range range) {
  const struct paper_row *rows = rows_of(making);
  problem_add(making->problems, paper_place(making->paper, row->row, row->title_column < 0 ? 0 : row->title_column),
              row->title,
              "its amounts are those of rows %d to %d added up: write `Sum` in front of it if it is their sum; if it "
              "is none, print the sum of the table below",
              rows[range.first].row, rows[range.last - 1].row);
}

// A sum that stands above its rows is also their heading.
static void name_unit(struct paper_making *making, const struct paper_row *sum, struct range range) {
  for (size_t i = range.first; i < range.last; i++)
    if (!*rows_of(making)[i].unit)
      rows_of(making)[i].unit = sum->title;
}

static void find_silent_sums(struct paper_making *making) {
  size_t count = making->paper->row_count, found = 0;
  size_t *at = arena_array(making->paper->arena, count + 1, sizeof *at);
  struct range *of = arena_array(making->paper->arena, count + 1, sizeof *of);
  for (size_t i = 0; i < count; i++) {
    if (rows_of(making)[i].kind != PAPER_MEASURE)
      continue;
    struct range below = run_below(making, i), range = below.last ? below : run_above(making, i);
    if (range.last)
      at[found] = i, of[found++] = range;
  }
  int sums, sums_without, wrong = wrong_sums(making, &sums);
  for (size_t f = 0; f < found; f++)
    rows_of(making)[at[f]].kind = PAPER_ASIDE;
  bool only_without = sums && wrong_sums(making, &sums_without) < wrong;
  for (size_t f = 0; f < found; f++) {
    struct paper_row *row = &rows_of(making)[at[f]];
    bool sum = only_without || stands_elsewhere(making, at[f], of[f]);
    row->kind = sum ? PAPER_SUM : PAPER_MEASURE;
    if (sum && of[f].first > at[f])
      name_unit(making, row, of[f]);
    if (!sum && (!sums || wrong))
      ask(making, row, of[f]);
  }
}

// ---------------------------------------------------------------- told

// The first and the last row of a measure in the range.
static struct range measures_in(const struct paper_making *making, struct range range) {
  while (range.first < range.last && rows_of(making)[range.first].kind != PAPER_MEASURE)
    range.first++;
  while (range.last > range.first && rows_of(making)[range.last - 1].kind != PAPER_MEASURE)
    range.last--;
  return range;
}

static const char *printed_text(const struct paper_making *making, int64_t printed) {
  double value = (double)printed / PRINTED_ONE;
  return grid_number(making->paper->arena, value);
}

// A year whose sum differs.
static void tell_wrong(struct paper_making *making, const struct paper_row *sum, const struct fit *fit) {
  struct range range = measures_in(making, fit->range);
  for (int y = 0; y < making->paper->year_count; y++) {
    size_t count;
    int64_t own = sum_of(making, fit->range, y, &count);
    if (sum->printed[y] == NOT_GIVEN || own == sum->printed[y])
      continue;
    int column = sum->column_of[y];
    struct place at = paper_place(making->paper, sum->row, column);
    const char *from = grid_place(making->paper->arena, rows_of(making)[range.first].row, column);
    const char *to = grid_place(making->paper->arena, rows_of(making)[range.last - 1].row, column);
    bool rounding = 2 * llabs(own - sum->printed[y]) <= (int64_t)count * PRINTED_ONE && count > 1 && own != 0 &&
                    llabs(own - sum->printed[y]) <= 2 * PRINTED_ONE;
    if (rounding)
      problem_warn(making->problems, at, printed_text(making, sum->printed[y]),
                   "does not add up: %s to %s make %s; rounded amounts may explain it", from, to,
                   printed_text(making, own));
    else
      problem_doubt(making->problems, at, printed_text(making, sum->printed[y]),
                    "does not add up: %s to %s make %s, and the difference is %s: correct the sum, or the rows", from,
                    to, printed_text(making, own), printed_text(making, sum->printed[y] - own));
  }
}

static void judge_sums(struct paper_making *making) {
  size_t count = making->paper->row_count;
  for (size_t i = 0; i < count; i++) {
    struct paper_row *row = &rows_of(making)[i];
    if (row->kind != PAPER_SUM)
      continue;
    struct fit fit = best_fit(making, i);
    size_t held = 0, all = 0;
    sum_of(making, fit.range, 0, &held);
    sum_of(making, (struct range){0, count}, 0, &all);
    row->adds_up = fit.years && !fit.wrong;
    row->whole = fit.years && held == all;
    if (fit.years && fit.wrong)
      tell_wrong(making, row, &fit);
  }
}

static bool row_sum(struct paper_making *making, const struct paper_row *row, int column, int64_t *printed,
                    int64_t *own) {
  unsigned shows = 0;
  const char *why;
  const struct paper_line *line = making->lines.lines;
  while (line->row != row->row)
    line++;
  *own = 0;
  for (int y = 0; y < making->paper->year_count; y++)
    *own += row->printed[y] == NOT_GIVEN ? 0 : row->printed[y];
  return paper_amount(making->paper->arena, line->cells[column], making->style, printed, &shows, &why) == VALUE_AMOUNT;
}

// Columns that are the sum of the row's years.
static void judge_columns(struct paper_making *making) {
  for (int c = 0; c < making->paper->width; c++) {
    size_t good = 0, wrong = 0;
    for (int tell = 0; tell < 2; tell++)
      for (size_t i = 0; i < making->paper->row_count; i++) {
        const struct paper_row *row = &rows_of(making)[i];
        int64_t printed, own;
        bool counts = row->kind == PAPER_MEASURE || row->kind == PAPER_SUM;
        if (!counts || row->columns[c].role != PAPER_YEARS || !row_sum(making, row, c, &printed, &own))
          continue;
        if (!tell)
          good += printed == own, wrong += printed != own;
        else if (printed != own && good > wrong)
          problem_doubt(making->problems, paper_place(making->paper, row->row, c), printed_text(making, printed),
                        "does not add up: the years of the row make %s", printed_text(making, own));
      }
    struct place at = {.file = making->paper->file, .cell = grid_place(making->paper->arena, 0, c)};
    if (wrong && good <= wrong)
      problem_warn(making->problems, at, NULL, "no sum of the row's years: the column is not looked at");
  }
}

void paper_sums(struct paper_making *making) {
  find_silent_sums(making);
  for (size_t i = 0; i < making->paper->row_count; i++) {
    const struct paper_row *row = &rows_of(making)[i];
    making->paper->measure_count += row->kind == PAPER_MEASURE;
    if (row->kind == PAPER_UNKNOWN)
      problem_warn(making->problems,
                   paper_place(making->paper, row->row, row->title_column < 0 ? 0 : row->title_column), row->title,
                   "not taken: %s", row->why);
  }
  judge_sums(making);
  judge_columns(making);
}
