// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/give_way.h"

#include <string.h>

#include "base/language.h"
#include "rota/solve.h"

enum { HALF_HOUR = 30, HOUR = 60, STEPS_MOST = 40 };

const struct rota_easing_record rota_easing_records[ROTA_EASINGS] = {
    [ROTA_EASE_DAILY_REST] = {"daily_rest", N_("less rest between two shifts"), "h", ROTA_RULE_DAILY_REST},
    [ROTA_EASE_SHORT_CHANGES] = {"short_changes", N_("more short changes in a week"), "changes",
                                 ROTA_RULE_SHORT_CHANGES},
    [ROTA_EASE_WEEKLY_REST] = {"weekly_rest", N_("a shorter weekly rest"), "h", ROTA_RULE_WEEKLY_REST},
    [ROTA_EASE_DAYS_IN_ROW_MOST] = {"days_in_row_most", N_("more working days in a row"), "days",
                                    ROTA_RULE_DAYS_IN_ROW},
    [ROTA_EASE_DAYS_IN_ROW_LEAST] = {"days_in_row_least", N_("fewer working days in a row, down to single ones"),
                                     "days", ROTA_RULE_DAYS_IN_ROW},
    [ROTA_EASE_DAYS_OFF_MOST] = {"days_off_most", N_("more days off in a row"), "days", ROTA_RULE_DAYS_OFF},
    [ROTA_EASE_DAYS_OFF_LEAST] = {"days_off_least", N_("fewer days off in a row, down to single ones"), "days",
                                  ROTA_RULE_DAYS_OFF},
    [ROTA_EASE_NIGHTS_IN_ROW_MOST] = {"nights_in_row_most", N_("more nights in a row"), "nights",
                                      ROTA_RULE_NIGHTS_IN_ROW},
    [ROTA_EASE_NIGHTS_IN_ROW_LEAST] = {"nights_in_row_least", N_("fewer nights in a row, down to single ones"),
                                       "nights", ROTA_RULE_NIGHTS_IN_ROW},
    [ROTA_EASE_REST_AFTER_NIGHTS] = {"rest_after_nights", N_("less rest after nights in a row"), "h",
                                     ROTA_RULE_REST_AFTER_NIGHTS},
    [ROTA_EASE_WEEKEND_EVERY] = {"weekend_every", N_("weekends more often"), "weeks", ROTA_RULE_WEEKENDS},
    [ROTA_EASE_WEEKENDS_MOST] = {"weekends_most", N_("more weekends of the rota's weeks"), "weekends",
                                 ROTA_RULE_WEEKENDS},
    [ROTA_EASE_WHOLE_WEEKENDS] = {"whole_weekends", N_("Saturday or Sunday alone"), "", ROTA_RULE_WHOLE_WEEKENDS},
    [ROTA_EASE_SUNDAYS_MOST] = {"sundays_most", N_("more Sundays of the rota's weeks"), "sundays", ROTA_RULE_SUNDAYS},
    [ROTA_EASE_SUNDAYS_IN_ROW] = {"sundays_in_row", N_("more Sundays in a row"), "sundays", ROTA_RULE_SUNDAYS},
    [ROTA_EASE_WEEK_HOURS] = {"week_hours", N_("more hours in a week"), "h", ROTA_RULE_WEEK_HOURS},
    [ROTA_EASE_SAME_SHIFT] = {"same_shift", N_("shorter and longer runs of the same shift"), "days",
                              ROTA_RULE_SAME_SHIFT},
    [ROTA_EASE_SEQUENCES] = {"sequences", N_("the sequences that are not wanted"), "", ROTA_RULE_SEQUENCE},
    [ROTA_EASE_HOURS_MOST] = {"hours_most", N_("more hours than the contract's"), "h", ROTA_RULE_HOURS},
    [ROTA_EASE_HOURS_LEAST] = {"hours_least", N_("fewer hours than the contract's"), "h", ROTA_RULE_HOURS},
    [ROTA_EASE_NEED] = {"need", N_("a person missing, where people are wanted"), "persons", ROTA_RULES},
};

