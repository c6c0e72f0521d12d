// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plain_plan.h"
#include "scenario/rows_settings.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/fixed.h"
#include "calendar/dayset.h"
#include "pay/absence.h"
#include "support/pay_by_minute.h"
#include "support/plain_simplex.h"

enum { QUARTERS = 96, QUARTER_MIN = 15, DAY_MIN = 1440 };

enum kind { OWN, EXTRA, OVERTIME, HIRED, SHORT, HEADS };

struct column {
  enum kind kind;
  int64_t unit;                         // of the shift or the shortfall; of heads: their home unit
  int day, who, level;                  // day: from the first; who: row of groups or sources
  int64_t from_min, to_min, paid_min;   // of the shift, from midnight of the service day
  int64_t break_from_min, break_to_min; // of a break with a set time; otherwise empty
  int64_t gap_from_min, gap_to_min;     // of a split shift; otherwise empty
  int quarter;                          // SHORT: the first of its quarters
  double short_h, cost_kr;
};

struct planner {
  struct arena *arena;
  const struct plain_question *q;
  const struct tables *tables;
  day_number first_day; // a Monday; whole weeks are planned
  int day_count;
  int64_t day_starts_min;
  struct column *columns;
  size_t count, room;
  struct plain_lp lp;
};

// --- what the tables say ---

static day_number date_of(const struct planner *p, int day) { return p->first_day + day; }

static int level_of(const struct planner *p, int64_t category) { return (int)category_rows(p->tables)[category].level; }

static int64_t starts_at(const struct planner *p) {
  const struct unit_row *unit = &unit_rows(p->tables)[p->q->unit];
  if (unit->day_starts_min != NOT_GIVEN)
    return unit->day_starts_min;
  int64_t earliest = DAY_MIN;
  for (size_t s = 0; s < row_count(p->tables, TABLE_SHIFTS); s++)
    if (shift_rows(p->tables)[s].unit == p->q->unit && shift_rows(p->tables)[s].start_min < earliest)
      earliest = shift_rows(p->tables)[s].start_min;
  return earliest;
}

// The persons that a row wants, given as persons, hours or residents.
static double persons_of_row(const struct need_row *row, int64_t window_min) {
  double hours = (double)row->hours_milli / MILLI;
  if (row->persons_milli != NOT_GIVEN)
    return (double)row->persons_milli / MILLI;
  if (row->hours_milli == NOT_GIVEN)
    hours = (double)row->residents_milli / MILLI * (double)row->resident_day_h_milli / MILLI;
  return round(hours * 60 / (double)window_min * MILLI) / MILLI;
}

static bool dated(const struct need_row *row, day_number day) {
  bool early = row->from != NOT_GIVEN && day < row->from, late = row->to != NOT_GIVEN && day > row->to;
  return !early && !late && (!row->months || (row->months & 1 << date_from_day(day).month));
}

// The persons of this level or higher wanted in a quarter of an hour of a service day.
static double wanted(const struct planner *p, int64_t unit, int day, int quarter, int level) {
  double persons = 0;
  int64_t minute = p->day_starts_min + quarter * QUARTER_MIN;
  for (size_t n = 0; n < row_count(p->tables, TABLE_NEED); n++) {
    const struct need_row *row = &need_rows(p->tables)[n];
    int64_t from = row->start_min < p->day_starts_min ? row->start_min + DAY_MIN : row->start_min;
    int64_t to = from + span_min(row->start_min, row->end_min);
    bool today =
        need_day_matches((dayset)row->days, date_of(p, day)) && ((uint64_t)row->weeks >> iso_week(date_of(p, day)) & 1);
    if (row->unit == unit && today && dated(row, date_of(p, day)) && from <= minute && minute < to &&
        level_of(p, row->level) >= level)
      persons += persons_of_row(row, to - from);
  }
  return persons;
}

static bool asked(const struct planner *p, int64_t unit) { return p->q->all_units || unit == p->q->unit; }

static double away(const struct planner *p, enum absence_kind kind, const struct group_row *group, int day) {
  return (double)absence_on(p->tables, kind, group->unit, group->category, date_of(p, day)) / (double)ONE_E8;
}

