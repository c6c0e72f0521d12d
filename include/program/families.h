// SPDX-License-Identifier: GPL-3.0-or-later
// The families of constraints. A new one is a kind in enum row_kind (program/program.h), a record in families.c and the file that
// makes its rows; names in exported programmes, shares of the year, merging, the working set of the simplex and the reasons of a
// result read the record.
#ifndef ROTACOST_PROGRAM_FAMILIES_H
#define ROTACOST_PROGRAM_FAMILIES_H

#include "program/program.h"

// The members of a row_key that identify a row within its family. All of them are named in exported programmes.
enum row_part {
  PART_TYPE = 1,
  PART_TYPE_AFTER = 2,
  PART_DAY = 4,
  PART_INTERVAL = 8, // together with its level
  PART_GROUP = 16,   // `who` is a group: the row limits its people, and one more head relaxes it
  PART_SOURCE = 32,  // `who` is a source
  PART_LEVEL = 64,
  PART_SEGMENT = 128,
  PART_MINUTE = 256
};

struct row_family {
  const char *name; // in exported programmes
  const char *rule; // in words, for `model`
  unsigned parts;   // enum row_part
  bool away_only;   // its rows contain only holidays and heads
  bool seldom;      // limits single people and days: plans close to a plan that it does not bind keep it too
  bool
      least; // holds the optimum of an aim that precedes cost: open in the programme, because the aims are solved in stages
  enum row_kind eased_with; // the family to relax in its place when a limit is relaxed; 0: none
  const char *eased;        // the limit in words, to be translated; NULL: no redesign relaxes it
};

const struct row_family *row_family_of(int kind);

// From the parts: a row of one day (including the night from the last day of a type into the next type), of one week, or of all weeks.
enum row_span { ROWS_OF_DAY, ROWS_OF_WEEK, ROWS_OF_YEAR };
enum row_span row_span(int kind);

// Do the rows of the family limit one group (or type), and does each further head relax them?
bool row_is_of_group(int kind);

bool row_is_least(int kind);

// Is a row of this kind relaxed together with the limit `eased`?
bool row_eased_with(int kind, int eased);

#endif
