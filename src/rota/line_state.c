// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/line_state.h"

#include <limits.h>

#include "rota/rules.h"

enum { DAY_MIN = 1440, WEEK_MIN = 7 * DAY_MIN, LONG_AGO = INT_MAX / 4 };

// --- limits made ready
// ------------------------------------------------------------------------------------------------

static bool limited(int most) { return most < ROTA_NO_LIMIT; }

static int run_most(const struct rota_shift *shift) { return shift->run_most > 0 ? shift->run_most : ROTA_NO_LIMIT; }

static int larger(int a, int b) { return a > b ? a : b; }

// A run is counted up to its maximum, or up to the length that is enough.
static int cap_of(int least, int most) { return limited(most) ? most : least; }

static bool any_night(const struct rota_problem *problem, uint32_t shifts) {
  for (int s = 0; s < problem->shift_count; s++)
    if (shifts >> s & 1 && problem->shifts[s].night)
      return true;
  return false;
}

struct line_rules line_rules_of(const struct rota_problem *problem, const struct rota_limits *limits, uint32_t shifts) {
  struct line_rules rules = {.problem = problem, .limits = rota_limits_plain(*limits), .shifts = shifts};
  limits = &rules.limits;
  rules.week_sums = rota_week_sums_of(problem, limits, shifts);
  // A run of one is distinguished from a longer one, and a day off from no day off, whatever the limits.
  rules.work_cap = larger(cap_of(limits->days_in_row_least, limits->days_in_row_most), 2);
  rules.off_cap = larger(cap_of(limits->days_off_least, limits->days_off_most), 2);
  if (limits->weekend_every > 1 && problem->weeks % limits->weekend_every != 0)
    rules.weekend_gap = limits->weekend_every;
  bool night = any_night(problem, shifts);
  int nights = cap_of(limits->nights_in_row_least, limits->nights_in_row_most);
  rules.night_cap = night && (limits->nights_in_row_least > 1 || limited(limits->nights_in_row_most)) ? nights : 0;
  for (int s = 0; s < problem->shift_count; s++) {
    const struct rota_shift *shift = &problem->shifts[s];
    if (shift->run_least > 1 || limited(run_most(shift)))
      rules.same_cap[s] = cap_of(shift->run_least, run_most(shift));
  }
  rules.rest_most_min = larger(limits->daily_rest_min, limits->weekly_rest_min);
  if (night)
    rules.rest_most_min = larger(rules.rest_most_min, limits->rest_after_nights_min);
  return rules;
}

// --- one day
// ----------------------------------------------------------------------------------------------------------

struct step { // the input of a rule
  const struct line_rules *rules;
  const struct line_state *from;
  int weekday, shift;
};

static bool working(const struct step *s) { return s->shift != ROTA_OFF; }

static const struct rota_shift *shift_of(const struct step *s, int shift) { return &s->rules->problem->shifts[shift]; }

static bool is_night(const struct step *s, int shift) { return shift >= 0 && shift_of(s, shift)->night; }

// Minutes from the end of the last shift to this day's midnight; negative if it is still running.
static int since_end_min(const struct step *s) {
  const struct line_state *from = s->from;
  if (from->yesterday != ROTA_OFF)
    return DAY_MIN - shift_of(s, from->yesterday)->end_min;
  return from->last == LINE_ANY ? LONG_AGO : from->since * DAY_MIN - shift_of(s, from->last)->end_min;
}

static int last_shift(const struct step *s) {
  return s->from->yesterday != ROTA_OFF ? s->from->yesterday : s->from->last;
}

// Checks the rest between two shifts, including short changes.
static bool rest_kept(const struct step *s, struct line_state *to, double *cost_kr) {
  const struct rota_limits *limits = &s->rules->limits;
  int rest = since_end_min(s) + shift_of(s, s->shift)->start_min;
  bool same_nights = is_night(s, s->from->yesterday) && is_night(s, s->shift);
  if (is_night(s, last_shift(s)) && !same_nights && rest < limits->rest_after_nights_min)
    return false;
  if (rest >= limits->daily_rest_min)
    return true;
  if (rest < limits->short_rest_min || to->changes >= limits->short_changes_most)
    return false;
  to->changes++;
  *cost_kr += s->rules->problem->weights.short_change_kr;
  return true;
}

