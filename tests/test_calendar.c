// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "calendar/country.h"
#include "calendar/dayset.h"
#include "calendar/fiscal.h"
#include "support/pay_by_minute.h"

struct year_row {
  int year, easter_month, easter_day, red_days, working_days;
};

// The table of facts: red days and working days from Monday to Friday.
static const struct year_row year_rows[] = {
    {2022, 4, 17, 7, 253}, {2023, 4, 9, 9, 251},  {2024, 3, 31, 10, 252}, {2025, 4, 20, 9, 252},  {2026, 4, 5, 8, 253},
    {2027, 3, 28, 6, 255}, {2028, 4, 16, 9, 251}, {2029, 4, 1, 10, 251},  {2030, 4, 21, 10, 251},
};

static bool is_weekend(day_number day) { return weekday_of(day) >= SATURDAY; }

// The days of a year for which `wanted` holds.
static int days_counted(int year, bool (*wanted)(day_number day)) {
  int count = 0;
  for (day_number day = day_from_date(year, 1, 1); day < day_from_date(year + 1, 1, 1); day++)
    count += wanted(day);
  return count;
}

static bool is_holiday(day_number day) { return day_kind_of(day) == DAY_HOLIDAY; }
static bool is_red_day(day_number day) { return is_holiday(day) && !is_weekend(day); }
static bool is_working_day(day_number day) { return !is_holiday(day) && !is_weekend(day); }

static void holidays_of_known_years(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof year_rows / sizeof *year_rows; i++) {
    const struct year_row *row = &year_rows[i];
    assert_int_equal(easter_sunday(row->year), day_from_date(row->year, row->easter_month, row->easter_day));
    assert_int_equal(days_counted(row->year, is_red_day), row->red_days);
    assert_int_equal(days_counted(row->year, is_working_day), row->working_days);
    assert_int_equal(days_counted(row->year, is_holiday), row->year == 2027 ? 11 : 12);
  }
  assert_int_equal(day_kind_of(day_from_date(2027, 5, 17)), DAY_HOLIDAY);
  assert_int_equal(day_from_date(2027, 5, 17), easter_sunday(2027) + 50);
}

// Public holidays of three countries 2020-2035, all of them and those on weekdays; of the United Kingdom in the calendar year
// and in the fiscal year from 1 April. Worked out once by another program from the acts and compared with a library.
static void holidays_of_other_countries(void **state) {
  (void)state;
  static const struct {
    int year, denmark, denmark_weekdays, sweden, sweden_weekdays, kingdom, kingdom_from_april;
  } rows[] = {
      {2020, 11, 8, 13, 7, 8, 8}, {2021, 11, 7, 13, 5, 8, 8}, {2022, 11, 7, 13, 6, 10, 10}, {2023, 11, 8, 13, 8, 9, 10},
      {2024, 10, 8, 13, 8, 8, 7}, {2025, 10, 8, 13, 9, 8, 8}, {2026, 10, 7, 13, 7, 8, 10},  {2027, 10, 6, 13, 5, 8, 6},
      {2028, 10, 7, 13, 8, 8, 9}, {2029, 10, 8, 13, 8, 8, 7}, {2030, 10, 8, 13, 8, 8, 8},   {2031, 10, 8, 13, 9, 8, 10},
      {2032, 10, 6, 13, 5, 8, 6}, {2033, 10, 6, 13, 6, 8, 8}, {2034, 10, 7, 13, 8, 8, 10},  {2035, 10, 8, 13, 8, 8, 6},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    int year = rows[i].year, april = 0;
    country_use(DENMARK);
    assert_int_equal(days_counted(year, is_holiday), rows[i].denmark);
    assert_int_equal(days_counted(year, is_red_day), rows[i].denmark_weekdays);
    country_use(SWEDEN);
    assert_int_equal(days_counted(year, is_holiday), rows[i].sweden);
    assert_int_equal(days_counted(year, is_red_day), rows[i].sweden_weekdays);
    country_use(UNITED_KINGDOM);
    assert_int_equal(days_counted(year, is_holiday), rows[i].kingdom);
    assert_int_equal(days_counted(year, is_red_day), rows[i].kingdom); // none at a weekend
    for (day_number day = day_from_date(year, 4, 1); day < day_from_date(year + 1, 4, 1); day++)
      april += is_holiday(day);
    assert_int_equal(april, rows[i].kingdom_from_april);
  }
  country_use(NORWAY);
}

