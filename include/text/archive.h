// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a zip archive; workbooks are zip archives. The only user of libzip. Nothing is ever unpacked to disk,
// so the name of a part is never used as a path.
#ifndef ROTACOST_TEXT_ARCHIVE_H
#define ROTACOST_TEXT_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

const char *archive_library_version(void); // "1.7.3"

enum { // larger archives are refused
  ARCHIVE_PART_BYTES_MOST = 256 << 20,
  ARCHIVE_RATIO_MOST = 400, // unpacked bytes for one packed byte, in parts larger than
  ARCHIVE_RATIO_FROM_BYTES = 8 << 20,
};

struct archive; // owned by the caller, ends with archive_close

// Opens bytes that must stay in place. NULL and *why if they are not a zip archive.
struct archive *archive_open(const char *bytes, size_t count, const char **why);
struct archive *archive_open_file(const char *path, const char **why); // from a file that must stay unchanged
void archive_close(struct archive *archive);                           // NULL is allowed

size_t archive_part_count(const struct archive *archive);
const char *archive_part_name(const struct archive *archive, size_t i); // lives as long as the archive
bool archive_has(const struct archive *archive, const char *name);
// The part's bytes, owned by the caller (free). NULL and *why if the part is missing, encrypted, broken or too large.
char *archive_part(const struct archive *archive, const char *name, size_t *count, const char **why);

struct archive_part_new {
  const char *name; // NULL: none
  char *bytes;      // owned by the caller
  size_t count;
};
// Copies the archive `from` to `to`, which must not exist. Every part is copied as it is, still packed, except those
// in `parts`. Returns NULL, or what went wrong; then `to` does not exist.
const char *archive_write(struct arena *arena, const char *from, const struct archive_part_new *parts, size_t count,
                          const char *to);

// The message for a broken archive or part.
const char *archive_broken(void);

#endif
