// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/working_year.h"

#include <assert.h>

#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "pay/absence.h"
#include "pay/pay.h"
#include "scenario/absence_row.h"
#include "scenario/law.h"

static const struct field_column working_year_columns[] = {
    {"unit", FIELD_CODE, 0},
    {"category", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"full_time_week_h", FIELD_DECIMAL, 2},
    {"weeks_a_year", FIELD_DECIMAL, 4},
    {"full_time_h", FIELD_DECIMAL, 1},
    {"holiday_h", FIELD_DECIMAL, 1},
    {"holiday_in_free_h", FIELD_DECIMAL, 1},
    {"sick_h", FIELD_DECIMAL, 1},
    {"training_h", FIELD_DECIMAL, 1},
    {"at_work_h", FIELD_DECIMAL, 1},
    {"relief_factor", FIELD_DECIMAL, 3},
    {"absence_cover", FIELD_CODE, 0},
};

static const char *const cover_names[] = {
    [COVER_DIVISOR] = "divisor", [COVER_ADDED] = "added", [COVER_MULTIPLIER] = "multiplier"};

const char *absence_cover_name(int64_t cover) {
  assert((size_t)cover < sizeof cover_names / sizeof *cover_names);
  return cover_names[cover];
}

struct year_shares {
  double holiday, sick, training; // of the contract, means over the days of a year
  double in_free;                 // holiday that takes nobody from a shift
};

static double share(int64_t share_e8) { return (double)share_e8 / (double)ONE_E8; }

static struct year_shares year_shares(const struct tables *tables, int64_t unit, int64_t category, int year) {
  struct year_shares shares = {0};
  double week_min = (double)category_rows(tables)[category].full_time_min;
  day_number first = fiscal_first_day(year);
  int days = fiscal_day_count(year);
  for (int d = 0; d < days; d++) {
    double holiday = share(absence_on(tables, ABSENCE_HOLIDAY, unit, category, first + d));
    double sick = (1 - holiday) * share(absence_on(tables, ABSENCE_SICK, unit, category, first + d));
    double training = share(training_on(tables, unit, category, week_min, first + d));
    double there = 1 - holiday - sick; // people who are away are not trained
    shares.holiday += holiday / days;
    shares.in_free += share(holiday_in_free_weeks(tables, unit, category, iso_week(first + d))) / days;
    shares.sick += sick / days;
    shares.training += (training < there ? training : there) / days;
  }
  return shares;
}

static void add_row(struct result_table *table, const struct tables *tables, int64_t unit, int64_t category, int year) {
  struct year_shares shares = year_shares(tables, unit, category, year);
  double week_h = (double)category_rows(tables)[category].full_time_min / 60, weeks = full_time_weeks(tables);
  double at_work = 1 - shares.holiday - shares.sick - shares.training;
  result_text(table, unit_rows(tables)[unit].unit);
  result_text(table, category_rows(tables)[category].category);
  result_number(table, year);
  result_number(table, hundredths(week_h));
  result_number(table, fixed_round(weeks * 10000));
  result_number(table, tenths(weeks * week_h));
  result_number(table, tenths(weeks * week_h * shares.holiday));
  result_number(table, shares.in_free > 0 ? tenths(weeks * week_h * shares.in_free) : FIELD_BLANK);
  result_number(table, tenths(weeks * week_h * shares.sick));
  result_number(table, tenths(weeks * week_h * shares.training));
  result_number(table, tenths(weeks * week_h * at_work));
  result_number(table, at_work > 0 ? fixed_round(1000 / at_work) : FIELD_BLANK);
  result_text(table, absence_cover_name(settings_of(tables)->absence_cover));
}

// Is the category employed in the unit, or required there?
static bool is_of_unit(const struct tables *tables, int64_t unit, int64_t category) {
  for (size_t i = 0; i < row_count(tables, TABLE_GROUPS); i++)
    if (group_rows(tables)[i].unit == unit && group_rows(tables)[i].category == category)
      return true;
  for (size_t i = 0; i < row_count(tables, TABLE_NEED); i++)
    if (need_rows(tables)[i].unit == unit && need_rows(tables)[i].level == category)
      return true;
  return unit_rows(tables)[unit].ratio && unit_rows(tables)[unit].ratio_level == category;
}

struct result_table *working_year_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "working_year", COLUMNS(working_year_columns));
  const struct tables *tables = &audit->scenario->tables;
  const struct settings_row *settings = settings_of(tables);
  for (size_t unit = 0; unit < row_count(tables, TABLE_UNITS); unit++)
    for (size_t category = 0; category < row_count(tables, TABLE_CATEGORIES); category++)
      for (int year = (int)settings->first_year; year <= settings->last_year; year++)
        if (is_of_unit(tables, (int64_t)unit, (int64_t)category))
          add_row(table, tables, (int64_t)unit, (int64_t)category, year);
  return table;
}

static const char *cover_in_words(const struct settings_row *settings) {
  if (settings->absence_cover == COVER_ADDED)
    return _("Holiday and sick leave are added: both are shares of the contract. ");
  return settings->absence_cover == COVER_MULTIPLIER
             ? _("Holiday, sick leave and training are an uplift on the hours at work. ")
             : "";
}

static const char *money_in_words(const struct settings_row *settings) {
  if (settings->country == UNITED_KINGDOM)
    return _("Amounts are in pounds: where a text or a column says kr, read £. ");
  if (settings->country == DENMARK)
    return _("Amounts are in Danish kroner. ");
  return settings->country == SWEDEN ? _("Amounts are in Swedish kronor. ") : "";
}

static const char *fiscal_in_words(struct arena *arena, const struct settings_row *settings) {
  int year = (int)settings->first_year;
  if (fiscal_year_month() == 1)
    return "";
  return arena_printf(arena, _("Years are fiscal years: %s is %s to %s. "), YEAR_NAME(year),
                      day_in_words(arena, fiscal_first_day(year)), day_in_words(arena, fiscal_last_day(year)));
}

static const char *free_weeks_in_words(const struct tables *tables) {
  for (size_t i = 0; i < row_count(tables, TABLE_ABSENCE); i++)
    if (absence_rows(tables)[i].in_free_e8)
      return _(
          "Holidays laid into free weeks of the rota take nobody from a shift (absence.csv, in_free_weeks_percent). ");
  return "";
}

const char *conventions_in_words(struct arena *arena, const struct tables *tables) {
  const struct settings_row *settings = settings_of(tables);
  const char *law = settings->country == NORWAY
                        ? ""
                        : arena_printf(arena, _("Law and public holidays of %s. "),
                                       _(law_of_country((enum country)settings->country)->title));
  const char *weeks = settings->year_weeks == YEAR_365_7 ? _("A full-time year has 365/7 weeks. ") : "";
  return arena_printf(arena, "%s%s%s%s%s%s", fiscal_in_words(arena, settings), law, money_in_words(settings),
                      cover_in_words(settings), free_weeks_in_words(tables), weeks);
}
