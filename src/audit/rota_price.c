// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "audit/unit_rota.h"
#include "base/fixed.h"
#include "base/language.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/year_make.h"
#include "plan/empty.h"

static const double ROUNDING = 1e-9;

struct pricing {
  struct arena *arena;
  const struct base_rota *base;
  const struct rota *rota;
  const struct unit_year *year; // every week is its own week type
  const struct plan *kept;      // the plan that the price is compared with
  enum variant variant;
  const struct program *program;
  int *shift_of, *group_of; // index in the problem by index in the frame; -1: none
  int *persons;             // [(t shifts + s) groups + g] of the problem
  double *away;             // [week groups + g] of the frame: the plan's head-weeks of holiday, year-round rotas only
  int period_weeks;         // the persons repeat after this many weeks, a divisor of the rota's weeks
  double *own[ROTA_WEEKS_MOST];   // [column] fixed at, in a year that begins with this week of the rota; NAN: free
  double *fixed[ROTA_WEEKS_MOST]; // [row] sums of these values
  struct rota_price *price;
};

// ---------------------------------------------------------------- what cannot be priced

static int64_t rota_min(const struct base_rota *base, const struct rota *rota, int g) {
  int64_t minutes = 0;
  for (int line = 0; line < rota->line_count; line++)
    for (int t = 0; t < 7 * rota->weeks && rota->group_of[line] == g; t++)
      if (rota->day[line * 7 * rota->weeks + t] != ROTA_OFF)
        minutes += base->problem.shifts[rota->day[line * 7 * rota->weeks + t]].paid_min;
  return minutes;
}

static bool is_by_year(const struct base_rota *base) {
  for (int g = 0; g < base->problem.group_count; g++)
    if (group_rows(base->tables)[base->year->frame->groups[base->group_of[g]]].regime == REGIME_YEAR)
      return true;
  return false;
}

// Hours beyond the contract are paid as extra hours or overtime, and a rota does not say which.
static bool is_beyond_contract(const struct base_rota *base, const struct rota *rota) {
  for (int g = 0; g < base->problem.group_count; g++) {
    const struct group_row *row = &group_rows(base->tables)[base->year->frame->groups[base->group_of[g]]];
    double contract = group_contract_min(base->tables, row) * base->weeks * base->problem.groups[g].heads;
    if ((double)rota_min(base, rota, g) > contract + 0.5)
      return true;
  }
  return false;
}

// ---------------------------------------------------------------- the persons of the lines

static int *inverse(struct arena *arena, const int *of, int count, int frame_count) {
  int *index = arena_array(arena, (size_t)frame_count + 1, sizeof *index);
  for (int i = 0; i < frame_count; i++)
    index[i] = -1;
  for (int i = 0; i < count; i++)
    index[of[i]] = i;
  return index;
}

static void count_persons(struct pricing *p) {
  int shifts = p->base->problem.shift_count, groups = p->base->problem.group_count, days = 7 * p->rota->weeks;
  p->persons = arena_array(p->arena, (size_t)(days * shifts * groups) + 1, sizeof *p->persons);
  for (int line = 0; line < p->rota->line_count; line++)
    for (int t = 0; t < days; t++) {
      int shift = p->rota->day[line * days + t];
      if (shift != ROTA_OFF)
        p->persons[(t * shifts + shift) * groups + p->rota->group_of[line]]++;
    }
}

// The smallest number of weeks after which the persons repeat: a 6-week rota that repeats a 3-week one can start the
// year in three ways, not six.
static int period_of(const struct pricing *p) {
  int cells = 7 * p->base->problem.shift_count * p->base->problem.group_count, weeks = p->rota->weeks;
  for (int period = 1; period < weeks; period++) {
    bool repeats = weeks % period == 0;
    for (int i = 0; i < (weeks - period) * cells && repeats; i++)
      repeats = p->persons[i] == p->persons[i + period * cells];
    if (repeats)
      return period;
  }
  return weeks;
}

// ---------------------------------------------------------------- own hours as the rota has them

