// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/year_make.h"

#include <assert.h>
#include <string.h>

#include "need/positions.h"
#include "need/red_days.h"
#include "need/replacement.h"
#include "need/terms.h"
#include "need/wanted.h"
#include "pay/absence.h"
#include "pay/oncosts.h"
#include "scenario/shared.h"

struct reach { // days on which the shifts of a service day are worked, relative to it
  const struct tables *tables;
  int first, last;
};

// Everything in a week on which the programme depends, as a list of numbers to compare.
struct fingerprint {
  struct reach reaches[VARIANTS]; // found for the state noted last
  struct arena *arena;
  int64_t *numbers;
  size_t count, room;
};

static void note(struct fingerprint *print, int64_t number) {
  *(int64_t *)arena_push(print->arena, &print->numbers, &print->count, &print->room, sizeof number) = number;
}

static void note_people(struct fingerprint *print, const struct unit_year *year, enum variant v, day_number day) {
  const struct frame *frame = year->frame;
  const struct tables *tables = year_tables(year, v, day);
  for (int g = 0; g < frame->group_count; g++) {
    const struct group_row *group = &group_rows(tables)[frame->groups[g]];
    struct away away = group_away(year, v, g, day);
    note(print, away.holiday_e8);
    note(print, away.sick_e8);
    note(print, away.child_e8);
    note(print, away.training_e8);
    note(print, fixed_round(away.off * (double)ONE_E8));
    note(print, fixed_round(away.alternative * (double)ONE_E8));
    note(print, group->also_units && need_day_matches((dayset)group->also_days, day));
    note(print, group->regime == REGIME_YEAR && date_from_day(day).month >= 6 && date_from_day(day).month <= 9);
  }
  for (int r = 0; r < frame->source_count; r++) {
    note(print, source_open(tables, &source_rows(tables)[frame->sources[r]], day));
  }
}

// The days on which shifts of the service day are worked, relative to it: -1 to 2.
static void reach_of_shifts(const struct frame *frame, const struct tables *tables, day_number day, int *first,
                            int *last) {
  *first = *last = 0;
  for (int s = 0; s < frame->shift_count; s++) {
    struct pay_span span = shift_place(frame, tables, s, day).span;
    int from = span.day - day;
    int to = from + (int)((span.start_min + span_min(span.start_min, span.end_min) - 1) / MINUTES_PER_DAY);
    *first = from < *first ? from : *first;
    *last = to > *last ? to : *last;
  }
}

// The same for every day of a state, so the last result is kept for each variant.
static struct reach reach_on(struct fingerprint *print, const struct frame *frame, enum variant v,
                             const struct tables *tables, day_number day) {
  struct reach *known = &print->reaches[v];
  if (known->tables != tables) {
    known->tables = tables;
    reach_of_shifts(frame, tables, day, &known->first, &known->last);
  }
  return *known;
}

static void note_shifts(struct fingerprint *print, const struct frame *frame, const struct tables *tables,
                        day_number day) {
  for (int s = 0; s < frame->shift_count; s++) {
    const struct shift_row *row = &shift_rows(tables)[frame->shifts[s]];
    note(print, need_row_holds((dayset)row->days, (weekset)row->weeks, day));
  }
}

static bool any_over_60(const struct frame *frame, const struct tables *tables) {
  for (int g = 0; g < frame->group_count; g++)
    if (group_rows(tables)[frame->groups[g]].over_60_e8)
      return true;
  return false;
}

static void note_prices(struct fingerprint *print, const struct frame *frame, enum variant v,
                        const struct tables *tables, day_number day) {
  struct reach reach = reach_on(print, frame, v, tables, day);
  bool over_60 = any_over_60(frame, tables);
  for (int offset = reach.first; offset <= reach.last; offset++) {
    note(print, day_kind_of(day + offset));
    note(print, pay_period_of(tables, day + offset));
    note(print, over_60 ? december_ceiling_e6(tables, day + offset) : 0);
  }
}

