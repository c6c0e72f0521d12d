// SPDX-License-Identifier: GPL-3.0-or-later
// What the measures come to in the scenario's last year, population by population. A measure is modelled (a programme
// prices it), taken over (amounts of the paper, of which only the dates are checked), or not testable. Sums never mix
// them without saying so, nor those within the savings target with those outside it:
//
//   modelled, within the target     what these save at once
//   taken over, within the target   their amounts
//   modelled, outside the target    what they save on top of those within, at once with them
//   taken over, outside the target  their amounts
//
// The four add up to what all measures save at once, to the øre. Effects are at equal cover. Of alternatives only the
// one that stands in the sums is counted and its claim added up; assumptions read another way are no measures.
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
  size_t unclaimed; // measures without an amount claimed in kroner, that bring or cost something
  int64_t unclaimed_ore[POSITIONS_ANSWERS]; // what these bring of it, added in order of start
  size_t grades[GRADES];                    // measures by their grade of evidence
};

struct sums {
  int year;
  struct sum_cell cells[POPULATIONS][SUM_SIDES];
  struct sum_cell all;
  size_t alternatives;  // measures left out because a better alternative stands
  size_t sensitivities; // assumptions read another way
};

// Needs the whole audit.
struct sums sums_of(const struct audit *audit);
// Is the measure counted: no assumption read another way, and no alternative to one that stands?
bool sums_count(const struct audit *audit, size_t measure);

#endif
