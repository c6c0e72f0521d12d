// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/budget.h"

#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "report/format.h"
#include "report/labels.h"
#include "scenario/settings.h"
#include "scenario/vary.h"

static const struct field_column columns[] = {
    {"measure", FIELD_CODE, 0},         {"title", FIELD_TEXT, 0},      {"responsibility", FIELD_TEXT, 0},
    {"function", FIELD_CODE, 0},        {"kostra_art", FIELD_CODE, 0}, {"year", FIELD_YEAR, 0},
    {"budget_entry", FIELD_INTEGER, 0}, {"entry_in", FIELD_CODE, 0},   {"booked_kr", FIELD_KR, 0},
    {"booked", FIELD_CODE, 0},          {"booked_as", FIELD_CODE, 0},  {"booked_why", FIELD_TEXT, 0},
};

static const char *const whys[BUDGET_WHYS] = {
    [WHY_TOLD] = N_("As measures.csv says."),
    [WHY_NOT_TOLD] = N_("With positions kept, as nothing else is said in measures.csv (booked)."),
    [WHY_AMOUNTS_ALONE] = N_("Taken from the paper: only its dates are checked."),
    [WHY_TOLD_NOTHING] = N_("Nothing, as measures.csv says."),
    [WHY_GIVEN_UP] = N_("Nothing: the measure is given up."),
    [WHY_NOT_TESTABLE] = N_("Nothing: nobody can tell what it saves."),
    [WHY_NO_START] = N_("Nothing before a start is decided."),
    [WHY_ALTERNATIVE] = N_("Nothing: another of the alternatives is booked."),
    [WHY_NOT_THIS_YEAR] = N_("Nothing of it falls in this year."),
    [WHY_NO_MEASURE] = N_("Nothing: an assumption read another way, no measure."),
};

// Codes separated by blanks, as people list them.
static const char *listed(struct arena *arena, const char *codes) {
  const char *list = "";
  for (size_t length; (length = strcspn(codes, " ")); codes += length + strspn(codes + length, " "))
    list = arena_printf(arena, "%s%s%.*s", list, *list ? ", " : "", (int)length, codes);
  return list;
}

// What finance must assume for it.
static const char *conditions(struct arena *arena, const struct audit *audit, const struct budget_line *line) {
  const struct measure_effect *effect = &audit->measures[line->measure];
  const struct year_effect *year = &effect->years[line->year - effect->years[0].year];
  const char *text = "";
  double removed = measure_removes_fte(effect), more = line->booked == BOOKED_ADJUSTED ? measure_more_fte(effect) : 0;
  if (removed > 0)
    text = format_sentences(arena, text,
                            arena_printf(arena, _("It removes %s FTE of positions."),
                                         format_rounded(arena, fixed_round(removed * MILLI), 3)));
  if (more > 0)
    text = format_sentences(
        arena, text,
        arena_printf(arena, _("%s FTE more have to go."), format_rounded(arena, fixed_round(more * MILLI), 3)));
  if (year->breach.person_hours > FEW_HOURS)
    text = format_sentences(arena, text, _("It is below the norm."));
  if (effect->counted_twice_with)
    text = format_sentences(arena, text,
                            arena_printf(arena, _("Part of it is counted twice with %s: together.csv."),
                                         listed(arena, effect->counted_twice_with)));
  return text;
}

static const char *why_of(struct arena *arena, const struct audit *audit, const struct budget_line *line) {
  const char *why = _(whys[line->why]);
  return line->booked == BOOKED_NOTHING ? why : format_sentences(arena, why, conditions(arena, audit, line));
}

static void add_line(struct result_table *table, const struct audit *audit, const struct budget_line *line) {
  const struct scenario *scenario = audit->scenario;
  const struct measure_row *row = &measure_rows(&scenario->tables)[line->measure];
  bool minus = settings_of(&scenario->tables)->savings_are == SAVINGS_NEGATIVE;
  result_text(table, row->measure);
  result_text(table, row->title);
  result_text(table, line->cost_centre);
  result_text(table, line->function);
  result_text(table, line->art);
  result_number(table, line->year);
  result_number(table, minus ? -line->entered : line->entered);
  result_text(table, budget_unit_ore(scenario) == ORE_PER_KR ? "kr" : "1000_kr");
  result_number(table, line->saving_ore);
  result_text(table, choice_word(TABLE_MEASURES, "booked", line->booked));
  result_text(table, budget_kind_name(line->kind));
  result_text(table, why_of(table->arena, audit, line));
}

struct result_table *budget_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "budget", COLUMNS(columns));
  size_t count;
  const struct budget_line *lines = budget_lines(arena, audit, &count);
  for (size_t i = 0; i < count; i++)
    add_line(table, audit, &lines[i]);
  return table;
}
