// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ratios.h"

#include <math.h>
#include <string.h>

#include "audit/curve.h"
#include "audit/schools.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/dayset.h"
#include "need/ratio.h"
#include "report/format.h"
#include "scenario/vary.h"

static const char *const kind_names[SCHOOL_KINDS] = {"primary", "lower_secondary"};
static const char *const kinds_of_schools[SCHOOL_KINDS] = {N_("%s, all primary"), N_("%s, all lower secondary")};

static const char *clock_text(struct arena *arena, int64_t minutes) {
  return arena_printf(arena, "%02d:%02d", (int)(minutes / 60), (int)(minutes % 60));
}

static int64_t children_tenths(int64_t children_e11) { return tenths((double)children_e11 / (double)CHILD_E11); }

// ---------------------------------------------------------------- curves

static const struct field_column curve_columns[] = {
    {"unit", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"term", FIELD_CODE, 0},
    {"weekday", FIELD_CODE, 0},
    {"first_date", FIELD_DATE, 0},
    {"days_alike", FIELD_INTEGER, 0},
    {"half_hour", FIELD_CODE, 0},
    {"children", FIELD_DECIMAL, 1},
    {"need", FIELD_DECIMAL, 3},
    {"planned", FIELD_DECIMAL, 3},
    {"children_per_adult", FIELD_DECIMAL, 3},
};

struct result_table *curve_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "curve", COLUMNS(curve_columns));
  for (size_t i = 0; i < audit->curve_count; i++) {
    const struct curve_line *line = &audit->curve[i];
    result_text(table, unit_rows(&audit->scenario->tables)[line->unit].unit);
    result_number(table, line->year);
    result_text(table, choice_word(TABLE_TERMS, "kind", line->kind));
    result_text(table, day_word((int)weekday_of(line->day)));
    result_number(table, line->day);
    result_number(table, line->days);
    result_text(table, clock_text(arena, line->half_hour_min));
    result_number(table, children_tenths(line->children_e11));
    result_number(table, line->need_milli);
    result_number(table, line->planned_milli);
    result_number(table, line->children_e11 ? line->ratio_milli : FIELD_BLANK);
  }
  return table;
}

// ---------------------------------------------------------------- rules

static const struct field_column ratio_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"positions", FIELD_CODE, 0},
    {"unit", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
    {"staffed_h", FIELD_DECIMAL, 1},
    {"staffed_fte", FIELD_DECIMAL, 2},
    {"cost_kr", FIELD_KR, 0},
    {"open_days", FIELD_INTEGER, 0},
    {"child_h", FIELD_DECIMAL, 1},
    {"worst_date", FIELD_DATE, 0},
    {"worst_hour", FIELD_CODE, 0},
    {"worst_children", FIELD_DECIMAL, 1},
    {"worst_adults", FIELD_DECIMAL, 3},
    {"worst_children_per_adult", FIELD_DECIMAL, 3},
    {"rule", FIELD_CODE, 0},
    {"rule_in_force", FIELD_CODE, 0},
    {"rule_h", FIELD_DECIMAL, 1},
    {"below_rule_h", FIELD_DECIMAL, 1},
    {"below_rule_days", FIELD_INTEGER, 0},
};

static int64_t worst_ratio_milli(const struct ratio_line *line) {
  if (line->worst_day == DAY_NONE || !line->worst_milli)
    return FIELD_BLANK;
  return fixed_round((double)line->worst_children_e11 / (double)CHILD_E11 / (double)line->worst_milli * MILLI * MILLI);
}

static void add_worst(struct result_table *table, const struct ratio_line *line) {
  bool any = line->worst_day != DAY_NONE;
  result_number(table, any ? line->worst_day : FIELD_BLANK);
  result_text(table, any ? clock_text(table->arena, line->worst_min) : "");
  result_number(table, any ? children_tenths(line->worst_children_e11) : FIELD_BLANK);
  result_number(table, any ? line->worst_milli : FIELD_BLANK);
  result_number(table, worst_ratio_milli(line));
}

