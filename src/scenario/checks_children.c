// SPDX-License-Identifier: GPL-3.0-or-later
// Ratios, enrolment, attendance, terms and schools.
#include <string.h>

#include "base/fixed.h"
#include "calendar/dayset.h"
#include "calendar/fiscal.h"
#include "scenario/cells.h"
#include "scenario/checks.h"
#include "scenario/measure_days.h"
#include "scenario/place.h"
#include "scenario/rows_children.h"
#include "scenario/rows_measures.h"
#include "scenario/rows_people.h"
#include "scenario/rows_settings.h"
#include "scenario/settings.h"
#include "text/cell.h"

static bool same_code(const char *a, const char *b) { return a && b ? !strcmp(a, b) : a == b; }

// ---------------------------------------------------------------- rules

static const struct ratio_row *first_of_rule(const struct tables *tables, const char *rule) {
  for (size_t i = 0; i < row_count(tables, TABLE_RATIOS); i++)
    if (!strcmp(ratio_rows(tables)[i].rule, rule))
      return &ratio_rows(tables)[i];
  return NULL;
}

static bool rule_has_end(const struct tables *tables, const char *rule) {
  for (size_t i = 0; i < row_count(tables, TABLE_RATIOS); i++)
    if (!strcmp(ratio_rows(tables)[i].rule, rule) && ratio_rows(tables)[i].up_to == NOT_GIVEN)
      return true;
  return false;
}

static void check_ratio_row(const struct checking *checking, const struct ratio_row *row) {
  bool step = row->up_to != NOT_GIVEN;
  if ((row->staff != NOT_GIVEN) != step || (row->then_per_milli != NOT_GIVEN) == step)
    problem_add(checking->problems, row_place(&row->row, step ? "staff" : "then_per"), NULL,
                "a step has `up_to` and `staff`, the row beyond the steps has `then_per` alone: fill in just these");
  for (size_t i = 0; step && i < row_count(checking->tables, TABLE_RATIOS); i++) {
    const struct ratio_row *lower = &ratio_rows(checking->tables)[i];
    if (!strcmp(lower->rule, row->rule) && lower->up_to != NOT_GIVEN && lower->up_to < row->up_to &&
        lower->staff > row->staff)
      problem_add(checking->problems, row_place(&row->row, "staff"), NULL,
                  "fewer adults (%d) for up to %d children than for up to %d (%d): correct one of the rows",
                  (int)row->staff, (int)row->up_to, (int)lower->up_to, (int)lower->staff);
  }
}

static void check_ratios(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  for (size_t i = 0; i < row_count(tables, TABLE_RATIOS); i++) {
    const struct ratio_row *row = &ratio_rows(tables)[i];
    check_ratio_row(checking, row);
    if (first_of_rule(tables, row->rule) == row && !rule_has_end(tables, row->rule))
      problem_add(checking->problems, row_place(&row->row, "rule"), row->rule,
                  "says nothing for children beyond its last step: add a row with `up_to` blank and `then_per`");
  }
}

// ---------------------------------------------------------------- units

static const char *const *rule_words(const struct checking *checking) {
  size_t count = 0;
  const char **words = arena_array(checking->arena, row_count(checking->tables, TABLE_RATIOS) + 1, sizeof *words);
  for (size_t i = 0; i < row_count(checking->tables, TABLE_RATIOS); i++) {
    const struct ratio_row *row = &ratio_rows(checking->tables)[i];
    if (first_of_rule(checking->tables, row->rule) == row)
      words[count++] = row->rule;
  }
  return words;
}

static const struct unit_row *unit_called(const struct tables *tables, const char *code) {
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++)
    if (!strcmp(unit_rows(tables)[u].unit, code))
      return &unit_rows(tables)[u];
  return NULL;
}

