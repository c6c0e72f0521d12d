// SPDX-License-Identifier: GPL-3.0-or-later
// The list of tables, and the columns of settings, units, shifts, need and norm.
#include "scenario/columns_parts.h"
#include "scenario/rows_people.h"
#include "scenario/rows_settings.h"

#include <assert.h>

// clang-format off

const struct choice yes_no_words[] = {{"no", ""}, {"yes", ""}, {NULL, NULL}};
static const struct choice decimal_words[] = {{"comma", "1,5"}, {"point", "1.5"}, {NULL, NULL}};
static const struct choice language_words[] = {{"en", "English"}, {"nb", "Norwegian"}, {NULL, NULL}};
static const struct choice target_for_words[] = {
    {"plan", "a plan of which the measures here may be a part: they are not called short of it"},
    {"measures", "the measures here, which are all there is: they are held against it"},
    {NULL, NULL}};
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
static const struct choice books_take_words[] = {
    [BOOKS_ACTUAL] = {"actual", "actual_kr"},
    [BOOKS_BUDGET] = {"budget", "budget_kr"},
    [BOOKS_REVISED] = {"revised_budget", "revised_budget_kr"},
    [BOOKS_AMOUNT] = {"kr", "the column kr"},
    [BOOKS_MONTHS] = {"months", "jan_kr to dec_kr, and closing_kr"},
    {NULL, NULL}};
static const struct choice books_costs_words[] = {
    [COSTS_POSITIVE] = {"positive", "a cost has no sign, an income a minus"},
    [COSTS_NEGATIVE] = {"negative", "a cost has a minus, an income none"},
    {NULL, NULL}};
static const struct choice weekend_from_words[] = {{"saturday", "Saturday and Sunday"},
                                                   {"friday_evening", "Friday shifts that start at 15:00 or later too"},
                                                   {NULL, NULL}};
static const struct choice absence_cover_words[] = { // enum absence_cover
    {"divisor", "sick leave is a share of those not on holiday: hours at work = contract x (1 - holiday) x (1 - sick leave)"},
    {"added", "both are shares of the contract: hours at work = contract x (1 - holiday - sick leave)"},
    {"multiplier", "all are shares of the hours at work, an uplift or headroom on them: hours at work = contract / (1 + holiday + "
                   "sick leave + training)"},
    {NULL, NULL}};
static const struct choice year_weeks_words[] = {{"52", "52 weeks of 7 days"}, {"365/7", "52.142857 weeks"}, {NULL, NULL}};
static const struct choice sunday_words[] = {
    {"next_off", "who works a Sunday or public holiday has the next one off (in Norway Working Environment Act 10-8(4))"},
    {"averaged", "by agreement every second Sunday off over 26 weeks, and at least every third"},
    {NULL, NULL}};
static const struct choice overtime_words[] = {
    {"by_cost", "wherever it is cheapest, like any other source"},
    {"last_resort", "with agency, only for hours for which extra hours and substitutes do not suffice (Working Environment Act 10-6(1))"},
    {"never", "none: agency staff fills the hours, or they are left open"},
    {NULL, NULL}};
static const struct choice country_words[] = { // enum country
    {"norway", "Working Environment Act, HTA"},
    {"denmark", "arbejdsmiljøloven; Great Prayer Day until 2023; 24 December as easter_eve, 1 May, 5 June and 31 December as half_eve"},
    {"sweden", "arbetstidslagen, AB; the eves of Easter, Midsummer, Christmas and New Year as easter_eve, those of other "
               "holidays as half_eve"},
    {"united_kingdom", "Working Time Regulations; bank holidays of England and Wales, substitute days in the place of weekends"},
    {NULL, NULL}};
static const struct choice pool_words[] = {
    {"always", ""}, {"school", "in school weeks only"}, {"holiday", "in holidays only"}, {NULL, NULL}};

