// SPDX-License-Identifier: GPL-3.0-or-later
// A unit's rota designed anew, in a process of its own.
#ifndef ROTACOST_AUDIT_REDESIGN_TASK_H
#define ROTACOST_AUDIT_REDESIGN_TASK_H

#include "audit/effect.h"
#include "pool/pool.h"

struct redesign_task {
  const struct scenario *scenario;
  struct redesign_result *result; // its unit is known; the rest but today_kr is filled in
};

// The task as the pool wants it; `redesign` must stay where it is. What is not proven within limits is a result; only a
// fault is a failure.
struct pool_task redesign_task_of(struct redesign_task *redesign);

#endif
