// SPDX-License-Identifier: GPL-3.0-or-later
// run --strict: is every claim reached and none likely a slip (audit/claim_slip.h), are no more hours empty, and is no
// norm of minimum staffing broken?
#ifndef ROTACOST_APP_STRICT_H
#define ROTACOST_APP_STRICT_H

#include <stdio.h>

#include "audit/effect.h"

// Everything that is not met is printed to `to`, including the baseline's own breaches.
bool strict_is_met(const struct audit *audit, FILE *to);

#endif
