// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/columns.h"

#include "calendar/date.h"
#include "scenario/accounts.h"

// Tables are laid out by hand: a column is one record of two or three lines.
// clang-format off

#define AT(ROW, MEMBER) offsetof(struct ROW, MEMBER)
#define ANY .least = 1, .most = 0
#define RANGE(LEAST, MOST) .least = (LEAST), .most = (MOST)
#define KEY .key = true, .required = true
#define PERCENT_0_100 RANGE(0, 100000000), .unit = "%"
#define DATES RANGE(-25567, 84370), .unit = "date" // 1 Jan 1900 - 31 Dec 2200
#define CLOCK_START RANGE(0, 1439), .unit = "hh:mm"
#define CLOCK_END RANGE(1, 1440), .unit = "hh:mm"
#define MONEY(LEAST_KR, MOST_KR) RANGE((LEAST_KR) * INT64_C(100), (MOST_KR) * INT64_C(100))
// What stands in nearly every scenario; the size of it, and 0 besides, which is a statement. Wide: see checks_usual.c.
#define USUAL(LEAST, MOST) .usual_least = (LEAST), .usual_most = (MOST)
#define USUAL_MILLI(LEAST, MOST) USUAL(LEAST, MOST), .slips = SLIP_THOUSANDTH | SLIP_TWICE | SLIP_TENTH
#define USUAL_PERCENT(LEAST, MOST)                                                                                     \
  USUAL((int64_t)((LEAST) * 1000000), (MOST) * INT64_C(1000000)), .slips = SLIP_SHARE | SLIP_TENTH
#define USUAL_H(LEAST, MOST) USUAL((int64_t)((LEAST) * 60), (MOST) * 60), .slips = SLIP_MINUTES | SLIP_TENTH
#define USUAL_MIN(LEAST, MOST) USUAL(LEAST, MOST), .slips = SLIP_HOURS
#define USUAL_KR(LEAST, MOST) USUAL((LEAST) * INT64_C(100), (MOST) * INT64_C(100)), .slips = SLIP_ORE | SLIP_THOUSANDS
#define USUAL_PAY_KR(LEAST, MOST)                                                                                      \
  USUAL((LEAST) * INT64_C(100), (MOST) * INT64_C(100)), .slips = SLIP_MONTH | SLIP_THOUSANDS | SLIP_HOUR | SLIP_TENTH
#define USUAL_BOOKED_KR(LEAST, MOST) USUAL((LEAST) * INT64_C(100), (MOST) * INT64_C(100)), .slips = SLIP_THOUSANDS
#define USUAL_SAVING_KR(LEAST, MOST)                                                                                   \
  USUAL((LEAST) * INT64_C(100), (MOST) * INT64_C(100)), .slips = SLIP_CLAIMS_IN | SLIP_CLAIMS_NOT_IN
#define SOURCE_OF_ROW(ROW)                                                                                             \
  { .name = "source", .kind = CELL_TEXT, .offset = AT(ROW, row.source), ANY, .unit = "text",                           \
    .meaning = "document the row is taken from, or the word assumed" }

static const struct choice decimal_words[] = {{"comma", "1,5"}, {"point", "1.5"}, {NULL, NULL}};
static const struct choice language_words[] = {{"en", "English"}, {"nb", "Norwegian"}, {NULL, NULL}};
static const struct choice yes_no_words[] = {{"no", ""}, {"yes", ""}, {NULL, NULL}};
static const struct choice claims_are_words[] = {
    {"incremental", "a year's claim comes on top of the years before it"},
    {"base", "a year's claim is the whole change against today's budget"},
    {NULL, NULL}};
static const struct choice claims_in_words[] = { // digits: claims_in_digits in cells.c
    {"kr", ""}, {"1000 kr", ""}, {"1 000 kr", ""}, {"tkr", ""}, {"million kr", ""}, {"mill. kr", ""}, {"mkr", ""},
    {NULL, NULL}};
static const struct choice savings_are_words[] = {
    [SAVINGS_POSITIVE] = {"positive", "a saving is written without a sign, a cost with a minus"},
    [SAVINGS_NEGATIVE] = {"negative", "a saving has a minus, as the budget's changes have; a cost has none"},
    {NULL, NULL}};
static const struct choice supplement_words[] = {{"evening", "HTA 5.4"}, {"night", "HTA 5.4"},
                                                 {"weekend", "HTA 5.2"}, {"holiday", "HTA 5.3"}, {NULL, NULL}};
static const struct choice stack_words[] = {
    {"clock", "evening and night"}, {"day", "weekend and holiday"}, {NULL, NULL}};
static const struct choice regime_words[] = {{"weekly", "the same hours every week"},
                                             {"year", "annualised hours, holidays placed by the planner"},
                                             {NULL, NULL}};
static const struct choice holidays_by_words[] = {
    {"planner", "as many weeks as in absence.csv, three of them or as many as there in June to September"},
    {"profile", "just as in absence.csv"},
    {NULL, NULL}};
static const struct choice absence_words[] = {
    {"sick_leave", "paid; partly refunded"},
    {"holiday", "five weeks a year"},
    {"training", "paid hours per head away from the shifts"},
    {NULL, NULL}};
static const struct choice weekend_from_words[] = {{"saturday", "Saturday and Sunday"},
                                                   {"friday_evening", "Friday shifts that start at 15:00 or later too"},
                                                   {NULL, NULL}};
static const struct choice sunday_words[] = {
    {"next_off", "who works a Sunday has the next one off (Working Environment Act 10-8(4))"},
    {"averaged", "by agreement every second Sunday off over 26 weeks, and at least every third"},
    {NULL, NULL}};
static const struct choice agreement_words[] = {{"law", "9 h, Working Environment Act 10-4(1)"},
                                                {"employee", "10 h, agreed with the employee, 10-5(1)"},
                                                {"local", "12.5 h, agreed with the shop stewards, 10-5(2)"},
                                                {"authority", "13 h, allowed by Arbeidstilsynet, 10-5(3)"},
                                                {"central", "longer, agreed with the central union, 10-12(4)"},
                                                {NULL, NULL}};
static const struct choice source_words[] = {{"extra", "own part-timers beyond their contract, up to full time"},
                                             {"substitute", "paid by the hour"},
                                             {"overtime", "own staff, an extra shift"},
                                             {"agency", "bought at an hourly price"},
                                             {NULL, NULL}};
static const struct choice status_words[] = {
    {"not_started", ""}, {"under_way", ""}, {"on_hold", "no effect is counted before it has a start"},
    {"in_force", ""},    {"realised", ""},  {"partly", "partly realised"},
    {"not_realised", "given up: its effect is 0"}, {NULL, NULL}};
static const struct choice nature_words[] = {{"rota", "other shifts or fewer posts"},
                                             {"need", "less work to do"},
                                             {"position", "a position cut or left vacant"},
                                             {"amount", "a contract, rent or purchase: only the arithmetic is checked"},
                                             {"income", "more income or refund: only the arithmetic is checked"},
                                             {"one_off", "once, in the year it starts"},
                                             {"year_rota", "year-round rota"},
                                             {NULL, NULL}};
static const struct choice change_words[] = {
    {"set", "the new value"}, {"add", "added to the old value"}, {"multiply", "times the old value"}, {NULL, NULL}};
static const struct choice basis_words[] = {{"in_year", "the saving within the year"},
                                            {"full_year", "the saving of a whole year once in force"},
                                            {NULL, NULL}};
static const struct choice fte_words[] = {{"gross", "staffed hours / (52 x full-time week)"},
                                          {"net", "with holiday and absence of the staff covered too"},
                                          {NULL, NULL}};
static const struct choice left_out_words[] = {
    [LEFT_SUPPLEMENTS] = {"supplements", "for evening, night, weekend and holiday, with the on-costs on them"},
    [LEFT_EXTRA] = {"extra", "part-timers' hours beyond their contract, with on-costs"},
    [LEFT_SUBSTITUTES] = {"substitutes", "hours of substitutes, with on-costs"},
    [LEFT_OVERTIME] = {"overtime", "overtime hours, with on-costs"},
    [LEFT_AGENCY] = {"agency", "bills of agencies"},
    [LEFT_ABSENCE] = {"absence", "sick pay and its refund, with on-costs"},
    [LEFT_COMPENSATION] = {"compensation", "agreed for a rota, with on-costs"},
    [LEFT_HOLIDAY_PAY] = {"holiday_pay", "the ledger line"},
    [LEFT_PENSION] = {"pension", "the ledger line"},
    [LEFT_EMPLOYER_TAX] = {"employer_tax", "the ledger line"},
    [LEFT_ON_COSTS] = {"on_costs", "holiday_pay, pension and employer_tax"},
    {NULL, NULL}};
