// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/reverse.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "audit/assumptions.h"
#include "audit/comparable.h"
#include "audit/studied.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "pay/absence.h"
#include "scenario/shared.h"

enum { TRIES_MOST = 7, NEAR_PART = 1000, TRIED_PER_RANGE = 4 };

struct asking {
  const struct audit *audit;
  const struct scenario *scenario;
  struct study *study;
  struct reversals *made;
  struct arena *arena;
  struct studied studied;
  struct claimed claimed;
  struct reversal item; // values that all its questions share
};

// ---------------------------------------------------------------- the things that may be otherwise

struct cells {
  struct arena *arena;
  struct varied_cell *items;
  size_t count, room;
};

static void scale_cell(struct cells *cells, const struct scenario *scenario, enum table_id table, size_t row,
                       const char *name, double factor) {
  const struct column *column = column_named(table, name);
  int64_t number = cell_of_row(column, row_at(&scenario->tables, table, row)).number;
  if (number == NOT_GIVEN)
    return;
  struct varied_cell *cell = arena_push(cells->arena, &cells->items, &cells->count, &cells->room, sizeof *cell);
  *cell = (struct varied_cell){.table = table, .row = row, .column = column};
  cell->cell.number = fixed_round((double)number * factor);
  if (table == TABLE_ABSENCE && cell->cell.number > ONE_E8)
    cell->cell.number = ONE_E8;
}

static void scale_sick_leave(struct cells *cells, const struct scenario *scenario, double factor) {
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_ABSENCE); i++)
    if (absence_rows(&scenario->tables)[i].kind == ABSENCE_SICK) {
      bool hours = absence_rows(&scenario->tables)[i].away_min != NOT_GIVEN;
      scale_cell(cells, scenario, TABLE_ABSENCE, i, hours ? "hours_per_head" : "percent", factor);
    }
}

static void scale_prices(struct cells *cells, const struct scenario *scenario, double factor) {
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_SOURCES); i++) {
    int64_t kind = source_rows(&scenario->tables)[i].kind;
    if (kind == SOURCE_SUBSTITUTE)
      scale_cell(cells, scenario, TABLE_SOURCES, i, "pay_percent", factor);
    if (kind != SOURCE_AGENCY)
      continue;
    scale_cell(cells, scenario, TABLE_SOURCES, i, "price_kr_per_h", factor);
    scale_cell(cells, scenario, TABLE_SOURCES, i, "unsocial_price_kr_per_h", factor);
  }
}

static void scale_pay(struct cells *cells, const struct scenario *scenario, double factor) {
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_PAY); i++)
    scale_cell(cells, scenario, TABLE_PAY, i, "yearly_pay_kr", factor);
}

static void set_start(struct cells *cells, size_t measure, int64_t day) {
  struct varied_cell *cell = arena_push(cells->arena, &cells->items, &cells->count, &cells->room, sizeof *cell);
  *cell =
      (struct varied_cell){.table = TABLE_MEASURES, .row = measure, .column = column_named(TABLE_MEASURES, "start")};
  cell->cell.number = day;
}

typedef void cells_scaler(struct cells *cells, const struct scenario *scenario, double factor);
static const struct question {
  const char *name;
  cells_scaler *scale;       // NULL: the start
  int64_t least_e8, most_e8; // range of the value; for the start: the claim's year
} questions[REVERSE_QUESTIONS] = {
    [REVERSE_SICK_LEAVE] = {"sick_leave", scale_sick_leave, 0, 40000000},
    [REVERSE_START] = {"start", NULL, 0, 0},
    [REVERSE_SUBSTITUTE_PRICE] = {"substitute_price", scale_prices, 25000000, 400000000},
    [REVERSE_PAY_LEVEL] = {"pay_level", scale_pay, 50000000, 200000000},
};

const char *reverse_question_name(enum reverse_question question) { return questions[question].name; }

const char *reverse_status_name(enum reverse_status status) {
  static const char *const names[] = {"found", "outside_range", "not_testable"};
  assert((size_t)status < sizeof names / sizeof *names);
  return names[status];
}

const struct scenario *reverse_scenario(struct arena *arena, const struct scenario *scenario, size_t measure,
                                        enum reverse_question question, int64_t now, int64_t value) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  struct cells cells = {.arena = arena};
  if (questions[question].scale)
    questions[question].scale(&cells, scenario, (double)value / (double)now);
  else
    set_start(&cells, measure, value);
  return scenario_vary(arena, scenario, cells.items, cells.count);
}

