// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a day: people and hired staff on shifts, persons missing, gaps accepted.
#include <assert.h>
#include <math.h>

#include "base/fixed.h"
#include "need/group.h"
#include "need/replacement.h"
#include "need/terms.h"
#include "program/again.h"
#include "program/builder.h"
#include "scenario/rows_settings.h"

bool anybody_wanted(const struct unit_year *year, int t, int d, int i) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7 && i >= 0 && i < year->frame->interval_count);
  int levels = year->frame->level_count;
  for (int v = 0; v < VARIANTS; v++)
    if (levels && year->types[t].need_milli[v][d][i * levels] > 0)
      return true;
  return false;
}

// The hours of the day in which somebody is needed under either variant, a bit each (need/year.h).
static const uint64_t *hours_wanted(const struct builder *b, int t, int d) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7);
  uint64_t *wanted = arena_array(b->passing, (size_t)b->year->cover_words, sizeof *wanted);
  for (int i = 0; i < b->frame->interval_count; i++)
    wanted[i / COVER_BITS] |= (uint64_t)anybody_wanted(b->year, t, d, i) << i % COVER_BITS;
  return wanted;
}

// Does the shift, under either variant, cover an hour in which somebody is needed?
static bool shift_useful(const struct unit_year *year, const uint64_t *wanted, int t, int d, int s) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7 && s >= 0 && s < year->frame->shift_count);
  for (int v = 0; v < VARIANTS; v++)
    for (int w = 0; w < year->cover_words; w++)
      if (wanted[w] & year_cover(year, v, t, d, s)[w])
        return true;
  return false;
}

// Does a shift cover all needed hours that the other one covers?
static bool covers_wanted_of(const struct unit_year *year, const uint64_t *wanted, const uint64_t *cover,
                             const uint64_t *other) {
  for (int w = 0; w < year->cover_words; w++)
    if (wanted[w] & other[w] & ~cover[w])
      return false;
  return true;
}

// Of two generated shifts of the unit (scenario/candidates.h) one lies within the other, covers as much of the need on
// that day under either variant and is paid no longer: some cheapest plan does without the wider one.
static bool shift_outdone_by(const struct unit_year *year, const uint64_t *wanted, int t, int d, int s, int other) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7 && s >= 0 && s < year->frame->shift_count);
  bool shorter = false;
  for (int v = 0; v < VARIANTS; v++) {
    const struct shift_place *wide = year_place(year, v, t, d, s), *narrow = year_place(year, v, t, d, other);
    if (narrow->start_min < wide->start_min || narrow->end_min > wide->end_min || narrow->paid_min > wide->paid_min ||
        !covers_wanted_of(year, wanted, year_cover(year, v, t, d, other), year_cover(year, v, t, d, s)))
      return false;
    shorter |= narrow->start_min > wide->start_min || narrow->end_min < wide->end_min;
  }
  return shorter;
}

static bool shift_outdone(const struct unit_year *year, const uint64_t *wanted, int t, int d, int s) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7 && s >= 0 && s < year->frame->shift_count);
  const struct tables *base = &year->frame->scenario->tables;
  if (!shift_rows(base)[year->frame->shifts[s]].made)
    return false;
  for (int other = 0; other < year->frame->shift_count; other++)
    if (shift_rows(base)[year->frame->shifts[other]].made &&
        shift_unit(year->frame, other) == shift_unit(year->frame, s) && shift_outdone_by(year, wanted, t, d, s, other))
      return true;
  return false;
}

static bool group_can(const struct unit_year *year, enum variant v, int t, int d, int s, int g) {
  assert(t >= 0 && t < year->type_count);
  assert(d >= 0 && d < 7);
  assert(s >= 0 && s < year->frame->shift_count);
  assert(g >= 0 && g < year->frame->group_count);
  day_number day = year->types[t].monday + d;
  if (!year_place(year, v, t, d, s)->open)
    return false;
  const struct group_row *group = group_on(year, v, g, day);
  if (!group->heads_milli || (d >= SATURDAY && never_on_weekends(group)))
    return false;
  return group_works_shift(year->frame, year_tables(year, v, day), group, s, day);
}

// Does the column about to be added have a price?
static bool is_priced(const struct builder *b) {
  size_t column = b->program->column_count;
  return !b->again || column >= b->again->program->column_count || b->again->used[column];
}