static void note_day(struct fingerprint *print, const struct unit_year *year, const struct week_type *week, int d) {
  assert(d >= 0 && d < 7);
  const struct frame *frame = year->frame;
  day_number day = week->monday + d;
  note(print, week->segment[d]);
  note(print,
       !week->in_year[d]); // weeks at the ends of the year have their own rules and ties, and represent no others
  for (int v = 0; v < VARIANTS; v++) {
    const struct tables *tables = year_tables(year, v, day);
    note(print, timeline_state(year->timelines[v], day));
    note_prices(print, frame, v, tables, day);
    for (int c = 0; c < frame->interval_count * frame->level_count; c++)
      note(print, week->need_milli[v][d][c]);
    for (int duty = 0; year->duties && duty < DUTY_ON_CALL; duty++)
      for (int c = 0; c < frame->interval_count * frame->level_count; c++)
        note(print, week->duty_milli[duty][v][d][c]);
    note_people(print, year, v, day);
    note_shifts(print, frame, tables, day);
  }
}

// Index of the highest level of anybody present or available in the unit, with or without the measure.
static int highest_on_offer(const struct unit_year *year, int64_t unit, day_number day) {
  const struct frame *frame = year->frame;
  int highest = -1;
  for (enum variant v = REFERENCE; v < VARIANTS; v++) {
    const struct tables *tables = year_tables(year, v, day);
    for (int g = 0; g < frame->group_count; g++) {
      const struct group_row *group = &group_rows(tables)[frame->groups[g]];
      int level = category_level(frame, tables, group->category);
      bool there = group->heads_milli > 0 && group_works_in(tables, group, unit, day);
      highest = there && level > highest ? level : highest;
    }
    for (int r = 0; r < frame->source_count; r++) {
      int64_t category = source_rows(tables)[frame->sources[r]].category;
      bool there = category != NOT_GIVEN && frame->source_units[r] == unit;
      int level = there ? category_level(frame, tables, category) : -1;
      highest = level > highest ? level : highest;
    }
  }
  return highest;
}

static void raise_to_norm(const struct unit_year *year, day_number day, const int64_t *today_milli,
                          int64_t *need_milli) {
  size_t cells = (size_t)year->frame->interval_count * (size_t)year->frame->level_count;
  int64_t *norm_milli = arena_array(year->arena, cells, sizeof(int64_t));
  bool alone = year->terms.norm == NORM_ALONE;
  highest_norm_on_day(year->frame, year->timelines, day, norm_milli);
  int *highest = arena_array(year->arena, (size_t)year->frame->interval_count, sizeof *highest);
  for (int i = 0; alone && i < year->frame->interval_count; i++)
    highest[i] = i && year->frame->intervals[i].unit == year->frame->intervals[i - 1].unit
                     ? highest[i - 1]
                     : highest_on_offer(year, year->frame->intervals[i].unit, day);
  for (size_t c = 0; c < cells; c++) {
    int64_t floor_milli = norm_milli[c] < today_milli[c] ? norm_milli[c] : today_milli[c];
    if (alone && (int)(c % (size_t)year->frame->level_count) > highest[c / (size_t)year->frame->level_count])
      floor_milli = 0;
    if (need_milli[c] < floor_milli || alone)
      need_milli[c] = floor_milli;
  }
}

static void describe_duties(const struct unit_year *year, struct week_type *week, int d) {
  assert(d >= 0 && d < 7);
  size_t cells = (size_t)year->frame->interval_count * (size_t)year->frame->level_count;
  for (enum duty_kind duty = DUTY_ACTIVE; duty < DUTY_ON_CALL; duty++)
    for (int v = 0; v < VARIANTS; v++) {
      week->duty_milli[duty][v][d] = arena_array(year->arena, cells, sizeof(int64_t));
      need_of_duty(year->frame, year_tables(year, v, week->monday + d), week->monday + d, duty,
                   week->duty_milli[duty][v][d]);
    }
}

static bool any_duties(const struct unit_year *year) {
  for (int v = 0; v < VARIANTS; v++)
    for (int s = 0; s < year->timelines[v]->state_count; s++)
      if (unit_has_duties(year->frame, &year->timelines[v]->states[s]))
        return true;
  return false;
}