static const struct column settings_columns[] = {
    {.name = "title", .kind = CELL_TEXT, .offset = AT(settings_row, title), ANY, .required = true, .unit = "text",
     .meaning = "what the scenario is about"},
    {.name = "place", .kind = CELL_TEXT, .offset = AT(settings_row, place), ANY, .unit = "text",
     .meaning = "municipality"},
    {.name = "country", .kind = CELL_CHOICE, .offset = AT(settings_row, country), ANY, .choices = country_words,
     .fallback = "norway", .unit = "word",
     .meaning = "whose law of working time and whose public holidays hold; law.csv sets single limits otherwise"},
    {.name = "decimal", .kind = CELL_CHOICE, .offset = AT(settings_row, decimal), ANY, .required = true,
     .choices = decimal_words, .unit = "word", .meaning = "decimal sign of every number in this folder"},
    {.name = "language", .kind = CELL_CHOICE, .offset = AT(settings_row, language), ANY, .choices = language_words,
     .unit = "word", .meaning = "of what is printed for people, unless --lang says otherwise; blank: as the computer's"},
    {.name = "common", .kind = CELL_TEXT, .offset = AT(settings_row, common), ANY, .unit = "folder",
     .meaning = "folder of shared tables, relative to this one; a row here replaces the shared row with the same key"},
    {.name = "zone", .kind = CELL_CODE, .offset = AT(settings_row, zone), ANY, .required = true, .unit = "zone",
     .meaning = "zone of the employer tax (I, Ia, II, III, IV, IVa, V)"},
    {.name = "fiscal_year_starts", .kind = CELL_INTEGER, .offset = AT(settings_row, fiscal_year_starts), RANGE(1, 12),
     .fallback = "1", .unit = "month",
     .meaning = "a year of this folder and of all results is a fiscal year from the first of this month. Norway, Denmark "
                "and Sweden: 1; England and Wales, and their NHS: 4 (Local Government Act 1888, s. 73). Unless it is 1, a "
                "year is called by the one in which it begins, and results print 2024/25"},
    {.name = "first_year", USUAL(1990, 2060),
     .kind = CELL_INTEGER, .fiscal_year = true, .offset = AT(settings_row, first_year), RANGE(1901, 2198),
     .required = true, .unit = "year", .meaning = "first budget year"},
    {.name = "last_year", USUAL(1990, 2060),
     .kind = CELL_INTEGER, .fiscal_year = true, .offset = AT(settings_row, last_year), RANGE(1901, 2198),
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
    {.name = "school_fte_kr", USUAL_KR(300000, 2000000),
     .kind = CELL_KR, .offset = AT(settings_row, school_fte_ore), MONEY(1, 10000000), .unit = "kr",
     .meaning = "what an FTE of leadership and teaching costs a year, with pension and employer's tax; blank: schools "
                "are compared in FTE alone"},
    {.name = "target_for", .kind = CELL_CHOICE, .offset = AT(settings_row, target_for), ANY, .choices = target_for_words,
     .fallback = "plan", .unit = "word", .meaning = "what the target is to be reached by"},
    {.name = "claims_are", .kind = CELL_CHOICE, .offset = AT(settings_row, claims_are), ANY, .choices = claims_are_words,
     .fallback = "base", .unit = "word", .meaning = "how the yearly columns of the source are meant"},
    {.name = "tolerance_percent", USUAL_PERCENT(1, 50),
     .kind = CELL_PERCENT, .offset = AT(settings_row, tolerance_e8), PERCENT_0_100,
     .fallback = "10", .meaning = "a claim is met if it lies within this share of itself"},
    {.name = "understated_percent", USUAL_PERCENT(2, 200),
     .kind = CELL_PERCENT, .offset = AT(settings_row, understated_e8),
     RANGE(0, 1000000000), .unit = "%",
     .meaning = "more than claimed: the kept effect is larger than the claim by more than this share of it; blank: as "
                "tolerance_percent"},
    {.name = "accounts_tolerance_percent", USUAL_PERCENT(1, 30),
     .kind = CELL_PERCENT, .offset = AT(settings_row, accounts_tolerance_e8),
     PERCENT_0_100, .fallback = "5",
     .meaning = "largest accepted difference between baseline and accounts"},
    {.name = "books_take", .kind = CELL_CHOICE, .offset = AT(settings_row, books_take), ANY, .choices = books_take_words,
     .unit = "word",
     .meaning = "which amounts of general_ledger.csv are laid beside the baseline; blank: those it "
                "has, if they are of one kind only and no budget"},
    {.name = "books_costs_are", .kind = CELL_CHOICE, .offset = AT(settings_row, books_costs_are), ANY,
     .choices = books_costs_words, .fallback = "positive", .unit = "word",
     .meaning = "sign of a cost in general_ledger.csv; an income has the other one"},
    {.name = "sick_supplements", .kind = CELL_CHOICE, .offset = AT(settings_row, sick_supplements), ANY,
     .choices = yes_no_words, .fallback = "yes", .unit = "word",
     .meaning = "yes: sick pay includes supplements for missed shifts"},
    {.name = "absence_cover", .kind = CELL_CHOICE, .offset = AT(settings_row, absence_cover), ANY,
     .choices = absence_cover_words, .fallback = "divisor", .unit = "word",
     .meaning = "how the percentages of absence.csv come together; rows in hours are hours away of the contract, whatever it says"},
    {.name = "year_weeks", .kind = CELL_CHOICE, .offset = AT(settings_row, year_weeks), ANY, .choices = year_weeks_words,
     .fallback = "52", .unit = "weeks",
     .meaning = "weeks of a full-time year, by which yearly pay becomes hourly pay and hours become FTE"},
    {.name = "weekend_from", .kind = CELL_CHOICE, .offset = AT(settings_row, weekend_from), ANY,
     .choices = weekend_from_words, .fallback = "saturday", .unit = "word", .meaning = "what counts as weekend duty"},
    {.name = "sundays", .kind = CELL_CHOICE, .offset = AT(settings_row, sundays), ANY, .choices = sunday_words,
     .fallback = "next_off", .unit = "word", .meaning = "how Sundays off are counted"},
    {.name = "planned_overtime", .kind = CELL_CHOICE, .offset = AT(settings_row, planned_overtime), ANY,
     .choices = overtime_words, .fallback = "last_resort", .unit = "word",
     .meaning = "overtime is for what cannot be planned: what a plan may hold of it"},
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
     .meaning = "from the decision to the notice: talks with union representatives and each employee. Blank: in "
                "Norway 30 (Working Environment Act 8-2, 15-1), which 15-2 asks for between the message to NAV "
                "and the end of ten or more positions; other countries have no default"},
    {.name = "notice_months", USUAL(1, 12),
     .kind = CELL_INTEGER, .offset = AT(settings_row, notice_months), RANGE(0, 24), .unit = "months",
     .meaning = "period of notice at the least, from the first of the month after the notice; longer where service_years and "
                "age_years of groups.csv ask for it. Blank: in Norway 3 (HTA chapter 1, 3, KS area); other countries have no "
                "default"},
    {.name = "short_spell_days", USUAL(1, 16),
     .kind = CELL_INTEGER, .offset = AT(settings_row, short_spell_days), RANGE(1, 365), .unit = "days", .fallback = "4",
     .meaning = "chance: mean length of a short spell of sick leave, calendar days. Assumed: with it and the next about "
                "1.6 short spells and 0.4 of more than 16 days fall to a person and year, as figures of municipal care say; no "
                "table of lengths is published"},
    {.name = "long_spell_days", USUAL(20, 200),
     .kind = CELL_INTEGER, .offset = AT(settings_row, long_spell_days), RANGE(1, 365), .unit = "days", .fallback = "60",
     .meaning = "chance: mean length of a long one. How much of the leave is long follows from sick_refunded of rates.csv. "
                "Assumed"},
    {.name = "parents_percent", USUAL_PERCENT(10, 80),
     .kind = CELL_PERCENT, .offset = AT(settings_row, parents_e8), RANGE(1000000, 100000000), .unit = "%", .fallback = "30",
     .meaning = "chance: share of the heads who have a child of 12 or younger, among whom the days of sick_child in absence.csv "
                "fall. Assumed: about as in all of working life"},
    {.name = "sick_child_days", USUAL(10, 30),
     .kind = CELL_INTEGER, .offset = AT(settings_row, sick_child_days), RANGE(1, 260), .unit = "days",
     .meaning = "chance: days of duty in a calendar year that a parent may be at home with a sick child. Blank: in Norway 10 "
                "(Working Environment Act 12-9, National Insurance Act 9-6: 15 with more than two children, twice as many for "
                "who is alone with them); other countries have no default"},
    {.name = "sick_child_spell_days", USUAL(1, 5),
     .kind = CELL_INTEGER, .offset = AT(settings_row, sick_child_spell_days), RANGE(1, 30), .unit = "days", .fallback = "2",
     .meaning = "chance: mean length of such a spell, calendar days. Assumed"},
    {.name = "short_notice_days", USUAL(1, 7),
     .kind = CELL_INTEGER, .offset = AT(settings_row, short_notice_days), RANGE(0, 365), .unit = "days", .fallback = "1",
     .meaning = "chance: for so many first days of a spell people are asked at short notice. Assumed"},
    {.name = "fill_order", .kind = CELL_TEXT, .offset = AT(settings_row, fill_order), ANY, .unit = "words",
     .fallback = "extra substitute overtime agency",
     .meaning = "chance: the kinds of sources.csv in the order in which they are asked when somebody is missing, each once, "
                "with blanks between; own people with contract hours to spare come first. Who is not named is not asked"},
    {.name = "sure_percent", USUAL_PERCENT(50, 99),
     .kind = CELL_PERCENT, .offset = AT(settings_row, sure_e8), RANGE(50000000, 100000000), .unit = "%", .fallback = "80",
     .meaning = "chance: a claim is reached if it is in so many of 100 years drawn, not reached if it is in no more than the "
                "rest of them, else uncertain. Assumed"},
    SOURCE_OF_ROW(settings_row),
};
const struct table settings_table = TABLE("settings.csv", "settings", settings_row, settings_columns, .required = true,
    .transposed = true, .meaning = "the place, the years and how claims are judged; one line per setting: setting, value, source");

