// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the bytes of a file and decodes them to text.
#include "text/sheet_parts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uniconv.h>
#include <unistr.h>

#include "base/file.h"
#include "base/language.h"
#include "text/hash.h"

bool sheet_text_read(struct arena *arena, const char *path, struct sheet_text *bytes, const char **why) {
  FILE *from = file_open(path, why);
  if (!from)
    return false;
  size_t room = 1 << 16;
  bytes->at = arena_alloc(arena, room);
  for (bytes->count = 0; bytes->count <= SHEET_FILE_BYTES_MOST;) {
    if (bytes->count == room) {
      char *wider = arena_alloc(arena, room * 2);
      memcpy(wider, bytes->at, room);
      bytes->at = wider;
      room *= 2;
    }
    size_t got = fread(bytes->at + bytes->count, 1, room - bytes->count, from);
    bytes->count += got;
    if (got == 0)
      break;
  }
  *why = ferror(from) ? _("cannot be read: check that it is a file and no folder") : NULL;
  fclose(from);
  if (!*why && bytes->count > SHEET_FILE_BYTES_MOST)
    *why = _("larger than 64 MiB: split it or leave out what is not needed");
  return !*why;
}

void sheet_text_hash(char hexadecimal[SHEET_HASH_DIGITS + 1], const struct sheet_text *bytes) {
  hash_bytes(bytes->at, bytes->count, hexadecimal);
}

bool sheet_bytes(struct arena *arena, const char *path, char **bytes, size_t *count, char hash[SHEET_HASH_DIGITS + 1],
                 const char **why) {
  struct sheet_text read = {0};
  if (!sheet_text_read(arena, path, &read, why))
    return false;
  sheet_text_hash(hash, &read);
  *bytes = read.at;
  *count = read.count;
  return true;
}

static int line_of(const struct sheet_text *bytes, size_t offset) {
  int line = 1;
  for (size_t i = 0; i < offset; i++)
    if (bytes->at[i] == '\n' || (bytes->at[i] == '\r' && (i + 1 == bytes->count || bytes->at[i + 1] != '\n')))
      line++;
  return line;
}

struct decoding {
  struct arena *arena;
  struct sheet *sheet;
  struct problems *problems;
};

static struct place place_at(const struct decoding *in, const struct sheet_text *bytes, size_t offset) {
  return (struct place){.file = in->sheet->file, .line = line_of(bytes, offset)};
}

// Windows-1252 to UTF-8; five byte values are undefined.
static bool convert(const struct decoding *in, struct sheet_text *bytes, size_t bad_at) {
  size_t length = 0;
  uint8_t *text = in->sheet->byte_order_mark
                      ? NULL
                      : u8_conv_from_encoding("CP1252", iconveh_error, bytes->at, bytes->count, NULL, NULL, &length);
  if (!text && !in->sheet->byte_order_mark && errno == ENOMEM)
    arena_no_memory();
  if (!text) {
    problem_add(in->problems, place_at(in, bytes, bad_at), NULL,
                "neither UTF-8 nor Windows-1252: save the file as `CSV UTF-8`");
    return false;
  }
  bytes->at = arena_text(in->arena, (const char *)text, length);
  bytes->count = length;
  free(text);
  in->sheet->windows_1252 = true;
  return true;
}

static void unify_line_ends(struct sheet_text *bytes) {
  size_t kept = 0;
  for (size_t i = 0; i < bytes->count; i++) {
    bool pair = bytes->at[i] == '\r' && i + 1 < bytes->count && bytes->at[i + 1] == '\n';
    if (!pair)
      bytes->at[kept++] = bytes->at[i] == '\r' ? '\n' : bytes->at[i];
  }
  bytes->count = kept;
}

bool sheet_text_decode(struct arena *arena, struct sheet *sheet, struct sheet_text *bytes, struct problems *problems) {
  const struct decoding in = {arena, sheet, problems};
  const char *nul = memchr(bytes->at, 0, bytes->count);
  if (nul) {
    problem_add(problems, place_at(&in, bytes, (size_t)(nul - bytes->at)), NULL,
                "a NUL byte: the file is no text, or is UTF-16; save it as `CSV UTF-8`");
    return false;
  }
  if (bytes->count >= 3 && memcmp(bytes->at, "\xEF\xBB\xBF", 3) == 0) {
    sheet->byte_order_mark = true;
    bytes->at += 3;
    bytes->count -= 3;
  }
  const uint8_t *bad = u8_check((const uint8_t *)bytes->at, bytes->count);
  if (bad && !convert(&in, bytes, (size_t)((const char *)bad - bytes->at)))
    return false;
  unify_line_ends(bytes);
  return true;
}

const char *sheet_encode(struct arena *arena, const struct sheet *sheet, const char *text, size_t *length) {
  *length = strlen(text);
  if (!sheet->windows_1252)
    return text;
  char *bytes =
      u8_conv_to_encoding("CP1252", iconveh_question_mark, (const uint8_t *)text, *length, NULL, NULL, length);
  if (!bytes)
    arena_no_memory();
  const char *kept = arena_text(arena, bytes, *length);
  free(bytes);
  return kept;
}
