// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario's tables as a workbook to fill in: a sheet for every table, with a note on every header, lists to choose
// from, and ranges outside which the spreadsheet asks for confirmation. What is entered there is read directly
// (text/spreadsheet.h).
#ifndef ROTACOST_BOOK_ENTRY_BOOK_H
#define ROTACOST_BOOK_ENTRY_BOOK_H

#include "scenario/columns.h"
#include "text/sheet.h"

struct entry_table {
  struct sheet *sheet; // NULL: nothing is filled in yet
  char decimal;        // of its numbers
};

// Writes a new file. Rows keep the positions they had in their files, comments too. NULL, or what went wrong. `called`:
// the name under which the user will find it.
const char *entry_book_write(struct arena *arena, const struct entry_table tables[TABLE_COUNT], const char *path,
                             const char *called);

#endif
