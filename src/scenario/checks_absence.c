// SPDX-License-Identifier: GPL-3.0-or-later
// Sick leave, holiday and training.
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "calendar/country.h"
#include "scenario/absence_row.h"
#include "scenario/agreement.h"
#include "scenario/checks.h"
#include "scenario/law.h"
#include "scenario/place.h"
#include "scenario/rows_settings.h"

enum { WEEKS_OF_YEAR = 52, WEEK_LAST = 53 };

// ---------------------------------------------------------------- rows by themselves

static bool same_people(const struct absence_row *a, const struct absence_row *b) {
  return a->kind == b->kind && a->unit == b->unit && a->category == b->category;
}

static void check_overlap(const struct checking *checking) {
  const struct absence_row *rows = absence_rows(checking->tables);
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ABSENCE); i++)
    for (size_t j = 0; j < i; j++)
      if (same_people(&rows[i], &rows[j]) && (rows[i].weeks & rows[j].weeks)) {
        problem_add(checking->problems, row_place(&rows[i].row, "weeks"), NULL,
                    "weeks of %s line %d once more: every week once", rows[j].row.file, rows[j].row.line);
        break;
      }
}

static void check_sick(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ABSENCE); i++) {
    const struct absence_row *row = &absence_rows(checking->tables)[i];
    if (row->kind == ABSENCE_SICK && row->percent_e8 >= ONE_E8)
      problem_add(checking->problems, row_place(&row->row, "percent"), NULL,
                  "all are off sick: sick leave must be below 100 %%");
  }
}

// Week 53 is not counted: hours are spread over the others.
static int weeks_of(const struct absence_row *row) {
  int weeks = 0;
  for (int week = 1; week <= WEEKS_OF_YEAR; week++)
    weeks += row->weeks >> week & 1;
  return weeks;
}

static const char *wrong_form(const struct absence_row *row) {
  bool hours = row->away_min != NOT_GIVEN;
  if (hours && row->percent_e8)
    return row->kind == ABSENCE_TRAINING ? _("training has a percent here too: leave one of them blank")
                                         : _("a percent stands here too: leave one of them blank");
  if (row->kind == ABSENCE_TRAINING && !hours && !row->percent_e8)
    return _("blank, and so is percent: training needs one of them; for none write 0 hours");
  return hours && !weeks_of(row) ? _("week 53 is no week of its own, hours are spread over others: write more weeks")
                                 : NULL;
}

static bool is_training(const struct absence_row *row) { return row->kind == ABSENCE_TRAINING && !wrong_form(row); }

static void check_form(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ABSENCE); i++) {
    const struct absence_row *row = &absence_rows(checking->tables)[i];
    const char *hours = cell_in(checking, TABLE_ABSENCE, row, "hours_per_head"), *why = wrong_form(row);
    if (why)
      problem_add(checking->problems, row_place(&row->row, "hours_per_head"), hours[0] ? hours : NULL, "%s", why);
  }
}

// ---------------------------------------------------------------- about five weeks of holiday

// Weeks of holiday; *first becomes the first row that applies, NULL where there is none.
static int64_t holiday_weeks_e8(const struct tables *tables, const struct group_row *people,
                                const struct absence_row **first) {
  int64_t sum = 0;
  *first = NULL;
  for (int week = 1; week <= WEEKS_OF_YEAR; week++) {
    const struct absence_row *row = absence_counting(tables, ABSENCE_HOLIDAY, people, week);
    sum += absence_share(tables, row, people->category);
    if (row && (!*first || row < *first))
      *first = row;
  }
  return sum;
}

