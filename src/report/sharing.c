// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sharing.h"

#include <string.h>

#include "audit/titles.h"
#include "base/language.h"
#include "scenario/rows_people.h"
#include "scenario/shared.h"

const char *sharing_sentence(struct arena *arena, const struct scenario *scenario) {
  const char *list = "";
  for (size_t u = 0; u < row_count(&scenario->tables, TABLE_UNITS); u++) {
    const char *together = units_solved_in_words(arena, scenario, u);
    if (unit_solved_as(scenario, u) == u && strcmp(together, unit_rows(&scenario->tables)[u].unit) != 0)
      list = arena_printf(arena, "%s%s%s", list, *list ? ", " : "", title_of_units(arena, &scenario->tables, together));
  }
  if (!*list)
    return NULL;
  return arena_printf(
      arena,
      _("Units that share staff, today or by a measure, are solved as one: %s. Pay is booked in the unit where "
        "the hours are worked, that of hours on no shift in the unit the people belong to, as are positions and "
        "idle hours. If positions are adjusted, variable hours are held for these units together."),
      list);
}
