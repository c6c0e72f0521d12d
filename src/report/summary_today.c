// SPDX-License-Identifier: GPL-3.0-or-later
// What the summary says about today, whatever is proposed: redesigned rotas, the baseline, its accounts, children and
// schools.
#include <math.h>

#include "audit/titles.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/accounts.h"
#include "report/free_days.h"
#include "report/overtime.h"
#include "report/ratios.h"
#include "report/rotas.h"
#include "report/sharing.h"
#include "report/summary.h"
#include "report/unreplaced.h"

static void print_baseline(const struct summary *s, int first_year) {
  for (int year = first_year; year <= s->settings->last_year; year++) {
    int64_t cost = 0, slack = 0;
    double fte = 0, idle_h = 0, short_h = 0;
    for (size_t b = 0; b < s->audit->baseline_count; b++) {
      const struct baseline_year *unit = &s->audit->baseline[b];
      if (unit->year != year)
        continue;
      cost += ledger_sum(&unit->ledger[POSITIONS_KEPT]);
      // where positions that follow also fill empty posts, the difference is not slack
      if (unit->figures[POSITIONS_KEPT].short_h < 0.5)
        slack += ledger_sum(&unit->ledger[POSITIONS_KEPT]) - ledger_sum(&unit->ledger[POSITIONS_ADJUSTED]);
      const struct figures *figures = &unit->figures[POSITIONS_KEPT];
      fte += figures->positions_fte;
      idle_h += figures->hours[HOURS_IDLE];
      short_h += figures->short_h;
    }
    const char *contracted = summary_number(s, fte, 1), *idle = summary_number(s, idle_h, 0);
    if (short_h >= 0.5)
      terminal_say(
          s->out,
          _("Baseline %s: %s kr, %s FTE contracted, %s idle hours, SHORT of %s person-hours (units short are not in "
            "the slack); slack %s kr (what it could save by tightening alone, in no measure).\n"),
          YEAR_NAME(year), summary_kr(s, cost), contracted, idle, summary_number(s, short_h, 0), summary_kr(s, slack));
    else
      terminal_say(
          s->out,
          _("Baseline %s: %s kr, %s FTE contracted, %s idle hours; slack %s kr (what it could save by tightening "
            "alone, in no measure).\n"),
          YEAR_NAME(year), summary_kr(s, cost), contracted, idle, summary_kr(s, slack));
  }
}

static void print_sharing(const struct summary *s) {
  const char *sentence = sharing_sentence(s->arena, s->audit->scenario);
  if (sentence)
    terminal_say(s->out, "%s\n", sentence);
}

// "night of ward (4.5 heads)": groups that would be larger with positions adjusted, if they were allowed to.
static const char *capped_in_words(const struct summary *s, int year) {
  const char *list = "";
  for (size_t b = 0; b < s->audit->baseline_count; b++) {
    const struct baseline_year *unit = &s->audit->baseline[b];
    size_t g = 0;
    for (size_t row = 0; row < row_count(s->tables, TABLE_GROUPS) && g < unit->group_count; row++) {
      const struct group_row *group = &group_rows(s->tables)[row];
      if (unit->year != year || group->unit != (int64_t)unit->unit)
        continue;
      const struct adjusted_heads *heads = &unit->groups[g++].adjusted;
      if (heads_are_capped(heads))
        list = arena_printf(s->arena, _("%s%s%s of %s (%s heads)"), list, *list ? ", " : "",
                            title_of_contract(s->arena, s->tables, group),
                            title_of_unit(s->tables, unit_rows(s->tables)[group->unit].unit),
                            summary_number(s, heads->most, 1));
    }
  }
  return list;
}

static void print_capped(const struct summary *s) {
  for (int year = (int)s->settings->first_year; year <= s->settings->last_year; year++) {
    const char *list = capped_in_words(s, year);
    if (*list)
      terminal_say(
          s->out,
          _("Positions adjusted %s: at the most heads allowed (adjust_max_percent): %s. With more of them the slack "
            "might be larger.\n"),
          YEAR_NAME(year), list);
  }
}

