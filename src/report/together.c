// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/together.h"

#include "audit/sums.h"

static const char *basis_of(struct period period) { return period.full ? "full_year" : "in_year"; }

static const struct field_column together_columns[] = {
    {"year", FIELD_YEAR, 0},
    {"basis", FIELD_CODE, 0},
    {"positions", FIELD_CODE, 0},
    {"order", FIELD_INTEGER, 0},
    {"measure", FIELD_CODE, 0},
    {"start", FIELD_DATE, 0},
    {"single_kr", FIELD_KR, 0},
    {"in_order_kr", FIELD_KR, 0},
    {"last_kr", FIELD_KR, 0},
    {"counted_twice_kr", FIELD_KR, 0},
    {"counted_twice_with", FIELD_TEXT, 0},
    {"joint_kr", FIELD_KR, 0},
    {"reason", FIELD_TEXT, 0},
};

static void add_line(struct result_table *table, const struct tables *tables, const struct together_line *line) {
  const struct measure_row *measure = &measure_rows(tables)[line->measure];
  bool out = line->left_out;
  result_number(table, line->period.year);
  result_text(table, basis_of(line->period));
  result_text(table, positions_name(line->positions));
  result_number(table, out ? FIELD_BLANK : line->order);
  result_text(table, measure->measure);
  result_number(table, measure->start);
  result_number(table, out ? FIELD_BLANK : line->single_ore);
  result_number(table, out ? FIELD_BLANK : line->in_order_ore);
  result_number(table, out ? FIELD_BLANK : line->last_ore);
  result_number(table, out ? FIELD_BLANK : line->single_ore - line->in_order_ore);
  result_text(table, line->with);
  result_number(table, out ? FIELD_BLANK : line->joint_ore);
  result_text(table, line->left_out);
}

struct result_table *together_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "together", COLUMNS(together_columns));
  for (size_t i = 0; i < audit->together->line_count; i++)
    add_line(table, &audit->scenario->tables, &audit->together->lines[i]);
  return table;
}

static const struct field_column joint_columns[] = {
    {"year", FIELD_YEAR, 0},        {"basis", FIELD_CODE, 0},          {"positions", FIELD_CODE, 0},
    {"of", FIELD_CODE, 0},          {"measures", FIELD_INTEGER, 0},    {"singles_kr", FIELD_KR, 0},
    {"joint_kr", FIELD_KR, 0},      {"counted_twice_kr", FIELD_KR, 0}, {"claimed_kr", FIELD_KR, 0},
    {"printed_kr", FIELD_KR, 0},    {"target_kr", FIELD_KR, 0},        {"joint_above_target_kr", FIELD_KR, 0},
    {"joint_cash_kr", FIELD_KR, 0},
};

// Does a later row, up to the year, replace this one? A full-year claim is not part of another.
static bool is_replaced(const struct tables *tables, const struct claim_row *claim, int year) {
  for (size_t i = 0; i < row_count(tables, TABLE_CLAIMS); i++) {
    const struct claim_row *later = &claim_rows(tables)[i];
    bool full = later->basis == CLAIM_FULL_YEAR || claim->basis == CLAIM_FULL_YEAR;
    if (later->measure == claim->measure && later->year > claim->year && later->year <= year && full &&
        later->amount_ore != NOT_GIVEN)
      return true;
  }
  return false;
}

int64_t claims_by_year(const struct audit *audit, int year) {
  const struct tables *tables = &audit->scenario->tables;
  bool adds = settings_of(tables)->claims_are == CLAIMS_INCREMENTAL;
  int64_t sum = 0;
  for (size_t i = 0; i < row_count(tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(tables)[i];
    bool counts = adds ? claim->year <= year && !is_replaced(tables, claim, year) : claim->year == year;
    if (claim->measure != NOT_GIVEN && counts && claim->amount_ore != NOT_GIVEN &&
        measure_rows(tables)[claim->measure].in_target == YES && sums_count(audit, (size_t)claim->measure))
      sum += claim->amount_ore;
  }
  return sum;
}

int64_t printed_by_year(const struct scenario *scenario, int year) {
  const struct tables *tables = &scenario->tables;
  bool adds = settings_of(tables)->claims_are == CLAIMS_INCREMENTAL;
  int64_t sum = FIELD_BLANK;
  for (size_t i = 0; i < row_count(tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(tables)[i];
    if (claim->measure != NOT_GIVEN || claim->amount_ore == NOT_GIVEN || claim->year > year ||
        (!adds && claim->year != year))
      continue;
    sum = (sum == FIELD_BLANK ? 0 : sum) + claim->amount_ore;
  }
  return sum;
}

// Claims, printed sums and the target cover only the measures that count towards the target.
static void add_beside(struct result_table *table, const struct audit *audit, const struct joint_line *line) {
  const struct scenario *scenario = audit->scenario;
  int64_t target = settings_of(&scenario->tables)->target_ore;
  bool beside = line->target_only;
  result_number(table, beside ? claims_by_year(audit, line->period.year) : FIELD_BLANK);
  result_number(table, beside ? printed_by_year(scenario, line->period.year) : FIELD_BLANK);
  result_number(table, beside ? target : FIELD_BLANK);
  bool held = beside && target != NOT_GIVEN && settings_of(&scenario->tables)->target_for == TARGET_FOR_MEASURES;
  result_number(table, held ? line->joint_ore - target : FIELD_BLANK);
}

struct result_table *joint_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "joint", COLUMNS(joint_columns));
  for (size_t i = 0; i < audit->together->joint_count; i++) {
    const struct joint_line *line = &audit->together->joints[i];
    result_number(table, line->period.year);
    result_text(table, basis_of(line->period));
    result_text(table, positions_name(line->positions));
    result_text(table, line->target_only ? "target" : "all");
    result_number(table, (int64_t)line->measure_count);
    result_number(table, line->singles_ore);
    result_number(table, line->joint_ore);
    result_number(table, line->singles_ore - line->joint_ore);
    add_beside(table, audit, line);
    result_number(table, line->joint_cash_ore);
  }
  return table;
}
