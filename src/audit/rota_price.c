// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "audit/unit_rota.h"
#include "base/language.h"
#include "need/positions.h"
#include "plan/empty.h"

static const double ROUNDING = 1e-9;

struct pricing {
  struct arena *arena;
  const struct base_rota *base;
  const struct rota *rota;
  const struct unit_year *year; // every week by itself
  enum variant variant;
  struct program *program;
  int *shift_of, *group_of; // of the problem by index in the frame; -1: none
  double *own;              // [column] fixed at; NAN: free
  struct rota_price *price;
};

// ---------------------------------------------------------------- what cannot be priced so

static bool is_annual(const struct base_rota *base) {
  const struct frame *frame = base->year->frame;
  for (int g = 0; g < base->problem.group_count; g++)
    if (group_rows(base->tables)[frame->groups[base->group_of[g]]].regime == REGIME_YEAR)
      return true;
  return false;
}

static int64_t rota_min(const struct base_rota *base, const struct rota *rota, int g) {
  int64_t minutes = 0;
  for (int line = 0; line < rota->line_count; line++)
    for (int t = 0; t < 7 * rota->weeks && rota->group_of[line] == g; t++)
      if (rota->day[line * 7 * rota->weeks + t] != ROTA_OFF)
        minutes += base->problem.shifts[rota->day[line * 7 * rota->weeks + t]].paid_min;
  return minutes;
}

// Hours beyond a contract are paid as extra hours or overtime, which a rota does not tell.
static bool is_beyond_contract(const struct base_rota *base, const struct rota *rota) {
  for (int g = 0; g < base->problem.group_count; g++) {
    const struct group_row *row = &group_rows(base->tables)[base->year->frame->groups[base->group_of[g]]];
    double contract = group_contract_min(base->tables, row) * base->weeks * base->problem.groups[g].heads;
    if ((double)rota_min(base, rota, g) > contract + 0.5)
      return true;
  }
  return false;
}

// ---------------------------------------------------------------- own hours as the rota has them

static int *inverse(struct arena *arena, const int *of, int count, int frame_count) {
  int *index = arena_array(arena, (size_t)frame_count + 1, sizeof *index);
  for (int i = 0; i < frame_count; i++)
    index[i] = -1;
  for (int i = 0; i < count; i++)
    index[of[i]] = i;
  return index;
}

// Is the group on the day as it is in the base weeks?
static bool is_as_in_base(const struct pricing *p, int g, day_number day) {
  const struct group_row *then = group_on(p->year, p->variant, g, day);
  const struct group_row *base = &group_rows(p->base->tables)[p->year->frame->groups[g]];
  return then->heads_milli == base->heads_milli && then->position_e8 == base->position_e8 &&
         then->category == base->category && then->regime == base->regime && then->full_time_min == base->full_time_min;
}

static bool week_is_rostered(const struct pricing *p, day_number monday) {
  for (int g = 0; g < p->base->problem.group_count; g++)
    for (int d = 0; d < DAYS_PER_WEEK; d++)
      if (!is_as_in_base(p, p->base->group_of[g], monday + d))
        return false;
  return base_week_is_plain(monday);
}

// Persons there of those that the rota has on the shift.
static double persons_there(const struct pricing *p, int g, int s, day_number day) {
  int t = (day - p->year->first_monday) % (7 * p->rota->weeks);
  int of_rota = p->group_of[g] < 0 || p->shift_of[s] < 0 ? 0 : base_persons(p->rota, p->group_of[g], p->shift_of[s], t);
  if (!of_rota)
    return 0;
  struct presence presence = group_presence(p->year, p->variant, g, day);
  return of_rota * presence_share(&presence);
}

static double hours_of_day(const struct pricing *p, int t, int d) {
  double hours = 0;
  day_number day = p->year->types[t].monday + d;
  for (int g = 0; g < p->year->frame->group_count; g++)
    for (int s = 0; s < p->year->frame->shift_count; s++)
      hours += persons_there(p, g, s, day) * (double)year_place(p->year, p->variant, t, d, s)->paid_min / 60;
  return hours;
}

static void fix_day(struct pricing *p, int t, int d) {
  day_number day = p->year->types[t].monday + d;
  double hours = hours_of_day(p, t, d);
  for (int c = p->program->day_columns[7 * t + d]; c < p->program->day_columns[7 * t + d + 1]; c++) {
    struct program_column *column = &p->program->columns[c];
    if (column->key.kind != COLUMN_OWN)
      continue;
    double persons = column->upper > 0 ? persons_there(p, column->key.who, column->key.shift, day) : 0;
    p->own[c] = column->lower = column->upper = persons;
    hours -= persons * (double)year_place(p->year, p->variant, t, d, column->key.shift)->paid_min / 60;
  }
  if (year_holds(p->year, day) && hours > ROUNDING)
    p->price->unworked_h += hours;
}

