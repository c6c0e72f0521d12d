// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/overtime.h"

#include <math.h>
#include <stdlib.h>

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "report/format.h"

static const double HOUR = 0.5; // hours below are none, in whole hours

static struct overtime_otherwise of_year(const struct audit *audit, int year) {
  struct overtime_otherwise sum = {.asked = false};
  for (size_t b = 0; b < audit->baseline_count; b++) {
    const struct overtime_otherwise *unit = &audit->baseline[b].overtime;
    if (audit->baseline[b].year != year || !unit->asked)
      continue;
    sum.asked = true;
    sum.planned_h += unit->planned_h;
    sum.otherwise_h += unit->otherwise_h;
    sum.more_ore += unit->more_ore;
    sum.filled_h += unit->filled_h;
  }
  return sum;
}

static const char *hours(struct arena *arena, double h) { return format_integer(arena, fixed_round(h)); }

static const char *as_planned(struct arena *arena, enum planned_overtime planned, int year, double h) {
  switch (planned) {
  case OVERTIME_BY_COST:
    return arena_printf(arena, _("Overtime planned in %s: %s h, wherever it is cheapest."), YEAR_NAME(year),
                        hours(arena, h));
  case OVERTIME_LAST_RESORT:
    return arena_printf(arena,
                        _("Overtime planned in %s: %s h, only where extra hours and substitutes do not suffice."),
                        YEAR_NAME(year), hours(arena, h));
  default:
    return arena_printf(arena, _("No overtime is planned in %s."), YEAR_NAME(year));
  }
}

static const char *otherwise(struct arena *arena, enum planned_overtime other, const struct overtime_otherwise *sum) {
  const char *form = other == OVERTIME_BY_COST
                         ? _("Planned wherever it is cheapest it would be %s h, and the year's cost would change by %s")
                         : _("Only where extra hours and substitutes do not suffice it would be %s h, and the year's "
                             "cost would change by %s");
  return arena_printf(arena, form, hours(arena, sum->otherwise_h), format_signed_kr(arena, sum->more_ore));
}

static const char *filled(struct arena *arena, double h) {
  if (fabs(h) < HOUR)
    return _("(setting planned_overtime).");
  return arena_printf(arena, _("and the person-hours that stand empty by %s (setting planned_overtime)."),
                      format_signed(arena, -fixed_round(h), 0));
}

const char *overtime_sentence(struct arena *arena, const struct audit *audit, int year) {
  enum planned_overtime planned = (enum planned_overtime)settings_of(&audit->scenario->tables)->planned_overtime;
  struct overtime_otherwise sum = of_year(audit, year);
  bool same = fabs(sum.planned_h - sum.otherwise_h) < HOUR && llabs(sum.more_ore) < ORE_PER_KR;
  if (!sum.asked || same)
    return NULL;
  const char *text = format_sentences(arena, as_planned(arena, planned, year, sum.planned_h),
                                      otherwise(arena, overtime_other(planned), &sum));
  return format_sentences(arena, text, filled(arena, sum.filled_h));
}
