// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons of a difference, none of them larger than the difference itself.
//
// Where a reason is larger than the whole, another works against it: the largest is joined with the largest that
// opposes it, until none is. What was joined is told as one reason with its sides, each with its kroner.
#ifndef ROTACOST_AUDIT_BRIDGE_NET_H
#define ROTACOST_AUDIT_BRIDGE_NET_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct net_reason {
  int64_t ore;      // 0: joined with another, or never there
  const char *text; // a clause; NULL where ore is 0
};

// Joins in place; the sum stays the same to the øre. What is joined stands where its largest part stood that goes the
// way of the sum. Memory of the texts: arena.
void reasons_net(struct arena *arena, struct net_reason *reasons, size_t count);

#endif
