// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook in the usual formats: .xlsx and .xlsm (Excel, Google, LibreOffice) and .ods. No formula is computed: the
// saved value is read. Macros, links to other files and pictures are ignored.
#ifndef ROTACOST_TEXT_SPREADSHEET_H
#define ROTACOST_TEXT_SPREADSHEET_H

#include "text/grid.h"

struct spreadsheet {
  const char *path;
  char sha256[SHEET_HASH_DIGITS + 1];
  size_t byte_count;
  struct grid **sheets; // in their order
  size_t sheet_count, sheet_room;
  bool macros;
  const char *styles; // the part of an .xlsx that holds the formats; NULL: none
};

// Is this the name of a workbook that can be read (.xlsx, .xlsm, .ods)?
bool is_spreadsheet(const char *path);
// Is it an .xlsx, which can also be written?
bool is_excel_workbook(const char *path);
// Returns NULL and adds a problem if it cannot be read. Memory: arena.
struct spreadsheet *spreadsheet_read(struct arena *arena, const char *path, struct problems *problems);

// Readers of the parts of an archive. Return what is wrong, or NULL.
struct archive;
const char *xlsx_read(struct arena *arena, const struct archive *archive, struct spreadsheet *into);
const char *ods_read(struct arena *arena, const struct archive *archive, struct spreadsheet *into);

#endif
