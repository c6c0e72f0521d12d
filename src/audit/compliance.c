// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/compliance.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "audit/coverable.h"
#include "audit/joined_days.h"
#include "audit/rules.h"
#include "audit/titles.h"
#include "audit/unworked.h"
#include "audit/words.h"
#include "audit/yardstick.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "need/wanted.h"
#include "scenario/need_row.h"

// ---------------------------------------------------------------- norms

struct norm_line {            // one window and level of norm.csv through a year
  const struct norm_row *row; // the first that names them
  bool other_counts;          // some other row is higher on some of its hours
  int64_t highest_milli;      // of its rows
  int days, mended_days, today_days;
  double person_h, mended_h, today_h;
  day_number first_day, today_first_day;
  int64_t norm_milli, need_milli; // of the worst moment, or of that with the least room
  bool any;
  bool raised; // today's need lies below the norm of the measure, and not below today's
};

struct norm_sheet { // one day
  const struct frame *frame;
  int64_t *before, *after, *norm; // per interval and level
  int *owner;                     // line that sets the norm there, -1: none
  struct norm_line *lines;
  int line_count;
};

static bool is_of_line(const struct norm_row *a, const struct norm_row *b) {
  return a->unit == b->unit && a->level == b->level && !strcmp(a->window, b->window);
}

static int line_named(struct norm_sheet *sheet, const struct norm_row *row) {
  int line = 0;
  while (line < sheet->line_count && !is_of_line(sheet->lines[line].row, row))
    line++;
  if (line == sheet->line_count)
    sheet->lines[sheet->line_count++] =
        (struct norm_line){.row = row, .first_day = DAY_NONE, .today_first_day = DAY_NONE};
  return line;
}

// A row applies to its own level and, where none is higher there, to those below it.
static void row_claims(struct norm_sheet *sheet, const struct tables *tables, const struct norm_row *row, int line) {
  int own = category_level(sheet->frame, tables, row->level);
  for (int i = 0; i < sheet->frame->interval_count; i++)
    for (int l = 0; l <= own && window_covers(sheet->frame, row->unit, row->start_min, row->end_min, i); l++) {
      int c = i * sheet->frame->level_count + l;
      bool higher = norm_persons_milli(row) > sheet->norm[c];
      bool own_level = norm_persons_milli(row) == sheet->norm[c] && l == own && sheet->owner[c] >= 0 &&
                       category_level(sheet->frame, tables, sheet->lines[sheet->owner[c]].row->level) != own;
      if (!higher && !own_level)
        continue;
      sheet->norm[c] = norm_persons_milli(row);
      sheet->owner[c] = line;
    }
}

static void norms_of_day(struct norm_sheet *sheet, const struct tables *tables, day_number day) {
  const struct frame *frame = sheet->frame;
  for (int c = 0; c < frame->interval_count * frame->level_count; c++) {
    sheet->norm[c] = 0;
    sheet->owner[c] = -1;
  }
  for (int n = 0; n < frame->norm_count; n++) {
    const struct norm_row *row = &norm_rows(tables)[frame->norms[n]];
    if (!norm_holds(row, day))
      continue;
    int line = line_named(sheet, row);
    if (norm_persons_milli(row) > sheet->lines[line].highest_milli)
      sheet->lines[line].highest_milli = norm_persons_milli(row);
    row_claims(sheet, tables, row, line);
  }
}

static void note_outdone(struct norm_sheet *sheet, const struct tables *tables, day_number day) {
  const struct frame *frame = sheet->frame;
  for (int n = 0; n < frame->norm_count; n++) {
    const struct norm_row *row = &norm_rows(tables)[frame->norms[n]];
    if (!norm_holds(row, day))
      continue;
    int line = line_named(sheet, row), l = category_level(frame, tables, row->level);
    for (int i = 0; i < frame->interval_count; i++)
      if (window_covers(frame, row->unit, row->start_min, row->end_min, i) &&
          sheet->norm[i * frame->level_count + l] > norm_persons_milli(row))
        sheet->lines[line].other_counts = true;
  }
}

static int64_t positive(int64_t number) { return number > 0 ? number : 0; }

