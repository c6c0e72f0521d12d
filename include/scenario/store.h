// SPDX-License-Identifier: GPL-3.0-or-later
// Where the tables of a scenario lie: a folder with CSV files and workbooks side by side, or one workbook with a sheet for
// every table. A table is called by its English or its Norwegian name, in any case.
//
//   groups.csv grupper.csv          a file for a table
//   groups.xlsx grupper.ods         a workbook for a table: the sheet of its name, else its only sheet
//   anything.xlsx                   a workbook whose sheets have the names of tables
//
// Sheets and files whose name begins with # are remarks.
#ifndef ROTACOST_SCENARIO_STORE_H
#define ROTACOST_SCENARIO_STORE_H

#include "scenario/tables.h"
#include "text/spreadsheet.h"

struct table_store;

// NULL and a problem where `path` is neither a folder nor a workbook. Adds problems for workbooks that cannot be read, tables
// found twice, and names that are nearly a table's; warnings for what is no table. Memory: arena.
struct table_store *store_open(struct arena *arena, const char *path, struct problems *problems);
bool store_has(const struct table_store *store, enum table_id id);
// NULL and problems where the table cannot be read. It must be there.
struct sheet *store_sheet(const struct table_store *store, enum table_id id, struct problems *problems);
// Where the table lies, or would: `folder/groups.csv`, `ward.xlsx: groups`.
const char *store_place(struct arena *arena, const char *path, enum table_id id);
// The file's name in the folder, its hash and size: of the table's workbook, all of it.
const char *store_file(const struct table_store *store, enum table_id id);
// Of a table in a workbook its sheet, and *book; one that holds but a header, so that the table is not there, too. NULL: none.
const struct grid *store_grid(const struct table_store *store, enum table_id id, const struct spreadsheet **book);
bool store_is_workbook(const struct table_store *store);

#endif
