// SPDX-License-Identifier: GPL-3.0-or-later
// Hand-worked prices, each trap of pay by its name, and the engine against the calculator that asks every minute.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "need/terms.h"
#include "pay/absence.h"
#include "pay/oncosts.h"
#include "pay/pay.h"
#include "scenario/rows_settings.h"
#include "support/long.h"
#include "support/pay_by_minute.h"
#include "support/tables_in_memory.h"

enum { WEEK_MIN = 2130, WEEK_33_6_MIN = 2016 }; // 35.5 h, 33.6 h
#define PAY_AT_280 (280 * 1846 * KR)            // yearly pay whose hourly rate on 35.5 h is 280 kr

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// One category at the given pay with the supplements of 2023 and the rates of memory_town.
static struct memory one_category(struct arena *arena, int64_t yearly_pay_ore) {
  struct memory memory = memory_new(arena);
  memory_add_category(&memory, "assistant", 1, WEEK_MIN);
  memory_add_pay(&memory, ASSISTANT, day_from_date(2023, 1, 1), yearly_pay_ore);
  memory_add_supplements_2023(&memory);
  memory_add_rates(&memory);
  return memory;
}

static struct pay_terms terms_of(enum pay_form form) {
  return (struct pay_terms){.form = form,
                            .category = 0,
                            .position_e8 = ONE_E8,
                            .full_time_min = WEEK_MIN,
                            .pay_e8 = ONE_E8,
                            .price_ore_per_h = 700 * KR,
                            .unsocial_ore_per_h = 1000 * KR};
}

static struct ledger pay_of_head(const struct memory *memory, int64_t category, int64_t position_e8, day_number first,
                                 day_number last, int64_t sick_e8) {
  struct payee payee = {category, position_e8, 0};
  return pay_of_position(&memory->tables, &payee, first, last, sick_e8);
}

// Of the first category, in the first unit.
static void supplement_minutes(const struct memory *memory, const struct pay_span *span,
                               int64_t minutes[SUPPLEMENT_LINES]) {
  struct pay_terms terms = terms_of(PAY_OWN);
  pay_supplement_minutes(&memory->tables, &terms, span, minutes);
}

static struct pay_span span_of(int year, int month, int day, int from_h, int to_h) {
  return (struct pay_span){
      .day = day_from_date(year, month, day), .start_min = from_h * HOURS, .end_min = to_h * HOURS};
}

static struct ledger price(const struct memory *memory, enum pay_form form, struct pay_span span) {
  struct pay_terms terms = terms_of(form);
  return pay_of_span(&memory->tables, &terms, &span);
}

// Every line as told, all others 0.
struct booked_pay {
  enum ledger_line line;
  int64_t ore;
};

#define assert_booked(ledger, ...)                                                                                     \
  assert_lines((ledger), (const struct booked_pay[]){__VA_ARGS__},                                                     \
               sizeof((const struct booked_pay[]){__VA_ARGS__}) / sizeof(struct booked_pay), __LINE__)

static void assert_lines(struct ledger ledger, const struct booked_pay *booked, size_t count, int at) {
  struct ledger wanted = {0};
  for (size_t i = 0; i < count; i++)
    wanted.ore[booked[i].line] = booked[i].ore;
  for (int line = 0; line < LEDGER_LINES; line++)
    if (ledger.ore[line] != wanted.ore[line])
      fail_msg("line %d: %s is %lld, worked by hand %lld", at, ledger_line_name((enum ledger_line)line),
               (long long)ledger.ore[line], (long long)wanted.ore[line]);
}

// --- the traps ------------------------------------------------------------------------------------------

// 12 % goes on top of pay for 47 weeks: 1 000 000 x 47/52 x 1.12 = 1.0123 million, and pension is on the million.
static void holiday_pay_on_47_weeks(void **state) {
  struct memory memory = one_category(*state, 1000000 * KR);
  struct ledger year = pay_of_head(&memory, 0, ONE_E8, day_from_date(2025, 1, 1), day_from_date(2025, 12, 31), 0);
  assert_booked(year, {LEDGER_BASE_PAY, 90384615}, {LEDGER_HOLIDAY_PAY, 10846154}, {LEDGER_PENSION, 15000000},
                {LEDGER_EMPLOYER_TAX, 16388538});
}

// An hour of a substitute costs 1.12: nothing is withheld.
static void hour_of_substitute_is_not_withheld(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  struct ledger day = price(&memory, PAY_SUBSTITUTE, span_of(2025, 2, 4, 8, 16)); // a Tuesday
  assert_booked(day, {LEDGER_SUBSTITUTES, 224000}, {LEDGER_HOLIDAY_PAY, 26880}, {LEDGER_PENSION, 33600},
                {LEDGER_EMPLOYER_TAX, 40112});
}

// Holiday pay on pay, not on pension; pension on pay, not on holiday pay; tax on all three.
static void order_of_on_costs(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  struct ledger day = price(&memory, PAY_EXTRA, span_of(2025, 2, 4, 8, 9));
  assert_booked(day, {LEDGER_EXTRA, 28000}, {LEDGER_HOLIDAY_PAY, 3360}, {LEDGER_PENSION, 4200},
                {LEDGER_EMPLOYER_TAX, 5014}); // 355.60 x 14.1 % = 50.1396
}

// Paid hours are not elapsed hours: the break is unpaid and takes its minutes out of the middle.
static void break_is_not_paid(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  struct pay_span span = span_of(2025, 2, 4, 13, 21);
  span.break_min = 30; // 16:45-17:15: a quarter of an hour of the evening
  int64_t minutes[SUPPLEMENT_LINES];
  assert_int_equal(pay_span_minutes(&span), 450);
  supplement_minutes(&memory, &span, minutes);
  assert_int_equal(minutes[SUPPLEMENT_EVENING], 225);
  assert_booked(price(&memory, PAY_OWN, span), {LEDGER_EVENING, 21000}, {LEDGER_HOLIDAY_PAY, 2520},
                {LEDGER_PENSION, 3150}, {LEDGER_EMPLOYER_TAX, 3760});
}

static void span_of_no_paid_minutes_is_free(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  struct pay_span span = span_of(2025, 12, 25, 13, 14);
  for (span.break_min = 60; span.break_min <= 90; span.break_min += 30)
    for (int form = PAY_OWN; form <= PAY_DIRECT; form++) {
      struct ledger ledger = price(&memory, (enum pay_form)form, span);
      assert_lines(ledger, NULL, 0, __LINE__);
    }
}