// Adds a day to a run; false: the run already has its maximum length.
static bool longer(int16_t *run, int cap, int most) {
  if (limited(most) && *run >= most)
    return false;
  *run = (int16_t)(*run < cap ? *run + 1 : cap);
  return true;
}

static bool days_kept(const struct step *s, struct line_state *to, double *cost_kr) {
  const struct line_rules *rules = s->rules;
  const struct rota_limits *limits = &rules->limits;
  const struct rota_weights *weights = &rules->problem->weights;
  if (working(s)) {
    if (s->from->off_run > 0 && s->from->off_run < limits->days_off_least)
      return false;
    if (s->from->off_run == 1)
      *cost_kr += weights->single_day_off_kr;
    to->off_run = 0;
    if (!longer(&to->work_run, rules->work_cap, limits->days_in_row_most))
      return false;
    if (to->work_run == limits->days_in_row_most)
      *cost_kr += weights->long_run_kr;
    return true;
  }
  if (s->from->work_run > 0 && s->from->work_run < limits->days_in_row_least)
    return false;
  if (s->from->work_run == 1)
    *cost_kr += weights->single_day_on_kr;
  to->work_run = 0;
  return longer(&to->off_run, rules->off_cap, limits->days_off_most);
}

static bool nights_kept(const struct step *s, struct line_state *to) {
  const struct line_rules *rules = s->rules;
  if (rules->night_cap == 0)
    return true;
  if (working(s) && is_night(s, s->shift))
    return longer(&to->night_run, rules->night_cap, rules->limits.nights_in_row_most);
  to->night_run = 0;
  return s->from->night_run == 0 || s->from->night_run >= rules->limits.nights_in_row_least;
}

static bool same_shift_kept(const struct step *s, struct line_state *to) {
  int yesterday = s->from->yesterday;
  if (yesterday != s->shift) {
    to->same_run = 0;
    if (yesterday != ROTA_OFF && s->rules->same_cap[yesterday] > 0 &&
        s->from->same_run < shift_of(s, yesterday)->run_least)
      return false;
  }
  if (!working(s) || s->rules->same_cap[s->shift] == 0)
    return true;
  return longer(&to->same_run, s->rules->same_cap[s->shift], run_most(shift_of(s, s->shift)));
}

static bool sequences_kept(const struct step *s, struct line_state *to) {
  const struct rota_problem *problem = s->rules->problem;
  to->before = LINE_ANY;
  for (int i = 0; i < problem->sequence_count; i++) {
    const struct rota_sequence *sequence = &problem->sequences[i];
    bool begun = s->from->yesterday == sequence->days[0] && s->shift == sequence->days[1];
    if (sequence->length == 2 ? begun
                              : s->from->before == sequence->days[0] && s->from->yesterday == sequence->days[1] &&
                                    s->shift == sequence->days[2])
      return false;
    if (sequence->length == 3 && begun)
      to->before = s->from->yesterday;
  }
  return true;
}

static bool sundays_kept(const struct step *s, struct line_state *to) {
  const struct rota_limits *limits = &s->rules->limits;
  if (!working(s)) {
    to->sundays_run = 0;
    return true;
  }
  if (limited(limits->sundays_most_of_n) && ++to->sundays > limits->sundays_most_of_n)
    return false;
  return !limited(limits->sundays_in_row_most) || ++to->sundays_run <= limits->sundays_in_row_most;
}

// Weeks since a worked weekend, where the phase alone does not decide which may be worked.
static void count_weekend(const struct step *s, struct line_state *to, bool saturday) {
  int every = s->rules->weekend_gap;
  if (every > 0)
    to->weekend_gap = (int16_t)(saturday || working(s) ? 1 : to->weekend_gap < every ? to->weekend_gap + 1 : every);
}

