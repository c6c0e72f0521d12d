// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks, each in its own process: a task that fails loses its own answer and nothing else.
//
// A task runs in a child forked from this process, so it sees all data as they were and changes nothing here. It packs
// its answer (pool/pack.h) and sends it back through a pipe. Answers are taken in the order of the tasks, whatever the
// order in which they arrive, so that results do not depend on how many tasks run at a time.
//
//   crash, abort, exit, signal, unreadable answer       FAILURE_FAULT, of this task
//   more memory or time than allowed                    FAILURE_LIMIT, of this task
//   no process or pipe available                        FAILURE_LIMIT, of this task
//   this process dies, for whatever reason              the kernel kills every child with it (PR_SET_PDEATHSIG)
//
// Children stay in the process group, so that a terminal stops and ends all at once. They write only to their pipe
// and to stderr; no file, no stdout, no core dump. Not for programs with threads.
#ifndef ROTACOST_POOL_POOL_H
#define ROTACOST_POOL_POOL_H

#include <stdint.h>
#include <stdio.h>

#include "pool/task.h"

enum {
  POOL_MEMORY_MB = 4096, // defaults of the limits
  POOL_SECONDS = 4 * 3600,
};

int pool_cores(void);

// Runs all tasks to their end. failures: [count], FAILURE_NONE for a task that succeeded. True if all of them did.
bool pool_run(const struct pool_settings *settings, const struct pool_task *tasks, size_t count,
              struct failure *failures);

#endif