// People who worked the Sunday are off on the next public holiday of the week after it; those who worked that one are
// off on the following one, and so on.
static double off_with_pay(const struct group_row *group, day_number date) {
  if (group->red_days != RED_DAYS_NEXT_OFF || !group->weekend_every_milli || day_kind_of(date) != DAY_HOLIDAY ||
      weekday_of(date) == SUNDAY)
    return 0;
  double at_work = MILLI / (double)group->weekend_every_milli;
  for (day_number day = date - (day_number)weekday_of(date); day <= date; day++) // from Monday, after the Sunday
    if (day_kind_of(day) == DAY_HOLIDAY)
      at_work = 1 - at_work;
  return 1 - at_work;
}

static double rate_of(const struct planner *p, enum rate_id rate, double otherwise) {
  for (size_t i = 0; i < row_count(p->tables, TABLE_RATES); i++)
    if (rate_rows(p->tables)[i].rate == (int64_t)rate)
      return (double)rate_rows(p->tables)[i].value_e6 / 1e6;
  return otherwise;
}

// The share on holiday. The rows are for people under 60, who have five weeks; those over 60 have more.
static double on_holiday(const struct planner *p, const struct group_row *group, int day) {
  double weeks = rate_of(p, RATE_HOLIDAY_WEEKS, 5), old = rate_of(p, RATE_HOLIDAY_WEEKS_OVER_60, 6);
  double more = weeks > 0 && old > weeks ? (double)group->over_60_e8 / (double)ONE_E8 * (old - weeks) / weeks : 0;
  return fmin(1, away(p, ABSENCE_HOLIDAY, group, day) * (1 + more));
}

static double present(const struct planner *p, const struct group_row *group, int day) {
  return (1 - on_holiday(p, group, day)) * (1 - away(p, ABSENCE_SICK, group, day)) *
         (1 - off_with_pay(group, date_of(p, day)));
}

static double week_h(const struct planner *p, const struct group_row *group) {
  int64_t minutes = group->full_time_min != NOT_GIVEN ? group->full_time_min
                                                      : category_rows(p->tables)[group->category].full_time_min;
  return (double)minutes / 60;
}

static bool open_on(const struct source_row *source, day_number day) {
  return (source->valid_from == NOT_GIVEN || day >= source->valid_from) &&
         (source->valid_to == NOT_GIVEN || day <= source->valid_to);
}

// The share of their possible hours that people accept, from the row that fits the group most closely.
static double room_of(const struct planner *p, enum source_kind kind, const struct group_row *group, int day) {
  double room = 0;
  int nearest = -1;
  for (size_t r = 0; r < row_count(p->tables, TABLE_SOURCES); r++) {
    const struct source_row *source = &source_rows(p->tables)[r];
    bool here = source->unit == NOT_GIVEN || source->unit == group->unit;
    bool mine = source->category == NOT_GIVEN || source->category == group->category;
    int near = 2 * (source->unit != NOT_GIVEN) + (source->category != NOT_GIVEN);
    if (source->kind != (int64_t)kind || !here || !mine || !open_on(source, date_of(p, day)) || near <= nearest)
      continue;
    nearest = near;
    room = (double)source->room_e8 / (double)ONE_E8;
  }
  return room;
}

// --- columns ---

static void add(struct planner *p, struct column column) {
  *(struct column *)arena_push(p->arena, &p->columns, &p->count, &p->room, sizeof column) = column;
}

// The one gap of a split shift, in minutes from its start. Only for shifts that begin and end on the same day.
static bool gap_of(const struct shift_row *shift, int64_t *from_min, int64_t *to_min) {
  int hour, minute, to_hour, to_minute;
  *from_min = *to_min = 0;
  if (!shift->gaps || sscanf(shift->gaps, "%d:%d-%d:%d", &hour, &minute, &to_hour, &to_minute) != 4)
    return false;
  *from_min = 60 * hour + minute - shift->start_min;
  *to_min = 60 * to_hour + to_minute - shift->start_min;
  return true;
}