static struct pay_terms terms_of_column(const struct builder *b, const struct column_key *key) {
  static const enum pay_form forms[] = {
      [COLUMN_OWN] = PAY_OWN, [COLUMN_EXTRA] = PAY_EXTRA, [COLUMN_OVERTIME] = PAY_OVERTIME};
  day_number day = day_at(b, key->type, key->day);
  if (key->kind != COLUMN_HIRED)
    return terms_of_group(b->year, b->variant, forms[key->kind], key->who, day);
  const struct tables *tables = year_tables(b->year, b->variant, day);
  return terms_of_source(tables, &source_rows(tables)[b->frame->sources[key->who]], b->frame->source_units[key->who]);
}

void price_shift(const struct builder *b, struct program_column *column) {
  assert(column->key.kind <= COLUMN_HIRED);
  const struct week_type *week = &b->year->types[column->key.type];
  struct pay_terms terms = terms_of_column(b, &column->key);
  double price = price_of_shift(b, &terms, &column->key);
  column->cost_kr = price * week->multiplicity;
  column->year_kr = price * week->in_year[column->key.day];
}

static int people_column(struct builder *b, enum column_kind kind, bool open, const int at[4]) {
  struct program_column column = {.key = column_key(kind, at[0], at[1]), .upper = open ? INFINITY : 0, .scale = 1};
  column.key.shift = at[2];
  column.key.who = at[3];
  if (!is_priced(b) || price_again(b, &column))
    return add_column(b, column);
  price_shift(b, &column);
  column.tie = b->again ? 0 : tie_of_people(b, kind, at) + tie_of_year_ends(b, &column);
  return add_column(b, column);
}

// Does the unit have a source row of the kind in either variant?
static bool kind_offered(const struct builder *b, enum source_kind kind, int64_t unit) {
  for (int r = 0; r < b->frame->source_count; r++)
    if (source_rows(&b->frame->scenario->tables)[b->frame->sources[r]].kind == kind &&
        b->frame->source_units[r] == unit)
      return true;
  return false;
}

static enum planned_overtime planned_overtime(const struct builder *b) {
  return (enum planned_overtime)settings_of(&b->frame->scenario->tables)->planned_overtime;
}

static bool part_time(const struct unit_year *year, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  return group_on(year, REFERENCE, g, day)->position_e8 < ONE_E8 ||
         group_on(year, SUBJECT, g, day)->position_e8 < ONE_E8;
}

// A newly designed rota has no last resort: it can choose heads instead.
static bool overtime_open(const struct builder *b) {
  enum planned_overtime planned = planned_overtime(b);
  return planned == OVERTIME_BY_COST || (planned == OVERTIME_LAST_RESORT && !b->frame->scenario->redesign);
}

// For overtime and agency, for the people of units that offer overtime.
static double last_resort_h(const struct builder *b, int64_t unit, int t, int d, int s) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && s >= 0 && s < b->frame->shift_count);
  return planned_overtime(b) == OVERTIME_LAST_RESORT && kind_offered(b, SOURCE_OVERTIME, unit)
             ? (double)place_at(b, t, d, s)->paid_min / 60 * b->year->types[t].multiplicity
             : 0;
}

static void add_overtime_column(struct builder *b, const int at[4], bool open) {
  int added = people_column(b, COLUMN_OVERTIME, open && overtime_open(b), at);
  b->program->columns[added].last_resort_h = last_resort_h(b, group_home(b->frame, at[3]), at[0], at[1], at[2]);
}

static void add_group_columns(struct builder *b, int t, int d, int s, int g) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(s >= 0 && s < b->frame->shift_count);
  assert(g >= 0 && g < b->frame->group_count);
  if (!group_can(b->year, REFERENCE, t, d, s, g) && !group_can(b->year, SUBJECT, t, d, s, g))
    return;
  int at[4] = {t, d, s, g};
  day_number day = day_at(b, t, d);
  int64_t home = group_home(b->frame, g);
  bool can = group_can(b->year, b->variant, t, d, s, g);
  people_column(b, COLUMN_OWN, can, at);
  if (kind_offered(b, SOURCE_EXTRA, home) && part_time(b->year, g, day))
    people_column(b, COLUMN_EXTRA, can && source_for_group(b, SOURCE_EXTRA, g, day), at);
  bool beyond = can && place_at(b, t, d, s)->duty == DUTY_ACTIVE; // nobody rests or is on call on overtime
  if (kind_offered(b, SOURCE_OVERTIME, home))
    add_overtime_column(b, at, beyond && source_for_group(b, SOURCE_OVERTIME, g, day));
}

