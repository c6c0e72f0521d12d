// SPDX-License-Identifier: GPL-3.0-or-later
// The audit's findings as result tables. Nothing is computed here beyond differences and sums.
#ifndef ROTACOST_REPORT_RESULTS_H
#define ROTACOST_REPORT_RESULTS_H

#include "audit/effect.h"
#include "report/table.h"

struct result_listing { // every result file has one line here
  const char *name;
  struct result_table *(*make)(struct arena *arena, const struct audit *audit);
  bool always; // written even without a row
};
extern const struct result_listing result_listings[];
extern const size_t result_listing_count;

// All tables of a run, made once: the same objects are written to CSV, HTML and the workbook.
struct result_set {
  size_t count;
  const struct result_table **tables; // in the order of the listing, also those without a row
};
const struct result_set *results_make(struct arena *arena, const struct audit *audit);
// NULL where there is no such table or it has no rows.
const struct result_table *result_find(const struct result_set *set, const char *name);
// Twelve hexadecimal digits computed from every value in the tables and nothing else, printed on each page of the
// report.
const char *results_run_id(struct arena *arena, const struct result_set *set);

#endif
