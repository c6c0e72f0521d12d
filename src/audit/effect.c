// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/effect.h"

#include <string.h>

#include "audit/accounts.h"
#include "audit/amounts.h"
#include "audit/assumptions.h"
#include "audit/compliance.h"
#include "audit/cover_year.h"
#include "audit/coverage.h"
#include "audit/curve.h"
#include "audit/departures.h"
#include "audit/followup.h"
#include "audit/record.h"
#include "audit/reverse.h"
#include "audit/together.h"
#include "audit/why.h"
#include "base/language.h"
#include "need/ratio.h"

// One run over all measures.
struct run {
  struct audit *audit;
  struct study *study;
  struct sets *sets;
  const struct audit_hooks *hooks;
  bool *in_force;      // the measure at hand alone
  int whole_year;      // of it
  bool whole_in_years; // one of the scenario's, and decided
  day_number undecided_start;
  enum solve_status status;
  const char *why;
};

int64_t effect_ore(const struct answer *answer) { return ledger_sum(&answer->before) - ledger_sum(&answer->after); }

double positions_fewer_fte(const struct answer *answer) {
  return answer->figures_before.positions_fte - answer->figures_after.positions_fte;
}

void answer_add_plans(struct answer *answer, const struct plan *before, const struct plan *after) {
  ledger_add(&answer->before, &before->ledger);
  ledger_add(&answer->after, &after->ledger);
  for (int kind = 0; kind < HOURS_KINDS; kind++) {
    ledger_add(&answer->paid_before[kind], &before->paid_for[kind]);
    ledger_add(&answer->paid_after[kind], &after->paid_for[kind]);
  }
  struct figures figures_before = figures_of(before), figures_after = figures_of(after);
  figures_add(&answer->figures_before, &figures_before, 1);
  figures_add(&answer->figures_after, &figures_after, 1);
}

static void add_direct(struct direct *sum, const struct direct *more) {
  sum->known |= more->known;
  ledger_add(&sum->saving, &more->saving);
  sum->gross_fte += more->gross_fte;
  sum->net_fte += more->net_fte;
}

// The unit with its need held to the norm, where the measure's need goes below it. Hours for which nobody can be found
// make no plan cheaper: then the measure's own plan stands.
static bool add_compliant(struct run *run, struct arena *arena, struct study_question question,
                          const struct comparison *plain, bool breaks, struct year_effect *effect) {
  const struct comparison *held = plain;
  question.keep_norm = true;
  if (breaks)
    held = study_compare(run->study, arena, &question, &run->status, &run->why);
  for (int p = 0; held && p < POSITIONS_ANSWERS; p++) {
    const struct plan *after = plain->plans[SUBJECT][p], *kept = held->plans[SUBJECT][p];
    answer_add_plans(&effect->compliant[p], plain->plans[REFERENCE][p], kept->cost_kr > after->cost_kr ? kept : after);
  }
  return held;
}

static void add_norm(struct arena *arena, const struct comparison *comparison, struct norm_breach planned,
                     struct year_effect *effect) {
  norm_breach_add(&effect->breach, &planned);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    struct norm_breach filled =
        norm_breach_of_plans(arena, comparison->plans[REFERENCE][p], comparison->plans[SUBJECT][p]);
    norm_breach_add(&effect->filled[p], &filled);
  }
}

static bool explain(struct run *run, int64_t measure, const struct comparison *comparison, bool asked) {
  struct why_case why_case = {measure, comparison, run->hooks->only};
  return !asked || run->hooks->effects_only || why_add(run->audit, run->study, &why_case, &run->status, &run->why);
}

