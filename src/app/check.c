// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>

#include "app/commands.h"
#include "app/watch.h"
#include "base/language.h"
#include "report/terminal.h"
#include "report/understood.h"
#include "scenario/scenario.h"

static const struct counted {
  enum table_id table;
  const char *one, *many;
} counted[] = {
    {TABLE_UNITS, N_("%zu unit"), N_("%zu units")},
    {TABLE_GROUPS, N_("%zu group"), N_("%zu groups")},
    {TABLE_NEED, N_("%zu row of need"), N_("%zu rows of need")},
    {TABLE_MEASURES, N_("%zu measure"), N_("%zu measures")},
    {TABLE_EDITS, N_("%zu edit"), N_("%zu edits")},
    {TABLE_CLAIMS, N_("%zu claim"), N_("%zu claims")},
    {TABLE_AMOUNTS, N_("%zu amount"), N_("%zu amounts")},
};

static void print_good(const struct scenario *scenario) {
  printf(_("%s: good"), terminal_text(scenario->arena, scenario->folder));
  for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
    size_t count = row_count(&scenario->tables, counted[i].table);
    fputs(i ? ", " : ": ", stdout);
    printf(count == 1 ? _(counted[i].one) : _(counted[i].many), count);
  }
  putchar('\n');
}

static void print_understood(const struct scenario *scenario) {
  struct terminal out = {terminal_width(stdout), stdout};
  print_good(scenario);
  understood_print(scenario->arena, scenario, &out);
}

static bool check_scenario(const struct options *options, const char *folder) {
  struct arena *arena = arena_new();
  struct problems *problems = watch_problems(arena);
  const struct scenario *scenario = scenario_read(arena, folder, problems);
  problems_print(problems, stderr);
  bool good = scenario && problems->error_count == 0;
  if (good && options->strict && problems->doubt_count)
    good = watch_refuse(problems, terminal_text(arena, folder));
  else if (good)
    print_understood(scenario);
  else
    fprintf(stderr, problems->error_count == 1 ? _("%s: %zu error to fix\n") : _("%s: %zu errors to fix\n"),
            terminal_text(arena, folder), problems->error_count);
  arena_free(arena);
  return good;
}

int command_check(const struct options *options) {
  int status = EXIT_DONE;
  for (int i = 0; i < options->scenario_count; i++)
    if (!check_scenario(options, options->scenarios[i]))
      status = EXIT_BAD_INPUT;
  return status;
}
