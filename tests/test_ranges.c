// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that are not known: the triangle they are drawn from against its closed form, and what a draw leaves alone.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "scenario/cells.h"
#include "scenario/ranges.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// Mean (a + b + c) / 3, variance (a² + b² + c² - ab - ac - bc) / 18, by the middles of many equal parts of the chance.
static void numbers_have_the_mean_and_variance_of_a_triangle(void **state) {
  static const int64_t triangles[][3] = {
      {80000, 100000, 130000}, {0, 0, 60000}, {10, 500000, 500000}, {-9000, -100, 400}};
  enum { PARTS = 20000 };
  for (size_t t = 0; t < sizeof triangles / sizeof *triangles; t++) {
    double a = (double)triangles[t][0], b = (double)triangles[t][1], c = (double)triangles[t][2], sum = 0, squares = 0;
    struct drawn_cell cell = {.low = triangles[t][0], .value = triangles[t][1], .high = triangles[t][2]};
    int64_t before = cell.low;
    for (int i = 0; i < PARTS; i++) {
      int64_t number = drawn_number(&cell, (i + 0.5) / PARTS);
      assert_true(before <= number && number <= cell.high);
      before = number;
      sum += (double)number;
      squares += (double)number * (double)number;
    }
    double mean = (a + b + c) / 3, variance = (a * a + b * b + c * c - a * b - a * c - b * c) / 18;
    double found = sum / PARTS;
    assert_true(fabs(found - mean) < 1e-3 * (c - a));
    assert_true(fabs(squares / PARTS - found * found - variance) < 2e-3 * variance);
    assert_int_equal(drawn_number(&cell, 0), cell.low);
    assert_int_equal(drawn_number(&cell, 1), cell.high);
    assert_int_equal(drawn_number(&cell, (double)NAN), cell.value);
  }
  (void)state;
}

static void every_default_is_of_a_column_and_has_its_reason(void **state) {
  for (const struct range_default *d = range_defaults; d->column; d++) {
    assert_non_null(column_named(d->table, d->column));
    assert_true(!d->with || column_named(d->table, d->with));
    assert_true(d->less_percent > 0 && d->less_percent < 100 && d->more_percent > 0 && strlen(d->reason) > 3);
    assert_non_null(column_named(d->table, "low"));
    assert_non_null(column_named(d->table, "high"));
    assert_non_null(column_named(d->table, "tie"));
  }
  (void)state;
}

// In random towns every row of which is assumed: nothing moves while no input does; each number drawn stays within its
// range; what is no input stays.
static void a_draw_moves_its_inputs_alone(void **state) {
  for (int seed = 1; seed <= 20; seed++) {
    struct arena *arena = arena_new();
    struct random random = {(uint64_t)seed * 104729 + 3};
    struct memory memory = random_town(arena, &random, (struct town_shape){.groups = 3, .shifts = 3, .seasons = true});
    struct scenario *scenario = town_scenario(&memory);
    for (int t = 0; t < TABLE_COUNT; t++)
      for (size_t i = 0; i < row_count(&scenario->tables, (enum table_id)t); i++)
        ((struct row *)(void *)(scenario->tables.list[t].items + i * scenario->tables.list[t].size))->assumed = true;
    const struct drawn_inputs *inputs = drawn_inputs_make(arena, scenario);
    assert_true(inputs->count > 3);
    double *quantile = arena_array(arena, inputs->count, sizeof *quantile);
    for (size_t moved = 0; moved < inputs->count; moved++) {
      for (size_t i = 0; i < inputs->count; i++)
        quantile[i] = i == moved ? 0.9 : (double)NAN;
      const struct scenario *drawn = drawn_scenario(arena, scenario, inputs, quantile);
      for (size_t i = 0; i < inputs->count; i++)
        for (size_t c = 0; c < inputs->items[i].count; c++) {
          const struct drawn_cell *cell = &inputs->items[i].cells[c];
          assert_true(cell->low <= cell->value && cell->value <= cell->high && cell->low < cell->high);
          int64_t now = cell_of_row(cell->cell.column, row_at(&drawn->tables, cell->cell.table, cell->cell.row)).number;
          assert_int_equal(now, i == moved ? drawn_number(cell, 0.9) : cell->value);
          assert_true(cell->low <= now && now <= cell->high);
        }
    }
    arena_free(arena);
  }
  (void)state;
}

static int64_t number_between(struct random *random, int64_t least, int64_t most) {
  int64_t wide = most - least < 5000000 ? most - least : 5000000;
  return least + random_below(random, (int)wide + 1);
}

// What an edit is drawn to is written into its cell and read from there. Every column with a range prints any number of
// its range so that the same number is read: hours of any minute, too.
static void a_number_is_printed_as_it_can_be_read(void **state) {
  struct arena *arena = *state;
  struct random random = {4711};
  const struct tables tables = {.list = {{0}}};
  for (int t = 0; t < TABLE_COUNT; t++)
    for (size_t c = 0; c < table_of((enum table_id)t)->column_count; c++) {
      const struct column *column = &table_of((enum table_id)t)->columns[c];
      if (!column_is_number(column) || column->least >= column->most)
        continue;
      struct cell_reader reader = {.arena = arena, .tables = &tables, .decimal = t % 2 ? ',' : '.'};
      for (int i = 0; i < 300; i++) {
        struct cell cell = {.number = number_between(&random, column->least, column->most)}, again = {.number = 0};
        const char *text = cell_print(&reader, column, cell), *why = cell_read(&reader, column, text, &again);
        if (why || again.number != cell.number)
          fail_msg("%s.%s: %lld printed as %s: %s", table_of((enum table_id)t)->name, column->name,
                   (long long)cell.number, text, why ? why : "another number");
      }
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(numbers_have_the_mean_and_variance_of_a_triangle, set_up, tear_down),
      cmocka_unit_test_setup_teardown(every_default_is_of_a_column_and_has_its_reason, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_draw_moves_its_inputs_alone, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_number_is_printed_as_it_can_be_read, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
