// SPDX-License-Identifier: GPL-3.0-or-later
// Rotas of groups and of types of position: weekends, the year-round rota and what is agreed on it.
#include "base/fixed.h"
#include "base/language.h"
#include "scenario/absence_row.h"
#include "scenario/checks.h"
#include "scenario/law.h"
#include "scenario/place.h"

enum { DEFAULT_WEEKEND_EVERY_MILLI = 3000, WEEKENDS_PER_YEAR = 52 };

// ---------------------------------------------------------------- weekends

static void check_weekend_every(const struct checking *checking) {
  for (size_t i = 0; i < contract_count(checking); i++) {
    const struct group_row *contract = contract_at(checking, i);
    if (contract->weekend_every_milli > 0 && contract->weekend_every_milli < MILLI)
      problem_add(checking->problems, row_place(&contract->row, "weekend_every"), NULL,
                  "weekend_every cannot be below 1: write 1 or more, or 0 for no weekend work");
  }
}

static void check_weekend_ceiling(const struct checking *checking) {
  for (size_t i = 0; i < contract_count(checking); i++) {
    const struct group_row *contract = contract_at(checking, i);
    int64_t wanted = contract->weekends_per_year_milli, every = contract->weekend_ceiling_milli;
    if (wanted == NOT_GIVEN || (int128)wanted * every <= (int128)WEEKENDS_PER_YEAR * MILLI * MILLI)
      continue;
    int64_t most = WEEKENDS_PER_YEAR * MILLI * INT64_C(1000) / every;
    problem_add(checking->problems, row_place(&contract->row, "weekends_per_year"), number_print(checking, wanted, 3),
                "out of reach: with weekend_ceiling_every %s nobody works more than %s weekends a year, %s fewer; "
                "lower one of them",
                number_print(checking, every, 3), number_print(checking, most, 3),
                number_print(checking, wanted - most, 3));
  }
}

// ---------------------------------------------------------------- the year-round rota

static bool is_annual(const struct group_row *contract) { return contract->regime == REGIME_YEAR; }

// The band with which a week reaches this many minutes.
static int64_t band_to(int64_t contract_e8, int64_t week_e8) {
  return (int64_t)((int128)week_e8 * ONE_E8 / contract_e8) - ONE_E8;
}

static int64_t minutes_e8(double hours) { return fixed_round(hours * 60) * ONE_E8; }

// "54", "37.5": without trailing zeros.
static const char *whole_hours(const struct checking *checking, int64_t minutes_e8) {
  return number_print(checking, fixed_divide((int128)minutes_e8 * 100, 60 * ONE_E8), 2);
}

static void judge_band(const struct checking *checking, const struct group_row *contract) {
  int64_t contract_e8 = contract_week_e8(checking->tables, contract);
  int64_t week_e8 = contract_e8 + fixed_share(contract_e8, contract->band_e8);
  struct place at = row_place(&contract->row, "band_percent");
  const char *band = cell_in(checking, TABLE_GROUPS, contract, "band_percent");
  // whatever is agreed, for the band is no matter of a single shift
  struct law_limit week = law_limit(checking->tables, LAW_WEEK_CEILING);
  struct law_limit average = law_limit(checking->tables, LAW_HOURS_AVERAGE);
  int64_t week_most_e8 = minutes_e8(week.by[AGREEMENT_CENTRAL]),
          average_most_e8 = minutes_e8(average.by[AGREEMENT_LAW]);
  if (week_most_e8 && week_e8 > week_most_e8)
    problem_add(checking->problems, at, band,
                "weeks of up to %s h: %s allows %s h in any week, %s h less; bring the band down to %s %%",
                hours_print(checking, week_e8), _(week.paragraph), whole_hours(checking, week_most_e8),
                hours_print(checking, week_e8 - week_most_e8),
                share_print(checking, band_to(contract_e8, week_most_e8)));
  else if (average_most_e8 && week_e8 > average_most_e8)
    problem_warn(
        checking->problems, at, band,
        "weeks of up to %s h: %s allows %s h on average over %d weeks, and the rota holds them in every week; a "
        "band of %s %% says the same",
        hours_print(checking, week_e8), _(average.paragraph), whole_hours(checking, average_most_e8), average.weeks,
        share_print(checking, band_to(contract_e8, average_most_e8)));
}

