// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>

#include "app/commands.h"
#include "report/terminal.h"
#include "scenario/scenario.h"

static const struct counted {
  enum table_id table;
  const char *one, *many;
} counted[] = {
    {TABLE_UNITS, "unit", "units"},
    {TABLE_GROUPS, "group", "groups"},
    {TABLE_NEED, "row of need", "rows of need"},
    {TABLE_MEASURES, "measure", "measures"},
    {TABLE_EDITS, "edit", "edits"},
    {TABLE_CLAIMS, "claim", "claims"},
    {TABLE_AMOUNTS, "amount", "amounts"},
};

static void print_good(const struct scenario *scenario) {
  printf("%s: good", terminal_text(scenario->arena, scenario->folder));
  for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
    size_t count = row_count(&scenario->tables, counted[i].table);
    printf("%s %zu %s", i ? "," : ":", count, count == 1 ? counted[i].one : counted[i].many);
  }
  putchar('\n');
}

static bool check_scenario(const char *folder) {
  struct arena *arena = arena_new();
  struct problems *problems = problems_new(arena);
  const struct scenario *scenario = scenario_read(arena, folder, problems);
  problems_print(problems, stderr);
  bool good = scenario && problems->error_count == 0;
  if (good)
    print_good(scenario);
  else
    fprintf(stderr, "%s: %zu %s to mend\n", terminal_text(arena, folder), problems->error_count,
            problems->error_count == 1 ? "problem" : "problems");
  arena_free(arena);
  return good;
}

int command_check(const struct options *options) {
  int status = EXIT_DONE;
  for (int i = 0; i < options->scenario_count; i++)
    if (!check_scenario(options->scenarios[i]))
      status = EXIT_BAD_INPUT;
  return status;
}
