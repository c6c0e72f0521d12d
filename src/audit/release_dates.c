// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/release_dates.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "audit/bridge.h"
#include "audit/comparable.h"
#include "audit/departures.h"
#include "base/fixed.h"
#include "calendar/fiscal.h"

static const struct notice_dates no_dates = {DAY_NONE, DAY_NONE, DAY_NONE, DAY_NONE};
enum { AGE_COUNTS_FROM_YEARS = 10 }; // years of service: with fewer, age does not lengthen the notice period
static const double SAME_HEADS = 0.0005, SAME_FTE = 0.0005;

const char *decide_for_name(enum decide_for what) {
  static const char *const names[DECIDE_FORS] = {"nothing", "claim", "start"};
  assert((size_t)what < sizeof names / sizeof *names);
  return names[what];
}

// With a measure: the heads that it frees beyond those that can go in any case.
static double freed_heads(const struct released_group *group) {
  double with = group->heads_cut + group->heads_with;
  return group->measure == NOT_GIVEN ? group->heads_now : with - group->heads_now;
}

bool released_any(const struct released_group *group) {
  return fabs(group->heads_now) > SAME_HEADS || fabs(group->heads_cut) > SAME_HEADS ||
         fabs(group->heads_with) > SAME_HEADS || fabs(group->fte_cut) > SAME_FTE;
}

static int months_of(const struct audit *audit, const struct released_group *group) {
  const struct tables *tables = &audit->scenario->tables;
  return notice_months_of(settings_of(tables), &group_rows(tables)[group->group]);
}

static bool is_age_known(const struct audit *audit, const struct released_group *released) {
  const struct group_row *group = &group_rows(&audit->scenario->tables)[released->group];
  return group->service_years && (group->age_years || group->service_years < AGE_COUNTS_FROM_YEARS);
}

// ---------------------------------------------------------------- what is added up

static bool belongs(const struct release_sum *sum, int64_t measure, size_t unit) {
  return sum->measure == measure && (measure != NOT_GIVEN || sum->unit == unit);
}

static void add_unit(struct release_sum *sum, const struct release *release) {
  sum->now = release->now > sum->now ? release->now : sum->now;
  sum->with = release->with > sum->with ? release->with : sum->with;
  staff_add(&sum->today, &release->today);
  staff_add(&sum->after_now, &release->after_now);
  staff_add(&sum->after_with, &release->after_with);
  staff_add(&sum->follow, &release->follow);
  sum->now_kr += release->today_kr - release->now_kr;
  answer_add(&sum->stay, &release->stay);
  answer_add(&sum->go, &release->go);
  sum->kept_kr += kr_from_ore(effect_ore(&release->stay));
  sum->with_kr += kr_from_ore(effect_ore(&release->go));
  sum->now_more_kr += release->now_more_kr;
  sum->with_more_kr += release->with_more_kr;
}

static void add_groups(const struct audit *audit, struct release_sum *sum) {
  for (size_t i = 0; i < audit->released_count; i++) {
    const struct released_group *group = &audit->released[i];
    if (!belongs(sum, group->measure, group->unit))
      continue;
    int months = months_of(audit, group);
    sum->fte_now += group->fte_now;
    sum->fte_cut_and_with += group->fte_with;
    sum->fte_cut += group->fte_cut;
    sum->cut_pay_kr += group->cut_pay_ore / ORE_PER_KR;
    if (freed_heads(group) <= SAME_HEADS)
      continue;
    sum->months = months > sum->months ? months : sum->months;
    sum->ages_known &= is_age_known(audit, group);
  }
}

// ---------------------------------------------------------------- days

static const struct year_effect *effect_in(const struct audit *audit, const struct release_sum *sum) {
  const struct measure_effect *effect = &audit->measures[sum->measure];
  for (int y = 0; y < effect->year_count && !effect->undecided; y++)
    if (effect->years[y].year == sum->first_year)
      return &effect->years[y];
  return NULL;
}

