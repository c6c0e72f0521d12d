// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spreadsheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "text/archive.h"

static bool ends_in(const char *path, const char *end) {
  size_t length = strlen(path), wanted = strlen(end);
  return length > wanted && strcasecmp(path + length - wanted, end) == 0;
}

bool is_spreadsheet(const char *path) {
  return ends_in(path, ".xlsx") || ends_in(path, ".xlsm") || ends_in(path, ".ods");
}

bool is_excel_workbook(const char *path) { return ends_in(path, ".xlsx"); }

// An encrypted .xlsx is not a zip archive but a compound document, like .xls files.
static const char *name_bytes(const char *bytes, size_t count) {
  static const char compound[] = "\xD0\xCF\x11\xE0";
  if (count >= sizeof compound - 1 && memcmp(bytes, compound, sizeof compound - 1) == 0)
    return _("a workbook with a password, or of the old kind .xls: save it without a password as .xlsx");
  return NULL;
}

static const char *read_archive(struct arena *arena, const struct archive *archive, struct spreadsheet *into) {
  if (archive_has(archive, "content.xml"))
    return ods_read(arena, archive, into);
  if (archive_has(archive, "_rels/.rels"))
    return xlsx_read(arena, archive, into);
  return _("no workbook, whatever its name says: save it anew as .xlsx or .ods");
}

struct spreadsheet *spreadsheet_read(struct arena *arena, const char *path, struct problems *problems) {
  struct spreadsheet *into = arena_alloc(arena, sizeof *into);
  into->path = path;
  char *bytes = NULL;
  const char *why = NULL;
  struct archive *archive = NULL;
  if (sheet_bytes(arena, path, &bytes, &into->byte_count, into->sha256, &why))
    why = name_bytes(bytes, into->byte_count);
  if (!why)
    archive = archive_open(bytes, into->byte_count, &why);
  if (!why)
    why = read_archive(arena, archive, into);
  archive_close(archive);
  if (why)
    problem_add(problems, (struct place){.file = path}, NULL, "%s", why);
  return why ? NULL : into;
}
