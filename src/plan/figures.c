// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/figures.h"

#include <assert.h>
#include <math.h>

#include "base/fixed.h"
#include "base/tolerance.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/terms.h"
#include "need/weekend.h"
#include "solve/solution.h"

struct worked { // one column on one real day
  const struct column_key *key;
  struct shift_place place;
  int64_t category, unit, full_time_min;
  double persons;
};

typedef void worked_visitor(void *info, const struct plan *plan, day_number day, const struct worked *worked);

static struct worked worked_on(const struct plan *plan, int column, day_number day) {
  const struct program *program = plan->program;
  const struct unit_year *year = program->year;
  const struct tables *tables = year_tables(year, program->variant, day);
  struct worked worked = {.key = &program->columns[column].key, .persons = plan->solution->values[column]};
  worked.place = shift_place(year->frame, tables, worked.key->shift, day);
  struct pay_terms terms = worked.key->kind == COLUMN_HIRED
                               ? terms_of_source(tables, &source_rows(tables)[year->frame->sources[worked.key->who]],
                                                 year->frame->source_units[worked.key->who])
                               : terms_of_group(year, program->variant, PAY_OWN, worked.key->who, day);
  worked.category = terms.category;
  worked.unit = terms.unit;
  worked.full_time_min = terms.full_time_min;
  return worked;
}

// unit NOT_GIVEN: all units.
static void visit_worked(const struct plan *plan, int64_t unit, worked_visitor *visit, void *info) {
  const struct program *program = plan->program;
  const struct unit_year *year = program->year;
  for (day_number day = year->first_day; day < year->first_day + year->day_count; day++) {
    int at = 7 * year_type_of(year, day) + (int)weekday_of(day);
    for (int c = program->day_columns[at]; c < program->day_columns[at + 1]; c++) {
      const struct column_key *key = &program->columns[c].key;
      if (key->kind > COLUMN_HIRED || plan->solution->values[c] <= NOBODY ||
          (unit != NOT_GIVEN && shift_unit(year->frame, key->shift) != unit))
        continue;
      struct worked worked = worked_on(plan, c, day);
      visit(info, plan, day, &worked);
    }
  }
}

static void add_week_worked(void *info, const struct plan *plan, day_number day, const struct worked *worked) {
  struct week_hours *weeks = info;
  int week = (day - plan->program->year->first_monday) / DAYS_PER_WEEK;
  weeks[week].hours[plan_hours_kind(plan, worked->key, day)] += worked->persons * (double)worked->place.paid_min / 60;
}

// A column of shortfall counts the hours of all weeks of its type.
static double missing_on(const struct plan *plan, int64_t unit, day_number day) {
  const struct program *program = plan->program;
  int type = year_type_of(program->year, day), at = 7 * type + (int)weekday_of(day);
  double missing_h = 0;
  for (int c = program->day_columns[at]; c < program->day_columns[at + 1]; c++)
    if (program->columns[c].key.kind == COLUMN_SHORT &&
        program->year->frame->intervals[program->columns[c].key.interval].unit == unit)
      missing_h += plan->solution->values[c] * program->columns[c].shortfall_h;
  return missing_h / program->year->types[type].multiplicity;
}

void plan_hours_by_week(const struct plan *plan, int64_t unit, struct week_hours *weeks) {
  const struct unit_year *year = plan->program->year;
  visit_worked(plan, unit, add_week_worked, weeks);
  for (int i = 0; i < year->day_count; i++)
    weeks[(year->first_day + i - year->first_monday) / DAYS_PER_WEEK].short_h +=
        missing_on(plan, unit, year->first_day + i);
}

// Sets the gaps of a split day as they are without handover at their beginning.
static void close_handover(struct pay_span *span, const struct shift_place *place) {
  const struct pay_stretch *gaps = &place->off[place->off_count - span->pause_count]; // after a timed break
  for (int i = 0; i < span->pause_count; i++)
    span->pauses[i] = (struct pay_pause){gaps[i].from_min - place->start_min, gaps[i].to_min - gaps[i].from_min};
}

