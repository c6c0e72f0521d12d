// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claims.h"

#include <stdio.h>

#include "app/commands.h"
#include "app/watch.h"
#include "base/language.h"
#include "report/terminal.h"

static enum exit_status load(struct arena *arena, const struct options *options, const struct paper *paper,
                             struct problems *problems) {
  if (options->strict && problems->doubt_count) {
    watch_refuse(problems, terminal_text(arena, options->paper));
    return EXIT_BAD_INPUT;
  }
  return claims_load(arena, options, paper, problems);
}

int command_claims(const struct options *options) {
  struct arena *arena = arena_new();
  struct problems *problems = problems_new(arena);
  const struct paper_asked asked = {options->sheet, options->claims_in_digits, options->savings_are};
  const struct paper_source *source = paper_source_read(arena, options->paper, problems);
  const struct paper *paper = source ? paper_read(arena, source, &asked, problems) : NULL;
  enum exit_status status = EXIT_BAD_INPUT;
  if (!options->back || !paper)
    problems_print(problems, stderr);
  if (paper)
    status = options->back ? claims_back(arena, options, source, paper) : load(arena, options, paper, problems);
  arena_free(arena);
  return status;
}