// Is the group on this day the same as in the base weeks?
static bool is_as_in_base(const struct pricing *p, int g, day_number day) {
  const struct group_row *then = group_on(p->year, p->variant, g, day);
  const struct group_row *base = &group_rows(p->base->tables)[p->year->frame->groups[g]];
  return then->heads_milli == base->heads_milli && then->position_e8 == base->position_e8 &&
         then->category == base->category && then->regime == base->regime && then->full_time_min == base->full_time_min;
}

// Weeks that cross an end of the year also belong to another year, so they are not rostered.
static bool week_is_rostered(const struct pricing *p, day_number monday) {
  if (!year_holds(p->year, monday) || !year_holds(p->year, monday + SUNDAY))
    return false;
  for (int g = 0; g < p->base->problem.group_count; g++)
    for (int d = 0; d < DAYS_PER_WEEK; d++)
      if (!is_as_in_base(p, p->base->group_of[g], monday + d))
        return false;
  return base_week_is_plain(monday);
}

static int week_of(const struct pricing *p, day_number day) { return (day - p->year->first_monday) / DAYS_PER_WEEK; }

// Reads when the plan places the holidays of staff on year-round rotas.
static void read_away(struct pricing *p) {
  const struct program *program = p->kept->program;
  const struct unit_year *year = program->year;
  int groups = year->frame->group_count;
  p->away = arena_array(p->arena, (size_t)(p->year->week_count * groups) + 1, sizeof *p->away);
  for (size_t c = (size_t)program->day_columns[7 * year->type_count]; c < program->column_count; c++) {
    const struct column_key *key = &program->columns[c].key;
    for (int w = 0; key->kind == COLUMN_AWAY && w < year->week_count; w++)
      if (year->type_of_week[w] == key->type)
        p->away[w * groups + key->who] = fmax(0, p->kept->solution->values[c]);
  }
}

static double away_share(const struct pricing *p, int g, day_number day) {
  day_number monday = day - (day_number)weekday_of(day);
  double share = annual_share(p->year, p->variant, p->year->type_of_week[week_of(p, day)], g);
  double heads = (double)group_on(p->year, p->variant, g, monday)->heads_milli / MILLI;
  return share > 0 && heads > 0 ? p->away[week_of(p, day) * p->year->frame->group_count + g] / (heads * share) : 0;
}

// The share of the group's people who are present.
static double there(const struct pricing *p, int g, day_number day) {
  struct presence presence = group_presence(p->year, p->variant, g, day);
  if (!presence.annual)
    return presence_share(&presence);
  return (1 - presence.sick) * (1 - presence.off) * (1 - away_share(p, g, day)) - presence.training;
}

// Persons present among those that the rota puts on the shift, in a year that begins with the given week of the rota.
static double persons_there(const struct pricing *p, int first_week, int g, int s, day_number day) {
  int shifts = p->base->problem.shift_count, groups = p->base->problem.group_count;
  if (p->group_of[g] < 0 || p->shift_of[s] < 0)
    return 0;
  int t = (day - p->year->first_monday + 7 * first_week) % (7 * p->rota->weeks);
  int persons = p->persons[(t * shifts + p->shift_of[s]) * groups + p->group_of[g]];
  return persons ? persons * fmax(0, there(p, g, day)) : 0;
}

static double hours_of_day(const struct pricing *p, int first_week, int t, int d) {
  double hours = 0;
  day_number day = p->year->types[t].monday + d;
  for (int g = 0; g < p->year->frame->group_count; g++)
    for (int s = 0; s < p->year->frame->shift_count; s++)
      hours +=
          persons_there(p, first_week, g, s, day) * (double)year_place(p->year, p->variant, t, d, s)->paid_min / 60;
  return hours;
}

static void fix_day(struct pricing *p, int first_week, int t, int d) {
  day_number day = p->year->types[t].monday + d;
  double hours = hours_of_day(p, first_week, t, d);
  for (int c = p->program->day_columns[7 * t + d]; c < p->program->day_columns[7 * t + d + 1]; c++) {
    const struct program_column *column = &p->program->columns[c];
    if (column->key.kind != COLUMN_OWN)
      continue;
    double persons = column->upper > 0 ? persons_there(p, first_week, column->key.who, column->key.shift, day) : 0;
    p->own[first_week][c] = persons;
    hours -= persons * (double)year_place(p->year, p->variant, t, d, column->key.shift)->paid_min / 60;
  }
  if (hours > ROUNDING)
    p->price->unworked_h += hours / p->period_weeks;
}

