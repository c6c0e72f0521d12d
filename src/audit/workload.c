// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/workload.h"

#include <assert.h>

#include "base/tolerance.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/weekend.h"
#include "plan/figures.h"
#include "solve/solution.h"

// ---------------------------------------------------------------- shifts worked

static struct duty duty_on_shift(const struct plan *plan, int t, int d, int g, int s) {
  assert(t >= 0 && t < plan->program->year->type_count);
  assert(d >= 0 && d < 7);
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  assert(s >= 0 && s < plan->program->year->frame->shift_count);
  const struct unit_year *year = plan->program->year;
  day_number day = year->types[t].monday + d;
  struct shift_place place = shift_place(year->frame, year_tables(year, plan->program->variant, day), s, day);
  return (struct duty){.type = t,
                       .day = d,
                       .group = g,
                       .shift = s,
                       .start_min = place.start_min,
                       .off_min = place.off_duty_min,
                       .worked_min = pay_counted_minutes(&place.span),
                       .on_call = place.duty == DUTY_ON_CALL,
                       .weekend = is_weekend_duty(year->frame, (enum weekday)d, &place),
                       .night_min = work_minutes_of(law_of(&year->frame->scenario->tables), &place.span).night};
}

// Persons by kind, [3 (g shifts + s) + kind].
static void persons_on_day(const struct plan *plan, int t, int d, double *persons) {
  assert(t >= 0 && t < plan->program->year->type_count && d >= 0 && d < 7);
  const struct program *program = plan->program;
  int shifts = program->year->frame->shift_count;
  for (int c = program->day_columns[7 * t + d]; c < program->day_columns[7 * t + d + 1]; c++) {
    const struct column_key *key = &program->columns[c].key;
    if (key->kind <= COLUMN_OVERTIME && plan->solution->values[c] > NOBODY_IN_SUM)
      persons[3 * (key->who * shifts + key->shift) + key->kind] = plan->solution->values[c];
  }
}

static bool is_at_home(const struct workload *load, int g) {
  return group_home(load->plan->program->year->frame, g) == load->unit;
}

static void collect_day(struct arena *arena, struct workload *load, size_t *room, int t, int d, double *persons) {
  int shifts = load->plan->program->year->frame->shift_count;
  persons_on_day(load->plan, t, d, persons);
  for (int g = 0; g < load->group_count; g++) {
    load->day_duties[load_day(load, t, d, g)] = load->duty_count;
    for (int s = 0; s < shifts; s++) {
      double *at = &persons[3 * (g * shifts + s)];
      if (at[0] + at[1] + at[2] <= 0)
        continue;
      if (!is_at_home(load, g)) {
        at[0] = at[1] = at[2] = 0;
        continue;
      }
      struct duty *duty = arena_push(arena, &load->duties, &load->duty_count, room, sizeof *duty);
      *duty = duty_on_shift(load->plan, t, d, g, s);
      duty->own = at[COLUMN_OWN];
      duty->extra = at[COLUMN_EXTRA];
      duty->overtime = at[COLUMN_OVERTIME];
      at[0] = at[1] = at[2] = 0;
    }
  }
}

static void collect_duties(struct arena *arena, struct workload *load) {
  const struct unit_year *year = load->plan->program->year;
  size_t room = 0, days = (size_t)(7 * load->type_count);
  double *persons = arena_array(arena, (size_t)(3 * load->group_count * year->frame->shift_count), sizeof *persons);
  load->day_duties = arena_array(arena, days * (size_t)load->group_count + 1, sizeof *load->day_duties);
  for (int t = 0; t < load->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++)
      collect_day(arena, load, &room, t, d, persons);
  load->day_duties[days * (size_t)load->group_count] = load->duty_count;
}

double load_people(const struct workload *load, int t, int d, int g, bool beyond) {
  double persons = 0;
  size_t at = load_day(load, t, d, g);
  for (size_t i = load->day_duties[at]; i < load->day_duties[at + 1]; i++)
    persons += beyond ? duty_persons(&load->duties[i]) : load->duties[i].own;
  return persons;
}

// ---------------------------------------------------------------- people there

// Values of the weekly columns of year-round rotas, [t groups + g].
struct annual_values {
  double *roster_h, *away;
};

