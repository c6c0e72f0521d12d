// SPDX-License-Identifier: GPL-3.0-or-later
// Week types solved on their own against the whole programme, and what is kept of them.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <glpk.h>
#include <math.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "solve/guard.h"
#include "solve/solution.h"
#include "solve/store.h"
#include "support/long.h"
#include "support/town.h"

static int towns(void) { return few_or_all(3, 25); }
static const double SAME = 1e-9; // relative

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// --- one way to solve a part, and what it comes to -----------------------------------------------------------------

struct asked {
  struct arena *arena;
  const struct part *part;
  const struct part_result *result;
};

static void solve_asked(void *state) {
  struct asked *asked = state;
  asked->result = part_solve(asked->arena, asked->part, NULL);
}

static const struct part_result *solve_whole(struct arena *arena, const struct program *program) {
  struct asked asked = {.arena = arena, .part = part_of_whole(arena, program)};
  assert_true(guard_run(solve_asked, &asked));
  assert_int_equal(asked.result->outcome, FOUND);
  return asked.result;
}

static double sum_of(const struct program *program, const double *values, bool ties) {
  double sum = ties ? 0 : program->constant_kr;
  for (size_t c = 0; c < program->column_count; c++)
    sum += (ties ? program->columns[c].tie : program->columns[c].cost_kr) * values[c];
  return sum;
}

static struct answers random_answers(struct arena *arena, uint64_t seed) {
  struct random random = {.state = seed};
  struct town_shape shape = {.groups = 3, .shifts = 4, .seasons = true};
  struct memory memory = random_town(arena, &random, shape);
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 1, 1)), "need", NULL, "persons", "multiply 0.9");
  struct question question = {
      .scenario = town_scenario(&memory), .stretch = stretch_of_year(2025), .measures = true, .week_types = true};
  return town_solve(arena, &question);
}

// The same shortfall, the same cost, and of the plans that cost the same the same one, by parts and from scratch in
// one.
static void parts_and_whole_find_the_same(void **state) {
  for (int town = 0; town < towns(); town++) {
    struct answers answers = random_answers(*state, 4000 + (uint64_t)town);
    for (int v = 0; v < VARIANTS; v++)
      for (int p = 0; p < POSITIONS_ANSWERS; p++) {
        const struct plan *plan = answers.plans[v][p];
        const struct part_result *whole = solve_whole(*state, plan->program);
        assert_near(plan->solution->shortfall_h, whole->shortfall_h, 1e-8);
        assert_near(plan->solution->cost_kr, sum_of(plan->program, whole->values, false), SAME);
        assert_near(sum_of(plan->program, plan->solution->values, true), sum_of(plan->program, whole->values, true),
                    1e-6);
      }
  }
}

// No plan by parts lets an hour go uncovered, or a limit be broken, that the rows name.
static void every_row_holds(void **state) {
  for (int town = 0; town < towns(); town++) {
    struct answers answers = random_answers(*state, 4000 + (uint64_t)town);
    const struct plan *plan = answers.plans[REFERENCE][POSITIONS_KEPT];
    for (size_t r = 0; r < plan->program->row_count; r++) {
      const struct program_row *row = &plan->program->rows[r];
      double value = plan->solution->row_values[r];
      assert_most(value, row->upper, 1e-6);
      assert_most(row->lower, value, 1e-6);
    }
  }
}

// --- from the plan of a sister --------------------------------------------------------------------------------------

static struct part_start start_at(struct arena *arena, const struct part *part, const struct solution *solution) {
  unsigned char *rows = arena_alloc(arena, (size_t)part->row_count),
                *columns = arena_alloc(arena, (size_t)part->column_count);
  double *prices = arena_array(arena, (size_t)part->row_count, sizeof *prices);
  for (int r = 0; r < part->row_count; r++) {
    rows[r] = solution->basis->rows[part->rows[r]];
    prices[r] = solution->row_duals_kr[part->rows[r]];
  }
  for (int c = 0; c < part->column_count; c++)
    columns[c] = solution->basis->columns[part->columns[c]];
  return (struct part_start){
      .column_status = columns, .row_status = rows, .row_prices = prices, .first_aim = AIM_KRONER};
}

static bool is_plan(const struct program *program, const double *values) {
  double *sums = arena_array(program->arena, program->row_count, sizeof *sums);
  for (size_t e = 0; e < program->entry_count; e++)
    sums[program->entries[e].row] += program->entries[e].value * values[program->entries[e].column];
  bool holds = true;
  for (size_t r = 0; r < program->row_count; r++)
    holds = holds && sums[r] >= program->rows[r].lower - 1e-6 && sums[r] <= program->rows[r].upper + 1e-6;
  return holds;
}

