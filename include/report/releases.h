// SPDX-License-Identifier: GPL-3.0-or-later
// Whole positions that can go from today's contracts (audit/release.h), with nothing changed and with each measure.
#ifndef ROTACOST_REPORT_RELEASES_H
#define ROTACOST_REPORT_RELEASES_H

#include "audit/release_dates.h"
#include "report/table.h"

// positions.csv: one row per group as it stands today, with the measure blank: what can go with nothing changed; then one
// per measure and group of which anything goes or changes its size.
struct result_table *positions_table(struct arena *arena, const struct audit *audit);
// positions_sum.csv: one row per measure, and with nothing changed one per unit.
struct result_table *positions_sum_table(struct arena *arena, const struct audit *audit);

// Sentences on one measure: who can go, what that is worth, by when; or with NOT_GIVEN on every unit with nothing
// changed. Memory: arena.
const char *const *release_sentences(struct arena *arena, const struct audit *audit, int64_t measure, size_t *count);
// And what is left of the positions, and what is not known of those who go.
const char *const *release_terms(struct arena *arena, const struct audit *audit, size_t measure, size_t *count);

// Beside the verdict that more positions must go: which whole ones of today's contracts, what that is worth, by when,
// and why their FTE are not those of the verdict. "" beside any other verdict, or where sum is NULL.
const char *release_beside_verdict(struct arena *arena, const struct audit *audit, const struct release_sum *sum);
// What the measure frees: "2 of 5 nights_75 (ward), 1 of 4 day_50 (ward)".
const char *release_positions(struct arena *arena, const struct audit *audit, const struct release_sum *sum);

#endif