static const struct choice amount_words[] = {
    {"purchases", ""}, {"income", ""}, {"grant", "refund or project money"}, {"other", ""}, {NULL, NULL}};
static const struct choice accrual_words[] = {{"months", "twelfths of the yearly amount"},
                                              {"days", "real days of the year"},
                                              {"once", "the whole amount in the year it starts"},
                                              {NULL, NULL}};

static const struct choice term_words[] = {{"school", "children come before and after school"},
                                           {"holiday", "no school: children may be there all day"},
                                           {"closed", "nobody is there"},
                                           {NULL, NULL}};
static const struct choice open_words[] = {{"school", ""}, {"holiday", ""}, {NULL, NULL}};
static const struct choice pool_words[] = {
    {"always", ""}, {"school", "in school weeks only"}, {"holiday", "in holidays only"}, {NULL, NULL}};
static const struct choice school_words[] = {
    {"primary", "grades 1-7 or some of them"}, {"lower_secondary", "grades 8-10"}, {NULL, NULL}};

#define PERCENT_RANGE(LEAST, MOST) (LEAST) * INT64_C(1000000), (MOST) * INT64_C(1000000)
static const struct rate_meaning rates[RATE_COUNT] = {
    [RATE_HOLIDAY_PAY] = {"holiday_pay", "%", "", PERCENT_RANGE(0, 30), PERCENT_RANGE(9, 15),
                          SLIP_SHARE | SLIP_TENTH, true, 0,
                          "feriepenger, percent of the pay they are earned on (ferieloven, HTA 7: 12 %)"},
    [RATE_HOLIDAY_WEEKS] = {"holiday_weeks", "weeks", "", PERCENT_RANGE(0, 10), PERCENT_RANGE(4, 6),
                          SLIP_TENTH, false, 5000000,
                            "weeks of the year for which a fixed salary is withheld, against 52"},
    [RATE_PENSION] = {"pension", "%", "category", PERCENT_RANGE(0, 60), PERCENT_RANGE(1, 35),
                          SLIP_SHARE | SLIP_TENTH, true, 0,
                      "employer's pension share of fixed pay and rostered supplements"},
    [RATE_VARIABLE_PENSION] = {"variable_pension", "%", "category", PERCENT_RANGE(0, 60), PERCENT_RANGE(1, 35),
                          SLIP_SHARE | SLIP_TENTH, true, 0,
                               "employer's pension share of extra hours and of substitutes paid by the hour"},
    [RATE_EMPLOYER_TAX] = {"employer_tax", "%", "zone", PERCENT_RANGE(0, 60), PERCENT_RANGE(4, 20),
                          SLIP_SHARE | SLIP_TENTH, true, 0,
                           "arbeidsgiveravgift on pay, holiday pay and pension, less refunds"},
    [RATE_OVERTIME] = {"overtime", "%", "", PERCENT_RANGE(0, 400), PERCENT_RANGE(40, 200), SLIP_SHARE, true, 0,
                       "overtime supplement for an extra shift (HTA 6; at least 40 % by Working Environment Act 10-6)"},
    [RATE_OVERTIME_HOLIDAY] = {"overtime_holiday", "%", "", PERCENT_RANGE(0, 400), PERCENT_RANGE(40, 250),
                          SLIP_SHARE, true, 0,
                               "overtime supplement for minutes that earn the holiday supplement (HTA 6)"},
    [RATE_SICK_REFUNDED] = {"sick_refunded", "%", "", PERCENT_RANGE(0, 100), PERCENT_RANGE(5, 100),
                          SLIP_SHARE, true, 0,
                            "share of the sick hours that lies after the employer's 16 days and is refunded"},
    [RATE_REFUND_CEILING] = {"refund_ceiling", "kr", "", PERCENT_RANGE(0, 100000000), PERCENT_RANGE(250000, 2000000),
                          SLIP_THOUSANDS | SLIP_SIX, true, 0,
                             "yearly pay up to which sick pay is refunded (6 G)"},
    [RATE_DAILY_REST] = {"daily_rest", "h", "", PERCENT_RANGE(8, 24), PERCENT_RANGE(8, 14),
                          SLIP_MINUTES | SLIP_TENTH, false, 11000000,
                         "rest between two shifts (Working Environment Act 10-8(1): 11 h, by agreement down to 8 h)"},
    [RATE_OVERTIME_WEEK] = {"overtime_week", "h", "", PERCENT_RANGE(0, 25), PERCENT_RANGE(3, 20),
                          SLIP_TENTH, false, 10000000,
                            "most overtime per head in 7 days (Working Environment Act 10-6(4): 10 h)"},
    [RATE_OVERTIME_FOUR_WEEKS] = {"overtime_four_weeks", "h", "", PERCENT_RANGE(0, 100), PERCENT_RANGE(10, 60),
                          SLIP_TENTH, false, 25000000,
                                  "most overtime per head in four weeks (25 h); held as a quarter of it every week"},
    [RATE_OVERTIME_YEAR] = {"overtime_year", "h", "", PERCENT_RANGE(0, 400), PERCENT_RANGE(50, 400),
                          SLIP_TENTH, false, 200000000,
                            "most overtime per head in a year (200 h)"},
    [RATE_EXTRA_WEEKEND_EVERY] = {"extra_weekend_every", "weekends", "", PERCENT_RANGE(1, 52), PERCENT_RANGE(1, 6),
                          SLIP_TENTH | SLIP_TWICE, false, 2000000,
                                  "with extra shifts nobody works more than every k-th weekend (Working Environment Act "
                                  "10-8(4): every second Sunday off on average)"},
};
const struct choice rate_words[] = {
    {"holiday_pay", ""},      {"holiday_weeks", ""},  {"pension", ""},
    {"variable_pension", ""}, {"employer_tax", ""},   {"overtime", ""},
    {"overtime_holiday", ""}, {"sick_refunded", ""},  {"refund_ceiling", ""},
    {"daily_rest", ""},       {"overtime_week", ""},  {"overtime_four_weeks", ""},
    {"overtime_year", ""},    {"extra_weekend_every", ""}, {NULL, NULL}};