struct started {
  struct asked asked;
  struct part_start start;
};

static void solve_started(void *state) {
  struct started *s = state;
  s->asked.result = part_solve(s->asked.arena, s->asked.part, &s->start);
}

// The need of the measure is lower, so that its plan leaves the baseline's cover short and the baseline's is a dear plan of the
// measure; positions differ too. From either the best plan is found, as good as from scratch.
static void a_start_that_is_no_plan_leads_to_the_best(void **state) {
  int no_plans = 0;
  for (int town = 0; town < towns(); town++) {
    struct answers answers = random_answers(*state, 4000 + (uint64_t)town);
    for (int v = 0; v < VARIANTS; v++) {
      const struct program *program = answers.plans[v][POSITIONS_ADJUSTED]->program;
      const struct solution *sister = answers.plans[!v][POSITIONS_ADJUSTED]->solution;
      struct started s = {.asked = {.arena = *state, .part = part_of_whole(*state, program)}};
      if (sister->positions_held || !program_same_shape(program, answers.plans[!v][POSITIONS_ADJUSTED]->program))
        continue;
      s.start = start_at(*state, s.asked.part, sister);
      assert_true(guard_run(solve_started, &s));
      const struct part_result *fresh = solve_whole(*state, program), *found = s.asked.result;
      assert_int_equal(found->outcome, FOUND);
      assert_near(found->shortfall_h, fresh->shortfall_h, 1e-8);
      assert_near(sum_of(program, found->values, false), sum_of(program, fresh->values, false), SAME);
      assert_near(sum_of(program, found->values, true), sum_of(program, fresh->values, true), 1e-6);
      assert_true(is_plan(program, found->values));
      no_plans += !is_plan(program, sister->values);
    }
  }
  assert_true(no_plans > 0);
}

// --- too large to be solved whole -------------------------------------------------------------------------------------

static const struct solution *solve_held(struct solver *solver, struct arena *arena, const struct plan *adjusted) {
  const struct solve_limits held = {.cost_below_kr = INFINITY, .held = true};
  return solver_solve_within(solver, arena, adjusted->program, NULL, &held);
}

// Positions left as they are cost what positions kept do, and what is proven of others is never more than they cost.
static void a_bound_stands_in_for_positions_adjusted(void **state) {
  struct solver *solver = solver_new();
  int told = 0, apart = 0;
  for (int town = 0; town < towns(); town++) {
    struct answers answers = random_answers(*state, 6003 + (uint64_t)town);
    for (int v = 0; v < VARIANTS; v++) {
      const struct plan *kept = answers.plans[v][POSITIONS_KEPT], *adjusted = answers.plans[v][POSITIONS_ADJUSTED];
      const struct solution *held = solve_held(solver, *state, adjusted);
      if (held->status != SOLVE_OPTIMAL) { // somebody is missing, or limits over the year bind
        assert_int_equal(held->status, SOLVE_LIMIT);
        continue;
      }
      told++;
      assert_true(held->positions_held);
      assert_most(kept->solution->shortfall_h, 0, 0); // else other positions would leave fewer missing, at any cost
      assert_near(held->cost_kr, kept->solution->cost_kr, SAME);
      assert_most(held->bound_kr, adjusted->solution->cost_kr, 1e-9);
      apart += adjusted->solution->cost_kr < held->cost_kr - 1;
      assert_most(0.2 * kept->solution->cost_kr, held->bound_kr, 0); // it says something
    }
  }
  assert_true(told > 0 && apart > 0);
  solver_free(solver);
}

// --- kept parts -----------------------------------------------------------------------------------------------------

static void ask_store(struct store *store, struct arena *arena, const struct part *part, struct part_result *copy,
                      bool *hit) {
  *copy = *store_solve(store, arena, part, NULL, hit);
}

static void a_hit_says_what_a_miss_said(void **state) {
  struct answers answers = random_answers(*state, 7);
  const struct split *split = split_make(*state, answers.plans[REFERENCE][POSITIONS_KEPT]->program);
  struct store *store = store_new(STORE_BYTES);
  for (int t = 0; t < split->part_count; t++) {
    struct part_result first, again;
    bool hit;
    ask_store(store, *state, &split->parts[t], &first, &hit);
    double *values = arena_array(*state, (size_t)split->parts[t].column_count, sizeof *values);
    memcpy(values, first.values, (size_t)split->parts[t].column_count * sizeof *values);
    ask_store(store, *state, &split->parts[t], &again, &hit);
    assert_true(hit);
    assert_memory_equal(values, again.values, (size_t)split->parts[t].column_count * sizeof *values);
  }
  store_free(store);
}

