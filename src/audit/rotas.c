// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rotas.h"

#include <assert.h>
#include <string.h>

#include "audit/rota_proof.h"
#include "base/fixed.h"
#include "base/language.h"

static const char *const answer_names[ROTA_TOLD_ANSWERS] = {"kept", "broken", "none", "undecided", "not_possible"};

const char *rota_told_name(enum rota_told_answer answer) {
  assert((size_t)answer < sizeof answer_names / sizeof *answer_names);
  return answer_names[answer];
}

// ---------------------------------------------------------------- what is asked

static bool is_given(const struct tables *tables, int64_t unit, int64_t measure) {
  return measure == NOT_GIVEN && base_given_weeks(tables, unit) > 0;
}

// ---------------------------------------------------------------- one rota in words

static const char *why_proven_none(struct arena *arena, const struct unit_rota *rota) {
  const char *why = _("no lines keep these rules and cover the need that must be covered");
  if (rota->answer.group >= 0)
    why = arena_printf(arena, _("%s has no line at all that keeps its rules"),
                       rota->base->problem.groups[rota->answer.group].group);
  return arena_printf(arena, _("%s: `rotacost rota` lists the rules that could give way, and what each costs"), why);
}

static const char *why_none(struct arena *arena, const struct unit_rota *rota) {
  const struct rota_answer *answer = &rota->answer;
  if (rota->base->refusal)
    return arena_printf(arena, "%s", rota->base->refusal);
  if (answer->outcome == ROTA_NONE)
    return why_proven_none(arena, rota);
  if (answer->averages)
    return _("every rota found has more hours on average than the rules allow: ask for other weeks, or fewer hours");
  if (answer->outcome == ROTA_UNDECIDED)
    return _("the limits of the search were reached before a rota was found, or proven not to be");
  return arena_printf(arena, "%s", answer->failure.text);
}

static enum rota_told_answer answer_of(const struct unit_rota *rota) {
  if (rota->rota)
    return rota->breach_count ? ROTA_TOLD_BROKEN : ROTA_TOLD_KEPT;
  if (rota->base->refusal)
    return ROTA_TOLD_NOT_ASKED;
  return rota->answer.outcome == ROTA_NONE ? ROTA_TOLD_NONE : ROTA_TOLD_UNDECIDED;
}

// ---------------------------------------------------------------- written down

static const char *days_of(struct arena *arena, const struct unit_rota *rota, int line) {
  const char *text = "";
  for (int t = 0; t < 7 * rota->rota->weeks; t++) {
    int shift = rota->rota->day[line * 7 * rota->rota->weeks + t];
    const char *code = shift == ROTA_OFF ? "-" : rota->base->problem.shifts[shift].code;
    text = t ? arena_printf(arena, "%s %s", text, code) : code;
  }
  return text;
}

static void note_line(struct audit *notes, const struct unit_rota *rota, int line) {
  const struct rota_problem *problem = &rota->base->problem;
  struct rota_line_told *told =
      arena_push(notes->arena, &notes->rota_lines, &notes->rota_line_count, &notes->rota_line_room, sizeof *told);
  *told = (struct rota_line_told){.measure = rota->measure,
                                  .year = rota->year,
                                  .unit = (size_t)rota->unit,
                                  .line = arena_printf(notes->arena, "%s", rota->codes[line]),
                                  .group = problem->groups[rota->rota->group_of[line]].group,
                                  .level = problem->groups[rota->rota->group_of[line]].level,
                                  .days = arena_printf(notes->arena, "%s", days_of(notes->arena, rota, line))};
  for (int t = 0; t < 7 * rota->rota->weeks; t++) {
    int shift = rota->rota->day[line * 7 * rota->rota->weeks + t];
    bool sunday = t % 7 == SUNDAY;
    told->weekends +=
        sunday && (shift != ROTA_OFF || rota->rota->day[line * 7 * rota->rota->weeks + t - 1] != ROTA_OFF);
    if (shift == ROTA_OFF)
      continue;
    told->hours += problem->shifts[shift].paid_min / 60.0;
    told->nights += problem->shifts[shift].night;
  }
}

