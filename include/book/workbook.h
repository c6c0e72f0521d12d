// SPDX-License-Identifier: GPL-3.0-or-later
// report.xlsx through libxlsxwriter: the answer, a list of contents, charts that the spreadsheet draws itself, a
// sheet of follow-up to be filled in, whose formulas are the program's own and have their values, and one sheet per result
// table with typed numbers and dates. Text is always written as text and can never run as a formula. The
// workbook's date is one of the scenario's, not the clock's: same results, same bytes.
#ifndef ROTACOST_BOOK_WORKBOOK_H
#define ROTACOST_BOOK_WORKBOOK_H

#include <stdio.h>

#include "audit/effect.h"
#include "report/results.h"

// Rows of a sheet at the most. A longer table (days of cover, as a rule) is cut: to the rows in which something is
// missing where it has such a column (report/about.h), and then to so many; the contents say so, and the CSV file has
// them all.
enum { WORKBOOK_ROWS_MOST = 50000 };

// Writes into the empty file behind `to`. NULL, or what went wrong.
const char *workbook_write(struct arena *arena, const struct audit *audit, const struct result_set *set, FILE *to);

#endif
