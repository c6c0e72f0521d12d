// SPDX-License-Identifier: GPL-3.0-or-later
// evidence.json: what a result is based on, so that a third party can check it: versions, input files with SHA-256,
// tariff rows in force, and every model with its optimum, proven bound and the arguments of `rotacost model` that
// export it. Keys are sorted; it holds no time and no path: same input, same bytes.
#ifndef ROTACOST_REPORT_EVIDENCE_H
#define ROTACOST_REPORT_EVIDENCE_H

#include <stdio.h>

#include "audit/chance.h"
#include "audit/effect.h"
#include "report/json.h"

// The part that is known before anything is solved: program, scenario, inputs, and what is to be drawn (NULL: nothing).
// The caller owns it and releases it with json_decref.
json_t *evidence_basis(const struct scenario *scenario, const char *version, const struct chance_ask *chance);

// `version` of the program. False where writing failed.
bool evidence_write(const struct audit *audit, const char *version, FILE *to);

#endif