static bool effect_of_unit(struct run *run, size_t measure, int64_t unit, struct year_effect *effect, bool keep_cover) {
  const struct scenario *scenario = run->audit->scenario;
  struct arena *arena = arena_new();
  struct study_question question = {unit, effect->year, run->in_force, run->undecided_start, false};
  bool done = false;
  const struct comparison *comparison = study_compare(run->study, arena, &question, &run->status, &run->why);
  if (comparison) {
    const struct timeline *reference = comparison->year->timelines[REFERENCE];
    const struct timeline *subject = comparison->year->timelines[SUBJECT];
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      answer_add_plans(&effect->answers[p], comparison->plans[REFERENCE][p], comparison->plans[SUBJECT][p]);
      if (!keep_cover)
        continue;
      coverage_add(run->audit, comparison->plans[SUBJECT][p], subject, (int64_t)measure);
      weeks_add(run->audit, comparison->plans[SUBJECT][p], (int64_t)measure);
      ratios_add(run->audit, comparison->plans[SUBJECT][p], subject, (int64_t)measure);
    }
    if (keep_cover || !run->whole_in_years)
      compliance_add(run->audit, comparison, (int64_t)measure);
    departures_add(run->audit, comparison, measure);
    struct direct direct = direct_of_unit(arena, scenario, unit, reference, subject);
    struct norm_breach planned = norm_breach_of_unit(arena, scenario, unit, reference, subject);
    for (enum variant v = REFERENCE; v < VARIANTS; v++)
      record_add(run->audit, comparison, v, (int64_t)measure);
    add_direct(&effect->direct, &direct);
    add_norm(arena, comparison, planned, effect);
    effect->wanted_less_h += wanted_less_h(arena, scenario, unit, reference, subject);
    done = add_compliant(run, arena, question, comparison, planned.days, effect) &&
           explain(run, (int64_t)measure, comparison,
                   effect->year == run->whole_year && keep_cover == run->whole_in_years);
  }
  if (!done && run->why)
    run->why = arena_printf(scenario->arena, "%s", run->why); // the arena it lay in may end here
  if (!comparison || !sets_note(run->sets, measure, (size_t)unit, effect->year, comparison, arena))
    arena_free(arena);
  return done;
}

static void add_amounts(struct year_effect *effect, const struct ledger *amounts) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    ledger_add(&effect->answers[p].after, amounts);
    ledger_add(&effect->compliant[p].after, amounts);
  }
  const struct ledger none = {{0}};
  struct ledger saving = ledger_difference(&none, amounts);
  ledger_add(&effect->direct.saving, &saving);
  effect->direct.known = true;
}

static bool effect_in_year(struct run *run, size_t measure, struct year_effect *effect, bool keep_cover) {
  const struct scenario *scenario = run->audit->scenario;
  for (size_t unit = 0; unit < row_count(&scenario->tables, TABLE_UNITS); unit++)
    if (measure_touches_unit(scenario, measure, unit) &&
        !effect_of_unit(run, measure, (int64_t)unit, effect, keep_cover))
      return false;
  return true;
}

static struct year_effect year_begin(int calendar_year) {
  struct year_effect year = {.year = calendar_year, .breach = {.first_day = DAY_NONE}};
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    year.filled[p].first_day = DAY_NONE;
  return year;
}

static bool in_force_in(const struct run *run, size_t measure, int year) {
  day_number first;
  const struct scenario *scenario = run->audit->scenario;
  return measure_first_edit(scenario, measure, run->undecided_start, &first) && date_from_day(first).year <= year;
}

static bool effects_in_years(struct run *run, struct measure_effect *effect) {
  const struct scenario *scenario = run->audit->scenario;
  for (int y = 0; y < effect->year_count; y++) {
    struct year_effect *year = &effect->years[y];
    if (effect->undecided)
      continue;
    if (in_force_in(run, effect->measure, year->year) && !effect_in_year(run, effect->measure, year, true))
      return false;
    if (!measure_has_amounts(scenario, effect->measure))
      continue;
    struct ledger amounts = amounts_in_year(scenario, effect->measure, run->undecided_start, year->year);
    add_amounts(year, &amounts);
  }
  return true;
}

int measure_whole_year(const struct scenario *scenario, size_t measure, day_number undecided_start) {
  int first = (int)settings_of(&scenario->tables)->first_year;
  day_number last;
  if (!measure_last_edit(scenario, measure, undecided_start, &last))
    return first;
  struct civil_date date = date_from_day(last);
  int whole = date.year + (date.month > 1 || date.day > 1);
  return whole > first ? whole : first;
}

