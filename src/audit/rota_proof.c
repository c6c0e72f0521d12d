// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rota_proof.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "audit/compliance.h"
#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "base/tolerance.h"
#include "need/group.h"
#include "need/positions.h"
#include "scenario/agreement.h"
#include "scenario/law.h"

// ---------------------------------------------------------------- words

static const char *week_in_words(struct arena *arena, const struct unit_rota *rota, const struct rota_breach *breach) {
  const struct rota_limits *limits = &rota->base->problem.groups[rota->rota->group_of[breach->line]].limits;
  const char *line = rota->codes[breach->line];
  int week = breach->day / DAYS_PER_WEEK + 1;
  if (breach->rule == ROTA_RULE_WEEK_HOURS)
    return arena_printf(arena, _("line %s, week %d has %s h, limit %s h"), line, week,
                        number_in_words(arena, breach->value), number_in_words(arena, breach->limit));
  if (breach->rule == ROTA_RULE_AVERAGE_HOURS)
    return arena_printf(arena, _("line %s, %d weeks from week %d, Monday: %s h a week, limit %s h"), line,
                        limits->average_weeks, week, number_in_words(arena, breach->value),
                        number_in_words(arena, breach->limit));
  return arena_printf(arena, _("line %s, %d weeks from week %d, Monday: %s h in 24, limit %s h"), line,
                      limits->night_average_weeks, week,
                      number_in_words(arena, base_night_h_in_24(rota->base->tables, breach->value)),
                      number_in_words(arena, base_night_h_in_24(rota->base->tables, breach->limit)));
}

static bool is_of_weeks(enum rota_rule rule) {
  return rule == ROTA_RULE_WEEK_HOURS || rule == ROTA_RULE_AVERAGE_HOURS || rule == ROTA_RULE_NIGHT_HOURS;
}

const char *rota_breach_in_words(struct arena *arena, const struct unit_rota *rota, const struct rota_breach *breach) {
  const struct rota_rule_record *record = &rota_rule_records[breach->rule];
  bool counted = *record->unit;
  const char *line = rota->codes[breach->line];
  if (breach->rule == ROTA_RULE_HOURS)
    return arena_printf(arena, _("line %s has %s h, limit %s h"), line, number_in_words(arena, breach->value),
                        number_in_words(arena, breach->limit));
  if (is_of_weeks(breach->rule))
    return week_in_words(arena, rota, breach);
  const char *at = arena_printf(arena, _("line %s, week %d, %s"), line, breach->day / 7 + 1,
                                weekday_name((enum weekday)(breach->day % DAYS_PER_WEEK)));
  if (!counted)
    return arena_printf(arena, "%s: %s", _(record->title), at);
  return arena_printf(arena, _("%s: %s, %s, limit %s %s"), _(record->title), at, number_in_words(arena, breach->value),
                      number_in_words(arena, breach->limit), rota_unit_word(record->unit, breach->limit));
}

// ---------------------------------------------------------------- the limits of a finding

struct testing {
  struct arena *arena;
  const struct unit_rota *rota;
  const struct rota_problem *problem;
  const struct tables *tables; // of the base weeks
};

struct tested {
  int count;
  const char *first; // the first breach, in words
};

static const struct group_row *row_of(const struct testing *t, int group) {
  const struct base_rota *base = t->rota->base;
  return &group_rows(t->tables)[base->year->frame->groups[base->group_of[group]]];
}

// Sets the finding's limit by law or contract in `group`, and returns the rota rule that measures it; ROTA_RULES: none.
typedef enum rota_rule limit_of_finding(const struct testing *t, const struct group_row *row, struct rota_group *group);

static enum rota_rule limit_daily_rest(const struct testing *t, const struct group_row *row, struct rota_group *group) {
  (void)row;
  double hours = (double)rate_on(t->tables, RATE_DAILY_REST, NULL, t->rota->base->monday) / 1e6;
  group->limits.daily_rest_min = group->limits.short_rest_min = (int)lround(hours * 60);
  return ROTA_RULE_DAILY_REST;
}