static void warn_of_holiday(const struct checking *checking, const struct group_row *people,
                            const struct absence_row *row, int64_t weeks_e8) {
  const struct tables *tables = checking->tables;
  struct place at = row ? row_place(&row->row, "percent") : table_place(checking, TABLE_ABSENCE, NULL);
  int64_t tenths = fixed_divide(weeks_e8, ONE_E8 / 10);
  void (*tell)(struct problems *, struct place, const char *, const char *, ...) = row ? problem_doubt : problem_warn;
  tell(
      checking->problems, at, NULL,
      settings_of(tables)->country == NORWAY
          ? _("the holiday of unit `%s`, category `%s` comes to %d%c%d weeks a year (%s %% in all): five are usual, 500 %%; "
              "check the percentages and weeks")
          : _("the holiday of unit `%s`, category `%s` comes to %d%c%d weeks a year (%s %% in all), which is unusual in the "
              "scenario's country: check the percentages and weeks"),
      unit_rows(tables)[people->unit].unit, category_rows(tables)[people->category].category, (int)(tenths / 10),
      checking->decimal, (int)(tenths % 10), share_print(checking, weeks_e8));
}

// Rows of 0 % are deliberate (nobody replaces office staff); no row at all is an oversight and, in a year-round rota,
// an error reported with the rota.
static bool is_usual_holiday(const struct law *law, const struct group_row *people, const struct absence_row *row,
                             int64_t weeks_e8) {
  if (weeks_e8 == 0)
    return row || people->regime == REGIME_YEAR;
  double weeks = (double)weeks_e8 / (double)ONE_E8;
  return weeks >= law->holiday_least && weeks <= law->holiday_most;
}

static void check_holiday(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  size_t rows = row_count(tables, TABLE_ABSENCE);
  bool *told = arena_array(checking->arena, rows + 1, sizeof *told);
  for (size_t i = 0; i < contract_count(checking); i++) {
    const struct absence_row *row;
    int64_t weeks_e8 = holiday_weeks_e8(tables, contract_at(checking, i), &row);
    bool *known = &told[row ? (size_t)(row - absence_rows(tables)) : rows];
    if (!is_usual_holiday(law_of(tables), contract_at(checking, i), row, weeks_e8) && !*known) {
      warn_of_holiday(checking, contract_at(checking, i), row, weeks_e8);
      *known = true;
    }
  }
}

// ---------------------------------------------------------------- holiday in the free weeks of the rota

static int64_t longest_shift_min(const struct tables *tables, const struct absence_row *row) {
  int64_t longest = 0;
  for (size_t s = 0; s < row_count(tables, TABLE_SHIFTS); s++) {
    const struct shift_row *shift = &shift_rows(tables)[s];
    bool concerned = row->unit == NOT_GIVEN || shift->unit == row->unit;
    if (concerned && shift_paid_min(shift) > longest)
      longest = shift_paid_min(shift);
  }
  return longest;
}

// The first group concerned that works on more than half of the days, even on the longest shifts; NULL: none.
static const struct group_row *rarely_free(const struct checking *checking, const struct absence_row *row) {
  int64_t longest_min = longest_shift_min(checking->tables, row);
  for (size_t i = 0; i < contract_count(checking); i++) {
    const struct group_row *people = contract_at(checking, i);
    int64_t week_min = contract_week_e8(checking->tables, people) / ONE_E8;
    bool concerned = (row->unit == NOT_GIVEN || row->unit == people->unit) &&
                     (row->category == NOT_GIVEN || row->category == people->category);
    if (concerned && longest_min && 2 * week_min > 7 * longest_min)
      return people;
  }
  return NULL;
}

// What the law says of it, where no document is named: NULL: that it is allowed.
static const char *doubt_of_law(const struct tables *tables) {
  switch (settings_of(tables)->country) {
  case UNITED_KINGDOM: // Russell v Transocean [2011] UKSC 57, on regulations 13 and 15 of the Working Time Regulations
    return NULL;
  case NORWAY:
    return _("holiday in free weeks takes nobody from a shift, so people work that many hours a year more than with "
             "holidays "
             "spread. Ferieloven 5(1) counts weekdays that are free anyway as holiday, but no rule is known here by "
             "which an "
             "employer may lay all of it there: name the agreement as source");
  default:
    return _("holiday in free weeks takes nobody from a shift, so people work that many hours a year more than with "
             "holidays "
             "spread. No rule of the country that allows it is known here: name the law or agreement as source");
  }
}

