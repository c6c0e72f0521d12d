// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a line as records: what each says, where it comes from, its default, and who may change it. The only
// place that knows whether a line keeps a rule; tests prove the engines' graphs of states against it.
#ifndef ROTACOST_ROTA_RULES_H
#define ROTACOST_ROTA_RULES_H

#include "rota/problem.h"

enum rota_rule {
  ROTA_RULE_DAILY_REST,
  ROTA_RULE_SHORT_CHANGES,
  ROTA_RULE_WEEKLY_REST,
  ROTA_RULE_DAYS_IN_ROW,
  ROTA_RULE_DAYS_OFF,
  ROTA_RULE_NIGHTS_IN_ROW,
  ROTA_RULE_REST_AFTER_NIGHTS,
  ROTA_RULE_WEEKENDS,
  ROTA_RULE_WHOLE_WEEKENDS,
  ROTA_RULE_SUNDAYS,
  ROTA_RULE_SAME_SHIFT, // run_least, run_most of a shift
  ROTA_RULE_SEQUENCE,   // forbidden sequences
  ROTA_RULE_HOURS,
  ROTA_RULE_WEEK_HOURS,    // of any single week
  ROTA_RULE_AVERAGE_HOURS, // of a week, on average over several
  ROTA_RULE_NIGHT_HOURS,   // the same, of lines with nights
  ROTA_RULE_SHIFT_ALLOWED, // the group may not work the shift, or not on that weekday
  ROTA_RULES
};

struct rota_breach {
  enum rota_rule rule;
  int line, day;       // the day on which it first shows; for hours, weekends and Sundays of all weeks: 0
  double value, limit; // in the unit of the rule's record; for yes-or-no rules they differ (0 and 1)
};

// A closed line: the day after the last is the first. One line of a rota, or all of them where people rotate.
struct rota_track {
  const struct rota_group *group;
  const int *days; // [count] shift or ROTA_OFF
  int count;       // 7 x weeks
  int first_line, lines;
};

struct rota_breaches {
  struct rota_breach *list; // breaches beyond `most` are only counted
  int count, most;
};

struct rota_rule_record {
  const char *code; // as in rota_rules.csv
  const char *title;
  const char *unit;    // of value and limit: h, days, nights, weekends, sundays, changes; "": yes or no
  const char *source;  // law or agreement, with paragraph; custom rules say so
  const char *who_may; // who may agree to something else, as text
  // Adds the breaches of one closed line.
  void (*check)(const struct rota_problem *problem, const struct rota_track *track, struct rota_breaches *breaches);
};
extern const struct rota_rule_record rota_rule_records[ROTA_RULES];
// The unit of a record beside a value, as text: "2 days", "1 day".
const char *rota_unit_word(const char *unit, double value);

// The index-th closed line of a rota; there are as many as lines, or one if people rotate.
int rota_track_count(const struct rota_problem *problem, const struct rota *rota);
struct rota_track rota_track_of(const struct rota_problem *problem, const struct rota *rota, int index);

// Every breach, line by line, in the order of the rules; at most `most` are recorded. Returns how many there are.
int rota_check(const struct rota_problem *problem, const struct rota *rota, struct rota_breach *breaches, int most);

// The limits as they are meant: 0 in `in_row`, `days_off` and the hours of weeks becomes ROTA_NO_LIMIT or 1.
struct rota_limits rota_limits_plain(struct rota_limits limits);

// Hours of a line of problem->weeks beyond those allowed on average, summed over all stretches; days: [7 x weeks].
double rota_hours_beyond_averages(const struct rota_problem *problem, const struct rota_group *group, const int *days);

// What must be remembered of a week's hours to keep its ceiling: the number of minutes from which the remaining days,
// each with one shift or off, could exceed it. Two weeks in which the same shifts still fit are remembered as equal.
enum { ROTA_WEEK_WORDS = 7 * 1440 / 64 + 1 };
struct rota_week_sums {
  int most_min; // ROTA_NO_LIMIT: none
  int longest_min;
  uint64_t reached[8][ROTA_WEEK_WORDS]; // [days]: bit m: shifts on this many days can add up to m minutes
};
struct rota_week_sums rota_week_sums_of(const struct rota_problem *problem, const struct rota_limits *limits,
                                        uint32_t shifts);
// Before a weekday, after paid_min of the week, at most most_min; 0 if nothing need be remembered.
int rota_week_remembered(const struct rota_week_sums *sums, int weekday, int paid_min);

#endif
