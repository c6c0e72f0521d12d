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

#include "pool/task.h"

enum {
  POOL_MEMORY_MB = 4096, // of limits where nobody says otherwise
  POOL_SECONDS = 4 * 3600,
};

int pool_cores(void);

// Runs all of them to their end. failures: [count], FAILURE_NONE where all went well. True where that is so of all.
bool pool_run(const struct pool_settings *settings, const struct pool_task *tasks, size_t count,
              struct failure *failures);

#endif
