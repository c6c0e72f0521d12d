// SPDX-License-Identifier: GPL-3.0-or-later
#include "pay/ledger.h"

#include <assert.h>

struct line_record {
  const char *name;                // as in ledger.csv
  unsigned is;                     // enum ledger_property
  enum supplement_line supplement; // booked on this line; SUPPLEMENT_LINES: none
};

#define RECORD_OF(NAME, WORD, PARAGRAPH)                                                                               \
  [LEDGER_##NAME] = {WORD, LEDGER_IS_PAY | LEDGER_IS_SUPPLEMENT | LEDGER_GROWS, SUPPLEMENT_##NAME},

// clang-format off
static const struct line_record records[LEDGER_LINES] = {
    [LEDGER_BASE_PAY] = {"base_pay", LEDGER_IS_PAY | LEDGER_GROWS, SUPPLEMENT_LINES},
    SUPPLEMENT_KINDS(RECORD_OF)
    [LEDGER_DUTY] = {"duty", LEDGER_IS_PAY | LEDGER_IS_SUPPLEMENT | LEDGER_GROWS, SUPPLEMENT_LINES},
    [LEDGER_EXTRA] = {"extra", LEDGER_IS_PAY | LEDGER_GROWS, SUPPLEMENT_LINES},
    [LEDGER_SUBSTITUTES] = {"substitutes", LEDGER_IS_PAY | LEDGER_GROWS, SUPPLEMENT_LINES},
    [LEDGER_OVERTIME] = {"overtime", LEDGER_IS_PAY | LEDGER_GROWS, SUPPLEMENT_LINES},
    [LEDGER_AGENCY] = {"agency", 0, SUPPLEMENT_LINES},
    [LEDGER_SICK_PAY] = {"sick_pay", LEDGER_IS_PAY | LEDGER_GROWS, SUPPLEMENT_LINES},
    [LEDGER_SICK_REFUND] = {"sick_refund", LEDGER_GROWS, SUPPLEMENT_LINES},
    [LEDGER_HOLIDAY_PAY] = {"holiday_pay", LEDGER_IS_ON_COST | LEDGER_GROWS, SUPPLEMENT_LINES},
    [LEDGER_PENSION] = {"pension", LEDGER_IS_ON_COST | LEDGER_GROWS, SUPPLEMENT_LINES},
    [LEDGER_EMPLOYER_TAX] = {"employer_tax", LEDGER_IS_ON_COST | LEDGER_GROWS, SUPPLEMENT_LINES},
    [LEDGER_COMPENSATION] = {"compensation", LEDGER_IS_PAY, SUPPLEMENT_LINES},
    [LEDGER_PURCHASES] = {"purchases", LEDGER_IS_AMOUNT, SUPPLEMENT_LINES},
    [LEDGER_INCOME] = {"income", LEDGER_IS_AMOUNT, SUPPLEMENT_LINES},
    [LEDGER_GRANT] = {"grant", LEDGER_IS_AMOUNT, SUPPLEMENT_LINES},
    [LEDGER_OTHER] = {"other", LEDGER_IS_AMOUNT, SUPPLEMENT_LINES},
};
// clang-format on

static const struct line_record *record_of(int line) {
  assert(line >= 0 && line < LEDGER_LINES);
  return &records[line];
}

const char *ledger_line_name(enum ledger_line line) { return record_of((int)line)->name; }

bool ledger_line_is(int line, unsigned properties) { return record_of(line)->is & properties; }

enum ledger_line ledger_line_of_supplement(enum supplement_line supplement) {
  int line = 0;
  while (record_of(line)->supplement != supplement)
    line++;
  return (enum ledger_line)line;
}

int64_t ledger_sum_of(const struct ledger *ledger, unsigned properties) {
  int64_t sum = 0;
  for (int line = 0; line < LEDGER_LINES; line++)
    sum += ledger_line_is(line, properties) ? ledger->ore[line] : 0;
  return sum;
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
