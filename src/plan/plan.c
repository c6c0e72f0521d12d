// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fixed.h"
#include "base/tolerance.h"
#include "need/compensation.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/terms.h"
#include "solve/solution.h"

enum counted { YEAR, PLANNED, COUNTS }; // the days of the year; all days planned, which include them and some more

// Sums in øre, not yet rounded: fractions of persons times whole øre.
struct booking {
  double ore[LEDGER_LINES];
  double paid_for[HOURS_KINDS][LEDGER_LINES];
  double planned_ore;
  double (*shares)[HOURS_KINDS][LEDGER_LINES]; // [unit] paid_for, by the unit of the work
  double (*of_group)[LEDGER_LINES];            // [g] pay of positions and agreed compensation
  double *own_h, *present_h;                   // [g units + unit] contract hours on shifts; [g] hours available
  double *weekend_h[COUNTS];                   // [g] weekend hours beyond those without compensation (or negative)
  double *moved_weeks[COUNTS];                 // [g] head-weeks of holiday moved out of the summer (or negative)
};

static void book_planned(struct booking *booking, const struct ledger *price, double times) {
  booking->planned_ore += (double)ledger_sum(price) * times;
}

static void book_year(struct booking *booking, enum hours_kind kind, const struct ledger *price, double times) {
  for (int line = 0; line < LEDGER_LINES; line++) {
    booking->ore[line] += (double)price->ore[line] * times;
    booking->paid_for[kind][line] += (double)price->ore[line] * times;
  }
}

static void book_group(struct booking *booking, int g, const struct ledger *price, double times) {
  book_year(booking, HOURS_OWN, price, times);
  for (int line = 0; line < LEDGER_LINES; line++)
    booking->of_group[g][line] += (double)price->ore[line] * times;
}

// A sum to which days are added: of all planned days, and of the year if the day belongs to it.
static void add_counted(double *const sums[COUNTS], int g, bool in_year, double value) {
  sums[PLANNED][g] += value;
  sums[YEAR][g] += in_year ? value : 0;
}

static const enum pay_form form_of_kind[] = {
    [COLUMN_OWN] = PAY_OWN, [COLUMN_EXTRA] = PAY_EXTRA, [COLUMN_OVERTIME] = PAY_OVERTIME};

enum hours_kind plan_hours_kind(const struct plan *plan, const struct column_key *key, day_number day) {
  const struct unit_year *year = plan->program->year;
  switch (key->kind) {
  case COLUMN_OWN:
    return HOURS_OWN;
  case COLUMN_EXTRA:
    return HOURS_EXTRA;
  case COLUMN_OVERTIME:
    return HOURS_OVERTIME;
  default: {
    const struct tables *tables = year_tables(year, plan->program->variant, day);
    bool agency = source_rows(tables)[year->frame->sources[key->who]].kind == SOURCE_AGENCY;
    return agency ? HOURS_AGENCY : HOURS_SUBSTITUTE;
  }
  }
}

struct working { // who works a column on a real day
  struct pay_terms terms;
  int level; // index
};

static struct working working_on(const struct plan *plan, const struct column_key *key, day_number day) {
  const struct program *program = plan->program;
  const struct frame *frame = program->year->frame;
  const struct tables *tables = year_tables(program->year, program->variant, day);
  struct working working;
  working.terms =
      key->kind == COLUMN_HIRED
          ? terms_of_source(tables, &source_rows(tables)[frame->sources[key->who]], frame->source_units[key->who])
          : terms_of_group(program->year, program->variant, form_of_kind[key->kind], key->who, day);
  working.level = category_level(frame, tables, working.terms.category);
  return working;
}

static bool is_shift(int kind) {
  return kind == COLUMN_OWN || kind == COLUMN_EXTRA || kind == COLUMN_OVERTIME || kind == COLUMN_HIRED;
}

