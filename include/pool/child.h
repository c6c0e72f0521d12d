// SPDX-License-Identifier: GPL-3.0-or-later
// A child process, from start to end.
#ifndef ROTACOST_POOL_CHILD_H
#define ROTACOST_POOL_CHILD_H

#include <sys/types.h>

#include "pool/task.h"

// Runs the task in a process just forked from `parent`, writes the answer to `to` and ends the process.
_Noreturn void child_work(const struct pool_settings *settings, const struct pool_task *task, pid_t parent, int to);

#endif
