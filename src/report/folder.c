// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/folder.h"

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
#include "report/folder_old.h"
#include "text/hash.h"

// Every result of any version has it: it identifies those of versions that wrote no list.
static const char RESULT_LONG_KNOWN[] = "evidence.json";

enum { NAME_ATTEMPTS = 1000, FOLDER_MODE = 0755, FILE_MODE = 0644 };

struct result_file {
  const char *name;
  FILE *stream; // NULL once closed
  char sha256[HASH_TEXT_BYTES];
};

struct result_folder {
  struct arena *arena;
  const char *parent, *name;
  const char *target; // parent/name
  const char *fresh;  // parent/.name.new-XXXXXX; NULL once it has become the target or is discarded
  int lock;           // on it, while it is open
  struct result_file *files;
  size_t file_count, room;
  struct kept_list kept;
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

// A failure to create an upper part shows in the last one.
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

// A unique name beside the target, so that the rename stays on one file system.
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

// ---------------------------------------------------------------- what is taken away at the end of the process

static char open_folder[PATH_MAX]; // "": none
static pid_t its_owner;

// For any exit of the process itself, including out of memory. A child does not use it.
static void remove_at_exit(void) {
  if (*open_folder && getpid() == its_owner)
    folder_remove_unfinished(open_folder);
}

static void note_open(const char *path) {
  static bool asked;
  int length = snprintf(open_folder, sizeof open_folder, "%s", path);
  if (length >= (int)sizeof open_folder)
    *open_folder = '\0';
  its_owner = getpid();
  if (!asked)
    atexit(remove_at_exit);
  asked = true;
}

// Locked, and marked as begun by this program.
static bool mark_fresh(struct result_folder *folder) {
  folder->lock = folder_lock(folder->fresh);
  if (folder->lock < 0)
    return false;
  int mark = open(path_in(folder->arena, folder->fresh, RESULT_LIST_BEGUN), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                  FILE_MODE);
  if (mark >= 0)
    close(mark);
  return mark >= 0;
}

static bool is_gone(const char *path) {
  struct stat is;
  return lstat(path, &is) && errno == ENOENT;
}

// Until it is marked, another run that tidies up the same parent takes it for the remains of a killed run: then it is
// made again.
static bool make_fresh(struct result_folder *folder) {
  for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
    folder->fresh = make_unused(folder, "new");
    if (!folder->fresh)
      return false;
    note_open(folder->fresh);
    if (mark_fresh(folder))
      return true;
    int reason = errno;
    if (folder->lock >= 0)
      close(folder->lock);
    folder->lock = -1;
    if (!is_gone(folder->fresh)) {
      errno = reason;
      return false;
    }
  }
  errno = EBUSY;
  return false;
}

static void close_folder(struct result_folder *folder) {
  if (folder->lock >= 0)
    close(folder->lock);
  folder->lock = -1;
  folder->fresh = NULL;
  *open_folder = '\0';
  ending_release();
}

struct result_folder *folder_begin(struct arena *arena, const char *parent, const char *name, const char **why) {
  struct stat is;
  struct result_folder *folder = arena_alloc(arena, sizeof *folder);
  if (!name_is_plain(name)) {
    *why = arena_printf(arena, _("\"%s\" cannot name a result folder: no slash, no point at the start"), name);
    return NULL;
  }
  *folder =
      (struct result_folder){.arena = arena, .parent = parent, .name = name, .lock = -1, .kept = {.arena = arena}};
  folder->target = path_in(arena, parent, name);
  if (!make_folders(arena, parent)) {
    fail(why, arena, _("cannot make the folder %s: %s"), parent);
    return NULL;
  }
  if (lstat(folder->target, &is) == 0 && !S_ISDIR(is.st_mode)) {
    *why = arena_printf(arena, _("%s is in the way: it is no folder"), folder->target);
    return NULL;
  }
  ending_hold();
  folder_tidy(arena, parent, &folder->kept);
  if (make_fresh(folder))
    return folder;
  fail(why, arena, _("cannot make a folder in %s: %s"), parent);
  if (folder->fresh)
    folder_remove_unfinished(folder->fresh);
  close_folder(folder);
  return NULL;
}

