// SPDX-License-Identifier: GPL-3.0-or-later
// What is proposed and claimed, and the accounts that it is compared with.
#include <assert.h>

#include "calendar/fiscal.h"
#include "scenario/accounts.h"
#include "scenario/columns_parts.h"
#include "scenario/rows_books.h"
#include "scenario/rows_measures.h"
#include "scenario/rows_rota.h"

// clang-format off

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
                                             {"sensitivity", "no measure: an assumption read another way; in no sum"},
                                             {NULL, NULL}};
static const struct choice booked_words[] = {
    [BOOKED_KEPT] = {"kept", "what it saves with positions kept"},
    [BOOKED_ADJUSTED] = {"adjusted", "what it saves with positions adjusted"},
    [BOOKED_NOTHING] = {"nothing", "no budget line"},
    {NULL, NULL}};
static const struct choice change_words[] = {
    {"set", "the new value"}, {"add", "added to the old value"}, {"multiply", "times the old value"}, {NULL, NULL}};
static const struct choice basis_words[] = {{"in_year", "the saving within the year"},
                                            {"full_year", "the saving of a full year once in force"},
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

static const struct column measure_columns[] = {
    {.name = "measure", .kind = CELL_CODE, .offset = AT(measure_row, measure), ANY, KEY, .unit = "code",
     .meaning = "measure"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(measure_row, title), ANY, .required = true, .unit = "text",
     .meaning = "in the source"},
    {.name = "unit", .kind = CELL_TEXT, .offset = AT(measure_row, unit_label), ANY, .unit = "text",
     .meaning = "unit as printed; the units that change follow from the edits"},
    {.name = "responsibility", .kind = CELL_TEXT, .offset = AT(measure_row, responsibility), ANY, .unit = "text",
     .meaning = "cost centre"},
    {.name = "function", .kind = CELL_CODE, .offset = AT(measure_row, function), ANY, .unit = "code",
     .meaning = "KOSTRA function on which its amounts are booked; what it saves in units is booked on theirs"},
    {.name = "role", .kind = CELL_TEXT, .offset = AT(measure_row, role), ANY, .unit = "text",
     .meaning = "owner: a role, never a person's name"},
    {.name = "status", .kind = CELL_CHOICE, .offset = AT(measure_row, status), ANY, .choices = status_words,
     .fallback = "not_started", .unit = "word", .meaning = "status"},
    {.name = "nature", .kind = CELL_CHOICE, .offset = AT(measure_row, nature), ANY, .required = true,
     .choices = nature_words, .unit = "word", .meaning = "what kind of saving it is"},
    {.name = "start", .kind = CELL_DATE, .offset = AT(measure_row, start), DATES,
     .meaning = "first day in force; blank: not decided"},
    {.name = "booked", .kind = CELL_CHOICE, .offset = AT(measure_row, booked), ANY, .choices = booked_words, .unit = "word",
     .meaning = "which answer goes into the budget lines; blank: kept, and of alternatives only the one that stands in the sums"},
    {.name = "in_target", .kind = CELL_CHOICE, .offset = AT(measure_row, in_target), ANY, .choices = yes_no_words,
     .fallback = "yes", .unit = "word", .meaning = "no: its claims stand outside the printed sums and the target"},
    {.name = "either_or", .kind = CELL_CODE, .offset = AT(measure_row, either_or), ANY, .unit = "code",
     .meaning = "group of alternatives of which only one can be carried out: they are never added up, the best stands in "
                "the sums"},
    {.name = "doubt", .kind = CELL_TEXT, .offset = AT(measure_row, doubt), ANY, .unit = "text",
     .meaning = "what the source itself doubts about the amount, as printed"},
    {.name = "note", .kind = CELL_TEXT, .offset = AT(measure_row, note), ANY, .unit = "text", .meaning = "in the "
                                                                                                         "source"},
    {.name = "realised_kr", USUAL_SAVING_KR(1000, 2000000000),
     .kind = CELL_KR, .claimed_in_unit = true, .claimed_with_sign = true,
     .offset = AT(measure_row, realised_ore),
     MONEY(-100000000000, 100000000000), .unit = "kr",
     .meaning = "saved so far in the year of realised_to, as reported"},
    {.name = "realised_to", .kind = CELL_DATE, .offset = AT(measure_row, realised_to), DATES,
     .meaning = "last day that realised_kr counts"},
    SOURCE_OF_ROW(measure_row),
};
const struct table measure_table = TABLE("measures.csv", "measures", measure_row, measure_columns,
    .meaning = "measures proposed");

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
    RANGE_OF_ROW(edit_row),
    SOURCE_OF_ROW(edit_row),
};
const struct table edit_table = TABLE("edits.csv", "edits", edit_row, edit_columns,
    .meaning = "what each measure changes, one row per changed assumption");

