// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/base.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "need/terms.h"
#include "need/weekend.h"
#include "plan/figures.h"
#include "scenario/law.h"
#include "scenario/shared.h"

enum { NEED_WEEKS = 1, WEEKS_OF_A_YEAR = 54, AVERAGED_IN_ROW = 3, WEEKS_OFFERED = 18 };

static const struct rota_weights default_weights = {.idle_kr_per_h = 50,
                                                    .single_day_on_kr = 20,
                                                    .single_day_off_kr = 20,
                                                    .short_change_kr = 40,
                                                    .long_run_kr = 10,
                                                    .uneven_weekend_kr = 30,
                                                    .uneven_night_kr = 30};

struct making {
  struct arena *arena;
  struct base_rota *base;
  const struct unit_year *year;
  const struct frame *frame;
  int64_t unit;
};

static void say(struct making *m, const char *text) {
  struct base_rota *base = m->base;
  *(const char **)arena_push(m->arena, &base->notes, &base->note_count, &base->note_room, sizeof *base->notes) = text;
}

static void say_once(struct making *m, const char *text) {
  for (size_t i = 0; i < m->base->note_count; i++)
    if (!strcmp(m->base->notes[i], text))
      return;
  say(m, text);
}

static bool refuse(struct making *m, const char *why) {
  m->base->refusal = why;
  return false;
}

static const struct group_row *group_row_of(const struct making *m, int frame_group) {
  return &group_rows(m->base->tables)[m->frame->groups[frame_group]];
}

static const struct tables *tables_on(const struct making *m, day_number day) {
  return year_tables(m->year, m->base->variant, day);
}

// "7,5" or "7.5", as the scenario writes it.
static const char *number(const struct making *m, double value) {
  char *text = arena_printf(m->arena, "%.2f", value);
  size_t length = strlen(text);
  while (text[length - 1] == '0')
    text[--length] = 0;
  if (text[length - 1] == '.')
    text[--length] = 0;
  char *point = strchr(text, '.');
  if (point && language_now() == LANGUAGE_NB)
    *point = ',';
  return text;
}

// ---------------------------------------------------------------- base weeks

bool base_week_is_plain(day_number monday) {
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    if (day_kind_of(monday + d) == DAY_HOLIDAY)
      return false;
  return true;
}

// Is everything that makes a rota alike in two weeks: need, shifts open and contracts?
static bool weeks_alike(const struct making *m, day_number a, day_number b) {
  const struct frame *frame = m->frame;
  size_t cells = (size_t)(frame->interval_count * frame->level_count);
  struct arena *passing = arena_new();
  int64_t *one = arena_array(passing, cells, sizeof *one), *other = arena_array(passing, cells, sizeof *other);
  bool alike = true;
  for (int d = 0; d < DAYS_PER_WEEK && alike; d++) {
    const struct tables *first = tables_on(m, a + d), *second = tables_on(m, b + d);
    need_on_day(frame, first, a + d, one);
    need_on_day(frame, second, b + d, other);
    alike = !cells || !memcmp(one, other, cells * sizeof *one);
    for (int s = 0; s < frame->shift_count && alike; s++)
      alike = shift_place(frame, first, s, a + d).open == shift_place(frame, second, s, b + d).open &&
              !memcmp(&shift_rows(first)[frame->shifts[s]], &shift_rows(second)[frame->shifts[s]],
                      sizeof(struct shift_row));
    for (int g = 0; g < frame->group_count && alike; g++)
      alike = !memcmp(&group_rows(first)[frame->groups[g]], &group_rows(second)[frame->groups[g]],
                      sizeof(struct group_row));
  }
  arena_free(passing);
  return alike;
}

// The first of the weeks like each other that are most; of as many the earlier.
static bool find_base_weeks(struct making *m) {
  const struct unit_year *year = m->year;
  day_number mondays[WEEKS_OF_A_YEAR];
  int count = 0, best = -1, most = 0, weeks = 0;
  for (int w = 0; w < year->week_count && count < WEEKS_OF_A_YEAR; w++) {
    day_number monday = year->first_monday + 7 * w;
    if (!year_holds(year, monday) || !year_holds(year, monday + 6))
      continue;
    weeks++;
    if (base_week_is_plain(monday))
      mondays[count++] = monday;
  }
  for (int i = 0; i < count; i++) {
    int alike = 0;
    for (int j = 0; j < count; j++)
      alike += weeks_alike(m, mondays[i], mondays[j]);
    if (alike > most) {
      most = alike;
      best = i;
    }
  }
  if (best < 0)
    return refuse(m, _("every week of the year has a public holiday"));
  m->base->monday = mondays[best];
  m->base->tables = tables_on(m, mondays[best]);
  for (int j = 0; j < count; j++)
    if (weeks_alike(m, mondays[best], mondays[j]))
      m->base->base_weeks[m->base->base_week_count++] = iso_week(mondays[j]);
  m->base->other_week_count = count - most;
  m->base->holiday_week_count = weeks - count;
  return true;
}

// ---------------------------------------------------------------- shifts

static bool is_night(const struct making *m, const struct shift_place *place) {
  const struct law *law = law_of(m->base->tables);
  return work_minutes_of(law, &place->span).night > law->night_worker_min;
}

