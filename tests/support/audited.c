// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/audited.h"

static const struct audit *audited(const struct scenario *scenario, struct audit_hooks hooks) {
  struct failure failure;
  const struct audit *audit = audit_run(scenario, &hooks, &failure);
  if (!audit)
    fail_msg("%s: %s", failure.where, failure.text);
  return audit;
}

const struct audit *audit_everything(const struct scenario *scenario) {
  return audited(scenario, (struct audit_hooks){0});
}

const struct audit *audit_effects(const struct scenario *scenario) {
  return audited(scenario, (struct audit_hooks){.effects_only = true});
}
