// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/model_parts.h"
#include "solve/solution.h"

#include <math.h>

// Missing persons of the level, interval by interval.
static bool read_missing(const struct at_day *a, int level, double *persons) {
  const struct program *program = a->m->program;
  int at = 7 * a->t + a->d;
  bool any = false;
  for (int i = 0; i < a->m->model->intervals; i++)
    persons[i] = 0;
  for (int c = program->day_columns[at]; c < program->day_columns[at + 1]; c++) {
    const struct column_key *key = &program->columns[c].key;
    double value = a->m->plan->solution->values[c];
    if (key->kind != COLUMN_SHORT || key->level != level || value <= NOBODY)
      continue;
    any = true;
    for (int i = 0; i < a->m->model->intervals; i++)
      persons[i] += year_interval_leader(a->m->year, a->t, a->d, i) == key->interval ? value : 0;
  }
  return any;
}

static double missing_h(const struct at_day *a, int shift, const double *persons) {
  double hours = 0;
  for (int i = 0; i < a->m->model->intervals; i++)
    if (persons[i] > NOBODY && shift_covers(a->m->frame, &a->day->places[shift], i))
      hours += (double)(a->m->frame->intervals[i].to_min - a->m->frame->intervals[i].from_min) / 60;
  return hours;
}

static double take_missing(const struct at_day *a, int shift, double *persons) {
  double fewest = INFINITY;
  const struct shift_place *place = &a->day->places[shift];
  for (int i = 0; i < a->m->model->intervals; i++)
    if (persons[i] > NOBODY && shift_covers(a->m->frame, place, i))
      fewest = fmin(fewest, persons[i]);
  for (int i = 0; i < a->m->model->intervals; i++)
    if (shift_covers(a->m->frame, place, i))
      persons[i] = fmax(0, persons[i] - fewest);
  return fewest;
}

// The shift that would fill most hours by work; -1: none fills any.
static int shift_missed_most(const struct at_day *a, const double *persons) {
  const struct chance_model *model = a->m->model;
  int best = -1;
  double most_h = 0;
  for (int n = 0; n < model->shifts; n++) {
    int shift = model->order[n];
    double hours = a->day->places[shift].duty == DUTY_ACTIVE ? missing_h(a, shift, persons) : 0;
    if (hours > most_h + NOBODY) {
      best = shift;
      most_h = hours;
    }
  }
  return best;
}

void model_lay_on_shifts(const struct at_day *a, double *persons, double *on_shift) {
  for (int shift; (shift = shift_missed_most(a, persons)) >= 0;)
    on_shift[shift] += take_missing(a, shift, persons);
}

// The plan lacks persons interval by interval, but gaps are filled by whole shifts. What no shift covers cannot be
// filled, whatever the draw.
void model_lay_missing(const struct at_day *a, int level, double *persons) {
  if (!read_missing(a, level, persons))
    return;
  double *on_shift = arena_array(a->m->arena, (size_t)a->m->model->shifts, sizeof *on_shift);
  model_lay_on_shifts(a, persons, on_shift);
  for (int s = 0; s < a->m->model->shifts; s++)
    slot_at(a, s, level)->missing += on_shift[s];
}

// Persons whom the plan lacks only because people fall ill are present when nobody does.
void model_raise_cover(const struct at_day *a) {
  const struct chance_model *model = a->m->model;
  for (int s = 0; s < model->shifts; s++)
    for (int l = 0; l < model->levels; l++) {
      double more = slot_at(a, s, l)->missing - slot_at(a, s, l)->left_empty;
      for (int i = 0; i < model->intervals && more > NOBODY; i++)
        for (int lower = 0; lower <= l && shift_covers(a->m->frame, &a->day->places[s], i); lower++)
          a->day->cover[i * model->levels + lower] += more;
    }
}