static struct rota_shift shift_made(const struct making *m, int s) {
  struct shift_place place = shift_place(m->frame, m->base->tables, s, m->base->monday);
  const struct shift_row *row = &shift_rows(m->base->tables)[m->frame->shifts[s]];
  struct rota_shift shift = {.code = row->shift,
                             .title = row->title ? row->title : row->shift,
                             .start_min = (int)(m->frame->day_starts_min + place.start_min),
                             .end_min = (int)(m->frame->day_starts_min + place.off_duty_min),
                             .paid_min = (int)place.paid_min,
                             .night = is_night(m, &place),
                             .run_least = 1,
                             .run_most = ROTA_NO_LIMIT};
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    if (shift_place(m->frame, tables_on(m, m->base->monday + d), s, m->base->monday + d).open)
      shift.weekdays |= 1u << d;
  return shift;
}

static bool make_shifts(struct making *m) {
  struct rota_problem *problem = &m->base->problem;
  const struct frame *frame = m->frame;
  bool open = false;
  if (frame->shift_count > ROTA_SHIFTS_MOST)
    return refuse(m, arena_printf(m->arena, _("the unit has %d shifts, and a rota of lines takes %d at most"),
                                  frame->shift_count, ROTA_SHIFTS_MOST));
  if (unit_has_duties(frame, m->base->tables))
    return refuse(m, _("the unit has resting or on-call duty, which a rota of lines does not hold yet"));
  problem->shifts = arena_array(m->arena, (size_t)frame->shift_count + 1, sizeof *problem->shifts);
  m->base->shift_of = arena_array(m->arena, (size_t)frame->shift_count + 1, sizeof(int));
  for (int s = 0; s < frame->shift_count; s++) {
    struct rota_shift shift = shift_made(m, s);
    open |= shift.weekdays != 0;
    m->base->shift_of[problem->shift_count] = s;
    problem->shifts[problem->shift_count++] = shift;
  }
  return open ? true : refuse(m, _("no shift of the unit is worked in these weeks"));
}

// ---------------------------------------------------------------- need

static bool covers(const struct making *m, int s, int i) {
  for (int d = 0; d < DAYS_PER_WEEK; d++) { // on a day on which it is open
    struct shift_place place = shift_place(m->frame, tables_on(m, m->base->monday + d), s, m->base->monday + d);
    if (place.open)
      return shift_covers(m->frame, &place, i);
  }
  return false;
}

struct week_of_need {
  int64_t *need_milli; // [(d * interval_count + i) * level_count + l] of the frame
};

static struct week_of_need read_need(const struct making *m) {
  size_t cells = (size_t)(m->frame->interval_count * m->frame->level_count);
  struct week_of_need week = {arena_array(m->arena, 7 * cells + 1, sizeof *week.need_milli)};
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    need_on_day(m->frame, tables_on(m, m->base->monday + d), m->base->monday + d, week.need_milli + (size_t)d * cells);
  return week;
}

static int64_t wanted(const struct making *m, const struct week_of_need *week, int d, int i, int l) {
  return week->need_milli[(d * m->frame->interval_count + i) * m->frame->level_count + l];
}

static bool wanted_ever(const struct making *m, const struct week_of_need *week, int i) {
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    if (wanted(m, week, d, i, 0) > 0)
      return true;
  return false;
}

// Do two intervals want the same, and are they covered by the same shifts?
static bool intervals_alike(const struct making *m, const struct week_of_need *week, int i, int j) {
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    for (int l = 0; l < m->frame->level_count; l++)
      if (wanted(m, week, d, i, l) != wanted(m, week, d, j, l))
        return false;
  for (int s = 0; s < m->base->problem.shift_count; s++)
    if (covers(m, m->base->shift_of[s], i) != covers(m, m->base->shift_of[s], j))
      return false;
  return true;
}

// Intervals of the frame that are wanted, neighbours that are alike as one: first[] the first of each.
static void make_intervals(struct making *m, const struct week_of_need *week, int *first) {
  struct rota_problem *problem = &m->base->problem;
  int starts_min = (int)m->frame->day_starts_min, last = -1;
  problem->intervals = arena_array(m->arena, (size_t)m->frame->interval_count + 1, sizeof *problem->intervals);
  for (int i = 0; i < m->frame->interval_count; i++) {
    const struct interval *from = &m->frame->intervals[i];
    if (!wanted_ever(m, week, i))
      continue;
    if (last >= 0 && last == i - 1 && m->frame->intervals[last].to_min == from->from_min &&
        intervals_alike(m, week, first[problem->interval_count - 1], i)) {
      problem->intervals[problem->interval_count - 1].to_min = starts_min + (int)from->to_min;
    } else {
      first[problem->interval_count] = i;
      problem->intervals[problem->interval_count++] =
          (struct rota_interval){starts_min + (int)from->from_min, starts_min + (int)from->to_min};
    }
    last = i;
  }
}

static void make_need(struct making *m) {
  struct rota_problem *problem = &m->base->problem;
  struct week_of_need week = read_need(m);
  int *first = arena_array(m->arena, (size_t)m->frame->interval_count + 1, sizeof *first);
  bool fractions = false;
  make_intervals(m, &week, first);
  int intervals = problem->interval_count, levels = problem->level_count = m->frame->level_count;
  problem->need_weeks = NEED_WEEKS;
  problem->covers = arena_array(m->arena, (size_t)(problem->shift_count * intervals) + 1, sizeof *problem->covers);
  for (int s = 0; s < problem->shift_count; s++)
    for (int i = 0; i < intervals; i++)
      problem->covers[s * intervals + i] = covers(m, m->base->shift_of[s], first[i]);
  problem->need_milli = arena_array(m->arena, (size_t)(7 * intervals * levels) + 1, sizeof *problem->need_milli);
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    for (int i = 0; i < intervals; i++)
      for (int l = 0; l < levels; l++) {
        int64_t milli = wanted(m, &week, d, first[i], l);
        problem->need_milli[(d * intervals + i) * levels + l] = milli;
        fractions |= milli % MILLI != 0;
      }
  if (fractions)
    say(m, _("The need has parts of a person: a line is a whole person, who covers a part as well as a whole."));
}

