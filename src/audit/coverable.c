// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/coverable.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "audit/titles.h"
#include "audit/words.h"
#include "base/language.h"
#include "base/tolerance.h"
#include "scenario/need_row.h"

// ---------------------------------------------------------------- persons missing

struct gap {           // one window and level of a plan
  const char *window;  // NULL: the interval lies in no window of need.csv
  int64_t level, unit; // index of a category; of a unit
  bool *on_day;        // [day_count] was anybody missing?
  uint64_t weeks;
  double person_h, worst;   // persons missing at the worst moment
  int64_t need_milli;       // need at that moment
  int64_t from_min, to_min; // of the service day: between these times
};

struct gaps {
  struct arena *arena;
  const struct plan *plan;
  struct gap *items;
  size_t count, room;
};

struct missing { // persons of a level in an interval on a day
  const struct column_key *key;
  int interval;
  double persons;
  day_number day;
};

// The window of need.csv that asks for the level at the interval, else any that asks for another level there.
static const struct need_row *window_at(const struct plan *plan, const struct missing *missing) {
  const struct frame *frame = plan->program->year->frame;
  const struct tables *tables = year_tables(plan->program->year, plan->program->variant, missing->day);
  const struct need_row *other = NULL;
  for (int n = 0; n < frame->need_count; n++) {
    const struct need_row *row = &need_rows(tables)[frame->needs[n]];
    if (!need_holds(row, missing->day) ||
        !window_covers(frame, row->unit, row->start_min, row->end_min, missing->interval))
      continue;
    if (category_level(frame, tables, row->level) == missing->key->level)
      return row;
    other = other ? other : row;
  }
  return other;
}

// The first category of the level.
static int64_t category_of_level(const struct plan *plan, int level, day_number day) {
  assert(level >= 0 && level < plan->program->year->frame->level_count);
  const struct frame *frame = plan->program->year->frame;
  const struct tables *tables = year_tables(plan->program->year, plan->program->variant, day);
  for (size_t c = 0; c < row_count(tables, TABLE_CATEGORIES); c++)
    if (category_rows(tables)[c].level == frame->levels[level])
      return (int64_t)c;
  return NOT_GIVEN;
}

static struct gap *gap_named(struct gaps *gaps, const char *window, int64_t level, int64_t unit) {
  for (size_t i = 0; i < gaps->count; i++) {
    struct gap *gap = &gaps->items[i];
    bool same = window && gap->window ? !strcmp(window, gap->window) : window == gap->window;
    if (same && gap->level == level && gap->unit == unit)
      return gap;
  }
  struct gap *gap = arena_push(gaps->arena, &gaps->items, &gaps->count, &gaps->room, sizeof *gap);
  *gap = (struct gap){.window = window, .level = level, .unit = unit, .from_min = MINUTES_PER_DAY};
  gap->on_day = arena_array(gaps->arena, (size_t)gaps->plan->program->year->day_count, sizeof *gap->on_day);
  return gap;
}

static void note_missing(struct gaps *gaps, const struct missing *missing) {
  const struct unit_year *year = gaps->plan->program->year;
  const struct column_key *key = missing->key;
  const struct need_row *row = window_at(gaps->plan, missing);
  const struct interval *interval = &year->frame->intervals[missing->interval];
  struct gap *gap = gap_named(gaps, row ? row->window : NULL, category_of_level(gaps->plan, key->level, missing->day),
                              interval->unit);
  gap->on_day[missing->day - year->first_day] = true;
  gap->weeks |= week_bit(year, missing->day);
  gap->person_h += missing->persons * (double)(interval->to_min - interval->from_min) / 60;
  gap->from_min = interval->from_min < gap->from_min ? interval->from_min : gap->from_min;
  gap->to_min = interval->to_min > gap->to_min ? interval->to_min : gap->to_min;
  if (missing->persons <= gap->worst)
    return;
  const int64_t *need_milli = year->types[key->type].need_milli[gaps->plan->program->variant][key->day];
  gap->worst = missing->persons;
  gap->need_milli = need_milli[missing->interval * year->frame->level_count + key->level];
}

