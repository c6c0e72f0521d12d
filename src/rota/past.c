// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/rules.h"
#include "rota/states_parts.h"

enum { DAY_MIN = 1440, SATURDAY = 5, SUNDAY = 6, LONG_AGO_MIN = -1000000, OFF_FOR_WEEKLY_REST = 12 };

static int max_int(int a, int b) { return a > b ? a : b; }

static int least_int(int a, int b) { return a < b ? a : b; }

// How far to count to know whether `least` is reached and `most` is exceeded.
static int cap_of(int least, int most, int other) {
  return max_int(max_int(least, other), most < ROTA_NO_LIMIT ? most : 1);
}

// The number of days off after which no rest between two shifts can be too short and no weekly rest is still in
// progress.
static int off_for_rest(const struct rota_limits *limits) {
  int rest = max_int(limits->daily_rest_min, limits->rest_after_nights_min);
  int days = rest > 0 ? (rest + DAY_MIN - 1) / DAY_MIN + 1 : 1;
  return limits->weekly_rest_min > 0 ? max_int(days, OFF_FOR_WEEKLY_REST) : days;
}

struct rota_stepper rota_stepper_of(const struct rota_problem *problem, const struct rota_group *group,
                                    enum rota_weekends weekends, bool features) {
  struct rota_stepper stepper = {problem, group, rota_limits_plain(group->limits), weekends, features, 0, 0, 0,
                                 {0},     {0}};
  const struct rota_limits *limits = &stepper.limits;
  stepper.week_sums = rota_week_sums_of(problem, limits, group->shifts);
  stepper.run_cap = cap_of(limits->days_in_row_least, limits->days_in_row_most, features ? 2 : 1);
  stepper.nights_cap = cap_of(limits->nights_in_row_least, limits->nights_in_row_most, 1);
  stepper.off_cap =
      max_int(off_for_rest(limits), cap_of(limits->days_off_least, limits->days_off_most, features ? 2 : 1));
  for (int s = 0; s < problem->shift_count; s++) {
    const struct rota_shift *shift = &problem->shifts[s];
    stepper.same_cap[s] = cap_of(shift->run_least, shift->run_most > 0 ? shift->run_most : ROTA_NO_LIMIT, 1);
  }
  return stepper;
}

// ---------------------------------------------------------------- time, in minutes from 00:00 of the day that comes

static int end_of_last(const struct rota_stepper *stepper, const struct rota_past *past) {
  if (past->last < 0)
    return LONG_AGO_MIN;
  return stepper->problem->shifts[past->last].end_min - (past->off + 1) * DAY_MIN;
}

// The time from which free time counts for the rest of this week.
static int rest_from(const struct rota_stepper *stepper, const struct rota_past *past) {
  int end = end_of_last(stepper, past), monday = -past->weekday * DAY_MIN;
  return past->owed ? end + stepper->limits.weekly_rest_min : max_int(end, monday);
}

static bool rests_between(const struct rota_stepper *stepper, const struct rota_past *past, int shift,
                          struct rota_past *after, unsigned *features) {
  const struct rota_limits *limits = &stepper->limits;
  const struct rota_shift *shifts = stepper->problem->shifts;
  if (past->last < 0)
    return true;
  int rest = shifts[shift].start_min - end_of_last(stepper, past);
  if (rest < limits->short_rest_min)
    return false;
  if (rest < limits->daily_rest_min) {
    *features |= ROTA_SHORT_CHANGE;
    if (past->shorts + 1 > limits->short_changes_most)
      return false;
    if (limits->short_changes_most < ROTA_NO_LIMIT)
      after->shorts++;
  }
  bool goes_on = past->off == 0 && shifts[shift].night;
  return !shifts[past->last].night || goes_on || rest >= limits->rest_after_nights_min;
}

// Time free of work ends at `until`.
static void count_rest(const struct rota_stepper *stepper, const struct rota_past *past, int until,
                       struct rota_past *after) {
  int least = stepper->limits.weekly_rest_min;
  if (least > 0 && !past->had && until - rest_from(stepper, past) >= least) {
    after->had = 1;
    after->owed = 0;
  }
}

// ---------------------------------------------------------------- runs

static bool ends_shift_run(const struct rota_stepper *stepper, const struct rota_past *past) {
  return past->off > 0 || past->last < 0 || past->same >= stepper->problem->shifts[past->last].run_least;
}

