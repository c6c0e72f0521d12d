// SPDX-License-Identifier: GPL-3.0-or-later
// Checks a plan against the law, the norms and the people available, one finding per unit, year, plan and rule:
//
//   norm_planned   need.csv against norm.csv, per window and level of norm.csv. The highest of several norms counts; a
//                  person missing at two levels counts once. A shortfall of today's need is a finding of the baseline;
//                  a measure's finding counts only its own reduction: max(0, min(norm, need today) - need).
//   norm_lowered   a row of norm.csv that the measure itself lowers (audit/yardstick.h)
//   cover          persons missing in a solved plan, per window and level of need; if nobody is missing, one finding
//                  with the limit that has the least margin left (audit/coverable.h)
//   unworked_shift a shift that somebody may work and nobody does (audit/unworked.h)
//   joined_shifts  two shifts that one person works on one day, joined by the program (audit/joined_days.h)
//   others         working time, rule by rule (audit/rules.h)
#ifndef ROTACOST_AUDIT_COMPLIANCE_H
#define ROTACOST_AUDIT_COMPLIANCE_H

#include "audit/finding.h"

// Adds the findings of the baseline (measure NOT_GIVEN), or of a measure, under both answers, to the audit.
void compliance_add(struct audit *audit, const struct comparison *comparison, int64_t measure);

// Only norm_planned.
void planned_add(struct audit *audit, const struct comparison *comparison, int64_t measure);

#endif
