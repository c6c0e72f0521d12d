// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan.h"

#include <math.h>

#include "need/compensation.h"
#include "need/terms.h"

static const double NOBODY = 1e-9; // persons below this are the solver's rounding

enum counted { YEAR, PLANNED, COUNTS }; // the days of the year; all days planned, which are these and some more

// Sums in øre, not yet rounded: fractions of persons times whole øre.
struct booking {
  double ore[LEDGER_LINES];
  double paid_for[HOURS_KINDS][LEDGER_LINES];
  double planned_ore;
  double *weekend_h[COUNTS];   // [g] weekend hours beyond those that earn no compensation (or negative)
  double *moved_weeks[COUNTS]; // [g] head-weeks of holiday moved out of the summer (or negative)
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

// A sum that days add to: all planned, and the year's if the day is one of its days.
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
  working.terms = key->kind == COLUMN_HIRED
                      ? terms_of_source(tables, &source_rows(tables)[frame->sources[key->who]], frame->unit)
                      : terms_of_group(program->year, program->variant, form_of_kind[key->kind], key->who, day);
  working.level = category_level(frame, tables, working.terms.category);
  return working;
}

static bool is_shift(int kind) {
  return kind == COLUMN_OWN || kind == COLUMN_EXTRA || kind == COLUMN_OVERTIME || kind == COLUMN_HIRED;
}

