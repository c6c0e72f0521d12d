// SPDX-License-Identifier: GPL-3.0-or-later
// The contents of a line of the accounts in terms of the ledger: a ledger line by its own name, or a KOSTRA art, which
// holds some lines for some people. Accounts book supplements and holiday pay with the pay they are earned on, the
// ledger on separate lines, so an art is defined by two sets: whose hours, and which lines.
#ifndef ROTACOST_SCENARIO_ACCOUNTS_H
#define ROTACOST_SCENARIO_ACCOUNTS_H

#include "scenario/columns.h"
#include "scenario/rows_pay.h"

// Lines of the ledger of a unit, in its order (pay/ledger.h); they are the first words of accounts.csv.
enum account_part {
  PART_BASE_PAY,
#define PART_OF(NAME, WORD, PARAGRAPH) PART_##NAME,
  SUPPLEMENT_KINDS(PART_OF)
#undef PART_OF
      PART_DUTY,
  PART_EXTRA,
  PART_SUBSTITUTES,
  PART_OVERTIME,
  PART_AGENCY,
  PART_SICK_PAY,
  PART_SICK_REFUND,
  PART_HOLIDAY_PAY,
  PART_PENSION,
  PART_EMPLOYER_TAX,
  PART_COMPENSATION,
  ACCOUNT_PARTS
};

// Whose hours are paid, in the order of enum hours_kind (plan/plan.h).
enum account_whose { WHOSE_OWN, WHOSE_EXTRA, WHOSE_SUBSTITUTE, WHOSE_OVERTIME, WHOSE_AGENCY, ACCOUNT_WHOSE };

struct account_line {
  const char *word, *meaning;
  unsigned parts, whose; // bits of both enums; no parts: not in the model
  int art;               // number of the KOSTRA art; 0: a ledger line
};

extern const struct choice account_words[];     // for the column `line`: the words of account_line_of(0), (1), ...
extern const struct choice account_map_words[]; // for account_map.csv: the same, and left_out
bool account_is_left_out(int64_t word);
// For the number of an art of pay, as 010 or 10; NOT_GIVEN: it is not one.
int64_t account_word_of_art(const char *text);
const struct account_line *account_line_of(int64_t word);
// Is it the number of an art that is not pay: 100 to 999, and none of those above? Exported accounts contain many of
// them.
bool account_art_is_no_pay(const char *text);
// Do both include some part of the same people?
bool account_lines_overlap(const struct account_line *a, const struct account_line *b);

#endif
