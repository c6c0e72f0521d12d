// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the files that read CSV: the bytes of a file until they are split into cells.
#ifndef ROTACOST_TEXT_SHEET_PARTS_H
#define ROTACOST_TEXT_SHEET_PARTS_H

#include "text/sheet.h"

struct sheet_text {
  char *at;
  size_t count;
};

// False and *why if the file cannot be read or is larger than SHEET_FILE_BYTES_MOST.
bool sheet_text_read(struct arena *arena, const char *path, struct sheet_text *text, const char **why);
void sheet_text_hash(char hexadecimal[SHEET_HASH_DIGITS + 1], const struct sheet_text *text);
// Converts bytes as stored to UTF-8 without a byte order mark and with \n between lines, and records their encoding in
// the sheet. False and a problem if they are not text.
bool sheet_text_decode(struct arena *arena, struct sheet *sheet, struct sheet_text *text, struct problems *problems);

#endif
