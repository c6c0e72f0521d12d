// SPDX-License-Identifier: GPL-3.0-or-later
// A programme falls apart by week type: a part has the columns of one type and the rows that hold no other type's. What
// is left links the types: rows over several types (overtime in a year, the least shortfall, variable hours,
// Sunday to Monday, year-round rotas) and columns of no type (positions, compensation).
//
//   min  sum over parts of c[t] x[t] + c[0] x[0]     part rows:  l <= A[t] x[t] + B[t] x[0] <= u
//                                                    link rows:  l <= sum over t of D[t] x[t] + E x[0] <= u
//
// With x[0] fixed the parts are separate programmes. If their plans satisfy the link rows, together they are the
// best plan of the whole: only limits that do not bind were left out.
#ifndef ROTACOST_SOLVE_PART_H
#define ROTACOST_SOLVE_PART_H

#include "program/program.h"

struct part {
  const struct program *program;
  bool asks_last_resort; // is the least of it an aim?
  int column_count, row_count, entry_count;
  int *columns, *rows;             // [count] where they stand in the programme
  double *row_lower, *row_upper;   // [row_count] less the contribution of the fixed columns of no type
  int *entry_rows, *entry_columns; // [entry_count] places in the part, from 0
  double *entry_values;            // [entry_count]
  double scale; // weeks of the type: objectives are solved per week, so that equal weeks give equal parts
};

struct split {
  int part_count;
  struct part *parts;
  int link_column_count, *link_columns; // where they stand in the programme
  int link_row_count, *link_rows;
  bool links_fixed; // every column of no type is fixed
};

// Memory: arena. A programme without week types has no part.
struct split *split_make(struct arena *arena, const struct program *program);
// The whole programme as one part: every column, every row but the shortfall's (cover comes first by steps).
struct part *part_of_whole(struct arena *arena, const struct program *program);

#endif
