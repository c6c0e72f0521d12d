// SPDX-License-Identifier: GPL-3.0-or-later
// Units: their need, their shifts, and their staff.
#include "base/language.h"

#include "scenario/by_unit.h"
#include "scenario/checks.h"
#include "scenario/place.h"
#include "scenario/rows_people.h"
#include "scenario/shared.h"
#include <assert.h>

// The first row of need of a unit; NULL: none.
static const struct need_row *first_need(const struct tables *tables, const struct by_unit *needs, size_t unit) {
  assert(unit < tables->list[TABLE_UNITS].count);
  size_t count;
  const size_t *rows = rows_of_unit(needs, (int64_t)unit, &count);
  return count ? &need_rows(tables)[rows[0]] : NULL;
}

static void check_wanted(const struct checking *checking) {
  const struct by_unit *needs = by_unit_new(checking->arena, checking->tables, TABLE_NEED);
  for (size_t u = 0; u < row_count(checking->tables, TABLE_UNITS); u++) {
    const struct unit_row *unit = &unit_rows(checking->tables)[u];
    if (!first_need(checking->tables, needs, u) && !unit->ratio) // need may follow from the children alone
      problem_warn(checking->problems, row_place(&unit->row, "unit"), unit->unit,
                   "no need is defined for this unit: add its windows to need.csv, or remove the unit");
  }
}

// Warns of units with need that have none of the rows.
static void warn_of_units(const struct checking *checking, const struct by_unit *has, bool edits_may_give,
                          const char *message) {
  const struct by_unit *needs = by_unit_new(checking->arena, checking->tables, TABLE_NEED);
  for (size_t u = 0; u < row_count(checking->tables, TABLE_UNITS); u++) {
    const struct need_row *need = first_need(checking->tables, needs, u);
    size_t count;
    rows_of_unit(has, (int64_t)u, &count);
    if (need && !count && !(edits_may_give && edits_share(checking->tables, (int64_t)u)))
      problem_warn(checking->problems, row_place(&need->row, "unit"), unit_rows(checking->tables)[u].unit, "%s",
                   message);
  }
}

static void check_shifts(const struct checking *checking) {
  warn_of_units(checking, by_unit_new(checking->arena, checking->tables, TABLE_SHIFTS), false,
                _("need, but no shift in which it could be met: add the unit's shifts to shifts.csv"));
}

static void check_employed(const struct checking *checking) {
  warn_of_units(
      checking, groups_by_unit(checking->arena, checking->tables, TABLE_GROUPS), true,
      _("nobody is employed there: every hour is hired; add the unit's people to groups.csv, if there are any"));
}

const struct check checks_of_units[] = {
    {"somebody is wanted in every unit", NEEDS(TABLE_UNITS) | NEEDS(TABLE_NEED), check_wanted},
    {"a unit with need has shifts", NEEDS(TABLE_UNITS) | NEEDS(TABLE_NEED) | NEEDS(TABLE_SHIFTS), check_shifts},
    {"a unit with need has people", NEEDS(TABLE_UNITS) | NEEDS(TABLE_NEED) | NEEDS(TABLE_GROUPS), check_employed},
    {NULL, 0, NULL},
};
