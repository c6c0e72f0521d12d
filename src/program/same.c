// SPDX-License-Identifier: GPL-3.0-or-later
// Comparison of two programmes.
#include <string.h>

#include "program/program.h"

static bool same_days_in_year(const struct unit_year *a, const struct unit_year *b) {
  if (a->type_count != b->type_count || a->day_count != b->day_count)
    return false;
  for (int t = 0; t < a->type_count; t++)
    if (memcmp(a->types[t].in_year, b->types[t].in_year, sizeof a->types[t].in_year))
      return false;
  return true;
}

bool program_same_columns(const struct program *a, const struct program *b) {
  if (a->column_count != b->column_count)
    return false;
  for (size_t c = 0; c < a->column_count; c++)
    if (memcmp(&a->columns[c].key, &b->columns[c].key, sizeof a->columns[c].key))
      return false;
  return true;
}

bool program_same_shape(const struct program *a, const struct program *b) {
  if (a->row_count != b->row_count || !program_same_columns(a, b))
    return false;
  for (size_t r = 0; r < a->row_count; r++)
    if (memcmp(&a->rows[r].key, &b->rows[r].key, sizeof a->rows[r].key))
      return false;
  return true;
}

bool program_equal(const struct program *a, const struct program *b) {
  if (!program_same_shape(a, b) || a->entry_count != b->entry_count || a->constant_kr != b->constant_kr ||
      a->constant_year_kr != b->constant_year_kr || !same_days_in_year(a->year, b->year))
    return false;
  for (size_t c = 0; c < a->column_count; c++) {
    const struct program_column *x = &a->columns[c], *y = &b->columns[c];
    if (x->lower != y->lower || x->upper != y->upper || x->cost_kr != y->cost_kr || x->tie != y->tie ||
        x->scale != y->scale || x->shortfall_h != y->shortfall_h || x->last_resort_h != y->last_resort_h ||
        x->whole != y->whole)
      return false;
  }
  for (size_t r = 0; r < a->row_count; r++)
    if (a->rows[r].lower != b->rows[r].lower || a->rows[r].upper != b->rows[r].upper)
      return false;
  for (size_t e = 0; e < a->entry_count; e++) {
    const struct program_entry *x = &a->entries[e], *y = &b->entries[e];
    if (x->row != y->row || x->column != y->column || x->value != y->value)
      return false;
  }
  return true;
}