static double price_kr(const struct planner *p, const struct pay_terms *terms, const struct shift_row *shift,
                       day_number on) {
  struct pay_span span = {.day = on,
                          .start_min = shift->start_min,
                          .end_min = shift->end_min,
                          .break_min = shift->break_min,
                          .break_after_min = break_is_timed(shift) ? break_after_min(shift) : 0};
  int64_t gap_from_min, gap_to_min;
  if (gap_of(shift, &gap_from_min, &gap_to_min)) {
    span.pause_count = 1;
    span.pauses[0] = (struct pay_pause){gap_from_min, gap_to_min - gap_from_min};
  }
  struct ledger ledger = span_by_minute(p->tables, terms, &span);
  return kr_from_ore(ledger_sum(&ledger));
}

static bool word_in(const char *word, const char *list) {
  const char *at = list ? strstr(list, word) : NULL;
  return !list || (at && (at == list || at[-1] == ' ') && (at[strlen(word)] == ' ' || !at[strlen(word)]));
}

// Is it the group's own unit, or one in which the group helps on this day?
static bool works_there(const struct planner *p, const struct group_row *group, int64_t unit, int day) {
  bool helps = group->also_units && word_in(unit_rows(p->tables)[unit].unit, group->also_units) &&
               need_day_matches((dayset)group->also_days, date_of(p, day));
  return group->unit == unit || helps;
}

static void add_people(struct planner *p, struct column column, const struct shift_row *shift, day_number on) {
  for (size_t g = 0; g < row_count(p->tables, TABLE_GROUPS); g++) {
    const struct group_row *group = &group_rows(p->tables)[g];
    bool weekend = weekday_of(date_of(p, column.day)) >= SATURDAY;
    if (!asked(p, group->unit) || !works_there(p, group, shift->unit, column.day) ||
        !word_in(shift->shift, group->shifts) || (weekend && !group->weekend_every_milli))
      continue;
    static const struct {
      enum kind kind;
      enum pay_form form;
    } ways[] = {{OWN, PAY_OWN}, {EXTRA, PAY_EXTRA}, {OVERTIME, PAY_OVERTIME}};
    for (size_t w = 0; w < 3; w++) {
      struct pay_terms terms = {
          .form = ways[w].form,
          .category = group->category,
          .unit = p->q->unit,
          .position_e8 = group->position_e8,
          .over_60_e8 = group->over_60_e8,
          .full_time_min = (int64_t)(week_h(p, group) * 60 + 0.5),
          .pay_e8 = ONE_E8,
          .sick_e8 = absence_on(p->tables, ABSENCE_SICK, group->unit, group->category, date_of(p, column.day)),
          .child_e8 = absence_on(p->tables, ABSENCE_SICK_CHILD, group->unit, group->category, date_of(p, column.day))};
      column.kind = ways[w].kind;
      column.who = (int)g;
      column.level = level_of(p, group->category);
      column.cost_kr = price_kr(p, &terms, shift, on);
      add(p, column);
    }
  }
}

static void add_hired(struct planner *p, struct column column, const struct shift_row *shift, day_number on) {
  for (size_t r = 0; r < row_count(p->tables, TABLE_SOURCES); r++) {
    const struct source_row *source = &source_rows(p->tables)[r];
    bool here = source->unit == NOT_GIVEN || source->unit == shift->unit;
    bool agency = source->kind == SOURCE_AGENCY;
    if (!here || !open_on(source, date_of(p, column.day)) || (!agency && source->kind != SOURCE_SUBSTITUTE))
      continue;
    struct pay_terms terms = {.form = agency ? PAY_AGENCY : PAY_SUBSTITUTE,
                              .category = source->category,
                              .full_time_min = category_rows(p->tables)[source->category].full_time_min,
                              .pay_e8 = source->pay_e8,
                              .price_ore_per_h = source->price_ore_per_h,
                              .unsocial_ore_per_h = source->unsocial_ore_per_h};
    column.kind = HIRED;
    column.who = (int)r;
    column.level = level_of(p, source->category);
    column.cost_kr = price_kr(p, &terms, shift, on);
    add(p, column);
  }
}