// ---------------------------------------------------------------- rules

// The row of a group, else that of all its unit.
static const struct rota_rule_row *rule_row(const struct making *m, enum rota_word word, const char *group,
                                            const char *shifts) {
  const struct rota_rule_row *found = NULL;
  for (size_t i = 0; i < row_count(m->base->tables, TABLE_ROTA_RULES); i++) {
    const struct rota_rule_row *row = &rota_rule_rows(m->base->tables)[i];
    bool same_shifts = !shifts || (row->shifts && !strcmp(row->shifts, shifts));
    if (row->unit != m->unit || row->rule != (int64_t)word || !same_shifts)
      continue;
    if (group && row->group && !strcmp(row->group, group))
      return row;
    if (!row->group)
      found = row;
  }
  return found;
}

static const char *source_of(const struct rota_rule_row *row) {
  return !row->row.source ? _("rota_rules.csv") : row->row.source;
}

struct rule_at { // of a group
  struct making *m;
  const char *group;
  int index; // of the group in the problem
};

static double rule_value(const struct rule_at *at, enum rota_word word, double otherwise) {
  const struct rota_rule_row *row = rule_row(at->m, word, at->group, NULL);
  return row && row->value_milli != NOT_GIVEN ? (double)row->value_milli / MILLI : otherwise;
}

static int minutes_of(const struct rule_at *at, enum rota_word word, double otherwise_h) {
  return (int)lround(rule_value(at, word, otherwise_h) * 60);
}

static int count_of(const struct rule_at *at, enum rota_word word, int otherwise) {
  return (int)lround(rule_value(at, word, otherwise));
}

// One line of the rules told: its source is that of the row, else as given.
static void tell_rule(const struct rule_at *at, enum rota_rule rule, enum rota_word word, const char *limit,
                      const char *source) {
  struct base_rota *base = at->m->base;
  const struct rota_rule_row *row = word < ROTA_WORDS ? rule_row(at->m, word, at->group, NULL) : NULL;
  struct base_rule *told =
      arena_push(at->m->arena, &base->rules, &base->rule_count, &base->rule_room, sizeof *base->rules);
  *told = (struct base_rule){rule, at->index, limit, row ? source_of(row) : source};
}

static const char *hours_limit(const struct rule_at *at, int minutes) {
  return arena_printf(at->m->arena, _("%s h"), number(at->m, minutes / 60.0));
}

static const char *run_limit(const struct rule_at *at, int least, int most) {
  if (most >= ROTA_NO_LIMIT)
    return arena_printf(at->m->arena, _("%d at least"), least);
  if (least <= 1)
    return arena_printf(at->m->arena, _("%d at most"), most);
  return arena_printf(at->m->arena, _("%d to %d"), least, most);
}

static const char *law_source(const struct rule_at *at, enum law_rule rule) {
  const char *paragraph = law_limit(at->m->base->tables, rule).paragraph;
  return paragraph ? _(paragraph) : _("no such law is known here");
}

static const char *custom(enum rota_rule rule) { return _(rota_rule_records[rule].source); }

static void make_rest(const struct rule_at *at, const struct group_row *group, struct rota_limits *limits) {
  const struct tables *tables = at->m->base->tables;
  double daily_h = (double)rate_on(tables, RATE_DAILY_REST, NULL, at->m->base->monday) / 1e6;
  limits->daily_rest_min = minutes_of(at, WORD_DAILY_REST, daily_h);
  limits->short_rest_min = minutes_of(at, WORD_SHORT_REST, limits->daily_rest_min / 60.0);
  limits->short_changes_most = count_of(at, WORD_SHORT_CHANGES, ROTA_NO_LIMIT);
  limits->weekly_rest_min = minutes_of(at, WORD_WEEKLY_REST, law_hours(tables, LAW_WEEKLY_REST, group->agreement));
  limits->weekly_rest_inside = rule_value(at, WORD_WEEKLY_REST_INSIDE, 1) > 0;
  limits->rest_after_nights_min = minutes_of(at, WORD_REST_AFTER_NIGHTS, 0);
  bool short_changes = limits->short_rest_min < limits->daily_rest_min;
  tell_rule(at, ROTA_RULE_DAILY_REST, short_changes ? WORD_SHORT_REST : WORD_DAILY_REST,
            hours_limit(at, short_changes ? limits->short_rest_min : limits->daily_rest_min),
            law_source(at, LAW_DAILY_REST));
  if (short_changes && limits->short_changes_most < ROTA_NO_LIMIT)
    tell_rule(at, ROTA_RULE_SHORT_CHANGES, WORD_SHORT_CHANGES, run_limit(at, 0, limits->short_changes_most),
              custom(ROTA_RULE_SHORT_CHANGES));
  if (limits->weekly_rest_min > 0)
    tell_rule(
        at, ROTA_RULE_WEEKLY_REST, WORD_WEEKLY_REST,
        arena_printf(at->m->arena,
                     limits->weekly_rest_inside ? _("%s h within Monday to Sunday") : _("%s h that begin in the week"),
                     number(at->m, limits->weekly_rest_min / 60.0)),
        law_source(at, LAW_WEEKLY_REST));
  if (limits->rest_after_nights_min > 0)
    tell_rule(at, ROTA_RULE_REST_AFTER_NIGHTS, WORD_REST_AFTER_NIGHTS, hours_limit(at, limits->rest_after_nights_min),
              custom(ROTA_RULE_REST_AFTER_NIGHTS));
}

