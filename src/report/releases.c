// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/releases.h"

#include <math.h>
#include <stdlib.h>

#include "audit/bridge.h"
#include "audit/titles.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/overview_line.h"
#include "scenario/shared.h"

static const double SAME = 0.0005;         // smaller amounts of heads or FTE count as none
static const double SAME_IN_PRINT = 0.005; // FTE are printed with two decimals

static int64_t milli(double value) { return fixed_round(value * MILLI); }
static int64_t ore_of(double kr) { return fixed_round(kr * ORE_PER_KR); }

static void add_day(struct result_table *table, day_number day) {
  result_number(table, day == DAY_NONE ? FIELD_BLANK : day);
}

static const char *measure_code(const struct tables *tables, int64_t measure) {
  return measure == NOT_GIVEN ? "" : measure_rows(tables)[measure].measure;
}

// ---------------------------------------------------------------- group by group

static const struct field_column positions_columns[] = {
    {"measure", FIELD_CODE, 0},          {"unit", FIELD_CODE, 0},           {"group", FIELD_CODE, 0},
    {"category", FIELD_CODE, 0},         {"year", FIELD_YEAR, 0},           {"position_percent", FIELD_DECIMAL, 1},
    {"heads_today", FIELD_DECIMAL, 3},   {"heads_now", FIELD_DECIMAL, 3},   {"heads_cut", FIELD_DECIMAL, 3},
    {"heads_with", FIELD_DECIMAL, 3},    {"freed_heads", FIELD_DECIMAL, 3}, {"now_fte", FIELD_DECIMAL, 3},
    {"with_fte", FIELD_DECIMAL, 3},      {"freed_fte", FIELD_DECIMAL, 3},   {"freed_pay_kr", FIELD_KR, 0},
    {"notice_months", FIELD_INTEGER, 0}, {"gone_on", FIELD_DATE, 0},        {"decide_by", FIELD_DATE, 0},
    {"notice_by", FIELD_DATE, 0},        {"gone_latest", FIELD_DATE, 0},
};

static void add_change(struct result_table *table, const struct released_group *released) {
  bool measure = released->measure != NOT_GIVEN;
  double freed = released->heads_cut + released->heads_with - released->heads_now;
  result_number(table, milli(released->heads_today));
  result_number(table, milli(released->heads_now));
  result_number(table, measure ? milli(released->heads_cut) : FIELD_BLANK);
  result_number(table, measure ? milli(released->heads_with) : FIELD_BLANK);
  result_number(table, measure ? milli(freed) : FIELD_BLANK);
  result_number(table, milli(released->fte_now));
  result_number(table, measure ? milli(released->fte_with) : FIELD_BLANK);
  result_number(table, measure ? milli(released->fte_with - released->fte_now) : FIELD_BLANK);
  bool freed_fte = milli(released->fte_with - released->fte_now);
  result_number(table, !measure ? FIELD_BLANK : freed_fte ? fixed_round(released->pay_ore) : 0);
}

static void add_group(struct result_table *table, const struct audit *audit, const struct release_sum *sum,
                      const struct released_group *released) {
  const struct tables *tables = &audit->scenario->tables;
  const struct group_row *group = &group_rows(tables)[released->group];
  struct notice_dates decided = released_decided(audit, sum, released), latest = released_latest(audit, sum, released);
  result_text(table, measure_code(tables, released->measure));
  result_text(table, unit_rows(tables)[group->unit].unit);
  result_text(table, group->group);
  result_text(table, category_rows(tables)[group->category].category);
  result_number(table, released->year);
  result_number(table, tenths(100 * (double)group->position_e8 / (double)ONE_E8));
  add_change(table, released);
  result_number(table, notice_months_of(settings_of(tables), group));
  add_day(table, decided.gone);
  add_day(table, latest.decision);
  add_day(table, latest.notice);
  add_day(table, latest.gone);
}

