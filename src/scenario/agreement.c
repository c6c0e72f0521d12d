// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/agreement.h"

#include <assert.h>

#include "base/fixed.h"
#include "base/language.h"
#include "scenario/law.h"
#include "scenario/stretches.h"

static const char *const words[AGREEMENTS] = {[AGREEMENT_LAW] = "law",
                                              [AGREEMENT_EMPLOYEE] = "employee",
                                              [AGREEMENT_LOCAL] = "local",
                                              [AGREEMENT_AUTHORITY] = "authority",
                                              [AGREEMENT_CENTRAL] = "central"};

const char *agreement_word(int64_t agreement) {
  assert((size_t)agreement < sizeof words / sizeof *words);
  return words[agreement];
}

int64_t agreement_most_min(const struct tables *tables, int64_t agreement) {
  return fixed_round(law_hours(tables, LAW_SHIFT_LENGTH, agreement) * 60);
}

struct agreement_terms agreement_terms(const struct tables *tables, int64_t agreement) {
  const struct law_agreement *in_law = &law_of(tables)->agreements[agreement];
  return (struct agreement_terms){words[agreement], in_law->who, in_law->paragraph,
                                  agreement_most_min(tables, agreement)};
}

enum agreement agreement_needed(const struct tables *tables, int64_t paid_min) {
  int agreement = AGREEMENT_LAW;
  while (agreement_most_min(tables, agreement) < paid_min && agreement + 1 < AGREEMENTS)
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