static void make_run(const struct rule_at *at, enum rota_rule rule, enum rota_word word, int *least, int *most) {
  *most = count_of(at, word, ROTA_NO_LIMIT);
  *least = count_of(at, word + 1, 1);
  if (*most < ROTA_NO_LIMIT || *least > 1)
    tell_rule(at, rule, *most < ROTA_NO_LIMIT ? word : word + 1, run_limit(at, *least, *most), custom(rule));
}

static void make_runs(const struct rule_at *at, struct rota_limits *limits) {
  make_run(at, ROTA_RULE_DAYS_IN_ROW, WORD_DAYS_IN_ROW_MOST, &limits->days_in_row_least, &limits->days_in_row_most);
  make_run(at, ROTA_RULE_DAYS_OFF, WORD_DAYS_OFF_MOST, &limits->days_off_least, &limits->days_off_most);
  make_run(at, ROTA_RULE_NIGHTS_IN_ROW, WORD_NIGHTS_IN_ROW_MOST, &limits->nights_in_row_least,
           &limits->nights_in_row_most);
}

// ---------------------------------------------------------------- weekends

static const char *whole_only(const struct rule_at *at, double share) {
  int weeks = at->m->base->weeks;
  return arena_printf(at->m->arena, _("%d of %d"), (int)floor(weeks * share + 1e-9), weeks);
}

// The weeks of a rota, WEEKS_OFFERED at most, that hold most of a share of the weekends: lines repeat, so that only whole
// weekends of N weeks are proven. A multiple of what the other groups of the unit work one weekend in. The fewest of as many.
static int best_weeks(const struct making *m, double share) {
  int best = 0;
  double most = 0;
  for (int weeks = 1; weeks <= WEEKS_OFFERED; weeks++) {
    bool fits = true;
    for (int g = 0; g < m->frame->group_count; g++) {
      const struct group_row *row = group_row_of(m, g);
      bool in_k = row->heads_milli && !weekends_by_year(row) && !never_on_weekends(row);
      fits = fits && !(in_k && row->weekend_every_milli % MILLI == 0 &&
                       weeks % (int)(row->weekend_every_milli / MILLI) != 0);
    }
    double held = floor(weeks * share + 1e-9) / weeks;
    if (fits && held > most + 1e-9) {
      best = weeks;
      most = held;
    }
  }
  return best;
}

static double a_year(double weekends, int weeks) { return weekends * WEEKENDS_A_YEAR / weeks; }

// So many of the weeks as are whole: one more would be more in the year than the contract has, however the rota is laid.
static void make_weekend_count(const struct rule_at *at, double share, struct rota_limits *limits) {
  struct making *m = at->m;
  int weeks = m->base->weeks, better = best_weeks(m, share);
  double exact = weeks * share;
  limits->weekend_every = 1;
  limits->weekends_most = (int)floor(exact + 1e-9);
  if (exact - limits->weekends_most > 0.005)
    say_once(m, arena_printf(m->arena,
                             _("%s weekends a year are %s in %d weeks. Lines repeat, so that a line of this rota works %d "
                               "at most, which are %s a year; %d would be %s."),
                             number(m, a_year(exact, weeks)), number(m, exact), weeks, limits->weekends_most,
                             number(m, a_year(limits->weekends_most, weeks)), limits->weekends_most + 1,
                             number(m, a_year(limits->weekends_most + 1, weeks))));
  if (better && floor(better * share + 1e-9) / better > (double)limits->weekends_most / weeks + 1e-9)
    say_once(m, arena_printf(m->arena, _("A line of %d weeks may work more of these weekends: %d, which are %s a year."),
                             better, (int)floor(better * share + 1e-9),
                             number(m, a_year(floor(better * share + 1e-9), better))));
  tell_rule(at, ROTA_RULE_WEEKENDS, ROTA_WORDS, whole_only(at, share), _("groups.csv"));
}

static bool make_weekends(const struct rule_at *at, const struct group_row *group, struct rota_limits *limits) {
  int64_t every = group->weekend_every_milli;
  int weeks = at->m->base->weeks;
  limits->weekends_most = ROTA_NO_LIMIT;
  if (never_on_weekends(group)) {
    tell_rule(at, ROTA_RULE_WEEKENDS, ROTA_WORDS, _("none"), _("groups.csv"));
  } else if (weekends_by_year(group) || every % MILLI) {
    make_weekend_count(at, weekends_share(group), limits);
  } else {
    limits->weekend_every = (int)(every / MILLI);
    tell_rule(at, ROTA_RULE_WEEKENDS, ROTA_WORDS,
              limits->weekend_every == 1 ? _("any") : arena_printf(at->m->arena, _("one in %d"), limits->weekend_every),
              _("groups.csv"));
    if (weeks % limits->weekend_every)
      return refuse(at->m,
                    arena_printf(at->m->arena,
                                 _("%s works one weekend in %d, and %d weeks are no multiple of %d: ask for %d weeks"),
                                 at->group, limits->weekend_every, weeks, limits->weekend_every,
                                 weeks * limits->weekend_every));
  }
  limits->whole_weekends = rule_value(at, WORD_WHOLE_WEEKENDS, 0) > 0;
  if (limits->whole_weekends)
    tell_rule(at, ROTA_RULE_WHOLE_WEEKENDS, WORD_WHOLE_WEEKENDS, _("yes"), custom(ROTA_RULE_WHOLE_WEEKENDS));
  return true;
}

