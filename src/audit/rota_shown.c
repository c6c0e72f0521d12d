// SPDX-License-Identifier: GPL-3.0-or-later
// What is needed to show a rota: its shifts in words, and its cover beside the need.
#include "audit/rota_windows.h"
#include "audit/rotas.h"

enum { MINUTES_OF_DAY = 1440 };

struct showing {
  struct audit *notes;
  struct arena *arena;
  const struct unit_rota *of;
  const struct rota_problem *problem;
};

static const char *clock_of(const struct showing *s, int from_min, int to_min) {
  int from = from_min % MINUTES_OF_DAY, to = to_min % MINUTES_OF_DAY;
  return arena_printf(s->arena, "%02d:%02d-%02d:%02d", from / 60, from % 60, to / 60, to % 60);
}

static void note_shift(const struct showing *s, int shift) {
  const struct rota_shift *from = &s->problem->shifts[shift];
  struct audit *notes = s->notes;
  struct rota_shift_told *told =
      arena_push(notes->arena, &notes->rota_shifts, &notes->rota_shift_count, &notes->rota_shift_room, sizeof *told);
  *told = (struct rota_shift_told){.measure = s->of->measure,
                                   .year = s->of->year,
                                   .unit = (size_t)s->of->unit,
                                   .shift = from->code,
                                   .title = from->title,
                                   .clock = clock_of(s, from->start_min, from->end_min),
                                   .paid_h = from->paid_min / 60.0,
                                   .night = from->night};
}

static const char *shifts_of(const struct showing *s, int interval) {
  const char *text = "";
  for (int shift = 0; shift < s->problem->shift_count; shift++)
    if (s->problem->covers[shift * s->problem->interval_count + interval])
      text = arena_printf(s->arena, "%s%s%s", text, *text ? " " : "", s->problem->shifts[shift].code);
  return text;
}

static const char *need_of(const struct showing *s, const struct rota_window *window) {
  const char *text = "";
  for (int t = 0; t < 7 * s->problem->need_weeks; t++)
    text = arena_printf(s->arena, "%s%s%lld", text, t ? " " : "",
                        (long long)rota_need_milli(s->problem, window->interval, window->level, t));
  return text;
}

static const char *duty_of(const struct showing *s, const struct rota_window *window) {
  const char *text = "";
  for (int t = 0; t < 7 * s->of->rota->weeks; t++)
    text = arena_printf(s->arena, "%s%s%d", text, t ? " " : "",
                        rota_on_duty(s->problem, s->of->rota, window->interval, window->level, t));
  return text;
}

// The category of the lowest rank at the level.
static const char *category_of(const struct showing *s, int level) {
  const struct tables *tables = &s->notes->scenario->tables;
  int64_t wanted = s->of->base->year->frame->levels[level];
  for (size_t c = 0; c < row_count(tables, TABLE_CATEGORIES); c++)
    if (category_rows(tables)[c].level == wanted)
      return category_rows(tables)[c].category;
  return "";
}

static void note_window(const struct showing *s, const struct rota_window *window) {
  struct audit *notes = s->notes;
  struct rota_cover_told *told =
      arena_push(notes->arena, &notes->rota_covers, &notes->rota_cover_count, &notes->rota_cover_room, sizeof *told);
  *told = (struct rota_cover_told){.measure = s->of->measure,
                                   .year = s->of->year,
                                   .unit = (size_t)s->of->unit,
                                   .level = window->level,
                                   .category = category_of(s, window->level),
                                   .clock = clock_of(s, window->from_min, window->to_min),
                                   .shifts = shifts_of(s, window->interval),
                                   .need = need_of(s, window),
                                   .on_duty = duty_of(s, window)};
}

void rota_shown_add(struct audit *notes, const struct unit_rota *rota) {
  struct showing s = {notes, notes->arena, rota, &rota->base->problem};
  for (int shift = 0; shift < s.problem->shift_count; shift++)
    if (s.problem->shifts[shift].weekdays)
      note_shift(&s, shift);
  int count;
  const struct rota_window *windows = rota_windows(notes->arena, s.problem, &count);
  for (int w = 0; w < count; w++)
    note_window(&s, &windows[w]);
}
