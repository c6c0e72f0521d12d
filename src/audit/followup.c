// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/followup.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/amounts.h"
#include "audit/direct.h"
#include "audit/release_dates.h"
#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "scenario/shared.h"
#include "scenario/touches.h"

// A fraction of a whole, counted in days or in øre.
struct part {
  int64_t done, whole;
};

struct following {
  struct arena *arena; // for timelines
  const struct audit *audit;
  const struct measure_row *row;
  const struct measure_effect *effect;
  struct followup_line *line;
  day_number first, last, until; // first and last day of the year; the last day that counts
  bool *in_force;                // the measure alone
  int64_t *weights;              // [days of the year] weight of the day's saving; in force on days_in_force of them
  int days_in_force;
};

static int64_t part_of(int64_t amount, struct part part) {
  return part.whole ? fixed_divide((int128)amount * part.done, part.whole) : 0;
}

static bool is_reported(const struct audit *audit, const struct measure_row *row) {
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  if (row->realised_to == NOT_GIVEN || row->realised_ore == NOT_GIVEN)
    return false;
  int year = fiscal_year_of((day_number)row->realised_to);
  return year >= settings->first_year && year <= settings->last_year;
}

static int64_t amounts_until(const struct following *f, day_number last) {
  const struct scenario *scenario = f->audit->scenario;
  if (f->effect->undecided || f->effect->given_up)
    return 0;
  struct ledger amounts =
      amounts_in_year_until(scenario, f->effect->measure, undecided_start_of(scenario), f->line->year, last);
  return -ledger_sum(&amounts);
}

// False if increases in need on some days offset much of the decrease on others: a day's share then means nothing.
static bool weigh_enough(const double *ore_of_day, int count) {
  double sum = 0, moved = 0;
  for (int i = 0; i < count; i++) {
    sum += ore_of_day[i];
    moved += fabs(ore_of_day[i]);
  }
  return moved > 0 && sum >= moved / 2;
}

// Weighs each day by the value of the hours by which its need falls. Where no need changes (a position is cut, for
// example), all days in force weigh the same.
static void weigh_days(struct following *f) {
  const struct scenario *scenario = f->audit->scenario;
  int count = f->last - f->first + 1;
  f->weights = arena_array(f->arena, (size_t)count, sizeof *f->weights);
  f->days_in_force = 0;
  if (f->effect->undecided || !f->effect->testable)
    return;
  f->in_force[f->effect->measure] = true;
  day_number undecided = undecided_start_of(scenario);
  const struct timeline *reference = timeline_make(f->arena, scenario, NULL, undecided, f->first, count);
  const struct timeline *subject = timeline_make(f->arena, scenario, f->in_force, undecided, f->first, count);
  f->in_force[f->effect->measure] = false;
  double *ore_of_day = arena_array(f->arena, (size_t)count, sizeof *ore_of_day);
  for (size_t unit = 0; unit < row_count(&scenario->tables, TABLE_UNITS); unit++)
    if (unit_solved_as(scenario, unit) == unit && measure_touches_solved(scenario, f->effect->measure, unit))
      direct_by_day(f->arena, scenario, (int64_t)unit, reference, subject, ore_of_day);
  bool by_price = weigh_enough(ore_of_day, count);
  for (int i = 0; i < count; i++) {
    f->weights[i] = by_price ? fixed_round(ore_of_day[i]) : subject->state_of_day[i] != 0;
    f->days_in_force += subject->state_of_day[i] != 0;
  }
}

// The part of the weights of the year's days that lies up to `until`.
static struct part part_in_force(const struct following *f) {
  struct part part = {0, 0};
  for (int i = 0; i <= f->last - f->first; i++) {
    part.whole += f->weights[i];
    part.done += f->first + i <= f->until ? f->weights[i] : 0;
  }
  return part;
}

static struct part days_since_start(const struct following *f) {
  day_number from = f->row->start == NOT_GIVEN || f->row->start < f->first ? f->first : (day_number)f->row->start;
  if (from > f->last)
    from = f->first; // the claim is for a year in which the measure does not start: count the days of that year
  return (struct part){f->until < from ? 0 : f->until - from + 1, f->last - from + 1};
}

// The part of the year's claim that is due up to `until`.
static struct part claim_share(const struct following *f, struct part in_force) {
  struct part amounts = {amounts_until(f, f->until), amounts_until(f, f->last)};
  if (f->effect->arithmetic && amounts.whole > 0 && amounts.done >= 0)
    return amounts;
  return in_force.whole ? in_force : days_since_start(f);
}

