// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/columns.h"

#define NAME_OF(NAME) #NAME,
static const char *const text_names[] = {TEXT_COLUMNS(NAME_OF)};
static const char *const number_names[] = {NUMBER_COLUMNS(NAME_OF)};
#undef NAME_OF

const char *result_text_of(const struct result_table *table, size_t row, enum text_column column) {
  return result_text_at(table, row, text_names[column]);
}

int64_t result_number_of(const struct result_table *table, size_t row, enum number_column column) {
  return result_number_at(table, row, number_names[column]);
}