struct norm_gap { // persons, thousandths
  int64_t measure, mended, today;
};

static struct norm_gap gap_at(const struct norm_sheet *sheet, int c) {
  int64_t before = sheet->before[c], after = sheet->after[c], norm = sheet->norm[c];
  int64_t below_before = positive(norm - before), below_after = positive(norm - after);
  return (struct norm_gap){.measure = positive((norm < before ? norm : before) - after),
                           .mended = positive(below_before - below_after),
                           .today = below_before};
}

// The moment with the least room: most missing, else fewest to spare.
static void note_moment(struct norm_line *line, int64_t norm_milli, int64_t need_milli) {
  if (line->any && need_milli - norm_milli >= line->need_milli - line->norm_milli)
    return;
  line->any = true;
  line->norm_milli = norm_milli;
  line->need_milli = need_milli;
}

struct day_gaps { // per line: was anybody missing at some hour of the day?
  bool *measure, *mended, *today;
};

// A person missing at two levels is counted once, at the higher.
static void gaps_of_interval(struct norm_sheet *sheet, int i, struct day_gaps *gaps) {
  const struct frame *frame = sheet->frame;
  double hours = (double)(frame->intervals[i].to_min - frame->intervals[i].from_min) / 60 / MILLI;
  struct norm_gap counted = {0, 0, 0};
  for (int l = frame->level_count - 1; l >= 0; l--) {
    int c = i * frame->level_count + l;
    if (sheet->owner[c] < 0)
      continue;
    struct norm_line *line = &sheet->lines[sheet->owner[c]];
    struct norm_gap gap = gap_at(sheet, c);
    gaps->measure[sheet->owner[c]] |= gap.measure > 0;
    gaps->mended[sheet->owner[c]] |= gap.mended > 0;
    gaps->today[sheet->owner[c]] |= gap.today > 0;
    line->person_h += hours * (double)positive(gap.measure - counted.measure);
    line->mended_h += hours * (double)positive(gap.mended - counted.mended);
    line->today_h += hours * (double)positive(gap.today - counted.today);
    counted.measure = gap.measure > counted.measure ? gap.measure : counted.measure;
    counted.mended = gap.mended > counted.mended ? gap.mended : counted.mended;
    counted.today = gap.today > counted.today ? gap.today : counted.today;
    note_moment(line, sheet->norm[c], sheet->after[c]);
  }
}

static void gaps_of_day(struct norm_sheet *sheet, day_number day, struct day_gaps *gaps) {
  for (int n = 0; n < sheet->line_count; n++)
    gaps->measure[n] = gaps->mended[n] = gaps->today[n] = false;
  for (int i = 0; i < sheet->frame->interval_count; i++)
    gaps_of_interval(sheet, i, gaps);
  for (int n = 0; n < sheet->line_count; n++) {
    struct norm_line *line = &sheet->lines[n];
    line->days += gaps->measure[n];
    line->mended_days += gaps->mended[n];
    line->today_days += gaps->today[n];
    if (gaps->measure[n] && line->first_day == DAY_NONE)
      line->first_day = day;
    if (gaps->today[n] && line->today_first_day == DAY_NONE)
      line->today_first_day = day;
  }
}

static struct norm_sheet norm_sheet_of(struct arena *arena, const struct unit_year *year, enum variant after) {
  const struct frame *frame = year->frame;
  size_t cells = (size_t)(frame->interval_count * frame->level_count), rows = (size_t)frame->norm_count;
  struct norm_sheet sheet = {.frame = frame,
                             .before = arena_array(arena, cells, sizeof(int64_t)),
                             .after = arena_array(arena, cells, sizeof(int64_t)),
                             .norm = arena_array(arena, cells, sizeof(int64_t)),
                             .owner = arena_array(arena, cells, sizeof(int)),
                             .lines = arena_array(arena, rows, sizeof(struct norm_line))};
  struct day_gaps gaps = {arena_array(arena, rows, 1), arena_array(arena, rows, 1), arena_array(arena, rows, 1)};
  for (day_number day = year->first_day; day < year->first_day + year->day_count; day++) {
    const struct tables *tables = year_tables(year, after, day);
    need_on_day(frame, year_tables(year, REFERENCE, day), day, sheet.before);
    need_on_day(frame, tables, day, sheet.after);
    norms_of_day(&sheet, tables, day);
    note_outdone(&sheet, tables, day);
    gaps_of_day(&sheet, day, &gaps);
  }
  return sheet;
}

