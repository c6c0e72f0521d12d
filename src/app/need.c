// SPDX-License-Identifier: GPL-3.0-or-later
// rotacost need: how many people the need requires, on the terminal or as CSV. Solves no staffing year, and writes no
// file.

#include "app/commands.h"
#include "app/watch.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/csv.h"
#include "report/demand.h"
#include "report/terminal.h"

enum { STEPS_MOST = 3 }; // units told step by step where none is asked for

struct asked_need {
  const struct options *options;
  const struct scenario *scenario;
  struct arena *arena;
  const struct demand *list;
  size_t count;
};

static bool year_is_known(const struct settings_row *settings, int year) {
  if (year >= settings->first_year && year <= settings->last_year)
    return true;
  fprintf(stderr, _("rotacost: %s is no year of this scenario: choose one from %s to %s\n"), YEAR_NAME(year),
          YEAR_NAME(settings->first_year), YEAR_NAME(settings->last_year));
  return false;
}

static void print_csv(const struct asked_need *asked) {
  const struct scenario *scenario = asked->scenario;
  struct csv_dialect dialect = {.separator = ',', .decimal = '.', .crlf = true};
  if (asked->options->csv == CSV_OF_SCENARIO)
    dialect = (struct csv_dialect){scenario->separator, scenario->decimal, scenario->byte_order_mark, false};
  csv_write_table(demand_table(asked->arena, scenario, asked->list, asked->count), &dialect, stdout);
}

static void print_steps(const struct asked_need *asked, const struct terminal *out) {
  size_t units = asked->count > 1 ? asked->count - 1 : asked->count; // the last is the sum
  size_t told = units > STEPS_MOST ? 1 : units;
  for (size_t i = 0; i < told; i++) {
    putchar('\n');
    demand_print_steps(asked->arena, asked->scenario, &asked->list[i], out);
  }
  if (told < units)
    terminal_say(out, _("The steps of another unit: --unit CODE.\n"));
}

static void print_need(const struct asked_need *asked) {
  const struct scenario *scenario = asked->scenario;
  struct terminal out = {terminal_width(stdout), stdout};
  const char *const *headings;
  terminal_say(&out, _("%s, %s: how many people the need takes, before any measure\n\n"),
               terminal_text(asked->arena, settings_of(&scenario->tables)->title), YEAR_NAME(asked->list[0].year));
  struct result_table *table = demand_short_table(asked->arena, scenario, asked->list, asked->count, &headings);
  terminal_print_table(table, headings, terminal_width(stdout), stdout);
  print_steps(asked, &out);
}

static enum exit_status ask(struct arena *arena, const struct options *options, const char *folder) {
  const struct scenario *scenario = watch_read_need(arena, folder);
  if (!scenario)
    return EXIT_BAD_INPUT;
  const struct settings_row *settings = settings_of(&scenario->tables);
  int year = options->year ? options->year : (int)settings->last_year;
  int64_t unit = NOT_GIVEN;
  if (!year_is_known(settings, year) || (options->unit && !watch_find(scenario, TABLE_UNITS, options->unit, &unit)))
    return EXIT_WRONG_USE;
  struct asked_need asked = {.options = options, .scenario = scenario, .arena = arena};
  asked.list = demand_of_year(arena, scenario, unit, year, &asked.count);
  if (!asked.list || !asked.count) {
    fprintf(stderr, _("rotacost: no result: %s\n"),
            asked.list ? _("the scenario has no units") : _("the solver failed"));
    return asked.list ? EXIT_BAD_INPUT : EXIT_INTERNAL;
  }
  if (options->csv_given)
    print_csv(&asked);
  else
    print_need(&asked);
  return EXIT_DONE;
}

int command_need(const struct options *options) {
  enum exit_status worst = EXIT_DONE;
  for (int i = 0; i < options->scenario_count; i++) {
    if (i)
      putchar('\n');
    struct arena *arena = arena_new();
    enum exit_status status = ask(arena, options, options->scenarios[i]);
    arena_free(arena);
    worst = status > worst ? status : worst;
  }
  return worst;
}
