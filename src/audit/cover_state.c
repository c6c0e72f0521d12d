// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/cover_state.h"

static const struct {
  enum cover_state state;
  const char *name;
} names[] = {
    {COVER_BELOW_NORM, "below_norm"},
    {COVER_HOURS_EMPTY, "hours_empty"},
    {COVER_LOWERED, "lowered"},
    {COVER_KEPT, "kept"},
    {COVER_HOURS_EMPTY_TODAY, "hours_empty_today"},
};

unsigned cover_states(const struct measure_effect *effect, const struct year_effect *year, enum positions positions) {
  if (effect->arithmetic || !effect->testable)
    return 0;
  const struct answer *answer = &year->answers[positions];
  bool below = year->breach.days || year->filled[positions].person_hours > FEW_HOURS;
  bool more = answer->empty_h > FEW_HOURS;
  unsigned states = below ? COVER_BELOW_NORM : 0;
  states |= more ? COVER_HOURS_EMPTY : 0;
  if (!states)
    states = year->wanted_less_h > FEW_HOURS ? COVER_LOWERED : COVER_KEPT;
  return answer->figures_after.short_h - answer->empty_h > FEW_HOURS ? states | COVER_HOURS_EMPTY_TODAY : states;
}

const char *cover_state_names(struct arena *arena, unsigned states) {
  const char *list = "";
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (states & names[i].state)
      list = arena_printf(arena, "%s%s%s", list, *list ? " " : "", names[i].name);
  return list;
}
