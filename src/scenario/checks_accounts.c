// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts, and what is reported for measures: each amount for a year of the scenario, and counted once.
#include <string.h>

#include "base/language.h"
#include "calendar/date.h"
#include "calendar/fiscal.h"
#include "scenario/accounts.h"
#include "scenario/checks.h"
#include "scenario/place.h"
#include "scenario/rows_books.h"
#include "scenario/rows_measures.h"
#include "scenario/rows_settings.h"

static bool is_year_of(const struct checking *checking, int64_t year) {
  const struct settings_row *settings = settings_of(checking->tables);
  bool upwards = settings->first_year <= settings->last_year; // reported by the checks of dates
  return !upwards || (year >= settings->first_year && year <= settings->last_year);
}

static void refuse_year(const struct checking *checking, struct place at, int64_t year) {
  problem_add(checking->problems, at, NULL, "%s is no year of the scenario: allowed are %s to %s", YEAR_NAME(year),
              YEAR_NAME(settings_of(checking->tables)->first_year),
              YEAR_NAME(settings_of(checking->tables)->last_year));
}

static void check_sign(const struct checking *checking, const struct account_row *account) {
  bool refund = account_line_of(account->line)->parts == 1u << PART_SICK_REFUND;
  if (refund && account->amount_ore > 0)
    problem_add(checking->problems, row_place(&account->row, "kr"), cell_in(checking, TABLE_ACCOUNTS, account, "kr"),
                "a refund is an income: write it with a minus, as the books do");
}

// Arts with the same contents are added; any other overlap would be counted twice.
static void check_once(const struct checking *checking, size_t i) {
  const struct account_row *account = &account_rows(checking->tables)[i];
  const struct account_line *line = account_line_of(account->line);
  for (size_t j = 0; j < i; j++) {
    const struct account_row *other = &account_rows(checking->tables)[j];
    const struct account_line *with = account_line_of(other->line);
    bool together = other->unit == account->unit && other->year == account->year && other->line != account->line;
    if (!together || !account_lines_overlap(line, with) || (line->art && with->art))
      continue;
    problem_add(checking->problems, row_place(&account->row, "line"), line->word,
                "overlaps with `%s` on line %d, so that something would count twice: leave one of them out", with->word,
                other->row.line);
    return;
  }
}

static void check_accounts(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ACCOUNTS); i++) {
    const struct account_row *account = &account_rows(checking->tables)[i];
    if (!is_year_of(checking, account->year))
      refuse_year(checking, row_place(&account->row, "year"), account->year);
    check_sign(checking, account);
    check_once(checking, i);
  }
}

// Patterns of accounts are digits with * and ?; a row needs a line or unit to have any effect.
static void check_map(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ACCOUNT_MAP); i++) {
    const struct account_map_row *map = &account_map_rows(checking->tables)[i];
    const char *account = map->account ? map->account : "";
    if (strspn(account, "0123456789*?") != strlen(account))
      problem_add(checking->problems, row_place(&map->row, "account"), account,
                  "no pattern of accounts: write digits, * for any digits and ? for any one, as 10* or 1030?");
    if (map->line == NOT_GIVEN && map->unit == NOT_GIVEN)
      problem_add(
          checking->problems, row_place(&map->row, "line"), NULL,
          "blank, as the unit is: write the line of these accounts, left_out where they pay nobody, or the unit");
  }
}

static void check_report(const struct checking *checking, const struct measure_row *measure) {
  bool amount = measure->realised_ore != NOT_GIVEN, day = measure->realised_to != NOT_GIVEN;
  if (amount != day)
    problem_add(checking->problems, row_place(&measure->row, amount ? "realised_to" : "realised_kr"), NULL,
                "blank: what is realised needs both an amount and its last day; write both or neither");
  if (!day)
    return;
  int year = fiscal_year_of((day_number)measure->realised_to);
  if (!is_year_of(checking, year))
    refuse_year(checking, row_place(&measure->row, "realised_to"), year);
  bool early = measure->start != NOT_GIVEN && measure->realised_to < measure->start;
  if (early && amount && measure->realised_ore)
    problem_add(checking->problems, row_place(&measure->row, "realised_to"), date_print(checking, measure->realised_to),
                "before the measure starts on %s, yet something is realised: correct one of the dates",
                date_print(checking, measure->start));
  bool nothing = measure->status == STATUS_NOT_STARTED || measure->status == STATUS_NOT_REALISED;
  if (nothing && amount && measure->realised_ore)
    problem_warn(checking->problems, row_place(&measure->row, "status"),
                 cell_in(checking, TABLE_MEASURES, measure, "status"),
                 "yet something is realised: correct the status or the amount");
}

static void check_reports(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_MEASURES); i++)
    check_report(checking, &measure_rows(checking->tables)[i]);
}

const struct check checks_of_accounts[] = {
    {"the books are of the scenario's years, and nothing stands in them twice",
     NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_UNITS) | NEEDS(TABLE_ACCOUNTS), check_accounts},
    {"rows of the map of accounts say a line or a unit", NEEDS(TABLE_ACCOUNT_MAP), check_map},
    {"what is realised has an amount and a day, of a year of the scenario",
     NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_MEASURES), check_reports},
    {NULL, 0, NULL},
};
