// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables say about a unit before anything is planned, so that a slip is seen at once: the need
// (audit/demand.h) compared with the contracts. Nothing is solved except the cover of the days.
//
//   contracted FTE   heads x position of the unit's own groups
//   weekend heads    wanted: people on duty on the fuller day x every k-th weekend of the groups, with those away
//                    covered too; there: heads of groups with weekend duty
//   night posts      people wanted at 03:00, mean over the year, resting duty too
//   cost             FTE needed x what a full-time position of the groups costs in the year with holiday pay, pension
//   and
//                    employer tax (pay/pay.h), by their positions: a rule of thumb, without supplements and sick leave
//   below norm       days of the year on which the need is lower than the norm at some moment
//   assumed          rows of need, norm and groups of the unit that are marked assumed or name no source
#ifndef ROTACOST_AUDIT_UNDERSTOOD_H
#define ROTACOST_AUDIT_UNDERSTOOD_H

#include "audit/demand.h"

struct understood {
  int64_t unit; // NOT_GIVEN: the sum of all
  double need_fte, contracted_fte;
  double weekend_heads_needed, weekend_heads; // needed 0: no group with weekend duty, or no need
  double night_posts;
  int64_t cost_ore; // NOT_GIVEN: no groups whose pay could price it
  bool has_norm;
  int below_norm_days; // not for a sum
  int rows, assumed_rows;
};

// For every unit in a year, and their sum where there are several. Sets *count. NULL where the solver gave up. Memory:
// arena.
struct understood *understood_of_year(struct arena *arena, const struct scenario *scenario, int year, size_t *count);

// Do contracts and need differ so much that a slip is likely: less than half of it, or more than twice?
bool understood_is_odd(const struct understood *unit);

#endif
