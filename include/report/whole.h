// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of earlier results: are they complete, and what were they made from?
#ifndef ROTACOST_REPORT_WHOLE_H
#define ROTACOST_REPORT_WHOLE_H

#include <stdbool.h>

#include "audit/chance.h"
#include "scenario/scenario.h"

// Is every file listed in results.sha256 present and unchanged? NULL, or the reason, in words without a full stop.
// Memory: arena.
const char *whole_result(struct arena *arena, const char *folder);

// What a run is made from, besides the files of the scenario.
struct whole_ask {
  const char *version;             // of the program
  const struct chance_ask *chance; // NULL: nothing is drawn
  bool crlf;                       // RFC 4180 is requested
  bool one_page;                   // everything in report.html, no page of details
};
// Would a run write exactly what the folder holds? True where the result is complete and was made from the same input
// files with the same hashes (including shared tariff tables), by the same program and solver, with the same draws,
// language, dialect and pages.
bool whole_is_of(const char *folder, const struct scenario *scenario, const struct whole_ask *ask);

#endif
