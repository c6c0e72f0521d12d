// SPDX-License-Identifier: GPL-3.0-or-later
// A small town by chance, of which the bytes are the seed: solved in blocks of week types, week by week, in one programme, and
// by the plain planner of the tests that spells out every day, it costs the same and leaves as many hours uncovered.
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/fixed.h"
#include "fuzz/fuzz.h"
#include "scenario/rows_people.h"
#include "scenario/rows_settings.h"
#include "solve/guard.h"
#include "solve/part.h"
#include "solve/solution.h"
#include "solve/stages.h"
#include "support/plain_plan.h"
#include "support/town.h"

static void holds_near(double found, double wanted) {
  FUZZ_HOLDS(fabs(found - wanted) <= 1e-6 * fmax(1, fabs(wanted)));
}

static void holds_same(const struct plan *plan, double short_h, double cost_kr) {
  holds_near(plan->planned_shortfall_h, short_h);
  holds_near(plan->planned_kr, cost_kr);
}

// ---------------------------------------------------------------- in one programme

struct whole {
  struct arena *arena;
  const struct part *part;
  const struct part_result *result;
};

static void solve(void *state) {
  struct whole *whole = state;
  whole->result = part_solve(whole->arena, whole->part, NULL);
}

static void compare_whole(struct arena *arena, const struct plan *plan) {
  struct whole whole = {.arena = arena, .part = part_of_whole(arena, plan->program)};
  FUZZ_HOLDS(guard_run(solve, &whole) && whole.result->outcome == FOUND);
  double cost_kr = plan->program->constant_kr;
  for (size_t c = 0; c < plan->program->column_count; c++)
    cost_kr += plan->program->columns[c].cost_kr * whole.result->values[c];
  holds_near(plan->solution->shortfall_h, whole.result->shortfall_h);
  holds_near(plan->solution->cost_kr, cost_kr);
}

// ---------------------------------------------------------------- the town

struct asked {
  struct memory memory;
  struct stretch stretch;
};

// Stretches that begin and end anywhere in a week, also around New Year and Easter.
static struct asked asked_of(struct arena *arena, const uint8_t bytes[8]) {
  static const int starts[][3] = {{2025, 4, 12}, {2025, 12, 20}, {2024, 12, 27},
                                  {2024, 5, 14}, {2025, 8, 28},  {2025, 1, 1}};
  struct random random = {.state = 0};
  memcpy(&random.state, bytes, sizeof random.state);
  struct town_shape shape = {.groups = 1 + bytes[6] % 2, .shifts = 2 + bytes[7] % 3};
  struct asked asked = {.memory = random_town(arena, &random, shape)};
  const int *start = starts[random_below(&random, 6)];
  for (size_t g = 0; g < row_count(&asked.memory.tables, TABLE_GROUPS); g++)
    ((struct group_row *)memory_row(&asked.memory, TABLE_GROUPS, (int64_t)g))->red_days =
        random_chance(&random, 50) ? RED_DAYS_NEXT_OFF : RED_DAYS_WORKED;
  memory_settings(&asked.memory)->fiscal_year_starts = random_chance(&random, 50) ? 1 : 4;
  asked.stretch = (struct stretch){day_from_date(start[0], start[1], start[2]) + random_below(&random, 5),
                                   1 + random_below(&random, 9)};
  return asked;
}

static void compare_plain(struct arena *arena, const struct asked *asked,
                          const struct plan *const plans[POSITIONS_ANSWERS]) {
  double variable_h[PLAIN_LEVELS] = {0};
  const struct frame *frame = plans[POSITIONS_KEPT]->program->year->frame;
  for (int l = 0; l < frame->level_count; l++)
    variable_h[frame->levels[l]] = plans[POSITIONS_KEPT]->variable_h[l];
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    struct plain_answer plain = plain_plan(arena, &(struct plain_question){.tables = &asked->memory.tables,
                                                                           .first_day = asked->stretch.first_day,
                                                                           .day_count = asked->stretch.day_count,
                                                                           .adjusted = p == POSITIONS_ADJUSTED,
                                                                           .variable_h = variable_h});
    holds_same(plans[p], plain.short_h, plain.cost_kr);
  }
}

int fuzz_plan(const uint8_t *data, size_t size) {
  if (size != 8)
    return 0;
  struct arena *arena = arena_new();
  struct asked asked = asked_of(arena, data);
  struct question question = {.scenario = town_scenario(&asked.memory), .stretch = asked.stretch, .week_types = true};
  struct answers blocks = town_solve(arena, &question);
  question.week_types = false;
  struct answers weeks = town_solve(arena, &question);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct plan *plan = blocks.plans[REFERENCE][p], *each = weeks.plans[REFERENCE][p];
    holds_same(plan, each->planned_shortfall_h, each->planned_kr);
    compare_whole(arena, plan);
  }
  compare_plain(arena, &asked, blocks.plans[REFERENCE]);
  arena_free(arena);
  return 0;
}
