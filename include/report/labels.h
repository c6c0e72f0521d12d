// SPDX-License-Identifier: GPL-3.0-or-later
// The labels people read for the program's codes: verdicts, statuses, ledger lines, kinds of days and so on. One table
// of code and label for all formats; CSV keeps the codes.
#ifndef ROTACOST_REPORT_LABELS_H
#define ROTACOST_REPORT_LABELS_H

#include <stdbool.h>

#include "base/arena.h"

// The label, in the language chosen, of a code in a column of results ("verdict"); for several codes separated by
// blanks ("flags"), a list with commas. Codes of the user, and codes of columns without labels, are returned unchanged.
const char *label_of(struct arena *arena, const char *column, const char *code);

// All codes, list by list: NULL after the last. Columns that share a list are given with its first code.
struct label_entry {
  const char *column, *code, *text;
};
bool label_entry_at(size_t index, struct label_entry *entry);

// The heading of a column of results: "kept_kr" is "Kept, kr". A name without a label is returned with blanks for _.
const char *label_of_column(struct arena *arena, const char *column);

struct tables;

// A column of the scenario's files, and conditions as written in edits.csv (`unit=ward days=sat`), in words.
const char *label_of_input(struct arena *arena, const char *table, const char *column);
// With the scenario's tables, each of its codes is given by its title; NULL: codes as written.
const char *label_of_conditions(struct arena *arena, const struct tables *tables, const char *text);
// How a code of the program rates the plan or the claim: good, maybe, bad, unknown; NULL where it does not judge.
const char *label_class(const char *column, const char *code);

#endif
