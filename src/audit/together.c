// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/together.h"

#include <stdlib.h>
#include <string.h>

#include "audit/alternatives.h"
#include "base/language.h"

static const int64_t ROUNDING_ORE = 100; // ledgers are rounded line by line and unit by unit

enum { FEW_MEASURES = 8 }; // up to this many, all pairs and all last savings are solved

struct adding {
  const struct audit *audit;
  const struct tables *tables;
  struct arena *arena;
  struct sets *sets;
  struct together *made;
  const struct alternatives *alternatives;
  size_t *chosen; // [alternatives->count] measure of each group
  size_t count;
  size_t *order;                  // [count] measures put together, in order of start
  const char **left_out;          // [measure_count] why; NULL: put together
  bool *all;                      // [measure_count]
  bool *trial;                    // [measure_count] a set under construction
  bool *twice[POSITIONS_ANSWERS]; // [i * count + j] do the i-th and the j-th in order count anything twice?
};

static size_t chosen_instead(const struct adding *a, size_t measure) {
  return a->chosen[a->alternatives->group_of[measure]];
}

// --- order ---------------------------------------------------------------------------------------------------------

static int64_t start_of(const struct adding *a, size_t measure) {
  int64_t start = measure_rows(a->tables)[measure].start;
  return start == NOT_GIVEN ? INT64_MAX : start;
}

// Inserts by start; equal starts stay in the order of the file.
static void put_in_order(struct adding *a) {
  for (size_t m = 0; m < a->audit->measure_count; m++) {
    size_t at = a->count++;
    for (; at > 0 && start_of(a, a->order[at - 1]) > start_of(a, m); at--)
      a->order[at] = a->order[at - 1];
    a->order[at] = m;
  }
}

// An alternative that is not chosen?
static bool is_other(const struct adding *a, size_t measure) {
  return a->alternatives->group_of[measure] != SIZE_MAX && chosen_instead(a, measure) != measure;
}

static const char *reason_to_leave_out(const struct adding *a, size_t measure) {
  const struct measure_effect *effect = &a->audit->measures[measure];
  const struct measure_row *row = &measure_rows(a->tables)[measure];
  if (row->nature == NATURE_SENSITIVITY)
    return _("no measure: an assumption read another way");
  if (is_other(a, measure))
    return arena_printf(a->arena, _("an alternative to %s, which stands in the sums"),
                        measure_rows(a->tables)[chosen_instead(a, measure)].measure);
  if (!effect->testable)
    return effect->reason;
  if (effect->given_up)
    return _("given up");
  if (effect->arithmetic)
    return NULL;
  const char *conflict = timeline_conflict(a->arena, a->audit->scenario, a->all);
  return conflict ? arena_printf(a->arena, _("not together with those before it: %s"), conflict) : NULL;
}

static void choose_measures(struct adding *a) {
  a->count = 0;
  put_in_order(a);
  memset(a->all, 0, a->audit->measure_count * sizeof *a->all);
  size_t kept = 0;
  for (size_t i = 0; i < a->count; i++) {
    size_t measure = a->order[i];
    a->all[measure] = true;
    a->left_out[measure] = reason_to_leave_out(a, measure);
    if (a->left_out[measure])
      a->all[measure] = false;
    else
      a->order[kept++] = measure;
  }
  a->count = kept;
}

// --- sets ----------------------------------------------------------------------------------------------------------

static void clear_trial(struct adding *a) { memset(a->trial, 0, a->audit->measure_count * sizeof *a->trial); }

// Builds the set of all measures but one; true if it can be carried out.
static bool trial_all_but(struct adding *a, size_t measure) {
  memcpy(a->trial, a->all, a->audit->measure_count * sizeof *a->trial);
  a->trial[measure] = false;
  return a->audit->measures[measure].arithmetic || !timeline_conflict(a->arena, a->audit->scenario, a->trial);
}

static bool share_a_unit(const struct adding *a, size_t m, size_t n, struct period period) {
  if (a->audit->measures[m].arithmetic || a->audit->measures[n].arithmetic)
    return false;
  for (size_t unit = 0; unit < row_count(a->tables, TABLE_UNITS); unit++)
    if (set_holds(a->sets, m, unit, period) && set_holds(a->sets, n, unit, period))
      return true;
  return false;
}