// Mean sick leave of the units' people over the year, by their contracts.
static int64_t sick_now(const struct asking *a) {
  const struct tables *tables = &a->scenario->tables;
  double sick = 0, weights = 0;
  day_number first = fiscal_first_day(a->studied.period.year);
  for (size_t u = 0; u < a->studied.unit_count; u++)
    for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++) {
      const struct group_row *group = &group_rows(tables)[g];
      if (unit_solved_as(a->scenario, (size_t)group->unit) != a->studied.units[u].unit)
        continue;
      double weight = (double)group->heads_milli * (double)group->position_e8;
      for (int d = 0; d < fiscal_day_count(a->studied.period.year); d++) {
        int64_t ill_e8 = absence_on(tables, ABSENCE_SICK, group->unit, group->category, first + d) -
                         absence_on(tables, ABSENCE_SICK_CHILD, group->unit, group->category, first + d);
        sick += weight * (double)ill_e8;
        weights += weight;
      }
    }
  return weights > 0 ? fixed_round(sick / weights) : 0;
}

// ---------------------------------------------------------------- the search

struct search {
  struct asking *asking;
  struct reversal *item;
  int64_t least, most;     // range of the value
  double low, low_gap_ore; // points on both sides of the claim; gap: effect - claimed
  double high, high_gap_ore;
  double best_gap_ore; // among the values solved
};

static void note_gap(struct search *s, double gap_ore) {
  if (fabs(gap_ore) >= fabs(s->best_gap_ore))
    return;
  s->best_gap_ore = gap_ore;
  s->item->effect_ore = s->item->claimed_ore + (int64_t)gap_ore;
}

// The gap at a value; false if a programme was not solved.
static bool gap_at(struct search *s, int64_t value, double *gap_ore) {
  struct asking *a = s->asking;
  struct arena *arena = arena_new();
  const struct scenario *varied =
      reverse_scenario(arena, a->scenario, s->item->measure, s->item->question, s->item->now, value);
  struct measure_effect then = *a->studied.effect;
  bool solved = studied_answer(&a->studied, arena, varied, NULL, NULL, &then.full.answers[s->item->positions]);
  arena_free(arena);
  if (!solved)
    return false;
  *gap_ore = (double)(claim_comparable_ore(&then, &then.full, &a->claimed, s->item->positions) - s->item->claimed_ore);
  note_gap(s, *gap_ore);
  return true;
}

static bool is_near(const struct search *s, double gap_ore) {
  return fabs(gap_ore) <= fmax(ORE_PER_KR, (double)llabs(s->item->claimed_ore) / NEAR_PART);
}

static void found(struct search *s, int64_t value) {
  s->item->status = REVERSE_FOUND;
  s->item->needed = value;
}

static void not_found(struct search *s, const char *reason) {
  s->item->status = REVERSE_OUTSIDE_RANGE;
  s->item->reason = reason;
}

// When only two consecutive days are left, the one nearer the claim is the answer.
static bool days_met(struct search *s) {
  if (s->item->question != REVERSE_START || fabs(s->high - s->low) > 1)
    return false;
  found(s, (int64_t)(fabs(s->low_gap_ore) < fabs(s->high_gap_ore) ? s->low : s->high));
  return true;
}

// The next value to try, strictly between the two.
static int64_t value_between(const struct search *s, int tries) {
  double part = tries % 3 == 2 ? 0.5 : -s->low_gap_ore / (s->high_gap_ore - s->low_gap_ore);
  int64_t value = fixed_round(s->low + part * (s->high - s->low));
  int64_t from = (int64_t)fmin(s->low, s->high), to = (int64_t)fmax(s->low, s->high);
  return value <= from ? from + 1 : value >= to ? to - 1 : value;
}

// Root search between two values on either side of the claim: false position, and every third time bisection, in case
// the effect is not linear.
static bool close_in(struct search *s) {
  for (int tries = 0; tries < TRIES_MOST && !days_met(s); tries++) {
    int64_t value = value_between(s, tries);
    double gap_ore;
    if (!gap_at(s, value, &gap_ore))
      return false;
    if (is_near(s, gap_ore)) {
      found(s, value);
      return true;
    }
    if ((gap_ore < 0) == (s->low_gap_ore < 0)) {
      s->low = (double)value;
      s->low_gap_ore = gap_ore;
    } else {
      s->high = (double)value;
      s->high_gap_ore = gap_ore;
    }
  }
  if (s->item->status == REVERSE_FOUND)
    return true;
  not_found(s, _("the effect jumps over the claim: no value makes it exactly true"));
  return true;
}

