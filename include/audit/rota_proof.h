// SPDX-License-Identifier: GPL-3.0-or-later
// Compliance findings that only a rota can prove, checked against the lines of one. The limit is the law's own, or the
// contract's; each line is measured by the same predicate by which it was laid out (rota/rules.h):
//
//   daily_rest, weekly_rest                rest between shifts, rest of the week
//   weekends_per_person                    weekends of the contract
//   sundays_next_off, sundays_averaged     Sundays, and public holidays where the rota laid out on the dates of the
//   year
//                                          (rota/year_rota.h) keeps it too; else what is proven of Sundays is said, and
//                                          the finding stays bounded
//   week_average                           hours of all weeks against the full-time week
//   week_ceiling, week_total               hours of any one week
//   hours_48, night_average                on average over any weeks of the law, round the end of the line
//
// Hours beyond the lines (extra hours, overtime) are not assigned to anybody in a base rota. The proof of hours covers
// the lines only; for all hours the plan shows that there is room for them.
//
// Where rota_rules.csv has another limit than the law, a line that keeps it is kept as agreed, and the finding names
// where that is agreed, who may agree to it, and the first line that falls short of the paragraph's own limit.
//
// A rule is broken if lines of rota.csv break it. A rota that was made keeps every rule by which lines are laid out;
// where its hours of all weeks exceed a full-time week, as the contracts do, another rota may have fewer, and the
// finding stays.
#ifndef ROTACOST_AUDIT_ROTA_PROOF_H
#define ROTACOST_AUDIT_ROTA_PROOF_H

#include "audit/effect.h"
#include "audit/unit_rota.h"

// "Rest between two shifts: line 2, week 2, Monday: 9 h, limit 11 h"
const char *rota_breach_in_words(struct arena *arena, const struct unit_rota *rota, const struct rota_breach *breach);

// The findings, positions kept, of the rota's unit, year and measure.
void rota_prove_findings(struct audit *notes, const struct unit_rota *rota);

#endif