static void print_overtime(const struct summary *s) {
  for (int year = (int)s->settings->first_year; year <= s->settings->last_year; year++) {
    const char *sentence = overtime_sentence(s->arena, s->audit, year);
    if (sentence)
      terminal_say(s->out, "%s\n", sentence);
  }
}

// For the last year: the others are in units.csv.
static void print_free_days(const struct summary *s) {
  const char *sentence = free_days_sentence(s->arena, s->audit, (int)s->settings->last_year);
  if (sentence)
    terminal_say(s->out, "%s\n", sentence);
}

static void print_unreplaced(const struct summary *s) {
  for (int year = (int)s->settings->first_year; year <= s->settings->last_year; year++) {
    const char *sentence = unreplaced_sentence(s->arena, s->audit, year);
    if (sentence)
      terminal_say(s->out, "%s\n", sentence);
  }
}

// "3 x Nurse 75 %, 2 x Nurse 100 %".
static const char *heads_in_words(const struct summary *s, const struct redesign *redesign) {
  const char *list = "";
  for (size_t i = 0; i < redesign->type_count; i++)
    if (redesign->heads[i] >= 0.5)
      list = arena_printf(s->arena, "%s%s%.0f x %s", list, *list ? ", " : "", redesign->heads[i],
                          title_of_contract(s->arena, s->tables, &catalogue_rows(s->tables)[redesign->types[i]]));
  return list;
}

static void print_redesign(const struct summary *s, const struct redesign_result *result) {
  const char *unit = title_of_unit(s->tables, unit_rows(s->tables)[result->unit].unit);
  const struct redesign *redesign = result->redesign;
  if (!redesign) {
    terminal_say(s->out, _("Rota of %s: nothing proven: %s.\n"), unit, result->why);
    return;
  }
  if (!redesign->covers) {
    const char *open_h = summary_number(s, redesign->short_h, 0);
    if (redesign->blocking)
      terminal_say(
          s->out,
          _("Rota of %s %s: no rota from this catalogue covers the need: at least %s person-hours stay open; what "
            "stands in the way is %s.\n"),
          unit, YEAR_NAME(redesign->year), open_h, redesign->blocking);
    else
      terminal_say(
          s->out,
          _("Rota of %s %s: no rota from this catalogue covers the need: at least %s person-hours stay open.\n"), unit,
          YEAR_NAME(redesign->year), open_h);
    return;
  }
  terminal_say(
      s->out,
      _("Rota of %s %s: no rota under these rules costs less than %s kr; found for %s kr (today's %s kr): %s; average "
        "position %s %%, %s %% of the hours variable.\n"),
      unit, YEAR_NAME(redesign->year), summary_kr(s, fixed_round(redesign->bound_kr * ORE_PER_KR)),
      summary_kr(s, fixed_round(redesign->cost_kr * ORE_PER_KR)),
      summary_kr(s, fixed_round(result->today_kr * ORE_PER_KR)), heads_in_words(s, redesign),
      summary_number(s, 100 * figures_average_position(&redesign->figures), 1),
      summary_number(s, 100 * figures_variable_share(&redesign->figures), 1));
}

static const char *tolerance_said(const struct summary *s) {
  double percent = (double)s->settings->accounts_tolerance_e8 / (double)ONE_E8 * 100;
  return summary_number(s, percent, percent > floor(percent));
}

const char *summary_accounts(const struct summary *s) {
  const char *const *headings;
  if (!s->audit->account_count)
    return s->audit->baseline_count ? accounts_none(s->arena, s->audit) : NULL;
  if (result_row_count(accounts_off(s->arena, s->audit, &headings)))
    return NULL;
  return arena_printf(s->arena, _("Accounts: the baseline lies within %s %% of the books on every line compared."),
                      tolerance_said(s));
}

