// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/town.h"
#include "scenario/rows_settings.h"
#include "solve/solution.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "base/fixed.h"
#include "calendar/dayset.h"
#include "calendar/fiscal.h"
#include "need/year_make.h"
#include "scenario/edits.h"

// --- numbers ---

static double size_of(double left, double right) { return fmax(1, fmax(fabs(left), fabs(right))); }

void check_near(double found, double wanted, double relative, const char *file, int line) {
  if (fabs(found - wanted) <= relative * size_of(found, wanted))
    return;
  print_error("%.12g is not near to %.12g (relative %g)\n", found, wanted, relative);
  _fail(file, line);
}

void check_most(double found, double most, double relative, const char *file, int line) {
  if (found <= most + relative * size_of(found, most))
    return;
  print_error("%.12g is more than %.12g (relative %g)\n", found, most, relative);
  _fail(file, line);
}

int random_below(struct random *random, int count) { // Knuth's MMIX constants; the high bits are more random
  random->state = random->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (int)((random->state >> 33) % (uint64_t)count);
}

bool random_chance(struct random *random, int percent) { return random_below(random, 100) < percent; }

// --- scenarios ---

struct scenario *town_scenario(const struct memory *memory) {
  struct scenario *scenario = arena_alloc(memory->arena, sizeof *scenario);
  *scenario = (struct scenario){.arena = memory->arena,
                                .folder = "memory",
                                .name = "memory",
                                .separator = ';',
                                .decimal = '.',
                                .tables = memory->tables};
  return scenario;
}

int64_t town_measure(struct memory *memory, const char *measure, int64_t start) {
  return memory_add(memory, TABLE_MEASURES,
                    &(struct measure_row){.measure = measure,
                                          .title = measure,
                                          .nature = NATURE_ROTA,
                                          .start = start,
                                          .in_target = YES,
                                          .realised_ore = NOT_GIVEN,
                                          .realised_to = NOT_GIVEN});
}

int64_t town_edit(struct memory *memory, int64_t measure, const char *table, const char *where, const char *column,
                  const char *change) {
  static const char *const words[] = {[CHANGE_SET] = "set ", [CHANGE_ADD] = "add ", [CHANGE_MULTIPLY] = "multiply "};
  struct edit_row edit = {
      .measure = measure, .from = NOT_GIVEN, .to = NOT_GIVEN, .table = table, .where = where, .column = column};
  for (int c = CHANGE_SET; c <= CHANGE_MULTIPLY; c++)
    if (!strncmp(change, words[c], strlen(words[c]))) {
      edit.change = c;
      edit.value = change + strlen(words[c]);
    }
  assert_non_null(edit.value);
  struct problems *problems = problems_new(memory->arena);
  if (!edit_resolve(memory->arena, town_scenario(memory), &edit, problems))
    fail_msg("%s: %s", problems->items[0].text, problems->items[0].message);
  return memory_add(memory, TABLE_EDITS, &edit);
}

static const struct {
  const char *code;
  int64_t start_min, end_min, break_min, window_start_min, break_start_min;
} shift_choices[] = {
    {"day", 7 * HOURS + 30, 15 * HOURS, 30, 7 * HOURS + 30, NOT_GIVEN},
    {"evening", 14 * HOURS + 30, 22 * HOURS, 0, 15 * HOURS, NOT_GIVEN},
    {"night", 22 * HOURS, 7 * HOURS + 30, 0, 22 * HOURS, NOT_GIVEN},
    {"long", 7 * HOURS + 30, 20 * HOURS, 30, 12 * HOURS, 15 * HOURS + 45},
};

static void add_random_need(struct memory *memory, struct random *random, int64_t unit, int s, bool seasons) {
  int64_t level = random_below(random, 3);
  memory_add_need(memory, unit, shift_choices[s].code, shift_choices[s].window_start_min, shift_choices[s].end_min,
                  level, 500 * (1 + random_below(random, 6)));
  if (random_chance(random, 40)) { // more of another level on some days
    int64_t row = memory_add_need(memory, unit, "more", shift_choices[s].window_start_min, shift_choices[s].end_min,
                                  (level + 1) % 3, 500 * (1 + random_below(random, 3)));
    struct need_row *need = memory_row(memory, TABLE_NEED, row);
    need->days = random_chance(random, 50) ? 0x1f : 1 << SATURDAY | 1 << SUNDAY | DAYSET_HOLIDAY;
    if (seasons && random_chance(random, 50))
      need->weeks = (int64_t)(UINT64_C(0x3ff) << (1 + random_below(random, 40)));
  }
}