static enum rota_rule limit_weekly_rest(const struct testing *t, const struct group_row *row,
                                        struct rota_group *group) {
  group->limits.weekly_rest_min = (int)lround(law_hours(t->tables, LAW_WEEKLY_REST, row->agreement) * 60);
  return ROTA_RULE_WEEKLY_REST;
}

static enum rota_rule limit_weekends(const struct testing *t, const struct group_row *row, struct rota_group *group) {
  (void)t, (void)row, (void)group; // the group already holds the contract's limits
  return ROTA_RULE_WEEKENDS;
}

static enum rota_rule limit_sundays(const struct testing *t, const struct group_row *row, struct rota_group *group,
                                    bool averaged) {
  struct base_sundays sundays = base_sundays_of(t->tables, row->agreement, averaged, t->problem->weeks);
  group->limits.sundays_most_of_n = sundays.most;
  group->limits.sundays_in_row_most = sundays.in_row_most;
  return ROTA_RULE_SUNDAYS;
}

static enum rota_rule limit_next_off(const struct testing *t, const struct group_row *row, struct rota_group *group) {
  return limit_sundays(t, row, group, false);
}

static enum rota_rule limit_averaged(const struct testing *t, const struct group_row *row, struct rota_group *group) {
  return limit_sundays(t, row, group, true);
}

static enum rota_rule limit_full_time(const struct testing *t, const struct group_row *row, struct rota_group *group) {
  group->hours_least_min = 0;
  group->hours_most_min = (int)lround((double)group_full_time(t->tables, row) * t->problem->weeks);
  return ROTA_RULE_HOURS;
}

static enum rota_rule limit_week(struct base_week_hours hours, struct rota_group *group) {
  group->limits.week_most_min = hours.most_min;
  return ROTA_RULE_WEEK_HOURS;
}

static enum rota_rule limit_ceiling(const struct testing *t, const struct group_row *row, struct rota_group *group) {
  return limit_week(base_week_ceiling_of(t->tables, row), group);
}

static enum rota_rule limit_total(const struct testing *t, const struct group_row *row, struct rota_group *group) {
  return limit_week(base_week_total_of(t->tables, row, t->rota->base->monday), group);
}

// For average hours and night work the lines have only the law's limit.
static enum rota_rule limit_average(const struct testing *t, const struct group_row *row, struct rota_group *group) {
  (void)t, (void)row, (void)group;
  return ROTA_RULE_AVERAGE_HOURS;
}

static enum rota_rule limit_nights(const struct testing *t, const struct group_row *row, struct rota_group *group) {
  (void)t, (void)row, (void)group;
  return ROTA_RULE_NIGHT_HOURS;
}

struct proof {
  const char *code;
  limit_of_finding *limit;
  bool laid_out;      // lines are made under this rule, so they keep it or what rota_rules.csv sets instead
  bool with_holidays; // it counts public holidays, of which a base rota has none
  bool own_hours;     // it concerns the line's own hours only
};

static const struct proof proofs[] = {
    {"daily_rest", limit_daily_rest, true, false, false},
    {"weekly_rest", limit_weekly_rest, true, false, false},
    {"weekends_per_person", limit_weekends, true, false, false},
    {"sundays_next_off", limit_next_off, true, true, false},
    {"sundays_averaged", limit_averaged, true, true, false},
    {"week_average", limit_full_time, false, false, true},
    {"week_ceiling", limit_ceiling, true, false, true},
    {"week_total", limit_total, true, false, true},
    {"hours_48", limit_average, true, false, true},
    {"night_average", limit_nights, true, false, true},
};

static const struct proof *proof_of(const char *code) {
  for (size_t i = 0; i < sizeof proofs / sizeof *proofs; i++)
    if (!strcmp(proofs[i].code, code))
      return &proofs[i];
  return NULL;
}

// ---------------------------------------------------------------- the lines measured

static void take_breach(const struct testing *t, struct tested *tested, const struct rota_breach *breach) {
  if (!tested->count++)
    tested->first = rota_breach_in_words(t->arena, t->rota, breach);
}

