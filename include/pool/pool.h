// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of work, each in a process of its own: what one of them does to itself costs its own answer and nothing else.
//
// A task runs in a child forked from this process, so it sees everything as it was and changes nothing here. It packs
// its answer (pool/pack.h), which comes back through a pipe. Answers are taken in the order of the tasks, whatever the
// order in which they were found, so that results do not depend on how many work at a time.
//
//   crash, abort, exit, signal, unreadable answer       FAILURE_FAULT, of this task
//   more memory or time than it may take                FAILURE_LIMIT, of this task
//   no process or pipe to be had                        FAILURE_LIMIT, of this task
//   this process dies, however that comes about         the kernel kills every child with it (PR_SET_PDEATHSIG)
//
// Children stay in the process group, so that a terminal stops and ends all at once. They write nothing but their pipe
// and what they say on stderr; no file, no stdout, no core. Not for programs with threads.
#ifndef ROTACOST_POOL_POOL_H
#define ROTACOST_POOL_POOL_H

#include <stdint.h>
#include <stdio.h>

#include "base/failure.h"
#include "pool/pack.h"

enum {
  POOL_MEMORY_MB = 4096, // of limits where nobody says otherwise
  POOL_SECONDS = 4 * 3600,
};

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

int pool_cores(void);

// Runs all of them to their end. failures: [count], FAILURE_NONE where all went well. True where that is so of all.
bool pool_run(const struct pool_settings *settings, const struct pool_task *tasks, size_t count,
              struct failure *failures);

// For tasks: one step of the work is begun, `what` says which; and a log of whole lines. Elsewhere they do nothing, and
// are NULL.
void pool_step(const char *what);
FILE *pool_log(void); // not to be closed

// For tests: called in every child before its task. NULL: nothing.
extern void (*pool_before_task)(const struct pool_task *task);

#endif
