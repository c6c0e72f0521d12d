// SPDX-License-Identifier: GPL-3.0-or-later
// An audit run interactively: read the scenario, report problems, show progress on a terminal.
#ifndef ROTACOST_APP_WATCH_H
#define ROTACOST_APP_WATCH_H

#include "app/options.h"
#include "audit/chance.h"
#include "audit/effect.h"

// Reads a scenario and reports its problems on stderr. NULL (status EXIT_BAD_INPUT) where it cannot be used, with
// `strict` also where a warning is of a likely slip.
const struct scenario *watch_read(struct arena *arena, const char *folder, bool strict);
// The same for the tables that the need follows from (scenario_read_need).
const struct scenario *watch_read_need(struct arena *arena, const char *folder);
// For a scenario to be read: sets the language of messages and all later output to the scenario's, unless --lang sets
// another.
struct problems *watch_problems(struct arena *arena);
// Reports that such warnings are refused; returns false.
bool watch_refuse(const struct problems *problems, const char *folder);
// The row whose first column holds the code. False where there is none, which is reported on stderr.
bool watch_find(const struct scenario *scenario, enum table_id id, const char *code, int64_t *row);
// What is to be drawn; NULL: nothing.
const struct chance_ask *watch_chance(struct arena *arena, const struct options *options);
// Audits the scenario, or only the measures with only[m] (NULL: everything). solver: audit_hooks. NULL where there is
// no result, which is reported on stderr; then *status is the exit status.
const struct audit *watch_audit(const struct options *options, const struct scenario *scenario, const bool *only,
                                struct solver *solver, enum exit_status *status);
// The function that shows progress on a terminal, for audit_hooks; NULL where stderr is not a terminal.
typedef void watch_step(void *info, size_t done, size_t total, const char *what);
watch_step *watch_progress(void);
// Reports on stderr why there is no result; returns the exit status.
enum exit_status watch_failed(const struct scenario *scenario, const struct failure *failure);

#endif
