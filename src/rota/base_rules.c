// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of lines and of the unit, from law, agreement and rota_rules.csv.
#include <math.h>
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "rota/base_parts.h"
#include "scenario/law.h"
#include "scenario/shared.h"

// Assumed, without a source. Rows of rota_rules.csv change them.
static const struct rota_weights default_weights = {.idle_kr_per_h = 50,
                                                    .single_day_on_kr = 20,
                                                    .single_day_off_kr = 20,
                                                    .short_change_kr = 40,
                                                    .long_run_kr = 10,
                                                    .uneven_weekend_kr = 30,
                                                    .uneven_night_kr = 30};

// ---------------------------------------------------------------- rules

// The row of a group, else that of its whole unit.
const struct rota_rule_row *base_rule_row(const struct making *m, enum rota_word word, const char *group,
                                          const char *shifts) {
  const struct rota_rule_row *found = NULL;
  for (size_t i = 0; i < row_count(m->base->tables, TABLE_ROTA_RULES); i++) {
    const struct rota_rule_row *row = &rota_rule_rows(m->base->tables)[i];
    bool same_shifts = !shifts || (row->shifts && !strcmp(row->shifts, shifts));
    if (row->unit != m->unit || row->rule != (int64_t)word || !same_shifts)
      continue;
    if (group && row->group && !strcmp(row->group, group))
      return row;
    if (!row->group)
      found = row;
  }
  return found;
}

static const char *source_of(const struct rota_rule_row *row) {
  return !row->row.source ? _("rota_rules.csv") : row->row.source;
}

double base_rule_value(const struct rule_at *at, enum rota_word word, double otherwise) {
  const struct rota_rule_row *row = base_rule_row(at->m, word, at->group, NULL);
  return row && row->value_milli != NOT_GIVEN ? (double)row->value_milli / MILLI : otherwise;
}

int base_rule_min(const struct rule_at *at, enum rota_word word, double otherwise_h) {
  return (int)lround(base_rule_value(at, word, otherwise_h) * 60);
}

int base_rule_count(const struct rule_at *at, enum rota_word word, int otherwise) {
  return (int)lround(base_rule_value(at, word, otherwise));
}

// Adds one line to the list of rules. Its source is that of the row, else as given.
void base_tell_rule(const struct rule_at *at, enum rota_rule rule, enum rota_word word, const char *limit,
                    const char *source) {
  struct base_rota *base = at->m->base;
  const struct rota_rule_row *row = word < ROTA_WORDS ? base_rule_row(at->m, word, at->group, NULL) : NULL;
  struct base_rule *told =
      arena_push(at->m->arena, &base->rules, &base->rule_count, &base->rule_room, sizeof *base->rules);
  bool of_law = rule == ROTA_RULE_DAILY_REST || rule == ROTA_RULE_WEEKLY_REST || rule == ROTA_RULE_SUNDAYS;
  const char *by = row ? source_of(row) : NULL;
  if (row && of_law)
    source = arena_printf(at->m->arena, _("%s, changed by %s"), source, by);
  else if (row)
    source = by;
  *told = (struct base_rule){rule, at->index, limit, source, of_law ? by : NULL};
}

static const char *hours_limit(const struct rule_at *at, int minutes) {
  return arena_printf(at->m->arena, _("%s h"), base_number(at->m, minutes / 60.0));
}

static const char *run_limit(const struct rule_at *at, int least, int most) {
  if (most >= ROTA_NO_LIMIT)
    return arena_printf(at->m->arena, _("%d at least"), least);
  if (least <= 1)
    return arena_printf(at->m->arena, _("%d at most"), most);
  return arena_printf(at->m->arena, _("%d to %d"), least, most);
}

const char *base_law_source(const struct rule_at *at, enum law_rule rule) {
  const char *paragraph = law_limit(at->m->base->tables, rule).paragraph;
  return paragraph ? _(paragraph) : _("no such law is known here");
}

const char *base_custom_source(enum rota_rule rule) { return _(rota_rule_records[rule].source); }

void base_make_rest(const struct rule_at *at, const struct group_row *group, struct rota_limits *limits) {
  const struct tables *tables = at->m->base->tables;
  double daily_h = (double)rate_on(tables, RATE_DAILY_REST, NULL, at->m->base->monday) / 1e6;
  limits->daily_rest_min = base_rule_min(at, WORD_DAILY_REST, daily_h);
  limits->short_rest_min = base_rule_min(at, WORD_SHORT_REST, limits->daily_rest_min / 60.0);
  limits->short_changes_most = base_rule_count(at, WORD_SHORT_CHANGES, ROTA_NO_LIMIT);
  limits->weekly_rest_min = base_rule_min(at, WORD_WEEKLY_REST, law_hours(tables, LAW_WEEKLY_REST, group->agreement));
  limits->weekly_rest_inside = base_rule_value(at, WORD_WEEKLY_REST_INSIDE, 1) > 0;
  limits->rest_after_nights_min = base_rule_min(at, WORD_REST_AFTER_NIGHTS, 0);
  bool short_changes = limits->short_rest_min < limits->daily_rest_min;
  base_tell_rule(at, ROTA_RULE_DAILY_REST, short_changes ? WORD_SHORT_REST : WORD_DAILY_REST,
                 hours_limit(at, short_changes ? limits->short_rest_min : limits->daily_rest_min),
                 base_law_source(at, LAW_DAILY_REST));
  if (short_changes && limits->short_changes_most < ROTA_NO_LIMIT)
    base_tell_rule(at, ROTA_RULE_SHORT_CHANGES, WORD_SHORT_CHANGES, run_limit(at, 0, limits->short_changes_most),
                   base_custom_source(ROTA_RULE_SHORT_CHANGES));
  if (limits->weekly_rest_min > 0)
    base_tell_rule(
        at, ROTA_RULE_WEEKLY_REST, WORD_WEEKLY_REST,
        arena_printf(at->m->arena,
                     limits->weekly_rest_inside ? _("%s h within Monday to Sunday") : _("%s h that begin in the week"),
                     base_number(at->m, limits->weekly_rest_min / 60.0)),
        base_law_source(at, LAW_WEEKLY_REST));
  if (limits->rest_after_nights_min > 0)
    base_tell_rule(at, ROTA_RULE_REST_AFTER_NIGHTS, WORD_REST_AFTER_NIGHTS,
                   hours_limit(at, limits->rest_after_nights_min), base_custom_source(ROTA_RULE_REST_AFTER_NIGHTS));
}

