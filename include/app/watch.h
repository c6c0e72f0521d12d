// SPDX-License-Identifier: GPL-3.0-or-later
// An audit run before the user's eyes: read, complain, show progress on a terminal.
#ifndef ROTACOST_APP_WATCH_H
#define ROTACOST_APP_WATCH_H

#include "app/options.h"
#include "audit/effect.h"

// Reads a scenario and says what is wrong with it on stderr. NULL (status EXIT_BAD_INPUT) where it cannot be used.
const struct scenario *watch_read(struct arena *arena, const char *folder);
// Audits it. NULL where there is no result, which is said on stderr; then *status tells how the program ends.
const struct audit *watch_audit(const struct options *options, const struct scenario *scenario, enum exit_status *status);

#endif