static bool ends_night_run(const struct rota_stepper *stepper, const struct rota_past *past) {
  return past->nights == 0 || past->nights >= stepper->limits.nights_in_row_least;
}

static bool goes_on_working(const struct rota_stepper *stepper, const struct rota_past *past, int shift,
                            struct rota_past *after) {
  const struct rota_shift *next = &stepper->problem->shifts[shift];
  int run_most = next->run_most > 0 ? next->run_most : ROTA_NO_LIMIT;
  if (past->run + 1 > stepper->limits.days_in_row_most)
    return false;
  if (past->last == shift ? past->same + 1 > run_most : !ends_shift_run(stepper, past))
    return false;
  if (next->night ? past->nights + 1 > stepper->limits.nights_in_row_most : !ends_night_run(stepper, past))
    return false;
  after->run = (int16_t)least_int(past->run + 1, stepper->run_cap);
  after->same = (int16_t)(past->last == shift ? least_int(past->same + 1, stepper->same_cap[shift]) : 1);
  after->nights = (int16_t)(next->night ? least_int(past->nights + 1, stepper->nights_cap) : 0);
  return true;
}

static bool begins_working(const struct rota_stepper *stepper, const struct rota_past *past, int shift,
                           struct rota_past *after, unsigned *features) {
  if (past->off == 1)
    *features |= ROTA_SINGLE_DAY_OFF;
  after->run = after->same = 1;
  after->nights = stepper->problem->shifts[shift].night;
  return past->off >= stepper->limits.days_off_least;
}

static bool ends_working(const struct rota_stepper *stepper, const struct rota_past *past, struct rota_past *after,
                         unsigned *features) {
  if (past->run == 1)
    *features |= ROTA_SINGLE_DAY_ON;
  if (past->run == stepper->limits.days_in_row_most)
    *features |= ROTA_LONG_RUN;
  after->run = after->same = after->nights = 0;
  return past->run >= stepper->limits.days_in_row_least && ends_shift_run(stepper, past) &&
         ends_night_run(stepper, past);
}

// ---------------------------------------------------------------- sequences

static int day_before(const struct rota_past *past) {
  return past->off == 0 && past->last >= 0 ? past->last : ROTA_OFF;
}

static bool sequence_allowed(const struct rota_stepper *stepper, const struct rota_past *past, int shift) {
  for (int q = 0; q < stepper->problem->sequence_count; q++) {
    const struct rota_sequence *sequence = &stepper->problem->sequences[q];
    const int *days = sequence->days;
    if (sequence->length == 2 && days[0] == day_before(past) && days[1] == shift)
      return false;
    if (sequence->length == 3 && days[0] == past->before && days[1] == day_before(past) && days[2] == shift)
      return false;
  }
  return true;
}

static bool begins_sequence(const struct rota_stepper *stepper, int first, int second) {
  for (int q = 0; q < stepper->problem->sequence_count; q++) {
    const struct rota_sequence *sequence = &stepper->problem->sequences[q];
    if (sequence->length == 3 && sequence->days[0] == first && sequence->days[1] == second)
      return true;
  }
  return false;
}

// ---------------------------------------------------------------- weekends

static bool may_work_weekend(const struct rota_stepper *stepper, const struct rota_past *past) {
  int every = stepper->limits.weekend_every;
  bool saturday_worked = past->weekday == SUNDAY && past->off == 0 && past->last >= 0;
  if (past->weekday < SATURDAY)
    return true;
  if (every == 0)
    return false;
  if (past->weekday == SUNDAY && stepper->limits.whole_weekends && !saturday_worked)
    return false;
  if (past->weekday == SUNDAY && past->sundays + 1 > stepper->limits.sundays_in_row_most)
    return false;
  if (stepper->weekends == ROTA_WEEKENDS_PHASE)
    return past->weekend == 0;
  return stepper->weekends == ROTA_WEEKENDS_FREE || saturday_worked || past->weekend >= every - 1;
}

