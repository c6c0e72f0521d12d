// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spreadsheet_add.h"

#include <libxml/xmlmemory.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "text/archive.h"

enum { PARTS_MOST = 2 }; // a sheet and its styles

bool spreadsheet_is_of_kind(const char *path, const char *other) {
  const char *ending = strrchr(path, '.'), *wanted = strrchr(other, '.');
  return is_spreadsheet(path) && ending && wanted && !strcasecmp(ending, wanted);
}

const char *spreadsheet_add(struct arena *arena, const struct spreadsheet *book, const struct grid *sheet,
                            const struct added_cells *added, const char *to) {
  struct archive_part_new parts[PARTS_MOST] = {{NULL, NULL, 0}};
  const char *why = NULL;
  struct archive *archive = archive_open_file(book->path, &why);
  if (archive)
    why = archive_has(archive, "content.xml") ? ods_add(arena, archive, sheet, added, parts)
                                              : xlsx_add(arena, archive, book, sheet, added, parts);
  if (archive && !why)
    why = archive_write(arena, book->path, parts, PARTS_MOST, to);
  archive_close(archive);
  for (int i = 0; i < PARTS_MOST; i++)
    xmlFree(parts[i].bytes);
  return why;
}
