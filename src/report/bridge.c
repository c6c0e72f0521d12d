// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/bridge.h"

#include "audit/bridge.h"

static const struct field_column columns[] = {
    {"measure", FIELD_CODE, 0},   {"year", FIELD_YEAR, 0},     {"claimed_basis", FIELD_CODE, 0},
    {"positions", FIELD_CODE, 0}, {"order", FIELD_INTEGER, 0}, {"step", FIELD_CODE, 0},
    {"row_kind", FIELD_CODE, 0},  {"kr", FIELD_KR, 0},         {"running_kr", FIELD_KR, 0},
    {"reason", FIELD_TEXT, 0},
};

struct head { // values common to the lines of one bridge
  const char *measure;
  int64_t year;
  enum positions positions;
};

static void add_line(struct result_table *table, const struct head *head, const struct bridge *bridge,
                     enum bridge_step step, int order) {
  const struct bridge_line *line = &bridge->lines[step];
  result_text(table, head->measure);
  result_number(table, head->year);
  result_text(table, bridge->claimed.basis == CLAIM_FULL_YEAR ? "full_year" : "in_year");
  result_text(table, positions_name(head->positions));
  result_number(table, order);
  result_text(table, bridge_step_name(step));
  result_text(table, bridge_step_is_total(step) ? "total" : "step");
  result_number(table, line->ore);
  result_number(table, line->running_ore);
  result_text(table, line->reason);
}

// Steps that do not occur are left out.
static void add_bridge(struct result_table *table, const struct head *head, const struct bridge *bridge) {
  int order = 0;
  for (int step = 0; step < BRIDGE_STEPS; step++)
    if (bridge_step_arises(bridge, (enum bridge_step)step))
      add_line(table, head, bridge, (enum bridge_step)step, ++order);
}

static void add_bridges(struct result_table *table, const struct audit *audit, const struct measure_effect *effect,
                        const struct year_effect *year, bool in_full) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    struct bridge_question question = {audit->scenario, effect, year, in_full, (enum positions)p};
    struct bridge bridge = bridge_make(table->arena, &question);
    struct head head = {measure_rows(&audit->scenario->tables)[effect->measure].measure,
                        in_full ? FIELD_BLANK : year->year, (enum positions)p};
    if (!in_full || bridge.claimed.basis == CLAIM_FULL_YEAR)
      add_bridge(table, &head, &bridge);
  }
}

struct result_table *bridge_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "bridge", COLUMNS(columns));
  for (size_t m = 0; m < audit->measure_count; m++) {
    const struct measure_effect *effect = &audit->measures[m];
    for (int y = 0; y < effect->year_count; y++)
      add_bridges(table, audit, effect, &effect->years[y], false);
    add_bridges(table, audit, effect, &effect->years[effect->year_count - 1], true);
  }
  return table;
}