// A wrong baseline makes every effect wrong, so differences come first among the doubts.
void summary_print_accounts_off(const struct summary *s) {
  const char *const *headings;
  struct result_table *off = accounts_off(s->arena, s->audit, &headings);
  if (!s->audit->account_count || !result_row_count(off))
    return;
  terminal_say(
      s->out,
      _("\nWARNING: the baseline differs from the accounts by more than %s %%, and so does every effect built on "
        "it\n\n"),
      tolerance_said(s));
  summary_print_table(s, off, headings);
  terminal_say(
      s->out, "%s",
      _("accounts.csv has every line. Books are in the kroner of their year, the baseline in those of price_day.\n"));
}

static void print_accounts(const struct summary *s) {
  const char *sentence = summary_accounts(s);
  if (sentence)
    terminal_say(s->out, "%s\n", sentence);
  summary_print_accounts_off(s);
}

static void print_ratios(const struct summary *s) {
  const char *const *headings;
  int year = (int)s->settings->last_year;
  struct result_table *table = ratios_of_year(s->arena, s->audit, year, &headings);
  if (!result_row_count(table))
    return;
  terminal_say(s->out,
               _("\nChildren and adults %s, baseline, positions adjusted to the need (curve.csv: by the half "
                 "hour)\n\n"),
               YEAR_NAME(year));
  summary_print_table(s, table, headings);
  terminal_say(s->out, "%s",
               _("Rule h: adult hours the rule wants. Worst: most children per adult at any moment. Below: adult hours "
                 "missing by\n"
                 "the rule. Adults without those whom need.csv puts on top (special needs, leadership).\n"));
}

static void print_schools(const struct summary *s) {
  const char *const *headings;
  struct result_table *table = schools_short(s->arena, s->audit, &headings);
  if (!result_row_count(table))
    return;
  const char *sentence = schools_sentence(s->arena, s->audit);
  if (sentence)
    terminal_say(s->out, "\n%s\n", sentence);
  terminal_say(s->out, "%s", _("\nSchools: a BENCHMARK, NOT A ROTA (leadership and teaching FTE)\n\n"));
  summary_print_table(s, table, headings);
  terminal_say(
      s->out, "%s",
      _("Own, its size: FTE of one school of this size by the schools of its own municipality; Other's: by those of "
        "the\n"
        "others. FTE per pupil, linear in size between the next smaller and larger school of the kind, else the "
        "nearest's.\n"));
}

// For each unit and measure the last year reported.
static void print_rotas(const struct summary *s) {
  const struct audit *audit = s->audit;
  for (size_t i = 0; i < audit->rota_count; i++) {
    const struct rota_told *told = &audit->rotas[i];
    if (!rota_is_last_told(audit, told))
      continue;
    const char *measure = told->measure == NOT_GIVEN ? "" : measure_rows(s->tables)[told->measure].measure;
    terminal_say(s->out, "%s%s%s\n", measure, *measure ? ": " : "",
                 terminal_plain(s->arena, terminal_text(s->arena, rota_told_sentence(s->arena, audit, told))));
  }
  for (size_t m = 0; m < audit->measure_count; m++) {
    const char *claim = rota_claim_sentence(s->arena, audit, m);
    if (claim)
      terminal_say(s->out, "%s: %s\n", measure_rows(s->tables)[m].measure, terminal_plain(s->arena, claim));
  }
}

void summary_print_today(const struct summary *s) {
  for (size_t i = 0; i < s->audit->redesign_count; i++)
    print_redesign(s, &s->audit->redesigns[i]);
  if (s->audit->baseline_count)
    print_baseline(s, (int)s->settings->first_year);
  print_sharing(s);
  print_capped(s);
  print_overtime(s);
  print_free_days(s);
  print_unreplaced(s);
  print_rotas(s);
  print_accounts(s);
  print_ratios(s);
  print_schools(s);
}

void summary_print_today_short(const struct summary *s) {
  if (s->audit->baseline_count)
    print_baseline(s, (int)s->settings->last_year);
  print_accounts(s);
  print_ratios(s);
  print_schools(s);
}
