// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/archive.h"

#include <stdlib.h>
#include <unistd.h>
#include <zip.h>

#include "base/file.h"
#include "base/heap.h"
#include "base/language.h"
#include "text/sheet.h"

struct archive {
  zip_t *zip;
};

// NULL if the library could not open the zip.
static struct archive *archive_of(zip_t *zip, const char **why) {
  if (!zip) {
    *why = _("no workbook, whatever its name says: save it anew as .xlsx or .ods");
    return NULL;
  }
  struct archive *archive = heap_new(1, sizeof *archive);
  archive->zip = zip;
  return archive;
}

struct archive *archive_open(const char *bytes, size_t count, const char **why) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *source = zip_source_buffer_create(bytes, count, 0, &error);
  zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
  bool no_memory = zip_error_code_zip(&error) == ZIP_ER_MEMORY;
  zip_error_fini(&error);
  if (no_memory)
    arena_no_memory();
  if (!zip && source)
    zip_source_free(source);
  return archive_of(zip, why);
}

struct archive *archive_open_file(const char *path, const char **why) {
  int error = 0;
  zip_t *zip = zip_open(path, ZIP_RDONLY, &error);
  if (error == ZIP_ER_MEMORY)
    arena_no_memory();
  return archive_of(zip, why);
}

void archive_close(struct archive *archive) {
  if (!archive)
    return;
  zip_discard(archive->zip);
  free(archive);
}

size_t archive_part_count(const struct archive *archive) {
  zip_int64_t count = zip_get_num_entries(archive->zip, 0);
  return count > 0 ? (size_t)count : 0;
}

const char *archive_part_name(const struct archive *archive, size_t i) {
  const char *name = zip_get_name(archive->zip, i, 0);
  return name ? name : "";
}

bool archive_has(const struct archive *archive, const char *name) {
  return zip_name_locate(archive->zip, name, 0) >= 0;
}

const char *archive_broken(void) { return _("a broken workbook: open it, save it anew, and try again"); }

// What the archive states about the part, before a byte is unpacked.
static const char *refuse(const zip_stat_t *is) {
  if (!(is->valid & ZIP_STAT_SIZE) || !(is->valid & ZIP_STAT_COMP_SIZE))
    return archive_broken();
  if ((is->valid & ZIP_STAT_ENCRYPTION_METHOD) && is->encryption_method != ZIP_EM_NONE)
    return _("the workbook has a password: save it without one");
  if (is->size > ARCHIVE_PART_BYTES_MOST)
    return _("the workbook unpacks to more than 256 MiB: leave out what is not needed");
  if (is->size > ARCHIVE_RATIO_FROM_BYTES && is->size / ARCHIVE_RATIO_MOST > is->comp_size)
    return _("the workbook unpacks to over 400 times its size, as no table does: copy the tables into a new one");
  return NULL;
}

// Never reads more than the archive stated; less means that the part is broken.
static char *unpack(zip_file_t *file, size_t size, const char **why) {
  char *bytes = heap_new(size + 1, 1);
  if (zip_fread(file, bytes, size) != (zip_int64_t)size || zip_fread(file, bytes + size, 1) != 0) {
    *why = archive_broken();
    free(bytes);
    return NULL;
  }
  return bytes;
}

char *archive_part(const struct archive *archive, const char *name, size_t *count, const char **why) {
  zip_stat_t is;
  zip_stat_init(&is);
  if (zip_stat(archive->zip, name, 0, &is) != 0) {
    *why = archive_broken();
    return NULL;
  }
  *why = refuse(&is);
  if (*why)
    return NULL;
  zip_file_t *file = zip_fopen(archive->zip, name, 0);
  if (!file) {
    *why = archive_broken();
    return NULL;
  }
  char *bytes = unpack(file, (size_t)is.size, why);
  zip_fclose(file);
  *count = (size_t)is.size;
  return bytes;
}

// ---------------------------------------------------------------- an archive again

static const char *copy_file(struct arena *arena, const char *from, const char *to) {
  char *bytes, hash[SHEET_HASH_DIGITS + 1];
  size_t count = 0;
  const char *why = NULL;
  if (!sheet_bytes(arena, from, &bytes, &count, hash, &why))
    return why;
  struct new_file *file = file_begin(arena, to, "", &why);
  if (!file)
    return why;
  fwrite(bytes, 1, count, file_stream(file));
  return file_finish(file, &why) ? NULL : why;
}

// Keeps the time of the part, so that the same input gives the same output.
static bool replace_part(zip_t *zip, const struct archive_part_new *part) {
  zip_stat_t is;
  zip_stat_init(&is);
  zip_int64_t at = zip_name_locate(zip, part->name, 0);
  if (at < 0 || zip_stat_index(zip, (zip_uint64_t)at, 0, &is) != 0)
    return false;
  zip_source_t *source = zip_source_buffer(zip, part->bytes, part->count, 0);
  if (source && zip_file_replace(zip, (zip_uint64_t)at, source, 0) != 0) {
    zip_source_free(source);
    return false;
  }
  return source && zip_file_set_mtime(zip, (zip_uint64_t)at, is.mtime, 0) == 0;
}

static bool replace_parts(const char *path, const struct archive_part_new *parts, size_t count) {
  int error = 0;
  zip_t *zip = zip_open(path, 0, &error);
  bool good = zip;
  for (size_t i = 0; i < count && good; i++)
    good = !parts[i].name || replace_part(zip, &parts[i]);
  if (good && zip_close(zip) == 0)
    return true;
  if (zip)
    zip_discard(zip);
  return false;
}

const char *archive_write(struct arena *arena, const char *from, const struct archive_part_new *parts, size_t count,
                          const char *to) {
  const char *why = copy_file(arena, from, to);
  if (why || replace_parts(to, parts, count))
    return why;
  unlink(to);
  return _("the workbook cannot be written");
}

const char *archive_library_version(void) { return zip_libzip_version(); }