static void check_pool(const struct checking *checking, const struct unit_row *unit) {
  const struct unit_row *host = unit_called(checking->tables, unit->pool);
  struct place at = row_place(&unit->row, "pool");
  if (!host || host == unit)
    problem_add(checking->problems, at, unit->pool, "not another unit of units.csv: write its code or leave it blank");
  else if (host->pool)
    problem_add(checking->problems, at, unit->pool, "its own children are at `%s`: name the unit where all of them are",
                host->pool);
  else if (!host->ratio)
    problem_add(checking->problems, at, unit->pool, "it has no ratio: write one, or choose another unit");
}

static void check_units(const struct checking *checking) {
  for (size_t u = 0; u < row_count(checking->tables, TABLE_UNITS); u++) {
    const struct unit_row *unit = &unit_rows(checking->tables)[u];
    if (unit->ratio && !first_of_rule(checking->tables, unit->ratio))
      problem_add(checking->problems, row_place(&unit->row, "ratio"), unit->ratio, "no rule of ratios.csv: %s",
                  words_hint(checking->arena, unit->ratio, rule_words(checking)));
    if (unit->ratio && unit->ratio_level == NOT_GIVEN)
      problem_add(checking->problems, row_place(&unit->row, "ratio_level"), NULL,
                  "blank: write the category the adults of the ratio are counted in");
    if (unit->shortest_shift_min != NOT_GIVEN && unit->shortest_shift_min > unit->longest_shift_min)
      problem_add(checking->problems, row_place(&unit->row, "shortest_shift_h"), NULL,
                  "longer than longest_shift_h: swap them");
    if (unit->pool)
      check_pool(checking, unit);
  }
}

// ---------------------------------------------------------------- enrolment

static bool belongs(const struct tables *tables, const struct children_row *row, const struct enrolment_row *printed) {
  return (!printed->area || same_code(unit_rows(tables)[row->unit].area, printed->area)) &&
         (!printed->grade || same_code(row->grade, printed->grade)) &&
         (printed->place == NOT_GIVEN || printed->place == row->place);
}

static void check_enrolment(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  for (size_t i = 0; i < row_count(tables, TABLE_ENROLMENT); i++) {
    const struct enrolment_row *printed = &enrolment_rows(tables)[i];
    int64_t sum = 0;
    for (size_t c = 0; c < row_count(tables, TABLE_CHILDREN); c++)
      if (belongs(tables, &children_rows(tables)[c], printed))
        sum += children_rows(tables)[c].children;
    if (sum != printed->children)
      problem_add(checking->problems, row_place(&printed->row, "children"), NULL,
                  "%d children are printed, but the rows of children.csv add up to %d: correct one of them",
                  (int)printed->children, (int)sum);
  }
}

// ---------------------------------------------------------------- attendance and terms

static bool rows_overlap(const struct attendance_row *a, const struct attendance_row *b) {
  return a->place == b->place && a->terms == b->terms && (a->days & b->days) && (a->weeks & b->weeks) &&
         a->start_min < b->end_min && b->start_min < a->end_min;
}

static void check_attendance(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ATTENDANCE); i++) {
    const struct attendance_row *row = &attendance_rows(checking->tables)[i];
    if (row->end_min <= row->start_min)
      problem_add(checking->problems, row_place(&row->row, "end"), clock_print(checking, row->end_min),
                  "not after the start: a row lies within one day");
    for (size_t j = 0; j < i; j++)
      if (rows_overlap(row, &attendance_rows(checking->tables)[j]))
        problem_add(checking->problems, row_place(&row->row, "start"), clock_print(checking, row->start_min),
                    "the same hours as line %d: every hour once", attendance_rows(checking->tables)[j].row.line);
  }
}

// Hours of a place in a whole school week, in minutes x e8.
static int64_t week_e8_of(const struct tables *tables, int64_t place, int week) {
  int64_t sum = 0;
  for (size_t i = 0; i < row_count(tables, TABLE_ATTENDANCE); i++) {
    const struct attendance_row *row = &attendance_rows(tables)[i];
    if (row->place == place && row->terms == TERM_SCHOOL && ((uint64_t)row->weeks >> week & 1))
      sum += __builtin_popcount((unsigned)row->days & DAYSET_EVERY_WEEKDAY) * (row->end_min - row->start_min) *
             row->percent_e8;
  }
  return sum;
}