// Adds the cost of the overlap, computed like any hour that could be removed.
static void add_handover(struct figures *figures, const struct tables *tables, const struct worked *worked,
                         int64_t handover_min) {
  struct pay_terms terms = {.form = PAY_DIRECT,
                            .category = worked->category,
                            .unit = worked->unit,
                            .full_time_min = worked->full_time_min,
                            .pay_e8 = ONE_E8,
                            .unsocial_ore_per_h = NOT_GIVEN};
  struct pay_span without = worked->place.span;
  int64_t paid_min = pay_worked_minutes(&without);
  without.end_min = (without.end_min - handover_min + MINUTES_PER_DAY - 1) % MINUTES_PER_DAY + 1;
  close_handover(&without, &worked->place);
  struct ledger with_it = pay_of_span(tables, &terms, &worked->place.span);
  struct ledger without_it = pay_of_span(tables, &terms, &without);
  figures->handover_h += worked->persons * (double)(paid_min - pay_worked_minutes(&without)) / 60;
  figures->handover_kr += worked->persons * kr_from_ore(ledger_sum(&with_it) - ledger_sum(&without_it));
}

static void add_worked(void *info, const struct plan *plan, day_number day, const struct worked *worked) {
  struct figures *figures = info;
  const struct tables *tables = year_tables(plan->program->year, plan->program->variant, day);
  double hours = worked->persons * (double)worked->place.paid_min / 60;
  figures->staffed_h += hours;
  figures->gross_fte += hours * 60 / (full_time_weeks(tables) * (double)worked->full_time_min);
  if (weekday_of(day) >= SATURDAY) {
    figures->weekend_posts += worked->persons;
    if (worked->key->kind != COLUMN_HIRED)
      figures->weekend_shifts += worked->persons;
  }
  int64_t handover_min = unit_rows(tables)[worked->place.unit].handover_min;
  if (handover_min && worked->place.duty == DUTY_ACTIVE)
    add_handover(figures, tables, worked, handover_min);
}

static void add_people(struct figures *figures, const struct plan *plan, int64_t unit, double *duty) {
  const struct unit_year *year = plan->program->year;
  day_number last = year->first_day + year->day_count - 1;
  for (int g = 0; g < year->frame->group_count; g++) {
    if (unit != NOT_GIVEN && group_home(year->frame, g) != unit)
      continue;
    double heads = plan_heads(plan, g, year->segment_count - 1);
    const struct group_row *group = group_on(year, plan->program->variant, g, last);
    double weekends = weekends_share(group);
    figures->heads += heads;
    figures->full_timers += group->position_e8 >= ONE_E8 ? heads : 0;
    if (weekends > 0) {
      figures->weekend_heads += heads;
      *duty += heads * weekends;
    }
  }
}

static int weekend_days(const struct unit_year *year) {
  int days = 0;
  for (int i = 0; i < year->day_count; i++)
    days += weekday_of(year->first_day + i) >= SATURDAY;
  return days;
}

static struct figures with_shifts(const struct plan *plan, int64_t unit, struct figures figures) {
  visit_worked(plan, unit, add_worked, &figures);
  int days = weekend_days(plan->program->year);
  figures.weekend_posts = days ? figures.weekend_posts / days : 0;
  double duty = 0; // posts that the heads with weekend duty fill if nobody is away
  add_people(&figures, plan, unit, &duty);
  if (duty > 0)
    figures.weekend_needed = figures.weekend_posts * figures.weekend_heads / duty;
  return figures;
}

struct figures figures_of(const struct plan *plan) {
  struct figures figures = {.cost_kr = kr_from_ore(ledger_sum(&plan->ledger)),
                            .positions_fte = plan->positions_fte,
                            .short_h = plan->shortfall_h};
  for (int h = 0; h < HOURS_KINDS; h++)
    figures.hours[h] = plan->hours[h];
  return with_shifts(plan, NOT_GIVEN, figures);
}

struct figures figures_of_share(const struct plan *plan, const struct plan_share *share) {
  struct figures figures = {.cost_kr = kr_from_ore(ledger_sum(&share->ledger)),
                            .positions_fte = share->positions_fte,
                            .short_h = share->shortfall_h};
  for (int h = 0; h < HOURS_KINDS; h++)
    figures.hours[h] = share->hours[h];
  return with_shifts(plan, share->unit, figures);
}

