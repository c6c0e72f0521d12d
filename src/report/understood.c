// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/understood.h"

#include "audit/understood.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "scenario/called.h"
#include "scenario/rows_people.h"
#include "scenario/rows_settings.h"

enum { USUAL_WIDTH = 80, TITLE_LETTERS = 18, THOUSAND_KR = 1000 * ORE_PER_KR };

static const struct field_column columns[] = {
    {"title", FIELD_TEXT, 0},
    {"need_fte", FIELD_DECIMAL, 1},
    {"contracted_fte", FIELD_DECIMAL, 1},
    {"weekend_needed", FIELD_DECIMAL, 0},
    {"weekend_heads", FIELD_DECIMAL, 0},
    {"night_posts", FIELD_DECIMAL, 1},
    {"cost_thousand_kr", FIELD_INTEGER, 0},
    {"days_below_norm", FIELD_INTEGER, 0},
    {"assumed", FIELD_TEXT, 0},
};
static const char *const headings[] = {N_("Unit"),
                                       N_("FTE needed"),
                                       N_("FTE there"),
                                       N_("Week- end staff needed"),
                                       N_("Week- end staff there"),
                                       N_("Night posts"),
                                       N_("1000 kr a year"),
                                       N_("Days below norm"),
                                       N_("Rows assumed")};

static const char *title_of(const struct scenario *scenario, const struct understood *unit) {
  if (unit->unit == NOT_GIVEN)
    return _("all units");
  const struct unit_row *row = &unit_rows(&scenario->tables)[unit->unit];
  return row->title ? row->title : row->unit;
}

// Cuts a title so that the table fits a narrow terminal.
static const char *cut_title(struct arena *arena, const char *title) {
  static const char ellipsis[] = "\xE2\x80\xA6";
  size_t letters = 0, at = 0, last = 0;
  for (; title[at]; at++) {
    bool begins = ((unsigned char)title[at] & 0xC0) != 0x80;
    if (begins && ++letters == TITLE_LETTERS)
      last = at;
  }
  return letters <= TITLE_LETTERS ? title : arena_printf(arena, "%.*s%s", (int)last, title, ellipsis);
}

static void add(struct result_table *table, const struct scenario *scenario, const struct understood *unit) {
  bool weekends = unit->weekend_heads_needed > 0 || unit->weekend_heads > 0;
  result_text(table, cut_title(table->arena, title_of(scenario, unit)));
  result_number(table, tenths(unit->need_fte));
  result_number(table, tenths(unit->contracted_fte));
  result_number(table, weekends ? fixed_round(unit->weekend_heads_needed) : FIELD_BLANK);
  result_number(table, weekends ? fixed_round(unit->weekend_heads) : FIELD_BLANK);
  result_number(table, unit->night_posts > 0 ? tenths(unit->night_posts) : FIELD_BLANK);
  result_number(table, unit->cost_ore == NOT_GIVEN ? FIELD_BLANK : fixed_divide(unit->cost_ore, THOUSAND_KR));
  result_number(table, unit->has_norm && unit->unit != NOT_GIVEN ? unit->below_norm_days : FIELD_BLANK);
  result_text(table, arena_printf(table->arena, "%d/%d", unit->assumed_rows, unit->rows));
}

static void tell_odd(struct arena *arena, const struct scenario *scenario, const struct understood *unit,
                     const struct terminal *to) {
  terminal_say(to,
               _("%s: contracts of %s FTE for a need of %s: look at heads and position_percent in %s, and at "
                 "%s.\n"),
               terminal_text(arena, title_of(scenario, unit)), terminal_number(arena, tenths(unit->contracted_fte), 1),
               terminal_number(arena, tenths(unit->need_fte), 1), tables_called(arena, &scenario->tables, "groups.csv"),
               tables_called(arena, &scenario->tables, "need.csv"));
}

void understood_print(struct arena *arena, const struct scenario *scenario, const struct terminal *to) {
  const struct settings_row *settings = settings_of(&scenario->tables);
  bool any = row_count(&scenario->tables, TABLE_UNITS) &&
             (row_count(&scenario->tables, TABLE_NEED) || row_count(&scenario->tables, TABLE_GROUPS));
  size_t count = 0;
  const struct understood *list = any ? understood_of_year(arena, scenario, (int)settings->last_year, &count) : NULL;
  struct result_table *table = result_table_new(arena, "understood", COLUMNS(columns));
  struct terminal out = {to->width ? to->width : USUAL_WIDTH, to->to};
  if (any && !list)
    terminal_say(&out, _("\nWhat is understood cannot be told: there was no memory to count the people it takes.\n"));
  if (!count)
    return;
  for (size_t i = 0; i < count; i++)
    add(table, scenario, &list[i]);
  terminal_say(&out, _("\nWhat is understood of %s, before any measure:\n\n"), YEAR_NAME(settings->last_year));
  terminal_print_table(table, headings, out.width, out.to);
  terminal_say(&out, _("FTE needed: net, as `rotacost need` has it. 1000 kr: these FTE at the pay of the unit's own "
                       "positions with on-costs, "
                       "a rule of thumb without supplements and sick leave.\n"));
  for (size_t i = 0; i < count; i++)
    if (understood_is_odd(&list[i]))
      tell_odd(arena, scenario, &list[i], &out);
}