static struct annual_values annual_values(struct arena *arena, const struct workload *load) {
  const struct program *program = load->plan->program;
  size_t cells = (size_t)(load->type_count * load->group_count);
  struct annual_values values = {arena_array(arena, cells, sizeof(double)), arena_array(arena, cells, sizeof(double))};
  for (size_t c = (size_t)program->day_columns[7 * load->type_count]; c < program->column_count; c++) {
    const struct column_key *key = &program->columns[c].key;
    double *list = key->kind == COLUMN_ROSTER ? values.roster_h : key->kind == COLUMN_AWAY ? values.away : NULL;
    if (list)
      list[load_week(load, key->type, key->who)] = load->plan->solution->values[c];
  }
  return values;
}

// People present, as the programme counts them (row_present): in a year-round rota, those not off sick or in training,
// less those whose holiday the planner places in the week.
static void present_in_week(struct workload *load, const struct annual_values *annual, int t, int g) {
  const struct unit_year *year = load->plan->program->year;
  enum variant variant = load->plan->program->variant;
  size_t at = load_week(load, t, g);
  double share = annual_share(year, variant, t, g), heads_in_rota = 0;
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    day_number day = year->types[t].monday + d;
    struct presence presence = group_presence(year, variant, g, day);
    double heads = load->heads[year->types[t].segment[d] * load->group_count + g];
    double day_share = group_day_share(group_on(year, variant, g, day), day);
    double there = heads * presence_share(&presence);
    if (presence.annual) {
      there = heads * ((1 - presence.sick) * (1 - presence.off) - presence.training);
      there -= share > 0 ? annual->away[at] * (1 - presence.sick) * (1 - presence.off) / share : 0;
      heads_in_rota += heads * day_share;
    }
    load->present[load_day(load, t, d, g)] = there > 0 ? there : 0;
    load->present_weeks[at] += there > 0 ? there * day_share : 0;
  }
  load->planned_weeks[at] = heads_in_rota > 0 ? heads_in_rota - annual->away[at] : load->present_weeks[at];
}

static void hours_in_week(struct workload *load, const struct annual_values *annual, int t, int g) {
  size_t week = load_week(load, t, g);
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    size_t at = load_day(load, t, d, g);
    for (size_t i = load->day_duties[at]; i < load->day_duties[at + 1]; i++) {
      const struct duty *duty = &load->duties[i];
      load->ordinary_h[week] += (duty->own + duty->extra) * (double)duty->worked_min / 60;
      load->planned_h[week] += duty->extra * (double)duty->worked_min / 60;
      load->overtime_h[week] += duty->overtime * (double)duty->worked_min / 60;
    }
  }
  bool annual_week = annual_share(load->plan->program->year, load->plan->program->variant, t, g) > 0;
  load->planned_h[week] = annual_week ? load->planned_h[week] + annual->roster_h[week] : load->ordinary_h[week];
}

struct workload *workload_of(struct arena *arena, const struct plan *plan, int64_t unit) {
  const struct unit_year *year = plan->program->year;
  struct workload *load = arena_alloc(arena, sizeof *load);
  load->plan = plan;
  load->unit = unit;
  load->group_count = year->frame->group_count;
  load->type_count = year->type_count;
  collect_duties(arena, load);
  size_t cells = (size_t)(load->type_count * load->group_count);
  load->heads = arena_array(arena, (size_t)(year->segment_count * load->group_count), sizeof(double));
  load->present = arena_array(arena, 7 * cells, sizeof(double));
  double **weekly[] = {&load->present_weeks, &load->ordinary_h, &load->overtime_h, &load->planned_h,
                       &load->planned_weeks};
  for (size_t i = 0; i < sizeof weekly / sizeof *weekly; i++)
    *weekly[i] = arena_array(arena, cells, sizeof(double));
  for (int k = 0; k < year->segment_count; k++)
    for (int g = 0; g < load->group_count; g++)
      load->heads[k * load->group_count + g] = is_at_home(load, g) ? plan_heads(plan, g, k) : 0;
  struct annual_values annual = annual_values(arena, load);
  for (int t = 0; t < load->type_count; t++)
    for (int g = 0; g < load->group_count; g++) {
      if (!is_at_home(load, g))
        continue;
      present_in_week(load, &annual, t, g);
      hours_in_week(load, &annual, t, g);
    }
  return load;
}