// ---------------------------------------------------------------- windows without a shift

struct uncovered {
  int64_t from_min; // of the service day; the first minute no shift covers
  int64_t missing_min, length_min;
  int nearest; // shift that leaves the fewest minutes of the window uncovered, of equals that starting nearest; -1:
               // none
  int64_t nearest_min; // covered by it
};

static int64_t covered_min(const struct shift_place *place, int64_t from_min, int64_t to_min) {
  int64_t start = place->start_min > from_min ? place->start_min : from_min;
  int64_t end = place->end_min < to_min ? place->end_min : to_min;
  int64_t covered = end > start ? end - start : 0;
  for (int i = 0; i < place->off_count; i++) {
    int64_t from = place->off[i].from_min > start ? place->off[i].from_min : start;
    int64_t to = place->off[i].to_min < end ? place->off[i].to_min : end;
    covered -= to > from ? to - from : 0;
  }
  return covered;
}

// Around the clock: the next day's first shift may be the nearest.
static int64_t minutes_between(int64_t a, int64_t b) {
  int64_t apart = llabs(a - b) % MINUTES_PER_DAY;
  return apart < MINUTES_PER_DAY - apart ? apart : MINUTES_PER_DAY - apart;
}

static int nearest_shift(const struct unit_year *year, enum variant variant, int64_t unit, int64_t from_min,
                         int64_t to_min, day_number day, int64_t *most_min) {
  const struct tables *tables = year_tables(year, variant, year->first_day);
  int nearest = -1;
  int64_t away_min = 0;
  for (int s = 0; s < year->frame->shift_count; s++) {
    struct shift_place place = shift_place(year->frame, tables, s, day);
    if (!place.open || place.unit != unit)
      continue;
    int64_t covered = covered_min(&place, from_min, to_min), away = minutes_between(place.start_min, from_min);
    if (nearest >= 0 && (covered < *most_min || (covered == *most_min && away >= away_min)))
      continue;
    nearest = s;
    *most_min = covered;
    away_min = away;
  }
  return nearest;
}