static const struct column settings_columns[] = {
    {.name = "title", .kind = CELL_TEXT, .offset = AT(settings_row, title), ANY, .required = true, .unit = "text",
     .meaning = "what the scenario is about"},
    {.name = "place", .kind = CELL_TEXT, .offset = AT(settings_row, place), ANY, .unit = "text",
     .meaning = "municipality"},
    {.name = "decimal", .kind = CELL_CHOICE, .offset = AT(settings_row, decimal), ANY, .required = true,
     .choices = decimal_words, .unit = "word", .meaning = "decimal sign of every number in this folder"},
    {.name = "language", .kind = CELL_CHOICE, .offset = AT(settings_row, language), ANY, .choices = language_words,
     .unit = "word", .meaning = "of what is printed for people, unless --lang says otherwise; blank: as the computer's"},
    {.name = "common", .kind = CELL_TEXT, .offset = AT(settings_row, common), ANY, .unit = "folder",
     .meaning = "folder of shared tables, relative to this one; a row here replaces the shared row with the same key"},
    {.name = "zone", .kind = CELL_CODE, .offset = AT(settings_row, zone), ANY, .required = true, .unit = "zone",
     .meaning = "zone of the employer tax (I, Ia, II, III, IV, IVa, V)"},
    {.name = "first_year", USUAL(1990, 2060),
     .kind = CELL_INTEGER, .offset = AT(settings_row, first_year), RANGE(1901, 2198),
     .required = true, .unit = "year", .meaning = "first budget year"},
    {.name = "last_year", USUAL(1990, 2060),
     .kind = CELL_INTEGER, .offset = AT(settings_row, last_year), RANGE(1901, 2198),
     .required = true, .unit = "year", .meaning = "last budget year, at most 9 after the first"},
    {.name = "price_day", .kind = CELL_DATE, .offset = AT(settings_row, price_day), DATES,
     .meaning = "day whose pay and rates price every year (budgets are set in fixed prices); blank: each day its own"},
    {.name = "claims_in", .kind = CELL_CHOICE, .offset = AT(settings_row, claims_in), ANY, .choices = claims_in_words,
     .fallback = "kr", .unit = "word",
     .meaning = "unit in which savings are written: target_kr, amount_kr and percent_of_kr of claims.csv, "
                "saving_kr_per_year of amounts.csv, realised_kr of measures.csv; all results are in kroner"},
    {.name = "savings_are", .kind = CELL_CHOICE, .offset = AT(settings_row, savings_are), ANY,
     .choices = savings_are_words, .fallback = "positive", .unit = "word",
     .meaning = "sign with which savings are written: amount_kr, percent and fte of claims.csv, saving_kr_per_year of "
                "amounts.csv, realised_kr of measures.csv; in all results a saving is positive"},
    {.name = "target_kr", USUAL_SAVING_KR(10000, 10000000000),
     .kind = CELL_KR, .claimed_in_unit = true, .offset = AT(settings_row, target_ore), MONEY(0, 100000000000), .unit = "kr",
     .meaning = "savings target for the whole period"},
    {.name = "claims_are", .kind = CELL_CHOICE, .offset = AT(settings_row, claims_are), ANY, .choices = claims_are_words,
     .fallback = "base", .unit = "word", .meaning = "how the yearly columns of the source are meant"},
    {.name = "tolerance_percent", USUAL_PERCENT(1, 50),
     .kind = CELL_PERCENT, .offset = AT(settings_row, tolerance_e8), PERCENT_0_100,
     .fallback = "10", .meaning = "a claim is met if it lies within this share of itself"},
    {.name = "understated_percent", USUAL_PERCENT(2, 200),
     .kind = CELL_PERCENT, .offset = AT(settings_row, understated_e8),
     RANGE(0, 1000000000), .unit = "%", .fallback = "25",
     .meaning = "a claim is understated if the kept effect is larger by more than this share of it"},
    {.name = "accounts_tolerance_percent", USUAL_PERCENT(1, 30),
     .kind = CELL_PERCENT, .offset = AT(settings_row, accounts_tolerance_e8),
     PERCENT_0_100, .fallback = "5",
     .meaning = "the baseline may differ from the books by so much before it is said to be off"},
    {.name = "sick_supplements", .kind = CELL_CHOICE, .offset = AT(settings_row, sick_supplements), ANY,
     .choices = yes_no_words, .fallback = "yes", .unit = "word",
     .meaning = "yes: sick pay holds the supplements of the shifts missed"},
    {.name = "weekend_from", .kind = CELL_CHOICE, .offset = AT(settings_row, weekend_from), ANY,
     .choices = weekend_from_words, .fallback = "saturday", .unit = "word", .meaning = "what counts as weekend duty"},
    {.name = "sundays", .kind = CELL_CHOICE, .offset = AT(settings_row, sundays), ANY, .choices = sunday_words,
     .fallback = "next_off", .unit = "word", .meaning = "how Sundays off are counted"},
    {.name = "adjust_min_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(settings_row, adjust_min_e8), PERCENT_0_100,
     .fallback = "0", .meaning = "fewest heads of a group when positions are adjusted, of those it has"},
    {.name = "adjust_max_percent", USUAL_PERCENT(100, 400),
     .kind = CELL_PERCENT, .offset = AT(settings_row, adjust_max_e8),
     RANGE(100000000, 1000000000), .unit = "%", .fallback = "150",
     .meaning = "most heads of a group when positions are adjusted, of those it has"},
    {.name = "adjust_step_heads", USUAL_MILLI(50, 5000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(settings_row, adjust_step_milli),
     RANGE(0, 100000), .unit = "heads", .fallback = "0",
     .meaning = "positions are adjusted in steps of this many heads; 0: any amount"},
    {.name = "decision_date", .kind = CELL_DATE, .offset = AT(settings_row, decision_date), DATES,
     .meaning = "day on which it is decided that positions go: what the first year then saves; blank: only the last day to "
                "decide is told. Never the day of the run, so that the same folder gives the same results"},
    {.name = "consultation_days", USUAL(7, 120),
     .kind = CELL_INTEGER, .offset = AT(settings_row, consultation_days), RANGE(0, 730), .unit = "days",
     .fallback = "30",
     .meaning = "from the decision to the notice: talks with shop stewards and each employee (Working Environment Act 8-2, "
                "15-1); 30 is what 15-2 asks for between the message to NAV and the end of ten or more positions"},
    {.name = "notice_months", USUAL(1, 12),
     .kind = CELL_INTEGER, .offset = AT(settings_row, notice_months), RANGE(0, 24), .unit = "months", .fallback = "3",
     .meaning = "period of notice at the least (HTA chapter 1, 3 in the KS area: three months), from the first of the month after "
                "the notice; longer where service_years and age_years of groups.csv ask for it"},
    SOURCE_OF_ROW(settings_row),
};

static const struct column category_columns[] = {
    {.name = "category", .kind = CELL_CODE, .offset = AT(category_row, category), ANY, KEY, .unit = "code",
     .meaning = "kind of staff"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(category_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "level", .kind = CELL_INTEGER, .offset = AT(category_row, level), RANGE(1, 9), .required = true,
     .unit = "1-9", .meaning = "competence; a higher level can fill a lower one's place, not the other way"},
    {.name = "full_time_week_h", USUAL_H(30, 40),
     .kind = CELL_HOURS, .offset = AT(category_row, full_time_min), RANGE(60, 2400),
     .required = true, .unit = "h/week", .meaning = "full-time week where the group does not say otherwise"},
    SOURCE_OF_ROW(category_row),
};

static const struct column pay_columns[] = {
    {.name = "category", .kind = CELL_REFERENCE, .offset = AT(pay_row, category), ANY, KEY,
     .refers_to = TABLE_CATEGORIES, .unit = "code", .meaning = "category"},
    {.name = "valid_from", .kind = CELL_DATE, .offset = AT(pay_row, valid_from), DATES, KEY,
     .meaning = "first day; counts until the next row of the category"},
    {.name = "yearly_pay_kr", USUAL_PAY_KR(120000, 2500000),
     .kind = CELL_KR, .offset = AT(pay_row, yearly_pay_ore), MONEY(1, 10000000),
     .required = true, .unit = "kr/year", .meaning = "base pay of a full-time position without supplements and on-costs"},
    SOURCE_OF_ROW(pay_row),
};

static const struct column supplement_columns[] = {
    {.name = "supplement", .kind = CELL_CHOICE, .offset = AT(supplement_row, line), ANY, KEY,
     .choices = supplement_words, .unit = "word", .meaning = "ledger line it is booked on"},
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
     .required = true, .unit = "word", .meaning = "one supplement per stack and minute; the two stacks add up"},
    {.name = "priority", .kind = CELL_INTEGER, .offset = AT(supplement_row, priority), RANGE(0, 99), .fallback = "0",
     .unit = "0-99", .meaning = "which row of a stack wins: the highest"},
    SOURCE_OF_ROW(supplement_row),
};

static const struct column rate_columns[] = {
    {.name = "rate", .kind = CELL_CHOICE, .offset = AT(rate_row, rate), ANY, KEY, .choices = rate_words, .unit = "word",
     .meaning = "which rate; the list with units follows below"},
    {.name = "applies_to", .kind = CELL_CODE, .offset = AT(rate_row, applies_to), ANY, .key = true, .unit = "code",
     .meaning = "category or zone; blank: all"},
    {.name = "valid_from", .kind = CELL_DATE, .offset = AT(rate_row, valid_from), DATES, KEY,
     .meaning = "first day; counts until the next row of the rate"},
    {.name = "value", .kind = CELL_DECIMAL, .digits = 6, .offset = AT(rate_row, value_e6), ANY, .required = true,
     .unit = "number", .meaning = "in the unit of the rate, within its range"},
    SOURCE_OF_ROW(rate_row),
};

static const struct column unit_columns[] = {
    {.name = "unit", .kind = CELL_CODE, .offset = AT(unit_row, unit), ANY, KEY, .unit = "code",
     .meaning = "a place that must be staffed"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(unit_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "responsibility", .kind = CELL_TEXT, .offset = AT(unit_row, responsibility), ANY, .unit = "text",
     .meaning = "cost centre"},
    {.name = "day_starts", .kind = CELL_CLOCK, .offset = AT(unit_row, day_starts_min), CLOCK_START,
     .meaning = "hour at which the service day begins and no window runs across; blank: the earliest shift's start"},
    {.name = "handover_min", USUAL_MIN(5, 120),
     .kind = CELL_INTEGER, .offset = AT(unit_row, handover_min), RANGE(0, 120),
     .fallback = "0", .unit = "min",
     .meaning = "overlap at the end of every shift for handing over: paid, covering nothing"},
    {.name = "area", .kind = CELL_CODE, .offset = AT(unit_row, area), ANY, .unit = "code",
     .meaning = "municipality, as in enrolment.csv and terms.csv"},
    {.name = "ratio", .kind = CELL_CODE, .offset = AT(unit_row, ratio), ANY, .unit = "code",
     .meaning = "rule of ratios.csv by which need follows from the children present, on top of need.csv; blank: none"},
    {.name = "ratio_level", .kind = CELL_REFERENCE, .offset = AT(unit_row, ratio_level), ANY,
     .refers_to = TABLE_CATEGORIES, .unit = "code", .meaning = "category the adults of the ratio are counted in"},
    {.name = "ratio_floor", USUAL(1, 50),
     .kind = CELL_INTEGER, .offset = AT(unit_row, ratio_floor), RANGE(0, 1000), .fallback = "0",
     .unit = "persons", .meaning = "adults at least while any child is present, whatever the rule says"},
    {.name = "pool", .kind = CELL_CODE, .offset = AT(unit_row, pool), ANY, .unit = "code",
     .meaning = "unit where the children of this one are and are counted, rounded up together; blank: here"},
    {.name = "pool_terms", .kind = CELL_CHOICE, .offset = AT(unit_row, pool_terms), ANY, .choices = pool_words,
     .fallback = "always", .unit = "word", .meaning = "when they are there"},
    {.name = "pool_from", .kind = CELL_CLOCK, .offset = AT(unit_row, pool_from_min), CLOCK_START, .fallback = "00:00",
     .meaning = "hour of the day from which they are there"},
    {.name = "shortest_shift_h", USUAL_H(0.5, 12),
     .kind = CELL_HOURS, .offset = AT(unit_row, shortest_shift_min), RANGE(15, 1440),
     .unit = "h", .meaning = "shortest of the shifts that are made for the unit from its need; blank: none are made"},
    {.name = "longest_shift_h", USUAL_H(2, 14),
     .kind = CELL_HOURS, .offset = AT(unit_row, longest_shift_min), RANGE(15, 1440),
     .unit = "h", .fallback = "7.5", .meaning = "longest of them"},
    {.name = "shift_grid_min", USUAL_MIN(5, 240),
     .kind = CELL_INTEGER, .offset = AT(unit_row, shift_grid_min), RANGE(0, 480),
     .unit = "min", .fallback = "0",
     .meaning = "they begin and end where presence changes, and every so many minutes from opening; 0: only there"},
    {.name = "least_paid_h", USUAL_H(0.5, 8),
     .kind = CELL_HOURS, .offset = AT(unit_row, least_paid_min), RANGE(0, 1440),
     .unit = "h", .fallback = "0", .meaning = "whoever comes for one of them is paid so long at least"},
    SOURCE_OF_ROW(unit_row),
};

static const struct column shift_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(shift_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit"},
    {.name = "shift", .kind = CELL_CODE, .offset = AT(shift_row, shift), ANY, KEY, .unit = "code", .meaning = "shift"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(shift_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "start", .kind = CELL_CLOCK, .offset = AT(shift_row, start_min), .required = true, CLOCK_START,
     .meaning = "start"},
    {.name = "end", .kind = CELL_CLOCK, .offset = AT(shift_row, end_min), .required = true, CLOCK_END,
     .meaning = "end; before the start: on the next day; never the same as the start"},
    {.name = "unpaid_break_min", USUAL_MIN(10, 360),
     .kind = CELL_INTEGER, .offset = AT(shift_row, break_min), RANGE(0, 600),
     .fallback = "0", .unit = "min", .meaning = "break that is not paid; one of more than 60 needs break_start"},
    {.name = "break_start", .kind = CELL_CLOCK, .offset = AT(shift_row, break_start_min), CLOCK_START,
     .meaning = "when the unpaid break begins; nobody covers anything in it. Blank: it is taken when others can stand in, "
                "and paid as if it lay in the middle"},
    {.name = "least_paid_h", USUAL_H(0.5, 8),
     .kind = CELL_HOURS, .offset = AT(shift_row, least_paid_min), RANGE(0, 1440), .unit = "h",
     .fallback = "0", .meaning = "whoever comes is paid so long at least, without supplements for what is not worked"},
    SOURCE_OF_ROW(shift_row),
};

#define WINDOW_COLUMNS(ROW, PERSONS_MEANING)                                                                           \
  {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(ROW, unit), ANY, KEY, .refers_to = TABLE_UNITS, .unit = "code", \
   .meaning = "unit"},                                                                                                 \
  {.name = "window", .kind = CELL_CODE, .offset = AT(ROW, window), ANY, KEY, .unit = "code",                           \
   .meaning = "stretch of the day; the same code in one unit means the same hours"},                                   \
  {.name = "start", .kind = CELL_CLOCK, .offset = AT(ROW, start_min), .required = true, CLOCK_START,                   \
   .meaning = "start"},                                                                                                \
  {.name = "end", .kind = CELL_CLOCK, .offset = AT(ROW, end_min), .required = true, CLOCK_END,                         \
   .meaning = "end; at or before the start: on the next day"},                                                         \
  {.name = "days", .kind = CELL_NEED_DAYS, .offset = AT(ROW, days), ANY, KEY, .unit = "days",                          \
   .meaning = "mon..sun, holiday (a public holiday that is no Sunday), all"},                                          \
  {.name = "weeks", .kind = CELL_WEEKS, .offset = AT(ROW, weeks), ANY, .key = true, .fallback = "all", .unit = "weeks", \
   .meaning = "ISO weeks, as 1-26 33-53"},                                                                             \
  {.name = "level", .kind = CELL_REFERENCE, .offset = AT(ROW, level), ANY, KEY, .refers_to = TABLE_CATEGORIES,         \
   .unit = "code", .meaning = "category whose level is wanted; a higher level will do"},                               \
  {.name = "persons", USUAL_MILLI(50, 100000),                                                                         \
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(ROW, persons_milli), RANGE(0, 1000000),                           \
   .required = true, .unit = "persons", .meaning = PERSONS_MEANING}

static const struct column need_columns[] = {
    WINDOW_COLUMNS(need_row, "persons wanted; rows add up"),
    SOURCE_OF_ROW(need_row),
};
static const struct column norm_columns[] = {
    WINDOW_COLUMNS(norm_row, "persons of the level or a higher one that must never be undercut; the highest row counts"),
    SOURCE_OF_ROW(norm_row),
};

#define CONTRACT_COLUMNS                                                                                               \
    {.name = "position_percent", USUAL_PERCENT(5, 100),                                                                \
     .kind = CELL_PERCENT, .offset = AT(group_row, position_e8), RANGE(1, 100000000),                                  \
     .required = true, .unit = "%", .meaning = "share of full time of each"},                                          \
    {.name = "full_time_week_h", USUAL_H(30, 40),                                                                      \
     .kind = CELL_HOURS, .offset = AT(group_row, full_time_min), RANGE(60, 2400),                                      \
     .unit = "h/week", .meaning = "full-time week (37.5, 35.5, 33.6); blank: the category's"},                         \
    {.name = "regime", .kind = CELL_CHOICE, .offset = AT(group_row, regime), ANY, .choices = regime_words,             \
     .fallback = "weekly", .unit = "word", .meaning = "rota"},                                                         \
    {.name = "band_percent", USUAL_PERCENT(2, 100),                                                                    \
     .kind = CELL_PERCENT, .offset = AT(group_row, band_e8), PERCENT_0_100, .fallback = "0",                           \
     .meaning = "year rota: weekly hours may lie so far above or below the contract's"},                               \
    {.name = "holidays_by", .kind = CELL_CHOICE, .offset = AT(group_row, holidays_by), ANY, .choices = holidays_by_words, \
     .fallback = "planner", .unit = "word", .meaning = "year rota: who says when the holidays of absence.csv are taken"}, \
    {.name = "holiday_most_percent", USUAL_PERCENT(5, 100),                                                            \
     .kind = CELL_PERCENT, .offset = AT(group_row, holiday_most_e8), PERCENT_0_100,                                    \
     .fallback = "50", .meaning = "year rota: share of the people on holiday at once at the most"},                    \
    {.name = "weekend_every", USUAL_MILLI(1000, 8000),                                                                 \
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, weekend_every_milli),                                  \
     RANGE(0, 52000), .unit = "weekends", .fallback = "3", .meaning = "works every k-th weekend; 0: never"},           \
    {.name = "weekends_per_year", USUAL_MILLI(4000, 52000),                                                            \
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, weekends_per_year_milli),                              \
     RANGE(0, 52000), .unit = "weekends",                                                                              \
     .meaning = "weekends counted over the year (of 52, absence included) instead of every k-th; blank: every k-th"},  \
    {.name = "weekend_ceiling_every", USUAL_MILLI(1000, 6000),                                                         \
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, weekend_ceiling_milli),                                \
     RANGE(1000, 52000), .unit = "weekends", .fallback = "2",                                                          \
     .meaning = "with weekends_per_year: on any one weekend no more than every so-manieth of the people"},             \
    {.name = "agreement", .kind = CELL_CHOICE, .offset = AT(group_row, agreement), ANY, .choices = agreement_words,    \
     .fallback = "local", .unit = "word", .meaning = "longest shift agreed to"},                                       \
    {.name = "year_compensation_kr_per_fte", USUAL_KR(500, 200000),                                                    \
     .kind = CELL_KR, .offset = AT(group_row, year_compensation_ore),                                                  \
     MONEY(0, 1000000), .fallback = "0", .unit = "kr/year", .meaning = "agreed for the rota, per full-time position"}, \
    {.name = "weekend_compensation_kr_per_h", USUAL_KR(5, 1500),                                                       \
     .kind = CELL_KR, .offset = AT(group_row, weekend_compensation_ore_per_h),                                         \
     MONEY(0, 10000), .fallback = "0", .unit = "kr/h",                                                                 \
     .meaning = "agreed per weekend hour beyond weekend_hours_included, on top of the supplements"},                   \
    {.name = "weekend_hours_included", USUAL_H(5, 800),                                                                \
     .kind = CELL_HOURS, .offset = AT(group_row, weekend_included_min),                                                \
     RANGE(0, 60000), .fallback = "0", .unit = "h/year",                                                               \
     .meaning = "weekend hours of a head and year that earn no compensation"},                                         \
    {.name = "summer_compensation_kr_per_week", USUAL_KR(100, 30000),                                                  \
     .kind = CELL_KR, .offset = AT(group_row, summer_compensation_ore),                                                \
     MONEY(0, 1000000), .fallback = "0", .unit = "kr/week",                                                            \
     .meaning = "year rota: agreed per week of holiday moved out of June to September"},                               \
    {.name = "shifts", .kind = CELL_TEXT, .offset = AT(group_row, shifts), ANY, .unit = "codes",                       \
     .meaning = "shifts the group may work, separated by blanks; blank: all of the unit"}

