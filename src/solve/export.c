// SPDX-License-Identifier: GPL-3.0-or-later
// A programme as text for other solvers. GLPK could write it, but limits a number in MPS to twelve characters, and marks a
// column without entries by a comment that others read as data. Anything that readers interpret differently is avoided:
//
//   a row with two bounds     becomes two rows, so that neither RANGES nor an added slack is needed
//   a row without bounds      is left out: it has no effect
//   the constant              is a column that a row fixes at 1, so there is always a row and its sign is unambiguous
//   a column without entries  appears in the objective, with 0 if it has no cost
//   an integer column         has both its bounds: without any, some readers assume 0 or 1
//
// The ties are not written either: the optimum is the reported cost.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "solve/problem.h"
#include "solve/solution.h"
#include "solve/solver.h"

enum { LINE_BYTES = 100 }; // lines are wrapped here: some readers accept at most 255

static const char OBJECTIVE[] = "kroner", CONSTANT_COLUMN[] = "fixed(positions)",
                  CONSTANT_ROW[] = "constant(positions)";

struct condition { // a row as it is written
  const char *name;
  size_t row;
  char sense; // G, L, E
  double bound;
};

struct lists {   // entries by row or by column, in their order
  size_t *first; // [count + 1]: those of i are entry[first[i]] .. entry[first[i + 1] - 1]
  size_t *entry;
};

struct writing {
  const struct program *program;
  struct arena *arena;
  FILE *to;
  int width; // width of the current line
  struct condition *conditions;
  size_t *first_condition; // [row_count + 1]: those of row r are first_condition[r] .. first_condition[r + 1] - 1
  const char **columns;    // [column_count] names
};

// --- what is written ----------------------------------------------------------------------------------------------

static struct lists list_entries(const struct program *program, bool by_column) {
  size_t count = by_column ? program->column_count : program->row_count;
  struct lists lists = {arena_array(program->arena, count + 2, sizeof *lists.first),
                        arena_array(program->arena, program->entry_count + 1, sizeof *lists.entry)};
  for (size_t e = 0; e < program->entry_count; e++)
    lists.first[(by_column ? program->entries[e].column : program->entries[e].row) + 2]++;
  for (size_t i = 2; i <= count + 1; i++)
    lists.first[i] += lists.first[i - 1];
  for (size_t e = 0; e < program->entry_count; e++) // first[i + 1] moves from the start of i to its end
    lists.entry[lists.first[(by_column ? program->entries[e].column : program->entries[e].row) + 1]++] = e;
  return lists;
}

static void add_condition(struct writing *w, size_t *count, size_t row, char sense, double bound) {
  const char *name = program_row_name(w->arena, w->program, row);
  if (*count > w->first_condition[row])
    name = arena_printf(w->arena, "most_%s", name);
  w->conditions[(*count)++] = (struct condition){name, row, sense, bound};
}

static void list_conditions(struct writing *w, const struct solution *solution) {
  size_t count = 0;
  w->conditions = arena_array(w->arena, 2 * w->program->row_count + 1, sizeof *w->conditions);
  w->first_condition = arena_array(w->arena, w->program->row_count + 1, sizeof *w->first_condition);
  for (size_t r = 0; r < w->program->row_count; r++) {
    const struct program_row *row = &w->program->rows[r];
    double lower = row->lower, upper = row->upper;
    if (row->key.kind == ROW_SHORTFALL)
      upper = least_with_play(solution->shortfall_h);
    if (row->key.kind == ROW_LAST_RESORT && !w->program->last_resort_held)
      upper = least_with_play(solution->last_resort_h);
    w->first_condition[r] = count;
    if (lower == upper) {
      add_condition(w, &count, r, 'E', lower);
      continue;
    }
    if (isfinite(lower))
      add_condition(w, &count, r, 'G', lower);
    if (isfinite(upper))
      add_condition(w, &count, r, 'L', upper);
  }
  w->first_condition[w->program->row_count] = count;
}