// Adds the shift to the service day it belongs to; it may begin on the day before, the day itself or the day after.
static void add_shift(struct planner *p, int day, const struct shift_row *shift) {
  if (!need_day_matches((dayset)shift->days, date_of(p, day)) ||
      !((uint64_t)shift->weeks >> iso_week(date_of(p, day)) & 1))
    return;
  int64_t length = span_min(shift->start_min, shift->end_min), service_end = p->day_starts_min + DAY_MIN;
  for (int begins = -1; begins <= 1; begins++) {
    int64_t from = begins * DAY_MIN + shift->start_min, to = from + length;
    int64_t before = p->day_starts_min - from, after = to - service_end; // minutes outside this service day
    bool starts_inside = from >= p->day_starts_min && from < service_end;
    bool mine =
        starts_inside ? after <= length - (after > 0 ? after : 0) : before > 0 && to - p->day_starts_min > before;
    if (!mine)
      continue;
    struct column column = {
        .unit = shift->unit, .day = day, .from_min = from, .to_min = to, .paid_min = length - shift->break_min};
    gap_of(shift, &column.gap_from_min, &column.gap_to_min);
    column.paid_min -= column.gap_to_min - column.gap_from_min;
    column.gap_from_min += from;
    column.gap_to_min += from;
    column.break_from_min = from + (break_is_timed(shift) ? break_after_min(shift) : 0);
    column.break_to_min = column.break_from_min + (break_is_timed(shift) ? shift->break_min : 0);
    add_people(p, column, shift, date_of(p, day) + begins);
    add_hired(p, column, shift, date_of(p, day) + begins);
  }
}

static bool on_duty(const struct planner *p, const struct column *column, int64_t unit, int day, int quarter) {
  int64_t minute = p->day_starts_min + quarter * QUARTER_MIN;
  bool on_break = (minute >= column->break_from_min && minute < column->break_to_min) ||
                  (minute >= column->gap_from_min && minute < column->gap_to_min);
  bool there = column->kind <= HIRED && column->unit == unit && column->day == day;
  return there && column->from_min <= minute && minute < column->to_min && !on_break;
}

// Do both quarters have the same need and the same shifts? They are then treated as one.
static bool quarters_alike(const struct planner *p, int64_t unit, int day, int a, int b) {
  for (int level = 1; level < PLAIN_LEVELS; level++)
    if (wanted(p, unit, day, a, level) != wanted(p, unit, day, b, level))
      return false;
  for (size_t c = 0; c < p->count; c++)
    if (on_duty(p, &p->columns[c], unit, day, a) != on_duty(p, &p->columns[c], unit, day, b))
      return false;
  return true;
}

// Adds a shortfall column for every level at which more people are wanted than at the next higher one.
static void add_short(struct planner *p, int64_t unit, int day) {
  int weight[QUARTERS] = {0};
  for (int quarter = 0; quarter < QUARTERS; quarter++) {
    int first = 0;
    while (!quarters_alike(p, unit, day, first, quarter))
      first++;
    weight[first]++;
  }
  for (int quarter = 0; quarter < QUARTERS; quarter++)
    for (int level = PLAIN_LEVELS - 1; level >= 1 && weight[quarter]; level--)
      if (wanted(p, unit, day, quarter, level) > wanted(p, unit, day, quarter, level + 1))
        add(p, (struct column){.kind = SHORT,
                               .unit = unit,
                               .day = day,
                               .level = level,
                               .quarter = quarter,
                               .short_h = weight[quarter] * QUARTER_MIN / 60.0});
}

// --- positions ---

// The cost of one head from day `first` to the day before `after`.
static double part_kr(const struct planner *p, const struct group_row *group, int first, int after) {
  double sick = 0, there = 0;
  for (int day = first; day < after; day++) {
    double at_work = 1 - on_holiday(p, group, day);
    sick += at_work * (away(p, ABSENCE_SICK, group, day) - away(p, ABSENCE_SICK_CHILD, group, day));
    there += at_work;
  }
  int64_t sick_e8 = there > 0 ? (int64_t)(sick / there * (double)ONE_E8 + 0.5) : 0;
  struct ledger ledger = {{0}};
  struct payee payee = {group->category, group->position_e8, group->over_60_e8};
  if (first < after)
    ledger = position_by_day(p->tables, &payee, date_of(p, first), date_of(p, after - 1), sick_e8);
  return kr_from_ore(ledger_sum(&ledger));
}

// The days asked for are priced separately from the days before and after them.
static double head_kr(const struct planner *p, const struct group_row *group) {
  int before = p->q->first_day - p->first_day, end = before + p->q->day_count;
  return part_kr(p, group, 0, before) + part_kr(p, group, before, end) + part_kr(p, group, end, p->day_count);
}

