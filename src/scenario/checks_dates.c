// SPDX-License-Identifier: GPL-3.0-or-later
// Years and dates: of the scenario, its measures, edits, amounts and claims.
#include "calendar/date.h"
#include "calendar/fiscal.h"
#include "scenario/checks.h"
#include "scenario/measure_days.h"
#include "scenario/place.h"
#include "scenario/rows_measures.h"
#include "scenario/rows_people.h"
#include "scenario/rows_settings.h"
#include "scenario/settings.h"

enum { YEARS_MOST = 10, YEARS_AROUND = 5 };

static void check_years(const struct checking *checking) {
  const struct settings_row *settings = settings_of(checking->tables);
  struct place at = setting_row_place(settings, "last_year");
  const char *last = number_print(checking, settings->last_year, 0);
  int64_t span = settings->last_year - settings->first_year;
  if (span < 0)
    problem_add(checking->problems, at, last, "before first_year %d: swap them", (int)settings->first_year);
  else if (span >= YEARS_MOST)
    problem_add(checking->problems, at, last,
                "%d years from first_year %d: a scenario has at most %d; bring one of them nearer", (int)span + 1,
                (int)settings->first_year, YEARS_MOST);
}

static bool years_run_upwards(const struct settings_row *settings) {
  return settings->first_year <= settings->last_year;
}

static void check_near(const struct checking *checking, const struct row *row, const char *column, int64_t day) {
  const struct settings_row *settings = settings_of(checking->tables);
  if (day == NOT_GIVEN || !years_run_upwards(settings))
    return;
  int year = fiscal_year_of((day_number)day);
  int first = (int)settings->first_year - YEARS_AROUND, last = (int)settings->last_year + YEARS_AROUND;
  if (year < first || year > last)
    problem_add(checking->problems, row_place(row, column), date_print(checking, day),
                "out of range: allowed are the years %s to %s, %d around those of the scenario; check the year",
                YEAR_NAME(first), YEAR_NAME(last), YEARS_AROUND);
}

static void check_order(const struct checking *checking, const struct row *row, const char *column, int64_t from,
                        int64_t to) {
  if (from != NOT_GIVEN && to != NOT_GIVEN && to < from)
    problem_add(checking->problems, row_place(row, column), date_print(checking, to),
                "before the first day %s: swap them or correct the year", date_print(checking, from));
}

static void check_measures(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_MEASURES); i++) {
    const struct measure_row *measure = &measure_rows(checking->tables)[i];
    check_near(checking, &measure->row, "start", measure->start);
  }
}

static int64_t start_of(const struct checking *checking, int64_t measure) {
  return measure_rows(checking->tables)[measure].start;
}

static void check_edits(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_EDITS); i++) {
    const struct edit_row *edit = &edit_rows(checking->tables)[i];
    int64_t start = start_of(checking, edit->measure);
    check_near(checking, &edit->row, "from", edit->from);
    check_near(checking, &edit->row, "to", edit->to);
    check_order(checking, &edit->row, "to", edit->from == NOT_GIVEN ? start : edit->from, edit->to);
    if (edit->from != NOT_GIVEN && start != NOT_GIVEN && edit->from < start)
      problem_add(checking->problems, row_place(&edit->row, "from"), date_print(checking, edit->from),
                  "before the measure starts on %s: leave it blank or move the start", date_print(checking, start));
  }
}

static void check_amounts(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_AMOUNTS); i++) {
    const struct amount_row *amount = &amount_rows(checking->tables)[i];
    int64_t start = start_of(checking, amount->measure);
    check_near(checking, &amount->row, "from", amount->from);
    check_near(checking, &amount->row, "to", amount->to);
    check_order(checking, &amount->row, "to", amount->from == NOT_GIVEN ? start : amount->from, amount->to);
  }
}

