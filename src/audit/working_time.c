// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/working_time_parts.h"

#include <math.h>
#include <string.h>

#include "base/fixed.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/red_days.h"
#include "need/weekend.h"
#include "scenario/agreement.h"
#include "scenario/law.h"
#include "scenario/rows_settings.h"

// ---------------------------------------------------------------- readings

// Among groups with equal values, the first by code is named, whatever the order of the rows.
static bool is_named_before(const struct workload *load, int g, int other) {
  const struct frame *frame = rule_year(load)->frame;
  const struct group_row *groups = group_rows(&frame->scenario->tables);
  return strcmp(groups[frame->groups[g]].group, groups[frame->groups[other]].group) < 0;
}

// An infinite limit means no limit.
void rule_note(const struct workload *load, struct rule_reading *reading, const struct sample *sample) {
  if (isinf(sample->limit))
    return;
  double room = sample->floor ? sample->value - sample->limit : sample->limit - sample->value;
  if (sample->limit > 0)
    room /= sample->limit;
  bool alike = reading->applies && fabs(room - reading->room) <= PLAY;
  if (!reading->applies || (alike ? is_named_before(load, sample->group, reading->group) : room < reading->room)) {
    reading->limit = sample->limit;
    reading->value = sample->value;
    reading->room = room;
    reading->group = sample->group;
  }
  reading->applies = true;
  if (room >= -PLAY)
    return;
  reading->breaches += sample->times;
  if (reading->first_day == DAY_NONE || sample->day < reading->first_day)
    reading->first_day = sample->day;
}

const struct group_row *rule_group_on(const struct workload *load, int g, day_number day) {
  return group_on(rule_year(load), load->plan->program->variant, g, day);
}

static const struct tables *tables_on(const struct workload *load, day_number day) {
  return year_tables(rule_year(load), load->plan->program->variant, day);
}

static double rate_h(const struct workload *load, enum rate_id rate, day_number day) {
  return (double)rate_on(tables_on(load, day), rate, NULL, day) / 1e6;
}

// The law's limit under the group's agreement; INFINITY if there is none.
double rule_law_h(const struct workload *load, enum law_rule rule, const struct group_row *group) {
  double most_h = law_hours(&rule_year(load)->frame->scenario->tables, rule, group->agreement);
  return most_h > 0 ? most_h : INFINITY;
}

struct law_limit rule_law_limit(const struct workload *load, enum law_rule rule) {
  return law_limit(&rule_year(load)->frame->scenario->tables, rule);
}

static const struct law *law_here(const struct workload *load) {
  return law_of(&rule_year(load)->frame->scenario->tables);
}

static day_number day_of(const struct workload *load, int t, int d) { return rule_year(load)->types[t].monday + d; }

// A week that begins before the year is shown by the year's first day.
static day_number day_in_year(const struct unit_year *year, day_number monday) {
  return monday < year->first_day ? year->first_day : monday;
}

day_number rule_week_first_day(const struct unit_year *year, int w) {
  return day_in_year(year, year->first_monday + w * DAYS_PER_WEEK);
}

// ---------------------------------------------------------------- one shift

struct shift_limit {
  enum law_rule rule;
  int64_t longer_than_min; // the rule does not apply to shorter shifts
};

// The longest shift of every group and day.
static void note_longest(const struct workload *load, struct rule_reading *reading, const struct shift_limit *rule) {
  for (int t = 0; t < load->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++)
      for (int g = 0; g < load->group_count; g++) {
        int64_t longest_min = rule->longer_than_min;
        size_t at = load_day(load, t, d, g);
        for (size_t i = load->day_duties[at]; i < load->day_duties[at + 1]; i++)
          if (load->duties[i].worked_min > longest_min)
            longest_min = load->duties[i].worked_min;
        if (longest_min == rule->longer_than_min)
          continue;
        day_number day = year_first_of(rule_year(load), t, d);
        if (day == DAY_NONE)
          continue;
        rule_note(load, reading,
                  &(struct sample){.group = g,
                                   .times = rule_year(load)->types[t].in_year[d],
                                   .limit = rule_law_h(load, rule->rule, rule_group_on(load, g, day)),
                                   .value = (double)longest_min / 60,
                                   .day = day});
      }
}

void measure_shift_length(const struct workload *load, struct rule_reading *reading) {
  note_longest(load, reading, &(struct shift_limit){LAW_SHIFT_LENGTH, 0});
}

// Overtime included.
void measure_day_total(const struct workload *load, struct rule_reading *reading) {
  note_longest(load, reading, &(struct shift_limit){LAW_DAY_TOTAL, 0});
}

void measure_long_shifts(const struct workload *load, struct rule_reading *reading) {
  int64_t long_min = fixed_round(rule_law_limit(load, LAW_LONG_SHIFTS).by[AGREEMENT_LAW] * 60);
  note_longest(load, reading, &(struct shift_limit){LAW_SHIFT_LENGTH, long_min});
}

