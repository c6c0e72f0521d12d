// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of children, which need follows from (need/ratio.h, scenario/tables.h).
#ifndef ROTACOST_SCENARIO_ROWS_CHILDREN_H
#define ROTACOST_SCENARIO_ROWS_CHILDREN_H

#include "scenario/row.h"

struct ratio_row { // steps of a rule, and one row without up_to for more children
  struct row row;
  const char *rule;
  int64_t up_to;          // children; NOT_GIVEN: beyond the last step
  int64_t staff;          // adults of the step
  int64_t then_per_milli; // beyond: children per further adult
};

struct place_row {
  struct row row;
  const char *place, *title;
  int64_t most_min; // minutes a week a child of the place may attend; NOT_GIVEN: no limit
};

struct children_row {
  struct row row;
  int64_t unit;
  const char *grade;
  int64_t place; // index
  int64_t children;
  int64_t weight_milli; // the weight of one child
};

struct enrolment_row { // as printed; must equal the sum of children.csv
  struct row row;
  const char *area, *grade; // NULL: all
  int64_t place;            // NOT_GIVEN: all
  int64_t children;
};

struct attendance_row {
  struct row row;
  int64_t place, terms; // enum term_kind, never closed
  int64_t days, weeks;  // dayset by need_day_matches, weekset
  int64_t start_min, end_min;
  int64_t percent_e8; // of the children enrolled
};

struct term_row { // of the rows that apply to a unit and day, the one with the latest first day counts
  struct row row;
  int64_t unit;     // NOT_GIVEN: all
  const char *area; // NULL: all
  const char *term;
  int64_t from, to, kind;        // enum term_kind
  int64_t opens_min, closes_min; // NOT_GIVEN where closed
};

enum school_kind { SCHOOL_PRIMARY, SCHOOL_LOWER_SECONDARY, SCHOOL_KINDS };

struct school_row { // without a school: the printed sum of the municipality
  struct row row;
  const char *municipality, *municipality_title, *school, *title, *grades;
  int64_t kind, pupils;
  int64_t leadership_milli, teaching_milli; // FTE
  const char *joint;                        // schools with the same code are also compared as one
};

#endif
