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
  SHEET_CELLS_MOST = 4000000, // of a workbook's sheet
  SHEET_HASH_DIGITS = 64,
};

// What a cell of a workbook was typed as. In a CSV file all is text.
enum sheet_kind { SHEET_TEXT, SHEET_NUMBER, SHEET_PERCENT, SHEET_DATE, SHEET_TIME };

struct sheet_row {
  int line;      // of the row's first character, from 1; in a workbook the row's number
  int line_last; // of its last one, in a CSV file
  int cell_count;
  const char **cells; // UTF-8, blanks around the text removed, harmless (base/shown.h; breaks stay); "" where blank
  const int *lines;   // the line each cell starts on (a quoted cell may hold line breaks)
  const enum sheet_kind *kinds; // of a workbook; NULL: all is text
};

// Knows the header of a table, so that a title above it does no harm.
struct sheet_header {
  bool (*is)(const struct sheet_row *row, const void *what);
  const void *what;
};

struct sheet_comment { // a line that starts with #
  int line;
  const char *text;
};

struct sheet {
  const char *file;   // as in messages; of a workbook `ward.xlsx: groups`
  const int *columns; // [header.cell_count] of a workbook: where the cells stand, from 0; NULL: a CSV file
  char sha256[SHEET_HASH_DIGITS + 1]; // of the bytes as they were read, in hexadecimal
  size_t byte_count;
  char separator;       // ; , or tab, the commonest outside quotes in the header line
  bool windows_1252;    // not valid UTF-8, read as Windows-1252
  bool byte_order_mark; // UTF-8 with BOM (as Excel writes it)
  // texts of the rows above the header, where it is known by `header`, with blanks between; NULL: none
  const char *above;
  struct sheet_row header;
  struct sheet_row *rows; // without blank lines and without rows whose first cell starts with #
  size_t row_count;
  struct sheet_comment *comments; // of a CSV file
  size_t comment_count;
};

// Bytes of a file, and their hash in hexadecimal. False and *why where it cannot be read or is larger than
// SHEET_FILE_BYTES_MOST.
bool sheet_bytes(struct arena *arena, const char *path, char **bytes, size_t *count, char hash[SHEET_HASH_DIGITS + 1],
                 const char **why);

// The same as sheet_read, of bytes in memory, which may be changed.
struct sheet *sheet_parse(struct arena *arena, char *bytes, size_t count, const char *file,
                          const struct sheet_header *header, struct problems *problems);

// Notes that a row stands above the header; of many only the first.
void sheet_note_above(struct arena *arena, struct sheet *sheet, const struct sheet_row *row);

// A cell's text as it may be shown (base/shown.h; breaks stay), with a warning where that is not how it was typed.
const char *sheet_harmless(struct problems *problems, struct place at, const char *cell);

// Writes typed numbers with this decimal sign, as the texts beside them are.
void sheet_use_decimal(struct arena *arena, struct sheet *sheet, char decimal);

// Reads the file `path`, called `file` in messages. NULL and problems added where it cannot be read whole: missing,
// too large, NUL byte, unclosed quote (the line on which it opens), text after a closing quote, no header, a
// row with more or fewer cells than the header (more are allowed where they are blank). The header is the first row that
// `header` knows, else the first (`header` NULL: the first). Memory: arena.
struct sheet *sheet_read(struct arena *arena, const char *path, const char *file, const struct sheet_header *header,
                         struct problems *problems);

// Text as the bytes of a file that was read: in Windows-1252 where it is (what that has no sign for as ?). Memory: arena.
const char *sheet_encode(struct arena *arena, const struct sheet *sheet, const char *text, size_t *length);

// Every row as it stands, with as many cells as it has: a file that is no table of a scenario. The header is empty; rows that
// hold nothing or begin with # are left out. NULL and problems added as above.
struct sheet *sheet_read_plain(struct arena *arena, const char *path, const char *file, struct problems *problems);

#endif