static void single_days_of_other_countries(void **state) {
  (void)state;
  static const struct {
    enum country country;
    int year, month, day;
    enum day_kind kind;
  } rows[] = {
      {DENMARK, 2023, 5, 5, DAY_HOLIDAY},
      {DENMARK, 2024, 4, 26, DAY_PLAIN}, // Great Prayer Day, and no more
      {DENMARK, 2025, 6, 5, DAY_HALF_EVE},
      {DENMARK, 2028, 6, 5, DAY_HOLIDAY}, // Constitution Day on Whit Monday
      {DENMARK, 2025, 5, 17, DAY_PLAIN},
      {DENMARK, 2025, 12, 24, DAY_EASTER_EVE},
      {SWEDEN, 2025, 6, 20, DAY_EASTER_EVE},
      {SWEDEN, 2025, 6, 21, DAY_HOLIDAY}, // Midsummer
      {SWEDEN, 2027, 11, 6, DAY_HOLIDAY},
      {SWEDEN, 2026, 10, 31, DAY_HOLIDAY}, // All Saints
      {SWEDEN, 2026, 5, 25, DAY_PLAIN},
      {SWEDEN, 2004, 5, 31, DAY_HOLIDAY}, // Whit Monday until 2004
      {SWEDEN, 2004, 6, 6, DAY_PLAIN},
      {SWEDEN, 2025, 4, 30, DAY_HALF_EVE},
      {UNITED_KINGDOM, 2021, 12, 27, DAY_HOLIDAY},
      {UNITED_KINGDOM, 2021, 12, 28, DAY_HOLIDAY},
      {UNITED_KINGDOM, 2021, 12, 25, DAY_PLAIN},
      {UNITED_KINGDOM, 2022, 12, 27, DAY_HOLIDAY},
      {UNITED_KINGDOM, 2022, 6, 2, DAY_HOLIDAY},
      {UNITED_KINGDOM, 2022, 5, 30, DAY_PLAIN},
      {UNITED_KINGDOM, 2022, 9, 19, DAY_HOLIDAY},
      {UNITED_KINGDOM, 2023, 5, 8, DAY_HOLIDAY},
      {UNITED_KINGDOM, 2020, 5, 4, DAY_PLAIN},
      {UNITED_KINGDOM, 2020, 5, 8, DAY_HOLIDAY},
      {UNITED_KINGDOM, 2022, 1, 3, DAY_HOLIDAY},
      {UNITED_KINGDOM, 2023, 1, 2, DAY_HOLIDAY},
      {UNITED_KINGDOM, 2025, 8, 25, DAY_HOLIDAY},
      {NORWAY, 2025, 5, 17, DAY_HOLIDAY},
      {SWEDEN, 2026, 6, 20, DAY_HOLIDAY},
      {SWEDEN, 2026, 6, 27, DAY_PLAIN}, // Midsummer Day at its earliest
      {UNITED_KINGDOM, 2026, 8, 31, DAY_HOLIDAY},
      {UNITED_KINGDOM, 2026, 8, 24, DAY_PLAIN}, // the last Monday
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    day_number day = day_from_date(rows[i].year, rows[i].month, rows[i].day);
    country_use(rows[i].country); // the same day in one country after another: what is remembered is not mixed
    assert_int_equal(day_kind_of(day), rows[i].kind);
    assert_int_equal(day_kind_in(rows[i].country, day), rows[i].kind);
  }
  country_use(NORWAY);
}