static void add_random_groups(struct memory *memory, struct random *random, int64_t unit, int most) {
  static const char *const names[] = {"a", "b", "c"};
  int count = 1 + random_below(random, most);
  for (int g = 0; g < count; g++) {
    int64_t position_e8 = random_chance(random, 40) ? ONE_E8 : (50 + 5 * random_below(random, 10)) * PERCENT;
    int64_t row = memory_add_group(memory, unit, names[g], random_below(random, 3),
                                   500 * (1 + random_below(random, 14)), position_e8);
    struct group_row *group = memory_row(memory, TABLE_GROUPS, row);
    group->weekend_every_milli = 500 * (int64_t)(3 + random_below(random, 6));
    if (random_chance(random, 10))
      group->weekend_every_milli = 0;
    if (random_chance(random, 25))
      group->shifts = "day night";
  }
}

static void add_random_absence(struct memory *memory, struct random *random, bool seasons) {
  if (random_chance(random, 70)) {
    int percent = 1 + random_below(random, 12);
    memory_add_absence(memory, ABSENCE_SICK, NOT_GIVEN, percent * PERCENT);
    if (percent % 3 == 0) // without another random draw, so that the towns stay the same
      memory_add_absence(memory, ABSENCE_SICK_CHILD, NOT_GIVEN, PERCENT);
  }
  if (seasons) {
    int64_t row = memory_add_absence(memory, ABSENCE_HOLIDAY, NOT_GIVEN, (10 + random_below(random, 50)) * PERCENT);
    ((struct absence_row *)memory_row(memory, TABLE_ABSENCE, row))->weeks =
        (int64_t)(UINT64_C(0xff) << (18 + random_below(random, 10)));
  }
}

static void add_random_sources(struct memory *memory, struct random *random) {
  static const char *const hired[] = {"hired_assistant", "hired_skilled", "hired_nurse"};
  for (int64_t category = ASSISTANT; category <= NURSE; category++) {
    if (random_chance(random, 30))
      continue;
    int64_t row = memory_add_source(memory, hired[category], SOURCE_SUBSTITUTE, category);
    if (random_chance(random, 50))
      ((struct source_row *)memory_row(memory, TABLE_SOURCES, row))->hours_milli_per_week =
          INT64_C(7500) * (1 + random_below(random, 8));
  }
  if (random_chance(random, 50))
    ((struct source_row *)memory_row(memory, TABLE_SOURCES,
                                     memory_add_source(memory, "extra", SOURCE_EXTRA, NOT_GIVEN)))
        ->room_e8 = (40 + 10 * random_below(random, 7)) * PERCENT;
  if (random_chance(random, 40))
    memory_add_source(memory, "overtime", SOURCE_OVERTIME, NOT_GIVEN);
  if (random_chance(random, 30)) {
    struct source_row *agency =
        memory_row(memory, TABLE_SOURCES, memory_add_source(memory, "agency", SOURCE_AGENCY, NURSE));
    agency->price_ore_per_h = 900 * KR;
    agency->unsocial_ore_per_h = random_chance(random, 50) ? 1200 * KR : NOT_GIVEN;
    agency->hours_milli_per_week = random_chance(random, 50) ? 19000 : NOT_GIVEN;
  }
}

// Splits the last shift at random, if it lasts all day: two and a half hours off, paid with the split supplement.
static void split_last(struct memory *memory, struct random *random) {
  struct shift_row *shift = memory_row(memory, TABLE_SHIFTS, (int64_t)row_count(&memory->tables, TABLE_SHIFTS) - 1);
  if (random_chance(random, 50) && shift->end_min == 20 * HOURS)
    shift->gaps = "11:30-14:00";
}

