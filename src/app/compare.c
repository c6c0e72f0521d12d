// SPDX-License-Identifier: GPL-3.0-or-later
// rotacost compare: compares rotas on the terminal. Writes nothing; `run` writes the same as comparison.csv.
#include "app/commands.h"
#include "app/watch.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/comparison.h"
#include "report/people.h"
#include "report/terminal.h"

static bool year_is_known(const struct settings_row *settings, int year) {
  if (year >= settings->first_year && year <= settings->last_year)
    return true;
  fprintf(stderr, _("rotacost: %s is no year of this scenario: choose one from %s to %s\n"), YEAR_NAME(year),
          YEAR_NAME(settings->first_year), YEAR_NAME(settings->last_year));
  return false;
}

static void print_comparison(struct arena *arena, const struct audit *audit, int year) {
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  const char *const *headings;
  struct result_table *table = comparison_of_year(arena, audit, year, &headings);
  struct terminal out = {terminal_width(stdout), stdout};
  terminal_say(&out, _("%s, %d: the whole scenario today and with each measure\n\n"),
               terminal_text(arena, settings->title), year);
  terminal_print_table(table, headings, terminal_width(stdout), stdout);
  struct result_table *units = weekends_of_year(arena, audit, year, &headings);
  putchar('\n');
  terminal_print_table(units, headings, terminal_width(stdout), stdout);
  putchar('\n');
  terminal_print_text(
      _("Staffed FTE: hours on shifts, by whomever. Contracted FTE: positions held. Weekends: worked per person with "
        "weekend duty.\n"
        "Heads needed: weekend posts times k of every k-th weekend. Forced position: staffed FTE over these heads.\n"),
      terminal_width(stdout), stdout);
}

static enum exit_status compare_scenario(struct arena *arena, const struct options *options, const char *folder) {
  const struct scenario *scenario = watch_read(arena, folder, false);
  if (!scenario)
    return EXIT_BAD_INPUT;
  const struct settings_row *settings = settings_of(&scenario->tables);
  int year = options->year ? options->year : (int)settings->last_year;
  if (!year_is_known(settings, year))
    return EXIT_WRONG_USE;
  enum exit_status status;
  const struct audit *audit = watch_audit(options, scenario, NULL, NULL, &status);
  if (audit)
    print_comparison(arena, audit, year);
  return status;
}

int command_compare(const struct options *options) {
  enum exit_status worst = EXIT_DONE;
  for (int i = 0; i < options->scenario_count; i++) {
    if (i)
      putchar('\n');
    struct arena *arena = arena_new();
    enum exit_status status = compare_scenario(arena, options, options->scenarios[i]);
    arena_free(arena);
    worst = status > worst ? status : worst;
  }
  return worst;
}
