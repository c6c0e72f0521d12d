// SPDX-License-Identifier: GPL-3.0-or-later
// `rotacost run` over many scenarios: each in its own process, on all cores. Their messages are printed in the order in
// which the scenarios are named, each scenario's together. A scenario that fails affects only itself.
#ifndef ROTACOST_APP_MANY_H
#define ROTACOST_APP_MANY_H

#include "app/options.h"
#include "report/document.h"

// One scenario, whose results are written to <output>/<name>/. `document`: for --json, receives the results; NULL: they
// are printed on the terminal.
enum exit_status run_scenario(const struct options *options, const char *folder, const char *name,
                              struct document *document);

// All of options->scenarios, or with options->parts every n-th of them, each with the name it has among all, and how
// many failed in which way. Returns the worst status. Two scenarios of the same name are distinguished by the folders
// above them (app/apart.h). With --json one document for all.
enum exit_status run_many(const struct options *options);

#endif