static const struct release_sum *sum_of(const struct release_sum *sums, size_t count,
                                        const struct released_group *released) {
  for (size_t i = 0; i < count; i++)
    if (sums[i].measure == released->measure && (released->measure != NOT_GIVEN || sums[i].unit == released->unit))
      return &sums[i];
  return NULL;
}

struct result_table *positions_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "positions", COLUMNS(positions_columns));
  size_t count;
  const struct release_sum *sums = release_sums(arena, audit, &count);
  for (size_t i = 0; i < audit->released_count; i++)
    if (audit->released[i].measure == NOT_GIVEN || released_any(&audit->released[i]))
      add_group(table, audit, sum_of(sums, count, &audit->released[i]), &audit->released[i]);
  return table;
}

// ---------------------------------------------------------------- in sum

static const struct field_column sum_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"unit", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"now_fte", FIELD_DECIMAL, 3},
    {"with_fte", FIELD_DECIMAL, 3},
    {"freed_fte", FIELD_DECIMAL, 3},
    {"now_kr", FIELD_KR, 0},
    {"all_stay_kr", FIELD_KR, 0},
    {"whole_kr", FIELD_KR, 0},
    {"now_proven", FIELD_CODE, 0},
    {"with_proven", FIELD_CODE, 0},
    {"more_kr", FIELD_KR, 0},
    {"today_position_percent", FIELD_DECIMAL, 1},
    {"after_now_position_percent", FIELD_DECIMAL, 1},
    {"after_with_position_percent", FIELD_DECIMAL, 1},
    {"follow_position_percent", FIELD_DECIMAL, 1},
    {"today_full_timers_percent", FIELD_DECIMAL, 1},
    {"after_now_full_timers_percent", FIELD_DECIMAL, 1},
    {"after_with_full_timers_percent", FIELD_DECIMAL, 1},
    {"follow_full_timers_percent", FIELD_DECIMAL, 1},
    {"notice_months", FIELD_INTEGER, 0},
    {"decision_date", FIELD_DATE, 0},
    {"notice_date", FIELD_DATE, 0},
    {"runs_from", FIELD_DATE, 0},
    {"gone_on", FIELD_DATE, 0},
    {"first_year", FIELD_YEAR, 0},
    {"first_year_kr", FIELD_KR, 0},
    {"decide_for", FIELD_CODE, 0},
    {"decide_by", FIELD_DATE, 0},
    {"notice_by", FIELD_DATE, 0},
    {"gone_latest", FIELD_DATE, 0},
};

static void add_kroner(struct result_table *table, const struct release_sum *sum) {
  bool measure = sum->measure != NOT_GIVEN;
  result_number(table, milli(sum->fte_now));
  result_number(table, measure ? milli(sum->fte_cut_and_with) : FIELD_BLANK);
  result_number(table, measure ? milli(sum->fte_cut_and_with - sum->fte_now) : FIELD_BLANK);
  result_number(table, ore_of(sum->now_kr));
  result_number(table, measure ? ore_of(sum->kept_kr) : FIELD_BLANK);
  result_number(table, measure ? ore_of(sum->with_kr) : FIELD_BLANK);
  result_text(table, release_state_name(sum->now));
  result_text(table, measure ? release_state_name(sum->with) : "");
  result_number(table, ore_of(measure ? sum->with_more_kr : sum->now_more_kr));
}

static void add_staff(struct result_table *table, const struct release_sum *sum) {
  bool measure = sum->measure != NOT_GIVEN;
  const struct staff *all[] = {&sum->today, &sum->after_now, &sum->after_with, &sum->follow};
  for (int i = 0; i < 4; i++)
    result_number(table, measure || i != 2 ? tenths(100 * staff_average_position(all[i])) : FIELD_BLANK);
  for (int i = 0; i < 4; i++)
    result_number(table, measure || i != 2 ? tenths(100 * staff_full_time_share(all[i])) : FIELD_BLANK);
}