// How much of the type's weeks lies in the year, in weeks, by the days on which the group has contract hours.
static double weeks_in_year(const struct plan *plan, int t, int g) {
  assert(t >= 0 && t < plan->program->year->type_count);
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct unit_year *year = plan->program->year;
  const struct week_type *week = &year->types[t];
  double all = 0, in_year = 0;
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    day_number day = week->monday + d;
    double share = group_day_share(group_on(year, plan->program->variant, g, day), day);
    all += share;
    in_year += share * week->in_year[d];
  }
  return all > 0 ? in_year / all : 0;
}

// The part of a week's idle hours that belongs to the year.
static double idle_share(const struct plan *plan, int g, day_number day) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct unit_year *year = plan->program->year;
  day_number monday = day - (day_number)weekday_of(day);
  if (year_holds(year, monday) && year_holds(year, monday + SUNDAY))
    return 1;
  double all = 0, in_year = 0;
  for (day_number at = monday; at <= monday + SUNDAY; at++) {
    double share = group_day_share(group_on(year, plan->program->variant, g, at), at);
    all += share;
    in_year += year_holds(year, at) ? share : 0;
  }
  return all > 0 ? in_year / all : 0;
}

// Contract hours of the group available for work; those on no shift are idle.
static void add_present(struct plan *plan, struct booking *booking, int g, double hours) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct frame *frame = plan->program->year->frame;
  booking->present_h[g] += hours;
  plan->hours[HOURS_IDLE] += hours;
  plan->shares[frame_unit_index(frame, group_home(frame, g))].hours[HOURS_IDLE] += hours;
}

static void count_hours(struct plan *plan, const struct column_key *key, day_number day, int level, double hours) {
  assert(level >= 0 && level < plan->program->year->frame->level_count);
  const struct unit_year *year = plan->program->year;
  const struct frame *frame = year->frame;
  enum hours_kind kind = plan_hours_kind(plan, key, day);
  int at = year_segment_of(year, day) * frame->level_count + level;
  if (year_holds(year, day)) {
    plan->hours[kind] += hours;
    plan->shares[frame_unit_index(frame, shift_unit(frame, key->shift))].hours[kind] += hours;
  }
  if (kind == HOURS_OWN) {
    double idle = hours * idle_share(plan, key->who, day);
    plan->hours[HOURS_IDLE] -= idle;
    plan->shares[frame_unit_index(frame, group_home(frame, key->who))].hours[HOURS_IDLE] -= idle;
  }
  plan->variable_h[at] += column_is_variable(key) ? hours : 0;
  plan->unplanned_h[at] += column_is_unplanned(plan->program, key, day) ? hours : 0;
}

static void book_share(struct plan *plan, struct booking *booking, const struct column_key *key, day_number day,
                       const struct ledger *price, double persons, double hours) {
  const struct frame *frame = plan->program->year->frame;
  enum hours_kind kind = plan_hours_kind(plan, key, day);
  int unit = frame_unit_index(frame, shift_unit(frame, key->shift));
  for (int line = 0; line < LEDGER_LINES; line++)
    booking->shares[unit][kind][line] += (double)price->ore[line] * persons;
  if (kind == HOURS_OWN)
    booking->own_h[key->who * frame->unit_count + unit] += hours;
}

static void book_shift(struct plan *plan, struct booking *booking, size_t column, day_number day) {
  const struct program *program = plan->program;
  const struct column_key *key = &program->columns[column].key;
  double persons = plan->solution->values[column];
  const struct tables *tables = year_tables(program->year, program->variant, day);
  struct shift_place place = shift_place(program->year->frame, tables, key->shift, day);
  struct working working = working_on(plan, key, day);
  struct ledger price = pay_of_span(tables, &working.terms, &place.span);
  bool in_year = year_holds(program->year, day);
  book_planned(booking, &price, persons);
  double hours = persons * (double)place.paid_min / 60;
  if (in_year) {
    book_year(booking, plan_hours_kind(plan, key, day), &price, persons);
    book_share(plan, booking, key, day, &price, persons, hours);
  }
  if (key->kind == COLUMN_OWN && compensated_weekend_day(program->year, program->variant, key->who, day))
    add_counted(booking->weekend_h, key->who, in_year, hours);
  count_hours(plan, key, day, working.level, hours);
}

