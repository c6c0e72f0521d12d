// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/columns.h"

#include <assert.h>
#include <string.h>

#include "calendar/fiscal.h"

#define NAME_OF(NAME) #NAME,
static const char *const names[] = {"", TEXT_COLUMNS(NAME_OF) NUMBER_COLUMNS(NAME_OF)};
#undef NAME_OF

const char *result_column_name(int column) {
  assert(column > COLUMN_NONE && column < NUMBER_COLUMN_END);
  return names[column];
}

const struct field_column *result_column_of(const struct result_table *table, int column) {
  return result_column(table, result_column_name(column));
}

// A column missing from the table is an internal error, not a blank.
static const struct field_column *column_of_kind(const struct result_table *table, int handle, bool text) {
  const struct field_column *column = result_column_of(table, handle);
  assert(column && field_is_text(column->kind) == text);
  return column;
}

const char *result_text_of(const struct result_table *table, size_t row, enum text_column column) {
  return table ? result_field(table, row, column_of_kind(table, (int)column, true))->text : "";
}

int64_t result_number_of(const struct result_table *table, size_t row, enum number_column column) {
  return table ? result_field(table, row, column_of_kind(table, (int)column, false))->number : FIELD_BLANK;
}

static bool row_matches(const struct result_table *table, size_t row, const struct field_column *column,
                        const struct result_match *match) {
  char number[FIELD_NUMBER_BYTES];
  const union field *field = result_field(table, row, column);
  if (field_is_text(column->kind))
    return !strcmp(field->text, match->text);
  if (field->number == FIELD_BLANK)
    return !*match->text;
  if (column->kind == FIELD_YEAR)
    return !strcmp(YEAR_NAME(field->number), match->text);
  number_text(number, field->number, (struct number_style){0, '.', '\0'});
  return !strcmp(number, match->text);
}

enum { MATCHES_MOST = 8 };

bool result_next(const struct result_table *table, const struct result_match *matches, size_t *row) {
  size_t count = table ? result_row_count(table) : 0, wanted = 0;
  const struct field_column *columns[MATCHES_MOST];
  for (; matches[wanted].column != COLUMN_NONE; wanted++) {
    assert(wanted < MATCHES_MOST);
    columns[wanted] = result_column_of(table, matches[wanted].column);
    assert(!table || columns[wanted]);
  }
  for (size_t i = *row + 1; i < count; i++) {
    bool all = true;
    for (size_t k = 0; k < wanted && all; k++)
      all = row_matches(table, i, columns[k], &matches[k]);
    *row = i;
    if (all)
      return true;
  }
  return false;
}
