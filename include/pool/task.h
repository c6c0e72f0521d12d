// SPDX-License-Identifier: GPL-3.0-or-later
// A piece of work, how it is watched, and what it may say while it is done in its process (pool/pool.h).
#ifndef ROTACOST_POOL_TASK_H
#define ROTACOST_POOL_TASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/failure.h"
#include "pool/pack.h"

struct pool_settings {
  int jobs;          // children at a time; 0: as many as there are cores for this process
  int64_t memory_mb; // a child's, on top of what it was forked with; 0: no limit. Not kept under AddressSanitizer
  int64_t seconds;   // a task's, of wall time: a net against what never ends, not a part of any result; 0: no limit
  void (*line)(void *info, const char *text, size_t length); // of pool_log, whole lines as they come; may be NULL
  void (*step)(void *info, const char *what);                // of pool_step, as they come; may be NULL
  void *info;
};

struct pool_task {
  const char *name; // for failures: the unit, say
  double effort;    // the dearest is begun first; equals in their order
  // In the child. False where there is no answer, which *failure tells.
  bool (*run)(void *info, struct packing *answer, struct failure *failure);
  // In this process, in the order of the tasks; only where there is an answer. False where it cannot be read.
  bool (*take)(void *info, const char *bytes, size_t length);
  void *info;
};

// For tasks: one step of the work is begun, `what` says which; and a log of whole lines. Elsewhere they do nothing, and
// are NULL.
void pool_step(const char *what);
FILE *pool_log(void); // not to be closed

// For tests: called in every child before its task. NULL: nothing.
extern void (*pool_before_task)(const struct pool_task *task);

#endif
