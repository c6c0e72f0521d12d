// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts as exported by the finance system, and how its accounts map to those of accounts.csv.
#include "scenario/accounts.h"
#include "scenario/columns_parts.h"
#include "scenario/rows_books.h"

// clang-format off

static const struct column account_map_columns[] = {
    {.name = "account", .kind = CELL_TEXT, .offset = AT(account_map_row, account), ANY, .key = true, .unit = "pattern",
     .meaning = "account of the finance system, of which * is any digits and ? any one: 10*, 1030?. Of the rows that fit an account "
                "and say its line, the one with most other signs in its three patterns counts, and so for its unit; blank: any"},
    {.name = "cost_centre", .kind = CELL_TEXT, .offset = AT(account_map_row, cost_centre), ANY, .key = true,
     .unit = "pattern", .meaning = "cost centre, as account; blank: any"},
    {.name = "service", .kind = CELL_TEXT, .offset = AT(account_map_row, service), ANY, .key = true, .unit = "pattern",
     .meaning = "service or KOSTRA function, as account; blank: any"},
    {.name = "line", .kind = CELL_CHOICE, .offset = AT(account_map_row, line), ANY, .choices = account_map_words,
     .unit = "word", .meaning = "its line in accounts.csv; blank: the row says the unit only"},
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(account_map_row, unit), ANY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "its unit; blank: the row says the line only. Where no row has a unit, the books are of all units "
                                "of the scenario together"},
    {.name = "source", .kind = CELL_TEXT, .offset = AT(account_map_row, row.source), ANY, .required = true, .unit = "text",
     .meaning = "document the row is taken from, or the word assumed"},
};
const struct table account_map_table = TABLE("account_map.csv", "account_map", account_map_row, account_map_columns,
    .meaning = "what the accounts of general_ledger.csv are: their line and unit");

// A row of an export may be a posting of one krone or the pay of a department in a year.
#define ORE_MOST (INT64_C(1000000000) * 100)
#define LEDGER_KR(NAME, MEMBER, MEANING)                                                                               \
  {.name = NAME, .kind = CELL_KR, .offset = AT(general_ledger_row, MEMBER), MONEY(-100000000000, 100000000000),       \
   USUAL(1, ORE_MOST), .unit = "kr", .meaning = MEANING}
#define MONTH_KR(NAME, INDEX, TITLE) LEDGER_KR(NAME, month_ore[INDEX], TITLE)

static const struct column general_ledger_columns[] = {
    {.name = "account", .kind = CELL_TEXT, .offset = AT(general_ledger_row, account), ANY, .unit = "number",
     .meaning = "account, with or without its name behind it; account_map.csv says what it is. A number of three digits is a "
                "KOSTRA art, also without a map. Blank: art says it"},
    {.name = "art", .kind = CELL_TEXT, .offset = AT(general_ledger_row, art), ANY, .unit = "number",
     .meaning = "KOSTRA art, where the export has it beside the account: counts where account_map.csv says no line"},
    {.name = "cost_centre", .kind = CELL_TEXT, .offset = AT(general_ledger_row, cost_centre), ANY, .unit = "text",
     .meaning = "cost centre (ansvar)"},
    {.name = "service", .kind = CELL_TEXT, .offset = AT(general_ledger_row, service), ANY, .unit = "text",
     .meaning = "service or KOSTRA function"},
    {.name = "year", .kind = CELL_INTEGER, .fiscal_year = true, .offset = AT(general_ledger_row, year), RANGE(1901, 2198),
     .unit = "year", .meaning = "year of the books; blank: as period or the heading of the amount says, as 202601 or Regnskap 2026. "
                                "Rows of years that are not the scenario's are left out; months of the year before the first are followed up against"},
    {.name = "period", .kind = CELL_TEXT, .offset = AT(general_ledger_row, period), ANY, .unit = "month",
     .meaning = "202601, 2026-01, or 1 to 12 with year; 13 closes the year. A year counts when all its months are there"},
    LEDGER_KR("kr", amount_ore, "amount, where it is not said of which kind"),
    LEDGER_KR("actual_kr", actual_ore, "booked"),
    LEDGER_KR("budget_kr", budget_ore, "first budget"),
    LEDGER_KR("revised_budget_kr", revised_ore, "budget as revised"),
    MONTH_KR("jan_kr", 0, "a column for each month: its heading may be jan, Januar, 1, 202601 or a date; with the year in it (Jan 2025, Jan 2026) "
                            "several years stand side by side"),
    MONTH_KR("feb_kr", 1, "likewise"), MONTH_KR("mar_kr", 2, "likewise"), MONTH_KR("apr_kr", 3, "likewise"),
    MONTH_KR("may_kr", 4, "likewise"), MONTH_KR("jun_kr", 5, "likewise"), MONTH_KR("jul_kr", 6, "likewise"),
    MONTH_KR("aug_kr", 7, "likewise"), MONTH_KR("sep_kr", 8, "likewise"), MONTH_KR("oct_kr", 9, "likewise"),
    MONTH_KR("nov_kr", 10, "likewise"), MONTH_KR("dec_kr", 11, "likewise"),
    LEDGER_KR("closing_kr", closing_ore, "what closes the year beside its months: period 13, of no month in the follow-up"),
    LEDGER_KR("total_kr", total_ore, "sum of the months and what closes the year, which is checked"),
    SOURCE_OF_ROW(general_ledger_row),
};
const struct table general_ledger_table = TABLE("general_ledger.csv", "general_ledger", general_ledger_row, general_ledger_columns,
    .meaning = "the books as the finance system exports them, instead of accounts.csv or under its name: rows add up, "
               "other columns are passed over, and headings may be those of the export (Konto, Ansvar, Tjeneste, Periode, Regnskap, "
               "Budsjett, Rev. budsjett)");

static const struct choice book_change_words[] = {
    [CHANGE_PAY_SETTLEMENT] = {"pay_settlement", "instead of the growth of pay by pay.csv and rates.csv"},
    [CHANGE_SICKNESS] = {"sickness", "more sick leave, less what is refunded"},
    [CHANGE_OTHER] = {"other", "as another budget, or people lent to other units"},
    {NULL, NULL}};

static const struct column book_change_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(book_change_row, unit), ANY, .key = true, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit whose books they are; blank only where the books are of all units together"},
    {.name = "change", .kind = CELL_CHOICE, .offset = AT(book_change_row, change), ANY, KEY, .choices = book_change_words,
     .unit = "word", .meaning = "why the books grew or fell, other than by a measure"},
    {.name = "year", .kind = CELL_INTEGER, .fiscal_year = true, .offset = AT(book_change_row, year), RANGE(1901, 2198), KEY,
     .unit = "year", .meaning = "year in which they did, against the year before"},
    {.name = "month", .kind = CELL_INTEGER, .offset = AT(book_change_row, month), RANGE(1, 12), .key = true, .unit = "month",
     .meaning = "month, 1 to 12; blank: a twelfth in each of the year"},
    {.name = "kr", .kind = CELL_KR, .offset = AT(book_change_row, amount_ore), MONEY(-100000000000, 100000000000), USUAL(100, ORE_MOST),
     .required = true, .unit = "kr", .meaning = "so much more than in the same months of the year before; less has a minus"},
    {.name = "source", .kind = CELL_TEXT, .offset = AT(book_change_row, row.source), ANY, .required = true, .unit = "text",
     .meaning = "document the row is taken from, or the word assumed"},
};
const struct table book_change_table = TABLE("book_changes.csv", "book_changes", book_change_row, book_change_columns,
    .meaning = "what changed in the books for other reasons than the measures: the follow-up by month takes it out");

// clang-format on
