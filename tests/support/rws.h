// SPDX-License-Identifier: GPL-3.0-or-later
// Rotating workforce scheduling problems: those of bench/rws (layout: its README.md), and generated ones of the same
// kind. People rotate through one week; each shift of each day needs exactly as many people as demanded.
#ifndef ROTACOST_TESTS_RWS_H
#define ROTACOST_TESTS_RWS_H

#include "rota/problem.h"
#include "support/town.h"

// Returns NULL if the file is missing or not in the layout.
struct rota_problem *rws_read(struct arena *arena, const char *path);
// Generates a problem by the published rules: three shifts, random realistic limits, demand by day, `heads` people.
// Some have no rota.
struct rota_problem *rws_made(struct arena *arena, struct random *random, int heads);

#endif
