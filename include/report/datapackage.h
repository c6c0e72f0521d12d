// SPDX-License-Identifier: GPL-3.0-or-later
// datapackage.json: the CSV files of a result as a Frictionless tabular data package (specs.frictionlessdata.io,
// version 1), so that other programs read them without asking. Of each file its dialect, size and hash; of each column
// type, unit, title and what it means, in the language of the run.
#ifndef ROTACOST_REPORT_DATAPACKAGE_H
#define ROTACOST_REPORT_DATAPACKAGE_H

#include "report/csv.h"
#include "report/folder.h"
#include "report/results.h"
#include "scenario/columns.h"

struct datapackage {
  struct arena *arena;
  const char *name, *title; // of the scenario
  const char *run_id;       // NULL: none
  const struct csv_dialect *dialect;
  const struct result_table **tables; // [count] those written, NAME.csv each
  size_t count;
  const struct table *input; // the table of its name has its columns and meanings; all others, or NULL: of results
};

// Into an open folder, after its CSV files. False where one cannot be read or writing failed (errno tells why).
bool datapackage_write(const struct datapackage *package, struct result_folder *folder);

// What the numbers of a column of results are counted in: "kr", "h", "FTE"; "" for what has no unit, such as a factor.
// NULL: the column is not known.
const char *unit_of_column(const char *column);

#endif
