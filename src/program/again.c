// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/again.h"

#include <string.h>

#include "need/positions.h"
#include "program/builder.h"
#include "program/families.h"

struct again again_of(struct arena *arena, const struct program *program, const bool *used) {
  return (struct again){.program = program, .used = used, .columns = columns_known(arena, program)};
}

// ---------------------------------------------------------------- what differs

static bool same_items(const void *a, const void *b, size_t count, size_t size) {
  return a == b || !count || !memcmp(a, b, count * size);
}

// What only need follows from, which is compared on its own, as shifts and intervals are.
static bool is_of_need(int t) {
  return t == TABLE_NEED || t == TABLE_RATIOS || t == TABLE_CHILDREN || t == TABLE_ATTENDANCE;
}

// Need, groups and sources are compared on their own; edits are part of the states. Absence, rates and pay do not concern
// shifts.
static bool looked_at_alone(int t) {
  return is_of_need(t) || t == TABLE_GROUPS || t == TABLE_SOURCES || t == TABLE_EDITS;
}
static bool is_of_pay(int t) { return t == TABLE_RATES || t == TABLE_PAY || t == TABLE_SUPPLEMENTS; }

static bool same_table(const struct tables *a, const struct tables *b, int t) {
  const struct rows *x = &a->list[t], *y = &b->list[t];
  return x->count == y->count && same_items(x->items, y->items, x->count, x->size);
}

static bool same_others(const struct tables *a, const struct tables *b) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (a->list[t].count != b->list[t].count ||
        !(looked_at_alone(t) || is_of_pay(t) || t == TABLE_ABSENCE || same_table(a, b, t)))
      return false;
  return true;
}

static bool same_pay_tables(const struct tables *a, const struct tables *b) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (is_of_pay(t) && !same_table(a, b, t))
      return false;
  return true;
}

static bool same_absence(const struct tables *a, const struct tables *b) { return same_table(a, b, TABLE_ABSENCE); }

static bool same_need_tables(const struct tables *a, const struct tables *b) {
  bool same = true;
  for (int t = 0; t < TABLE_COUNT; t++)
    same = same && (!is_of_need(t) || same_table(a, b, t));
  return same;
}

static bool same_frame(const struct frame *a, const struct frame *b) {
  return a->group_count == b->group_count && a->shift_count == b->shift_count && a->source_count == b->source_count &&
         a->interval_count == b->interval_count && a->level_count == b->level_count &&
         same_items(a->groups, b->groups, (size_t)a->group_count, sizeof *a->groups) &&
         same_items(a->shifts, b->shifts, (size_t)a->shift_count, sizeof *a->shifts) &&
         same_items(a->sources, b->sources, (size_t)a->source_count, sizeof *a->sources) &&
         same_items(a->source_units, b->source_units, (size_t)a->source_count, sizeof *a->source_units) &&
         same_items(a->intervals, b->intervals, (size_t)a->interval_count, sizeof *a->intervals) &&
         same_items(a->levels, b->levels, (size_t)a->level_count, sizeof *a->levels) &&
         same_others(&a->scenario->tables, &b->scenario->tables);
}

static bool same_timeline(const struct timeline *a, const struct timeline *b) {
  if (a->first_day != b->first_day || a->day_count != b->day_count || a->state_count != b->state_count ||
      !same_items(a->state_of_day, b->state_of_day, (size_t)a->day_count, sizeof *a->state_of_day))
    return false;
  for (int s = 0; s < a->state_count; s++)
    if (!same_others(&a->states[s], &b->states[s]))
      return false;
  return true;
}

static bool same_type(const struct week_type *a, const struct week_type *b) {
  return a->monday == b->monday && a->multiplicity == b->multiplicity &&
         !memcmp(a->in_year, b->in_year, sizeof a->in_year) && !memcmp(a->segment, b->segment, sizeof a->segment);
}

static bool same_weeks(const struct unit_year *a, const struct unit_year *b) {
  if (a->type_count != b->type_count || a->week_count != b->week_count || a->segment_count != b->segment_count ||
      a->duties != b->duties || memcmp(&a->terms, &b->terms, sizeof a->terms) ||
      !same_items(a->type_of_week, b->type_of_week, (size_t)a->week_count, sizeof *a->type_of_week))
    return false;
  for (int t = 0; t < a->type_count; t++)
    if (!same_type(&a->types[t], &b->types[t]))
      return false;
  return true;
}

static bool same_year(const struct unit_year *a, const struct unit_year *b) {
  if (!same_weeks(a, b) || !same_frame(a->frame, b->frame))
    return false;
  for (int v = 0; v < VARIANTS; v++)
    if (!same_timeline(a->timelines[v], b->timelines[v]))
      return false;
  return true;
}

// In every state, and before any edit.
static bool in_all_tables(const struct unit_year *a, const struct unit_year *b,
                          bool (*same)(const struct tables *, const struct tables *)) {
  bool all = same(&a->frame->scenario->tables, &b->frame->scenario->tables);
  for (int v = 0; v < VARIANTS; v++)
    for (int s = 0; s < a->timelines[v]->state_count; s++)
      all = all && same(&a->timelines[v]->states[s], &b->timelines[v]->states[s]);
  return all;
}

