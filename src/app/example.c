// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/example.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/language.h"
#include "report/terminal.h"
#include "scenario/columns.h"
#include "scenario/norwegian.h"

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

// Tables have English names in the program, and in the folder the name in the language: grupper.csv.
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

bool template_write(struct arena *arena, const char *folder, const struct template *template) {
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

char *template_scratch_folder(struct arena *arena, const struct template *template) {
  const char *where = getenv("TMPDIR");
  char *folder = arena_printf(arena, "%s/rotacost-XXXXXX", where && *where ? where : "/tmp");
  if (!mkdtemp(folder)) {
    fprintf(stderr, _("rotacost: cannot make the folder %s: %s\n"), terminal_text(arena, folder), strerror(errno));
    return NULL;
  }
  if (template_write(arena, folder, template))
    return folder;
  rmdir(folder);
  return NULL;
}

void template_remove_folder(struct arena *arena, const char *folder, const struct template *template) {
  remove_files(arena, folder, template, template->count);
  rmdir(folder);
}
