// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch.h"
#include "audit/chance.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/language.h"
#include "report/terminal.h"
#include "scenario/cells.h"
#include "text/cell.h"

static const char CLEAR_LINE[] = "\r\033[K";

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// ", about 3 min left": assuming the remaining work takes as long as the finished part. Nothing until there is a basis
// for it.
static const char *time_left(struct arena *arena, size_t done, size_t total) {
  enum { SECONDS_LEAST = 2, MINUTE = 60 };
  static size_t last;
  static double began;
  if (done <= last || !last)
    began = done <= last ? seconds_now() : began > 0 ? began : seconds_now();
  last = done;
  double passed = seconds_now() - began, left = done ? passed * (double)(total - done) / (double)done : 0;
  if (passed < SECONDS_LEAST || left < 1)
    return "";
  if (left < MINUTE)
    return arena_printf(arena, _(", about %d s left"), (int)left);
  return arena_printf(arena, _(", about %d min left"), (int)(left / MINUTE + 0.5));
}

// Straight to the terminal, which is to clear its line.
static void show_progress(void *info, size_t done, size_t total, const char *what) {
  struct arena *arena = arena_new();
  (void)info;
  if (done < total)
    dprintf(STDERR_FILENO, "%s%zu/%zu %s%s", CLEAR_LINE, done, total, terminal_text(arena, what),
            time_left(arena, done, total));
  else
    dprintf(STDERR_FILENO, "%s", CLEAR_LINE);
  arena_free(arena);
}

struct problems *watch_problems(struct arena *arena) {
  struct problems *problems = problems_new(arena);
  problems->speak = language_prefer;
  return problems;
}

bool watch_refuse(const struct problems *problems, const char *folder) {
  fprintf(stderr,
          ngettext("%s: strict: %zu warning of a likely slip: fix it, or run without --strict\n",
                   "%s: strict: %zu warnings of likely slips: fix them, or run without --strict\n",
                   (unsigned long)problems->doubt_count),
          folder, problems->doubt_count);
  return false;
}

const struct scenario *watch_read(struct arena *arena, const char *folder, bool strict) {
  struct problems *problems = watch_problems(arena);
  const struct scenario *scenario = scenario_read(arena, folder, problems);
  problems_print(problems, stderr);
  bool good = scenario && !problems->error_count;
  if (good && strict && problems->doubt_count)
    good = watch_refuse(problems, terminal_text(arena, folder));
  return good ? scenario : NULL;
}

bool watch_find(const struct scenario *scenario, enum table_id id, const char *code, int64_t *row) {
  const struct table *table = table_of(id);
  size_t count = row_count(&scenario->tables, id);
  const char **words = arena_array(scenario->arena, count + 1, sizeof *words);
  for (size_t i = 0; i < count; i++) {
    words[i] = cell_of_row(&table->columns[0], row_at(&scenario->tables, id, i)).text;
    if (!strcmp(words[i], code)) {
      *row = (int64_t)i;
      return true;
    }
  }
  const char *near = nearest_word(code, words);
  const char *wanted = terminal_text(scenario->arena, code), *folder = terminal_text(scenario->arena, scenario->folder);
  if (near)
    fprintf(stderr, _("rotacost: \"%s\" is not in %s of %s; did you mean %s\n"), wanted, table->file, folder, near);
  else
    fprintf(stderr, _("rotacost: \"%s\" is not in %s of %s\n"), wanted, table->file, folder);
  return false;
}

static void tell_counts(const struct audit *audit) {
  const struct study_counts *counts = &audit->counts;
  fprintf(stderr,
          _("%s: %d models solved, %d of them known already, %ld pivots, %.2f s in the solver, largest %zu rows x %zu "
            "columns%s\n"),
          audit->scenario->name, counts->solves, counts->known, counts->iterations, counts->seconds, counts->rows_most,
          counts->columns_most, counts->unmerged ? _(", some years week by week") : "");
}

const struct scenario *watch_read_need(struct arena *arena, const char *folder) {
  struct problems *problems = watch_problems(arena);
  const struct scenario *scenario = scenario_read_need(arena, folder, problems);
  problems_print(problems, stderr);
  return scenario && !problems->error_count ? scenario : NULL;
}

watch_step *watch_progress(void) { return isatty(STDERR_FILENO) ? show_progress : NULL; }

enum exit_status watch_failed(const struct scenario *scenario, const struct failure *failure) {
  const char *folder = terminal_text(scenario->arena, scenario->folder);
  const char *where = terminal_text(scenario->arena, failure->where);
  fprintf(stderr, _("rotacost: %s: no result: %s: %s\n"), folder, where, failure->text);
  return failure->kind == FAILURE_LIMIT ? EXIT_NO_RESULT : EXIT_INTERNAL;
}

const struct chance_ask *watch_chance(struct arena *arena, const struct options *options) {
  if (!options->draws && options->precision <= 0)
    return NULL;
  struct chance_ask *ask = arena_alloc(arena, sizeof *ask);
  *ask = (struct chance_ask){
      .draws = (int)(options->draws ? options->draws : CHANCE_DRAWS),
      .seed = options->seed,
      .precision = options->precision,
      .input_draws = options->input_draws == NOT_GIVEN ? CHANCE_INPUT_DRAWS : (int)options->input_draws,
      .input_solved = options->input_solved == NOT_GIVEN ? CHANCE_INPUT_SOLVED : (int)options->input_solved};
  return ask;
}

const struct audit *watch_audit(const struct options *options, const struct scenario *scenario, const bool *only,
                                struct solver *solver, enum exit_status *status) {
  bool watched = isatty(STDERR_FILENO) && !options->quiet && !options->verbose;
  struct audit_hooks hooks = {.log = options->verbose ? stderr : NULL,
                              .progress = watched ? show_progress : NULL,
                              .effects_only = options->command == COMMAND_COMPARE || options->command == COMMAND_CLAIMS,
                              .only = only,
                              .chance = watch_chance(scenario->arena, options),
                              .jobs = options->jobs,
                              .memory_mb = options->memory_mb,
                              .seconds = options->seconds,
                              .solver = solver};
  struct failure failure;
  const struct audit *audit = audit_run(scenario, &hooks, &failure);
  *status = EXIT_DONE;
  if (audit && options->verbose)
    tell_counts(audit);
  if (audit)
    return audit;
  dprintf(STDERR_FILENO, "%s", watched ? CLEAR_LINE : "");
  *status = watch_failed(scenario, &failure);
  return NULL;
}
