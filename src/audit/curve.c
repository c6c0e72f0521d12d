// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/curve.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/fixed.h"
#include "base/tolerance.h"
#include "calendar/fiscal.h"
#include "need/children.h"
#include "need/ratio.h"
#include "need/wanted.h"
#include "scenario/rows_children.h"

enum { HALF_HOUR = 30 };

// A day of a plan, interval by interval.
struct day_sheet {
  const struct plan *plan;
  const struct frame *frame;
  const struct timeline *timeline;
  const struct tables *tables;
  int64_t unit;
  int level;
  int64_t *children_e11, *adults, *need_milli;
  double *persons;
};

static struct day_sheet sheet_new(struct arena *arena, const struct plan *plan, const struct timeline *timeline,
                                  int64_t unit) {
  const struct frame *frame = plan->program->year->frame;
  size_t intervals = (size_t)frame->interval_count, cells = intervals * (size_t)frame->level_count;
  return (struct day_sheet){.plan = plan,
                            .frame = frame,
                            .timeline = timeline,
                            .unit = unit,
                            .children_e11 = arena_array(arena, intervals, sizeof(int64_t)),
                            .adults = arena_array(arena, intervals, sizeof(int64_t)),
                            .need_milli = arena_array(arena, cells, sizeof(int64_t)),
                            .persons = arena_array(arena, cells, sizeof(double))};
}

// False where the unit has no ratio on that day.
static bool sheet_fill(struct day_sheet *sheet, day_number day) {
  const struct frame *frame = sheet->frame;
  sheet->tables = timeline_tables(sheet->timeline, day);
  if (!unit_has_ratio(sheet->tables, sheet->unit))
    return false;
  sheet->level = category_level(frame, sheet->tables, unit_rows(sheet->tables)[sheet->unit].ratio_level);
  children_on_day(frame, sheet->tables, sheet->unit, day, sheet->children_e11);
  ratio_need_on_day(frame, sheet->tables, sheet->unit, day, sheet->adults);
  need_on_day(frame, sheet->tables, day, sheet->need_milli);
  plan_persons_on_day(sheet->plan, day, sheet->persons);
  return true;
}

static int cell_of(const struct day_sheet *sheet, int i) { return i * sheet->frame->level_count + sheet->level; }

// Adults of the plan less those required in addition to the ratio.
static double ratio_persons(const struct day_sheet *sheet, int i) {
  int c = cell_of(sheet, i);
  double on_top = (double)sheet->need_milli[c] / MILLI - (double)sheet->adults[i];
  return fmax(0, sheet->persons[c] - on_top);
}

static int64_t clock_of(const struct frame *frame, int i) {
  assert(i >= 0 && i < frame->interval_count);
  return (frame->day_starts_min + frame->intervals[i].from_min) % MINUTES_PER_DAY;
}

// children / adults > worst_children / worst_adults, where no adult at all is the worst.
static bool is_worse(double children, double adults, double worst_children, double worst_adults) {
  return children * worst_adults > worst_children * adults + 1e-9 ||
         (adults <= NOBODY_IN_SUM && worst_adults > NOBODY_IN_SUM);
}

// ---------------------------------------------------------------- rules

struct rule_sheet {
  struct ratio_line line;
  double worst_children, worst_adults;
  double below_today;
};

static void add_interval(struct rule_sheet *rule, const struct day_sheet *sheet, int i, day_number day) {
  const struct frame *frame = sheet->frame;
  double hours = (double)(frame->intervals[i].to_min - frame->intervals[i].from_min) / 60;
  double children = (double)sheet->children_e11[i] / (double)CHILD_E11, adults = ratio_persons(sheet, i);
  double wanted = (double)ratio_adults(sheet->tables, rule->line.rule, sheet->children_e11[i]);
  rule->line.child_h += hours * children;
  rule->line.rule_h += hours * wanted;
  if (wanted > adults + NOBODY_IN_SUM)
    rule->below_today += hours * (wanted - adults);
  if (rule->line.worst_day != DAY_NONE && !is_worse(children, adults, rule->worst_children, rule->worst_adults))
    return;
  rule->worst_children = children;
  rule->worst_adults = adults;
  rule->line.worst_children_e11 = sheet->children_e11[i];
  rule->line.worst_milli = fixed_round(adults * MILLI);
  rule->line.worst_day = day;
  rule->line.worst_min = clock_of(frame, i);
}