struct result_table *ratios_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "ratios", COLUMNS(ratio_columns));
  const struct tables *tables = &audit->scenario->tables;
  for (size_t i = 0; i < audit->ratio_count; i++) {
    const struct ratio_line *line = &audit->ratios[i];
    result_text(table, line->measure == NOT_GIVEN ? "" : measure_rows(tables)[line->measure].measure);
    result_number(table, line->year);
    result_text(table, positions_name(line->positions));
    result_text(table, unit_rows(tables)[line->unit].unit);
    result_text(table, unit_rows(tables)[line->unit].title);
    result_number(table, tenths(line->staffed_h));
    result_number(table, hundredths(line->gross_fte));
    result_number(table, fixed_round(line->cost_kr * ORE_PER_KR));
    result_number(table, line->open_days);
    result_number(table, tenths(line->child_h));
    add_worst(table, line);
    result_text(table, line->rule);
    result_text(table, line->in_force ? "yes" : "no");
    result_number(table, tenths(line->rule_h));
    result_number(table, tenths(line->below_h));
    result_number(table, line->below_days);
  }
  return table;
}

static const struct field_column ratio_short_columns[] = {
    {"unit", FIELD_TEXT, 0},
    {"rule", FIELD_CODE, 0},
    {"child_h", FIELD_INTEGER, 0},
    {"rule_h", FIELD_INTEGER, 0},
    {"staffed_h", FIELD_INTEGER, 0},
    {"staffed_fte", FIELD_DECIMAL, 1},
    {"cost_kr", FIELD_KR, 0},
    {"worst_children_per_adult", FIELD_DECIMAL, 1},
    {"below_rule_h", FIELD_INTEGER, 0},
};
static const char *const ratio_short_headings[] = {N_("Unit"), N_("Rule"), N_("Child h"), N_("Rule h"), N_("Staffed h"),
                                                   N_("FTE"),  N_("Cost"), N_("Worst"),   N_("Below h")};

struct result_table *ratios_of_year(struct arena *arena, const struct audit *audit, int year,
                                    const char *const **headings) {
  struct result_table *table = result_table_new(arena, "ratios", COLUMNS(ratio_short_columns));
  *headings = ratio_short_headings;
  for (size_t i = 0; i < audit->ratio_count; i++) {
    const struct ratio_line *line = &audit->ratios[i];
    if (line->measure != NOT_GIVEN || line->year != year || line->positions != POSITIONS_ADJUSTED)
      continue;
    const char *unit = unit_rows(&audit->scenario->tables)[line->unit].unit;
    int64_t worst = worst_ratio_milli(line);
    result_text(table, unit);
    result_text(table, line->in_force ? arena_printf(arena, _("%s (in force)"), line->rule) : line->rule);
    result_number(table, fixed_round(line->child_h));
    result_number(table, fixed_round(line->rule_h));
    result_number(table, fixed_round(line->staffed_h));
    result_number(table, tenths(line->gross_fte));
    result_number(table, fixed_round(line->cost_kr * ORE_PER_KR));
    result_number(table, worst == FIELD_BLANK ? worst : fixed_divide(worst, 100));
    result_number(table, fixed_round(line->below_h));
  }
  return table;
}

// ---------------------------------------------------------------- schools

