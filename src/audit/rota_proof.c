// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rota_proof.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "audit/compliance.h"
#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "need/positions.h"
#include "scenario/agreement.h"
#include "scenario/law.h"

static const double PLAY_H = 1e-6;

// ---------------------------------------------------------------- words

const char *rota_breach_in_words(struct arena *arena, const struct unit_rota *rota, const struct rota_breach *breach) {
  const struct rota_rule_record *record = &rota_rule_records[breach->rule];
  bool counted = *record->unit;
  const char *line = rota->codes[breach->line];
  if (breach->rule == ROTA_RULE_HOURS)
    return arena_printf(arena, _("line %s has %s h, limit %s h"), line, number_in_words(arena, breach->value),
                        number_in_words(arena, breach->limit));
  const char *at =
      arena_printf(arena, _("line %s, week %d, %s"), line, breach->day / 7 + 1, weekday_name((enum weekday)(breach->day % DAYS_PER_WEEK)));
  if (!counted)
    return arena_printf(arena, "%s: %s", _(record->title), at);
  return arena_printf(arena, _("%s: %s, %s, limit %s %s"), _(record->title), at, number_in_words(arena, breach->value),
                      number_in_words(arena, breach->limit), _(record->unit));
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
  const char *first; // of the breaches, in words
};

static const struct group_row *row_of(const struct testing *t, int group) {
  const struct base_rota *base = t->rota->base;
  return &group_rows(t->tables)[base->year->frame->groups[base->group_of[group]]];
}

// Sets what the finding limits as the law or the contract has it, and says by which rule of a line it is measured;
// ROTA_RULES: by none.
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
  (void)t, (void)row, (void)group; // those of the contract stand there
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

// Hours of a line's weeks, on average over so many of them.
struct hours_limit {
  double limit_h; // 0: none
  double times;   // of the hours a week
  int weeks;
};
typedef struct hours_limit hours_of_finding(const struct testing *t, const struct group_row *row);

static struct hours_limit hours_ceiling(const struct testing *t, const struct group_row *row) {
  return (struct hours_limit){law_hours(t->tables, LAW_WEEK_CEILING, row->agreement), 1, 1};
}

static struct hours_limit hours_total(const struct testing *t, const struct group_row *row) {
  double most_h = week_total_most_h(t->tables, row, t->rota->base->monday);
  return (struct hours_limit){isfinite(most_h) ? most_h : 0, 1, 1};
}

static struct hours_limit hours_average(const struct testing *t, const struct group_row *row) {
  return (struct hours_limit){law_hours(t->tables, LAW_HOURS_AVERAGE, row->agreement), 1,
                              law_limit(t->tables, LAW_HOURS_AVERAGE).weeks};
}

static struct hours_limit hours_of_nights(const struct testing *t, const struct group_row *row) {
  return (struct hours_limit){law_hours(t->tables, LAW_NIGHT_AVERAGE, row->agreement),
                              24 / (7 * 24 - law_of(t->tables)->night_rest_h),
                              law_limit(t->tables, LAW_NIGHT_AVERAGE).weeks};
}

struct proof {
  const char *code;
  limit_of_finding *limit; // NULL: of hours
  hours_of_finding *hours;
  bool nights_only;   // lines without nights are no matter of it
  bool laid_out;      // lines are laid out by it, so that a made one keeps it or what rota_rules.csv has instead
  bool with_holidays; // it counts public holidays, of which a base rota has none
  bool own_hours;     // of the line's own hours alone
};

static const struct proof proofs[] = {
    {"daily_rest", limit_daily_rest, NULL, false, true, false, false},
    {"weekly_rest", limit_weekly_rest, NULL, false, true, false, false},
    {"weekends_per_person", limit_weekends, NULL, false, true, false, false},
    {"sundays_next_off", limit_next_off, NULL, false, true, true, false},
    {"sundays_averaged", limit_averaged, NULL, false, true, true, false},
    {"week_average", limit_full_time, NULL, false, false, false, true},
    {"week_ceiling", NULL, hours_ceiling, false, false, false, true},
    {"week_total", NULL, hours_total, false, false, false, true},
    {"hours_48", NULL, hours_average, false, false, false, true},
    {"night_average", NULL, hours_of_nights, true, false, false, true},
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

static double week_h(const struct testing *t, const struct rota_track *track, int week) {
  double minutes = 0;
  int weeks = track->count / DAYS_PER_WEEK;
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    int shift = track->days[week % weeks * DAYS_PER_WEEK + d];
    minutes += shift == ROTA_OFF ? 0 : t->problem->shifts[shift].paid_min;
  }
  return minutes / 60;
}