static void note_rota(struct audit *notes, const struct comparison *comparison, const struct unit_rota *rota) {
  struct rota_told *told = arena_push(notes->arena, &notes->rotas, &notes->rota_count, &notes->rota_room, sizeof *told);
  *told = (struct rota_told){.measure = rota->measure,
                             .year = rota->year,
                             .unit = (size_t)rota->unit,
                             .weeks = rota->base->weeks,
                             .base_weeks = rota->base->base_week_count,
                             .given = rota->given,
                             .answer = answer_of(rota),
                             .price = rota->price};
  told->price.why = rota->price.why ? arena_printf(notes->arena, "%s", rota->price.why) : NULL;
  if (rota->measure != NOT_GIVEN)
    told->effect_kr =
        comparison->plans[REFERENCE][POSITIONS_KEPT]->cost_kr - comparison->plans[SUBJECT][POSITIONS_KEPT]->cost_kr;
  if (!rota->rota) {
    told->why = why_none(notes->arena, rota);
    return;
  }
  told->lines = rota->rota->line_count;
  told->breaches = rota->breach_count;
  told->missing_h = rota->measured.missing_h;
  told->idle_h = rota->measured.idle_h;
  told->best = !rota->given && rota->answer.proven_best;
  if (rota->breach_count)
    told->why = rota_breach_in_words(notes->arena, rota, &rota->breaches[0]);
  for (int line = 0; line < rota->rota->line_count; line++)
    note_line(notes, rota, line);
  rota_shown_add(notes, rota);
}

void rotas_add(struct audit *notes, struct study *study, const struct comparison *comparison, int64_t measure) {
  const struct frame *frame = comparison->year->frame;
  const struct tables *tables = &frame->scenario->tables;
  for (int u = 0; u < frame->unit_count; u++) {
    int weeks = unit_rota_weeks(comparison, frame->units[u], measure);
    bool given = is_given(tables, frame->units[u], measure);
    if (!weeks)
      continue;
    struct arena *scratch = arena_new();
    struct unit_rota_question question = {
        measure, given ? base_given_weeks(tables, frame->units[u]) : weeks, given, false, true, NULL};
    struct unit_rota *rota = unit_rota_make(study, scratch, comparison, &question);
    rota->unit = frame->units[u];
    note_rota(notes, comparison, rota);
    rota_prove_findings(notes, rota);
    arena_free(scratch);
  }
}

const struct rota_told *rota_told_before(const struct audit *audit, const struct rota_told *with) {
  const struct rota_told *before = NULL;
  for (size_t i = 0; i < audit->rota_count; i++) {
    const struct rota_told *told = &audit->rotas[i];
    bool nearer = !before || told->year <= with->year; // a year after the scenario's last is compared with the last
    if (told->measure == NOT_GIVEN && told->unit == with->unit && nearer)
      before = told;
  }
  return before;
}

// ---------------------------------------------------------------- of a measure

static int64_t more_ore(const struct audit *audit, size_t measure, int year) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  double more_kr = 0;
  bool any = false;
  for (size_t i = 0; i < audit->rota_count; i++) {
    const struct rota_told *told = &audit->rotas[i];
    if (told->measure != (int64_t)measure || told->year != year)
      continue;
    const struct rota_told *before = rota_told_before(audit, told);
    if (!told->price.known || !before || !before->price.known)
      return NOT_GIVEN;
    more_kr += rota_price_more_kr(&told->price) - rota_price_more_kr(&before->price);
    any = true;
  }
  return any ? fixed_round(more_kr * ORE_PER_KR) : NOT_GIVEN;
}

void rotas_into_effects(struct audit *audit) {
  for (size_t m = 0; m < audit->measure_count; m++) {
    struct measure_effect *effect = &audit->measures[m];
    for (int y = 0; y < effect->year_count; y++)
      effect->years[y].rota_more_ore = more_ore(audit, m, effect->years[y].year);
    effect->full.rota_more_ore = more_ore(audit, m, effect->full.year);
  }
}
