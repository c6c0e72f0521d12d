// SPDX-License-Identifier: GPL-3.0-or-later
// What the row families share while a programme is built.
#ifndef ROTACOST_PROGRAM_BUILDER_H
#define ROTACOST_PROGRAM_BUILDER_H

#include <assert.h>

#include "need/positions.h"
#include "program/program.h"
#include "scenario/rows_people.h"

struct again; // program/again.h

enum { ENDS_MISSING, ENDS_WORKED, ENDS_KRONER, ENDS_COUNTED }; // quantities that fall on both sides of New Year

struct builder {
  struct program *program;
  struct arena *passing; // for what ends with the building; columns and rows are moved from there when all are known
  const struct unit_year *year;
  const struct frame *frame;
  enum variant variant;
  // Columns by their indices; -1: no such column.
  int *own, *extra, *overtime;  // [((7 t + d) shifts + s) groups + g]
  int *hired;                   // [((7 t + d) shifts + s) sources + r]
  int *short_, *gap;            // [((7 t + d) intervals + i) levels + l]
  int *up, *down;               // [k groups + g]
  int *roster, *away, *weekend; // [t groups + g]
  int *extra_weekend, *moved;   // [g]
  int *ends;                    // [2 * ENDS_COUNTED * type_count] end_more and end_less: see ends.c
  double *sums;                 // of the row under construction, by column
  int *touched;                 // columns of that row, in order
  int touched_count;
  const struct again *again; // NULL: everything is built, and every column gets a price
  struct prices *prices;     // found so far
};

// program/price.c; memory: arena.
struct prices;
struct prices *prices_new(struct arena *arena, const struct unit_year *year);
// For one person on the shift of a shift column, in one week.
double price_of_shift(const struct builder *b, const struct pay_terms *terms, const struct column_key *key);

// Column lookups.
static inline int own_at(const struct builder *b, int t, int d, int s, int g) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && s >= 0 && s < b->frame->shift_count && g >= 0 &&
         g < b->frame->group_count);
  return b->own[((7 * t + d) * b->frame->shift_count + s) * b->frame->group_count + g];
}
static inline int extra_at(const struct builder *b, int t, int d, int s, int g) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && s >= 0 && s < b->frame->shift_count && g >= 0 &&
         g < b->frame->group_count);
  return b->extra[((7 * t + d) * b->frame->shift_count + s) * b->frame->group_count + g];
}
static inline int overtime_at(const struct builder *b, int t, int d, int s, int g) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && s >= 0 && s < b->frame->shift_count && g >= 0 &&
         g < b->frame->group_count);
  return b->overtime[((7 * t + d) * b->frame->shift_count + s) * b->frame->group_count + g];
}
static inline int hired_at(const struct builder *b, int t, int d, int s, int r) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && s >= 0 && s < b->frame->shift_count && r >= 0 &&
         r < b->frame->source_count);
  return b->hired[((7 * t + d) * b->frame->shift_count + s) * b->frame->source_count + r];
}
static inline int short_at(const struct builder *b, int t, int d, int i, int l) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && i >= 0 && i < b->frame->interval_count && l >= 0 &&
         l < b->frame->level_count);
  return b->short_[((7 * t + d) * b->frame->interval_count + i) * b->frame->level_count + l];
}
static inline int gap_at(const struct builder *b, int t, int d, int i, int l) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && i >= 0 && i < b->frame->interval_count && l >= 0 &&
         l < b->frame->level_count);
  return b->gap[((7 * t + d) * b->frame->interval_count + i) * b->frame->level_count + l];
}
// Of what falls in the year above its share of the week, and below.
static inline int *end_at(const struct builder *b, int t, int of, enum column_kind kind) {
  assert(t >= 0 && t < b->year->type_count && of >= 0 && of < ENDS_COUNTED);
  return &b->ends[2 * (ENDS_COUNTED * t + of) + (kind == COLUMN_END_LESS)];
}
static inline const struct shift_place *place_at(const struct builder *b, int t, int d, int s) {
  return year_place(b->year, b->variant, t, d, s);
}
static inline day_number day_at(const struct builder *b, int t, int d) { return b->year->types[t].monday + d; }

// The columns, then the rows; the cost of the given positions.
struct head_cost {
  double all_kr, year_kr; // on all planned days; on the days of the year
};
struct head_cost fixed_cost(const struct builder *b);
void columns_of_day(struct builder *b, int t, int d);
void columns_of_people(struct builder *b);
void rows_of_families(struct builder *b);