static bool weekend_kept(const struct step *s, struct line_state *to) {
  const struct rota_limits *limits = &s->rules->limits;
  if (s->weekday < 5)
    return true;
  bool saturday = s->weekday == 6 && s->from->yesterday != ROTA_OFF;
  if (s->weekday == 6 && limits->whole_weekends && working(s) != saturday)
    return false;
  if (working(s) && !saturday) {
    if (limited(limits->weekends_most) && ++to->weekends > limits->weekends_most)
      return false;
    if (s->from->weekend_gap < s->rules->weekend_gap)
      return false;
  }
  if (s->weekday == 5)
    return true;
  count_weekend(s, to, saturday);
  return sundays_kept(s, to);
}

// The uninterrupted rest of the calendar week, counted from its Monday or from the end of a shift; if last week's rest
// runs into this week, from the moment it is complete.
static bool weekly_rest_kept(const struct step *s, struct line_state *to) {
  int least = s->rules->limits.weekly_rest_min, now = s->weekday * DAY_MIN;
  if (least <= 0)
    return true;
  int since = since_end_min(s), from = larger(now - since + (s->from->rest_owed ? least : 0), 0);
  if (working(s)) {
    const struct rota_shift *shift = shift_of(s, s->shift);
    if (s->from->rest_owed && since + shift->start_min < least)
      return false;
    to->rest_owed = 0;
    to->rest_had |= now + shift->start_min - from >= least;
    from = now + shift->end_min;
  } else {
    to->rest_had |= now + DAY_MIN - from >= least;
  }
  if (s->weekday < 6)
    return true;
  bool had = to->rest_had || WEEK_MIN - from >= least;
  to->rest_had = 0;
  to->rest_owed = !had && !s->rules->limits.weekly_rest_inside && from < WEEK_MIN;
  return had || to->rest_owed;
}

static bool week_hours_kept(const struct step *s, struct line_state *to) {
  const struct line_rules *rules = s->rules;
  int paid_min = s->from->week_min + (working(s) ? shift_of(s, s->shift)->paid_min : 0);
  to->week_min = (int16_t)rota_week_remembered(&rules->week_sums, (s->weekday + 1) % 7, paid_min);
  return paid_min <= rules->limits.week_most_min;
}

// Nothing of the last shift matters once every rest has been had.
static void forget(const struct line_rules *rules, const struct line_state *from, int shift, struct line_state *to) {
  to->yesterday = (int16_t)shift;
  to->last = LINE_ANY;
  to->since = 0;
  int last = from->yesterday != ROTA_OFF ? from->yesterday : from->last;
  if (shift != ROTA_OFF || last == LINE_ANY)
    return;
  int since = from->yesterday != ROTA_OFF ? 2 : from->since + 1;
  int had_min = since * DAY_MIN - rules->problem->shifts[last].end_min;
  int needed_min = rules->rest_most_min + (to->rest_owed ? rules->limits.weekly_rest_min : 0);
  if (had_min >= needed_min) {
    to->rest_owed = 0;
    return;
  }
  to->last = (int16_t)last;
  to->since = (int16_t)since;
}

static bool may_work(const struct line_rules *rules, int weekday, int shift) {
  if (shift == ROTA_OFF)
    return true;
  return (rules->shifts >> shift & 1) && (rules->problem->shifts[shift].weekdays >> weekday & 1) &&
         (weekday < 5 || rules->limits.weekend_every != 0);
}

bool line_step(const struct line_rules *rules, int weekday, const struct line_state *from, int shift,
               struct line_state *to, double *cost_kr) {
  struct step step = {rules, from, weekday, shift};
  *to = *from;
  *cost_kr = 0;
  if (!may_work(rules, weekday, shift) || !days_kept(&step, to, cost_kr) || !nights_kept(&step, to) ||
      !same_shift_kept(&step, to) || !sequences_kept(&step, to) || !weekend_kept(&step, to))
    return false;
  if (shift != ROTA_OFF && !rest_kept(&step, to, cost_kr))
    return false;
  if (!weekly_rest_kept(&step, to) || !week_hours_kept(&step, to))
    return false;
  if (weekday == 6)
    to->changes = 0;
  forget(rules, from, shift, to);
  return true;
}
