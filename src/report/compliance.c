// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/compliance.h"

#include "audit/compliance.h"

static const struct field_column compliance_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"positions", FIELD_CODE, 0},
    {"unit", FIELD_CODE, 0},
    {"rule", FIELD_CODE, 0},
    {"window", FIELD_CODE, 0},
    {"level", FIELD_CODE, 0},
    {"limit", FIELD_DECIMAL, 3},
    {"measured", FIELD_DECIMAL, 3},
    {"breaches", FIELD_INTEGER, 0},
    {"person_hours_short", FIELD_DECIMAL, 1},
    {"first_date", FIELD_DATE, 0},
    {"finding", FIELD_CODE, 0},
    {"reason", FIELD_TEXT, 0},
    {"counted_in", FIELD_CODE, 0},
};

static void add_finding(struct result_table *table, const struct tables *tables, const struct finding *finding) {
  bool leveled = finding->level != NOT_GIVEN;
  result_text(table, finding->measure == NOT_GIVEN ? "" : measure_rows(tables)[finding->measure].measure);
  result_number(table, finding->year);
  result_text(table, finding_positions_name(finding->positions));
  result_text(table, unit_rows(tables)[finding->unit].unit);
  result_text(table, finding->rule);
  result_text(table, finding->window);
  result_text(table, leveled ? category_rows(tables)[finding->level].category : NULL);
  result_number(table, finding->limit_milli);
  result_number(table, finding->value_milli);
  result_number(table, finding->breaches);
  result_number(table, tenths(finding->person_h_short));
  result_number(table, finding->first_day == DAY_NONE ? FIELD_BLANK : finding->first_day);
  result_text(table, finding_status_name(finding->status));
  result_text(table, finding->reason);
  result_text(table, finding->counted_in);
}

struct result_table *compliance_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "compliance", COLUMNS(compliance_columns));
  for (size_t i = 0; i < audit->finding_count; i++)
    add_finding(table, &audit->scenario->tables, &audit->findings[i]);
  return table;
}
