// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/comparable.h"

#include "base/fixed.h"
#include "base/language.h"
#include "pay/oncosts.h"
#include "scenario/columns.h"

#define WORD(ID) (INT64_C(1) << (LEFT_##ID))

// Lines of pay or on-costs left out by a word. Sources of hours have separate ledgers: see source_words.
static bool leaves_line_out(int word, int line) {
  switch (word) {
  case LEFT_SUPPLEMENTS:
    return ledger_line_is(line, LEDGER_IS_SUPPLEMENT);
  case LEFT_ABSENCE:
    return line == LEDGER_SICK_PAY || line == LEDGER_SICK_REFUND;
  case LEFT_COMPENSATION:
    return line == LEDGER_COMPENSATION;
  case LEFT_HOLIDAY_PAY:
    return line == LEDGER_HOLIDAY_PAY;
  case LEFT_PENSION:
    return line == LEDGER_PENSION;
  case LEFT_EMPLOYER_TAX:
    return line == LEDGER_EMPLOYER_TAX;
  case LEFT_ON_COSTS:
    return ledger_line_is(line, LEDGER_IS_ON_COST);
  default:
    return false;
  }
}

static const int64_t source_words[HOURS_KINDS] = {
    [HOURS_EXTRA] = WORD(EXTRA),
    [HOURS_SUBSTITUTE] = WORD(SUBSTITUTES),
    [HOURS_OVERTIME] = WORD(OVERTIME),
    [HOURS_AGENCY] = WORD(AGENCY),
};

static bool is_left_out(int64_t leaves_out, int line) {
  for (int word = 0; word < LEFT_WORDS; word++)
    if (leaves_out >> word & 1 && leaves_line_out(word, line))
      return true;
  return false;
}

struct ledger ledger_comparable(const struct ledger *ledger, int64_t leaves_out) {
  struct ledger kept = *ledger;
  for (int line = 0; line < LEDGER_LINES; line++)
    if (is_left_out(leaves_out, line))
      kept.ore[line] = 0;
  int64_t pay_ore = ledger_pay(ledger), pay_kept_ore = ledger_pay(&kept);
  if (pay_ore == pay_kept_ore || !pay_ore)
    return kept;
  int64_t sign = pay_ore < 0 ? -1 : 1;
  for (int line = 0; line < LEDGER_LINES; line++)
    if (ledger_line_is(line, LEDGER_IS_ON_COST))
      kept.ore[line] = fixed_divide((int128)kept.ore[line] * pay_kept_ore * sign, (int128)pay_ore * sign);
  return kept;
}

static int64_t comparable_sum(const struct ledger *ledger, int64_t leaves_out) {
  struct ledger kept = ledger_comparable(ledger, leaves_out);
  return ledger_sum(&kept);
}

// The cost of one side.
static struct effect_parts parts_of(const struct ledger *all, const struct ledger paid_for[HOURS_KINDS],
                                    int64_t leaves_out) {
  struct effect_parts parts = {0, 0};
  struct ledger own = *all;
  for (int kind = HOURS_EXTRA; kind <= HOURS_AGENCY; kind++) {
    own = ledger_difference(&own, &paid_for[kind]);
    if (!(leaves_out & source_words[kind]))
      parts.variable_ore += comparable_sum(&paid_for[kind], leaves_out);
  }
  parts.own_ore = comparable_sum(&own, leaves_out);
  return parts;
}

struct effect_parts effect_parts_of(const struct answer *answer, int64_t leaves_out) {
  struct effect_parts before = parts_of(&answer->before, answer->paid_before, leaves_out);
  struct effect_parts after = parts_of(&answer->after, answer->paid_after, leaves_out);
  return (struct effect_parts){before.own_ore - after.own_ore, before.variable_ore - after.variable_ore};
}

static const struct answer *answer_compared(const struct measure_effect *effect, const struct year_effect *year,
                                            const struct claimed *claimed, enum positions positions) {
  return &(claimed->basis == CLAIM_FULL_YEAR ? &effect->full : year)->answers[positions];
}

