// SPDX-License-Identifier: GPL-3.0-or-later
// One solve in progress, and the two methods for it. Used by solve/ only.
#ifndef ROTACOST_SOLVE_ATTEMPT_H
#define ROTACOST_SOLVE_ATTEMPT_H

#include "program/program.h"
#include "solve/solution.h"
#include "solve/stages.h"
#include "solve/store.h"

struct attempt {
  struct store *store;
  const struct program *program;
  struct arena *arena;
  struct arena *trial;               // working memory; NULL when done. The caller frees it if a fault left it behind
  const struct basis *start;         // NULL: none is known
  const struct solve_limits *limits; // NULL: none
  struct solution *out;
};

// Whole heads: simplex, then branches (tree.c). Cover and kroner only.
enum outcome attempt_tree(struct attempt *attempt);
// Week types on their own, linked where necessary (types.c). No column is an integer column.
enum outcome attempt_types(struct attempt *attempt);

// Does the basis fit a programme of this shape?
static inline bool basis_fits(const struct basis *basis, const struct program *program) {
  return basis && basis->row_count == program->row_count && basis->column_count == program->column_count;
}

#endif