// The longest in the year.
static int64_t school_week_e8(const struct tables *tables, int64_t place) {
  int64_t longest_e8 = 0;
  for (int week = 1; week <= 53; week++)
    longest_e8 = week_e8_of(tables, place, week) > longest_e8 ? week_e8_of(tables, place, week) : longest_e8;
  return longest_e8;
}

static void check_places(const struct checking *checking) {
  for (size_t p = 0; p < row_count(checking->tables, TABLE_PLACES); p++) {
    const struct place_row *place = &place_rows(checking->tables)[p];
    int64_t week_e8 = school_week_e8(checking->tables, (int64_t)p);
    if (place->most_min != NOT_GIVEN && week_e8 > place->most_min * ONE_E8)
      problem_add(checking->problems, row_place(&place->row, "most_h_per_week"), NULL,
                  "by attendance.csv a child is there %.2f h in a school week, but at most %.2f h are allowed: lower "
                  "the percentages or write more hours",
                  (double)week_e8 / (double)ONE_E8 / 60, (double)place->most_min / 60);
  }
}

static void check_term(const struct checking *checking, const struct term_row *term) {
  bool open = term->kind != TERM_CLOSED, given = term->opens_min != NOT_GIVEN && term->closes_min != NOT_GIVEN;
  if (term->to < term->from)
    problem_add(checking->problems, row_place(&term->row, "to"), date_print(checking, term->to),
                "before the first day: swap them or correct the year");
  if (open && (!given || term->closes_min <= term->opens_min))
    problem_add(checking->problems, row_place(&term->row, given ? "closes" : "opens"), NULL,
                "an open day needs `opens` and, later on the same day, `closes`: write both");
  for (size_t i = 0; i < row_count(checking->tables, TABLE_TERMS); i++) {
    const struct term_row *other = &term_rows(checking->tables)[i];
    if (other == term)
      return;
    if (other->from == term->from && other->unit == term->unit && same_code(other->area, term->area))
      problem_add(checking->problems, row_place(&term->row, "from"), date_print(checking, term->from),
                  "the same first day as line %d, so that neither counts before the other: move one of them",
                  other->row.line);
  }
}

static void check_terms(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_TERMS); i++)
    check_term(checking, &term_rows(checking->tables)[i]);
}

// Does the edit change only rows of a unit where nobody is needed for children?
static bool is_of_other_unit(const struct tables *tables, const struct edit_row *edit) {
  const char *at = edit->where ? strstr(edit->where, "unit=") : NULL;
  size_t length = at ? strcspn(at += strlen("unit="), " ") : 0;
  for (size_t u = 0; at && u < row_count(tables, TABLE_UNITS); u++) {
    const struct unit_row *unit = &unit_rows(tables)[u];
    if (!unit->ratio && strlen(unit->unit) == length && !strncmp(unit->unit, at, length))
      return true;
  }
  return false;
}

// The last year that is computed: of the scenario, or the first whole one of a measure.
static int last_year_computed(const struct tables *tables, const struct measure_row **whole_of) {
  int64_t last = settings_of(tables)->last_year;
  *whole_of = NULL;
  for (size_t i = 0; i < row_count(tables, TABLE_EDITS); i++) {
    const struct edit_row *edit = &edit_rows(tables)[i];
    struct measure_days days = measure_days_of(tables, (size_t)edit->measure);
    if (!days.known || days.from > fiscal_last_day((int)settings_of(tables)->last_year) || !days.for_good ||
        is_of_other_unit(tables, edit) || fiscal_year_from((day_number)days.from) <= last)
      continue;
    last = fiscal_year_from((day_number)days.from);
    *whole_of = &measure_rows(tables)[edit->measure];
  }
  return (int)last;
}

static const struct term_row *last_term_of(const struct tables *tables, size_t unit) {
  const struct term_row *last = NULL;
  for (size_t i = 0; i < row_count(tables, TABLE_TERMS); i++) {
    const struct term_row *term = &term_rows(tables)[i];
    bool applies = (term->unit == NOT_GIVEN || term->unit == (int64_t)unit) &&
                   (!term->area || same_code(term->area, unit_rows(tables)[unit].area));
    if (applies && (!last || term->to > last->to))
      last = term;
  }
  return last;
}