// Off sick: paid 10 %, of which 60 % is refunded, and no employer tax is due on the refund.
static void sick_pay_is_paid_and_partly_refunded(void **state) {
  struct memory memory = one_category(*state, 520000 * KR);
  struct ledger year =
      pay_of_head(&memory, 0, ONE_E8, day_from_date(2025, 1, 1), day_from_date(2025, 12, 31), 10 * PERCENT);
  assert_booked(year, {LEDGER_BASE_PAY, 42300000}, {LEDGER_SICK_PAY, 4700000}, {LEDGER_SICK_REFUND, -2820000},
                {LEDGER_HOLIDAY_PAY, 5640000}, {LEDGER_PENSION, 7800000}, {LEDGER_EMPLOYER_TAX, 8124420});
}

// Nothing is refunded of pay above the ceiling: 700 000 of 1 400 000 halves the refund.
static void refund_stops_at_ceiling(void **state) {
  struct memory memory = one_category(*state, 1400000 * KR);
  day_number first = day_from_date(2025, 1, 1), last = day_from_date(2025, 12, 31);
  struct ledger year = pay_of_head(&memory, 0, ONE_E8, first, last, 10 * PERCENT);
  assert_int_equal(year.ore[LEDGER_SICK_PAY], 12653846);
  assert_int_equal(year.ore[LEDGER_SICK_REFUND], -3796154);
}

// Colleagues off sick draw the supplements of the shift they miss: s/(1-s) of them, 1/9 at 10 %.
static void sick_pay_holds_supplements(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  struct pay_terms terms = terms_of(PAY_OWN);
  terms.sick_e8 = 10 * PERCENT;
  struct pay_span evening = span_of(2025, 2, 4, 13, 21);
  assert_booked(pay_of_span(&memory.tables, &terms, &evening), {LEDGER_EVENING, 22400}, {LEDGER_SICK_PAY, 2489},
                {LEDGER_SICK_REFUND, -1493}, {LEDGER_HOLIDAY_PAY, 2987}, {LEDGER_PENSION, 3733},
                {LEDGER_EMPLOYER_TAX, 4246});
  memory_settings(&memory)->sick_supplements = NO;
  assert_booked(pay_of_span(&memory.tables, &terms, &evening), {LEDGER_EVENING, 22400}, {LEDGER_HOLIDAY_PAY, 2688},
                {LEDGER_PENSION, 3360}, {LEDGER_EMPLOYER_TAX, 4011});
}

// A night hour can shorten the full-time week: the same yearly pay over fewer hours is a higher hourly rate.
static void shorter_week_raises_hourly_rate(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  struct pay_terms terms = terms_of(PAY_EXTRA);
  struct pay_span span = span_of(2025, 2, 4, 8, 9);
  terms.full_time_min = WEEK_33_6_MIN;
  assert_int_equal(pay_of_span(&memory.tables, &terms, &span).ore[LEDGER_EXTRA], 29583); // 516 880 / 1747.2
}

// Holiday wins over weekend; evening and night come on top of either.
static void holiday_and_weekend_do_not_stack(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  struct ledger easter = price(&memory, PAY_OWN, span_of(2025, 4, 20, 15, 23));
  assert_int_equal(easter.ore[LEDGER_WEEKEND], 0);
  assert_int_equal(easter.ore[LEDGER_HOLIDAY], 298667); // 8 h x 373.3333
  assert_int_equal(easter.ore[LEDGER_EVENING], 22400);
  assert_int_equal(easter.ore[LEDGER_NIGHT], 14000);
  struct ledger saturday = price(&memory, PAY_OWN, span_of(2025, 2, 8, 15, 23));
  assert_int_equal(saturday.ore[LEDGER_WEEKEND], 56000);
  assert_int_equal(saturday.ore[LEDGER_HOLIDAY], 0);
  assert_int_equal(saturday.ore[LEDGER_NIGHT], 14000);
}

// The eves: 24 December from noon, Easter Eve all day and instead of the Saturday's supplement.
static void eves_earn_holiday_supplement(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  struct pay_span christmas = span_of(2025, 12, 24, 8, 16), easter = span_of(2025, 4, 19, 8, 16);
  int64_t minutes[SUPPLEMENT_LINES];
  supplement_minutes(&memory, &christmas, minutes);
  assert_int_equal(minutes[SUPPLEMENT_HOLIDAY], 240);
  supplement_minutes(&memory, &easter, minutes);
  assert_int_equal(minutes[SUPPLEMENT_HOLIDAY], 480);
  assert_int_equal(minutes[SUPPLEMENT_WEEKEND], 0);
}

// Pay follows the real minutes: Saturday's night ends on Sunday, and 16 May's on the 17th.
static void night_is_paid_on_both_its_days(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  int64_t minutes[SUPPLEMENT_LINES];
  struct pay_span friday = span_of(2025, 2, 7, 22, 7), sunday = span_of(2025, 2, 9, 22, 7);
  supplement_minutes(&memory, &friday, minutes);
  assert_int_equal(minutes[SUPPLEMENT_WEEKEND], 420);
  assert_int_equal(minutes[SUPPLEMENT_NIGHT], 480);
  supplement_minutes(&memory, &sunday, minutes);
  assert_int_equal(minutes[SUPPLEMENT_WEEKEND], 120);
  struct pay_span may = span_of(2024, 5, 16, 22, 7); // Thursday to Friday
  supplement_minutes(&memory, &may, minutes);
  assert_int_equal(minutes[SUPPLEMENT_HOLIDAY], 420);
}

// A tariff year that begins at midnight splits the night: 2 h at 280, 7 h at 300 kr.
static void new_pay_at_midnight(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  memory_add_pay(&memory, 0, day_from_date(2025, 5, 1), 300 * 1846 * KR);
  struct pay_span span = span_of(2025, 4, 30, 22, 7);
  assert_int_equal(price(&memory, PAY_EXTRA, span).ore[LEDGER_EXTRA], 2 * 28000 + 7 * 30000);
  memory_settings(&memory)->price_day = day_from_date(2025, 1, 1);
  assert_int_equal(price(&memory, PAY_EXTRA, span).ore[LEDGER_EXTRA], 9 * 28000);
  memory_settings(&memory)->price_day = day_from_date(2025, 6, 1);
  struct ledger later = price(&memory, PAY_EXTRA, span);
  assert_int_equal(later.ore[LEDGER_EXTRA], 9 * 30000);
  assert_int_equal(later.ore[LEDGER_HOLIDAY], 7 * 40000); // 1 May stays a holiday; 133 1/3 % of 300
}

