// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/record.h"

#include "calendar/fiscal.h"

static size_t whole_columns(const struct program *program) {
  size_t count = 0;
  for (size_t c = 0; c < program->column_count; c++)
    count += program->columns[c].whole;
  return count;
}

static bool is_known(const struct audit *audit, const struct solve_record *record) {
  for (size_t i = 0; i < audit->record_count; i++) {
    const struct solve_record *known = &audit->records[i];
    if (known->measure == record->measure && known->variant == record->variant && known->unit == record->unit &&
        known->year == record->year && known->positions == record->positions)
      return true;
  }
  return false;
}

static struct solve_record record_of(const struct plan *plan, int64_t measure, enum variant variant) {
  const struct program *program = plan->program;
  const struct solution *solution = plan->solution;
  return (struct solve_record){.measure = measure,
                               .variant = variant,
                               .unit = (size_t)program->year->frame->unit,
                               .week_types = program->year->type_count,
                               .rows = program->row_count,
                               .columns = program->column_count,
                               .entries = program->entry_count,
                               .whole = whole_columns(program),
                               .optimum_kr = solution->cost_kr,
                               .bound_kr = solution->bound_kr,
                               .shortfall_h = solution->shortfall_h,
                               .positions_held = solution->positions_held};
}

void record_add(struct audit *audit, const struct comparison *comparison, enum variant variant, int64_t measure) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    struct solve_record record = record_of(comparison->plans[variant][p], measure, variant);
    record.year = fiscal_year_of(comparison->year->first_day); // identical years share plans
    record.positions = (enum positions)p;
    if (is_known(audit, &record))
      continue;
    struct solve_record *added =
        arena_push(audit->arena, &audit->records, &audit->record_count, &audit->record_room, sizeof *added);
    *added = record;
  }
}
