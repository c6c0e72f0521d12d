// SPDX-License-Identifier: GPL-3.0-or-later
// The fewest paid minutes with which the shifts of a day can cover a need, whoever works them:
//
//   sum over shifts that cover interval i of persons[s]  >=  wanted[i]
//   least sum of paid minutes, and among such plans the fewest people
//
// No rota that covers the need pays for less. Intervals that no shift covers are left out.
#ifndef ROTACOST_SOLVE_FEWEST_H
#define ROTACOST_SOLVE_FEWEST_H

#include <stdbool.h>
#include <stdint.h>

struct fewest {
  int interval_count, shift_count;
  const double *wanted;    // [interval_count] persons
  const bool *covers;      // [shift * interval_count + interval]
  const int64_t *paid_min; // [shift_count]
};

// persons: [shift_count]. False where the solver gave up, which is our own fault. The order of the shifts decides
// between plans that are equal in minutes and people.
bool fewest_paid(const struct fewest *question, double *persons);

#endif
