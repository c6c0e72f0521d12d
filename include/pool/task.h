// SPDX-License-Identifier: GPL-3.0-or-later
// A task, its limits, and what it may report while it runs in its process (pool/pool.h).
#ifndef ROTACOST_POOL_TASK_H
#define ROTACOST_POOL_TASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/failure.h"
#include "pool/pack.h"

struct pool_settings {
  int jobs;          // children at a time; 0: one for each core available to this process
  int64_t memory_mb; // of a child, beyond what it was forked with; 0: no limit. Not enforced under AddressSanitizer
  int64_t seconds;   // wall time of a task: a safety net that never affects a result; 0: no limit
  void (*line)(void *info, const char *text, size_t length); // of pool_log, complete lines as they arrive; may be NULL
  void (*step)(void *info, const char *what);                // of pool_step, as they arrive; may be NULL
  void *info;
};

struct pool_task {
  const char *name; // for failures: the unit, for example
  double effort;    // the largest is started first; equals in their order
  // In the child. False if there is no answer; *failure says why.
  bool (*run)(void *info, struct packing *answer, struct failure *failure);
  // In this process, in the order of the tasks, only if there is an answer. False if it cannot be read.
  bool (*take)(void *info, const char *bytes, size_t length);
  void *info;
};

// For tasks: reports the step that begins (`what`), and a log of complete lines. Elsewhere they do nothing and
// return NULL.
void pool_step(const char *what);
FILE *pool_log(void); // do not close it

// For tests: called in every child before its task. NULL: none.
extern void (*pool_before_task)(const struct pool_task *task);

#endif
