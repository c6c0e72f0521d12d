// SPDX-License-Identifier: GPL-3.0-or-later
// What two plans differ in, as a controller would say it: posts that stay, go or come, idle contract hours, hours
// beyond contract by their source, weekends. Clauses, without a full stop; kroner in whole kroner. Memory: arena.
#ifndef ROTACOST_AUDIT_BRIDGE_WORDS_H
#define ROTACOST_AUDIT_BRIDGE_WORDS_H

#include "audit/comparable.h"

struct told_plans {
  const struct answer *answer;
  int64_t cash_ore; // what is paid less, on the claim's terms, without plain amounts
  bool rota;        // the measure changes contracts, groups or shifts
  enum positions positions;
  double net_fte; // of the hours taken away, with holidays and absence; 0: none are
};

// Of hours taken away: who stays or goes, and what falls away instead of the direct price.
const char *plans_in_words(struct arena *arena, const struct told_plans *told);
// Of a measure that takes no hours away: what it releases and, where that is less than expected_ore, why no more.
const char *released_in_words(struct arena *arena, const struct told_plans *told, int64_t expected_ore);
// Why less is found if positions follow than if they stay, from the four plans, as sentences; "" where it is not so (by
// a krone or more). On the terms of a claim that leaves something out; 0: of none.
const char *floor_in_words(struct arena *arena, const struct answer answers[POSITIONS_ANSWERS], int64_t leaves_out);

#endif