// Are the tables that need follows from the same, and not only alike?
static bool same_need(const struct tables *a, const struct tables *b) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (t != TABLE_GROUPS && t != TABLE_SOURCES && a->list[t].items != b->list[t].items)
      return false;
  return true;
}

static void describe_need(const struct unit_year *year, struct week_type *week, int d) {
  assert(d >= 0 && d < 7);
  const struct frame *frame = year->frame;
  day_number day = week->monday + d;
  size_t cells = (size_t)frame->interval_count * (size_t)frame->level_count;
  const struct tables *today = year_tables(year, REFERENCE, day), *then = year_tables(year, SUBJECT, day);
  week->need_milli[REFERENCE][d] = arena_array(year->arena, cells, sizeof(int64_t));
  need_on_day(frame, today, day, week->need_milli[REFERENCE][d]);
  if (same_need(today, then)) {
    week->need_milli[SUBJECT][d] = arena_copy(year->arena, week->need_milli[REFERENCE][d], cells, sizeof(int64_t));
    return;
  }
  week->need_milli[SUBJECT][d] = arena_array(year->arena, cells, sizeof(int64_t));
  need_on_day(frame, then, day, week->need_milli[SUBJECT][d]);
}

static void find_need(const struct unit_year *year, struct week_type *week) {
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    describe_need(year, week, d);
    if (year->duties)
      describe_duties(year, week, d);
    if (year->terms.norm != NORM_FREE)
      raise_to_norm(year, week->monday + d, week->need_milli[REFERENCE][d], week->need_milli[SUBJECT][d]);
  }
}

// All weeks of a type have the same need.
static void take_need(struct week_type *week, const struct week_type *before) {
  memcpy(week->need_milli, before->need_milli, sizeof week->need_milli);
  memcpy(week->duty_milli, before->duty_milli, sizeof week->duty_milli);
}

static struct week_type describe_week(const struct unit_year *year, const struct unit_year *before, int w) {
  struct week_type week = {.monday = year->first_monday + w * DAYS_PER_WEEK, .multiplicity = 1};
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    week.in_year[d] = year_holds(year, week.monday + d);
    week.segment[d] = year_segment_of(year, week.monday + d);
  }
  if (before)
    take_need(&week, &before->types[before->type_of_week[w]]);
  else
    find_need(year, &week);
  return week;
}

static void fingerprint_week(const struct unit_year *year, const struct week_type *week, struct fingerprint *print) {
  print->count = 0;
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    note_day(print, year, week, d);
}

static bool same_print(const struct fingerprint *a, const struct fingerprint *b) {
  return a->count == b->count && !memcmp(a->numbers, b->numbers, a->count * sizeof *a->numbers);
}

static void classify_weeks(struct unit_year *year, const struct unit_year *before) {
  struct arena *passing = arena_new();
  struct fingerprint *prints = arena_array(passing, (size_t)year->week_count, sizeof *prints),
                     print = {.arena = passing};
  year->types = arena_array(year->arena, (size_t)year->week_count, sizeof *year->types);
  year->type_of_week = arena_array(year->arena, (size_t)year->week_count, sizeof(int));
  for (int w = 0; w < year->week_count; w++) {
    struct week_type week = describe_week(year, before, w);
    fingerprint_week(year, &week, &print);
    int type = year->terms.merge ? 0 : year->type_count;
    while (type < year->type_count && !same_print(&prints[type], &print))
      type++;
    if (type == year->type_count) {
      prints[year->type_count] = print;
      prints[year->type_count].numbers = arena_copy(passing, print.numbers, print.count, sizeof *print.numbers);
      year->types[year->type_count++] = week;
    } else {
      year->types[type].multiplicity++;
      for (int d = 0; d < DAYS_PER_WEEK; d++)
        year->types[type].in_year[d] += week.in_year[d];
    }
    year->type_of_week[w] = type;
  }
  arena_free(passing);
}

// Every shift in the tables of one day, and the intervals it covers where it is open.
struct placed {
  const struct tables *tables; // NULL: none yet
  day_number day;
  struct shift_place *places; // [shift_count]
  uint64_t *covers;           // [shift_count words]
};