static void judge_free_weeks(const struct checking *checking, const struct absence_row *row) {
  struct place at = row_place(&row->row, "in_free_weeks_percent");
  const char *cell = cell_in(checking, TABLE_ABSENCE, row, "in_free_weeks_percent");
  if (row->kind != ABSENCE_HOLIDAY) {
    problem_add(checking->problems, at, cell, "only holiday is laid into free weeks: leave it blank");
    return;
  }
  const char *doubt = row->row.source && !row->row.assumed ? NULL : doubt_of_law(checking->tables);
  if (doubt)
    problem_warn(checking->problems, at, cell, "%s", doubt);
  const struct group_row *people = rarely_free(checking, row);
  if (people)
    problem_warn(
        checking->problems, at, cell,
        _("`%s` in unit `%s` works more days than not, even on the longest shifts there: such a rota has no free "
          "weeks to lay holiday in; leave it blank, or check hours and shifts"),
        people->group, unit_rows(checking->tables)[people->unit].unit);
}

static void check_free_weeks(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ABSENCE); i++)
    if (absence_rows(checking->tables)[i].in_free_e8)
      judge_free_weeks(checking, &absence_rows(checking->tables)[i]);
}

// ---------------------------------------------------------------- more absence than there is time

static bool counts_for(const struct checking *checking, const struct absence_row *row, const struct group_row *people) {
  for (int week = 1; week <= WEEK_LAST; week++)
    if (absence_counting(checking->tables, (enum absence_kind)row->kind, people, week) == row)
      return true;
  return false;
}

// Minutes times 10^8 by which the training of a head exceeds the contract of the weeks it lies in.
static int64_t excess_e8(const struct checking *checking, const struct absence_row *row,
                         const struct group_row *people) {
  return row->away_min * ONE_E8 - weeks_of(row) * contract_week_e8(checking->tables, people);
}

static void judge_training(const struct checking *checking, const struct absence_row *row) {
  const struct group_row *worst = NULL; // of those concerned, the one with the shortest contract
  for (size_t i = 0; i < contract_count(checking); i++) {
    const struct group_row *people = contract_at(checking, i);
    if (counts_for(checking, row, people) &&
        (!worst || excess_e8(checking, row, people) > excess_e8(checking, row, worst)))
      worst = people;
  }
  int64_t excess = worst ? excess_e8(checking, row, worst) : 0;
  if (excess > 0)
    problem_add(
        checking->problems, row_place(&row->row, "hours_per_head"),
        cell_in(checking, TABLE_ABSENCE, row, "hours_per_head"),
        "%s h more than the contract of `%s` in unit `%s` has in these weeks (%s h): write fewer hours, or more "
        "weeks",
        hours_print(checking, excess), worst->group, unit_rows(checking->tables)[worst->unit].unit,
        hours_print(checking, row->away_min * ONE_E8 - excess));
}

static void check_training_hours(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ABSENCE); i++) {
    const struct absence_row *row = &absence_rows(checking->tables)[i];
    if (is_training(row) && row->away_min != NOT_GIVEN)
      judge_training(checking, row);
  }
}

// Shares of the contract hours of a week.
struct week_away {
  const struct group_row *people;
  int week;
  int64_t holiday_e8, sick_e8, training_e8; // sick leave: of those not on holiday
  int64_t sum_e8;
};

static int64_t in_week(const struct checking *checking, enum absence_kind kind, const struct group_row *people,
                       int week) {
  return absence_in_week(checking->tables, kind, people->unit, people->category, week);
}

static int64_t training_share(const struct checking *checking, const struct absence_row *row,
                              const struct group_row *people, int week) {
  if (row->away_min == NOT_GIVEN)
    return in_week(checking, ABSENCE_TRAINING, people, week);
  return fixed_divide((int128)row->away_min * ONE_E8 * ONE_E8,
                      weeks_of(row) * contract_week_e8(checking->tables, people));
}