// Tries one end of the range. Sets *crossed if the claim lies between the present value and that end.
static bool try_end(struct search *s, int64_t end, bool *crossed) {
  double gap_ore;
  *crossed = false;
  if (end == (int64_t)s->low)
    return true;
  if (!gap_at(s, end, &gap_ore))
    return false;
  s->high = (double)end;
  s->high_gap_ore = gap_ore;
  *crossed = gap_ore == 0 || (gap_ore < 0) != (s->low_gap_ore < 0);
  return true;
}

static bool try_ends(struct search *s, bool upwards) {
  for (int way = 0; way < 2; way++) {
    bool crossed;
    if (!try_end(s, (way == 0) == upwards ? s->most : s->least, &crossed))
      return false;
    if (crossed)
      return close_in(s);
  }
  not_found(s, _("not even the ends of the range make the claim true"));
  return true;
}

// Change of the effect, in øre, per unit of the value; 0 if no slope is valid, or if it is rounding: less than a krone over
// the whole range.
static double slope_at_now(struct search *s) {
  struct asking *a = s->asking;
  if (s->item->question == REVERSE_START)
    return 0;
  struct arena *arena = arena_new();
  int64_t step = s->item->now / 10;
  const struct scenario *varied =
      reverse_scenario(arena, a->scenario, s->item->measure, s->item->question, s->item->now, s->item->now + step);
  double change_kr, slope = 0;
  if (studied_slope(&a->studied, arena, varied, NULL, NULL, &change_kr))
    slope = change_kr * ORE_PER_KR / (double)step;
  arena_free(arena);
  return fabs(slope) * (double)(s->most - s->least) < ORE_PER_KR ? 0 : slope;
}

// Goes to the point that the slope predicts, and a little beyond, so that the claim lies between.
static bool follow_slope(struct search *s, double slope) {
  double reach = -s->low_gap_ore / slope, most = (double)(reach > 0 ? s->most : s->least) - s->low;
  if (fabs(reach) > TRIED_PER_RANGE * fabs(most)) {
    not_found(s, _("by its slope far outside the range: the effect hardly depends on it"));
    return true;
  }
  double aim = s->low + (fabs(1.1 * reach) < fabs(most) ? 1.1 * reach : most), gap_ore;
  if (!gap_at(s, fixed_round(aim), &gap_ore))
    return false;
  s->high = aim;
  s->high_gap_ore = gap_ore;
  if (is_near(s, gap_ore)) {
    found(s, fixed_round(aim));
    return true;
  }
  if ((gap_ore < 0) != (s->low_gap_ore < 0))
    return close_in(s);
  int64_t end = reach > 0 ? s->most : s->least;
  bool crossed = false;
  if (fixed_round(aim) != end && !try_end(s, end, &crossed))
    return false;
  if (crossed)
    return close_in(s);
  not_found(s, _("not even the end of the range makes the claim true"));
  return true;
}

static bool ask(struct search *s) {
  s->low = (double)s->item->now;
  s->low_gap_ore = (double)(s->item->effect_ore - s->item->claimed_ore);
  double slope = slope_at_now(s);
  return slope != 0 ? follow_slope(s, slope) : try_ends(s, true);
}

// ---------------------------------------------------------------- questions of a measure

static bool not_in_force(const struct asking *a) {
  return measure_rows(&a->scenario->tables)[a->item.measure].start == NOT_GIVEN && !a->studied.period.full;
}

static const char *not_testable(const struct asking *a, enum reverse_question question) {
  if (question == REVERSE_START && a->item.basis == CLAIM_FULL_YEAR)
    return _("the claim is of a full year, which does not depend on the start");
  if (question != REVERSE_START && (a->studied.unit_count == 0 || not_in_force(a)))
    return _("in this year nothing is staffed otherwise");
  if (a->studied.far)
    return _("not computed (too slow for a change this large)");
  return NULL;
}

