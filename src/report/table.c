// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/table.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/fixed.h"
#include "calendar/date.h"

struct result_table *result_table_new(struct arena *arena, const char *name, const struct field_column *columns,
                                      size_t column_count) {
  assert(column_count > 0);
  struct result_table *table = arena_alloc(arena, sizeof *table);
  table->arena = arena;
  table->name = name;
  table->columns = columns;
  table->column_count = column_count;
  return table;
}

static enum field_kind next_kind(const struct result_table *table) {
  return table->columns[table->field_count % table->column_count].kind;
}

static union field *next_field(struct result_table *table) {
  return arena_push(table->arena, &table->fields, &table->field_count, &table->room, sizeof *table->fields);
}

void result_text(struct result_table *table, const char *text) {
  assert(field_is_text(next_kind(table)));
  next_field(table)->text = text ? text : "";
}

void result_number(struct result_table *table, int64_t number) {
  assert(!field_is_text(next_kind(table)));
  next_field(table)->number = number;
}

int64_t tenths(double value) { return fixed_round(value * 10); }
int64_t hundredths(double value) { return fixed_round(value * 100); }

size_t result_row_count(const struct result_table *table) { return table->field_count / table->column_count; }

const struct field_column *result_column(const struct result_table *table, const char *column) {
  for (size_t c = 0; table && c < table->column_count; c++)
    if (!strcmp(table->columns[c].name, column))
      return &table->columns[c];
  return NULL;
}

const union field *result_field(const struct result_table *table, size_t row, const struct field_column *column) {
  assert(row < result_row_count(table));
  return &table->fields[row * table->column_count + (size_t)(column - table->columns)];
}

void result_copy(struct result_table *table, const struct result_table *from, size_t row) {
  const struct field_column *column =
      result_column(from, table->columns[table->field_count % table->column_count].name);
  assert(column && field_is_text(column->kind) == field_is_text(next_kind(table)));
  *next_field(table) = *result_field(from, row, column);
}

// Written from the right: the last digit first.
void number_text(char out[FIELD_NUMBER_BYTES], int64_t number, struct number_style style) {
  assert(style.digits >= 0 && style.digits <= 18);
  char reversed[FIELD_NUMBER_BYTES];
  int length = 0;
  uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
  for (int written = 0; rest || written <= style.digits; written++, rest /= 10) {
    int whole = written - style.digits; // digits before the decimal sign so far
    if (whole == 0 && style.digits)
      reversed[length++] = style.decimal;
    else if (whole > 0 && whole % 3 == 0 && style.thousands)
      reversed[length++] = style.thousands;
    reversed[length++] = (char)('0' + rest % 10);
  }
  if (number < 0)
    reversed[length++] = '-';
  for (int i = 0; i < length; i++)
    out[i] = reversed[length - 1 - i];
  out[length] = '\0';
}

void date_text(char out[FIELD_NUMBER_BYTES], int64_t day) {
  struct civil_date date = date_from_day((day_number)day);
  snprintf(out, FIELD_NUMBER_BYTES, "%04d-%02d-%02d", date.year, date.month, date.day);
}
