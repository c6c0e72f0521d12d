// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of results by a name that the compiler knows: a name misspelt, a text read as a number or a number as text does
// not compile. One line holds each column that the program reads from its own tables, whichever of them it stands in.
#ifndef ROTACOST_REPORT_COLUMNS_H
#define ROTACOST_REPORT_COLUMNS_H

#include "report/table.h"

// clang-format off
#define TEXT_COLUMNS(C) \
  C(becomes) C(before) C(class) C(column) C(counted_in) C(counted_twice_with) C(curve_place) C(decide_for)       \
  C(file) C(finding) C(flags) C(group) C(half_hour) C(leaves_out) C(level) C(line) C(main_reason) C(measure)     \
  C(municipality_title) C(of) C(other_reading_verdict) C(population) C(positions) C(question) C(reason)          \
  C(risk) C(row) C(row_kind) C(rule) C(school) C(source) C(step) C(table) C(term) C(tie) C(title) C(unit)        \
  C(value_needed) C(value_now) C(varied) C(verdict) C(weekday) C(where) C(window)
#define NUMBER_COLUMNS(C) \
  C(adjusted_kr) C(below_norm) C(below_norm_days) C(breaches) C(children) C(claimed_fte) C(claimed_kr)           \
  C(comparable_adjusted_kr) C(comparable_kept_kr) C(compliant_kr) C(consequence) C(contracted_fte) C(cost_kr)    \
  C(days) C(days_alike) C(days_from) C(days_to) C(decide_by) C(deviation_kr) C(effect_kr) C(first_date)          \
  C(freed_fte) C(freed_heads) C(from) C(fte_per_100_pupils) C(full_year_effect_kr) C(gap) C(gone_latest)         \
  C(heads) C(holidays) C(kept_kr) C(kr) C(likelihood) C(limit) C(main_reason_kr) C(measured) C(measures)         \
  C(need) C(notice_by) C(per_10_percent_kr) C(planned) C(pupils) C(running_kr) C(short_days) C(short_h)          \
  C(swing_high_kr) C(swing_low_kr) C(to) C(week) C(year) C(years_after_percent) C(years_before_percent)
// clang-format on

#define TEXT_OF(NAME) TEXT_##NAME,
enum text_column { TEXT_COLUMNS(TEXT_OF) TEXT_COLUMN_COUNT };
#undef TEXT_OF
#define NUMBER_OF(NAME) NUMBER_##NAME,
enum number_column { NUMBER_COLUMNS(NUMBER_OF) NUMBER_COLUMN_COUNT };
#undef NUMBER_OF

// A field, as result_text_at and result_number_at find it: the table must have the column, of that kind, and the row
// (asserted). "" and FIELD_BLANK where the table is NULL.
const char *result_text_of(const struct result_table *table, size_t row, enum text_column column);
int64_t result_number_of(const struct result_table *table, size_t row, enum number_column column);

#endif
