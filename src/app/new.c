// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/new.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/kind.h"
#include "base/language.h"
#include "report/terminal.h"
#include "scenario/columns.h"
#include "scenario/norwegian.h"

static bool is_empty(DIR *folder) {
  for (struct dirent *entry; (entry = readdir(folder));)
    if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
      return false;
  return true;
}

// An empty folder at `path`, made where there is none. Says what is wrong and returns false otherwise.
static bool folder_is_free(const char *path) {
  if (mkdir(path, 0777) == 0)
    return true;
  DIR *folder = errno == EEXIST ? opendir(path) : NULL;
  if (!folder) {
    fprintf(stderr, _("rotacost: cannot make the folder %s: %s\n"), path, strerror(errno));
    return false;
  }
  bool empty = is_empty(folder);
  closedir(folder);
  if (!empty)
    fprintf(stderr, _("rotacost: %s is not empty; name a new folder\n"), path);
  return empty;
}

static bool write_file(const char *path, const struct template_file *file) {
  FILE *to = fopen(path, "wx");
  if (!to)
    return false;
  bool good = fwrite(file->bytes, 1, file->length, to) == file->length;
  return fclose(to) == 0 && good;
}

const struct template *template_now(void) {
  return language_now() == LANGUAGE_NB ? &template_norwegian : &template_english;
}

// Tables are called in English in the program, and in the folder as the language has it: grupper.csv.
static const char *path_in(struct arena *arena, const char *folder, const struct template_file *file) {
  const char *name = file->name;
  for (int t = 0; t < TABLE_COUNT && language_now() == LANGUAGE_NB; t++)
    if (strcmp(table_of((enum table_id)t)->file, file->name) == 0)
      name = arena_printf(arena, "%s.csv", norwegian_table((enum table_id)t));
  return arena_printf(arena, "%s/%s", folder, name);
}

static void remove_files(struct arena *arena, const char *folder, const struct template *template, size_t count) {
  for (size_t i = 0; i < count; i++)
    unlink(path_in(arena, folder, &template->files[i]));
}

static bool write_files(struct arena *arena, const char *folder, const struct template *template) {
  for (size_t i = 0; i < template->count; i++) {
    const char *path = path_in(arena, folder, &template->files[i]);
    if (write_file(path, &template->files[i]))
      continue;
    fprintf(stderr, _("rotacost: cannot write %s: %s\n"), path, strerror(errno));
    remove_files(arena, folder, template, i + 1);
    return false;
  }
  return true;
}

char *new_scratch_folder(struct arena *arena, const struct template *template) {
  const char *where = getenv("TMPDIR");
  char *folder = arena_printf(arena, "%s/rotacost-XXXXXX", where && *where ? where : "/tmp");
  if (!mkdtemp(folder)) {
    fprintf(stderr, _("rotacost: cannot make the folder %s: %s\n"), terminal_text(arena, folder), strerror(errno));
    return NULL;
  }
  if (write_files(arena, folder, template))
    return folder;
  rmdir(folder);
  return NULL;
}

void new_remove_folder(struct arena *arena, const char *folder, const struct template *template) {
  remove_files(arena, folder, template, template->count);
  rmdir(folder);
}

static enum exit_status write_template(struct arena *arena, const char *folder, const struct template *template) {
  if (!write_files(arena, folder, template))
    return EXIT_INTERNAL;
  const char *shown = terminal_text(arena, folder);
  printf(_("%s: %zu files, an example that runs. Change them in a spreadsheet, then:\n"), shown, template->count);
  printf(_("  rotacost check %s\n  rotacost run %s\n"), shown, shown);
  puts(_("Every column is explained by: rotacost columns"));
  return EXIT_DONE;
}

static int write_new(struct arena *arena, const struct options *options, const struct template *template) {
  if (new_is_workbook(options->new_folder))
    return new_workbook(options->new_folder, template, options->from);
  if (!folder_is_free(options->new_folder))
    return EXIT_WRONG_USE;
  return write_template(arena, options->new_folder, template);
}

int command_new(const struct options *options) {
  struct arena *arena = arena_new();
  const struct template *template = template_now();
  if (options->kind)
    template = kind_template(arena, options->kind, options->units, options->places);
  int status = template ? write_new(arena, options, template) : EXIT_INTERNAL;
  arena_free(arena);
  return status;
}
