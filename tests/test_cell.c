// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "text/cell.h"

struct number_case {
  const char *text;
  char decimal;
  int digits;
  int64_t value;
  const char *why; // part of the message; NULL: good
};

static const struct number_case number_cases[] = {
    {"0", ',', 0, 0, NULL},
    {"-0", ',', 2, 0, NULL},
    {"1,5", ',', 3, 1500, NULL},
    {"1.5", '.', 3, 1500, NULL},
    {"-12,25", ',', 2, -1225, NULL},
    {"\u221212,25", ',', 2, -1225, NULL},
    {"1 234 567,5", ',', 2, 123456750, NULL},
    {"1\u00A0234", ',', 0, 1234, NULL},
    {"12\u202F345.5", '.', 1, 123455, NULL},
    {"1,500000", ',', 1, 15, NULL},
    {"3,000", ',', 0, 3, NULL},
    {"007", ',', 0, 7, NULL},
    {"133,333333", ',', 6, 133333333, NULL},
    {"9223372036854775807", ',', 0, INT64_MAX, NULL},
    {"92233720368547758,07", ',', 2, INT64_MAX, NULL},
    {"9223372036854775808", ',', 0, 0, "too large"},
    {"92233720368547758,08", ',', 2, 0, "too large"},
    {"92233720368547759", ',', 2, 0, "too large"},
    {"99999999999999999999999999999999999999999999999999", ',', 0, 0, "too large"},
    {"1.5", ',', 1, 0, "decimal comma"},
    {"1,5", '.', 1, 0, "decimal point"},
    {"1.234,5", ',', 1, 0, "decimal comma"},
    {"1,234.5", '.', 1, 0, "decimal point"},
    {"1,2,3", ',', 2, 0, "not a number"},
    {"1,25", ',', 1, 0, "one decimal"},
    {"1,5", ',', 0, 0, "whole number"},
    {"1,2345", ',', 3, 0, "3 decimals"},
    {",5", ',', 1, 0, "before and after"},
    {"5,", ',', 1, 0, "before and after"},
    {",", ',', 1, 0, "before and after"},
    {"-", ',', 1, 0, "not a number"},
    {"+5", ',', 1, 0, "not a number"},
    {"--5", ',', 1, 0, "not a number"},
    {"1e3", ',', 1, 0, "not a number"},
    {"0x10", ',', 1, 0, "not a number"},
    {"nan", ',', 1, 0, "not a number"},
    {"", ',', 1, 0, "not a number"},
    {"22. mai", ',', 1, 0, "decimal comma"},
    {"12 34", ',', 0, 0, "threes"},
    {"1234 567", ',', 0, 0, "threes"},
    {"1 2345", ',', 0, 0, "threes"},
    {"1  234", ',', 0, 0, "not a number"},
    {"5 kr", ',', 0, 0, "not a number"},
};

static void numbers(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof number_cases / sizeof *number_cases; i++) {
    const struct number_case *c = &number_cases[i];
    int64_t value = 77;
    const char *why = NULL;
    bool good = cell_decimal(c->text, c->decimal, c->digits, &value, &why);
    if (good != !c->why || (good && value != c->value) || (!good && !strstr(why, c->why)))
      fail_msg("`%s`: %d, value %lld, %s", c->text, good, (long long)value, why ? why : "no reason");
  }
}

struct clock_case {
  const char *text;
  int64_t minutes; // -1: wrong
};

static const struct clock_case clock_cases[] = {
    {"07:30", 450}, {"7:30", 450},    {"07:30:00", 450}, {"00:00", 0},    {"23:59", 1439}, {"24:00", 1440},
    {"24:01", -1},  {"25:00", -1},    {"7:60", -1},      {"7:3", -1},     {"7", 420},      {"", -1},
    {"07.30", 450}, {"07:30:30", -1}, {"-7:30", -1},     {"007:30", -1},  {"7:300", -1},   {"0730", 450},
    {"730", 450},   {"2400", 1440},   {"7:30 PM", 1170}, {"7.30am", 450}, {"12 AM", 0},    {"12:15 pm", 735},
    {"13 PM", -1},  {"0 AM", -1},     {"kl. 7.30", 450}, {"kl 22", 1320}, {"7.5", -1},     {"0.3125", -1},
    {"0,3125", -1}, {"7,5", -1},      {"7:30 XM", -1},   {"77", -1},      {"12345", -1},   {"2460", -1},
};

static void clocks(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof clock_cases / sizeof *clock_cases; i++) {
    int64_t minutes = -1;
    const char *why = NULL;
    bool good = cell_clock(clock_cases[i].text, &minutes, &why);
    if (good != (clock_cases[i].minutes >= 0) || (good ? minutes != clock_cases[i].minutes : !strstr(why, "hh:mm")))
      fail_msg("`%s`: %d, %lld", clock_cases[i].text, good, (long long)minutes);
  }
}

