// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/held.h"

#include <math.h>

#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/format.h"

const char *held_text(struct arena *arena, const struct audit *audit, const struct solve_record *record) {
  const struct tables *tables = &audit->scenario->tables;
  bool measure = record->measure != NOT_GIVEN && record->variant == SUBJECT;
  return arena_printf(
      arena,
      _("%s, %s in %s: the model is too large to adjust positions (%s numbers, at most %s). Positions are kept in both "
        "answers; adjusted, its planned weeks cost %s kr at least. Merge groups that are alike"),
      measure ? measure_rows(tables)[record->measure].measure : _("today"), unit_rows(tables)[record->unit].unit,
      YEAR_NAME(record->year), format_integer(arena, (int64_t)record->entries),
      format_integer(arena, PROGRAM_HELD_ENTRIES), format_integer(arena, (int64_t)floor(record->bound_kr)));
}