static void column_range(const struct program *program, day_number day, int *from, int *to) {
  int t = year_type_of(program->year, day), d = (int)weekday_of(day);
  *from = program->day_columns[7 * t + d];
  *to = program->day_columns[7 * t + d + 1];
}

static void book_day(struct plan *plan, struct booking *booking, day_number day) {
  int from, to;
  column_range(plan->program, day, &from, &to);
  for (int c = from; c < to; c++) {
    const struct program_column *column = &plan->program->columns[c];
    if (plan->solution->values[c] <= NOBODY)
      continue;
    if (column->key.kind == COLUMN_SHORT) {
      int weeks = plan->program->year->types[column->key.type].multiplicity;
      double missing_h = plan->solution->values[c] * column->shortfall_h / weeks;
      const struct frame *frame = plan->program->year->frame;
      int unit = frame_unit_index(frame, frame->intervals[column->key.interval].unit);
      double in_year_h = year_holds(plan->program->year, day) ? missing_h : 0;
      plan->planned_shortfall_h += missing_h;
      plan->shortfall_h += in_year_h;
      plan->shares[unit].shortfall_h += in_year_h;
    } else if (column->key.kind == COLUMN_GAP) {
      int weeks = plan->program->year->types[column->key.type].multiplicity;
      bool in_year = year_holds(plan->program->year, day);
      plan->gap_h += in_year ? plan->solution->values[c] * column->gap_h / weeks : 0;
    } else if (is_shift(column->key.kind)) {
      book_shift(plan, booking, (size_t)c, day);
    }
  }
}

double plan_heads_moved(const struct plan *plan, int g, int k) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  assert(k >= 0 && k < plan->program->year->segment_count);
  double heads = 0;
  const struct program *program = plan->program;
  for (size_t c = (size_t)program->day_columns[7 * program->year->type_count]; c < program->column_count; c++) {
    const struct program_column *column = &program->columns[c];
    bool moves = column->key.kind == COLUMN_UP || column->key.kind == COLUMN_DOWN;
    if (moves && column->key.who == g && column->key.segment == k)
      heads += plan->solution->values[c] * column->scale * (column->key.kind == COLUMN_UP ? 1 : -1);
  }
  return heads;
}

double plan_heads(const struct plan *plan, int g, int k) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  assert(k >= 0 && k < plan->program->year->segment_count);
  const struct unit_year *year = plan->program->year;
  day_number after = k + 1 < year->segment_count ? year->segment_first[k + 1] : year->first_day + year->day_count;
  return (double)group_on(year, plan->program->variant, g, after - 1)->heads_milli / MILLI +
         plan_heads_moved(plan, g, k);
}

// Contract hours of one head available for work on a day; in a year-round rota only those of the training, as the
// planned hours are separate columns.
static double present_h_on(const struct plan *plan, int g, day_number day) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct unit_year *year = plan->program->year;
  enum variant variant = plan->program->variant;
  const struct tables *tables = year_tables(year, variant, day);
  const struct group_row *group = group_on(year, variant, g, day);
  double day_h = group_contract_min(tables, group) / 60 * group_day_share(group, day);
  struct presence presence = group_presence(year, variant, g, day);
  return day_h * (presence.annual ? -presence.training : contract_share(&presence));
}

static void book_run(struct plan *plan, struct booking *booking, int g, const struct position_run *run) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct unit_year *year = plan->program->year;
  enum variant variant = plan->program->variant;
  double heads = (double)run->heads_milli / MILLI + plan_heads_moved(plan, g, run->segment);
  book_planned(booking, &run->per_head, heads);
  if (run->in_year) {
    book_group(booking, g, &run->per_head, heads);
    double position = (double)run->position_e8 / (double)ONE_E8;
    double fte = heads * position * (run->last_day - run->first_day + 1) / year->day_count;
    plan->positions_fte += fte;
    plan->shares[frame_unit_index(year->frame, group_home(year->frame, g))].positions_fte += fte;
  }
  for (day_number day = run->first_day; day <= run->last_day; day++) {
    add_present(plan, booking, g, heads * present_h_on(plan, g, day) * idle_share(plan, g, day));
    plan->free_h += run->in_year ? heads * group_free_h(year, variant, g, day) : 0;
    add_counted(booking->weekend_h, g, run->in_year, -heads * weekend_hours_included(year, variant, g, day));
    add_counted(booking->moved_weeks, g, run->in_year, heads * summer_holiday_on(year, variant, g, day));
  }
}

