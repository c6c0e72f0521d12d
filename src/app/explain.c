// SPDX-License-Identifier: GPL-3.0-or-later
// rotacost explain: one measure, or the baseline, in words on the terminal. Writes nothing.
#include "report/explain.h"
#include "app/commands.h"
#include "app/watch.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/terminal.h"

// A year of the scenario; the whole year of a measure without a start date may lie beyond them.
static bool year_is_known(const struct scenario *scenario, int year, int usual) {
  const struct settings_row *settings = settings_of(&scenario->tables);
  if (year == usual || (year >= settings->first_year && year <= settings->last_year))
    return true;
  fprintf(stderr, _("rotacost: %s is no year of this scenario: choose one from %s to %s\n"), YEAR_NAME(year),
          YEAR_NAME(settings->first_year), YEAR_NAME(settings->last_year));
  return false;
}

static enum exit_status explain(const struct options *options, const struct scenario *scenario, int64_t measure) {
  bool *only = NULL; // without a measure all are audited
  if (measure != NOT_GIVEN) {
    only = arena_array(scenario->arena, row_count(&scenario->tables, TABLE_MEASURES), sizeof *only);
    only[measure] = true;
  }
  enum exit_status status;
  int usual = explain_usual_year(scenario, measure);
  struct explained asked = {NULL, measure, options->year ? options->year : usual, options->verbose};
  if (!year_is_known(scenario, asked.year, usual))
    return EXIT_WRONG_USE;
  asked.audit = watch_audit(options, scenario, only, NULL, &status);
  if (asked.audit)
    explain_print(scenario->arena, &asked, terminal_width(stdout), stdout);
  return status;
}

int command_explain(const struct options *options) {
  struct arena *arena = arena_new();
  const struct scenario *scenario = watch_read(arena, options->scenarios[0], false);
  enum exit_status status = EXIT_BAD_INPUT;
  if (scenario) {
    int64_t measure = NOT_GIVEN;
    bool known = !options->measure || watch_find(scenario, TABLE_MEASURES, options->measure, &measure);
    status = known ? explain(options, scenario, measure) : EXIT_WRONG_USE;
  }
  arena_free(arena);
  return status;
}
