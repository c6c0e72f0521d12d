// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/why.h"

#include <string.h>

#include "audit/why.h"
#include "base/fixed.h"
#include "report/bridge.h"
#include "report/columns.h"

static const struct field_column why_columns[] = {
    {"measure", FIELD_CODE, 0},   {"year", FIELD_YEAR, 0},        {"positions", FIELD_CODE, 0},
    {"unit", FIELD_CODE, 0},      {"reason_kind", FIELD_CODE, 0}, {"limit_kind", FIELD_CODE, 0},
    {"easing", FIELD_CODE, 0},    {"saving_kr", FIELD_KR, 0},     {"mended_h", FIELD_DECIMAL, 1},
    {"left_h", FIELD_DECIMAL, 1}, {"first_date", FIELD_DATE, 0},  {"last_date", FIELD_DATE, 0},
    {"weeks", FIELD_INTEGER, 0},  {"edit", FIELD_CODE, 0},        {"tells", FIELD_CODE, 0},
};

static int64_t date_or_blank(day_number day) { return day == DAY_NONE ? FIELD_BLANK : day; }

static void add_reason(struct result_table *table, const struct tables *tables, const struct reason *reason) {
  result_text(table, reason->measure == NOT_GIVEN ? "" : measure_rows(tables)[reason->measure].measure);
  result_number(table, reason->year);
  result_text(table, positions_name(reason->positions));
  result_text(table, unit_rows(tables)[reason->unit].unit);
  result_text(table, reason_kind_name(reason->kind));
  result_text(table, reason->limit);
  result_text(table, reason->words);
  result_number(table, fixed_round(reason->saving_kr * ORE_PER_KR));
  result_number(table, tenths(reason->mended_h));
  result_number(table, tenths(reason->left_h));
  result_number(table, date_or_blank(reason->first_day));
  result_number(table, date_or_blank(reason->last_day));
  result_number(table, reason->weeks);
  result_text(table, reason->edit);
  result_text(table, "limit");
}

static void add_difference(struct result_table *table, const struct result_table *bridge, size_t row) {
  enum { BLANK_NUMBERS = 5 }; // hours mended and left, dates, weeks
  result_text(table, result_text_of(bridge, row, TEXT_measure));
  result_number(table, result_number_of(bridge, row, NUMBER_year));
  result_text(table, result_text_of(bridge, row, TEXT_positions));
  result_text(table, "");
  result_text(table, "");
  result_text(table, result_text_of(bridge, row, TEXT_step));
  result_text(table, result_text_of(bridge, row, TEXT_reason));
  result_number(table, result_number_of(bridge, row, NUMBER_kr));
  for (int blank = 0; blank < BLANK_NUMBERS; blank++)
    result_number(table, FIELD_BLANK);
  result_text(table, "");
  result_text(table, "difference");
}

struct result_table *why_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "why", COLUMNS(why_columns));
  for (size_t i = 0; i < audit->reason_count; i++)
    add_reason(table, &audit->scenario->tables, &audit->reasons[i]);
  const struct result_table *bridge = bridge_table(arena, audit);
  for (size_t row = 0; row < result_row_count(bridge); row++)
    if (strcmp(result_text_of(bridge, row, TEXT_row_kind), "total") != 0)
      add_difference(table, bridge, row);
  return table;
}