static const struct column unit_columns[] = {
    {.name = "unit", .kind = CELL_CODE, .offset = AT(unit_row, unit), ANY, KEY, .unit = "code",
     .meaning = "a place that must be staffed"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(unit_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "responsibility", .kind = CELL_TEXT, .offset = AT(unit_row, responsibility), ANY, .unit = "text",
     .meaning = "cost centre"},
    {.name = "function", .kind = CELL_CODE, .offset = AT(unit_row, function), ANY, .unit = "code",
     .meaning = "KOSTRA function, 253 for institutions, 254 for care at home: of its budget lines"},
    {.name = "like", .kind = CELL_CODE, .offset = AT(unit_row, like), ANY, .unit = "code",
     .meaning = "unit of which this one has the same rows of shifts, need, norm, groups, absence, catalogue and design, and "
                "whatever is blank here; a row of its own with the same key stands in the place of the copy. Edits of the "
                "other leave the copies as they are"},
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
     .unit = "h", .fallback = "0", .meaning = "minimum paid time for whoever comes for one of them"},
    {.name = "joined_shifts", .kind = CELL_CHOICE, .offset = AT(unit_row, joined_shifts), ANY, .choices = yes_no_words,
     .fallback = "yes", .unit = "word",
     .meaning = "yes: one of the unit's own people may work two shifts of shifts.csv on one day, the school in the morning and "
                "the after-school care after it, where both together are paid no longer than the law lets anybody work without "
                "an agreement and lie no further apart than split_spread allows. With a gap between them it is a split day and "
                "earns split_supplement. Shifts that are made, resting duty, duty on call and two breaks are not joined"},
    {.name = "rota_weeks", USUAL(1, 26),
     .kind = CELL_INTEGER, .offset = AT(unit_row, rota_weeks), RANGE(1, 52), .unit = "weeks",
     .meaning = "ask for a base rota of so many weeks, a line for each head: `rotacost rota`. 6 or 12 fit every second and every "
                "third weekend. A measure may edit it, where other weekends fit other weeks. Blank: none, but where rota.csv has one"},
    SOURCE_OF_ROW(unit_row),
};
const struct table unit_table = TABLE("units.csv", "units", unit_row, unit_columns, .editable = true, .meaning = "places that must be staffed");

