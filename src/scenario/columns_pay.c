// SPDX-License-Identifier: GPL-3.0-or-later
// What work costs: categories, pay, supplements, rates.
#include "scenario/columns_parts.h"

// clang-format off

#define WORD_OF(NAME, WORD, PARAGRAPH) {WORD, PARAGRAPH},
static const struct choice supplement_words[] = {SUPPLEMENT_KINDS(WORD_OF) {"overtime", "HTA 6.5"}, {NULL, NULL}};
static const struct choice stack_words[] = {
    {"clock", "evening and night"}, {"day", "weekend and holiday"}, {"overtime", "overtime"}, {NULL, NULL}};
#define PERCENT_RANGE(LEAST, MOST) (LEAST) * INT64_C(1000000), (MOST) * INT64_C(1000000)
const struct rate_meaning rate_meanings[RATE_COUNT] = {
    [RATE_HOLIDAY_PAY] = {"holiday_pay", "%", "", PERCENT_RANGE(0, 30), PERCENT_RANGE(9, 15),
                          SLIP_SHARE | SLIP_TENTH, true, 0,
                          "feriepenger, percent of the pay they are earned on (ferieloven, HTA 7: 12 %)"},
    [RATE_HOLIDAY_PAY_OVER_60] = {"holiday_pay_over_60", "%", "", PERCENT_RANGE(0, 30), PERCENT_RANGE(11, 17),
                          SLIP_SHARE | SLIP_TENTH, false, 0,
                          "the same for those over 60 (HTA 7.4.2: 14.3 %); what it is more than holiday_pay is earned on base "
                          "pay up to refund_ceiling of 31 December only (ferieloven 10(3): 6 G)"},
    [RATE_HOLIDAY_WEEKS] = {"holiday_weeks", "weeks", "", PERCENT_RANGE(0, 10), PERCENT_RANGE(4, 6),
                          SLIP_TENTH, false, 5000000,
                            "weeks of the year for which a fixed salary is withheld, against 52"},
    [RATE_HOLIDAY_WEEKS_OVER_60] = {"holiday_weeks_over_60", "weeks", "", PERCENT_RANGE(0, 10), PERCENT_RANGE(4, 7),
                          SLIP_TENTH, false, 6000000,
                            "the same for those over 60 (ferieloven 5(2): a sixth week)"},
    [RATE_PENSION] = {"pension", "%", "category", PERCENT_RANGE(0, 60), PERCENT_RANGE(1, 35),
                          SLIP_SHARE | SLIP_TENTH, true, 0,
                      "employer's pension share of fixed pay and rostered supplements"},
    [RATE_VARIABLE_PENSION] = {"variable_pension", "%", "category", PERCENT_RANGE(0, 60), PERCENT_RANGE(1, 35),
                          SLIP_SHARE | SLIP_TENTH, true, 0,
                               "employer's pension share of extra hours and of substitutes paid by the hour"},
    [RATE_EMPLOYER_TAX] = {"employer_tax", "%", "zone", PERCENT_RANGE(0, 60), PERCENT_RANGE(4, 20),
                          SLIP_SHARE | SLIP_TENTH, true, 0,
                           "arbeidsgiveravgift on pay, holiday pay and pension, less refunds"},
    [RATE_EMPLOYER_TAX_EXTRA] = {"employer_tax_extra", "%", "", PERCENT_RANGE(0, 30), PERCENT_RANGE(1, 10),
                          SLIP_SHARE | SLIP_TENTH, false, 0,
                           "extra employer tax on what one person is paid in a year, pension premiums left out, above "
                           "employer_tax_extra_above (5 % in 2023 and 2024, 0 from 2025). Counted on base pay of the position "
                           "with holiday pay: supplements and extra hours are taxed where that alone is above it"},
    [RATE_EMPLOYER_TAX_EXTRA_ABOVE] = {"employer_tax_extra_above", "kr", "", PERCENT_RANGE(0, 100000000),
                          PERCENT_RANGE(500000, 2000000), SLIP_THOUSANDS, false, 0,
                           "pay of a person and year above which employer_tax_extra is due (750 000 kr in 2023, 850 000 in "
                           "2024)"},
    [RATE_OVERTIME] = {"overtime", "%", "", PERCENT_RANGE(0, 400), PERCENT_RANGE(40, 200), SLIP_SHARE, true, 0,
                       "overtime supplement for an extra shift (HTA 6; at least 40 % by Working Environment Act 10-6), where "
                       "no row `overtime` of supplements.csv says another for the clock and day"},
    [RATE_OVERTIME_HOLIDAY] = {"overtime_holiday", "%", "", PERCENT_RANGE(0, 400), PERCENT_RANGE(40, 250),
                          SLIP_SHARE, true, 0,
                               "overtime supplement for minutes that earn the holiday supplement (HTA 6), whatever the clock"},
    [RATE_OVERTIME_DIVISOR] = {"overtime_divisor", "h", "", PERCENT_RANGE(0, 2200), PERCENT_RANGE(1600, 2000),
                          SLIP_TENTH, false, 0,
                          "hours of a year by which yearly pay is divided for an hour of overtime, pay and supplement (HTA 6.4: "
                          "1850); 0: 52 full-time weeks, as for all other hours"},
    [RATE_SICK_REFUNDED] = {"sick_refunded", "%", "", PERCENT_RANGE(0, 100), PERCENT_RANGE(5, 100),
                          SLIP_SHARE, true, 0,
                            "share of the sick hours that lies after the employer's 16 days and is refunded"},
    [RATE_REFUND_CEILING] = {"refund_ceiling", "kr", "", PERCENT_RANGE(0, 100000000), PERCENT_RANGE(250000, 2000000),
                          SLIP_THOUSANDS | SLIP_SIX, true, 0,
                             "what a person earns a year up to which sick pay is refunded (6 G); laid on the base pay of the "
                             "position, so a half post of a dear job may lie below it"},
    [RATE_HOLIDAY_PAY_REFUNDED] = {"holiday_pay_refunded", "%", "", PERCENT_RANGE(0, 30), PERCENT_RANGE(8, 15),
                          SLIP_SHARE | SLIP_TENTH, false, 0,
                          "holiday pay that NAV refunds, of the sick pay it refunds (folketrygdloven 8-33: 10.2 %), for the days "
                          "of refund_within_48_days; booked in the year it is earned, and employer tax is due on it"},
    [RATE_HOLIDAY_PAY_REFUNDED_OVER_60] = {"holiday_pay_refunded_over_60", "%", "", PERCENT_RANGE(0, 30),
                          PERCENT_RANGE(8, 17), SLIP_SHARE | SLIP_TENTH, false, 0,
                          "the same for those over 60 (12.5 %)"},
    [RATE_REFUND_WITHIN_48_DAYS] = {"refund_within_48_days", "%", "", PERCENT_RANGE(0, 100), PERCENT_RANGE(20, 100),
                          SLIP_SHARE, false, 0,
                          "share of the refunded sick pay that falls on the first 48 sick days refunded to a person in a year "
                          "(ferieloven 10(4)). No source is known: state it where holiday_pay_refunded is stated"},
    [RATE_PAY_GROWTH] = {"pay_growth_percent", "%", "category", PERCENT_RANGE(0, 50), PERCENT_RANGE(1, 10),
                          SLIP_SHARE | SLIP_TENTH, false, 0,
                          "expected settlement: from valid_from on yearly pay is so much more than pay.csv says, until pay.csv has "
                          "a later row. Several settlements add up, each on the pay before it. The kroner of supplements, "
                          "agencies and agreements stay as they are written. Effects are then in the kroner of each year, and "
                          "prices.csv has them in those of the pay known too"},
    [RATE_DAILY_REST] = {"daily_rest", "h", "", PERCENT_RANGE(8, 24), PERCENT_RANGE(8, 14),
                          SLIP_MINUTES | SLIP_TENTH, false, 11000000,
                         "rest between two shifts (Working Environment Act 10-8(1): 11 h, by agreement down to 8 h)"},
    [RATE_OVERTIME_WEEK] = {"overtime_week", "h", "", PERCENT_RANGE(0, 25), PERCENT_RANGE(3, 20),
                          SLIP_TENTH, false, 10000000,
                            "most overtime per head in 7 days (Working Environment Act 10-6(4): 10 h; other countries: as their law has it)"},
    [RATE_OVERTIME_FOUR_WEEKS] = {"overtime_four_weeks", "h", "", PERCENT_RANGE(0, 100), PERCENT_RANGE(10, 60),
                          SLIP_TENTH, false, 25000000,
                                  "most overtime per head in four weeks (25 h; other countries: as their law has it); held as a quarter of it "
                                  "every week"},
    [RATE_OVERTIME_YEAR] = {"overtime_year", "h", "", PERCENT_RANGE(0, 400), PERCENT_RANGE(50, 400),
                          SLIP_TENTH, false, 200000000,
                            "most overtime per head in a year (200 h; other countries: as their law has it)"},
    [RATE_EXTRA_WEEKEND_EVERY] = {"extra_weekend_every", "weekends", "", PERCENT_RANGE(1, 52), PERCENT_RANGE(1, 6),
                          SLIP_TENTH | SLIP_TWICE, false, 2000000,
                                  "with extra shifts nobody works more than every k-th weekend (Working Environment Act "
                                  "10-8(4): every second Sunday off on average; other countries: as their law has it)"},
    [RATE_SPLIT_SUPPLEMENT] = {"split_supplement", "kr", "", PERCENT_RANGE(0, 2000), PERCENT_RANGE(10, 600),
                          SLIP_TENTH, false, NOT_GIVEN,
                               "paid for every day worked on a shift with gaps (delt dagsverk), as the agreement says; 0 where "
                               "it says nothing. Wanted where shifts.csv has such a shift; of two shifts that the program joins (joined_shifts of "
                               "units.csv) 0 is taken where it is missing, and told as an assumption"},
    [RATE_SPLIT_SPREAD] = {"split_spread", "h", "", PERCENT_RANGE(4, 24), PERCENT_RANGE(8, 16),
                          SLIP_MINUTES, false, NOT_GIVEN,
                           "longest time from the start to the end of a shift with gaps, as the agreement says. Not given: what "
                           "24 h leave beside the daily rest"},
};
const struct choice rate_words[] = {
    {"holiday_pay", ""},      {"holiday_pay_over_60", ""},
    {"holiday_weeks", ""},    {"holiday_weeks_over_60", ""},
    {"pension", ""},          {"variable_pension", ""},
    {"employer_tax", ""},     {"employer_tax_extra", ""}, {"employer_tax_extra_above", ""},
    {"overtime", ""},         {"overtime_holiday", ""}, {"overtime_divisor", ""},
    {"sick_refunded", ""},    {"refund_ceiling", ""},
    {"holiday_pay_refunded", ""}, {"holiday_pay_refunded_over_60", ""}, {"refund_within_48_days", ""}, {"pay_growth_percent", ""},
    {"daily_rest", ""},       {"overtime_week", ""},  {"overtime_four_weeks", ""},
    {"overtime_year", ""},    {"extra_weekend_every", ""}, {"split_supplement", ""}, {"split_spread", ""}, {NULL, NULL}};