static void make_sundays(const struct rule_at *at, const struct group_row *group, struct rota_limits *limits) {
  const struct tables *tables = at->m->base->tables;
  bool averaged = settings_of(tables)->sundays == SUNDAY_AVERAGED;
  enum law_rule rule = averaged ? LAW_SUNDAYS_AVERAGED : LAW_SUNDAYS_NEXT_OFF;
  double share = law_hours(tables, rule, group->agreement);
  int most = ROTA_NO_LIMIT, in_row = ROTA_NO_LIMIT;
  if (share > 0 && averaged) {
    most = (int)floor(at->m->base->weeks * share + 1e-9);
    in_row = AVERAGED_IN_ROW;
  } else if (share > 0) {
    in_row = 1;
  }
  limits->sundays_most_of_n = count_of(at, WORD_SUNDAYS_MOST, most);
  limits->sundays_in_row_most = count_of(at, WORD_SUNDAYS_IN_ROW_MOST, in_row);
  if (limits->sundays_most_of_n < ROTA_NO_LIMIT)
    tell_rule(at, ROTA_RULE_SUNDAYS, WORD_SUNDAYS_MOST,
              arena_printf(at->m->arena, _("%d of %d"), limits->sundays_most_of_n, at->m->base->weeks),
              law_source(at, rule));
  if (limits->sundays_in_row_most < ROTA_NO_LIMIT)
    tell_rule(at, ROTA_RULE_SUNDAYS, WORD_SUNDAYS_IN_ROW_MOST,
              arena_printf(at->m->arena, _("%d in a row"), limits->sundays_in_row_most), law_source(at, rule));
}

// ---------------------------------------------------------------- groups

static uint32_t shifts_of_group(const struct making *m, const struct group_row *group) {
  uint32_t shifts = 0;
  for (int s = 0; s < m->base->problem.shift_count; s++)
    if (group_works_shift(m->frame, m->base->tables, group, m->base->shift_of[s], m->base->monday))
      shifts |= UINT32_C(1) << s;
  return shifts;
}

static int shortest_shift_min(const struct rota_problem *problem, uint32_t shifts) {
  int shortest = 0;
  for (int s = 0; s < problem->shift_count; s++)
    if (shifts >> s & 1 && (!shortest || problem->shifts[s].paid_min < shortest))
      shortest = problem->shifts[s].paid_min;
  return shortest;
}

// Whole shifts that come to hours within the limits?
static bool hours_can_be(const struct making *m, const struct rota_group *group) {
  const struct rota_problem *problem = &m->base->problem;
  struct arena *passing = arena_new();
  int most = group->hours_most_min, days = 7 * m->base->weeks;
  int16_t *fewest =
      arena_array(passing, (size_t)(most > 0 ? most : 0) + 1, sizeof *fewest); // shifts + 1; 0: not reached
  bool can = group->hours_least_min <= 0;
  fewest[0] = 1;
  for (int h = 1; h <= most && !can; h++) {
    for (int s = 0; s < problem->shift_count; s++) {
      int before = h - problem->shifts[s].paid_min;
      if (group->shifts >> s & 1 && problem->shifts[s].paid_min > 0 && before >= 0 && fewest[before] &&
          fewest[before] <= days && (!fewest[h] || fewest[before] + 1 < fewest[h]))
        fewest[h] = (int16_t)(fewest[before] + 1);
    }
    can = h >= group->hours_least_min && fewest[h];
  }
  arena_free(passing);
  return can;
}

static bool make_hours(const struct rule_at *at, const struct group_row *row, struct rota_group *group) {
  struct making *m = at->m;
  int contract = (int)lround(group_contract_min(m->base->tables, row) * m->base->weeks);
  double shortest_h = shortest_shift_min(&m->base->problem, group->shifts) / 60.0;
  group->hours_least_min = contract - minutes_of(at, WORD_HOURS_UNDER, shortest_h);
  group->hours_most_min = contract + minutes_of(at, WORD_HOURS_OVER, 0);
  if (group->hours_least_min < 0)
    group->hours_least_min = 0;
  bool over = rule_row(m, WORD_HOURS_OVER, row->group, NULL) && !rule_row(m, WORD_HOURS_UNDER, row->group, NULL);
  tell_rule(at, ROTA_RULE_HOURS, over ? WORD_HOURS_OVER : WORD_HOURS_UNDER,
            arena_printf(m->arena, _("%s to %s h in %d weeks"), number(m, group->hours_least_min / 60.0),
                         number(m, group->hours_most_min / 60.0), m->base->weeks),
            _("groups.csv; whole shifts"));
  if (hours_can_be(m, group))
    return true;
  return refuse(m, arena_printf(m->arena,
                                _("no whole shifts of %s come to %s to %s h in %d weeks: ask for other weeks, or write "
                                  "hours_under_h or hours_over_h in rota_rules.csv"),
                                group->group, number(m, group->hours_least_min / 60.0),
                                number(m, group->hours_most_min / 60.0), m->base->weeks));
}

