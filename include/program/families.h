// SPDX-License-Identifier: GPL-3.0-or-later
// The families of constraints. A new one is a kind in enum row_kind (program/program.h), a record in families.c and the file that
// makes its rows; names in exported programmes, shares of the year, merging, the working set of the simplex and the reasons of a
// result read the record.
#ifndef ROTACOST_PROGRAM_FAMILIES_H
#define ROTACOST_PROGRAM_FAMILIES_H

#include "program/program.h"

// The members of a row_key that tell one row of the family from another, all named in exported programmes.
enum row_part {
  PART_TYPE = 1,
  PART_TYPE_AFTER = 2,
  PART_DAY = 4,
  PART_INTERVAL = 8, // with its level
  PART_GROUP = 16,   // who is a group: the row is a limit of its people, which one head more widens
  PART_SOURCE = 32,  // who is a source
  PART_LEVEL = 64,
  PART_SEGMENT = 128,
  PART_MINUTE = 256
};

struct row_family {
  const char *name; // in exported programmes
  const char *rule; // in words, for `model`
  unsigned parts;   // enum row_part
  bool away_only;   // nothing but holidays and heads stands in its rows
  bool seldom;      // a limit of single people and days: a plan near one that is not bound by it keeps it too
  bool least;       // keeps what an aim before the kroner found: open in the programme, the aims come first by steps
  enum row_kind eased_with; // the family that stands for it where a limit is opened; 0: none
  const char *eased;        // what stands in the way, to be translated; NULL: no redesign asks for it
};

const struct row_family *row_family_of(int kind);

// By the parts: a day's (the one of a type that begins the night to the next type's too), a week's, or all weeks'.
enum row_span { ROWS_OF_DAY, ROWS_OF_WEEK, ROWS_OF_YEAR };
enum row_span row_span(int kind);

// Are the rows of the family limits of one group (or type) that its heads widen?
bool row_is_of_group(int kind);

bool row_is_least(int kind);

// Is a row of the kind opened where the limit `eased` is?
bool row_eased_with(int kind, int eased);

#endif
