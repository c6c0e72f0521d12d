// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/language.h"

enum { NAME_ATTEMPTS = 1000, FOLDER_MODE = 0755, FILE_MODE = 0644 };

struct result_file {
  const char *name;
  FILE *stream; // NULL once closed
};

struct result_folder {
  struct arena *arena;
  const char *parent, *name;
  const char *target; // parent/name
  const char *fresh;  // parent/.name.new-XXXXXX; NULL once it stands as the target or is thrown away
  struct result_file *files;
  size_t file_count, room;
};

// `format`: a sentence with the path and the reason.
static bool fail(const char **why, struct arena *arena, const char *format, const char *path) {
  *why = arena_printf(arena, format, path, strerror(errno));
  return false;
}

static bool name_is_plain(const char *name) { return *name && *name != '.' && !strchr(name, '/'); }

static const char *path_in(struct arena *arena, const char *folder, const char *name) {
  return arena_printf(arena, "%s/%s", folder, name);
}

// Whether an upper part could be made shows in the last one.
static bool make_folders(struct arena *arena, const char *path) {
  struct stat is;
  char *part = arena_text(arena, path, strlen(path));
  for (char *slash = part; *slash && (slash = strchr(slash + 1, '/'));) {
    *slash = '\0';
    mkdir(part, 0777);
    *slash = '/';
  }
  if (mkdir(part, 0777) == 0)
    return true;
  int reason = errno;
  bool there = stat(part, &is) == 0 && S_ISDIR(is.st_mode);
  errno = reason == EEXIST ? ENOTDIR : reason;
  return there;
}

// A name of our own beside the target, so that the rename stays on one file system.
static const char *make_unused(struct result_folder *folder, const char *kind) {
  for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
    unsigned number = ((unsigned)getpid() * NAME_ATTEMPTS + (unsigned)attempt) & 0xFFFFFFu;
    const char *path = arena_printf(folder->arena, "%s/.%s.%s-%06x", folder->parent, folder->name, kind, number);
    if (mkdir(path, FOLDER_MODE) == 0)
      return path;
    if (errno != EEXIST)
      return NULL;
  }
  return NULL;
}

struct result_folder *folder_begin(struct arena *arena, const char *parent, const char *name, const char **why) {
  struct stat is;
  struct result_folder *folder = arena_alloc(arena, sizeof *folder);
  if (!name_is_plain(name)) {
    *why = arena_printf(arena, _("\"%s\" cannot name a result folder: no slash, no point at the start"), name);
    return NULL;
  }
  *folder = (struct result_folder){.arena = arena, .parent = parent, .name = name};
  folder->target = path_in(arena, parent, name);
  if (!make_folders(arena, parent)) {
    fail(why, arena, _("cannot make the folder %s: %s"), parent);
    return NULL;
  }
  if (lstat(folder->target, &is) == 0 && !S_ISDIR(is.st_mode)) {
    *why = arena_printf(arena, _("%s is in the way: it is no folder"), folder->target);
    return NULL;
  }
  folder->fresh = make_unused(folder, "new");
  if (!folder->fresh)
    fail(why, arena, _("cannot make a folder in %s: %s"), parent);
  return folder->fresh ? folder : NULL;
}

