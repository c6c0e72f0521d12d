// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/joined.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "calendar/date.h"
#include "scenario/agreement.h"
#include "scenario/checks.h"
#include "scenario/edits.h"
#include "scenario/service_day.h"
#include "scenario/shared.h"
#include "scenario/stretches.h"

enum { DAY_MIN = MINUTES_PER_DAY };

// Two shifts on one service day, minutes from where it begins.
struct pair {
  const struct shift_row *rows[2];
  int64_t from_min[2], to_min[2];
  int64_t gap_min;
};

static bool pair_place(const struct tables *base, const struct shift_row *first, const struct shift_row *second,
                       struct pair *pair) {
  int64_t starts_min = unit_day_starts(base, (size_t)first->unit);
  *pair = (struct pair){.rows = {first, second}};
  for (int p = 0; p < 2; p++) {
    pair->from_min[p] = (pair->rows[p]->start_min - starts_min + DAY_MIN) % DAY_MIN;
    pair->to_min[p] = pair->from_min[p] + span_min(pair->rows[p]->start_min, pair->rows[p]->end_min);
  }
  pair->gap_min = pair->from_min[1] - pair->to_min[0];
  return pair->gap_min >= 0 && pair->to_min[1] <= DAY_MIN;
}

// ---------------------------------------------------------------- the row

static const char *clock_of(struct arena *arena, int64_t minutes) {
  return arena_printf(arena, "%02d:%02d", (int)(minutes / 60), (int)(minutes % 60));
}

// The gaps of both, and that between them.
static const char *gaps_of(struct arena *arena, const struct pair *pair) {
  const struct shift_row *first = pair->rows[0], *second = pair->rows[1];
  const char *between = pair->gap_min ? arena_printf(arena, "%s-%s", clock_of(arena, first->end_min % DAY_MIN),
                                                     clock_of(arena, second->start_min))
                                      : NULL;
  const char *texts[] = {first->gaps, between, second->gaps}, *all = NULL;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    if (texts[i] && texts[i][0])
      all = all ? arena_printf(arena, "%s %s", all, texts[i]) : texts[i];
  return all;
}

static int64_t worked_min(const struct shift_row *shift) {
  return span_min(shift->start_min, shift->end_min) - shift->break_min - shift_gap_min(shift);
}

// Paid minutes of each of the two, handover included: after the first as long as the gap lasts.
static void paid_of(const struct tables *tables, const struct pair *pair, int64_t paid_min[2]) {
  int64_t over_min = unit_rows(tables)[pair->rows[0]->unit].handover_min;
  paid_min[0] = worked_min(pair->rows[0]) + (over_min < pair->gap_min ? over_min : pair->gap_min);
  paid_min[1] = worked_min(pair->rows[1]) + over_min;
}

// Two attendances are each paid the minimum, a single one once.
static int64_t least_paid_of(const struct tables *tables, const struct pair *pair) {
  int64_t paid_min[2], least_min = 0;
  paid_of(tables, pair, paid_min);
  for (int p = 0; p < 2; p++) {
    int64_t least = pair->rows[p]->least_paid_min;
    if (pair->gap_min == 0)
      least_min = least > least_min ? least : least_min;
    else
      least_min += least > paid_min[p] ? least : paid_min[p];
  }
  return least_min > paid_min[0] + paid_min[1] ? least_min : 0;
}

// The one break of the two, where it lies.
static void take_break(const struct tables *tables, const struct pair *pair, struct shift_row *joined) {
  int64_t paid_min[2];
  paid_of(tables, pair, paid_min);
  joined->break_min = 0;
  joined->break_start_min = NOT_GIVEN;
  joined->pause_after_min = 0;
  for (int p = 0; p < 2; p++) {
    if (!pair->rows[p]->break_min)
      continue;
    joined->break_min = pair->rows[p]->break_min;
    joined->break_start_min = pair->rows[p]->break_start_min;
    if (!break_is_timed(pair->rows[p]))
      joined->pause_after_min = pair->from_min[p] - pair->from_min[0] + paid_min[p] / 2;
  }
}

static struct shift_row row_of(struct arena *arena, const struct tables *tables, const struct pair *pair) {
  const struct shift_row *first = pair->rows[0], *second = pair->rows[1];
  struct shift_row joined = *first;
  joined.row.assumed = false; // reported for the two
  joined.shift = arena_printf(arena, "%s+%s", first->shift, second->shift);
  joined.title = first->title || second->title
                     ? arena_printf(arena, "%s + %s", first->title ? first->title : first->shift,
                                    second->title ? second->title : second->shift)
                     : NULL;
  joined.end_min = second->end_min;
  joined.days = (int64_t)((dayset)first->days & (dayset)second->days);
  joined.weeks = (int64_t)((weekset)first->weeks & (weekset)second->weeks);
  joined.gaps = gaps_of(arena, pair);
  joined.least_paid_min = least_paid_of(tables, pair);
  joined.made = joined.joined = true;
  take_break(tables, pair, &joined);
  return joined;
}

