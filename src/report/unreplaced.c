// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/unreplaced.h"

#include <math.h>

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "report/format.h"

static const double HOUR = 0.5; // hours below are none, in whole hours

static const struct field_column unreplaced_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"positions", FIELD_CODE, 0},
    {"unreplaced_h", FIELD_DECIMAL, 1},
    {"unreplaced_below_norm_h", FIELD_DECIMAL, 1},
    {"unreplaced_below_norm_days", FIELD_INTEGER, 0},
    {"unreplaced_saved_kr", FIELD_KR, 0},
    {"not_fillable_h", FIELD_DECIMAL, 1},
};

static void add_line(struct result_table *table, const char *measure, int year, enum positions positions,
                     const struct unreplaced *found) {
  if (!found->asked)
    return;
  result_text(table, measure);
  result_number(table, year);
  result_text(table, positions_name(positions));
  result_number(table, tenths(found->h));
  result_number(table, tenths(found->below_norm_h));
  result_number(table, found->below_norm_days);
  result_number(table, found->saved_ore);
  result_number(table, tenths(found->not_fillable_h));
}

static struct unreplaced today_in(const struct audit *audit, int year) {
  struct unreplaced sum = {.asked = false};
  for (size_t b = 0; b < audit->baseline_count; b++)
    if (audit->baseline[b].year == year)
      unreplaced_add(&sum, &audit->baseline[b].unreplaced);
  return sum;
}

struct result_table *unreplaced_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "unreplaced", COLUMNS(unreplaced_columns));
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  for (int year = (int)settings->first_year; year <= settings->last_year; year++) {
    struct unreplaced today = today_in(audit, year);
    add_line(table, "", year, POSITIONS_KEPT, &today);
  }
  for (size_t m = 0; m < audit->measure_count; m++)
    for (int y = 0; y < audit->measures[m].year_count; y++)
      for (enum positions p = POSITIONS_KEPT; p < POSITIONS_ANSWERS; p++)
        add_line(table, measure_rows(&audit->scenario->tables)[m].measure, audit->measures[m].years[y].year, p,
                 &audit->measures[m].years[y].unreplaced[p]);
  return table;
}

static const char *hours(struct arena *arena, double h) { return format_integer(arena, fixed_round(h)); }

static bool any_assumed(const struct audit *audit) {
  for (size_t i = 0; i < row_count(&audit->scenario->tables, TABLE_REPLACEMENT); i++)
    if (row_at(&audit->scenario->tables, TABLE_REPLACEMENT, i)->assumed)
      return true;
  return false;
}

// The hours below the norm, and what the shares are based on.
static const char *with_norm(struct arena *arena, const struct audit *audit, const struct unreplaced *found,
                             const char *text) {
  if (fabs(found->below_norm_h) >= HOUR)
    text = format_sentences(
        arena, text,
        arena_printf(arena, _("BELOW THE NORM: %s of these person-hours."), hours(arena, found->below_norm_h)));
  if (fabs(found->not_fillable_h) >= HOUR)
    text = format_sentences(arena, text,
                            arena_printf(arena, _("Nobody is on offer for %s of them, which no price is in."),
                                         hours(arena, found->not_fillable_h)));
  return any_assumed(audit) ? format_sentences(arena, text, _("Shares in replacement.csv are assumed.")) : text;
}

const char *unreplaced_sentence(struct arena *arena, const struct audit *audit, int year) {
  struct unreplaced today = today_in(audit, year);
  if (!today.asked)
    return NULL;
  const char *text = arena_printf(arena,
                                  _("Absence not replaced in %s: %s person-hours, an accepted gap. Replacing all of it "
                                    "would cost %s more; that saving "
                                    "is in today's cost and in no measure."),
                                  YEAR_NAME(year), hours(arena, today.h), format_kr(arena, today.saved_ore));
  return with_norm(arena, audit, &today, text);
}

const char *unreplaced_measure_sentence(struct arena *arena, const struct audit *audit,
                                        const struct measure_effect *effect, const struct year_effect *year) {
  const struct unreplaced *found = &year->unreplaced[POSITIONS_KEPT];
  if (!found->asked || (fabs(found->h) < HOUR && found->saved_ore == 0))
    return NULL;
  const char *text =
      arena_printf(arena,
                   _("%s changes how much absence is replaced. In %s the hours left empty change by %s and the cost by "
                     "%s: hours left "
                     "empty are no saving, so this is in no effect of the measure."),
                   measure_rows(&audit->scenario->tables)[effect->measure].measure, YEAR_NAME(year->year),
                   format_signed(arena, fixed_round(found->h), 0), format_signed_kr(arena, -found->saved_ore));
  return with_norm(arena, audit, found, text);
}
