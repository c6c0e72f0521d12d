// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/risks.h"

static const struct field_column risk_columns[] = {
    {"risk", FIELD_CODE, 0},          {"title", FIELD_TEXT, 0},          {"measure", FIELD_CODE, 0},
    {"likelihood", FIELD_INTEGER, 0}, {"consequence", FIELD_INTEGER, 0}, {"risk_value", FIELD_INTEGER, 0},
    {"responsible", FIELD_TEXT, 0},   {"note", FIELD_TEXT, 0},           {"source", FIELD_TEXT, 0},
};

struct result_table *risks_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "risks", COLUMNS(risk_columns));
  const struct tables *tables = &audit->scenario->tables;
  for (size_t i = 0; i < row_count(tables, TABLE_RISKS); i++) {
    const struct risk_row *risk = &risk_rows(tables)[i];
    result_text(table, risk->risk);
    result_text(table, risk->title);
    result_text(table, risk->measure == NOT_GIVEN ? "" : measure_rows(tables)[risk->measure].measure);
    result_number(table, risk->likelihood);
    result_number(table, risk->consequence);
    result_number(table, risk->likelihood * risk->consequence);
    result_text(table, risk->role);
    result_text(table, risk->note);
    result_text(table, risk->row.assumed ? "assumed" : risk->row.source);
  }
  return table;
}
