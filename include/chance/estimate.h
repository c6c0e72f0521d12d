// SPDX-License-Identifier: GPL-3.0-or-later
// A number of many worlds, found exactly in some of them and estimated in all (a control variate).
//
// Of N worlds, K are known. Let y be the number in a known world and x the estimate of it. A line y = a + b x is fitted
// to the K. Then
//
//   mean of N    =  a + b (mean of x over all N)
//   its error^2  =  w s^2 (1/K + (mean of x over N - mean over K)^2 / sum of squares of x over K)  +  b^2 var(x) / N
//   of a world   =  y where it is known, else a + b x + the deviation of one of the K from the line
//
// with s^2 the variance about the line, and w = (K - 2) / (K - 4) that of Student's t, so that twice the error holds the
// mean in 95 of 100 cases although s is known from few worlds only. Where estimates say little, b is near 0, and the K known worlds alone are left.
#ifndef ROTACOST_CHANCE_ESTIMATE_H
#define ROTACOST_CHANCE_ESTIMATE_H

#include <stddef.h>

#include "base/arena.h"

enum { ESTIMATE_KNOWN_LEAST = 8 }; // fewer are no base for a line

struct estimate {
  double mean, error2, sd;
  double explained; // share of the variance of the known worlds that the line explains, 0 to 1
  double *values;   // [count]
};

// known: [known_count], at least ESTIMATE_KNOWN_LEAST; estimates: [count], those of the known worlds first. Memory: arena.
struct estimate estimate_all(struct arena *arena, const double *known, size_t known_count, const double *estimates,
                             size_t count);

#endif
