// SPDX-License-Identifier: GPL-3.0-or-later
#include "pay/ledger.h"

#include <assert.h>

static const char *const line_names[LEDGER_LINES] = {
    [LEDGER_BASE_PAY] = "base_pay",
    [LEDGER_EVENING] = "evening",
    [LEDGER_NIGHT] = "night",
    [LEDGER_WEEKEND] = "weekend",
    [LEDGER_HOLIDAY] = "holiday",
    [LEDGER_DUTY] = "duty",
    [LEDGER_EXTRA] = "extra",
    [LEDGER_SUBSTITUTES] = "substitutes",
    [LEDGER_OVERTIME] = "overtime",
    [LEDGER_AGENCY] = "agency",
    [LEDGER_SICK_PAY] = "sick_pay",
    [LEDGER_SICK_REFUND] = "sick_refund",
    [LEDGER_HOLIDAY_PAY] = "holiday_pay",
    [LEDGER_PENSION] = "pension",
    [LEDGER_EMPLOYER_TAX] = "employer_tax",
    [LEDGER_COMPENSATION] = "compensation",
    [LEDGER_PURCHASES] = "purchases",
    [LEDGER_INCOME] = "income",
    [LEDGER_GRANT] = "grant",
    [LEDGER_OTHER] = "other",
};

const char *ledger_line_name(enum ledger_line line) {
  assert(line < LEDGER_LINES);
  return line_names[line];
}

int64_t ledger_sum(const struct ledger *ledger) {
  int64_t sum = 0;
  for (int line = 0; line < LEDGER_LINES; line++)
    sum += ledger->ore[line];
  return sum;
}

void ledger_add(struct ledger *to, const struct ledger *more) {
  for (int line = 0; line < LEDGER_LINES; line++)
    to->ore[line] += more->ore[line];
}

struct ledger ledger_difference(const struct ledger *left, const struct ledger *right) {
  struct ledger difference;
  for (int line = 0; line < LEDGER_LINES; line++)
    difference.ore[line] = left->ore[line] - right->ore[line];
  return difference;
}
