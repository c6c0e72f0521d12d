// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/empty.h"

#include <assert.h>
#include <math.h>

#include "base/fixed.h"
#include "base/tolerance.h"
#include "need/group.h"
#include "need/terms.h"
#include "scenario/shared.h"
#include "solve/solution.h"

struct empty_hours {      // of one level. A missing person is missing at one level
  double new_h, new_kr;   // empty in the one plan and not in the other, at the same time of day; cost to fill them
  double gone_h, gone_kr; // the other way round
};

struct filling { // one day of a week type
  const struct plan *plan;
  const struct unit_year *year;
  const struct frame *frame;
  int type, day;
  day_number date;
  double *persons; // [interval_count] missing at the level being filled
  int64_t unit;    // in which somebody would have to be found
};

static double interval_h(const struct frame *frame, int i) {
  assert(i >= 0 && i < frame->interval_count);
  return (double)(frame->intervals[i].to_min - frame->intervals[i].from_min) / 60;
}

// ---------------------------------------------------------------- what a shift costs

static double dearer(double kr, const struct tables *tables, const struct pay_terms *terms,
                     const struct pay_span *span) {
  struct ledger price = pay_of_span(tables, terms, span);
  return fmax(kr, kr_from_ore(ledger_sum(&price)));
}

static int64_t level_of(const struct tables *tables, int64_t category) { return category_rows(tables)[category].level; }

// Own people beyond their contract who are present under the variant.
static double price_of_people(const struct filling *f, enum variant v, int r, int64_t level,
                              const struct pay_span *span, double kr) {
  const struct source_row *source = &source_rows(year_tables(f->year, v, f->date))[f->frame->sources[r]];
  const struct tables *tables = year_tables(f->year, v, f->date);
  enum pay_form form = source->kind == SOURCE_OVERTIME ? PAY_OVERTIME : PAY_EXTRA;
  for (int g = 0; g < f->frame->group_count; g++) {
    const struct group_row *group = group_on(f->year, v, g, f->date);
    bool served = source_serves_group(f->frame, r, g) && group_works_in(tables, group, f->unit, f->date) &&
                  (source->category == NOT_GIVEN || source->category == group->category);
    if (!served || group->heads_milli <= 0 || level_of(tables, group->category) < level)
      continue;
    struct pay_terms terms = terms_of_group(f->year, v, form, g, f->date);
    kr = dearer(kr, tables, &terms, span);
  }
  return kr;
}

static double price_of_sources(const struct filling *f, enum variant v, int64_t level, const struct pay_span *span,
                               double kr) {
  const struct tables *tables = year_tables(f->year, v, f->date);
  for (int r = 0; r < f->frame->source_count; r++) {
    const struct source_row *source = &source_rows(tables)[f->frame->sources[r]];
    if (source->kind == SOURCE_OVERTIME || source->kind == SOURCE_EXTRA) {
      kr = price_of_people(f, v, r, level, span, kr);
    } else if (f->frame->source_units[r] == f->unit && level_of(tables, source->category) >= level) {
      struct pay_terms terms = terms_of_source(tables, source, f->unit);
      kr = dearer(kr, tables, &terms, span);
    }
  }
  return kr;
}

// If nobody is on offer: overtime at the pay of the lowest level that would do.
static double price_of_nobody(const struct filling *f, int64_t level, const struct pay_span *span) {
  const struct tables *tables = year_tables(f->year, SUBJECT, f->date);
  int64_t lowest = INT64_MAX;
  double kr = 0;
  for (size_t c = 0; c < row_count(tables, TABLE_CATEGORIES); c++) {
    const struct category_row *category = &category_rows(tables)[c];
    if (category->level < level || category->level > lowest || !yearly_pay_on(tables, (int64_t)c, f->date))
      continue;
    kr = category->level < lowest ? 0 : kr;
    lowest = category->level;
    struct pay_terms terms = {.form = PAY_OVERTIME,
                              .category = (int64_t)c,
                              .unit = f->unit,
                              .full_time_min = category->full_time_min,
                              .pay_e8 = ONE_E8,
                              .unsocial_ore_per_h = NOT_GIVEN};
    kr = dearer(kr, tables, &terms, span);
  }
  return kr;
}

static double price_of(struct filling *f, int64_t unit, int64_t level, const struct pay_span *span) {
  double kr = 0;
  f->unit = unit;
  for (enum variant v = REFERENCE; v < VARIANTS; v++)
    kr = price_of_sources(f, v, level, span, kr);
  return kr > 0 ? kr : price_of_nobody(f, level, span);
}