int64_t cash_comparable_ore(const struct answer *answer, int64_t leaves_out) {
  struct effect_parts parts = effect_parts_of(answer, leaves_out);
  return parts.own_ore + parts.variable_ore;
}

int64_t empty_comparable_ore(const struct answer *answer, int64_t leaves_out) {
  int64_t left_out_ore = cash_effect_ore(answer) - cash_comparable_ore(answer, leaves_out);
  int64_t swallowed_ore = left_out_ore > 0 ? left_out_ore : 0;
  return answer->empty_ore > swallowed_ore ? answer->empty_ore - swallowed_ore : 0;
}

int64_t answer_comparable_ore(const struct answer *answer, int64_t leaves_out) {
  return cash_comparable_ore(answer, leaves_out) - empty_comparable_ore(answer, leaves_out);
}

int64_t claim_comparable_ore(const struct measure_effect *effect, const struct year_effect *year,
                             const struct claimed *claimed, enum positions positions) {
  return answer_comparable_ore(answer_compared(effect, year, claimed, positions), claimed->leaves_out);
}

int64_t claim_with_rota_ore(const struct measure_effect *effect, const struct year_effect *year,
                            const struct claimed *claimed) {
  const struct year_effect *compared = claimed->basis == CLAIM_FULL_YEAR ? &effect->full : year;
  if (compared->rota_more_ore == NOT_GIVEN)
    return NOT_GIVEN;
  return claim_comparable_ore(effect, year, claimed, POSITIONS_KEPT) - compared->rota_more_ore;
}

int64_t claim_compliant_ore(const struct measure_effect *effect, const struct year_effect *year,
                            const struct claimed *claimed, enum positions positions) {
  const struct year_effect *compared = claimed->basis == CLAIM_FULL_YEAR ? &effect->full : year;
  return norm_can_be_kept(compared, positions)
             ? answer_comparable_ore(&compared->compliant[positions], claimed->leaves_out)
             : NOT_GIVEN;
}

int64_t claim_left_out_ore(const struct measure_effect *effect, const struct year_effect *year,
                           const struct claimed *claimed, enum positions positions) {
  return effect_ore(answer_compared(effect, year, claimed, positions)) -
         claim_comparable_ore(effect, year, claimed, positions);
}

const char *left_out_words(struct arena *arena, int64_t leaves_out) {
  const struct table *claims = table_of(TABLE_CLAIMS);
  const char *list = "";
  for (size_t c = 0; c < claims->column_count; c++)
    for (int w = 0; claims->columns[c].kind == CELL_WORDS && claims->columns[c].choices[w].word; w++)
      if (leaves_out >> w & 1)
        list = arena_printf(arena, "%s%s%s", list, *list ? " " : "", claims->columns[c].choices[w].word);
  return list;
}

static const char *const left_out_texts[LEFT_WORDS] = {
    [LEFT_SUPPLEMENTS] = N_("supplements"),
    [LEFT_EXTRA] = N_("extra hours"),
    [LEFT_SUBSTITUTES] = N_("substitutes"),
    [LEFT_OVERTIME] = N_("overtime"),
    [LEFT_AGENCY] = N_("agency"),
    [LEFT_ABSENCE] = N_("absence"),
    [LEFT_COMPENSATION] = N_("agreed compensation"),
    [LEFT_HOLIDAY_PAY] = N_("holiday pay"),
    [LEFT_PENSION] = N_("pension"),
    [LEFT_EMPLOYER_TAX] = N_("employer tax"),
    [LEFT_ON_COSTS] = N_("on-costs"),
};

const char *left_out_in_words(struct arena *arena, int64_t leaves_out) {
  const char *list = "";
  for (int w = 0; w < LEFT_WORDS; w++)
    if (leaves_out >> w & 1)
      list = arena_printf(arena, "%s%s%s", list, *list ? ", " : "", _(left_out_texts[w]));
  return list;
}