// Head-weeks of holiday in a rostered week, of staff on year-round rotas; NAN: the column is not one of these.
static double away_fixed(const struct pricing *p, const struct program_column *column) {
  if (column->key.kind != COLUMN_AWAY || column->upper <= 0)
    return NAN;
  day_number monday = p->year->types[column->key.type].monday;
  if (!week_is_rostered(p, monday))
    return NAN;
  return p->away[week_of(p, monday) * p->year->frame->group_count + column->key.who];
}

static void fix_weeks(struct pricing *p, int first_week) {
  double *own = p->own[first_week] = arena_array(p->arena, p->program->column_count, sizeof *own);
  for (size_t c = 0; c < p->program->column_count; c++)
    own[c] = away_fixed(p, &p->program->columns[c]);
  for (int t = 0; t < p->year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK && week_is_rostered(p, p->year->types[t].monday); d++)
      fix_day(p, first_week, t, d);
}

// ---------------------------------------------------------------- the plan's limits

// People who work a weekend, where weekends are counted over the year: as many as on its busiest day.
static void add_weekends(const struct pricing *p, double *fixed) {
  double *weekend = arena_array(p->arena, p->program->column_count, sizeof *weekend);
  for (size_t e = 0; e < p->program->entry_count; e++) {
    const struct program_entry *entry = &p->program->entries[e];
    if (p->program->rows[entry->row].key.kind == ROW_ON_WEEKEND &&
        p->program->columns[entry->column].key.kind == COLUMN_WEEKEND)
      weekend[entry->column] = fmax(weekend[entry->column], fixed[entry->row]);
  }
  for (size_t e = 0; e < p->program->entry_count; e++) {
    const struct program_entry *entry = &p->program->entries[e];
    if (p->program->rows[entry->row].key.kind == ROW_WEEKEND_YEAR)
      fixed[entry->row] += entry->value * weekend[entry->column];
  }
}

static void add_up(struct pricing *p, int first_week) {
  double *fixed = p->fixed[first_week] = arena_array(p->arena, p->program->row_count + 1, sizeof *fixed);
  for (size_t e = 0; e < p->program->entry_count; e++) {
    const struct program_entry *entry = &p->program->entries[e];
    if (!isnan(p->own[first_week][entry->column]))
      fixed[entry->row] += entry->value * p->own[first_week][entry->column];
  }
  add_weekends(p, fixed);
}

// Limits that rota lines keep over all their weeks, and plans in each week.
static bool is_kept_over_weeks(int kind) {
  return kind == ROW_CONTRACT || kind == ROW_WEEKEND || kind == ROW_WEEKEND_YEAR || kind == ROW_SUNDAYS;
}

static bool is_kept_each_day(int kind) { return kind == ROW_DUTY || kind == ROW_REST || kind == ROW_REST_SUNDAY; }

// In a year-round rota the hours planned for a week follow the lines.
static bool has_roster(const struct pricing *p, const struct program_row *row) {
  return row->key.kind == ROW_CONTRACT && annual_share(p->year, p->variant, row->key.type, row->key.who) > 0;
}

// For limits kept over weeks, people in addition to the lines get the room that the lines leave on average over the
// weeks of the rota, so that the average of the years is a plan within the plan's own limits. A rota that breaks a rule
// is still priced; then there is no room beyond the lines.
static void lift_limits(const struct pricing *p, struct program *program, int first_week) {
  for (size_t r = 0; r < program->row_count; r++) {
    struct program_row *row = &program->rows[r];
    double fixed = p->fixed[first_week][r], mean = 0;
    for (int w = 0; w < p->period_weeks; w++)
      mean += p->fixed[w][r] / p->period_weeks;
    if (has_roster(p, row))
      row->upper += fixed - mean;
    else if (is_kept_over_weeks(row->key.kind))
      row->upper = fixed + fmax(0, row->upper - mean);
    else if (is_kept_each_day(row->key.kind))
      row->upper = fmax(row->upper, fixed);
  }
}

