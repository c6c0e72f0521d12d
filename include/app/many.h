// SPDX-License-Identifier: GPL-3.0-or-later
// `rotacost run` over many scenarios: each in a process of its own, on every core. What they say comes in the order in which
// they are named, each in one piece. One that fails costs only itself.
#ifndef ROTACOST_APP_MANY_H
#define ROTACOST_APP_MANY_H

#include "app/options.h"
#include "report/document.h"

// One scenario, whose results go to <output>/<name>/. `document`: of --json, takes what is told; NULL: the terminal does.
enum exit_status run_scenario(const struct options *options, const char *folder, const char *name,
                              struct document *document);

// All of options->scenarios, or with options->parts every so many-th of them, each called as it is among all, and how many
// failed in which way. Returns the worst status. Two scenarios of one name are told
// apart by the folders above them (app/apart.h). With --json one document of all.
enum exit_status run_many(const struct options *options);

#endif