static void add_dates(struct result_table *table, const struct release_sum *sum) {
  result_number(table, sum->months ? sum->months : FIELD_BLANK);
  add_day(table, sum->decided.decision);
  add_day(table, sum->decided.notice);
  add_day(table, sum->decided.runs_from);
  add_day(table, sum->decided.gone);
  result_number(table, sum->first_year ? sum->first_year : FIELD_BLANK);
  result_number(table, isnan(sum->first_year_kr) ? FIELD_BLANK : ore_of(sum->first_year_kr));
  result_text(table, sum->first_year && sum->months ? decide_for_name(sum->decide_for) : "");
  add_day(table, sum->latest.decision);
  add_day(table, sum->latest.notice);
  add_day(table, sum->latest.gone);
}

struct result_table *positions_sum_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "positions_sum", COLUMNS(sum_columns));
  const struct tables *tables = &audit->scenario->tables;
  size_t count;
  const struct release_sum *sums = release_sums(arena, audit, &count);
  for (size_t i = 0; i < count; i++) {
    result_text(table, measure_code(tables, sums[i].measure));
    result_text(table, sums[i].measure == NOT_GIVEN ? units_solved_in_words(arena, audit->scenario, sums[i].unit) : "");
    result_number(table, sums[i].year);
    add_kroner(table, &sums[i]);
    add_staff(table, &sums[i]);
    add_dates(table, &sums[i]);
  }
  return table;
}

// ---------------------------------------------------------------- in words

struct telling {
  struct arena *arena;
  const struct audit *audit;
  const char **list;
  size_t count, room;
};

static void tell(struct telling *t, const char *sentence) {
  *(const char **)arena_push(t->arena, &t->list, &t->count, &t->room, sizeof sentence) = sentence;
}

static const char *number(const struct telling *t, double value, int digits) {
  return format_decimal(t->arena, fixed_round(value * pow(10, digits)), digits);
}
static const char *kr(const struct telling *t, double value) { return format_kr_number(t->arena, ore_of(value)); }
static const char *date(const struct telling *t, day_number day) { return format_date(t->arena, day); }

// The reduction of a group, in heads or, where only their size changes, in FTE.
struct going {
  double heads, fte;
};

// parts: the reduction caused by the measure beyond its own cut; else with it.
static struct going going_of(const struct released_group *group, bool beyond_cut) {
  struct going now = {group->heads_now, group->fte_now};
  if (group->measure == NOT_GIVEN)
    return now;
  double cut = beyond_cut ? 0 : group->heads_cut, cut_fte = beyond_cut ? group->fte_cut : 0;
  return (struct going){cut + group->heads_with - now.heads, group->fte_with - cut_fte - now.fte};
}

static const char *heads_number(const struct telling *t, double heads) {
  return number(t, fabs(heads), heads == round(heads) ? 0 : 2);
}

// "2 of 5 nights_75 (ward)", "0.14 FTE of clerks (office)".
static const char *group_in_words(const struct telling *t, const struct released_group *group, struct going going) {
  const struct tables *tables = &t->audit->scenario->tables;
  const struct group_row *contract = &group_rows(tables)[group->group];
  const char *row = title_of_contract(t->arena, tables, contract),
             *unit = title_of_unit(tables, unit_rows(tables)[contract->unit].unit);
  const char *today = heads_number(t, group->heads_today);
  if (fabs(going.heads) < SAME)
    return arena_printf(t->arena, going.fte > 0 ? _("%s FTE of %s (%s)") : _("%s FTE more for %s (%s)"),
                        number(t, fabs(going.fte), 2), row, unit);
  return arena_printf(t->arena, going.heads > 0 ? _("%s of %s %s (%s)") : _("%s more beside %s %s (%s)"),
                      heads_number(t, going.heads), today, row, unit);
}

