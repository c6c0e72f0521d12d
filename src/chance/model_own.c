// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/model_parts.h"

#include <math.h>

#include "need/replacement.h"

static double sick_on(const struct at_day *a, int g) {
  return group_presence(a->m->year, a->m->variant, g, a->date).sick;
}

// Heads of the group on the days of this kind within the year, which belong to one segment.
static double heads_on(const struct at_day *a, int g) {
  day_number first = year_first_of(a->m->year, a->t, a->d);
  return first == DAY_NONE ? 0 : a->m->model->group[g].heads[first - a->m->year->first_day];
}

static int first_interval(const struct at_day *a, int shift) {
  for (int i = 0; i < a->m->frame->interval_count; i++)
    if (shift_covers(a->m->frame, &a->day->places[shift], i))
      return i;
  return -1;
}

// Share of the gaps for which the plan finds somebody else.
static double replaced_of(const struct at_day *a, int shift, enum spell_kind kind) {
  const struct unit_year *year = a->m->year;
  enum variant variant = year->terms.replacement == REPLACED_OWN ? a->m->variant : REFERENCE;
  enum absence_cause cause = kind == SPELL_SHORT ? CAUSE_SICK_SHORT : CAUSE_SICK_LONG;
  int interval = first_interval(a, shift);
  if (interval < 0 || year->terms.replacement == REPLACED_ALL)
    return 1;
  return share(replaced_share(a->m->frame, year_tables(year, variant, a->date), cause, interval));
}

void model_make_replaced(struct at_day *a) {
  const struct chance_model *model = a->m->model;
  if (!row_count(a->tables, TABLE_REPLACEMENT))
    return;
  for (int k = 0; k < SPELL_KINDS; k++) {
    a->day->replaced[k] = arena_array(model->arena, (size_t)model->shifts, sizeof(double));
    for (int s = 0; s < model->shifts; s++)
      a->day->replaced[k][s] = replaced_of(a, s, (enum spell_kind)k);
  }
}

// Mean number of gaps per person rostered on the shift.
static double gaps_of_one(const struct at_day *a, int g, int shift) {
  day_number first = year_first_of(a->m->year, a->t, a->d);
  const struct spells *spells = a->m->model->group[g].spells;
  double gaps = 0;
  for (int k = 0; k < SPELL_KINDS && first != DAY_NONE; k++) {
    double replaced = a->day->replaced[k] ? a->day->replaced[k][shift] : 1;
    gaps += spells->share[k][first - a->m->year->first_day] * replaced;
  }
  const double *of_short = a->day->replaced[SPELL_SHORT];
  return gaps + group_presence(a->m->year, a->m->variant, g, a->date).child * (of_short ? of_short[shift] : 1);
}

double model_supplements_kr(const struct at_day *a, int g, int shift) {
  struct pay_terms terms = terms_of_group(a->m->year, a->m->variant, PAY_OWN, g, a->date);
  return model_price_kr(a->tables, &terms, &a->day->places[shift].span);
}

static int place_in_order(const struct chance_model *model, int shift) {
  int n = 0;
  while (model->order[n] != shift)
    n++;
  return n;
}

void model_add_own(struct at_day *a, const struct program_column *column, double persons) {
  const struct chance_model *model = a->m->model;
  int g = column->key.who, s = column->key.shift;
  double rostered = persons / fmax(1 - sick_on(a, g), NOBODY), heads = heads_on(a, g);
  struct chance_slot *slot = slot_at(a, s, a->day->level[g]);
  slot->called += rostered * gaps_of_one(a, g, s);
  if (heads > NOBODY)
    a->day->on_duty[g * model->shifts + place_in_order(model, s)] += rostered / heads;
  if (!a->day->saved_kr)
    return;
  double kr = model_supplements_kr(a, g, s);
  a->day->saved_kr[g * model->shifts + s] = kr;
  a->m->model->healthy_kr += (rostered - persons) * kr * a->m->year->types[a->t].in_year[a->d];
}

// Makes the chances of shifts cumulative; the remainder is a day off.
void model_close_own(struct at_day *a, int g) {
  const struct chance_model *model = a->m->model;
  double *on_duty = &a->day->on_duty[g * model->shifts], sum = 0;
  for (int n = 0; n < model->shifts; n++)
    on_duty[n] = sum = fmin(1, sum + on_duty[n]);
  struct presence presence = group_presence(a->m->year, a->m->variant, g, a->date);
  double there = (presence.annual ? 1 : 1 - presence.holiday) * (1 - presence.off);
  a->day->free[g] = fmax(0, there - sum);
}
