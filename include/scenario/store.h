// SPDX-License-Identifier: GPL-3.0-or-later
// Where the tables of a scenario are stored: a folder with CSV files and workbooks side by side, or one workbook with a
// sheet for every table. A table has its English or its Norwegian name, in upper or lower case.
//
//   groups.csv grupper.csv          a file for a table
//   groups.xlsx grupper.ods         a workbook for a table: the sheet of its name, else its only sheet
//   anything.xlsx                   a workbook whose sheets have the names of tables
//
// Sheets and files whose name begins with # are comments.
#ifndef ROTACOST_SCENARIO_STORE_H
#define ROTACOST_SCENARIO_STORE_H

#include "scenario/tables.h"
#include "text/spreadsheet.h"

struct table_store;

// NULL and a problem where `path` is neither a folder nor a workbook. Adds problems for workbooks that cannot be read,
// tables found twice, and names close to a table's; warnings for what is not a table. Memory: arena.
struct table_store *store_open(struct arena *arena, const char *path, struct problems *problems);
bool store_has(const struct table_store *store, enum table_id id);
// NULL and problems where the table cannot be read. It must exist.
struct sheet *store_sheet(const struct table_store *store, enum table_id id, struct problems *problems);
// Where the table is, or would be: `folder/groups.csv`, `ward.xlsx: groups`.
const char *store_place(struct arena *arena, const char *path, enum table_id id);
// The file's name in the folder, its hash and size: for a table in a workbook, those of the whole workbook.
const char *store_file(const struct table_store *store, enum table_id id);
// For a table in a workbook its sheet, and *book; also for a sheet with only a header, where the table counts as
// missing. NULL: none.
const struct grid *store_grid(const struct table_store *store, enum table_id id, const struct spreadsheet **book);
bool store_is_workbook(const struct table_store *store);

#endif