static bool make_group(struct making *m, int frame_group) {
  const struct group_row *row = group_row_of(m, frame_group);
  struct rota_problem *problem = &m->base->problem;
  if (row->heads_milli % MILLI)
    return refuse(
        m, arena_printf(m->arena,
                        _("%s has %s heads, and a line is a whole person: write whole heads in groups.csv, and a "
                          "group of its own for a part of a position"),
                        row->group, number(m, (double)row->heads_milli / MILLI)));
  if (!row->heads_milli)
    return true;
  struct rota_group *group = &problem->groups[problem->group_count];
  struct rule_at at = {m, row->group, problem->group_count};
  m->base->group_of[problem->group_count++] = frame_group;
  *group = (struct rota_group){.group = row->group,
                               .title = row->title ? row->title : row->group,
                               .heads = (int)(row->heads_milli / MILLI),
                               .level = category_level(m->frame, m->base->tables, row->category),
                               .shifts = shifts_of_group(m, row)};
  make_rest(&at, row, &group->limits);
  make_runs(&at, &group->limits);
  make_sundays(&at, row, &group->limits);
  if (row->regime == REGIME_YEAR)
    say(m, arena_printf(
               m->arena,
               _("%s works by the year: hours swing and holidays are placed, so that no rota repeats. These lines are "
                 "weeks of the contract's hours."),
               row->group));
  return make_weekends(&at, row, &group->limits) && make_hours(&at, row, group);
}

static bool make_groups(struct making *m) {
  struct rota_problem *problem = &m->base->problem;
  problem->groups = arena_array(m->arena, (size_t)m->frame->group_count + 1, sizeof *problem->groups);
  m->base->group_of = arena_array(m->arena, (size_t)m->frame->group_count + 1, sizeof(int));
  for (int g = 0; g < m->frame->group_count; g++)
    if (!make_group(m, g))
      return false;
  return problem->group_count ? true : refuse(m, _("nobody is employed in the unit"));
}

// ---------------------------------------------------------------- rules of the unit

static int shift_called(const struct rota_problem *problem, const char *code, size_t length) {
  for (int s = 0; s < problem->shift_count; s++)
    if (strlen(problem->shifts[s].code) == length && !memcmp(problem->shifts[s].code, code, length))
      return s;
  return problem->shift_count; // not worked in these weeks
}

static void add_sequence(struct making *m, const struct rota_rule_row *row) {
  struct rota_problem *problem = &m->base->problem;
  struct rota_sequence sequence = {0};
  for (const char *at = row->shifts; at && *at && sequence.length < 3;) {
    at += strspn(at, " ");
    size_t length = strcspn(at, " ");
    bool off = length == 1 && *at == '-';
    if (length)
      sequence.days[sequence.length++] = off ? ROTA_OFF : shift_called(problem, at, length);
    at += length;
  }
  for (int i = 0; i < sequence.length; i++)
    if (sequence.days[i] == problem->shift_count)
      return;
  problem->sequences[problem->sequence_count++] = sequence;
}

static void make_sequences(struct making *m) {
  struct rule_at all = {m, NULL, -1};
  size_t rows = row_count(m->base->tables, TABLE_ROTA_RULES);
  m->base->problem.sequences = arena_array(m->arena, rows + 1, sizeof(struct rota_sequence));
  for (size_t i = 0; i < rows; i++) {
    const struct rota_rule_row *row = &rota_rule_rows(m->base->tables)[i];
    if (row->unit != m->unit || row->rule != WORD_SEQUENCE)
      continue;
    add_sequence(m, row);
    tell_rule(&all, ROTA_RULE_SEQUENCE, ROTA_WORDS, arena_printf(m->arena, _("never %s"), row->shifts), source_of(row));
  }
}

static void make_same_shift(struct making *m) {
  struct rule_at all = {m, NULL, -1};
  for (int s = 0; s < m->base->problem.shift_count; s++) {
    struct rota_shift *shift = &m->base->problem.shifts[s];
    const struct rota_rule_row *most = rule_row(m, WORD_SAME_SHIFT_MOST, NULL, shift->code);
    const struct rota_rule_row *least = rule_row(m, WORD_SAME_SHIFT_LEAST, NULL, shift->code);
    shift->run_most = most ? (int)(most->value_milli / MILLI) : shift->run_most;
    shift->run_least = least ? (int)(least->value_milli / MILLI) : shift->run_least;
    if (most || least)
      tell_rule(&all, ROTA_RULE_SAME_SHIFT, ROTA_WORDS,
                arena_printf(m->arena, "%s: %s", shift->code, run_limit(&all, shift->run_least, shift->run_most)),
                source_of(most ? most : least));
  }
}

static void make_weights(struct making *m) {
  struct rule_at all = {m, NULL, -1};
  struct rota_weights *weights = &m->base->problem.weights;
  *weights = default_weights;
  double *const of[] = {&weights->idle_kr_per_h,   &weights->single_day_on_kr, &weights->single_day_off_kr,
                        &weights->short_change_kr, &weights->long_run_kr,      &weights->uneven_weekend_kr,
                        &weights->uneven_night_kr};
  for (int w = 0; w <= WORD_UNEVEN_NIGHT - WORD_IDLE; w++)
    *of[w] = rule_value(&all, (enum rota_word)(WORD_IDLE + w), *of[w]);
  m->base->problem.cover_required = rule_value(&all, WORD_COVER_REQUIRED, 0) > 0;
}