// The share of the year from the day to its end; 0 for a day after the year.
static double share_from(int year, day_number day) {
  day_number first = fiscal_first_day(year);
  int days = fiscal_day_count(year), left = days - (day - first);
  return left <= 0 ? 0 : left > days ? 1 : (double)left / days;
}

// The first year of the scenario in which the measure is in force, and its first day there.
static void find_start(const struct audit *audit, struct release_sum *sum) {
  const struct measure_effect *effect = &audit->measures[sum->measure];
  for (int y = 0; y < effect->year_count && !effect->undecided && !sum->first_year; y++) {
    struct deadline deadline = departure_deadline(audit->scenario, (size_t)sum->measure, effect->years[y].year);
    if (deadline.gone_by == DAY_NONE)
      continue;
    sum->first_year = effect->years[y].year;
    sum->start = deadline.gone_by;
  }
}

// Positions that only change size need no notice: the sum decides.
static bool anybody_goes(const struct release_sum *sum) {
  double fte = sum->measure == NOT_GIVEN ? sum->fte_now : sum->fte_cut_and_with - sum->fte_now;
  return sum->months > 0 && fte > SAME_FTE;
}

// What their leaving adds to the effect of a whole year with all others present, without what a claim leaves out.
static int64_t more_ore(const struct release_sum *sum, int64_t leaves_out) {
  return answer_comparable_ore(&sum->go, leaves_out) - answer_comparable_ore(&sum->stay, leaves_out);
}

// The first year's effect if the heads that the edits remove and the whole positions are gone by the day `gone`.
// kept_ore: the effect if only those that the edits remove go, at the start of the measure.
static int64_t if_gone_by_ore(const struct release_sum *sum, int64_t kept_ore, int64_t leaves_out, day_number gone,
                              day_number until) {
  day_number from = gone > sum->start ? gone : sum->start;
  double after = share_from(sum->first_year, until + 1);
  double there = fmax(share_from(sum->first_year, sum->start) - after, 0);
  double going = fmax(share_from(sum->first_year, from) - after, 0), late = there - going;
  return kept_ore + fixed_round((double)more_ore(sum, leaves_out) * going - sum->cut_pay_kr * ORE_PER_KR * late);
}

static int64_t if_gone_ore(const struct release_sum *sum, int64_t kept_ore, int64_t leaves_out, day_number gone) {
  return if_gone_by_ore(sum, kept_ore, leaves_out, gone, fiscal_last_day(sum->first_year));
}

bool release_saved_until(const struct release_sum *sum, int64_t kept_ore, day_number until, int64_t *ore) {
  if (sum->decided.gone == DAY_NONE || !sum->first_year)
    return false;
  *ore = if_gone_by_ore(sum, kept_ore, 0, sum->decided.gone, until);
  return true;
}

static int64_t kept_in_year_ore(const struct audit *audit, const struct release_sum *sum) {
  const struct year_effect *effect = effect_in(audit, sum);
  return effect ? effect_ore(&effect->answers[POSITIONS_KEPT]) : 0;
}

// The latest day by which they must be gone for the claim of the first year to hold, in whole days.
static day_number latest_gone(const struct audit *audit, struct release_sum *sum) {
  const struct year_effect *effect = effect_in(audit, sum);
  struct arena *arena = arena_new();
  struct judgement judgement = {.claimed = {.amount_ore = NOT_GIVEN}};
  if (effect)
    judgement = claim_judge(arena, audit->scenario, &audit->measures[sum->measure], effect);
  arena_free(arena);
  sum->decide_for = DECIDE_START;
  int64_t claimed_ore = judgement.claimed.amount_ore, kept_ore = judgement.comparable_ore[POSITIONS_KEPT];
  int64_t leaves_out = judgement.claimed.leaves_out;
  if (claimed_ore == NOT_GIVEN || judgement.claimed.basis != CLAIM_IN_YEAR || kept_ore == NOT_GIVEN)
    return sum->start;
  int64_t least_ore =
      claimed_ore - fixed_share(llabs(claimed_ore), settings_of(&audit->scenario->tables)->tolerance_e8);
  day_number end = fiscal_last_day(sum->first_year);
  if (if_gone_ore(sum, kept_ore, leaves_out, end + 1) >= least_ore) {
    sum->decide_for = DECIDE_NOTHING;
    return DAY_NONE;
  }
  day_number gone = end;
  while (gone > sum->start && if_gone_ore(sum, kept_ore, leaves_out, gone) < least_ore)
    gone--;
  if (if_gone_ore(sum, kept_ore, leaves_out, gone) >= least_ore)
    sum->decide_for = DECIDE_CLAIM;
  return gone;
}

