// SPDX-License-Identifier: GPL-3.0-or-later
// Arts by the KOSTRA guide to their contents (veiledning til innholdet i artene, 2019): 010 holds the supplements of
// HTA chapter 5 that go with a fixed position, 020 and 030 substitutes and extra help with their supplements, and 020
// also own staff who stand in for colleagues off sick, 040 overtime with its supplement. Holiday pay follows the pay it
// is earned on. The model does not know for whom an hour was hired, so 020 and 030 are one set, and are added up; so
// are 270 and 370, on which bought staff is found.
#include "scenario/accounts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define P(PART) (1u << PART_##PART)
#define W(WHOSE) (1u << WHOSE_##WHOSE)
#define EVERYBODY (W(OWN) | W(EXTRA) | W(SUBSTITUTE) | W(OVERTIME) | W(AGENCY))
#define HIRED (W(EXTRA) | W(SUBSTITUTE))
#define PART_BIT(NAME, WORD, PARAGRAPH) P(NAME) |
#define SUPPLEMENTS (SUPPLEMENT_KINDS(PART_BIT) P(DUTY))
#define FIXED (P(BASE_PAY) | SUPPLEMENTS | P(SICK_PAY) | P(HOLIDAY_PAY) | P(COMPENSATION))
#define HOURLY (P(EXTRA) | P(SUBSTITUTES) | SUPPLEMENTS | P(HOLIDAY_PAY))

#define LEDGER_LINES_OF_UNITS(X)                                                                                       \
  X("base_pay", "fixed pay of positions", P(BASE_PAY), EVERYBODY, 0)                                                   \
  X("evening", "supplement, own staff and hourly, as the next three", P(EVENING), EVERYBODY, 0)                        \
  X("night", "supplement", P(NIGHT), EVERYBODY, 0)                                                                     \
  X("weekend", "supplement", P(WEEKEND), EVERYBODY, 0)                                                                 \
  X("holiday", "supplement", P(HOLIDAY), EVERYBODY, 0)                                                                 \
  X("duty", "split days, resting duty and duty on call", P(DUTY), EVERYBODY, 0)                                        \
  X("extra", "part-timers' hours beyond their contract", P(EXTRA), EVERYBODY, 0)                                       \
  X("substitutes", "paid by the hour", P(SUBSTITUTES), EVERYBODY, 0)                                                   \
  X("overtime", "pay and overtime supplement", P(OVERTIME), EVERYBODY, 0)                                              \
  X("agency", "bought staff", P(AGENCY), EVERYBODY, 0)                                                                 \
  X("sick_pay", "pay of own staff off sick", P(SICK_PAY), EVERYBODY, 0)                                                \
  X("sick_refund", "an income, negative", P(SICK_REFUND), EVERYBODY, 0)                                                \
  X("holiday_pay", "on all pay", P(HOLIDAY_PAY), EVERYBODY, 0)                                                         \
  X("pension", "employer's share", P(PENSION), EVERYBODY, 0)                                                           \
  X("employer_tax", "arbeidsgiveravgift", P(EMPLOYER_TAX), EVERYBODY, 0)                                               \
  X("compensation", "agreed for a rota", P(COMPENSATION), EVERYBODY, 0)

#define ARTS(X)                                                                                                        \
  X("010", "art: fixed pay with supplements, sick pay and holiday pay", FIXED, W(OWN), 10)                             \
  X("020", "art: substitutes with supplements and holiday pay; added up with 030", HOURLY, HIRED, 20)                  \
  X("030", "art: extra help; added up with 020", HOURLY, HIRED, 30)                                                    \
  X("040", "art: overtime with holiday pay", P(OVERTIME) | P(HOLIDAY_PAY), W(OVERTIME), 40)                            \
  X("050", "art: other pay; nothing of it is modelled", 0, 0, 50)                                                      \
  X("090", "art: pension", P(PENSION), EVERYBODY, 90)                                                                  \
  X("099", "art: employer tax", P(EMPLOYER_TAX), EVERYBODY, 99)                                                        \
  X("270", "art: bought services within own production; added up with 370", P(AGENCY), EVERYBODY, 270)                 \
  X("370", "art: bought from private firms; added up with 270", P(AGENCY), EVERYBODY, 370)                             \
  X("710", "art: refund of sick pay; an income, negative", P(SICK_REFUND), EVERYBODY, 710)

#define AS_LINE(WORD, MEANING, HELD, PAID, ART) {WORD, MEANING, HELD, PAID, ART},
#define AS_WORD(WORD, MEANING, HELD, PAID, ART) {WORD, MEANING},

// clang-format off
static const struct account_line lines[] = {LEDGER_LINES_OF_UNITS(AS_LINE) ARTS(AS_LINE)};
const struct choice account_map_words[] = {LEDGER_LINES_OF_UNITS(AS_WORD) ARTS(AS_WORD) {"left_out", "pays nobody: in no sum, and told in one line"}, {NULL, NULL}};
const struct choice account_words[] = {LEDGER_LINES_OF_UNITS(AS_WORD) ARTS(AS_WORD) {NULL, NULL}};
// clang-format on

const struct account_line *account_line_of(int64_t word) {
  assert((size_t)word < sizeof lines / sizeof *lines);
  return &lines[word];
}

bool account_is_left_out(int64_t word) { return word == (int64_t)(sizeof lines / sizeof *lines); }

int64_t account_word_of_art(const char *text) {
  bool number = strlen(text) <= 3 && *text && strspn(text, "0123456789") == strlen(text);
  for (size_t i = 0; number && i < sizeof lines / sizeof *lines; i++)
    if (lines[i].art && lines[i].art == atoi(text))
      return (int64_t)i;
  return NOT_GIVEN;
}

bool account_art_is_no_pay(const char *text) {
  enum { DIGITS = 3, FIRST_BEYOND_PAY = 100 };
  bool number = strlen(text) == DIGITS && strspn(text, "0123456789") == DIGITS;
  int art = number ? atoi(text) : 0;
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    if (lines[i].art == art)
      return false;
  return art >= FIRST_BEYOND_PAY;
}

bool account_lines_overlap(const struct account_line *a, const struct account_line *b) {
  return (a->parts & b->parts) && (a->whose & b->whose);
}