static void check_what_is_claimed(const struct checking *checking, const struct claim_row *claim) {
  bool amount = claim->amount_ore != NOT_GIVEN, percent = claim->percent_e8 != NOT_GIVEN;
  bool base = claim->base_ore != NOT_GIVEN, left_out = claim->leaves_out != NOT_GIVEN;
  const char *column = NULL, *why = NULL;
  if (!amount && !percent && !base && claim->fte_milli == NOT_GIVEN)
    why = "nothing is claimed: write amount_kr, fte or both";
  else if (percent && !base)
    column = "percent", why = "a percentage without a base: write in percent_of_kr what it is a percentage of";
  else if (base && !percent)
    column = "percent_of_kr", why = "a base without a percentage: write percent, or leave the base blank";
  else if (percent && amount)
    column = "percent", why = "an amount is claimed too: leave one of them blank";
  else if (left_out && !amount && !percent)
    column = "leaves_out",
    why = "no kroner are claimed that could leave anything out: write amount_kr or leave it blank";
  if (why)
    problem_add(checking->problems, row_place(&claim->row, column), NULL, "%s", why);
}

static void check_claims(const struct checking *checking) {
  const struct settings_row *settings = settings_of(checking->tables);
  for (size_t i = 0; i < row_count(checking->tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(checking->tables)[i];
    bool outside = claim->year < settings->first_year || claim->year > settings->last_year;
    if (outside && years_run_upwards(settings))
      problem_add(checking->problems, row_place(&claim->row, "year"), NULL,
                  "%s is no year of the scenario: allowed are %s to %s", YEAR_NAME(claim->year),
                  YEAR_NAME(settings->first_year), YEAR_NAME(settings->last_year));
    check_what_is_claimed(checking, claim);
  }
}

// What a measure saves in a year cannot come before it starts.
static void check_claimed_early(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(checking->tables)[i];
    if (claim->measure == NOT_GIVEN || claim->basis != CLAIM_IN_YEAR || !claim->amount_ore)
      continue;
    struct measure_days days = measure_days_of(checking->tables, (size_t)claim->measure);
    if (days.known && days.from > fiscal_last_day((int)claim->year))
      problem_doubt(checking->problems, row_place(&claim->row, "year"), cell_in(checking, TABLE_CLAIMS, claim, "year"),
                    "claimed in a year that ends before `%s` starts on %s: correct the year, or the start",
                    measure_rows(checking->tables)[claim->measure].measure, date_print(checking, days.from));
  }
}

static void check_valid_to(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SUPPLEMENTS); i++) {
    const struct supplement_row *row = &supplement_rows(checking->tables)[i];
    check_order(checking, &row->row, "valid_to", row->valid_from, row->valid_to);
  }
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SOURCES); i++) {
    const struct source_row *row = &source_rows(checking->tables)[i];
    check_order(checking, &row->row, "valid_to", row->valid_from, row->valid_to);
  }
}

const struct check checks_of_dates[] = {
    {"the years of a scenario run upwards and are ten at most", NEEDS(TABLE_SETTINGS), check_years},
    {"measures start near the scenario's years", NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_MEASURES), check_measures},
    {"edits lie near the scenario's years, run forwards and not before their measure",
     NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_MEASURES) | NEEDS(TABLE_EDITS), check_edits},
    {"amounts lie near the scenario's years and run forwards",
     NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_MEASURES) | NEEDS(TABLE_AMOUNTS), check_amounts},
    {"claims are of the scenario's years and claim something", NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_CLAIMS),
     check_claims},
    {"nothing is claimed before a measure starts",
     NEEDS(TABLE_CLAIMS) | NEEDS(TABLE_MEASURES) | NEEDS(TABLE_EDITS) | NEEDS(TABLE_AMOUNTS), check_claimed_early},
    {"valid_to is not before valid_from", NEEDS(TABLE_SUPPLEMENTS) | NEEDS(TABLE_SOURCES), check_valid_to},
    {NULL, 0, NULL},
};
