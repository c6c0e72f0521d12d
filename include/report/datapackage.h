// SPDX-License-Identifier: GPL-3.0-or-later
// datapackage.json: the CSV files of a result as a Frictionless tabular data package (specs.frictionlessdata.io,
// version 1), so that other programs can read them. For each file: dialect, size and hash. For each column: type, unit,
// title and meaning, in the language of the run.
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
  const struct result_table **tables; // [count] those written, each as NAME.csv
  size_t count;
  const struct table *input; // the table of this name has columns of input, all others those of results; NULL: none
};

// Writes into an open folder, after its CSV files. False where one cannot be read or writing failed (see errno).
bool datapackage_write(const struct datapackage *package, struct result_folder *folder);

// The unit of the numbers in a column of results: "kr", "h", "FTE"; "" where there is none, such as for a factor. NULL:
// the column is not known.
const char *unit_of_column(const char *column);

#endif
