// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/model_parts.h"

#include <math.h>

#include "scenario/need_row.h"

static uint64_t window_name(const struct making *m, const struct need_row *row) {
  const struct tables *tables = &m->frame->scenario->tables;
  uint64_t name = chance_name_text(chance_name_text(6, unit_rows(tables)[row->unit].unit), row->window);
  return chance_name_text(name, category_rows(tables)[row->level].category);
}

// Rows of one window and level vary independently: their variances add up.
static struct chance_swing *swing_of(const struct making *m, const struct need_row *row, size_t *room) {
  struct chance_model *model = m->model;
  uint64_t name = window_name(m, row);
  for (size_t i = 0; i < model->swing_count; i++)
    if (model->swings[i].name == name)
      return &model->swings[i];
  struct chance_swing *swing = arena_push(m->arena, &model->swings, &model->swing_count, room, sizeof *swing);
  *swing =
      (struct chance_swing){.name = name, .level = category_level(m->frame, &m->frame->scenario->tables, row->level)};
  swing->variance = arena_array(m->arena, (size_t)model->days, sizeof *swing->variance);
  swing->most = arena_array(m->arena, (size_t)model->days, sizeof *swing->most);
  swing->on = arena_array(m->arena, (size_t)(7 * m->year->type_count * model->shifts), sizeof *swing->on);
  return swing;
}

static void find_days(const struct making *m, int n, size_t *room) {
  for (int d = 0; d < m->model->days; d++) {
    day_number day = m->year->first_day + d;
    const struct need_row *row = &need_rows(year_tables(m->year, m->variant, day))[m->frame->needs[n]];
    if (row->persons_sd_milli == NOT_GIVEN || row->persons_sd_milli <= 0 || !need_holds(row, day))
      continue;
    struct chance_swing *swing = swing_of(m, row, room);
    double sd = (double)row->persons_sd_milli / MILLI;
    swing->variance[d] += sd * sd;
    swing->most[d] += (int)(need_persons_milli(row) / MILLI);
  }
}

// By name, independent of the order of rows.
static void order_swings(const struct making *m) {
  struct chance_swing *swings = m->model->swings;
  for (size_t i = 1; i < m->model->swing_count; i++)
    for (size_t at = i; at > 0 && swings[at].name < swings[at - 1].name; at--) {
      struct chance_swing passing = swings[at];
      swings[at] = swings[at - 1];
      swings[at - 1] = passing;
    }
}

void model_find_swings(const struct making *m) {
  size_t room = 0;
  for (int n = 0; n < m->frame->need_count; n++)
    find_days(m, n, &room);
  order_swings(m);
}

// The stretch of the service day in which rows with that name need somebody.
static bool find_window(const struct at_day *a, const struct chance_swing *swing, double *persons) {
  const struct frame *frame = a->m->frame;
  bool any = false;
  for (int i = 0; i < a->m->model->intervals; i++)
    persons[i] = 0;
  for (int n = 0; n < frame->need_count; n++) {
    const struct need_row *row = &need_rows(a->tables)[frame->needs[n]];
    if (window_name(a->m, row) != swing->name || !need_persons_milli(row))
      continue;
    any = true;
    for (int i = 0; i < a->m->model->intervals; i++)
      if (window_covers(frame, row->unit, row->start_min, row->end_min, i))
        persons[i] = 1;
  }
  return any;
}

void model_place_swings(const struct at_day *a) {
  const struct chance_model *model = a->m->model;
  double *persons = arena_array(a->m->arena, (size_t)model->intervals, sizeof *persons);
  for (size_t w = 0; w < model->swing_count; w++) {
    const struct chance_swing *swing = &model->swings[w];
    double *on_shift = arena_array(a->m->arena, (size_t)model->shifts, sizeof *on_shift);
    if (find_window(a, swing, persons))
      model_lay_on_shifts(a, persons, on_shift);
    for (int s = 0; s < model->shifts; s++) {
      swing->on[(7 * a->t + a->d) * model->shifts + s] = on_shift[s] > NOBODY;
      slot_at(a, s, swing->level)->swings |= on_shift[s] > NOBODY;
    }
  }
}