// No supplement and no pension on overtime; 100 %, on minutes of the holiday supplement 133 1/3 %.
static void overtime_earns_no_supplement(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  assert_booked(price(&memory, PAY_OVERTIME, span_of(2025, 2, 8, 15, 23)), {LEDGER_OVERTIME, 448000},
                {LEDGER_HOLIDAY_PAY, 53760}, {LEDGER_EMPLOYER_TAX, 70748});
  struct ledger eve = price(&memory, PAY_OVERTIME, span_of(2025, 12, 24, 8, 16));
  assert_int_equal(eve.ore[LEDGER_OVERTIME], 224000 + 261333); // 4 h x 560 + 4 h x 653.3333
}

// An agency bill is the bill: dearer minutes are those that would earn a supplement, nothing comes on top.
static void agency_bill_stands_alone(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  assert_booked(price(&memory, PAY_AGENCY, span_of(2025, 2, 4, 13, 21)), {LEDGER_AGENCY, 680000});
  struct pay_terms terms = terms_of(PAY_AGENCY);
  struct pay_span span = span_of(2025, 2, 4, 13, 21);
  terms.unsocial_ore_per_h = NOT_GIVEN;
  assert_booked(pay_of_span(&memory.tables, &terms, &span), {LEDGER_AGENCY, 560000});
}

// As savings papers count: weeks withheld, holiday pay on the rest and on supplements, pension on all.
static void direct_hour_costs_a_permanent_hour(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  assert_booked(price(&memory, PAY_DIRECT, span_of(2025, 2, 4, 13, 21)), {LEDGER_BASE_PAY, 202462},
                {LEDGER_EVENING, 22400}, {LEDGER_HOLIDAY_PAY, 26983}, {LEDGER_PENSION, 36960},
                {LEDGER_EMPLOYER_TAX, 40722}); // 2888.05 x 14.1 % = 407.21505
}

// A substitute paid at 90 %: the hourly rate and the percentages follow, the minimum does not.
static void substitute_at_a_share_of_pay(void **state) {
  struct memory memory = one_category(*state, 400 * 1846 * KR);
  struct pay_terms terms = terms_of(PAY_SUBSTITUTE);
  terms.pay_e8 = 90 * PERCENT;
  struct pay_span night = span_of(2025, 2, 4, 21, 23), evening = span_of(2025, 2, 4, 18, 20);
  struct ledger ledger = pay_of_span(&memory.tables, &terms, &night);
  assert_int_equal(ledger.ore[LEDGER_SUBSTITUTES], 72000);
  assert_int_equal(ledger.ore[LEDGER_NIGHT], 18000); // 25 % of 360
  assert_int_equal(pay_of_span(&memory.tables, &terms, &evening).ore[LEDGER_EVENING], 11200);
}

// --- supplements ----------------------------------------------------------------------------------------

static int64_t supplement_per_hour(struct arena *arena, int64_t hourly_ore, struct pay_span hour,
                                   enum ledger_line line) {
  struct memory memory = one_category(arena, hourly_ore * 1846);
  return price(&memory, PAY_OWN, hour).ore[line];
}

// 25 % of 280.00 is just 70; 22 % of 318.18 is just 70: below the minimum counts, above the percentage.
static void minimum_breaks_even(void **state) {
  struct pay_span night = span_of(2025, 2, 4, 22, 23), weekend = span_of(2025, 2, 8, 10, 11);
  assert_int_equal(supplement_per_hour(*state, 27900, night, LEDGER_NIGHT), 7000);
  assert_int_equal(supplement_per_hour(*state, 28000, night, LEDGER_NIGHT), 7000);
  assert_int_equal(supplement_per_hour(*state, 28004, night, LEDGER_NIGHT), 7001);
  assert_int_equal(supplement_per_hour(*state, 31818, weekend, LEDGER_WEEKEND), 7000);
  assert_int_equal(supplement_per_hour(*state, 31822, weekend, LEDGER_WEEKEND), 7001);
}

static void no_supplements_at_all(void **state) {
  struct memory memory = memory_new(*state);
  memory_add_category(&memory, "assistant", 1, WEEK_MIN);
  memory_add_pay(&memory, 0, day_from_date(2023, 1, 1), PAY_AT_280);
  assert_booked(price(&memory, PAY_OWN, span_of(2025, 12, 25, 22, 7)), {LEDGER_BASE_PAY, 0});
  assert_booked(price(&memory, PAY_EXTRA, span_of(2025, 12, 25, 22, 7)), {LEDGER_EXTRA, 252000});
}

static struct supplement_row weekend_row(int64_t minimum_kr, day_number valid_from, int64_t priority) {
  return (struct supplement_row){.line = SUPPLEMENT_WEEKEND,
                                 .category = NOT_GIVEN,
                                 .unit = NOT_GIVEN,
                                 .valid_from = valid_from,
                                 .valid_to = NOT_GIVEN,
                                 .days = DAYSET_EVERY_WEEKDAY,
                                 .clock_to_min = 1440,
                                 .minimum_ore_per_h = minimum_kr * KR,
                                 .stack = STACK_DAY,
                                 .priority = priority};
}

// Rows of equal rank: the later one replaces the earlier, whatever their order and worth; priority goes before date.
static void later_row_replaces_earlier(void **state) {
  day_number old = day_from_date(2020, 1, 1), new = day_from_date(2025, 5, 1);
  struct pay_span before = span_of(2025, 4, 30, 10, 11), after = span_of(2025, 5, 2, 10, 11);
  for (int swapped = 0; swapped < 2; swapped++) {
    struct memory memory = memory_new(*state);
    memory_add_category(&memory, "assistant", 1, WEEK_MIN);
    struct supplement_row rows[] = {weekend_row(80, old, 0), weekend_row(50, new, 0)};
    memory_add(&memory, TABLE_SUPPLEMENTS, &rows[swapped]);
    memory_add(&memory, TABLE_SUPPLEMENTS, &rows[!swapped]);
    assert_int_equal(price(&memory, PAY_OWN, before).ore[LEDGER_WEEKEND], 8000);
    assert_int_equal(price(&memory, PAY_OWN, after).ore[LEDGER_WEEKEND], 5000);
    struct supplement_row first = weekend_row(90, old, 1);
    memory_add(&memory, TABLE_SUPPLEMENTS, &first);
    assert_int_equal(price(&memory, PAY_OWN, after).ore[LEDGER_WEEKEND], 9000);
  }
}