// A shortfall column represents all intervals of the day that are alike, on that day of every week of its type.
static void note_column(struct gaps *gaps, size_t column) {
  const struct program *program = gaps->plan->program;
  const struct unit_year *year = program->year;
  struct missing missing = {.key = &program->columns[column].key, .persons = gaps->plan->solution->values[column]};
  int t = missing.key->type, d = missing.key->day;
  for (missing.interval = missing.key->interval; missing.interval < year->frame->interval_count; missing.interval++) {
    if (year_interval_leader(year, t, d, missing.interval) != missing.key->interval)
      continue;
    for (int w = 0; w < year->week_count; w++) {
      missing.day = year->first_monday + w * DAYS_PER_WEEK + d;
      if (year->type_of_week[w] == t && year_holds(year, missing.day))
        note_missing(gaps, &missing);
    }
  }
}

static struct gaps gaps_of(struct arena *arena, const struct plan *plan) {
  const struct program *program = plan->program;
  struct gaps gaps = {.arena = arena, .plan = plan};
  for (int c = 0; c < program->day_columns[7 * program->year->type_count]; c++)
    if (program->columns[c].key.kind == COLUMN_SHORT && plan->solution->values[c] > NOBODY_IN_SUM)
      note_column(&gaps, (size_t)c);
  return gaps;
}

// ---------------------------------------------------------------- margins

struct room_row { // one row of the model, read for the margin
  double used, limit;
  double hours; // the longest shift in it
  bool beyond;  // extra hours or overtime may be worked under it
};

// People and hours are persons on the left-hand side; changes of heads and holidays placed belong to the limit.
static struct room_row read_row(const struct plan *plan, size_t row, size_t first_entry) {
  const struct program *program = plan->program;
  struct room_row read = {.limit = program->rows[row].upper};
  for (size_t e = first_entry; e < program->entry_count && program->entries[e].row == (int)row; e++) {
    const struct program_column *column = &program->columns[program->entries[e].column];
    double term = program->entries[e].value * plan->solution->values[program->entries[e].column];
    if (column->key.kind > COLUMN_HIRED) {
      read.limit -= term;
      continue;
    }
    read.used += term;
    read.hours = fmax(read.hours, program->entries[e].value);
    read.beyond |= (column->key.kind == COLUMN_EXTRA || column->key.kind == COLUMN_OVERTIME) && column->upper > 0;
  }
  return read;
}

struct day_room { // all groups of a unit on a day of a week type
  double used, limit;
};

struct rooms {
  struct arena *arena;
  struct day_room *weekend, *present; // [7 t + d]
  double *own_used, *own_limit;       // weekend rows of contract hours, until that with extra shifts is read: [g]
  struct margin *hired;               // one per row of hired hours
  int *hired_type;
  size_t hired_count;
};

static void add_weekend(struct rooms *rooms, const struct row_key *key, const struct room_row *read) {
  struct day_room *day = &rooms->weekend[7 * key->type + key->day];
  if (!key->level) { // contract hours: the row with extra shifts comes next
    rooms->own_used[key->who] = read->used;
    rooms->own_limit[key->who] = read->limit;
    return;
  }
  bool by_rota = !read->beyond && rooms->own_limit[key->who] >= 0;
  day->used += by_rota ? rooms->own_used[key->who] : read->used;
  day->limit += by_rota ? rooms->own_limit[key->who] : read->limit;
  rooms->own_limit[key->who] = -1;
}

static void add_room(struct rooms *rooms, const struct row_key *key, const struct room_row *read) {
  if (key->kind == ROW_WEEKEND) {
    add_weekend(rooms, key, read);
  } else if (key->kind == ROW_DUTY) {
    rooms->present[7 * key->type + key->day].used += read->used;
    rooms->present[7 * key->type + key->day].limit += read->limit;
  } else if (isfinite(read->limit) && read->limit > NOBODY_IN_SUM) {
    rooms->hired_type[rooms->hired_count] = key->type;
    rooms->hired[rooms->hired_count++] = (struct margin){.kind = MARGIN_HIRED,
                                                         .used = read->used,
                                                         .limit = read->limit,
                                                         .room = (read->limit - read->used) / read->hours,
                                                         .source = key->who};
  }
}

// For the people whose home is the unit, wherever they work, or for the hours on offer there.
static bool row_is_of_unit(const struct frame *frame, const struct row_key *key, int64_t unit) {
  return key->kind == ROW_SUPPLY ? frame->source_units[key->who] == unit : group_home(frame, key->who) == unit;
}