FILE *folder_file(struct result_folder *folder, const char *name) {
  if (!folder->fresh || !name_is_plain(name))
    return NULL;
  int file = open(path_in(folder->arena, folder->fresh, name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
  FILE *stream = file >= 0 ? fdopen(file, "w") : NULL;
  if (!stream && file >= 0)
    close(file);
  if (!stream)
    return NULL;
  struct result_file *entry =
      arena_push(folder->arena, &folder->files, &folder->file_count, &folder->room, sizeof *folder->files);
  *entry = (struct result_file){arena_text(folder->arena, name, strlen(name)), stream};
  return stream;
}

static bool flush_to_disk(FILE *stream) {
  errno = 0;
  if (ferror(stream) || fflush(stream))
    return false;
  return fsync(fileno(stream)) == 0 || errno == EINVAL || errno == EROFS; // no file that can be synchronised
}

// errno tells what failed; an error of an earlier write may have been forgotten: EIO.
static bool finish_file(struct result_file *file) {
  bool good = flush_to_disk(file->stream);
  int reason = good || errno ? errno : EIO;
  bool closed = fclose(file->stream) == 0;
  file->stream = NULL;
  if (closed)
    errno = reason;
  return good && closed;
}

static bool finish_files(struct result_folder *folder, const char **why) {
  for (size_t i = 0; i < folder->file_count; i++)
    if (folder->files[i].stream && !finish_file(&folder->files[i]))
      return fail(why, folder->arena, _("cannot write %s: %s"),
                  path_in(folder->arena, folder->target, folder->files[i].name));
  return true;
}

static void sync_folder(const char *path) {
  int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0)
    return;
  fsync(folder); // some file systems refuse it; what was written is then as safe as they make it
  close(folder);
}

// What stands in the target is thrown away, so it must be an older result (it has the file that every result begins with)
// or empty: `-o` may point at a folder that holds something else, even at the scenarios themselves.
static bool may_replace(struct result_folder *folder, const char **why) {
  DIR *old = opendir(folder->target);
  if (!old)
    return errno == ENOENT || fail(why, folder->arena, _("cannot read %s: %s"), folder->target);
  bool same = false, other = false, nested = false;
  for (struct dirent *entry; (entry = readdir(old));) {
    struct stat is;
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
      continue;
    same |= folder->file_count && strcmp(entry->d_name, folder->files[0].name) == 0;
    other = true;
    nested |= fstatat(dirfd(old), entry->d_name, &is, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(is.st_mode);
  }
  closedir(old);
  if (!nested && (same || !other))
    return true;
  *why =
      arena_printf(folder->arena, _("%s holds something else than a result and is left alone: choose another folder"),
                   folder->target);
  return false;
}

static void remove_folder(const char *path) {
  DIR *folder = opendir(path);
  if (!folder)
    return;
  for (struct dirent *entry; (entry = readdir(folder));)
    unlinkat(dirfd(folder), entry->d_name, 0); // . and .. and folders refuse it
  closedir(folder);
  rmdir(path);
}

// In two steps, for file systems that cannot exchange: in between the name is missing for a moment.
static bool swap_in_steps(struct result_folder *folder) {
  const char *aside = make_unused(folder, "old");
  if (!aside)
    return false;
  if (rename(folder->target, aside)) { // replaces the empty folder
    rmdir(aside);
    return false;
  }
  if (rename(folder->fresh, folder->target)) {
    int reason = errno;
    if (rename(aside, folder->target) == 0)
      errno = reason;
    return false;
  }
  remove_folder(aside);
  return true;
}

static bool swap(struct result_folder *folder) {
  if (renameat2(AT_FDCWD, folder->fresh, AT_FDCWD, folder->target, RENAME_NOREPLACE) == 0)
    return true;
  if (renameat2(AT_FDCWD, folder->fresh, AT_FDCWD, folder->target, RENAME_EXCHANGE) == 0) {
    remove_folder(folder->fresh);
    return true;
  }
  return rename(folder->fresh, folder->target) == 0 || swap_in_steps(folder);
}

bool folder_commit(struct result_folder *folder, const char **why) {
  if (!folder->fresh) {
    *why = _("the result folder is closed already");
    return false;
  }
  bool good = finish_files(folder, why) && may_replace(folder, why);
  if (good) {
    sync_folder(folder->fresh);
    good = swap(folder) || fail(why, folder->arena, _("cannot replace %s: %s"), folder->target);
  }
  if (!good) {
    folder_abandon(folder);
    return false;
  }
  sync_folder(folder->parent);
  folder->fresh = NULL;
  return true;
}

void folder_abandon(struct result_folder *folder) {
  for (size_t i = 0; i < folder->file_count; i++) {
    if (folder->files[i].stream)
      fclose(folder->files[i].stream);
    folder->files[i].stream = NULL;
  }
  if (folder->fresh)
    remove_folder(folder->fresh);
  folder->fresh = NULL;
}