// The groups with any reduction, separated by commas.
static const char *groups_in_words(const struct telling *t, const struct release_sum *sum, bool beyond_cut) {
  const char *list = "";
  for (size_t i = 0; i < t->audit->released_count; i++) {
    const struct released_group *group = &t->audit->released[i];
    bool mine = group->measure == sum->measure && (sum->measure != NOT_GIVEN || group->unit == sum->unit);
    struct going going = going_of(group, beyond_cut);
    if (mine && (fabs(going.heads) >= SAME || fabs(going.fte) >= SAME))
      list = arena_printf(t->arena, "%s%s%s", list, *list ? ", " : "", group_in_words(t, group, going));
  }
  return list;
}

static void tell_state(struct telling *t, enum release_state state, double more_kr) {
  if (state == RELEASE_BOUND)
    tell(t, arena_printf(t->arena, _("This is the best choice found; another may save up to %s kr more a year."),
                         kr(t, more_kr)));
  if (state == RELEASE_SHORT)
    tell(t, _("Where more hours stay empty than today even with everybody there, nobody can go."));
  if (state == RELEASE_NOT_FOUND)
    tell(t, _("The search ended at its limits before it found a choice: nobody is said to go."));
}

static void tell_today(struct telling *t, const struct release_sum *sum) {
  const char *unit = title_of_units(t->arena, &t->audit->scenario->tables,
                                    units_solved_in_words(t->arena, t->audit->scenario, sum->unit));
  if (sum->fte_now < SAME)
    tell(t, arena_printf(t->arena, _("%s: with nothing changed no whole position can go."), unit));
  else
    tell(t,
         arena_printf(t->arena,
                      _("%s: with nothing changed %s FTE can go and save %s kr a year: %s. The average position goes "
                        "from %s to %s %%."),
                      unit, number(t, sum->fte_now, 2), kr(t, sum->now_kr), groups_in_words(t, sum, false),
                      number(t, 100 * staff_average_position(&sum->today), 1),
                      number(t, 100 * staff_average_position(&sum->after_now), 1)));
  tell_state(t, sum->now, sum->now_more_kr);
}

static void tell_staff(struct telling *t, const struct release_sum *sum) {
  tell(t, arena_printf(t->arena,
                       _("Average position: today %s %%, without those that can go with the measure %s %%, if "
                         "positions are adjusted in any amount %s %%; full-timers %s, %s and %s %%."),
                       number(t, 100 * staff_average_position(&sum->today), 1),
                       number(t, 100 * staff_average_position(&sum->after_with), 1),
                       number(t, 100 * staff_average_position(&sum->follow), 1),
                       number(t, 100 * staff_full_time_share(&sum->today), 1),
                       number(t, 100 * staff_full_time_share(&sum->after_with), 1),
                       number(t, 100 * staff_full_time_share(&sum->follow), 1)));
}

// What prevents a date from being given.
static void tell_unknown(struct telling *t, const struct release_sum *sum) {
  if (!sum->ages_known)
    tell(t, arena_printf(
                t->arena,
                ngettext("Service and age of those who go are not known: notice is counted as %d month, the least; "
                         "with ten years of service it is 4 months from the age of 50, 5 from 55 and 6 from 60.",
                         "Service and age of those who go are not known: notice is counted as %d months, the "
                         "least; with ten years of service it is 4 months from the age of 50, 5 from 55 and 6 from "
                         "60.",
                         (unsigned long)sum->months),
                sum->months));
  if (sum->decided.gone == DAY_NONE)
    tell(t, _("No decision_date is set, so it is not told when they are gone and what the first year then saves."));
  if (!sum->first_year && sum->measure != NOT_GIVEN)
    tell(t, _("No start is decided, so there is no last day to decide."));
}

