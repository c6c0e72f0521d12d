// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/folder_old.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "text/hash.h"

enum { DATED_NAMES = 10000, DIGITS_OF_NAME = 6, LINE_BYTES = 1024 };

struct listed { // a line of a list of results
  char sha256[HASH_TEXT_BYTES];
  const char *name;
};

struct result_list {
  struct listed *items;
  size_t count, room;
};

static const char *path_in(struct arena *arena, const char *folder, const char *name) {
  return arena_printf(arena, "%s/%s", folder, name);
}

bool folder_has(const char *folder, const char *name) {
  struct stat is;
  int at = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  bool has = at >= 0 && fstatat(at, name, &is, AT_SYMLINK_NOFOLLOW) == 0;
  if (at >= 0)
    close(at);
  return has;
}

int folder_lock(const char *path) {
  struct stat is;
  int at = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (at < 0)
    return -1;
  bool taken = flock(at, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  if (!taken && fstat(at, &is) == 0 && is.st_nlink > 0)
    return at;
  close(at);
  return -1;
}

// ---------------------------------------------------------------- what is a result

static void note_line(struct arena *arena, struct result_list *list, char *line) {
  char *name = line + HASH_TEXT_BYTES + 1;
  line[strcspn(line, "\n")] = '\0';
  if (strlen(line) <= HASH_TEXT_BYTES + 1 || strspn(line, "0123456789abcdef") != HASH_TEXT_BYTES - 1 ||
      strncmp(line + HASH_TEXT_BYTES - 1, "  ", 2) != 0)
    return;
  struct listed *item = arena_push(arena, &list->items, &list->count, &list->room, sizeof *item);
  memcpy(item->sha256, line, HASH_TEXT_BYTES - 1);
  item->name = arena_text(arena, name, strlen(name));
}

static struct result_list read_list(struct arena *arena, const char *folder) {
  struct result_list list = {NULL, 0, 0};
  char line[LINE_BYTES];
  int at = open(path_in(arena, folder, RESULT_LIST), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  FILE *from = at >= 0 ? fdopen(at, "r") : NULL;
  while (from && fgets(line, sizeof line, from))
    note_line(arena, &list, line);
  if (from)
    fclose(from);
  return list;
}

static const struct listed *listed_as(const struct result_list *list, const char *name) {
  for (size_t i = 0; i < list->count; i++)
    if (!strcmp(list->items[i].name, name))
      return &list->items[i];
  return NULL;
}

// Is the file the one that was written there?
static bool is_result(struct arena *arena, const struct result_list *list, const char *folder, const char *name) {
  char now[HASH_TEXT_BYTES];
  const struct listed *line = listed_as(list, name);
  return line && hash_file(path_in(arena, folder, name), now) && !strcmp(now, line->sha256);
}

// ---------------------------------------------------------------- what is kept

const char *folder_dated_name(struct arena *arena, const char *path, const char *folder, const char *word) {
  struct stat is = {0}, other;
  struct tm day;
  char date[32] = "undated";
  if (lstat(path, &is) == 0 && localtime_r(&is.st_mtime, &day))
    strftime(date, sizeof date, "%Y-%m-%d", &day);
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *point = strrchr(name, '.');
  const char *end = point && point > name && !S_ISDIR(is.st_mode) ? point : name + strlen(name);
  for (int number = 1; number < DATED_NAMES; number++) {
    const char *again = number > 1 ? arena_printf(arena, "-%d", number) : "";
    const char *dated =
        arena_printf(arena, "%s/%.*s%s-%s%s%s", folder, (int)(end - name), name, word, date, again, end);
    if (lstat(dated, &other) && errno == ENOENT)
      return dated;
  }
  return NULL;
}

// No existing name is overwritten, even where the file system does not support such a flag.
static bool move(const char *from, const char *to) {
  struct stat is;
  if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return true;
  if (errno != EINVAL && errno != ENOSYS)
    return false;
  bool there = lstat(to, &is) == 0;
  if (there)
    errno = EEXIST;
  return !there && rename(from, to) == 0;
}

// Under its own name, else under one with its date. `target` NULL: there is no place to move it to.
static bool bring_over(struct arena *arena, const char *old, const char *target, const char *name,
                       struct kept_list *kept) {
  if (!target)
    return false;
  const char *from = path_in(arena, old, name), *to = path_in(arena, target, name);
  if (move(from, to))
    return true;
  if (errno != EEXIST)
    return errno == ENOENT; // another process is working on it
  const char *dated = folder_dated_name(arena, from, target, "-edited");
  if (!dated || !move(from, dated))
    return false;
  *(struct kept_file *)arena_push(kept->arena, &kept->files, &kept->count, &kept->room, sizeof *kept->files) =
      (struct kept_file){arena_printf(kept->arena, "%s", to), arena_printf(kept->arena, "%s", dated)};
  return true;
}

static const char **names_in(struct arena *arena, const char *path, size_t *count) {
  const char **names = NULL;
  size_t room = 0;
  *count = 0;
  DIR *folder = opendir(path);
  if (!folder && errno == ENOMEM)
    arena_no_memory();
  for (struct dirent *entry; folder && (entry = readdir(folder));)
    if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
      *(const char **)arena_push(arena, &names, count, &room, sizeof *names) = arena_printf(arena, "%s", entry->d_name);
  if (folder)
    closedir(folder);
  return names;
}

static bool is_list(const char *name) { return !strcmp(name, RESULT_LIST) || !strcmp(name, RESULT_LIST_BEGUN); }

// The list goes last: whoever resumes the work after a kill knows as much as this process.
void folder_dissolve(struct arena *arena, const char *old, const char *target, struct kept_list *kept) {
  size_t count;
  int lock = folder_lock(old);
  if (lock < 0)
    return;
  struct result_list list = read_list(arena, old);
  const char **names = names_in(arena, old, &count);
  bool whole = true;
  for (int edited = 0; edited < 2; edited++) // files with unused names come first, and keep them
    for (size_t i = 0; i < count; i++)
      if (!is_list(names[i]) && (listed_as(&list, names[i]) != NULL) == edited &&
          !is_result(arena, &list, old, names[i]))
        whole &= bring_over(arena, old, target, names[i], kept);
  for (size_t i = 0; i < count && whole; i++)
    if (!is_list(names[i]))
      unlink(path_in(arena, old, names[i]));
  for (size_t i = 0; i < count && whole; i++)
    unlink(path_in(arena, old, names[i]));
  rmdir(old);
  close(lock);
}

// Allocates no memory: there may be none.
static void unlink_all(int folder) {
  _Alignas(struct dirent64) char entries[4096];
  ssize_t length;
  while ((length = getdents64(folder, entries, sizeof entries)) > 0)
    for (ssize_t at = 0; at < length;) {
      const struct dirent64 *entry = (const struct dirent64 *)(entries + at);
      if (strcmp(entry->d_name, RESULT_LIST_BEGUN) != 0)
        unlinkat(folder, entry->d_name, 0); // fails for . and .. and folders
      at += entry->d_reclen;
    }
}

void folder_remove_unfinished(const char *path) {
  int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0)
    return;
  unlink_all(folder);
  unlinkat(folder, RESULT_LIST_BEGUN, 0);
  close(folder);
  rmdir(path);
}

// ---------------------------------------------------------------- what killed runs have left

// NAME of .NAME.new-hhhhhh or .NAME.old-hhhhhh; NULL of all other names. *old: it was a result before.
static const char *name_of_leftover(struct arena *arena, const char *entry, bool *old) {
  size_t length = strlen(entry), tail = strlen(".new-") + DIGITS_OF_NAME;
  if (entry[0] != '.' || length < tail + 2)
    return NULL;
  const char *end = entry + length - tail;
  *old = strncmp(end, ".old-", 5) == 0;
  if ((!*old && strncmp(end, ".new-", 5) != 0) || strspn(end + 5, "0123456789abcdef") != DIGITS_OF_NAME)
    return NULL;
  return arena_text(arena, entry + 1, length - tail - 1);
}

// The former result, which was to be replaced in two steps and has lost its name: it is put back.
static bool put_back(const char *path, const char *target) {
  struct stat is;
  return lstat(target, &is) && errno == ENOENT && rename(path, target) == 0;
}

static void tidy(struct arena *arena, const char *path, const char *target, bool old, struct kept_list *kept) {
  struct stat is;
  bool begun = folder_has(path, RESULT_LIST_BEGUN), whole = folder_has(path, RESULT_LIST);
  if (old && whole && put_back(path, target))
    return;
  if (begun && !whole) {
    int lock = folder_lock(path);
    if (lock < 0)
      return;
    folder_remove_unfinished(path);
    close(lock);
  } else if (whole) {
    // a complete result that was not swapped in, or was swapped out: a user's work in it belongs in the target
    folder_dissolve(arena, path, lstat(target, &is) == 0 ? target : NULL, kept);
  } else {
    rmdir(path); // killed before it held a file; otherwise it is not ours
  }
}

void folder_tidy(struct arena *arena, const char *parent, struct kept_list *kept) {
  size_t count;
  bool old;
  const char **names = names_in(arena, parent, &count);
  for (size_t i = 0; i < count; i++) {
    const char *name = name_of_leftover(arena, names[i], &old);
    if (name)
      tidy(arena, path_in(arena, parent, names[i]), path_in(arena, parent, name), old, kept);
  }
}