static int64_t claim_of_year(const struct following *f) {
  struct claimed claimed = claim_standing(f->audit->scenario, f->effect->measure, f->line->year);
  if (claimed.amount_ore == NOT_GIVEN || claimed.basis == CLAIM_IN_YEAR || f->row->nature == NATURE_ONE_OFF)
    return claimed.amount_ore;
  int64_t days = f->days_in_force ? f->days_in_force : days_since_start(f).whole;
  return part_of(claimed.amount_ore, (struct part){days, f->last - f->first + 1});
}

static void add_modelled(const struct following *f, struct part in_force, int64_t modelled_ore[POSITIONS_ANSWERS]) {
  const struct settings_row *settings = settings_of(&f->audit->scenario->tables);
  int64_t amounts_ore = amounts_until(f, f->last), done_ore = amounts_until(f, f->until);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct answer *answer = &f->effect->years[f->line->year - settings->first_year].answers[p];
    modelled_ore[p] = f->effect->testable ? part_of(effect_ore(answer) - amounts_ore, in_force) + done_ore : NOT_GIVEN;
  }
}

static bool is_given_up(const struct following *f) { return f->effect->given_up; }
static bool has_no_start(const struct following *f) { return f->effect->undecided; }
static bool starts_late(const struct following *f) {
  return f->row->status == STATUS_NOT_STARTED && f->line->to_date != NOT_GIVEN && f->row->start <= f->line->to_date;
}
static bool reports_nothing(const struct following *f) { return f->line->to_date == NOT_GIVEN; }
static bool claims_nothing(const struct following *f) { return f->line->planned_ore == NOT_GIVEN; }
static int64_t tolerance_ore(const struct following *f) {
  return fixed_share(llabs(f->line->planned_ore), settings_of(&f->audit->scenario->tables)->tolerance_e8);
}
static bool is_behind(const struct following *f) {
  return f->line->realised_ore < f->line->planned_ore - tolerance_ore(f);
}
static bool is_ahead(const struct following *f) {
  return f->line->realised_ore > f->line->planned_ore + tolerance_ore(f);
}

// The first condition that holds decides.
static bool (*const states[FOLLOWUP_STATES])(const struct following *f) = {
    [FOLLOWUP_GIVEN_UP] = is_given_up,    [FOLLOWUP_NO_START] = has_no_start,
    [FOLLOWUP_LATE_START] = starts_late,  [FOLLOWUP_NOTHING_REPORTED] = reports_nothing,
    [FOLLOWUP_NO_CLAIM] = claims_nothing, [FOLLOWUP_BEHIND] = is_behind,
    [FOLLOWUP_AHEAD] = is_ahead,
};

static enum followup_state state_of(const struct following *f) {
  for (int s = 0; s < FOLLOWUP_STATES; s++)
    if (states[s] && states[s](f))
      return (enum followup_state)s;
  return FOLLOWUP_ON_PLAN;
}

const char *followup_light_name(enum followup_light light) {
  static const char *const names[LIGHTS] = {"", "green", "amber", "red"};
  return names[light];
}

enum followup_light followup_light_of(int64_t claimed_ore, int64_t forecast_ore, int64_t rest_ore,
                                      int64_t tolerance_e8) {
  int64_t missing_ore = claimed_ore - forecast_ore;
  if (missing_ore <= fixed_share(llabs(claimed_ore), tolerance_e8))
    return LIGHT_GREEN;
  return missing_ore <= llabs(rest_ore) ? LIGHT_AMBER : LIGHT_RED;
}

static void add_forecast(const struct following *f) {
  struct followup_line *line = f->line;
  bool both = line->planned_ore != NOT_GIVEN && line->realised_ore != NOT_GIVEN;
  int64_t rest_ore = both ? line->claimed_ore - line->planned_ore : 0;
  line->forecast_ore = both ? line->realised_ore + rest_ore : NOT_GIVEN;
  if (line->state == FOLLOWUP_GIVEN_UP)
    line->light = LIGHT_RED;
  else if (both)
    line->light = followup_light_of(line->claimed_ore, line->forecast_ore, rest_ore,
                                    settings_of(&f->audit->scenario->tables)->tolerance_e8);
}

static int year_of(const struct following *f, bool reported) {
  const struct scenario *scenario = f->audit->scenario;
  if (reported)
    return fiscal_year_of((day_number)f->row->realised_to);
  int last = claim_last_year(scenario, f->effect->measure);
  return last ? last : (int)settings_of(&scenario->tables)->last_year;
}

