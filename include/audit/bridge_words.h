// SPDX-License-Identifier: GPL-3.0-or-later
// Describes the differences between two plans as a controller would: positions that stay, go or come, idle contract
// hours, hours beyond contract by their source, weekends. Clauses, without a full stop; amounts in whole kroner.
// Memory: arena.
#ifndef ROTACOST_AUDIT_BRIDGE_WORDS_H
#define ROTACOST_AUDIT_BRIDGE_WORDS_H

#include "audit/comparable.h"

struct told_plans {
  const struct answer *answer;
  int64_t cash_ore; // the reduction in what is paid, on the claim's terms, without plain amounts
  bool rota;        // the measure changes contracts, groups or shifts
  enum positions positions;
  double net_fte; // of the hours removed, with holidays and absence; 0: none are removed
};

// For removed hours: who stays or goes, and what is saved instead of the direct price.
const char *plans_in_words(struct arena *arena, const struct told_plans *told);
// For a measure that removes no hours: what it releases and, if that is less than expected_ore, why no more.
const char *released_in_words(struct arena *arena, const struct told_plans *told, int64_t expected_ore);
// Why the effect is smaller with positions adjusted than with positions kept, from the four plans, as sentences; "" if
// it is not (by a krone or more). On the terms of a claim that leaves something out; 0: it leaves nothing out.
const char *floor_in_words(struct arena *arena, const struct answer answers[POSITIONS_ANSWERS], int64_t leaves_out);

#endif