static void measure_by_rule(const struct testing *t, enum rota_rule rule, const struct rota_track *track,
                            struct tested *tested) {
  struct rota_breach first;
  struct rota_breaches found = {&first, 0, 1};
  rota_rule_records[rule].check(t->problem, track, &found);
  if (found.count)
    take_breach(t, tested, &first);
  tested->count += found.count ? found.count - 1 : 0;
}

// own: tests the limits under which the lines were laid out, instead of those of law and contract.
static struct tested test_lines(const struct testing *t, const struct proof *proof, bool own) {
  struct tested tested = {0, NULL};
  for (int i = 0; i < rota_track_count(t->problem, t->rota->rota); i++) {
    struct rota_track track = rota_track_of(t->problem, t->rota->rota, i);
    const struct group_row *row = row_of(t, t->rota->rota->group_of[i]);
    struct rota_group group = *track.group, laid_out = *track.group;
    enum rota_rule rule = proof->limit(t, row, &group);
    track.group = own ? &laid_out : &group;
    measure_by_rule(t, rule, &track, &tested);
  }
  return tested;
}

// ---------------------------------------------------------------- what is agreed instead

// The rule whose limit rota_rules.csv changes for the lines; NULL: none.
static const struct base_rule *agreed_instead(const struct testing *t, const struct proof *proof) {
  struct rota_group passing = t->problem->groups[0];
  if (!proof->laid_out)
    return NULL;
  enum rota_rule rule = proof->limit(t, row_of(t, 0), &passing);
  for (size_t r = 0; r < t->rota->base->rule_count; r++)
    if (t->rota->base->rules[r].rule == rule && t->rota->base->rules[r].changed_by)
      return &t->rota->base->rules[r];
  return NULL;
}

static const char *agreed_in_words(const struct testing *t, const struct base_rule *agreed) {
  return arena_printf(t->arena, _("%s by %s, which takes an agreement with %s"), agreed->limit, agreed->changed_by,
                      _(rota_rule_records[agreed->rule].who_may));
}

// ---------------------------------------------------------------- what it makes of a finding

// Are the lines laid out so that one of any two consecutive Sundays or public holidays is off?
static bool one_red_day_off(const struct testing *t) {
  for (int g = 0; g < t->problem->group_count; g++)
    if (t->problem->groups[g].limits.sundays_in_row_most != 1)
      return false;
  return true;
}

static const char *proven_in_words(const struct testing *t, const struct proof *proof) {
  const struct unit_rota *rota = t->rota;
  const char *proven =
      rota->given ? _("Proven: every line of rota.csv keeps it, in weeks without public holidays.")
                  : arena_printf(t->arena,
                                 _("Proven: there is a rota of %d weeks whose every line keeps it, in weeks without "
                                   "public holidays (rota_lines.csv)."),
                                 rota->base->weeks);
  if (proof->own_hours)
    return arena_printf(t->arena, _("%s For hours beyond the lines there is room on average."), proven);
  if (proof->with_holidays)
    return arena_printf(
        t->arena, _("%s Public holidays on other days are rostered apart; there are people enough for them."), proven);
  return proven;
}

// Does every line keep the rule when laid out on the dates of the year, public holidays included?
static bool kept_on_calendar(const struct testing *t, const struct proof *proof) {
  const struct year_rota *year = t->rota->calendar;
  if (!year || year->why)
    return false;
  if (proof->limit == limit_next_off)
    return one_red_day_off(t) && !year->sums.red_pairs;
  for (int g = 0; g < t->problem->group_count; g++)
    if (year->sums.red_share_most > law_hours(t->tables, LAW_SUNDAYS_AVERAGED, row_of(t, g)->agreement) + NO_HOURS)
      return false;
  return true;
}

static const char *calendar_in_words(const struct testing *t) {
  const struct year_sums *sums = &t->rota->calendar->sums;
  const char *proven = arena_printf(
      t->arena, _("Proven: laid out on the dates of the year, public holidays planned, every line keeps it "
                  "(rotacost rota --calendar)."));
  if (sums->missing_holidays_h < 0.05)
    return proven;
  return arena_printf(t->arena, _("%s Of the need on public holidays %s person-hours are then left to others."), proven,
                      number_in_words(t->arena, sums->missing_holidays_h));
}

