// SPDX-License-Identifier: GPL-3.0-or-later
// Merged types of position. Two types of a catalogue that are alike in everything that concerns shifts (the same shifts, at
// the same price, in the same rows with the same numbers) differ only in what each head allows: hours, weekends,
// extra hours. Let P[g] = { y : A y <= b[g] } be what one head of type g may work. The whole programme says
//
//   x[g] in H[g] P[g]  for every type,       cover and all else that types share:  sum over g of x[g]
//
// and the merged one, with one set X of shift columns for each class C of types that have the same A,
//
//   A X <= sum over g in C of H[g] b[g].
//
// Heads keep their own columns. Every plan of the whole programme, added up, is one of the merged programme at the same
// cost: the merged optimum is never dearer, and its lower bound holds for the whole programme. The converse
// need not hold: two types together may work less than the sum of their limits where, say, one is short of hours and
// the other short of days. So heads found in the merged programme must be priced by the whole programme.
#ifndef ROTACOST_PROGRAM_MERGE_H
#define ROTACOST_PROGRAM_MERGE_H

#include "program/program.h"

struct merge {
  const struct program *whole; // not owned
  struct program *program;     // the merged one; whole columns as in the whole programme
  int class_count;
  int *class_of;  // [group_count] class of a type
  int *column_of; // [whole column_count] column of the merged programme
};

// Merges the types of a programme in which a rota is designed; a type with alone[group] set is not merged (NULL: none is set).
// Memory: arena; `program` must outlive it.
struct merge *program_merge(struct arena *arena, const struct program *program, const bool *alone);

// The same programme reduced, for plans without shortfall: without columns fixed at 0, rows that are
// open (except the shortfall's), and cover rows that another cover row of the day implies. Heads keep their order. Memory: arena.
struct program *program_without_shortfall(struct arena *arena, const struct program *program);

#endif
