// SPDX-License-Identifier: GPL-3.0-or-later
// The neighbourhood search of rota/lines.h.
#include <math.h>
#include <string.h>

#include "rota/neighbours_parts.h"
#include "rota/quality.h"
#include "rota/rules.h"

enum {
  KEEP_PHASE_PERCENT = 80,
  KEEP_PHASE_PERCENT_WANTED = 90,
  KEEP_PHASE_PERCENT_EQUALS = 10,
  ANY_PHASE = -1,
  PATIENCE = 6000,
  PATIENCE_NEAR = 1000
};
static const double PLAY_KR = 1e-7, NEAR = 0.002; // a share of the bound

// --- cover
// ------------------------------------------------------------------------------------------------------------

static double price_of(const struct search *s, int t, int interval, const int *have, double *excess_h) {
  struct rota_cover cover = rota_cover_of(s->problem, t, interval, have);
  if (excess_h)
    *excess_h += cover.excess_h;
  return cover.missing_kr + s->excess_kr_per_h * cover.excess_h;
}

static void count_day(struct search *s, const struct line *line, int t, int by) {
  int shift = line->day[t], intervals = s->problem->interval_count;
  for (int i = 0; shift != ROTA_OFF && i < intervals; i++)
    if (s->problem->covers[shift * intervals + i]) {
      search_have_at(s, t, i)[s->problem->groups[line->group].level] += by;
      s->cell_kr[t * intervals + i] = price_of(s, t, i, search_have_at(s, t, i), NULL);
    }
  if (s->equals && shift != ROTA_OFF)
    equals_count_day(s, t);
}

static void count_line(struct search *s, const struct line *line, int by) {
  for (int t = 0; t < s->days; t++)
    count_day(s, line, t, by);
}

// The gain from one more person of the level on each shift of each day, as valued in the mood.
static void set_rewards(struct search *s, int group, enum mood mood, struct line_stretch stretch) {
  int level = s->problem->groups[group].level;
  const struct rota_problem *problem = s->problem;
  int intervals = problem->interval_count, shifts = problem->shift_count;
  if (s->equals)
    equals_look_at_weeks(s);
  double share = mood == MODEST ? pow(0.01, search_share_random(s)) : 1;
  for (int d = 0; d < stretch.count; d++) {
    int t = (stretch.first + d) % s->days;
    for (int i = 0; i < intervals; i++) {
      search_have_at(s, t, i)[level]++;
      s->gain_kr[i] = s->cell_kr[t * intervals + i] - price_of(s, t, i, search_have_at(s, t, i), NULL);
      search_have_at(s, t, i)[level]--;
    }
    for (int shift = 0; shift < shifts; shift++) {
      double kr = 0;
      for (int i = 0; i < intervals; i++)
        kr += problem->covers[shift * intervals + i] ? s->gain_kr[i] : 0;
      kr *= mood != FICKLE ? share : kr > 0 ? 2 * search_share_random(s) - 0.5 : search_share_random(s);
      if (s->equals)
        kr += equals_reward_kr(s, t, shift, group);
      s->reward_kr[t * shifts + shift] = kr + s->noise_kr * search_share_random(s);
    }
  }
}

// --- cost
// -------------------------------------------------------------------------------------------------------------

static void judge_line(struct search *s, struct line *line) {
  const struct rota_group *group = &s->problem->groups[line->group];
  struct rota_line_quality quality = rota_line_quality_of(s->problem, &group->limits, line->day);
  line->cost_kr = rota_line_cost_kr(s->problem, group, &quality) +
                  s->excess_kr_per_h * rota_hours_beyond_averages(s->problem, group, line->day);
  line->weekends = quality.weekends;
  line->paid_min = quality.paid_min;
  line->nights = quality.nights;
  line->work_kr = s->equals ? equals_work_kr(s, line) : 0;
}