// ---------------------------------------------------------------- a copy that may be eased

static struct rota_problem *copy_of(struct arena *arena, const struct rota_problem *problem) {
  struct rota_problem *copy = arena_alloc(arena, sizeof *copy);
  *copy = *problem;
  size_t cells = (size_t)(7 * problem->need_weeks) * (size_t)problem->interval_count * (size_t)problem->level_count;
  copy->groups = arena_array(arena, (size_t)problem->group_count, sizeof *copy->groups);
  copy->shifts = arena_array(arena, (size_t)problem->shift_count, sizeof *copy->shifts);
  copy->need_milli = arena_array(arena, cells, sizeof *copy->need_milli);
  memcpy(copy->groups, problem->groups, (size_t)problem->group_count * sizeof *copy->groups);
  memcpy(copy->shifts, problem->shifts, (size_t)problem->shift_count * sizeof *copy->shifts);
  memcpy(copy->need_milli, problem->need_milli, cells * sizeof *copy->need_milli);
  for (int g = 0; g < copy->group_count; g++)
    copy->groups[g].limits = rota_limits_plain(copy->groups[g].limits);
  return copy;
}

// ---------------------------------------------------------------- one step

// Raises a limit, at most to `end`, where it no longer restricts anything; or lowers it.
static bool raise_to(int *limit, int step, int end) {
  if (*limit >= end)
    return false;
  *limit = *limit + step < end ? *limit + step : end;
  return true;
}

static bool lower_to(int *limit, int step, int end) {
  if (*limit <= end)
    return false;
  *limit = *limit - step > end ? *limit - step : end;
  return true;
}

// A limit that is not in force, ROTA_NO_LIMIT, cannot be relaxed.
static bool raise_limit(int *limit, int step, int end) { return *limit < ROTA_NO_LIMIT && raise_to(limit, step, end); }

static bool ease_daily_rest(struct rota_limits *limits, const struct rota_floors *floors) {
  bool eased = lower_to(&limits->daily_rest_min, HALF_HOUR, floors->daily_rest_min);
  if (limits->short_rest_min > limits->daily_rest_min)
    limits->short_rest_min = limits->daily_rest_min;
  return eased;
}

// If no short change was allowed so far, one needs at least the floor's rest.
static bool ease_short_changes(struct rota_limits *limits, const struct rota_floors *floors) {
  if (limits->daily_rest_min <= floors->daily_rest_min)
    return false;
  if (limits->short_rest_min >= limits->daily_rest_min || limits->short_changes_most == 0) {
    lower_to(&limits->short_rest_min, limits->short_rest_min, floors->daily_rest_min);
    limits->short_changes_most = 1;
    return true;
  }
  return raise_limit(&limits->short_changes_most, 1, 6);
}

static bool ease_flag(bool *flag) {
  bool was = *flag;
  *flag = false;
  return was;
}

static bool ease_weekend_every(struct rota_limits *limits, int weeks) {
  if (limits->weekend_every == 1)
    return false;
  limits->weekend_every = limits->weekend_every == 0 ? weeks : limits->weekend_every - 1;
  return true;
}

