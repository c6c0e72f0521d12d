// SPDX-License-Identifier: GPL-3.0-or-later
// One CSV file as text: header and rows, with the position of every cell. The only user of libcsv, of libunistring for
// encodings, and of nettle for the SHA-256 of the bytes. Only rows and cells are interpreted here.
#ifndef ROTACOST_TEXT_SHEET_H
#define ROTACOST_TEXT_SHEET_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/problems.h"

enum { // a larger file is refused, as a problem
  SHEET_FILE_BYTES_MOST = 64 << 20,
  SHEET_CELL_BYTES_MOST = 64 << 10,
  SHEET_COLUMNS_MOST = 256,
  SHEET_ROWS_MOST = 1000000,
  SHEET_CELLS_MOST = 4000000, // in a sheet of a workbook
  SHEET_HASH_DIGITS = 64,
};

// The type of a cell in a workbook. In a CSV file every cell is text.
enum sheet_kind { SHEET_TEXT, SHEET_NUMBER, SHEET_PERCENT, SHEET_DATE, SHEET_TIME };

struct sheet_row {
  int line;      // of the row's first character, from 1; in a workbook the row's number
  int line_last; // of its last one, in a CSV file
  int cell_count;
  const char **cells;           // UTF-8, trimmed, harmless (base/shown.h; line breaks stay); "" where blank
  const int *lines;             // the line each cell starts on (a quoted cell may hold line breaks)
  const enum sheet_kind *kinds; // of a workbook; NULL: every cell is text
};

// Recognises the header of a table, so that a title above it does no harm.
struct sheet_header {
  bool (*is)(const struct sheet_row *row, const void *what);
  const void *what;
};

struct sheet_comment { // a line that starts with #
  int line;
  const char *text;
};

struct sheet {
  const char *file;   // as in messages; for a workbook `ward.xlsx: groups`
  const int *columns; // [header.cell_count] of a workbook: the column numbers of the cells, from 0; NULL: a CSV file
  char sha256[SHEET_HASH_DIGITS + 1]; // of the bytes as they were read, in hexadecimal
  size_t byte_count;
  char separator;       // ; , or tab: the most frequent one outside quotes in the header line
  bool windows_1252;    // not valid UTF-8, read as Windows-1252
  bool byte_order_mark; // UTF-8 with BOM (as Excel writes it)
  // text of the rows above the header, separated by blanks, if `header` recognised the header; NULL: none
  const char *above;
  struct sheet_row header;
  struct sheet_row *rows; // without blank lines and without rows whose first cell starts with #
  size_t row_count;
  struct sheet_comment *comments; // of a CSV file
  size_t comment_count;
};

// The bytes of a file, and their hash in hexadecimal. False and *why if the file cannot be read or is larger than
// SHEET_FILE_BYTES_MOST.
bool sheet_bytes(struct arena *arena, const char *path, char **bytes, size_t *count, char hash[SHEET_HASH_DIGITS + 1],
                 const char **why);

// The same as sheet_read, for bytes in memory, which may be modified.
struct sheet *sheet_parse(struct arena *arena, char *bytes, size_t count, const char *file,
                          const struct sheet_header *header, struct problems *problems);

// Notes that a row stands above the header; of several rows only the first.
void sheet_note_above(struct arena *arena, struct sheet *sheet, const struct sheet_row *row);

// A cell's text in a form safe to show (base/shown.h; line breaks stay); warns where that differs from what was typed.
const char *sheet_harmless(struct problems *problems, struct place at, const char *cell);

// Writes typed numbers with this decimal sign, like the texts beside them.
void sheet_use_decimal(struct arena *arena, struct sheet *sheet, char decimal);

// Reads the file `path`, called `file` in messages. Returns NULL and adds problems if it cannot be read completely:
// missing, too large, NUL byte, unclosed quote (with the line on which it opens), text after a closing quote, no
// header, or a row with more or fewer cells than the header (more are allowed where they are blank). The header is the
// first row that `header` recognises, else the first row (`header` NULL: the first). Memory: arena.
struct sheet *sheet_read(struct arena *arena, const char *path, const char *file, const struct sheet_header *header,
                         struct problems *problems);

// Encodes text like the file that was read: in Windows-1252 if the file is (characters missing there become ?).
// Memory: arena.
const char *sheet_encode(struct arena *arena, const struct sheet *sheet, const char *text, size_t *length);

// Every row as it stands, with its own number of cells: for a file that is not a table of a scenario. The header is
// empty; empty rows and rows that begin with # are left out. NULL and problems added as above.
struct sheet *sheet_read_plain(struct arena *arena, const char *path, const char *file, struct problems *problems);

#endif