// Key of type t and day d (-1: none); all other indices are unset.
struct column_key column_key(enum column_kind kind, int t, int d);
// Where the index of a column of that key stands.
int *column_place(struct builder *b, const struct column_key *key);
// Returns the index of the column, and notes it.
int add_column(struct builder *b, struct program_column column);
// Costs of a column whose key stands: of shifts, of positions and of compensations; the others have none.
void price_shift(const struct builder *b, struct program_column *column);
void price_people(const struct builder *b, struct program_column *column);

// Writing a row: several terms for one column add up; a term for column -1 is skipped.
void row_term(struct builder *b, int column, double value);
// All of a group's people on shift s: own, extra and overtime.
void row_people(struct builder *b, int t, int d, int s, int g, double value);
// "<= factor x heads of g on that day": moves up and down to the left side, returns factor x the heads given.
double row_heads(struct builder *b, int t, int d, int g, double factor);
// "<= factor x people of g present that day": p x heads in a weekly rota; in a year-round rota those not off sick or in
// training, less the people whose holiday the planner places in the week.
double row_present(struct builder *b, int t, int d, int g, double factor);
// Ends the row; a row without terms is dropped.
void row_close(struct builder *b, struct row_key key, double lower, double upper);
// The same, but the row is kept without terms too: the other variant has some.
void row_keep(struct builder *b, struct row_key key, double lower, double upper);

// Room for the indices of a year's columns, none of which is there yet. Memory: arena.
void builder_begin(struct builder *b, struct arena *arena);
// Is anybody wanted in the interval under either variant? Does anybody go without being replaced who would be on duty in it?
bool anybody_wanted(const struct unit_year *year, int t, int d, int i);
bool any_unreplaced(const struct unit_year *year, int t, int d, int i);

// Reuse of what has not changed (program/again.c, again_columns.c). All columns; false: some may differ.
bool columns_again(struct builder *b);
// Does the price of a column follow from nothing that differs?
bool price_is_same(const struct again *again, const struct column_key *key);
// The price of a shift column whose key is set; false: not known.
bool price_again(const struct builder *b, struct program_column *column);
// All rows of these kinds, which follow each other and depend on nothing else; false: something of that has changed.
enum rows_hang_on { ON_COVER = 1, ON_GROUPS = 2, ON_OWN_SOURCES = 4, ON_SOURCES = 8 };
bool rows_again_of_kinds(struct builder *b, uint64_t kinds, unsigned hang_on);
// The rows of a family, type, day, group and level, of which there may be none; the rows of the day's cover. False: they are to
// be made.
bool rows_again_of_group(struct builder *b, struct row_key key);
bool rows_again_of_cover(struct builder *b, int t, int d);

// Adds the row at the same place in the previous programme, without its entries.
void row_copy(struct builder *b);

// Is more needed at level l than at the next higher one, under either variant?
bool level_needed(const struct builder *b, int t, int d, int i, int l);

// The source row of a kind (extra, overtime) that applies to a group on a day, NULL if none: unit and category
// before unit, before category, before neither; the first row if several match equally.
const struct source_row *source_for_group(const struct builder *b, enum source_kind kind, int g, day_number day);
// Are the group's weekends counted over the year on any day, under either variant?
bool ever_weekends_by_year(const struct builder *b, int g);
// k of "every k-th weekend" for the group's people with extra shifts.
double weekend_limit(const struct builder *b, int g, day_number day, bool with_extra);

// Ties of columns, over all weeks of the type. at: t, d, s, g.
double tie_of_people(const struct builder *b, enum column_kind kind, const int at[4]);
double tie_of_hired(const struct builder *b, const struct source_row *source, int t, int d, int s);
// Added in the weeks that contain the first or last day of the year; cost and shortfall of the column are known.
double tie_of_year_ends(const struct builder *b, const struct program_column *column);
double tie_of_short(const struct builder *b, const struct program_column *column);
double tie_of_gap(const struct builder *b, const struct program_column *column);
double tie_of_positions(const struct builder *b, int g, int k);
double tie_of_week(const struct builder *b, int t, int g);

// The families, each in a file of its own.
void rows_cover(struct builder *b);
void rows_contract(struct builder *b);
void rows_duty(struct builder *b);
void rows_weekend(struct builder *b);
void rows_beyond(struct builder *b);
void rows_supply(struct builder *b);
void rows_annual(struct builder *b);
void rows_compensation(struct builder *b);
void rows_variable(struct builder *b);
void rows_design(struct builder *b);
void rows_least(struct builder *b);
// Columns and rows of the weeks that contain the first or last day of the year.
void columns_ends(struct builder *b);
void rows_ends(struct builder *b);

#endif
