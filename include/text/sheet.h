// SPDX-License-Identifier: GPL-3.0-or-later
// One CSV file as text: header and rows with the place of every cell. The only user of libcsv, of
// libunistring for encodings, and of nettle for the bytes' SHA-256. Nothing is interpreted here beyond rows and cells.
#ifndef ROTACOST_TEXT_SHEET_H
#define ROTACOST_TEXT_SHEET_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/problems.h"

enum { // a file beyond these is refused, as a problem
  SHEET_FILE_BYTES_MOST = 64 << 20,
  SHEET_CELL_BYTES_MOST = 64 << 10,
  SHEET_COLUMNS_MOST = 256,
  SHEET_ROWS_MOST = 1000000,
  SHEET_HASH_DIGITS = 64,
};

struct sheet_row {
  int line; // of the row's first character, from 1
  int cell_count;
  const char **cells; // UTF-8, blanks around the text removed, harmless (base/shown.h; breaks stay); "" where blank
  const int *lines;   // the line each cell starts on (a quoted cell may hold line breaks)
};

struct sheet {
  const char *file;     // as in messages
  char sha256[SHEET_HASH_DIGITS + 1]; // of the bytes as they were read, in hexadecimal
  size_t byte_count;
  char separator;       // ; , or tab, the commonest outside quotes in the header line
  bool windows_1252;    // not valid UTF-8, read as Windows-1252
  bool byte_order_mark; // UTF-8 with BOM (as Excel writes it)
  struct sheet_row header;
  struct sheet_row *rows; // without blank lines and without rows whose first cell starts with #
  size_t row_count;
};

// Reads the file `path`, called `file` in messages. NULL and problems added where it cannot be read whole: missing,
// too large, NUL byte, unclosed quote (the line on which it opens), text after a closing quote, no header, a
// row with more or fewer cells than the header (more are allowed where they are blank). Memory: arena.
struct sheet *sheet_read(struct arena *arena, const char *path, const char *file, struct problems *problems);

#endif