// ---------------------------------------------------------------- the price

static const struct program *build(struct pricing *p, const struct comparison *comparison) {
  const struct unit_year *merged = comparison->year;
  struct year_terms terms = merged->terms;
  terms.merge = false;
  p->year = unit_year_make(p->arena, merged->frame->scenario, merged->frame->unit, merged->timelines[REFERENCE],
                           merged->timelines[SUBJECT], terms);
  const struct program *program = program_build(p->arena, p->year, p->variant);
  if (p->variant == SUBJECT)
    program = program_hold_unplanned(p->arena, program, comparison->plans[REFERENCE][POSITIONS_KEPT]->unplanned_h);
  return program;
}

static struct program *hold_lines(const struct pricing *p, int first_week) {
  struct program *program = program_copy(p->arena, p->program);
  const double *own = p->own[first_week];
  for (size_t c = 0; c < program->column_count; c++) {
    struct program_column *column = &program->columns[c];
    if (!isnan(own[c]))
      column->lower = column->upper = own[c];
  }
  lift_limits(p, program, first_week);
  return program;
}

static void take_figures(struct pricing *p, const struct plan *plan) {
  struct rota_price *price = p->price;
  struct empty_more empty = empty_beyond(p->kept, plan);
  price->rota_kr += plan->cost_kr / p->period_weeks;
  price->empty_h += empty.h / p->period_weeks;
  price->empty_kr += empty.kr / p->period_weeks;
  for (int kind = 0; kind < HOURS_KINDS; kind++)
    price->hours_rota[kind] += plan->hours[kind] / p->period_weeks;
}

// A year that begins with the given week of the rota. The solver starts from the basis of the year solved before.
static bool add_year(struct pricing *p, struct study *study, int first_week, const struct basis **start) {
  const struct program *program = hold_lines(p, first_week);
  const struct solution *solution = study_solve(study, p->arena, program, *start);
  if (solution->status != SOLVE_OPTIMAL) {
    p->price->why = solution->fault ? solution->fault : _("no plan of the year holds it");
    return false;
  }
  const struct plan *plan = plan_make(p->arena, program, solution);
  if (!plan_agrees(plan)) {
    p->price->why = _("pay engine and optimiser disagree");
    return false;
  }
  take_figures(p, plan);
  *start = solution->basis;
  return true;
}

static void take_kept(struct rota_price *price, const struct plan *kept) {
  price->plan_kr = kept->cost_kr;
  for (int kind = 0; kind < HOURS_KINDS; kind++)
    price->hours_plan[kind] = kept->hours[kind];
}

static void begin(struct pricing *p, const struct comparison *comparison) {
  const struct frame *frame = comparison->year->frame;
  p->shift_of = inverse(p->arena, p->base->shift_of, p->base->problem.shift_count, frame->shift_count);
  p->group_of = inverse(p->arena, p->base->group_of, p->base->problem.group_count, frame->group_count);
  count_persons(p);
  p->period_weeks = period_of(p);
  p->program = build(p, comparison);
  read_away(p);
  for (int w = 0; w < p->period_weeks; w++) {
    fix_weeks(p, w);
    add_up(p, w);
  }
}

struct rota_price rota_price_of(struct study *study, struct arena *arena, const struct comparison *comparison,
                                const struct base_rota *base, const struct rota *rota) {
  struct rota_price price = {.why = NULL, .by_year = is_by_year(base)};
  struct pricing p = {.arena = arena,
                      .base = base,
                      .rota = rota,
                      .variant = base->variant,
                      .kept = comparison->plans[base->variant][POSITIONS_KEPT],
                      .price = &price};
  if (is_beyond_contract(base, rota)) {
    price.why = _("lines have more hours than the contracts, and how these are paid a rota does not tell");
    return price;
  }
  begin(&p, comparison);
  const struct basis *start = NULL;
  for (int w = 0; w < p.period_weeks; w++)
    if (!add_year(&p, study, w, &start))
      return (struct rota_price){.why = price.why};
  take_kept(&price, p.kept);
  price.known = true;
  return price;
}
