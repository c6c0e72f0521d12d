// SPDX-License-Identifier: GPL-3.0-or-later
// Result columns by names known to the compiler: a misspelt name, a text read as a number, or a number read as text
// does not compile. Two lists hold every column that the program reads from its own tables.
#ifndef ROTACOST_REPORT_COLUMNS_H
#define ROTACOST_REPORT_COLUMNS_H

#include "report/table.h"

// clang-format off
#define TEXT_COLUMNS(C) \
  C(basis) C(becomes) C(before) C(chance_adjusted) C(chance_kept) C(claimed_basis) C(claimed_for)         \
  C(claims_are) C(class) C(column) C(counted_in) C(counted_twice_with) C(country) C(cover) C(decide_for)  \
  C(drawn_for) C(drawn_high) C(drawn_low) C(driver) C(easing) C(evidence) C(file) C(finding) C(flags)     \
  C(group) C(half_hour) C(leaves_out) C(level) C(line) C(main_reason) C(measure) C(measure_title)         \
  C(municipality_title) C(of) C(other_reading_verdict) C(paper_unit) C(population) C(positions)           \
  C(question) C(read_between) C(reason) C(responsibility) C(responsible) C(risk) C(rota) C(rota_from)     \
  C(rota_verdict) C(row) C(row_kind) C(rule) C(scenario) C(school) C(school_group) C(source) C(status)    \
  C(status_reason) C(step) C(table) C(tells) C(term) C(tie) C(title) C(unit) C(value_needed) C(value_now) \
  C(varied) C(verdict) C(weekday) C(where) C(why) C(window) C(with_proven)
#define NUMBER_COLUMNS(C) \
  C(above_other_fte) C(adjusted_kr) C(agency_h) C(all_stay_kr) C(at_other_municipality_fte) C(baseline_kr) \
  C(below_norm) C(below_norm_days) C(books_now_kr) C(books_to) C(breaches) C(children)                     \
  C(children_per_adult) C(claimed_fte) C(claimed_kr) C(comparable_adjusted_kr) C(comparable_kept_kr)       \
  C(compliant_kr) C(consequence) C(contracted_fte) C(cost_kr) C(counted_twice_kr) C(days) C(days_alike)    \
  C(days_from) C(days_to) C(decide_by) C(deviation_kr) C(effect_kr) C(empty_h) C(extra_h) C(file_line)     \
  C(first_date) C(first_year_kr) C(found_adjusted_percent) C(found_kept_percent) C(freed_fte)              \
  C(freed_heads) C(freed_pay_kr) C(from) C(fte) C(fte_per_100_pupils) C(full_year_effect_kr) C(gap)        \
  C(gone_latest) C(heads) C(heads_cut) C(heads_now) C(heads_today) C(heads_with) C(holidays)               \
  C(in_order_kr) C(joint_above_target_kr) C(joint_kr) C(kept_kr) C(kr) C(last_kr) C(left_h) C(left_out_kr) \
  C(likelihood) C(limit) C(main_reason_kr) C(measure_kr) C(measured) C(measures) C(mended_h)               \
  C(modelled_adjusted_kr) C(modelled_kept_kr) C(more_fte) C(need) C(norm) C(notice_by) C(notice_months)    \
  C(now_fte) C(overtime_h) C(own_h) C(per_10_percent_kr) C(plan_effect_kr) C(plan_kr) C(planned)           \
  C(planned_kr) C(pupils) C(rank) C(rank_adjusted) C(rank_kept) C(realised_kr) C(remaining_kr)             \
  C(removed_fte) C(rota_effect_kr) C(rota_idle_h) C(rota_kr) C(rota_lines) C(rota_missing_h)               \
  C(rota_more_kr) C(rota_weeks) C(running_kr) C(saving_kr) C(short) C(short_days) C(short_h) C(single_kr)  \
  C(singles_kr) C(start) C(substitute_h) C(swing_high_kr) C(swing_low_kr) C(target_kr) C(to) C(to_date)    \
  C(variance_percent) C(week) C(weeks) C(whole_kr) C(with_fte) C(with_rota_kr) C(year)                     \
  C(years_after_percent) C(years_before_percent)
// clang-format on

// TEXT_name and NUMBER_name share one numbering, so that either may be used where the kind does not matter.
#define TEXT_OF(NAME) TEXT_##NAME,
enum text_column { COLUMN_NONE, TEXT_COLUMNS(TEXT_OF) TEXT_COLUMN_END };
#undef TEXT_OF
#define NUMBER_OF(NAME) NUMBER_##NAME,
enum number_column {
  NUMBER_NONE,
  NUMBER_BEFORE_FIRST = TEXT_COLUMN_END - 1,
  NUMBER_COLUMNS(NUMBER_OF) NUMBER_COLUMN_END
};
#undef NUMBER_OF

// The field of a column and row. The table must have both, and the column must be of that kind (asserted). "" or
// FIELD_BLANK where the table is NULL.
const char *result_text_of(const struct result_table *table, size_t row, enum text_column column);
int64_t result_number_of(const struct result_table *table, size_t row, enum number_column column);

// `column`: TEXT_name or NUMBER_name.
const char *result_column_name(int column);
const struct field_column *result_column_of(const struct result_table *table, int column); // NULL: it has none

// The next row after `*row` in which every listed column has the text given for it; start with SIZE_MAX. The table must
// have these columns (asserted). The list ends with COLUMN_NONE, {0}. Numbers are compared as written ("2024"), years
// by their name.
struct result_match {
  int column; // TEXT_name or NUMBER_name
  const char *text;
};
bool result_next(const struct result_table *table, const struct result_match *matches, size_t *row);

#endif
