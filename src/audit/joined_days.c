// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/joined_days.h"

#include <assert.h>

#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "base/tolerance.h"
#include "pay/pay.h"
#include "scenario/stretches.h"

static const struct shift_row *row_on(const struct plan *plan, int shift, day_number day) {
  assert(shift >= 0 && shift < plan->program->year->frame->shift_count);
  const struct unit_year *year = plan->program->year;
  return &shift_rows(year_tables(year, plan->program->variant, day))[year->frame->shifts[shift]];
}

struct days {
  double all, split;           // person-days of the year: all, and those with a gap
  const struct shift_row *row; // shift of the last such day
  day_number day;
};

static struct days days_of(const struct plan *plan, int shift) {
  assert(shift >= 0 && shift < plan->program->year->frame->shift_count);
  const struct program *program = plan->program;
  const struct unit_year *year = program->year;
  struct days days = {.row = NULL};
  for (int c = 0; c < program->day_columns[7 * year->type_count]; c++) {
    const struct column_key *key = &program->columns[c].key;
    if (key->kind > COLUMN_HIRED || key->shift != shift || plan->solution->values[c] <= NOBODY_IN_SUM)
      continue;
    double persons = plan->solution->values[c] * (double)year->types[key->type].in_year[key->day];
    days.day = year->types[key->type].monday + key->day;
    days.row = row_on(plan, shift, days.day);
    days.all += persons;
    days.split += shift_gap_min(days.row) ? persons : 0;
  }
  return days;
}

bool worked_joined(const struct plan *plan, int shift) {
  assert(shift >= 0 && shift < plan->program->year->frame->shift_count);
  const struct frame *frame = plan->program->year->frame;
  const struct shift_row *rows = shift_rows(&frame->scenario->tables);
  for (int s = 0; s < frame->shift_count; s++) {
    const struct shift_row *row = &rows[frame->shifts[s]];
    bool part = row->joined && (row->parts[0] == frame->shifts[shift] || row->parts[1] == frame->shifts[shift]);
    if (part && days_of(plan, s).all > NOBODY_IN_SUM)
      return true;
  }
  return false;
}

// Compensation for a split day.
static const char *pay_in_words(struct arena *arena, const struct plan *plan, const struct days *days) {
  const struct tables *tables = year_tables(plan->program->year, plan->program->variant, days->day);
  int64_t supplement_e6 = rate_on(tables, RATE_SPLIT_SUPPLEMENT, NULL, days->day);
  if (days->split <= NOBODY_IN_SUM)
    return _("One shift follows the other, so that it is no split day.");
  if (supplement_e6 != NOT_GIVEN)
    return arena_printf(arena, _("A split day earns %s kr (split_supplement of rates.csv)."),
                        number_in_words(arena, (double)supplement_e6 / 1e6));
  return arena_printf(
      arena,
      _("What a split day earns is not known: rates.csv has no split_supplement, so 0 kr is taken, an "
        "assumption. Every 10 kr of it would cost %s kr in the year before holiday pay, pension and tax."),
      number_in_words(arena, 10 * days->split));
}

static const char *shift_called(const struct shift_row *row) { return row->title ? row->title : row->shift; }

static void add_of_shift(struct audit *audit, const struct plan *plan, int64_t measure, const struct days *days) {
  const struct shift_row *rows = shift_rows(&audit->scenario->tables);
  const struct shift_row *first = &rows[days->row->parts[0]], *second = &rows[days->row->parts[1]];
  struct finding *finding = finding_add(audit, plan, measure, RULE_JOINED);
  finding->unit = (size_t)days->row->unit;
  finding->status = FINDING_JOINED;
  finding->value_milli = fixed_round(days->all * MILLI);
  finding->counted_in = "person_days";
  finding->reason = arena_printf(
      audit->arena, _("One person works `%s` and `%s` on one day, as `%s` %s-%s: %s person-days of the year. %s"),
      shift_called(first), shift_called(second), shift_called(days->row),
      clock_in_words(audit->arena, days->row->start_min), clock_in_words(audit->arena, days->row->end_min),
      number_in_words(audit->arena, days->all), pay_in_words(audit->arena, plan, days));
}

void joined_days_add(struct audit *audit, const struct plan *plan, int64_t measure) {
  const struct frame *frame = plan->program->year->frame;
  for (int s = 0; s < frame->shift_count; s++) {
    if (!shift_rows(&frame->scenario->tables)[frame->shifts[s]].joined)
      continue;
    struct days days = days_of(plan, s);
    if (days.all > NOBODY_IN_SUM)
      add_of_shift(audit, plan, measure, &days);
  }
}
