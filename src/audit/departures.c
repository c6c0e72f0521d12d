// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/departures.h"

#include <assert.h>
#include <math.h>

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "need/group.h"
#include "need/positions.h"

static const double SAME_FTE = 0.005;

static bool known_already(const struct audit *audit, size_t measure, int year, const struct frame *frame) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  for (size_t i = 0; i < audit->departure_count; i++) {
    const struct departure *departure = &audit->departures[i];
    if (departure->measure != measure || departure->year != year)
      continue;
    for (int u = 0; u < frame->unit_count; u++)
      if (departure->unit == (size_t)frame->units[u])
        return true;
  }
  return false;
}

double departure_pay_ore(struct arena *arena, const struct plan *plan, int g) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct program *program = plan->program;
  double ore = 0;
  int count;
  struct position_run *runs = position_runs(arena, program->year, program->variant, g, &count);
  for (int i = 0; i < count; i++) {
    double heads = (double)runs[i].heads_milli / MILLI + plan_heads_moved(plan, g, runs[i].segment);
    ore += heads * (double)ledger_sum(&runs[i].per_head);
  }
  return ore;
}

static double heads_at_end(const struct plan *plan, int g) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  return plan_heads(plan, g, plan->program->year->segment_count - 1);
}

static double fte_at_end(const struct plan *plan, int g) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct unit_year *year = plan->program->year;
  const struct group_row *group = group_on(year, plan->program->variant, g, year->first_day + year->day_count - 1);
  return heads_at_end(plan, g) * (double)group->position_e8 / (double)ONE_E8;
}

void departures_add(struct audit *audit, const struct comparison *comparison, size_t measure) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  const struct plan *before = comparison->plans[REFERENCE][POSITIONS_ADJUSTED];
  const struct plan *after = comparison->plans[SUBJECT][POSITIONS_ADJUSTED];
  const struct frame *frame = comparison->year->frame;
  int year = fiscal_year_of(comparison->year->first_day);
  if (before == after || known_already(audit, measure, year, frame))
    return;
  struct arena *arena = arena_new();
  for (int g = 0; g < frame->group_count; g++) {
    double fte_fewer = fte_at_end(before, g) - fte_at_end(after, g);
    if (fabs(fte_fewer) < SAME_FTE)
      continue;
    struct departure *departure = arena_push(audit->arena, &audit->departures, &audit->departure_count,
                                             &audit->departure_room, sizeof *departure);
    *departure = (struct departure){.measure = measure, .year = year, .group = frame->groups[g]};
    departure->unit = (size_t)group_home(frame, g);
    departure->heads_today = heads_at_end(comparison->plans[REFERENCE][POSITIONS_KEPT], g);
    departure->heads_before = heads_at_end(before, g);
    departure->heads_after = heads_at_end(after, g);
    departure->fte_fewer = fte_fewer;
    departure->pay_ore = departure_pay_ore(arena, before, g) - departure_pay_ore(arena, after, g);
    departure->cut_pay_ore = departure_pay_ore(arena, comparison->plans[REFERENCE][POSITIONS_KEPT], g) -
                             departure_pay_ore(arena, comparison->plans[SUBJECT][POSITIONS_KEPT], g);
  }
  arena_free(arena);
}

struct deadline departure_deadline(const struct scenario *scenario, size_t measure, int year) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  struct deadline deadline = {.gone_by = DAY_NONE};
  day_number first = fiscal_first_day(year), last = fiscal_last_day(year), start;
  if (measure_rows(&scenario->tables)[measure].start == NOT_GIVEN ||
      !measure_first_edit(scenario, measure, first, &start) || start > last)
    return deadline;
  deadline.gone_by = start > first ? start : first;
  deadline.days = (int)(last - deadline.gone_by) + 1;
  struct civil_date date = date_from_day(deadline.gone_by);
  deadline.month_days = days_in_month(date.year, date.month);
  if (deadline.month_days > deadline.days)
    deadline.month_days = deadline.days;
  return deadline;
}

int64_t deadline_month_ore(const struct deadline *deadline, int64_t ore) {
  return deadline->days ? fixed_divide((int128)ore * deadline->month_days, deadline->days) : 0;
}

static const struct year_effect *year_of(const struct measure_effect *effect, int year) {
  for (int y = 0; y < effect->year_count && !effect->undecided; y++)
    if (effect->years[y].year == year)
      return &effect->years[y];
  return &effect->full;
}

int64_t depends_on_positions_ore(const struct audit *audit, size_t measure, int year) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  const struct year_effect *effect = year_of(&audit->measures[measure], year);
  double cut_ore = 0;
  for (size_t i = 0; i < audit->departure_count; i++)
    if (audit->departures[i].measure == measure && audit->departures[i].year == year)
      cut_ore += audit->departures[i].cut_pay_ore;
  return effect_ore(&effect->answers[POSITIONS_ADJUSTED]) - effect_ore(&effect->answers[POSITIONS_KEPT]) +
         fixed_round(cut_ore);
}
