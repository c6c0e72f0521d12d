// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the table like an amount and is not taken. A claim of which half is read looks as right as a whole one,
// so an amount that cannot be read, or that stands under no year, is asked about; what is only left out is told.
#include <ctype.h>
#include <string.h>

#include "base/language.h"
#include "paper/parts.h"

struct untaken {
  struct paper_making *making;
  const struct paper_row *row;
  const struct paper_line *line;
};

static const char *text_at(const struct untaken *u, int column) { return paper_text_at(u->line, column); }

static struct place place_at(const struct untaken *u, int column) {
  return paper_place(u->making->paper, u->row->row, column);
}

static enum paper_value value_at(const struct untaken *u, int column) {
  int64_t printed;
  unsigned shows = 0;
  const char *why;
  return paper_amount(u->making->paper->arena, u->line->cells[column], u->making->style, &printed, &shows, &why);
}

static bool has_digit(const char *text) { return strpbrk(text, "0123456789") != NULL; }

// The line of a row, from that of a row above it on: rows stand in the order of the sheet.
static const struct paper_line *line_from(const struct paper_line *line, int row) {
  while (line->row != row)
    line++;
  return line;
}

// "-5OO OOO", "ca. 400 000" and #REF! were meant as amounts; "ikke beregnet" was not.
static void tell_text(const struct untaken *u, int column) {
  const char *text = text_at(u, column);
  if (has_digit(text) || *text == '#')
    problem_add(u->making->problems, place_at(u, column), text,
                "no amount, under a year: write it in digits, as 1 200 000, and words in a column of their own; an "
                "empty cell or - is nothing");
  else
    problem_doubt(u->making->problems, place_at(u, column), text,
                  "not taken: a text under a year, where the row has amounts of other years");
}

static void tell_fte(const struct untaken *u, int column) {
  enum paper_value value = value_at(u, column);
  if ((value == VALUE_TEXT || value == VALUE_UNCLEAR) && has_digit(text_at(u, column)))
    problem_doubt(u->making->problems, place_at(u, column), text_at(u, column),
                  "not taken: no number of FTE, as 1,5: write it without words");
}

// Are all amounts of the row the years they stand under, so that it may be the header of another table?
static bool repeats_years(const struct untaken *u) {
  bool again = false;
  for (int c = 0; c < u->making->paper->width; c++) {
    if (u->row->columns[c].role != PAPER_YEAR || !*text_at(u, c))
      continue;
    const char *year = arena_printf(u->making->paper->arena, "%d", u->row->columns[c].year);
    if (strcmp(text_at(u, c), year) != 0)
      return false;
    again = true;
  }
  return again;
}

static void tell_years(const struct untaken *u) {
  int c = 0;
  while (u->row->columns[c].role != PAPER_YEAR || !*text_at(u, c))
    c++;
  problem_add(
      u->making->problems, place_at(u, c), text_at(u, c),
      "a year again, below the same year: if the row is the header of another table, write the first cell of the "
      "header above in its first cell, or leave that empty; if it is an amount, set thousands apart, as 2 025");
}

static void read_row(const struct untaken *u) {
  if (repeats_years(u))
    tell_years(u);
  for (int c = 0; c < u->making->paper->width; c++)
    if (u->row->columns[c].role == PAPER_YEAR && value_at(u, c) == VALUE_TEXT)
      tell_text(u, c);
    else if (u->row->columns[c].role == PAPER_FTE)
      tell_fte(u, c);
}

// ---------------------------------------------------------------- columns

static bool says_fte(const struct paper *paper, const char *head) {
  return paper_role_said(paper_folded(paper->arena, head)) == PAPER_FTE;
}

// Is the column one of those right of the first year that is neither a year, nor a sum of them, nor said not to count?
static bool is_beside_years(const struct paper *paper, const struct paper_column *columns, int column) {
  int first = 0;
  while (first < paper->width && columns[first].role != PAPER_YEAR)
    first++;
  enum paper_role role = columns[column].role;
  return column > first && columns[column].head[0] != '#' && (role == PAPER_OTHER || role == PAPER_NOTE) &&
         !says_fte(paper, columns[column].head);
}

// Under a blank cell of the header the column belongs to the year beside it, as below a merged cell.
static void tell_column(const struct untaken *u, int column, bool headed) {
  const char *head = u->row->columns[column].head;
  if (!headed)
    problem_add(u->making->problems, place_at(u, column), text_at(u, column),
                "an amount under no year: head its column by the year and the others by # in front, add the columns of "
                "a year into one, or write # in front of the head that does not count");
  else
    problem_doubt(u->making->problems, place_at(u, column), head,
                  "not taken: the amounts of this column stand under no year; write # in front of its head if they do "
                  "not count, or add them by hand, an effect of a whole year as a claim with basis full_year");
}

static void read_columns(struct paper_making *making) {
  const struct paper *paper = making->paper;
  bool *told = arena_array(paper->arena, (size_t)paper->width, sizeof *told);
  const struct paper_line *header = &making->lines.lines[making->first_header];
  struct untaken u = {making, NULL, making->lines.lines};
  for (size_t i = 0; i < paper->row_count; i++) {
    u.row = &paper->rows[i];
    u.line = line_from(u.line, u.row->row);
    if (u.row->kind == PAPER_HEADER)
      header = u.line;
    if (u.row->kind != PAPER_MEASURE)
      continue;
    for (int c = 0; c < paper->width; c++)
      if (!told[c] && is_beside_years(paper, u.row->columns, c) && value_at(&u, c) == VALUE_AMOUNT) {
        tell_column(&u, c, *paper_text_at(header, c));
        told[c] = true;
      }
  }
}

static bool has_meant_amount(const struct paper_making *making, const struct paper_line *line, int column) {
  for (; line < making->lines.lines + making->lines.count; line++) {
    const char *text = paper_text_at(line, column);
    if (*text && (*text == '#' || has_digit(text)))
      return true;
  }
  return false;
}

// A year of whose amounts none can be read; and FTE, which are a number of the row, not of each of its years.
static void read_heads(struct paper_making *making) {
  const struct paper *paper = making->paper;
  const struct paper_line *header = &making->lines.lines[making->first_header];
  const struct paper_column *columns = paper_header(making, making->first_header);
  bool fte = false, several;
  for (int c = 0; c < paper->width; c++) {
    const char *head = paper_text_at(header, c);
    struct place at = paper_place(paper, header->row, c);
    bool other = *head != '#' && columns[c].role == PAPER_OTHER;
    if (other && !says_fte(paper, head) && paper_year_said(paper->arena, head, &several) &&
        has_meant_amount(making, header + 1, c))
      problem_add(
          making->problems, at, head,
          "no amount under this year can be read: write them in digits, as 1 200 000, or # in front of the head");
    if (other && fte && says_fte(paper, head))
      problem_doubt(making->problems, at, head,
                    "not taken: FTE are read from their first column only; write those of other years into claims.csv");
    fte |= columns[c].role == PAPER_FTE;
  }
}

void paper_untaken(struct paper_making *making) {
  struct untaken u = {making, NULL, making->lines.lines};
  for (size_t i = 0; i < making->paper->row_count; i++) {
    u.row = &making->paper->rows[i];
    u.line = line_from(u.line, u.row->row);
    if (u.row->kind == PAPER_MEASURE || u.row->kind == PAPER_SUM)
      read_row(&u);
  }
  read_heads(making);
  read_columns(making);
}
