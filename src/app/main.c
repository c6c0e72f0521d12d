// SPDX-License-Identifier: GPL-3.0-or-later
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/commands.h"
#include "base/arena.h"
#include "base/language.h"
#include "base/shown.h"

static int (*const commands[COMMANDS])(const struct options *options) = {
    [COMMAND_RUN] = command_run,       [COMMAND_COMPARE] = command_compare, [COMMAND_CHECK] = command_check,
    [COMMAND_NEW] = command_new,       [COMMAND_COLUMNS] = command_columns, [COMMAND_WORDS] = command_words,
    [COMMAND_MODEL] = command_model,   [COMMAND_EXPLAIN] = command_explain, [COMMAND_NEED] = command_need,
    [COMMAND_ROTA] = command_rota,     [COMMAND_CLAIMS] = command_claims,   [COMMAND_LEVELS] = command_levels,
    [COMMAND_GATHER] = command_gather,
};

// At every exit, including that of --help: checks that all output was written.
static void close_output(void) {
  errno = 0;
  if (ferror(stdout) || fflush(stdout)) {
    fprintf(stderr, _("rotacost: cannot write the output: %s\n"), strerror(errno ? errno : EIO));
    _exit(EXIT_INTERNAL);
  }
}

// Whatever stands in a path, an argument or a file: no message changes what the terminal shows. The GNU C library lets a
// program set stderr.
static void guard_stderr(void) {
  FILE *guarded = shown_stream(STDERR_FILENO);
  if (guarded)
    stderr = guarded;
}

int main(int argc, char **argv) {
  atexit(close_output);
  guard_stderr();
  arena_keep_memory();
  language_begin();
  struct arena *arena = arena_new();
  struct options options = options_parse(arena, argc, argv);
  int status = commands[options.command](&options);
  arena_free(arena);
  return status;
}