// The last day of a row is paid, the next is not; and the row after it begins on its own first day.
static void validity_ends_with_its_last_day(void **state) {
  struct memory memory = memory_new(*state);
  memory_add_category(&memory, "assistant", 1, WEEK_MIN);
  struct supplement_row row = weekend_row(60, day_from_date(2025, 2, 4), 0);
  row.valid_to = day_from_date(2025, 2, 5);
  memory_add(&memory, TABLE_SUPPLEMENTS, &row);
  int64_t wanted[] = {0, 6000, 6000, 0};
  for (int i = 0; i < 4; i++)
    assert_int_equal(price(&memory, PAY_OWN, span_of(2025, 2, 3 + i, 10, 11)).ore[LEDGER_WEEKEND], wanted[i]);
}

// --- positions and rates --------------------------------------------------------------------------------

struct factor_row {
  const char *zone;
  int64_t pension_e8;
  int permanent, substitute; // thousandths
};

// facts of rules.md section 4: what a krone of pay costs all in.
static void all_in_factors(void **state) {
  static const struct factor_row rows[] = {
      {"I", 12 * PERCENT, 1292, 1415},   {"II", 12 * PERCENT, 1252, 1371},  {"III", 12 * PERCENT, 1205, 1319},
      {"V", 12 * PERCENT, 1132, 1240},   {"I", 15 * PERCENT, 1326, 1449},   {"II", 15 * PERCENT, 1286, 1405},
      {"III", 15 * PERCENT, 1237, 1351}, {"V", 15 * PERCENT, 1162, 1270},   {"I", 18 * PERCENT, 1360, 1483},
      {"II", 18 * PERCENT, 1319, 1438},  {"III", 18 * PERCENT, 1269, 1383}, {"V", 18 * PERCENT, 1192, 1300},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct memory memory = one_category(*state, PAY_AT_280);
    memory_settings(&memory)->zone = rows[i].zone;
    memory_add_rate(&memory, RATE_PENSION, "assistant", 0, rows[i].pension_e8);
    memory_add_rate(&memory, RATE_VARIABLE_PENSION, "assistant", 0, rows[i].pension_e8);
    struct ledger year = pay_of_head(&memory, 0, ONE_E8, day_from_date(2025, 1, 1), day_from_date(2025, 12, 31), 0);
    struct ledger hour = price(&memory, PAY_SUBSTITUTE, span_of(2025, 2, 4, 8, 16));
    assert_int_equal(fixed_divide((int128)ledger_sum(&year) * MILLI, PAY_AT_280), rows[i].permanent);
    assert_int_equal(fixed_divide((int128)ledger_sum(&hour) * MILLI, 224000), rows[i].substitute);
  }
}

static void all_in_factors_of_overtime(void **state) {
  static const struct factor_row rows[] = {
      {"I", 0, 0, 1278}, {"II", 0, 0, 1239}, {"III", 0, 0, 1192}, {"V", 0, 0, 1120}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct memory memory = one_category(*state, PAY_AT_280);
    memory_settings(&memory)->zone = rows[i].zone;
    struct ledger shift = price(&memory, PAY_OVERTIME, span_of(2025, 2, 4, 8, 16));
    assert_int_equal(fixed_divide((int128)ledger_sum(&shift) * MILLI, 448000), rows[i].substitute);
  }
}

// By months: half a year is half the pay in a common and in a leap year; 10 days of April are a third of a twelfth.
static void position_accrues_by_months(void **state) {
  struct memory memory = one_category(*state, 720000 * KR);
  memory_add_rate(&memory, RATE_HOLIDAY_WEEKS, NULL, day_from_date(2023, 6, 1), 0);
  for (int year = 2024; year <= 2025; year++) {
    struct ledger half = pay_of_head(&memory, 0, ONE_E8, day_from_date(year, 1, 1), day_from_date(year, 6, 30), 0);
    assert_int_equal(half.ore[LEDGER_BASE_PAY], 360000 * KR);
    struct ledger days = pay_of_head(&memory, 0, ONE_E8 / 2, day_from_date(year, 4, 11), day_from_date(year, 4, 20), 0);
    assert_int_equal(days.ore[LEDGER_BASE_PAY], 10000 * KR);
    struct ledger february =
        pay_of_head(&memory, 0, ONE_E8, day_from_date(year, 2, 1), day_from_date(year, 2, days_in_month(year, 2)), 0);
    assert_int_equal(february.ore[LEDGER_BASE_PAY], 60000 * KR);
  }
}

// 720 000 to April and 750 000 from May: 240 000 + 500 000; a price day knows one of them.
static void position_follows_dated_pay(void **state) {
  struct memory memory = one_category(*state, 720000 * KR);
  day_number first = day_from_date(2025, 1, 1), last = day_from_date(2025, 12, 31);
  memory_add_rate(&memory, RATE_HOLIDAY_WEEKS, NULL, day_from_date(2023, 6, 1), 0);
  memory_add_pay(&memory, 0, day_from_date(2025, 5, 1), 750000 * KR);
  assert_int_equal(pay_of_head(&memory, 0, ONE_E8, first, last, 0).ore[LEDGER_BASE_PAY], 740000 * KR);
  memory_settings(&memory)->price_day = day_from_date(2025, 5, 1);
  assert_int_equal(pay_of_head(&memory, 0, ONE_E8, first, last, 0).ore[LEDGER_BASE_PAY], 750000 * KR);
}

// A change of a rate that does not price positions leaves every øre where it is.
static void rate_of_others_cuts_no_position(void **state) {
  struct memory memory = one_category(*state, 46000001);
  day_number first = day_from_date(2025, 1, 1), last = day_from_date(2025, 12, 31);
  struct ledger before = pay_of_head(&memory, 0, ONE_E8, first, last, 0);
  memory_add_rate(&memory, RATE_OVERTIME, NULL, day_from_date(2025, 2, 11), 150 * PERCENT);
  memory_add_rate(&memory, RATE_VARIABLE_PENSION, NULL, day_from_date(2025, 3, 7), 10 * PERCENT);
  memory_add_rate(&memory, RATE_PENSION, "nurse", day_from_date(2025, 3, 9), 10 * PERCENT);
  struct ledger after = pay_of_head(&memory, 0, ONE_E8, first, last, 0);
  assert_memory_equal(&before, &after, sizeof before);
}