// ---------------------------------------------------------------- what an hour costs that is left to others

static double kr_of(const struct tables *tables, const struct pay_terms *terms, const struct shift_place *place) {
  struct ledger price = pay_of_span(tables, terms, &place->span);
  return kr_from_ore(ledger_sum(&price)) / ((double)place->paid_min / 60);
}

static double cheaper(double kr, double other) { return kr < 0 || other < kr ? other : kr; }

// Own people of the level beyond their contract; -1: none.
static double price_of_people(const struct making *m, int r, int l, const struct shift_place *place, day_number day,
                              double kr) {
  const struct tables *tables = tables_on(m, day);
  const struct source_row *source = &source_rows(tables)[m->frame->sources[r]];
  enum pay_form form = source->kind == SOURCE_OVERTIME ? PAY_OVERTIME : PAY_EXTRA;
  for (int g = 0; g < m->frame->group_count; g++) {
    const struct group_row *group = &group_rows(tables)[m->frame->groups[g]];
    bool part_time = group->position_e8 < ONE_E8 || form == PAY_OVERTIME;
    if (!group->heads_milli || !part_time || (source->category != NOT_GIVEN && source->category != group->category) ||
        category_level(m->frame, tables, group->category) < l)
      continue;
    struct pay_terms terms = terms_of_group(m->year, m->base->variant, form, g, day);
    kr = cheaper(kr, kr_of(tables, &terms, place));
  }
  return kr;
}

static double price_of_level(const struct making *m, int l, const struct shift_place *place, day_number day) {
  const struct tables *tables = tables_on(m, day);
  double kr = -1;
  for (int r = 0; r < m->frame->source_count; r++) {
    const struct source_row *source = &source_rows(tables)[m->frame->sources[r]];
    if (!source_open(tables, source, day) || source->hours_milli_per_week == 0)
      continue;
    if (source->kind == SOURCE_OVERTIME || source->kind == SOURCE_EXTRA) {
      kr = price_of_people(m, r, l, place, day, kr);
    } else if (category_rows(tables)[source->category].level >= m->frame->levels[l]) {
      struct pay_terms terms = terms_of_source(tables, source, m->unit);
      kr = cheaper(kr, kr_of(tables, &terms, place));
    }
  }
  return kr;
}

// Nobody is on offer: overtime at the pay of the lowest level that would do.
static double price_of_nobody(const struct making *m, int l, const struct shift_place *place, day_number day) {
  const struct tables *tables = tables_on(m, day);
  int64_t lowest = INT64_MAX;
  double kr = 0;
  for (size_t c = 0; c < row_count(tables, TABLE_CATEGORIES); c++) {
    const struct category_row *category = &category_rows(tables)[c];
    if (category->level < m->frame->levels[l] || category->level >= lowest || !yearly_pay_on(tables, (int64_t)c, day))
      continue;
    lowest = category->level;
    struct pay_terms terms = {.form = PAY_OVERTIME,
                              .category = (int64_t)c,
                              .unit = m->unit,
                              .pay_e8 = ONE_E8,
                              .full_time_min = category->full_time_min,
                              .unsocial_ore_per_h = NOT_GIVEN};
    kr = kr_of(tables, &terms, place);
  }
  return kr;
}

struct mean {
  double kr, weight;
};

static void add_prices(const struct making *m, int l, int s, int d, struct mean *mean) {
  const struct rota_problem *problem = &m->base->problem;
  day_number day = m->base->monday + d;
  struct shift_place place = shift_place(m->frame, tables_on(m, day), m->base->shift_of[s], day);
  double weight = 0;
  for (int i = 0; i < problem->interval_count; i++)
    if (problem->covers[s * problem->interval_count + i])
      weight += (double)problem->need_milli[(d * problem->interval_count + i) * problem->level_count + l] *
                (problem->intervals[i].to_min - problem->intervals[i].from_min);
  if (!place.open || weight <= 0 || place.paid_min <= 0)
    return;
  double kr = price_of_level(m, l, &place, day);
  mean->kr += weight * (kr >= 0 ? kr : price_of_nobody(m, l, &place, day));
  mean->weight += weight;
}

static void make_prices(struct making *m) {
  struct rota_problem *problem = &m->base->problem;
  problem->missing_kr_per_h = arena_array(m->arena, (size_t)problem->level_count + 1, sizeof(double));
  for (int l = 0; l < problem->level_count; l++) {
    struct mean mean = {0, 0};
    for (int s = 0; s < problem->shift_count; s++)
      for (int d = 0; d < DAYS_PER_WEEK; d++)
        add_prices(m, l, s, d, &mean);
    problem->missing_kr_per_h[l] = mean.weight > 0 ? mean.kr / mean.weight : l ? problem->missing_kr_per_h[l - 1] : 0;
  }
}

// ---------------------------------------------------------------- the whole

static bool is_shared(const struct making *m) {
  const struct tables *tables = &m->frame->scenario->tables;
  if (m->frame->unit_count > 1)
    return true;
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++)
    if (group_rows(tables)[g].unit != m->unit && group_belongs_to(tables, &group_rows(tables)[g], m->unit))
      return true;
  return false;
}