static struct rooms rooms_of(struct arena *arena, const struct plan *plan, int64_t unit) {
  const struct program *program = plan->program;
  size_t days = (size_t)(7 * program->year->type_count), groups = (size_t)program->year->frame->group_count;
  size_t sources = (size_t)program->year->frame->source_count, entry = 0;
  struct rooms rooms = {.arena = arena,
                        .weekend = arena_array(arena, days, sizeof(struct day_room)),
                        .present = arena_array(arena, days, sizeof(struct day_room)),
                        .own_used = arena_array(arena, groups, sizeof(double)),
                        .own_limit = arena_array(arena, groups, sizeof(double)),
                        .hired = arena_array(arena, sources * days, sizeof(struct margin)),
                        .hired_type = arena_array(arena, sources * days, sizeof(int))};
  for (size_t g = 0; g < groups; g++)
    rooms.own_limit[g] = -1;
  for (size_t r = 0; r < program->row_count; r++) {
    int kind = program->rows[r].key.kind;
    while (entry < program->entry_count && program->entries[entry].row < (int)r)
      entry++;
    if (kind != ROW_WEEKEND && kind != ROW_DUTY && kind != ROW_SUPPLY)
      continue;
    if (!row_is_of_unit(program->year->frame, &program->rows[r].key, unit))
      continue;
    struct room_row read = read_row(plan, r, entry);
    add_room(&rooms, &program->rows[r].key, &read);
  }
  return rooms;
}

static uint64_t weeks_of_type(const struct unit_year *year, int t) {
  assert(t >= 0 && t < year->type_count);
  uint64_t weeks = 0;
  for (int w = 0; w < year->week_count; w++)
    weeks |= year->type_of_week[w] == t ? UINT64_C(1) << w : 0;
  return weeks;
}

static const double SAME = 5e-3; // persons; differences not visible in print

// Of equal margins the first kind, then the smallest limit.
static void take_tighter(struct margin *best, const struct margin *found) {
  bool first = best->kind == MARGIN_NONE;
  bool alike = best->kind == found->kind && best->source == found->source && fabs(best->room - found->room) < SAME;
  if (alike && fabs(best->limit - found->limit) < SAME) {
    best->weeks |= found->weeks;
    return;
  }
  if (first || found->room < best->room - SAME || (alike && found->limit < best->limit))
    *best = *found;
}

static void take_days(struct margin *best, const struct plan *plan, const struct day_room *days,
                      enum margin_kind kind) {
  const struct unit_year *year = plan->program->year;
  for (int at = 0; at < 7 * year->type_count; at++) {
    if (days[at].limit <= NOBODY_IN_SUM)
      continue;
    struct margin found = {.kind = kind,
                           .used = days[at].used,
                           .limit = days[at].limit,
                           .room = days[at].limit - days[at].used,
                           .weeks = weeks_of_type(year, at / 7)};
    take_tighter(best, &found);
  }
}

struct margin plan_margin(const struct plan *plan, int64_t unit) {
  struct arena *scratch = arena_new();
  struct margin best = {.kind = MARGIN_NONE};
  struct rooms rooms = rooms_of(scratch, plan, unit);
  take_days(&best, plan, rooms.weekend, MARGIN_WEEKEND);
  take_days(&best, plan, rooms.present, MARGIN_PRESENT);
  for (size_t i = 0; i < rooms.hired_count; i++) {
    rooms.hired[i].weeks = weeks_of_type(plan->program->year, rooms.hired_type[i]);
    take_tighter(&best, &rooms.hired[i]);
  }
  arena_free(scratch);
  return best;
}

// ---------------------------------------------------------------- findings

// Where no window gives the hours, the sentence does.
static const char *gap_in_words(struct arena *arena, const struct plan *plan, const struct gap *gap, int days) {
  const struct unit_year *year = plan->program->year;
  const char *hours = number_in_words(arena, gap->person_h);
  const char *weeks = weeks_in_words(arena, year, gap->weeks);
  if (gap->window)
    return arena_printf(
        arena,
        ngettext("With every source used within its limits %s person-hours are missing on %d day, in %s.",
                 "With every source used within its limits %s person-hours are missing on %d days, in %s.",
                 (unsigned long)days),
        hours, days, weeks);
  return arena_printf(
      arena,
      ngettext(
          "With every source used within its limits %s person-hours are missing on %d day between %s and %s, in %s.",
          "With every source used within its limits %s person-hours are missing on %d days between %s and %s, in %s.",
          (unsigned long)days),
      hours, days, clock_in_words(arena, year->frame->day_starts_min + gap->from_min),
      clock_in_words(arena, year->frame->day_starts_min + gap->to_min), weeks);
}