// Hours of a post that never closes at 133 1/3 %.
static int holiday_hours_on(day_number day) {
  static const int hours[] = {[DAY_PLAIN] = 0, [DAY_HOLIDAY] = 24, [DAY_EASTER_EVE] = 24, [DAY_HALF_EVE] = 12};
  return hours[day_kind_of(day)];
}

static void holiday_hours_of_a_post(void **state) {
  (void)state;
  static const int years[][3] = {{2025, 360, 108}, {2026, 360, 132}, {2027, 336, 156}};
  for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
    int hours = 0, at_weekends = 0;
    for (day_number day = day_from_date(years[i][0], 1, 1); day < day_from_date(years[i][0] + 1, 1, 1); day++) {
      hours += holiday_hours_on(day);
      at_weekends += is_weekend(day) ? holiday_hours_on(day) : 0;
    }
    assert_int_equal(hours, years[i][1]);
    assert_int_equal(at_weekends, years[i][2]);
  }
}

// A holiday that falls on an eve stays a holiday: Whit eve on 17 May (1997), 1 May on Ascension Day (2008).
static void holiday_goes_before_eve(void **state) {
  (void)state;
  assert_int_equal(easter_sunday(1997) + 48, day_from_date(1997, 5, 17));
  assert_int_equal(day_kind_of(day_from_date(1997, 5, 17)), DAY_HOLIDAY);
  assert_int_equal(easter_sunday(2008) + 39, day_from_date(2008, 5, 1));
  assert_int_equal(days_counted(2008, is_holiday), 11);
}

// Every day from 1900 to 2200 against a calendar that counts day by day and another rule for Easter.
static void every_day_of_three_centuries(void **state) {
  (void)state;
  day_number day = day_from_date(YEAR_FIRST, 1, 1), end = day_from_date(YEAR_LAST, 12, 31);
  assert_int_equal(day, -25567);
  assert_int_equal(end, 84370);
  for (; day <= end; day++) {
    struct plain_day plain = plain_day_of(day);
    struct civil_date date = date_from_day(day);
    assert_true(date.year == plain.year && date.month == plain.month && date.day == plain.day);
    assert_int_equal(day_from_date(plain.year, plain.month, plain.day), day);
    assert_int_equal(weekday_of(day), plain.weekday);
    enum day_kind kind = plain.red          ? DAY_HOLIDAY
                         : plain.easter_eve ? DAY_EASTER_EVE
                         : plain.half_eve   ? DAY_HALF_EVE
                                            : DAY_PLAIN;
    assert_int_equal(day_kind_of(day), kind);
    assert_true(date_is_valid(plain.year, plain.month, plain.day));
  }
  assert_int_equal(day_kind_of(end + 1), DAY_HOLIDAY); // 1 January 2201
  assert_int_equal(date_from_day(end + 1).year, 2201);
}

static void days_known_from_elsewhere(void **state) {
  (void)state;
  assert_int_equal(day_from_date(1970, 1, 1), 0);
  assert_int_equal(day_from_date(2000, 1, 1), 10957);
  assert_int_equal(day_from_date(2038, 1, 19), 24855);
  assert_int_equal(weekday_of(day_from_date(2024, 2, 29)), THURSDAY);
  assert_int_equal(weekday_of(day_from_date(1945, 5, 8)), TUESDAY);
}

static void leap_years(void **state) {
  (void)state;
  static const struct {
    int year, days;
  } years[] = {{1900, 365}, {1904, 366}, {2000, 366}, {2023, 365}, {2024, 366}, {2100, 365}, {2200, 365}};
  for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
    assert_int_equal(days_in_year(years[i].year), years[i].days);
    assert_int_equal(days_in_month(years[i].year, 2), years[i].days - 337);
    assert_int_equal(day_from_date(years[i].year, 3, 1) - day_from_date(years[i].year, 1, 1), years[i].days - 306);
  }
}

