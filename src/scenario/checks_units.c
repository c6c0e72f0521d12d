// SPDX-License-Identifier: GPL-3.0-or-later
// Units: what is wanted there, in which shifts, and who is employed.
#include "base/language.h"
#include "scenario/checks.h"
#include "scenario/shared.h"

static const struct need_row *first_need(const struct tables *tables, size_t unit) {
  for (size_t i = 0; i < row_count(tables, TABLE_NEED); i++)
    if (need_rows(tables)[i].unit == (int64_t)unit)
      return &need_rows(tables)[i];
  return NULL;
}

static void check_wanted(const struct checking *checking) {
  for (size_t u = 0; u < row_count(checking->tables, TABLE_UNITS); u++) {
    const struct unit_row *unit = &unit_rows(checking->tables)[u];
    if (!first_need(checking->tables, u) && !unit->ratio) // need may follow from the children alone
      problem_warn(checking->problems, row_place(&unit->row, "unit"), unit->unit,
                   "nobody is ever wanted there: add its windows to need.csv, or remove the unit");
  }
}

static bool has_shifts(const struct tables *tables, size_t unit) {
  for (size_t i = 0; i < row_count(tables, TABLE_SHIFTS); i++)
    if (shift_rows(tables)[i].unit == (int64_t)unit)
      return true;
  return false;
}

static bool has_groups(const struct tables *tables, size_t unit) {
  for (size_t i = 0; i < row_count(tables, TABLE_GROUPS); i++)
    if (group_belongs_to(tables, &group_rows(tables)[i], (int64_t)unit))
      return true;
  return edits_share(tables, (int64_t)unit);
}

// Warns of units that somebody is wanted in, but that have none of something.
static void warn_of_units(const struct checking *checking, bool (*has)(const struct tables *tables, size_t unit),
                          const char *message) {
  for (size_t u = 0; u < row_count(checking->tables, TABLE_UNITS); u++) {
    const struct need_row *need = first_need(checking->tables, u);
    if (need && !has(checking->tables, u))
      problem_warn(checking->problems, row_place(&need->row, "unit"), unit_rows(checking->tables)[u].unit, "%s",
                   message);
  }
}

static void check_shifts(const struct checking *checking) {
  warn_of_units(checking, has_shifts,
                _("need, but no shift in which it could be met: add the unit's shifts to shifts.csv"));
}

static void check_employed(const struct checking *checking) {
  warn_of_units(
      checking, has_groups,
      _("nobody is employed there: every hour is hired; add the unit's people to groups.csv, if there are any"));
}

const struct check checks_of_units[] = {
    {"somebody is wanted in every unit", NEEDS(TABLE_UNITS) | NEEDS(TABLE_NEED), check_wanted},
    {"a unit with need has shifts", NEEDS(TABLE_UNITS) | NEEDS(TABLE_NEED) | NEEDS(TABLE_SHIFTS), check_shifts},
    {"a unit with need has people", NEEDS(TABLE_UNITS) | NEEDS(TABLE_NEED) | NEEDS(TABLE_GROUPS), check_employed},
    {NULL, 0, NULL},
};
