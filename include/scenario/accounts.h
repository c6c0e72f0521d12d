// SPDX-License-Identifier: GPL-3.0-or-later
// What a line of the books holds, in terms of the ledger: a ledger line by its own name, or a KOSTRA art, which holds
// some lines of some people. Books carry supplements and holiday pay with the pay they are earned on, the ledger on
// lines of their own, so an art is a set of both: whose hours, and which lines.
#ifndef ROTACOST_SCENARIO_ACCOUNTS_H
#define ROTACOST_SCENARIO_ACCOUNTS_H

#include "scenario/columns.h"
#include "scenario/rows_pay.h"

// Lines of the ledger of a unit, in its order (pay/ledger.h); they come first among the words of accounts.csv.
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
  unsigned parts, whose; // bits of both enums; no parts: the model has nothing of the kind
  int art;               // number of the KOSTRA art; 0: a ledger line
};

extern const struct choice account_words[];     // of the column `line`: the words of account_line_of(0), (1), ...
extern const struct choice account_map_words[]; // those of account_map.csv: the same, and left_out
bool account_is_left_out(int64_t word);
// Of the number of an art of pay, as 010 or 10; NOT_GIVEN: it is none.
int64_t account_word_of_art(const char *text);
const struct account_line *account_line_of(int64_t word);
// Is it the number of an art that pays nobody: 100 to 999, and none of those above? Books as they are exported are full of
// them.
bool account_art_is_no_pay(const char *text);
// Do both hold some part of the same people?
bool account_lines_overlap(const struct account_line *a, const struct account_line *b);

#endif
