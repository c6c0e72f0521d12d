// SPDX-License-Identifier: GPL-3.0-or-later
// How `rotacost check` understood each unit (audit/understood.h), as one table that fits a terminal of 80 columns.
#ifndef ROTACOST_REPORT_UNDERSTOOD_H
#define ROTACOST_REPORT_UNDERSTOOD_H

#include "report/terminal.h"
#include "scenario/scenario.h"

// Prints nothing where the scenario has no unit with need or groups. `to`: width 0 means 80 columns.
void understood_print(struct arena *arena, const struct scenario *scenario, const struct terminal *to);

#endif