static void add_day(struct rule_sheet *rule, const struct day_sheet *sheet, day_number day) {
  bool open = false;
  rule->below_today = 0;
  for (int i = 0; i < sheet->frame->interval_count; i++) {
    open |= sheet->children_e11[i] > 0;
    if (sheet->children_e11[i])
      add_interval(rule, sheet, i, day);
  }
  rule->line.open_days += open;
  rule->line.below_days += rule->below_today > 0;
  rule->line.below_h += rule->below_today;
}

static bool rule_is_first(const struct tables *tables, size_t i) {
  for (size_t j = 0; j < i; j++)
    if (!strcmp(ratio_rows(tables)[j].rule, ratio_rows(tables)[i].rule))
      return false;
  return true;
}

static struct ratio_line rule_line(struct day_sheet *sheet, const char *code) {
  const struct unit_year *year = sheet->plan->program->year;
  struct rule_sheet rule = {.line = {.rule = code, .worst_day = DAY_NONE}};
  for (int d = 0; d < year->day_count; d++)
    if (sheet_fill(sheet, year->first_day + d))
      add_day(&rule, sheet, year->first_day + d);
  const char *in_force = unit_rows(sheet->tables)[sheet->unit].ratio;
  rule.line.in_force = in_force && !strcmp(in_force, code);
  return rule.line;
}

static bool ever_has_ratio(const struct timeline *timeline, int64_t unit) {
  for (int s = 0; s < timeline->state_count; s++)
    if (unit_has_ratio(&timeline->states[s], unit))
      return true;
  return false;
}

static void ratios_of_share(struct audit *audit, const struct plan *plan, const struct plan_share *share,
                            const struct timeline *timeline, int64_t measure) {
  if (!ever_has_ratio(timeline, share->unit))
    return;
  struct arena *scratch = arena_new();
  struct day_sheet sheet = sheet_new(scratch, plan, timeline, share->unit);
  const struct tables *base = &audit->scenario->tables;
  struct figures figures = figures_of_share(plan, share);
  for (size_t i = 0; i < row_count(base, TABLE_RATIOS); i++) {
    if (!rule_is_first(base, i))
      continue;
    struct ratio_line line = rule_line(&sheet, ratio_rows(base)[i].rule);
    line.measure = measure;
    line.year = fiscal_year_of(plan->program->year->first_day);
    line.positions = plan->program->positions;
    line.unit = (size_t)sheet.unit;
    line.staffed_h = figures.staffed_h;
    line.gross_fte = figures.gross_fte;
    line.cost_kr = figures.cost_kr;
    *(struct ratio_line *)arena_push(audit->arena, &audit->ratios, &audit->ratio_count, &audit->ratio_room,
                                     sizeof line) = line;
  }
  arena_free(scratch);
}

void ratios_add(struct audit *audit, const struct plan *plan, const struct timeline *timeline, int64_t measure) {
  for (int u = 0; u < plan->program->year->frame->unit_count; u++)
    ratios_of_share(audit, plan, &plan->shares[u], timeline, measure);
}

// ---------------------------------------------------------------- curves

struct pattern { // identical days
  enum term_kind kind;
  enum weekday weekday;
  day_number day;
  int days;
  int64_t *children_e11, *need_milli; // per interval
};

struct patterns {
  struct arena *arena;
  struct pattern *items;
  size_t count, room;
};

static bool pattern_fits(const struct pattern *pattern, const struct day_sheet *sheet, enum term_kind kind,
                         day_number day) {
  if (pattern->kind != kind || pattern->weekday != weekday_of(day))
    return false;
  for (int i = 0; i < sheet->frame->interval_count; i++)
    if (sheet->frame->intervals[i].unit == sheet->unit &&
        (pattern->children_e11[i] != sheet->children_e11[i] ||
         pattern->need_milli[i] != sheet->need_milli[cell_of(sheet, i)]))
      return false;
  return true;
}

