// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/cells_parts.h"
#include "scenario/rows_settings.h"

#include <string.h>

static const int claims_in_digits[] = {0, 3, 3, 3, 6, 6, 6}; // by the words of the setting claims_in (columns.c)

struct claims_dialect claims_dialect_of(const struct settings_row *settings) {
  bool given = settings->claims_in != NOT_GIVEN; // else the setting has an error
  return (struct claims_dialect){.digits = given ? claims_in_digits[settings->claims_in] : 0,
                                 .minus = settings->savings_are == SAVINGS_NEGATIVE};
}

int cell_kr_digits(const struct cell_reader *reader, const struct column *column) {
  return KR_DIGITS + (column->claimed_in_unit ? reader->claims.digits : 0);
}

bool cell_has_minus(const struct cell_reader *reader, const struct column *column) {
  return column->claimed_with_sign && reader->claims.minus;
}

bool column_is_text(const struct column *column) { return column->kind == CELL_CODE || column->kind == CELL_TEXT; }

bool column_is_number(const struct column *column) {
  switch (column->kind) {
  case CELL_INTEGER:
  case CELL_DECIMAL:
  case CELL_KR:
  case CELL_PERCENT:
  case CELL_HOURS:
  case CELL_CLOCK:
    return true;
  default:
    return false;
  }
}

struct cell cell_of_row(const struct column *column, const void *row) {
  const char *at = (const char *)row + column->offset;
  struct cell cell = {.number = NOT_GIVEN};
  if (column_is_text(column))
    memcpy(&cell.text, at, sizeof cell.text);
  else
    memcpy(&cell.number, at, sizeof cell.number);
  return cell;
}

void cell_store(const struct column *column, void *row, struct cell cell) {
  char *at = (char *)row + column->offset;
  if (column_is_text(column))
    memcpy(at, &cell.text, sizeof cell.text);
  else
    memcpy(at, &cell.number, sizeof cell.number);
}

bool cells_equal(const struct column *column, struct cell a, struct cell b) {
  if (!column_is_text(column))
    return a.number == b.number;
  return a.text && b.text ? strcmp(a.text, b.text) == 0 : a.text == b.text;
}

const char *cell_row_code(const struct tables *tables, enum table_id id, size_t i) {
  return cell_of_row(&table_of(id)->columns[0], row_at(tables, id, i)).text;
}