static void place_in_tables(const struct unit_year *year, struct placed *placed, const struct tables *tables,
                            day_number day) {
  const struct frame *frame = year->frame;
  placed->tables = tables;
  placed->day = day;
  memset(placed->covers, 0, (size_t)(frame->shift_count * year->cover_words) * sizeof *placed->covers);
  for (int s = 0; s < frame->shift_count; s++) {
    struct shift_place *place = &placed->places[s];
    *place = shift_place(frame, tables, s, day);
    place->open = true;
    for (int i = 0; i < frame->interval_count; i++)
      if (shift_covers(frame, place, i))
        placed->covers[s * year->cover_words + i / COVER_BITS] |= UINT64_C(1) << i % COVER_BITS;
  }
}

// Of a day only the date of the span and whether the shift is open are its own.
static void place_on_day(struct unit_year *year, enum variant v, int t, int d, const struct placed *placed) {
  int shifts = year->frame->shift_count, words = year->cover_words;
  day_number day = year->types[t].monday + d;
  struct shift_place *places = &year->places[v][(DAYS_PER_WEEK * t + d) * shifts];
  uint64_t *covers = &year->covers[v][(DAYS_PER_WEEK * t + d) * shifts * words];
  for (int s = 0; s < shifts; s++) {
    const struct shift_row *row = &shift_rows(placed->tables)[year->frame->shifts[s]];
    places[s] = placed->places[s];
    places[s].span.day += day - placed->day;
    places[s].open = need_row_holds((dayset)row->days, (weekset)row->weeks, day);
    for (int w = 0; w < words && places[s].open; w++)
      covers[s * words + w] = placed->covers[s * words + w];
  }
}

static void place_shifts(struct unit_year *year, enum variant v) {
  size_t shifts = (size_t)year->frame->shift_count, words = (size_t)year->cover_words;
  size_t days = (size_t)(DAYS_PER_WEEK * year->type_count);
  struct arena *passing = arena_new();
  struct placed placed = {.places = arena_array(passing, shifts, sizeof *placed.places),
                          .covers = arena_array(passing, shifts * words, sizeof *placed.covers)};
  year->places[v] = arena_room(year->arena, days * shifts, sizeof *year->places[v]);
  year->covers[v] = arena_array(year->arena, days * shifts * words, sizeof *year->covers[v]);
  for (int t = 0; t < year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
      day_number day = year->types[t].monday + d;
      if (year_tables(year, v, day) != placed.tables)
        place_in_tables(year, &placed, year_tables(year, v, day), day);
      place_on_day(year, v, t, d, &placed);
    }
  arena_free(passing);
}

static bool same_levels(const struct frame *frame, const int64_t *persons_milli, int i, int j) {
  size_t bytes = (size_t)frame->level_count * sizeof *persons_milli;
  return !memcmp(&persons_milli[i * frame->level_count], &persons_milli[j * frame->level_count], bytes);
}

static bool same_wanted(const struct unit_year *year, enum variant v, int t, int d, int i, int j) {
  const struct week_type *week = &year->types[t];
  if (!same_levels(year->frame, week->need_milli[v][d], i, j))
    return false;
  for (int duty = 0; year->duties && duty < DUTY_ON_CALL; duty++)
    if (!same_levels(year->frame, week->duty_milli[duty][v][d], i, j))
      return false;
  return true;
}

static bool intervals_alike(const struct unit_year *year, enum variant v, int t, int d, int i, int j) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7 && i >= 0 && i < year->frame->interval_count);
  const struct frame *frame = year->frame;
  if (frame->intervals[i].unit != frame->intervals[j].unit || !same_wanted(year, v, t, d, i, j))
    return false;
  for (int s = 0; s < frame->shift_count; s++)
    if (year_covers(year, v, t, d, s, i) != year_covers(year, v, t, d, s, j))
      return false;
  for (int g = 0; g < frame->group_count; g++)
    if (group_unreplaced(year, v, g, year->types[t].monday + d, i) !=
        group_unreplaced(year, v, g, year->types[t].monday + d, j))
      return false;
  return true;
}

