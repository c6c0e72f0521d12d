// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/yardstick.h"

#include "audit/finding.h"
#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "need/wanted.h"
#include "scenario/need_row.h"

static double lowered_on_day(const struct frame *frame, const int64_t *before, const int64_t *after) {
  double hours = 0;
  for (int i = 0; i < frame->interval_count; i++) {
    int64_t most = 0;
    for (int c = i * frame->level_count; c < (i + 1) * frame->level_count; c++)
      most = before[c] - after[c] > most ? before[c] - after[c] : most;
    hours += (double)(most * (frame->intervals[i].to_min - frame->intervals[i].from_min)) / (60.0 * MILLI);
  }
  return hours;
}

struct norm_breach norm_lowered_of_unit(struct arena *arena, const struct unit_year *year) {
  const struct frame *frame = year->frame;
  size_t cells = (size_t)frame->interval_count * (size_t)frame->level_count;
  int64_t *before = arena_array(arena, cells, sizeof *before), *after = arena_array(arena, cells, sizeof *after);
  struct norm_breach lowered = {.first_day = DAY_NONE};
  for (int n = 0; n < year->day_count && frame->norm_count; n++) {
    day_number day = year->first_day + n;
    norm_on_day(frame, year_tables(year, REFERENCE, day), day, before);
    norm_on_day(frame, year_tables(year, SUBJECT, day), day, after);
    struct norm_breach today = {
        .days = 1, .days_least = 1, .person_hours = lowered_on_day(frame, before, after), .first_day = day};
    if (today.person_hours > 0)
      norm_breach_add(&lowered, &today);
  }
  return lowered;
}

// ---------------------------------------------------------------- findings

struct lowering { // for one row of norm.csv
  struct norm_breach breach;
  int64_t before_milli, after_milli; // on the worst day
};

// Persons that the row requires on a day; 0 if it does not apply.
static int64_t persons_on(const struct norm_row *row, day_number day) {
  return norm_holds(row, day) ? norm_persons_milli(row) : 0;
}

static struct lowering lowering_of(const struct unit_year *year, size_t norm) {
  struct lowering lowering = {.breach = {.first_day = DAY_NONE}};
  for (int n = 0; n < year->day_count; n++) {
    day_number day = year->first_day + n;
    const struct norm_row *then = &norm_rows(year_tables(year, REFERENCE, day))[norm];
    const struct norm_row *now = &norm_rows(year_tables(year, SUBJECT, day))[norm];
    int64_t before = persons_on(then, day), after = persons_on(now, day);
    if (after >= before)
      continue;
    double length_h = (double)span_min(then->start_min, then->end_min) / 60;
    struct norm_breach today = {
        .days = 1, .days_least = 1, .person_hours = length_h * (double)(before - after) / MILLI, .first_day = day};
    norm_breach_add(&lowering.breach, &today);
    if (before - after > lowering.before_milli - lowering.after_milli) {
      lowering.before_milli = before;
      lowering.after_milli = after;
    }
  }
  return lowering;
}

static void add_lowering(struct audit *audit, const struct comparison *comparison, int64_t measure, size_t norm,
                         const struct lowering *lowering) {
  const struct unit_year *year = comparison->year;
  const struct norm_row *row = &norm_rows(year_tables(year, REFERENCE, year->first_day))[norm];
  struct finding *finding = finding_add(audit, comparison->plans[SUBJECT][POSITIONS_KEPT], measure, RULE_NORM_LOWERED);
  finding->positions = POSITIONS_BOTH;
  finding->unit = (size_t)row->unit;
  finding->window = row->window;
  finding->level = row->level;
  finding->counted_in = "persons";
  finding->limit_milli = lowering->before_milli;
  finding->value_milli = lowering->after_milli;
  finding->breaches = lowering->breach.days;
  finding->person_h_short = lowering->breach.person_hours;
  finding->first_day = lowering->breach.first_day;
  finding->status = FINDING_LOWERED;
  finding->reason =
      arena_printf(audit->arena, _("The measure itself lowers the norm from %s to %s. It is judged by the norm of %s."),
                   number_in_words(audit->arena, (double)lowering->before_milli / MILLI),
                   number_in_words(audit->arena, (double)lowering->after_milli / MILLI),
                   number_in_words(audit->arena, (double)lowering->before_milli / MILLI));
}

void norm_lowered_add(struct audit *audit, const struct comparison *comparison, int64_t measure) {
  struct arena *scratch = arena_new();
  struct norm_breach lowered = norm_lowered_of_unit(scratch, comparison->year);
  for (int n = 0; n < comparison->year->frame->norm_count && lowered.days; n++) {
    struct lowering lowering = lowering_of(comparison->year, comparison->year->frame->norms[n]);
    if (lowering.breach.days)
      add_lowering(audit, comparison, measure, comparison->year->frame->norms[n], &lowering);
  }
  arena_free(scratch);
}

bool measure_lowers_norm(const struct measure_effect *effect) {
  bool lowers = effect->full.lowered.days;
  for (int y = 0; y < effect->year_count; y++)
    lowers |= effect->years[y].lowered.days > 0;
  return lowers;
}
