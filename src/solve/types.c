// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <string.h>

#include <glpk.h>

#include "program/families.h"
#include "solve/attempt.h"

enum { PIVOTS_NEAR = 3000 }; // from the plan of a sister; if it is farther away, the parts are the better start
static const double LINK_PLAY = 1e-9; // relative, of rows over several week types

// A solution while it is assembled from parts.
struct whole {
  const struct program *program;
  struct solution *out;
  unsigned char *column_status, *row_status;
};

static struct whole whole_new(struct arena *arena, const struct program *program, struct solution *out) {
  size_t columns = program->column_count, rows = program->row_count;
  out->values = arena_array(arena, columns, sizeof(double));
  out->reduced_kr = arena_array(arena, columns, sizeof(double));
  out->row_values = arena_array(arena, rows, sizeof(double));
  out->row_duals_kr = arena_array(arena, rows, sizeof(double));
  out->row_duals_h = NULL;
  out->shortfall_h = out->last_resort_h = 0;
  return (struct whole){program, out, arena_alloc(arena, columns), arena_alloc(arena, rows)};
}

static void put_rows(struct arena *arena, struct whole *whole, const struct part *part,
                     const struct part_result *result) {
  struct solution *out = whole->out;
  if (result->row_duals_h && !out->row_duals_h)
    out->row_duals_h = arena_array(arena, whole->program->row_count, sizeof(double));
  for (int r = 0; r < part->row_count; r++) {
    int row = part->rows[r];
    out->row_duals_kr[row] = result->row_duals_kr[r] * part->scale;
    if (result->row_duals_h)
      out->row_duals_h[row] = result->row_duals_h[r] * part->scale;
    whole->row_status[row] = result->row_status[r];
  }
}

static void put_part(struct arena *arena, struct whole *whole, const struct part *part,
                     const struct part_result *result) {
  for (int c = 0; c < part->column_count; c++) {
    int column = part->columns[c];
    whole->out->values[column] = result->values[c];
    whole->column_status[column] = result->column_status[c];
  }
  put_rows(arena, whole, part, result);
  whole->out->shortfall_h += result->shortfall_h * part->scale;
  whole->out->last_resort_h += result->last_resort_h * part->scale;
}

// The rows that link week types keep their values, and have no price yet.
static void put_links(struct whole *whole, const struct split *split) {
  for (int c = 0; c < split->link_column_count; c++) {
    int column = split->link_columns[c];
    whole->out->values[column] = whole->program->columns[column].lower;
    whole->column_status[column] = GLP_NL;
  }
  for (int r = 0; r < split->link_row_count; r++)
    whole->row_status[split->link_rows[r]] = GLP_BS;
}

// Values of all rows and the cost, from the values of the columns.
static void add_up(struct whole *whole) {
  const struct program *program = whole->program;
  struct solution *out = whole->out;
  out->cost_kr = program->constant_kr;
  for (size_t r = 0; r < program->row_count; r++)
    out->row_values[r] = 0;
  for (size_t c = 0; c < program->column_count; c++)
    out->cost_kr += program->columns[c].cost_kr * out->values[c];
  for (size_t e = 0; e < program->entry_count; e++)
    out->row_values[program->entries[e].row] += program->entries[e].value * out->values[program->entries[e].column];
  out->bound_kr = out->cost_kr;
}

// The reduced cost of each column: its cost beyond the value of its rows. Also of a fixed one: what its bound would save.
static void price_columns(struct whole *whole) {
  const struct program *program = whole->program;
  double *reduced = whole->out->reduced_kr;
  for (size_t c = 0; c < program->column_count; c++)
    reduced[c] = program->columns[c].cost_kr;
  for (size_t e = 0; e < program->entry_count; e++)
    reduced[program->entries[e].column] -=
        program->entries[e].value * whole->out->row_duals_kr[program->entries[e].row];
  for (size_t c = 0; c < program->column_count; c++)
    if (whole->column_status[c] == GLP_BS)
      reduced[c] = 0;
}

static bool links_hold(const struct whole *whole, const struct split *split) {
  if (!split->links_fixed || whole->program->last_resort_held)
    return false;
  for (int r = 0; r < split->link_row_count; r++) {
    const struct program_row *row = &whole->program->rows[split->link_rows[r]];
    double value = whole->out->row_values[split->link_rows[r]], play = LINK_PLAY * (1 + fabs(value));
    if (value < row->lower - play || value > row->upper + play)
      return false;
  }
  return true;
}

static struct basis *basis_of(struct arena *arena, const struct whole *whole, int pivots_cold) {
  struct basis *basis = arena_alloc(arena, sizeof *basis);
  *basis = (struct basis){.row_count = whole->program->row_count,
                          .column_count = whole->program->column_count,
                          .rows = whole->row_status,
                          .columns = whole->column_status,
                          .row_prices_kr = whole->out->row_duals_kr,
                          .pivots_cold = pivots_cold};
  return basis;
}