// ---------------------------------------------------------------- rest

struct two_days { // consecutive days
  int t, d, t_next, d_next;
};

// On call at home is rest.
static double at_work(const struct duty *duty) { return duty->on_call ? 0 : duty_persons(duty); }

// The shortest rest that somebody in the group cannot avoid: between two shifts for which there are too few people to
// put different ones on each. A full day if nobody is forced.
static double forced_rest_h(const struct workload *load, const struct two_days *days, int g) {
  size_t a = load_day(load, days->t, days->d, g), b = load_day(load, days->t_next, days->d_next, g);
  double there = fmax(load->present[a], load->present[b]), shortest_min = MINUTES_PER_DAY;
  for (size_t i = load->day_duties[a]; i < load->day_duties[a + 1]; i++)
    for (size_t j = load->day_duties[b]; j < load->day_duties[b + 1]; j++) {
      int64_t off_min = load->duties[i].off_min, start_min = load->duties[j].start_min;
      double persons = 0, rest_min = (double)(start_min + MINUTES_PER_DAY - off_min);
      if (load->duties[i].on_call || load->duties[j].on_call)
        continue;
      for (size_t late = load->day_duties[a]; late < load->day_duties[a + 1]; late++)
        persons += load->duties[late].off_min >= off_min ? at_work(&load->duties[late]) : 0;
      for (size_t early = load->day_duties[b]; early < load->day_duties[b + 1]; early++)
        persons += load->duties[early].start_min <= start_min ? at_work(&load->duties[early]) : 0;
      if (persons > there * (1 + PLAY) + PLAY && rest_min < shortest_min)
        shortest_min = rest_min;
    }
  return shortest_min / 60;
}

static void note_rest(const struct workload *load, struct rule_reading *reading, const struct two_days *days,
                      struct sample sample) {
  for (int g = 0; g < load->group_count; g++) {
    size_t at = load_day(load, days->t, days->d, g);
    if (load->day_duties[at] == load->day_duties[at + 1])
      continue;
    sample.group = g;
    sample.limit = rate_h(load, RATE_DAILY_REST, day_of(load, days->t, days->d));
    sample.value = forced_rest_h(load, days, g);
    sample.floor = true;
    rule_note(load, reading, &sample);
  }
}

void measure_daily_rest(const struct workload *load, struct rule_reading *reading) {
  const struct unit_year *year = rule_year(load);
  for (int t = 0; t < load->type_count; t++)
    for (int d = MONDAY; d < SUNDAY; d++) {
      struct two_days days = {t, d, t, d + 1};
      day_number day = year_first_of(year, t, d + 1);
      if (day != DAY_NONE)
        note_rest(load, reading, &days, (struct sample){.times = year->types[t].in_year[d + 1], .day = day});
    }
  for (int w = 0; w + 1 < year->week_count; w++) {
    struct two_days days = {year->type_of_week[w], SUNDAY, year->type_of_week[w + 1], MONDAY};
    note_rest(load, reading, &days, (struct sample){.times = 1, .day = rule_week_first_day(year, w + 1)});
  }
}

// The longest time off between two shifts on consecutive days, whoever works them.
static double longest_gap_h(const struct workload *load, int t, int g) {
  int64_t earliest_off_min = 2 * MINUTES_PER_DAY, latest_start_min = -MINUTES_PER_DAY;
  for (size_t i = load->day_duties[load_day(load, t, MONDAY, g)]; i < load->duty_count && load->duties[i].type == t;
       i++) {
    const struct duty *duty = &load->duties[i];
    if (duty->group != g || duty->on_call)
      continue;
    earliest_off_min = duty->off_min < earliest_off_min ? duty->off_min : earliest_off_min;
    latest_start_min = duty->start_min > latest_start_min ? duty->start_min : latest_start_min;
  }
  return (double)(latest_start_min + MINUTES_PER_DAY - earliest_off_min) / 60;
}

static double people_at_work(const struct workload *load, int t, int d, int g) {
  double persons = 0;
  size_t at = load_day(load, t, d, g);
  for (size_t i = load->day_duties[at]; i < load->day_duties[at + 1]; i++)
    persons += at_work(&load->duties[i]);
  return persons;
}

