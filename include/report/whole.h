// SPDX-License-Identifier: GPL-3.0-or-later
// Results that were written before, looked at again: are they whole, and of what were they made?
#ifndef ROTACOST_REPORT_WHOLE_H
#define ROTACOST_REPORT_WHOLE_H

#include <stdbool.h>

#include "audit/chance.h"
#include "scenario/scenario.h"

// Is every file that results.sha256 lists there and as it was written? NULL, or why not, in words without a full stop.
// Memory: arena.
const char *whole_result(struct arena *arena, const char *folder);

// What a run is made of, beside the files of the scenario.
struct whole_ask {
  const char *version;             // of the program
  const struct chance_ask *chance; // NULL: nothing is drawn
  bool crlf;                       // RFC 4180 is asked for
  bool one_page;                   // all in report.html, and no page of details
};
// Would a run write what stands in the folder? True where the result is whole and has the same input files with the same
// hashes (shared tables with the tariff are among them), the same program and solver, the same draws, language, dialect and
// pages.
bool whole_is_of(const char *folder, const struct scenario *scenario, const struct whole_ask *ask);

#endif
