// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the search over whole heads share. Used by solve/heads*.c only.
#ifndef ROTACOST_SOLVE_HEADS_PARTS_H
#define ROTACOST_SOLVE_HEADS_PARTS_H

#include <glpk.h>

#include "solve/heads.h"

struct search {
  struct arena *arena;
  const struct heads_question *question;
  const struct program *program;
  struct heads_answer *out;
  struct planes *planes;
  glp_prob *value;               // V
  glp_prob *master;              // heads, value, sums
  double unit;                   // kroner or hours that are 1 in the master
  int excess_column;             // in `value`: hours above the shortfall allowed; 0: none
  int head_row_count;            // rows with nothing but heads
  double *row_values;            // [head_row_count * head_count]
  double *row_lower, *row_upper; // [head_row_count]
  bool *loaded;                  // [loaded_count] planes in the master from its start
  size_t loaded_count;
  int root_rounds; // parts of heads priced at the root
  bool told;       // the tree knows the best choice
  double *point;   // [head_count] the choice being looked at
};

// heads_value.c: loads V; solves it with heads free within their bounds, which is the least V can be.
void value_load(struct search *s);
bool value_solve_free(struct search *s);
// The same with the heads held: V there, from scratch.
bool value_solve_fixed(struct search *s, const double *heads);
// V at a choice of heads, by the simplex from where it stands; its plane is added, and a whole choice better than the
// best so far is kept. Of a whole choice it is what the planes say where they lie higher. NAN where the simplex failed or ran out of pivots.
double value_price(struct search *s, const double *heads, bool whole);
double plane_at(const struct search *s, const struct plane *plane, const double *heads);

// Are the best choice and the bound as near as was asked?
bool search_is_closed(const struct search *s);

// heads_near.c: whole choices near s->point, priced where the planes leave hope.
void search_near(struct search *s);

#endif
