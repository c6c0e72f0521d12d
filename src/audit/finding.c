// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/finding.h"

#include <assert.h>

#include "calendar/fiscal.h"

static const char *const status_names[FINDING_STATUSES] = {
    "kept",  "broken",  "below_norm_today", "mended",     "lowered", "no_shift",
    "short", "bounded", "needs_rota",       "not_worked", "joined",  "not_applicable"};

const char *finding_status_name(enum finding_status status) {
  assert((size_t)status < sizeof status_names / sizeof *status_names);
  return status_names[status];
}

const char *finding_positions_name(int positions) {
  return positions == POSITIONS_BOTH ? "both" : positions_name((enum positions)positions);
}

struct finding *finding_add(struct audit *audit, const struct plan *plan, int64_t measure, const char *rule) {
  struct finding *finding =
      arena_push(audit->arena, &audit->findings, &audit->finding_count, &audit->finding_room, sizeof *finding);
  *finding = (struct finding){.measure = measure,
                              .year = fiscal_year_of(plan->program->year->first_day),
                              .positions = (int)plan->program->positions,
                              .unit = (size_t)plan->program->year->frame->unit,
                              .rule = rule,
                              .level = NOT_GIVEN,
                              .limit_milli = NOT_GIVEN,
                              .value_milli = NOT_GIVEN,
                              .first_day = DAY_NONE};
  return finding;
}