static size_t condition_count(const struct writing *w) { return w->first_condition[w->program->row_count]; }

static void name_columns(struct writing *w) {
  w->columns = arena_array(w->arena, w->program->column_count + 1, sizeof *w->columns);
  for (size_t c = 0; c < w->program->column_count; c++)
    w->columns[c] = program_column_name(w->arena, w->program, c);
}

// The fewest digits that are read back as the same number.
static const char *number_text(char text[32], double value) {
  for (int digits = 15; digits <= 17; digits++) {
    snprintf(text, 32, "%.*g", digits, value);
    if (strtod(text, NULL) == value)
      break;
  }
  return text;
}

// --- LP -----------------------------------------------------------------------------------------------------------

static void put_term(struct writing *w, double value, const char *name) {
  char number[32];
  if (w->width > LINE_BYTES)
    w->width = fprintf(w->to, "\n ");
  w->width += fprintf(w->to, " %c %s %s", value < 0 ? '-' : '+', number_text(number, fabs(value)), name);
}

static void put_lp_objective(struct writing *w) {
  w->width = fprintf(w->to, "Minimize\n %s:", OBJECTIVE);
  for (size_t c = 0; c < w->program->column_count; c++)
    put_term(w, w->program->columns[c].cost_kr, w->columns[c]);
  put_term(w, w->program->constant_kr, CONSTANT_COLUMN);
}

static void put_lp_condition(struct writing *w, const struct lists *by_row, const struct condition *condition) {
  char number[32];
  size_t first = by_row->first[condition->row], end = by_row->first[condition->row + 1];
  w->width = fprintf(w->to, " %s:", condition->name);
  for (size_t i = first; i < end; i++) {
    const struct program_entry *entry = &w->program->entries[by_row->entry[i]];
    put_term(w, entry->value, w->columns[entry->column]);
  }
  if (first == end) // a condition has to name a column
    put_term(w, 0, CONSTANT_COLUMN);
  fprintf(w->to, " %s %s\n",
          condition->sense == 'G'   ? ">="
          : condition->sense == 'L' ? "<="
                                    : "=",
          number_text(number, condition->bound));
}

static void put_lp_bounds(struct writing *w, const struct program_column *column, const char *name) {
  char lower[32], upper[32];
  number_text(lower, column->lower);
  number_text(upper, column->upper);
  if (column->lower == column->upper)
    fprintf(w->to, " %s = %s\n", name, lower);
  else if (isfinite(column->upper))
    fprintf(w->to, " %s <= %s <= %s\n", lower, name, upper);
  else if (column->lower != 0) // 0 and open is what a column is that is not told
    fprintf(w->to, " %s >= %s\n", name, lower);
}

static void put_lp(struct writing *w) {
  struct lists by_row = list_entries(w->program, false);
  bool whole = false;
  fputs("\\* Problem: rotacost *\\\n\n", w->to);
  put_lp_objective(w);
  fputs("\n\nSubject To\n", w->to);
  for (size_t i = 0; i < condition_count(w); i++)
    put_lp_condition(w, &by_row, &w->conditions[i]);
  fprintf(w->to, " %s: %s = 1\n\nBounds\n", CONSTANT_ROW, CONSTANT_COLUMN);
  for (size_t c = 0; c < w->program->column_count; c++)
    put_lp_bounds(w, &w->program->columns[c], w->columns[c]);
  for (size_t c = 0; c < w->program->column_count; c++)
    if (w->program->columns[c].whole) {
      fprintf(w->to, "%s %s\n", whole ? "" : "\nGenerals\n", w->columns[c]);
      whole = true;
    }
  fputs("\nEnd\n", w->to);
}

// --- MPS ----------------------------------------------------------------------------------------------------------

static void put_mps_entry(struct writing *w, const char *column, const char *row, double value) {
  char number[32];
  fprintf(w->to, " %s %s %s\n", column, row, number_text(number, value));
}