// How much of the type's weeks lies in the year, in weeks, by the days on which the group's contract hours fall.
static double weeks_in_year(const struct plan *plan, int t, int g) {
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

// The part of a week's idle hours that is the year's.
static double idle_share(const struct plan *plan, int g, day_number day) {
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

static void count_hours(struct plan *plan, const struct column_key *key, day_number day, int level, double hours) {
  const struct unit_year *year = plan->program->year;
  enum hours_kind kind = plan_hours_kind(plan, key, day);
  int at = year_segment_of(year, day) * year->frame->level_count + level;
  if (year_holds(year, day))
    plan->hours[kind] += hours;
  if (kind == HOURS_OWN)
    plan->hours[HOURS_IDLE] -= hours * idle_share(plan, key->who, day);
  plan->variable_h[at] += column_is_variable(key) ? hours : 0;
  plan->unplanned_h[at] += column_is_unplanned(plan->program, key, day) ? hours : 0;
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
  if (in_year)
    book_year(booking, plan_hours_kind(plan, key, day), &price, persons);
  double hours = persons * (double)place.paid_min / 60;
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
      plan->planned_shortfall_h += missing_h;
      plan->shortfall_h += year_holds(plan->program->year, day) ? missing_h : 0;
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
  const struct unit_year *year = plan->program->year;
  day_number after = k + 1 < year->segment_count ? year->segment_first[k + 1] : year->first_day + year->day_count;
  return (double)group_on(year, plan->program->variant, g, after - 1)->heads_milli / MILLI + plan_heads_moved(plan, g, k);
}

// Contract hours of one head on a day that are there to be worked; in a year-round rota those of the training only,
// as the hours planned are columns of their own.
static double present_h_on(const struct plan *plan, int g, day_number day) {
  const struct unit_year *year = plan->program->year;
  enum variant variant = plan->program->variant;
  const struct tables *tables = year_tables(year, variant, day);
  const struct group_row *group = group_on(year, variant, g, day);
  double day_h = group_contract_min(tables, group) / 60 * group_day_share(group, day);
  struct presence presence = group_presence(year, variant, g, day);
  return day_h * (presence.annual ? -presence.training : contract_share(&presence));
}

static void book_run(struct plan *plan, struct booking *booking, int g, const struct position_run *run) {
  const struct unit_year *year = plan->program->year;
  enum variant variant = plan->program->variant;
  double heads = (double)run->heads_milli / MILLI + plan_heads_moved(plan, g, run->segment);
  book_planned(booking, &run->per_head, heads);
  if (run->in_year) {
    book_year(booking, HOURS_OWN, &run->per_head, heads);
    double position = (double)run->position_e8 / (double)ONE_E8;
    plan->positions_fte += heads * position * (run->last_day - run->first_day + 1) / year->day_count;
  }
  for (day_number day = run->first_day; day <= run->last_day; day++) {
    plan->hours[HOURS_IDLE] += heads * present_h_on(plan, g, day) * idle_share(plan, g, day);
    plan->free_h += run->in_year ? heads * group_free_h(year, variant, g, day) : 0;
    add_counted(booking->weekend_h, g, run->in_year, -heads * weekend_hours_included(year, variant, g, day));
    add_counted(booking->moved_weeks, g, run->in_year, heads * summer_holiday_on(year, variant, g, day));
  }
}

static void book_positions(struct plan *plan, struct booking *booking, int g) {
  const struct program *program = plan->program;
  int count;
  struct position_run *runs = position_runs_planned(program->arena, program->year, program->variant, g, &count);
  for (int i = 0; i < count; i++)
    book_run(plan, booking, g, &runs[i]);
}

// How much of the type's weeks lies in June to September, in weeks of the year-round rota.
static double summer_weeks(const struct plan *plan, int t, int g, enum counted counted) {
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
  const struct unit_year *year = plan->program->year;
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    struct presence presence = group_presence(year, plan->program->variant, g, year->types[t].monday + d);
    if (presence.annual)
      return presence.sick;
  }
  return 0;
}

// Hours planned in year-round rotas count as there, and holidays in the summer as not moved.
static void read_annual(struct plan *plan, struct booking *booking) {
  const struct program *program = plan->program;
  for (size_t c = (size_t)program->day_columns[7 * program->year->type_count]; c < program->column_count; c++) {
    const struct column_key *key = &program->columns[c].key;
    double value = plan->solution->values[c];
    if (key->kind == COLUMN_ROSTER)
      plan->hours[HOURS_IDLE] +=
          weeks_in_year(plan, key->type, key->who) * (1 - sick_in_week(plan, key->type, key->who)) * value;
    for (enum counted counted = YEAR; key->kind == COLUMN_AWAY && counted < COUNTS; counted++)
      booking->moved_weeks[counted][key->who] -= summer_weeks(plan, key->type, key->who, counted) * value;
  }
}

static void book_compensation(struct plan *plan, struct booking *booking, int g) {
  const struct unit_year *year = plan->program->year;
  struct ledger weekend = weekend_compensation(year, plan->program->variant, g);
  struct ledger holiday = holiday_compensation(year, plan->program->variant, g);
  book_planned(booking, &weekend, fmax(0, booking->weekend_h[PLANNED][g]));
  book_planned(booking, &holiday, fmax(0, booking->moved_weeks[PLANNED][g]));
  book_year(booking, HOURS_OWN, &weekend, fmax(0, booking->weekend_h[YEAR][g]));
  book_year(booking, HOURS_OWN, &holiday, fmax(0, booking->moved_weeks[YEAR][g]));
}

// Each line of each kind is rounded; what rounding leaves over goes to the own hours, so that they add up.
static void split_ledger(struct plan *plan, const struct booking *booking) {
  plan->paid_for[HOURS_OWN] = plan->ledger;
  for (int kind = 0; kind < HOURS_KINDS; kind++)
    for (int line = 0; line < LEDGER_LINES && kind != HOURS_OWN; line++) {
      plan->paid_for[kind].ore[line] = fixed_round(booking->paid_for[kind][line]);
      plan->paid_for[HOURS_OWN].ore[line] -= plan->paid_for[kind].ore[line];
    }
}

static struct booking booking_begin(struct arena *arena, int groups) {
  struct booking booking = {.ore = {0}};
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
  struct booking booking = booking_begin(arena, year->frame->group_count);
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

// Whole heads found by branching and hours of shortfall both cost without a price showing on the row.
static bool price_hidden(const struct program *program, const struct solution *solution, size_t row) {
  for (size_t c = 0; c < program->column_count; c++)
    if (program->columns[c].whole)
      return true;
  return solution->shortfall_h > 0 && solution->row_values[row] > program->rows[row].upper - NOBODY;
}

bool plan_sunday_binds(const struct program *program, const struct solution *solution) {
  for (size_t r = 0; r < program->row_count; r++)
    if (program->rows[r].key.kind == ROW_REST_SUNDAY &&
        (fabs(solution->row_duals_kr[r]) > 1e-6 || price_hidden(program, solution, r)))
      return true;
  return false;
}
