// SPDX-License-Identifier: GPL-3.0-or-later
// Audits a scenario as `rotacost run` does. If that gives no result, the test fails and says why.
#ifndef ROTACOST_TESTS_AUDITED_H
#define ROTACOST_TESTS_AUDITED_H

#include "audit/effect.h"

// The result lies in the scenario's arena.
const struct audit *audit_everything(const struct scenario *scenario);
// Only effects, direct prices and norms, which is much faster.
const struct audit *audit_effects(const struct scenario *scenario);

#endif