// Up to the last day of each month.
static void add_months(struct following *f) {
  day_number until = f->until;
  for (int m = 0; m < MONTHS_PER_YEAR; m++) {
    int month = (fiscal_year_month() - 1 + m + 1) % MONTHS_PER_YEAR + 1; // the one after
    f->until = m + 1 == MONTHS_PER_YEAR ? f->last : fiscal_first_of_month(f->line->year, month) - 1;
    struct part in_force = part_in_force(f);
    int64_t claimed_ore = f->line->claimed_ore;
    f->line->planned_by_ore[m] = claimed_ore == NOT_GIVEN ? NOT_GIVEN : part_of(claimed_ore, claim_share(f, in_force));
    add_modelled(f, in_force, f->line->modelled_by_ore[m]);
  }
  f->until = until;
}

static void add_notice(struct following *f, const struct release_sum *sums, size_t count) {
  const struct release_sum *sum = release_sum_of(sums, count, f->effect->measure);
  bool here = sum && f->effect->testable && sum->first_year == f->line->year;
  for (int m = 0; m < MONTHS_PER_YEAR; m++) {
    int month = (fiscal_year_month() + m) % MONTHS_PER_YEAR + 1; // the one after
    day_number until = m + 1 == MONTHS_PER_YEAR ? f->last : fiscal_first_of_month(f->line->year, month) - 1;
    if (!here ||
        !release_saved_until(sum, f->line->modelled_by_ore[m][POSITIONS_KEPT], until, &f->line->noticed_by_ore[m]))
      f->line->noticed_by_ore[m] = NOT_GIVEN;
  }
}

static void begin(struct following *f, size_t measure, struct followup_line *line) {
  f->in_force = arena_array(f->arena, f->audit->measure_count, sizeof *f->in_force);
  f->row = &measure_rows(&f->audit->scenario->tables)[measure];
  f->effect = &f->audit->measures[measure];
  f->line = line;
}

static void set_year(struct following *f, int year) {
  f->line->year = year;
  f->first = fiscal_first_day(year);
  f->last = fiscal_last_day(year);
  f->until = f->last;
  weigh_days(f);
  f->line->claimed_ore = claim_of_year(f);
}

bool followup_plan(const struct audit *audit, size_t measure, int year, int64_t by_ore[MONTHS_PER_YEAR]) {
  const struct followup_line *followed = &audit->followup[measure];
  if (followed->year == year) {
    memcpy(by_ore, followed->planned_by_ore, sizeof followed->planned_by_ore);
    return followed->claimed_ore != NOT_GIVEN;
  }
  struct following f = {.arena = arena_new(), .audit = audit};
  struct followup_line line = {.to_date = NOT_GIVEN};
  begin(&f, measure, &line);
  set_year(&f, year);
  if (line.claimed_ore != NOT_GIVEN)
    add_months(&f);
  memcpy(by_ore, line.planned_by_ore, sizeof line.planned_by_ore);
  arena_free(f.arena);
  return line.claimed_ore != NOT_GIVEN;
}

static void follow_measure(struct following *f) {
  bool reported = is_reported(f->audit, f->row);
  struct followup_line *line = f->line;
  set_year(f, year_of(f, reported));
  f->until = reported ? (day_number)f->row->realised_to : f->last;
  line->to_date = reported ? f->row->realised_to : NOT_GIVEN;
  line->realised_ore = reported ? f->row->realised_ore : NOT_GIVEN;
  struct part in_force = part_in_force(f);
  line->planned_ore = line->claimed_ore == NOT_GIVEN ? NOT_GIVEN : part_of(line->claimed_ore, claim_share(f, in_force));
  add_modelled(f, in_force, line->modelled_ore);
  line->state = state_of(f);
  add_forecast(f);
  add_months(f);
}

void followup_make(struct audit *audit) {
  audit->followup = arena_array(audit->arena, audit->measure_count, sizeof *audit->followup);
  struct arena *arena = arena_new();
  size_t sum_count;
  const struct release_sum *sums = release_sums(arena, audit, &sum_count);
  for (size_t m = 0; m < audit->measure_count; m++) {
    struct following f = {.arena = arena_new(), .audit = audit};
    begin(&f, m, &audit->followup[m]);
    follow_measure(&f);
    add_notice(&f, sums, sum_count);
    arena_free(f.arena);
  }
  arena_free(arena);
}
