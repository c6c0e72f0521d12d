// SPDX-License-Identifier: GPL-3.0-or-later
// A unit's rota redesigned, in a process of its own.
#ifndef ROTACOST_AUDIT_REDESIGN_TASK_H
#define ROTACOST_AUDIT_REDESIGN_TASK_H

#include "audit/effect.h"
#include "pool/pool.h"

struct redesign_task {
  const struct scenario *scenario;
  struct redesign_result *result; // its unit is set; the rest except today_kr is filled in
};

// The task in the form the pool takes; `redesign` must not move. What is not proven within limits is still a result;
// only a fault is a failure.
struct pool_task redesign_task_of(struct redesign_task *redesign);

#endif
