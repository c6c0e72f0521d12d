// SPDX-License-Identifier: GPL-3.0-or-later
// Days at home with a sick child, of one parent, drawn so that on every single day the chance of being at home is what
// absence.csv says and nobody is at home on more days of a calendar year than the law gives (the setting sick_child_days:
// arbeidsmiljøloven 12-9, folketrygdloven 9-6).
//
// Let q[d] be the share of the parents at home, r = 1 / mean length, L the days allowed and, of the parents, w[u] the share well with u
// days taken this year and c[u] the share at home on the u-th of them:
//
//   ends     r, and always after day L
//   begins   a[d] = (q[d+1] - (1 - r) sum c[u < L]) / sum w[u < L], for those who have days left
//
// followed day by day over u, so that q[d+1] is exact; on 1 January everybody has all days left again. Where q falls
// faster than spells end by themselves, they end early that day, as in chance/spells.h. Spells that reach the last of the
// allowed days are shorter than the mean. The law counts duty days, which are five of seven days: L is 7/5 of them. A
// fiscal year that does not start in January starts with all days left.
#ifndef ROTACOST_CHANCE_CHILD_H
#define ROTACOST_CHANCE_CHILD_H

#include "chance/spells.h"

struct child_terms {
  double mean_days; // of a spell, >= 1
  int duty_days;    // allowed in a calendar year, >= 1
  int new_year;     // day of the year on which 1 January falls; 0: the first
};

struct child_days {
  int days, most_days, new_year;
  double mean_days, first_share;
  double *ends_sum, *begins_sum; // [days] sums of -ln(1 - r), -ln(1 - a) of the days before
};

// share_home: [days] of the parents, each below 1/2; their sum below 9/10 of the days given. Memory: arena.
struct child_days *child_days_make(struct arena *arena, const double *share_home, int days,
                                   const struct child_terms *terms);

enum { CHILD_SPELLS_MOST = 400 };
// All spells of the parent whose stream has begun, as short ones of chance/spells.h. spells: [CHILD_SPELLS_MOST].
int child_spells_draw(const struct child_days *child, struct chance_stream *stream, struct spell *spells);

#endif