static void dates_that_do_not_exist(void **state) {
  (void)state;
  static const int bad[][3] = {{1899, 12, 31}, {2201, 1, 1},  {2024, 0, 1},  {2024, 13, 1}, {2024, 1, 0},
                               {2024, 1, 32},  {2023, 2, 29}, {1900, 2, 29}, {2024, 4, 31}, {2024, -1, 1}};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_false(date_is_valid(bad[i][0], bad[i][1], bad[i][2]));
  assert_true(date_is_valid(1900, 1, 1));
  assert_true(date_is_valid(2200, 12, 31));
  assert_true(date_is_valid(2000, 2, 29));
}

static void iso_weeks(void **state) {
  (void)state;
  static const struct {
    int year, month, day, week;
  } days[] = {{2024, 1, 1, 1},    {2024, 12, 29, 52}, {2024, 12, 30, 1}, {2020, 12, 31, 53}, {2021, 1, 3, 53},
              {2021, 1, 4, 1},    {2026, 12, 31, 53}, {2027, 1, 3, 53},  {2022, 1, 1, 52},   {2023, 1, 1, 52},
              {2025, 12, 28, 52}, {2025, 12, 29, 1},  {1900, 1, 1, 1},   {2200, 12, 31, 1}};
  for (size_t i = 0; i < sizeof days / sizeof *days; i++)
    assert_int_equal(iso_week(day_from_date(days[i].year, days[i].month, days[i].day)), days[i].week);
}

// 53 of the 300 years from 1900 have a week 53 (ISO 8601); a week's number turns on Mondays only and counts up by one.
static void iso_weeks_run_on(void **state) {
  (void)state;
  int long_years = 0;
  for (int year = 1900; year < 2200; year++)
    long_years += iso_week(day_from_date(year, 12, 28)) == 53;
  assert_int_equal(long_years, 53);
  for (day_number day = day_from_date(1900, 1, 2); day <= day_from_date(2200, 12, 31); day++) {
    int before = iso_week(day - 1), week = iso_week(day);
    if (weekday_of(day) != MONDAY)
      assert_int_equal(week, before);
    else
      assert_true(week == before + 1 || (week == 1 && before >= 52));
  }
}

// --- sets -----------------------------------------------------------------------------------------------

#define BIT(WEEKDAY) (1 << (WEEKDAY))

static void daysets_as_planners_write_them(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int days;
  } good[] = {
      {"mon-fri", 0x1f},
      {"sat sun holiday", BIT(SATURDAY) | BIT(SUNDAY) | DAYSET_HOLIDAY},
      {"sat+sun+holiday", BIT(SATURDAY) | BIT(SUNDAY) | DAYSET_HOLIDAY},
      {"  wed\t+ wed ", BIT(WEDNESDAY)},
      {"fri-mon", BIT(FRIDAY) | BIT(SATURDAY) | BIT(SUNDAY) | BIT(MONDAY)},
      {"tue-mon", 0x7f},
      {"thu-thu", BIT(THURSDAY)},
      {"all", 0x7f | DAYSET_HOLIDAY},
      {"holiday easter_eve", DAYSET_HOLIDAY | DAYSET_EASTER_EVE},
      {"half_eve mon-tue", DAYSET_HALF_EVE | BIT(MONDAY) | BIT(TUESDAY)},
      {"man-fre", 0x1f},
      {"lør søn helligdag", BIT(SATURDAY) | BIT(SUNDAY) | DAYSET_HOLIDAY},
      {"fre-mon", BIT(FRIDAY) | BIT(SATURDAY) | BIT(SUNDAY) | BIT(MONDAY)},
      {"fri", BIT(FRIDAY)},
      {"alle", 0x7f | DAYSET_HOLIDAY},
  };
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    dayset days = 0;
    const char *why = NULL;
    assert_true(dayset_parse(good[i].text, &days, &why));
    assert_int_equal(days, good[i].days);
  }
}