static void ask_whole(struct store *store, struct arena *arena, const struct program *program, bool *hit,
                      struct part_result *copy) {
  const struct part *part = part_of_whole(arena, program);
  *copy = *store_solve(store, arena, part, NULL, hit);
}

// What a process has solved, its parent and every later child know, to the last bit.
static void a_process_tells_those_beside_it(void **state) {
  const struct program *program = random_answers(*state, 7).plans[SUBJECT][POSITIONS_ADJUSTED]->program;
  struct store *store = store_new(STORE_BYTES);
  struct part_result first, again;
  bool hit;
  pid_t child = fork();
  if (!child) {
    ask_whole(store, *state, program, &hit, &first);
    _exit(hit);
  }
  int status;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_int_equal(status, 0);
  ask_whole(store, *state, program, &hit, &again);
  assert_true(hit);
  ask_whole(store, *state, program, &hit, &first);
  const struct part_result *fresh = solve_whole(*state, program);
  assert_memory_equal(again.values, fresh->values, program->column_count * sizeof *again.values);
  assert_int_equal(again.pivots, fresh->pivots);
  store_free(store);
}

// Where there is no room for all the oldest goes: what is found is right, what is gone is solved again.
static void a_full_store_forgets_the_oldest(void **state) {
  enum { BYTES = 1 << 14, PARTS = 60 };
  struct answers answers = random_answers(*state, 7);
  struct part *part = &split_make(*state, answers.plans[REFERENCE][POSITIONS_KEPT]->program)->parts[0];
  struct store *store = store_new(BYTES);
  double lower = part->row_lower[0];
  struct part_result first, found;
  bool hit;
  for (int i = 0; i < PARTS; i++) {
    part->row_lower[0] = lower - 0.001 * i;
    ask_store(store, *state, part, i ? &found : &first, &hit);
    assert_false(hit);
    ask_store(store, *state, part, &found, &hit);
    assert_true(hit);
  }
  part->row_lower[0] = lower;
  ask_store(store, *state, part, &found, &hit);
  assert_false(hit);
  assert_memory_equal(first.values, found.values, (size_t)part->column_count * sizeof *found.values);
  store_free(store);
}

// --- starts ---------------------------------------------------------------------------------------------------------

// Prices only say what is looked at first: with wrong ones, and from another plan's basis, the same plan is found.
static void wrong_prices_lead_to_the_same_plan(void **state) {
  int tried = 0;
  for (int town = 0; town < towns(); town++) {
    struct answers answers = random_answers(*state, 4000 + (uint64_t)town);
    const struct plan *plan = answers.plans[SUBJECT][POSITIONS_ADJUSTED];
    const struct basis *basis = answers.plans[REFERENCE][POSITIONS_KEPT]->solution->basis;
    if (basis->row_count != plan->program->row_count || basis->column_count != plan->program->column_count)
      continue;
    double *prices = arena_array(*state, basis->row_count, sizeof *prices);
    for (size_t r = 0; r < basis->row_count; r++)
      prices[r] = -1000 * basis->row_prices_kr[r];
    struct basis wrong = *basis;
    wrong.row_prices_kr = prices;
    struct solver *solver = solver_new();
    const struct solution *found = solver_solve(solver, *state, plan->program, &wrong);
    solver_free(solver);
    assert_near(found->shortfall_h, plan->solution->shortfall_h, 1e-7);
    assert_near(found->cost_kr, plan->solution->cost_kr, SAME);
    tried++;
  }
  assert_true(tried > towns() / 3);
}

// --- starts alike ---------------------------------------------------------------------------------------------------

// From the plan of the same programme with other numbers every part starts there too: the plan is the one found without.
static void starts_alike_find_the_same_plan(void **state) {
  const struct solve_limits alike = {.cost_below_kr = INFINITY, .alike = true};
  int tried = 0;
  for (int town = 0; town < 2 * towns(); town++) {
    struct answers answers = random_answers(*state, 9000 + (uint64_t)town);
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      const struct plan *plan = answers.plans[SUBJECT][p];
      const struct basis *start = answers.plans[REFERENCE][p]->solution->basis;
      if (!start || start->row_count != plan->program->row_count || start->column_count != plan->program->column_count)
        continue;
      struct solver *solver = solver_new();
      const struct solution *own = solver_solve(solver, *state, plan->program, NULL);
      const struct solution *found = solver_solve_within(solver, *state, plan->program, start, &alike);
      solver_free(solver);
      assert_int_equal(found->status, SOLVE_OPTIMAL);
      assert_near(found->shortfall_h, own->shortfall_h, 1e-7);
      assert_near(found->last_resort_h, own->last_resort_h, 1e-6);
      assert_near(found->cost_kr, own->cost_kr, SAME);
      assert_near(sum_of(plan->program, found->values, true), sum_of(plan->program, own->values, true), 1e-6);
      tried++;
    }
  }
  assert_true(tried > towns());
}

