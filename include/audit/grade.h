// SPDX-License-Identifier: GPL-3.0-or-later
// How reliable a measure's figures can be: the documents behind the need and the contracts of the units it touches,
// and behind its changes.
//
//   documented       every row of need, contracts and edits names a document
//   partly_assumed   some of these rows do not
//   illustration     more than half of the need or of the contracts of a unit it touches do not: the figures describe a
//                    unit like it, not the unit
//
// A plain amount is graded by its own rows. A row marked `assumed`, or without any source, names no document. Need is
// weighted by persons and hours of the window, contracts by heads and position, edits and amounts by rows and kroner.
#ifndef ROTACOST_AUDIT_GRADE_H
#define ROTACOST_AUDIT_GRADE_H

#include "audit/effect.h"

enum evidence_grade { GRADE_DOCUMENTED, GRADE_PARTLY, GRADE_ILLUSTRATION, GRADES };
const char *evidence_grade_name(enum evidence_grade grade); // documented, partly_assumed, illustration

enum evidence_grade measure_grade(const struct scenario *scenario, const struct measure_effect *effect);

// Lower bound of the share of the measure's effect in a unit that rests on rows without a document: the largest of the
// shares of the unit's need, of its contracts and of the measure's edits. 0 to 1.
double unit_assumed_share(const struct scenario *scenario, size_t measure, size_t unit);
// The same for the measure's plain amounts.
double amounts_assumed_share(const struct scenario *scenario, size_t measure);
// Share of the measure's full-year effect that rests on such rows, summed over its units; negative if it has no
// effect.
double effect_assumed_share(const struct measure_effect *effect);

#endif
