// SPDX-License-Identifier: GPL-3.0-or-later
// Everything asked about one unit, or those solved together with it, answered in a process of its own: its years, the
// effect of each measure on them, and the sets of measures that affect it. All plans and solvers used for this end with
// the process.
#ifndef ROTACOST_AUDIT_UNIT_TASK_H
#define ROTACOST_AUDIT_UNIT_TASK_H

#include "audit/asked.h"
#include "audit/chance.h"
#include "audit/noted.h"
#include "audit/sets.h"
#include "pool/pool.h"

struct case_answer {
  struct year_effect effect;      // for a measure's case: the unit's share
  struct baseline_year *baseline; // for the baseline's: one for each of the units solved together
  size_t baseline_count;
  struct chance_pairs *chance; // [POSITIONS_ANSWERS] for a measure's case
  struct noted noted;
};

struct unit_task {
  const struct audit *audit; // measures begun, no effect known
  const struct audit_hooks *hooks;
  struct solver *solver; // shared by all tasks
  const struct asked_unit *asked;
  struct sets *sets; // whose questions are answered
  // the answer
  struct arena *arena;         // of its lists; the caller frees it
  struct case_answer *answers; // [asked->count]
  struct study_counts counts;
};

// The task in the form the pool takes; `unit` must not move.
struct pool_task unit_task_of(struct unit_task *unit);
void study_counts_add(struct study_counts *to, const struct study_counts *more);

#endif
