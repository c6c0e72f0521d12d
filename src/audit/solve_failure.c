// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/solve_failure.h"

#include "base/language.h"

struct failure solve_failure(enum solve_status status, const char *why) {
  return failure_make(status == SOLVE_LIMIT ? FAILURE_LIMIT : FAILURE_FAULT, "%s", why ? why : _("unknown error"));
}