// Restricts one of the shifts at random to weekends and red days, or to some weeks. Drawn last, so that the rest of the
// town stays the same.
static void add_random_days(struct memory *memory, struct random *random) {
  int64_t row = random_below(random, (int)row_count(&memory->tables, TABLE_SHIFTS));
  struct shift_row *shift = memory_row(memory, TABLE_SHIFTS, row);
  if (random_chance(random, 30))
    shift->days = 1 << SATURDAY | 1 << SUNDAY | DAYSET_HOLIDAY;
  else if (random_chance(random, 15))
    shift->weeks = (int64_t)(UINT64_C(0x7ff) << (1 + random_below(random, 40)));
}

static void add_random_unit(struct memory *memory, struct random *random, int64_t unit, struct town_shape shape) {
  for (int s = 0, left = shape.shifts; s < 4 && left; s++) {
    if (s && 4 - s > left && random_chance(random, 40))
      continue;
    left--;
    int64_t row =
        memory_add_shift(memory, unit, shift_choices[s].code, shift_choices[s].start_min, shift_choices[s].end_min);
    struct shift_row *shift = memory_row(memory, TABLE_SHIFTS, row);
    shift->break_min = shift_choices[s].break_min;
    shift->break_start_min = shift_choices[s].break_start_min;
    if (s < 3 || random_chance(random, 50))
      add_random_need(memory, random, unit, s, shape.seasons);
  }
  for (int64_t category = ASSISTANT; category <= NURSE; category++) // every frame has levels 1, 2 and 3
    memory_add_norm(memory, unit, "floor", 7 * HOURS + 30, 15 * HOURS, category, 0);
  add_random_groups(memory, random, unit, shape.groups);
}

struct memory random_town(struct arena *arena, struct random *random, struct town_shape shape) {
  struct memory memory = memory_town(arena);
  static const char *const zones[] = {"I", "II", "III", "IV", "V"};
  memory_settings(&memory)->zone = zones[random_below(random, 5)];
  memory_settings(&memory)->sick_supplements = random_chance(random, 70) ? YES : NO;
  memory_add_unit(&memory, "ward");
  add_random_unit(&memory, random, 0, shape);
  add_random_absence(&memory, random, shape.seasons);
  add_random_sources(&memory, random);
  add_random_days(&memory, random);
  split_last(&memory, random);
  return memory;
}

struct memory random_pair(struct arena *arena, struct random *random, struct town_shape shape) {
  struct memory memory = random_town(arena, random, shape);
  memory_add_unit(&memory, "home");
  add_random_unit(&memory, random, 1, shape);
  if (random_chance(random, 50)) // own absence and sources
    ((struct absence_row *)memory_row(&memory, TABLE_ABSENCE,
                                      memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 20 * PERCENT)))
        ->unit = 1;
  for (size_t i = 0; i < row_count(&memory.tables, TABLE_SOURCES); i++)
    if (random_chance(random, 30))
      ((struct source_row *)memory_row(&memory, TABLE_SOURCES, (int64_t)i))->unit = random_below(random, 2);
  return memory;
}

void share_at_random(struct memory *memory, struct random *random) {
  static const char *const other[] = {"home", "ward"};
  static const int64_t days[] = {DAYSET_EVERY_WEEKDAY | DAYSET_HOLIDAY, 1 << SATURDAY | 1 << SUNDAY, 0x1f};
  for (size_t g = 0; g < row_count(&memory->tables, TABLE_GROUPS); g++) {
    struct group_row *group = memory_row(memory, TABLE_GROUPS, (int64_t)g);
    group->also_units = g == 0 || random_chance(random, 60) ? other[group->unit] : NULL;
    group->also_days = days[random_below(random, 3)];
  }
}

struct memory plain_ward(struct arena *arena, int64_t persons_milli, int64_t heads_milli) {
  struct memory memory = memory_town(arena);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "day", 8 * HOURS, 16 * HOURS);
  if (persons_milli)
    memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, SKILLED, persons_milli);
  struct group_row *group =
      memory_row(&memory, TABLE_GROUPS, memory_add_group(&memory, 0, "staff", SKILLED, heads_milli, ONE_E8));
  group->full_time_min = 40 * HOURS;
  group->weekend_every_milli = 2000;
  return memory;
}