double release_more_fte(const struct release_sum *sum) {
  double fte = sum->fte_cut_and_with - sum->fte_now - sum->fte_cut;
  return fabs(fte) < SAME_FTE ? 0 : fte;
}

int64_t release_more_ore(const struct release_sum *sum, int year, int64_t leaves_out) {
  double share = year && year == sum->first_year ? share_from(year, sum->start) : 1;
  return fixed_round((double)more_ore(sum, leaves_out) * share);
}

static void date_sum(const struct audit *audit, struct release_sum *sum) {
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  sum->decided = sum->latest = no_dates;
  sum->start = DAY_NONE;
  sum->first_year_kr = NAN;
  if (sum->measure != NOT_GIVEN)
    find_start(audit, sum);
  if (!anybody_goes(sum)) {
    sum->months = 0;
    return;
  }
  if (settings->decision_date != NOT_GIVEN)
    sum->decided = notice_after(settings, (day_number)settings->decision_date, sum->months);
  if (!sum->first_year)
    return;
  if (sum->decided.gone != DAY_NONE)
    sum->first_year_kr = kr_from_ore(if_gone_ore(sum, kept_in_year_ore(audit, sum), 0, sum->decided.gone));
  day_number gone = latest_gone(audit, sum);
  if (gone != DAY_NONE)
    sum->latest = notice_before(settings, gone, sum->months);
}

// ---------------------------------------------------------------- all of them

struct release_sum *release_sums(struct arena *arena, const struct audit *audit, size_t *count) {
  struct release_sum *sums = arena_array(arena, audit->release_count, sizeof *sums);
  *count = 0;
  for (size_t i = 0; i < audit->release_count; i++) {
    const struct release *release = &audit->releases[i];
    size_t s = 0;
    while (s < *count && !belongs(&sums[s], release->measure, release->unit))
      s++;
    if (s == *count)
      sums[(*count)++] = (struct release_sum){
          .measure = release->measure, .unit = release->unit, .year = release->year, .ages_known = true};
    add_unit(&sums[s], release);
  }
  for (size_t s = 0; s < *count; s++) {
    add_groups(audit, &sums[s]);
    date_sum(audit, &sums[s]);
  }
  return sums;
}

const struct release_sum *release_sum_of(const struct release_sum *sums, size_t count, size_t measure) {
  for (size_t i = 0; i < count; i++)
    if (sums[i].measure == (int64_t)measure)
      return &sums[i];
  return NULL;
}

struct notice_dates released_decided(const struct audit *audit, const struct release_sum *sum,
                                     const struct released_group *group) {
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  if (sum->decided.gone == DAY_NONE || freed_heads(group) <= SAME_HEADS)
    return no_dates;
  return notice_after(settings, (day_number)settings->decision_date, months_of(audit, group));
}

struct notice_dates released_latest(const struct audit *audit, const struct release_sum *sum,
                                    const struct released_group *group) {
  if (sum->latest.gone == DAY_NONE || freed_heads(group) <= SAME_HEADS)
    return no_dates;
  return notice_before(settings_of(&audit->scenario->tables), sum->latest.gone, months_of(audit, group));
}
