// SPDX-License-Identifier: GPL-3.0-or-later
// Why is a shift of no use? Mostly because of its edges: if as many people are needed just before it begins, or just
// after it ends, as during it, those who work the hours before or after are already on a shift that covers the rest.
#include "audit/unworked.h"

#include <assert.h>
#include <string.h>

#include "audit/joined_days.h"
#include "audit/words.h"
#include "base/language.h"
#include "base/tolerance.h"
#include "need/positions.h"

struct looked_at {
  const struct plan *plan;
  const struct unit_year *year;
  enum variant variant;
  int shift; // index in the frame
};

static struct looked_at look_at(const struct plan *plan, int shift) {
  assert(shift >= 0 && shift < plan->program->year->frame->shift_count);
  return (struct looked_at){plan, plan->program->year, plan->program->variant, shift};
}

static const struct shift_row *row_of(const struct looked_at *at, day_number day) {
  return &shift_rows(year_tables(at->year, at->variant, day))[at->year->frame->shifts[at->shift]];
}

// ---------------------------------------------------------------- who works it, and who might

struct use {
  bool offered; // to anybody, on any day
  bool worked;
};

static struct use use_of(const struct looked_at *at) {
  const struct program *program = at->plan->program;
  struct use use = {false, false};
  for (int c = 0; c < program->day_columns[7 * at->year->type_count]; c++) {
    const struct program_column *column = &program->columns[c];
    if (column->key.kind > COLUMN_HIRED || column->key.shift != at->shift)
      continue;
    use.offered |= column->upper > 0;
    use.worked |= at->plan->solution->values[c] > NOBODY_IN_SUM;
  }
  use.worked |= worked_joined(at->plan, at->shift);
  return use;
}

static bool same_shift(const struct shift_row *a, const struct shift_row *b) {
  return a->start_min == b->start_min && a->end_min == b->end_min && a->days == b->days && a->weeks == b->weeks &&
         a->break_min == b->break_min && a->break_start_min == b->break_start_min;
}

// May another of the unit's people work it, on any day of a week?
static bool other_people(const struct looked_at *at, const struct tables *before, const struct tables *after,
                         size_t group, day_number first) {
  const struct frame *frame = at->year->frame;
  for (day_number day = first; day < first + DAYS_PER_WEEK; day++)
    if (group_works_shift(frame, before, &group_rows(before)[group], at->shift, day) !=
        group_works_shift(frame, after, &group_rows(after)[group], at->shift, day))
      return true;
  return false;
}

// Does the measure change the shift, or which of the unit's people may work it?
static bool is_touched(const struct looked_at *at) {
  const struct unit_year *year = at->year;
  for (int k = 0; k < year->segment_count; k++) {
    day_number day = year->segment_first[k];
    const struct tables *before = year_tables(year, REFERENCE, day), *after = year_tables(year, SUBJECT, day);
    size_t row = year->frame->shifts[at->shift];
    if (!same_shift(&shift_rows(before)[row], &shift_rows(after)[row]))
      return true;
    for (int g = 0; g < year->frame->group_count; g++)
      if (other_people(at, before, after, year->frame->groups[g], day))
        return true;
  }
  return false;
}

// ---------------------------------------------------------------- its edges

struct edges {                                          // of one day; minutes of the service day
  bool wanted;                                          // is anybody needed during the shift?
  int64_t before_from, before_to, after_from, after_to; // from == to: none
};

static int64_t persons_at(const struct looked_at *at, int t, int d, int i) {
  return at->year->types[t].need_milli[at->variant][d][i * at->year->frame->level_count];
}

// Are as many people needed in the interval as in interval `within` of the shift, and in the same unit?
static bool goes_on(const struct looked_at *at, int t, int d, int i, int within) {
  const struct interval *intervals = at->year->frame->intervals;
  return intervals[i].unit == intervals[within].unit && persons_at(at, t, d, within) > 0 &&
         persons_at(at, t, d, i) >= persons_at(at, t, d, within);
}

static struct edges edges_on(const struct looked_at *at, int t, int d) {
  const struct frame *frame = at->year->frame;
  const struct shift_place *place = year_place(at->year, at->variant, t, d, at->shift);
  struct edges edges = {0};
  int first = -1, last = -1;
  for (int i = 0; i < frame->interval_count; i++)
    if (shift_covers(frame, place, i)) {
      first = first < 0 ? i : first;
      last = i;
      edges.wanted |= persons_at(at, t, d, i) > 0;
    }
  if (!edges.wanted)
    return edges;
  int from = first, to = last;
  while (from > 0 && goes_on(at, t, d, from - 1, first))
    from--;
  while (to + 1 < frame->interval_count && goes_on(at, t, d, to + 1, last))
    to++;
  edges.before_from = frame->intervals[from].from_min;
  edges.before_to = frame->intervals[first].from_min;
  edges.after_from = frame->intervals[last].to_min;
  edges.after_to = frame->intervals[to].to_min;
  return edges;
}

