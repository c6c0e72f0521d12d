// SPDX-License-Identifier: GPL-3.0-or-later
// Towns in memory: random ones from a seed, measures with edits, and their programmes solved over any stretch of days.
#ifndef ROTACOST_TESTS_TOWN_H
#define ROTACOST_TESTS_TOWN_H

#include "plan/plan.h"
#include "support/tables_in_memory.h"

// --- numbers ---

// |found - wanted| <= relative x the largest of both sizes and 1; NaN is never near.
void check_near(double found, double wanted, double relative, const char *file, int line);
#define assert_near(FOUND, WANTED, RELATIVE) check_near((FOUND), (WANTED), (RELATIVE), __FILE__, __LINE__)
// found <= most, with the same tolerance.
void check_most(double found, double most, double relative, const char *file, int line);
#define assert_most(FOUND, MOST, RELATIVE) check_most((FOUND), (MOST), (RELATIVE), __FILE__, __LINE__)

struct random {
  uint64_t state; // any seed
};
int random_below(struct random *random, int count);
bool random_chance(struct random *random, int percent);

// --- scenarios ---

// The tables as they are now, as a scenario named "memory" with a decimal point.
struct scenario *town_scenario(const struct memory *memory);
int64_t town_measure(struct memory *memory, const char *measure, int64_t start);
// Adds an edit that applies from the measure's start, without end; `change` as in edits.csv: "set 2", "add -1",
// "multiply 0.5".
int64_t town_edit(struct memory *memory, int64_t measure, const char *table, const char *where, const char *column,
                  const char *change);

struct town_shape {
  int groups, shifts; // at most; shifts 2-4: day, evening, night, long
  bool seasons;       // holiday in summer weeks, and need in some weeks only
};
// One unit `ward` with random heads, need, levels, absence and sources. Service days begin at 07:30.
struct memory random_town(struct arena *arena, struct random *random, struct town_shape shape);

// The same with a second unit `home`, which has its own need, shifts, people, absence and sources; nobody is shared.
struct memory random_pair(struct arena *arena, struct random *random, struct town_shape shape);
// Lets some groups of a pair, the first among them, help in the other unit, on some days.
void share_at_random(struct memory *memory, struct random *random);

// A ward of one category with a shift of 8 paid hours (8-16) wanted every day, and full-timers of 40 h. No absence, no
// sources, and only the supplements of memory_town.
struct memory plain_ward(struct arena *arena, int64_t persons_milli, int64_t heads_milli);

// --- solving ---

struct stretch {
  day_number first_day;
  int day_count;
};
struct stretch stretch_of_year(int year);
struct stretch stretch_of_weeks(int year, int month, int day, int weeks);

struct question {
  const struct scenario *scenario;
  struct stretch stretch;
  bool measures;            // all in force, else none
  bool week_types;          // merged, else every week on its own
  const double *variable_h; // limits of the adjusted answer; NULL: those of the baseline kept
};

struct answers { // of unit 0; the subject with the measures, the reference without
  const struct unit_year *year;
  const struct plan *plans[VARIANTS][POSITIONS_ANSWERS];
};

// Solves all four, each starting from the one before; asserts that each is optimal and that the plan repriced agrees.
struct answers town_solve(struct arena *arena, const struct question *question);
// The baseline alone, with positions kept, or adjusted within these limits of variable hours.
const struct plan *town_plan(struct arena *arena, const struct scenario *scenario, struct stretch stretch);
const struct plan *town_plan_adjusted(struct arena *arena, const struct scenario *scenario, struct stretch stretch,
                                      const double *variable_h);
// Solves one programme from scratch, with the same asserts.
const struct plan *program_plan(struct arena *arena, const struct program *program);

// Is the left plan no worse, by shortfall first and cost second? Costs may differ by `play_kr`.
bool plan_no_worse(const struct plan *left, const struct plan *right, double play_kr);

#endif
