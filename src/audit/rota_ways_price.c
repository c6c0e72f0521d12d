// SPDX-License-Identifier: GPL-3.0-or-later
// The value of relaxing rules, in kroner a year: the rota that is possible without them, and the one with more heads.
#include "audit/unit_rota.h"
#include "base/fixed.h"
#include "base/language.h"
#include "plan/empty.h"
#include "rota/solve.h"
#include "scenario/vary.h"

struct ways_pricing {
  struct study *study;
  struct arena *arena;
  const struct comparison *comparison;
  const struct unit_rota_question *question;
  const struct unit_rota *of;
  struct rota_ways_price *out;
};

static enum variant variant_of(const struct ways_pricing *p) {
  return p->question->measure == NOT_GIVEN ? REFERENCE : SUBJECT;
}

static struct rota_price price_of_way(const struct ways_pricing *p, const struct rota_way *way) {
  struct base_rota base = *p->of->base;
  base.problem = *way->problem;
  if (!way->rota)
    return (struct rota_price){.why = _("the rota was not found again")};
  return rota_price_of(p->study, p->arena, p->comparison, &base, way->rota);
}

// ---------------------------------------------------------------- heads more

// The scenario with `more` heads added to the group's row of groups.csv.
static const struct scenario *with_heads(const struct ways_pricing *p, int group, int more) {
  const struct frame *frame = p->comparison->year->frame;
  size_t row = (size_t)frame->groups[p->of->base->group_of[group]];
  int64_t heads_milli = group_rows(&frame->scenario->tables)[row].heads_milli + (int64_t)more * MILLI;
  const struct varied_cell cell = {TABLE_GROUPS, row, column_named(TABLE_GROUPS, "heads"), {.number = heads_milli}};
  return scenario_vary(p->arena, frame->scenario, &cell, 1);
}

static const struct comparison *compare_with(const struct ways_pricing *p, int group, int more) {
  enum solve_status status;
  const char *why;
  const struct study_nearby nearby = {with_heads(p, group, more), p->comparison, NULL};
  return study_compare_from(p->study, p->arena, p->question->asked, nearby, &status, &why);
}

// Did the group really get `more` heads? A measure may set them to something else.
static bool has_heads(const struct ways_pricing *p, const struct base_rota *base, int group, int more) {
  return !base->refusal && base->problem.group_count == p->of->base->problem.group_count &&
         base->problem.groups[group].heads == p->of->base->problem.groups[group].heads + more;
}

static void try_group(struct ways_pricing *p, int group, int more) {
  struct rota_ways_price *out = p->out;
  const struct comparison *comparison = compare_with(p, group, more);
  if (!comparison)
    return;
  const struct base_rota *base = base_rota_make(p->arena, comparison->year, variant_of(p), p->question->weeks);
  if (!has_heads(p, base, group, more))
    return;
  struct rota_answer answer = rota_solve(p->arena, &base->problem, &(struct rota_limits_of_search){0});
  if (answer.outcome != ROTA_FOUND)
    return;
  struct rota_price price = rota_price_of(p->study, p->arena, comparison, base, answer.rota);
  if (!price.known) {
    out->heads_why = price.why;
    return;
  }
  const struct plan *today = p->comparison->plans[variant_of(p)][POSITIONS_KEPT];
  double kr = rota_way_kr(&price) + empty_beyond(today, comparison->plans[variant_of(p)][POSITIONS_KEPT]).kr;
  if (out->heads_known && out->heads_kr <= kr)
    return;
  out->heads_known = true;
  out->heads_group = group;
  out->heads_kr = kr;
}

struct rota_ways_price *rota_ways_price_of(struct study *study, struct arena *arena,
                                           const struct comparison *comparison,
                                           const struct unit_rota_question *question, const struct unit_rota *of) {
  const struct rota_give_way *ways = of->ways;
  struct rota_ways_price *out = arena_alloc(arena, sizeof *out);
  *out = (struct rota_ways_price){.ways = arena_array(arena, (size_t)ways->way_count + 1, sizeof *out->ways)};
  struct ways_pricing p = {study, arena, comparison, question, of, out};
  for (int w = 0; w < ways->way_count; w++)
    out->ways[w] = price_of_way(&p, &ways->ways[w]);
  for (size_t i = 0; i < ways->helping_count; i++)
    try_group(&p, ways->helping[i], ways->heads_more);
  return out;
}
