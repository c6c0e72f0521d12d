// SPDX-License-Identifier: GPL-3.0-or-later
// Inner parts of the neighbourhood search (rota_improve and rota_choose_equal of rota/lines_parts.h).
#ifndef ROTACOST_ROTA_NEIGHBOURS_PARTS_H
#define ROTACOST_ROTA_NEIGHBOURS_PARTS_H

#include "rota/lines_parts.h"

enum { OUT_MOST = 3 };

// The last line put back takes whatever is missing. The lines before it may leave something for the later ones: they
// value cover less than their own hours and days (MODEST), or by a value drawn at random for each shift (FICKLE).
enum mood { PLAIN, MODEST, FICKLE };

struct line { // of a rota being searched
  int group, phase;
  int *day;
  double cost_kr, work_kr; // work_kr: of problem->year
  int weekends, nights, paid_min;
  int least_min; // wanted
};

struct search {
  const struct line_kinds *kinds;
  const struct rota_problem *problem;
  double excess_kr_per_h, noise_kr;
  int days, line_count;
  struct line *lines;
  int *have;             // [(t * intervals + i) * levels + l] persons of exactly the level
  double *cell_kr;       // cost of missing and surplus persons
  struct equals *equals; // NULL: equal rotas are not distinguished
  double *reward_kr;     // [t * shifts + s]
  double *gain_kr;       // [intervals] of the day being worked on
  int *saved;            // [OUT_MOST * days]
  uint64_t random;
  double excess_h;
  bool wanted; // the lines have required hours of their own
  bool far;    // from the bound: more than an hour is missing
};

static inline int *search_have_at(const struct search *s, int t, int interval) {
  return &s->have[(t * s->problem->interval_count + interval) * s->problem->level_count];
}

// ---------------------------------------------------------------- steps

struct taken { // out of the rota, to be put back
  int count, out[OUT_MOST];
  struct line_stretch stretch; // count 0: whole lines
  struct line old[OUT_MOST];
};

struct search search_of(struct arena *arena, const struct line_kinds *kinds, struct rota *rota);
// begun false: the lines are inserted one by one.
void search_begin(struct search *s, bool begun);
double search_cost_kr(const struct search *s);
void search_take_out(struct search *s, struct taken *taken);
void search_put_back(struct search *s, const struct taken *taken);
// Restores them as they were before.
void search_put_back_old(struct search *s, const struct taken *taken);

// ---------------------------------------------------------------- chance

double search_share_random(struct search *s); // 0 <= share < 1
int search_below_random(struct search *s, int count);
void search_draw_taken(struct search *s, struct taken *taken);
enum mood search_draw_mood(struct search *s);

// ---------------------------------------------------------------- equal rotas

void equals_count_day(struct search *s, int t); // call when the people at work on the day have changed
void equals_look_at_weeks(struct search *s);    // call before rewards
// What one more person of the group on a shift saves in the year, scaled so small that it only decides between equals.
double equals_reward_kr(struct search *s, int t, int shift, int group);
double equals_work_kr(const struct search *s, const struct line *line);

#endif