static void find_leaders(struct unit_year *year) {
  int intervals = year->frame->interval_count;
  year->leaders = arena_array(year->arena, (size_t)(DAYS_PER_WEEK * year->type_count * intervals), sizeof(int));
  for (int t = 0; t < year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++)
      for (int i = 0; i < intervals; i++) {
        int *leader = &year->leaders[(DAYS_PER_WEEK * t + d) * intervals + i];
        while (*leader < i && !(intervals_alike(year, REFERENCE, t, d, *leader, i) &&
                                intervals_alike(year, SUBJECT, t, d, *leader, i)))
          ++*leader;
      }
}

static void collect_pairs(struct unit_year *year) {
  year->pair_count = 0;
  year->pairs = arena_array(year->arena, (size_t)year->week_count, sizeof *year->pairs);
  for (int w = 0; w + 1 < year->week_count; w++) {
    struct week_pair pair = {year->type_of_week[w], year->type_of_week[w + 1]};
    int known = 0;
    while (known < year->pair_count &&
           (year->pairs[known].before != pair.before || year->pairs[known].after != pair.after))
      known++;
    if (known == year->pair_count)
      year->pairs[year->pair_count++] = pair;
  }
}

// Then days, shifts and need are the same too.
static bool same_types(const struct unit_year *year, const struct unit_year *before) {
  bool same = before->type_count == year->type_count;
  for (int t = 0; same && t < year->type_count; t++)
    same = before->types[t].monday == year->types[t].monday;
  return same && !memcmp(before->type_of_week, year->type_of_week, (size_t)year->week_count * sizeof(int));
}

static bool any_replacement(const struct unit_year *year) {
  for (int v = 0; v < VARIANTS; v++)
    for (int s = 0; s < year->timelines[v]->state_count; s++)
      if (row_count(&year->timelines[v]->states[s], TABLE_REPLACEMENT))
        return true;
  return false;
}

void unit_year_lay_out(struct unit_year *year, const struct unit_year *before) {
  year->type_count = 0;
  year->cover_words = (year->frame->interval_count + COVER_BITS - 1) / COVER_BITS;
  away_begin(year);
  classify_weeks(year, before);
  bool same = before && same_types(year, before);
  for (int v = 0; v < VARIANTS && !same; v++)
    place_shifts(year, v);
  if (!same || any_replacement(year))
    find_leaders(year);
  if (!same)
    collect_pairs(year);
}

static void cut_segments(struct unit_year *year) {
  const struct timeline *reference = year->timelines[REFERENCE], *subject = year->timelines[SUBJECT];
  size_t most = 1 + (size_t)reference->start_count + (size_t)subject->start_count;
  year->segment_first = arena_array(year->arena, most, sizeof(day_number));
  year->segment_first[year->segment_count++] = year->first_day;
  int r = 0, s = 0;
  while (r < reference->start_count || s < subject->start_count) {
    bool from_reference =
        s == subject->start_count || (r < reference->start_count && reference->starts[r] < subject->starts[s]);
    day_number next = from_reference ? reference->starts[r++] : subject->starts[s++];
    if (next > year->segment_first[year->segment_count - 1])
      year->segment_first[year->segment_count++] = next;
  }
}

struct unit_year *unit_year_make(struct arena *arena, const struct scenario *scenario, int64_t unit,
                                 const struct timeline *reference, const struct timeline *subject,
                                 struct year_terms terms) {
  struct unit_year *year = arena_alloc(arena, sizeof *year);
  year->arena = arena;
  year->terms = terms;
  year->timelines[REFERENCE] = reference;
  year->timelines[SUBJECT] = subject;
  year->first_day = reference->first_day;
  year->day_count = reference->day_count;
  year->first_monday = year->first_day - (day_number)weekday_of(year->first_day);
  year->week_count = (year->first_day + year->day_count - year->first_monday + DAYS_PER_WEEK - 1) / DAYS_PER_WEEK;
  year->frame = frame_make(arena, scenario, unit, year->timelines, VARIANTS);
  year->duties = any_duties(year);
  cut_segments(year);
  unit_year_lay_out(year, NULL);
  return year;
}
