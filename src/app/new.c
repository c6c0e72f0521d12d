// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/new.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "app/commands.h"
#include "app/kind.h"
#include "base/language.h"
#include "report/terminal.h"
#include "text/spreadsheet.h"

static bool is_empty(DIR *folder) {
  for (struct dirent *entry; (entry = readdir(folder));)
    if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
      return false;
  return true;
}

// An empty folder at `path`, created if missing. Otherwise reports the problem and returns false.
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

static enum exit_status write_template(struct arena *arena, const char *folder, const struct template *template) {
  if (!template_write(arena, folder, template))
    return EXIT_INTERNAL;
  const char *shown = terminal_text(arena, folder);
  printf(_("%s: %zu files, an example that runs. Change them in a spreadsheet, then:\n"), shown, template->count);
  printf(_("  rotacost check %s\n  rotacost run %s\n"), shown, shown);
  puts(_("Every column is explained by: rotacost columns"));
  return EXIT_DONE;
}

static int write_new(struct arena *arena, const struct options *options, const struct template *template) {
  if (is_excel_workbook(options->new_folder))
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
