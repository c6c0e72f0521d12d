// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario's tables as a workbook to fill in: a sheet for every table, with a note on every header, lists to choose from and
// ranges beyond which the spreadsheet asks. What is typed there is read as it stands (text/spreadsheet.h).
#ifndef ROTACOST_BOOK_ENTRY_BOOK_H
#define ROTACOST_BOOK_ENTRY_BOOK_H

#include "scenario/columns.h"
#include "text/sheet.h"

struct entry_table {
  struct sheet *sheet; // NULL: nothing is filled in yet
  char decimal;        // of its numbers
};

// Writes a new file. Rows stand where they stood in their files, comments too. NULL, or what went wrong. `called`: the
// name under which the user will find it.
const char *entry_book_write(struct arena *arena, const struct entry_table tables[TABLE_COUNT], const char *path,
                             const char *called);

#endif
