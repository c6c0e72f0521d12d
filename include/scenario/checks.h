// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of rows against each other, beyond what a single cell shows. One line per check in the table of its file; each
// runs only if the tables it uses have no errors. The same checks judge the tables of a measure after its edits.
#ifndef ROTACOST_SCENARIO_CHECKS_H
#define ROTACOST_SCENARIO_CHECKS_H

#include "scenario/columns.h"
#include "scenario/tables.h"

struct checking {
  struct arena *arena;
  struct problems *problems;
  const struct tables *tables; // checked
  const struct tables *base;   // before any edit: service days begin where these say
  const bool *broken;          // [TABLE_COUNT] tables with errors; NULL: none
  const char *folder;          // of the scenario, as the user gave it
  char decimal;
};

struct check {
  const char *rule;       // in words
  uint64_t tables_needed; // bit t: table t must be free of errors
  void (*run)(const struct checking *checking);
};
#define NEEDS(ID) (UINT64_C(1) << (ID))

// One list per file of checks, ended by a NULL run.
extern const struct check checks_of_dates[], checks_of_shifts[], checks_of_windows[], checks_of_need[],
    checks_of_units[], checks_of_rota[], checks_of_absence[], checks_of_sick_children[], checks_of_sources[],
    checks_of_design[], checks_of_pay[], checks_of_children[], checks_of_accounts[], checks_of_usual[],
    checks_of_calendar[], checks_of_use[], checks_of_measures[], checks_of_shared[], checks_of_base_rota[],
    checks_of_codes[];

void checks_run(const struct checking *checking);

// ---------------------------------------------------------------- rows

// Contracts: the rows of groups.csv, then those of catalogue.csv, which has the same columns; none from a table with
// errors. Their unit and category may be used where these tables are required and free of errors.
size_t contract_count(const struct checking *checking);
const struct group_row *contract_at(const struct checking *checking, size_t i);
// Contract minutes of one head in a week, times 10^8.
int64_t contract_week_e8(const struct tables *tables, const struct group_row *contract);

// ---------------------------------------------------------------- places and texts of problems

// The file of a table, for a missing row.
struct place table_place(const struct checking *checking, enum table_id id, const char *column);
// A cell of a row as a planner would write it.
const char *cell_in(const struct checking *checking, enum table_id id, const void *row, const char *column);

// A number of a column as a planner would write it, and the range of the column with its unit.
const char *number_in(const struct checking *checking, const struct column *column, int64_t number);
const char *range_in(const struct checking *checking, const struct column *column);

// "07:30".
const char *clock_print(const struct checking *checking, int64_t minutes);
const char *date_print(const struct checking *checking, int64_t day);
// A number times 10^digits, without trailing zeros.
const char *number_print(const struct checking *checking, int64_t number, int digits);
// With two decimals: hours from minutes times 10^8, percent from a share.
const char *hours_print(const struct checking *checking, int64_t minutes_e8);
const char *share_print(const struct checking *checking, int64_t share_e8);

#endif
