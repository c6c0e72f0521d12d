// SPDX-License-Identifier: GPL-3.0-or-later
// Groups, absence and the sources of variable hours.
#include <string.h>

#include "base/fixed.h"
#include "scenario/cells.h"
#include "scenario/checks.h"

static void check_groups(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_GROUPS); i++) {
    const struct group_row *group = &group_rows(checking->tables)[i];
    if (group->regime == REGIME_YEAR)
      problem_add(checking->problems, row_place(&group->row, "regime"), "year",
                  "year-round rotas are not modelled yet: write weekly");
    if (group->weekend_every_milli > 0 && group->weekend_every_milli < MILLI)
      problem_add(checking->problems, row_place(&group->row, "weekend_every"), NULL,
                  "nobody works more than every weekend: write 1 or more, or 0 for never");
  }
}

// ---------------------------------------------------------------- absence

static bool same_people(const struct absence_row *a, const struct absence_row *b) {
  return a->kind == b->kind && a->unit == b->unit && a->category == b->category;
}

static void check_absence_overlap(const struct checking *checking) {
  const struct absence_row *rows = absence_rows(checking->tables);
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ABSENCE); i++)
    for (size_t j = 0; j < i; j++)
      if (same_people(&rows[i], &rows[j]) && (rows[i].weeks & rows[j].weeks)) {
        problem_add(checking->problems, row_place(&rows[i].row, "weeks"), NULL,
                    "weeks of %s line %d once more: every week once", rows[j].row.file, rows[j].row.line);
        break;
      }
}

static void check_sick(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ABSENCE); i++) {
    const struct absence_row *row = &absence_rows(checking->tables)[i];
    if (row->kind == ABSENCE_SICK && row->percent_e8 >= ONE_E8)
      problem_add(checking->problems, row_place(&row->row, "percent"), NULL,
                  "all are off sick: sick leave must be below 100 %%");
  }
}

// How closely a row names the people: unit and category 3, unit 2, category 1, all 0; -1: not these people.
static int closeness(const struct absence_row *row, int64_t unit, int64_t category) {
  bool unit_fits = row->unit == NOT_GIVEN || row->unit == unit;
  bool category_fits = row->category == NOT_GIVEN || row->category == category;
  if (!unit_fits || !category_fits)
    return -1;
  return 2 * (row->unit != NOT_GIVEN) + (row->category != NOT_GIVEN);
}

// The holiday row that counts for these people in a week; row_count where there is none.
static size_t holiday_row(const struct tables *tables, const struct group_row *group, int week) {
  size_t best = row_count(tables, TABLE_ABSENCE);
  int closest = -1;
  for (size_t i = 0; i < row_count(tables, TABLE_ABSENCE); i++) {
    const struct absence_row *row = &absence_rows(tables)[i];
    int close = closeness(row, group->unit, group->category);
    if (row->kind == ABSENCE_HOLIDAY && (row->weeks >> week & 1) && close > closest) {
      best = i;
      closest = close;
    }
  }
  return best;
}

static int64_t holiday_weeks_e8(const struct tables *tables, const struct group_row *group, size_t *first_row) {
  int64_t sum = 0;
  *first_row = row_count(tables, TABLE_ABSENCE);
  for (int week = 1; week <= 52; week++) {
    size_t i = holiday_row(tables, group, week);
    if (i < row_count(tables, TABLE_ABSENCE))
      sum += absence_rows(tables)[i].percent_e8;
    if (i < *first_row)
      *first_row = i;
  }
  return sum;
}

static void warn_of_holiday(const struct checking *checking, const struct group_row *group, size_t row,
                            int64_t weeks_e8) {
  const struct tables *tables = checking->tables;
  bool none = row == row_count(tables, TABLE_ABSENCE);
  struct place at = none ? (struct place){.file = table_of(TABLE_ABSENCE)->file}
                         : row_place(&absence_rows(tables)[row].row, "percent");
  int64_t tenths = fixed_divide(weeks_e8, ONE_E8 / 10);
  problem_warn(checking->problems, at, NULL,
               "the holiday of unit `%s`, category `%s` comes to %d%c%d weeks a year: five are usual; check the "
               "percentages and weeks",
               unit_rows(tables)[group->unit].unit, category_rows(tables)[group->category].category, (int)(tenths / 10),
               checking->decimal, (int)(tenths % 10));
}

// Rows of 0 % are a statement (nobody stands in for an office); no row at all is an oversight.
static bool is_usual_holiday(const struct tables *tables, size_t row, int64_t weeks_e8) {
  if (weeks_e8 == 0)
    return row < row_count(tables, TABLE_ABSENCE);
  return weeks_e8 >= 4 * ONE_E8 && weeks_e8 <= 6 * ONE_E8;
}

static void check_holiday(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  bool *told = arena_array(checking->arena, row_count(tables, TABLE_ABSENCE) + 1, sizeof *told);
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++) {
    size_t row;
    int64_t weeks_e8 = holiday_weeks_e8(tables, &group_rows(tables)[g], &row);
    if (!is_usual_holiday(tables, row, weeks_e8) && !told[row]) {
      warn_of_holiday(checking, &group_rows(tables)[g], row, weeks_e8);
      told[row] = true;
    }
  }
}

// ---------------------------------------------------------------- sources

static const struct {
  bool needs_category, needs_price;
} source_rules[] = {
    [SOURCE_EXTRA] = {false, false},
    [SOURCE_SUBSTITUTE] = {true, false},
    [SOURCE_OVERTIME] = {false, false},
    [SOURCE_AGENCY] = {true, true},
};

static void check_source(const struct checking *checking, const struct source_row *source) {
  bool priced = source->price_ore_per_h != NOT_GIVEN, unsocial = source->unsocial_ore_per_h != NOT_GIVEN;
  bool needs_price = source_rules[source->kind].needs_price;
  if (source_rules[source->kind].needs_category && source->category == NOT_GIVEN)
    problem_add(checking->problems, row_place(&source->row, "category"), NULL,
                "blank: a substitute or agency row is of one category; write it");
  if (needs_price && !priced)
    problem_add(checking->problems, row_place(&source->row, "price_kr_per_h"), NULL,
                "blank: agency hours need a price; write it");
  if (!needs_price && (priced || unsocial))
    problem_add(checking->problems, row_place(&source->row, priced ? "price_kr_per_h" : "unsocial_price_kr_per_h"),
                NULL, "only agency hours have a price, all others are paid by pay.csv: leave it blank");
}

static void check_sources(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SOURCES); i++)
    check_source(checking, &source_rows(checking->tables)[i]);
}

const struct check checks_of_people[] = {
    {"rotas are weekly, and weekends at most every week", NEEDS(TABLE_GROUPS), check_groups},
    {"absence of one kind and the same people counts every week once", NEEDS(TABLE_ABSENCE), check_absence_overlap},
    {"somebody is not off sick", NEEDS(TABLE_ABSENCE), check_sick},
    {"holiday comes to about five weeks",
     NEEDS(TABLE_ABSENCE) | NEEDS(TABLE_GROUPS) | NEEDS(TABLE_UNITS) | NEEDS(TABLE_CATEGORIES), check_holiday},
    {"sources have a category and a price where they need one, and no price elsewhere", NEEDS(TABLE_SOURCES),
     check_sources},
    {NULL, 0, NULL},
};