static bool same_edges(const struct edges *a, const struct edges *b) { return !memcmp(a, b, sizeof *a); }

struct counted_edges {
  struct edges edges;
  int days;
};

// The most frequent edges among days on which the shift can be worked and anybody is needed in it; among equals, the
// first found.
static struct edges edges_of(struct arena *scratch, const struct looked_at *at) {
  struct counted_edges *list = arena_array(scratch, (size_t)(7 * at->year->type_count) + 1, sizeof *list);
  int count = 0, most = 0;
  for (int t = 0; t < at->year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
      struct edges edges = edges_on(at, t, d);
      if (!edges.wanted || !at->year->types[t].in_year[d])
        continue;
      int known = 0;
      while (known < count && !same_edges(&list[known].edges, &edges))
        known++;
      count += known == count;
      list[known].edges = edges;
      list[known].days += at->year->types[t].in_year[d];
    }
  for (int i = 1; i < count; i++)
    most = list[i].days > list[most].days ? i : most;
  return count ? list[most].edges : (struct edges){0};
}

// ---------------------------------------------------------------- in words

static const char *stretch_in_words(struct arena *arena, const struct looked_at *at, int64_t from_min, int64_t to_min) {
  int64_t starts = at->year->frame->day_starts_min;
  return arena_printf(arena, "%s-%s", clock_in_words(arena, starts + from_min), clock_in_words(arena, starts + to_min));
}

static const char *edges_in_words(struct arena *arena, const struct looked_at *at, const struct edges *edges) {
  bool before = edges->before_to > edges->before_from, after = edges->after_to > edges->after_from;
  const char *first = before ? stretch_in_words(arena, at, edges->before_from, edges->before_to) : NULL;
  const char *last = after ? stretch_in_words(arena, at, edges->after_from, edges->after_to) : NULL;
  if (before && after)
    return arena_printf(arena,
                        _("%s and %s still need everybody: those who cover these hours are on shifts that cover the "
                          "rest too."),
                        first, last);
  if (before || after)
    return arena_printf(
        arena, _("%s still needs everybody: those who cover these hours are on shifts that cover the rest too."),
        before ? first : last);
  return _("The other shifts cover its hours at no higher cost.");
}

static const char *reason_in_words(struct arena *arena, struct arena *scratch, const struct looked_at *at,
                                   bool offered) {
  struct edges edges = edges_of(scratch, at);
  if (!edges.wanted)
    return _("On the days on which it can be worked nobody is wanted while it lasts.");
  if (!offered)
    return _(
        "Nobody may work it: no group has it among its shifts or an agreement as long, and nobody is hired for it.");
  return edges_in_words(arena, at, &edges);
}

// ---------------------------------------------------------------- findings

static void add_unworked(struct audit *audit, const struct looked_at *at, int64_t measure, int positions,
                         bool offered) {
  struct arena *scratch = arena_new();
  const struct unit_year *year = at->year;
  const struct shift_row *row = row_of(at, year->first_day + year->day_count - 1);
  struct finding *finding = finding_add(audit, at->plan, measure, RULE_UNWORKED);
  finding->positions = positions;
  finding->status = FINDING_UNWORKED;
  finding->reason =
      arena_printf(audit->arena, _("Nobody ever works the shift `%s` %s-%s. %s"), row->title ? row->title : row->shift,
                   clock_in_words(audit->arena, row->start_min), clock_in_words(audit->arena, row->end_min),
                   reason_in_words(audit->arena, scratch, at, offered));
  arena_free(scratch);
}

static void add_of_shift(struct audit *audit, const struct plan *const plans[POSITIONS_ANSWERS], int64_t measure,
                         int shift) {
  struct looked_at at[POSITIONS_ANSWERS];
  bool unworked[POSITIONS_ANSWERS], offered[POSITIONS_ANSWERS];
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    at[p] = look_at(plans[p], shift);
    struct use use = use_of(&at[p]);
    bool asked = measure == NOT_GIVEN ? use.offered : is_touched(&at[p]);
    unworked[p] = asked && !use.worked;
    offered[p] = use.offered;
  }
  if (unworked[POSITIONS_KEPT] && unworked[POSITIONS_ADJUSTED]) {
    add_unworked(audit, &at[POSITIONS_KEPT], measure, POSITIONS_BOTH, offered[POSITIONS_KEPT]);
    return;
  }
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    if (unworked[p])
      add_unworked(audit, &at[p], measure, p, offered[p]);
}

void unworked_add(struct audit *audit, const struct plan *const plans[POSITIONS_ANSWERS], int64_t measure) {
  const struct unit_year *year = plans[POSITIONS_KEPT]->program->year;
  const struct tables *base = &year->frame->scenario->tables;
  for (int s = 0; s < year->frame->shift_count; s++)
    if (!shift_rows(base)[year->frame->shifts[s]].made)
      add_of_shift(audit, plans, measure, s);
}