static void fix_weeks(struct pricing *p) {
  p->own = arena_array(p->arena, p->program->column_count, sizeof *p->own);
  for (size_t c = 0; c < p->program->column_count; c++)
    p->own[c] = NAN;
  for (int t = 0; t < p->year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK && week_is_rostered(p, p->year->types[t].monday); d++)
      fix_day(p, t, d);
}

static bool gives_way(int kind) {
  return kind == ROW_DUTY || kind == ROW_REST || kind == ROW_REST_SUNDAY || kind == ROW_WEEKEND ||
         kind == ROW_CONTRACT || kind == ROW_SUNDAYS;
}

// The plan's limits of each week are not those of lines over all their weeks, and a rota that breaks a rule is priced
// all the same; whoever comes beyond the lines keeps to the limit as it was.
static void lift_limits(struct pricing *p) {
  double *fixed = arena_array(p->arena, p->program->row_count + 1, sizeof *fixed);
  for (size_t e = 0; e < p->program->entry_count; e++) {
    const struct program_entry *entry = &p->program->entries[e];
    if (!isnan(p->own[entry->column]))
      fixed[entry->row] += entry->value * p->own[entry->column];
  }
  for (size_t r = 0; r < p->program->row_count; r++) {
    struct program_row *row = &p->program->rows[r];
    if (!gives_way(row->key.kind) || fixed[r] <= row->upper)
      continue;
    row->upper = fixed[r];
  }
}

// ---------------------------------------------------------------- the price

static struct program *build(struct pricing *p, const struct comparison *comparison) {
  const struct unit_year *merged = comparison->year;
  struct year_terms terms = merged->terms;
  terms.merge = false;
  p->year = unit_year_make(p->arena, merged->frame->scenario, merged->frame->unit, merged->timelines[REFERENCE],
                           merged->timelines[SUBJECT], terms);
  const struct program *program = program_build(p->arena, p->year, p->variant);
  if (p->variant == SUBJECT)
    program = program_hold_unplanned(p->arena, program, comparison->plans[REFERENCE][POSITIONS_KEPT]->unplanned_h);
  return program_copy(p->arena, program);
}

static void take_figures(struct pricing *p, const struct plan *kept, const struct plan *plan) {
  struct rota_price *price = p->price;
  struct empty_more empty = empty_beyond(kept, plan);
  price->known = true;
  price->plan_kr = kept->cost_kr;
  price->rota_kr = plan->cost_kr;
  price->empty_h = empty.h;
  price->empty_kr = empty.kr;
  for (int kind = 0; kind < HOURS_KINDS; kind++) {
    price->hours_plan[kind] = kept->hours[kind];
    price->hours_rota[kind] = plan->hours[kind];
  }
}

static const char *why_not(const struct base_rota *base, const struct rota *rota) {
  if (is_annual(base))
    return _("who works by the year has no rota that repeats");
  if (is_beyond_contract(base, rota))
    return _("lines have more hours than the contracts, and how these are paid a rota does not tell");
  return NULL;
}

struct rota_price rota_price_of(struct study *study, struct arena *arena, const struct comparison *comparison,
                                const struct base_rota *base, const struct rota *rota) {
  struct rota_price price = {.why = why_not(base, rota)};
  if (price.why)
    return price;
  struct pricing p = {.arena = arena, .base = base, .rota = rota, .variant = base->variant, .price = &price};
  const struct frame *frame = comparison->year->frame;
  p.shift_of = inverse(arena, base->shift_of, base->problem.shift_count, frame->shift_count);
  p.group_of = inverse(arena, base->group_of, base->problem.group_count, frame->group_count);
  p.program = build(&p, comparison);
  fix_weeks(&p);
  lift_limits(&p);
  const struct solution *solution = study_solve(study, arena, p.program, NULL);
  if (solution->status != SOLVE_OPTIMAL) {
    price.why = solution->fault ? solution->fault : _("no plan of the year holds it");
    return price;
  }
  const struct plan *plan = plan_make(arena, p.program, solution);
  if (!plan_agrees(plan)) {
    price.why = _("pay engine and optimiser disagree");
    return price;
  }
  take_figures(&p, comparison->plans[base->variant][POSITIONS_KEPT], plan);
  return price;
}
