// SPDX-License-Identifier: GPL-3.0-or-later
// rotacost run: read, audit, write the results whole, tell the answer.
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "app/commands.h"
#include "report/csv.h"
#include "report/folder.h"
#include "report/results.h"
#include "report/summary.h"
#include "report/terminal.h"

static void show_progress(void *info, size_t done, size_t total, const char *what) {
  (void)info;
  if (done < total)
    fprintf(stderr, "\r\033[K%zu/%zu %s", done, total, what);
  else
    fputs("\r\033[K", stderr);
  fflush(stderr);
}

static struct csv_dialect dialect_of(const struct options *options, const struct scenario *scenario) {
  if (options->csv == CSV_RFC4180)
    return (struct csv_dialect){.separator = ',', .decimal = '.', .crlf = true};
  return (struct csv_dialect){.separator = scenario->separator,
                              .decimal = scenario->decimal,
                              .byte_order_mark = scenario->byte_order_mark};
}

static const char *write_tables(struct arena *arena, struct result_folder *folder, const struct audit *audit,
                                const struct csv_dialect *dialect) {
  for (size_t i = 0; i < result_listing_count; i++) {
    FILE *file = folder_file(folder, arena_printf(arena, "%s.csv", result_listings[i].name));
    if (!file)
      return strerror(errno);
    if (!csv_write_table(result_listings[i].make(arena, audit), dialect, file))
      return strerror(errno);
  }
  return NULL;
}

static const char *write_results(struct arena *arena, const struct options *options, const struct audit *audit) {
  const char *why = NULL;
  struct result_folder *folder = folder_begin(arena, options->output, audit->scenario->name, &why);
  if (!folder)
    return why;
  struct csv_dialect dialect = dialect_of(options, audit->scenario);
  why = write_tables(arena, folder, audit, &dialect);
  if (!why && folder_commit(folder, &why))
    return NULL;
  folder_abandon(folder);
  return why ? why : "unknown error";
}

static bool strict_is_met(const struct audit *audit) {
  for (size_t m = 0; m < audit->measure_count; m++) {
    const struct measure_effect *effect = &audit->measures[m];
    if (effect->full.breach.days)
      return false;
    for (int y = 0; y < effect->year_count; y++) {
      enum verdict verdict = measure_verdict(audit->scenario, effect, &effect->years[y]);
      if (effect->years[y].breach.days ||
          (verdict != VERDICT_SUPPORTED && verdict != VERDICT_NO_CLAIM && verdict != VERDICT_UNDERSTATED))
        return false;
    }
  }
  return true;
}

static void tell_counts(const struct audit *audit) {
  const struct study_counts *counts = &audit->counts;
  fprintf(stderr,
          "%s: %d programmes solved, %ld pivots, %.2f s in the solver, largest %zu rows x %zu columns%s\n",
          audit->scenario->name, counts->solves, counts->iterations, counts->seconds, counts->rows_most,
          counts->columns_most, counts->unmerged ? ", some years week by week" : "");
}

static enum exit_status run_audit(struct arena *arena, const struct options *options,
                                  const struct scenario *scenario) {
  bool watch = isatty(STDERR_FILENO) && !options->quiet && !options->verbose;
  struct audit_hooks hooks = {.log = options->verbose ? stderr : NULL, .progress = watch ? show_progress : NULL};
  enum solve_status status;
  const char *why;
  const struct audit *audit = audit_run(scenario, &hooks, &status, &why);
  if (!audit) {
    fprintf(stderr, "%srotacost: %s: no result: %s\n", watch ? "\r\033[K" : "", scenario->folder, why);
    return status == SOLVE_LIMIT ? EXIT_NO_RESULT : EXIT_INTERNAL;
  }
  why = write_results(arena, options, audit);
  if (why) {
    fprintf(stderr, "rotacost: %s/%s: results not written: %s\n", options->output, scenario->name, why);
    return EXIT_INTERNAL;
  }
  if (options->verbose)
    tell_counts(audit);
  if (!options->quiet) {
    summary_print(arena, audit, terminal_width(stdout), stdout);
    printf("\nResults: %s/%s/\n", options->output, scenario->name);
  }
  return options->strict && !strict_is_met(audit) ? EXIT_NOT_MET : EXIT_DONE;
}

static enum exit_status run_scenario(const struct options *options, const char *folder) {
  struct arena *arena = arena_new();
  struct problems *problems = problems_new(arena);
  const struct scenario *scenario = scenario_read(arena, folder, problems);
  problems_print(problems, stderr);
  enum exit_status status = EXIT_BAD_INPUT;
  if (scenario && !problems->error_count)
    status = run_audit(arena, options, scenario);
  arena_free(arena);
  return status;
}

// Scenarios are independent: one that fails does not stop the others, and the worst status is returned.
int command_run(const struct options *options) {
  enum exit_status worst = EXIT_DONE;
  for (int i = 0; i < options->scenario_count; i++) {
    if (i && !options->quiet)
      putchar('\n');
    enum exit_status status = run_scenario(options, options->scenarios[i]);
    if (status > worst)
      worst = status;
  }
  return worst;
}
