// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/people.h"

#include "base/fixed.h"
#include "base/language.h"
#include "scenario/agreement.h"

static const struct field_column units_columns[] = {
    {"unit", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
    {"year", FIELD_YEAR, 0},
    {"cost_kr", FIELD_KR, 0},
    {"slack_kr", FIELD_KR, 0},
    {"staffed_fte", FIELD_DECIMAL, 2},
    {"contracted_fte", FIELD_DECIMAL, 2},
    {"heads", FIELD_DECIMAL, 1},
    {"adjusted_contracted_fte", FIELD_DECIMAL, 2},
    {"adjusted_heads", FIELD_DECIMAL, 1},
    {"capped_groups", FIELD_CODE, 0},
    {"average_position_percent", FIELD_DECIMAL, 1},
    {"weekend_posts", FIELD_DECIMAL, 2},
    {"weekend_heads_needed", FIELD_DECIMAL, 1},
    {"weekend_heads", FIELD_DECIMAL, 1},
    {"forced_average_position_percent", FIELD_DECIMAL, 1},
    {"weekends_per_person", FIELD_DECIMAL, 1},
    {"idle_h", FIELD_DECIMAL, 1},
    {"free_with_pay_h", FIELD_DECIMAL, 1},
    {"free_with_pay_kr", FIELD_KR, 0},
    {"red_days_unsaid_h", FIELD_DECIMAL, 1},
    {"red_days_unsaid_kr", FIELD_KR, 0},
    {"variable_percent", FIELD_DECIMAL, 1},
    {"short_h", FIELD_DECIMAL, 1},
    {"handover_min", FIELD_INTEGER, 0},
    {"handover_h", FIELD_DECIMAL, 1},
    {"handover_kr", FIELD_KR, 0},
};

// Codes of the groups whose heads, positions adjusted, are at their maximum; separated by blanks.
static const char *capped_groups(struct arena *arena, const struct tables *tables,
                                 const struct baseline_year *baseline) {
  const char *list = "";
  size_t g = 0;
  for (size_t row = 0; row < row_count(tables, TABLE_GROUPS) && g < baseline->group_count; row++) {
    const struct group_row *group = &group_rows(tables)[row];
    if (group->unit == (int64_t)baseline->unit && heads_are_capped(&baseline->groups[g++].adjusted))
      list = arena_printf(arena, "%s%s%s", list, *list ? " " : "", group->group);
  }
  return list;
}

static void add_unit(struct result_table *table, const struct audit *audit, const struct baseline_year *baseline) {
  const struct unit_row *unit = &unit_rows(&audit->scenario->tables)[baseline->unit];
  const struct figures *kept = &baseline->figures[POSITIONS_KEPT];
  result_text(table, unit->unit);
  result_text(table, unit->title);
  result_number(table, baseline->year);
  result_number(table, ledger_sum(&baseline->ledger[POSITIONS_KEPT]));
  result_number(table, kept->short_h < 0.5 ? ledger_sum(&baseline->ledger[POSITIONS_KEPT]) -
                                                 ledger_sum(&baseline->ledger[POSITIONS_ADJUSTED])
                                           : FIELD_BLANK); // positions that follow also fill what stands empty
  result_number(table, hundredths(kept->gross_fte));
  result_number(table, hundredths(kept->positions_fte));
  result_number(table, tenths(kept->heads));
  result_number(table, hundredths(baseline->figures[POSITIONS_ADJUSTED].positions_fte));
  result_number(table, tenths(baseline->figures[POSITIONS_ADJUSTED].heads));
  result_text(table, capped_groups(table->arena, &audit->scenario->tables, baseline));
  result_number(table, tenths(100 * figures_average_position(kept)));
  result_number(table, hundredths(kept->weekend_posts));
  result_number(table, tenths(kept->weekend_needed));
  result_number(table, tenths(kept->weekend_heads));
  result_number(table, tenths(100 * figures_forced_position(kept)));
  result_number(table, tenths(figures_weekends_per_head(kept)));
  result_number(table, tenths(kept->hours[HOURS_IDLE]));
  result_number(table, tenths(baseline->free_days.h));
  result_number(table, baseline->free_days.cost_ore);
  result_number(table, tenths(baseline->free_days.unsaid_h));
  result_number(table, baseline->free_days.unsaid_ore);
  result_number(table, tenths(100 * figures_variable_share(kept)));
  result_number(table, tenths(kept->short_h));
  result_number(table, unit->handover_min);
  result_number(table, tenths(kept->handover_h));
  result_number(table, fixed_round(kept->handover_kr * ORE_PER_KR));
}

struct result_table *units_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "units", COLUMNS(units_columns));
  for (size_t b = 0; b < audit->baseline_count; b++)
    add_unit(table, audit, &audit->baseline[b]);
  return table;
}