// --- solving ---

struct stretch stretch_of_year(int year) {
  return (struct stretch){fiscal_first_day(year), fiscal_day_count(year)};
}

struct stretch stretch_of_weeks(int year, int month, int day, int weeks) {
  return (struct stretch){day_from_date(year, month, day), weeks * DAYS_PER_WEEK};
}

static const struct plan *plan_from(struct solver *solver, struct arena *arena, const struct program *program,
                                    const struct plan *start) {
  const struct solution *solution = solver_solve(solver, arena, program, start ? start->solution->basis : NULL);
  if (solution->status != SOLVE_OPTIMAL)
    fail_msg("not solved: %s", solution->fault);
  const struct plan *plan = plan_make(arena, program, solution);
  if (!plan_agrees(plan))
    fail_msg("pay engine %.4f kr, optimiser %.4f kr", plan->planned_kr, solution->cost_kr);
  assert_near(plan->planned_shortfall_h, solution->shortfall_h, 1e-6);
  return plan;
}

const struct plan *program_plan(struct arena *arena, const struct program *program) {
  struct solver *solver = solver_new();
  const struct plan *plan = plan_from(solver, arena, program, NULL);
  solver_free(solver);
  return plan;
}

static const struct unit_year *question_year(struct arena *arena, const struct question *q) {
  const struct stretch *s = &q->stretch;
  size_t measures = row_count(&q->scenario->tables, TABLE_MEASURES);
  bool *in_force = arena_array(arena, measures, sizeof *in_force);
  memset(in_force, q->measures, measures * sizeof *in_force);
  const struct timeline *reference = timeline_make(arena, q->scenario, NULL, s->first_day, s->first_day, s->day_count);
  const struct timeline *subject =
      timeline_make(arena, q->scenario, in_force, s->first_day, s->first_day, s->day_count);
  return unit_year_make(arena, q->scenario, 0, reference, subject, (struct year_terms){.merge = q->week_types});
}

struct answers town_solve(struct arena *arena, const struct question *question) {
  struct answers answers = {.year = question_year(arena, question)};
  struct solver *solver = solver_new();
  const double *limit = question->variable_h;
  const struct plan *last = NULL;
  for (enum variant v = REFERENCE; v < VARIANTS; v++) {
    const struct program *program = program_build(arena, answers.year, v);
    const struct plan **plans = answers.plans[v];
    plans[POSITIONS_KEPT] = plan_from(solver, arena, program, last);
    if (!limit)
      limit = plans[POSITIONS_KEPT]->variable_h;
    last = plans[POSITIONS_KEPT];
    plans[POSITIONS_ADJUSTED] =
        plan_from(solver, arena, program_adjust(arena, program, &(struct hours_limits){limit, NULL}), last);
  }
  solver_free(solver);
  return answers;
}

static const struct program *baseline(struct arena *arena, const struct scenario *scenario, struct stretch stretch) {
  struct question question = {.scenario = scenario, .stretch = stretch, .week_types = true};
  return program_build(arena, question_year(arena, &question), REFERENCE);
}

const struct plan *town_plan(struct arena *arena, const struct scenario *scenario, struct stretch stretch) {
  return program_plan(arena, baseline(arena, scenario, stretch));
}

const struct plan *town_plan_adjusted(struct arena *arena, const struct scenario *scenario, struct stretch stretch,
                                      const double *variable_h) {
  return program_plan(
      arena, program_adjust(arena, baseline(arena, scenario, stretch), &(struct hours_limits){variable_h, NULL}));
}

bool plan_no_worse(const struct plan *left, const struct plan *right, double play_kr) {
  double play_h = 1e-6 * size_of(left->planned_shortfall_h, right->planned_shortfall_h);
  if (left->planned_shortfall_h > right->planned_shortfall_h + play_h)
    return false;
  if (left->planned_shortfall_h < right->planned_shortfall_h - play_h)
    return true;
  return left->planned_kr <= right->planned_kr + play_kr + 1e-6 * size_of(left->planned_kr, right->planned_kr);
}
