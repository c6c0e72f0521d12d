// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/new.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/commands.h"
#include "base/language.h"
#include "report/terminal.h"

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

static void remove_files(struct arena *arena, const char *folder, size_t count) {
  for (size_t i = 0; i < count; i++)
    unlink(arena_printf(arena, "%s/%s", folder, template_now()->files[i].name));
}

static int write_template(struct arena *arena, const char *folder) {
  const struct template *template = template_now();
  for (size_t i = 0; i < template->count; i++) {
    const char *path = arena_printf(arena, "%s/%s", folder, template->files[i].name);
    if (write_file(path, &template->files[i]))
      continue;
    fprintf(stderr, _("rotacost: cannot write %s: %s\n"), path, strerror(errno));
    remove_files(arena, folder, i + 1);
    return EXIT_INTERNAL;
  }
  const char *shown = terminal_text(arena, folder);
  printf(_("%s: %zu files, an example that runs. Change them in a spreadsheet, then:\n"), shown, template->count);
  printf(_("  rotacost check %s\n  rotacost run %s\n"), shown, shown);
  puts(_("Every column is explained by: rotacost columns"));
  return EXIT_DONE;
}

int command_new(const struct options *options) {
  if (new_is_workbook(options->new_folder))
    return new_workbook(options->new_folder, options->from);
  if (!folder_is_free(options->new_folder))
    return EXIT_WRONG_USE;
  struct arena *arena = arena_new();
  int status = write_template(arena, options->new_folder);
  arena_free(arena);
  return status;
}