static void make_all(struct making *m) {
  if (is_shared(m)) {
    refuse(m, _("the unit shares its people with another one, and their lines would hold shifts of both"));
    return;
  }
  if (!find_base_weeks(m) || !make_shifts(m))
    return;
  make_need(m);
  if (!make_groups(m))
    return;
  make_same_shift(m);
  make_sequences(m);
  make_weights(m);
  make_prices(m);
  if (settings_of(m->base->tables)->weekend_from == WEEKEND_FRIDAY_EVENING)
    say(m, _("A weekend of a line is its Saturday and Sunday; the Friday evening of the setting weekend_from is not "
             "looked "
             "at here."));
}

struct base_rota *base_rota_make(struct arena *arena, const struct unit_year *year, enum variant variant, int weeks) {
  struct base_rota *base = arena_alloc(arena, sizeof *base);
  *base = (struct base_rota){.year = year, .variant = variant, .weeks = weeks};
  base->problem.weeks = weeks;
  struct making making = {arena, base, year, year->frame, year->frame->unit};
  make_all(&making);
  return base;
}

// ---------------------------------------------------------------- lines given

int base_given_weeks(const struct tables *tables, int64_t unit) {
  int64_t weeks = 0;
  for (size_t i = 0; i < row_count(tables, TABLE_ROTA); i++)
    if (rota_rows(tables)[i].unit == unit && rota_rows(tables)[i].week > weeks)
      weeks = rota_rows(tables)[i].week;
  return (int)weeks;
}

struct given_line {
  int group; // of the problem
  const char *code, *source;
  int *days;
};

static int group_called(const struct rota_problem *problem, const char *code) {
  for (int g = 0; g < problem->group_count; g++)
    if (!strcmp(problem->groups[g].group, code))
      return g;
  return -1;
}

static int by_group_and_code(const void *a, const void *b) {
  const struct given_line *x = a, *y = b;
  return x->group != y->group ? (x->group > y->group) - (x->group < y->group) : strverscmp(x->code, y->code);
}

static struct given_line *line_called(struct given_line *lines, size_t count, const char *code) {
  for (size_t i = count; i-- > 0;)
    if (!strcmp(lines[i].code, code))
      return &lines[i];
  return NULL;
}

static struct given_line *read_lines(struct arena *arena, const struct base_rota *base, size_t *count) {
  const struct tables *tables = &base->year->frame->scenario->tables;
  struct given_line *lines = NULL;
  size_t room = 0, days = (size_t)(7 * base->weeks);
  *count = 0;
  for (size_t i = 0; i < row_count(tables, TABLE_ROTA); i++) {
    const struct rota_row *row = &rota_rows(tables)[i];
    if (row->unit != base->year->frame->unit)
      continue;
    struct given_line *line = line_called(lines, *count, row->line);
    if (!line) {
      line = arena_push(arena, &lines, count, &room, sizeof *line);
      *line = (struct given_line){group_called(&base->problem, row->group), row->line, row->row.source,
                                  arena_array(arena, days, sizeof(int))};
      for (size_t t = 0; t < days; t++)
        line->days[t] = ROTA_OFF;
    }
    bool off = !row->shift || !strcmp(row->shift, "-");
    size_t t = (size_t)(7 * (row->week - 1) + row->day);
    if (t < days && !off)
      line->days[t] = shift_called(&base->problem, row->shift, strlen(row->shift));
  }
  if (*count)
    qsort(lines, *count, sizeof *lines, by_group_and_code);
  return lines;
}

static bool lines_fit(const struct base_rota *base, const struct given_line *lines, size_t count) {
  const struct rota_problem *problem = &base->problem;
  int *heads = calloc((size_t)problem->group_count + 1, sizeof *heads);
  bool fit = heads;
  for (size_t i = 0; i < count && fit; i++) {
    fit = lines[i].group >= 0;
    if (fit)
      heads[lines[i].group]++;
    for (int t = 0; t < 7 * base->weeks && fit; t++)
      fit = lines[i].days[t] < problem->shift_count;
  }
  for (int g = 0; g < problem->group_count && fit; g++)
    fit = heads[g] == problem->groups[g].heads;
  free(heads);
  return fit;
}

struct rota *base_given(struct arena *arena, const struct base_rota *base, const char ***codes, const char ***sources) {
  size_t count, days = (size_t)(7 * base->weeks);
  const struct given_line *lines = read_lines(arena, base, &count);
  if (!count || !lines_fit(base, lines, count))
    return NULL;
  struct rota *rota = arena_alloc(arena, sizeof *rota);
  *rota = (struct rota){base->weeks, (int)count, arena_array(arena, count, sizeof(int)),
                        arena_array(arena, count * days, sizeof(int))};
  *codes = arena_array(arena, count, sizeof **codes);
  *sources = arena_array(arena, count, sizeof **sources);
  for (size_t i = 0; i < count; i++) {
    rota->group_of[i] = lines[i].group;
    (*codes)[i] = lines[i].code;
    (*sources)[i] = lines[i].source;
    memcpy(rota->day + i * days, lines[i].days, days * sizeof(int));
  }
  return rota;
}

int base_persons(const struct rota *rota, int g, int s, int t) {
  int persons = 0;
  for (int line = 0; line < rota->line_count; line++)
    persons += rota->group_of[line] == g && rota->day[line * 7 * rota->weeks + t] == s;
  return persons;
}
