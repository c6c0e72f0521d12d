// SPDX-License-Identifier: GPL-3.0-or-later
// The law of a country as data: every limit with its paragraph, who may agree to more, and how certain it is. Planner,
// auditor, checks and texts use only this module. A country is one `struct law` (src/scenario/law_*.c) and one list of
// holidays (calendar/country.h); a scenario overrides single limits by rows of law.csv, each with its paragraph.
#ifndef ROTACOST_SCENARIO_LAW_H
#define ROTACOST_SCENARIO_LAW_H

#include "calendar/country.h"
#include "scenario/rows_pay.h"
#include "scenario/rows_people.h"
#include "scenario/tables.h"

enum law_rule {            // in the order of the words of law.csv
  LAW_SHIFT_LENGTH,        // h paid of a shift
  LAW_LONG_SHIFTS,         // h above which a shift needs more than the employee's agreement
  LAW_DAY_TOTAL,           // h of work in a day, overtime included
  LAW_DAILY_REST,          // h, a floor
  LAW_WEEKLY_REST,         // h, a floor
  LAW_WEEK_AVERAGE,        // the agreed full-time week: no limit of its own
  LAW_WEEK_CEILING,        // h without overtime in any one week
  LAW_WEEK_TOTAL,          // h with overtime in any one week
  LAW_HOURS_AVERAGE,       // h a week with overtime, on average over `weeks`
  LAW_NIGHT_AVERAGE,       // h in 24 of night workers, on average over `weeks`
  LAW_SUNDAYS_NEXT_OFF,    // share of consecutive Sundays and public holidays
  LAW_SUNDAYS_AVERAGED,    // share of them over `weeks`
  LAW_OVERTIME_UNFORESEEN, // overtime is for what cannot be planned: no number
  LAW_OVERTIME_WEEK,       // h
  LAW_OVERTIME_FOUR_WEEKS, // h
  LAW_OVERTIME_YEAR,       // h
  LAW_EXTRA_WEEKEND_EVERY, // weekends: with extra shifts nobody works more than every k-th weekend
  LAW_SUMMER_HOLIDAY,      // weeks of holiday in June to September
  LAW_RULES
};

// As in the list of facts: A seen in a primary text, B in a secondary one, C assumed and not seen.
enum law_grade { GRADE_A, GRADE_B, GRADE_C };

struct law_limit {
  const char *paragraph; // NULL: the country's law has no such limit, or it is not known
  double by[AGREEMENTS]; // by agreement (enum agreement); 0: none
  int weeks;             // over which it is averaged; 0: none
  const char *more;      // who may agree to more, in words; NULL: nobody
  double agreed;         // for a floor: the lowest value they may agree to; 0: nobody may, or no number is named
  const char *sentence;  // of the reason, where the rule's own (audit/rules.h) would be wrong; NULL: use that one
  enum law_grade grade;
};

struct law_agreement {
  const char *who, *paragraph; // whose agreement a shift of that length requires
};

struct notice_step {
  int service_years, age_years; // at least
  int months;
};

struct law {
  const char *title;
  struct law_agreement agreements[AGREEMENTS];
  struct law_limit limits[LAW_RULES];
  int night_from_min, night_to_min,
      night_worker_min; // night by the clock; a shift with more night time than this makes a night worker
  double night_rest_h;  // weekly; excluded from the days over which night hours are averaged
  // Months and days of notice; 0: not known, so that the settings must give them.
  const char *notice_paragraph;
  int notice_months, consultation_days;
  const struct notice_step *notice_steps; // rising
  int notice_step_count;
  // Days a year with a sick child, for a parent of one or two children; 0: not known.
  int sick_child_days;
  // Usual range of weeks of holiday a year: no question is asked within it.
  double holiday_least, holiday_most;
  bool shorter_week; // does HTA 4.2.4 shorten the week of a three-part rota?
};

const struct law *law_of_country(enum country country);
const struct law *law_of(const struct tables *tables); // by the setting `country`
// A limit as it applies in the scenario: the country's, or that of law.csv.
struct law_limit law_limit(const struct tables *tables, enum law_rule rule);
// The limit for what is agreed; 0: none.
double law_hours(const struct tables *tables, enum law_rule rule, int64_t agreement);
// The rule that supplies a rate missing in rates.csv; LAW_RULES: the law does not regulate the rate.
enum law_rule law_of_rate(enum rate_id rate);
// The value of such a rate without a row: so large that it never binds, where the law has no limit.
int64_t law_rate_e6(const struct tables *tables, enum law_rule rule);

extern const struct law law_norway, law_denmark, law_sweden, law_united_kingdom;

#endif