// ---------------------------------------------------------------- a day filled

struct choice_of_shift {
  const struct shift_place *place;
  double kr, kr_per_h;
};

// Only somebody at work fills empty hours, not a passive duty.
static double empty_h_covered(const struct filling *f, const struct shift_place *place) {
  double hours = 0;
  if (place->duty != DUTY_ACTIVE)
    return 0;
  for (int i = 0; i < f->frame->interval_count; i++)
    if (f->persons[i] > NOBODY && shift_covers(f->frame, place, i))
      hours += interval_h(f->frame, i);
  return hours;
}

// Of two with the same cost per hour chooses the earlier and shorter one, whatever the order of the rows.
static bool is_better(const struct choice_of_shift *a, const struct choice_of_shift *b) {
  if (!b->place || fabs(a->kr_per_h - b->kr_per_h) > 1e-9 * fabs(b->kr_per_h))
    return !b->place || a->kr_per_h < b->kr_per_h;
  return a->place->start_min < b->place->start_min ||
         (a->place->start_min == b->place->start_min && a->place->end_min < b->place->end_min);
}

static struct choice_of_shift best_shift(struct filling *f, int64_t level) {
  struct choice_of_shift best = {NULL, 0, 0};
  for (int s = 0; s < f->frame->shift_count; s++)
    for (enum variant v = REFERENCE; v < VARIANTS; v++) {
      struct choice_of_shift tried = {.place = year_place(f->year, v, f->type, f->day, s)};
      double hours = empty_h_covered(f, tried.place);
      if (hours < NO_HOURS)
        continue;
      tried.kr = price_of(f, tried.place->unit, level, &tried.place->span);
      tried.kr_per_h = tried.kr / hours;
      if (is_better(&tried, &best))
        best = tried;
    }
  return best;
}

// The fewest persons missing at any moment that the shift would fill: at least this many of it are needed.
static double fill_with(const struct filling *f, const struct shift_place *place) {
  double persons = INFINITY;
  for (int i = 0; i < f->frame->interval_count; i++)
    if (f->persons[i] > NOBODY && shift_covers(f->frame, place, i))
      persons = fmin(persons, f->persons[i]);
  for (int i = 0; i < f->frame->interval_count; i++)
    if (shift_covers(f->frame, place, i))
      f->persons[i] = fmax(0, f->persons[i] - persons);
  return persons;
}

// Fills what no shift covers, moment by moment.
static double price_uncovered(struct filling *f, int64_t level) {
  double kr = 0;
  for (int i = 0; i < f->frame->interval_count; i++) {
    if (f->persons[i] <= NOBODY)
      continue;
    int64_t start_min = f->frame->day_starts_min + f->frame->intervals[i].from_min;
    int64_t end_min = f->frame->day_starts_min + f->frame->intervals[i].to_min;
    struct pay_span span = {.day = f->date + (day_number)(start_min / MINUTES_PER_DAY),
                            .start_min = start_min % MINUTES_PER_DAY,
                            .end_min = (end_min - 1) % MINUTES_PER_DAY + 1};
    kr += f->persons[i] * price_of(f, f->frame->intervals[i].unit, level, &span);
  }
  return kr;
}

static double price_day(struct filling *f, int64_t level) {
  double kr = 0;
  for (;;) {
    struct choice_of_shift best = best_shift(f, level);
    if (!best.place)
      return kr + price_uncovered(f, level);
    kr += best.kr * fill_with(f, best.place);
  }
}

// ---------------------------------------------------------------- two plans side by side

static int level_at(const struct frame *frame, int64_t level) {
  for (int l = 0; l < frame->level_count; l++)
    if (frame->levels[l] == level)
      return l;
  return -1;
}

// Persons missing at the level on the day.
static void read_missing(struct filling *f, int64_t level) {
  const struct program *program = f->plan->program;
  int level_index = level_at(f->frame, level);
  for (int i = 0; i < f->frame->interval_count; i++)
    f->persons[i] = 0;
  int at = 7 * f->type + f->day;
  for (int c = program->day_columns[at]; c < program->day_columns[at + 1]; c++) {
    const struct column_key *key = &program->columns[c].key;
    double value = f->plan->solution->values[c];
    bool empty = key->kind == COLUMN_SHORT || key->kind == COLUMN_GAP;
    if (!empty || key->level != level_index || value <= NOBODY)
      continue;
    for (int i = 0; i < f->frame->interval_count; i++)
      if (year_interval_leader(f->year, f->type, f->day, i) == key->interval)
        f->persons[i] += value;
  }
}