// --- limits ---------------------------------------------------------------------------------------------------------

struct limited {
  struct arena *arena;
  struct solver *solver;
  const struct plan *plan;
  const struct basis *start;
};

static const struct solution *ask_within(const struct limited *asked, bool covered, double cost_below_kr, bool any,
                                         bool same_prices) {
  const struct solve_limits limits = {
      .covered = covered, .cost_below_kr = cost_below_kr, .any = any, .same_prices = same_prices};
  return solver_solve_within(asked->solver, asked->arena, asked->plan->program, asked->start, &limits);
}

// What is within the limits is found as without them, whichever way the simplex is sent.
static void check_within(const struct limited *asked) {
  const struct solution *own = asked->plan->solution;
  double above = own->cost_kr + 1e-6 * fabs(own->cost_kr) + 1;
  for (int same_prices = 0; same_prices < 2; same_prices++)
    for (int any = 0; any < 2; any++) {
      const struct solution *found = ask_within(asked, own->shortfall_h < 1e-9, above, any, same_prices);
      assert_int_equal(found->status, SOLVE_OPTIMAL);
      assert_near(found->shortfall_h, own->shortfall_h, 1e-7);
      assert_near(found->cost_kr, own->cost_kr, SAME);
      if (!any)
        assert_near(sum_of(asked->plan->program, found->values, true), sum_of(asked->plan->program, own->values, true),
                    1e-6);
    }
}

// What is beyond them is not told as within. Returns in how many ways the search was ended.
static int check_beyond(const struct limited *asked) {
  const struct solution *own = asked->plan->solution;
  double below = own->cost_kr - 1e-6 * fabs(own->cost_kr) - 1;
  int ended = 0;
  for (int same_prices = 0; same_prices < 2; same_prices++) {
    const struct solution *found = ask_within(asked, false, below, true, same_prices);
    ended += found->status == SOLVE_BEYOND;
    if (found->status != SOLVE_BEYOND)
      assert_near(found->cost_kr, own->cost_kr, SAME);
    found = ask_within(asked, true, INFINITY, true, same_prices);
    if (own->shortfall_h > 1e-3)
      assert_int_equal(found->status, SOLVE_BEYOND);
    ended += found->status == SOLVE_BEYOND;
  }
  return ended;
}

static void limits_end_only_what_is_beyond(void **state) {
  int ended = 0, asked_for = 0;
  for (int town = 0; town < 2 * towns(); town++) {
    struct answers answers = random_answers(*state, 4000 + (uint64_t)town);
    struct limited asked = {*state, solver_new(), answers.plans[SUBJECT][POSITIONS_ADJUSTED],
                            answers.plans[REFERENCE][POSITIONS_ADJUSTED]->solution->basis};
    if (asked.start->row_count == asked.plan->program->row_count) {
      asked_for++;
      check_within(&asked);
      ended += check_beyond(&asked);
    }
    solver_free(asked.solver);
  }
  assert_true(asked_for > towns() / 2 && ended > asked_for);
}

// --- faults ---------------------------------------------------------------------------------------------------------

static void misuse(void *state) {
  glp_prob **problem = state;
  *problem = glp_create_prob();
  glp_set_row_stat(*problem, 1, GLP_BS); // there is no row: GLPK gives up
}

// After a fault of GLPK the next programme is solved as if nothing had been.
static void a_fault_does_not_spread(void **state) {
  struct answers before = random_answers(*state, 11);
  unsigned age = guard_age();
  glp_prob *problem = NULL;
  assert_false(guard_run(misuse, &problem));
  assert_int_equal(guard_age(), age + 1);
  struct answers after = random_answers(*state, 11);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    assert_true(before.plans[SUBJECT][p]->cost_kr == after.plans[SUBJECT][p]->cost_kr);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(parts_and_whole_find_the_same, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_start_that_is_no_plan_leads_to_the_best, set_up, tear_down),
      cmocka_unit_test_setup_teardown(every_row_holds, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_bound_stands_in_for_positions_adjusted, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_hit_says_what_a_miss_said, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_process_tells_those_beside_it, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_full_store_forgets_the_oldest, set_up, tear_down),
      cmocka_unit_test_setup_teardown(wrong_prices_lead_to_the_same_plan, set_up, tear_down),
      cmocka_unit_test_setup_teardown(starts_alike_find_the_same_plan, set_up, tear_down),
      cmocka_unit_test_setup_teardown(limits_end_only_what_is_beyond, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_fault_does_not_spread, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("parts", tests, NULL, NULL);
}
