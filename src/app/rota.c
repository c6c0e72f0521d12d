// SPDX-License-Identifier: GPL-3.0-or-later
// rotacost rota: the base rota of units, made or given, on the terminal; with --output also as rota.csv.
#include "report/rota.h"

#include <errno.h>
#include <string.h>

#include "app/commands.h"
#include "app/watch.h"
#include "audit/effect.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/csv.h"
#include "report/datapackage.h"
#include "report/folder.h"
#include "scenario/shared.h"
#include "scenario/touches.h"

struct asked_rota {
  const struct options *options;
  const struct scenario *scenario;
  struct arena *arena;
  struct study *study;
  int64_t measure; // NOT_GIVEN: none
  int64_t unit;    // NOT_GIVEN: those that ask for one
  int year;
  const struct unit_rota **rotas;
  size_t count, room;
};

// ---------------------------------------------------------------- what is asked

static bool year_is_known(const struct asked_rota *asked, int usual) {
  const struct settings_row *settings = settings_of(&asked->scenario->tables);
  if (asked->year == usual || (asked->year >= settings->first_year && asked->year <= settings->last_year))
    return true;
  fprintf(stderr, _("rotacost: %s is no year of this scenario: choose one from %s to %s\n"), YEAR_NAME(asked->year),
          YEAR_NAME(settings->first_year), YEAR_NAME(settings->last_year));
  return false;
}

static bool choose(struct asked_rota *asked) {
  const struct options *options = asked->options;
  asked->measure = asked->unit = NOT_GIVEN;
  if (options->measure && !watch_find(asked->scenario, TABLE_MEASURES, options->measure, &asked->measure))
    return false;
  if (options->unit && !watch_find(asked->scenario, TABLE_UNITS, options->unit, &asked->unit))
    return false;
  int usual = (int)settings_of(&asked->scenario->tables)->last_year;
  if (asked->measure != NOT_GIVEN)
    usual = measure_whole_year(asked->scenario, (size_t)asked->measure, undecided_start_of(asked->scenario));
  asked->year = options->year ? options->year : usual;
  return year_is_known(asked, usual);
}

// Weeks of the rota to make; 0: not given.
static int weeks_of(const struct asked_rota *asked, size_t unit, const struct comparison *comparison) {
  if (asked->options->weeks)
    return asked->options->weeks;
  return unit_rota_weeks(comparison, (int64_t)unit, asked->measure);
}

// rota.csv holds today's rota, which is used unless something else is requested.
static bool is_given(const struct asked_rota *asked, size_t unit) {
  return asked->measure == NOT_GIVEN && !asked->options->anew && !asked->options->weeks &&
         base_given_weeks(&asked->scenario->tables, (int64_t)unit) > 0;
}

static bool is_asked(const struct asked_rota *asked, size_t unit) {
  if (asked->unit != NOT_GIVEN)
    return asked->unit == (int64_t)unit;
  bool touched = asked->measure == NOT_GIVEN || measure_touches_unit(asked->scenario, (size_t)asked->measure, unit);
  bool asks = unit_rows(&asked->scenario->tables)[unit].rota_weeks > 0 ||
              base_given_weeks(&asked->scenario->tables, (int64_t)unit) > 0;
  return touched && asks;
}

static enum exit_status nothing_asked(const struct asked_rota *asked) {
  fprintf(stderr, "%s",
          asked->measure == NOT_GIVEN
              ? _("rotacost: no unit asks for a rota: write rota_weeks in units.csv, or say --unit CODE --weeks N\n")
              : _("rotacost: no unit that the measure changes asks for a rota: write rota_weeks in units.csv, or say "
                  "--unit "
                  "CODE --weeks N\n"));
  return EXIT_WRONG_USE;
}

// ---------------------------------------------------------------- one unit

static enum exit_status make_unit(struct asked_rota *asked, size_t unit) {
  const struct scenario *scenario = asked->scenario;
  const char *code = unit_rows(&scenario->tables)[unit].unit;
  bool *in_force = arena_array(asked->arena, row_count(&scenario->tables, TABLE_MEASURES) + 1, sizeof *in_force);
  if (asked->measure != NOT_GIVEN)
    in_force[asked->measure] = true;
  enum solve_status status;
  const char *why;
  const struct study_question question = {.unit = (int64_t)unit,
                                          .year = asked->year,
                                          .in_force = in_force,
                                          .undecided_start = undecided_start_of(scenario)};
  const struct comparison *comparison = study_compare(asked->study, asked->arena, &question, &status, &why);
  if (!comparison) {
    fprintf(stderr, _("rotacost: no result: %s\n"), why);
    return status == SOLVE_LIMIT ? EXIT_NO_RESULT : EXIT_INTERNAL;
  }
  bool given = is_given(asked, unit);
  int weeks = given ? base_given_weeks(&scenario->tables, (int64_t)unit) : weeks_of(asked, unit, comparison);
  if (!weeks) {
    fprintf(stderr, _("rotacost: how many weeks is the rota of %s? Say --weeks N, or write rota_weeks in units.csv\n"),
            code);
    return EXIT_WRONG_USE;
  }
  const struct unit_rota_question of = {asked->measure, weeks, given, true, asked->options->calendar, &question};
  *(const struct unit_rota **)arena_push(asked->arena, &asked->rotas, &asked->count, &asked->room,
                                         sizeof *asked->rotas) =
      unit_rota_make(asked->study, asked->arena, comparison, &of);
  return EXIT_DONE;
}

