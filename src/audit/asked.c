// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/asked.h"

#include <assert.h>

#include "audit/amounts.h"
#include "calendar/fiscal.h"
#include "scenario/shared.h"
#include "scenario/touches.h"

bool measure_is_asked(const struct audit_hooks *hooks, size_t measure) { return !hooks->only || hooks->only[measure]; }

bool measure_in_force_in(const struct scenario *scenario, size_t measure, int year) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  day_number first;
  return measure_first_edit(scenario, measure, undecided_start_of(scenario), &first) && fiscal_year_of(first) <= year;
}

static int whole_year_of(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  return measure_whole_year(scenario, measure, undecided_start_of(scenario));
}

bool full_year_is_apart(const struct scenario *scenario, const struct measure_effect *effect) {
  int whole = whole_year_of(scenario, effect->measure);
  bool known = measure_in_force_in(scenario, effect->measure, whole) && !effect->undecided &&
               whole - effect->years[0].year < effect->year_count;
  return !known || measure_has_amounts(scenario, effect->measure);
}

static bool unit_is_asked(const struct audit *audit, const struct audit_hooks *hooks, size_t unit) {
  bool asked = !hooks->only;
  for (size_t m = 0; m < audit->measure_count && !asked; m++)
    asked = hooks->only[m] && measure_touches_solved(audit->scenario, m, unit);
  return asked;
}

static void add_case(struct arena *arena, struct asked_unit *asked, struct asked_case made) {
  *(struct asked_case *)arena_push(arena, &asked->cases, &asked->count, &asked->room, sizeof made) = made;
}

static void ask_baseline(struct arena *arena, const struct audit *audit, const struct audit_hooks *hooks,
                         struct asked_unit *asked) {
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  for (int year = (int)settings->first_year; year <= settings->last_year; year++)
    add_case(arena, asked,
             (struct asked_case){.measure = NOT_GIVEN,
                                 .year = year,
                                 .rules = true,
                                 .reasons = year == settings->last_year && !hooks->only && !hooks->effects_only});
}

// Reasons are given for the whole year, which is one of the scenario's years if possible.
static void ask_measure(struct arena *arena, const struct audit *audit, const struct audit_hooks *hooks,
                        struct asked_unit *asked, const struct measure_effect *effect) {
  const struct scenario *scenario = audit->scenario;
  int whole = whole_year_of(scenario, effect->measure);
  bool in_years = !effect->undecided && whole <= settings_of(&scenario->tables)->last_year;
  for (int y = 0; y < effect->year_count && !effect->undecided; y++) {
    int year = effect->years[y].year;
    if (measure_in_force_in(scenario, effect->measure, year))
      add_case(arena, asked,
               (struct asked_case){.measure = (int64_t)effect->measure,
                                   .year = year,
                                   .rules = true,
                                   .reasons = year == whole && in_years && !hooks->effects_only});
  }
  if (full_year_is_apart(scenario, effect) && measure_in_force_in(scenario, effect->measure, whole))
    add_case(arena, asked,
             (struct asked_case){.measure = (int64_t)effect->measure,
                                 .year = whole,
                                 .full = true,
                                 .rules = !in_years,
                                 .reasons = !in_years && !hooks->effects_only});
}

struct asked_unit *asked_of_units(struct arena *arena, const struct audit *audit, const struct audit_hooks *hooks) {
  size_t units = row_count(&audit->scenario->tables, TABLE_UNITS);
  struct asked_unit *asked = arena_array(arena, units, sizeof *asked);
  for (size_t unit = 0; unit < units; unit++) {
    asked[unit].unit = unit;
    if (unit_solved_as(audit->scenario, unit) != unit)
      continue;
    if (unit_is_asked(audit, hooks, unit))
      ask_baseline(arena, audit, hooks, &asked[unit]);
    for (size_t m = 0; m < audit->measure_count; m++) {
      const struct measure_effect *effect = &audit->measures[m];
      if (measure_is_asked(hooks, m) && effect->testable && !effect->given_up &&
          measure_touches_solved(audit->scenario, m, unit))
        ask_measure(arena, audit, hooks, &asked[unit], effect);
    }
  }
  return asked;
}
