// SPDX-License-Identifier: GPL-3.0-or-later
// report.xlsx through libxlsxwriter: the answer, a list of contents, charts drawn by the spreadsheet itself, a
// follow-up sheet to be filled in, with formulas of the program and their values, and one sheet per result table with
// typed numbers and dates. Text is always written as text and can never run as a formula. The workbook's date comes
// from the scenario, not from the clock: same results, same bytes.
#ifndef ROTACOST_BOOK_WORKBOOK_H
#define ROTACOST_BOOK_WORKBOOK_H

#include <stdio.h>

#include "audit/effect.h"
#include "report/results.h"

// The maximum number of rows of a sheet. A longer table (usually days of cover) is cut: first to the rows in which
// something is missing, where it has such a column (report/about.h), and then to this number. The contents say so, and
// the CSV file has all rows.
enum { WORKBOOK_ROWS_MOST = 50000 };

// Writes into the empty file behind `to`. NULL, or what went wrong.
const char *workbook_write(struct arena *arena, const struct audit *audit, const struct result_set *set, FILE *to);

#endif