static bool ease_limits(struct rota_limits *limits, const struct rota_floors *floors, enum rota_easing easing,
                        int weeks) {
  switch (easing) {
  case ROTA_EASE_DAILY_REST:
    return ease_daily_rest(limits, floors);
  case ROTA_EASE_SHORT_CHANGES:
    return ease_short_changes(limits, floors);
  case ROTA_EASE_WEEKLY_REST:
    return lower_to(&limits->weekly_rest_min, HOUR, floors->weekly_rest_min);
  case ROTA_EASE_DAYS_IN_ROW_MOST:
    return raise_limit(&limits->days_in_row_most, 1, 7 * weeks);
  case ROTA_EASE_DAYS_IN_ROW_LEAST:
    return lower_to(&limits->days_in_row_least, 1, 1);
  case ROTA_EASE_DAYS_OFF_MOST:
    return raise_limit(&limits->days_off_most, 1, 7 * weeks);
  case ROTA_EASE_DAYS_OFF_LEAST:
    return lower_to(&limits->days_off_least, 1, 1);
  case ROTA_EASE_NIGHTS_IN_ROW_MOST:
    return raise_limit(&limits->nights_in_row_most, 1, 7 * weeks);
  case ROTA_EASE_NIGHTS_IN_ROW_LEAST:
    return lower_to(&limits->nights_in_row_least, 1, 1);
  case ROTA_EASE_REST_AFTER_NIGHTS:
    return lower_to(&limits->rest_after_nights_min, HOUR, limits->daily_rest_min);
  case ROTA_EASE_WEEKEND_EVERY:
    return ease_weekend_every(limits, weeks);
  case ROTA_EASE_WEEKENDS_MOST:
    return raise_limit(&limits->weekends_most, 1, weeks);
  case ROTA_EASE_WHOLE_WEEKENDS:
    return ease_flag(&limits->whole_weekends);
  case ROTA_EASE_SUNDAYS_MOST:
    return raise_limit(&limits->sundays_most_of_n, 1, weeks);
  case ROTA_EASE_SUNDAYS_IN_ROW:
    return raise_limit(&limits->sundays_in_row_most, 1, weeks);
  case ROTA_EASE_WEEK_HOURS:
    return raise_limit(&limits->week_most_min, HOUR, floors->week_most_min);
  default:
    return false;
  }
}

static bool ease_shifts(struct rota_problem *problem) {
  bool eased = false;
  for (int s = 0; s < problem->shift_count; s++) {
    struct rota_shift *shift = &problem->shifts[s];
    eased = lower_to(&shift->run_least, 1, 1) || eased;
    if (shift->run_most > 0)
      eased = raise_limit(&shift->run_most, 1, 7 * problem->weeks) || eased;
  }
  return eased;
}

static bool ease_need(struct rota_problem *problem) {
  bool eased = false;
  int cells = 7 * problem->need_weeks * problem->interval_count * problem->level_count;
  for (int cell = 0; problem->cover_required && cell < cells; cell++) {
    if (problem->need_milli[cell] <= 0)
      continue;
    problem->need_milli[cell] -= problem->need_milli[cell] < 1000 ? problem->need_milli[cell] : 1000;
    eased = true;
  }
  return eased;
}

static bool ease(struct rota_problem *problem, const struct rota_floors *floors, enum rota_easing easing) {
  bool eased = false;
  if (easing == ROTA_EASE_SAME_SHIFT)
    return ease_shifts(problem);
  if (easing == ROTA_EASE_NEED)
    return ease_need(problem);
  if (easing == ROTA_EASE_SEQUENCES) {
    eased = problem->sequence_count > 0;
    problem->sequence_count = 0;
    return eased;
  }
  for (int g = 0; g < problem->group_count; g++) {
    struct rota_group *group = &problem->groups[g];
    if (easing == ROTA_EASE_HOURS_MOST) // an hour per week
      eased = raise_limit(&group->hours_most_min, HOUR * problem->weeks, 40 * HOUR * problem->weeks) || eased;
    else if (easing == ROTA_EASE_HOURS_LEAST)
      eased = lower_to(&group->hours_least_min, HOUR * problem->weeks, 0) || eased;
    else
      eased = ease_limits(&group->limits, floors, easing, problem->weeks) || eased;
  }
  return eased;
}

// ---------------------------------------------------------------- what a limit is, as it is told

