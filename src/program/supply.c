// SPDX-License-Identifier: GPL-3.0-or-later
// supply(t,r):    paid hours hired from source r in the week  <=  hours on offer x open days / 7
// variable(l,k):  paid hours of extra, overtime and hired staff of level l in segment k  <=  those of the baseline plan
// unplanned(l,k): paid hours of overtime and agency of level l in segment k             <=  those of the baseline plan
// shortfall:      sum of the shortfall of every column  <=  the least possible
//
// unplanned binds only where a measure introduces a year-round rota (program_hold_unplanned). variable binds only where positions are adjusted: otherwise replacing own staff by cheaper hourly staff would be
// booked as a saving. shortfall is open while the minimum is being found, and closed while kroner are
// minimised: cover comes before cost, whatever it costs.
#include <assert.h>
#include <math.h>

#include "base/fixed.h"
#include "need/group.h"
#include "need/terms.h"
#include "program/builder.h"

static void row_supply(struct builder *b, int t, int r) {
  assert(t >= 0 && t < b->year->type_count && r >= 0 && r < b->frame->source_count);
  double hours = 0;
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    day_number day = day_at(b, t, d);
    const struct tables *tables = year_tables(b->year, b->variant, day);
    const struct source_row *source = &source_rows(tables)[b->frame->sources[r]];
    for (int s = 0; s < b->frame->shift_count; s++)
      row_term(b, hired_at(b, t, d, s, r), (double)place_at(b, t, d, s)->paid_min / 60);
    if (source->hours_milli_per_week == NOT_GIVEN)
      hours = INFINITY;
    else if (source_open(tables, source, day))
      hours += (double)source->hours_milli_per_week / MILLI / DAYS_PER_WEEK;
  }
  row_close(b, (struct row_key){.kind = ROW_SUPPLY, .type = t, .who = r}, -INFINITY, hours);
}

void rows_supply(struct builder *b) {
  for (int t = 0; t < b->year->type_count; t++)
    for (int r = 0; r < b->frame->source_count; r++)
      row_supply(b, t, r);
}

static int64_t category_of(const struct builder *b, const struct program_column *column, const struct tables *tables,
                           day_number day) {
  if (column->key.kind == COLUMN_HIRED)
    return source_rows(tables)[b->frame->sources[column->key.who]].category;
  return group_on(b->year, b->variant, column->key.who, day)->category;
}

bool column_is_variable(const struct column_key *key) {
  return key->kind == COLUMN_EXTRA || key->kind == COLUMN_OVERTIME || key->kind == COLUMN_HIRED;
}

bool column_is_unplanned(const struct program *program, const struct column_key *key, day_number day) {
  if (key->kind != COLUMN_HIRED)
    return key->kind == COLUMN_OVERTIME;
  const struct tables *tables = year_tables(program->year, program->variant, day);
  return source_rows(tables)[program->year->frame->sources[key->who]].kind == SOURCE_AGENCY;
}

struct hours { // what a variable column counts as
  int column, level, segment;
  bool unplanned;
  double h;
};

static struct hours hours_of(const struct builder *b, size_t c) {
  const struct program_column *column = &b->program->columns[c];
  int t = column->key.type, d = column->key.day;
  day_number day = day_at(b, t, d);
  const struct tables *tables = year_tables(b->year, b->variant, day);
  return (struct hours){.column = (int)c,
                        .level = category_level(b->frame, tables, category_of(b, column, tables, day)),
                        .segment = b->year->types[t].segment[d],
                        .unplanned = column_is_unplanned(b->program, &column->key, day),
                        .h = b->year->types[t].multiplicity * (double)place_at(b, t, d, column->key.shift)->paid_min /
                             60};
}

struct variable_hours {
  size_t count;
  struct hours *list;
};

static void row_hours(struct builder *b, const struct variable_hours *hours, enum row_kind kind, int l, int k) {
  assert(l >= 0 && l < b->frame->level_count && k >= 0 && k < b->year->segment_count);
  for (size_t i = 0; i < hours->count; i++) {
    const struct hours *at = &hours->list[i];
    if (at->segment == k && at->level == l && (kind == ROW_VARIABLE || at->unplanned))
      row_term(b, at->column, at->h);
  }
  row_close(b, (struct row_key){.kind = (int)kind, .level = l, .segment = k}, -INFINITY, INFINITY);
}

void rows_variable(struct builder *b) {
  static const enum row_kind kinds[] = {ROW_VARIABLE, ROW_UNPLANNED};
  const struct program *p = b->program;
  struct arena *passing = arena_new();
  struct variable_hours hours = {0, arena_room(passing, p->column_count, sizeof *hours.list)};
  for (size_t c = 0; c < p->column_count; c++)
    if (column_is_variable(&p->columns[c].key))
      hours.list[hours.count++] = hours_of(b, c);
  for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++)
    for (int k = 0; k < b->year->segment_count; k++)
      for (int l = 0; l < b->frame->level_count; l++)
        row_hours(b, &hours, kinds[kind], l, k);
  arena_free(passing);
}

// Sums that an aim minimises: open here, closed when a programme is written for other solvers.
void rows_least(struct builder *b) {
  const struct program *p = b->program;
  for (size_t c = 0; c < p->column_count; c++)
    if (p->columns[c].last_resort_h > 0)
      row_term(b, (int)c, p->columns[c].last_resort_h);
  row_close(b, (struct row_key){.kind = ROW_LAST_RESORT}, -INFINITY, INFINITY);
  for (size_t c = 0; c < p->column_count; c++)
    if (p->columns[c].key.kind == COLUMN_SHORT)
      row_term(b, (int)c, p->columns[c].shortfall_h);
  row_close(b, (struct row_key){.kind = ROW_SHORTFALL}, -INFINITY, INFINITY);
}
