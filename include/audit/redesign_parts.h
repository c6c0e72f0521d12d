// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the parts of a redesign. Used by audit/redesign*.c only.
#ifndef ROTACOST_AUDIT_REDESIGN_PARTS_H
#define ROTACOST_AUDIT_REDESIGN_PARTS_H

#include "audit/redesign.h"
#include "solve/heads.h"

struct redesigning {
  struct arena *arena;             // for the work; freed at its end
  const struct scenario *scenario; // with the catalogue
  int64_t unit;
  day_number first_day;
  int day_count;
};

// Limit of another search with types kept separate: a count, so that a redesign ends the same on any machine.
enum { ROUNDS_MOST = 8 };

// What may be relaxed besides the kinds of rows: that heads are whole, and the maximum heads of each type.
enum { NOTHING = -1, WHOLE_HEADS = ROW_KINDS, MOST_OF_TYPES };

// Every type separately, but only those in use: the columns of the others are 0 in any case.
struct priced {
  const struct program *program;
  const struct solution *solution;
  int *type_of; // [groups of the programme] type in the programme of the whole catalogue
};

// One search in progress, over the whole catalogue.
struct hunt {
  const struct redesigning *a;
  const struct program *whole; // strict or without Sundays
  bool sundays;                // the whole catalogue's programme has the rest from Sunday to Monday
  struct planes hours, kroner;
  bool short_known, is_short; // the least shortfall has been searched for; it is above 0
  double short_h;             // least possible; 0 unless is_short
  int nodes, pivots;          // used so far
  struct priced best;         // by all rules, of all choices priced
  double *heads;              // [types] of it; NULL: none yet
  double bound_kr;            // no choice costs less
  enum solve_status status;   // of the last step
  const char *fault;
};

// Are more hours missing than the least possible?
static inline bool redesign_is_missing(double short_h, double least_h) { return short_h > least_h * (1 + 1e-6) + 1e-6; }

// redesign_program.c. The scenario with the types of the catalogue in place of the groups.
struct scenario *redesign_catalogue(struct arena *arena, const struct scenario *scenario);
// The model with free heads. scenario: with the catalogue, or some of its types.
struct program *redesign_program(const struct redesigning *a, const struct scenario *scenario, int relaxed);
// Relaxes one limit, and heads need not be whole.
void redesign_relax(struct program *program, int relaxed);
// With a solver of its own.
const struct solution *redesign_solve(const struct redesigning *a, const struct program *program);
// Heads of each type [types] from the values of a model's columns [column_count], and the reverse, for
// program_fix_positions. type_of: [groups of the model] index of each group's heads.
double *redesign_heads_of(struct arena *arena, const struct program *program, const double *values);
double *redesign_columns_of(struct arena *arena, const struct program *program, const double *heads,
                            const int *type_of);
// heads: [types]. sundays: the rest from Sunday to Monday is kept.
struct priced redesign_price(const struct redesigning *a, const struct program *whole, const double *heads, int relaxed,
                             bool sundays);

// redesign_search.c. The best rota found, and a bound below which none costs. strict: the model with all rules.
struct hunt redesign_search(const struct redesigning *a, const struct program *strict);

#endif