struct date_case {
  const char *text;
  int year, month, day; // year 0: wrong
  const char *why;
};

static const struct date_case date_cases[] = {
    {"2024-06-01", 2024, 6, 1, NULL},
    {"01.06.2024", 2024, 6, 1, NULL},
    {"1.6.2024", 2024, 6, 1, NULL},
    {"31.12.1999", 1999, 12, 31, NULL},
    {"1.6.24", 0, 0, 0, "two digits"},
    {"01.06.24", 0, 0, 0, "two digits"},
    {"24-06-01", 0, 0, 0, "not a date"},
    {"2024-6-1", 0, 0, 0, "not a date"},
    {"2024/06/01", 2024, 6, 1, NULL},
    {"1.6.20245", 0, 0, 0, "not a date"},
    {"1.6.", 0, 0, 0, "not a date"},
    {"2024-06-01x", 0, 0, 0, "not a date"},
    {"2024-06-01T00:00:00", 2024, 6, 1, NULL},
    {"01.06.2024 00:00", 2024, 6, 1, NULL},
    {"2024-06-01 07:30", 0, 0, 0, "not a date"},
    {"2024-06/01", 0, 0, 0, "not a date"},
    {"45444", 0, 0, 0, "day number"},
    {"6/1/2024", 0, 0, 0, "not a date"},
    {"", 0, 0, 0, "not a date"},
    {"june", 0, 0, 0, "not a date"},
};

static void dates(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof date_cases / sizeof *date_cases; i++) {
    const struct date_case *c = &date_cases[i];
    int year = 0, month = 0, day = 0;
    const char *why = NULL;
    bool good = cell_date(c->text, &year, &month, &day, &why);
    if (good != !c->why || (!good && !strstr(why, c->why)))
      fail_msg("`%s`: %d, %s", c->text, good, why ? why : "no reason");
    if (good && (year != c->year || month != c->month || day != c->day))
      fail_msg("`%s`: %d-%d-%d", c->text, year, month, day);
  }
}

static void days_of_a_spreadsheet(void **state) {
  (void)state;
  static const char *const days[] = {"22. mai", "22.mai", "22-May", "may 22", "1.jan", "des.24", "12/okt"};
  static const char *const none[] = {"22.5", "mai", "22", "maisild 3", "3 uker", "", "22. mai kl"};
  for (size_t i = 0; i < sizeof days / sizeof *days; i++)
    if (!cell_is_day_of_year(days[i]))
      fail_msg("`%s` is a day", days[i]);
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    if (cell_is_day_of_year(none[i]))
      fail_msg("`%s` is no day", none[i]);
}

static void codes(void **state) {
  (void)state;
  const char *why;
  char longest[66] = {0};
  memset(longest, 'a', 64);
  assert_true(cell_code("night_1-2.b", &why));
  assert_true(cell_code("Bø_og_mestring", &why));
  assert_true(cell_code("дом", &why));
  assert_true(cell_code(longest, &why));
  longest[64] = 'a';
  assert_false(cell_code(longest, &why));
  assert_false(cell_code("", &why));
  assert_non_null(strstr(why, "1 to 64"));
  assert_false(cell_code("two words", &why));
  assert_non_null(strstr(why, "space"));
  assert_false(cell_code("a;b", &why));
  assert_false(cell_code("a\u00A0b", &why));
}

static const char *nearest(const char *text) {
  static const char *const words[] = {"night", "weekend", "holiday", "evening", "bø", NULL};
  return nearest_word(text, words);
}

static void nearest_words(void **state) {
  (void)state;
  assert_string_equal(nearest("nigth"), "night");     // swapped
  assert_string_equal(nearest("nigt"), "night");      // left out
  assert_string_equal(nearest("nightt"), "night");    // too many
  assert_string_equal(nearest("holyday"), "holiday"); // replaced
  assert_string_equal(nearest("NIGHT"), "night");
  assert_string_equal(nearest("BØ"), "bø");
  assert_null(nearest("day"));
  assert_null(nearest("x"));
  assert_null(nearest(""));
  static const char *const none[] = {NULL};
  assert_null(nearest_word("night", none));
}

static void nearest_takes_the_first_of_equals(void **state) {
  (void)state;
  static const char *const words[] = {"ward_a", "ward_b", NULL};
  assert_string_equal(nearest_word("ward_c", words), "ward_a");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers),
      cmocka_unit_test(clocks),
      cmocka_unit_test(dates),
      cmocka_unit_test(days_of_a_spreadsheet),
      cmocka_unit_test(codes),
      cmocka_unit_test(nearest_words),
      cmocka_unit_test(nearest_takes_the_first_of_equals),
  };
  return cmocka_run_group_tests_name("cell", tests, NULL, NULL);
}
