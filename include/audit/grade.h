// SPDX-License-Identifier: GPL-3.0-or-later
// How sure a measure's figures can be: the documents behind the need and the contracts of the units it touches, and
// behind what it changes.
//
//   documented       need, contracts and edits name a document, every row
//   partly_assumed   some of these rows do not
//   illustration     more than half of the need or of the contracts of a unit it touches do not: what is computed is a
//                    unit like it, not the unit
//
// A plain amount is graded by its own rows. A row marked `assumed`, or without any source, names no document. Need
// counts by persons and hours of the window, contracts by heads and position, edits and amounts by rows and kroner.
#ifndef ROTACOST_AUDIT_GRADE_H
#define ROTACOST_AUDIT_GRADE_H

#include "audit/effect.h"

enum evidence_grade { GRADE_DOCUMENTED, GRADE_PARTLY, GRADE_ILLUSTRATION, GRADES };
const char *evidence_grade_name(enum evidence_grade grade); // documented, partly_assumed, illustration

enum evidence_grade measure_grade(const struct scenario *scenario, const struct measure_effect *effect);

// Share of what the measure does in a unit that rests on rows without a document, at the least: the largest of the
// shares of the unit's need, of its contracts and of the measure's edits. 0 to 1.
double unit_assumed_share(const struct scenario *scenario, size_t measure, size_t unit);
// The same of the measure's plain amounts.
double amounts_assumed_share(const struct scenario *scenario, size_t measure);
// Share of the measure's full-year effect that rests on such rows, unit by unit; negative where it has none.
double effect_assumed_share(const struct measure_effect *effect);

#endif