static double limit_of(const struct rota_limits *limits, enum rota_easing easing) {
  switch (easing) {
  case ROTA_EASE_DAILY_REST:
    return limits->daily_rest_min / 60.0;
  case ROTA_EASE_SHORT_CHANGES:
    return limits->short_rest_min < limits->daily_rest_min ? limits->short_changes_most : 0;
  case ROTA_EASE_WEEKLY_REST:
    return limits->weekly_rest_min / 60.0;
  case ROTA_EASE_DAYS_IN_ROW_MOST:
    return limits->days_in_row_most;
  case ROTA_EASE_DAYS_IN_ROW_LEAST:
    return limits->days_in_row_least;
  case ROTA_EASE_DAYS_OFF_MOST:
    return limits->days_off_most;
  case ROTA_EASE_DAYS_OFF_LEAST:
    return limits->days_off_least;
  case ROTA_EASE_NIGHTS_IN_ROW_MOST:
    return limits->nights_in_row_most;
  case ROTA_EASE_NIGHTS_IN_ROW_LEAST:
    return limits->nights_in_row_least;
  case ROTA_EASE_REST_AFTER_NIGHTS:
    return limits->rest_after_nights_min / 60.0;
  case ROTA_EASE_WEEKEND_EVERY:
    return limits->weekend_every;
  case ROTA_EASE_WEEKENDS_MOST:
    return limits->weekends_most;
  case ROTA_EASE_WHOLE_WEEKENDS:
    return limits->whole_weekends;
  case ROTA_EASE_SUNDAYS_MOST:
    return limits->sundays_most_of_n;
  case ROTA_EASE_SUNDAYS_IN_ROW:
    return limits->sundays_in_row_most;
  case ROTA_EASE_WEEK_HOURS:
    return limits->week_most_min / 60.0;
  default:
    return 0;
  }
}

// Of the first group whose limit is relaxed; if nothing is counted, the number of steps.
static void tell(const struct rota_problem *before, const struct rota_problem *after, enum rota_easing easing,
                 int steps, double *from, double *to) {
  *from = 0;
  *to = steps;
  for (int g = 0; g < before->group_count; g++) {
    const struct rota_group *was = &before->groups[g], *is = &after->groups[g];
    if (easing == ROTA_EASE_HOURS_MOST || easing == ROTA_EASE_HOURS_LEAST) {
      bool most = easing == ROTA_EASE_HOURS_MOST;
      *from = (most ? was->hours_most_min : was->hours_least_min) / 60.0;
      *to = (most ? is->hours_most_min : is->hours_least_min) / 60.0;
    } else if (easing < ROTA_EASE_SAME_SHIFT) {
      *from = limit_of(&was->limits, easing);
      *to = limit_of(&is->limits, easing);
    }
    if (*from != *to)
      return;
  }
}

// ---------------------------------------------------------------- by solving again

struct asking {
  struct arena *arena;
  const struct rota_problem *problem;
  const struct rota_floors *floors;
  const struct rota_limits_of_search *search;
  struct rota_give_way out;
  size_t way_count, way_room;
};

// A rota of a relaxed problem that has one. If people may be missing, the best one for the original need, provided
// that no more are missing than was relaxed. Memory: that of `asking`.
static const struct rota *rota_kept(const struct asking *asking, const struct rota_problem *eased) {
  struct rota_problem *whole = copy_of(asking->arena, eased);
  whole->need_milli = asking->problem->need_milli;
  whole->cover_required = false;
  const struct rota *rota = rota_solve(asking->arena, whole, asking->search).rota;
  if (rota && rota_measure_of(eased, rota).missing_h <= 0)
    return rota;
  return rota_solve(asking->arena, eased, asking->search).rota;
}

static enum rota_outcome outcome_of(const struct asking *asking, const struct rota_problem *problem) {
  struct arena *scratch = arena_new();
  enum rota_outcome outcome = rota_solve(scratch, problem, asking->search).outcome;
  arena_free(scratch);
  return outcome;
}

// Relaxes as far as possible; false: there is nothing to relax.
static bool ease_fully(struct rota_problem *problem, const struct rota_floors *floors, enum rota_easing easing) {
  bool eased = false;
  for (int step = 0; step < STEPS_MOST && ease(problem, floors, easing); step++) {
    eased = true;
    if (easing == ROTA_EASE_NEED)
      break; // one person
  }
  return eased;
}

static void add_way(struct asking *asking, const struct rota_problem *before, const struct rota_problem *after,
                    const enum rota_easing *easings, int count, const int *steps) {
  struct rota_way *way =
      arena_push(asking->arena, &asking->out.ways, &asking->way_count, &asking->way_room, sizeof *way);
  way->count = count;
  way->problem = copy_of(asking->arena, after);
  way->rota = rota_kept(asking, after);
  for (int e = 0; e < count; e++) {
    way->eased[e].easing = easings[e];
    tell(before, after, easings[e], steps[e], &way->eased[e].from, &way->eased[e].to);
  }
  asking->out.way_count = (int)asking->way_count;
}

