// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/bridge_net.h"

#include <stdlib.h>

#include "audit/words.h"
#include "base/language.h"

struct net {
  struct arena *arena;
  const struct net_reason *parts; // in their original order
  size_t count;
  size_t *group;    // [count] the group of each part
  int64_t *sum_ore; // [count] sum of the group with that number
};

static bool opposes(int64_t a, int64_t b) { return (a < 0 && b > 0) || (a > 0 && b < 0); }

// The group with the largest sum; where `against` is not 0, the largest of opposite sign. count: none.
static size_t largest(const struct net *net, int64_t against) {
  size_t found = net->count;
  for (size_t g = 0; g < net->count; g++)
    if ((!against || opposes(net->sum_ore[g], against)) &&
        llabs(net->sum_ore[g]) > (found < net->count ? llabs(net->sum_ore[found]) : 0))
      found = g;
  return found;
}

static void join(struct net *net, size_t to, size_t from) {
  net->sum_ore[to] += net->sum_ore[from];
  net->sum_ore[from] = 0;
  for (size_t i = 0; i < net->count; i++)
    if (net->group[i] == from)
      net->group[i] = to;
}

static void join_all(struct net *net) {
  int64_t whole_ore = 0;
  for (size_t i = 0; i < net->count; i++)
    whole_ore += net->sum_ore[i];
  for (;;) {
    size_t most = largest(net, 0);
    if (most == net->count || llabs(net->sum_ore[most]) <= llabs(whole_ore))
      return;
    join(net, most, largest(net, net->sum_ore[most])); // there is one, since the sum is larger than the whole
  }
}

// The largest part of a group with the sign of `ore` that has not been reported; count: none left.
static size_t next_part(const struct net *net, size_t group, int64_t ore, const bool *told) {
  size_t found = net->count;
  for (size_t i = 0; i < net->count; i++)
    if (net->group[i] == group && !told[i] && net->parts[i].ore && !opposes(net->parts[i].ore, ore) &&
        (found == net->count || llabs(net->parts[i].ore) > llabs(net->parts[found].ore)))
      found = i;
  return found;
}

static const char *with_part(const struct net *net, const char *text, const char *join, size_t part) {
  return arena_printf(net->arena, "%s%s%s (%s" NO_BREAK_SPACE "kr)", text, join, net->parts[part].text,
                      signed_kr_in_words(net->arena, net->parts[part].ore));
}

// Parts with the sign of the sum first, then the others; the largest first within each.
static const char *sides(const struct net *net, size_t group, size_t leader) {
  bool *told = arena_array(net->arena, net->count, sizeof *told);
  int64_t ore = net->sum_ore[group];
  const char *text = with_part(net, "", "", leader);
  told[leader] = true;
  for (int way = 0; way < 2; way++)
    for (size_t i, first = 1; (i = next_part(net, group, way ? -ore : ore, told)) < net->count; first = 0) {
      text = with_part(net, text, way && first ? _(". Against it: ") : _(". With it: "), i);
      told[i] = true;
    }
  return text;
}

static size_t part_count(const struct net *net, size_t group) {
  size_t count = 0;
  for (size_t i = 0; i < net->count; i++)
    count += net->group[i] == group && net->parts[i].ore;
  return count;
}

void reasons_net(struct arena *arena, struct net_reason *reasons, size_t count) {
  struct net_reason *parts = arena_array(arena, count, sizeof *parts);
  bool *untold = arena_array(arena, count, sizeof *untold);
  struct net net = {arena, parts, count, arena_array(arena, count, sizeof *net.group),
                    arena_array(arena, count, sizeof *net.sum_ore)};
  for (size_t i = 0; i < count; i++) {
    parts[i] = reasons[i];
    net.group[i] = i;
    net.sum_ore[i] = reasons[i].ore;
    reasons[i] = (struct net_reason){0, NULL};
  }
  join_all(&net);
  for (size_t g = 0; g < count; g++) {
    if (!net.sum_ore[g])
      continue;
    size_t leader = next_part(&net, g, net.sum_ore[g], untold);
    reasons[leader] =
        (struct net_reason){net.sum_ore[g], part_count(&net, g) > 1 ? sides(&net, g, leader) : parts[leader].text};
  }
}