void figures_add(struct figures *to, const struct figures *more, double sign) {
  double *left[] = {&to->cost_kr,        &to->staffed_h,  &to->gross_fte,      &to->positions_fte, &to->heads,
                    &to->full_timers,    &to->short_h,    &to->weekend_shifts, &to->weekend_heads, &to->weekend_posts,
                    &to->weekend_needed, &to->handover_h, &to->handover_kr};
  const double right[] = {more->cost_kr,       more->staffed_h,     more->gross_fte,      more->positions_fte,
                          more->heads,         more->full_timers,   more->short_h,        more->weekend_shifts,
                          more->weekend_heads, more->weekend_posts, more->weekend_needed, more->handover_h,
                          more->handover_kr};
  for (size_t i = 0; i < sizeof left / sizeof *left; i++)
    *left[i] += sign * right[i];
  for (int h = 0; h < HOURS_KINDS; h++)
    to->hours[h] += sign * more->hours[h];
}

static double ratio(double part, double whole) { return whole > 1e-9 ? part / whole : 0; }

double figures_average_position(const struct figures *f) { return ratio(f->positions_fte, f->heads); }
double figures_full_time_share(const struct figures *f) { return ratio(f->full_timers, f->heads); }
double figures_weekends_per_head(const struct figures *f) { return ratio(f->weekend_shifts / 2, f->weekend_heads); }
double figures_variable_share(const struct figures *f) {
  double variable =
      f->hours[HOURS_EXTRA] + f->hours[HOURS_SUBSTITUTE] + f->hours[HOURS_OVERTIME] + f->hours[HOURS_AGENCY];
  return ratio(variable, f->staffed_h);
}
double figures_forced_position(const struct figures *f) { return ratio(f->gross_fte, f->weekend_needed); }

// ---------------------------------------------------------------- full-time week by night and Sunday hours

static const double THIRD = 1 / 3.01; // 17.3 weekends a year are every third
enum { EVENING_FROM = 15 * 60 };

static bool rest_day(day_number day) { return weekday_of(day) == SUNDAY || day_kind_of(day) == DAY_HOLIDAY; }

// Christmas, Easter or Whitsun Eve.
static bool great_eve(day_number day) {
  if (day_kind_of(day) == DAY_EASTER_EVE)
    return true;
  bool christmas = date_from_day(day).month == 12 && date_from_day(day).day == 24;
  bool whitsun = date_from_day(day).month != 12 && weekday_of(day) == SATURDAY;
  return day_kind_of(day) == DAY_HALF_EVE && (christmas || whitsun);
}

// 1 or 17 May, unless it is a Sunday (lov om 1 og 17 mai som høgtidsdager).
static bool day_of_may(day_number day) {
  struct civil_date date = date_from_day(day);
  return date.month == 5 && (date.day == 1 || date.day == 17) && weekday_of(day) != SUNDAY;
}

// Minutes of one calendar day that are Sunday or holiday hours: from 18:00 the day before (15:00 on the great eves,
// 22:00 before 1 and 17 May) to 22:00 the day before the next working day (arbeidsmiljøloven 10-10(1)).
static int64_t sunday_from(day_number day) {
  if (rest_day(day))
    return 0;
  if (!rest_day(day + 1))
    return MINUTES_PER_DAY;
  if (day_of_may(day + 1))
    return 22 * 60;
  return great_eve(day) ? 15 * 60 : 18 * 60;
}

static int64_t sunday_to(day_number day) { return rest_day(day) && !rest_day(day + 1) ? 22 * 60 : MINUTES_PER_DAY; }

static int64_t overlap(int64_t from, int64_t to, int64_t a, int64_t b) {
  int64_t start = from > a ? from : a, end = to < b ? to : b;
  return end > start ? end - start : 0;
}

// Night comes before Sunday: no hour counts twice.
static void add_day_part(const struct law *law, struct work_minutes *minutes, day_number day, int64_t from,
                         int64_t to) {
  int64_t night_to = law->night_to_min, night_from = law->night_from_min;
  minutes->night += overlap(from, to, 0, night_to) + overlap(from, to, night_from, MINUTES_PER_DAY);
  int64_t first = sunday_from(day), last = sunday_to(day);
  int64_t day_first = first > night_to ? first : night_to, day_last = last < night_from ? last : night_from;
  if (day_last > day_first)
    minutes->sunday += overlap(from, to, day_first, day_last);
}

// `from` and `to` count from midnight of `day` and may lie on the next.
static void add_part(const struct law *law, struct work_minutes *minutes, day_number day, int64_t from, int64_t to) {
  if (from < MINUTES_PER_DAY)
    add_day_part(law, minutes, day, from, to < MINUTES_PER_DAY ? to : MINUTES_PER_DAY);
  if (to > MINUTES_PER_DAY)
    add_day_part(law, minutes, day + 1, from > MINUTES_PER_DAY ? from - MINUTES_PER_DAY : 0, to - MINUTES_PER_DAY);
}

