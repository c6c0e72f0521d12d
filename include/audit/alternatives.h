// SPDX-License-Identifier: GPL-3.0-or-later
// Measures of which only one can be carried out (measures.csv, column either_or). They are never added up: only the
// best of each group is included in the sums.
//
// The best is the one that saves most in its first whole year, at equal cover and with positions adjusted; of equals
// the first in the file. A measure that is not testable or is given up is chosen only if all are; one without a start
// date only if no other has one.
#ifndef ROTACOST_AUDIT_ALTERNATIVES_H
#define ROTACOST_AUDIT_ALTERNATIVES_H

#include "audit/effect.h"

struct alternatives {
  size_t measure_count;
  size_t count;     // groups of two or more
  size_t *group_of; // [measure_count] SIZE_MAX: in no group
};

struct alternatives *alternatives_of(struct arena *arena, const struct scenario *scenario);
// Iterates over every way to choose one of each group; next returns false when there is none left. chosen: [count]
// measures.
void alternatives_first(const struct alternatives *alternatives, size_t *chosen);
bool alternatives_next(const struct alternatives *alternatives, size_t *chosen);
// Chooses the best of each group. Needs the effects of the audit.
void alternatives_choose(const struct alternatives *alternatives, const struct audit *audit, size_t *chosen);

#endif