static const struct field_column groups_columns[] = {
    {"unit", FIELD_CODE, 0},
    {"group", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"heads", FIELD_DECIMAL, 1},
    {"adjusted_heads", FIELD_DECIMAL, 1},
    {"most_heads", FIELD_DECIMAL, 1},
    {"contract_h_worked", FIELD_DECIMAL, 1},
    {"night_h_per_week", FIELD_DECIMAL, 2},
    {"sunday_h_per_week", FIELD_DECIMAL, 2},
    {"full_time_week_used_h", FIELD_DECIMAL, 2},
    {"full_time_week_earned_h", FIELD_DECIMAL, 2},
    {"remark", FIELD_CODE, 0},
};

static void add_group(struct result_table *table, const struct baseline_year *baseline, const struct tables *tables,
                      size_t row, const struct group_figures *figures) {
  const struct group_row *group = &group_rows(tables)[row];
  result_text(table, unit_rows(tables)[group->unit].unit);
  result_text(table, group->group);
  result_number(table, baseline->year);
  result_number(table, tenths(figures->heads));
  result_number(table, tenths(figures->adjusted.heads));
  result_number(table, tenths(figures->adjusted.most));
  result_number(table, tenths(figures->own_h));
  result_number(table, hundredths(figures->night_h_per_week));
  result_number(table, hundredths(figures->sunday_h_per_week));
  result_number(table, hundredths((double)figures->full_time_min / 60));
  result_number(table, hundredths((double)figures->earned_min / 60));
  result_text(table, !figures->three_part                           ? ""
                     : figures->earned_min < figures->full_time_min ? _("the plan earns a shorter week than is used")
                                                                    : _("three-part rota"));
}

struct result_table *groups_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "groups", COLUMNS(groups_columns));
  const struct tables *tables = &audit->scenario->tables;
  for (size_t b = 0; b < audit->baseline_count; b++) {
    const struct baseline_year *baseline = &audit->baseline[b];
    size_t g = 0;
    for (size_t row = 0; row < row_count(tables, TABLE_GROUPS) && g < baseline->group_count; row++)
      if (group_rows(tables)[row].unit == (int64_t)baseline->unit)
        add_group(table, baseline, tables, row, &baseline->groups[g++]);
  }
  return table;
}

static const struct field_column shifts_columns[] = {
    {"unit", FIELD_CODE, 0},      {"shift", FIELD_CODE, 0},       {"paid_h", FIELD_DECIMAL, 2},
    {"agreement", FIELD_CODE, 0}, {"agreed_with", FIELD_CODE, 0}, {"source_of_rule", FIELD_CODE, 0},
};

struct result_table *shifts_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "shifts", COLUMNS(shifts_columns));
  const struct tables *tables = &audit->scenario->tables;
  for (size_t s = 0; s < row_count(tables, TABLE_SHIFTS); s++) {
    const struct shift_row *shift = &shift_rows(tables)[s];
    struct agreement_terms terms = agreement_terms(tables, agreement_needed(tables, shift_paid_min(shift)));
    result_text(table, unit_rows(tables)[shift->unit].unit);
    result_text(table, shift->shift);
    result_number(table, hundredths((double)shift_paid_min(shift) / 60));
    result_text(table, terms.word);
    result_text(table, _(terms.who));
    result_text(table, _(terms.law));
  }
  return table;
}

// ---------------------------------------------------------------- rotas designed anew