FILE *folder_file(struct result_folder *folder, const char *name) {
  if (!folder->fresh || !name_is_plain(name) || ending_asked())
    return NULL;
  int file = open(path_in(folder->arena, folder->fresh, name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
  FILE *stream = file >= 0 ? fdopen(file, "w") : NULL;
  if (!stream && file >= 0)
    close(file);
  if (!stream)
    return NULL;
  struct result_file *entry =
      arena_push(folder->arena, &folder->files, &folder->file_count, &folder->room, sizeof *folder->files);
  *entry = (struct result_file){.name = arena_text(folder->arena, name, strlen(name)), .stream = stream};
  return stream;
}

bool folder_written(struct result_folder *folder, const char *name, struct written_file *written) {
  struct stat is;
  for (size_t i = 0; i < folder->file_count; i++) {
    struct result_file *file = &folder->files[i];
    const char *path = path_in(folder->arena, folder->fresh, name);
    if (strcmp(file->name, name))
      continue;
    if (!file->stream || fflush(file->stream) || stat(path, &is) || !hash_file(path, written->sha256))
      return false;
    written->bytes = (size_t)is.st_size;
    return true;
  }
  return false;
}

static bool flush_to_disk(FILE *stream) {
  errno = 0;
  if (ferror(stream) || fflush(stream))
    return false;
  return fsync(fileno(stream)) == 0 || errno == EINVAL || errno == EROFS; // no file that can be synchronised
}

// errno tells what failed; where the error of an earlier write is no longer known: EIO.
static bool finish_file(struct result_file *file) {
  bool good = flush_to_disk(file->stream);
  int reason = good || errno ? errno : EIO;
  bool closed = fclose(file->stream) == 0;
  file->stream = NULL;
  if (closed)
    errno = reason;
  return good && closed;
}

static bool fail_file(struct result_folder *folder, const char *name, const char **why) {
  return fail(why, folder->arena, _("cannot write %s: %s"), path_in(folder->arena, folder->target, name));
}

static bool finish_files(struct result_folder *folder, const char **why) {
  for (size_t i = 0; i < folder->file_count; i++) {
    struct result_file *file = &folder->files[i];
    if (file->stream && !finish_file(file))
      return fail_file(folder, file->name, why);
    if (!hash_file(path_in(folder->arena, folder->fresh, file->name), file->sha256))
      return fail_file(folder, file->name, why);
  }
  return true;
}

// The list gets its name when it is complete, and so does the result.
static bool write_list(struct result_folder *folder, const char **why) {
  const char *begun = path_in(folder->arena, folder->fresh, RESULT_LIST_BEGUN);
  int at = open(begun, O_WRONLY | O_TRUNC | O_CLOEXEC);
  struct result_file list = {.name = RESULT_LIST, .stream = at >= 0 ? fdopen(at, "w") : NULL};
  if (!list.stream && at >= 0)
    close(at);
  if (!list.stream)
    return fail_file(folder, RESULT_LIST, why);
  for (size_t i = 0; i < folder->file_count; i++)
    fprintf(list.stream, "%s  %s\n", folder->files[i].sha256, folder->files[i].name);
  return (finish_file(&list) && rename(begun, path_in(folder->arena, folder->fresh, RESULT_LIST)) == 0) ||
         fail_file(folder, RESULT_LIST, why);
}

bool folder_seal(struct result_folder *folder, const char **why) {
  return finish_files(folder, why) && write_list(folder, why);
}

static void sync_folder(const char *path) {
  int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0)
    return;
  fsync(folder); // some file systems refuse it; what was written is then as safe as they make it
  close(folder);
}

// The target is replaced, so it must be a result or empty: `-o` may point at a folder with other contents, even at the
// scenarios themselves. *dated: it is of a version that wrote no list of its files, and is kept whole.
static bool may_replace(struct result_folder *folder, bool *dated, const char **why) {
  DIR *old = opendir(folder->target);
  *dated = false;
  if (!old)
    return errno == ENOENT || fail(why, folder->arena, _("cannot read %s: %s"), folder->target);
  bool listed = false, unlisted = false, other = false;
  for (struct dirent *entry; (entry = readdir(old));) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
      continue;
    listed |= strcmp(entry->d_name, RESULT_LIST) == 0;
    unlisted |= strcmp(entry->d_name, RESULT_LONG_KNOWN) == 0;
    other = true;
  }
  closedir(old);
  *dated = unlisted && !listed;
  if (listed || unlisted || !other)
    return true;
  *why = arena_printf(folder->arena,
                      _("%s contains files that are not results, and is not overwritten: choose "
                        "another folder"),
                      folder->target);
  return false;
}