static const struct choice duty_words[] = {
    {"active", "at work"},
    {"resting", "at the workplace, at rest until called (hvilende vakt)"},
    {"on_call", "at home, until called (hjemmevakt)"},
    {NULL, NULL}};

static const struct column shift_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(shift_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit, or several with blanks between"},
    {.name = "shift", .kind = CELL_CODE, .offset = AT(shift_row, shift), ANY, KEY, .unit = "code", .meaning = "shift"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(shift_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "start", .kind = CELL_CLOCK, .offset = AT(shift_row, start_min), .required = true, CLOCK_START,
     .meaning = "start"},
    {.name = "end", .kind = CELL_CLOCK, .offset = AT(shift_row, end_min), .required = true, CLOCK_END,
     .meaning = "end; at or before the start: on the next day, so that a shift that ends when it began is 24 h"},
    {.name = "gaps", .kind = CELL_TEXT, .offset = AT(shift_row, gaps), ANY, .unit = "hh:mm-hh:mm",
     .meaning = "of a shift of two or more stretches (delt dagsverk) the hours off between them, as 11:00-16:00 or 09:00-11:30 "
                "14:00-17:00: nothing is covered, paid or worked then. Blank: one stretch. Needs split_supplement in rates.csv"},
    {.name = "days", .kind = CELL_NEED_DAYS, .offset = AT(shift_row, days), ANY, .fallback = "all", .unit = "days",
     .meaning = "days on which it can be worked, as in need.csv: mon..sun, holiday (a public holiday that is no Sunday), "
                "all; of a night the day it begins on"},
    {.name = "weeks", .kind = CELL_WEEKS, .offset = AT(shift_row, weeks), ANY, .fallback = "all", .unit = "weeks",
     .meaning = "ISO weeks in which it can be worked, as 1-26 33-53"},
    {.name = "unpaid_break_min", USUAL_MIN(10, 360),
     .kind = CELL_INTEGER, .offset = AT(shift_row, break_min), RANGE(0, 600),
     .fallback = "0", .unit = "min", .meaning = "break that is not paid; one of more than 60 needs break_start"},
    {.name = "break_start", .kind = CELL_CLOCK, .offset = AT(shift_row, break_start_min), CLOCK_START,
     .meaning = "when the unpaid break begins; nobody covers anything in it. Blank: it is taken when others can stand in, "
                "and paid as if it lay in the middle"},
    {.name = "least_paid_h", USUAL_H(0.5, 8),
     .kind = CELL_HOURS, .offset = AT(shift_row, least_paid_min), RANGE(0, 1440), .unit = "h",
     .fallback = "0", .meaning = "minimum paid time per attendance; no supplements for time not worked"},
    {.name = "duty", .kind = CELL_CHOICE, .offset = AT(shift_row, duty), ANY, .choices = duty_words, .fallback = "active",
     .unit = "word", .meaning = "how somebody on it is on duty, and which rows of need.csv it covers. The next four are of "
                                "resting and on_call, and have no default"},
    {.name = "paid_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(shift_row, paid_e8), RANGE(0, 100000000), .unit = "%",
     .meaning = "of the pay by the hour, and of the supplements by the clock, for hours not called out, as the agreement says"},
    {.name = "counts_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(shift_row, counts_e8), RANGE(0, 100000000), .unit = "%",
     .meaning = "of these hours that counts as working time, as the agreement says: in contract hours and limits of hours"},
    {.name = "called_out_h", USUAL_H(0.1, 8),
     .kind = CELL_HOURS, .offset = AT(shift_row, called_min), RANGE(0, 1440), .unit = "h",
     .meaning = "called out on average on each such duty: at work, and all of it working time"},
    {.name = "called_out_percent", USUAL_PERCENT(100, 250),
     .kind = CELL_PERCENT, .offset = AT(shift_row, called_pay_e8), RANGE(100000000, 400000000), .unit = "%",
     .meaning = "of the pay by the hour for hours called out, all in: no supplements by the clock come on top"},
    SOURCE_OF_ROW(shift_row),
};
const struct table shift_table = TABLE("shifts.csv", "shifts", shift_row, shift_columns, .editable = true,
    .meaning = "shifts that can be worked in a unit");

#define WINDOW_COLUMNS(ROW, PERSONS_MEANING)                                                                           \
  {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(ROW, unit), ANY, KEY, .refers_to = TABLE_UNITS, .unit = "code", \
   .meaning = "unit, or several with blanks between"},                                                    \
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
  {.name = "from", .kind = CELL_DATE, .offset = AT(ROW, from), DATES, .key = true,                                     \
   .meaning = "first date on which the row holds; one date: the same in to. Blank: always"},                           \
  {.name = "to", .kind = CELL_DATE, .offset = AT(ROW, to), DATES, .key = true, .meaning = "last date; blank: for good"}, \
  {.name = "months", .kind = CELL_MONTHS, .offset = AT(ROW, months), ANY, .key = true, .fallback = "all", .unit = "months", \
   .meaning = "months, as 1-5 9-12; beside weeks both must hold"},                                                     \
  {.name = "level", .kind = CELL_REFERENCE, .offset = AT(ROW, level), ANY, KEY, .refers_to = TABLE_CATEGORIES,         \
   .unit = "code", .meaning = "category whose level is wanted; a higher level will do"},                               \
  {.name = "persons", USUAL_MILLI(50, 100000),                                                                         \
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(ROW, persons_milli), RANGE(0, 1000000),                           \
   .unit = "persons", .meaning = PERSONS_MEANING},                                                                     \
  {.name = "hours", USUAL_MILLI(250, 500000),                                                                          \
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(ROW, hours_milli), RANGE(0, 24000000), .unit = "h/day",           \
   .meaning = "instead of persons: person-hours of the window on each day, spread evenly over it"},                    \
  {.name = "residents", USUAL_MILLI(1000, 500000),                                                                     \
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(ROW, residents_milli), RANGE(0, 100000000), .unit = "residents",  \
   .meaning = "instead of persons: residents, with hours_per_resident_day"},                                           \
  {.name = "hours_per_resident_day", USUAL_MILLI(100, 24000),                                                          \
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(ROW, resident_day_h_milli), RANGE(0, 240000), .unit = "h",        \
   .meaning = "hours of the window for each resident and day, spread evenly over it"}

#define WINDOW_TITLE(ROW)                                                                                              \
  {.name = "title", .kind = CELL_TEXT, .offset = AT(ROW, title), ANY, .unit = "text",                                  \
   .meaning = "the window in print; its first row with one counts, of need.csv before norm.csv. Blank: by its hours and days"}

static const struct column need_columns[] = {
    WINDOW_COLUMNS(need_row, "persons wanted; rows add up. Blank: by hours or residents"),
    {.name = "persons_sd", USUAL_MILLI(100, 10000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(need_row, persons_sd_milli), RANGE(0, 1000000), .unit = "persons",
     .meaning = "chance: standard deviation of the persons wanted, from day to day and each day apart from the others; known "
                "on the day only. The mean stays persons. Blank: the same number every day"},
    {.name = "actual_h", USUAL_MILLI(250, 500000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(need_row, actual_h_milli), RANGE(0, 24000000), .unit = "h/day",
     .meaning = "person-hours really worked in the window on such a day, on average: `rotacost need` tells the fill rate of "
                "the windows that have it; no result depends on it"},
    {.name = "duty", .kind = CELL_CHOICE, .offset = AT(need_row, duty), ANY, .choices = duty_words, .fallback = "active",
     .unit = "word", .meaning = "least active duty that will do: whoever is at work will do for all of them, somebody resting "
                                "for resting and on_call. norm.csv counts persons on any duty"},
    WINDOW_TITLE(need_row),
    RANGE_OF_ROW(need_row),
    SOURCE_OF_ROW(need_row),
};
const struct table need_table = TABLE("need.csv", "need", need_row, need_columns, .editable = true,
    .meaning = "persons wanted in a window of the day");

static const struct column norm_columns[] = {
    WINDOW_COLUMNS(norm_row, "persons of the level or a higher one that must never be undercut; the highest row counts"),
    WINDOW_TITLE(norm_row),
    SOURCE_OF_ROW(norm_row),
};
const struct table norm_table = TABLE("norm.csv", "norm", norm_row, norm_columns, .editable = true,
    .meaning = "persons that must never be undercut");

// clang-format on

static const struct table *const tables[TABLE_COUNT] = {
    [TABLE_SETTINGS] = &settings_table,
    [TABLE_CATEGORIES] = &category_table,
    [TABLE_PAY] = &pay_table,
    [TABLE_SUPPLEMENTS] = &supplement_table,
    [TABLE_RATES] = &rate_table,
    [TABLE_UNITS] = &unit_table,
    [TABLE_SHIFTS] = &shift_table,
    [TABLE_NEED] = &need_table,
    [TABLE_NORM] = &norm_table,
    [TABLE_GROUPS] = &group_table,
    [TABLE_ABSENCE] = &absence_table,
    [TABLE_REPLACEMENT] = &replacement_table,
    [TABLE_SOURCES] = &source_table,
    [TABLE_CATALOGUE] = &catalogue_table,
    [TABLE_DESIGN] = &design_table,
    [TABLE_MEASURES] = &measure_table,
    [TABLE_EDITS] = &edit_table,
    [TABLE_CLAIMS] = &claim_table,
    [TABLE_AMOUNTS] = &amount_table,
    [TABLE_ACCOUNTS] = &account_table,
    [TABLE_ACCOUNT_MAP] = &account_map_table,
    [TABLE_GENERAL_LEDGER] = &general_ledger_table,
    [TABLE_BOOK_CHANGES] = &book_change_table,
    [TABLE_RATIOS] = &ratio_table,
    [TABLE_PLACES] = &place_table,
    [TABLE_CHILDREN] = &children_table,
    [TABLE_ENROLMENT] = &enrolment_table,
    [TABLE_ATTENDANCE] = &attendance_table,
    [TABLE_TERMS] = &term_table,
    [TABLE_SCHOOLS] = &school_table,
    [TABLE_RISKS] = &risk_table,
    [TABLE_LAW] = &law_table,
    [TABLE_ROTA_RULES] = &rota_rule_table,
    [TABLE_ROTA] = &rota_table,
};

const struct table *table_of(enum table_id id) {
  assert((size_t)id < TABLE_COUNT);
  return tables[id];
}

const struct rate_meaning *rate_meaning_of(enum rate_id id) {
  assert((size_t)id < sizeof rate_meanings / sizeof *rate_meanings);
  return &rate_meanings[id];
}
