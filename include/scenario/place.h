// SPDX-License-Identifier: GPL-3.0-or-later
// The place of a row of a scenario, for problems.
#ifndef ROTACOST_SCENARIO_PLACE_H
#define ROTACOST_SCENARIO_PLACE_H

#include "base/problems.h"
#include "scenario/tables.h"

// `column` NULL: the whole row.
static inline struct place row_place(const struct row *row, const char *column) {
  return (struct place){.file = row->file, .line = row->line, .column = column};
}

#endif