static void add_gap(struct audit *audit, const struct plan *plan, int64_t measure, const struct gap *gap) {
  struct finding *finding = finding_add(audit, plan, measure, RULE_COVER);
  finding->unit = (size_t)gap->unit;
  finding->window = gap->window;
  finding->level = gap->level;
  finding->counted_in = "persons";
  finding->limit_milli = gap->need_milli;
  finding->value_milli = gap->need_milli - fixed_round(gap->worst * MILLI);
  finding->person_h_short = gap->person_h;
  for (int i = plan->program->year->day_count - 1; i >= 0; i--)
    if (gap->on_day[i]) {
      finding->breaches++;
      finding->first_day = plan->program->year->first_day + i;
    }
  finding->status = FINDING_SHORT;
  finding->reason = gap_in_words(audit->arena, plan, gap, finding->breaches);
}

static bool hired_without_limit(const struct plan *plan, int64_t unit) {
  const struct program *program = plan->program;
  bool any = false;
  for (size_t r = 0; r < program->row_count; r++)
    any |= program->rows[r].key.kind == ROW_SUPPLY && isinf(program->rows[r].upper) &&
           row_is_of_unit(program->year->frame, &program->rows[r].key, unit);
  return any;
}

static const char *margin_in_words(struct arena *arena, const struct plan *plan, const struct margin *margin) {
  const struct frame *frame = plan->program->year->frame;
  const struct tables *tables = &frame->scenario->tables;
  const char *used = number_in_words(arena, margin->used);
  const char *limit = number_in_words(arena, margin->limit);
  const char *weeks = weeks_in_words(arena, plan->program->year, margin->weeks);
  switch (margin->kind) {
  case MARGIN_WEEKEND:
    return arena_printf(arena, _("Fully staffed; least slack: %s of %s weekend posts used in %s."), used, limit, weeks);
  case MARGIN_PRESENT:
    return arena_printf(arena, _("Fully staffed; least slack: %s of %s people present on duty in %s."), used, limit,
                        weeks);
  case MARGIN_HIRED:
    return arena_printf(arena, _("Fully staffed; least slack: %s of %s hours a week of `%s` used in %s."), used, limit,
                        title_of_source(arena, tables, source_rows(tables)[frame->sources[margin->source]].code),
                        weeks);
  default:
    return _("Fully staffed; no limit on people or hours on offer is near.");
  }
}

static void add_margin(struct audit *audit, const struct plan *plan, int64_t measure, int64_t unit) {
  struct margin margin = plan_margin(plan, unit);
  struct finding *finding = finding_add(audit, plan, measure, RULE_COVER);
  finding->unit = (size_t)unit;
  finding->status = FINDING_KEPT;
  if (margin.kind != MARGIN_NONE) {
    finding->counted_in = margin.kind == MARGIN_HIRED ? "h_per_week" : "persons";
    finding->limit_milli = fixed_round(margin.limit * MILLI);
    finding->value_milli = fixed_round(margin.used * MILLI);
  }
  finding->reason = margin_in_words(audit->arena, plan, &margin);
  if (hired_without_limit(plan, unit))
    finding->reason =
        arena_printf(audit->arena, "%s %s", finding->reason, _("Staff by the hour is on offer without a limit."));
}

static bool anybody_wanted(const struct program *program, int64_t unit) {
  for (size_t r = 0; r < program->row_count; r++)
    if (program->rows[r].key.kind == ROW_COVER && program->rows[r].lower > 0 &&
        program->year->frame->intervals[program->rows[r].key.interval].unit == unit)
      return true;
  return false;
}

static void tell_unit(struct audit *audit, const struct plan *plan, int64_t measure, const struct gaps *gaps,
                      int64_t unit) {
  bool any = false;
  for (size_t i = 0; i < gaps->count; i++) {
    if (gaps->items[i].unit != unit)
      continue;
    add_gap(audit, plan, measure, &gaps->items[i]);
    any = true;
  }
  if (!any && anybody_wanted(plan->program, unit))
    add_margin(audit, plan, measure, unit);
}

void coverable_add(struct audit *audit, const struct plan *plan, int64_t measure) {
  const struct frame *frame = plan->program->year->frame;
  struct arena *scratch = arena_new();
  struct gaps gaps = gaps_of(scratch, plan);
  for (int u = 0; u < frame->unit_count; u++)
    tell_unit(audit, plan, measure, &gaps, frame->units[u]);
  arena_free(scratch);
}
