// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/direct.h"

#include <assert.h>

#include "need/children.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/ratio.h"
#include "need/year_make.h"
#include "pay/absence.h"
#include "scenario/need_row.h"

struct side { // one variant on one day
  const struct tables *tables;
  const struct need_row *row;
  int64_t persons_milli;
};

static int64_t persons_on(const struct need_row *row, day_number day) {
  return need_holds(row, day) ? need_persons_milli(row) : 0;
}

static const int64_t MOST_OF_IT = 4; // at least three quarters
enum { NO_SHIFT = -1 };

// The shift that works the window: of those that cover it, the one with the shortest paid time, if the window is most
// of it. A shift that also does other work stays when the window is removed, and so does one with a gap in it.
static int shift_of_window(const struct frame *frame, const struct side *side, day_number day) {
  int64_t from = (side->row->start_min - frame->day_starts_min + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  int64_t length = span_min(side->row->start_min, side->row->end_min), least_min = 0;
  int best = NO_SHIFT;
  for (int s = 0; s < frame->shift_count; s++) {
    struct shift_place place = shift_place(frame, side->tables, s, day);
    bool will_do = place.open && place.unit == side->row->unit && (int64_t)place.duty <= side->row->duty;
    bool covers = will_do && place.start_min <= from && from + length <= place.end_min &&
                  !(place.span.pause_count && place_is_off(&place, from, from + length));
    if (!covers || place.paid_min * (MOST_OF_IT - 1) > length * MOST_OF_IT)
      continue;
    if (best == NO_SHIFT || place.paid_min < least_min) {
      best = s;
      least_min = place.paid_min;
    }
  }
  return best;
}

// The shift that works the window is paid, with its overlap and without its break; else the window itself.
static struct pay_span paid_span(const struct frame *frame, const struct side *side, day_number day, int shift) {
  assert(shift == NO_SHIFT || (shift >= 0 && shift < frame->shift_count));
  if (shift != NO_SHIFT)
    return shift_place(frame, side->tables, shift, day).span;
  return (struct pay_span){.day = day + (side->row->start_min < frame->day_starts_min),
                           .start_min = side->row->start_min,
                           .end_min = side->row->end_min};
}

static bool may_work(const struct frame *frame, const struct group_row *group, int shift, day_number day) {
  assert(shift == NO_SHIFT || (shift >= 0 && shift < frame->shift_count));
  const struct tables *base = &frame->scenario->tables;
  if (weekday_of(day) >= SATURDAY && never_on_weekends(group))
    return false;
  return shift == NO_SHIFT || group_works_shift(frame, base, group, shift, day);
}

// Full-time week of the people of the category who may work the shift on such a day, in the unit: that of the group
// with the most contract hours, of equals the shortest; where there is none, the category's.
// contract hours, of equals the shortest; where there is none that of the category.
static int64_t full_time_of(const struct frame *frame, const struct tables *tables, int64_t category, int shift,
                            day_number day) {
  assert(shift == NO_SHIFT || (shift >= 0 && shift < frame->shift_count));
  int64_t week_min = category_rows(tables)[category].full_time_min;
  double most_min = 0;
  for (int g = 0; g < frame->group_count; g++) {
    const struct group_row *base = &group_rows(&frame->scenario->tables)[frame->groups[g]];
    const struct group_row *group = &group_rows(tables)[frame->groups[g]];
    if (base->category != category || !may_work(frame, base, shift, day))
      continue;
    double contract_min = group_contract_min(&frame->scenario->tables, base) * (double)base->heads_milli;
    int64_t full_min = group_full_time(tables, group);
    if (contract_min > most_min || (contract_min == most_min && contract_min > 0 && full_min < week_min))
      week_min = full_min;
    most_min = contract_min > most_min ? contract_min : most_min;
  }
  return week_min;
}

struct tally {
  const struct frame *frame;
  double ore[LEDGER_LINES];
  double gross_fte, net_fte;
  bool touched;
};

static void tally_ledger(struct tally *tally, const struct ledger *price, double times) {
  for (int line = 0; line < LEDGER_LINES; line++)
    tally->ore[line] += (double)price->ore[line] * times;
}

static void tally_side(struct tally *tally, const struct side *side, day_number day, double sign) {
  if (!side->persons_milli)
    return;
  int64_t category = side->row->level;
  int shift = shift_of_window(tally->frame, side, day);
  int64_t week_min = full_time_of(tally->frame, side->tables, category, shift, day);
  struct pay_terms terms = {.form = PAY_DIRECT,
                            .category = category,
                            .unit = side->row->unit,
                            .full_time_min = week_min,
                            .pay_e8 = ONE_E8,
                            .unsocial_ore_per_h = NOT_GIVEN};
  struct pay_span span = paid_span(tally->frame, side, day, shift);
  struct ledger price = pay_of_span(side->tables, &terms, &span);
  double persons = sign * (double)side->persons_milli / MILLI;
  double fte = persons * (double)pay_span_minutes(&span) / (full_time_weeks(side->tables) * (double)week_min);
  tally_ledger(tally, &price, persons);
  tally->gross_fte += fte;
  tally->net_fte += fte * (double)ONE_E8 / (double)presence_on(side->tables, side->row->unit, category, day);
}

static bool sides_equal(const struct side *a, const struct side *b) {
  return a->persons_milli == b->persons_milli && a->row->start_min == b->row->start_min &&
         a->row->end_min == b->row->end_min && a->row->level == b->row->level && a->row->duty == b->row->duty;
}

static void tally_need_day(struct tally *tally, const struct timeline *reference, const struct timeline *subject,
                           day_number day) {
  for (int n = 0; n < tally->frame->need_count; n++) {
    struct side before = {.tables = timeline_tables(reference, day)}, after = {.tables = timeline_tables(subject, day)};
    before.row = &need_rows(before.tables)[tally->frame->needs[n]];
    after.row = &need_rows(after.tables)[tally->frame->needs[n]];
    before.persons_milli = persons_on(before.row, day);
    after.persons_milli = persons_on(after.row, day);
    if (sides_equal(&before, &after))
      continue;
    tally->touched = true;
    tally_side(tally, &before, day, 1);
    tally_side(tally, &after, day, -1);
  }
}

// Adults required by the children present: hours at their price, interval by interval.
struct interval_adults {
  const struct tables *tables;
  day_number day;
  int64_t unit;
  int interval;
  double persons; // reduction: positive
};

static void tally_interval(struct tally *tally, const struct interval_adults *adults) {
  const struct frame *frame = tally->frame;
  int64_t from_min = frame->day_starts_min + frame->intervals[adults->interval].from_min;
  int64_t length_min = frame->intervals[adults->interval].to_min - frame->intervals[adults->interval].from_min;
  int64_t category = unit_rows(adults->tables)[adults->unit].ratio_level;
  int64_t week_min = full_time_of(frame, adults->tables, category, NO_SHIFT, adults->day);
  struct pay_terms terms = {.form = PAY_DIRECT,
                            .category = category,
                            .unit = adults->unit,
                            .full_time_min = week_min,
                            .pay_e8 = ONE_E8,
                            .unsocial_ore_per_h = NOT_GIVEN};
  struct pay_span span = {.day = adults->day + (day_number)(from_min / MINUTES_PER_DAY),
                          .start_min = from_min % MINUTES_PER_DAY,
                          .end_min = (from_min + length_min - 1) % MINUTES_PER_DAY + 1};
  struct ledger price = pay_of_span(adults->tables, &terms, &span);
  double fte = adults->persons * (double)length_min / (full_time_weeks(adults->tables) * (double)week_min);
  tally_ledger(tally, &price, adults->persons);
  tally->gross_fte += fte;
  tally->net_fte += fte * (double)ONE_E8 / (double)presence_on(adults->tables, adults->unit, category, adults->day);
}

static void tally_ratio_day(struct tally *tally, const struct timeline *reference, const struct timeline *subject,
                            int64_t unit, day_number day) {
  struct arena *passing = arena_new();
  int64_t *before = arena_array(passing, (size_t)tally->frame->interval_count, sizeof *before);
  int64_t *after = arena_array(passing, (size_t)tally->frame->interval_count, sizeof *after);
  struct interval_adults adults = {.tables = timeline_tables(reference, day), .day = day, .unit = unit};
  const struct tables *then = timeline_tables(subject, day);
  ratio_need_on_day(tally->frame, adults.tables, unit, day, before);
  ratio_need_on_day(tally->frame, then, unit, day, after);
  if (!unit_has_ratio(adults.tables, unit))
    adults.tables = then; // the tables by which the category is priced
  for (adults.interval = 0; adults.interval < tally->frame->interval_count; adults.interval++) {
    adults.persons = (double)(before[adults.interval] - after[adults.interval]);
    tally->touched |= adults.persons != 0;
    if (adults.persons != 0)
      tally_interval(tally, &adults);
  }
  arena_free(passing);
}

static void tally_contract_run(struct tally *tally, const struct position_run *run, const struct unit_year *year,
                               double sign) {
  double heads = sign * (double)run->heads_milli / MILLI;
  tally_ledger(tally, &run->per_head, heads);
  double share = (double)(run->last_day - run->first_day + 1) / year->day_count;
  double fte = heads * (double)run->position_e8 / (double)ONE_E8 * share;
  tally->gross_fte += fte;
  tally->net_fte += fte;
}

static void tally_contracts(struct tally *tally, const struct unit_year *year, struct arena *arena) {
  for (int g = 0; g < year->frame->group_count; g++) {
    int count;
    struct position_run *before = position_runs(arena, year, REFERENCE, g, &count);
    struct position_run *after = position_runs(arena, year, SUBJECT, g, &count); // with the same segments
    for (int i = 0; i < count; i++) {
      if (before[i].heads_milli == after[i].heads_milli && before[i].position_e8 == after[i].position_e8)
        continue;
      tally->touched = true;
      tally_contract_run(tally, &before[i], year, 1);
      tally_contract_run(tally, &after[i], year, -1);
    }
  }
}

static void tally_day(struct tally *tally, const struct unit_year *year, const struct timeline *reference,
                      const struct timeline *subject, day_number day) {
  tally_need_day(tally, reference, subject, day);
  for (int u = 0; u < year->frame->unit_count; u++)
    tally_ratio_day(tally, reference, subject, year->frame->units[u], day);
}

bool direct_by_day(struct arena *arena, const struct scenario *scenario, int64_t unit, const struct timeline *reference,
                   const struct timeline *subject, double *ore_of_day) {
  const struct unit_year *year =
      unit_year_make(arena, scenario, unit, reference, subject, (struct year_terms){.merge = true});
  bool touched = false;
  for (int i = 0; i < reference->day_count; i++) {
    struct tally tally = {.frame = year->frame};
    tally_day(&tally, year, reference, subject, reference->first_day + i);
    touched |= tally.touched;
    for (int line = 0; line < LEDGER_LINES; line++)
      ore_of_day[i] += tally.ore[line];
  }
  return touched;
}

struct direct direct_of_unit(struct arena *arena, const struct scenario *scenario, int64_t unit,
                             const struct timeline *reference, const struct timeline *subject) {
  const struct unit_year *year =
      unit_year_make(arena, scenario, unit, reference, subject, (struct year_terms){.merge = true});
  struct tally tally = {.frame = year->frame};
  for (int i = 0; i < reference->day_count; i++)
    tally_day(&tally, year, reference, subject, reference->first_day + i);
  if (!tally.touched)
    tally_contracts(&tally, year, arena);
  struct direct direct = {.known = tally.touched, .gross_fte = tally.gross_fte, .net_fte = tally.net_fte};
  for (int line = 0; line < LEDGER_LINES; line++)
    direct.saving.ore[line] = fixed_round(tally.ore[line]);
  return direct;
}
