// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/measure_task.h"

#include <assert.h>

#include "audit/unit_task.h"
#include "scenario/touches.h"

// The column of a varied cell is a static record of the program: its address is the same in parent and child.
static const size_t assumption_texts[] = {offsetof(struct assumption, cell.cell.text)};
static const struct pack_shape assumption_shape = {sizeof(struct assumption), assumption_texts, 1, NULL, 0};
static const size_t reversal_texts[] = {offsetof(struct reversal, reason)};
static const struct pack_shape reversal_shape = {sizeof(struct reversal), reversal_texts, 1, NULL, 0};

static const struct pack_shape swing_shape = {sizeof(struct driver_swing), NULL, 0, NULL, 0};

static bool touches_any(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  for (size_t unit = 0; unit < row_count(&scenario->tables, TABLE_UNITS); unit++)
    if (measure_touches_unit(scenario, measure, unit))
      return true;
  return false;
}

bool measure_task_solves(const struct measure_task *measure) {
  const struct measure_effect *effect = &measure->audit->measures[measure->measure];
  return effect->testable && !effect->given_up && touches_any(measure->audit->scenario, measure->measure);
}

bool measure_task_answer(struct measure_task *measure, struct failure *failure) {
  struct study *study = study_new(measure->audit->scenario, measure->solver, measure->hooks->log ? pool_log() : NULL);
  bool done = assumptions_add(&measure->assumptions, measure->audit, measure->measure, study, failure) &&
              reversals_add(&measure->reversals, measure->audit, measure->measure, study, failure) &&
              drivers_swing(&measure->swings, measure->audit, measure->measure, study, failure);
  measure->counts = *study_counts_of(study);
  study_free(study);
  return done;
}

static bool run_measure(void *info, struct packing *answer, struct failure *failure) {
  struct measure_task *task = info;
  pool_step(measure_rows(&task->audit->scenario->tables)[task->measure].measure);
  if (!measure_task_answer(task, failure))
    return false;
  pack_items(answer, task->assumptions.items, task->assumptions.count, &assumption_shape);
  pack_items(answer, task->reversals.items, task->reversals.count, &reversal_shape);
  pack_items(answer, task->swings.items, task->swings.count, &swing_shape);
  pack_bytes(answer, &task->counts, sizeof task->counts);
  return true;
}

static bool take_measure(void *info, const char *bytes, size_t length) {
  struct measure_task *task = info;
  struct unpacking from = unpack_begin(task->audit->arena, bytes, length);
  task->assumptions.items = unpack_items(&from, &task->assumptions.count, &assumption_shape);
  task->reversals.items = unpack_items(&from, &task->reversals.count, &reversal_shape);
  task->swings.items = unpack_items(&from, &task->swings.count, &swing_shape);
  unpack_bytes(&from, &task->counts, sizeof task->counts);
  return unpack_whole(&from);
}

// The more people the measure affects, the longer its years take to solve.
static double effort_of(const struct measure_task *task) {
  const struct scenario *scenario = task->audit->scenario;
  double effort = 0;
  for (size_t g = 0; g < row_count(&scenario->tables, TABLE_GROUPS); g++)
    effort += measure_touches_unit(scenario, task->measure, (size_t)group_rows(&scenario->tables)[g].unit);
  return claim_last_year(scenario, task->measure) ? 3 * effort : effort;
}

struct pool_task measure_task_of(struct measure_task *measure) {
  const struct tables *tables = &measure->audit->scenario->tables;
  return (struct pool_task){measure_rows(tables)[measure->measure].measure, effort_of(measure), run_measure,
                            take_measure, measure};
}
