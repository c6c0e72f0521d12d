// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/measure_days.h"

#include "scenario/rows_measures.h"

static struct place place_of(const struct row *row, const char *column) {
  return (struct place){.file = row->file, .line = row->line, .column = column};
}

static void add_stretch(struct measure_days *days, int64_t from, int64_t to, struct place place) {
  if (!days->known || from < days->from) {
    days->from = from;
    days->place = place;
  }
  if (!days->known || to > days->to)
    days->to = to;
  days->for_good |= to == NOT_GIVEN;
  days->known = true;
}

static void add_row(struct measure_days *days, const struct measure_row *measure, const struct row *row, int64_t from,
                    int64_t to) {
  int64_t begins = from == NOT_GIVEN ? measure->start : from;
  if (begins != NOT_GIVEN)
    add_stretch(days, begins, to, from == NOT_GIVEN ? place_of(&measure->row, "start") : place_of(row, "from"));
}

struct measure_days measure_days_of(const struct tables *tables, size_t m) {
  const struct measure_row *measure = &measure_rows(tables)[m];
  struct measure_days days = {.known = false};
  for (size_t i = 0; i < row_count(tables, TABLE_EDITS); i++) {
    const struct edit_row *edit = &edit_rows(tables)[i];
    if (edit->measure == (int64_t)m)
      add_row(&days, measure, &edit->row, edit->from, edit->to);
  }
  for (size_t i = 0; i < row_count(tables, TABLE_AMOUNTS); i++) {
    const struct amount_row *amount = &amount_rows(tables)[i];
    if (amount->measure != (int64_t)m)
      continue;
    add_row(&days, measure, &amount->row, amount->from, amount->accrual == ACCRUAL_ONCE ? NOT_GIVEN : amount->to);
    days.amounts = true;
  }
  if (!days.known && measure->start != NOT_GIVEN)
    add_stretch(&days, measure->start, NOT_GIVEN, place_of(&measure->row, "start"));
  return days;
}