static const struct group_row *group_in(const struct unit_year *year, int v, int state, int g) {
  return &group_rows(&year->timelines[v]->states[state])[year->frame->groups[g]];
}

// Are equally many of the group there on the days of the type?
static bool same_away_in_week(const struct unit_year *a, const struct unit_year *b, int g, int t) {
  for (int v = 0; v < VARIANTS; v++)
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
      struct away x = group_away(a, v, g, a->types[t].monday + d), y = group_away(b, v, g, b->types[t].monday + d);
      if (x.holiday_e8 != y.holiday_e8 || x.sick_e8 != y.sick_e8 || x.training_e8 != y.training_e8 ||
          x.child_e8 != y.child_e8 || x.off != y.off || x.alternative != y.alternative)
        return false;
    }
  return true;
}

// The weeks of a type are alike, so nobody else is away if nobody is in the types.
static void compare_weeks_of(struct again *again, const struct unit_year *a, const struct unit_year *b, int g) {
  bool same = again->same_group[g];
  for (int t = 0; t < b->type_count; t++) {
    bool in_week = same && (again->same_absence || same_away_in_week(a, b, g, t));
    again->same_in_week[t * b->frame->group_count + g] = in_week;
    again->same_group[g] &= in_week;
  }
}

// In every state, with and without the measure; people of other groups must also be of the same categories.
static void compare_group(struct again *again, const struct unit_year *a, const struct unit_year *b, int g) {
  again->same_group[g] = again->same_pay;
  for (int v = 0; v < VARIANTS; v++)
    for (int s = 0; s < a->timelines[v]->state_count; s++) {
      const struct group_row *x = group_in(a, v, s, g), *y = group_in(b, v, s, g);
      again->same_group[g] &= !memcmp(x, y, sizeof *x);
      again->same_cover &= x->category == y->category;
    }
  compare_weeks_of(again, a, b, g);
  again->same_groups &= again->same_group[g];
}

static const struct source_row *source_in(const struct unit_year *year, int v, int state, int r) {
  return &source_rows(&year->timelines[v]->states[state])[year->frame->sources[r]];
}

// Who says yes is a matter of chance alone.
static bool same_offer(const struct source_row *a, const struct source_row *b) {
  struct source_row x = *a;
  x.yes_e8 = b->yes_e8;
  x.yes_short_e8 = b->yes_short_e8;
  x.yes_weekend_e8 = b->yes_weekend_e8;
  return !memcmp(&x, b, sizeof x);
}

static bool is_for_own_people(const struct source_row *source) {
  return source->kind == SOURCE_EXTRA || source->kind == SOURCE_OVERTIME;
}

static void compare_source(struct again *again, const struct unit_year *a, const struct unit_year *b, int r) {
  again->same_source[r] = again->same_pay;
  for (int v = 0; v < VARIANTS; v++)
    for (int s = 0; s < a->timelines[v]->state_count; s++) {
      const struct source_row *x = source_in(a, v, s, r), *y = source_in(b, v, s, r);
      again->same_source[r] &= same_offer(x, y);
      again->same_own_sources &= same_offer(x, y) || !(is_for_own_people(x) || is_for_own_people(y));
      again->same_cover &= x->category == y->category;
    }
  again->same_sources &= again->same_source[r];
}

static bool same_need_on(const struct unit_year *a, const struct unit_year *b, int t, int d) {
  assert(t >= 0 && t < a->type_count && d >= 0 && d < DAYS_PER_WEEK);
  const struct week_type *x = &a->types[t], *y = &b->types[t];
  size_t cells = (size_t)a->frame->interval_count * (size_t)a->frame->level_count;
  for (int v = 0; v < VARIANTS; v++) {
    if (!same_items(x->need_milli[v][d], y->need_milli[v][d], cells, sizeof(int64_t)))
      return false;
    for (int duty = 0; a->duties && duty < DUTY_ON_CALL; duty++)
      if (!same_items(x->duty_milli[duty][v][d], y->duty_milli[duty][v][d], cells, sizeof(int64_t)))
        return false;
  }
  return true;
}

static bool same_need(const struct unit_year *a, const struct unit_year *b) {
  size_t leaders = (size_t)(DAYS_PER_WEEK * a->type_count * a->frame->interval_count);
  bool same = same_items(a->leaders, b->leaders, leaders, sizeof *a->leaders);
  for (int t = 0; t < a->type_count && same; t++)
    for (int d = 0; d < DAYS_PER_WEEK && same; d++)
      same = same_need_on(a, b, t, d);
  return same;
}

bool again_fits(const struct again *again, const struct unit_year *year) {
  return same_year(again->program->year, year);
}

