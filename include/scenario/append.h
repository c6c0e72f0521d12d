// SPDX-License-Identifier: GPL-3.0-or-later
// Rows added below those of a scenario's tables. Existing content keeps every byte: in a CSV file also column order,
// separator, encoding and line ends, in a workbook formulas, formats and every other sheet. A missing table becomes a
// CSV file beside the others; in a workbook its sheet must exist, if only with its header.
#ifndef ROTACOST_SCENARIO_APPEND_H
#define ROTACOST_SCENARIO_APPEND_H

#include "scenario/store.h"

struct append;

struct append_value {
  const char *column, *text; // written as in settings.csv: decimal comma or point
};

struct append_dialect { // of a CSV file that does not exist yet
  char separator;
  bool byte_order_mark;
  bool norwegian; // its name, header and words, as those of the scenario's other tables
};

// `columns`: those of a new CSV file, ended by NULL. NULL and problems where rows cannot be added. Memory: arena.
struct append *append_open(struct arena *arena, const struct table_store *store, const char *folder, enum table_id id,
                           const char *const *columns, struct append_dialect dialect, struct problems *problems);
const struct sheet *append_sheet(const struct append *append); // unchanged; NULL: does not exist
const char *append_file(const struct append *append);          // as in messages
size_t append_count(const struct append *append);              // of rows added
// The cell of a column; "" where the sheet does not have it.
const char *append_cell(const struct append *append, const struct sheet_row *row, const char *column);
// A value whose column the sheet lacks is reported once: as an error where it must not be lost. `values` end with
// column NULL.
void append_row(struct append *append, const struct append_value *values, struct problems *problems);
// Writes all tables or none. NULL, or what went wrong.
const char *append_write(struct arena *arena, struct append *const *appends, size_t count);

#endif