static void tell_decided(struct telling *t, const struct release_sum *sum) {
  if (sum->decided.gone == DAY_NONE)
    return;
  tell(t, arena_printf(t->arena,
                       ngettext("If it is decided on %s: notice on %s; from %s on %d month of notice; gone on %s.",
                                "If it is decided on %s: notice on %s; from %s on %d months of notice; gone on %s.",
                                (unsigned long)sum->months),
                       date(t, sum->decided.decision), date(t, sum->decided.notice), date(t, sum->decided.runs_from),
                       sum->months, date(t, sum->decided.gone)));
  if (!isnan(sum->first_year_kr))
    tell(t, arena_printf(t->arena, _("Then %s saves %s kr."), YEAR_NAME(sum->first_year), kr(t, sum->first_year_kr)));
}

static void tell_latest(struct telling *t, const struct release_sum *sum) {
  if (sum->latest.gone == DAY_NONE) {
    if (sum->first_year && sum->decide_for == DECIDE_NOTHING)
      tell(t, arena_printf(t->arena, _("The claim for %s holds although all stay."), YEAR_NAME(sum->first_year)));
    return;
  }
  const char *words =
      sum->decide_for == DECIDE_CLAIM
          ? _("Last day to decide, so that the claim for %s holds: %s (notice by %s, gone by %s).")
          : _("Last day to decide, so that they are gone when it starts in %s: %s (notice by %s, gone by "
              "%s).");
  tell(t, arena_printf(t->arena, words, YEAR_NAME(sum->first_year), date(t, sum->latest.decision),
                       date(t, sum->latest.notice), date(t, sum->latest.gone)));
}

static const char *freed_in_words(const struct telling *t, double fte) {
  if (fabs(fte) < SAME)
    return _("it frees none");
  return arena_printf(t->arena, fte > 0 ? _("it frees %s FTE") : _("it takes %s FTE"), number(t, fabs(fte), 2));
}

// Where nobody can go because of the measure, the year with them gone equals the year with them there.
static const char *saved_in_words(const struct telling *t, const struct release_sum *sum, bool none) {
  bool costs = sum->kept_kr < 0 && sum->with_kr < 0, same = none && fabs(sum->kept_kr - sum->with_kr) < 0.5;
  const char *kept = kr(t, costs ? -sum->kept_kr : sum->kept_kr), *with = kr(t, costs ? -sum->with_kr : sum->with_kr);
  if (same)
    return arena_printf(t->arena, costs ? _("A whole year costs %s kr.") : _("A whole year saves %s kr."), kept);
  return arena_printf(t->arena,
                      costs ? _("A whole year costs %s kr if all stay, %s kr if these go.")
                            : _("A whole year saves %s kr if all stay, %s kr if these go."),
                      kept, with);
}

static void tell_measure(struct telling *t, const struct release_sum *sum) {
  const char *groups = groups_in_words(t, sum, false);
  double freed = sum->fte_cut_and_with - sum->fte_now;
  tell(t, format_sentences(t->arena,
                           arena_printf(t->arena, _("With nothing changed %s FTE can go, with the measure %s; %s."),
                                        number(t, sum->fte_now, 2), number(t, sum->fte_cut_and_with, 2),
                                        freed_in_words(t, freed)),
                           saved_in_words(t, sum, fabs(freed) < SAME)));
  if (*groups)
    tell(t, arena_printf(t->arena, freed < -SAME ? _("It takes: %s.") : _("Freed: %s."), groups));
  tell_state(t, sum->with, sum->with_more_kr);
  if (!sum->months)
    return;
  tell_decided(t, sum);
  tell_latest(t, sum);
}

static void tell_more_of_measure(struct telling *t, const struct release_sum *sum) {
  tell_staff(t, sum);
  if (sum->months)
    tell_unknown(t, sum);
}

// Every sum of the measure, or of every unit.
static const char *const *tell_sums(struct arena *arena, const struct audit *audit, int64_t measure, size_t *count,
                                    void (*of_sum)(struct telling *t, const struct release_sum *sum)) {
  struct telling t = {.arena = arena, .audit = audit};
  size_t sums_count;
  const struct release_sum *sums = release_sums(arena, audit, &sums_count);
  for (size_t i = 0; i < sums_count; i++)
    if (sums[i].measure == measure)
      of_sum(&t, &sums[i]);
  *count = t.count;
  return t.list;
}

