// SPDX-License-Identifier: GPL-3.0-or-later
// The table of measures as a council paper prints it: years as columns, amounts in kroner, 1000 kr or millions,
// headings and sums between the rows. Read from a sheet as people make it; nothing is computed but its sums.
//
//   header     the first row with a year over amounts; years stand as 2025, "2 025", "Budsjett 2025", 2024/25. A column
//   of
//              several years ("2025-2028", "Sum") is a sum of the row. The header may come again, with other columns
//   amounts    blanks, points or apostrophes as thousands; - (…) and a minus behind; "-" for nothing; kr and ,- and
//   marks of
//              footnotes are no part of them. 1.200 is decided by what the other amounts show, and else asked about
//   sums       rows that say so (sum, total, i alt, herav not), and rows whose amounts are those of the rows above or
//   below unit, sign what is asked for; else what the texts above the amounts say; else what the amounts leave no doubt
//   about
#ifndef ROTACOST_PAPER_PAPER_H
#define ROTACOST_PAPER_PAPER_H

#include "scenario/tables.h"
#include "text/grid.h"

enum { PAPER_DIGITS = 4 }; // decimals with which a printed amount is kept
enum paper_sign { PAPER_SIGN_ASK, PAPER_SAVINGS_POSITIVE, PAPER_SAVINGS_NEGATIVE };

enum paper_role { // of a column
  PAPER_OTHER,
  PAPER_NUMBER,
  PAPER_TITLE,
  PAPER_UNIT,
  PAPER_COST_CENTRE,
  PAPER_PERSON, // names of persons, which are not taken
  PAPER_NOTE,
  PAPER_FTE,
  PAPER_YEAR,
  PAPER_YEARS, // the sum of the row's years
  PAPER_BOOKS, // amounts that are no claim: accounts, forecasts
};

struct paper_column {
  enum paper_role role;
  int year;         // PAPER_YEAR
  const char *head; // as printed; ""
};

enum paper_kind { // of a row
  PAPER_ASIDE,    // title, footnote, units, a remark: nothing to take
  PAPER_HEADER,   // sets out the columns
  PAPER_HEADING,  // of the rows below
  PAPER_MEASURE,
  PAPER_SUM,
  PAPER_UNKNOWN, // has something that may be meant, and is not taken: `why`
};

struct paper_row {
  int row; // of the sheet
  enum paper_kind kind;
  const char *why;                               // PAPER_UNKNOWN: why it is not taken
  const struct paper_column *columns;            // [paper->width] under which it stands
  const char *title, *unit, *cost_centre, *note; // "" where not printed; unit: its own, the one above, or the heading
  int title_column;
  bool income;       // a row of income, by its words or its heading
  int64_t *printed;  // [paper->year_count] times 10^PAPER_DIGITS; NOT_GIVEN: nothing
  int *column_of;    // [paper->year_count] where each stands; -1
  int64_t fte_milli; // as printed, without a sign; NOT_GIVEN
  bool adds_up;      // PAPER_SUM: in every year it prints
  bool whole;        // PAPER_SUM: of every measure of the table
};

struct paper {
  struct arena *arena;
  const char *file; // as in messages: `plan.csv`, `plan.xlsx: Tiltak`
  const struct grid *grid;
  int width;              // columns
  int year_count, *years; // ascending
  struct paper_row *rows;
  size_t row_count, row_room;
  size_t measure_count;
  int unit_digits; // a printed 1 is 10^unit_digits kroner: 0, 3 or 6
  enum paper_sign sign;
  const char *unit_from, *sign_from; // the text or the reason that says so
  const char *increments_from;       // the text that says that a year's amount is added to the years before it; NULL
  const char *totals_from;           // that says that it is the whole change; NULL
};

struct paper_asked {    // what the user says; the rest is read
  const char *sheet;    // NULL: the only one that has such a table
  int unit_digits;      // negative: not said
  enum paper_sign sign; // PAPER_SIGN_ASK: not said
};

struct paper_source {             // a file as it was read
  const char *path, *name;        // whole; without its folder
  const struct spreadsheet *book; // NULL: CSV
  const struct sheet *rows;       // of CSV
};

// NULL and problems where the file cannot be read.
const struct paper_source *paper_source_read(struct arena *arena, const char *path, struct problems *problems);
// NULL and problems where it holds no such table, or one that leaves open what is meant. Rows that are not taken, and
// sums that do not add up, are warnings. Memory: arena.
const struct paper *paper_read(struct arena *arena, const struct paper_source *source, const struct paper_asked *asked,
                               struct problems *problems);

// Where a cell stands: `C7`. And as a source is traced: `plan.xlsx: Tiltak!C7`.
struct place paper_place(const struct paper *paper, int row, int column);
const char *paper_trace(const struct paper *paper, int row, int column);
// The saving in øre that a printed amount is; NOT_GIVEN of NOT_GIVEN.
int64_t paper_saving_ore(const struct paper *paper, int64_t printed);

#endif
