// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/spells.h"
#include "base/tolerance.h"

#include <math.h>

static const double SURELY = 1 - 1e-12;

// Share of a spell's days that lie after the employer's period.
static double share_after(double mean_days) { return pow(1 - 1 / mean_days, EMPLOYER_DAYS); }

static double long_share(const struct spell_terms *terms) {
  double of_short = share_after(terms->mean_days[SPELL_SHORT]), of_long = share_after(terms->mean_days[SPELL_LONG]);
  if (terms->refunded <= of_short || of_long <= of_short)
    return 0;
  return fmin(1, (terms->refunded - of_short) / (of_long - of_short));
}

static void split_shares(struct spells *spells, const double *share_away, const struct spell_terms *terms) {
  double mean = 0;
  for (int d = 0; d < spells->days; d++)
    mean += share_away[d] / spells->days;
  double longer = mean * long_share(terms);
  for (int d = 0; d < spells->days; d++) {
    spells->share[SPELL_LONG][d] = fmin(share_away[d], longer);
    spells->share[SPELL_SHORT][d] = share_away[d] - spells->share[SPELL_LONG][d];
  }
}

// Chance that a well person falls ill by the next day; also sets the chance that a spell ends.
static double begins_on(struct spells *spells, enum spell_kind kind, int d, double mean_days) {
  double now = spells->share[kind][d], next = spells->share[kind][d + 1], ends = 1 / mean_days;
  double well = 1 - spells->share[SPELL_SHORT][d] - spells->share[SPELL_LONG][d];
  double more = next - now * (1 - ends);
  if (more < 0) {
    ends = now > NO_CHANCE ? 1 - next / now : 1;
    more = 0;
  }
  spells->ends[kind][d] = ends;
  return well > NO_CHANCE ? more / well : 0;
}

double spells_hazard(double chance) { return -log1p(-fmin(chance, SURELY)); }

static void sum_up(struct spells *spells, const struct spell_terms *terms) {
  for (int d = 0; d + 1 < spells->days; d++) {
    double begins[SPELL_KINDS];
    for (int k = 0; k < SPELL_KINDS; k++)
      begins[k] = begins_on(spells, (enum spell_kind)k, d, terms->mean_days[k]);
    double any = begins[SPELL_SHORT] + begins[SPELL_LONG];
    spells->short_of_begun[d] = any > 0 ? begins[SPELL_SHORT] / any : 0;
    spells->begins_sum[d + 1] = spells->begins_sum[d] + spells_hazard(any);
    for (int k = 0; k < SPELL_KINDS; k++)
      spells->ends_sum[k][d + 1] = spells->ends_sum[k][d] + spells_hazard(spells->ends[k][d]);
  }
}

// Share of the heads for whom the first day is the n-th day away, n from 1.
static double first_day_share(const struct spells *spells, int kind, int n) {
  double ends = spells->days > 1 ? spells->ends[kind][0] : 1;
  return spells->share[kind][0] * ends * pow(1 - ends, n - 1);
}

// Computed day by day: the shares on their n-th day away, n up to the employer's days, and the share away longer.
static double mean_refunded_days(const struct spells *spells) {
  double sum = 0;
  for (int k = 0; k < SPELL_KINDS; k++) {
    double away[EMPLOYER_DAYS + 1] = {0}, within = 0;
    for (int n = 1; n <= EMPLOYER_DAYS; n++)
      away[n] = first_day_share(spells, k, n), within += away[n];
    double longer = spells->share[k][0] - within;
    sum += longer;
    for (int d = 0; d + 1 < spells->days; d++) {
      double stay = 1 - spells->ends[k][d];
      longer = (longer + away[EMPLOYER_DAYS]) * stay;
      for (int n = EMPLOYER_DAYS; n > 1; n--)
        away[n] = away[n - 1] * stay;
      away[1] = spells->share[k][d + 1] - spells->share[k][d] * stay;
      sum += longer;
    }
  }
  return sum;
}

struct spells *spells_make(struct arena *arena, const double *share_away, int days, const struct spell_terms *terms) {
  struct spells *spells = arena_alloc(arena, sizeof *spells);
  size_t count = (size_t)days;
  spells->days = days;
  for (int k = 0; k < SPELL_KINDS; k++) {
    spells->share[k] = arena_array(arena, count, sizeof(double));
    spells->ends[k] = arena_array(arena, count, sizeof(double));
    spells->ends_sum[k] = arena_array(arena, count, sizeof(double));
  }
  spells->begins_sum = arena_array(arena, count, sizeof(double));
  spells->short_of_begun = arena_array(arena, count, sizeof(double));
  split_shares(spells, share_away, terms);
  sum_up(spells, terms);
  spells->refunded_days = mean_refunded_days(spells);
  return spells;
}

// ---------------------------------------------------------------- drawing

int spells_day_of(const double *sum, int days, int from, double target) {
  int low = from, high = days - 1;
  if (sum[days - 1] <= target)
    return days - 1;
  while (low < high) {
    int middle = (low + high) / 2;
    if (sum[middle + 1] > target)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

static int last_day(const struct spells *spells, struct chance_stream *stream, enum spell_kind kind, int first) {
  const double *sum = spells->ends_sum[kind];
  return spells_day_of(sum, spells->days, first, sum[first] + chance_exponential(stream));
}

// Days before the first day that a spell in progress has lasted.
static int age_on_first(const struct spells *spells, struct chance_stream *stream, enum spell_kind kind) {
  double ends = spells->days > 1 ? spells->ends[kind][0] : 1;
  return ends >= SURELY ? 0 : (int)(chance_exponential(stream) / spells_hazard(ends));
}

static bool under_way(const struct spells *spells, struct chance_stream *stream, struct spell *spell) {
  double luck = chance_uniform(stream), of_short = spells->share[SPELL_SHORT][0];
  if (luck >= of_short + spells->share[SPELL_LONG][0])
    return false;
  spell->kind = luck < of_short ? SPELL_SHORT : SPELL_LONG;
  spell->first = 0;
  spell->age = age_on_first(spells, stream, spell->kind);
  spell->last = last_day(spells, stream, spell->kind, 0);
  return true;
}

bool spells_next(const struct spells *spells, struct chance_stream *stream, int from, struct spell *spell) {
  if (from < 0 && under_way(spells, stream, spell))
    return true;
  int well = from < 1 ? 0 : from - 1; // the last day on which the head is known to be well
  if (well >= spells->days - 1)
    return false;
  int begins =
      spells_day_of(spells->begins_sum, spells->days, well, spells->begins_sum[well] + chance_exponential(stream));
  if (begins >= spells->days - 1)
    return false;
  spell->kind = chance_uniform(stream) < spells->short_of_begun[begins] ? SPELL_SHORT : SPELL_LONG;
  spell->first = begins + 1;
  spell->age = 0;
  spell->last = last_day(spells, stream, spell->kind, spell->first);
  return true;
}
