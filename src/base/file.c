// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ending.h"
#include "base/language.h"

enum { NEW_FILE_MODE = 0666 };

static const char *no_file_of_ours(void) { return _("a device, a pipe or a socket: name a file on a disk"); }

bool file_is_plain(const char *path, const char **why) {
  struct stat is;
  if (stat(path, &is) || S_ISREG(is.st_mode) || S_ISDIR(is.st_mode))
    return true;
  *why = no_file_of_ours();
  return false;
}

static const char *why_unopened(int reason) {
  if (reason == ENOMEM)
    arena_no_memory();
  return reason == ENOENT ? _("no such file") : _("cannot be opened: check that it is a file that may be read");
}

// Checks the file type before opening, since opening alone can affect a device, and once more afterwards, since the
// name may refer to another file by then.
FILE *file_open(const char *path, const char **why) {
  struct stat is;
  if (!file_is_plain(path, why))
    return NULL;
  int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (file < 0) {
    *why = why_unopened(errno);
    return NULL;
  }
  bool known = fstat(file, &is) == 0, regular = known && S_ISREG(is.st_mode);
  FILE *from = regular ? fdopen(file, "rb") : NULL;
  if (from)
    return from;
  int reason = errno;
  close(file);
  *why = !known || regular     ? why_unopened(reason)
         : S_ISDIR(is.st_mode) ? _("cannot be read: check that it is a file and no folder")
                               : no_file_of_ours();
  return NULL;
}

// ---------------------------------------------------------------- folders

static bool has_file(int folder, const char *path) {
  struct stat is;
  return fstatat(folder, path, &is, 0) == 0 && S_ISREG(is.st_mode);
}

static bool any_folder_with(DIR *folder, const char *name) {
  char path[NAME_MAX + NAME_MAX + 2];
  for (struct dirent *entry; (entry = readdir(folder));) {
    int length = snprintf(path, sizeof path, "%s/%s", entry->d_name, name);
    if (*entry->d_name != '.' && length > 0 && (size_t)length < sizeof path && has_file(dirfd(folder), path))
      return true;
  }
  return false;
}

const char *file_folders_with(struct arena *arena, const char *folder, const char *name) {
  DIR *open = opendir(folder);
  bool meant = open && !has_file(dirfd(open), name) && any_folder_with(open, name);
  if (open)
    closedir(open);
  size_t length = strlen(folder);
  while (length > 1 && folder[length - 1] == '/')
    length--;
  return meant ? arena_printf(arena, "%.*s/*", (int)length, folder) : NULL;
}

// ---------------------------------------------------------------- written whole

struct new_file {
  struct arena *arena;
  const char *path;  // the file to be replaced at the end: not a link
  const char *fresh; // NULL: done
  FILE *stream;
};

static bool begins_with(FILE *from, const char *mark) {
  for (; *mark; mark++)
    if (fgetc(from) != (unsigned char)*mark)
      return false;
  return true;
}

static bool may_be_replaced(const char *path, const char *mark, const char **why) {
  struct stat is;
  if (stat(path, &is))
    return true;
  FILE *old = S_ISDIR(is.st_mode) ? NULL : file_open(path, why);
  if (S_ISDIR(is.st_mode))
    *why = _("a folder: name a file");
  if (!old)
    return false;
  bool ours = is.st_size == 0 || begins_with(old, mark);
  fclose(old);
  if (!ours)
    *why = _("holds something else and is left alone: name another file, or take it away first");
  return ours;
}

// Follows a link to its target, so that the link stays.
static const char *behind_links(struct arena *arena, const char *path) {
  char *real = realpath(path, NULL);
  const char *name = real ? arena_printf(arena, "%s", real) : path;
  free(real);
  return name;
}

static bool open_fresh(struct new_file *file) {
  char *name = arena_printf(file->arena, "%s.new-XXXXXX", file->path);
  int at = mkostemp(name, O_CLOEXEC);
  if (at < 0)
    return false;
  mode_t mask = umask(0);
  umask(mask);
  fchmod(at, NEW_FILE_MODE & ~mask);
  file->fresh = name;
  file->stream = fdopen(at, "w");
  if (!file->stream)
    close(at);
  return file->stream;
}

struct new_file *file_begin(struct arena *arena, const char *path, const char *mark, const char **why) {
  if (!may_be_replaced(path, mark, why))
    return NULL;
  struct new_file *file = arena_alloc(arena, sizeof *file);
  *file = (struct new_file){.arena = arena, .path = behind_links(arena, path)};
  ending_hold();
  if (open_fresh(file))
    return file;
  *why = arena_printf(arena, _("cannot be written: %s"), strerror(errno));
  if (file->fresh)
    unlink(file->fresh);
  ending_release();
  return NULL;
}

FILE *file_stream(struct new_file *file) { return file->stream; }

static bool close_whole(struct new_file *file) {
  errno = 0;
  bool written = !ferror(file->stream) && fflush(file->stream) == 0 &&
                 (fsync(fileno(file->stream)) == 0 || errno == EINVAL || errno == EROFS);
  int reason = written || errno ? errno : EIO;
  bool closed = fclose(file->stream) == 0;
  file->stream = NULL;
  if (closed)
    errno = reason;
  return written && closed;
}

bool file_finish(struct new_file *file, const char **why) {
  bool done = !ending_asked() && close_whole(file) && rename(file->fresh, file->path) == 0;
  if (done) {
    file->fresh = NULL;
    ending_release();
    return true;
  }
  *why = arena_printf(file->arena, _("cannot be written: %s"), strerror(errno));
  file_abandon(file);
  return false;
}

void file_abandon(struct new_file *file) {
  if (!file || !file->fresh)
    return;
  if (file->stream)
    fclose(file->stream);
  unlink(file->fresh);
  file->stream = NULL;
  file->fresh = NULL;
  ending_release();
}