// The rows of minimised sums are in no part: they are basic in a basis.
static struct part_start start_of(struct arena *arena, const struct part *part, const struct basis *basis) {
  size_t count = (size_t)part->row_count, columns = (size_t)part->column_count;
  unsigned char *status = arena_alloc(arena, count), *column_status = arena_alloc(arena, columns);
  double *prices = arena_array(arena, count, sizeof *prices);
  for (size_t r = 0; r < count; r++) {
    status[r] = basis->rows[part->rows[r]];
    prices[r] = basis->row_prices_kr[part->rows[r]] / part->scale;
  }
  for (size_t c = 0; c < columns; c++)
    column_status[c] = basis->columns[part->columns[c]];
  return (struct part_start){.column_status = column_status, .row_status = status, .row_prices = prices};
}

// The number of basic variables equals the number of rows.
static bool is_basis_of(const struct part *part, const struct basis *basis) {
  int basic = 0;
  for (int r = 0; r < part->row_count; r++)
    basic += basis->rows[part->rows[r]] == GLP_BS;
  for (int c = 0; c < part->column_count; c++)
    basic += basis->columns[part->columns[c]] == GLP_BS;
  return basic == part->row_count;
}

static bool is_alike(const struct attempt *a) {
  return a->limits && a->limits->alike && basis_fits(a->start, a->program);
}

// From the same part of the start if it is alike and its statuses are a basis of the part.
static const struct part_result *solve_part(struct attempt *a, const struct part *part, bool *hit) {
  if (is_alike(a) && is_basis_of(part, a->start)) {
    struct part_start start = start_of(a->trial, part, a->start);
    const struct part_result *result = store_solve(a->store, a->trial, part, &start, hit);
    if (result->outcome == FOUND)
      return result;
    a->out->iterations += *hit ? 0 : result->pivots;
  }
  return store_solve(a->store, a->trial, part, NULL, hit);
}

static enum outcome solve_parts(struct attempt *a, const struct split *split, struct whole *whole) {
  for (int t = 0; t < split->part_count; t++) {
    bool hit;
    const struct part_result *result = solve_part(a, &split->parts[t], &hit);
    enum outcome outcome = result->outcome;
    a->out->iterations += hit ? 0 : result->pivots;
    a->out->parts++;
    a->out->hits += hit;
    if (outcome == FOUND)
      put_part(a->trial, whole, &split->parts[t], result);
    if (outcome != FOUND)
      return outcome;
  }
  put_links(whole, split);
  add_up(whole);
  return FOUND;
}

// near: start from the plan of a sister.
static struct part_limits part_limits_of(const struct attempt *a, bool near) {
  return (struct part_limits){.covered = a->limits->covered,
                              .cost_below = a->limits->cost_below_kr - a->program->constant_kr,
                              .any = a->limits->any,
                              .same_prices = near && a->limits->same_prices};
}

// basis: the start, NULL: none; first_aim, pivots_most: as in part_start.
static enum outcome solve_from(struct attempt *a, struct whole *whole, const struct basis *basis, enum aim first_aim,
                               int pivots_most) {
  struct arena *trial = a->trial;
  bool hit;
  const struct part *part = part_of_whole(trial, a->program);
  struct part_start start = {0};
  if (basis)
    start = start_of(trial, part, basis);
  start.first_aim = first_aim;
  start.pivots_most = pivots_most;
  struct part_limits limits;
  if (a->limits) {
    limits = part_limits_of(a, basis == a->start);
    start.limits = &limits;
  }
  const struct part_result *result = store_solve(a->store, trial, part, basis ? &start : NULL, &hit);
  enum outcome outcome = result->outcome;
  a->out->iterations += hit ? 0 : result->pivots;
  a->out->whole_pivots += result->pivots;
  if (outcome == FOUND) {
    *whole = whole_new(trial, a->program, a->out);
    put_part(trial, whole, part, result);
    for (size_t r = 0; r < a->program->row_count; r++)
      if (row_is_least(a->program->rows[r].key.kind))
        whole->row_status[r] = GLP_BS;
    add_up(whole);
  }
  return outcome;
}

// The first aim that the parts do not meet.
static enum aim first_aim_of(const struct solution *parts) {
  return parts->shortfall_h > 0 ? AIM_COVER : parts->last_resort_h > 0 ? AIM_LAST_RESORT : AIM_KRONER;
}

static enum outcome solve_linked(struct attempt *a, struct whole *whole) {
  const struct basis *composed = basis_of(a->trial, whole, 0);
  enum aim first_aim = a->limits && a->limits->covered ? AIM_KRONER : first_aim_of(whole->out);
  enum outcome outcome = solve_from(a, whole, composed, first_aim, 0);
  return outcome == FAILED ? solve_from(a, whole, NULL, AIM_KRONER, 0) : outcome;
}

static void *copy_of(struct arena *arena, const void *items, size_t count, size_t size) {
  return items ? memcpy(arena_array(arena, count, size), items, count * size) : NULL;
}

