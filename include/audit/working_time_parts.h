// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the files that measure working time: how a reading records samples, and what they read from a workload.
#ifndef ROTACOST_AUDIT_WORKING_TIME_PARTS_H
#define ROTACOST_AUDIT_WORKING_TIME_PARTS_H

#include "audit/working_time.h"
#include "scenario/law.h"

static const double PLAY = 1e-6; // of the limit

struct sample { // one group on one day or stretch, for `times` identical ones
  int group, times;
  double limit, value;
  bool floor; // true: the value may not be below the limit; false: not above it
  day_number day;
};
// The reading keeps the sample with the least room, and counts those that break their limit. An infinite limit is no
// limit.
void rule_note(const struct workload *load, struct rule_reading *reading, const struct sample *sample);

static inline const struct unit_year *rule_year(const struct workload *load) { return load->plan->program->year; }
const struct group_row *rule_group_on(const struct workload *load, int g, day_number day);
// A legal limit for the agreement of the group; INFINITY where there is none.
double rule_law_h(const struct workload *load, enum law_rule rule, const struct group_row *group);
struct law_limit rule_law_limit(const struct workload *load, enum law_rule rule);
day_number rule_week_first_day(const struct unit_year *year, int w); // of the year, where the week begins before it

#endif