// Compensation is an hour's pay at the margin: all of it lies above the threshold of the extra employer tax where fixed pay
// does (1 000 000 x 47/52 x 1.12 = 1 012 308 > 850 000). 1 120 kr with holiday pay x (14.1 % + 5 %) = 213.92 kr.
static void compensation_is_taxed_at_the_margin(void **state) {
  struct memory memory = one_category(*state, 1000000 * KR);
  memory_add_rate(&memory, RATE_EMPLOYER_TAX_EXTRA, NULL, day_from_date(2020, 1, 1), 5 * PERCENT);
  memory_add_rate(&memory, RATE_EMPLOYER_TAX_EXTRA_ABOVE, NULL, day_from_date(2020, 1, 1), 850000 * INT64_C(1000000));
  struct payee payee = {0, ONE_E8, 0};
  struct ledger ledger = pay_of_compensation(&memory.tables, &payee, 1000 * KR, day_from_date(2025, 3, 3));
  assert_booked(ledger, {LEDGER_COMPENSATION, 100000}, {LEDGER_HOLIDAY_PAY, 12000}, {LEDGER_EMPLOYER_TAX, 21392});
}

// A year of 365/7 weeks: 516 880 kr / (365 / 7 x 35.5 h) = 279.2329 kr.
static void year_of_365_days_has_more_hours(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  memory_settings(&memory)->year_weeks = YEAR_365_7;
  assert_int_equal(price(&memory, PAY_EXTRA, span_of(2025, 2, 4, 8, 9)).ore[LEDGER_EXTRA], 27923);
}

// Six weeks over 60 for five: 40 % away in a week become 48 %, of a group half over 60 44 %, and never more than all.
static void people_over_60_are_away_longer(void **state) {
  struct memory memory = memory_town(*state);
  int64_t ward = memory_add_unit(&memory, "ward");
  day_number july = day_from_date(2025, 7, 15);
  memory_add_rate(&memory, RATE_HOLIDAY_WEEKS_OVER_60, NULL, day_from_date(2020, 1, 1), 6000000);
  int64_t row = memory_add_absence(&memory, ABSENCE_HOLIDAY, NOT_GIVEN, 40 * PERCENT);
  assert_int_equal(holiday_on(&memory.tables, ward, SKILLED, 0, july), 40 * PERCENT);
  assert_int_equal(holiday_on(&memory.tables, ward, SKILLED, ONE_E8, july), 48 * PERCENT);
  assert_int_equal(holiday_on(&memory.tables, ward, SKILLED, ONE_E8 / 2, july), 44 * PERCENT);
  ((struct absence_row *)memory_row(&memory, TABLE_ABSENCE, row))->percent_e8 = 90 * PERCENT;
  assert_int_equal(holiday_on(&memory.tables, ward, SKILLED, ONE_E8, july), ONE_E8);
}

static void a_source_is_open_on_its_last_day(void **state) {
  struct memory memory = memory_town(*state);
  day_number last = day_from_date(2025, 3, 31);
  struct source_row source = {.valid_from = day_from_date(2025, 2, 1), .valid_to = last};
  assert_false(source_open(&memory.tables, &source, day_from_date(2025, 1, 31)));
  assert_true(source_open(&memory.tables, &source, day_from_date(2025, 2, 1)));
  assert_true(source_open(&memory.tables, &source, last));
  assert_false(source_open(&memory.tables, &source, last + 1));
}

// The ceiling of what is earned over 60 is that of 31 December of the year, even where it comes into force on that day.
static void ceiling_is_that_of_new_years_eve(void **state) {
  struct memory memory = one_category(*state, PAY_AT_280);
  memory_add_rate(&memory, RATE_REFUND_CEILING, NULL, day_from_date(2025, 12, 31), 800000 * INT64_C(1000000));
  memory_add_rate(&memory, RATE_REFUND_CEILING, NULL, day_from_date(2026, 1, 1), 900000 * INT64_C(1000000));
  assert_int_equal(december_ceiling_e6(&memory.tables, day_from_date(2025, 3, 1)), 800000 * INT64_C(1000000));
  assert_int_equal(december_ceiling_e6(&memory.tables, day_from_date(2024, 12, 31)), 700000 * INT64_C(1000000));
}

static void rate_is_the_nearest_and_latest(void **state) {
  struct memory memory = memory_new(*state);
  day_number early = day_from_date(2020, 1, 1), middle = day_from_date(2024, 5, 1), late = day_from_date(2025, 5, 1);
  memory_add_rate(&memory, RATE_PENSION, NULL, late, 11);
  memory_add_rate(&memory, RATE_PENSION, "nurse", middle, 12);
  memory_add_rate(&memory, RATE_PENSION, NULL, early, 13);
  assert_int_equal(rate_on(&memory.tables, RATE_PENSION, "nurse", late), 12); // its own, though older
  assert_int_equal(rate_on(&memory.tables, RATE_PENSION, "nurse", middle - 1), 13);
  assert_int_equal(rate_on(&memory.tables, RATE_PENSION, "skilled", late), 11);
  assert_int_equal(rate_on(&memory.tables, RATE_PENSION, "skilled", late - 1), 13);
  assert_int_equal(rate_on(&memory.tables, RATE_DAILY_REST, NULL, late), 11000000);
  assert_int_equal(rate_on(&memory.tables, RATE_HOLIDAY_WEEKS, NULL, late), 5000000);
  memory_settings(&memory)->price_day = middle;
  assert_int_equal(rate_on(&memory.tables, RATE_PENSION, "skilled", late), 13);
}

static void pay_period_changes_with_every_row(void **state) {
  struct memory memory = memory_town(*state);
  day_number may = day_from_date(2025, 5, 1), december = day_from_date(2025, 12, 1);
  struct supplement_row row = weekend_row(60, day_from_date(2025, 10, 1), 0);
  row.valid_to = december - 1;
  memory_add(&memory, TABLE_SUPPLEMENTS, &row);
  memory_add_pay(&memory, NURSE, may, NURSE_PAY + 1);
  memory_add_rate(&memory, RATE_PENSION, NULL, may + 31, 1);
  const day_number changes[] = {may, may + 31, day_from_date(2025, 10, 1), december};
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    int before = pay_period_of(&memory.tables, changes[i] - 2), eve = pay_period_of(&memory.tables, changes[i] - 1);
    int day = pay_period_of(&memory.tables, changes[i]);
    assert_true(before < eve && eve < day); // the eve's night runs into the new prices
    assert_int_equal(day, pay_period_of(&memory.tables, changes[i] + 1));
  }
  memory_settings(&memory)->price_day = may;
  assert_int_equal(pay_period_of(&memory.tables, may - 1), pay_period_of(&memory.tables, december));
}