static const struct column category_columns[] = {
    {.name = "category", .kind = CELL_CODE, .offset = AT(category_row, category), ANY, KEY, .unit = "code",
     .meaning = "kind of staff"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(category_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "level", .kind = CELL_INTEGER, .offset = AT(category_row, level), RANGE(1, 9), .required = true,
     .unit = "1-9", .meaning = "competence; a higher level can fill a lower one's place, not the other way"},
    {.name = "full_time_week_h", USUAL_H(30, 40),
     .kind = CELL_HOURS, .offset = AT(category_row, full_time_min), RANGE(60, 5040),
     .required = true, .unit = "h/week", .meaning = "full-time week where the group does not say otherwise"},
    SOURCE_OF_ROW(category_row),
};
const struct table category_table = TABLE("categories.csv", "categories", category_row, category_columns, .required = true,
    .editable = true, .meaning = "kinds of staff and their competence");

static const struct column pay_columns[] = {
    {.name = "category", .kind = CELL_REFERENCE, .offset = AT(pay_row, category), ANY, KEY,
     .refers_to = TABLE_CATEGORIES, .unit = "code", .meaning = "category"},
    {.name = "valid_from", .kind = CELL_DATE, .offset = AT(pay_row, valid_from), DATES, KEY,
     .meaning = "first day; counts until the next row of the category"},
    {.name = "yearly_pay_kr", USUAL_PAY_KR(120000, 2500000),
     .kind = CELL_KR, .offset = AT(pay_row, yearly_pay_ore), MONEY(1, 10000000),
     .required = true, .unit = "kr/year", .meaning = "base pay of a full-time position without supplements and on-costs"},
    RANGE_OF_ROW(pay_row),
    SOURCE_OF_ROW(pay_row),
};
const struct table pay_table = TABLE("pay.csv", "pay", pay_row, pay_columns, .required = true, .editable = true,
    .meaning = "base pay by date");

static const struct column supplement_columns[] = {
    {.name = "supplement", .kind = CELL_CHOICE, .offset = AT(supplement_row, line), ANY, KEY,
     .choices = supplement_words, .unit = "word",
     .meaning = "ledger line it is booked on; overtime: the supplement of overtime by clock and day, where no holiday "
                "supplement is earned"},
    {.name = "category", .kind = CELL_REFERENCE, .offset = AT(supplement_row, category), ANY, .key = true,
     .refers_to = TABLE_CATEGORIES, .unit = "code",
     .meaning = "whom it is for; blank: all. Of one stack and priority only the closest row counts: unit and category, unit, "
                "category, all"},
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(supplement_row, unit), ANY, .key = true,
     .refers_to = TABLE_UNITS, .unit = "code", .meaning = "where it is paid; blank: everywhere"},
    {.name = "valid_from", .kind = CELL_DATE, .offset = AT(supplement_row, valid_from), DATES, KEY,
     .meaning = "first day"},
    {.name = "valid_to", .kind = CELL_DATE, .offset = AT(supplement_row, valid_to), DATES, .meaning = "last day; blank: for good"},
    {.name = "days", .kind = CELL_PAY_DAYS, .offset = AT(supplement_row, days), ANY, KEY, .unit = "days",
     .meaning = "days of the minute paid: mon..sun, holiday, easter_eve, half_eve"},
    {.name = "clock_from", .kind = CELL_CLOCK, .offset = AT(supplement_row, clock_from_min), KEY, CLOCK_START,
     .meaning = "first minute of the day"},
    {.name = "clock_to", .kind = CELL_CLOCK, .offset = AT(supplement_row, clock_to_min), .required = true, CLOCK_END,
     .meaning = "end; later than clock_from (a night is two rows)"},
    {.name = "percent", USUAL_PERCENT(2, 200),
     .kind = CELL_PERCENT, .offset = AT(supplement_row, percent_e8), RANGE(0, 500000000), .unit = "%",
     .fallback = "0", .meaning = "of the hourly rate"},
    {.name = "minimum_kr_per_h", USUAL_KR(5, 800),
     .kind = CELL_KR, .offset = AT(supplement_row, minimum_ore_per_h), MONEY(0, 10000),
     .unit = "kr/h", .fallback = "0", .meaning = "paid where the percentage gives less"},
    {.name = "stack", .kind = CELL_CHOICE, .offset = AT(supplement_row, stack), ANY, .choices = stack_words,
     .required = true, .unit = "word", .meaning = "one supplement per stack and minute; clock and day add up; overtime stands by itself"},
    {.name = "priority", .kind = CELL_INTEGER, .offset = AT(supplement_row, priority), RANGE(0, 99), .fallback = "0",
     .unit = "0-99", .meaning = "which row of a stack wins: the highest"},
    RANGE_OF_ROW(supplement_row),
    SOURCE_OF_ROW(supplement_row),
};
const struct table supplement_table = TABLE("supplements.csv", "supplements", supplement_row, supplement_columns, .editable = true,
    .meaning = "supplements for evening, night, weekend, holiday and overtime by date");

static const struct column rate_columns[] = {
    {.name = "rate", .kind = CELL_CHOICE, .offset = AT(rate_row, rate), ANY, KEY, .choices = rate_words, .unit = "word",
     .meaning = "which rate; the list with units follows below"},
    {.name = "applies_to", .kind = CELL_CODE, .offset = AT(rate_row, applies_to), ANY, .key = true, .unit = "code",
     .meaning = "category or zone; blank: all"},
    {.name = "valid_from", .kind = CELL_DATE, .offset = AT(rate_row, valid_from), DATES, KEY,
     .meaning = "first day; counts until the next row of the rate"},
    {.name = "value", .kind = CELL_DECIMAL, .digits = 6, .offset = AT(rate_row, value_e6), ANY, .required = true,
     .unit = "number", .meaning = "in the unit of the rate, within its range"},
    RANGE_OF_ROW(rate_row),
    SOURCE_OF_ROW(rate_row),
};
const struct table rate_table = TABLE("rates.csv", "rates", rate_row, rate_columns, .required = true, .editable = true,
    .meaning = "holiday pay, pension, tax, overtime, refund and legal limits by date");

// clang-format on
