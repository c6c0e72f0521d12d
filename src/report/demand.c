// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/demand.h"

#include <math.h>

#include "base/fixed.h"
#include "base/language.h"
#include "calendar/date.h"
#include "calendar/fiscal.h"
#include "scenario/called.h"
#include "scenario/rows_people.h"

static const double ROUNDING = 1e-6; // 14.0000001 heads are 14

static double days_of(int year) { return fiscal_last_day(year) - fiscal_first_day(year) + 1; }
static double per_week(const struct demand *demand, double hours) {
  return hours * DAYS_PER_WEEK / days_of(demand->year);
}
static double present_share(const struct demand *demand) {
  return demand->net_fte > 0 ? demand->gross_fte / demand->net_fte : 1;
}
static double fill_share(const struct demand *demand) {
  return demand->filled_h > 0 ? demand->actual_h / demand->filled_h : 0;
}
static double whole(double heads) { return ceil(heads - ROUNDING); }

static const char *code_of(const struct scenario *scenario, const struct demand *demand) {
  return demand->unit == NOT_GIVEN ? "" : unit_rows(&scenario->tables)[demand->unit].unit;
}
static const char *title_of(const struct scenario *scenario, const struct demand *demand) {
  if (demand->unit == NOT_GIVEN)
    return _("all units");
  const struct unit_row *unit = &unit_rows(&scenario->tables)[demand->unit];
  return unit->title ? unit->title : unit->unit;
}

// ---------------------------------------------------------------- tables

