// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/class.h"

#include <assert.h>

static const char *const names[SAVING_CLASSES] = {
    [SAVING_NONE] = "none",
    [SAVING_EFFICIENCY] = "efficiency",
    [SAVING_FEWER] = "fewer_filled_places",
    [SAVING_BELOW_NORM] = "below_norm",
    [SAVING_AMOUNT] = "amount",
    [SAVING_INCOME] = "income",
    [SAVING_ONE_OFF] = "one_off",
};

const char *saving_class_name(enum saving_class class) {
  assert((size_t) class < sizeof names / sizeof *names);
  return names[class];
}

static enum saving_class class_of_amounts(const struct measure_row *measure) {
  switch (measure->nature) {
  case NATURE_INCOME:
    return SAVING_INCOME;
  case NATURE_ONE_OFF:
    return SAVING_ONE_OFF;
  default:
    return SAVING_AMOUNT;
  }
}

static bool breaks_norm(const struct year_effect *year) {
  bool breaks = year->breach.days;
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    breaks |= year->filled[p].person_hours > FEW_HOURS;
  return breaks;
}

static bool fills_fewer(const struct year_effect *year) {
  bool fewer = year->wanted_less_h > FEW_HOURS;
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    fewer |= year->answers[p].figures_after.short_h > year->answers[p].figures_before.short_h + FEW_HOURS;
  return fewer;
}

enum saving_class measure_class(const struct scenario *scenario, const struct measure_effect *effect) {
  const struct year_effect *full = &effect->full;
  // hours left empty save cash while all positions stay: that saving is classified
  bool saves =
      cash_effect_ore(&full->answers[POSITIONS_KEPT]) > 0 || effect_ore(&full->answers[POSITIONS_ADJUSTED]) > 0;
  if (effect->arithmetic)
    return class_of_amounts(&measure_rows(&scenario->tables)[effect->measure]);
  if (!effect->testable || effect->given_up || !saves)
    return SAVING_NONE;
  if (breaks_norm(full))
    return SAVING_BELOW_NORM;
  return fills_fewer(full) ? SAVING_FEWER : SAVING_EFFICIENCY;
}