static double uneven_kr(const struct search *s) {
  const struct rota_weights *weights = &s->problem->weights;
  double kr = 0;
  for (int first = 0, next; first < s->line_count; first = next) {
    int weekends = 0, nights = 0;
    for (next = first; next < s->line_count && s->lines[next].group == s->lines[first].group; next++) {
      weekends += s->lines[next].weekends;
      nights += s->lines[next].nights;
    }
    for (int l = first; l < next; l++)
      kr += weights->uneven_weekend_kr * rota_beyond_fair(s->lines[l].weekends, weekends, next - first) +
            weights->uneven_night_kr * rota_beyond_fair(s->lines[l].nights, nights, next - first);
  }
  return kr;
}

double search_cost_kr(const struct search *s) {
  double kr = 0;
  for (int cell = 0; cell < s->days * s->problem->interval_count; cell++)
    kr += s->cell_kr[cell];
  for (int l = 0; l < s->line_count; l++)
    kr += s->lines[l].cost_kr;
  return kr + uneven_kr(s);
}

// --- lines in and out
// -------------------------------------------------------------------------------------------------

static int phases_of(const struct search *s, int group) {
  return line_phases(&s->kinds->graphs[s->kinds->of_group[group]]->rules);
}

// The best line for what is missing, in its phase or in any; if there is none, the line stays as it is.
static bool put_best(struct search *s, struct line *line, int phase, int least_min) {
  struct rota_group wanted = s->problem->groups[line->group], *group = &wanted;
  if (least_min > wanted.hours_least_min)
    wanted.hours_least_min = least_min;
  struct line_path *path = s->kinds->paths[s->kinds->of_group[line->group]];
  int day[7 * ROTA_WEEKS_MOST], phases = phases_of(s, line->group);
  double best_kr = INFINITY;
  line_path_reach(path, group->hours_most_min);
  for (int p = 0; p < phases; p++) {
    if (phase != ANY_PHASE && phase != p)
      continue;
    struct line_found found = line_path_find(path, p, s->reward_kr, group, false, day);
    if (found.cost_kr >= best_kr)
      continue;
    best_kr = found.cost_kr;
    line->phase = p;
    memcpy(line->day, day, (size_t)s->days * sizeof(int));
  }
  return best_kr < INFINITY;
}

static struct line_stretch whole_line(const struct search *s) { return (struct line_stretch){0, s->days}; }

static void put(struct search *s, struct line *line, int phase, enum mood mood) {
  set_rewards(s, line->group, mood, whole_line(s));
  if (!put_best(s, line, phase, line->least_min) && !put_best(s, line, ANY_PHASE, line->least_min) &&
      !put_best(s, line, phase, 0) && phase != ANY_PHASE)
    put_best(s, line, ANY_PHASE, 0);
  judge_line(s, line);
  count_line(s, line, 1);
}

// The best days of a stretch for what is missing; if there are none, they stay as they are.
static void mend(struct search *s, struct line *line, struct line_stretch stretch, enum mood mood) {
  struct rota_group wanted = s->problem->groups[line->group];
  if (line->least_min > wanted.hours_least_min)
    wanted.hours_least_min = line->least_min < line->paid_min ? line->least_min : line->paid_min;
  set_rewards(s, line->group, mood, stretch);
  line_path_mend(s->kinds->paths[s->kinds->of_group[line->group]], line->phase, s->reward_kr, &wanted, stretch,
                 line->day);
  judge_line(s, line);
  count_line(s, line, 1);
}

static int phase_of(const struct search *s, const struct line *line) {
  int phases = phases_of(s, line->group);
  for (int w = 0; w < s->problem->weeks; w++)
    if (line->day[7 * w + 5] != ROTA_OFF || line->day[7 * w + 6] != ROTA_OFF)
      return w % phases;
  return 0;
}

void search_begin(struct search *s, bool begun) {
  for (int cell = 0; cell < s->days * s->problem->interval_count; cell++) {
    int intervals = s->problem->interval_count;
    s->cell_kr[cell] =
        price_of(s, cell / intervals, cell % intervals, search_have_at(s, cell / intervals, cell % intervals), NULL);
  }
  for (int t = 0; s->equals && t < s->days; t++)
    equals_count_day(s, t);
  for (int l = 0; l < s->line_count; l++) {
    struct line *line = &s->lines[l];
    int first = l;
    while (first > 0 && s->lines[first - 1].group == line->group)
      first--;
    if (!begun) {
      put(s, line, (l - first) % phases_of(s, line->group), PLAIN);
      continue;
    }
    line->phase = phase_of(s, line);
    judge_line(s, line);
    count_line(s, line, 1);
  }
}

