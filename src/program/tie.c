// SPDX-License-Identifier: GPL-3.0-or-later
// tie of a shift column, per paid hour:   order of the source + 1/2 where own people work in another unit than their home
//                                         + (start of the shift in days) / 8 + chance / 8
//
// order: own 1, extra 2, substitute 3, overtime 4, agency 5. The chance, from 0 to 1, is a hash of the contents of the rows: weekday,
// clock, level, position, weekends, regime of the group, the source's terms. It separates any two plans that differ in anything
// of this. It does not depend on the name of a row or its place in a file.
//
// Groups that are equal in all of this are left to the solver: together they do the same.
//
// Where units share staff, people work in their home unit rather than help elsewhere, and anything still equal is separated by
// the codes of the units, so that each unit's part is the same in every order of the rows.
//
// Weeks that contain the first or last day of the year: see ends.c.
#include <assert.h>
#include <stdint.h>

#include "need/group.h"
#include "program/builder.h"

static const double EARLY = 0.125, CHANCE = 0.125, AWAY = 0.5;
static const double MISSING = 1e4; // per hour: above the price of any hour
static const double GAP = 1.5;     // per hour: between own hours and extra ones
static const double FIRST = 1, LAST = 1.37;

static uint64_t stir(uint64_t state, int64_t number) {
  state += (uint64_t)number + UINT64_C(0x9E3779B97F4A7C15);
  state = (state ^ state >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  state = (state ^ state >> 27) * UINT64_C(0x94D049BB133111EB);
  return state ^ state >> 31;
}

static double chance_of(uint64_t state) { return (double)(state >> 11) * 0x1p-53; }

static uint64_t stir_group(const struct builder *b, uint64_t state, int g, day_number day) {
  assert(g >= 0 && g < b->frame->group_count);
  const struct group_row *group = group_on(b->year, b->variant, g, day);
  const struct tables *tables = year_tables(b->year, b->variant, day);
  const int64_t says[] = {category_level(b->frame, tables, group->category),
                          group->heads_milli,
                          group->position_e8,
                          group_full_time(tables, group),
                          group->regime,
                          group->weekend_every_milli,
                          group->weekends_per_year_milli,
                          group->agreement,
                          group->band_e8};
  for (size_t i = 0; i < sizeof says / sizeof *says; i++)
    state = stir(state, says[i]);
  return state;
}

static uint64_t stir_unit(const struct builder *b, uint64_t state, int64_t unit) {
  const char *code = unit_rows(&b->frame->scenario->tables)[unit].unit;
  for (; b->frame->unit_count > 1 && *code; code++)
    state = stir(state, *code);
  return state;
}

static double shift_tie(const struct builder *b, double order, uint64_t state, int t, int d, int s) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && s >= 0 && s < b->frame->shift_count);
  const struct shift_place *place = place_at(b, t, d, s);
  state = stir_unit(b, state, place->unit);
  const int64_t says[] = {(int64_t)order, d, place->start_min, place->end_min, place->paid_min};
  for (size_t i = 0; i < sizeof says / sizeof *says; i++)
    state = stir(state, says[i]);
  double per_h = order + EARLY * (double)place->start_min / MINUTES_PER_DAY + CHANCE * chance_of(state);
  return per_h * (double)place->paid_min / 60 * b->year->types[t].multiplicity;
}

double tie_of_people(const struct builder *b, enum column_kind kind, const int at[4]) {
  double order = kind == COLUMN_OWN ? 1 : kind == COLUMN_EXTRA ? 2 : 4;
  double away = shift_unit(b->frame, at[2]) == group_home(b->frame, at[3]) ? 0 : AWAY;
  uint64_t state = stir_unit(b, stir_group(b, 1, at[3], day_at(b, at[0], at[1])), group_home(b->frame, at[3]));
  return shift_tie(b, order + away, state, at[0], at[1], at[2]);
}

double tie_of_hired(const struct builder *b, const struct source_row *source, int t, int d, int s) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && s >= 0 && s < b->frame->shift_count);
  const struct tables *tables = year_tables(b->year, b->variant, day_at(b, t, d));
  uint64_t state = stir(2, category_level(b->frame, tables, source->category));
  state = stir(state, source->pay_e8);
  state = stir(state, source->price_ore_per_h);
  return shift_tie(b, source->kind == SOURCE_AGENCY ? 5 : 3, state, t, d, s);
}

// Separates weeks at New Year from others and the last from the first, where a limit links weeks and a krone of
// one could replace a krone of another. The days of a week are treated alike.
double tie_of_year_ends(const struct builder *b, const struct program_column *column) {
  const struct unit_year *year = b->year;
  int t = column->key.type;
  double weight = (year->type_of_week[0] == t ? FIRST : 0) + (year->type_of_week[year->week_count - 1] == t ? LAST : 0);
  return weight * (column->cost_kr + MISSING * column->shortfall_h);
}

double tie_of_short(const struct builder *b, const struct program_column *column) {
  const struct column_key *key = &column->key;
  uint64_t state = stir(stir(stir(3, key->day), key->level), b->frame->intervals[key->interval].from_min);
  state = stir_unit(b, state, b->frame->intervals[key->interval].unit);
  return column->shortfall_h * (1 + key->level + CHANCE * chance_of(state)); // rather the one who asks for less
}

// Above the own hours that could fill it at no cost.
double tie_of_gap(const struct builder *b, const struct program_column *column) {
  const struct column_key *key = &column->key;
  uint64_t state = stir(stir(stir(6, key->day), key->level), b->frame->intervals[key->interval].from_min);
  return column->gap_h * (GAP + CHANCE * chance_of(state));
}

double tie_of_positions(const struct builder *b, int g, int k) {
  assert(g >= 0 && g < b->frame->group_count && k >= 0 && k < b->year->segment_count);
  day_number day = b->year->segment_first[k];
  return 1 + chance_of(stir_group(b, stir(4, k), g, day));
}

double tie_of_week(const struct builder *b, int t, int g) {
  assert(t >= 0 && t < b->year->type_count && g >= 0 && g < b->frame->group_count);
  day_number monday = b->year->types[t].monday, first = b->year->first_day;
  day_number day = monday < first ? first : monday;
  double early = EARLY * (double)(day - first) / 366;
  return (1 + early + CHANCE * chance_of(stir_group(b, stir(5, day), g, day))) * b->year->types[t].multiplicity;
}
