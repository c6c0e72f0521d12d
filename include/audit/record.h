// SPDX-License-Identifier: GPL-3.0-or-later
// What was solved, so that a third party can solve it again: size, optimum and proven bound of every model behind the
// baseline and the effects of single measures. `rotacost model` exports each of them.
#ifndef ROTACOST_AUDIT_RECORD_H
#define ROTACOST_AUDIT_RECORD_H

#include "audit/effect.h"

struct solve_record {
  int64_t measure;      // NOT_GIVEN: the baseline
  enum variant variant; // of a measure: REFERENCE is the baseline on the measure's own calendar
  size_t unit;          // the first of those solved together
  int year;
  enum positions positions;
  int week_types;
  size_t rows, columns, entries;
  size_t whole;                // columns
  double optimum_kr, bound_kr; // of the whole weeks planned, as in the exported model (need/year.h)
  double shortfall_h;
  bool
      positions_held; // left as they are: the programme is too large to move them, and bound_kr tells what others cost at least
};

// Keeps both answers of the variant, once.
void record_add(struct audit *audit, const struct comparison *comparison, enum variant variant, int64_t measure);

#endif
