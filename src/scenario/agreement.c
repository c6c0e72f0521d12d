// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/agreement.h"

#include "base/fixed.h"
#include "base/language.h"
#include "scenario/stretches.h"

static const struct agreement_terms terms[AGREEMENTS] = {
    [AGREEMENT_LAW] = {"law", N_("nobody: the law allows it"), N_("Working Environment Act 10-4(1)"), 9 * 60},
    [AGREEMENT_EMPLOYEE] = {"employee", N_("the employee"), N_("Working Environment Act 10-5(1)"), 10 * 60},
    [AGREEMENT_LOCAL] = {"local", N_("the local shop stewards"), N_("Working Environment Act 10-5(2)"), 12 * 60 + 30},
    [AGREEMENT_AUTHORITY] = {"authority", N_("Arbeidstilsynet"), N_("Working Environment Act 10-5(3)"), 13 * 60},
    [AGREEMENT_CENTRAL] = {"central", N_("the central union"), N_("Working Environment Act 10-12(4)"), 24 * 60},
};

const struct agreement_terms *agreement_terms(int64_t agreement) { return &terms[agreement]; }

enum agreement agreement_needed(int64_t paid_min) {
  int agreement = AGREEMENT_LAW;
  while (terms[agreement].most_min < paid_min && agreement + 1 < AGREEMENTS)
    agreement++;
  return (enum agreement)agreement;
}

int64_t shift_paid_min(const struct shift_row *shift) {
  int64_t worked_min = span_min(shift->start_min, shift->end_min) - shift->break_min - shift_gap_min(shift);
  if (shift->duty != DUTY_ACTIVE && shift->counts_e8 != NOT_GIVEN && shift->called_min != NOT_GIVEN) {
    int64_t called_min = shift->called_min < worked_min ? shift->called_min : worked_min;
    return called_min + fixed_divide((int128)(worked_min - called_min) * shift->counts_e8, ONE_E8);
  }
  return worked_min < shift->least_paid_min ? shift->least_paid_min : worked_min;
}