// What the two measures count twice, in the units they share.
static struct saving twice_by_pair(struct adding *a, size_t m, size_t n, struct period period) {
  struct saving twice = {{0}, {0}};
  for (size_t unit = 0; unit < row_count(a->tables, TABLE_UNITS); unit++) {
    if (!set_holds(a->sets, m, unit, period) || !set_holds(a->sets, n, unit, period))
      continue;
    for (int way = 0; way < 3; way++) { // the first, the second, both
      clear_trial(a);
      a->trial[m] = way != 1;
      a->trial[n] = way != 0;
      struct saving saving = set_saving_of_unit(a->sets, a->trial, unit, period);
      for (int p = 0; p < POSITIONS_ANSWERS; p++)
        twice.ore[p] += way == 2 ? -saving.ore[p] : saving.ore[p];
    }
  }
  return twice;
}

static bool pair_conflicts(struct adding *a, size_t m, size_t n) {
  clear_trial(a);
  a->trial[m] = a->trial[n] = true;
  return timeline_conflict(a->arena, a->audit->scenario, a->trial);
}

static bool is_asked(const struct adding *a, size_t m, size_t n) {
  return a->count <= FEW_MEASURES || claim_last_year(a->audit->scenario, m) || claim_last_year(a->audit->scenario, n);
}

// Finds the pairs that count something twice, once only: for the full year.
static void ask_pairs(struct adding *a, struct period full) {
  for (size_t i = 0; i < a->count; i++)
    for (size_t j = i + 1; j < a->count; j++) {
      size_t m = a->order[i], n = a->order[j];
      if (!share_a_unit(a, m, n, full) || !is_asked(a, m, n) || pair_conflicts(a, m, n))
        continue;
      struct saving twice = twice_by_pair(a, m, n, full);
      for (int p = 0; p < POSITIONS_ANSWERS; p++)
        a->twice[p][i * a->count + j] = llabs(twice.ore[p]) > ROUNDING_ORE;
    }
}

// Adds the names of the pair to its lines of the period.
static void name_pair(struct adding *a, struct together_line *lines, size_t i, size_t j) {
  for (size_t k = 0; k < a->count * POSITIONS_ANSWERS; k++) {
    struct together_line *line = &lines[k];
    bool first = line->measure == a->order[i];
    if ((!first && line->measure != a->order[j]) || !a->twice[line->positions][i * a->count + j])
      continue;
    const char *other = measure_rows(a->tables)[a->order[first ? j : i]].measure;
    line->with = arena_printf(a->arena, "%s%s%s", line->with, *line->with ? " " : "", other);
  }
}

static void name_pairs(struct adding *a, struct together_line *lines, struct period period) {
  for (size_t i = 0; i < a->count; i++)
    for (size_t j = i + 1; j < a->count; j++)
      if ((a->twice[POSITIONS_KEPT][i * a->count + j] || a->twice[POSITIONS_ADJUSTED][i * a->count + j]) &&
          share_a_unit(a, a->order[i], a->order[j], period))
        name_pair(a, lines, i, j);
}

// --- lines ---------------------------------------------------------------------------------------------------------

struct member { // in one period, for both answers
  struct saving single, joint, last;
  bool last_known;
};

static struct member member_make(struct adding *a, struct period period, size_t i) {
  size_t measure = a->order[i];
  struct member member = {.last_known = false};
  clear_trial(a);
  a->trial[measure] = true;
  member.single = set_saving(a->sets, a->trial, period);
  for (size_t j = 0; j < i; j++)
    a->trial[a->order[j]] = true;
  member.joint = set_saving(a->sets, a->trial, period);
  member.last_known = (period.full || a->count <= FEW_MEASURES) && trial_all_but(a, measure);
  if (member.last_known)
    member.last = set_saving(a->sets, a->trial, period);
  return member;
}

static struct together_line *add_line(struct adding *a) {
  return arena_push(a->arena, &a->made->lines, &a->made->line_count, &a->made->line_room, sizeof(struct together_line));
}

static void add_members(struct adding *a, struct period period, const struct member *members) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    for (size_t i = 0; i < a->count; i++) {
      int64_t before = i ? members[i - 1].joint.ore[p] : 0;
      const struct saving *all = &members[a->count - 1].joint;
      *add_line(a) = (struct together_line){
          .period = period,
          .positions = p,
          .order = (int)i + 1,
          .measure = a->order[i],
          .single_ore = members[i].single.ore[p],
          .in_order_ore = members[i].joint.ore[p] - before,
          .joint_ore = members[i].joint.ore[p],
          .last_ore = members[i].last_known ? all->ore[p] - members[i].last.ore[p] : NOT_GIVEN,
          .with = "",
      };
    }
}