static int lines_before(const struct search *s, int first, int l, bool wanted, const int *least_min) {
  int before = 0, group = s->lines[l].group;
  for (int o = first; o < s->line_count && s->lines[o].group == group; o++) {
    int a = wanted ? least_min[o] : s->lines[o].paid_min, b = wanted ? least_min[l] : s->lines[l].paid_min;
    before += a < b || (a == b && o < l);
  }
  return before;
}

// Assigns the longest required hours to the line with the most hours, and so on; lines that have less are inserted
// again.
static void want_hours(struct search *s, const int *least_min) {
  for (int l = 0, first = 0; l < s->line_count; l++) {
    if (s->lines[l].group != s->lines[first].group)
      first = l;
    for (int o = first; o < s->line_count && s->lines[o].group == s->lines[l].group; o++)
      if (lines_before(s, first, o, true, least_min) == lines_before(s, first, l, false, least_min))
        s->lines[l].least_min = least_min[o];
  }
  for (int l = 0; l < s->line_count; l++) {
    struct line *line = &s->lines[l];
    if (line->paid_min >= line->least_min)
      continue;
    count_line(s, line, -1);
    put(s, line, line->phase, PLAIN);
  }
}

void search_put_back_old(struct search *s, const struct taken *taken) {
  for (int i = 0; i < taken->count; i++)
    count_line(s, &s->lines[taken->out[i]], -1);
  for (int i = 0; i < taken->count; i++) {
    struct line *line = &s->lines[taken->out[i]];
    *line = taken->old[i];
    memcpy(line->day, &s->saved[i * s->days], (size_t)s->days * sizeof(int));
    count_line(s, line, 1);
  }
}

void search_take_out(struct search *s, struct taken *taken) {
  for (int i = 0; i < taken->count; i++) {
    taken->old[i] = s->lines[taken->out[i]];
    memcpy(&s->saved[i * s->days], taken->old[i].day, (size_t)s->days * sizeof(int));
    count_line(s, &s->lines[taken->out[i]], -1);
  }
}

void search_put_back(struct search *s, const struct taken *taken) {
  int keep = s->equals ? KEEP_PHASE_PERCENT_EQUALS : s->wanted ? KEEP_PHASE_PERCENT_WANTED : KEEP_PHASE_PERCENT;
  for (int i = 0; i < taken->count; i++) {
    struct line *line = &s->lines[taken->out[i]];
    enum mood mood = i == taken->count - 1 ? PLAIN : search_draw_mood(s);
    if (taken->stretch.count > 0)
      mend(s, line, taken->stretch, mood);
    else
      put(s, line, search_below_random(s, 100) < keep ? line->phase : ANY_PHASE, mood);
  }
}

static double step(struct search *s, double cost_kr) {
  struct taken taken;
  search_draw_taken(s, &taken);
  search_take_out(s, &taken);
  search_put_back(s, &taken);
  double new_kr = search_cost_kr(s);
  if (new_kr <= cost_kr + PLAY_KR)
    return new_kr;
  search_put_back_old(s, &taken);
  return cost_kr;
}

// --- the search
// -------------------------------------------------------------------------------------------------------

// Chooses randomly among equal lines: the noise is smaller than any single cost.
static double noise_of(const struct rota_problem *problem) {
  const struct rota_weights *w = &problem->weights;
  double weights[] = {w->idle_kr_per_h, w->single_day_on_kr, w->single_day_off_kr, w->short_change_kr, w->long_run_kr};
  double least = INFINITY;
  for (int i = 0; i < (int)(sizeof weights / sizeof *weights); i++)
    if (weights[i] > 0 && weights[i] < least)
      least = weights[i];
  for (int level = 0; level < problem->level_count; level++)
    if (problem->missing_kr_per_h[level] > 0)
      least = fmin(least, problem->missing_kr_per_h[level] / 10);
  return least < INFINITY ? 0.3 * least : 1;
}