static void make_run(const struct rule_at *at, enum rota_rule rule, enum rota_word word, int *least, int *most) {
  *most = base_rule_count(at, word, ROTA_NO_LIMIT);
  *least = base_rule_count(at, word + 1, 1);
  if (*most < ROTA_NO_LIMIT || *least > 1)
    base_tell_rule(at, rule, *most < ROTA_NO_LIMIT ? word : word + 1, run_limit(at, *least, *most),
                   base_custom_source(rule));
}

void base_make_runs(const struct rule_at *at, struct rota_limits *limits) {
  make_run(at, ROTA_RULE_DAYS_IN_ROW, WORD_DAYS_IN_ROW_MOST, &limits->days_in_row_least, &limits->days_in_row_most);
  make_run(at, ROTA_RULE_DAYS_OFF, WORD_DAYS_OFF_MOST, &limits->days_off_least, &limits->days_off_most);
  make_run(at, ROTA_RULE_NIGHTS_IN_ROW, WORD_NIGHTS_IN_ROW_MOST, &limits->nights_in_row_least,
           &limits->nights_in_row_most);
}

// ---------------------------------------------------------------- rules of the unit

static void add_sequence(struct making *m, const struct rota_rule_row *row) {
  struct rota_problem *problem = &m->base->problem;
  struct rota_sequence sequence = {0};
  for (const char *at = row->shifts; at && *at && sequence.length < 3;) {
    at += strspn(at, " ");
    size_t length = strcspn(at, " ");
    bool off = length == 1 && *at == '-';
    if (length)
      sequence.days[sequence.length++] = off ? ROTA_OFF : base_shift_called(problem, at, length);
    at += length;
  }
  for (int i = 0; i < sequence.length; i++)
    if (sequence.days[i] == problem->shift_count)
      return;
  problem->sequences[problem->sequence_count++] = sequence;
}

void base_make_sequences(struct making *m) {
  struct rule_at all = {m, NULL, -1};
  size_t rows = row_count(m->base->tables, TABLE_ROTA_RULES);
  m->base->problem.sequences = arena_array(m->arena, rows + 1, sizeof(struct rota_sequence));
  for (size_t i = 0; i < rows; i++) {
    const struct rota_rule_row *row = &rota_rule_rows(m->base->tables)[i];
    if (row->unit != m->unit || row->rule != WORD_SEQUENCE)
      continue;
    add_sequence(m, row);
    base_tell_rule(&all, ROTA_RULE_SEQUENCE, ROTA_WORDS, arena_printf(m->arena, _("never %s"), row->shifts),
                   source_of(row));
  }
}

void base_make_same_shift(struct making *m) {
  struct rule_at all = {m, NULL, -1};
  for (int s = 0; s < m->base->problem.shift_count; s++) {
    struct rota_shift *shift = &m->base->problem.shifts[s];
    const struct rota_rule_row *most = base_rule_row(m, WORD_SAME_SHIFT_MOST, NULL, shift->code);
    const struct rota_rule_row *least = base_rule_row(m, WORD_SAME_SHIFT_LEAST, NULL, shift->code);
    shift->run_most = most ? (int)(most->value_milli / MILLI) : shift->run_most;
    shift->run_least = least ? (int)(least->value_milli / MILLI) : shift->run_least;
    if (most || least)
      base_tell_rule(&all, ROTA_RULE_SAME_SHIFT, ROTA_WORDS,
                     arena_printf(m->arena, "%s: %s", shift->code, run_limit(&all, shift->run_least, shift->run_most)),
                     source_of(most ? most : least));
  }
}

void base_make_weights(struct making *m) {
  struct rule_at all = {m, NULL, -1};
  struct rota_weights *weights = &m->base->problem.weights;
  *weights = default_weights;
  double *const of[] = {&weights->idle_kr_per_h,   &weights->single_day_on_kr, &weights->single_day_off_kr,
                        &weights->short_change_kr, &weights->long_run_kr,      &weights->uneven_weekend_kr,
                        &weights->uneven_night_kr};
  for (int w = 0; w <= WORD_UNEVEN_NIGHT - WORD_IDLE; w++)
    *of[w] = base_rule_value(&all, (enum rota_word)(WORD_IDLE + w), *of[w]);
  m->base->problem.cover_required = base_rule_value(&all, WORD_COVER_REQUIRED, 0) > 0;
}
