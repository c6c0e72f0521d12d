// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/child.h"
#include "base/tolerance.h"

#include <math.h>

// ---------------------------------------------------------------- chances, day by day

struct parents {       // shares, by days used this year
  double *well, *home; // [most_days + 1]
  double *well_next, *home_next;
  int most;
};

static struct parents first_day(struct arena *arena, int most, double share_home) {
  size_t count = (size_t)most + 1;
  struct parents parents = {arena_array(arena, count, sizeof(double)), arena_array(arena, count, sizeof(double)),
                            arena_array(arena, count, sizeof(double)), arena_array(arena, count, sizeof(double)), most};
  parents.home[1] = share_home;
  parents.well[0] = 1 - share_home;
  return parents;
}

// Share of parents with days left; on New Year's Eve all of them.
static double have_days(const struct parents *parents, const double *of, bool anew) {
  double sum = 0;
  for (int u = 0; u < parents->most + anew; u++)
    sum += of[u];
  return sum;
}

static void step(struct parents *parents, double begins, double ends, bool anew) {
  int most = parents->most;
  for (int u = 0; u <= most; u++)
    parents->well_next[u] = parents->home_next[u] = 0;
  for (int u = 0; u <= most; u++) {
    bool left = u < most || anew;
    double falls = left ? begins * parents->well[u] : 0, stays = left ? (1 - ends) * parents->home[u] : 0;
    if (falls + stays > 0)
      parents->home_next[anew ? 1 : u + 1] += falls + stays;
    parents->well_next[anew ? 0 : u] += parents->well[u] - falls + parents->home[u] - stays;
  }
  double *well = parents->well, *home = parents->home;
  parents->well = parents->well_next, parents->home = parents->home_next;
  parents->well_next = well, parents->home_next = home;
}

static void follow(struct child_days *child, struct parents *parents, const double *share_home) {
  for (int d = 0; d + 1 < child->days; d++) {
    bool anew = d + 1 == child->new_year;
    double home = have_days(parents, parents->home, anew), well = have_days(parents, parents->well, anew);
    double ends = 1 / child->mean_days, more = share_home[d + 1] - home * (1 - ends);
    if (more < 0) {
      ends = home > NO_CHANCE ? 1 - share_home[d + 1] / home : 1;
      more = 0;
    }
    double begins = well > NO_CHANCE ? fmin(1, more / well) : 0;
    child->begins_sum[d + 1] = child->begins_sum[d] + spells_hazard(begins);
    child->ends_sum[d + 1] = child->ends_sum[d] + spells_hazard(ends);
    step(parents, begins, ends, anew);
  }
}

struct child_days *child_days_make(struct arena *arena, const double *share_home, int days,
                                   const struct child_terms *terms) {
  struct child_days *child = arena_alloc(arena, sizeof *child);
  int most_days = (terms->duty_days * 7 + 2) / 5;
  *child = (struct child_days){.days = days,
                               .most_days = most_days > 1 ? most_days : 1,
                               .new_year = terms->new_year,
                               .mean_days = terms->mean_days,
                               .first_share = share_home[0]};
  child->ends_sum = arena_array(arena, (size_t)days, sizeof(double));
  child->begins_sum = arena_array(arena, (size_t)days, sizeof(double));
  struct parents parents = first_day(arena, child->most_days, share_home[0]);
  follow(child, &parents, share_home);
  return child;
}

// ---------------------------------------------------------------- drawing

static int smaller(int a, int b) { return a < b ? a : b; }

static int age_on_first(const struct child_days *child, struct chance_stream *stream) {
  double ends = child->days > 1 ? child->ends_sum[1] : INFINITY;
  return (int)(chance_exponential(stream) / ends);
}

// The last day of a spell that starts on a day with `taken` days used before; updates the number of days used.
static int last_day(const struct child_days *child, struct chance_stream *stream, int first, int *taken) {
  int last = spells_day_of(child->ends_sum, child->days, first, child->ends_sum[first] + chance_exponential(stream));
  int given = first + child->most_days - *taken - 1;
  bool over = child->new_year > first && last >= child->new_year && child->new_year <= given + 1;
  last = smaller(last, over ? child->new_year + child->most_days - 1 : given);
  *taken = over ? last - child->new_year + 1 : *taken + last - first + 1;
  return last;
}

// The day on which the next spell starts, after a day on which the parent is well; child->days: none starts.
static int next_first(const struct child_days *child, struct chance_stream *stream, int well, int *taken) {
  bool all_taken = *taken >= child->most_days;
  if (all_taken && well >= child->new_year)
    return child->days;
  if (all_taken && well < child->new_year - 1)
    well = child->new_year - 1; // no days are left until then
  if (well >= child->days - 1)
    return child->days;
  int first =
      1 + spells_day_of(child->begins_sum, child->days, well, child->begins_sum[well] + chance_exponential(stream));
  if (well < child->new_year && first >= child->new_year)
    *taken = 0;
  return first;
}

int child_spells_draw(const struct child_days *child, struct chance_stream *stream, struct spell *spells) {
  int count = 0, taken = 0, age = 0, first = 0;
  if (chance_uniform(stream) < child->first_share)
    age = age_on_first(child, stream);
  else
    first = next_first(child, stream, 0, &taken);
  while (first < child->days && count < CHILD_SPELLS_MOST) {
    struct spell *spell = &spells[count++];
    *spell = (struct spell){.kind = SPELL_SHORT, .first = first, .age = age};
    spell->last = last_day(child, stream, first, &taken);
    age = 0;
    first = next_first(child, stream, spell->last + 1, &taken);
  }
  return count;
}
