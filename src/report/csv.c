// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv.h"

#include "calendar/fiscal.h"

#include <csv.h>
#include <errno.h>
#include <string.h>

// A spreadsheet would run such a text as a formula.
static bool starts_formula(const char *text) { return *text && strchr("=+-@\t\r", *text); }

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static bool needs_quotes(const char *text, char separator) {
  const char special[] = {separator, '"', '\r', '\n', '\0'};
  size_t length = strlen(text);
  return length && (is_blank(text[0]) || is_blank(text[length - 1]) || strpbrk(text, special));
}

static void write_cell(const char *text, const struct csv_dialect *dialect, FILE *to) {
  if (needs_quotes(text, dialect->separator))
    csv_fwrite2(to, text, strlen(text), '"');
  else
    fputs(text, to);
}

static void write_guarded(struct arena *arena, const char *text, const struct csv_dialect *dialect, FILE *to) {
  write_cell(starts_formula(text) ? arena_printf(arena, "'%s", text) : text, dialect, to);
}

static int decimals_of(const struct field_column *column) {
  if (column->kind == FIELD_KR)
    return 2;
  return column->kind == FIELD_DECIMAL ? column->digits : 0;
}

static void write_number(const struct field_column *column, int64_t number, const struct csv_dialect *dialect,
                         FILE *to) {
  char text[FIELD_NUMBER_BYTES];
  if (number == FIELD_BLANK)
    return;
  if (column->kind == FIELD_DATE)
    date_text(text, number);
  else if (column->kind == FIELD_YEAR)
    fiscal_year_write(text, (int)number);
  else
    number_text(text, number, (struct number_style){decimals_of(column), dialect->decimal, '\0'});
  write_cell(text, dialect, to); // quoted where the decimal sign is also the separator
}

static void write_field(const struct result_table *table, size_t i, const struct csv_dialect *dialect, FILE *to) {
  const struct field_column *column = &table->columns[i % table->column_count];
  const union field *field = &table->fields[i];
  if (column->kind == FIELD_TEXT)
    write_guarded(table->arena, field->text, dialect, to);
  else if (column->kind == FIELD_CODE)
    write_cell(field->text, dialect, to);
  else
    write_number(column, field->number, dialect, to);
}

static void end_cell(const struct result_table *table, size_t i, const struct csv_dialect *dialect, FILE *to) {
  if ((i + 1) % table->column_count)
    fputc(dialect->separator, to);
  else
    fputs(dialect->crlf ? "\r\n" : "\n", to);
}

bool csv_write_table(const struct result_table *table, const struct csv_dialect *dialect, FILE *to) {
  errno = 0;
  if (dialect->byte_order_mark)
    fputs("\xEF\xBB\xBF", to);
  for (size_t i = 0; i < table->column_count; i++) {
    write_cell(table->columns[i].name, dialect, to);
    end_cell(table, i, dialect, to);
  }
  for (size_t i = 0; i < result_row_count(table) * table->column_count; i++) {
    write_field(table, i, dialect, to);
    end_cell(table, i, dialect, to);
  }
  return fflush(to) == 0 && !ferror(to);
}