static int16_t next_weekend(const struct rota_stepper *stepper, const struct rota_past *past, bool works_sunday) {
  int every = stepper->limits.weekend_every;
  bool worked = works_sunday || (past->off == 0 && past->last >= 0);
  if (stepper->weekends == ROTA_WEEKENDS_FREE || every <= 1)
    return 0;
  if (stepper->weekends == ROTA_WEEKENDS_PHASE)
    return (int16_t)((past->weekend + 1) % every);
  return (int16_t)(worked ? 0 : least_int(past->weekend + 1, every - 1));
}

// From Sunday to Monday.
static bool begin_week(const struct rota_stepper *stepper, const struct rota_past *past, int shift,
                       struct rota_past *after) {
  bool works = shift != ROTA_OFF;
  bool in_row = stepper->limits.sundays_in_row_most < ROTA_NO_LIMIT;
  after->sundays = (int16_t)(works && in_row ? past->sundays + 1 : 0);
  after->weekend = next_weekend(stepper, past, works);
  after->shorts = 0;
  after->owed = 0;
  if (stepper->limits.weekly_rest_min > 0 && !after->had) {
    int from = works ? stepper->problem->shifts[shift].end_min : rest_from(stepper, past);
    if (stepper->limits.weekly_rest_inside || from >= DAY_MIN)
      return false;
    after->owed = 1;
  }
  after->had = 0;
  return true;
}

// ---------------------------------------------------------------- hours of the week

static bool week_hours_kept(const struct rota_stepper *stepper, const struct rota_past *past, int shift,
                            struct rota_past *after) {
  int paid_min = past->week_min + (shift == ROTA_OFF ? 0 : stepper->problem->shifts[shift].paid_min);
  after->week_min = (int16_t)rota_week_remembered(&stepper->week_sums, (past->weekday + 1) % 7, paid_min);
  return paid_min <= stepper->limits.week_most_min;
}

// ---------------------------------------------------------------- a step

static bool step_work(const struct rota_stepper *stepper, const struct rota_past *past, int shift,
                      struct rota_past *after, unsigned *features) {
  const struct rota_shift *next = &stepper->problem->shifts[shift];
  if (!(stepper->group->shifts >> shift & 1) || !(next->weekdays >> past->weekday & 1))
    return false;
  if (!may_work_weekend(stepper, past) || !rests_between(stepper, past, shift, after, features))
    return false;
  if (past->owed && next->start_min < rest_from(stepper, past))
    return false;
  count_rest(stepper, past, next->start_min, after);
  after->owed = 0;
  after->last = (int16_t)shift;
  after->off = 0;
  bool working = past->off == 0 && past->last >= 0;
  return working ? goes_on_working(stepper, past, shift, after) : begins_working(stepper, past, shift, after, features);
}

static bool step_off(const struct rota_stepper *stepper, const struct rota_past *past, struct rota_past *after,
                     unsigned *features) {
  bool working = past->off == 0 && past->last >= 0;
  if (past->weekday == SUNDAY && stepper->limits.whole_weekends && working)
    return false;
  if (past->off + 1 > stepper->limits.days_off_most)
    return false;
  count_rest(stepper, past, DAY_MIN, after);
  after->off = (int16_t)least_int(past->off + 1, stepper->off_cap);
  if (after->off >= off_for_rest(&stepper->limits))
    after->last = -1;
  return working ? ends_working(stepper, past, after, features) : true;
}

bool rota_past_step(const struct rota_stepper *stepper, const struct rota_past *past, int shift,
                    struct rota_past *after, unsigned *features) {
  *after = *past;
  *features = 0;
  if (!sequence_allowed(stepper, past, shift))
    return false;
  bool may =
      shift == ROTA_OFF ? step_off(stepper, past, after, features) : step_work(stepper, past, shift, after, features);
  if (!may || !week_hours_kept(stepper, past, shift, after) ||
      (past->weekday == SUNDAY && !begin_week(stepper, past, shift, after)))
    return false;
  after->before = (int16_t)(begins_sequence(stepper, day_before(past), shift) ? day_before(past) : ROTA_PAST_ANY);
  after->weekday = (int16_t)((past->weekday + 1) % 7);
  if (!stepper->features)
    *features = 0;
  bool saturday_worked = past->off == 0 && past->last >= 0;
  if (past->weekday == SUNDAY && stepper->limits.weekends_most < ROTA_NO_LIMIT &&
      (saturday_worked || shift != ROTA_OFF))
    *features |= ROTA_WEEKEND;
  return true;
}