static const struct field_column school_columns[] = {
    {"school_group", FIELD_CODE, 0},
    {"municipality", FIELD_CODE, 0},
    {"municipality_title", FIELD_TEXT, 0},
    {"school", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
    {"school_kind", FIELD_CODE, 0},
    {"schools", FIELD_INTEGER, 0},
    {"pupils", FIELD_INTEGER, 0},
    {"leadership_fte", FIELD_DECIMAL, 2},
    {"teaching_fte", FIELD_DECIMAL, 2},
    {"fte", FIELD_DECIMAL, 2},
    {"fte_per_100_pupils", FIELD_DECIMAL, 2},
    {"municipality_mean_per_100", FIELD_DECIMAL, 2},
    {"at_own_size_curve_fte", FIELD_DECIMAL, 2},
    {"at_other_municipality_fte", FIELD_DECIMAL, 2},
    {"other_leadership_fte", FIELD_DECIMAL, 2},
    {"other_teaching_fte", FIELD_DECIMAL, 2},
    {"above_other_fte", FIELD_DECIMAL, 2},
    {"read_between", FIELD_CODE, 0},
    {"what_it_is", FIELD_CODE, 0},
};

static double per_100(const struct school_line *line) {
  return 100 * staffing_fte(&line->today) / (double)line->pupils;
}

static const char *row_name(const struct school_row *row) {
  return row->title && *row->title ? row->title : row->school;
}

static const char *read_between(struct arena *arena, const struct school_line *line) {
  const struct scale_point *point = &line->others;
  if (!point->lower || line->group == GROUP_MUNICIPALITY)
    return line->group == GROUP_MUNICIPALITY ? _("sum of its schools") : _("no school of the kind elsewhere");
  if (point->lower == point->upper)
    return arena_printf(arena, _("nearest: %s"), row_name(point->lower));
  return arena_printf(arena, _("%s and %s"), row_name(point->lower), row_name(point->upper));
}

static void add_others(struct result_table *table, const struct school_line *line) {
  const struct staffing *others = &line->others.staffing;
  bool known = line->others.lower;
  result_number(table, known ? hundredths(staffing_fte(others)) : FIELD_BLANK);
  result_number(table, known ? hundredths(others->leadership_fte) : FIELD_BLANK);
  result_number(table, known ? hundredths(others->teaching_fte) : FIELD_BLANK);
  result_number(table, known ? hundredths(staffing_fte(&line->today) - staffing_fte(others)) : FIELD_BLANK);
  result_text(table, read_between(table->arena, line));
  result_text(table, _("benchmark, not a rota"));
}

struct result_table *schools_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "schools", COLUMNS(school_columns));
  size_t count;
  const struct school_line *lines = schools_compare(arena, &audit->scenario->tables, &count);
  for (size_t i = 0; i < count; i++) {
    const struct school_line *line = &lines[i];
    result_text(table, school_group_name(line->group));
    result_text(table, line->municipality);
    result_text(table, line->municipality_title);
    result_text(table, line->code ? line->code : "");
    result_text(table, line->title ? line->title : "");
    result_text(table, kind_names[line->kind]);
    result_number(table, line->schools);
    result_number(table, line->pupils);
    result_number(table, hundredths(line->today.leadership_fte));
    result_number(table, hundredths(line->today.teaching_fte));
    result_number(table, hundredths(staffing_fte(&line->today)));
    result_number(table, hundredths(per_100(line)));
    result_number(table, hundredths(100 * line->mean_per_pupil));
    result_number(table, hundredths(staffing_fte(&line->own.staffing)));
    add_others(table, line);
  }
  return table;
}

static const struct field_column school_short_columns[] = {
    {"school", FIELD_TEXT, 0},
    {"pupils", FIELD_INTEGER, 0},
    {"fte", FIELD_DECIMAL, 1},
    {"fte_per_100_pupils", FIELD_DECIMAL, 2},
    {"at_own_size_curve_fte", FIELD_DECIMAL, 1},
    {"at_other_municipality_fte", FIELD_DECIMAL, 1},
    {"above_other_fte", FIELD_DECIMAL, 1},
    {"read_between", FIELD_TEXT, 0},
};
static const char *const school_short_headings[] = {N_("School"),  N_("Pupils"),        N_("FTE"),
                                                    N_("Per 100"), N_("Own, its size"), N_("Other's"),
                                                    N_("Above"),   N_("Read between")};

static const char *school_name(const struct school_line *line) {
  return line->title && *line->title ? line->title : line->code;
}

struct result_table *schools_short(struct arena *arena, const struct audit *audit, const char *const **headings) {
  struct result_table *table = result_table_new(arena, "schools", COLUMNS(school_short_columns));
  size_t count;
  const struct school_line *lines = schools_compare(arena, &audit->scenario->tables, &count);
  *headings = school_short_headings;
  for (size_t i = 0; i < count; i++) {
    const struct school_line *line = &lines[i];
    bool known = line->others.lower;
    double other_fte = staffing_fte(&line->others.staffing);
    const char *name = line->group == GROUP_MUNICIPALITY
                           ? arena_printf(arena, _(kinds_of_schools[line->kind]), line->municipality_title)
                       : line->group == GROUP_JOINT ? arena_printf(arena, _("%s (joint)"), school_name(line))
                                                    : school_name(line);
    result_text(table, name);
    result_number(table, line->pupils);
    result_number(table, tenths(staffing_fte(&line->today)));
    result_number(table, hundredths(per_100(line)));
    result_number(table, tenths(staffing_fte(&line->own.staffing)));
    result_number(table, known ? tenths(other_fte) : FIELD_BLANK);
    result_number(table, known ? tenths(staffing_fte(&line->today) - other_fte) : FIELD_BLANK);
    result_text(table, read_between(arena, line));
  }
  return table;
}

