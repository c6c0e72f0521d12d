// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/effect.h"

#include <assert.h>
#include <math.h>

#include "audit/amounts.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "need/ratio.h"
#include "plan/empty.h"
#include "scenario/touches.h"

int64_t cash_effect_ore(const struct answer *answer) {
  return ledger_sum(&answer->before) - ledger_sum(&answer->after);
}

int64_t effect_ore(const struct answer *answer) { return cash_effect_ore(answer) - answer->empty_ore; }

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
  struct empty_more empty = empty_beyond(before, after);
  answer->empty_h += empty.h;
  answer->empty_ore += fixed_round(empty.kr * ORE_PER_KR);
  answer->removed_fte += fmax(0, before->positions_fte - after->positions_fte);
}

static void add_direct(struct direct *sum, const struct direct *more) {
  sum->known |= more->known;
  ledger_add(&sum->saving, &more->saving);
  sum->gross_fte += more->gross_fte;
  sum->net_fte += more->net_fte;
}

void answer_add(struct answer *sum, const struct answer *more) {
  ledger_add(&sum->before, &more->before);
  ledger_add(&sum->after, &more->after);
  for (int kind = 0; kind < HOURS_KINDS; kind++) {
    ledger_add(&sum->paid_before[kind], &more->paid_before[kind]);
    ledger_add(&sum->paid_after[kind], &more->paid_after[kind]);
  }
  figures_add(&sum->figures_before, &more->figures_before, 1);
  figures_add(&sum->figures_after, &more->figures_after, 1);
  sum->empty_h += more->empty_h;
  sum->empty_ore += more->empty_ore;
  sum->removed_fte += more->removed_fte;
}

struct year_effect year_effect_begin(int calendar_year) {
  struct year_effect year = {.year = calendar_year,
                             .rota_more_ore = NOT_GIVEN,
                             .breach = {.first_day = DAY_NONE},
                             .lowered = {.first_day = DAY_NONE}};
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    year.filled[p].first_day = year.unkept[p].first_day = DAY_NONE;
  return year;
}

void year_effect_add(struct year_effect *sum, const struct year_effect *more) {
  add_direct(&sum->direct, &more->direct);
  norm_breach_add(&sum->breach, &more->breach);
  norm_breach_add(&sum->lowered, &more->lowered);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    answer_add(&sum->answers[p], &more->answers[p]);
    answer_add(&sum->compliant[p], &more->compliant[p]);
    norm_breach_add(&sum->filled[p], &more->filled[p]);
    norm_breach_add(&sum->unkept[p], &more->unkept[p]);
    unreplaced_add(&sum->unreplaced[p], &more->unreplaced[p]);
  }
  sum->wanted_less_h += more->wanted_less_h;
  sum->moved_kr += more->moved_kr;
  sum->assumed_kr += more->assumed_kr;
}

void year_effect_add_amounts(struct year_effect *effect, const struct ledger *amounts) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    ledger_add(&effect->answers[p].after, amounts);
    ledger_add(&effect->compliant[p].after, amounts);
  }
  const struct ledger none = {{0}};
  struct ledger saving = ledger_difference(&none, amounts);
  ledger_add(&effect->direct.saving, &saving);
  effect->direct.known = true;
}

bool norm_can_be_kept(const struct year_effect *year, enum positions positions) {
  return year->unkept[positions].person_hours <= FEW_HOURS;
}

int measure_whole_year(const struct scenario *scenario, size_t measure, day_number undecided_start) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  int first = (int)settings_of(&scenario->tables)->first_year;
  day_number last;
  if (!measure_last_edit(scenario, measure, undecided_start, &last))
    return first;
  int whole = fiscal_year_from(last);
  return whole > first ? whole : first;
}

static bool row_is_assumed(const struct tables *tables, enum table_id id, size_t i) {
  return row_at(tables, id, i)->assumed;
}

// The staff of a unit the measure affects, or their times, are assumed.
static bool children_are_assumed(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
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

// Its own rows, or the need and people of a unit it affects.
static bool rests_on_assumptions(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
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

static const char *reason_not_testable(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  day_number first;
  if (!measure_first_edit(scenario, measure, undecided_start_of(scenario), &first) &&
      !measure_has_amounts(scenario, measure))
    return _("no edit and no amount says what changes");
  bool *alone = arena_array(scenario->arena, row_count(&scenario->tables, TABLE_MEASURES), sizeof *alone);
  alone[measure] = true;
  return timeline_conflict(scenario->arena, scenario, alone);
}

void measure_effect_begin(struct measure_effect *effect, const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  const struct settings_row *settings = settings_of(&scenario->tables);
  const struct measure_row *row = &measure_rows(&scenario->tables)[measure];
  day_number first;
  bool rota = measure_first_edit(scenario, measure, undecided_start_of(scenario), &first);
  *effect = (struct measure_effect){.measure = measure,
                                    .undecided = row->start == NOT_GIVEN,
                                    .given_up = row->status == STATUS_NOT_REALISED,
                                    .arithmetic = !rota && measure_has_amounts(scenario, measure),
                                    .assumed = rests_on_assumptions(scenario, measure),
                                    .year_count = (int)(settings->last_year - settings->first_year) + 1};
  effect->years = arena_array(scenario->arena, (size_t)effect->year_count, sizeof *effect->years);
  for (int y = 0; y < effect->year_count; y++)
    effect->years[y] = year_effect_begin((int)settings->first_year + y);
  effect->full = effect->years[0];
  effect->reason = reason_not_testable(scenario, measure);
  effect->testable = !effect->reason;
}
