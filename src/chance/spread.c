// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/spread.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

static const double shares[QUANTILES] = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};

struct spread spread_of(double *values, size_t count) {
  struct spread spread = {.mean = gsl_stats_mean(values, 1, count)};
  spread.sd = count > 1 ? gsl_stats_sd_m(values, 1, count, spread.mean) : 0;
  spread.error = spread.sd / sqrt((double)count);
  gsl_sort(values, 1, count);
  for (int q = 0; q < QUANTILES; q++)
    spread.quantile[q] = gsl_stats_quantile_from_sorted_data(values, 1, count, shares[q]);
  return spread;
}

double spread_share_from(const double *values, size_t count, double least) {
  size_t reached = 0;
  for (size_t i = 0; i < count; i++)
    reached += values[i] >= least;
  return count ? (double)reached / (double)count : 0;
}

void running_add(struct running *running, double value, size_t count) {
  double off = value - running->mean;
  running->mean += off / (double)count;
  running->squares += off * (value - running->mean);
}

double running_error2(const struct running *running, size_t count) {
  return count > 1 ? running->squares / ((double)count - 1) / (double)count : 0;
}