static void add_hired_column(struct builder *b, int t, int d, int s, int r) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(s >= 0 && s < b->frame->shift_count);
  assert(r >= 0 && r < b->frame->source_count);
  day_number day = day_at(b, t, d);
  const struct tables *tables = year_tables(b->year, b->variant, day);
  const struct source_row *source = &source_rows(tables)[b->frame->sources[r]];
  bool hired = source->kind == SOURCE_SUBSTITUTE || source->kind == SOURCE_AGENCY;
  if (!hired || b->frame->source_units[r] != shift_unit(b->frame, s))
    return;
  bool open = source_open(tables, source, day) && place_at(b, t, d, s)->open;
  if (shift_rows(tables)[b->frame->shifts[s]].joined) // for either of the two
    return;
  struct program_column column = {.key = column_key(COLUMN_HIRED, t, d), .upper = open ? INFINITY : 0, .scale = 1};
  column.key.shift = s;
  column.key.who = r;
  if (is_priced(b) && !price_again(b, &column)) {
    price_shift(b, &column);
    column.tie = b->again ? 0 : tie_of_hired(b, source, t, d, s) + tie_of_year_ends(b, &column);
  }
  column.last_resort_h = source->kind == SOURCE_AGENCY ? last_resort_h(b, b->frame->source_units[r], t, d, s) : 0;
  add_column(b, column);
}

static void add_short_column(struct builder *b, int t, int d, int i, int l) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(i >= 0 && i < b->frame->interval_count);
  assert(l >= 0 && l < b->frame->level_count);
  const struct frame *frame = b->frame;
  struct program_column column = {.key = column_key(COLUMN_SHORT, t, d), .upper = INFINITY, .scale = 1};
  column.key.interval = i;
  column.key.level = l;
  for (int same = i; same < frame->interval_count; same++)
    if (year_interval_leader(b->year, t, d, same) == i)
      column.shortfall_h += (double)(frame->intervals[same].to_min - frame->intervals[same].from_min) / 60;
  column.shortfall_h *= b->year->types[t].multiplicity;
  column.tie = tie_of_short(b, &column) + tie_of_year_ends(b, &column);
  add_column(b, column);
}

// Is anybody who would be on duty in the interval away without replacement, under either variant?
bool any_unreplaced(const struct unit_year *year, int t, int d, int i) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7 && i >= 0 && i < year->frame->interval_count);
  for (enum variant v = REFERENCE; v < VARIANTS; v++)
    for (int g = 0; g < year->frame->group_count; g++)
      if (group_unreplaced(year, v, g, year->types[t].monday + d, i) > 0)
        return true;
  return false;
}

// For the same hours as the shortfall, whose column has just been added.
static void add_gap_column(struct builder *b, int t, int d, int i, int l) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(i >= 0 && i < b->frame->interval_count);
  assert(l >= 0 && l < b->frame->level_count);
  const struct program_column *missing = &b->program->columns[short_at(b, t, d, i, l)];
  struct program_column column = {.key = missing->key, .upper = INFINITY, .scale = 1, .gap_h = missing->shortfall_h};
  column.key.kind = COLUMN_GAP;
  column.tie = tie_of_gap(b, &column);
  add_column(b, column);
}

static void add_short_columns(struct builder *b, int t, int d) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7);
  for (int i = 0; i < b->frame->interval_count; i++)
    for (int l = 0; l < b->frame->level_count; l++)
      if (level_needed(b, t, d, i, l) && year_interval_leader(b->year, t, d, i) == i) {
        add_short_column(b, t, d, i, l);
        if (any_unreplaced(b->year, t, d, i))
          add_gap_column(b, t, d, i, l);
      }
}

void columns_of_day(struct builder *b, int t, int d) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7);
  const uint64_t *wanted = hours_wanted(b, t, d);
  for (int s = 0; s < b->frame->shift_count; s++) {
    if (!shift_useful(b->year, wanted, t, d, s) || shift_outdone(b->year, wanted, t, d, s))
      continue;
    for (int g = 0; g < b->frame->group_count; g++)
      add_group_columns(b, t, d, s, g);
    for (int r = 0; r < b->frame->source_count; r++)
      add_hired_column(b, t, d, s, r);
  }
  add_short_columns(b, t, d);
}
