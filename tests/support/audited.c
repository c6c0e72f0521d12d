// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/audited.h"

static const struct audit *audited(const struct scenario *scenario, struct audit_hooks hooks) {
  enum solve_status status = SOLVE_FAULT;
  const char *why = NULL;
  const struct audit *audit = audit_run(scenario, &hooks, &status, &why);
  if (!audit)
    fail_msg("%s", why);
  return audit;
}

const struct audit *audit_everything(const struct scenario *scenario) {
  return audited(scenario, (struct audit_hooks){0});
}

const struct audit *audit_effects(const struct scenario *scenario) {
  return audited(scenario, (struct audit_hooks){.effects_only = true});
}