static const struct column group_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(group_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit"},
    {.name = "group", .kind = CELL_CODE, .offset = AT(group_row, group), ANY, KEY, .unit = "code",
     .meaning = "people with the same category, contract, rota and weekend duty"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(group_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "category", .kind = CELL_REFERENCE, .offset = AT(group_row, category), ANY, .required = true,
     .refers_to = TABLE_CATEGORIES, .unit = "code", .meaning = "category"},
    {.name = "heads", USUAL_MILLI(50, 500000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, heads_milli), RANGE(0, 10000000),
     .required = true, .unit = "heads", .meaning = "people"},
    CONTRACT_COLUMNS,
    {.name = "adjust_min_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(group_row, adjust_min_e8), PERCENT_0_100,
     .meaning = "as the setting, for this group"},
    {.name = "adjust_max_percent", USUAL_PERCENT(100, 400),
     .kind = CELL_PERCENT, .offset = AT(group_row, adjust_max_e8),
     RANGE(100000000, 1000000000), .unit = "%", .meaning = "as the setting, for this group"},
    {.name = "adjust_step_heads", USUAL_MILLI(50, 5000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, adjust_step_milli),
     RANGE(0, 100000), .unit = "heads", .meaning = "as the setting, for this group"},
    {.name = "service_years", USUAL(1, 45),
     .kind = CELL_INTEGER, .offset = AT(group_row, service_years), RANGE(0, 60), .unit = "years", .fallback = "0",
     .meaning = "whole years of service of those who would have to go, for their notice (Working Environment Act 15-3): 1 "
                "month, 2 from five years, 3 from ten; blank: not known, the setting's notice_months"},
    {.name = "age_years", USUAL(18, 75),
     .kind = CELL_INTEGER, .offset = AT(group_row, age_years), RANGE(0, 99), .unit = "years", .fallback = "0",
     .meaning = "their age: with ten years of service 4 months from 50, 5 from 55, 6 from 60; blank: not known"},
    SOURCE_OF_ROW(group_row),
};

static const struct column catalogue_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(group_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit"},
    {.name = "type", .kind = CELL_CODE, .offset = AT(group_row, group), ANY, KEY, .unit = "code",
     .meaning = "type of position"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(group_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "category", .kind = CELL_REFERENCE, .offset = AT(group_row, category), ANY, .required = true,
     .refers_to = TABLE_CATEGORIES, .unit = "code", .meaning = "category"},
    {.name = "most_heads", USUAL_MILLI(500, 500000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, heads_milli), RANGE(0, 10000000),
     .required = true, .unit = "heads", .meaning = "most people of the type"},
    CONTRACT_COLUMNS,
    SOURCE_OF_ROW(group_row),
};

static const struct column design_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(design_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit whose rota is designed anew from catalogue.csv"},
    {.name = "least_average_position_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(design_row, average_position_e8),
     PERCENT_0_100, .meaning = "least average position; blank: any"},
    {.name = "least_full_time_percent", USUAL_PERCENT(2, 100),
     .kind = CELL_PERCENT, .offset = AT(design_row, full_timers_e8), PERCENT_0_100,
     .meaning = "least share of full-timers among the heads; blank: any"},
    {.name = "most_variable_percent", USUAL_PERCENT(1, 100),
     .kind = CELL_PERCENT, .offset = AT(design_row, variable_e8), PERCENT_0_100,
     .meaning = "largest share of extra hours, substitutes, overtime and agency in the paid hours; blank: any"},
    {.name = "most_heads", USUAL_MILLI(500, 500000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(design_row, heads_milli), RANGE(0, 10000000),
     .unit = "heads", .meaning = "most people; blank: any"},
    SOURCE_OF_ROW(design_row),
};

static const struct column absence_columns[] = {
    {.name = "kind", .kind = CELL_CHOICE, .offset = AT(absence_row, kind), ANY, KEY, .choices = absence_words,
     .unit = "word", .meaning = "kind of absence"},
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(absence_row, unit), ANY, .key = true,
     .refers_to = TABLE_UNITS, .unit = "code", .meaning = "unit; blank: all"},
    {.name = "category", .kind = CELL_REFERENCE, .offset = AT(absence_row, category), ANY, .key = true,
     .refers_to = TABLE_CATEGORIES, .unit = "code", .meaning = "category; blank: all"},
    {.name = "weeks", .kind = CELL_WEEKS, .offset = AT(absence_row, weeks), ANY, .key = true, .fallback = "all",
     .unit = "weeks", .meaning = "ISO weeks"},
    {.name = "percent", USUAL_PERCENT(0.5, 100),
     .kind = CELL_PERCENT, .offset = AT(absence_row, percent_e8), PERCENT_0_100, .fallback = "0",
     .meaning = "of the contract hours; sick leave: of those not on holiday"},
    {.name = "hours_per_head", USUAL_H(0.5, 200),
     .kind = CELL_HOURS, .offset = AT(absence_row, training_min), RANGE(0, 120000),
     .unit = "h", .meaning = "training: hours of each head over all these weeks, instead of percent"},
    SOURCE_OF_ROW(absence_row),
};

static const struct column source_columns[] = {
    {.name = "code", .kind = CELL_CODE, .offset = AT(source_row, code), ANY, KEY, .unit = "code",
     .meaning = "name of the row, for edits and reports"},
    {.name = "kind", .kind = CELL_CHOICE, .offset = AT(source_row, kind), ANY, .required = true,
     .choices = source_words, .unit = "word", .meaning = "where the hours come from"},
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(source_row, unit), ANY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit; blank: each unit for itself"},
    {.name = "category", .kind = CELL_REFERENCE, .offset = AT(source_row, category), ANY,
     .refers_to = TABLE_CATEGORIES, .unit = "code", .meaning = "category; blank (extra, overtime): each"},
    {.name = "valid_from", .kind = CELL_DATE, .offset = AT(source_row, valid_from), DATES,
     .meaning = "first day; blank: always"},
    {.name = "valid_to", .kind = CELL_DATE, .offset = AT(source_row, valid_to), DATES, .meaning = "last day; blank: for good"},
    {.name = "pay_percent", USUAL_PERCENT(50, 200),
     .kind = CELL_PERCENT, .offset = AT(source_row, pay_e8), RANGE(1000000, 300000000),
     .fallback = "100", .unit = "%", .meaning = "substitute: of the category's pay"},
    {.name = "price_kr_per_h", USUAL_KR(150, 4000),
     .kind = CELL_KR, .offset = AT(source_row, price_ore_per_h), MONEY(1, 100000),
     .unit = "kr/h", .meaning = "agency: price of a paid hour, all in"},
    {.name = "unsocial_price_kr_per_h", USUAL_KR(150, 6000),
     .kind = CELL_KR, .offset = AT(source_row, unsocial_ore_per_h), MONEY(1, 100000),
     .unit = "kr/h", .meaning = "agency: price of the minutes that would earn a supplement; blank: the same"},
    {.name = "hours_per_week", USUAL_MILLI(500, 10000000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(source_row, hours_milli_per_week),
     RANGE(0, 1000000000), .unit = "h/week", .meaning = "on offer in each unit; blank: no limit"},
    {.name = "room_percent", USUAL_PERCENT(2, 100),
     .kind = CELL_PERCENT, .offset = AT(source_row, room_e8), PERCENT_0_100,
     .fallback = "100", .meaning = "extra, overtime: share of the legal room that people accept"},
    SOURCE_OF_ROW(source_row),
};

static const struct column measure_columns[] = {
    {.name = "measure", .kind = CELL_CODE, .offset = AT(measure_row, measure), ANY, KEY, .unit = "code",
     .meaning = "measure"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(measure_row, title), ANY, .required = true, .unit = "text",
     .meaning = "as printed"},
    {.name = "unit", .kind = CELL_TEXT, .offset = AT(measure_row, unit_label), ANY, .unit = "text",
     .meaning = "unit as printed; the units that change follow from the edits"},
    {.name = "responsibility", .kind = CELL_TEXT, .offset = AT(measure_row, responsibility), ANY, .unit = "text",
     .meaning = "cost centre"},
    {.name = "role", .kind = CELL_TEXT, .offset = AT(measure_row, role), ANY, .unit = "text",
     .meaning = "who answers for it: a role, never a person's name"},
    {.name = "status", .kind = CELL_CHOICE, .offset = AT(measure_row, status), ANY, .choices = status_words,
     .fallback = "not_started", .unit = "word", .meaning = "status"},
    {.name = "nature", .kind = CELL_CHOICE, .offset = AT(measure_row, nature), ANY, .required = true,
     .choices = nature_words, .unit = "word", .meaning = "what kind of saving it is"},
    {.name = "start", .kind = CELL_DATE, .offset = AT(measure_row, start), DATES,
     .meaning = "first day in force; blank: not decided"},
    {.name = "in_target", .kind = CELL_CHOICE, .offset = AT(measure_row, in_target), ANY, .choices = yes_no_words,
     .fallback = "yes", .unit = "word", .meaning = "no: its claims stand outside the printed sums and the target"},
    {.name = "note", .kind = CELL_TEXT, .offset = AT(measure_row, note), ANY, .unit = "text", .meaning = "as printed"},
    {.name = "realised_kr", USUAL_SAVING_KR(1000, 2000000000),
     .kind = CELL_KR, .claimed_in_unit = true, .claimed_with_sign = true,
     .offset = AT(measure_row, realised_ore),
     MONEY(-100000000000, 100000000000), .unit = "kr",
     .meaning = "saved so far in the year of realised_to, as reported"},
    {.name = "realised_to", .kind = CELL_DATE, .offset = AT(measure_row, realised_to), DATES,
     .meaning = "last day that realised_kr counts"},
    SOURCE_OF_ROW(measure_row),
};

static const struct column edit_columns[] = {
    {.name = "measure", .kind = CELL_REFERENCE, .offset = AT(edit_row, measure), ANY, .required = true,
     .refers_to = TABLE_MEASURES, .unit = "code", .meaning = "measure"},
    {.name = "from", .kind = CELL_DATE, .offset = AT(edit_row, from), DATES,
     .meaning = "first day; blank: the measure's start"},
    {.name = "to", .kind = CELL_DATE, .offset = AT(edit_row, to), DATES, .meaning = "last day; blank: for good"},
    {.name = "table", .kind = CELL_CODE, .offset = AT(edit_row, table), ANY, .required = true, .unit = "word",
     .meaning = "table changed: need, norm, groups, units, sources, absence, shifts, pay, supplements, rates, categories, "
                "ratios, places, children, attendance or terms"},
    {.name = "where", .kind = CELL_TEXT, .offset = AT(edit_row, where), ANY, .unit = "column=value ...",
     .meaning = "rows changed, by what stands in the table: column=value pairs separated by blanks, all of which "
                "hold; a value with blanks in apostrophes (days='sat sun'); blank: every row"},
    {.name = "column", .kind = CELL_CODE, .offset = AT(edit_row, column), ANY, .required = true, .unit = "word",
     .meaning = "column changed, no key"},
    {.name = "change", .kind = CELL_CHOICE, .offset = AT(edit_row, change), ANY, .choices = change_words,
     .fallback = "set", .unit = "word", .meaning = "how"},
    {.name = "value", .kind = CELL_TEXT, .offset = AT(edit_row, value), ANY, .unit = "as the column",
     .meaning = "new value, amount added or factor, written as in the column; blank with set: empties the cell"},
    SOURCE_OF_ROW(edit_row),
};

static const struct column claim_columns[] = {
    {.name = "measure", .kind = CELL_REFERENCE, .offset = AT(claim_row, measure), ANY, .key = true,
     .refers_to = TABLE_MEASURES, .unit = "code", .meaning = "measure; blank: the printed sum of the year"},
    {.name = "year", .kind = CELL_INTEGER, .offset = AT(claim_row, year), RANGE(1901, 2198), KEY, .unit = "year",
     .meaning = "column of the source the claim stands in"},
    {.name = "amount_kr", USUAL_SAVING_KR(5000, 2000000000),
     .kind = CELL_KR, .claimed_in_unit = true, .claimed_with_sign = true,
     .offset = AT(claim_row, amount_ore), MONEY(-100000000000, 100000000000),
     .unit = "kr", .meaning = "saving claimed; a saving is positive, unless savings_are says otherwise"},
    {.name = "percent", USUAL_PERCENT(0.5, 60),
     .kind = CELL_PERCENT, .claimed_with_sign = true, .offset = AT(claim_row, percent_e8), RANGE(-1000000000, 1000000000),
     .unit = "%", .meaning = "saving claimed as a percentage, where no amount is printed"},
    {.name = "percent_of_kr", USUAL_SAVING_KR(50000, 50000000000),
     .kind = CELL_KR, .claimed_in_unit = true, .offset = AT(claim_row, base_ore), MONEY(1, 100000000000), .unit = "kr",
     .meaning = "what it is a percentage of"},
    {.name = "basis", .kind = CELL_CHOICE, .offset = AT(claim_row, basis), ANY, .choices = basis_words,
     .fallback = "in_year", .unit = "word", .meaning = "what the amount is the saving of"},
    {.name = "fte", USUAL_MILLI(20, 2000000),
     .kind = CELL_DECIMAL, .claimed_with_sign = true, .digits = 3, .offset = AT(claim_row, fte_milli), RANGE(-10000000, 10000000),
     .unit = "FTE", .meaning = "full-time positions claimed to go"},
    {.name = "fte_basis", .kind = CELL_CHOICE, .offset = AT(claim_row, fte_basis), ANY, .choices = fte_words,
     .fallback = "gross", .unit = "word", .meaning = "how the FTE are counted"},
    {.name = "leaves_out", .kind = CELL_WORDS, .offset = AT(claim_row, leaves_out), ANY, .choices = left_out_words,
     .unit = "words", .meaning = "what the amount does not count, separated by blanks; the effect is compared without it too"},
    SOURCE_OF_ROW(claim_row),
};

static const struct column amount_columns[] = {
    {.name = "measure", .kind = CELL_REFERENCE, .offset = AT(amount_row, measure), ANY, .required = true,
     .refers_to = TABLE_MEASURES, .unit = "code", .meaning = "measure"},
    {.name = "line", .kind = CELL_CHOICE, .offset = AT(amount_row, line), ANY, .choices = amount_words,
     .required = true, .unit = "word", .meaning = "ledger line"},
    {.name = "saving_kr_per_year", USUAL_SAVING_KR(5000, 2000000000),
     .kind = CELL_KR, .claimed_in_unit = true, .claimed_with_sign = true,
     .offset = AT(amount_row, saving_ore_per_year),
     MONEY(-100000000000, 100000000000), .required = true, .unit = "kr/year",
     .meaning = "yearly amount (accrual once: the whole amount); a saving or an income is positive, a new cost "
                "negative, unless savings_are says otherwise"},
    {.name = "from", .kind = CELL_DATE, .offset = AT(amount_row, from), DATES,
     .meaning = "first day; blank: the measure's start"},
    {.name = "to", .kind = CELL_DATE, .offset = AT(amount_row, to), DATES, .meaning = "last day; blank: for good"},
    {.name = "accrual", .kind = CELL_CHOICE, .offset = AT(amount_row, accrual), ANY, .choices = accrual_words,
     .fallback = "months", .unit = "word", .meaning = "how a part of a year is counted"},
    SOURCE_OF_ROW(amount_row),
};

static const struct column account_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(account_row, unit), ANY, .key = true,
     .refers_to = TABLE_UNITS, .unit = "code", .meaning = "unit; blank: all units of the scenario together"},
    {.name = "line", .kind = CELL_CHOICE, .offset = AT(account_row, line), ANY, KEY, .choices = account_words,
     .unit = "word", .meaning = "ledger line, or KOSTRA art (010 may be written 10)"},
    {.name = "year", .kind = CELL_INTEGER, .offset = AT(account_row, year), RANGE(1901, 2198), KEY, .unit = "year",
     .meaning = "year of the scenario the books are of"},
    {.name = "kr", USUAL_BOOKED_KR(1, 50000000000),
     .kind = CELL_KR, .offset = AT(account_row, amount_ore), MONEY(-100000000000, 100000000000),
     .required = true, .unit = "kr", .meaning = "booked in the whole year; a cost is positive, an income negative"},
    SOURCE_OF_ROW(account_row),
};

static const struct column risk_columns[] = {
    {.name = "risk", .kind = CELL_CODE, .offset = AT(risk_row, risk), ANY, KEY, .unit = "code",
     .meaning = "code of the risk, as it stands in the matrix"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(risk_row, title), ANY, .required = true, .unit = "text",
     .meaning = "what may go wrong"},
    {.name = "measure", .kind = CELL_REFERENCE, .offset = AT(risk_row, measure), ANY, .refers_to = TABLE_MEASURES,
     .unit = "code", .meaning = "measure; blank: all of them"},
    {.name = "likelihood", .kind = CELL_INTEGER, .offset = AT(risk_row, likelihood), RANGE(1, 5), .required = true,
     .unit = "1-5", .meaning = "from 1, very low, to 5, very high"},
    {.name = "consequence", .kind = CELL_INTEGER, .offset = AT(risk_row, consequence), RANGE(1, 5), .required = true,
     .unit = "1-5", .meaning = "from 1, very low, to 5, very high"},
    {.name = "role", .kind = CELL_TEXT, .offset = AT(risk_row, role), ANY, .unit = "text",
     .meaning = "who answers for it: a role, never a person's name"},
    {.name = "note", .kind = CELL_TEXT, .offset = AT(risk_row, note), ANY, .unit = "text",
     .meaning = "what is done about it"},
    SOURCE_OF_ROW(risk_row),
};

// ---------------------------------------------------------------- children, ratios, schools

static const struct column ratio_columns[] = {
    {.name = "rule", .kind = CELL_CODE, .offset = AT(ratio_row, rule), ANY, KEY, .unit = "code", .meaning = "rule"},
    {.name = "up_to", USUAL(1, 1000),
     .kind = CELL_INTEGER, .offset = AT(ratio_row, up_to), RANGE(1, 100000), .key = true,
     .unit = "children", .meaning = "up to so many children present the step's staff; blank: beyond the last step"},
    {.name = "staff", USUAL(1, 100),
     .kind = CELL_INTEGER, .offset = AT(ratio_row, staff), RANGE(0, 10000), .unit = "persons",
     .meaning = "adults of the step; blank in the row beyond"},
    {.name = "then_per", USUAL_MILLI(1000, 60000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(ratio_row, then_per_milli),
     RANGE(1, 1000000000), .unit = "children",
     .meaning = "beyond the last step one adult more for every so many children begun; `1 per 15` is this row alone"},
    SOURCE_OF_ROW(ratio_row),
};

static const struct column place_columns[] = {
    {.name = "place", .kind = CELL_CODE, .offset = AT(place_row, place), ANY, KEY, .unit = "code",
     .meaning = "kind of place, as full or half_10"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(place_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "most_h_per_week", USUAL_H(1, 60),
     .kind = CELL_HOURS, .offset = AT(place_row, most_min), RANGE(0, 10080), .unit = "h/week",
     .meaning = "hours a child may be there in a school week; attendance.csv must keep to it; blank: no limit"},
    SOURCE_OF_ROW(place_row),
};

static const struct column children_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(children_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit"},
    {.name = "grade", .kind = CELL_CODE, .offset = AT(children_row, grade), ANY, KEY, .unit = "code",
     .meaning = "grade, as 1 or 5-7"},
    {.name = "place", .kind = CELL_REFERENCE, .offset = AT(children_row, place), ANY, KEY, .refers_to = TABLE_PLACES,
     .unit = "code", .meaning = "kind of place"},
    {.name = "children", USUAL(1, 500),
     .kind = CELL_INTEGER, .offset = AT(children_row, children), RANGE(0, 5000), .required = true,
     .unit = "children", .meaning = "enrolled"},
    {.name = "weight", USUAL_MILLI(250, 4000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(children_row, weight_milli), RANGE(0, 10000),
     .unit = "children", .fallback = "1", .meaning = "each counts as so many (small children as two)"},
    SOURCE_OF_ROW(children_row),
};

static const struct column enrolment_columns[] = {
    {.name = "area", .kind = CELL_CODE, .offset = AT(enrolment_row, area), ANY, .key = true, .unit = "code",
     .meaning = "area of units.csv; blank: all units"},
    {.name = "grade", .kind = CELL_CODE, .offset = AT(enrolment_row, grade), ANY, .key = true, .unit = "code",
     .meaning = "grade; blank: all"},
    {.name = "place", .kind = CELL_REFERENCE, .offset = AT(enrolment_row, place), ANY, .key = true,
     .refers_to = TABLE_PLACES, .unit = "code", .meaning = "kind of place; blank: all"},
    {.name = "children", USUAL(1, 50000),
     .kind = CELL_INTEGER, .offset = AT(enrolment_row, children), RANGE(0, 1000000),
     .required = true, .unit = "children", .meaning = "as printed; the rows of children.csv must add up to it"},
    SOURCE_OF_ROW(enrolment_row),
};

static const struct column attendance_columns[] = {
    {.name = "place", .kind = CELL_REFERENCE, .offset = AT(attendance_row, place), ANY, KEY, .refers_to = TABLE_PLACES,
     .unit = "code", .meaning = "kind of place"},
    {.name = "terms", .kind = CELL_CHOICE, .offset = AT(attendance_row, terms), ANY, KEY, .choices = open_words,
     .unit = "word", .meaning = "days of school or of holidays, by terms.csv"},
    {.name = "days", .kind = CELL_NEED_DAYS, .offset = AT(attendance_row, days), ANY, KEY, .unit = "days",
     .meaning = "mon..sun, holiday, all; a public holiday is no weekday"},
    {.name = "weeks", .kind = CELL_WEEKS, .offset = AT(attendance_row, weeks), ANY, .key = true, .fallback = "all",
     .unit = "weeks", .meaning = "ISO weeks, as 1-26 33-53"},
    {.name = "start", .kind = CELL_CLOCK, .offset = AT(attendance_row, start_min), KEY, CLOCK_START, .meaning = "start"},
    {.name = "end", .kind = CELL_CLOCK, .offset = AT(attendance_row, end_min), .required = true, CLOCK_END,
     .meaning = "end, on the same day"},
    {.name = "percent", USUAL_PERCENT(1, 100),
     .kind = CELL_PERCENT, .offset = AT(attendance_row, percent_e8), PERCENT_0_100, .required = true,
     .meaning = "of the children enrolled who are there, at the busiest moment of these hours"},
    SOURCE_OF_ROW(attendance_row),
};

static const struct column term_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(term_row, unit), ANY, .key = true, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit; blank: all"},
    {.name = "area", .kind = CELL_CODE, .offset = AT(term_row, area), ANY, .key = true, .unit = "code",
     .meaning = "area of units.csv; blank: all"},
    {.name = "term", .kind = CELL_CODE, .offset = AT(term_row, term), ANY, KEY, .unit = "code",
     .meaning = "name of the row, for edits and reports"},
    {.name = "from", .kind = CELL_DATE, .offset = AT(term_row, from), DATES, .required = true,
     .meaning = "first day; where several rows hold on a day, the latest first day counts"},
    {.name = "to", .kind = CELL_DATE, .offset = AT(term_row, to), DATES, .required = true, .meaning = "last day"},
    {.name = "kind", .kind = CELL_CHOICE, .offset = AT(term_row, kind), ANY, .choices = term_words, .required = true,
     .unit = "word", .meaning = "what kind of days; a day in no row is closed"},
    {.name = "opens", .kind = CELL_CLOCK, .offset = AT(term_row, opens_min), CLOCK_START, .meaning = "opening hour"},
    {.name = "closes", .kind = CELL_CLOCK, .offset = AT(term_row, closes_min), CLOCK_END, .meaning = "closing hour"},
    SOURCE_OF_ROW(term_row),
};

static const struct column school_columns[] = {
    {.name = "municipality", .kind = CELL_CODE, .offset = AT(school_row, municipality), ANY, KEY, .unit = "code",
     .meaning = "municipality"},
    {.name = "school", .kind = CELL_CODE, .offset = AT(school_row, school), ANY, .key = true, .unit = "code",
     .meaning = "school; blank: the printed sum of the municipality, which the rows must add up to"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(school_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "kind", .kind = CELL_CHOICE, .offset = AT(school_row, kind), ANY, .choices = school_words,
     .fallback = "primary", .unit = "word", .meaning = "schools are compared with schools of their kind"},
    {.name = "grades", .kind = CELL_CODE, .offset = AT(school_row, grades), ANY, .unit = "code", .meaning = "as 1-7"},
    {.name = "pupils", USUAL(3, 200000),
     .kind = CELL_INTEGER, .offset = AT(school_row, pupils), RANGE(1, 1000000), .required = true,
     .unit = "pupils", .meaning = "pupils"},
    {.name = "leadership_fte", USUAL_MILLI(50, 2000000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(school_row, leadership_milli),
     RANGE(0, 10000000), .unit = "FTE", .meaning = "leadership; required of a school"},
    {.name = "teaching_fte", USUAL_MILLI(200, 8000000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(school_row, teaching_milli),
     RANGE(0, 10000000), .unit = "FTE", .meaning = "teaching; required of a school"},
    {.name = "joint", .kind = CELL_CODE, .offset = AT(school_row, joint), ANY, .unit = "code",
     .meaning = "schools of one code are also looked at as one school; blank: none"},
    SOURCE_OF_ROW(school_row),
};

#define TABLE(FILE, NAME, ROW, COLUMNS, ...)                                                                           \
  { .file = FILE, .name = NAME, .row_size = sizeof(struct ROW), .columns = COLUMNS,                                    \
    .column_count = sizeof(COLUMNS) / sizeof *(COLUMNS), __VA_ARGS__ }

static const struct table tables[TABLE_COUNT] = {
    [TABLE_SETTINGS] = TABLE("settings.csv", "settings", settings_row, settings_columns, .required = true,
                             .transposed = true, .meaning = "the place, the years and how claims are judged; one line per setting: setting, value, source"),
    [TABLE_CATEGORIES] = TABLE("categories.csv", "categories", category_row, category_columns, .required = true,
                               .editable = true, .meaning = "kinds of staff and their competence"),
    [TABLE_PAY] = TABLE("pay.csv", "pay", pay_row, pay_columns, .required = true, .editable = true,
                        .meaning = "base pay by date"),
    [TABLE_SUPPLEMENTS] = TABLE("supplements.csv", "supplements", supplement_row, supplement_columns, .editable = true,
                                .meaning = "supplements for evening, night, weekend and holiday by date"),
    [TABLE_RATES] = TABLE("rates.csv", "rates", rate_row, rate_columns, .required = true, .editable = true,
                          .meaning = "holiday pay, pension, tax, overtime, refund and legal limits by date"),
    [TABLE_UNITS] = TABLE("units.csv", "units", unit_row, unit_columns, .editable = true, .meaning = "places that must be staffed"),
    [TABLE_SHIFTS] = TABLE("shifts.csv", "shifts", shift_row, shift_columns, .editable = true,
                           .meaning = "shifts that can be worked in a unit"),
    [TABLE_NEED] = TABLE("need.csv", "need", need_row, need_columns, .editable = true,
                         .meaning = "persons wanted in a window of the day"),
    [TABLE_NORM] = TABLE("norm.csv", "norm", norm_row, norm_columns, .editable = true,
                         .meaning = "persons that must never be undercut"),
    [TABLE_GROUPS] = TABLE("groups.csv", "groups", group_row, group_columns, .editable = true,
                           .meaning = "people and their contracts"),
    [TABLE_ABSENCE] = TABLE("absence.csv", "absence", absence_row, absence_columns, .editable = true,
                            .meaning = "sick leave and holiday by week"),
    [TABLE_SOURCES] = TABLE("sources.csv", "sources", source_row, source_columns, .editable = true,
                            .meaning = "hours beyond the contracts: extra, substitutes, overtime, agency"),
    [TABLE_CATALOGUE] = TABLE("catalogue.csv", "catalogue", group_row, catalogue_columns,
                              .meaning = "types of position a new rota may choose from"),
    [TABLE_DESIGN] = TABLE("design.csv", "design", design_row, design_columns,
                           .meaning = "units whose rota is designed anew, and its limits"),
    [TABLE_MEASURES] = TABLE("measures.csv", "measures", measure_row, measure_columns,
                             .meaning = "measures proposed"),
    [TABLE_EDITS] = TABLE("edits.csv", "edits", edit_row, edit_columns,
                          .meaning = "what each measure changes, one row per changed assumption"),
    [TABLE_CLAIMS] = TABLE("claims.csv", "claims", claim_row, claim_columns, .meaning = "savings as printed"),
    [TABLE_AMOUNTS] = TABLE("amounts.csv", "amounts", amount_row, amount_columns,
                            .meaning = "plain amounts of measures that change no rota"),
    [TABLE_ACCOUNTS] = TABLE("accounts.csv", "accounts", account_row, account_columns,
                             .meaning = "the books, beside which the baseline is laid"),
    [TABLE_RATIOS] = TABLE("ratios.csv", "ratios", ratio_row, ratio_columns, .editable = true,
                           .meaning = "rules of how many adults so many children take"),
    [TABLE_PLACES] = TABLE("places.csv", "places", place_row, place_columns, .editable = true,
                           .meaning = "kinds of place children have"),
    [TABLE_CHILDREN] = TABLE("children.csv", "children", children_row, children_columns, .editable = true,
                             .meaning = "children enrolled in each unit"),
    [TABLE_ENROLMENT] = TABLE("enrolment.csv", "enrolment", enrolment_row, enrolment_columns,
                              .meaning = "enrolment as printed, which children.csv is held against"),
    [TABLE_ATTENDANCE] = TABLE("attendance.csv", "attendance", attendance_row, attendance_columns, .editable = true,
                               .meaning = "share of the children who are there, hour by hour"),
    [TABLE_TERMS] = TABLE("terms.csv", "terms", term_row, term_columns, .editable = true,
                          .meaning = "school weeks, holidays, closed days and opening hours"),
    [TABLE_SCHOOLS] = TABLE("schools.csv", "schools", school_row, school_columns,
                            .meaning = "pupils and staff of schools, for a benchmark"),
    [TABLE_RISKS] = TABLE("risks.csv", "risks", risk_row, risk_columns, .meaning = "what may go wrong, for the risk matrix"),
};

// clang-format on

const struct table *table_of(enum table_id id) { return &tables[id]; }

const struct rate_meaning *rate_meaning_of(enum rate_id id) { return &rates[id]; }
