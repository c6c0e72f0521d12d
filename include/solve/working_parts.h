// SPDX-License-Identifier: GPL-3.0-or-later
// What a part in the hands of the simplex consists of (solve/working.h), for the two files that work on it: how it is loaded
// from a start (working_start.c) and how it is solved (working.c).
#ifndef ROTACOST_SOLVE_WORKING_PARTS_H
#define ROTACOST_SOLVE_WORKING_PARTS_H

#include <glpk.h>

#include "solve/working.h"

struct lines { // the entries of a part, row by row or column by column
  int *begin;  // [count + 1]
  int *other;
  double *value;
};

struct working {
  const struct part *part;
  const struct part_start *start; // NULL if the whole part is loaded
  struct arena *arena;
  glp_prob *problem;
  enum aim aim;
  bool whole;                 // nothing was left out
  bool open[AIM_KRONER];      // may what the aim minimises be above 0?
  struct lines rows, columns; // unless whole
  int *row_at, *column_at;    // places in the problem, from 1; 0: left out
  int *row_in, *column_in;    // [1 + rows_in], [1 + columns_in] indices in the part
  int rows_in, columns_in;
  bool *barred;           // columns that may not enter
  int held;               // rows and columns that are held for a while
  double *values, *duals; // working memory for those of the part
  int *list;              // working memory for one line
  double *numbers;
  int pivots;
};

// The line's entries times the values of what they are of.
static inline double times(const struct lines *lines, int line, const double *values) {
  double sum = 0;
  for (int e = lines->begin[line]; e < lines->begin[line + 1]; e++)
    sum += lines->value[e] * values[lines->other[e]];
  return sum;
}

static inline const struct program_column *column_of(const struct working *w, int c) {
  return &w->part->program->columns[w->part->columns[c]];
}

// What a unit of the column counts in the aim at hand, a week.
double working_weight(const struct working *working, int column);
// May the column not be used, because an aim before the kroner may be met in full?
bool working_closed(const struct working *working, int column);
// The part's own bounds of what is in the problem.
void working_bound_column(const struct working *working, int column);
void working_bound_row(const struct working *working, int row);

#endif
