// SPDX-License-Identifier: GPL-3.0-or-later
// Title and caption of each result table. A table without a record is still shown, under its name.
#ifndef ROTACOST_REPORT_ABOUT_H
#define ROTACOST_REPORT_ABOUT_H

#include <stdbool.h>

#include "base/arena.h"
#include "report/columns.h"

struct table_about {
  const char *name;    // of the table
  const char *title;   // marked for translation
  const char *caption; // one or two sentences, likewise
  bool shown_in_place; // a section of the report shows it, so it is not listed among the further tables
  // For tables too long for a sheet: keep only the rows in which one of these numbers is above 0. Ends with
  // NUMBER_NONE; NULL: keep all rows.
  const enum number_column *long_filter;
};

// Never NULL.
const struct table_about *table_about(struct arena *arena, const char *name);
// A short title, marked for translation; NULL where the title itself is short.
const char *table_short_title(const char *name);

#endif
