// SPDX-License-Identifier: GPL-3.0-or-later
// A result table as CSV, in the scenario's own dialect (opens directly in the user's spreadsheet) or RFC 4180 (comma,
// decimal point, CRLF, no BOM). The same table always gives the same bytes.
#ifndef ROTACOST_REPORT_CSV_H
#define ROTACOST_REPORT_CSV_H

#include <stdbool.h>
#include <stdio.h>

#include "report/table.h"

struct csv_dialect {
  char separator; // ; , or tab
  char decimal;   // , or .
  bool byte_order_mark;
  bool crlf;
};

// Dates are ISO. Returns false where writing failed (see errno).
bool csv_write_table(const struct result_table *table, const struct csv_dialect *dialect, FILE *to);

#endif
