// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/worlds.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "audit/amounts.h"
#include "base/fixed.h"
#include "chance/stream.h"
#include "scenario/cells.h"

// ---------------------------------------------------------------- quantiles

// Named by the whole content of the row.
static uint64_t name_of_cell(const struct scenario *scenario, const struct varied_cell *cell) {
  struct arena *passing = arena_new();
  struct cell_reader reader = {.arena = passing, .tables = &scenario->tables, .decimal = scenario->decimal};
  const struct table *table = table_of(cell->table);
  uint64_t name = chance_name_text(chance_name_text(6, table->name), cell->column->name);
  for (size_t c = 0; c < table->column_count; c++)
    name = chance_name_text(
        name, cell_print(&reader, &table->columns[c],
                         cell_of_row(&table->columns[c], row_at(&scenario->tables, cell->table, cell->row))));
  arena_free(passing);
  return name;
}

static uint64_t name_of_input(const struct scenario *scenario, const struct drawn_input *input) {
  if (input->tie)
    return chance_name_text(7, input->tie);
  uint64_t least = UINT64_MAX;
  for (size_t c = 0; c < input->count; c++) {
    uint64_t name = name_of_cell(scenario, &input->cells[c].cell);
    least = name < least ? name : least;
  }
  return least;
}

static size_t below(struct chance_stream *stream, size_t count) {
  return (size_t)(chance_uniform(stream) * (double)count);
}

static void swap(double *a, double *b) {
  double passing = *a;
  *a = *b;
  *b = passing;
}

static void shuffle(double *values, size_t count, struct chance_stream *stream) {
  for (size_t j = count; j-- > 1;)
    swap(&values[j], &values[below(stream, j + 1)]);
}

// Stratified sampling: one draw in each N-th of the probability range, in random order; of those that fall into a K-th
// of the range, one is among the first K.
static void lay_out(struct worlds *worlds, size_t input, struct chance_stream *stream, double *values) {
  size_t inputs = worlds->inputs->count, draws = worlds->draws, solved = worlds->solved;
  for (size_t j = 0; j < draws; j++)
    values[j] = ((double)j + chance_uniform(stream)) / (double)draws;
  for (size_t k = 0; k < solved && solved < draws;
       k++) { // values before k are chosen, from k on they rise but for swaps
    size_t first = k * draws / solved, after = (k + 1) * draws / solved;
    swap(&values[k], &values[first + below(stream, after - first)]);
  }
  shuffle(values, solved, stream);
  shuffle(values + solved, draws - solved, stream);
  for (size_t j = 0; j < draws; j++)
    worlds->quantile[j * inputs + input] = values[j];
}

const struct worlds *worlds_make(struct arena *arena, const struct scenario *scenario, const struct chance_ask *ask) {
  if (!ask || ask->input_draws <= 0)
    return NULL;
  struct worlds *worlds = arena_alloc(arena, sizeof *worlds);
  worlds->inputs = drawn_inputs_make(arena, scenario);
  worlds->draws = (size_t)(ask->input_draws < ask->draws ? ask->input_draws : ask->draws);
  size_t solved = (size_t)ask->input_solved;
  worlds->solved = worlds->draws <= solved ? worlds->draws : solved;
  if (!worlds->inputs->count)
    return NULL;
  double *values = arena_array(arena, worlds->draws, sizeof *values);
  worlds->quantile = arena_array(arena, worlds->draws * worlds->inputs->count, sizeof *worlds->quantile);
  struct chance_stream *stream = chance_stream_new();
  for (size_t i = 0; i < worlds->inputs->count; i++) {
    chance_begin(stream, chance_name(name_of_input(scenario, &worlds->inputs->items[i]), (uint64_t)ask->seed));
    lay_out(worlds, i, stream, values);
  }
  chance_stream_free(stream);
  return worlds;
}

const struct scenario *world_scenario(struct arena *arena, const struct scenario *scenario, const struct worlds *worlds,
                                      size_t draw) {
  return drawn_scenario(arena, scenario, worlds->inputs, &worlds->quantile[draw * worlds->inputs->count]);
}

const struct scenario *world_with_one(struct arena *arena, const struct scenario *scenario, const struct worlds *worlds,
                                      size_t input, double quantile) {
  double *quantiles = arena_array(arena, worlds->inputs->count, sizeof *quantiles);
  for (size_t i = 0; i < worlds->inputs->count; i++)
    quantiles[i] = i == input ? quantile : (double)NAN;
  return drawn_scenario(arena, scenario, worlds->inputs, quantiles);
}

// ---------------------------------------------------------------- the year a measure is judged by

bool judged_in_full(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  int last = claim_last_year(scenario, measure);
  if (!last)
    return true;
  struct claimed claimed = claim_standing(scenario, measure, last);
  return claimed.amount_ore == NOT_GIVEN || claimed.basis == CLAIM_FULL_YEAR;
}

bool case_is_judged(const struct audit *audit, const struct asked_case *asked) {
  size_t measure = (size_t)asked->measure;
  const struct scenario *scenario = audit->scenario;
  if (!judged_in_full(scenario, measure))
    return !asked->full && asked->year == claim_last_year(scenario, measure);
  bool apart = full_year_is_apart(scenario, &audit->measures[measure]);
  return apart ? asked->full : asked->year == measure_whole_year(scenario, measure, undecided_start_of(scenario));
}

// ---------------------------------------------------------------- amounts

static bool any_amount_drawn(const struct scenario *scenario, const struct worlds *worlds, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  for (size_t i = 0; i < worlds->inputs->count; i++)
    for (size_t c = 0; c < worlds->inputs->items[i].count; c++) {
      const struct varied_cell *cell = &worlds->inputs->items[i].cells[c].cell;
      if (cell->table == TABLE_AMOUNTS && amount_rows(&scenario->tables)[cell->row].measure == (int64_t)measure)
        return true;
    }
  return false;
}

static double saved_kr(const struct scenario *scenario, size_t measure, day_number undecided_start, int year,
                       bool full) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  struct ledger cost =
      full ? amounts_full_year(scenario, measure) : amounts_in_year(scenario, measure, undecided_start, year);
  return -kr_from_ore(ledger_sum(&cost));
}

double *worlds_amounts_kr(struct arena *arena, const struct scenario *scenario, const struct worlds *worlds,
                          size_t measure, int year, bool full) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  double *more_kr = arena_array(arena, worlds->draws, sizeof *more_kr);
  if (!any_amount_drawn(scenario, worlds, measure))
    return more_kr;
  day_number undecided_start = undecided_start_of(scenario);
  double as_said = saved_kr(scenario, measure, undecided_start, year, full);
  for (size_t j = 0; j < worlds->draws; j++) {
    struct arena *passing = arena_new();
    more_kr[j] = saved_kr(world_scenario(passing, scenario, worlds, j), measure, undecided_start, year, full) - as_said;
    arena_free(passing);
  }
  return more_kr;
}