static void book_positions(struct plan *plan, struct booking *booking, int g) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct program *program = plan->program;
  int count;
  struct position_run *runs = position_runs_planned(program->arena, program->year, program->variant, g, &count);
  for (int i = 0; i < count; i++)
    book_run(plan, booking, g, &runs[i]);
}

// How much of the type's weeks lies in June to September, in weeks of the year-round rota.
static double summer_weeks(const struct plan *plan, int t, int g, enum counted counted) {
  assert(t >= 0 && t < plan->program->year->type_count);
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct unit_year *year = plan->program->year;
  const struct week_type *week = &year->types[t];
  enum variant variant = plan->program->variant;
  double share = annual_share(year, variant, t, g), summer = 0;
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    const struct group_row *group = group_on(year, variant, g, week->monday + d);
    if (is_summer(week->monday + d) && group->regime == REGIME_YEAR)
      summer += group_day_share(group, week->monday + d) * (counted == YEAR ? week->in_year[d] : week->multiplicity);
  }
  return share > 0 ? summer / share : 0;
}

static double sick_in_week(const struct plan *plan, int t, int g) {
  assert(t >= 0 && t < plan->program->year->type_count);
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct unit_year *year = plan->program->year;
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    struct presence presence = group_presence(year, plan->program->variant, g, year->types[t].monday + d);
    if (presence.annual)
      return presence.sick;
  }
  return 0;
}

// Counts planned hours in year-round rotas as available, and holidays in the summer as not moved.
static void read_annual(struct plan *plan, struct booking *booking) {
  const struct program *program = plan->program;
  for (size_t c = (size_t)program->day_columns[7 * program->year->type_count]; c < program->column_count; c++) {
    const struct column_key *key = &program->columns[c].key;
    double value = plan->solution->values[c];
    if (key->kind == COLUMN_ROSTER)
      add_present(plan, booking, key->who,
                  weeks_in_year(plan, key->type, key->who) * (1 - sick_in_week(plan, key->type, key->who)) * value);
    for (enum counted counted = YEAR; key->kind == COLUMN_AWAY && counted < COUNTS; counted++)
      booking->moved_weeks[counted][key->who] -= summer_weeks(plan, key->type, key->who, counted) * value;
  }
}

static void book_compensation(struct plan *plan, struct booking *booking, int g) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct unit_year *year = plan->program->year;
  struct ledger weekend = weekend_compensation(year, plan->program->variant, g);
  struct ledger holiday = holiday_compensation(year, plan->program->variant, g);
  book_planned(booking, &weekend, fmax(0, booking->weekend_h[PLANNED][g]));
  book_planned(booking, &holiday, fmax(0, booking->moved_weeks[PLANNED][g]));
  book_group(booking, g, &weekend, fmax(0, booking->weekend_h[YEAR][g]));
  book_group(booking, g, &holiday, fmax(0, booking->moved_weeks[YEAR][g]));
}

// Rounds each line of each kind; the rounding difference goes to the own hours, so that they add up.
static void split_ledger(struct plan *plan, const struct booking *booking) {
  plan->paid_for[HOURS_OWN] = plan->ledger;
  for (int kind = 0; kind < HOURS_KINDS; kind++)
    for (int line = 0; line < LEDGER_LINES && kind != HOURS_OWN; line++) {
      plan->paid_for[kind].ore[line] = fixed_round(booking->paid_for[kind][line]);
      plan->paid_for[HOURS_OWN].ore[line] -= plan->paid_for[kind].ore[line];
    }
}