static const struct column claim_columns[] = {
    {.name = "measure", .kind = CELL_REFERENCE, .offset = AT(claim_row, measure), ANY, .key = true,
     .refers_to = TABLE_MEASURES, .unit = "code", .meaning = "measure; blank: the printed sum of the year"},
    {.name = "year", .kind = CELL_INTEGER, .fiscal_year = true, .offset = AT(claim_row, year), RANGE(1901, 2198), KEY,
     .unit = "year",
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
const struct table claim_table = TABLE("claims.csv", "claims", claim_row, claim_columns, .meaning = "savings as printed");

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
    {.name = "kostra_art", .kind = CELL_CODE, .offset = AT(amount_row, art), ANY, .unit = "code",
     .meaning = "KOSTRA art or account on which it is booked; blank: the budget lines leave it open"},
    RANGE_OF_ROW(amount_row),
    SOURCE_OF_ROW(amount_row),
};
const struct table amount_table = TABLE("amounts.csv", "amounts", amount_row, amount_columns,
    .meaning = "plain amounts of measures that change no rota");

static const struct column account_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(account_row, unit), ANY, .key = true,
     .refers_to = TABLE_UNITS, .unit = "code", .meaning = "unit; blank: all units of the scenario together"},
    {.name = "line", .kind = CELL_CHOICE, .offset = AT(account_row, line), ANY, KEY, .choices = account_words,
     .unit = "word", .meaning = "ledger line, or KOSTRA art (010 may be written 10); rows of arts from 100 on that are none of these are left out"},
    {.name = "year", .kind = CELL_INTEGER, .fiscal_year = true, .offset = AT(account_row, year), RANGE(1901, 2198), KEY,
     .unit = "year",
     .meaning = "year of the scenario the books are of"},
    {.name = "kr", USUAL_BOOKED_KR(1, 50000000000),
     .kind = CELL_KR, .offset = AT(account_row, amount_ore), MONEY(-100000000000, 100000000000),
     .required = true, .unit = "kr", .meaning = "booked in the whole year; a cost is positive, an income negative"},
    SOURCE_OF_ROW(account_row),
};
const struct table account_table = TABLE("accounts.csv", "accounts", account_row, account_columns,
    .meaning = "the accounts with which the baseline is compared");

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
     .meaning = "owner: a role, never a person's name"},
    {.name = "note", .kind = CELL_TEXT, .offset = AT(risk_row, note), ANY, .unit = "text",
     .meaning = "what is done about it"},
    SOURCE_OF_ROW(risk_row),
};
// In the order of enum law_rule.
static const struct choice law_words[] = {
    {"shift_length", "h paid of a shift"},
    {"long_shifts", "h beyond which a shift is told of as long"},
    {"day_total", "h of work in a day, overtime included"},
    {"daily_rest", "h between two shifts, where rates.csv says nothing"},
    {"weekly_rest", "h off in seven days"},
    {"week_average", "no figure: only whose word the full-time week is"},
    {"week_ceiling", "h without overtime in any one week"},
    {"week_total", "h with overtime in any one week"},
    {"hours_48", "h a week with overtime, averaged over the weeks"},
    {"night_average", "h in 24 of those who work nights, averaged over the weeks"},
    {"sundays_next_off", "share of the people on two Sundays or public holidays that follow each other"},
    {"sundays_averaged", "share of the people on Sundays and public holidays, averaged over the weeks"},
    {"overtime_unforeseen", "no figure: that overtime is for what cannot be planned"},
    {"overtime_week", "h, where rates.csv says nothing"},
    {"overtime_four_weeks", "h, where rates.csv says nothing"},
    {"overtime_year", "h, where rates.csv says nothing"},
    {"extra_weekend_every", "weekends, where rates.csv says nothing"},
    {"summer_holiday", "weeks of holiday in June to September"},
    {NULL, NULL}};

static const struct column law_columns[] = {
    {.name = "rule", .kind = CELL_CHOICE, .offset = AT(law_row, rule), ANY, KEY, .choices = law_words, .unit = "word",
     .meaning = "what is limited"},
    {.name = "agreement", .kind = CELL_CHOICE, .offset = AT(law_row, agreement), ANY, .key = true,
     .choices = agreement_words, .unit = "word", .meaning = "for those who have agreed to so much; blank: for all"},
    {.name = "limit", .kind = CELL_DECIMAL, .digits = 3, .offset = AT(law_row, limit_milli), RANGE(0, 9000000),
     .required = true, .unit = "as the rule", .meaning = "the limit; 0: none"},
    {.name = "weeks", .kind = CELL_INTEGER, .offset = AT(law_row, weeks), RANGE(1, 52), .unit = "weeks",
     .meaning = "over which it is averaged; blank: as the country has it"},
    {.name = "paragraph", .kind = CELL_TEXT, .offset = AT(law_row, paragraph), ANY, .required = true, .unit = "text",
     .meaning = "act or agreement with its paragraph, as the results name it"},
    SOURCE_OF_ROW(law_row),
};
const struct table law_table = TABLE("law.csv", "law", law_row, law_columns,
    .meaning = "limits of working time otherwise than the law of the country has them: of an agreement, or of another country");

const struct table risk_table = TABLE("risks.csv", "risks", risk_row, risk_columns, .meaning = "what may go wrong, for the risk matrix");

// clang-format on

const char *measure_status_word(int64_t status) {
  assert(status >= STATUS_NOT_STARTED && status <= STATUS_NOT_REALISED);
  return status_words[status].word;
}
