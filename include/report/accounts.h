// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline compared with the accounts.
#ifndef ROTACOST_REPORT_ACCOUNTS_H
#define ROTACOST_REPORT_ACCOUNTS_H

#include "audit/accounts.h"
#include "report/table.h"

// accounts.csv
struct result_table *accounts_table(struct arena *arena, const struct audit *audit);
// Why nothing is compared, or NULL. Memory: arena.
const char *accounts_none(struct arena *arena, const struct audit *audit);
// The lines that differ, for the terminal; headings in *headings.
struct result_table *accounts_off(struct arena *arena, const struct audit *audit, const char *const **headings);

#endif
