// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario audited as `rotacost run` does it; the test fails, saying why, where that gives no result.
#ifndef ROTACOST_TESTS_AUDITED_H
#define ROTACOST_TESTS_AUDITED_H

#include "audit/effect.h"

// Memory: the scenario's arena.
const struct audit *audit_everything(const struct scenario *scenario);
// Effects, direct prices and norms alone, which is much quicker.
const struct audit *audit_effects(const struct scenario *scenario);

#endif