static void say(struct audit *notes, struct finding *finding, const char *words) {
  finding->reason = arena_printf(notes->arena, "%s %s", finding->reason, words);
}

static void prove_kept(struct audit *notes, const struct testing *t, struct finding *finding,
                       const struct proof *proof) {
  const struct base_rule *agreed = agreed_instead(t, proof);
  bool calendar = proof->with_holidays && kept_on_calendar(t, proof);
  if (!proof->with_holidays || calendar)
    finding->status = FINDING_KEPT;
  say(notes, finding, calendar ? calendar_in_words(t) : proven_in_words(t, proof));
  if (agreed)
    say(notes, finding, arena_printf(t->arena, _("The lines are laid out by %s."), agreed_in_words(t, agreed)));
}

static void prove_agreed(struct audit *notes, const struct testing *t, struct finding *finding,
                         const struct proof *proof, const struct tested *law, const struct base_rule *agreed) {
  if (!proof->with_holidays)
    finding->status = FINDING_KEPT;
  say(notes, finding,
      arena_printf(t->arena, _("Every line keeps what is agreed instead: %s. The limit above is not kept: %s."),
                   agreed_in_words(t, agreed), law->first));
}

static void prove_broken(struct audit *notes, const struct testing *t, struct finding *finding,
                         const struct tested *law) {
  if (!t->rota->given) {
    say(notes, finding,
        arena_printf(t->arena, _("The rota found (rota_lines.csv) has it otherwise: %s. Another may keep it."),
                     law->first));
    return;
  }
  finding->status = FINDING_BROKEN;
  finding->breaches = law->count;
  say(notes, finding, arena_printf(t->arena, _("Broken in rota.csv: %s."), law->first));
}

static void prove(struct audit *notes, const struct testing *t, struct finding *finding, const struct proof *proof) {
  struct tested law = test_lines(t, proof, false);
  const struct base_rule *agreed = agreed_instead(t, proof);
  if (!law.count)
    prove_kept(notes, t, finding, proof);
  else if (agreed && !test_lines(t, proof, true).count)
    prove_agreed(notes, t, finding, proof, &law, agreed);
  else
    prove_broken(notes, t, finding, &law);
}

static bool is_of_overtime(const char *code) { return !strncmp(code, "overtime_", strlen("overtime_")); }

static void prove_finding(struct audit *notes, const struct testing *t, struct finding *finding) {
  const struct proof *proof = proof_of(finding->rule);
  if (!proof && !is_of_overtime(finding->rule))
    return;
  assert(finding->sure_reason);
  finding->reason = finding->sure_reason;
  if (proof)
    prove(notes, t, finding, proof);
  else
    say(notes, finding,
        _("Kept on average over the group. A base rota holds no overtime: who works it shows as it is ordered."));
}

// No rota keeps all the rules together; which of them has to give way is not said by that.
static void prove_none(struct audit *notes, struct finding *finding) {
  if (!proof_of(finding->rule))
    return;
  finding->status = FINDING_NEEDS_ROTA;
  finding->reason = finding->sure_reason;
  say(notes, finding,
      _("No base rota keeps this and all other rules of the unit: `rotacost rota` lists those that could give way."));
}

void rota_prove_findings(struct audit *notes, const struct unit_rota *rota) {
  bool none = rota->answer.outcome == ROTA_NONE && !rota->base->refusal;
  if (!rota->rota && !none)
    return;
  struct testing t = {notes->arena, rota, &rota->base->problem, rota->base->tables};
  for (size_t i = 0; i < notes->finding_count; i++) {
    struct finding *finding = &notes->findings[i];
    bool of_it = finding->measure == rota->measure && finding->year == rota->year &&
                 finding->unit == (size_t)rota->unit && finding->positions == POSITIONS_KEPT;
    if (!of_it || (finding->status != FINDING_NEEDS_ROTA && finding->status != FINDING_BOUNDED))
      continue;
    if (none)
      prove_none(notes, finding);
    else
      prove_finding(notes, &t, finding);
  }
}
