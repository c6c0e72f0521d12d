// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario read from its folder: tables checked cell by cell, row against row and edit by edit.
#ifndef ROTACOST_SCENARIO_SCENARIO_H
#define ROTACOST_SCENARIO_SCENARIO_H

#include "base/problems.h"
#include "scenario/tables.h"

enum { UNIT_SHIFTS_MOST = 500 }; // maximum in shifts.csv; more are refused

struct input_file { // as read
  bool common;      // from the folder of shared tables
  const char *file; // name in its folder
  const char *sha256;
  size_t byte_count;
};

struct books_by_month; // scenario/books.h
struct edits_known;    // scenario/edits.h

struct scenario {
  struct arena *arena; // owns everything below
  const char *folder;  // as the user gave it
  const char *name;    // last part of the folder: also the name of the output folder
  char separator;      // dialect of settings.csv, used again for results
  char decimal;        // ',' or '.'
  bool byte_order_mark;
  struct tables tables; // the baseline: before any measure
  size_t input_count, input_room;
  struct input_file *inputs; // in the order of reading
  bool drawn; // numbers were drawn: what an edit takes out of its range stays at the end of it (scenario/ranges.h)
  struct {
    size_t rows; // of general_ledger.csv
    int64_t ore; // their amounts
    const char *file;
  } exported;                         // only where none of its rows got into accounts.csv; else no rows
  const struct books_by_month *books; // NULL: no books by month
  const struct edits_known *edits;    // as resolved when read; NULL: not resolved yet
  bool redesign; // the groups are types of position whose heads are chosen, within the limits of design.csv
};

// Reads and validates everything. Problems are added in the order found; the scenario may be used only if
// problems->error_count is 0 (NULL where not even the settings could be read). The caller owns the arena, which also
// holds the problems.
struct scenario *scenario_read(struct arena *arena, const char *folder, struct problems *problems);
// The same for the tables that the need follows from: settings, categories, units, shifts, need, norm, groups, absence
// and the tables of children. All others may be missing and are not read; they have no rows.
struct scenario *scenario_read_need(struct arena *arena, const char *folder, struct problems *problems);

// The name of a scenario in this folder: the last part of the path.
const char *scenario_name(struct arena *arena, const char *folder);

// The documentation of every table and column, printed by `rotacost columns`.
void columns_print(FILE *to);

#endif