static void add_left_out(struct adding *a, struct period period) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    for (size_t m = 0; m < a->audit->measure_count; m++)
      if (a->left_out[m])
        *add_line(a) = (struct together_line){
            .period = period, .positions = p, .measure = m, .with = "", .left_out = a->left_out[m]};
}

static void add_joint(struct adding *a, struct period period, const struct member *members, bool target_only) {
  struct saving singles = {{0}, {0}};
  size_t count = 0;
  clear_trial(a);
  for (size_t i = 0; i < a->count; i++) {
    bool counts = !target_only || measure_rows(a->tables)[a->order[i]].in_target == YES;
    a->trial[a->order[i]] = counts;
    count += counts;
    for (int p = 0; p < POSITIONS_ANSWERS && counts; p++)
      singles.ore[p] += members[i].single.ore[p];
  }
  if (target_only && timeline_conflict(a->arena, a->audit->scenario, a->trial))
    return;
  struct saving joint = set_saving(a->sets, a->trial, period);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    struct joint_line *line =
        arena_push(a->arena, &a->made->joints, &a->made->joint_count, &a->made->joint_room, sizeof *line);
    *line = (struct joint_line){.period = period,
                                .positions = p,
                                .target_only = target_only,
                                .measure_count = count,
                                .singles_ore = singles.ore[p],
                                .joint_ore = joint.ore[p],
                                .joint_cash_ore = joint.cash_ore[p]};
  }
}

static void add_period(struct adding *a, struct period period) {
  size_t first = a->made->line_count;
  struct member *members = arena_array(a->arena, a->count, sizeof *members);
  for (size_t i = 0; i < a->count; i++)
    members[i] = member_make(a, period, i);
  add_members(a, period, members);
  name_pairs(a, a->made->lines + first, period);
  add_left_out(a, period);
  add_joint(a, period, members, false);
  add_joint(a, period, members, true);
}

// The first year in which all measures are in force the whole year.
static int whole_year(const struct adding *a) {
  int year = (int)settings_of(a->tables)->first_year;
  for (size_t i = 0; i < a->count; i++) {
    int own = measure_whole_year(a->audit->scenario, a->order[i], undecided_start_of(a->audit->scenario));
    year = own > year ? own : year;
  }
  return year;
}

static void add_periods(struct adding *a) {
  const struct settings_row *settings = settings_of(a->tables);
  struct period full = {whole_year(a), true};
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    a->twice[p] = arena_array(a->arena, a->count * a->count, sizeof(bool));
  ask_pairs(a, full);
  for (int year = (int)settings->first_year; year <= settings->last_year; year++)
    add_period(a, (struct period){year, false});
  add_period(a, full);
}

// Adds the result for the current choice of alternatives.
static void add_chosen(struct adding *a) {
  a->made = arena_alloc(a->arena, sizeof *a->made);
  choose_measures(a);
  a->made->stands = arena_array(a->arena, a->audit->measure_count, sizeof *a->made->stands);
  memcpy(a->made->stands, a->all, a->audit->measure_count * sizeof *a->all);
  a->made->counted = arena_array(a->arena, a->audit->measure_count, sizeof *a->made->counted);
  for (size_t m = 0; m < a->audit->measure_count; m++)
    a->made->counted[m] = measure_rows(a->tables)[m].nature != NATURE_SENSITIVITY && !is_other(a, m);
  if (a->count)
    add_periods(a);
}

// The best alternative is known only when all are solved, so every choice is solved.
static void ask_every_choice(struct adding *a) {
  alternatives_first(a->alternatives, a->chosen);
  do
    add_chosen(a);
  while (alternatives_next(a->alternatives, a->chosen));
}

const struct together *together_make(struct arena *arena, const struct audit *audit, struct sets *sets) {
  size_t measures = audit->measure_count;
  struct adding a = {.audit = audit, .tables = &audit->scenario->tables, .arena = arena, .sets = sets};
  a.alternatives = alternatives_of(arena, audit->scenario);
  a.chosen = arena_array(a.arena, a.alternatives->count + 1, sizeof *a.chosen);
  a.order = arena_array(a.arena, measures, sizeof *a.order);
  a.left_out = arena_array(a.arena, measures, sizeof *a.left_out);
  a.all = arena_array(a.arena, measures, sizeof *a.all);
  a.trial = arena_array(a.arena, measures, sizeof *a.trial);
  if (a.alternatives->count)
    ask_every_choice(&a);
  alternatives_choose(a.alternatives, audit, a.chosen);
  add_chosen(&a);
  return a.made;
}
