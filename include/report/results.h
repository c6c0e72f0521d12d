// SPDX-License-Identifier: GPL-3.0-or-later
// The audit's findings as result tables. Nothing is computed here beyond differences and sums.
#ifndef ROTACOST_REPORT_RESULTS_H
#define ROTACOST_REPORT_RESULTS_H

#include "audit/effect.h"
#include "report/table.h"

struct result_listing { // every file of results is one line here
  const char *name;
  struct result_table *(*make)(struct arena *arena, const struct audit *audit);
  bool always; // written even without a row
};
extern const struct result_listing result_listings[];
extern const size_t result_listing_count;

#endif
