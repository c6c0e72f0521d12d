// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that are allowed but almost never right: a share for a percentage, a month's pay for a year's, 1000 kr for
// kroner. The usual range of a column, and the slips it is prone to, are given with it in columns.c. The ranges are
// wide: false warnings teach readers to ignore warnings. 0 is deliberate and never doubted.
#include <stdlib.h>

#include "base/fixed.h"
#include "base/language.h"
#include "scenario/cells.h"
#include "scenario/checks.h"
#include "scenario/place.h"
#include "scenario/rows_people.h"
#include "scenario/rows_settings.h"
#include "scenario/settings.h"

enum { HOURS_PER_YEAR = 1950 }; // of a full-time week of 37.5 h

static const struct slip_record {
  unsigned slip;
  int64_t times, over;  // what is meant is times / over of what is written
  const char *question; // with the intended number
} slips[] = {
    {SLIP_SHARE, 100, 1, N_("is it a share, not a percentage? Then write %s")},
    {SLIP_MONTH, 12, 1, N_("is it for a month, not a year? Then write %s")},
    {SLIP_CLAIMS_IN, 1000, 1, N_("is it in 1000 kr (%s)? Then write `1000 kr` in the setting claims_in")},
    {SLIP_CLAIMS_NOT_IN, 1, 1000, N_("is it a thousand times too large (%s meant)? Then correct it, or claims_in")},
    {SLIP_THOUSANDS, 1000, 1, N_("is it in 1000 kr? Then write %s")},
    {SLIP_HOUR, HOURS_PER_YEAR, 1, N_("is it for an hour, not a year? Then write about %s")},
    {SLIP_SIX, 6, 1, N_("is it 1 G, not 6 G? Then write %s")},
    {SLIP_MINUTES, 1, 60, N_("is it in minutes, not hours? Then write %s")},
    {SLIP_HOURS, 60, 1, N_("is it in hours, not minutes? Then write %s")},
    {SLIP_THOUSANDTH, 1, 1000, N_("is it a thousand times too large? Then write %s")},
    {SLIP_TWICE, 1, 11, N_("is a digit typed twice? Then write %s")},
    {SLIP_TENTH, 1, 10, N_("is a decimal sign missing? Then write %s")},
    {SLIP_ORE, 1, 100, N_("is it in øre, not kroner? Then write %s")},
};
enum { SLIPS = sizeof slips / sizeof *slips };

// A number to judge, stored as its column says.
struct judged {
  const struct checking *checking;
  const struct column *column; // with the usual range and the slips
  int64_t number;
};

static bool is_usual(const struct column *column, int64_t number) {
  int64_t size = llabs(number);
  return size == 0 || (size >= column->usual_least && size <= column->usual_most);
}

static const char *meant(const struct judged *judged, const struct slip_record *slip, int64_t *number) {
  int128 exact = (int128)judged->number * slip->times;
  bool whole = exact % slip->over == 0 && exact / slip->over < INT64_MAX && exact / slip->over > -INT64_MAX;
  *number = whole ? (int64_t)(exact / slip->over) : 0;
  return digits_grouped(judged->checking->arena, number_in(judged->checking, judged->column, *number));
}

// Where claims_in says 1000 kr or millions, a number that is too small is not in 1000 kr.
static bool may_be(const struct judged *judged, unsigned slip) {
  bool unit_given = claims_dialect_of(settings_of(judged->checking->tables)).digits > 0;
  return judged->column->slips & slip && !(slip == SLIP_CLAIMS_IN && unit_given);
}

// What the number looks like: the first slip whose correction makes it usual. Pay may be per hour or in 1000 kr: then
// both.
static const char *likely_slip(const struct judged *judged) {
  const char *slip = NULL;
  for (int i = 0; i < SLIPS && (!slip || judged->column->slips & SLIP_HOUR); i++) {
    int64_t number = 0;
    const char *text = may_be(judged, slips[i].slip) ? meant(judged, &slips[i], &number) : NULL;
    if (!number || !is_usual(judged->column, number))
      continue;
    const char *more = arena_printf(judged->checking->arena, _(slips[i].question), text);
    slip = slip ? arena_printf(judged->checking->arena, _("%s; or %s"), slip, more) : more;
  }
  return slip ? slip : _("check it");
}

static void warn_of(const struct judged *judged, struct place at) {
  const struct checking *checking = judged->checking;
  struct column usual = *judged->column;
  usual.least = usual.usual_least;
  usual.most = usual.usual_most;
  problem_doubt(checking->problems, at, number_in(checking, judged->column, judged->number),
                "allowed, but far from what is usual (%s): %s", range_in(checking, &usual), likely_slip(judged));
}

static bool has_usual(const struct column *column) { return column->usual_most; }

static void judge_cell(const struct checking *checking, const struct column *column, const struct row *row) {
  struct judged judged = {checking, column, cell_of_row(column, row).number};
  bool setting = row == &settings_of(checking->tables)->row;
  if (judged.number != NOT_GIVEN && !is_usual(column, judged.number))
    warn_of(&judged,
            setting ? setting_row_place(settings_of(checking->tables), column->name) : row_place(row, column->name));
}

static bool is_made(enum table_id id, const struct row *row) {
  return id == TABLE_SHIFTS && ((const struct shift_row *)(const void *)row)->made;
}

static void judge_table(const struct checking *checking, enum table_id id) {
  const struct table *table = table_of(id);
  for (size_t i = 0; i < row_count(checking->tables, id); i++)
    for (size_t c = 0; c < table->column_count; c++) {
      const struct row *row = row_at(checking->tables, id, i);
      if (has_usual(&table->columns[c]) && !is_made(id, row))
        judge_cell(checking, &table->columns[c], row);
    }
}

static void check_usual(const struct checking *checking) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (!checking->broken || !checking->broken[t])
      judge_table(checking, (enum table_id)t);
}

// The usual range depends on the rate, and on the kind of absence.
static void check_usual_rates(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_RATES); i++) {
    const struct rate_row *row = &rate_rows(checking->tables)[i];
    const struct rate_meaning *meaning = rate_meaning_of((enum rate_id)row->rate);
    struct column column = {.name = "value",
                            .kind = CELL_DECIMAL,
                            .digits = 6,
                            .unit = meaning->unit,
                            .usual_least = meaning->usual_least_e6,
                            .usual_most = meaning->usual_most_e6,
                            .slips = meaning->slips};
    struct judged judged = {checking, &column, row->value_e6};
    bool allowed = row->value_e6 >= meaning->least_e6 && row->value_e6 <= meaning->most_e6;
    if (allowed && !is_usual(&column, row->value_e6))
      warn_of(&judged, row_place(&row->row, "value"));
  }
}

static void check_usual_sick_leave(const struct checking *checking) {
  static const struct column column = {.name = "percent",
                                       .kind = CELL_PERCENT,
                                       .unit = "%",
                                       .usual_least = 500000,
                                       .usual_most = 40000000,
                                       .slips = SLIP_TENTH};
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ABSENCE); i++) {
    const struct absence_row *row = &absence_rows(checking->tables)[i];
    struct judged judged = {checking, &column, row->percent_e8};
    if (row->kind == ABSENCE_SICK && row->percent_e8 > column.usual_most)
      warn_of(&judged, row_place(&row->row, "percent"));
  }
}

const struct check checks_of_usual[] = {
    {"numbers lie where they usually do", 0, check_usual},
    {"rates lie where they usually do", NEEDS(TABLE_RATES), check_usual_rates},
    {"few are off sick", NEEDS(TABLE_ABSENCE), check_usual_sick_leave},
    {NULL, 0, NULL},
};
