// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/many.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "app/apart.h"
#include "app/version.h"
#include "base/language.h"
#include "pool/pool.h"
#include "report/terminal.h"

enum { SAID_ERR, SAID_OUT, SAID }; // in the order of printing: problems first, then results

struct one {                     // scenario of many
  const struct options *options; // its own: how many pieces of work it may solve at a time
  const char *folder, *name;
  bool *said_before;         // of all: a blank line stands between two of them
  struct document *document; // --json: of all, made in this process; NULL: what it says is printed as it is
  enum exit_status status;
};

// ---------------------------------------------------------------- in its process

// Captures everything written to a descriptor from here on. -1: not possible.
static int keep_what_is_said(int descriptor) {
  int kept = memfd_create("rotacost", MFD_CLOEXEC);
  if (kept >= 0 && dup2(kept, descriptor) < 0) {
    close(kept);
    return -1;
  }
  return kept;
}

static void pack_kept(struct packing *answer, int kept) {
  off_t length = lseek(kept, 0, SEEK_END);
  void *bytes = length > 0 ? mmap(NULL, (size_t)length, PROT_READ, MAP_PRIVATE, kept, 0) : MAP_FAILED;
  length = bytes == MAP_FAILED ? 0 : length;
  pack_number(answer, length);
  if (!length)
    return;
  pack_bytes(answer, bytes, (size_t)length);
  munmap(bytes, (size_t)length);
}

static bool run_one(void *info, struct packing *answer, struct failure *failure) {
  const struct one *one = info;
  int kept[SAID] = {[SAID_OUT] = keep_what_is_said(STDOUT_FILENO), [SAID_ERR] = keep_what_is_said(STDERR_FILENO)};
  if (kept[SAID_OUT] < 0 || kept[SAID_ERR] < 0) {
    *failure = failure_make(FAILURE_LIMIT, _("it could not be begun: %s"), strerror(errno));
    return false;
  }
  struct document *document = one->options->json ? document_new(ROTACOST_VERSION) : NULL;
  enum exit_status status = run_scenario(one->options, one->folder, one->name, document);
  if (document)
    document_write(document, status, stdout);
  fflush(stdout);
  fflush(stderr);
  pack_number(answer, status);
  for (int s = 0; s < SAID; s++)
    pack_kept(answer, kept[s]);
  return true;
}

// ---------------------------------------------------------------- in this one

struct said {
  char *bytes;
  size_t length;
};

static bool unpack_said(struct unpacking *from, struct said *said) {
  int64_t length = unpack_number(from);
  if (from->broken || length < 0 || (size_t)length > from->length - from->at)
    return false;
  *said = (struct said){arena_room(from->arena, (size_t)length + 1, 1), (size_t)length};
  unpack_bytes(from, said->bytes, said->length);
  return !from->broken;
}

static void say(const struct said *said, FILE *to, bool *said_before) {
  bool lines = said->length && memchr(said->bytes, '\n', said->length - 1);
  if (lines && said_before && *said_before)
    fputc('\n', to);
  if (said->length && said_before)
    *said_before = true;
  fwrite(said->bytes, 1, said->length, to);
  fflush(to);
}

static bool take_one(void *info, const char *bytes, size_t length) {
  struct one *one = info;
  struct arena *arena = arena_new();
  struct unpacking from = unpack_begin(arena, bytes, length);
  one->status = (enum exit_status)unpack_number(&from);
  struct said said[SAID];
  bool good = unpack_said(&from, &said[SAID_ERR]) && unpack_said(&from, &said[SAID_OUT]) && unpack_whole(&from);
  if (good) {
    say(&said[SAID_ERR], stderr, NULL);
    if (one->document)
      good = document_join(one->document, said[SAID_OUT].bytes, said[SAID_OUT].length);
    else
      say(&said[SAID_OUT], stdout, one->said_before);
  }
  arena_free(arena);
  return good;
}

static enum exit_status status_of(struct arena *arena, const struct one *one, const struct failure *failure) {
  if (failure->kind == FAILURE_NONE)
    return one->status;
  fprintf(stderr, _("rotacost: %s: no result: %s: %s\n"), terminal_text(arena, one->folder),
          terminal_text(arena, one->name), failure->text);
  return failure->kind == FAILURE_LIMIT ? EXIT_NO_RESULT : EXIT_INTERNAL;
}

// The worst status of all; where some have no results, their number and names, so that nobody has to search among
// hundreds.
static enum exit_status sum_up(struct arena *arena, const struct one *ones, const struct failure *failures,
                               size_t count) {
  enum exit_status worst = EXIT_DONE;
  size_t failed = 0;
  const char *names = "";
  for (size_t i = 0; i < count; i++) {
    enum exit_status status = status_of(arena, &ones[i], &failures[i]);
    worst = status > worst ? status : worst;
    if (status <= EXIT_NOT_MET)
      continue;
    names = arena_printf(arena, "%s%s%s", names, failed ? ", " : "", terminal_text(arena, ones[i].folder));
    failed++;
  }
  if (failed)
    fprintf(stderr,
            ngettext("rotacost: %zu of %zu scenarios has no result: %s\n",
                     "rotacost: %zu of %zu scenarios have no result: %s\n", (unsigned long)failed),
            failed, count, names);
  return worst;
}

// A scenario named twice would be solved twice for one result.
static bool named_once(struct arena *arena, const struct options *options) {
  size_t first = 0, second = apart_twice(arena, options->scenarios, (size_t)options->scenario_count, &first);
  if (second == SIZE_MAX)
    return true;
  fprintf(stderr, _("rotacost: %s and %s are one scenario: name it once\n"),
          terminal_text(arena, options->scenarios[first]), terminal_text(arena, options->scenarios[second]));
  return false;
}

static enum exit_status run_all(struct arena *arena, const struct options *options) {
  size_t all = (size_t)options->scenario_count, first = options->parts ? (size_t)options->part - 1 : 0;
  size_t step = options->parts ? (size_t)options->parts : 1, count = (all - first + step - 1) / step;
  const char *const *names = apart_names(arena, options->scenarios, all);
  struct one *ones = arena_array(arena, count, sizeof *ones);
  struct pool_task *tasks = arena_array(arena, count, sizeof *tasks);
  struct failure *failures = arena_array(arena, count, sizeof *failures);
  int jobs = options->jobs ? options->jobs : pool_cores();
  int together = jobs < (int)count ? jobs : (int)count;
  struct options own = *options;
  bool said_before = false;
  struct document *document = options->json ? document_new(ROTACOST_VERSION) : NULL;
  own.jobs = jobs / together;
  for (size_t i = 0; i < count; i++) {
    const size_t at = first + i * step;
    ones[i] = (struct one){.options = &own,
                           .folder = options->scenarios[at],
                           .name = names[at],
                           .said_before = &said_before,
                           .document = document};
    tasks[i] = (struct pool_task){.name = names[at], .run = run_one, .take = take_one, .info = &ones[i]};
  }
  pool_run(&(struct pool_settings){.jobs = together}, tasks, count, failures);
  enum exit_status worst = sum_up(arena, ones, failures, count);
  if (document && !document_write(document, worst, stdout)) {
    fprintf(stderr, _("rotacost: cannot write to the output: %s\n"), strerror(errno));
    return EXIT_NO_RESULT;
  }
  return worst;
}

enum exit_status run_many(const struct options *options) {
  struct arena *arena = arena_new();
  enum exit_status status = named_once(arena, options) ? run_all(arena, options) : EXIT_WRONG_USE;
  arena_free(arena);
  return status;
}