struct search search_of(struct arena *arena, const struct line_kinds *kinds, struct rota *rota) {
  const struct rota_problem *problem = kinds->problem;
  struct search s = {.kinds = kinds, .problem = problem, .days = 7 * problem->weeks, .line_count = rota->line_count};
  size_t cells = (size_t)(s.days * problem->interval_count);
  s.noise_kr = noise_of(problem);
  s.lines = arena_array(arena, (size_t)s.line_count, sizeof *s.lines);
  for (int l = 0; l < s.line_count; l++)
    s.lines[l] = (struct line){.group = rota->group_of[l], .day = &rota->day[l * s.days]};
  s.have = arena_array(arena, cells * (size_t)problem->level_count, sizeof(int));
  s.cell_kr = arena_array(arena, cells, sizeof(double));
  s.reward_kr = arena_array(arena, (size_t)(s.days * problem->shift_count), sizeof(double));
  s.gain_kr = arena_array(arena, (size_t)problem->interval_count, sizeof(double));
  s.saved = arena_array(arena, (size_t)(OUT_MOST * s.days), sizeof(int));
  return s;
}

static double compared_of(const struct line_kinds *kinds) {
  double compared = 0;
  for (int k = 0; k < kinds->count; k++)
    compared += line_path_compared(kinds->paths[k]);
  return compared;
}

static double excess_of(const struct search *s) {
  double excess_h = 0;
  for (int t = 0; t < s->days; t++)
    for (int i = 0; i < s->problem->interval_count; i++)
      price_of(s, t, i, search_have_at(s, t, i), &excess_h);
  return excess_h;
}

// Has the search gone on long enough? gained: the step of the last gain.
static bool over(const struct search *s, const struct neighbours_limits *limits, const struct neighbours_result *result,
                 long gained) {
  double share = fabs(limits->bound_kr), cost_kr = result->cost_kr;
  if (s->line_count == 0 || result->steps >= limits->steps_most ||
      compared_of(s->kinds) + result->compared >= limits->work_most)
    return true;
  if (limits->bound_kr == -INFINITY)
    return result->steps - gained >= PATIENCE + gained;
  if (cost_kr <= limits->bound_kr + 1e-6 * (1 + share))
    return true;
  return result->steps - gained >= (cost_kr <= limits->bound_kr + NEAR * share ? PATIENCE_NEAR : PATIENCE + gained);
}

static double least_missing_kr(const struct rota_problem *problem) {
  double least = INFINITY;
  for (int level = 0; level < problem->level_count; level++)
    least = fmin(least, problem->missing_kr_per_h[level]);
  return least;
}

struct neighbours_result rota_improve(struct arena *arena, const struct line_kinds *kinds, double excess_kr_per_h,
                                      struct neighbours_limits limits, struct rota *rota, bool begun) {
  struct search s = search_of(arena, kinds, rota);
  struct neighbours_result result = {.compared = -compared_of(kinds)};
  s.excess_kr_per_h = excess_kr_per_h;
  s.random = limits.seed;
  s.wanted = limits.least_min != NULL;
  search_begin(&s, begun);
  if (limits.least_min)
    want_hours(&s, limits.least_min);
  result.cost_kr = search_cost_kr(&s);
  long gained = 0;
  double far_kr = limits.bound_kr + least_missing_kr(kinds->problem);
  while (!over(&s, &limits, &result, gained)) {
    s.far = result.cost_kr > far_kr;
    double cost_kr = step(&s, result.cost_kr);
    result.steps++;
    if (cost_kr < result.cost_kr - PLAY_KR)
      gained = result.steps;
    result.cost_kr = cost_kr;
  }
  result.compared += compared_of(kinds);
  result.excess_h = excess_of(&s);
  return result;
}