static double above_others(const struct school_line *line) {
  return staffing_fte(&line->today) - staffing_fte(&line->others.staffing);
}

// "At the level ... the 6 schools of Skaun would have 3.2 FTE fewer, 2 720 000 kr a year at 850 000 kr an FTE."
static const char *school_sum(struct arena *arena, const struct school_line *line, int schools, double above,
                              int64_t fte_ore) {
  const char *form =
      above >= 0
          ? ngettext("At the level of the other municipality's schools of the same size the %d school of %s would "
                     "have %s FTE fewer%s.",
                     "At the level of the other municipality's schools of the same size the %d schools of %s "
                     "would have %s FTE fewer%s.",
                     (unsigned long)schools)
          : ngettext("At the level of the other municipality's schools of the same size the %d school of %s would "
                     "have %s FTE more%s.",
                     "At the level of the other municipality's schools of the same size the %d schools of %s "
                     "would have %s FTE more%s.",
                     (unsigned long)schools);
  const char *kr = fte_ore == NOT_GIVEN ? ""
                                        : arena_printf(arena, _(", %s a year at %s an FTE"),
                                                       format_kr(arena, fixed_round(fabs(above) * (double)fte_ore)),
                                                       format_kr(arena, fte_ore));
  return arena_printf(arena, form, schools, line->municipality_title, format_decimal(arena, tenths(fabs(above)), 1),
                      kr);
}

// What each municipality would have if its schools were staffed like those of the same size in the other: for each, the
// schools compared, and FTE more or fewer.
static const char *schools_sums(struct arena *arena, const struct school_line *lines, size_t count, int64_t fte_ore) {
  const char *text = "";
  for (size_t i = 0; i < count; i++) {
    if (lines[i].group != GROUP_SCHOOL || !lines[i].others.lower)
      continue;
    double above = 0;
    int schools = 0;
    bool told = false;
    for (size_t j = 0; j < count; j++) {
      if (lines[j].group != GROUP_SCHOOL || !lines[j].others.lower ||
          strcmp(lines[j].municipality, lines[i].municipality) != 0)
        continue;
      told |= j < i;
      above += above_others(&lines[j]);
      schools++;
    }
    if (told)
      continue;
    text = format_sentences(arena, text, school_sum(arena, &lines[i], schools, above, fte_ore));
  }
  return text;
}

const char *schools_sentence(struct arena *arena, const struct audit *audit) {
  size_t count, compared = 0;
  const struct school_line *lines = schools_compare(arena, &audit->scenario->tables, &count);
  const struct school_line *most = NULL, *fewest = NULL;
  for (size_t i = 0; i < count; i++) {
    if (lines[i].group != GROUP_SCHOOL || !lines[i].others.lower)
      continue;
    compared++;
    most = !most || above_others(&lines[i]) > above_others(most) ? &lines[i] : most;
    fewest = !fewest || above_others(&lines[i]) < above_others(fewest) ? &lines[i] : fewest;
  }
  if (compared < 2 || above_others(most) <= 0 || above_others(fewest) >= 0)
    return NULL;
  const char *spread =
      arena_printf(arena,
                   _("%zu schools stand beside schools of their size in the other municipality. Furthest above them is "
                     "%s, by %s FTE, furthest below %s, by %s FTE. A benchmark, not a rota: it says where to look, not "
                     "what can go."),
                   compared, school_name(most), format_decimal(arena, tenths(fabs(above_others(most))), 1),
                   school_name(fewest), format_decimal(arena, tenths(fabs(above_others(fewest))), 1));
  return format_sentences(arena, spread,
                          schools_sums(arena, lines, count, settings_of(&audit->scenario->tables)->school_fte_ore));
}
