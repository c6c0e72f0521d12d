// SPDX-License-Identifier: GPL-3.0-or-later
// Solves a unit's year with and without measures, under both answers to "what happens to the people?".
//
//   kept      all positions stay; only variable hours react
//   adjusted  positions follow within their bounds, and variable hours stay below the baseline's; the baseline is
//             solved in the same way, on the same week types and segments
//
// Plans of the baseline and their bases are kept per unit: every measure starts from them.
#ifndef ROTACOST_AUDIT_STUDY_H
#define ROTACOST_AUDIT_STUDY_H

#include "plan/plan.h"
#include "solve/solution.h"

struct study_counts { // for --verbose
  int solves, unmerged;
  int known; // solves whose whole result was in the store
  long iterations;
  double seconds;
  size_t rows_most, columns_most;
};

struct study; // owns memory beyond the scenario's arena

// solver: knows what was solved before; NULL: without one. log: --verbose lines, or NULL.
struct study *study_new(const struct scenario *scenario, struct solver *solver, FILE *log);
void study_free(struct study *study);
// Ends the use of all comparisons made so far and their plans, except the subject's plans of those whose arena lives:
// solved baselines are freed, except the last few. A freed one that is asked for again is rebuilt from the store.
void study_forget(struct study *study);
const struct study_counts *study_counts_of(const struct study *study);

// A unit's year before and after a set of measures.
struct comparison {
  const struct unit_year *year;
  const struct plan *plans[VARIANTS][POSITIONS_ANSWERS]; // for POSITIONS_ADJUSTED NULL where only kept was asked for
  bool exact; // the cost by week types equals the day-by-day cost, in every plan present
};

// A measure that changes nothing the programme is built from shares the baseline's plan, but has its own norm, rules and
// luck: this is the plan laid out in the variant's own year. Memory: arena; the comparison must outlive it.
const struct plan *comparison_plan(struct arena *arena, const struct comparison *comparison, enum variant variant,
                                   enum positions positions);

struct study_question {
  int64_t unit;
  int year;             // calendar year
  const bool *in_force; // measures carried out; NULL: none, the baseline is compared with itself
  day_number undecided_start;
  enum norm_terms norm;               // NORM_KEPT: the measures may cause no new breach of a norm (need/year.h)
  enum replacement_terms replacement; // REPLACED_OWN: absence is replaced as the measures say (need/year.h)
  bool kept_only;                     // positions adjusted are not asked for: their plans are not solved, and NULL
};

// Compares the baseline with the measures in force. Lives in `arena`, and until the study forgets. NULL where no plan
// was found; then *status is SOLVE_LIMIT or SOLVE_FAULT and *why says what happened.
const struct comparison *study_compare(struct study *study, struct arena *arena, const struct study_question *question,
                                       enum solve_status *status, const char **why);

// The same baseline compared with another subject, which changes neither the days on which positions may change nor the
// baseline's own rules: the baseline is not solved again. `base` must be alive, and `subject` must live as long as the
// study. kept_only: as in a question.
const struct comparison *study_vary(struct study *study, struct arena *arena, const struct comparison *base,
                                    const struct timeline *subject, bool kept_only, enum solve_status *status,
                                    const char **why);

// Baselines of another scenario, each solved once for all questions asked of it. Owns memory.
struct study_baselines;
struct study_baselines *study_baselines_new(void);
void study_baselines_free(struct study_baselines *baselines);
// Takes the arena of a comparison in which a baseline was solved that others may share (then true).
bool study_baselines_take(struct study_baselines *baselines, struct arena *arena);

struct study_nearby {
  const struct scenario *scenario; // another scenario with the same units, as one with a cell varied; NULL: the study's
  const struct comparison *start;  // plans to start from where they have the same shape; NULL: the baseline's
  struct study_baselines *shared;  // of this scenario; NULL: the baseline is solved for this question alone
};

// The same, starting from nearby plans. Results for another scenario live in `arena` only, and by the baselines
// shared.
const struct comparison *study_compare_from(struct study *study, struct arena *arena,
                                            const struct study_question *question, struct study_nearby nearby,
                                            enum solve_status *status, const char **why);

// Solves a model of the study's scenario; counted and logged like all others.
const struct solution *study_solve(struct study *study, struct arena *arena, const struct program *program,
                                   const struct basis *start);

// The same within limits (solve/solver.h).
const struct solution *study_solve_within(struct study *study, struct arena *arena, const struct program *program,
                                          const struct basis *start, const struct solve_limits *limits);

// The baseline of a comparison, positions kept, under other settings that do not change its calendar. NULL where it was
// not solved. Memory: arena.
const struct plan *study_kept(struct study *study, struct arena *arena, const struct comparison *comparison,
                              const struct scenario *varied, enum solve_status *status, const char **why);

// The same baseline with other rules for public holidays.
const struct plan *study_red_days(struct study *study, struct arena *arena, const struct comparison *comparison,
                                  enum red_days_terms terms, enum solve_status *status, const char **why);

// The same baseline with every absence replaced.
const struct plan *study_replaced(struct study *study, struct arena *arena, const struct comparison *comparison,
                                  enum solve_status *status, const char **why);

#endif