static void ledger_lines_have_names_and_add_up(void **state) {
  (void)state;
  struct ledger ledger = {0}, twice = {0};
  for (int line = 0; line < LEDGER_LINES; line++) {
    ledger.ore[line] = line + 1;
    for (int other = 0; other < line; other++)
      assert_string_not_equal(ledger_line_name((enum ledger_line)line), ledger_line_name((enum ledger_line)other));
  }
  assert_int_equal(ledger_sum(&ledger), LEDGER_LINES * (LEDGER_LINES + 1) / 2);
  ledger_add(&twice, &ledger);
  ledger_add(&twice, &ledger);
  struct ledger once = ledger_difference(&twice, &ledger);
  assert_memory_equal(&once, &ledger, sizeof once);
}

static void absence_takes_the_closest_row(void **state) {
  struct memory memory = memory_town(*state);
  int64_t ward = memory_add_unit(&memory, "ward"), home = memory_add_unit(&memory, "home");
  day_number july = day_from_date(2025, 7, 15); // week 29
  memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 5 * PERCENT);
  int64_t of_ward = memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 7 * PERCENT);
  memory_add_absence(&memory, ABSENCE_SICK, NURSE, 6 * PERCENT);
  int64_t summer = memory_add_absence(&memory, ABSENCE_HOLIDAY, NOT_GIVEN, 40 * PERCENT);
  ((struct absence_row *)memory_row(&memory, TABLE_ABSENCE, of_ward))->unit = ward;
  ((struct absence_row *)memory_row(&memory, TABLE_ABSENCE, summer))->weeks = INT64_C(1) << 29;
  const struct tables *tables = &memory.tables;
  assert_int_equal(absence_on(tables, ABSENCE_SICK, home, SKILLED, july), 5 * PERCENT);
  assert_int_equal(absence_on(tables, ABSENCE_SICK, home, NURSE, july), 6 * PERCENT);
  assert_int_equal(absence_on(tables, ABSENCE_SICK, ward, NURSE, july), 7 * PERCENT);
  int64_t both = memory_add_absence(&memory, ABSENCE_SICK, NURSE, 8 * PERCENT);
  ((struct absence_row *)memory_row(&memory, TABLE_ABSENCE, both))->unit = ward;
  assert_int_equal(absence_on(tables, ABSENCE_SICK, ward, NURSE, july), 8 * PERCENT);
  assert_int_equal(presence_on(tables, home, SKILLED, july), 57 * PERCENT); // 0.6 x 0.95
  assert_int_equal(presence_on(tables, home, SKILLED, july + 7), 95 * PERCENT);
}

// --- the engine against every minute ---------------------------------------------------------------------

static uint64_t chance_state;

// SplitMix64: the same numbers on every machine.
static int64_t chance(int64_t below) {
  uint64_t x = chance_state += UINT64_C(0x9e3779b97f4a7c15);
  x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
  x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
  return (int64_t)((x ^ x >> 31) % (uint64_t)below);
}

static const char *const zones[] = {"I", "II", "III", "IV", "V"};

static day_number any_day(void) { return day_from_date(2024, 1, 1) + (day_number)chance(731); }

// One day in three is one at which something turns: holidays, eves, New Year, the tariff of 1 May, a leap day.
static day_number telling_day(void) {
  static const int days[][3] = {{2024, 12, 31}, {2024, 4, 30}, {2025, 4, 30}, {2025, 5, 16},  {2025, 4, 19},
                                {2025, 4, 16},  {2025, 6, 7},  {2024, 2, 29}, {2025, 12, 24}, {2024, 3, 31}};
  const int *day = days[chance(10)];
  return chance(3) ? any_day() : day_from_date(day[0], day[1], day[2]) + (day_number)chance(2);
}

// Up to three stretches off, after a break that has a time.
static void split_span(struct pay_span *span) {
  int64_t length_min = span_min(span->start_min, span->end_min);
  int64_t at_min = span->break_min ? span->break_after_min + span->break_min : 0;
  while (span->pause_count < PAY_PAUSES_MOST && length_min - at_min >= 4 && chance(2)) {
    int64_t after_min = at_min + 1 + chance(length_min - at_min - 3);
    struct pay_pause pause = {after_min, 1 + chance(length_min - after_min - 1)};
    span->pauses[span->pause_count++] = pause;
    at_min = after_min + pause.minutes;
  }
}

static struct pay_span any_span(void) {
  struct pay_span span = {.day = telling_day(), .start_min = chance(1440), .end_min = 1 + chance(1440)};
  if (chance(2)) { // on the half hour, as shifts are
    span.start_min -= span.start_min % 30;
    span.end_min = (span.end_min + 29) / 30 * 30;
  }
  span.break_min = chance(3) ? chance(61) : 0;
  int64_t worked_min = span_min(span.start_min, span.end_min) - span.break_min;
  if (span.break_min && worked_min > 1 && chance(2))
    span.break_after_min = 1 + chance(worked_min - 1);
  if (!span.break_min || span.break_after_min)
    split_span(&span);
  if (chance(4) == 0) { // paid and counted in part; an hour or so called out, not always
    int64_t counts = chance(60);
    span.passive = (struct pay_passive){.is = true,
                                        .paid_e8 = (counts + chance(40)) * PERCENT + chance(2) * 333333,
                                        .counts_e8 = counts * PERCENT,
                                        .called_min = chance(3) * chance(120),
                                        .called_pay_e8 = (100 + chance(100)) * PERCENT};
  }
  return span;
}

static struct pay_terms any_terms(void) {
  struct pay_terms terms = {.form = (enum pay_form)chance(PAY_DIRECT + 1),
                            .category = chance(3),
                            .unit = chance(3),
                            .position_e8 = chance(3) ? 1 + chance(2 * ONE_E8) : chance(2) * ONE_E8,
                            .over_60_e8 = chance(2) ? chance(ONE_E8 + 1) : 0,
                            .full_time_min = chance(2) ? WEEK_MIN : 1800 + chance(600),
                            .pay_e8 = chance(2) ? ONE_E8 : ONE_E8 / 2 + chance(ONE_E8),
                            .price_ore_per_h = 50000 + chance(100000),
                            .unsocial_ore_per_h = chance(2) ? NOT_GIVEN : 80000 + chance(100000),
                            .sick_e8 = chance(3) ? chance(40 * PERCENT) : 0};
  terms.child_e8 = terms.sick_e8 && chance(2) ? chance(terms.sick_e8) : 0;
  return terms;
}