static void daysets_that_are_none(void **state) {
  (void)state;
  static const char *const bad[] = {
      "",          "   ",         "+",           "monday",  "man-fri-x",     "mon-", "-fri",
      "mon - fri", "mon--fri",    "mon-holiday", "all-fri", "Mon",           "mo",   "mon,tue",
      "mon;fri",   "mon-fri-sun", "holiday-sun", "0x1f",    "easter_eve-sun"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    dayset days = 42;
    const char *why = NULL;
    assert_false(dayset_parse(bad[i], &days, &why));
    assert_non_null(why);
    assert_int_equal(days, 42);
  }
}

static void weeksets_as_planners_write_them(void **state) {
  (void)state;
  static const struct {
    const char *text;
    uint64_t weeks;
  } good[] = {
      {"all", WEEKSET_ALL},
      {"alle", WEEKSET_ALL},
      {"1-53", WEEKSET_ALL},
      {"1", UINT64_C(1) << 1},
      {"53", UINT64_C(1) << 53},
      {" 07 9-9 ", UINT64_C(1) << 7 | UINT64_C(1) << 9},
      {"1-26 33-52", WEEKSET_ALL & ~(UINT64_C(0x3f) << 27) & ~(UINT64_C(1) << 53)},
      {"2-4+3-5", UINT64_C(0xf) << 2},
  };
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    weekset weeks = 0;
    const char *why = NULL;
    assert_true(weekset_parse(good[i].text, &weeks, &why));
    assert_true(weeks == good[i].weeks);
  }
}

static void weeksets_that_are_none(void **state) {
  (void)state;
  static const char *const bad[] = {"",     " ",     "0",     "54",     "1-54",  "0-3",       "26-1",
                                    "52-1", "1-",    "-5",    "x",      "1-x",   "1,2",       "1.5",
                                    "001",  "1 - 3", "1-2-3", "alle-5", "all-5", "4294967297"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    weekset weeks = 42;
    const char *why = NULL;
    assert_false(weekset_parse(bad[i], &weeks, &why));
    assert_non_null(why);
    assert_int_equal(weeks, 42);
  }
}

static dayset days_of(const char *text) {
  dayset days = 0;
  const char *why = NULL;
  assert_true(dayset_parse(text, &days, &why));
  return days;
}

// Mon-fri is closed on 17 May, but works on the eves; a Sunday is a Sunday though it be Easter.
static void need_takes_holidays_for_no_weekdays(void **state) {
  (void)state;
  day_number constitution = day_from_date(2024, 5, 17); // a Friday
  assert_false(need_day_matches(days_of("mon-fri"), constitution));
  assert_true(need_day_matches(days_of("holiday"), constitution));
  assert_true(need_day_matches(days_of("all"), constitution));
  day_number easter = easter_sunday(2024);
  assert_true(need_day_matches(days_of("sun"), easter));
  assert_false(need_day_matches(days_of("holiday"), easter));
  assert_true(need_day_matches(days_of("sat"), easter - 1));
  assert_true(need_day_matches(days_of("wed"), easter - 4));
  assert_true(need_day_matches(days_of("tue"), day_from_date(2024, 12, 24)));
  assert_false(need_day_matches(days_of("half_eve"), day_from_date(2024, 12, 24)));
  assert_false(need_day_matches(days_of("sat"), day_from_date(2026, 12, 26))); // Boxing Day on a Saturday
}