static bool effect_in_full(struct run *run, struct measure_effect *effect) {
  const struct scenario *scenario = run->audit->scenario;
  int whole = measure_whole_year(scenario, effect->measure, run->undecided_start);
  int first = (int)settings_of(&scenario->tables)->first_year;
  bool rota = in_force_in(run, effect->measure, whole);
  bool known = rota && !effect->undecided && whole - first < effect->year_count;
  if (known && !measure_has_amounts(scenario, effect->measure)) {
    effect->full = effect->years[whole - first];
    return true;
  }
  effect->full = year_begin(whole);
  if (rota && !effect_in_year(run, effect->measure, &effect->full, false))
    return false;
  if (measure_has_amounts(scenario, effect->measure)) {
    struct ledger amounts = amounts_full_year(scenario, effect->measure);
    add_amounts(&effect->full, &amounts);
  }
  return true;
}

static bool row_is_assumed(const struct tables *tables, enum table_id id, size_t i) {
  return row_at(tables, id, i)->assumed;
}

// Who is there, and when, is assumed in a unit the measure touches.
static bool children_are_assumed(const struct scenario *scenario, size_t measure) {
  static const enum table_id read[] = {TABLE_RATIOS, TABLE_CHILDREN, TABLE_ATTENDANCE, TABLE_TERMS};
  const struct tables *tables = &scenario->tables;
  bool assumed = false, touched = false;
  for (size_t t = 0; t < sizeof read / sizeof *read; t++)
    for (size_t i = 0; i < row_count(tables, read[t]); i++)
      assumed |= row_is_assumed(tables, read[t], i);
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS) && assumed; u++)
    touched |= unit_has_ratio(tables, (int64_t)u) && measure_touches_unit(scenario, measure, u);
  return touched;
}

// Its own rows, or the need and people of a unit it touches.
static bool rests_on_assumptions(const struct scenario *scenario, size_t measure) {
  const struct tables *tables = &scenario->tables;
  for (size_t i = 0; i < row_count(tables, TABLE_EDITS); i++)
    if (edit_rows(tables)[i].measure == (int64_t)measure && row_is_assumed(tables, TABLE_EDITS, i))
      return true;
  for (size_t i = 0; i < row_count(tables, TABLE_AMOUNTS); i++)
    if (amount_rows(tables)[i].measure == (int64_t)measure && row_is_assumed(tables, TABLE_AMOUNTS, i))
      return true;
  for (size_t i = 0; i < row_count(tables, TABLE_NEED); i++)
    if (measure_touches_unit(scenario, measure, (size_t)need_rows(tables)[i].unit) &&
        row_is_assumed(tables, TABLE_NEED, i))
      return true;
  for (size_t i = 0; i < row_count(tables, TABLE_GROUPS); i++)
    if (measure_touches_unit(scenario, measure, (size_t)group_rows(tables)[i].unit) &&
        row_is_assumed(tables, TABLE_GROUPS, i))
      return true;
  return children_are_assumed(scenario, measure);
}

static const char *reason_not_testable(const struct run *run, size_t measure) {
  const struct scenario *scenario = run->audit->scenario;
  day_number first;
  if (!measure_first_edit(scenario, measure, run->undecided_start, &first) && !measure_has_amounts(scenario, measure))
    return _("no edit and no amount says what changes");
  return timeline_conflict(scenario->arena, scenario, run->in_force);
}

day_number undecided_start_of(const struct scenario *scenario) {
  return day_from_date((int)settings_of(&scenario->tables)->last_year, 1, 1);
}

static void measure_begin(struct run *run, struct measure_effect *effect, size_t measure) {
  const struct scenario *scenario = run->audit->scenario;
  const struct settings_row *settings = settings_of(&scenario->tables);
  const struct measure_row *row = &measure_rows(&scenario->tables)[measure];
  day_number first;
  bool rota = measure_first_edit(scenario, measure, run->undecided_start, &first);
  *effect = (struct measure_effect){.measure = measure,
                                    .undecided = row->start == NOT_GIVEN,
                                    .given_up = row->status == STATUS_NOT_REALISED,
                                    .arithmetic = !rota && measure_has_amounts(scenario, measure),
                                    .assumed = rests_on_assumptions(scenario, measure),
                                    .year_count = (int)(settings->last_year - settings->first_year) + 1};
  effect->years = arena_array(run->audit->arena, (size_t)effect->year_count, sizeof *effect->years);
  for (int y = 0; y < effect->year_count; y++)
    effect->years[y] = year_begin((int)settings->first_year + y);
  effect->full = effect->years[0];
  effect->reason = reason_not_testable(run, measure);
  effect->testable = !effect->reason;
  run->whole_year = measure_whole_year(scenario, measure, run->undecided_start);
  run->whole_in_years = !effect->undecided && run->whole_year <= settings->last_year;
}

