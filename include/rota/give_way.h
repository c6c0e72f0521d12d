// SPDX-License-Identifier: GPL-3.0-or-later
// If there is no rota: the fewest rules that must give way, and what each would cost to keep. Found by solving again
// with rules relaxed step by step, first one rule, then two together; and with heads added while every rule is kept.
//
// A step is the smallest one that a planner would try (one more day in a row, half an hour less rest, one more short
// change in a week, weekends slightly more often). Nothing is relaxed beyond a floor: for rest and for a week's hours
// the furthest that anybody may agree to by the country's law, otherwise the value at which the rule no longer
// restricts anything.
#ifndef ROTACOST_ROTA_GIVE_WAY_H
#define ROTACOST_ROTA_GIVE_WAY_H

#include "rota/answer.h"
#include "rota/rules.h"

enum rota_easing { // what is relaxed; several may belong to one rule
  ROTA_EASE_DAILY_REST,
  ROTA_EASE_SHORT_CHANGES,
  ROTA_EASE_WEEKLY_REST,
  ROTA_EASE_DAYS_IN_ROW_MOST,
  ROTA_EASE_DAYS_IN_ROW_LEAST,
  ROTA_EASE_DAYS_OFF_MOST,
  ROTA_EASE_DAYS_OFF_LEAST,
  ROTA_EASE_NIGHTS_IN_ROW_MOST,
  ROTA_EASE_NIGHTS_IN_ROW_LEAST,
  ROTA_EASE_REST_AFTER_NIGHTS,
  ROTA_EASE_WEEKEND_EVERY,
  ROTA_EASE_WEEKENDS_MOST,
  ROTA_EASE_WHOLE_WEEKENDS,
  ROTA_EASE_SUNDAYS_MOST,
  ROTA_EASE_SUNDAYS_IN_ROW,
  ROTA_EASE_WEEK_HOURS,
  ROTA_EASE_SAME_SHIFT,
  ROTA_EASE_SEQUENCES,
  ROTA_EASE_HOURS_MOST,  // a part-timer works more
  ROTA_EASE_HOURS_LEAST, // contract hours are not all used
  ROTA_EASE_NEED,        // persons who may be missing
  ROTA_EASINGS
};

struct rota_easing_record {
  const char *code, *title;
  const char *unit;    // of `from` and `to`: h, changes, days, nights, weeks, weekends, sundays, persons; "": yes/no
  enum rota_rule rule; // ROTA_RULES: the need
};
extern const struct rota_easing_record rota_easing_records[ROTA_EASINGS];

enum { ROTA_EASED_TOGETHER = 2 };

struct rota_way { // with these relaxed there is a rota; with one step less of the last one, none was found
  int count;
  struct {
    enum rota_easing easing;
    double from, to; // the strictest of the groups, before and after; in the unit of the record
  } eased[ROTA_EASED_TOGETHER];
  const struct rota_problem *problem; // relaxed
  const struct rota *rota;            // a rota of that problem
};

struct rota_give_way {
  int way_count;         // all with the fewest rules; 0: not even two together help, or none was decided
  struct rota_way *ways; // in the order of the records
  int undecided;         // easings left out because a search limit was reached
  int group;             // if heads were added: the group that needs the fewest more; -1: none helps within heads_most
  int heads_more;        // heads added that keep every rule
  size_t helping_count, helping_room;
  int *helping; // all groups for which that many more help, in their order; group is the first
};

struct rota_floors {                   // minutes; a limit already at its floor is not relaxed
  int daily_rest_min, weekly_rest_min; // no less
  int week_most_min;                   // no more
};

// Call if rota_solve returns ROTA_NONE. heads_most: how many additional heads are tried. Memory: arena.
struct rota_give_way rota_give_way(struct arena *arena, const struct rota_problem *problem,
                                   const struct rota_floors *floors, const struct rota_limits_of_search *search,
                                   int heads_most);

#endif
