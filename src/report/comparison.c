// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/comparison.h"

#include "base/fixed.h"
#include "base/language.h"

// ---------------------------------------------------------------- the scenario with each measure

static struct figures whole_baseline(const struct audit *audit, int year, enum positions positions) {
  struct figures sum = {0};
  for (size_t b = 0; b < audit->baseline_count; b++)
    if (audit->baseline[b].year == year)
      figures_add(&sum, &audit->baseline[b].figures[positions], 1);
  return sum;
}

struct compared { // one line
  const char *measure, *title;
  int year;
  enum positions positions;
  struct figures figures;
  double cost_kr; // with plain amounts
};

// The whole scenario with one measure: the measure's units before it are subtracted, those after it added.
static struct compared with_measure(const struct audit *audit, const struct measure_effect *effect, int y,
                                    enum positions positions) {
  const struct measure_row *measure = &measure_rows(&audit->scenario->tables)[effect->measure];
  const struct answer *answer = &effect->years[y].answers[positions];
  struct compared compared = {
      .measure = measure->measure, .title = measure->title, .year = effect->years[y].year, .positions = positions};
  compared.figures = whole_baseline(audit, compared.year, positions);
  compared.cost_kr = compared.figures.cost_kr - kr_from_ore(cash_effect_ore(answer));
  figures_add(&compared.figures, &answer->figures_before, -1);
  figures_add(&compared.figures, &answer->figures_after, 1);
  return compared;
}

static struct compared without_measure(const struct audit *audit, int year, enum positions positions) {
  struct compared compared = {.measure = "", .title = _("baseline"), .year = year, .positions = positions};
  compared.figures = whole_baseline(audit, year, positions);
  compared.cost_kr = compared.figures.cost_kr;
  return compared;
}

static const struct field_column comparison_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
    {"year", FIELD_YEAR, 0},
    {"positions", FIELD_CODE, 0},
    {"cost_kr", FIELD_KR, 0},
    {"staffed_fte", FIELD_DECIMAL, 2},
    {"contracted_fte", FIELD_DECIMAL, 2},
    {"heads", FIELD_DECIMAL, 1},
    {"average_position_percent", FIELD_DECIMAL, 1},
    {"full_timers_percent", FIELD_DECIMAL, 1},
    {"weekends_per_person", FIELD_DECIMAL, 1},
    {"variable_percent", FIELD_DECIMAL, 1},
    {"overtime_h", FIELD_DECIMAL, 1},
    {"agency_h", FIELD_DECIMAL, 1},
    {"short_h", FIELD_DECIMAL, 1},
};

static void add_figures(struct result_table *table, const struct figures *figures) {
  result_number(table, hundredths(figures->gross_fte));
  result_number(table, hundredths(figures->positions_fte));
  result_number(table, tenths(figures->heads));
  result_number(table, tenths(100 * figures_average_position(figures)));
  result_number(table, tenths(100 * figures_full_time_share(figures)));
  result_number(table, tenths(figures_weekends_per_head(figures)));
  result_number(table, tenths(100 * figures_variable_share(figures)));
  result_number(table, tenths(figures->hours[HOURS_OVERTIME]));
  result_number(table, tenths(figures->hours[HOURS_AGENCY]));
  result_number(table, tenths(figures->short_h));
}

static void add_compared(struct result_table *table, const struct compared *compared) {
  result_text(table, compared->measure);
  result_text(table, compared->title);
  result_number(table, compared->year);
  result_text(table, positions_name(compared->positions));
  result_number(table, fixed_round(compared->cost_kr * ORE_PER_KR));
  add_figures(table, &compared->figures);
}

struct result_table *comparison_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "comparison", COLUMNS(comparison_columns));
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  for (int year = (int)settings->first_year; year <= settings->last_year; year++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      struct compared baseline = without_measure(audit, year, p);
      add_compared(table, &baseline);
      for (size_t m = 0; m < audit->measure_count; m++) {
        if (!audit->measures[m].testable)
          continue;
        struct compared compared = with_measure(audit, &audit->measures[m], year - (int)settings->first_year, p);
        add_compared(table, &compared);
      }
    }
  return table;
}

static const struct field_column short_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"positions", FIELD_CODE, 0},
    {"cost_kr", FIELD_KR, 0},
    {"staffed_fte", FIELD_DECIMAL, 2},
    {"contracted_fte", FIELD_DECIMAL, 2},
    {"heads", FIELD_DECIMAL, 1},
    {"average_position_percent", FIELD_DECIMAL, 1},
    {"full_timers_percent", FIELD_DECIMAL, 1},
    {"weekends_per_person", FIELD_DECIMAL, 1},
    {"variable_percent", FIELD_DECIMAL, 1},
    {"overtime_h", FIELD_DECIMAL, 1},
    {"agency_h", FIELD_DECIMAL, 1},
    {"short_h", FIELD_DECIMAL, 1},
};
static const char *const short_headings[] = {
    N_("Measure"),    N_("Positions"),  N_("Cost kr"),     N_("Staffed FTE"), N_("Contracted FTE"),
    N_("Staff"),      N_("Position %"), N_("Full-time %"), N_("Weekends"),    N_("Variable %"),
    N_("Overtime h"), N_("Agency h"),   N_("Short h")};

static void add_short(struct result_table *table, const struct compared *compared) {
  result_text(table, *compared->measure ? compared->measure : _("(baseline)"));
  result_text(table, positions_name(compared->positions));
  result_number(table, fixed_round(compared->cost_kr * ORE_PER_KR));
  add_figures(table, &compared->figures);
}

static bool changes_people(const struct measure_effect *effect) {
  return effect->testable && !effect->arithmetic && !effect->given_up;
}

struct result_table *comparison_of_year(struct arena *arena, const struct audit *audit, int year,
                                        const char *const **headings) {
  struct result_table *table = result_table_new(arena, "comparison", COLUMNS(short_columns));
  int y = year - (int)settings_of(&audit->scenario->tables)->first_year;
  *headings = short_headings;
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    struct compared baseline = without_measure(audit, year, p);
    add_short(table, &baseline);
    for (size_t m = 0; m < audit->measure_count; m++) {
      if (!changes_people(&audit->measures[m]))
        continue;
      struct compared compared = with_measure(audit, &audit->measures[m], y, p);
      add_short(table, &compared);
    }
  }
  return table;
}
