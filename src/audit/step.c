// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/step.h"

#include <assert.h>
#include <string.h>

#include "audit/titles.h"
#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "need/weekend.h"

static const char *const limits[STEP_KINDS] = {
    [STEP_HEADS] = "heads", [STEP_WEEKENDS] = "weekend", [STEP_SHIFTS] = "shifts", [STEP_SUPPLY] = "supply"};

const char *step_limit(enum step_kind kind) {
  assert((size_t)kind < sizeof limits / sizeof *limits);
  return limits[kind];
}

static bool of_source(const struct step *step) { return step->kind == STEP_SUPPLY; }

static size_t row_of(const struct frame *frame, const struct step *step) {
  return of_source(step) ? frame->sources[step->who] : frame->groups[step->who];
}

static void change_group(struct group_row *group, const struct step *step) {
  if (step->kind == STEP_HEADS)
    group->heads_milli += (int64_t)step->size * MILLI;
  else if (step->kind == STEP_SHIFTS)
    group->shifts = NULL;
  else if (weekends_by_year(group))
    group->weekends_per_year_milli += (int64_t)step->size * MILLI;
  else
    group->weekend_every_milli = (int64_t)step->size * MILLI;
}

// The tables with one row changed; only the table of that row is copied.
static struct tables step_tables(struct arena *arena, const struct tables *tables, const struct frame *frame,
                                 const struct step *step) {
  struct tables changed = *tables;
  struct rows *rows = &changed.list[of_source(step) ? TABLE_SOURCES : TABLE_GROUPS];
  char *items = arena_array(arena, rows->count, rows->size);
  memcpy(items, rows->items, rows->count * rows->size);
  rows->items = items;
  void *row = items + row_of(frame, step) * rows->size;
  if (!of_source(step))
    change_group(row, step);
  else if (((struct source_row *)row)->hours_milli_per_week != NOT_GIVEN)
    ((struct source_row *)row)->hours_milli_per_week += (int64_t)step->size * MILLI;
  return changed;
}

const struct timeline *step_timeline(struct arena *arena, const struct timeline *timeline, const struct frame *frame,
                                     const struct step *step) {
  struct timeline *stepped = arena_alloc(arena, sizeof *stepped);
  *stepped = *timeline;
  size_t count = (size_t)timeline->state_count;
  struct tables *states = arena_array(arena, 2 * count, sizeof *states);
  uint16_t *state_of_day = arena_array(arena, (size_t)timeline->day_count, sizeof *state_of_day);
  uint16_t *changed = arena_array(arena, count, sizeof *changed); // 0: not yet
  memcpy(states, timeline->states, count * sizeof *states);
  for (int i = 0; i < timeline->day_count; i++) {
    uint16_t state = timeline->state_of_day[i];
    day_number day = timeline->first_day + i;
    state_of_day[i] = state;
    if (day < step->first_day || day > step->last_day)
      continue;
    if (!changed[state]) {
      changed[state] = (uint16_t)stepped->state_count;
      states[stepped->state_count++] = step_tables(arena, &timeline->states[state], frame, step);
    }
    state_of_day[i] = changed[state];
  }
  stepped->states = states;
  stepped->state_of_day = state_of_day;
  return stepped;
}

static const char *const every_words[] = {NULL,
                                          N_("every weekend"),
                                          N_("every second weekend"),
                                          N_("every third weekend"),
                                          N_("every fourth weekend"),
                                          N_("every fifth weekend"),
                                          N_("every sixth weekend")};
enum { EVERY_WORDS = sizeof every_words / sizeof *every_words };

static const char *weekend_every_words(struct arena *arena, int64_t every_milli) {
  if (every_milli % MILLI == 0 && every_milli / MILLI > 0 && every_milli / MILLI < EVERY_WORDS)
    return _(every_words[every_milli / MILLI]);
  return every_milli ? arena_printf(arena, _("one weekend in %s"), number_in_words(arena, (double)every_milli / MILLI))
                     : _("no weekends");
}

static const char *group_words(struct arena *arena, const struct tables *tables, const struct group_row *group) {
  const char *weekends = weekends_by_year(group)
                             ? arena_printf(arena, _("%s weekends a year"),
                                            number_in_words(arena, (double)group->weekends_per_year_milli / MILLI))
                             : weekend_every_words(arena, group->weekend_every_milli);
  return arena_printf(arena, _("%s (%s)"), title_of_contract(arena, tables, group), weekends);
}

static const char *weekend_words(struct arena *arena, const struct tables *tables, const struct group_row *group,
                                 int size) {
  if (weekends_by_year(group))
    return arena_printf(
        arena, ngettext("%d weekend a year more for %s", "%d weekends a year more for %s", (unsigned long)size), size,
        group_words(arena, tables, group));
  return arena_printf(arena, _("%s for %s"), weekend_every_words(arena, size * MILLI),
                      group_words(arena, tables, group));
}

const char *step_words(struct arena *arena, const struct frame *frame, const struct tables *tables,
                       const struct step *step) {
  if (of_source(step))
    return arena_printf(
        arena, ngettext("%d hour a week more from %s", "%d hours a week more from %s", (unsigned long)step->size),
        step->size, title_of_source(arena, tables, source_rows(tables)[row_of(frame, step)].code));
  const struct group_row *group = &group_rows(tables)[row_of(frame, step)];
  switch (step->kind) {
  case STEP_HEADS:
    return arena_printf(arena, ngettext("%d head more in %s", "%d heads more in %s", (unsigned long)step->size),
                        step->size, group_words(arena, tables, group));
  case STEP_WEEKENDS:
    return weekend_words(arena, tables, group, step->size);
  default:
    return arena_printf(arena, _("every shift of the unit open to %s"), group_words(arena, tables, group));
  }
}

const char *step_edit(struct arena *arena, const struct frame *frame, const struct tables *tables,
                      const struct step *step) {
  if (of_source(step))
    return arena_printf(arena, "sources; code='%s'; hours_per_week; add %d",
                        source_rows(tables)[row_of(frame, step)].code, step->size);
  const struct group_row *group = &group_rows(tables)[row_of(frame, step)];
  const char *where =
      arena_printf(arena, "groups; unit='%s' group='%s'", unit_rows(tables)[group->unit].unit, group->group);
  switch (step->kind) {
  case STEP_HEADS:
    return arena_printf(arena, "%s; heads; add %d", where, step->size);
  case STEP_WEEKENDS:
    return weekends_by_year(group) ? arena_printf(arena, "%s; weekends_per_year; add %d", where, step->size)
                                   : arena_printf(arena, "%s; weekend_every; set %d", where, step->size);
  default:
    return arena_printf(arena, "%s; shifts; set (blank)", where);
  }
}
