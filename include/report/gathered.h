// SPDX-License-Identifier: GPL-3.0-or-later
// Results of many scenarios, merged without solving: tables over all of them. Each result contributes one line per
// measure of its overview.csv and one line per population of its sums.csv, taken over unchanged; only sums, shares,
// ranks and fences are computed here. Kroner are added up within one country and one year only.
//
//   share found      found / claimed, of measures that the model checks and that claim something above 0
//   rank             1 the most kroner, among the measures checked of one country; equals share a rank, and as many are
//                    left out behind them
//   outlier          Tukey's fences: below Q1 - 1.5 (Q3 - Q1) or above Q3 + 1.5 (Q3 - Q1) of all values of one country.
//                    Q1 and Q3 by linear interpolation between ranks, as QUARTILE.INC of spreadsheets. Of fewer than
//                    GATHERED_LEAST values none is an outlier.
#ifndef ROTACOST_REPORT_GATHERED_H
#define ROTACOST_REPORT_GATHERED_H

#include "report/old_result.h"
#include "report/results.h"

enum { GATHERED_LEAST = 8 };

struct folder_left_out { // a folder that could not be read, or that repeats another
  const char *path, *why;
};

struct gathered {
  const struct old_result **results; // [result_count] by name
  size_t result_count;
  struct folder_left_out *left_out; // [left_out_count] by path
  size_t left_out_count, unread_count;
  struct gathered_measure *measures; // [measure_count] by result, then in the order of the result
  size_t measure_count, measure_room;
  struct gathered_sum *sums; // [sum_count] of one country, year and population
  size_t sum_count, sum_room;
  struct gathered_year *years; // [year_count] of each claim
  size_t year_count, year_room;
};

// Figures for comparing measures, each FIELD_BLANK where it is not known.
enum gathered_figure {
  FIGURE_KEPT_SHARE,     // tenths of a per cent of the claim
  FIGURE_ADJUSTED_SHARE, // likewise
  FIGURE_CLAIM_PER_FTE,  // tenths of kroner for one claimed FTE
  GATHERED_FIGURES
};

struct gathered_measure {
  const struct old_result *result;
  const struct old_table *table; // its overview
  size_t row;
  int64_t claimed_ore, kept_ore, adjusted_ore;
  bool checked; // by the model
  int64_t figures[GATHERED_FIGURES];
  int64_t rank_kept, rank_adjusted; // FIELD_BLANK: not ranked
};

struct gathered_sum {
  const char *country, *year, *of, *population;
  int64_t results, measures, claimed_ore, kept_ore, adjusted_ore;
};

struct gathered_year {
  const struct old_result *result;
  const struct old_table *table; // its claims
  size_t row;
};

// Reads the folders, whose names are already unique. Folders that cannot be read are left out, and so is a folder made
// from the same input as an earlier one by name, whose kroner would be counted twice. From then on texts are in the
// language of the first result (base/language.h). The order of the folders does not matter. Memory: arena.
struct gathered *gather(struct arena *arena, char *const *paths, const char *const *names, size_t count,
                        const char *version);

// Tables gathered, gathered_years, gathered_sums, gathered_verdicts, gathered_outliers, gathered_left_out.
const struct result_set *gathered_tables(struct arena *arena, const struct gathered *gathered);
// The conclusions, one sentence each, closed by NULL.
const char *const *gathered_sentences(struct arena *arena, const struct gathered *gathered);
// How outliers are defined, and what is compared.
const char *gathered_rule(struct arena *arena);

// Fences of a figure in a country; false where there are too few values to compare.
struct gathered_fences {
  double low, high; // as the figure
  int64_t compared;
};
bool gathered_fences_of(struct arena *arena, const struct gathered *gathered, const char *country,
                        enum gathered_figure figure, struct gathered_fences *fences);

#endif