// The heads that are there in any case; the rest is the column HEADS.
static double least_heads(const struct planner *p, const struct group_row *group) {
  double heads = (double)group->heads_milli / MILLI;
  int64_t share_e8 = group->adjust_min_e8 != NOT_GIVEN ? group->adjust_min_e8 : settings_of(p->tables)->adjust_min_e8;
  return p->q->adjusted ? heads * (double)share_e8 / (double)ONE_E8 : heads;
}

static double most_heads(const struct planner *p, const struct group_row *group) {
  double heads = (double)group->heads_milli / MILLI;
  int64_t share_e8 = group->adjust_max_e8 != NOT_GIVEN ? group->adjust_max_e8 : settings_of(p->tables)->adjust_max_e8;
  return p->q->adjusted ? heads * (double)share_e8 / (double)ONE_E8 : heads;
}

static void add_heads(struct planner *p) {
  for (size_t g = 0; g < row_count(p->tables, TABLE_GROUPS); g++)
    if (asked(p, group_rows(p->tables)[g].unit))
      add(p, (struct column){.kind = HEADS, .who = (int)g, .cost_kr = head_kr(p, &group_rows(p->tables)[g])});
}

// --- rows ---

static double *row_begin(struct planner *p, double right, int filler) {
  struct plain_lp *lp = &p->lp;
  lp->right[lp->row_count] = right;
  lp->filler[lp->row_count] = filler;
  return &lp->rows[lp->row_count++ * lp->column_count];
}

// "<= times x heads of g".
static double *row_of_heads(struct planner *p, int g, double times) {
  double *row = row_begin(p, times * least_heads(p, &group_rows(p->tables)[g]), -1);
  for (size_t c = 0; c < p->count; c++)
    if (p->columns[c].kind == HEADS && p->columns[c].who == g)
      row[c] = -times;
  return row;
}

static bool is_person_of(const struct column *column, int g) { return column->kind <= OVERTIME && column->who == g; }

static void rows_of_cover(struct planner *p) {
  for (size_t s = 0; s < p->count; s++) {
    const struct column *missing = &p->columns[s];
    if (missing->kind != SHORT)
      continue;
    double *row = row_begin(p, wanted(p, missing->unit, missing->day, missing->quarter, missing->level), (int)s);
    for (size_t c = 0; c < p->count; c++) {
      const struct column *column = &p->columns[c];
      bool same = column->kind == SHORT && column->unit == missing->unit && column->day == missing->day &&
                  column->quarter == missing->quarter;
      if ((same || on_duty(p, column, missing->unit, missing->day, missing->quarter)) &&
          column->level >= missing->level)
        row[c] = 1;
    }
  }
}

static void rows_of_day(struct planner *p, int g, int day) {
  const struct group_row *group = &group_rows(p->tables)[g];
  double here = present(p, group, day), every = (double)group->weekend_every_milli / MILLI;
  bool weekend = weekday_of(date_of(p, day)) >= SATURDAY && every > 0;
  double *duty = row_of_heads(p, g, here);
  double *own = weekend ? row_of_heads(p, g, here / every) : NULL;
  double *all = weekend ? row_of_heads(p, g, here / fmin(every, rate_of(p, RATE_EXTRA_WEEKEND_EVERY, 2))) : NULL;
  for (size_t c = 0; c < p->count; c++) {
    if (!is_person_of(&p->columns[c], g) || p->columns[c].day != day)
      continue;
    duty[c] = 1;
    if (all)
      all[c] = 1;
    if (own && p->columns[c].kind == OWN)
      own[c] = 1;
  }
}

// For every start on the next day, limits the sum of people who work that shift or an earlier one and people who ended
// too late to rest before it.
static void rows_of_rest(struct planner *p, int g, int day) {
  double rest_min = rate_of(p, RATE_DAILY_REST, 11) * 60;
  const struct group_row *group = &group_rows(p->tables)[g];
  double here = fmax(present(p, group, day), present(p, group, day + 1));
  for (size_t e = 0; e < p->count; e++) {
    if (!is_person_of(&p->columns[e], g) || p->columns[e].kind != OWN || p->columns[e].day != day + 1)
      continue;
    int64_t starts = p->columns[e].from_min + DAY_MIN;
    double *row = row_of_heads(p, g, here);
    for (size_t c = 0; c < p->count; c++) {
      const struct column *column = &p->columns[c];
      if (!is_person_of(column, g))
        continue;
      if (column->day == day && (double)column->to_min + rest_min > (double)starts)
        row[c] = 1;
      if (column->day == day + 1 && column->from_min + DAY_MIN <= starts)
        row[c] = 1;
    }
  }
}