// Copies the result out of the working arena.
static void keep(struct arena *arena, struct whole *whole) {
  struct solution *out = whole->out;
  size_t columns = whole->program->column_count, rows = whole->program->row_count;
  out->values = copy_of(arena, out->values, columns, sizeof(double));
  out->reduced_kr = copy_of(arena, out->reduced_kr, columns, sizeof(double));
  out->row_values = copy_of(arena, out->row_values, rows, sizeof(double));
  out->row_duals_kr = copy_of(arena, out->row_duals_kr, rows, sizeof(double));
  out->row_duals_h = copy_of(arena, out->row_duals_h, rows, sizeof(double));
  whole->column_status = copy_of(arena, whole->column_status, columns, 1);
  whole->row_status = copy_of(arena, whole->row_status, rows, 1);
}

// From the plan of a sister if there is one, as long as that is shorter than from the parts: 30 solves of rennebu-2024 that were
// given up after 1 000 pivots would have ended after 1 300 to 2 800, and took about as many again from the parts.
static enum outcome solve_near(struct attempt *a, struct whole *whole) {
  return basis_fits(a->start, a->program) ? solve_from(a, whole, a->start, AIM_KRONER, PIVOTS_NEAR) : STOPPED;
}

static bool is_answer(enum outcome outcome) { return outcome == FOUND || outcome == BEYOND; }

// Solved parts are closer to the whole than any sister except the plan of the same question with other numbers.
static enum outcome solve_by_parts(struct attempt *a, struct whole *whole, bool near_tried) {
  struct split *split = split_make(a->trial, a->program);
  *whole = whole_new(a->trial, a->program, a->out);
  enum outcome outcome = solve_parts(a, split, whole);
  if (outcome != FOUND || links_hold(whole, split))
    return outcome;
  if (a->program->entry_count > PROGRAM_WHOLE_ENTRIES_MOST)
    return STOPPED;
  outcome = is_alike(a) && !near_tried ? solve_near(a, whole) : STOPPED;
  return is_answer(outcome) ? outcome : solve_linked(a, whole);
}

// Can the plans of the parts together be the plan of the whole?
static bool may_fall_apart(const struct program *program) {
  if (program->last_resort_held)
    return false;
  for (size_t c = 0; c < program->column_count; c++)
    if (program->columns[c].key.type < 0 && program->columns[c].lower != program->columns[c].upper)
      return false;
  return true;
}

// If the parts cannot be the whole, the plan of a sister is tried before them.
static enum outcome solve_types(struct attempt *a) {
  a->trial = arena_new();
  struct whole whole;
  bool near_first = !may_fall_apart(a->program) && a->program->entry_count <= PROGRAM_WHOLE_ENTRIES_MOST;
  enum outcome outcome = near_first ? solve_near(a, &whole) : STOPPED;
  if (!is_answer(outcome))
    outcome = solve_by_parts(a, &whole, near_first);
  if (outcome == FOUND) {
    price_columns(&whole);
    keep(a->arena, &whole);
    a->out->basis = basis_of(a->arena, &whole, a->out->whole_pivots);
  }
  arena_free(a->trial);
  a->trial = NULL;
  return outcome;
}

// --- positions left as they are ------------------------------------------------------------------------------------

static bool may_be_held(const struct attempt *a) {
  bool asked = a->limits && a->limits->held;
  return (asked || a->program->entry_count > PROGRAM_HELD_ENTRIES) && !may_fall_apart(a->program);
}

// A bound on every plan x from the prices of the plan x* that was found, with reduced costs d (0 where a column may move):
//
//   c x >= c x* + sum over columns of the minimum of d (x - x*) over [l, u]
//
// Only positions contribute: with them unchanged, everything else is optimal.
static double bound_of(const struct program *program, const struct solution *found) {
  double bound_kr = found->cost_kr;
  for (size_t c = 0; c < program->column_count; c++) {
    double d = found->reduced_kr[c];
    const struct program_column *column = &program->columns[c];
    if (column->lower != column->upper && d != 0 && column->key.type < 0)
      bound_kr += d * ((d > 0 ? column->lower : column->upper) - found->values[c]);
  }
  return bound_kr;
}

// The plan with positions unchanged (already known if they were kept), and a bound for all others.
static enum outcome solve_held(struct attempt *a) {
  const struct program *program = a->program;
  a->program = program_fix_positions(a->arena, program, arena_array(a->arena, program->column_count, sizeof(double)));
  enum outcome outcome = solve_types(a);
  a->program = program;
  if (outcome != FOUND)
    return outcome;
  a->out->bound_kr = bound_of(program, a->out);
  a->out->positions_held = isfinite(a->out->bound_kr) && a->out->shortfall_h == 0;
  return a->out->positions_held ? FOUND : STOPPED;
}

enum outcome attempt_types(struct attempt *a) {
  if (!may_be_held(a))
    return solve_types(a);
  enum outcome outcome = solve_held(a);
  bool whole = a->program->entry_count <= PROGRAM_WHOLE_ENTRIES_MOST && !(a->limits && a->limits->held);
  return outcome == STOPPED && whole ? solve_types(a) : outcome;
}