static bool rate_is_dated(const struct memory *memory, enum rate_id rate, const char *key, day_number valid_from) {
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_RATES); i++) {
    const struct rate_row *row = &rate_rows(&memory->tables)[i];
    if (row->rate == (int64_t)rate && row->applies_to == key && row->valid_from == valid_from)
      return true;
  }
  return false;
}

// A rate anew from some day, often 1 May; no two rows of one key and day, which scenario_read would refuse.
static void town_add_any_rate(struct memory *memory) {
  static const char *const keys[] = {NULL, "assistant", "nurse"};
  static const enum rate_id rates[] = {RATE_HOLIDAY_PAY,
                                       RATE_HOLIDAY_PAY_OVER_60,
                                       RATE_HOLIDAY_WEEKS,
                                       RATE_HOLIDAY_WEEKS_OVER_60,
                                       RATE_PENSION,
                                       RATE_VARIABLE_PENSION,
                                       RATE_EMPLOYER_TAX,
                                       RATE_EMPLOYER_TAX_EXTRA,
                                       RATE_OVERTIME,
                                       RATE_OVERTIME_HOLIDAY,
                                       RATE_SICK_REFUNDED,
                                       RATE_HOLIDAY_PAY_REFUNDED,
                                       RATE_REFUND_WITHIN_48_DAYS,
                                       RATE_HOLIDAY_PAY_REFUNDED_OVER_60,
                                       RATE_PAY_GROWTH};
  enum rate_id rate = rates[chance(sizeof rates / sizeof *rates)];
  const char *key =
      rate == RATE_PENSION || rate == RATE_VARIABLE_PENSION || rate == RATE_PAY_GROWTH ? keys[chance(3)] : NULL;
  day_number valid_from = chance(2) ? any_day() : day_from_date(2025, 5, 1);
  bool weeks = rate == RATE_HOLIDAY_WEEKS || rate == RATE_HOLIDAY_WEEKS_OVER_60;
  if (!rate_is_dated(memory, rate, key, valid_from))
    memory_add_rate(memory, rate, key, valid_from, weeks ? chance(7000000) : chance(40 * PERCENT));
}

static void town_grow_dated_rows(struct memory *memory) {
  memory_settings(memory)->zone = zones[chance(5)];
  memory_settings(memory)->sick_supplements = chance(2);
  memory_settings(memory)->price_day = chance(3) ? NOT_GIVEN : any_day();
  for (int i = 0; i < 4; i++)
    memory_add_pay(memory, chance(3), day_from_date(2024 + i / 2, 5, 1 + i % 2), 30000000 + chance(90000000));
  for (int i = 0; i < 18; i++)
    town_add_any_rate(memory);
  memory_add_rate(memory, RATE_OVERTIME_DIVISOR, NULL, any_day(), chance(2) ? 0 : 1600000000 + chance(400000000));
  memory_add_rate(memory, RATE_EMPLOYER_TAX_EXTRA_ABOVE, NULL, any_day(), 300000000000 + chance(600000000000));
  memory_add_rate(memory, RATE_REFUND_CEILING, NULL, any_day(), 600000000000 + chance(200000000000));
}

static void town_add_any_supplement(struct memory *memory) {
  bool overtime = chance(4) == 0;
  struct supplement_row row = {.line = overtime ? SUPPLEMENT_OVERTIME : chance(SUPPLEMENT_LINES),
                               .category = chance(2) ? chance(3) : NOT_GIVEN,
                               .unit = chance(2) ? chance(3) : NOT_GIVEN,
                               .valid_from = chance(2) ? any_day() : day_from_date(2020, 1, 1),
                               .valid_to = chance(2) ? NOT_GIVEN : any_day(),
                               .days = 1 + chance(1023),
                               .clock_from_min = chance(1440),
                               .percent_e8 = chance(3) ? chance(200 * PERCENT) : 0,
                               .minimum_ore_per_h = !overtime && chance(3) ? chance(20000) : 0,
                               .stack = overtime ? STACK_OVERTIME : chance(STACKS),
                               .priority = chance(3)};
  row.clock_to_min = row.clock_from_min + 1 + chance(1440 - row.clock_from_min);
  memory_add(memory, TABLE_SUPPLEMENTS, &row);
}

static void assert_ledgers_agree(const struct ledger *engine, const struct ledger *plain, int round) {
  for (int line = 0; line < LEDGER_LINES; line++)
    if (engine->ore[line] != plain->ore[line])
      fail_msg("round %d, %s: %lld, minute by minute %lld", round, ledger_line_name((enum ledger_line)line),
               (long long)engine->ore[line], (long long)plain->ore[line]);
}

static int64_t spans_compare(const struct memory *memory, int rounds) {
  int64_t sum = 0;
  for (int round = 0; round < rounds; round++) {
    struct pay_span span = any_span();
    struct pay_terms terms = any_terms();
    struct ledger engine = pay_of_span(&memory->tables, &terms, &span);
    struct ledger plain = span_by_minute(&memory->tables, &terms, &span);
    assert_ledgers_agree(&engine, &plain, round);
    int64_t minutes[SUPPLEMENT_LINES], plain_minutes[SUPPLEMENT_LINES];
    pay_supplement_minutes(&memory->tables, &terms, &span, minutes);
    supplements_by_minute(&memory->tables, &terms, &span, plain_minutes);
    assert_memory_equal(minutes, plain_minutes, sizeof minutes);
    sum += ledger_sum(&engine);
  }
  return sum;
}

static void engine_agrees_minute_by_minute(void **state) {
  chance_state = 20240501;
  for (int town = 0; town < few_or_all(6, 40); town++) {
    struct memory memory = memory_town(*state);
    town_grow_dated_rows(&memory);
    assert_true(spans_compare(&memory, 100) > 0);
  }
}

static void engine_agrees_on_any_supplements(void **state) {
  chance_state = 20270517;
  for (int town = 0; town < few_or_all(8, 60); town++) {
    struct memory memory = memory_town(*state);
    town_grow_dated_rows(&memory);
    memory.tables.list[TABLE_SUPPLEMENTS].count = 0;
    for (int64_t rows = chance(30); rows > 0; rows--)
      town_add_any_supplement(&memory);
    assert_true(spans_compare(&memory, 60) > 0);
  }
}