// The part of a group's own pay that belongs to a unit: that of its hours there, and in the home unit also that of its
// hours on no shift.
static double share_of_unit(const struct frame *frame, const struct booking *booking, int g, int unit) {
  assert(g >= 0 && g < frame->group_count);
  const double *own_h = &booking->own_h[g * frame->unit_count];
  double worked_h = 0;
  for (int u = 0; u < frame->unit_count; u++)
    worked_h += own_h[u];
  double there_h = fmax(booking->present_h[g], worked_h);
  double away_h = worked_h - own_h[frame_unit_index(frame, group_home(frame, g))];
  if (frame->units[unit] != group_home(frame, g))
    return there_h > 0 ? own_h[unit] / there_h : 0;
  return there_h > 0 ? 1 - away_h / there_h : 1;
}

static void share_groups(const struct frame *frame, struct booking *booking) {
  for (int g = 0; g < frame->group_count; g++)
    for (int u = 0; u < frame->unit_count; u++)
      for (int line = 0; line < LEDGER_LINES; line++)
        booking->shares[u][HOURS_OWN][line] += share_of_unit(frame, booking, g, u) * booking->of_group[g][line];
}

// The unit that receives the rounding difference of a line: the one with the largest amount, of equals the one whose
// code comes first.
static int takes_rest(const struct plan *plan, int line) {
  const struct frame *frame = plan->program->year->frame;
  const struct unit_row *units = unit_rows(&frame->scenario->tables);
  int best = 0;
  for (int u = 1; u < frame->unit_count; u++) {
    int64_t more = llabs(plan->shares[u].ledger.ore[line]) - llabs(plan->shares[best].ledger.ore[line]);
    bool first = strcmp(units[frame->units[u]].unit, units[frame->units[best]].unit) < 0;
    best = more > 0 || (more == 0 && first) ? u : best;
  }
  return best;
}

static void round_share(struct plan_share *share, double paid_for[HOURS_KINDS][LEDGER_LINES]) {
  for (int line = 0; line < LEDGER_LINES; line++) {
    double sum = 0;
    for (int kind = 0; kind < HOURS_KINDS; kind++) {
      sum += paid_for[kind][line];
      share->paid_for[kind].ore[line] = fixed_round(paid_for[kind][line]);
    }
    share->ledger.ore[line] = fixed_round(sum);
  }
}

// Ledgers of the units: the units add up to each line of the plan, and within a unit the kinds of hours add up to the
// line.
static void split_units(struct plan *plan, struct booking *booking) {
  const struct frame *frame = plan->program->year->frame;
  share_groups(frame, booking);
  for (int u = 0; u < frame->unit_count; u++)
    round_share(&plan->shares[u], booking->shares[u]);
  for (int line = 0; line < LEDGER_LINES; line++) {
    int64_t rest = plan->ledger.ore[line];
    for (int u = 0; u < frame->unit_count; u++)
      rest -= plan->shares[u].ledger.ore[line];
    plan->shares[takes_rest(plan, line)].ledger.ore[line] += rest;
  }
  for (int u = 0; u < frame->unit_count; u++)
    for (int line = 0; line < LEDGER_LINES; line++) {
      struct plan_share *share = &plan->shares[u];
      share->paid_for[HOURS_OWN].ore[line] = share->ledger.ore[line];
      for (int kind = 0; kind < HOURS_KINDS; kind++)
        share->paid_for[HOURS_OWN].ore[line] -= kind == HOURS_OWN ? 0 : share->paid_for[kind].ore[line];
    }
}

static struct booking booking_begin(struct arena *arena, const struct frame *frame) {
  struct booking booking = {.ore = {0}};
  int groups = frame->group_count;
  booking.shares = arena_array(arena, (size_t)frame->unit_count, sizeof *booking.shares);
  booking.of_group = arena_array(arena, (size_t)groups, sizeof *booking.of_group);
  booking.own_h = arena_array(arena, (size_t)(groups * frame->unit_count), sizeof(double));
  booking.present_h = arena_array(arena, (size_t)groups, sizeof(double));
  for (enum counted counted = YEAR; counted < COUNTS; counted++) {
    booking.weekend_h[counted] = arena_array(arena, (size_t)groups, sizeof(double));
    booking.moved_weeks[counted] = arena_array(arena, (size_t)groups, sizeof(double));
  }
  return booking;
}

