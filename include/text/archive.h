// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a zip archive, as workbooks are. The only user of libzip. Nothing is ever unpacked onto the disk, so that a
// part's name is a name and no path.
#ifndef ROTACOST_TEXT_ARCHIVE_H
#define ROTACOST_TEXT_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

const char *archive_library_version(void); // "1.7.3"

enum { // an archive beyond these is refused
  ARCHIVE_PART_BYTES_MOST = 256 << 20,
  ARCHIVE_RATIO_MOST = 400, // bytes out of one byte packed, of parts larger than
  ARCHIVE_RATIO_FROM_BYTES = 8 << 20,
};

struct archive; // owned by the caller, ends with archive_close

// Of bytes that stay where they are. NULL and *why where they are no zip archive.
struct archive *archive_open(const char *bytes, size_t count, const char **why);
struct archive *archive_open_file(const char *path, const char **why); // of a file that stays as it is
void archive_close(struct archive *archive);                           // NULL is allowed

size_t archive_part_count(const struct archive *archive);
const char *archive_part_name(const struct archive *archive, size_t i); // lives as long as the archive
bool archive_has(const struct archive *archive, const char *name);
// The part's bytes, owned by the caller (free). NULL, and *why, where it is not there, encrypted, broken or too large.
char *archive_part(const struct archive *archive, const char *name, size_t *count, const char **why);

struct archive_part_new {
  const char *name; // NULL: none
  char *bytes;      // owned by the caller
  size_t count;
};
// The archive `from` again as `to`, which must not be there: every part as it is, packed as it is, but for those that are new.
// NULL, or what went wrong: then nothing is there.
const char *archive_write(struct arena *arena, const char *from, const struct archive_part_new *parts, size_t count,
                          const char *to);

// What is said of an archive, or a part of it, that is none.
const char *archive_broken(void);

#endif
