// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that follow from other cells of their row or of the row above: differences, shares and running sums are
// formulas, so that a controller sees where they come from. Each is computed here too: if the result differs from the
// table, the cell holds the number, as in the CSV file.
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "book/book.h"
#include "calendar/fiscal.h"
#include "report/columns.h"

// Terms are separated by blanks. Each names a column of the row; - subtracts it, ^ takes it from the row above, and %
// makes the result the first term as a percentage of it. If a column has several records, the first that applies wins.
struct derived {
  const char *table, *column, *terms;
  const char *only_column, *only_text; // only rows with this text; NULL: all rows
  const char *same;                    // columns, separated by blanks, that must equal the row above if ^ names it
};

static const struct derived deriveds[] = {
    {"accounts", "difference_kr", "baseline_kr -accounts_kr", NULL, NULL, NULL},
    {"accounts", "difference_percent", "difference_kr %accounts_kr", NULL, NULL, NULL},
    {"bridge", "kr", "^running_kr", "step", "modelled", "measure year claimed_basis positions"},
    {"bridge", "running_kr", "^running_kr kr", "row_kind", "step", "measure year claimed_basis positions"},
    {"bridge", "running_kr", "kr", "row_kind", "total", NULL},
    {"effects", "cash_effect_kr", "effect_kr empty_kr", NULL, NULL, NULL},
    {"effects", "full_year_cash_effect_kr", "full_year_effect_kr full_year_empty_kr", NULL, NULL, NULL},
    {"effects", "deviation_kr", "effect_kr -claimed_kr", "claimed_basis", "in_year", NULL},
    {"effects", "deviation_kr", "full_year_effect_kr -claimed_kr", "claimed_basis", "full_year", NULL},
    {"followup", "remaining_kr", "planned_kr -realised_kr", NULL, NULL, NULL},
    {"followup", "remaining_kr", "claimed_kr -realised_kr", NULL, NULL, NULL},
    {"followup_months", "planned_by_month_kr", "^planned_by_month_kr month_planned_kr", NULL, NULL, "measure year"},
    {"joint", "counted_twice_kr", "singles_kr -joint_kr", NULL, NULL, NULL},
    {"joint", "joint_above_target_kr", "joint_kr -target_kr", NULL, NULL, NULL},
    {"ledger", "effect_kr", "baseline_kr -measure_kr", NULL, NULL, NULL},
    {"positions", "freed_heads", "heads_with -heads_now", NULL, NULL, NULL},
    {"positions", "freed_fte", "with_fte -now_fte", NULL, NULL, NULL},
    {"positions_sum", "freed_fte", "with_fte -now_fte", NULL, NULL, NULL},
    {"rotas", "rota_more_kr", "rota_kr rota_empty_kr -plan_kr", NULL, NULL, NULL},
    {"together", "counted_twice_kr", "single_kr -in_order_kr", NULL, NULL, NULL},
    {"weekdays", "gap", "planned -need", NULL, NULL, NULL},
    {"working_year", "at_work_h", "full_time_h -holiday_h holiday_in_free_h -sick_h -training_h", NULL, NULL, NULL},
};

static int digits_of(const struct field_column *column) {
  return column->kind == FIELD_KR ? 2 : column->kind == FIELD_DECIMAL ? column->digits : 0;
}

static int64_t scaled(int64_t number, int from, int to) {
  for (; from < to; from++)
    number *= 10;
  return number;
}

static const union field *field_of(const struct sheet *sheet, size_t row, const struct field_column *column) {
  return result_field(sheet->table, row, column);
}

static bool same_in(const struct sheet *sheet, size_t row, size_t other, const struct field_column *column) {
  const union field *a = field_of(sheet, row, column), *b = field_of(sheet, other, column);
  return field_is_text(column->kind) ? !strcmp(a->text, b->text) : a->number == b->number;
}

// Does the row above in the sheet also precede it in the table, and belong to the same subject?
static bool follows(struct book *book, const struct sheet *sheet, size_t i, const char *same) {
  if (!i || sheet->rows[i - 1] + 1 != sheet->rows[i] || !same)
    return false;
  char *rest = arena_text(book->arena, same, strlen(same));
  for (char *name; (name = strtok_r(rest, " ", &rest));) {
    const struct field_column *column = result_column(sheet->table, name);
    if (!column || !same_in(sheet, sheet->rows[i], sheet->rows[i - 1], column))
      return false;
  }
  return true;
}

