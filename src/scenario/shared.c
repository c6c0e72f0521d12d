// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/shared.h"

#include <assert.h>
#include <string.h>

#include "scenario/edits.h"
#include "scenario/rows_people.h"

bool codes_hold(const char *codes, const char *code) {
  size_t length = strlen(code);
  for (const char *at = codes; at && *at;) {
    at += strspn(at, " ");
    size_t word = strcspn(at, " ");
    if (word == length && !memcmp(at, code, length))
      return true;
    at += word;
  }
  return false;
}

bool group_belongs_to(const struct tables *tables, const struct group_row *group, int64_t unit) {
  assert(unit >= 0 && (size_t)unit < row_count(tables, TABLE_UNITS));
  return group->unit == unit || codes_hold(group->also_units, unit_rows(tables)[unit].unit);
}

bool group_works_in(const struct tables *tables, const struct group_row *group, int64_t unit, day_number day) {
  return group->unit == unit ||
         (group_belongs_to(tables, group, unit) && need_day_matches((dayset)group->also_days, day));
}

// Units joined so far: join[u] is the first unit that u is joined to, directly or through others.
static void join(size_t *first, size_t units, size_t a, size_t b) {
  size_t low = first[a] < first[b] ? first[a] : first[b], high = first[a] < first[b] ? first[b] : first[a];
  for (size_t u = 0; u < units; u++)
    first[u] = first[u] == high ? low : first[u];
}

static void join_named(size_t *first, const struct tables *tables, int64_t home, const char *codes) {
  size_t units = row_count(tables, TABLE_UNITS);
  for (size_t u = 0; codes && u < units; u++)
    if (codes_hold(codes, unit_rows(tables)[u].unit))
      join(first, units, (size_t)home, u);
}

static bool edits_sharing(const struct edit_row *edit) { return edit_names(edit, TABLE_GROUPS, "also_units"); }

bool plan_shares(const struct edit_plan *plan) {
  return plan->table == TABLE_GROUPS && !strcmp(plan->column->name, "also_units");
}

bool edits_share(const struct tables *tables, int64_t unit) {
  for (size_t i = 0; i < row_count(tables, TABLE_EDITS); i++)
    if (edits_sharing(&edit_rows(tables)[i]) && codes_hold(edit_rows(tables)[i].value, unit_rows(tables)[unit].unit))
      return true;
  return false;
}

// The plan of an edit that makes units share staff; of the others only what is known already is looked at.
static const struct edit_plan *sharing_plan(struct arena *arena, const struct scenario *scenario, size_t edit) {
  if (!scenario->edits && !edits_sharing(&edit_rows(&scenario->tables)[edit]))
    return NULL;
  const struct edit_plan *plan = edit_plan_of(arena, scenario, edit);
  return plan && plan_shares(plan) ? plan : NULL;
}

static void join_by_edits(size_t *first, const struct scenario *scenario) {
  const struct tables *tables = &scenario->tables;
  struct arena *passing = arena_new();
  for (size_t i = 0; i < row_count(tables, TABLE_EDITS); i++) {
    const struct edit_plan *plan = sharing_plan(passing, scenario, i);
    for (size_t r = 0; plan && r < plan->row_count; r++)
      join_named(first, tables, group_rows(tables)[plan->rows[r]].unit, plan->value.text);
  }
  arena_free(passing);
}

void units_join(const struct scenario *scenario, size_t *first) {
  const struct tables *tables = &scenario->tables;
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++)
    first[u] = u;
  if (scenario->redesign) // the types of a catalogue work in one unit
    return;
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++)
    join_named(first, tables, group_rows(tables)[g].unit, group_rows(tables)[g].also_units);
  join_by_edits(first, scenario);
}

size_t units_solved_with(const struct scenario *scenario, size_t unit, size_t *units) {
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  struct arena *passing = arena_new();
  size_t all = row_count(&scenario->tables, TABLE_UNITS), count = 0;
  size_t *first = arena_array(passing, all, sizeof *first);
  units_join(scenario, first);
  for (size_t u = 0; u < all; u++)
    if (first[u] == first[unit])
      units[count++] = u;
  arena_free(passing);
  return count;
}

size_t unit_solved_as(const struct scenario *scenario, size_t unit) {
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  struct arena *passing = arena_new();
  size_t *first = arena_array(passing, row_count(&scenario->tables, TABLE_UNITS), sizeof *first);
  units_join(scenario, first);
  size_t as = first[unit];
  arena_free(passing);
  return as;
}

const char *units_solved_in_words(struct arena *arena, const struct scenario *scenario, size_t unit) {
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  size_t *units = arena_array(arena, row_count(&scenario->tables, TABLE_UNITS), sizeof *units);
  size_t count = units_solved_with(scenario, unit, units);
  const char *words = unit_rows(&scenario->tables)[units[0]].unit;
  for (size_t i = 1; i < count; i++)
    words = arena_printf(arena, "%s+%s", words, unit_rows(&scenario->tables)[units[i]].unit);
  return words;
}
