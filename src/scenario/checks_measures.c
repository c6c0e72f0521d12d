// SPDX-License-Identifier: GPL-3.0-or-later
// Alternatives: groups of measures of which only one can be carried out.
#include <assert.h>
#include <string.h>

#include "scenario/checks.h"
#include "scenario/place.h"
#include "scenario/rows_measures.h"

enum { WAYS_MOST = 256 }; // every combination of one alternative from each group is solved

static bool same_group(const struct measure_row *a, const struct measure_row *b) {
  return a->either_or && b->either_or && !strcmp(a->either_or, b->either_or);
}

static size_t group_size(const struct tables *tables, size_t measure, size_t *first) {
  assert(measure < tables->list[TABLE_MEASURES].count);
  const struct measure_row *rows = measure_rows(tables);
  size_t size = 0;
  for (size_t m = 0; m < row_count(tables, TABLE_MEASURES); m++)
    if (same_group(&rows[m], &rows[measure])) {
      *first = size ? *first : m;
      size++;
    }
  return size;
}

static void check_alternatives(const struct checking *checking) {
  size_t ways = 1, first = 0;
  for (size_t m = 0; m < row_count(checking->tables, TABLE_MEASURES); m++) {
    const struct measure_row *row = &measure_rows(checking->tables)[m];
    size_t size = group_size(checking->tables, m, &first);
    if (size == 1)
      problem_warn(
          checking->problems, row_place(&row->row, "either_or"), cell_in(checking, TABLE_MEASURES, row, "either_or"),
          "no other measure is in this group, so that there is nothing to choose from: name the others too, or "
          "leave the cell blank");
    if (size < 2 || first != m)
      continue;
    if (ways <= WAYS_MOST && ways * size > WAYS_MOST)
      problem_add(
          checking->problems, row_place(&row->row, "either_or"), cell_in(checking, TABLE_MEASURES, row, "either_or"),
          "with this group there are more than %d ways to choose one alternative of each group, and every one is "
          "solved: split the scenario, or name fewer alternatives",
          WAYS_MOST);
    ways *= size;
  }
}

static bool is_booked(const struct measure_row *row) {
  return row->booked == BOOKED_KEPT || row->booked == BOOKED_ADJUSTED;
}

// Only one alternative can be carried out, so only one can be in the budget.
static void check_booked(const struct checking *checking) {
  const struct measure_row *rows = measure_rows(checking->tables);
  for (size_t m = 0; m < row_count(checking->tables, TABLE_MEASURES); m++)
    for (size_t other = 0; other < m; other++)
      if (same_group(&rows[m], &rows[other]) && is_booked(&rows[m]) && is_booked(&rows[other])) {
        problem_add(
            checking->problems, row_place(&rows[m].row, "booked"),
            cell_in(checking, TABLE_MEASURES, &rows[m], "booked"),
            "`%s` and `%s` are alternatives, of which only one can stand in the budget: write nothing, or leave the "
            "cell blank, for the other",
            rows[other].measure, rows[m].measure);
        break;
      }
}

const struct check checks_of_measures[] = {
    {"alternatives have something to choose from, and not too much", NEEDS(TABLE_MEASURES), check_alternatives},
    {"of alternatives one is booked", NEEDS(TABLE_MEASURES), check_booked},
    {NULL, 0, NULL},
};