static enum exit_status status_of(const struct unit_rota *rota) {
  if (rota->rota || rota->base->refusal || rota->answer.outcome == ROTA_NONE)
    return EXIT_DONE;
  bool limit = rota->answer.outcome == ROTA_UNDECIDED || rota->answer.failure.kind == FAILURE_LIMIT;
  return limit ? EXIT_NO_RESULT : EXIT_INTERNAL;
}

static enum exit_status print_all(const struct asked_rota *asked) {
  struct terminal out = {terminal_width(stdout), stdout};
  enum exit_status worst = EXIT_DONE;
  for (size_t i = 0; i < asked->count; i++) {
    if (i)
      putchar('\n');
    rota_print(asked->arena, asked->scenario, asked->rotas[i], &out);
    enum exit_status status = status_of(asked->rotas[i]);
    worst = status > worst ? status : worst;
  }
  return worst;
}

// ---------------------------------------------------------------- rota.csv

static bool write_table(const struct asked_rota *asked, struct result_folder *folder, const char **why) {
  const struct scenario *scenario = asked->scenario;
  struct csv_dialect dialect = {.separator = ',', .decimal = '.', .crlf = true};
  if (asked->options->csv == CSV_OF_SCENARIO)
    dialect = (struct csv_dialect){scenario->separator, scenario->decimal, scenario->byte_order_mark, false};
  const struct result_table *tables[] = {rota_table_made(asked->arena, scenario, asked->rotas, asked->count),
                                         rota_year_table(asked->arena, scenario, asked->rotas, asked->count)};
  size_t count = asked->options->calendar ? 2 : 1;
  const struct datapackage package = {.arena = asked->arena,
                                      .name = scenario->name,
                                      .title = settings_of(&scenario->tables)->title,
                                      .dialect = &dialect,
                                      .tables = tables,
                                      .count = count,
                                      .input = table_of(TABLE_ROTA)};
  bool written = true;
  for (size_t i = 0; i < count && written; i++) {
    FILE *to = folder_file(folder, arena_printf(asked->arena, "%s.csv", tables[i]->name));
    written = to && csv_write_table(tables[i], &dialect, to);
  }
  if (written && datapackage_write(&package, folder))
    return folder_commit(folder, why);
  *why = strerror(errno);
  folder_abandon(folder);
  return false;
}

static enum exit_status write_rotas(const struct asked_rota *asked) {
  const char *why = "", *name = arena_printf(asked->arena, "%s-rota", asked->scenario->name);
  struct result_folder *folder = folder_begin(asked->arena, asked->options->output, name, &why);
  if (folder && write_table(asked, folder, &why))
    return EXIT_DONE;
  fprintf(stderr, _("rotacost: no result: %s\n"), why);
  return EXIT_INTERNAL;
}

static enum exit_status ask(struct asked_rota *asked) {
  enum exit_status status = EXIT_DONE;
  if (!choose(asked))
    return EXIT_WRONG_USE;
  for (size_t unit = 0; unit < row_count(&asked->scenario->tables, TABLE_UNITS) && status == EXIT_DONE; unit++)
    if (is_asked(asked, unit))
      status = make_unit(asked, unit);
  if (status != EXIT_DONE)
    return status;
  if (!asked->count)
    return nothing_asked(asked);
  status = print_all(asked);
  if (asked->options->output_given && status == EXIT_DONE)
    status = write_rotas(asked);
  return status;
}

int command_rota(const struct options *options) {
  struct arena *arena = arena_new();
  const struct scenario *scenario = watch_read(arena, options->scenarios[0], false);
  enum exit_status status = EXIT_BAD_INPUT;
  if (scenario) {
    struct study *study = study_new(scenario, NULL, options->verbose ? stderr : NULL);
    struct asked_rota asked = {.options = options, .scenario = scenario, .arena = arena, .study = study};
    status = ask(&asked);
    study_free(study);
  }
  arena_free(arena);
  return status;
}