void again_compare(struct again *again, struct arena *arena, const struct unit_year *before,
                   const struct unit_year *now) {
  again->known = same_year(before, now) && again_fits(again, now);
  if (!again->known)
    return;
  again->same_pay = in_all_tables(before, now, same_pay_tables);
  again->same_absence = in_all_tables(before, now, same_absence);
  again->same_cover = same_need(before, now);
  size_t groups = (size_t)now->frame->group_count;
  again->same_group = arena_array(arena, groups, sizeof *again->same_group);
  again->same_in_week = arena_array(arena, groups * (size_t)now->type_count, sizeof *again->same_in_week);
  again->same_groups = again->same_sources = true;
  again->same_own_sources = again->same_pay;
  for (int g = 0; g < now->frame->group_count; g++)
    compare_group(again, before, now, g);
  again->same_source = arena_array(arena, (size_t)now->frame->source_count, sizeof *again->same_source);
  for (int r = 0; r < now->frame->source_count; r++)
    compare_source(again, before, now, r);
  again->same_columns = columns_same(again->columns, now);
  again->same_all = again->same_pay && again->same_absence && again->same_columns && again->same_cover &&
                    again->same_groups && again->same_sources && in_all_tables(before, now, same_need_tables);
}

// ---------------------------------------------------------------- what is copied

bool price_is_same(const struct again *again, const struct column_key *key) {
  if (key->who < 0)
    return true;
  if (key->kind == COLUMN_HIRED)
    return again->same_source[key->who];
  bool of_day = key->kind < COLUMN_HIRED;
  int groups = again->program->year->frame->group_count;
  return of_day ? again->same_in_week[key->type * groups + key->who] : again->same_group[key->who];
}

bool price_again(const struct builder *b, struct program_column *column) {
  const struct again *again = b->again;
  size_t at = b->program->column_count;
  if (!again || !again->known || at >= again->program->column_count)
    return false;
  const struct program_column *before = &again->program->columns[at];
  if (!price_is_same(again, &column->key) || memcmp(&before->key, &column->key, sizeof before->key))
    return false;
  column->cost_kr = before->cost_kr;
  column->year_kr = before->year_kr;
  return true;
}

// The row of the previous programme at the place of the next one; NULL: none is known.
static const struct row_key *key_before(const struct builder *b) {
  size_t row = b->program->row_count;
  bool known = b->again && b->again->known && !b->program->too_large && row < b->again->program->row_count;
  return known ? &b->again->program->rows[row].key : NULL;
}

bool rows_again_of_kinds(struct builder *b, uint64_t kinds, unsigned hang_on) {
  const struct again *again = b->again;
  if (!again || !again->known || !again->same_columns)
    return false;
  unsigned same = (again->same_cover ? ON_COVER : 0) | (again->same_groups ? ON_GROUPS : 0) |
                  (again->same_own_sources ? ON_OWN_SOURCES : 0) | (again->same_sources ? ON_SOURCES : 0);
  if (hang_on & ~same)
    return false;
  for (const struct row_key *at = key_before(b); at && (kinds >> at->kind & 1); at = key_before(b))
    row_copy(b);
  return true;
}

// For the limits of extra hours and overtime, which come with the sources.
static bool is_beyond(int kind) { return kind == ROW_EXTRA || kind == ROW_OVERTIME || kind == ROW_OVERTIME_YEAR; }

// Is everything of the group the same that a row of it follows from: in its weeks, or in all?
static bool same_for_row(const struct again *again, const struct row_key *key) {
  if (row_span(key->kind) == ROWS_OF_YEAR)
    return again->same_group[key->who];
  int groups = again->program->year->frame->group_count;
  bool same = again->same_in_week[key->type * groups + key->who];
  return same && (key->kind != ROW_REST_SUNDAY || again->same_in_week[key->type_after * groups + key->who]);
}

// Which rows there are hangs on the columns: where these are the same and there was no row, there is none now.
bool rows_again_of_group(struct builder *b, struct row_key key) {
  size_t begin = b->program->row_count;
  const struct again *again = b->again;
  if (!again || !again->known || !same_for_row(again, &key) || (is_beyond(key.kind) && !again->same_own_sources))
    return false;
  for (const struct row_key *at = key_before(b); at; at = key_before(b)) {
    if (at->kind != key.kind || at->type != key.type || at->day != key.day || at->who != key.who ||
        at->level != key.level || at->type_after != key.type_after)
      break;
    row_copy(b);
  }
  return again->same_columns || b->program->row_count > begin;
}

bool rows_again_of_cover(struct builder *b, int t, int d) {
  size_t begin = b->program->row_count;
  for (const struct row_key *at = key_before(b); at; at = key_before(b)) {
    if (!b->again->same_cover || (at->kind != ROW_COVER && at->kind != ROW_AWAKE) || at->type != t || at->day != d)
      break;
    row_copy(b);
  }
  return b->program->row_count > begin;
}

// ---------------------------------------------------------------- what is there afterwards

const struct program_entry *entries_of_row(struct entries_walk *walk, size_t row, size_t *count) {
  const struct program *program = walk->program;
  bool copied = program->copied && program->copied[row];
  const struct program *of = copied ? program->before : program;
  size_t at = walk->next[copied], end;
  while (at < of->entry_count && of->entries[at].row < (int)row)
    at++;
  for (end = at; end < of->entry_count && of->entries[end].row == (int)row;)
    end++;
  walk->next[copied] = end;
  *count = end - at;
  return &of->entries[at];
}
