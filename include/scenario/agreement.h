// SPDX-License-Identifier: GPL-3.0-or-later
// How long a shift may be, and who must agree to it, by the law of the scenario's country (scenario/law.h).
#ifndef ROTACOST_SCENARIO_AGREEMENT_H
#define ROTACOST_SCENARIO_AGREEMENT_H

#include "scenario/rows_people.h"
#include "scenario/tables.h"

struct agreement_terms {
  const char *word, *who; // as in groups.csv; in words
  const char *law;
  int64_t most_min; // paid minutes of a shift
};

struct agreement_terms agreement_terms(const struct tables *tables, int64_t agreement); // enum agreement
const char *agreement_word(int64_t agreement);                                          // as in groups.csv
int64_t agreement_most_min(const struct tables *tables, int64_t agreement);
// The weakest agreement that allows a shift with this many paid minutes.
enum agreement agreement_needed(const struct tables *tables, int64_t paid_min);
// Paid minutes of a shift by its row in shifts.csv, without handover; for resting and on-call duty the minutes that
// count as working time.
int64_t shift_paid_min(const struct shift_row *shift);

#endif
