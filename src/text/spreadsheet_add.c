// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spreadsheet_add.h"

#include <libxml/xmlmemory.h>
#include <string.h>
#include <strings.h>

#include "text/archive.h"

bool spreadsheet_is_of_kind(const char *path, const char *other) {
  const char *ending = strrchr(path, '.'), *wanted = strrchr(other, '.');
  return is_spreadsheet(path) && ending && wanted && !strcasecmp(ending, wanted);
}

const char *spreadsheet_add(struct arena *arena, const struct spreadsheet *book, const struct added_cells *added,
                            size_t count, const char *to) {
  struct archive_part_new *parts = arena_array(arena, count + 1, sizeof *parts); // for the sheets and their styles
  const char *why = NULL;
  struct archive *archive = archive_open_file(book->path, &why);
  memset(parts, 0, (count + 1) * sizeof *parts);
  if (archive)
    why = archive_has(archive, "content.xml") ? ods_add(arena, archive, added, count, parts)
                                              : xlsx_add(arena, archive, book, added, count, parts);
  if (archive && !why)
    why = archive_write(arena, book->path, parts, count + 1, to);
  archive_close(archive);
  for (size_t i = 0; i <= count; i++)
    xmlFree(parts[i].bytes);
  return why;
}
