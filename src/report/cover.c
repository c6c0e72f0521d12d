// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/cover.h"

#include "audit/cover_year.h"
#include "base/fixed.h"
#include "calendar/dayset.h"

static const char *measure_code(const struct tables *tables, int64_t measure) {
  return measure == NOT_GIVEN ? "" : measure_rows(tables)[measure].measure;
}

static void add_plan(struct result_table *table, const struct tables *tables, int64_t measure, int year,
                     enum positions positions, size_t unit) {
  result_text(table, measure_code(tables, measure));
  result_number(table, year);
  result_text(table, positions_name(positions));
  result_text(table, unit_rows(tables)[unit].unit);
}

static const struct field_column weekday_columns[] = {
    {"measure", FIELD_CODE, 0},       {"year", FIELD_YEAR, 0},
    {"positions", FIELD_CODE, 0},     {"unit", FIELD_CODE, 0},
    {"window", FIELD_CODE, 0},        {"level", FIELD_CODE, 0},
    {"weekday", FIELD_CODE, 0},       {"days", FIELD_INTEGER, 0},
    {"need", FIELD_DECIMAL, 2},       {"norm", FIELD_DECIMAL, 2},
    {"planned", FIELD_DECIMAL, 2},    {"gap", FIELD_DECIMAL, 2},
    {"short_days", FIELD_INTEGER, 0}, {"below_norm_days", FIELD_INTEGER, 0},
    {"below_norm", FIELD_DECIMAL, 2}, {"finding", FIELD_CODE, 0},
};

// Hundredths of persons, mean over the days.
static int64_t mean_hundredths(int64_t sum_milli, int days) { return fixed_divide(sum_milli, 10 * (int128)days); }

struct result_table *weekdays_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "weekdays", COLUMNS(weekday_columns));
  const struct tables *tables = &audit->scenario->tables;
  size_t count;
  const struct cover_sum *sums = cover_sums(arena, audit, &count);
  for (size_t i = 0; i < count; i++) {
    const struct cover_sum *sum = &sums[i];
    int64_t required = mean_hundredths(sum->need_milli, sum->days);
    int64_t planned = mean_hundredths(sum->planned_milli, sum->days);
    add_plan(table, tables, sum->measure, sum->year, sum->positions, sum->unit);
    result_text(table, sum->window);
    result_text(table, category_rows(tables)[sum->level].category);
    result_text(table, day_word((int)sum->weekday));
    result_number(table, sum->days);
    result_number(table, required);
    result_number(table, sum->norm_milli == NOT_GIVEN ? FIELD_BLANK : fixed_divide(sum->norm_milli, 10));
    result_number(table, planned);
    result_number(table, planned - required);
    result_number(table, sum->short_days);
    result_number(table, sum->below_norm_days);
    result_number(table, fixed_divide(sum->below_norm_milli, 10));
    result_text(table, cover_status_name(cover_status(sum)));
  }
  return table;
}

static const struct field_column week_columns[] = {
    {"measure", FIELD_CODE, 0},       {"year", FIELD_YEAR, 0},
    {"positions", FIELD_CODE, 0},     {"unit", FIELD_CODE, 0},
    {"week", FIELD_INTEGER, 0},       {"first_date", FIELD_DATE, 0},
    {"holidays", FIELD_INTEGER, 0},   {"own_h", FIELD_DECIMAL, 1},
    {"extra_h", FIELD_DECIMAL, 1},    {"substitute_h", FIELD_DECIMAL, 1},
    {"overtime_h", FIELD_DECIMAL, 1}, {"agency_h", FIELD_DECIMAL, 1},
    {"short_h", FIELD_DECIMAL, 1},
};

struct result_table *weeks_table(struct arena *arena, const struct audit *audit) {
  static const enum hours_kind sources[] = {HOURS_OWN, HOURS_EXTRA, HOURS_SUBSTITUTE, HOURS_OVERTIME, HOURS_AGENCY};
  struct result_table *table = result_table_new(arena, "weeks", COLUMNS(week_columns));
  for (size_t i = 0; i < audit->week_count; i++) {
    const struct week_line *line = &audit->weeks[i];
    add_plan(table, &audit->scenario->tables, line->measure, line->year, line->positions, line->unit);
    result_number(table, iso_week(line->monday));
    result_number(table, line->first_day);
    result_number(table, line->holidays);
    for (size_t s = 0; s < sizeof sources / sizeof *sources; s++)
      result_number(table, tenths(line->hours.hours[sources[s]]));
    result_number(table, tenths(line->hours.short_h));
  }
  return table;
}