// An unpaid break is not working time.
struct work_minutes work_minutes_of(const struct law *law, const struct pay_span *span) {
  struct work_minutes minutes = {.paid = pay_span_minutes(span)};
  struct pay_stretch stretches[PAY_STRETCHES_MOST];
  for (int i = 0, count = pay_stretches(span, stretches); i < count; i++)
    add_part(law, &minutes, span->day, stretches[i].from_min, stretches[i].to_min);
  if (span->passive.is && pay_worked_minutes(span)) { // the part that is working time
    minutes.night = minutes.night * minutes.paid / pay_worked_minutes(span);
    minutes.sunday = minutes.sunday * minutes.paid / pay_worked_minutes(span);
  }
  return minutes;
}

struct group_tally {
  int g;
  double night_h, sunday_h, own_h;
  double day_evening_h, sundays; // hours of shifts without night; Sundays worked
  bool day, evening, night;
};

static void add_group_worked(void *info, const struct plan *plan, day_number day, const struct worked *worked) {
  struct group_tally *tally = info;
  if (worked->key->kind != COLUMN_OWN || worked->key->who != tally->g)
    return;
  struct work_minutes minutes =
      work_minutes_of(law_of(&plan->program->year->frame->scenario->tables), &worked->place.span);
  double hours = worked->persons / 60;
  tally->own_h += hours * (double)minutes.paid;
  tally->night_h += hours * (double)minutes.night;
  tally->sunday_h += hours * (double)minutes.sunday;
  bool night = 2 * minutes.night > minutes.paid, evening = !night && worked->place.span.start_min >= EVENING_FROM - 60;
  tally->night |= night;
  tally->evening |= evening;
  tally->day |= !night && !evening;
  tally->day_evening_h += night ? 0 : hours * (double)minutes.paid;
  tally->sundays += weekday_of(day) == SUNDAY ? worked->persons : 0;
}

struct group_figures group_figures_of(const struct plan *plan, int g) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct unit_year *year = plan->program->year;
  day_number last = year->first_day + year->day_count - 1;
  const struct tables *tables = year_tables(year, plan->program->variant, last);
  const struct group_row *group = group_on(year, plan->program->variant, g, last);
  struct group_tally tally = {.g = g};
  visit_worked(plan, NOT_GIVEN, add_group_worked, &tally);
  struct group_figures figures = {.heads = plan_heads(plan, g, year->segment_count - 1),
                                  .own_h = tally.own_h,
                                  .full_time_min = group_full_time(tables, group)};
  double week_h = (double)figures.full_time_min / 60;
  double weeks = ratio(tally.own_h, week_h); // full-time weeks worked
  figures.night_h_per_week = ratio(tally.night_h, weeks);
  figures.sunday_h_per_week = ratio(tally.sunday_h, weeks);
  figures.three_part = law_of(tables)->shorter_week && tally.day && tally.evening && tally.night &&
                       tally.day_evening_h >= tally.own_h / 4 && weekends_share(group) >= THIRD;
  double earned_h = 37.5 - 0.25 * figures.night_h_per_week - figures.sunday_h_per_week * 10 / 60;
  figures.earned_min = figures.three_part ? fixed_round(60 * fmin(35.5, fmax(33.6, earned_h))) : figures.full_time_min;
  return figures;
}

// ---------------------------------------------------------------- positions adjusted

struct adjusted_heads adjusted_heads_of(const struct plan *adjusted, int g) {
  assert(g >= 0 && g < adjusted->program->year->frame->group_count);
  const struct unit_year *year = adjusted->program->year;
  day_number last = year->first_day + year->day_count - 1;
  const struct group_row *group = group_on(year, adjusted->program->variant, g, last);
  struct adjust_terms terms = adjust_terms(year->frame->scenario, group);
  double now = (double)group->heads_milli / MILLI, more = now * (terms.most - 1);
  if (terms.step_heads > 0)
    more = floor(more / terms.step_heads + NOBODY) * terms.step_heads;
  return (struct adjusted_heads){.heads = plan_heads(adjusted, g, year->segment_count - 1), .most = now + more};
}

bool heads_are_capped(const struct adjusted_heads *heads) {
  static const double ROUNDING = 1e-5;
  return heads->most > 0 && heads->heads > heads->most - ROUNDING;
}