// Persons missing in the other plan in the middle of an interval of this one: the intervals of each plan are cut by
// its own shifts and windows.
static double missing_then(const struct filling *other, const struct interval *of) {
  int64_t middle_min = (of->from_min + of->to_min) / 2;
  for (int i = 0; i < other->frame->interval_count; i++) {
    const struct interval *in = &other->frame->intervals[i];
    if (in->unit == of->unit && in->from_min <= middle_min && middle_min < in->to_min)
      return other->persons[i];
  }
  return 0;
}

// Leaves in `f` the persons missing in it but not in `other`; returns their hours.
static double keep_beyond(struct filling *f, struct filling *other, int64_t level) {
  double hours = 0;
  read_missing(f, level);
  read_missing(other, level);
  for (int i = 0; i < f->frame->interval_count; i++) {
    f->persons[i] = fmax(0, f->persons[i] - missing_then(other, &f->frame->intervals[i]));
    f->persons[i] = f->persons[i] > NOBODY ? f->persons[i] : 0;
    hours += f->persons[i] * interval_h(f->frame, i);
  }
  return hours;
}

// Adds `days` days of the year that have these two kinds in the two plans.
static void add_days(struct filling *before, struct filling *after, int days,
                     struct empty_hours empty[LEVELS_MOST + 1]) {
  for (int64_t level = 1; level <= LEVELS_MOST; level++) {
    double new_h = keep_beyond(after, before, level) * days;
    empty[level].new_h += new_h;
    empty[level].new_kr += new_h < NO_HOURS ? 0 : price_day(after, level) * days;
    double gone_h = keep_beyond(before, after, level) * days;
    empty[level].gone_h += gone_h;
    empty[level].gone_kr += gone_h < NO_HOURS ? 0 : price_day(before, level) * days;
  }
}

static struct filling filling_of(struct arena *arena, const struct plan *plan) {
  const struct unit_year *year = plan->program->year;
  struct filling f = {.plan = plan, .year = year, .frame = year->frame};
  f.persons = arena_array(arena, (size_t)year->frame->interval_count, sizeof *f.persons);
  return f;
}

static void turn_to(struct filling *f, int type, int day) {
  f->type = type;
  f->day = day;
  f->date = f->year->types[type].monday + day;
}

// The number of days of the year on which the weekday lies in a week of these types of the two plans.
static int days_of_both(const struct unit_year *before, int tb, const struct unit_year *after, int ta, int d) {
  assert(d >= 0 && d < 7);
  int days = 0;
  for (int w = 0; w < after->week_count; w++) {
    day_number day = after->first_monday + DAYS_PER_WEEK * w + d;
    bool in_year = day >= after->first_day && day < after->first_day + after->day_count;
    days += in_year && after->type_of_week[w] == ta && before->type_of_week[w] == tb;
  }
  return days;
}

static void compare(struct arena *arena, const struct plan *before, const struct plan *after,
                    struct empty_hours empty[LEVELS_MOST + 1]) {
  struct filling then = filling_of(arena, before), now = filling_of(arena, after);
  assert(then.year->first_monday == now.year->first_monday && then.year->week_count == now.year->week_count);
  for (int ta = 0; ta < now.year->type_count; ta++)
    for (int tb = 0; tb < then.year->type_count; tb++)
      for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int days = days_of_both(then.year, tb, now.year, ta, d);
        if (!days)
          continue;
        turn_to(&then, tb, d);
        turn_to(&now, ta, d);
        add_days(&then, &now, days, empty);
      }
}

struct empty_more empty_beyond(const struct plan *before, const struct plan *after) {
  struct empty_more more = {0, 0};
  if (before == after || after->shortfall_h + after->gap_h < NO_HOURS)
    return more;
  struct empty_hours empty[LEVELS_MOST + 1] = {{0, 0, 0, 0}};
  struct arena *arena = arena_new();
  compare(arena, before, after, empty);
  arena_free(arena);
  for (int level = 1; level <= LEVELS_MOST; level++) {
    const struct empty_hours *of = &empty[level];
    double hours = of->new_h - of->gone_h;
    if (hours < NO_HOURS)
      continue;
    more.h += hours;
    more.kr += of->new_kr - fmin(of->gone_kr, of->gone_h * of->new_kr / of->new_h);
  }
  return more;
}
