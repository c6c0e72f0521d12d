// SPDX-License-Identifier: GPL-3.0-or-later
// What the measures add up to in the scenario's last year, by population. A measure is modelled (priced by a model),
// taken over (amounts of the paper, of which only the dates are checked), or not testable. Sums never mix these without
// saying so, nor measures within the savings target with those outside it:
//
//   modelled, within the target     what these save at once
//   taken over, within the target   their amounts
//   modelled, outside the target    what they save on top of those within, at once with them
//   taken over, outside the target  their amounts
//
// The four add up to what all measures save together, to the øre. Effects are at equal cover. Of alternatives only the
// one used in the sums is counted, and its claim added; alternative readings of an assumption are not measures.
#ifndef ROTACOST_AUDIT_SUMS_H
#define ROTACOST_AUDIT_SUMS_H

#include "audit/effect.h"
#include "audit/grade.h"

enum population { POPULATION_MODELLED, POPULATION_TAKEN_OVER, POPULATION_NOT_TESTABLE, POPULATIONS };
const char *population_name(enum population population); // modelled, taken_over, not_testable
enum population population_of(const struct measure_effect *effect);

enum sum_side { SUM_WITHIN, SUM_OUTSIDE, SUM_SIDES };
const char *sum_side_name(enum sum_side side); // target, outside

struct sum_cell {
  size_t count;        // measures
  size_t claims;       // of these with an amount or FTE claimed
  int64_t claimed_ore; // standing in the last year
  int64_t ore[POSITIONS_ANSWERS];
  size_t unclaimed;                         // measures without an amount claimed in kroner that save or cost something
  int64_t unclaimed_ore[POSITIONS_ANSWERS]; // what these save, added in order of start
  size_t grades[GRADES];                    // measures by their grade of evidence
};

struct sums {
  int year;
  struct sum_cell cells[POPULATIONS][SUM_SIDES];
  struct sum_cell all;
  size_t alternatives;  // measures left out because a better alternative is used
  size_t sensitivities; // alternative readings of an assumption
};

// Needs the whole audit.
struct sums sums_of(const struct audit *audit);
// Is the measure counted: neither an alternative reading of an assumption nor an alternative to one that is used?
bool sums_count(const struct audit *audit, size_t measure);

#endif
