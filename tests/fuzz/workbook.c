// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks. Bytes that begin as a zip archive are one; all others are the parts of one (fuzz.h), packed first, so that the
// fuzzer changes XML and not check sums.
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "fuzz/fuzz.h"
#include "text/archive.h"
#include "text/spreadsheet.h"

static void add_parts(zip_t *zip, const char *data, size_t size) {
  struct fuzz_part parts[FUZZ_PARTS_MOST];
  int count = fuzz_parts(data, size, parts);
  for (int i = 0; i < count; i++) {
    char name[128];
    size_t length = parts[i].name_length < sizeof name - 1 ? parts[i].name_length : sizeof name - 1;
    memcpy(name, parts[i].name, length);
    name[length] = 0;
    zip_source_t *source = zip_source_buffer(zip, parts[i].text, parts[i].length, 0);
    zip_int64_t at = source ? zip_file_add(zip, name, source, 0) : -1;
    if (at < 0)
      zip_source_free(source);
    else
      zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0);
  }
}

// The bytes of an archive of the parts; NULL where libzip makes none of them. Owned by the caller.
static char *packed(const char *data, size_t size, size_t *count) {
  zip_source_t *buffer = zip_source_buffer_create(NULL, 0, 0, NULL);
  zip_t *zip = buffer ? zip_open_from_source(buffer, ZIP_TRUNCATE, NULL) : NULL;
  char *bytes = NULL;
  zip_stat_t stat;
  if (!zip) {
    zip_source_free(buffer);
    return NULL;
  }
  zip_source_keep(buffer);
  add_parts(zip, data, size);
  if (zip_close(zip) != 0) {
    zip_discard(zip);
  } else if (zip_source_stat(buffer, &stat) == 0 && stat.size && zip_source_open(buffer) == 0) {
    bytes = malloc(stat.size);
    *count = (size_t)zip_source_read(buffer, bytes, stat.size);
    zip_source_close(buffer);
  }
  zip_source_free(buffer);
  return bytes;
}

static void read_workbook(const char *bytes, size_t count) {
  struct arena *arena = arena_new();
  struct problems *problems = problems_new(arena);
  struct spreadsheet book = {.path = "a.xlsx"};
  const char *why = NULL;
  struct archive *archive = archive_open(bytes, count, &why);
  FUZZ_HOLDS(archive || why);
  if (archive && !why)
    why = archive_has(archive, "content.xml") ? ods_read(arena, archive, &book) : xlsx_read(arena, archive, &book);
  archive_close(archive);
  for (size_t i = 0; !why && i < book.sheet_count; i++) {
    struct sheet *sheet = grid_sheet(arena, book.sheets[i], "a.xlsx: a", NULL, problems);
    FUZZ_HOLDS(sheet || problems->error_count || !book.sheets[i]->count);
    for (size_t r = 0; sheet && r < sheet->row_count; r++)
      FUZZ_HOLDS(sheet->rows[r].cell_count == sheet->header.cell_count);
  }
  arena_free(arena);
}

int fuzz_workbook(const uint8_t *data, size_t size) {
  const char *bytes = (const char *)data;
  size_t count = size;
  bool zip = size >= 2 && memcmp(data, "PK", 2) == 0;
  char *made = zip ? NULL : packed(bytes, size, &count);
  if (zip || made)
    read_workbook(made ? made : bytes, count);
  free(made);
  return 0;
}
