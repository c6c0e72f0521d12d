// SPDX-License-Identifier: GPL-3.0-or-later
// `rotacost claims`: reads a council paper's table into the tables of a scenario, and writes it back with verdicts
// beside the rows.
#ifndef ROTACOST_APP_CLAIMS_H
#define ROTACOST_APP_CLAIMS_H

#include "app/options.h"
#include "paper/paper.h"

// Adds measures, claims and amounts to the scenario's folder, below the existing rows, which are left unchanged.
enum exit_status claims_load(struct arena *arena, const struct options *options, const struct paper *paper,
                             struct problems *problems);
// Solves the scenario and writes the table with its verdicts to options->back.
enum exit_status claims_back(struct arena *arena, const struct options *options, const struct paper_source *source,
                             const struct paper *paper);

#endif
