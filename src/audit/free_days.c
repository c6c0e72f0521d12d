// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/free_days.h"

#include "audit/solve_failure.h"
#include "base/tolerance.h"
#include "need/group.h"
#include "need/red_days.h"

// Does any group with heads that works Sundays leave its terms for public holidays (red_days) open in groups.csv?
static bool any_unsaid(const struct unit_year *year) {
  for (int i = 0; i < year->day_count; i++)
    for (int g = 0; g < year->frame->group_count; g++) {
      const struct group_row *group = group_on(year, REFERENCE, g, year->first_day + i);
      if (group->red_days == NOT_GIVEN && group->heads_milli && !never_on_weekends(group))
        return true;
    }
  return false;
}

struct asking {
  struct study *study;
  const struct comparison *comparison;
  struct failure *failure;
};

// The plan on these terms, with positions kept, less the plan as it is.
static bool ask(const struct asking *asking, enum red_days_terms terms, struct free_days *more) {
  const struct plan *kept = asking->comparison->plans[REFERENCE][POSITIONS_KEPT];
  struct arena *arena = arena_new();
  enum solve_status status;
  const char *why;
  const struct plan *other = study_red_days(asking->study, arena, asking->comparison, terms, &status, &why);
  if (other)
    *more = (struct free_days){.h = other->free_h - kept->free_h,
                               .cost_ore = ledger_sum(&other->ledger) - ledger_sum(&kept->ledger),
                               .opened_h = other->shortfall_h - kept->shortfall_h};
  else
    *asking->failure = solve_failure(status, why);
  arena_free(arena);
  return other;
}

bool free_days_ask(struct study *study, const struct comparison *comparison, struct free_days *found,
                   struct failure *failure) {
  const struct asking asking = {study, comparison, failure};
  struct free_days more = {.h = 0};
  *found = more;
  if (comparison->plans[REFERENCE][POSITIONS_KEPT]->free_h > NO_HOURS) {
    if (!ask(&asking, RED_DAYS_NONE, &more))
      return false;
    *found = (struct free_days){.h = -more.h, .cost_ore = -more.cost_ore, .opened_h = -more.opened_h};
  }
  if (!any_unsaid(comparison->year))
    return true;
  if (!ask(&asking, RED_DAYS_BY_LAW, &more))
    return false;
  found->unsaid_h = more.h;
  found->unsaid_ore = more.cost_ore;
  found->unsaid_opened_h = more.opened_h;
  return true;
}
