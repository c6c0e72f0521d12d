// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario being read (scenario/scenario.h): internal to src/scenario/read*.c.
#ifndef ROTACOST_SCENARIO_READ_PARTS_H
#define ROTACOST_SCENARIO_READ_PARTS_H

#include "scenario/books.h"
#include "scenario/cells.h"
#include "scenario/keys.h"
#include "scenario/store.h"

enum folder { FOLDER_COMMON, FOLDER_OWN, FOLDERS };

struct reading {
  struct arena *arena;
  struct problems *problems;
  struct scenario *scenario;
  const struct table_store *stores[FOLDERS]; // NULL: none
  char decimals[FOLDERS];
  struct code_index codes[TABLE_COUNT];
  bool common_failed;       // missing tables may be there
  bool absent[TABLE_COUNT]; // in no folder
  bool broken[TABLE_COUNT]; // has an error
};

// One file being read into its table.
struct table_file {
  struct reading *reading;
  enum table_id id;
  const struct table *table;
  const struct sheet *sheet;
  int *cell_of; // [column_count]
  struct key_index *keys;
  struct cell_reader reader;
  struct books_header books; // of general_ledger.csv
  int64_t books_year;        // of those, the one being read
};

// Reports that a table is missing, and why it is needed.
void reading_miss_table(struct reading *reading, enum table_id id, const char *why);
// Parses the rows of a sheet whose header is mapped into the table.
void reading_rows(struct table_file *file);

#endif