// Anyone who works all seven days has no weekly rest, unless the shifts can lie far enough apart.
void measure_weekly_rest(const struct workload *load, struct rule_reading *reading) {
  const struct unit_year *year = rule_year(load);
  for (int t = 0; t < load->type_count; t++)
    for (int g = 0; g < load->group_count; g++) {
      double shifts = 0, there = 0;
      for (int d = 0; d < DAYS_PER_WEEK; d++) {
        shifts += people_at_work(load, t, d, g);
        there += load->present[load_day(load, t, d, g)] / DAYS_PER_WEEK;
      }
      if (shifts <= 0 || there <= 0)
        continue;
      rule_note(
          load, reading,
          &(struct sample){
              .group = g,
              .times = year->types[t].multiplicity,
              .limit = longest_gap_h(load, t, g) < rule_law_limit(load, LAW_WEEKLY_REST).by[AGREEMENT_LAW] ? 6 : 7,
              .value = shifts / there,
              .day = day_in_year(year, year->types[t].monday)});
    }
}

// ---------------------------------------------------------------- hours over several weeks

struct stretches {             // runs of `weeks` real weeks: sums over them, per person-week
  const double *sum, *sum_too; // [t groups + g]; sum_too may be NULL
  const double *per;
  int weeks;
  double times; // factor on the quotient
  double (*limit)(const struct workload *load, int g, day_number day);
  bool (*concerns)(const struct workload *load, int g); // NULL: every group
};

static double weekly_sum(const struct workload *load, const struct stretches *over, int g, int w, double *per) {
  size_t at = load_week(load, rule_year(load)->type_of_week[w], g);
  *per += over->per[at];
  return over->sum[at] + (over->sum_too ? over->sum_too[at] : 0);
}

// Every run of this many weeks on the real calendar.
static void note_stretches(const struct workload *load, struct rule_reading *reading, const struct stretches *over) {
  const struct unit_year *year = rule_year(load);
  int length = over->weeks < year->week_count ? over->weeks : year->week_count;
  for (int g = 0; g < load->group_count; g++)
    for (int w = 0; w + length <= year->week_count && (!over->concerns || over->concerns(load, g)); w++) {
      double sum = 0, per = 0;
      for (int i = w; i < w + length; i++)
        sum += weekly_sum(load, over, g, i, &per);
      if (per <= PLAY)
        continue;
      day_number day = rule_week_first_day(year, w);
      double limit = over->limit(load, g, day);
      rule_note(load, reading,
                &(struct sample){.group = g, .times = 1, .limit = limit, .value = over->times * sum / per, .day = day});
    }
}

static double average_h(const struct workload *load, int g, day_number day) {
  return rule_law_h(load, LAW_HOURS_AVERAGE, rule_group_on(load, g, day));
}

static bool works_at_all(const struct workload *load, int g) {
  for (int t = 0; t < load->type_count; t++)
    if (load->ordinary_h[load_week(load, t, g)] + load->overtime_h[load_week(load, t, g)] > 0)
      return true;
  return false;
}

void measure_hours_48(const struct workload *load, struct rule_reading *reading) {
  int weeks = rule_law_limit(load, LAW_HOURS_AVERAGE).weeks;
  note_stretches(
      load, reading,
      &(struct stretches){load->planned_h, load->overtime_h, load->planned_weeks, weeks, 1, average_h, works_at_all});
}

static double ceiling_h(const struct workload *load, int g, day_number day) {
  return rule_law_h(load, LAW_WEEK_CEILING, rule_group_on(load, g, day));
}

void measure_week_ceiling(const struct workload *load, struct rule_reading *reading) {
  note_stretches(load, reading,
                 &(struct stretches){load->planned_h, NULL, load->planned_weeks, 1, 1, ceiling_h, works_at_all});
}

static double total_h(const struct workload *load, int g, day_number day) {
  return week_total_most_h(tables_on(load, day), rule_group_on(load, g, day), day);
}

void measure_week_total(const struct workload *load, struct rule_reading *reading) {
  note_stretches(
      load, reading,
      &(struct stretches){load->planned_h, load->overtime_h, load->planned_weeks, 1, 1, total_h, works_at_all});
}

static double full_time_h(const struct workload *load, int g, day_number day) {
  return (double)group_full_time(tables_on(load, day), rule_group_on(load, g, day)) / 60;
}

// Over the whole year, against the full-time hours of the same weeks.
void measure_week_average(const struct workload *load, struct rule_reading *reading) {
  const struct unit_year *year = rule_year(load);
  for (int g = 0; g < load->group_count; g++) {
    double hours = 0, weeks = 0, most_h = 0;
    for (int w = 0; w < year->week_count; w++) {
      size_t at = load_week(load, year->type_of_week[w], g);
      hours += load->planned_h[at];
      weeks += load->planned_weeks[at];
      most_h += load->planned_weeks[at] * full_time_h(load, g, rule_week_first_day(year, w));
    }
    if (weeks > PLAY && hours > 0)
      rule_note(load, reading,
                &(struct sample){
                    .group = g, .times = 1, .limit = most_h / weeks, .value = hours / weeks, .day = year->first_day});
  }
}

// ---------------------------------------------------------------- nights

