// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/redesign_task.h"

#include "audit/solve_failure.h"

static const struct pack_shape row_shape = {sizeof(size_t), NULL, 0, NULL, 0};
static const struct pack_shape number_shape = {sizeof(double), NULL, 0, NULL, 0};
static const size_t texts[] = {offsetof(struct redesign, blocking)};
static const struct pack_list lists[] = {
    {offsetof(struct redesign, types), offsetof(struct redesign, type_count), &row_shape},
    {offsetof(struct redesign, heads), offsetof(struct redesign, type_count), &number_shape}};
static const struct pack_shape redesign_shape = {sizeof(struct redesign), texts, 1, lists, 2};

static bool run_redesign(void *info, struct packing *answer, struct failure *failure) {
  const struct redesign_task *task = info;
  const struct tables *tables = &task->scenario->tables;
  enum solve_status status;
  const char *why = NULL;
  pool_step(unit_rows(tables)[task->result->unit].unit);
  const struct redesign *redesign = redesign_unit(arena_new(), task->scenario, (int64_t)task->result->unit,
                                                  (int)settings_of(tables)->last_year, &status, &why);
  if (!redesign && status == SOLVE_FAULT) {
    *failure = solve_failure(status, why);
    return false;
  }
  pack_text(answer, why);
  pack_items(answer, redesign, redesign ? 1 : 0, &redesign_shape);
  return true;
}

static bool take_redesign(void *info, const char *bytes, size_t length) {
  const struct redesign_task *task = info;
  struct unpacking from = unpack_begin(task->scenario->arena, bytes, length);
  size_t count;
  task->result->why = unpack_text(&from);
  task->result->redesign = unpack_items(&from, &count, &redesign_shape); // NULL where there is none
  return unpack_whole(&from) && count <= 1;
}

// Solving for whole heads takes far longer than solving a year with the present staff.
static double effort_of(const struct redesign_task *task) {
  double types = (double)row_count(&task->scenario->tables, TABLE_CATALOGUE);
  return 1000 * types * types;
}

struct pool_task redesign_task_of(struct redesign_task *redesign) {
  const struct tables *tables = &redesign->scenario->tables;
  return (struct pool_task){unit_rows(tables)[redesign->result->unit].unit, effort_of(redesign), run_redesign,
                            take_redesign, redesign};
}