static bool run_measure(struct run *run, size_t measure) {
  struct measure_effect *effect = &run->audit->measures[measure];
  run->in_force[measure] = true;
  measure_begin(run, effect, measure);
  bool done = !effect->testable || effect->given_up || (effects_in_years(run, effect) && effect_in_full(run, effect));
  run->in_force[measure] = false;
  return done;
}

static bool run_baseline_unit(struct run *run, struct baseline_year *baseline) {
  struct arena *arena = arena_new();
  struct study_question question = {(int64_t)baseline->unit, baseline->year, NULL, run->undecided_start, false};
  const struct comparison *comparison = study_compare(run->study, arena, &question, &run->status, &run->why);
  bool done = false;
  for (int p = 0; comparison && p < POSITIONS_ANSWERS; p++) {
    baseline->ledger[p] = comparison->plans[REFERENCE][p]->ledger;
    baseline->figures[p] = figures_of(comparison->plans[REFERENCE][p]);
    ratios_add(run->audit, comparison->plans[REFERENCE][p], comparison->year->timelines[REFERENCE], NOT_GIVEN);
  }
  if (comparison) {
    const struct plan *kept = comparison->plans[REFERENCE][POSITIONS_KEPT];
    memcpy(baseline->paid_for, kept->paid_for, sizeof baseline->paid_for);
    record_add(run->audit, comparison, REFERENCE, NOT_GIVEN);
    baseline->group_count = (size_t)comparison->year->frame->group_count;
    baseline->groups = arena_array(run->audit->arena, baseline->group_count, sizeof *baseline->groups);
    for (size_t g = 0; g < baseline->group_count; g++)
      baseline->groups[g] = group_figures_of(kept, (int)g);
    coverage_add(run->audit, kept, comparison->year->timelines[REFERENCE], NOT_GIVEN);
    weeks_add(run->audit, kept, NOT_GIVEN);
    curve_add(run->audit, kept, comparison->year->timelines[REFERENCE]);
    compliance_add(run->audit, comparison, NOT_GIVEN);
    bool last = baseline->year == settings_of(&run->audit->scenario->tables)->last_year;
    done = explain(run, NOT_GIVEN, comparison, last && !run->hooks->only);
  }
  if (!done && run->why)
    run->why = arena_printf(run->audit->arena, "%s", run->why);
  arena_free(arena);
  return done;
}

static void tell_progress(const struct run *run, size_t done, size_t total, const char *what) {
  if (run->hooks->progress)
    run->hooks->progress(run->hooks->info, done, total, what);
}

static double today_kr(const struct audit *audit, size_t unit, int year) {
  for (size_t b = 0; b < audit->baseline_count; b++)
    if (audit->baseline[b].unit == unit && audit->baseline[b].year == year)
      return kr_from_ore(ledger_sum(&audit->baseline[b].ledger[POSITIONS_KEPT]));
  return 0;
}

static bool run_redesigns(struct run *run) {
  struct audit *audit = run->audit;
  const struct tables *tables = &audit->scenario->tables;
  int year = (int)settings_of(tables)->last_year;
  for (size_t i = 0; i < audit->redesign_count; i++) {
    struct redesign_result *result = &audit->redesigns[i];
    result->unit = (size_t)design_rows(tables)[i].unit;
    tell_progress(run, i, audit->redesign_count + 1, unit_rows(tables)[result->unit].unit);
    result->today_kr = today_kr(audit, result->unit, year);
    result->redesign =
        redesign_unit(audit->arena, audit->scenario, (int64_t)result->unit, year, &run->status, &result->why);
    run->why = result->why;
    if (!result->redesign && run->status == SOLVE_FAULT)
      return false;
  }
  return true;
}

static bool measure_is_asked(const struct run *run, size_t measure) {
  return !run->hooks->only || run->hooks->only[measure];
}

static bool unit_is_asked(const struct run *run, size_t unit) {
  bool asked = !run->hooks->only;
  for (size_t m = 0; m < run->audit->measure_count && !asked; m++)
    asked = run->hooks->only[m] && measure_touches_unit(run->audit->scenario, m, unit);
  return asked;
}

