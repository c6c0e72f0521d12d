// SPDX-License-Identifier: GPL-3.0-or-later
// Work on Sundays, public holidays and weekends.
#include "audit/working_time_parts.h"

#include <math.h>

#include "need/positions.h"
#include "need/red_days.h"
#include "need/weekend.h"
#include "scenario/rows_settings.h"

struct red_day {
  day_number day;
  double people, there;
};

static struct red_day red_day(const struct workload *load, int g, day_number day) {
  int t = year_type_of(rule_year(load), day), d = (int)weekday_of(day);
  // people off with pay count as present, and are off on this day
  double off = group_day_off(rule_year(load), load->plan->program->variant, g, day);
  double there = off < 1 ? load->present[load_day(load, t, d, g)] / (1 - off) : 0;
  return (struct red_day){day, load_people(load, t, d, g, true), there};
}

// Anyone who works one of two consecutive Sundays or public holidays is off on the other, so the two together can use
// no more people than are present.
static void measure_next_red_day_off(const struct workload *load, struct rule_reading *reading, int g) {
  const struct unit_year *year = rule_year(load);
  struct red_day before = {DAY_NONE, 0, 0};
  for (day_number day = year->first_day; day < year->first_day + year->day_count; day++) {
    if (!is_red_day(day))
      continue;
    struct red_day now = red_day(load, g, day);
    double there = fmax(now.there, before.there);
    if (before.day != DAY_NONE && there > PLAY && before.people + now.people > 0)
      rule_note(load, reading,
                &(struct sample){.group = g,
                                 .times = 1,
                                 .limit = rule_law_h(load, LAW_SUNDAYS_NEXT_OFF, rule_group_on(load, g, day)),
                                 .value = (before.people + now.people) / there / 2,
                                 .day = day});
    before = now;
  }
}

// Half of the Sundays and public holidays in any 26 weeks, or in as many weeks as the country's law says.
static void measure_half_of_red_days(const struct workload *load, struct rule_reading *reading, int g) {
  const struct unit_year *year = rule_year(load);
  int length = rule_law_limit(load, LAW_SUNDAYS_AVERAGED).weeks * DAYS_PER_WEEK;
  length = length < year->day_count ? length : year->day_count;
  double people = 0, there = 0;
  for (int i = 0; i < year->day_count; i++) {
    day_number first = year->first_day + i - length + 1, last = year->first_day + i, gone = first - 1;
    if (is_red_day(last)) {
      people += red_day(load, g, last).people;
      there += red_day(load, g, last).there;
    }
    if (gone >= year->first_day && is_red_day(gone)) {
      people -= red_day(load, g, gone).people;
      there -= red_day(load, g, gone).there;
    }
    if (first < year->first_day || (first - year->first_day) % DAYS_PER_WEEK || there <= PLAY || people <= PLAY)
      continue;
    double limit = rule_law_h(load, LAW_SUNDAYS_AVERAGED, rule_group_on(load, g, first));
    rule_note(load, reading,
              &(struct sample){.group = g, .times = 1, .limit = limit, .value = people / there, .day = first});
  }
}

static bool sundays_averaged(const struct workload *load) {
  return settings_of(&rule_year(load)->frame->scenario->tables)->sundays == SUNDAY_AVERAGED;
}

void measure_sundays_next_off(const struct workload *load, struct rule_reading *reading) {
  for (int g = 0; g < load->group_count && !sundays_averaged(load); g++)
    measure_next_red_day_off(load, reading, g);
}

// Measured whatever the settings are: shows what a written agreement would allow.
void measure_sundays_averaged(const struct workload *load, struct rule_reading *reading) {
  for (int g = 0; g < load->group_count; g++)
    measure_half_of_red_days(load, reading, g);
}

struct weekend {
  double people, there;
};

// Contract hours only. Anyone who works one of its days has worked the weekend.
static struct weekend weekend_of(const struct workload *load, int t, int g) {
  struct weekend weekend = {0};
  for (int d = (int)weekend_first(rule_year(load)->frame); d <= SUNDAY; d++) {
    double people = 0;
    size_t at = load_day(load, t, d, g);
    for (size_t i = load->day_duties[at]; i < load->day_duties[at + 1]; i++)
      people += load->duties[i].weekend ? load->duties[i].own : 0;
    weekend.people = fmax(weekend.people, people);
    weekend.there = fmax(weekend.there, load->present[at]);
  }
  return weekend;
}

void measure_weekends(const struct workload *load, struct rule_reading *reading) {
  const struct unit_year *year = rule_year(load);
  for (int g = 0; g < load->group_count; g++) {
    double people = 0, there = 0, agreed = 0;
    for (int w = 0; w < year->week_count; w++) {
      struct weekend weekend = weekend_of(load, year->type_of_week[w], g);
      people += weekend.people;
      there += weekend.there;
      agreed += weekend.there * WEEKENDS_A_YEAR * weekends_share(rule_group_on(load, g, rule_week_first_day(year, w)));
    }
    if (there > PLAY && agreed + people > 0)
      rule_note(load, reading,
                &(struct sample){.group = g,
                                 .times = 1,
                                 .limit = agreed / there,
                                 .value = WEEKENDS_A_YEAR * people / there,
                                 .day = year->first_day});
  }
}
