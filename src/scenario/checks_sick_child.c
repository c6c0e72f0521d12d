// SPDX-License-Identifier: GPL-3.0-or-later
// Days at home with a sick child: no more than parents may take.
#include "base/fixed.h"
#include "base/language.h"
#include "scenario/absence_row.h"
#include "scenario/checks.h"
#include "scenario/place.h"
#include "scenario/rows_settings.h"

enum {
  WEEKS_OF_YEAR = 52,
  DUTY_DAYS = 5, // of a week
  // Maximum average of the days that a parent may take: few take all of them, and where all did, chance
  // (chance/child.h) would have nothing to draw.
  TAKEN_MOST_PERCENT = 80
};

static int64_t in_week(const struct checking *checking, enum absence_kind kind, const struct group_row *people,
                       int week) {
  return absence_in_week(checking->tables, kind, people->unit, people->category, week);
}

static void tell(const struct checking *checking, const struct absence_row *row, const char *why) {
  const char *column = row->away_min != NOT_GIVEN ? "hours_per_head" : "percent";
  problem_add(checking->problems, row_place(&row->row, column), cell_in(checking, TABLE_ABSENCE, row, column), "%s",
              why);
}

// Half of the parents who are not ill themselves.
static int64_t half_of_parents(const struct checking *checking, const struct group_row *people, int week) {
  int64_t own_e8 = in_week(checking, ABSENCE_SICK, people, week) - in_week(checking, ABSENCE_SICK_CHILD, people, week);
  return fixed_share(settings_of(checking->tables)->parents_e8, ONE_E8 - own_e8) / 2;
}

static bool fits_week(const struct checking *checking, const struct group_row *people, int week) {
  int64_t child_e8 = in_week(checking, ABSENCE_SICK_CHILD, people, week);
  if (!child_e8 || child_e8 < half_of_parents(checking, people, week))
    return true;
  tell(checking, absence_counting(checking->tables, ABSENCE_SICK_CHILD, people, week),
       arena_printf(
           checking->arena,
           _("half of all parents or more are at home with a sick child in week %d: write fewer, or correct the "
             "setting parents_percent, which is %s %%"),
           week, share_print(checking, settings_of(checking->tables)->parents_e8)));
  return false;
}

// Tenths of a day of duty that a parent is at home in the year; *first becomes the first row that applies.
static int64_t tenths_of_days(const struct checking *checking, const struct group_row *people,
                              const struct absence_row **first) {
  int64_t weeks_e8 = 0;
  *first = NULL;
  for (int week = 1; week <= WEEKS_OF_YEAR; week++) {
    int64_t child_e8 = in_week(checking, ABSENCE_SICK_CHILD, people, week);
    if (child_e8 && !*first)
      *first = absence_counting(checking->tables, ABSENCE_SICK_CHILD, people, week);
    weeks_e8 += child_e8;
  }
  return fixed_divide((int128)weeks_e8 * DUTY_DAYS * 10, settings_of(checking->tables)->parents_e8);
}

static bool fits_year(const struct checking *checking, const struct group_row *people) {
  const struct settings_row *settings = settings_of(checking->tables);
  const struct absence_row *first;
  int64_t tenths = tenths_of_days(checking, people, &first);
  if (!first || !settings->sick_child_days || tenths * 10 <= settings->sick_child_days * TAKEN_MOST_PERCENT)
    return true;
  tell(checking, first,
       arena_printf(
           checking->arena,
           _("%d%c%d days of duty a year fall to each parent, who has %d by the setting sick_child_days, and few take "
             "all: write fewer, or correct the setting parents_percent, which is %s %%"),
           (int)(tenths / 10), checking->decimal, (int)(tenths % 10), (int)settings->sick_child_days,
           share_print(checking, settings->parents_e8)));
  return false;
}

static bool fits(const struct checking *checking, const struct group_row *people) {
  for (int week = 1; week <= WEEKS_OF_YEAR; week++)
    if (!fits_week(checking, people, week))
      return false;
  return fits_year(checking, people);
}

static const struct absence_row *any_row(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ABSENCE); i++)
    if (absence_rows(checking->tables)[i].kind == ABSENCE_SICK_CHILD)
      return &absence_rows(checking->tables)[i];
  return NULL;
}

static void check_days(const struct checking *checking) {
  const struct absence_row *row = any_row(checking);
  if (row && !settings_of(checking->tables)->sick_child_days)
    problem_add(
        checking->problems, row_place(&row->row, "kind"), cell_in(checking, TABLE_ABSENCE, row, "kind"),
        "how many days a year a parent may take by the law of this country has no source here: write the setting "
        "`sick_child_days` with its source");
  for (size_t i = 0; row && i < contract_count(checking); i++)
    if (!fits(checking, contract_at(checking, i)))
      return;
}

const struct check checks_of_sick_children[] = {
    {"no parent is at home longer than the law allows",
     NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_ABSENCE) | NEEDS(TABLE_UNITS) | NEEDS(TABLE_CATEGORIES), check_days},
    {NULL, 0, NULL},
};
