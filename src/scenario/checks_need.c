// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of need and norm: dates in order and within reach, and a single way to state the number.
#include "base/language.h"
#include "calendar/fiscal.h"
#include "scenario/checks.h"
#include "scenario/need_row.h"
#include "scenario/place.h"
#include "scenario/rows_settings.h"

struct wanted { // a row of need or norm
  const struct row *row;
  enum table_id id;
  int64_t from, to, months;
  int64_t persons_milli, hours_milli, residents_milli, resident_day_h_milli;
};

static size_t need_count(const struct checking *checking) { return row_count(checking->tables, TABLE_NEED); }

// Rows of need first, then those of norm.
static struct wanted wanted_at(const struct checking *checking, size_t i) {
  if (i < need_count(checking)) {
    const struct need_row *row = &need_rows(checking->tables)[i];
    return (struct wanted){&row->row,        TABLE_NEED,           row->from,
                           row->to,          row->months,          row->persons_milli,
                           row->hours_milli, row->residents_milli, row->resident_day_h_milli};
  }
  const struct norm_row *row = &norm_rows(checking->tables)[i - need_count(checking)];
  return (struct wanted){&row->row,        TABLE_NORM,           row->from,
                         row->to,          row->months,          row->persons_milli,
                         row->hours_milli, row->residents_milli, row->resident_day_h_milli};
}

static size_t wanted_count(const struct checking *checking) {
  return need_count(checking) + row_count(checking->tables, TABLE_NORM);
}

static void check_number(const struct checking *checking, const struct wanted *wanted) {
  bool persons = wanted->persons_milli != NOT_GIVEN, hours = wanted->hours_milli != NOT_GIVEN;
  bool residents = wanted->residents_milli != NOT_GIVEN, each = wanted->resident_day_h_milli != NOT_GIVEN;
  if (residents != each)
    problem_add(checking->problems, row_place(wanted->row, residents ? "hours_per_resident_day" : "residents"), NULL,
                residents ? _("blank, but residents are given: write the hours for each of them and day")
                          : _("blank, but hours_per_resident_day is given: write how many residents there are"));
  else if (persons + hours + residents == 0)
    problem_add(checking->problems, row_place(wanted->row, "persons"), NULL,
                _("blank, but a value is needed: write persons, hours, or residents with hours_per_resident_day"));
  else if (persons + hours + residents > 1)
    problem_add(checking->problems, row_place(wanted->row, persons && hours ? "hours" : "residents"), NULL,
                _("written in two ways: keep one of persons, hours, and residents with hours_per_resident_day"));
}

static void check_numbers(const struct checking *checking) {
  for (size_t i = 0; i < wanted_count(checking); i++) {
    struct wanted wanted = wanted_at(checking, i);
    check_number(checking, &wanted);
  }
}

static void check_spread(const struct checking *checking) {
  for (size_t i = 0; i < need_count(checking); i++) {
    const struct need_row *row = &need_rows(checking->tables)[i];
    const char *cell = cell_in(checking, TABLE_NEED, row, "persons_sd");
    if (row->persons_sd_milli == NOT_GIVEN || !row->persons_sd_milli)
      continue;
    if (need_persons_milli(row) == 0)
      problem_add(checking->problems, row_place(&row->row, "persons_sd"), cell,
                  "a spread about no persons: write the mean in persons, or leave it blank");
    else if (row->duty != DUTY_ACTIVE)
      problem_add(checking->problems, row_place(&row->row, "persons_sd"), cell,
                  "a spread is known of people at work only: leave it blank in windows of other duty");
    else if (row->persons_sd_milli > need_persons_milli(row))
      problem_warn(
          checking->problems, row_place(&row->row, "persons_sd"), cell,
          _("more than the persons wanted on average: check both; drawn are at most twice as many, and at least none"));
  }
}

static bool is_reached(const struct checking *checking, size_t i) {
  const struct settings_row *settings = settings_of(checking->tables);
  day_number last = fiscal_last_day((int)settings->last_year);
  for (day_number day = fiscal_first_day((int)settings->first_year); day <= last; day++)
    if (i < need_count(checking) ? need_holds(&need_rows(checking->tables)[i], day)
                                 : norm_holds(&norm_rows(checking->tables)[i - need_count(checking)], day))
      return true;
  return false;
}

static void check_dates(const struct checking *checking) {
  for (size_t i = 0; i < wanted_count(checking); i++) {
    struct wanted wanted = wanted_at(checking, i);
    bool dated = wanted.from != NOT_GIVEN || wanted.to != NOT_GIVEN || wanted.months;
    if (wanted.from != NOT_GIVEN && wanted.to != NOT_GIVEN && wanted.to < wanted.from)
      problem_add(checking->problems, row_place(wanted.row, "to"), date_print(checking, wanted.to),
                  _("before from, %s: swap them"), date_print(checking, wanted.from));
    else if (dated && !is_reached(checking, i))
      problem_warn(
          checking->problems,
          row_place(wanted.row, wanted.from != NOT_GIVEN ? "from"
                                : wanted.to != NOT_GIVEN ? "to"
                                                         : "months"),
          NULL, _("holds on no day of the scenario's years: correct the dates, days, weeks or months, or the years"));
  }
}

#define NEEDS_ROWS (NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_NEED) | NEEDS(TABLE_NORM))

const struct check checks_of_need[] = {
    {"a row says in one way how many are wanted", NEEDS_ROWS, check_numbers},
    {"a spread of need has a mean", NEEDS_ROWS, check_spread},
    {"dates of need run forwards and are reached", NEEDS_ROWS, check_dates},
    {NULL, 0, NULL},
};
