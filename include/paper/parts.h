// SPDX-License-Identifier: GPL-3.0-or-later
// What the rooms of paper/ share.
#ifndef ROTACOST_PAPER_PARTS_H
#define ROTACOST_PAPER_PARTS_H

#include "paper/paper.h"

// ---------------------------------------------------------------- words (words.c)

// In small letters, every run of blanks as one.
const char *paper_folded(struct arena *arena, const char *text);
// Does one of them stand in the folded text as a word or words of their own? As a part of a word?
bool paper_has_word(const char *folded, const char *const *words);
bool paper_has_part(const char *folded, const char *const *parts);
bool paper_begins_with(const char *folded, const char *const *words);
// Without the mark of a footnote behind it: *, superscript digits, " 1)".
const char *paper_unmarked(struct arena *arena, const char *text);

bool paper_says_sum(const char *folded);        // sum, totalt, i alt, delsum, ...
bool paper_says_part(const char *folded);       // herav, hvorav, of which
bool paper_says_income(const char *folded);     // salg, gebyr, refusjon, ...
bool paper_says_saving(const char *folded);     // innsparing, effektivisering, kutt, ...
bool paper_says_minus(const char *folded);      // a saving has a minus
bool paper_says_increments(const char *folded); // a year's amount is added to the years before it
bool paper_says_totals(const char *folded);     // it is the whole change
int paper_unit_said(const char *folded);        // digits of "1000 kr", "mill. kr", "kr"; -1: none
bool paper_is_unit_alone(const char *folded);   // nothing but such a unit
enum paper_role paper_role_said(const char *folded);
// The year of a head; 0: none. *several: it names more than one.
int paper_year_said(struct arena *arena, const char *head, bool *several);

// ---------------------------------------------------------------- amounts (amount.c)

enum paper_value { VALUE_BLANK, VALUE_NOTHING, VALUE_AMOUNT, VALUE_TEXT, VALUE_UNCLEAR };
enum { // what the amounts of a table show of how it writes numbers
  STYLE_COMMA_DECIMAL = 1,
  STYLE_COMMA_THOUSAND = 2,
  STYLE_POINT_DECIMAL = 4,
  STYLE_POINT_THOUSAND = 8,
  STYLE_BLANK_THOUSAND = 16,
};

// *printed: times 10^PAPER_DIGITS. `style`: what is known; *shows: what this amount shows. VALUE_UNCLEAR: *why.
enum paper_value paper_amount(struct arena *arena, const struct grid_cell *cell, unsigned style, int64_t *printed,
                              unsigned *shows, const char **why);

// ---------------------------------------------------------------- rows (rows.c, sums.c, untaken.c, convention.c)

struct paper_lines { // the cells of the sheet, row by row
  size_t count;
  struct paper_line {
    int row;
    const struct grid_cell **cells; // [width] NULL: nothing
  } * lines;
};

struct paper_making {
  struct paper *paper;
  struct paper_lines lines;
  const struct paper_asked *asked;
  struct problems *problems;
  unsigned style;
  size_t first_header; // index of the line
};

const char *paper_text_at(const struct paper_line *line, int column); // "" where nothing is
// Does an amount leave open what is meant, by the style of all the others?
bool paper_is_unclear(struct paper_making *making);
void paper_rows(struct paper_making *making);
// Finds subtotals that do not say so, and tells which sums do not add up.
void paper_sums(struct paper_making *making);
// Asks about amounts that cannot be read or stand under no year, and tells what else is left out.
void paper_untaken(struct paper_making *making);
// In which unit, and with which sign?
void paper_convention(struct paper_making *making);
// The columns that a header sets out, from line `at`; NULL: it is none. Memory: arena.
const struct paper_column *paper_header(struct paper_making *making, size_t at);

#endif
