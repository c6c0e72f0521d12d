// SPDX-License-Identifier: GPL-3.0-or-later
// Inner parts of rota/rules.h: a closed line as the checks read it.
#ifndef ROTACOST_ROTA_RULES_PARTS_H
#define ROTACOST_ROTA_RULES_PARTS_H

#include "rota/rules.h"

static inline int track_on(const struct rota_track *track, int t) {
  return track->days[(t % track->count + track->count) % track->count];
}
// t: the day on which the breach shows, counted over the whole track.
void rota_add_breach(struct rota_breaches *breaches, const struct rota_track *track, enum rota_rule rule, int t,
                     double value, double limit);

typedef void rota_rule_check(const struct rota_problem *problem, const struct rota_track *track,
                             struct rota_breaches *breaches);
rota_rule_check rota_check_hours;
rota_rule_check rota_check_week_hours;
rota_rule_check rota_check_average_hours;
rota_rule_check rota_check_night_hours;

#endif
