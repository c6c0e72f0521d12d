// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/prices.h"

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "pay/pay.h"

static const struct field_column price_columns[] = {
    {"measure", FIELD_CODE, 0}, {"year", FIELD_YEAR, 0},          {"positions", FIELD_CODE, 0},
    {"effect_kr", FIELD_KR, 0}, {"fixed_effect_kr", FIELD_KR, 0}, {"pay_index", FIELD_DECIMAL, 6},
};

static bool settlement_expected(const struct tables *tables) {
  for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++)
    if (rate_rows(tables)[i].rate == RATE_PAY_GROWTH)
      return true;
  return false;
}

double pay_index_of(const struct tables *tables, int year) {
  double grown = 0, known = 0;
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++) {
    const struct group_row *group = &group_rows(tables)[g];
    double positions = (double)group->heads_milli * (double)group->position_e8;
    for (day_number day = fiscal_first_day(year); day <= fiscal_last_day(year); day++) {
      struct civil_date date = date_from_day(day);
      double accrued = positions / days_in_month(date.year, date.month); // every month is a twelfth
      grown += accrued * (double)yearly_pay_on(tables, group->category, day);
      known += accrued * (double)yearly_pay_known(tables, group->category, day);
    }
  }
  return known > 0 ? grown / known : 1;
}

int64_t fixed_effect_ore(const struct answer *answer, double index) {
  double fixed_ore = -(double)answer->empty_ore / index;
  for (int line = 0; line < LEDGER_LINES; line++) {
    double saved_ore = (double)(answer->before.ore[line] - answer->after.ore[line]);
    fixed_ore += saved_ore / (ledger_line_is(line, LEDGER_GROWS) ? index : 1);
  }
  return fixed_round(fixed_ore);
}

static void add_year(struct result_table *table, const char *measure, const struct year_effect *year, double index) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    result_text(table, measure);
    result_number(table, year->year);
    result_text(table, positions_name((enum positions)p));
    result_number(table, effect_ore(&year->answers[p]));
    result_number(table, fixed_effect_ore(&year->answers[p], index));
    result_number(table, fixed_round(index * 1e6));
  }
}

struct result_table *prices_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "prices", COLUMNS(price_columns));
  const struct tables *tables = &audit->scenario->tables;
  if (!settlement_expected(tables))
    return table;
  for (size_t m = 0; m < audit->measure_count; m++) {
    const struct measure_effect *effect = &audit->measures[m];
    for (int y = 0; effect->testable && y < effect->year_count; y++)
      add_year(table, measure_rows(tables)[m].measure, &effect->years[y], pay_index_of(tables, effect->years[y].year));
  }
  return table;
}