struct plan *plan_make(struct arena *arena, const struct program *program, const struct solution *solution) {
  struct plan *plan = arena_alloc(arena, sizeof *plan);
  const struct unit_year *year = program->year;
  plan->program = program;
  plan->solution = solution;
  plan->variable_h = arena_array(arena, (size_t)(year->segment_count * year->frame->level_count), sizeof(double));
  plan->unplanned_h = arena_array(arena, (size_t)(year->segment_count * year->frame->level_count), sizeof(double));
  plan->shares = arena_array(arena, (size_t)year->frame->unit_count, sizeof *plan->shares);
  for (int u = 0; u < year->frame->unit_count; u++)
    plan->shares[u].unit = year->frame->units[u];
  struct booking booking = booking_begin(arena, year->frame);
  for (int i = 0; i < year_days_planned(year); i++)
    book_day(plan, &booking, year->first_monday + i);
  for (int g = 0; g < year->frame->group_count; g++)
    book_positions(plan, &booking, g);
  read_annual(plan, &booking);
  for (int g = 0; g < year->frame->group_count; g++)
    book_compensation(plan, &booking, g);
  plan->planned_kr = booking.planned_ore / ORE_PER_KR;
  for (int line = 0; line < LEDGER_LINES; line++) {
    plan->ledger.ore[line] = fixed_round(booking.ore[line]);
    plan->cost_kr += booking.ore[line] / ORE_PER_KR;
  }
  split_ledger(plan, &booking);
  split_units(plan, &booking);
  return plan;
}

bool plan_agrees(const struct plan *plan) {
  double allowed = fmax(0.05, 1e-7 * fabs(plan->planned_kr));
  return fabs(plan->planned_kr - plan->solution->cost_kr) <= allowed;
}

void plan_persons_on_day(const struct plan *plan, day_number day, double *persons) {
  const struct program *program = plan->program;
  const struct frame *frame = program->year->frame;
  const struct tables *tables = year_tables(program->year, program->variant, day);
  for (int c = 0; c < frame->interval_count * frame->level_count; c++)
    persons[c] = 0;
  int from, to;
  column_range(program, day, &from, &to);
  for (int c = from; c < to; c++) {
    const struct column_key *key = &program->columns[c].key;
    double value = plan->solution->values[c];
    if (!is_shift(key->kind) || value <= NOBODY)
      continue;
    struct shift_place place = shift_place(frame, tables, key->shift, day);
    int level = working_on(plan, key, day).level;
    for (int i = 0; i < frame->interval_count; i++)
      for (int l = 0; l <= level && shift_covers(frame, &place, i); l++)
        persons[i * frame->level_count + l] += value;
  }
}

void plan_gap_on_day(const struct plan *plan, day_number day, double *persons) {
  const struct program *program = plan->program;
  const struct unit_year *year = program->year;
  const struct frame *frame = year->frame;
  int t = year_type_of(year, day), d = (int)weekday_of(day), from, to;
  for (int c = 0; c < frame->interval_count * frame->level_count; c++)
    persons[c] = 0;
  column_range(program, day, &from, &to);
  for (int c = from; c < to; c++) {
    const struct column_key *key = &program->columns[c].key;
    if (key->kind != COLUMN_GAP || plan->solution->values[c] <= NOBODY)
      continue;
    for (int i = 0; i < frame->interval_count; i++)
      for (int l = 0; l <= key->level && year_interval_leader(year, t, d, i) == key->interval; l++)
        persons[i * frame->level_count + l] += plan->solution->values[c];
  }
}

// Whole heads found by branching and hours of shortfall both have a cost that does not show as a price on the row.
bool plan_sunday_binds(const struct program *program, const struct solution *solution) {
  bool whole = program_has_whole(program), is_short = solution->shortfall_h > 0;
  for (size_t r = 0; r < program->row_count; r++) {
    const struct program_row *row = &program->rows[r];
    bool full = is_short && solution->row_values[r] > row->upper - NOBODY;
    if (row->key.kind == ROW_REST_SUNDAY && (whole || full || fabs(solution->row_duals_kr[r]) > 1e-6))
      return true;
  }
  return false;
}
