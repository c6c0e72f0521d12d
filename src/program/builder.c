// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/builder.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/fixed.h"
#include "base/heap.h"
#include "need/group.h"
#include "need/terms.h"
#include "need/weekend.h"
#include "scenario/rows_settings.h"

// At least every third Sunday is off: two of three may be worked.
static const double SUNDAY_AVERAGED_EVERY = 1.5;

void row_term(struct builder *b, int column, double value) {
  if (column < 0 || value == 0)
    return;
  if (b->sums[column] == 0)
    b->touched[b->touched_count++] = column;
  b->sums[column] += value;
}

void row_people(struct builder *b, int t, int d, int s, int g, double value) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(s >= 0 && s < b->frame->shift_count);
  assert(g >= 0 && g < b->frame->group_count);
  row_term(b, own_at(b, t, d, s, g), value);
  row_term(b, extra_at(b, t, d, s, g), value);
  row_term(b, overtime_at(b, t, d, s, g), value);
}

double row_heads(struct builder *b, int t, int d, int g, double factor) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && g >= 0 && g < b->frame->group_count);
  int k = b->year->types[t].segment[d];
  int up = b->up[k * b->frame->group_count + g], down = b->down[k * b->frame->group_count + g];
  if (up >= 0) {
    row_term(b, up, -factor * b->program->columns[up].scale);
    row_term(b, down, factor * b->program->columns[down].scale);
  }
  return factor * (double)group_on(b->year, b->variant, g, day_at(b, t, d))->heads_milli / MILLI;
}

double row_present(struct builder *b, int t, int d, int g, double factor) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && g >= 0 && g < b->frame->group_count);
  struct presence presence = group_presence(b->year, b->variant, g, day_at(b, t, d));
  if (!presence.annual)
    return row_heads(b, t, d, g, factor * presence_share(&presence));
  double share = annual_share(b->year, b->variant, t, g);
  if (share > 0)
    row_term(b, b->away[t * b->frame->group_count + g], factor * (1 - presence.sick) * (1 - presence.off) / share);
  return row_heads(b, t, d, g, factor * ((1 - presence.sick) * (1 - presence.off) - presence.training));
}

static void forget_terms(struct builder *b) {
  for (int i = 0; i < b->touched_count; i++)
    b->sums[b->touched[i]] = 0;
  b->touched_count = 0;
}

// A row that contains only positions says nothing about shifts.
static bool holds_shifts(const struct builder *b) {
  for (int i = 0; i < b->touched_count; i++) {
    int kind = b->program->columns[b->touched[i]].key.kind;
    if (kind <= COLUMN_SHORT)
      return true;
  }
  return false;
}

enum { ENTRIES_OF_A_COLUMN = 10 }; // about

// Makes room for the entries of a row at once: there are a hundred thousand, in the largest programmes twenty million. So
// they are counted when all are known, and only then moved into the programme's arena (build.c).
static struct program_entry *entries_for(struct program *p, size_t count) {
  if (p->entry_count + count > p->entry_room) {
    size_t usual = ENTRIES_OF_A_COLUMN * p->column_count, doubled = 2 * (p->entry_count + count);
    p->entry_room = doubled > usual ? doubled : usual;
    p->entries = heap_resize(p->entries, p->entry_room * sizeof *p->entries);
  }
  struct program_entry *made = &p->entries[p->entry_count];
  p->entry_count += count;
  return made;
}

void row_keep(struct builder *b, struct row_key key, double lower, double upper) {
  struct program *p = b->program;
  int row = (int)p->row_count;
  struct program_row *made = arena_push(b->passing, &p->rows, &p->row_count, &p->row_room, sizeof *made);
  *made = (struct program_row){.key = key, .lower = lower, .upper = upper};
  p->too_large = p->too_large || p->entry_count + (size_t)b->touched_count > PROGRAM_ENTRIES_MOST;
  struct program_entry *entries = p->too_large ? NULL : entries_for(p, (size_t)b->touched_count);
  for (int i = 0; entries && i < b->touched_count; i++)
    entries[i] = (struct program_entry){.row = row, .column = b->touched[i], .value = b->sums[b->touched[i]]};
  forget_terms(b);
}

void row_copy(struct builder *b) {
  struct program *p = b->program;
  size_t row = p->row_count;
  p->copied[row] = true;
  *(struct program_row *)arena_push(b->passing, &p->rows, &p->row_count, &p->row_room, sizeof *p->rows) =
      p->before->rows[row];
}

void row_close(struct builder *b, struct row_key key, double lower, double upper) {
  if (holds_shifts(b))
    row_keep(b, key, lower, upper);
  else
    forget_terms(b);
}

const struct source_row *source_for_group(const struct builder *b, enum source_kind kind, int g, day_number day) {
  assert(g >= 0 && g < b->frame->group_count);
  const struct tables *tables = year_tables(b->year, b->variant, day);
  int64_t category = group_on(b->year, b->variant, g, day)->category;
  const struct source_row *best = NULL;
  int best_rank = -1;
  for (int r = 0; r < b->frame->source_count; r++) {
    const struct source_row *source = &source_rows(tables)[b->frame->sources[r]];
    if (source->kind != kind || !source_serves_group(b->frame, r, g) || !source_open(tables, source, day) ||
        (source->category != NOT_GIVEN && source->category != category))
      continue;
    int rank = 2 * (source->unit != NOT_GIVEN) + (source->category != NOT_GIVEN);
    if (rank > best_rank) {
      best = source;
      best_rank = rank;
    }
  }
  return best;
}

double weekend_limit(const struct builder *b, int g, day_number day, bool with_extra) {
  assert(g >= 0 && g < b->frame->group_count);
  const struct group_row *group = group_on(b->year, b->variant, g, day);
  bool by_year = weekends_by_year(group);
  if (by_year && never_on_weekends(group))
    return 0;
  double every = (double)(by_year ? group->weekend_ceiling_milli : group->weekend_every_milli) / MILLI;
  if (!with_extra)
    return every;
  const struct tables *tables = year_tables(b->year, b->variant, day);
  double extra = (double)rate_on(tables, RATE_EXTRA_WEEKEND_EVERY, NULL, day) / 1e6;
  if (settings_of(&b->frame->scenario->tables)->sundays == SUNDAY_AVERAGED)
    extra = fmin(extra, SUNDAY_AVERAGED_EVERY);
  return fmin(every, extra);
}