// ---------------------------------------------------------------- may they be joined?

static bool may_be_part(const struct shift_row *shift) { return !shift->made && shift->duty == DUTY_ACTIVE; }

static bool is_written(const struct tables *tables, const struct shift_row *joined) {
  for (size_t i = 0; i < row_count(tables, TABLE_SHIFTS); i++) {
    const struct shift_row *other = &shift_rows(tables)[i];
    if (!other->made && other->unit == joined->unit && other->start_min == joined->start_min &&
        other->end_min == joined->end_min && shift_gap_min(other) == shift_gap_min(joined))
      return true;
  }
  return false;
}

bool group_has_shift(const struct tables *tables, const struct group_row *group, const struct shift_row *shift) {
  if (!group->shifts)
    return true;
  if (!shift->joined)
    return codes_hold(group->shifts, shift->shift);
  return codes_hold(group->shifts, shift_rows(tables)[shift->parts[0]].shift) &&
         codes_hold(group->shifts, shift_rows(tables)[shift->parts[1]].shift);
}

static bool anybody_has(const struct tables *tables, const struct shift_row *joined) {
  static const enum table_id contracts[] = {TABLE_GROUPS, TABLE_CATALOGUE};
  for (size_t t = 0; t < sizeof contracts / sizeof *contracts; t++)
    for (size_t i = 0; i < row_count(tables, contracts[t]); i++) {
      const struct group_row *group =
          contracts[t] == TABLE_GROUPS ? &group_rows(tables)[i] : &catalogue_rows(tables)[i];
      if (group_belongs_to(tables, group, joined->unit) && group_has_shift(tables, group, joined) &&
          shift_paid_min(joined) <= agreement_most_min(tables, group->agreement))
        return true;
    }
  return false;
}

// No longer than the law allows without an agreement, and no further apart than agreed or than the rest allows.
static bool is_lawful(const struct tables *tables, const struct shift_row *joined) {
  if (shift_paid_min(joined) > agreement_most_min(tables, AGREEMENT_LAW))
    return false;
  return !shift_gap_min(joined) || span_min(joined->start_min, joined->end_min) <= split_spread_limit(tables).most_min;
}

bool shifts_are_joined(struct arena *arena, const struct tables *base, const struct tables *tables, size_t first,
                       size_t second, struct shift_row *joined) {
  const struct shift_row *a = &shift_rows(tables)[first], *b = &shift_rows(tables)[second];
  struct shift_gap gaps[GAPS_MOST];
  struct pair pair;
  if (a->unit != b->unit || !may_be_part(a) || !may_be_part(b) || (a->break_min && b->break_min))
    return false;
  if (unit_rows(tables)[a->unit].joined_shifts != YES || !pair_place(base, a, b, &pair))
    return false;
  if (shift_gaps(a, gaps) + shift_gaps(b, gaps) + (pair.gap_min > 0) > GAPS_MOST)
    return false;
  *joined = row_of(arena, tables, &pair);
  joined->parts[0] = first;
  joined->parts[1] = second;
  return joined->days && joined->weeks && is_lawful(tables, joined) && !is_written(tables, joined) &&
         anybody_has(tables, joined);
}

// ---------------------------------------------------------------- following an edit

struct shift_row shift_closed(const struct shift_row *held) {
  struct shift_row row = *held;
  row.days = 0;
  return row;
}

static bool same_text(const char *a, const char *b) { return a == b || (a && b && !strcmp(a, b)); }

static bool same_shift(const struct shift_row *a, const struct shift_row *b) {
  return a->start_min == b->start_min && a->end_min == b->end_min && a->days == b->days && a->weeks == b->weeks &&
         a->break_min == b->break_min && a->break_start_min == b->break_start_min &&
         a->least_paid_min == b->least_paid_min && a->pause_after_min == b->pause_after_min &&
         same_text(a->gaps, b->gaps);
}

static void store_row(struct arena *arena, struct rows *rows, const char *shared, size_t i,
                      const struct shift_row *row) {
  if (rows->items == shared) {
    rows->items = arena_array(arena, rows->count, rows->size);
    memcpy(rows->items, shared, rows->count * rows->size);
    rows->room = rows->count;
  }
  memcpy(rows->items + i * rows->size, row, rows->size);
}

void joined_follow(struct arena *arena, const struct tables *base, struct tables *state) {
  struct rows *rows = &state->list[TABLE_SHIFTS];
  const char *shared = rows->items;
  for (size_t i = 0; i < rows->count; i++) {
    const struct shift_row *held = &shift_rows(state)[i];
    struct shift_row now;
    if (!held->joined)
      continue;
    if (!shifts_are_joined(arena, base, state, held->parts[0], held->parts[1], &now))
      now = shift_closed(held);
    if (!same_shift(held, &now))
      store_row(arena, rows, shared, i, &now);
  }
}