struct sum { // as it grows
  const char *formula, *first;
  int64_t number; // scaled by 10^digits
  int digits;
  bool known;
};

static const char *cell_of(struct book *book, const struct sheet *sheet, size_t i, const struct field_column *column) {
  char name[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(name, (lxw_row_t)i + 1, (lxw_col_t)(column - sheet->table->columns));
  return arena_printf(book->arena, "%s", name);
}

// Turns the sum into its percentage of `whole`, with the digits of the column.
static void take_share(struct book *book, struct sum *sum, const char *cell, int64_t whole, int digits) {
  int64_t size = whole < 0 ? -whole : whole;
  sum->formula = arena_printf(book->arena, "=ROUND(100*%s/ABS(%s),%d)", sum->first, cell, digits);
  sum->known = sum->known && size;
  sum->number = sum->known ? fixed_divide((int128)scaled(sum->number, 0, digits) * 100, size) : 0;
  sum->digits = digits;
}

static bool add_term(struct book *book, const struct sheet *sheet, size_t i, const char *term,
                     const struct field_column *target, struct sum *sum) {
  char sign = strchr("-^%", *term) ? *term : '+';
  const struct field_column *column = result_column(sheet->table, term + (sign != '+'));
  size_t at = sign == '^' ? i - 1 : i;
  if (!column)
    return false;
  int64_t number = field_of(sheet, sheet->rows[at], column)->number;
  const char *cell = cell_of(book, sheet, at, column);
  bool blank = number == FIELD_BLANK;
  int64_t value = blank ? 0 : scaled(number, digits_of(column), sum->digits);
  if (sign == '%') {
    take_share(book, sum, cell, value, digits_of(target));
    return true;
  }
  sum->known = sum->first ? sum->known : !blank; // other blank cells count as 0
  sum->formula = sum->first ? arena_printf(book->arena, "%s%c%s", sum->formula, sign == '-' ? '-' : '+', cell)
                            : arena_printf(book->arena, "=%s", cell);
  sum->first = sum->first ? sum->first : cell;
  sum->number += sign == '-' ? -value : value;
  return true;
}

// The formula of the record; NULL if it does not apply to this row or its result differs from the table.
static const char *formula_by(struct book *book, const struct sheet *sheet, size_t i, const struct field_column *column,
                              const struct derived *derived) {
  int digits = digits_of(column) > 3 ? digits_of(column) : 3; // no term has more
  struct sum sum = {.digits = digits};
  const struct field_column *only = derived->only_column ? result_column(sheet->table, derived->only_column) : NULL;
  if (derived->only_column && (!only || strcmp(field_of(sheet, sheet->rows[i], only)->text, derived->only_text) != 0))
    return NULL;
  if (strchr(derived->terms, '^') && !follows(book, sheet, i, derived->same))
    return NULL;
  char *rest = arena_text(book->arena, derived->terms, strlen(derived->terms));
  for (char *term; (term = strtok_r(rest, " ", &rest));)
    if (!add_term(book, sheet, i, term, column, &sum))
      return NULL;
  int64_t told = scaled(field_of(sheet, sheet->rows[i], column)->number, digits_of(column), sum.digits);
  return sum.known && sum.number == told ? sum.formula : NULL;
}

const char *book_formula(struct book *book, const struct sheet *sheet, size_t i, const struct field_column *column) {
  const char *formula = NULL;
  if (field_is_text(column->kind) || field_of(sheet, sheet->rows[i], column)->number == FIELD_BLANK)
    return NULL;
  for (size_t d = 0; d < sizeof deriveds / sizeof *deriveds && !formula; d++)
    if (!strcmp(deriveds[d].table, sheet->table->name) && !strcmp(deriveds[d].column, column->name))
      formula = formula_by(book, sheet, i, column, &deriveds[d]);
  return formula;
}

// ---------------------------------------------------------------- sums below the rows

enum { GROUPS_MOST = 200 }; // beyond this a pivot table of the long table is more useful than a list

// Sums are written for every combination of the keys.
static const struct summed {
  const char *table, *keys, *columns;
} summeds[] = {
    {"budget", "year entry_in", "budget_entry booked_kr"},
    {"following", "measure year", "heads_today heads_before heads_after fte_fewer"},
    {"ledger", "measure year positions", "baseline_kr measure_kr effect_kr"},
    {"positions", "measure year", "heads_today now_fte with_fte freed_heads freed_fte"},
    {"units", "year", "cost_kr slack_kr staffed_fte contracted_fte heads idle_h short_h"},
    {"weeks", "measure year positions unit", "own_h extra_h substitute_h overtime_h agency_h short_h"},
};

struct sums { // while they are written
  struct book *book;
  const struct sheet *sheet;
  const struct field_column *keys[6], *columns[8]; // closed by NULL
  size_t groups[GROUPS_MOST], group_count;         // the first row of each, in the sheet
};

static void take_columns(struct book *book, const struct result_table *table, const char *names,
                         const struct field_column **out) {
  char *rest = arena_text(book->arena, names, strlen(names));
  for (char *name; (name = strtok_r(rest, " ", &rest));)
    if ((*out = result_column(table, name)))
      out++;
}

static bool same_group(const struct sums *sums, size_t row, size_t other) {
  for (const struct field_column *const *key = sums->keys; *key; key++)
    if (!same_in(sums->sheet, sums->sheet->rows[row], sums->sheet->rows[other], *key))
      return false;
  return true;
}

// Returns false if there are too many.
static bool find_groups(struct sums *sums) {
  for (size_t i = 0; i < sums->sheet->row_count; i++) {
    size_t g = sums->group_count;
    while (g && !same_group(sums, i, sums->groups[g - 1]))
      g--;
    if (g)
      continue;
    if (sums->group_count == GROUPS_MOST)
      return false;
    sums->groups[sums->group_count++] = i;
  }
  return true;
}

static const char *range_of(const struct sums *sums, const struct field_column *column) {
  char name[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_col_t at = (lxw_col_t)(column - sums->sheet->table->columns);
  lxw_rowcol_to_range_abs(name, 1, at, (lxw_row_t)sums->sheet->row_count, at);
  return arena_printf(sums->book->arena, "%s", name);
}

// Compares words exactly, whatever characters a title holds; works on sorted rows too.
static const char *sum_formula(const struct sums *sums, lxw_row_t row, const struct field_column *column) {
  const char *formula = "";
  for (const struct field_column *const *key = sums->keys; *key; key++) {
    char cell[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(cell, row, (lxw_col_t)(*key - sums->sheet->table->columns), 0, 1);
    bool words = field_is_text((*key)->kind) || fiscal_year_month() != 1; // years over two are written as text
    formula =
        arena_printf(sums->book->arena, words ? "%sEXACT(%s,%s)*" : "%s(%s=%s)*", formula, range_of(sums, *key), cell);
  }
  return arena_printf(sums->book->arena, "=SUMPRODUCT(%s%s)", formula, range_of(sums, column));
}

static void write_group(const struct sums *sums, lxw_row_t row, size_t group) {
  struct book *book = sums->book;
  const struct sheet *sheet = sums->sheet;
  for (const struct field_column *const *key = sums->keys; *key; key++)
    book_field(book, sheet->worksheet, row, (lxw_col_t)(*key - sheet->table->columns), *key,
               *field_of(sheet, sheet->rows[sums->groups[group]], *key));
  for (const struct field_column *const *column = sums->columns; *column; column++) {
    union field sum = {.number = FIELD_BLANK};
    for (size_t i = sums->groups[group]; i < sheet->row_count; i++) {
      int64_t number = field_of(sheet, sheet->rows[i], *column)->number;
      if (number != FIELD_BLANK && same_group(sums, i, sums->groups[group]))
        sum.number = sum.number == FIELD_BLANK ? number : sum.number + number;
    }
    if (sum.number != FIELD_BLANK)
      book_computed(book, sheet->worksheet, row, (lxw_col_t)(*column - sheet->table->columns), *column, sum,
                    sum_formula(sums, row, *column));
  }
}

// Writes the table's own total rows, which were last in it, below; as formulas where they equal the sum of the rows.
static void write_totals(struct book *book, const struct sheet *sheet, lxw_row_t row) {
  const struct result_table *table = sheet->table;
  for (size_t t = 0; t < sheet->total_count; t++)
    for (size_t c = 0; c < table->column_count; c++) {
      const struct field_column *column = &table->columns[c];
      union field field = *field_of(sheet, sheet->totals[t], column);
      const char *formula = NULL;
      if (!strcmp(table->name, "sums") && !field_is_text(column->kind) && column->kind != FIELD_YEAR) {
        int64_t sum = 0;
        for (size_t i = 0; i < sheet->row_count; i++)
          sum += field_of(sheet, sheet->rows[i], column)->number;
        struct sums sums = {.book = book, .sheet = sheet};
        formula = sum == field.number ? arena_printf(book->arena, "=SUM(%s)", range_of(&sums, column)) : NULL;
      }
      if (formula)
        book_computed(book, sheet->worksheet, row + (lxw_row_t)t, (lxw_col_t)c, column, field, formula);
      else
        book_field(book, sheet->worksheet, row + (lxw_row_t)t, (lxw_col_t)c, column, field);
    }
}

bool book_is_total(const struct result_table *table, size_t row) {
  return (!strcmp(table->name, "sums") && !strcmp(result_text_of(table, row, TEXT_population), "all")) ||
         (!strcmp(table->name, "accounts") && !strcmp(result_text_of(table, row, TEXT_line), "total"));
}

void book_fill_totals(struct book *book, const struct sheet *sheet) {
  lxw_row_t row = (lxw_row_t)sheet->row_count + 2; // a blank row between
  if (sheet->total_count) {
    book_text(book, sheet->worksheet, row, 0, _("In sum"), book->strong);
    write_totals(book, sheet, row + 1);
  }
  for (size_t s = 0; s < sizeof summeds / sizeof *summeds; s++) {
    struct sums sums = {.book = book, .sheet = sheet};
    if (strcmp(summeds[s].table, sheet->table->name) != 0 || sheet->row_count != result_row_count(sheet->table))
      continue; // a sum over a truncated sheet would mislead
    take_columns(book, sheet->table, summeds[s].keys, sums.keys);
    take_columns(book, sheet->table, summeds[s].columns, sums.columns);
    if (!find_groups(&sums))
      continue;
    book_text(book, sheet->worksheet, row, 0, _("In sum"), book->strong);
    for (size_t g = 0; g < sums.group_count; g++)
      write_group(&sums, row + 1 + (lxw_row_t)g, g);
  }
}

// ---------------------------------------------------------------- names

// Names the rows of each table with their head, as a pivot table needs them, and the columns most often added up.
static void name_range(struct book *book, const struct sheet *sheet, const char *name, lxw_row_t first, lxw_col_t from,
                       lxw_col_t to) {
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range_abs(range, first, from, (lxw_row_t)sheet->row_count, to);
  book_note(book,
            workbook_define_name(book->workbook, name, arena_printf(book->arena, "='%s'!%s", sheet->name, range)));
}

void book_name_ranges(struct book *book) {
  static const struct {
    const char *table, *column;
  } columns[] = {
      {"data", "amount"},      {"effects", "effect_kr"}, {"overview", "adjusted_kr"},   {"overview", "claimed_kr"},
      {"overview", "kept_kr"}, {"ledger", "effect_kr"},  {"accounts", "difference_kr"}, {"budget", "booked_kr"}};
  for (size_t s = 0; s < book->sheet_count; s++)
    if (book->sheets[s].row_count)
      name_range(book, &book->sheets[s], arena_printf(book->arena, "%s_table", book->sheets[s].table->name), 0, 0,
                 (lxw_col_t)(book->sheets[s].table->column_count - 1));
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    const struct sheet *sheet = book_sheet(book, columns[i].table);
    const struct field_column *column = sheet ? result_column(sheet->table, columns[i].column) : NULL;
    if (column && sheet->row_count)
      name_range(book, sheet, arena_printf(book->arena, "%s_%s", columns[i].table, columns[i].column), 1,
                 (lxw_col_t)(column - sheet->table->columns), (lxw_col_t)(column - sheet->table->columns));
  }
}