static void put_mps_rows(struct writing *w) {
  fprintf(w->to, "ROWS\n N %s\n", OBJECTIVE);
  for (size_t i = 0; i < condition_count(w); i++)
    fprintf(w->to, " %c %s\n", w->conditions[i].sense, w->conditions[i].name);
  fprintf(w->to, " E %s\n", CONSTANT_ROW);
}

static void put_mps_column(struct writing *w, const struct lists *by_column, size_t c) {
  put_mps_entry(w, w->columns[c], OBJECTIVE, w->program->columns[c].cost_kr);
  for (size_t i = by_column->first[c]; i < by_column->first[c + 1]; i++) {
    const struct program_entry *entry = &w->program->entries[by_column->entry[i]];
    for (size_t k = w->first_condition[entry->row]; k < w->first_condition[entry->row + 1]; k++)
      put_mps_entry(w, w->columns[c], w->conditions[k].name, entry->value);
  }
}

static void put_mps_marker(struct writing *w, int *markers, const char *what) {
  fprintf(w->to, " MARKER%d 'MARKER' '%s'\n", ++*markers, what);
}

static void put_mps_columns(struct writing *w) {
  struct lists by_column = list_entries(w->program, true);
  bool whole = false;
  int markers = 0;
  fputs("COLUMNS\n", w->to);
  for (size_t c = 0; c < w->program->column_count; c++) {
    if (w->program->columns[c].whole != whole)
      put_mps_marker(w, &markers, whole ? "INTEND" : "INTORG");
    whole = w->program->columns[c].whole;
    put_mps_column(w, &by_column, c);
  }
  if (whole)
    put_mps_marker(w, &markers, "INTEND");
  put_mps_entry(w, CONSTANT_COLUMN, OBJECTIVE, w->program->constant_kr);
  put_mps_entry(w, CONSTANT_COLUMN, CONSTANT_ROW, 1);
}

static void put_mps_bound(struct writing *w, const char *kind, const char *name, double bound) {
  char number[32];
  fprintf(w->to, " %s BOUND %s %s\n", kind, name, number_text(number, bound));
}

static void put_mps_bounds(struct writing *w, const struct program_column *column, const char *name) {
  if (column->lower == column->upper) {
    put_mps_bound(w, "FX", name, column->lower);
    return;
  }
  if (column->lower != 0 || column->whole) // before the upper, which else may move it
    put_mps_bound(w, "LO", name, column->lower);
  if (isfinite(column->upper))
    put_mps_bound(w, "UP", name, column->upper);
}

static void put_mps(struct writing *w) {
  fputs("* Problem: rotacost\n* Format: Free MPS\nNAME rotacost\n", w->to);
  put_mps_rows(w);
  put_mps_columns(w);
  fputs("RHS\n", w->to);
  for (size_t i = 0; i < condition_count(w); i++)
    if (w->conditions[i].bound != 0)
      put_mps_entry(w, "RHS", w->conditions[i].name, w->conditions[i].bound);
  put_mps_entry(w, "RHS", CONSTANT_ROW, 1);
  fputs("BOUNDS\n", w->to);
  for (size_t c = 0; c < w->program->column_count; c++)
    put_mps_bounds(w, &w->program->columns[c], w->columns[c]);
  fputs("ENDATA\n", w->to);
}

const char *solver_export_mark(enum export_format format) {
  return format == EXPORT_LP ? "\\* Problem: rotacost" : "* Problem: rotacost";
}

bool solver_export(const struct program *program, const struct solution *solution, enum export_format format,
                   FILE *to) {
  if (!problem_is_sound(program))
    return false;
  struct writing writing = {.program = program, .arena = program->arena, .to = to};
  list_conditions(&writing, solution);
  name_columns(&writing);
  if (format == EXPORT_LP)
    put_lp(&writing);
  else
    put_mps(&writing);
  return fflush(to) == 0 && !ferror(to);
}
