// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons for a difference, none of them larger than the difference itself.
//
// If a reason is larger than the whole, another one works against it: the largest is combined with the largest
// opposing one, until none is larger. Combined reasons are described as one, with both sides and the kroner of each.
#ifndef ROTACOST_AUDIT_BRIDGE_NET_H
#define ROTACOST_AUDIT_BRIDGE_NET_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct net_reason {
  int64_t ore;      // 0: combined with another, or not present
  const char *text; // a clause; NULL where ore is 0
};

// Combines in place; the sum stays exactly the same. A combined reason takes the place of its largest part in the
// direction of the sum. Memory of the texts: arena.
void reasons_net(struct arena *arena, struct net_reason *reasons, size_t count);

#endif
