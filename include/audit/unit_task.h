// SPDX-License-Identifier: GPL-3.0-or-later
// All that is asked of one unit, or of those solved together with it, answered in a process of its own: its years, what each measure does to them, and the
// sets of measures that touch it. Everything that was needed for it, plans and solvers, ends with the process.
#ifndef ROTACOST_AUDIT_UNIT_TASK_H
#define ROTACOST_AUDIT_UNIT_TASK_H

#include "audit/asked.h"
#include "audit/chance.h"
#include "audit/noted.h"
#include "audit/sets.h"
#include "pool/pool.h"

struct case_answer {
  struct year_effect effect;      // of a measure's case: the unit's share
  struct baseline_year *baseline; // of the baseline's: one of each of the units solved together
  size_t baseline_count;
  struct chance_pairs *chance; // [POSITIONS_ANSWERS] of a measure's case
  struct noted noted;
};

struct unit_task {
  const struct audit *audit; // measures begun, no effect known
  const struct audit_hooks *hooks;
  struct solver *solver; // shared by all tasks
  const struct asked_unit *asked;
  struct sets *sets; // whose questions are answered
  // the answer
  struct arena *arena;         // of its lists; the caller ends it
  struct case_answer *answers; // [asked->count]
  struct study_counts counts;
};

// The task as the pool wants it; `unit` must stay where it is.
struct pool_task unit_task_of(struct unit_task *unit);
void study_counts_add(struct study_counts *to, const struct study_counts *more);

#endif