static const struct field_column demand_columns[] = {
    {"unit", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
    {"year", FIELD_YEAR, 0},
    {"need_h", FIELD_DECIMAL, 1},
    {"need_h_per_week", FIELD_DECIMAL, 2},
    {"uncovered_h", FIELD_DECIMAL, 1},
    {"actual_h", FIELD_DECIMAL, 1},
    {"fill_percent", FIELD_DECIMAL, 1},
    {"least_paid_h", FIELD_DECIMAL, 1},
    {"least_paid_h_per_week", FIELD_DECIMAL, 2},
    {"weekday_people", FIELD_DECIMAL, 2},
    {"saturday_people", FIELD_DECIMAL, 2},
    {"sunday_people", FIELD_DECIMAL, 2},
    {"full_time_week_h", FIELD_DECIMAL, 2},
    {"need_gross_fte", FIELD_DECIMAL, 2},
    {"present_percent", FIELD_DECIMAL, 1},
    {"need_net_fte", FIELD_DECIMAL, 2},
    {"full_time_heads", FIELD_DECIMAL, 0},
    {"weekend_people", FIELD_DECIMAL, 2},
    {"weekend_people_most", FIELD_DECIMAL, 2},
    {"weekend_heads_every_2nd", FIELD_DECIMAL, 1},
    {"weekend_heads_every_3rd", FIELD_DECIMAL, 1},
    {"weekend_heads_every_4th", FIELD_DECIMAL, 1},
    {"weekend_every", FIELD_DECIMAL, 2},
    {"weekend_heads_now", FIELD_DECIMAL, 1},
    {"weekend_heads_with_absence", FIELD_DECIMAL, 1},
};

static void add_known(struct result_table *table, bool known, int64_t number) {
  result_number(table, known ? number : FIELD_BLANK);
}

static void add_hours(struct result_table *table, const struct demand *demand) {
  result_number(table, tenths(demand->need_h));
  result_number(table, hundredths(per_week(demand, demand->need_h)));
  result_number(table, tenths(demand->uncovered_h));
  add_known(table, demand->filled_h > 0, tenths(demand->actual_h));
  add_known(table, demand->filled_h > 0, tenths(100 * fill_share(demand)));
  result_number(table, tenths(demand->paid_h));
  result_number(table, hundredths(per_week(demand, demand->paid_h)));
  for (int k = 0; k < DEMAND_DAYS; k++)
    result_number(table, hundredths(demand->people[k]));
}

static void add_fte(struct result_table *table, const struct demand *demand) {
  add_known(table, demand->full_time_h > 0, hundredths(demand->full_time_h));
  result_number(table, hundredths(demand->gross_fte));
  add_known(table, demand->net_known, tenths(100 * present_share(demand)));
  add_known(table, demand->net_known, hundredths(demand->net_fte));
  add_known(table, demand->net_known, fixed_round(whole(demand->net_fte)));
}

static void add_weekends(struct result_table *table, const struct demand *demand) {
  bool own = demand->own_every > 0;
  result_number(table, hundredths(demand->weekend_people));
  result_number(table, hundredths(demand->weekend_people_most));
  for (int every = 2; every <= 4; every++)
    result_number(table, tenths(demand_weekend_heads(demand, every)));
  add_known(table, own, hundredths(demand->own_every));
  add_known(table, own, tenths(demand_weekend_heads(demand, demand->own_every)));
  add_known(table, own, tenths(demand_weekend_heads_net(demand, demand->own_every)));
}

struct result_table *demand_table(struct arena *arena, const struct scenario *scenario, const struct demand *list,
                                  size_t count) {
  struct result_table *table = result_table_new(arena, "need", COLUMNS(demand_columns));
  for (size_t i = 0; i < count; i++) {
    result_text(table, code_of(scenario, &list[i]));
    result_text(table, title_of(scenario, &list[i]));
    result_number(table, list[i].year);
    add_hours(table, &list[i]);
    add_fte(table, &list[i]);
    add_weekends(table, &list[i]);
  }
  return table;
}

static const struct field_column short_columns[] = {
    {"title", FIELD_TEXT, 0},
    {"need_h_per_week", FIELD_DECIMAL, 1},
    {"least_paid_h_per_week", FIELD_DECIMAL, 1},
    {"weekday_people", FIELD_DECIMAL, 1},
    {"saturday_people", FIELD_DECIMAL, 1},
    {"sunday_people", FIELD_DECIMAL, 1},
    {"need_gross_fte", FIELD_DECIMAL, 2},
    {"need_net_fte", FIELD_DECIMAL, 2},
    {"weekend_heads_every_2nd", FIELD_DECIMAL, 1},
    {"weekend_heads_every_3rd", FIELD_DECIMAL, 1},
    {"weekend_heads_every_4th", FIELD_DECIMAL, 1},
    {"weekend_heads_now", FIELD_DECIMAL, 1},
};
static const char *const short_headings[] = {N_("Unit"),
                                             N_("Need, h a week"),
                                             N_("Paid, h a week"),
                                             N_("Posts Mon-Fri"),
                                             N_("Posts Sat"),
                                             N_("Posts Sun"),
                                             N_("Gross FTE"),
                                             N_("Net FTE"),
                                             N_("Staff, every 2nd weekend"),
                                             N_("Staff, every 3rd weekend"),
                                             N_("Staff, every 4th weekend"),
                                             N_("Staff, own weekends")};

static void add_short(struct result_table *table, const struct demand *demand) {
  result_number(table, tenths(per_week(demand, demand->need_h)));
  result_number(table, tenths(per_week(demand, demand->paid_h)));
  for (int k = 0; k < DEMAND_DAYS; k++)
    result_number(table, tenths(demand->people[k]));
  result_number(table, hundredths(demand->gross_fte));
  add_known(table, demand->net_known, hundredths(demand->net_fte));
  for (int every = 2; every <= 4; every++)
    result_number(table, tenths(demand_weekend_heads(demand, every)));
  add_known(table, demand->own_every > 0, tenths(demand_weekend_heads(demand, demand->own_every)));
}

struct result_table *demand_short_table(struct arena *arena, const struct scenario *scenario, const struct demand *list,
                                        size_t count, const char *const **headings) {
  struct result_table *table = result_table_new(arena, "need", COLUMNS(short_columns));
  *headings = short_headings;
  for (size_t i = 0; i < count; i++) {
    result_text(table, title_of(scenario, &list[i]));
    add_short(table, &list[i]);
  }
  return table;
}

// ---------------------------------------------------------------- steps

struct steps {
  struct arena *arena;
  const struct scenario *scenario;
  const struct demand *demand;
  const struct terminal *to;
};

static const char *one(const struct steps *s, double value) { return terminal_number(s->arena, tenths(value), 1); }
static const char *two(const struct steps *s, double value) { return terminal_number(s->arena, hundredths(value), 2); }

static void say_hours(const struct steps *s) {
  const struct demand *d = s->demand;
  terminal_say(s->to, _("Need: %s person-hours are wanted in %d, %s a week (x 7 / %d days).\n"), one(s, d->need_h),
               d->year, one(s, per_week(d, d->need_h)), (int)days_of(d->year));
  terminal_say(
      s->to,
      _("Paid: %s h, %s a week: the fewest paid hours with which the unit's shifts cover it, unpaid breaks left out "
        "and handover counted. No rota covers it for fewer.\n"),
      one(s, d->paid_h), one(s, per_week(d, d->paid_h)));
  if (d->uncovered_h > 0.05)
    terminal_say(s->to, _("Of these %s h are wanted where the unit has no shift: they count as they stand.\n"),
                 one(s, d->uncovered_h));
  if (d->filled_h > 0)
    terminal_say(s->to,
                 _("Fill rate: %s person-hours were worked where %s are wanted (windows with actual_h only): %s %%.\n"),
                 one(s, d->actual_h), one(s, d->filled_h), one(s, 100 * fill_share(d)));
  terminal_say(
      s->to,
      _("Posts: people who come to work on such a day that is no public holiday: %s on Monday to Friday, %s on "
        "Saturday, %s on Sunday, mean over the year.\n"),
      two(s, d->people[DEMAND_WEEKDAY]), two(s, d->people[DEMAND_SATURDAY]), two(s, d->people[DEMAND_SUNDAY]));
}

static const char *as_called(const struct steps *s, const char *text) {
  return tables_called(s->arena, &s->scenario->tables, text);
}

static void say_fte(const struct steps *s) {
  const struct demand *d = s->demand;
  terminal_say(s->to, _("Gross FTE: %s h / (52 x %s h) = %s: these hours and no absence.\n"), one(s, d->paid_h),
               two(s, d->full_time_h), two(s, d->gross_fte));
  if (!d->net_known) {
    terminal_say(s->to, "%s", as_called(s, _("Net FTE: not known: by absence.csv nobody is present on some day.\n")));
    return;
  }
  if (!row_count(&s->scenario->tables, TABLE_ABSENCE)) {
    terminal_say(s->to, _("Net FTE: %s, the same: the scenario has no %s, so nobody is taken to be away.\n"),
                 two(s, d->net_fte), as_called(s, "absence.csv"));
    return;
  }
  terminal_say(
      s->to,
      _("Net FTE: %s / %s %% present = %s: with holiday, sick leave and training covered too, day by day (a divisor). "
        "All of them full-timers: %s heads.\n"),
      two(s, d->gross_fte), one(s, 100 * present_share(d)), two(s, d->net_fte),
      terminal_number(s->arena, fixed_round(whole(d->net_fte)), 0));
}

static void say_own_weekends(const struct steps *s) {
  const struct demand *d = s->demand;
  double heads = demand_weekend_heads(d, d->own_every);
  terminal_say(
      s->to,
      _("As the groups are, one weekend in %s: %s heads, and %s if the same people fill in for those away on weekends "
        "too.\n"),
      two(s, d->own_every), one(s, heads), one(s, demand_weekend_heads_net(d, d->own_every)));
  double by_weekends = whole(heads), by_hours = whole(d->net_fte);
  if (!d->net_known)
    return;
  if (by_weekends > by_hours)
    terminal_say(s->to,
                 _("The weekends ask for more heads than the hours (%s against %s): positions are %s %% on average.\n"),
                 one(s, by_weekends), one(s, by_hours), one(s, 100 * d->net_fte / by_weekends));
  else
    terminal_say(s->to, _("The hours ask for as many heads as the weekends or more (%s against %s).\n"),
                 one(s, by_hours), one(s, by_weekends));
}

static void say_weekends(const struct steps *s) {
  const struct demand *d = s->demand;
  if (d->weekend_people <= 0) {
    terminal_say(s->to, _("Weekends: nobody is wanted.\n"));
    return;
  }
  terminal_say(s->to,
               _("Weekends: %s people on duty on the fuller day (%s in the fullest weekend), absence left out. Every "
                 "2nd weekend "
                 "takes x 2 = %s heads, every 3rd x 3 = %s, every 4th x 4 = %s.\n"),
               two(s, d->weekend_people), two(s, d->weekend_people_most), one(s, demand_weekend_heads(d, 2)),
               one(s, demand_weekend_heads(d, 3)), one(s, demand_weekend_heads(d, 4)));
  if (d->own_every > 0)
    say_own_weekends(s);
}

void demand_print_steps(struct arena *arena, const struct scenario *scenario, const struct demand *demand,
                        const struct terminal *to) {
  struct steps s = {arena, scenario, demand, to};
  terminal_say(to, _("%s, step by step:\n"), terminal_text(arena, title_of(scenario, demand)));
  if (demand->need_h <= 0) {
    terminal_say(to, _("Nobody is wanted in %s.\n"), YEAR_NAME(demand->year));
    return;
  }
  say_hours(&s);
  say_fte(&s);
  say_weekends(&s);
}
