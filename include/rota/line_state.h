// SPDX-License-Identifier: GPL-3.0-or-later
// What must be remembered of a line's past on the morning of a day, so that the rules can be kept on the days to come.
// It is as little as the limits require: two pasts that allow the same futures at the same cost are one state.
//
// The rules are those of rota/rules.h, read forwards; tests compare the two line by line.
#ifndef ROTACOST_ROTA_LINE_STATE_H
#define ROTACOST_ROTA_LINE_STATE_H

#include "rota/rules.h"

struct line_state {            // plain bytes, compared bytewise: no padding
  int16_t yesterday;           // shift or ROTA_OFF
  int16_t before;              // the day before, where a forbidden sequence of three may continue; else LINE_ANY
  int16_t last, since;         // after days off: the last shift and how many days ago; LINE_ANY, 0: no rest is due
  int16_t work_run, off_run;   // days in a row until yesterday, counted as far as a rule needs
  int16_t same_run, night_run; // of yesterday's shift; of nights
  int16_t changes;             // short changes of the calendar week so far
  int16_t rest_had;            // weekly rest of the calendar week has been had
  int16_t rest_owed;           // the stretch without work that began last week must still become a weekly rest
  int16_t sundays_run;         // Sundays worked in a row
  int16_t weekend_gap;         // weeks since a worked weekend, where no phase decides which may be worked
  int16_t week_min;            // paid minutes of the calendar week, where its ceiling can still be reached
  int16_t weekends, sundays;   // worked since the line's first day
};
enum { LINE_ANY = -2 };

struct line_rules { // prepared limits: how far each run is counted, and the longest rest that is required
  const struct rota_problem *problem;
  struct rota_limits limits;
  uint32_t shifts;
  int work_cap, off_cap, night_cap, rest_most_min;
  int weekend_gap; // weeks from a worked weekend to the next; 0: the phase decides
  int same_cap[ROTA_SHIFTS_MOST];
  struct rota_week_sums week_sums;
};
struct line_rules line_rules_of(const struct rota_problem *problem, const struct rota_limits *limits, uint32_t shifts);

// The state after working `shift` (or ROTA_OFF) on a weekday, and what that adds to the line's cost. Returns false if
// a rule forbids it.
bool line_step(const struct line_rules *rules, int weekday, const struct line_state *from, int shift,
               struct line_state *to, double *cost_kr);

#endif
