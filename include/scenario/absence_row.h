// SPDX-License-Identifier: GPL-3.0-or-later
// Which row of absence.csv counts: read alike by the checks and by the pay engine.
#ifndef ROTACOST_SCENARIO_ABSENCE_ROW_H
#define ROTACOST_SCENARIO_ABSENCE_ROW_H

#include "scenario/tables.h"

// The row of a kind of absence that counts for these people in an ISO week: the one that names them most closely, unit and
// category before unit, before category, before neither; NULL where there is none.
const struct absence_row *absence_row_counting(const struct tables *tables, enum absence_kind kind, int64_t unit,
                                               int64_t category, int week);
// The same for the people of a contract.
const struct absence_row *absence_counting(const struct tables *tables, enum absence_kind kind,
                                           const struct group_row *people, int week);

#endif