static bool has_nights(const struct testing *t, const struct rota_track *track) {
  for (int i = 0; i < track->count; i++)
    if (track->days[i] != ROTA_OFF && t->problem->shifts[track->days[i]].night)
      return true;
  return false;
}

static const char *stretch_in_words(const struct testing *t, const struct hours_limit *hours, int line, int week,
                                    double value) {
  const char *code = t->rota->codes[line], *has = number_in_words(t->arena, value);
  const char *limit = number_in_words(t->arena, hours->limit_h);
  if (hours->weeks == 1)
    return arena_printf(t->arena, _("line %s, week %d has %s h, limit %s h"), code, week + 1, has, limit);
  return arena_printf(t->arena,
                      hours->times == 1 ? _("line %s, %d weeks from week %d, Monday: %s h a week, limit %s h")
                                        : _("line %s, %d weeks from week %d, Monday: %s h in 24, limit %s h"),
                      code, hours->weeks, week + 1, has, limit);
}

static void measure_hours(const struct testing *t, const struct hours_limit *hours, const struct rota_track *track,
                          struct tested *tested) {
  for (int w = 0; hours->limit_h > 0 && w < track->count / DAYS_PER_WEEK; w++) {
    double sum = 0;
    for (int i = 0; i < hours->weeks; i++)
      sum += week_h(t, track, w + i);
    double value = hours->times * sum / hours->weeks;
    if (value <= hours->limit_h + PLAY_H)
      continue;
    if (!tested->count++)
      tested->first = stretch_in_words(t, hours, track->first_line, w, value);
  }
}

// own: by the limits that the lines were laid out by, instead of those of law and contract.
static struct tested test_lines(const struct testing *t, const struct proof *proof, bool own) {
  struct tested tested = {0, NULL};
  for (int i = 0; i < rota_track_count(t->problem, t->rota->rota); i++) {
    struct rota_track track = rota_track_of(t->problem, t->rota->rota, i);
    const struct group_row *row = row_of(t, t->rota->rota->group_of[i]);
    struct rota_group group = *track.group, laid_out = *track.group;
    if (proof->nights_only && !has_nights(t, &track))
      continue;
    if (proof->limit) {
      enum rota_rule rule = proof->limit(t, row, &group);
      track.group = own ? &laid_out : &group;
      measure_by_rule(t, rule, &track, &tested);
    } else {
      struct hours_limit hours = proof->hours(t, row);
      measure_hours(t, &hours, &track, &tested);
    }
  }
  return tested;
}

// ---------------------------------------------------------------- what is agreed instead

// The row of rota_rules.csv by which lines have another limit of the rule; NULL: none.
static const struct base_rule *agreed_instead(const struct testing *t, const struct proof *proof) {
  struct rota_group passing = t->problem->groups[0];
  if (!proof->limit || !proof->laid_out)
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

// Are the lines laid out so that of two Sundays or public holidays that follow each other one is off?
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

// Laid out on the dates of the year, public holidays included, does every line keep it?
static bool kept_on_calendar(const struct testing *t, const struct proof *proof) {
  const struct year_rota *year = t->rota->calendar;
  if (!year || year->why)
    return false;
  if (proof->limit == limit_next_off)
    return one_red_day_off(t) && !year->sums.red_pairs;
  for (int g = 0; g < t->problem->group_count; g++)
    if (year->sums.red_share_most > law_hours(t->tables, LAW_SUNDAYS_AVERAGED, row_of(t, g)->agreement) + PLAY_H)
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

void rota_prove_findings(struct audit *notes, const struct unit_rota *rota) {
  if (!rota->rota)
    return;
  struct testing t = {notes->arena, rota, &rota->base->problem, rota->base->tables};
  for (size_t i = 0; i < notes->finding_count; i++) {
    struct finding *finding = &notes->findings[i];
    bool of_it = finding->measure == rota->measure && finding->year == rota->year &&
                 finding->unit == (size_t)rota->unit && finding->positions == POSITIONS_KEPT;
    if (of_it && (finding->status == FINDING_NEEDS_ROTA || finding->status == FINDING_BOUNDED))
      prove_finding(notes, &t, finding);
  }
}