static void note_day(struct patterns *patterns, const struct day_sheet *sheet, enum term_kind kind, day_number day) {
  int intervals = sheet->frame->interval_count;
  for (size_t p = 0; p < patterns->count; p++)
    if (pattern_fits(&patterns->items[p], sheet, kind, day)) {
      patterns->items[p].days++;
      return;
    }
  struct pattern *made = arena_push(patterns->arena, &patterns->items, &patterns->count, &patterns->room, sizeof *made);
  *made = (struct pattern){.kind = kind, .weekday = weekday_of(day), .day = day, .days = 1};
  made->children_e11 = arena_array(patterns->arena, (size_t)intervals, sizeof(int64_t));
  made->need_milli = arena_array(patterns->arena, (size_t)intervals, sizeof(int64_t));
  for (int i = 0; i < intervals; i++) {
    made->children_e11[i] = sheet->children_e11[i];
    made->need_milli[i] = sheet->need_milli[cell_of(sheet, i)];
  }
}

// Does the interval overlap the half hour that begins at `clock_min`?
static bool in_half_hour(const struct frame *frame, int i, int64_t clock_min) {
  assert(i >= 0 && i < frame->interval_count);
  int64_t from = clock_of(frame, i), to = from + frame->intervals[i].to_min - frame->intervals[i].from_min;
  return (from < clock_min + HALF_HOUR && clock_min < to) || clock_min + MINUTES_PER_DAY < to;
}

static struct curve_line line_of_half_hour(const struct day_sheet *sheet, int64_t clock_min) {
  struct curve_line line = {.half_hour_min = clock_min, .planned_milli = INT64_MAX};
  double worst_children = 0, worst_adults = 1;
  for (int i = 0; i < sheet->frame->interval_count; i++) {
    if (sheet->frame->intervals[i].unit != sheet->unit || !in_half_hour(sheet->frame, i, clock_min))
      continue;
    int c = cell_of(sheet, i);
    if (!sheet->children_e11[i] && !sheet->need_milli[c])
      continue; // closed for this part of the half hour
    int64_t planned = fixed_round(sheet->persons[c] * MILLI);
    double children = (double)sheet->children_e11[i] / (double)CHILD_E11, adults = ratio_persons(sheet, i);
    line.children_e11 = sheet->children_e11[i] > line.children_e11 ? sheet->children_e11[i] : line.children_e11;
    line.need_milli = sheet->need_milli[c] > line.need_milli ? sheet->need_milli[c] : line.need_milli;
    line.planned_milli = planned < line.planned_milli ? planned : line.planned_milli;
    if (children > 0 && is_worse(children, adults, worst_children, worst_adults)) {
      worst_children = children;
      worst_adults = adults;
      line.ratio_milli = adults > NOBODY_IN_SUM ? fixed_round(children / adults * MILLI) : NOT_GIVEN;
    }
  }
  return line;
}

static void add_pattern(struct audit *audit, struct day_sheet *sheet, const struct pattern *pattern) {
  sheet_fill(sheet, pattern->day);
  for (int64_t clock_min = 0; clock_min < MINUTES_PER_DAY; clock_min += HALF_HOUR) {
    struct curve_line line = line_of_half_hour(sheet, clock_min);
    if (!line.children_e11 && !line.need_milli)
      continue;
    line.year = fiscal_year_of(pattern->day);
    line.days = pattern->days;
    line.unit = (size_t)sheet->unit;
    line.kind = pattern->kind;
    line.day = pattern->day;
    *(struct curve_line *)arena_push(audit->arena, &audit->curve, &audit->curve_count, &audit->curve_room,
                                     sizeof line) = line;
  }
}

static void curve_of_unit(struct audit *audit, const struct plan *plan, const struct timeline *timeline, int64_t unit) {
  if (!ever_has_ratio(timeline, unit))
    return;
  struct arena *scratch = arena_new();
  struct day_sheet sheet = sheet_new(scratch, plan, timeline, unit);
  struct patterns patterns = {.arena = scratch};
  const struct unit_year *year = plan->program->year;
  for (day_number day = year->first_day; day < year->first_day + year->day_count; day++) {
    const struct term_row *term = term_on(timeline_tables(timeline, day), unit, day);
    if (term && term->kind != TERM_CLOSED && sheet_fill(&sheet, day))
      note_day(&patterns, &sheet, (enum term_kind)term->kind, day);
  }
  for (size_t p = 0; p < patterns.count; p++)
    add_pattern(audit, &sheet, &patterns.items[p]);
  arena_free(scratch);
}

void curve_add(struct audit *audit, const struct plan *plan, const struct timeline *timeline) {
  const struct frame *frame = plan->program->year->frame;
  for (int u = 0; u < frame->unit_count; u++)
    curve_of_unit(audit, plan, timeline, frame->units[u]);
}
