// SPDX-License-Identifier: GPL-3.0-or-later
// The unit and sign in which the table is printed: given by the user, by the texts of the table, or by unambiguous
// amounts; otherwise the user is asked, never guessed for.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "paper/parts.h"

enum { KRONER_FROM = 1000000, PRINTED_ONE = 10000 };

struct conventions {
  struct paper_making *making;
  int digits; // of the unit found; -1: none yet
  const char *digits_from, *minus_from, *saving_from;
  bool torn; // two different units are given
  int64_t largest;
  size_t plus, minus;             // amounts of measures
  struct place plus_at, minus_at; // the first of each
  int64_t sum;
};

static void hear(struct conventions *c, const char *text) {
  const char *folded = paper_folded(c->making->paper->arena, text);
  int said = paper_unit_said(folded);
  if (said > 0 && c->digits > 0 && said != c->digits)
    c->torn = true;
  if (said > c->digits) // "1000 kr" overrides "kr"
    c->digits = said, c->digits_from = text;
  if (paper_says_minus(folded))
    c->minus_from = text;
  if (paper_says_saving(folded))
    c->saving_from = text;
  if (paper_says_increments(folded))
    c->making->paper->increments_from = text;
  if (paper_says_totals(folded))
    c->making->paper->totals_from = text;
}

// A unit may stand over each year: then it must be the same.
static void compare_units(struct paper_making *making, const struct paper_line *line,
                          const struct paper_column *columns) {
  struct paper *paper = making->paper;
  int first = -1, unit = -1;
  for (int c = 0; c < paper->width; c++) {
    const char *text = columns[c].role == PAPER_YEAR ? paper_text_at(line, c) : "";
    int said = *text ? paper_unit_said(paper_folded(paper->arena, text)) : -1;
    if (said >= 0 && unit >= 0 && said != unit)
      problem_add(making->problems, paper_place(paper, line->row, c), text,
                  "another unit than in %s: print the amounts of all years in one unit",
                  grid_place(paper->arena, line->row, first));
    if (said >= 0 && unit < 0)
      unit = said, first = c;
  }
}

// Reads the lines above the first row of amounts: titles, heads, units.
static void hear_texts(struct conventions *c) {
  const struct paper_making *making = c->making;
  const struct paper_row *rows = making->paper->rows, *measure = NULL;
  int first = making->paper->row_count ? rows[making->paper->row_count - 1].row + 1 : 0;
  for (size_t i = 0; i < making->paper->row_count && !measure; i++)
    if (rows[i].kind == PAPER_MEASURE)
      measure = &rows[i], first = rows[i].row < first ? rows[i].row : first;
  for (size_t i = 0; i < making->lines.count && making->lines.lines[i].row < first; i++) {
    for (int column = 0; column < making->paper->width; column++)
      hear(c, paper_text_at(&making->lines.lines[i], column));
    if (measure && i >= making->first_header)
      compare_units(c->making, &making->lines.lines[i], measure->columns);
  }
  hear(c, making->paper->grid->name);
}

static void weigh_amounts(struct conventions *c) {
  const struct paper *paper = c->making->paper;
  for (size_t i = 0; i < paper->row_count; i++)
    for (int y = 0; y < paper->year_count; y++) {
      int64_t printed = paper->rows[i].printed[y];
      if (printed == NOT_GIVEN)
        continue;
      bool measure = paper->rows[i].kind == PAPER_MEASURE;
      struct place at = paper_place(paper, paper->rows[i].row, paper->rows[i].column_of[y]);
      if (measure && printed > 0 && !c->plus++)
        c->plus_at = at;
      if (measure && printed < 0 && !c->minus++)
        c->minus_at = at;
      c->sum += measure ? printed : 0;
      c->largest = llabs(printed) > c->largest ? llabs(printed) : c->largest;
    }
}

static void settle_unit(struct conventions *c) {
  struct paper *paper = c->making->paper;
  struct place at = {.file = paper->file};
  bool large = c->largest >= (int64_t)KRONER_FROM * PRINTED_ONE;
  paper->unit_digits = c->digits;
  paper->unit_from = c->digits_from;
  if (c->making->asked->unit_digits >= 0) {
    paper->unit_digits = c->making->asked->unit_digits;
    paper->unit_from = "--claims-in";
  } else if (c->torn) {
    problem_add(c->making->problems, at, NULL, "its texts say both 1000 kr and million kr: say which by --claims-in");
  } else if (c->digits < 0 && large) {
    paper->unit_digits = 0;
    paper->unit_from = _("no text; amounts of millions can only be kroner");
  } else if (c->digits < 0 || (c->digits == 0 && c->largest < (int64_t)10000 * PRINTED_ONE)) {
    problem_add(c->making->problems, at, NULL,
                "in kroner or in 1000 kr? No text above the amounts says so beyond doubt: say it by --claims-in kr or "
                "--claims-in \"1000 kr\"");
  }
}

static void settle_sign(struct conventions *c) {
  struct paper *paper = c->making->paper;
  struct place at = {.file = paper->file};
  paper->sign = c->making->asked->sign;
  paper->sign_from = "--savings-are";
  if (paper->sign != PAPER_SIGN_ASK)
    return;
  if (c->minus_from) {
    paper->sign = PAPER_SAVINGS_NEGATIVE;
    paper->sign_from = c->minus_from;
  } else if (c->minus && !c->plus) {
    paper->sign = PAPER_SAVINGS_NEGATIVE;
    paper->sign_from = _("every amount has a minus");
  } else if (c->saving_from && c->sum) { // a savings plan saves something in total
    paper->sign = c->sum < 0 ? PAPER_SAVINGS_NEGATIVE : PAPER_SAVINGS_POSITIVE;
    paper->sign_from = c->saving_from;
  } else if (c->minus && c->plus) {
    problem_add(
        c->making->problems, at, NULL,
        "%s has a minus, %s has none: which are savings? Say it by --savings-are negative or --savings-are positive",
        c->minus_at.cell, c->plus_at.cell);
  } else {
    problem_add(c->making->problems, at, NULL,
                "no amount has a minus, and no text above calls them savings: are they savings or costs? Say it by "
                "--savings-are positive or --savings-are negative");
  }
}

// More income has the sign of a saving.
static void doubt_income(struct paper_making *making) {
  const struct paper *paper = making->paper;
  if (paper->sign == PAPER_SIGN_ASK)
    return;
  for (size_t i = 0; i < paper->row_count; i++)
    for (int y = 0; y < paper->year_count; y++) {
      const struct paper_row *row = &paper->rows[i];
      int64_t ore = row->kind == PAPER_MEASURE && row->income ? paper_saving_ore(paper, row->printed[y]) : NOT_GIVEN;
      if (ore == NOT_GIVEN || ore >= 0)
        continue;
      problem_doubt(making->problems, paper_place(paper, row->row, row->column_of[y]), row->title,
                    "income with the sign of a cost: it is read as less income; turn its sign if it is more");
      break;
    }
}

void paper_convention(struct paper_making *making) {
  struct conventions c = {.making = making, .digits = -1};
  hear_texts(&c);
  weigh_amounts(&c);
  if (!making->paper->measure_count)
    return;
  settle_unit(&c);
  settle_sign(&c);
  doubt_income(making);
}