static bool works_nights(const struct workload *load, int g) {
  for (size_t i = 0; i < load->duty_count; i++)
    if (load->duties[i].group == g && load->duties[i].night_min > law_here(load)->night_worker_min)
      return true;
  return false;
}

static double night_h(const struct workload *load, int g, day_number day) {
  return rule_law_h(load, LAW_NIGHT_AVERAGE, rule_group_on(load, g, day));
}

// The hours of the weeks are spread over the days without the weekly rest.
void measure_night_average(const struct workload *load, struct rule_reading *reading) {
  double per_day = 24 / (7 * 24 - law_here(load)->night_rest_h);
  int weeks = rule_law_limit(load, LAW_NIGHT_AVERAGE).weeks;
  note_stretches(
      load, reading,
      &(struct stretches){load->planned_h, NULL, load->planned_weeks, weeks, per_day, night_h, works_nights});
}

// ---------------------------------------------------------------- overtime

static bool overtime_on_offer(const struct workload *load) {
  const struct frame *frame = rule_year(load)->frame;
  for (int r = 0; r < frame->source_count; r++)
    if (frame->source_units[r] == load->unit &&
        source_rows(&frame->scenario->tables)[frame->sources[r]].kind == SOURCE_OVERTIME)
      return true;
  return false;
}

// Without any overtime its limits do not matter.
static bool overtime_matters(const struct workload *load, struct rule_reading *reading) {
  double hours = 0;
  for (size_t i = 0; i < (size_t)(load->type_count * load->group_count); i++)
    hours += load->overtime_h[i];
  reading->proven = hours <= 0;
  return overtime_on_offer(load);
}

static int group_with_most_overtime(const struct workload *load) {
  int most = 0;
  double most_h = 0;
  for (int g = 0; g < load->group_count; g++) {
    double hours = 0;
    for (int w = 0; w < rule_year(load)->week_count; w++)
      hours += load->overtime_h[load_week(load, rule_year(load)->type_of_week[w], g)];
    bool alike = hours > 0 && fabs(hours - most_h) <= PLAY * most_h;
    if (alike ? is_named_before(load, g, most) : hours > most_h) {
      most = g;
      most_h = hours;
    }
  }
  return most;
}

// Hours of the year. If overtime is the last resort, all planned overtime is work for which extra hours and substitutes
// do not suffice; if it is planned by cost, this is not known of any hour.
void measure_overtime_unforeseen(const struct workload *load, struct rule_reading *reading) {
  const struct plan *plan = load->plan;
  double hours = plan->shares[frame_unit_index(rule_year(load)->frame, load->unit)].hours[HOURS_OVERTIME];
  bool by_cost = settings_of(&rule_year(load)->frame->scenario->tables)->planned_overtime == OVERTIME_BY_COST;
  if (hours < 0.5)
    return;
  reading->applies = true;
  reading->value = hours;
  reading->limit = by_cost ? 0 : hours;
  reading->group = group_with_most_overtime(load);
  reading->breaches = by_cost;
  reading->first_day = by_cost ? rule_year(load)->first_day : DAY_NONE;
}

static double week_overtime_h(const struct workload *load, int g, day_number day) {
  (void)g;
  return rate_h(load, RATE_OVERTIME_WEEK, day);
}
static double four_weeks_overtime_h(const struct workload *load, int g, day_number day) {
  (void)g;
  return rate_h(load, RATE_OVERTIME_FOUR_WEEKS, day);
}

void measure_overtime_week(const struct workload *load, struct rule_reading *reading) {
  if (overtime_matters(load, reading))
    note_stretches(load, reading,
                   &(struct stretches){load->overtime_h, NULL, load->present_weeks, 1, 1, week_overtime_h, NULL});
}

void measure_overtime_four_weeks(const struct workload *load, struct rule_reading *reading) {
  if (overtime_matters(load, reading))
    note_stretches(load, reading,
                   &(struct stretches){load->overtime_h, NULL, load->present_weeks, 4, 4, four_weeks_overtime_h, NULL});
}

// Per head, including holiday and sick leave, in 365 of the days planned.
void measure_overtime_year(const struct workload *load, struct rule_reading *reading) {
  const struct unit_year *year = rule_year(load);
  for (int g = 0; g < load->group_count && overtime_matters(load, reading); g++) {
    double hours = 0, heads = 0;
    for (int w = 0; w < year->week_count; w++)
      hours += load->overtime_h[load_week(load, year->type_of_week[w], g)];
    for (int i = 0; i < year_days_planned(year); i++)
      heads += load->heads[year_segment_of(year, year->first_monday + i) * load->group_count + g] / 365;
    if (heads > PLAY)
      rule_note(load, reading,
                &(struct sample){.group = g,
                                 .times = 1,
                                 .limit = rate_h(load, RATE_OVERTIME_YEAR, year->first_day),
                                 .value = hours / heads,
                                 .day = year->first_day});
  }
}