static void check_band(const struct checking *checking) {
  for (size_t i = 0; i < contract_count(checking); i++)
    if (is_annual(contract_at(checking, i)))
      judge_band(checking, contract_at(checking, i));
}

static bool has_holiday(const struct tables *tables, const struct group_row *contract) {
  for (int week = 1; week <= 53; week++)
    if (absence_counting(tables, ABSENCE_HOLIDAY, contract, week))
      return true;
  return false;
}

static void check_holiday_data(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  for (size_t i = 0; i < contract_count(checking); i++) {
    const struct group_row *contract = contract_at(checking, i);
    if (is_annual(contract) && !has_holiday(tables, contract))
      problem_add(checking->problems, row_place(&contract->row, "regime"),
                  cell_in(checking, TABLE_GROUPS, contract, "regime"),
                  "a regime without the data it needs: no holiday of unit `%s`, category `%s` in absence.csv; write "
                  "its rows, five weeks a year in all",
                  unit_rows(tables)[contract->unit].unit, category_rows(tables)[contract->category].category);
  }
}

// ---------------------------------------------------------------- what has no effect

static bool works_weekends(const struct group_row *contract) {
  bool by_year = contract->weekends_per_year_milli != NOT_GIVEN;
  return by_year ? contract->weekends_per_year_milli : contract->weekend_every_milli;
}

static bool idle_weekend_every(const struct group_row *contract) {
  return contract->weekends_per_year_milli != NOT_GIVEN && contract->weekend_every_milli != DEFAULT_WEEKEND_EVERY_MILLI;
}
static bool idle_band(const struct group_row *contract) { return contract->band_e8 && !is_annual(contract); }
static bool idle_summer(const struct group_row *contract) {
  return contract->summer_compensation_ore && !is_annual(contract);
}
static bool idle_summer_profile(const struct group_row *contract) {
  return contract->summer_compensation_ore && is_annual(contract) && contract->holidays_by == HOLIDAYS_BY_PROFILE;
}
static bool idle_weekend_price(const struct group_row *contract) {
  return contract->weekend_compensation_ore_per_h && !works_weekends(contract);
}
static bool idle_included(const struct group_row *contract) {
  return contract->weekend_included_min && !contract->weekend_compensation_ore_per_h;
}

static const struct {
  const char *column;
  bool (*idle)(const struct group_row *contract); // given, but without effect
  const char *why;
} idle_rules[] = {
    {"weekend_every", idle_weekend_every, N_("does not count, weekends_per_year does: leave one of them blank")},
    {"band_percent", idle_band, N_("no effect in a weekly rota: write the regime `year`, or leave it blank")},
    {"summer_compensation_kr_per_week", idle_summer,
     N_("no effect in a weekly rota, which moves no holiday: write the regime `year`, or leave it blank")},
    {"summer_compensation_kr_per_week", idle_summer_profile,
     N_("no effect, since no holiday is moved where holidays_by says `profile`: write `planner`, or leave it blank")},
    {"weekend_compensation_kr_per_h", idle_weekend_price,
     N_("no effect for people who never work a weekend: leave it blank, or give them weekends")},
    {"weekend_hours_included", idle_included,
     N_("no effect without weekend_compensation_kr_per_h: write its price, or leave it blank")},
};

static void check_idle(const struct checking *checking) {
  for (size_t i = 0; i < contract_count(checking); i++)
    for (size_t r = 0; r < sizeof idle_rules / sizeof *idle_rules; r++) {
      const struct group_row *contract = contract_at(checking, i);
      if (idle_rules[r].idle(contract))
        problem_warn(checking->problems, row_place(&contract->row, idle_rules[r].column),
                     cell_in(checking, TABLE_GROUPS, contract, idle_rules[r].column), "%s", _(idle_rules[r].why));
    }
}

#define NEEDS_PEOPLE (NEEDS(TABLE_UNITS) | NEEDS(TABLE_CATEGORIES))

const struct check checks_of_rota[] = {
    {"nobody works more than every weekend", 0, check_weekend_every},
    {"the ceiling of each weekend leaves room for the weekends of the year", 0, check_weekend_ceiling},
    {"no week of a year-round rota is longer than the law allows", NEEDS_PEOPLE, check_band},
    {"a year-round rota has holidays to place", NEEDS_PEOPLE | NEEDS(TABLE_ABSENCE), check_holiday_data},
    {"what is given for a rota has an effect", 0, check_idle},
    {NULL, 0, NULL},
};
