// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline beside the books.
#ifndef ROTACOST_REPORT_ACCOUNTS_H
#define ROTACOST_REPORT_ACCOUNTS_H

#include "audit/accounts.h"
#include "report/table.h"

// accounts.csv
struct result_table *accounts_table(struct arena *arena, const struct audit *audit);
// Where nothing is compared: why. Memory: arena.
const char *accounts_none(struct arena *arena, const struct audit *audit);
// What is off, to be read on a terminal; headings in *headings.
struct result_table *accounts_off(struct arena *arena, const struct audit *audit, const char *const **headings);

#endif