static const struct field_column redesign_columns[] = {
    {"unit", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"type", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
    {"heads", FIELD_DECIMAL, 0},
    {"position_percent", FIELD_DECIMAL, 1},
    {"cost_kr", FIELD_KR, 0},
    {"bound_kr", FIELD_KR, 0},
    {"today_kr", FIELD_KR, 0},
    {"short_h", FIELD_DECIMAL, 1},
    {"average_position_percent", FIELD_DECIMAL, 1},
    {"full_timers_percent", FIELD_DECIMAL, 1},
    {"variable_percent", FIELD_DECIMAL, 1},
};

static int64_t ore_of(double kr) { return fixed_round(kr * ORE_PER_KR); }

static void add_type(struct result_table *table, const struct tables *tables, const struct redesign_result *result,
                     size_t i) {
  const struct redesign *redesign = result->redesign;
  const struct group_row *type = &catalogue_rows(tables)[redesign->types[i]];
  result_text(table, unit_rows(tables)[result->unit].unit);
  result_number(table, redesign->year);
  result_text(table, type->group);
  result_text(table, type->title);
  result_number(table, fixed_round(redesign->heads[i]));
  result_number(table, tenths(100 * (double)type->position_e8 / (double)ONE_E8));
  result_number(table, ore_of(redesign->cost_kr));
  result_number(table, ore_of(redesign->bound_kr));
  result_number(table, ore_of(result->today_kr));
  result_number(table, tenths(redesign->short_h));
  result_number(table, tenths(100 * figures_average_position(&redesign->figures)));
  result_number(table, tenths(100 * figures_full_time_share(&redesign->figures)));
  result_number(table, tenths(100 * figures_variable_share(&redesign->figures)));
}

struct result_table *redesign_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "redesign", COLUMNS(redesign_columns));
  for (size_t r = 0; r < audit->redesign_count; r++)
    for (size_t i = 0; audit->redesigns[r].redesign && i < audit->redesigns[r].redesign->type_count; i++)
      add_type(table, &audit->scenario->tables, &audit->redesigns[r], i);
  return table;
}

// ---------------------------------------------------------------- units on a terminal

static const struct field_column weekend_columns[] = {
    {"unit", FIELD_CODE, 0},
    {"weekend_posts", FIELD_DECIMAL, 1},
    {"weekend_heads_needed", FIELD_DECIMAL, 1},
    {"weekend_heads", FIELD_DECIMAL, 1},
    {"forced_average_position_percent", FIELD_DECIMAL, 1},
    {"average_position_percent", FIELD_DECIMAL, 1},
    {"weekends_per_person", FIELD_DECIMAL, 1},
    {"idle_h", FIELD_DECIMAL, 0},
    {"handover_kr", FIELD_KR, 0},
};
static const char *const weekend_headings[] = {
    N_("Unit"),       N_("Weekend posts"), N_("Staff needed"), N_("Weekend staff"), N_("Forced position %"),
    N_("Position %"), N_("Weekends"),      N_("Idle h"),       N_("Handover kr")};

struct result_table *weekends_of_year(struct arena *arena, const struct audit *audit, int year,
                                      const char *const **headings) {
  struct result_table *table = result_table_new(arena, "weekends", COLUMNS(weekend_columns));
  *headings = weekend_headings;
  for (size_t b = 0; b < audit->baseline_count; b++) {
    const struct baseline_year *baseline = &audit->baseline[b];
    const struct figures *kept = &baseline->figures[POSITIONS_KEPT];
    if (baseline->year != year)
      continue;
    result_text(table, unit_rows(&audit->scenario->tables)[baseline->unit].unit);
    result_number(table, tenths(kept->weekend_posts));
    result_number(table, tenths(kept->weekend_needed));
    result_number(table, tenths(kept->weekend_heads));
    result_number(table, tenths(100 * figures_forced_position(kept)));
    result_number(table, tenths(100 * figures_average_position(kept)));
    result_number(table, tenths(figures_weekends_per_head(kept)));
    result_number(table, fixed_round(kept->hours[HOURS_IDLE]));
    result_number(table, fixed_round(kept->handover_kr * ORE_PER_KR));
  }
  return table;
}
