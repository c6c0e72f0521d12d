// SPDX-License-Identifier: GPL-3.0-or-later
// Macros for column and table records, used only by the files that hold them, src/scenario/columns*.c. A column is one
// record of two or three lines; a table follows its columns.
#ifndef ROTACOST_SCENARIO_COLUMNS_PARTS_H
#define ROTACOST_SCENARIO_COLUMNS_PARTS_H

#include "scenario/columns.h"
#include "scenario/rows_pay.h"

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

// For tables whose uncertain numbers are drawn (scenario/ranges.h).
#define RANGE_OF_ROW(ROW)                                                                                              \
  { .name = "low", .kind = CELL_TEXT, .offset = AT(ROW, row.low), ANY, .unit = "number",                               \
    .meaning = "least that the row's first number may be, for `run --draws`; of several numbers column=number with blanks " \
               "between. Blank: of a row marked assumed the default of the list below, else the number itself" },       \
  { .name = "high", .kind = CELL_TEXT, .offset = AT(ROW, row.high), ANY, .unit = "number",                             \
    .meaning = "most that it may be, in the same way" },                                                               \
  { .name = "tie", .kind = CELL_CODE, .offset = AT(ROW, row.tie), ANY, .unit = "code",                                  \
    .meaning = "cause that rows share, as settlement_2025 or sickness: all that name it are drawn low or high together" }

#define TABLE(FILE, NAME, ROW, COLUMNS, ...)                                                                           \
  { .file = FILE, .name = NAME, .row_size = sizeof(struct ROW), .columns = COLUMNS,                                    \
    .column_count = sizeof(COLUMNS) / sizeof *(COLUMNS), __VA_ARGS__ }

// clang-format on

extern const struct choice yes_no_words[], agreement_words[];

extern const struct table settings_table, category_table, pay_table, supplement_table, rate_table, unit_table,
    shift_table, need_table, norm_table, group_table, absence_table, replacement_table, source_table, catalogue_table,
    design_table, measure_table, edit_table, claim_table, amount_table, account_table, account_map_table,
    general_ledger_table, book_change_table, ratio_table, place_table, children_table, enrolment_table,
    attendance_table, term_table, school_table, risk_table, law_table, rota_rule_table, rota_table;
extern const struct rate_meaning rate_meanings[RATE_COUNT];

#endif
