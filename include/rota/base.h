// SPDX-License-Identifier: GPL-3.0-or-later
// The base rota of a unit as a problem, made from the tables of a scenario, and the lines of rota.csv as a rota of it.
//
//   weeks     units.csv rota_weeks, or as requested
//   need      of the base weeks: of the weeks of the year without public holidays, the largest set of weeks with the
//             same need; the other weeks are reported. Public holidays and seasons are rostered separately
//   shifts    shifts.csv, with handover; a night is a shift with more night hours than make somebody a night worker
//   lines     groups.csv: one for each head, position x full-time week x weeks, within hours_under_h (without a row:
//             the group's shortest shift, so that whole shifts fit) and hours_over_h (0)
//   weekends  every k-th; the weeks must be a multiple of k. Weekends agreed by the year, or every 2.5th: the whole
//             number of the N weeks, rounded down, since one more would exceed the contract over a year. The notes
//             say how many of the year's weekends N weeks give and which number of weeks gives more: 21 of 52 are
//             4.85 of 12, so 4, which is 17.3 a year; 2 of 5 or 6 of 15 are 20.8
//   rules     daily_rest of rates.csv; weekly rest of the law, by agreement; Sundays by the setting `sundays`: next_off
//             allows one in a row, averaged allows half of them and three in a row; other rules only if rota_rules.csv
//             has them
//   hours     of a week and on average over weeks, by the law for the group's agreement
//   missing   an hour left to others costs the price of the cheapest source on offer, averaged over the need
//   equals    of rotas that are equally good by the weights, the one with the lowest cost of the year is sought:
//             supplements of the lines, and replacements for absent people, at the price of the cheapest source on
//             offer for the weekday and shift, by the absence of each base week (rota/left.h)
//
// Weights of quality have no source; they are defaults, and rows of rota_rules.csv change them.
#ifndef ROTACOST_ROTA_BASE_H
#define ROTACOST_ROTA_BASE_H

#include "need/year.h"
#include "rota/give_way.h"
#include "rota/rules.h"

struct base_rule { // a rule as it applies to a group
  enum rota_rule rule;
  int group;              // of the problem; -1: of all groups
  const char *limit;      // as text: "11 h", "every 3rd"
  const char *source;     // paragraph, document, contract or custom
  const char *changed_by; // of a rule of the law: the source named by the row of rota_rules.csv; NULL: no row
};

struct base_rota {
  const struct unit_year *year;
  enum variant variant;
  int weeks;
  const char *refusal;         // why there is no problem, as text, and how to fix it; then nothing below is valid
  day_number monday;           // of the first base week
  const struct tables *tables; // as of that day
  int base_week_count, other_week_count, holiday_week_count; // ISO weeks of the year
  int base_weeks[54];                                        // their numbers, ascending
  struct rota_problem problem;
  int *shift_of; // [shift_count] index in the frame
  int *group_of; // [group_count] index in the frame
  size_t rule_count, rule_room;
  struct base_rule *rules;
  size_t note_count, note_room;
  const char **notes; // what is fractional, left out or assumed, as text
};

// The year's unit must be solved alone. Never NULL. Memory: arena.
struct base_rota *base_rota_make(struct arena *arena, const struct unit_year *year, enum variant variant, int weeks);

// Paid minutes of a calendar week by law, 0: no limit; on average over this many weeks.
struct base_week_hours {
  int most_min, weeks;
};
struct base_week_hours base_week_ceiling_of(const struct tables *tables, const struct group_row *group);
struct base_week_hours base_week_total_of(const struct tables *tables, const struct group_row *group, day_number day);
struct base_week_hours base_average_of(const struct tables *tables, const struct group_row *group);
// Hours in 24 by law, averaged over the days that remain without the weekly rest.
struct base_week_hours base_night_average_of(const struct tables *tables, const struct group_row *group);
double base_night_h_in_24(const struct tables *tables, double week_h);

// The limits to which the country's law lets anybody agree to less rest and to more hours of a week; where the law
// names no figure, the limits of the law itself.
struct rota_floors base_floors_of(const struct tables *tables);

// Sundays of a line of this many weeks by law: by the rule that the setting `sundays` names, or by the other one.
struct base_sundays {
  int most, in_row_most; // ROTA_NO_LIMIT: no limit
};
struct base_sundays base_sundays_of(const struct tables *tables, int64_t agreement, bool averaged, int weeks);

// Is the week that begins on this Monday without public holidays?
bool base_week_is_plain(day_number monday);

// Weeks of the unit's rota.csv; 0: there is none.
int base_given_weeks(const struct tables *tables, int64_t unit);
// The lines of rota.csv, ordered by group, then by the number or code of the line; codes[line], and sources[line] as
// written. base->weeks must be base_given_weeks. NULL if the lines do not match the groups of the problem.
struct rota *base_given(struct arena *arena, const struct base_rota *base, const char ***codes, const char ***sources);

// Persons of group g on shift s (of the problem) on day t of the rota.
int base_persons(const struct rota *rota, int g, int s, int t);

#endif