// `all` is met exactly once a day: by the weekday or by the holiday.
static void need_knows_one_day_a_day(void **state) {
  (void)state;
  static const char *const words[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday"};
  for (day_number day = day_from_date(2024, 1, 1); day < day_from_date(2028, 1, 1); day++) {
    int met = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
      met += need_day_matches(days_of(words[i]), day);
    assert_int_equal(met, 1);
    assert_true(need_day_matches(days_of("all"), day));
  }
}

static void pay_takes_a_day_for_both(void **state) {
  (void)state;
  day_number easter = easter_sunday(2024);
  assert_true(pay_day_matches(days_of("sun"), easter));
  assert_true(pay_day_matches(days_of("holiday"), easter));
  assert_true(pay_day_matches(days_of("fri"), day_from_date(2024, 5, 17)));
  assert_true(pay_day_matches(days_of("easter_eve"), easter - 1));
  assert_true(pay_day_matches(days_of("sat"), easter - 1));
  assert_false(pay_day_matches(days_of("holiday"), easter - 1));
  assert_true(pay_day_matches(days_of("half_eve"), easter - 4));
  assert_true(pay_day_matches(days_of("half_eve"), easter + 48));
  assert_true(pay_day_matches(days_of("half_eve"), day_from_date(2024, 12, 31)));
  assert_false(pay_day_matches(days_of("half_eve holiday"), day_from_date(2024, 12, 23)));
}

// Every month of every year, against a count of months and days.
static void fiscal_years_follow_each_other(void **state) {
  (void)state;
  for (int month = 1; month <= MONTHS_PER_YEAR; month++) {
    fiscal_year_use(month);
    int year = 1999;
    for (day_number day = day_from_date(2000, month, 1) - 1; day < day_from_date(2012, month, 1); day++) {
      struct plain_day plain = plain_day_of(day);
      bool begins = plain.month == month && plain.day == 1;
      year += begins;
      assert_int_equal(fiscal_year_of(day), year);
      assert_int_equal(fiscal_year_from(day), begins ? year : year + 1);
      assert_true(fiscal_first_day(year) <= day && day <= fiscal_last_day(year));
      assert_int_equal(fiscal_first_of_month(year, plain.month), day - plain.day + 1);
      assert_int_equal(fiscal_day_count(year), fiscal_first_day(year + 1) - fiscal_first_day(year));
    }
  }
  fiscal_year_use(1);
}

static void fiscal_years_have_names(void **state) {
  (void)state;
  int64_t year = 0;
  assert_string_equal(YEAR_NAME(2024), "2024");
  fiscal_year_use(4);
  assert_string_equal(YEAR_NAME(2024), "2024/25");
  assert_string_equal(YEAR_NAME(1999), "1999/00");
  fiscal_year_use(1);
  assert_true(fiscal_year_read("1999/00", &year) && year == 1999);
  static const char *const wrong[] = {"2024", "2024/26", "2024/2025", "2024/", "24/25", "2024-25", "2024/25 ", ""};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    assert_false(fiscal_year_read(wrong[i], &year));
  assert_int_equal(year, 1999);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(holidays_of_known_years),
      cmocka_unit_test(holiday_hours_of_a_post),
      cmocka_unit_test(holiday_goes_before_eve),
      cmocka_unit_test(every_day_of_three_centuries),
      cmocka_unit_test(days_known_from_elsewhere),
      cmocka_unit_test(leap_years),
      cmocka_unit_test(dates_that_do_not_exist),
      cmocka_unit_test(iso_weeks),
      cmocka_unit_test(iso_weeks_run_on),
      cmocka_unit_test(daysets_as_planners_write_them),
      cmocka_unit_test(holidays_of_other_countries),
      cmocka_unit_test(single_days_of_other_countries),
      cmocka_unit_test(daysets_that_are_none),
      cmocka_unit_test(weeksets_as_planners_write_them),
      cmocka_unit_test(weeksets_that_are_none),
      cmocka_unit_test(need_takes_holidays_for_no_weekdays),
      cmocka_unit_test(need_knows_one_day_a_day),
      cmocka_unit_test(pay_takes_a_day_for_both),
      cmocka_unit_test(fiscal_years_follow_each_other),
      cmocka_unit_test(fiscal_years_have_names),
  };
  return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