// By the shifts of the first day of the year: a measure that adds a shift later is judged by its whole years.
static struct uncovered uncovered_on(const struct unit_year *year, enum variant variant, const struct norm_row *row,
                                     day_number day) {
  const struct frame *frame = year->frame;
  const struct tables *tables = year_tables(year, variant, year->first_day);
  int64_t from = (row->start_min - frame->day_starts_min + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  int64_t to = from + span_min(row->start_min, row->end_min);
  struct uncovered uncovered = {.length_min = to - from, .nearest = -1};
  for (int i = 0; i < frame->interval_count; i++) {
    bool covered = !window_covers(frame, row->unit, row->start_min, row->end_min, i);
    for (int s = 0; s < frame->shift_count && !covered; s++) {
      struct shift_place place = shift_place(frame, tables, s, day);
      covered = shift_covers(frame, &place, i);
    }
    if (covered)
      continue;
    if (!uncovered.missing_min)
      uncovered.from_min = frame->intervals[i].from_min;
    uncovered.missing_min += frame->intervals[i].to_min - frame->intervals[i].from_min;
  }
  if (uncovered.missing_min)
    uncovered.nearest = nearest_shift(year, variant, row->unit, from, to, day, &uncovered.nearest_min);
  return uncovered;
}

static bool all_shifts_daily(const struct unit_year *year, const struct tables *tables) {
  for (int s = 0; s < year->frame->shift_count; s++)
    if (!shift_is_daily(&shift_rows(tables)[year->frame->shifts[s]]))
      return false;
  return true;
}

// Of the days of the window, the one with the largest uncovered part.
static struct uncovered uncovered_of(const struct unit_year *year, enum variant variant, const struct norm_row *row) {
  struct uncovered worst = {.nearest = -1};
  if (all_shifts_daily(year, year_tables(year, variant, year->first_day)))
    return uncovered_on(year, variant, row, year->first_day);
  for (day_number day = year->first_day; day < year->first_day + year->day_count; day++) {
    if (!norm_holds(row, day))
      continue;
    struct uncovered uncovered = uncovered_on(year, variant, row, day);
    if (uncovered.missing_min > worst.missing_min)
      worst = uncovered;
  }
  return worst;
}

static const char *uncovered_in_words(struct arena *arena, const struct unit_year *year, enum variant variant,
                                      const struct norm_row *row, const struct uncovered *uncovered) {
  const struct tables *tables = year_tables(year, variant, year->first_day);
  const char *code = unit_rows(tables)[row->unit].unit, *unit = title_of_unit(tables, code);
  const char *window = title_of_window(arena, tables, code, row->window);
  if (uncovered->nearest < 0)
    return arena_printf(arena,
                        year->frame->shift_count
                            ? _("Unit `%s` has no shift on some of the days of window `%s`, so nobody can be there.")
                            : _("Unit `%s` has no shift at all, so nobody can be in window `%s`."),
                        unit, window);
  const struct shift_row *shift = &shift_rows(tables)[year->frame->shifts[uncovered->nearest]];
  return arena_printf(arena,
                      _("No shift of unit `%s` covers %lld of the %lld minutes of window `%s`, from %s; the nearest is "
                        "`%s` %s-%s, which covers %lld."),
                      unit, (long long)uncovered->missing_min, (long long)uncovered->length_min, window,
                      clock_in_words(arena, year->frame->day_starts_min + uncovered->from_min),
                      title_of_shift(tables, code, shift->shift), clock_in_words(arena, shift->start_min),
                      clock_in_words(arena, shift->end_min), (long long)uncovered->nearest_min);
}

// ---------------------------------------------------------------- findings

static enum finding_status status_of_norm(const struct norm_line *line, bool baseline, bool no_shift) {
  if (!baseline && line->days)
    return FINDING_BROKEN;
  if (no_shift)
    return FINDING_NO_SHIFT;
  if (!baseline && line->mended_days)
    return FINDING_MENDED;
  return line->today_days ? FINDING_BELOW_TODAY : FINDING_KEPT;
}

struct norm_words { // the values inserted in the sentences
  const char *norm, *need, *mended_h;
};

static const char *broken_in_words(struct arena *arena, const struct norm_line *line, const struct norm_words *words) {
  if (line->mended_days)
    return arena_printf(arena,
                        _("The measure goes below the norm of %s, to %s at the worst; at other times it fills %s "
                          "person-hours that are missing today."),
                        words->norm, words->need, words->mended_h);
  return arena_printf(arena, _("The measure goes below the norm of %s, to %s at the worst."), words->norm, words->need);
}

static const char *norm_in_words(struct arena *arena, const struct norm_line *line, bool baseline,
                                 const struct norm_words *words) {
  if (!baseline && line->days)
    return broken_in_words(arena, line, words);
  if (!baseline && line->mended_days)
    return arena_printf(arena,
                        ngettext("Today's need is below the norm on %d day; the measure fills %s person-hours of "
                                 "it.",
                                 "Today's need is below the norm on %d days; the measure fills %s person-hours "
                                 "of it.",
                                 (unsigned long)line->today_days),
                        line->today_days, words->mended_h);
  if (line->raised)
    return arena_printf(arena,
                        _("The measure raises the norm to %s, and today's need is below that; the measure takes "
                          "nothing more."),
                        words->norm);
  if (line->today_days && !baseline)
    return arena_printf(arena, _("Today's need is below the norm of %s already; the measure takes nothing more."),
                        words->norm);
  if (line->today_days)
    return arena_printf(arena, _("Today's need is below the norm of %s: %s at the worst."), words->norm, words->need);
  if (!line->any)
    return _("Not decisive: another norm covers the same hours and is at least as strict.");
  return arena_printf(arena, _("The norm of %s is kept: need never falls below %s."), words->norm, words->need);
}

// What is missing today is a finding of the baseline; a measure's finding counts what the measure removes.
static void count_breaches(struct finding *finding, const struct norm_line *line, bool baseline) {
  finding->breaches = baseline ? line->today_days : line->days;
  finding->person_h_short = baseline ? line->today_h : line->person_h;
  finding->first_day = baseline ? line->today_first_day : line->first_day;
}

static const char *reason_of_norm(struct arena *arena, const struct norm_line *line, bool baseline) {
  struct norm_words words = {number_in_words(arena, (double)line->norm_milli / MILLI),
                             number_in_words(arena, (double)line->need_milli / MILLI),
                             number_in_words(arena, line->mended_h)};
  const char *reason = norm_in_words(arena, line, baseline, &words);
  if (line->other_counts && line->any)
    reason = arena_printf(arena, "%s %s", reason, _("On some of its hours another norm is higher, and counts there."));
  return reason;
}

static void add_norm_finding(struct audit *audit, const struct comparison *comparison, int64_t measure,
                             const struct norm_line *line) {
  bool baseline = measure == NOT_GIVEN;
  const struct unit_year *year = comparison->year;
  enum variant variant = baseline ? REFERENCE : SUBJECT;
  struct uncovered uncovered = uncovered_of(year, variant, line->row);
  struct finding *finding = finding_add(audit, comparison->plans[variant][POSITIONS_KEPT], measure, RULE_NORM_PLANNED);
  finding->positions = POSITIONS_BOTH;
  finding->unit = (size_t)line->row->unit;
  finding->window = line->row->window;
  finding->level = line->row->level;
  finding->counted_in = "persons";
  finding->limit_milli = line->any ? line->norm_milli : line->highest_milli;
  finding->value_milli = line->any ? line->need_milli : NOT_GIVEN;
  finding->status = status_of_norm(line, baseline, uncovered.missing_min > 0);
  count_breaches(finding, line, baseline);
  finding->reason = reason_of_norm(audit->arena, line, baseline);
  if (uncovered.missing_min)
    finding->reason = arena_printf(audit->arena, "%s %s", finding->reason,
                                   uncovered_in_words(audit->arena, year, variant, line->row, &uncovered));
}

// Which norms is today's need below only since the measure raises them?
static void find_raised(struct arena *arena, struct norm_sheet *sheet, const struct unit_year *year) {
  bool short_today = false;
  for (int n = 0; n < sheet->line_count; n++)
    short_today |= sheet->lines[n].today_days > 0;
  if (!short_today)
    return;
  struct norm_sheet today = norm_sheet_of(arena, year, REFERENCE);
  for (int n = 0; n < sheet->line_count; n++) {
    struct norm_line *line = &sheet->lines[n];
    line->raised = line->today_days > 0;
    for (int t = 0; t < today.line_count; t++)
      line->raised &= !is_of_line(today.lines[t].row, line->row) || !today.lines[t].today_days;
  }
}

void planned_add(struct audit *audit, const struct comparison *comparison, int64_t measure) {
  enum variant variant = measure == NOT_GIVEN ? REFERENCE : SUBJECT;
  if (!comparison->year->frame->norm_count)
    return;
  struct arena *scratch = arena_new();
  struct norm_sheet sheet = norm_sheet_of(scratch, comparison->year, variant);
  if (variant == SUBJECT)
    find_raised(scratch, &sheet, comparison->year);
  for (int n = 0; n < sheet.line_count; n++)
    if (sheet.lines[n].highest_milli)
      add_norm_finding(audit, comparison, measure, &sheet.lines[n]);
  arena_free(scratch);
}

void compliance_add(struct audit *audit, const struct comparison *comparison, int64_t measure) {
  struct arena *scratch = arena_new();
  enum variant variant = measure == NOT_GIVEN ? REFERENCE : SUBJECT;
  planned_add(audit, comparison, measure);
  if (measure != NOT_GIVEN)
    norm_lowered_add(audit, comparison, measure);
  const struct plan *plans[POSITIONS_ANSWERS];
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    plans[p] = comparison_plan(scratch, comparison, variant, (enum positions)p);
    coverable_add(audit, plans[p], measure);
    rules_add(audit, plans[p], measure);
    joined_days_add(audit, plans[p], measure);
  }
  unworked_add(audit, plans, measure);
  arena_free(scratch);
}