static bool ends_early(const struct term_row *term, int year) {
  enum { CLOSED_AT_NEW_YEAR_MOST = 31 }; // days
  return term && fiscal_last_day(year) - term->to > CLOSED_AT_NEW_YEAR_MOST;
}

// A day in no row is closed, which nobody means where the rows end long before the years that are computed.
static void check_terms_reach(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  const struct measure_row *whole_of;
  int year = last_year_computed(tables, &whole_of), given = (int)settings_of(tables)->last_year;
  const struct term_row *said = NULL;
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++) {
    const struct term_row *last = unit_rows(tables)[u].ratio ? last_term_of(tables, u) : NULL;
    if (last == said || !ends_early(last, year))
      continue;
    said = last;
    struct place at = row_place(&last->row, "to");
    if (ends_early(last, given))
      problem_doubt(
          checking->problems, at, date_print(checking, last->to),
          "the last day of the terms of `%s`, and every day after it counts as closed, up to the end of %s: add "
          "the terms that are missing",
          unit_rows(tables)[u].unit, YEAR_NAME(given));
    else
      problem_doubt(checking->problems, at, date_print(checking, last->to),
                    "the last day of the terms of `%s`, and %s, the first whole year of `%s`, counts as closed: its "
                    "full-year effect would come to nothing or too little; add the terms of that year",
                    unit_rows(tables)[u].unit, YEAR_NAME(year), whole_of->measure);
  }
}

// ---------------------------------------------------------------- schools

static void check_school_sum(const struct checking *checking, const struct school_row *printed) {
  int64_t sum = 0;
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SCHOOLS); i++) {
    const struct school_row *row = &school_rows(checking->tables)[i];
    if (row->school && !strcmp(row->municipality, printed->municipality))
      sum += row->pupils;
  }
  if (sum != printed->pupils)
    problem_add(checking->problems, row_place(&printed->row, "pupils"), printed->municipality,
                "%d pupils are printed, but the schools add up to %d: correct one of them", (int)printed->pupils,
                (int)sum);
}

static void check_schools(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SCHOOLS); i++) {
    const struct school_row *row = &school_rows(checking->tables)[i];
    if (!row->school)
      check_school_sum(checking, row);
    else if (row->leadership_milli == NOT_GIVEN || row->teaching_milli == NOT_GIVEN)
      problem_add(checking->problems,
                  row_place(&row->row, row->teaching_milli == NOT_GIVEN ? "teaching_fte" : "leadership_fte"),
                  row->school, "blank: a school is compared by its leadership and teaching FTE; write them");
  }
}

const struct check checks_of_children[] = {
    {"a rule has steps that rise and a row beyond them", NEEDS(TABLE_RATIOS), check_ratios},
    {"units name a rule, the category of its adults and the pool they are in", NEEDS(TABLE_UNITS) | NEEDS(TABLE_RATIOS),
     check_units},
    {"enrolment adds up to what is printed",
     NEEDS(TABLE_UNITS) | NEEDS(TABLE_PLACES) | NEEDS(TABLE_CHILDREN) | NEEDS(TABLE_ENROLMENT), check_enrolment},
    {"attendance counts every hour once", NEEDS(TABLE_ATTENDANCE), check_attendance},
    {"attendance keeps to the hours of the place", NEEDS(TABLE_PLACES) | NEEDS(TABLE_ATTENDANCE), check_places},
    {"terms run forwards and say when they open", NEEDS(TABLE_TERMS), check_terms},
    {"terms reach to the end of the years computed",
     NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_UNITS) | NEEDS(TABLE_TERMS) | NEEDS(TABLE_MEASURES) | NEEDS(TABLE_EDITS) |
         NEEDS(TABLE_AMOUNTS),
     check_terms_reach},
    {"schools have their FTE and add up to what is printed", NEEDS(TABLE_SCHOOLS), check_schools},
    {NULL, 0, NULL},
};