const char *const *release_sentences(struct arena *arena, const struct audit *audit, int64_t measure, size_t *count) {
  return tell_sums(arena, audit, measure, count, measure == NOT_GIVEN ? tell_today : tell_measure);
}

const char *const *release_terms(struct arena *arena, const struct audit *audit, size_t measure, size_t *count) {
  return tell_sums(arena, audit, (int64_t)measure, count, tell_more_of_measure);
}

// ---------------------------------------------------------------- beside a verdict

// The kroner on the claim's own terms if the whole positions go: do they reach it?
static const char *against_claim(const struct telling *t, const struct release_sum *sum,
                                 const struct measure_effect *effect) {
  const struct year_effect *year = overview_year(t->audit, effect);
  struct judgement judgement = claim_judge(t->arena, t->audit->scenario, effect, year);
  bool full = judgement.claimed.basis == CLAIM_FULL_YEAR;
  int64_t claimed_ore = judgement.claimed.amount_ore, kept_ore = judgement.comparable_ore[POSITIONS_KEPT];
  if (claimed_ore == NOT_GIVEN || kept_ore == NOT_GIVEN)
    return "";
  int64_t whole_ore = kept_ore + release_more_ore(sum, full ? 0 : year->year, judgement.claimed.leaves_out);
  int64_t tolerance_e8 = settings_of(&t->audit->scenario->tables)->tolerance_e8;
  int64_t least_ore = claimed_ore - fixed_share(llabs(claimed_ore), tolerance_e8);
  if (whole_ore >= least_ore)
    return _("That reaches the claim.");
  return arena_printf(t->arena, _("That is %s kr less than claimed."),
                      format_kr_number(t->arena, claimed_ore - whole_ore));
}

static void tell_whole(struct telling *t, const struct release_sum *sum, const struct measure_effect *effect) {
  double whole = release_more_fte(sum);
  if (whole <= 0) {
    tell(t, _("Of today's contracts no whole position can go because of it."));
    return;
  }
  int64_t year_ore = effect_ore(&effect->full.answers[POSITIONS_KEPT]) + release_more_ore(sum, 0, 0);
  tell(t, arena_printf(t->arena,
                       _("Of today's contracts these whole positions can go because of it, %s FTE: %s. Then a whole "
                         "year saves %s kr."),
                       number(t, whole, 2), groups_in_words(t, sum, true), format_kr_number(t->arena, year_ore)));
  tell(t, against_claim(t, sum, effect));
}

const char *release_beside_verdict(struct arena *arena, const struct audit *audit, const struct release_sum *sum) {
  const struct measure_effect *effect = sum ? &audit->measures[sum->measure] : NULL;
  if (!sum || measure_verdict(audit->scenario, effect, overview_year(audit, effect)) != VERDICT_ONLY_IF_MORE_GO)
    return "";
  struct telling t = {.arena = arena, .audit = audit};
  double more = measure_more_fte(effect);
  tell_whole(&t, sum, effect);
  if (more > 0 && fabs(more - release_more_fte(sum)) >= SAME_IN_PRINT)
    tell(&t, arena_printf(arena,
                          _("The %s FTE of the verdict are counted otherwise: in hours, of a rota made anew with "
                            "positions of any size, with and without the measure."),
                          number(&t, more, 2)));
  if (sum->months)
    tell_latest(&t, sum);
  const char *text = "";
  for (size_t i = 0; i < t.count; i++)
    text = format_sentences(arena, text, t.list[i]);
  return text;
}

const char *release_positions(struct arena *arena, const struct audit *audit, const struct release_sum *sum) {
  struct telling t = {.arena = arena, .audit = audit};
  return groups_in_words(&t, sum, false);
}
