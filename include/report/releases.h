// SPDX-License-Identifier: GPL-3.0-or-later
// Whole positions that can be removed from today's contracts (audit/release.h), with nothing changed and with each
// measure.
#ifndef ROTACOST_REPORT_RELEASES_H
#define ROTACOST_REPORT_RELEASES_H

#include "audit/release_dates.h"
#include "report/table.h"

// positions.csv: one row per group as it is today, with the measure blank: what can be removed with nothing changed;
// then one per measure and group in which any position is removed or changes its size.
struct result_table *positions_table(struct arena *arena, const struct audit *audit);
// positions_sum.csv: one row per measure and, with nothing changed, one per unit.
struct result_table *positions_sum_table(struct arena *arena, const struct audit *audit);

// Sentences on one measure: who can go, what that saves, and by when; or, with NOT_GIVEN, on every unit with nothing
// changed. Memory: arena.
const char *const *release_sentences(struct arena *arena, const struct audit *audit, int64_t measure, size_t *count);
// The same for what remains of the positions, and what is not known about those who go.
const char *const *release_terms(struct arena *arena, const struct audit *audit, size_t measure, size_t *count);

// For the verdict that more positions must go: which whole ones of today's contracts, what that saves, by when, and why
// their FTE differ from those of the verdict. "" for any other verdict, or where sum is NULL.
const char *release_beside_verdict(struct arena *arena, const struct audit *audit, const struct release_sum *sum);
// What the measure frees: "2 of 5 nights_75 (ward), 1 of 4 day_50 (ward)".
const char *release_positions(struct arena *arena, const struct audit *audit, const struct release_sum *sum);

#endif