// For the flags: what is counted twice once all measures are in force.
static void mark_counted_twice(struct audit *audit) {
  for (size_t i = 0; i < audit->together->line_count; i++) {
    const struct together_line *line = &audit->together->lines[i];
    if (!line->period.full || line->positions != POSITIONS_ADJUSTED || !line->order || !line->with || !line->with[0])
      continue;
    char *with = arena_text(audit->arena, line->with, strlen(line->with));
    for (char *blank = strchr(with, ' '); blank; blank = strchr(blank, ' '))
      *blank = '+';
    audit->measures[line->measure].counted_twice_with = with;
  }
}

// What needs every measure's effect, and the plans behind it.
static bool run_all_together(struct run *run) {
  struct audit *audit = run->audit;
  static const struct assumptions no_assumptions;
  static const struct reversals no_reversals;
  audit->assumptions = &no_assumptions;
  audit->reversals = &no_reversals;
  if (!(audit->together = together_make(audit, run->sets, &run->status, &run->why)))
    return false;
  bool asked = !run->hooks->effects_only;
  if (asked && (!(audit->assumptions = assumptions_make(audit, run->study, run->sets, &run->status, &run->why)) ||
                !(audit->reversals = reversals_make(audit, run->study, run->sets, &run->status, &run->why))))
    return false;
  mark_counted_twice(audit);
  accounts_compare(audit);
  followup_make(audit);
  return true;
}

static bool run_all(struct run *run) {
  struct audit *audit = run->audit;
  const struct tables *tables = &audit->scenario->tables;
  const struct settings_row *settings = settings_of(tables);
  size_t total = audit->baseline_count + audit->measure_count, done = 0, units = row_count(tables, TABLE_UNITS);
  for (int64_t year = settings->first_year; year <= settings->last_year; year++)
    for (size_t unit = 0; unit < units; unit++) {
      struct baseline_year *baseline = &audit->baseline[done];
      tell_progress(run, done++, total, unit_rows(tables)[unit].unit);
      baseline->year = (int)year;
      baseline->unit = unit;
      if (unit_is_asked(run, unit) && !run_baseline_unit(run, baseline))
        return false;
    }
  for (size_t m = 0; m < audit->measure_count; m++) {
    tell_progress(run, done++, total, measure_rows(tables)[m].measure);
    if (measure_is_asked(run, m) && !run_measure(run, m))
      return false;
  }
  if (!run->hooks->only && !run_all_together(run))
    return false;
  bool designed = run->hooks->only || run_redesigns(run);
  tell_progress(run, total, total, "");
  return designed;
}

const struct audit *audit_run(const struct scenario *scenario, const struct audit_hooks *hooks,
                              enum solve_status *status, const char **why) {
  const struct settings_row *settings = settings_of(&scenario->tables);
  struct audit *audit = arena_alloc(scenario->arena, sizeof *audit);
  audit->scenario = scenario;
  audit->arena = scenario->arena;
  audit->measure_count = row_count(&scenario->tables, TABLE_MEASURES);
  audit->measures = arena_array(audit->arena, audit->measure_count, sizeof *audit->measures);
  audit->baseline_count =
      row_count(&scenario->tables, TABLE_UNITS) * (size_t)(settings->last_year - settings->first_year + 1);
  audit->redesign_count = row_count(&scenario->tables, TABLE_DESIGN);
  audit->redesigns = arena_array(audit->arena, audit->redesign_count, sizeof *audit->redesigns);
  audit->baseline = arena_array(audit->arena, audit->baseline_count, sizeof *audit->baseline);
  struct run run = {.audit = audit,
                    .study = study_new(scenario, hooks->log),
                    .hooks = hooks,
                    .in_force = arena_array(audit->arena, audit->measure_count, sizeof(bool)),
                    .undecided_start = undecided_start_of(scenario)};
  run.sets = sets_new(scenario, run.study, run.undecided_start);
  bool done = run_all(&run);
  audit->counts = *study_counts_of(run.study);
  sets_free(run.sets);
  study_free(run.study);
  *status = run.status;
  *why = run.why;
  return done ? audit : NULL;
}
