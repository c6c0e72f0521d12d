// SPDX-License-Identifier: GPL-3.0-or-later
// What a measure depends on, and what would make its claim true, once its effect is known. Runs in a separate process,
// which solves the measure's year again to have its plans.
#ifndef ROTACOST_AUDIT_MEASURE_TASK_H
#define ROTACOST_AUDIT_MEASURE_TASK_H

#include "audit/assumptions.h"
#include "audit/drivers.h"
#include "audit/reverse.h"
#include "pool/pool.h"

struct measure_task {
  const struct audit *audit; // effects known
  const struct audit_hooks *hooks;
  struct solver *solver; // shared by all tasks
  size_t measure;
  // the answer, in the audit's arena
  struct assumptions assumptions;
  struct reversals reversals;
  struct driver_swings swings;
  struct study_counts counts;
};

// Does it need a process? A measure that touches no unit solves nothing and is answered at once by
// measure_task_answer.
bool measure_task_solves(const struct measure_task *measure);
bool measure_task_answer(struct measure_task *measure, struct failure *failure);
// The task in the form the pool needs; `measure` must not move.
struct pool_task measure_task_of(struct measure_task *measure);

#endif
