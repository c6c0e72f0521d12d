// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a child.
#ifndef ROTACOST_POOL_CHILD_H
#define ROTACOST_POOL_CHILD_H

#include <sys/types.h>

#include "pool/task.h"

// Does the task's work in a process just forked from `parent`, and ends it. Answers into `to`.
_Noreturn void child_work(const struct pool_settings *settings, const struct pool_task *task, pid_t parent, int to);

#endif
