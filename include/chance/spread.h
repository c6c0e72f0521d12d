// SPDX-License-Identifier: GPL-3.0-or-later
// What many drawn values say: mean, spread, quantiles, and how sure the mean is.
#ifndef ROTACOST_CHANCE_SPREAD_H
#define ROTACOST_CHANCE_SPREAD_H

#include <stddef.h>

enum quantile { QUANTILE_5, QUANTILE_10, QUANTILE_25, QUANTILE_50, QUANTILE_75, QUANTILE_90, QUANTILE_95, QUANTILES };

struct spread {
  double mean, sd;
  double error; // standard error of the mean
  double quantile[QUANTILES];
};

// values: [count], of which there is one at least; sorted by this.
struct spread spread_of(double *values, size_t count);
// Share of the values that are at least so much: 0 to 1.
double spread_share_from(const double *values, size_t count, double least);

struct running {        // values met one after the other
  double mean, squares; // about it
};
void running_add(struct running *running, double value, size_t count); // count: of values, this one among them
double running_error2(const struct running *running, size_t count);    // square of the standard error of the mean

#endif
