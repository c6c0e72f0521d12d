// SPDX-License-Identifier: GPL-3.0-or-later
// Weekends and Sundays of a line.
#include <math.h>

#include "base/fixed.h"
#include "base/language.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/weekend.h"
#include "rota/base_parts.h"
#include "scenario/law.h"
#include "scenario/rows_settings.h"
#include "scenario/shared.h"

enum { AVERAGED_IN_ROW = 3, WEEKS_OFFERED = 18 };

// ---------------------------------------------------------------- weekends

static const char *whole_only(const struct rule_at *at, double share) {
  int weeks = at->m->base->weeks;
  return arena_printf(at->m->arena, _("%d of %d"), (int)floor(weeks * share + 1e-9), weeks);
}

// The number of weeks of a rota, at most WEEKS_OFFERED, that makes best use of a share of the weekends: lines repeat,
// so only a whole number of weekends in N weeks is proven. It must be a multiple of the k of the unit's other groups
// that work every k-th weekend. Of equals the smallest.
static int best_weeks(const struct making *m, double share) {
  int best = 0;
  double most = 0;
  for (int weeks = 1; weeks <= WEEKS_OFFERED; weeks++) {
    bool fits = true;
    for (int g = 0; g < m->frame->group_count; g++) {
      const struct group_row *row = base_group_row(m, g);
      bool in_k = row->heads_milli && !weekends_by_year(row) && !never_on_weekends(row);
      fits = fits &&
             !(in_k && row->weekend_every_milli % MILLI == 0 && weeks % (int)(row->weekend_every_milli / MILLI) != 0);
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

// The whole number of the weeks' weekends, rounded down: one more would exceed the contract over a year, however the
// rota is laid out.
static void make_weekend_count(const struct rule_at *at, double share, struct rota_limits *limits) {
  struct making *m = at->m;
  int weeks = m->base->weeks, better = best_weeks(m, share);
  double exact = weeks * share;
  limits->weekend_every = 1;
  limits->weekends_most = (int)floor(exact + 1e-9);
  if (exact - limits->weekends_most > 0.005)
    base_say_once(
        m, arena_printf(m->arena,
                        _("%s weekends a year are %s in %d weeks. Lines repeat, so that a line of this rota works %d "
                          "at most, which are %s a year; %d would be %s."),
                        base_number(m, a_year(exact, weeks)), base_number(m, exact), weeks, limits->weekends_most,
                        base_number(m, a_year(limits->weekends_most, weeks)), limits->weekends_most + 1,
                        base_number(m, a_year(limits->weekends_most + 1, weeks))));
  if (better && floor(better * share + 1e-9) / better > (double)limits->weekends_most / weeks + 1e-9)
    base_say_once(m, arena_printf(m->arena,
                                  _("A line of %d weeks may work more of these weekends: %d, which are %s a year."),
                                  better, (int)floor(better * share + 1e-9),
                                  base_number(m, a_year(floor(better * share + 1e-9), better))));
  base_tell_rule(at, ROTA_RULE_WEEKENDS, ROTA_WORDS, whole_only(at, share), _("groups.csv"));
}

bool base_make_weekends(const struct rule_at *at, const struct group_row *group, struct rota_limits *limits) {
  int64_t every = group->weekend_every_milli;
  int weeks = at->m->base->weeks;
  limits->weekends_most = ROTA_NO_LIMIT;
  if (never_on_weekends(group)) {
    base_tell_rule(at, ROTA_RULE_WEEKENDS, ROTA_WORDS, _("none"), _("groups.csv"));
  } else if (weekends_by_year(group) || every % MILLI) {
    make_weekend_count(at, weekends_share(group), limits);
  } else {
    limits->weekend_every = (int)(every / MILLI);
    base_tell_rule(at, ROTA_RULE_WEEKENDS, ROTA_WORDS,
                   limits->weekend_every == 1 ? _("any")
                                              : arena_printf(at->m->arena, _("one in %d"), limits->weekend_every),
                   _("groups.csv"));
    if (weeks % limits->weekend_every)
      return base_refuse(
          at->m,
          arena_printf(at->m->arena,
                       _("%s works one weekend in %d, and %d weeks are no multiple of %d: ask for %d weeks"), at->group,
                       limits->weekend_every, weeks, limits->weekend_every, weeks * limits->weekend_every));
  }
  limits->whole_weekends = base_rule_value(at, WORD_WHOLE_WEEKENDS, 0) > 0;
  if (limits->whole_weekends)
    base_tell_rule(at, ROTA_RULE_WHOLE_WEEKENDS, WORD_WHOLE_WEEKENDS, _("yes"),
                   base_custom_source(ROTA_RULE_WHOLE_WEEKENDS));
  return true;
}

static enum law_rule sunday_rule(bool averaged) { return averaged ? LAW_SUNDAYS_AVERAGED : LAW_SUNDAYS_NEXT_OFF; }

struct base_sundays base_sundays_of(const struct tables *tables, int64_t agreement, bool averaged, int weeks) {
  struct base_sundays sundays = {ROTA_NO_LIMIT, ROTA_NO_LIMIT};
  double share = law_hours(tables, sunday_rule(averaged), agreement);
  if (share > 0 && averaged) {
    sundays.most = (int)floor(weeks * share + 1e-9);
    sundays.in_row_most = AVERAGED_IN_ROW;
  } else if (share > 0) {
    sundays.in_row_most = 1;
  }
  return sundays;
}

void base_make_sundays(const struct rule_at *at, const struct group_row *group, struct rota_limits *limits) {
  const struct tables *tables = at->m->base->tables;
  bool averaged = settings_of(tables)->sundays == SUNDAY_AVERAGED;
  enum law_rule rule = sunday_rule(averaged);
  struct base_sundays law = base_sundays_of(tables, group->agreement, averaged, at->m->base->weeks);
  limits->sundays_most_of_n = base_rule_count(at, WORD_SUNDAYS_MOST, law.most);
  limits->sundays_in_row_most = base_rule_count(at, WORD_SUNDAYS_IN_ROW_MOST, law.in_row_most);
  if (limits->sundays_most_of_n < ROTA_NO_LIMIT)
    base_tell_rule(at, ROTA_RULE_SUNDAYS, WORD_SUNDAYS_MOST,
                   arena_printf(at->m->arena, _("%d of %d"), limits->sundays_most_of_n, at->m->base->weeks),
                   base_law_source(at, rule));
  if (limits->sundays_in_row_most < ROTA_NO_LIMIT)
    base_tell_rule(at, ROTA_RULE_SUNDAYS, WORD_SUNDAYS_IN_ROW_MOST,
                   arena_printf(at->m->arena, _("%d in a row"), limits->sundays_in_row_most),
                   base_law_source(at, rule));
}
