// SPDX-License-Identifier: GPL-3.0-or-later
// How long a shift may be, and who has to agree to it (arbeidsmiljøloven 10-4, 10-5, 10-12(4)).
#ifndef ROTACOST_SCENARIO_AGREEMENT_H
#define ROTACOST_SCENARIO_AGREEMENT_H

#include "scenario/tables.h"

struct agreement_terms {
  const char *word, *who; // as in groups.csv; in words
  const char *law;
  int64_t most_min; // paid minutes of a shift
};

const struct agreement_terms *agreement_terms(int64_t agreement); // enum agreement
// The mildest agreement under which a shift of so many paid minutes may be worked.
enum agreement agreement_needed(int64_t paid_min);
// Paid minutes of a shift as it stands in shifts.csv, without handover; of resting and on-call duty those that count as
// working time.
int64_t shift_paid_min(const struct shift_row *shift);

#endif
