// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>

#include "app/commands.h"
#include "report/codes.h"
#include "report/glossary.h"
#include "scenario/scenario.h"

int command_columns(const struct options *options) {
  (void)options;
  columns_print(stdout);
  codes_print(stdout);
  return EXIT_DONE;
}

int command_words(const struct options *options) {
  (void)options;
  struct arena *arena = arena_new();
  glossary_print(arena, stdout);
  arena_free(arena);
  return EXIT_DONE;
}