// People who never work weekends have their hours spread over five days, all others over seven.
static double part_of_week(const struct group_row *group, day_number day) {
  if (group->weekend_every_milli)
    return 1.0 / 7;
  return weekday_of(day) == SATURDAY || weekday_of(day) == SUNDAY ? 0 : 1.0 / 5;
}

static double weekly_room_h(const struct planner *p, enum kind kind, const struct group_row *group, int day) {
  double position = (double)group->position_e8 / (double)ONE_E8;
  if (kind == OWN)
    return week_h(p, group) * position;
  if (kind == EXTRA)
    return room_of(p, SOURCE_EXTRA, group, day) * week_h(p, group) * (1 - position);
  double most = fmin(rate_of(p, RATE_OVERTIME_WEEK, 10), rate_of(p, RATE_OVERTIME_FOUR_WEEKS, 25) / 4);
  if (rate_of(p, RATE_OVERTIME_WEEK, 10) > 10 && group->agreement >= AGREEMENT_LOCAL) // 69 h in any one week
    most = fmin(most, fmax(0, 69 - week_h(p, group)));
  return room_of(p, SOURCE_OVERTIME, group, day) * most;
}

static void row_of_week(struct planner *p, enum kind kind, int g, int first, int after) {
  const struct group_row *group = &group_rows(p->tables)[g];
  double hours = 0;
  for (int day = first; day < after; day++)
    hours += weekly_room_h(p, kind, group, day) * part_of_week(group, date_of(p, day)) * present(p, group, day);
  double *row = row_of_heads(p, g, hours);
  for (size_t c = 0; c < p->count; c++)
    if (p->columns[c].kind == kind && p->columns[c].who == g && p->columns[c].day >= first && p->columns[c].day < after)
      row[c] = (double)p->columns[c].paid_min / 60;
}

static void row_of_overtime_year(struct planner *p, int g) {
  double hours = 0;
  for (int day = 0; day < p->day_count; day++)
    hours += room_of(p, SOURCE_OVERTIME, &group_rows(p->tables)[g], day) * rate_of(p, RATE_OVERTIME_YEAR, 200) / 365;
  double *row = row_of_heads(p, g, hours);
  for (size_t c = 0; c < p->count; c++)
    if (p->columns[c].kind == OVERTIME && p->columns[c].who == g)
      row[c] = (double)p->columns[c].paid_min / 60;
}

static void row_of_supply(struct planner *p, int r, int64_t unit, int first, int after) {
  const struct source_row *source = &source_rows(p->tables)[r];
  if (source->hours_milli_per_week == NOT_GIVEN)
    return;
  int open = 0;
  for (int day = first; day < after; day++)
    open += open_on(source, date_of(p, day));
  double *row = row_begin(p, (double)source->hours_milli_per_week / MILLI * open / 7, -1);
  for (size_t c = 0; c < p->count; c++)
    if (p->columns[c].kind == HIRED && p->columns[c].unit == unit && p->columns[c].who == r &&
        p->columns[c].day >= first && p->columns[c].day < after)
      row[c] = (double)p->columns[c].paid_min / 60;
}

static bool is_variable(const struct column *column) {
  return column->kind == EXTRA || column->kind == OVERTIME || column->kind == HIRED;
}

static void rows_of_variable(struct planner *p) {
  for (int level = 1; level < PLAIN_LEVELS && p->q->adjusted; level++) {
    double *row = row_begin(p, p->q->variable_h[level], -1);
    for (size_t c = 0; c < p->count; c++)
      if (is_variable(&p->columns[c]) && p->columns[c].level == level)
        row[c] = (double)p->columns[c].paid_min / 60;
  }
}