static int64_t value_now(const struct asking *a, enum reverse_question question) {
  if (question == REVERSE_SICK_LEAVE)
    return sick_now(a);
  return question == REVERSE_START ? measure_rows(&a->scenario->tables)[a->item.measure].start : ONE_E8;
}

// A start before the year counts as its first day; one after it, or none, as the day after its last.
static double start_in_range(const struct search *s) {
  if (s->item->now == NOT_GIVEN || s->item->now > s->most)
    return (double)s->most;
  return (double)(s->item->now < s->least ? s->least : s->item->now);
}

// The later the start, the nearer the effect is to 0. A start after the year has no effect and need not be solved.
static bool ask_start(struct search *s) {
  s->least = fiscal_first_day(s->item->year);
  s->most = fiscal_first_day(s->item->year + 1);
  s->low = start_in_range(s);
  s->low_gap_ore = (double)(s->item->effect_ore - s->item->claimed_ore);
  bool crossed = llabs(s->item->effect_ore) > llabs(s->item->claimed_ore);
  if (crossed) {
    s->high = (double)s->most;
    s->high_gap_ore = (double)-s->item->claimed_ore;
    crossed = (s->high_gap_ore < 0) != (s->low_gap_ore < 0);
  } else if (!try_end(s, s->least, &crossed)) {
    return false;
  }
  if (crossed)
    return close_in(s);
  not_found(s, _("no start within the year makes the claim true"));
  return true;
}

static bool ask_question(struct asking *a, enum reverse_question question) {
  struct reversal *item = arena_push(a->audit->arena, &a->made->items, &a->made->count, &a->made->room, sizeof *item);
  *item = a->item;
  item->question = question;
  item->needed = NOT_GIVEN;
  item->status = REVERSE_OUTSIDE_RANGE;
  item->now = value_now(a, question);
  item->reason = not_testable(a, question);
  if (!item->reason && question == REVERSE_SICK_LEAVE && !item->now)
    item->reason = _("no sick leave is given that could be more or less");
  if (item->reason) {
    item->status = REVERSE_NOT_TESTABLE;
    return true;
  }
  struct search search = {.asking = a,
                          .item = item,
                          .least = questions[question].least_e8,
                          .most = questions[question].most_e8,
                          .best_gap_ore = (double)(item->effect_ore - item->claimed_ore)};
  return question == REVERSE_START ? ask_start(&search) : ask(&search);
}

// Can the claim of the last claimed year be reversed? Fills in the values that its questions share.
static bool claim_to_ask(struct asking *a, const struct measure_effect *effect) {
  int year = claim_last_year(a->scenario, effect->measure), index = year - effect->years[0].year;
  if (!effect->testable || effect->given_up || !year || index < 0 || index >= effect->year_count)
    return false;
  const struct year_effect *at = &effect->years[index];
  struct claimed claimed = claim_standing(a->scenario, effect->measure, year);
  enum verdict verdict = measure_arithmetic(a->scenario, effect, at);
  if (verdict == VERDICT_NO_CLAIM || verdict == VERDICT_REACHED || verdict == VERDICT_COST_AS_CLAIMED)
    return false;
  a->item = (struct reversal){.measure = effect->measure,
                              .year = year,
                              .basis = claimed.basis,
                              .positions = answer_nearer(a->scenario, effect),
                              .claimed_ore = claimed.amount_ore};
  a->item.effect_ore = claim_comparable_ore(effect, at, &claimed, a->item.positions);
  a->claimed = claimed;
  return true;
}

bool reversals_add(struct reversals *made, const struct audit *audit, size_t measure, struct study *study,
                   struct failure *failure) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  const struct measure_effect *effect = &audit->measures[measure];
  struct asking a = {.audit = audit, .scenario = audit->scenario, .study = study, .made = made};
  if (!claim_to_ask(&a, effect))
    return true;
  a.arena = arena_new();
  bool full = a.item.basis == CLAIM_FULL_YEAR;
  struct period period = {full ? effect->full.year : a.item.year, full};
  bool done = studied_open(&a.studied, a.arena, audit, effect, study, period, a.item.positions);
  for (int q = 0; done && q < REVERSE_QUESTIONS; q++)
    done = ask_question(&a, q);
  studied_close(&a.studied);
  if (!done)
    *failure = a.studied.failure;
  arena_free(a.arena);
  return done;
}