// Reported separately.
static bool is_too_long(const struct checking *checking, const struct absence_row *row,
                        const struct group_row *people) {
  return row->away_min != NOT_GIVEN && excess_e8(checking, row, people) > 0;
}

static struct week_away week_away(const struct checking *checking, const struct absence_row *training,
                                  const struct group_row *people, int week) {
  bool placed = people->regime == REGIME_YEAR && people->holidays_by == HOLIDAYS_BY_PLANNER; // in other weeks, then
  struct week_away away = {.people = people, .week = week};
  away.holiday_e8 = placed ? 0 : in_week(checking, ABSENCE_HOLIDAY, people, week);
  away.sick_e8 = in_week(checking, ABSENCE_SICK, people, week);
  away.training_e8 = training_share(checking, training, people, week);
  away.sum_e8 = away.holiday_e8 + fixed_share(ONE_E8 - away.holiday_e8, away.sick_e8) + away.training_e8;
  return away;
}

static void tell_away(const struct checking *checking, const struct absence_row *training, struct week_away away) {
  const char *column = training->away_min == NOT_GIVEN ? "percent" : "hours_per_head";
  problem_add(
      checking->problems, row_place(&training->row, column), cell_in(checking, TABLE_ABSENCE, training, column),
      "`%s` in unit `%s` is away %s %% of week %d, %s %% too much: holiday %s %%, sick leave %s %% of the rest, "
      "training %s %%; write less training, or other weeks",
      away.people->group, unit_rows(checking->tables)[away.people->unit].unit, share_print(checking, away.sum_e8),
      away.week, share_print(checking, away.sum_e8 - ONE_E8), share_print(checking, away.holiday_e8),
      share_print(checking, away.sick_e8), share_print(checking, away.training_e8));
}

static void judge_away(const struct checking *checking, const struct absence_row *training) {
  struct week_away worst = {.sum_e8 = ONE_E8};
  for (size_t i = 0; i < contract_count(checking); i++)
    for (int week = 1; week <= WEEK_LAST; week++) {
      const struct group_row *people = contract_at(checking, i);
      bool counts = absence_counting(checking->tables, ABSENCE_TRAINING, people, week) == training;
      if (!counts || is_too_long(checking, training, people))
        continue;
      struct week_away away = week_away(checking, training, people, week);
      worst = away.sum_e8 > worst.sum_e8 ? away : worst;
    }
  if (worst.people)
    tell_away(checking, training, worst);
}

static void check_away(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ABSENCE); i++)
    if (is_training(&absence_rows(checking->tables)[i]))
      judge_away(checking, &absence_rows(checking->tables)[i]);
}

// ---------------------------------------------------------------- shares of the contract that add up

static bool adds_up(const struct checking *checking, const struct absence_row *sick) {
  return settings_of(checking->tables)->absence_cover == COVER_ADDED || sick->away_min != NOT_GIVEN;
}

// Where holiday and sick leave are both shares of the contract, somebody must be left at work.
static bool is_all_away(const struct checking *checking, const struct absence_row *sick, const struct group_row *people,
                        int week) {
  const struct tables *tables = checking->tables;
  const struct absence_row *holiday = absence_counting(tables, ABSENCE_HOLIDAY, people, week);
  const struct absence_row *child = absence_counting(tables, ABSENCE_SICK_CHILD, people, week);
  int64_t away_e8 = absence_share(tables, holiday, people->category) + absence_share(tables, sick, people->category) +
                    absence_share(tables, child, people->category);
  return absence_counting(tables, ABSENCE_SICK, people, week) == sick && away_e8 >= ONE_E8;
}

