// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/free_days.h"

#include <math.h>

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "report/format.h"

static const double HOUR = 0.5; // hours below are none, in whole hours

static struct free_days of_year(const struct audit *audit, int year) {
  struct free_days sum = {.h = 0};
  for (size_t b = 0; b < audit->baseline_count; b++) {
    const struct free_days *unit = &audit->baseline[b].free_days;
    if (audit->baseline[b].year != year)
      continue;
    sum.h += unit->h;
    sum.cost_ore += unit->cost_ore;
    sum.opened_h += unit->opened_h;
    sum.unsaid_h += unit->unsaid_h;
    sum.unsaid_ore += unit->unsaid_ore;
    sum.unsaid_opened_h += unit->unsaid_opened_h;
  }
  return sum;
}

static const char *hours(struct arena *arena, double h) { return format_integer(arena, fixed_round(h)); }

static const char *with_opened(struct arena *arena, const char *text, double opened_h) {
  if (opened_h < HOUR)
    return text;
  return format_sentences(arena, text,
                          arena_printf(arena, _("%s person-hours more stand empty then."), hours(arena, opened_h)));
}

static const char *as_planned(struct arena *arena, int year, const struct free_days *sum) {
  if (sum->h < HOUR)
    return "";
  const char *text = arena_printf(
      arena,
      _("Public holidays and eves in %s: %s contract hours are free with pay, and the year costs %s more for it."),
      YEAR_NAME(year), hours(arena, sum->h), format_kr(arena, sum->cost_ore));
  return with_opened(arena, text, sum->opened_h);
}

static const char *unsaid(struct arena *arena, int year, const struct free_days *sum) {
  if (sum->unsaid_h < HOUR)
    return "";
  const char *text = arena_printf(
      arena,
      _("Public holidays in %d: where red_days of groups.csv is blank, %s contract hours would be free with pay "
        "by the Working Environment Act 10-8(4), and the year would cost %s more. They are planned as worked "
        "on other days."),
      year, hours(arena, sum->unsaid_h), format_kr(arena, sum->unsaid_ore));
  return with_opened(arena, text, sum->unsaid_opened_h);
}

const char *free_days_sentence(struct arena *arena, const struct audit *audit, int year) {
  struct free_days sum = of_year(audit, year);
  const char *text = format_sentences(arena, as_planned(arena, year, &sum), unsaid(arena, year, &sum));
  return *text ? text : NULL;
}
