// SPDX-License-Identifier: GPL-3.0-or-later
// Staff shared by units: groups name other units that can be solved together with their own.
#include <string.h>

#include "base/language.h"
#include "scenario/cells.h"
#include "scenario/checks.h"
#include "scenario/place.h"
#include "scenario/rows_people.h"
#include "scenario/service_day.h"
#include "scenario/shared.h"
#include "text/cell.h"

// ---------------------------------------------------------------- names

// The codes of the other units, closed by NULL.
static const char *const *other_units(const struct checking *checking, int64_t home) {
  size_t units = row_count(checking->tables, TABLE_UNITS), count = 0;
  const char **words = arena_array(checking->arena, units + 1, sizeof *words);
  for (size_t u = 0; u < units; u++)
    if ((int64_t)u != home)
      words[count++] = unit_rows(checking->tables)[u].unit;
  return words;
}

static int64_t unit_called(const struct tables *tables, const char *code) {
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++)
    if (!strcmp(unit_rows(tables)[u].unit, code))
      return (int64_t)u;
  return NOT_GIVEN;
}

static void judge_name(const struct checking *checking, const struct group_row *group, const char *code) {
  struct place at = row_place(&group->row, "also_units");
  int64_t unit = unit_called(checking->tables, code);
  if (unit == NOT_GIVEN)
    problem_add(checking->problems, at, code, "no unit of units.csv: %s",
                words_hint(checking->arena, code, other_units(checking, group->unit)));
  else if (unit == group->unit)
    problem_add(checking->problems, at, code, "their own unit, in which they work anyway: take it out");
}

// Calls `judge` with every code of the list.
static void each_code(const struct checking *checking, const struct group_row *group,
                      void (*judge)(const struct checking *checking, const struct group_row *group, const char *code)) {
  for (const char *at = group->also_units; at && *at;) {
    at += strspn(at, " ");
    size_t length = strcspn(at, " ");
    if (length)
      judge(checking, group, arena_text(checking->arena, at, length));
    at += length;
  }
}

static void each_group(const struct checking *checking,
                       void (*judge)(const struct checking *checking, const struct group_row *group,
                                     const char *code)) {
  for (size_t g = 0; g < row_count(checking->tables, TABLE_GROUPS); g++)
    each_code(checking, &group_rows(checking->tables)[g], judge);
}

static void check_names(const struct checking *checking) { each_group(checking, judge_name); }

// ---------------------------------------------------------------- what one programme takes

static void judge_day(const struct checking *checking, const struct group_row *group, const char *code) {
  int64_t unit = unit_called(checking->tables, code);
  if (unit == NOT_GIVEN || unit == group->unit)
    return;
  int64_t here_min = unit_day_starts(checking->base, (size_t)group->unit);
  int64_t there_min = unit_day_starts(checking->base, (size_t)unit);
  if (here_min != there_min)
    problem_add(
        checking->problems, row_place(&group->row, "also_units"), code,
        "the days of units that share staff must begin at the same hour: that of `%s` begins at %s, that of `%s` "
        "at %s; write one hour, at which no window runs across, in day_starts of both rows of units.csv",
        unit_rows(checking->tables)[group->unit].unit, clock_print(checking, here_min), code,
        clock_print(checking, there_min));
}

static void check_days(const struct checking *checking) { each_group(checking, judge_day); }

// The group that shares the unit with others; NULL: none.
static const struct group_row *sharing(const struct tables *tables, int64_t unit) {
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++) {
    const struct group_row *group = &group_rows(tables)[g];
    if (group->also_units && (group->unit == unit || codes_hold(group->also_units, unit_rows(tables)[unit].unit)))
      return group;
  }
  return NULL;
}

// For the baseline only: a redesigned rota replaces today's.
static void check_designed(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_DESIGN) && checking->tables == checking->base; i++) {
    const struct design_row *design = &design_rows(checking->tables)[i];
    const struct group_row *group = sharing(checking->tables, design->unit);
    if (group)
      problem_add(
          checking->problems, row_place(&design->row, "unit"), unit_rows(checking->tables)[design->unit].unit,
          "a rota is designed for a unit by itself, and this one shares group `%s` of unit `%s`: take the unit out "
          "of design.csv, or leave also_units of the group blank",
          group->group, unit_rows(checking->tables)[group->unit].unit);
  }
}

// ---------------------------------------------------------------- what it is to no use

static bool has_shift_in(const struct tables *tables, const struct group_row *group, int64_t unit) {
  for (size_t s = 0; s < row_count(tables, TABLE_SHIFTS); s++) {
    const struct shift_row *shift = &shift_rows(tables)[s];
    if (shift->unit == unit && (!group->shifts || codes_hold(group->shifts, shift->shift)))
      return true;
  }
  return false;
}

static void judge_use(const struct checking *checking, const struct group_row *group, const char *code) {
  int64_t unit = unit_called(checking->tables, code);
  if (unit == NOT_GIVEN || unit == group->unit || has_shift_in(checking->tables, group, unit))
    return;
  problem_warn(
      checking->problems, row_place(&group->row, "also_units"), code,
      "group `%s` can work no shift there: add the unit's shifts to `shifts` of the group, or take the unit out",
      group->group);
}

static void check_use(const struct checking *checking) { each_group(checking, judge_use); }

const struct check checks_of_shared[] = {
    {"groups name other units that there are", NEEDS(TABLE_UNITS) | NEEDS(TABLE_GROUPS), check_names},
    {"units that share staff begin their days at the same hour",
     NEEDS(TABLE_UNITS) | NEEDS(TABLE_GROUPS) | NEEDS(TABLE_SHIFTS) | NEEDS(TABLE_NEED) | NEEDS(TABLE_NORM),
     check_days},
    {"a unit that shares staff is not designed by itself",
     NEEDS(TABLE_UNITS) | NEEDS(TABLE_GROUPS) | NEEDS(TABLE_DESIGN), check_designed},
    {"shared groups have shifts where they help", NEEDS(TABLE_UNITS) | NEEDS(TABLE_GROUPS) | NEEDS(TABLE_SHIFTS),
     check_use},
    {NULL, 0, NULL},
};
