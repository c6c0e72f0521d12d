// SPDX-License-Identifier: GPL-3.0-or-later
// rotacost levels: the positions of a unit in steps, each simulated over drawn years: on the terminal, and with
// --output as levels.csv and levels.html.
#include "audit/levels.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/watch.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "page/page.h"
#include "report/csv.h"
#include "report/folder.h"
#include "report/levels.h"
#include "report/terminal.h"

// A year of the scenario, or one after it in which a measure is whole for the first time.
static bool year_is_known(const struct scenario *scenario, int year) {
  const struct settings_row *settings = settings_of(&scenario->tables);
  int last = (int)settings->last_year;
  for (size_t m = 0; m < row_count(&scenario->tables, TABLE_MEASURES); m++) {
    int whole = measure_whole_year(scenario, m, undecided_start_of(scenario));
    last = whole > last ? whole : last;
  }
  if (!year || (year >= settings->first_year && year <= last))
    return true;
  fprintf(stderr, _("rotacost: %s is no year of this scenario: choose one from %s to %s\n"), YEAR_NAME(year),
          YEAR_NAME(settings->first_year), YEAR_NAME(last));
  return false;
}

static bool has_positions(const struct scenario *scenario, size_t unit) {
  if (levels_today_milli(scenario, unit) > 0)
    return true;
  fprintf(stderr, _("rotacost: %s has no positions to vary: groups.csv has no heads in it\n"),
          unit_rows(&scenario->tables)[unit].unit);
  return false;
}

static void print(struct arena *arena, const struct levels *levels) {
  struct terminal out = {terminal_width(stdout), stdout};
  const char *const *headings;
  struct result_table *table = levels_short_table(arena, levels, &headings);
  terminal_say(&out, "%s\n\n", levels_heading(arena, levels));
  terminal_print_table(table, headings, out.width, stdout);
  putchar('\n');
  for (const char *const *sentence = levels_findings(arena, levels); *sentence; sentence++)
    terminal_say(&out, "%s\n", *sentence);
  putchar('\n');
  for (const char *const *sentence = levels_terms(arena, levels); *sentence; sentence++)
    terminal_say(&out, "%s\n", *sentence);
}

static const char *write_files(struct arena *arena, const struct options *options, const struct levels *levels,
                               struct result_folder *folder) {
  const struct scenario *scenario = levels->scenario;
  struct csv_dialect dialect = {.separator = ',', .decimal = '.', .crlf = true};
  if (options->csv == CSV_OF_SCENARIO)
    dialect = (struct csv_dialect){scenario->separator, scenario->decimal, scenario->byte_order_mark, false};
  FILE *file = folder_file(folder, "levels.csv");
  if (!file || !csv_write_table(levels_table(arena, levels), &dialect, file))
    return strerror(errno);
  file = folder_file(folder, "levels.html");
  return file && page_write_levels(arena, levels, file) ? NULL : strerror(errno);
}

static enum exit_status write_levels(struct arena *arena, const struct options *options, const struct levels *levels) {
  const char *why = "", *name = arena_printf(arena, "%s-levels", levels->scenario->name);
  struct result_folder *folder = folder_begin(arena, options->output, name, &why);
  const char *failed = folder ? write_files(arena, options, levels, folder) : why;
  if (!failed && folder_commit(folder, &why)) {
    printf(_("\nResults: %s/%s/\n"), terminal_text(arena, options->output), terminal_text(arena, name));
    return EXIT_DONE;
  }
  fprintf(stderr, _("rotacost: %s/%s: results not written: %s\n"), terminal_text(arena, options->output),
          terminal_text(arena, name), failed ? failed : why);
  if (folder)
    folder_abandon(folder);
  return EXIT_NO_RESULT;
}

static enum exit_status ask(struct arena *arena, const struct options *options, const struct scenario *scenario) {
  int64_t unit = NOT_GIVEN;
  if (!watch_find(scenario, TABLE_UNITS, options->unit, &unit) || !year_is_known(scenario, options->year) ||
      !has_positions(scenario, (size_t)unit))
    return EXIT_WRONG_USE;
  const struct levels_ask levels_ask = {.unit = (size_t)unit,
                                        .year = options->year,
                                        .from_milli = options->from_milli,
                                        .to_milli = options->to_milli,
                                        .step_milli = options->step_milli,
                                        .chance = {.draws = (int)(options->draws ? options->draws : CHANCE_DRAWS),
                                                   .seed = options->seed,
                                                   .precision = options->precision},
                                        .jobs = options->jobs,
                                        .memory_mb = options->memory_mb,
                                        .seconds = options->seconds,
                                        .progress = watch_progress()};
  struct failure failure;
  const struct levels *levels = levels_run(scenario, &levels_ask, &failure);
  if (!levels)
    return watch_failed(scenario, &failure);
  print(arena, levels);
  return options->output_given ? write_levels(arena, options, levels) : EXIT_DONE;
}

int command_levels(const struct options *options) {
  struct arena *arena = arena_new();
  const struct scenario *scenario = watch_read(arena, options->scenarios[0], false);
  enum exit_status status = scenario ? ask(arena, options, scenario) : EXIT_BAD_INPUT;
  arena_free(arena);
  return status;
}
