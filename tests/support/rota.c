// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rota.h"
#include "solve/solution.h"

#include "base/fixed.h"
#include "need/year_make.h"
#include "scenario/stretches.h"

// --- making them ---

struct group_row *rota_group(struct memory *memory, int64_t g) {
  return memory_row(memory, TABLE_GROUPS, g);
}

void rota_blank_cells(struct memory *memory) {
  for (size_t g = 0; g < row_count(&memory->tables, TABLE_GROUPS); g++) {
    struct group_row *group = rota_group(memory, (int64_t)g);
    group->agreement = AGREEMENT_LOCAL;
    group->holiday_most_e8 = 50 * PERCENT;
    group->weekends_per_year_milli = NOT_GIVEN;
    group->weekend_ceiling_milli = 2 * MILLI;
  }
}

void rota_year_round(struct memory *memory, int64_t band_e8, enum holidays_by holidays_by) {
  for (size_t g = 0; g < row_count(&memory->tables, TABLE_GROUPS); g++) {
    struct group_row *group = rota_group(memory, (int64_t)g);
    group->regime = REGIME_YEAR;
    group->band_e8 = band_e8;
    group->holidays_by = holidays_by;
  }
}

struct absence_row *rota_absence(struct memory *memory, enum absence_kind kind, int first_week, int last_week,
                                 int64_t percent_e8) {
  struct absence_row *row = memory_row(memory, TABLE_ABSENCE, memory_add_absence(memory, kind, NOT_GIVEN, percent_e8));
  row->weeks = 0;
  row->away_min = NOT_GIVEN;
  for (int week = first_week; week <= last_week; week++)
    row->weeks |= INT64_C(1) << week;
  return row;
}

struct source_row *rota_hired(struct memory *memory, int64_t category) {
  return memory_row(memory, TABLE_SOURCES, memory_add_source(memory, "hired", SOURCE_SUBSTITUTE, category));
}

struct memory random_rota(struct arena *arena, int seed) {
  struct random random = {.state = (uint64_t)seed};
  struct memory memory = random_town(arena, &random, (struct town_shape){.groups = 2, .shifts = 3, .seasons = false});
  rota_blank_cells(&memory);
  int first = 22 + random_below(&random, 6);
  rota_absence(&memory, ABSENCE_HOLIDAY, first, first + 8 + random_below(&random, 4),
               (20 + random_below(&random, 30)) * PERCENT);
  rota_absence(&memory, ABSENCE_HOLIDAY, 7, 8, 20 * PERCENT);
  if (random_chance(&random, 50))
    rota_absence(&memory, ABSENCE_HOLIDAY, 40, 41, 40 * PERCENT);
  if (random_chance(&random, 60)) {
    struct absence_row *training = rota_absence(&memory, ABSENCE_TRAINING, 36, 44, 4 * PERCENT);
    if (random_chance(&random, 50))
      training->away_min = 16 * HOURS;
  }
  struct need_row *summer = memory_row( // more is wanted in the summer, or in the autumn
      &memory, TABLE_NEED,
      memory_add_need(&memory, 0, "season", 7 * HOURS + 30, 15 * HOURS, ASSISTANT,
                      500 * (1 + random_below(&random, 4))));
  summer->weeks = (int64_t)(UINT64_C(0xfff) << (random_chance(&random, 50) ? 23 : 40));
  return memory;
}

// --- solving ---

static const struct program *programme(struct arena *arena, const struct memory *memory, struct stretch stretch) {
  const struct scenario *scenario = town_scenario(memory);
  const struct timeline *timeline =
      timeline_make(arena, scenario, NULL, stretch.first_day, stretch.first_day, stretch.day_count);
  const struct unit_year *year =
      unit_year_make(arena, scenario, 0, timeline, timeline, (struct year_terms){.merge = true});
  return program_open_sundays(arena, program_build(arena, year, REFERENCE));
}

const struct plan *rota_kept(struct arena *arena, const struct memory *memory, struct stretch stretch) {
  return program_plan(arena, programme(arena, memory, stretch));
}

const struct plan *rota_adjusted(struct arena *arena, const struct memory *memory, struct stretch stretch,
                                 const struct plan *limit) {
  static const double none[4 * LEVELS_MOST];
  const double *variable_h = limit ? limit->variable_h : none;
  return program_plan(
      arena, program_adjust(arena, programme(arena, memory, stretch), &(struct hours_limits){variable_h, NULL}));
}

// --- reading plans ---

static double column_of_week(const struct plan *plan, enum column_kind kind, int g, int w) {
  const struct program *program = plan->program;
  for (size_t c = 0; c < program->column_count; c++) {
    const struct column_key *key = &program->columns[c].key;
    if (key->kind == (int)kind && key->who == g && key->type == program->year->type_of_week[w])
      return plan->solution->values[c];
  }
  return 0;
}

double rota_roster_h(const struct plan *plan, int g, int w) { return column_of_week(plan, COLUMN_ROSTER, g, w); }

double rota_away(const struct plan *plan, int g, int w) { return column_of_week(plan, COLUMN_AWAY, g, w); }

double rota_people_on(const struct plan *plan, int g, day_number day, int shift, bool beyond) {
  const struct program *program = plan->program;
  int at = 7 * year_type_of(program->year, day) + (int)weekday_of(day);
  double people = 0;
  for (int c = program->day_columns[at]; c < program->day_columns[at + 1]; c++) {
    const struct column_key *key = &program->columns[c].key;
    bool counts = key->kind == COLUMN_OWN || (beyond && (key->kind == COLUMN_EXTRA || key->kind == COLUMN_OVERTIME));
    if (counts && key->who == g && key->shift == shift)
      people += plan->solution->values[c];
  }
  return people;
}

double rota_people(const struct plan *plan, int g, day_number day, bool beyond) {
  double people = 0;
  for (int s = 0; s < plan->program->year->frame->shift_count; s++)
    people += rota_people_on(plan, g, day, s, beyond);
  return people;
}

double rota_worked_h(const struct plan *plan, int g, int w) {
  const struct unit_year *year = plan->program->year;
  double hours = 0;
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    day_number day = year->first_monday + w * DAYS_PER_WEEK + d;
    const struct tables *tables = year_tables(year, plan->program->variant, day);
    for (int s = 0; s < year->frame->shift_count; s++) {
      const struct shift_row *shift = &shift_rows(tables)[year->frame->shifts[s]];
      int64_t paid_min = span_min(shift->start_min, shift->end_min) - shift->break_min - shift_gap_min(shift) +
                         unit_rows(tables)[year->frame->unit].handover_min;
      hours += rota_people_on(plan, g, day, s, false) * (double)paid_min / 60;
    }
  }
  return hours;
}
