// SPDX-License-Identifier: GPL-3.0-or-later
// The small commented scenario that `rotacost new` writes, the same in English and in Norwegian. Its files are
// src/app/template/*.csv and nb/*.csv, built into the program by the Makefile.
#ifndef ROTACOST_APP_NEW_H
#define ROTACOST_APP_NEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct template_file {
  const char *name; // the table's, in English whatever the language
  const unsigned char *bytes;
  size_t length;
};

struct template {
  const struct template_file *files;
  size_t count;
};

extern const struct template template_english, template_norwegian;
// What kinds are made of (app/kind.h): files are called `ward/need.csv`.
extern const struct template template_kinds;

// That of the language chosen.
const struct template *template_now(void);

// Does the name ask for a workbook? Then it is written of the example, or of a scenario that there is.
bool new_is_workbook(const char *path);
// `from` NULL: of these tables.
int new_workbook(const char *path, const struct template *template, const char *from);

// The tables in a folder of its own among those for passing files; NULL where that cannot be, which is said on stderr.
char *new_scratch_folder(struct arena *arena, const struct template *template);
void new_remove_folder(struct arena *arena, const char *folder, const struct template *template);

#endif