static void rows_of_group(struct planner *p, int g) {
  double *heads =
      row_begin(p, most_heads(p, &group_rows(p->tables)[g]) - least_heads(p, &group_rows(p->tables)[g]), -1);
  for (size_t c = 0; c < p->count; c++)
    heads[c] = p->columns[c].kind == HEADS && p->columns[c].who == g;
  for (int day = 0; day < p->day_count; day++) {
    rows_of_day(p, g, day);
    if (day + 1 < p->day_count)
      rows_of_rest(p, g, day);
  }
  row_of_overtime_year(p, g);
}

static void rows_of_weeks(struct planner *p) {
  for (int first = 0, after; first < p->day_count; first = after) {
    after = first + 7;
    for (size_t g = 0; g < row_count(p->tables, TABLE_GROUPS); g++)
      for (enum kind kind = OWN; kind <= OVERTIME && asked(p, group_rows(p->tables)[g].unit); kind++)
        row_of_week(p, kind, (int)g, first, after);
    for (size_t r = 0; r < row_count(p->tables, TABLE_SOURCES); r++)
      for (size_t u = 0; u < row_count(p->tables, TABLE_UNITS); u++)
        if (asked(p, (int64_t)u))
          row_of_supply(p, (int)r, (int64_t)u, first, after);
  }
}

// --- all of it ---

static void lp_begin(struct planner *p) {
  size_t groups = row_count(p->tables, TABLE_GROUPS), sources = row_count(p->tables, TABLE_SOURCES);
  size_t shifts = row_count(p->tables, TABLE_SHIFTS), days = (size_t)p->day_count;
  size_t units = row_count(p->tables, TABLE_UNITS);
  size_t most = p->count + groups * days * (8 + 2 * shifts) + sources * units * days + PLAIN_LEVELS + 2 * groups;
  struct plain_lp *lp = &p->lp;
  lp->column_count = (int)p->count;
  lp->rows = arena_array(p->arena, most * p->count, sizeof(double));
  lp->right = arena_array(p->arena, most, sizeof(double));
  lp->filler = arena_array(p->arena, most, sizeof(int));
  double *first = arena_array(p->arena, p->count, sizeof(double));
  double *second = arena_array(p->arena, p->count, sizeof(double));
  for (size_t c = 0; c < p->count; c++) {
    first[c] = p->columns[c].short_h;
    second[c] = p->columns[c].cost_kr;
  }
  lp->first = first;
  lp->second = second;
}

static struct plain_answer answer_of(const struct planner *p) {
  struct plain_optimum optimum = plain_simplex(p->arena, &p->lp);
  struct plain_answer answer = {.short_h = optimum.first, .cost_kr = optimum.second};
  for (size_t c = 0; c < p->count; c++) {
    const struct column *column = &p->columns[c];
    if (is_variable(column))
      answer.variable_h[column->level] += optimum.x[c] * (double)column->paid_min / 60;
    if (column->kind == HEADS)
      answer.cost_kr += column->cost_kr * least_heads(p, &group_rows(p->tables)[column->who]);
  }
  return answer;
}

struct plain_answer plain_plan(struct arena *arena, const struct plain_question *question) {
  struct planner p = {.arena = arena, .q = question, .tables = question->tables};
  p.first_day = question->first_day - (int)weekday_of(question->first_day);
  while (p.first_day + p.day_count < question->first_day + question->day_count)
    p.day_count += 7;
  p.day_starts_min = starts_at(&p);
  for (int day = 0; day < p.day_count; day++)
    for (size_t s = 0; s < row_count(p.tables, TABLE_SHIFTS); s++)
      if (asked(&p, shift_rows(p.tables)[s].unit))
        add_shift(&p, day, &shift_rows(p.tables)[s]);
  for (int day = 0; day < p.day_count; day++)
    for (size_t u = 0; u < row_count(p.tables, TABLE_UNITS); u++)
      if (asked(&p, (int64_t)u))
        add_short(&p, (int64_t)u, day);
  add_heads(&p);
  lp_begin(&p);
  rows_of_cover(&p);
  for (size_t g = 0; g < row_count(p.tables, TABLE_GROUPS); g++)
    if (asked(&p, group_rows(p.tables)[g].unit))
      rows_of_group(&p, (int)g);
  rows_of_weeks(&p);
  rows_of_variable(&p);
  return answer_of(&p);
}
