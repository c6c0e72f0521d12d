// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/standing.h"

#include "audit/grade.h"
#include "audit/sums.h"
#include "base/fixed.h"

void standing_add(struct result_table *table, const struct audit *audit, const struct measure_effect *effect) {
  const struct measure_row *row = &measure_rows(&audit->scenario->tables)[effect->measure];
  double share = effect_assumed_share(effect);
  result_text(table, population_name(population_of(effect)));
  result_text(table, sum_side_name(row->in_target == YES ? SUM_WITHIN : SUM_OUTSIDE));
  result_text(table, row->either_or ? row->either_or : "");
  result_text(table, sums_count(audit, effect->measure) ? "yes" : "no");
  result_text(table, evidence_grade_name(measure_grade(audit->scenario, effect)));
  result_number(table, share < 0 ? FIELD_BLANK : fixed_round(share * 100));
}
