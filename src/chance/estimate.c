// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/estimate.h"

#include <assert.h>
#include <gsl/gsl_fit.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

// Estimates that differ by less do not tell the worlds apart.
static const double SAME = 0.005;

struct line { // y = a + b x
  double a, b;
  double about2;    // variance about it
  double student;   // variance of Student's t of as many degrees of freedom
  double squares_x; // sum of squares of x about its mean
};

static struct line fit(const double *x, const double *y, size_t count) {
  double free = (double)count - 2;
  struct line line = {.student = free / (free - 2), .squares_x = gsl_stats_variance(x, 1, count) * ((double)count - 1)};
  if (line.squares_x <= SAME * SAME * (double)count) {
    line.squares_x = 0;
    line.a = gsl_stats_mean(y, 1, count);
    line.about2 = gsl_stats_variance(y, 1, count);
    return line;
  }
  double cov[3], squares;
  gsl_fit_linear(x, 1, y, 1, count, &line.a, &line.b, &cov[0], &cov[1], &cov[2], &squares);
  line.about2 = squares / free;
  return line;
}

static double explained(const struct line *line, const double *known, size_t known_count) {
  double all = gsl_stats_variance(known, 1, known_count);
  return all > SAME * SAME ? fmin(1, fmax(0, 1 - line->about2 / all)) : 1;
}

// Deviations from a line fitted to them are less wide than those of others.
static void fill_values(const struct line *line, const double *known, size_t known_count, const double *estimates,
                        size_t count, double *values) {
  double wider = sqrt(((double)known_count - 1) / ((double)known_count - 2));
  for (size_t j = 0; j < count; j++) {
    size_t like = j % known_count;
    double deviation = known[like] - line->a - line->b * estimates[like];
    values[j] = j < known_count ? known[j] : line->a + line->b * estimates[j] + wider * deviation;
  }
}

struct estimate estimate_all(struct arena *arena, const double *known, size_t known_count, const double *estimates,
                             size_t count) {
  assert(known_count >= ESTIMATE_KNOWN_LEAST && known_count <= count);
  struct line line = fit(estimates, known, known_count);
  double off = gsl_stats_mean(estimates, 1, count) - gsl_stats_mean(estimates, 1, known_count);
  double of_estimates2 = line.b * line.b * gsl_stats_variance(estimates, 1, count);
  double of_line2 = 1 / (double)known_count + (line.squares_x > 0 ? off * off / line.squares_x : 0);
  struct estimate made = {.mean = gsl_stats_mean(known, 1, known_count) + line.b * off,
                          .error2 = line.student * line.about2 * of_line2 + of_estimates2 / (double)count,
                          .sd = sqrt(line.about2 + of_estimates2),
                          .explained = explained(&line, known, known_count),
                          .values = arena_array(arena, count, sizeof(double))};
  fill_values(&line, known, known_count, estimates, count, made.values);
  return made;
}