// Relaxes step by step, in turn, until there is a rota.
static void ease_by_steps(struct asking *asking, const enum rota_easing *easings, int count) {
  struct arena *scratch = arena_new();
  const struct rota_problem *before = copy_of(scratch, asking->problem);
  struct rota_problem *after = copy_of(scratch, asking->problem);
  int steps[ROTA_EASED_TOGETHER] = {0};
  for (int step = 0; step < STEPS_MOST; step++) {
    bool eased = false;
    for (int e = 0; e < count; e++) {
      bool more = !(easings[e] == ROTA_EASE_NEED && step > 0) && ease(after, asking->floors, easings[e]);
      steps[e] += more;
      eased = eased || more;
    }
    if (!eased)
      break;
    if (outcome_of(asking, after) == ROTA_FOUND) {
      add_way(asking, before, after, easings, count, steps);
      break;
    }
  }
  arena_free(scratch);
}

static void try_easing(struct asking *asking, const enum rota_easing *easings, int count) {
  struct arena *scratch = arena_new();
  struct rota_problem *fully = copy_of(scratch, asking->problem);
  bool all = true;
  for (int e = 0; e < count; e++)
    all = ease_fully(fully, asking->floors, easings[e]) && all;
  enum rota_outcome outcome = all ? outcome_of(asking, fully) : ROTA_NONE;
  asking->out.undecided += outcome == ROTA_UNDECIDED;
  if (outcome == ROTA_FOUND)
    ease_by_steps(asking, easings, count);
  arena_free(scratch);
}

// If even relaxing everything together does not help, no two do.
static bool all_eased_helps(struct asking *asking) {
  struct arena *scratch = arena_new();
  struct rota_problem *fully = copy_of(scratch, asking->problem);
  for (int e = 0; e < ROTA_EASINGS; e++)
    ease_fully(fully, asking->floors, (enum rota_easing)e);
  bool helps = outcome_of(asking, fully) != ROTA_NONE;
  arena_free(scratch);
  return helps;
}

static void try_pairs(struct asking *asking) {
  for (int a = 0; a < ROTA_EASINGS; a++)
    for (int b = a + 1; b < ROTA_EASINGS; b++)
      try_easing(asking, (enum rota_easing[]){(enum rota_easing)a, (enum rota_easing)b}, 2);
}

static bool is_rota_with_heads(const struct asking *asking, int group, int more) {
  struct arena *scratch = arena_new();
  struct rota_problem *problem = copy_of(scratch, asking->problem);
  problem->groups[group].heads += more;
  bool found = outcome_of(asking, problem) == ROTA_FOUND;
  arena_free(scratch);
  return found;
}

static void try_heads(struct asking *asking, int heads_most) {
  asking->out.group = -1;
  struct rota_give_way *out = &asking->out;
  for (int more = 1; more <= heads_most && !out->helping_count; more++)
    for (int g = 0; g < asking->problem->group_count; g++) {
      if (!is_rota_with_heads(asking, g, more))
        continue;
      *(int *)arena_push(asking->arena, &out->helping, &out->helping_count, &out->helping_room, sizeof(int)) = g;
      out->group = out->helping[0];
      out->heads_more = more;
    }
}

struct rota_give_way rota_give_way(struct arena *arena, const struct rota_problem *problem,
                                   const struct rota_floors *floors, const struct rota_limits_of_search *search,
                                   int heads_most) {
  struct asking asking = {.arena = arena, .problem = problem, .floors = floors, .search = search};
  for (int e = 0; e < ROTA_EASINGS; e++)
    try_easing(&asking, (enum rota_easing[]){(enum rota_easing)e}, 1);
  if (asking.out.way_count == 0 && all_eased_helps(&asking))
    try_pairs(&asking);
  try_heads(&asking, heads_most);
  return asking.out;
}