static void judge_sum(const struct checking *checking, const struct absence_row *sick) {
  const char *column = sick->away_min != NOT_GIVEN ? "hours_per_head" : "percent";
  for (size_t i = 0; i < contract_count(checking); i++)
    for (int week = 1; week <= WEEKS_OF_YEAR; week++) {
      const struct group_row *people = contract_at(checking, i);
      if (!is_all_away(checking, sick, people, week))
        continue;
      problem_add(
          checking->problems, row_place(&sick->row, column), cell_in(checking, TABLE_ABSENCE, sick, column),
          "nobody of `%s` is at work in week %d: holiday and sick leave are both shares of the contract and come to "
          "all of it; spread the holiday over more weeks, or take weeks of holiday out of this row",
          people->group, week);
      return;
    }
}

static void check_sum(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ABSENCE); i++) {
    const struct absence_row *row = &absence_rows(checking->tables)[i];
    if (row->kind == ABSENCE_SICK && adds_up(checking, row) && !wrong_form(row))
      judge_sum(checking, row);
  }
}

// Where the planner places the holidays, no percentage of a week is the holiday of that week.
static void check_placed(const struct checking *checking) {
  const struct settings_row *settings = settings_of(checking->tables);
  for (size_t i = 0; i < contract_count(checking); i++) {
    const struct group_row *people = contract_at(checking, i);
    if (people->regime != REGIME_YEAR || settings->absence_cover == COVER_DIVISOR)
      continue;
    problem_add(
        checking->problems, row_place(&people->row, "regime"), cell_in(checking, TABLE_GROUPS, people, "regime"),
        "a year-round rota places its holidays itself, so that only absence_cover `divisor` fits: write that setting, "
        "or the regime `weekly`");
    return;
  }
}

// ---------------------------------------------------------------- absence that is replaced

static bool has_window(const struct tables *tables, const struct replacement_row *row) {
  for (size_t i = 0; i < row_count(tables, TABLE_NEED); i++)
    if ((row->unit == NOT_GIVEN || need_rows(tables)[i].unit == row->unit) &&
        !strcmp(need_rows(tables)[i].window, row->window))
      return true;
  for (size_t i = 0; i < row_count(tables, TABLE_NORM); i++)
    if ((row->unit == NOT_GIVEN || norm_rows(tables)[i].unit == row->unit) &&
        !strcmp(norm_rows(tables)[i].window, row->window))
      return true;
  return false;
}

static void check_replacement(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_REPLACEMENT); i++) {
    const struct replacement_row *row = &replacement_rows(checking->tables)[i];
    if (row->window && !has_window(checking->tables, row))
      problem_add(
          checking->problems, row_place(&row->row, "window"), row->window,
          "no window of need.csv or norm.csv has this code there: correct it, or leave it blank for all windows");
  }
}

// The references of rows are needed to say whom they are about.
#define NEEDS_ABSENCE (NEEDS(TABLE_ABSENCE) | NEEDS(TABLE_UNITS) | NEEDS(TABLE_CATEGORIES))

const struct check checks_of_absence[] = {
    {"absence of one kind and the same people counts every week once", NEEDS_ABSENCE, check_overlap},
    {"somebody is not off sick", NEEDS(TABLE_ABSENCE), check_sick},
    {"absence is a percent or hours", NEEDS(TABLE_ABSENCE), check_form},
    {"absence is replaced in windows that there are",
     NEEDS(TABLE_REPLACEMENT) | NEEDS(TABLE_UNITS) | NEEDS(TABLE_NEED) | NEEDS(TABLE_NORM), check_replacement},
    {"holiday comes to about five weeks", NEEDS_ABSENCE, check_holiday},
    {"holiday lies in free weeks only where there are any", NEEDS_ABSENCE | NEEDS(TABLE_SETTINGS), check_free_weeks},
    {"shares of the contract leave somebody at work", NEEDS_ABSENCE, check_sum},
    {"the cover for absence fits the rota", NEEDS_ABSENCE, check_placed},
    {"hours of training fit into the contract", NEEDS_ABSENCE, check_training_hours},
    {"nobody is away more than the whole week", NEEDS_ABSENCE, check_away},
    {NULL, 0, NULL},
};
