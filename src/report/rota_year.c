// SPDX-License-Identifier: GPL-3.0-or-later
// A rota laid out on the dates of a year.
#include "base/fixed.h"
#include "calendar/dayset.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/rota.h"

static const struct field_column columns[] = {
    {"unit", FIELD_CODE, 0},  {"rota_line", FIELD_CODE, 0},   {"group", FIELD_CODE, 0},
    {"date", FIELD_DATE, 0},  {"weekday", FIELD_CODE, 0},     {"rota_week", FIELD_INTEGER, 0},
    {"shift", FIELD_CODE, 0}, {"rota_change", FIELD_CODE, 0},
};

static const char *word_of_date(day_number day) {
  return day_word(day_kind_of(day) == DAY_HOLIDAY ? DAY_WORD_HOLIDAY : (int)weekday_of(day));
}

static void add_day(struct result_table *table, const struct scenario *scenario, const struct unit_rota *of, int line,
                    int t) {
  static const char *const changes[] = {NULL, "off_holiday", "called"};
  const struct year_rota *year = of->calendar;
  day_number day = year->first_monday + t;
  int shift = year->day[line * year->days + t];
  result_text(table, unit_rows(&scenario->tables)[of->unit].unit);
  result_text(table, of->codes[line]);
  result_text(table, of->base->problem.groups[of->rota->group_of[line]].group);
  result_number(table, day);
  result_text(table, word_of_date(day));
  result_number(table, (t / DAYS_PER_WEEK + year->first_week) % of->rota->weeks + 1);
  result_text(table, shift == ROTA_OFF ? "-" : of->base->problem.shifts[shift].code);
  result_text(table, changes[year->change[line * year->days + t]]);
}

struct result_table *rota_year_table(struct arena *arena, const struct scenario *scenario,
                                     const struct unit_rota *const *rotas, size_t count) {
  struct result_table *table = result_table_new(arena, "rota_year", COLUMNS(columns));
  for (size_t i = 0; i < count; i++) {
    const struct year_rota *year = rotas[i]->calendar;
    for (int line = 0; year && !year->why && line < rotas[i]->rota->line_count; line++)
      for (int t = 0; t < year->days; t++)
        if (year_holds(rotas[i]->base->year, year->first_monday + t))
          add_day(table, scenario, rotas[i], line, t);
  }
  return table;
}

// ---------------------------------------------------------------- in sentences

static const char *hours(struct arena *arena, double h) {
  return terminal_plain(arena, format_short(arena, hundredths(h), 2));
}

static void print_red_days(struct arena *arena, const struct unit_rota *rota, const struct terminal *out) {
  const struct year_sums *sums = &rota->calendar->sums;
  if (!sums->red_pairs)
    return;
  terminal_say(
      out,
      ngettext("%d time a line works two Sundays or public holidays that follow each other, where the law asks for "
               "one off: line %s on %s.\n",
               "%d times a line works two Sundays or public holidays that follow each other, where the law asks for "
               "one off, first line %s on %s.\n",
               (unsigned long)sums->red_pairs),
      sums->red_pairs, terminal_text(arena, rota->codes[sums->red_line]),
      format_date(arena, rota->calendar->first_monday + sums->red_day));
}

static void print_hours(struct arena *arena, const struct unit_rota *rota, const struct terminal *out) {
  const struct year_sums *sums = &rota->calendar->sums;
  if (sums->hours_lines)
    terminal_say(
        out,
        ngettext("%d line has more hours than the law in a week, or on average over weeks: line %s from %s on.\n",
                 "%d lines have more hours than the law in a week, or on average over weeks, first line %s from "
                 "%s on.\n",
                 (unsigned long)sums->hours_lines),
        sums->hours_lines, terminal_text(arena, rota->codes[sums->hours_line]),
        format_date(arena, rota->calendar->first_monday + sums->hours_week * DAYS_PER_WEEK));
}

static void print_weekends(struct arena *arena, const struct unit_rota *rota, const struct terminal *out) {
  const struct year_sums *sums = &rota->calendar->sums;
  if (sums->weekends_lines)
    terminal_say(
        out,
        ngettext("%d line works more weekends of the year than its contract: line %s works %d, the contract has "
                 "%d.\n",
                 "%d lines work more weekends of the year than their contracts: line %s works %d, the contract "
                 "has %d.\n",
                 (unsigned long)sums->weekends_lines),
        sums->weekends_lines, terminal_text(arena, rota->codes[sums->weekends_line]), sums->weekends_worked,
        sums->weekends_agreed);
}

void rota_year_print(struct arena *arena, const struct unit_rota *rota, const struct terminal *out) {
  const struct year_rota *year = rota->calendar;
  if (!year)
    return;
  if (year->why) {
    terminal_say(out, _("\nNot laid out on %s: %s.\n"), YEAR_NAME(rota->year), year->why);
    return;
  }
  const struct year_sums *sums = &year->sums;
  terminal_say(
      out,
      _("\nLaid out on the dates of %s, which begin with week %d of the rota, with everybody there: on %d public "
        "holidays that are no Sundays %d shifts of %s h are off, and %d of %s h worked by others who were off.\n"),
      YEAR_NAME(rota->year), year->first_week + 1, sums->holidays, sums->off_shifts, hours(arena, sums->off_h),
      sums->called_shifts, hours(arena, sums->called_h));
  terminal_say(out,
               _("Person-hours of need left to others: %s on these holidays, %s in weeks that want something else, %s "
                 "on all other "
                 "days.\n"),
               hours(arena, sums->missing_holidays_h), hours(arena, sums->missing_other_h),
               hours(arena, sums->missing_base_h));
  if (sums->called_most_h > 0.005)
    terminal_say(out,
                 _("One line works %s h more on holidays than it is off on them, to be made up for at other times.\n"),
                 hours(arena, sums->called_most_h));
  print_red_days(arena, rota, out);
  print_hours(arena, rota, out);
  print_weekends(arena, rota, out);
}
