// SPDX-License-Identifier: GPL-3.0-or-later
// An audit run before the user's eyes: read, complain, show progress on a terminal.
#ifndef ROTACOST_APP_WATCH_H
#define ROTACOST_APP_WATCH_H

#include "app/options.h"
#include "audit/chance.h"
#include "audit/effect.h"

// Reads a scenario and says what is wrong with it on stderr. NULL (status EXIT_BAD_INPUT) where it cannot be used, with
// `strict` also where a warning is of a likely slip.
const struct scenario *watch_read(struct arena *arena, const char *folder, bool strict);
// The same of what the need follows from (scenario_read_need).
const struct scenario *watch_read_need(struct arena *arena, const char *folder);
// Of a scenario to be read: messages, and all that follows, in the language it asks for, unless --lang insists on another.
struct problems *watch_problems(struct arena *arena);
// Says that such warnings are refused; returns false.
bool watch_refuse(const struct problems *problems, const char *folder);
// The row that a code names in the first column of a table. False where there is none, which is said on stderr.
bool watch_find(const struct scenario *scenario, enum table_id id, const char *code, int64_t *row);
// What is to be drawn; NULL: nothing.
const struct chance_ask *watch_chance(struct arena *arena, const struct options *options);
// Audits it, or only the measures with only[m] (NULL: everything). solver: audit_hooks. NULL where there is no result, which is said on stderr; then *status tells how the program ends.
const struct audit *watch_audit(const struct options *options, const struct scenario *scenario, const bool *only,
                                struct solver *solver, enum exit_status *status);
// What shows progress on a terminal, as audit_hooks takes it; NULL where stderr is none.
typedef void watch_step(void *info, size_t done, size_t total, const char *what);
watch_step *watch_progress(void);
// Says on stderr why there is no result; returns how the program ends.
enum exit_status watch_failed(const struct scenario *scenario, const struct failure *failure);

#endif
