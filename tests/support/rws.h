// SPDX-License-Identifier: GPL-3.0-or-later
// Problems of rotating workforce scheduling: those of bench/rws (layout: its README.md), and made ones of the same
// kind. One week that people rotate through, exactly as many people on each shift of each day as demanded.
#ifndef ROTACOST_TESTS_RWS_H
#define ROTACOST_TESTS_RWS_H

#include "rota/problem.h"
#include "support/town.h"

// NULL: the file is not there or not in the layout.
struct rota_problem *rws_read(struct arena *arena, const char *path);
// By the published rules: three shifts, the limits of a real one at random, demand by day; `heads` people. Some have no
// rota.
struct rota_problem *rws_made(struct arena *arena, struct random *random, int heads);

#endif
