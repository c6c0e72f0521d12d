// SPDX-License-Identifier: GPL-3.0-or-later
// Inner parts of the search of neighbours (rota_improve and rota_choose_equal of rota/lines_parts.h).
#ifndef ROTACOST_ROTA_NEIGHBOURS_PARTS_H
#define ROTACOST_ROTA_NEIGHBOURS_PARTS_H

#include "rota/lines_parts.h"

enum { OUT_MOST = 3 };

// The last line put back takes whatever is missing. One before it may leave something to those that come after: it sets
// less store by cover than by its own hours and days, or a store that chance draws anew for each shift.
enum mood { PLAIN, MODEST, FICKLE };

struct line { // of a rota under way
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
  double *cell_kr;       // [t * intervals + i] missing and too many
  struct equals *equals; // NULL: equal rotas are not told apart
  double *reward_kr;     // [t * shifts + s]
  double *gain_kr;       // [intervals] of a day under way
  int *saved;            // [OUT_MOST * days]
  uint64_t random;
  double excess_h;
  bool wanted; // the lines have hours of their own
  bool far;    // from the bound, by more than an hour missing
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
// Not begun: lines are put in one by one.
void search_begin(struct search *s, bool begun);
double search_cost_kr(const struct search *s);
void search_take_out(struct search *s, struct taken *taken);
void search_put_back(struct search *s, const struct taken *taken);
// As they were before.
void search_put_back_old(struct search *s, const struct taken *taken);

// ---------------------------------------------------------------- chance

double search_share_random(struct search *s); // 0 <= share < 1
int search_below_random(struct search *s, int count);
void search_draw_taken(struct search *s, struct taken *taken);
enum mood search_draw_mood(struct search *s);

// ---------------------------------------------------------------- equal rotas

void equals_count_day(struct search *s, int t); // who is there has changed
void equals_look_at_weeks(struct search *s);    // before rewards
// What one person more of the group gains the year on a shift, small enough to decide among equals only.
double equals_reward_kr(struct search *s, int t, int shift, int group);
double equals_work_kr(const struct search *s, const struct line *line);

#endif