static void position_agrees_day_by_day(void **state) {
  chance_state = 20251231;
  for (int round = 0; round < (tests_are_long() ? 300 : 60); round++) {
    struct memory memory = memory_town(*state);
    town_grow_dated_rows(&memory);
    int year = 2024 + (int)chance(2);
    fiscal_year_use(1 + (int)chance(MONTHS_PER_YEAR));
    day_number first = fiscal_first_day(year) + (day_number)chance(200);
    day_number last = chance(2) ? fiscal_last_day(year) : first + (day_number)chance(160);
    int64_t sick_e8 = chance(20 * PERCENT);
    struct payee payee = {chance(3), 1 + chance(ONE_E8), chance(2) ? chance(ONE_E8 + 1) : 0};
    struct ledger engine = pay_of_position(&memory.tables, &payee, first, last, sick_e8);
    struct ledger plain = position_by_day(&memory.tables, &payee, first, last, sick_e8);
    assert_ledgers_agree(&engine, &plain, round);
    assert_true(ledger_sum(&engine) > 0);
  }
  fiscal_year_use(1);
}

// A year from April costs its nine months of one calendar year and its three of the next, but for what each part is
// rounded.
static void fiscal_year_costs_its_months(void **state) {
  enum { ROUNDED_ORE = 12 };
  chance_state = 20240401;
  for (int round = 0; round < 200; round++) {
    struct memory memory = memory_town(*state);
    town_grow_dated_rows(&memory);
    int64_t sick_e8 = chance(20 * PERCENT);
    struct payee payee = {chance(3), 1 + chance(ONE_E8), chance(2) ? chance(ONE_E8 + 1) : 0};
    fiscal_year_use(4);
    struct ledger whole =
        pay_of_position(&memory.tables, &payee, fiscal_first_day(2024), fiscal_last_day(2024), sick_e8);
    fiscal_year_use(1);
    day_number new_year = day_from_date(2025, 1, 1);
    struct ledger parts = pay_of_position(&memory.tables, &payee, day_from_date(2024, 4, 1), new_year - 1, sick_e8);
    struct ledger later = pay_of_position(&memory.tables, &payee, new_year, day_from_date(2025, 3, 31), sick_e8);
    ledger_add(&parts, &later);
    for (int line = 0; line < LEDGER_LINES; line++)
      assert_in_range(whole.ore[line] - parts.ore[line] + ROUNDED_ORE, 0, 2 * ROUNDED_ORE);
  }
}

// The same rows, last first.
static struct memory town_turned(const struct memory *memory) {
  const enum table_id turned_tables[] = {TABLE_PAY, TABLE_SUPPLEMENTS, TABLE_RATES};
  struct memory turned = *memory;
  for (size_t t = 0; t < sizeof turned_tables / sizeof *turned_tables; t++) {
    enum table_id table = turned_tables[t];
    turned.tables.list[table] = (struct rows){.size = memory->tables.list[table].size};
    for (size_t i = row_count(&memory->tables, table); i > 0; i--)
      memory_add(&turned, table, row_at(&memory->tables, table, i - 1));
  }
  return turned;
}

// Nothing depends on where a planner writes a row.
static void order_of_rows_does_not_matter(void **state) {
  chance_state = 4711;
  for (int town = 0; town < 30; town++) {
    struct memory memory = memory_town(*state);
    town_grow_dated_rows(&memory);
    for (int i = 0; i < 10; i++)
      town_add_any_supplement(&memory);
    struct memory turned = town_turned(&memory);
    for (int round = 0; round < 100; round++) {
      struct pay_span span = any_span();
      struct pay_terms terms = any_terms();
      struct ledger one = pay_of_span(&memory.tables, &terms, &span);
      struct ledger other = pay_of_span(&turned.tables, &terms, &span);
      assert_memory_equal(&one, &other, sizeof one);
    }
  }
}

#define PAY_TEST(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      PAY_TEST(holiday_pay_on_47_weeks),
      PAY_TEST(hour_of_substitute_is_not_withheld),
      PAY_TEST(order_of_on_costs),
      PAY_TEST(break_is_not_paid),
      PAY_TEST(span_of_no_paid_minutes_is_free),
      PAY_TEST(sick_pay_is_paid_and_partly_refunded),
      PAY_TEST(refund_stops_at_ceiling),
      PAY_TEST(sick_pay_holds_supplements),
      PAY_TEST(shorter_week_raises_hourly_rate),
      PAY_TEST(holiday_and_weekend_do_not_stack),
      PAY_TEST(eves_earn_holiday_supplement),
      PAY_TEST(night_is_paid_on_both_its_days),
      PAY_TEST(new_pay_at_midnight),
      PAY_TEST(overtime_earns_no_supplement),
      PAY_TEST(agency_bill_stands_alone),
      PAY_TEST(direct_hour_costs_a_permanent_hour),
      PAY_TEST(substitute_at_a_share_of_pay),
      PAY_TEST(minimum_breaks_even),
      PAY_TEST(no_supplements_at_all),
      PAY_TEST(later_row_replaces_earlier),
      PAY_TEST(validity_ends_with_its_last_day),
      PAY_TEST(all_in_factors),
      PAY_TEST(all_in_factors_of_overtime),
      PAY_TEST(position_accrues_by_months),
      PAY_TEST(position_follows_dated_pay),
      PAY_TEST(rate_of_others_cuts_no_position),
      PAY_TEST(compensation_is_taxed_at_the_margin),
      PAY_TEST(year_of_365_days_has_more_hours),
      PAY_TEST(people_over_60_are_away_longer),
      PAY_TEST(a_source_is_open_on_its_last_day),
      PAY_TEST(ceiling_is_that_of_new_years_eve),
      PAY_TEST(rate_is_the_nearest_and_latest),
      PAY_TEST(pay_period_changes_with_every_row),
      PAY_TEST(ledger_lines_have_names_and_add_up),
      PAY_TEST(absence_takes_the_closest_row),
      PAY_TEST(engine_agrees_minute_by_minute),
      PAY_TEST(engine_agrees_on_any_supplements),
      PAY_TEST(position_agrees_day_by_day),
      PAY_TEST(fiscal_year_costs_its_months),
      PAY_TEST(order_of_rows_does_not_matter),
  };
  return cmocka_run_group_tests_name("pay", tests, NULL, NULL);
}
