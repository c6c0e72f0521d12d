// SPDX-License-Identifier: GPL-3.0-or-later
// The small commented scenario that `rotacost new` writes, the same in English and in Norwegian. Its files are
// src/app/template/*.csv and nb/*.csv, built into the program by the Makefile.
#ifndef ROTACOST_APP_EXAMPLE_H
#define ROTACOST_APP_EXAMPLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct template_file {
  const char *name; // the table's, in English in any language
  const unsigned char *bytes;
  size_t length;
};

struct template {
  const struct template_file *files;
  size_t count;
};

extern const struct template template_english, template_norwegian;
// The parts that kinds are made of (app/kind.h): files are called `ward/need.csv`.
extern const struct template template_kinds;

// In the language chosen.
const struct template *template_now(void);

// Writes the tables into an existing folder, each under its name in the language: grupper.csv. False on failure, which
// is reported on stderr.
bool template_write(struct arena *arena, const char *folder, const struct template *template);
// The same in a new folder among the temporary files; NULL on failure.
char *template_scratch_folder(struct arena *arena, const struct template *template);
void template_remove_folder(struct arena *arena, const char *folder, const struct template *template);

#endif