static bool put_aside(struct result_folder *folder, const char **why) {
  const char *aside = folder_dated_name(folder->arena, folder->target, folder->parent, "");
  if (!aside || rename(folder->target, aside))
    return fail(why, folder->arena, _("cannot replace %s: %s"), folder->target);
  *(struct kept_file *)arena_push(folder->arena, &folder->kept.files, &folder->kept.count, &folder->kept.room,
                                  sizeof *folder->kept.files) = (struct kept_file){folder->target, aside};
  return true;
}

// In two steps, for file systems that cannot exchange: in between the name is missing for a moment.
static bool swap_in_steps(struct result_folder *folder, const char **old) {
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
  *old = aside;
  return true;
}

// *old: where the former target now is; NULL: there was none.
static bool swap(struct result_folder *folder, const char **old) {
  *old = NULL;
  *open_folder = '\0'; // from here on the name may mean the old result
  if (renameat2(AT_FDCWD, folder->fresh, AT_FDCWD, folder->target, RENAME_NOREPLACE) == 0)
    return true;
  if (renameat2(AT_FDCWD, folder->fresh, AT_FDCWD, folder->target, RENAME_EXCHANGE) == 0) {
    *old = folder->fresh;
    return true;
  }
  return rename(folder->fresh, folder->target) == 0 || swap_in_steps(folder, old);
}

static bool replace(struct result_folder *folder, const char **why) {
  bool dated;
  const char *old;
  if (!may_replace(folder, &dated, why) || (dated && !put_aside(folder, why)))
    return false;
  sync_folder(folder->fresh);
  if (!swap(folder, &old)) {
    fail(why, folder->arena, _("cannot replace %s: %s"), folder->target);
    if (dated && rename(folder->kept.files[folder->kept.count - 1].now, folder->target) == 0)
      folder->kept.count--;
    return false;
  }
  if (old)
    folder_dissolve(folder->arena, old, folder->target, &folder->kept);
  sync_folder(folder->parent);
  return true;
}

bool folder_commit(struct result_folder *folder, const char **why) {
  if (!folder->fresh) {
    *why = _("the result folder is closed already");
    return false;
  }
  bool sealed = folder_has(folder->fresh, RESULT_LIST);
  bool good = (sealed || folder_seal(folder, why)) && !ending_asked() && replace(folder, why);
  if (good)
    close_folder(folder);
  else
    folder_abandon(folder);
  return good;
}

size_t folder_kept(const struct result_folder *folder, const struct kept_file **kept) {
  *kept = folder->kept.files;
  return folder->kept.count;
}

void folder_abandon(struct result_folder *folder) {
  for (size_t i = 0; i < folder->file_count; i++) {
    if (folder->files[i].stream)
      fclose(folder->files[i].stream);
    folder->files[i].stream = NULL;
  }
  if (!folder->fresh)
    return;
  folder_remove_unfinished(folder->fresh);
  close_folder(folder);
}
