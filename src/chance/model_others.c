// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/model_parts.h"

#include <math.h>
#include <stdlib.h>

#include "need/group.h"
#include "need/weekend.h"
#include "scenario/fill_order.h"
#include "scenario/rows_settings.h"
#include "scenario/shared.h"

static int rank_of(const struct making *m, enum source_kind kind) {
  const char *order = m->settings->fill_order;
  return fill_order_rank(order ? order : "extra substitute overtime agency", kind);
}

static void push_filler(const struct at_day *a, struct chance_slot *slot, size_t *room, struct filler filler) {
  size_t count = (size_t)slot->filler_count;
  *(struct filler *)arena_push(a->m->arena, &slot->fillers, &count, room, sizeof filler) = filler;
  slot->filler_count = (int)count;
}

static double chance_of(const struct source_row *source, bool weekend, bool at_short_notice) {
  int64_t yes = at_short_notice && source->yes_short_e8 != NOT_GIVEN ? source->yes_short_e8 : source->yes_e8;
  return share(yes) * (weekend ? share(source->yes_weekend_e8) : 1);
}

static struct filler filler_of(const struct at_day *a, const struct source_row *source, enum filler_kind kind, int who,
                               uint64_t name) {
  bool weekend = model_is_weekend_day(a->date);
  return (struct filler){.kind = kind,
                         .who = who,
                         .rank = 1 + rank_of(a->m, (enum source_kind)source->kind),
                         .yes = chance_of(source, weekend, false),
                         .yes_short = chance_of(source, weekend, true),
                         .name = chance_name_text(name, source->code)};
}

static void add_people(const struct at_day *a, struct chance_slot *slot, size_t *room, int g, int shift) {
  static const struct {
    enum source_kind source;
    enum filler_kind kind;
    enum pay_form form;
  } kinds[] = {{SOURCE_EXTRA, FILL_EXTRA, PAY_EXTRA}, {SOURCE_OVERTIME, FILL_OVERTIME, PAY_OVERTIME}};
  const struct making *m = a->m;
  for (int k = 0; k < 2; k++) {
    const struct source_row *source = model_source_of_people(m, kinds[k].source, g, a->date);
    bool never = kinds[k].kind == FILL_OVERTIME && a->day->places[shift].duty != DUTY_ACTIVE;
    bool spare = kinds[k].kind == FILL_OVERTIME || m->model->group[g].extra_week_h > 0;
    if (!source || never || !spare || rank_of(m, kinds[k].source) < 0)
      continue;
    struct filler filler = filler_of(a, source, kinds[k].kind, g, m->model->group[g].name);
    struct pay_terms terms = terms_of_group(m->year, m->variant, kinds[k].form, g, a->date);
    filler.kr = model_price_kr(a->tables, &terms, &a->day->places[shift].span);
    push_filler(a, slot, room, filler);
  }
}

static void add_idle(const struct at_day *a, struct chance_slot *slot, size_t *room, int g, int shift) {
  const struct chance_model *model = a->m->model;
  bool weekend =
      is_weekend_duty(a->m->frame, weekday_of(a->date), &a->day->places[shift]) || model_is_weekend_day(a->date);
  if (weekend || model->idle_h[a->t * model->groups + g] < NOBODY || a->day->places[shift].duty != DUTY_ACTIVE)
    return;
  push_filler(a, slot, room,
              (struct filler){.kind = FILL_IDLE,
                              .who = g,
                              .kr = model_supplements_kr(a, g, shift),
                              .yes = 1,
                              .yes_short = 1,
                              .name = model->group[g].name});
}

static void add_source(const struct at_day *a, struct chance_slot *slot, size_t *room, int r, int shift, int level) {
  const struct making *m = a->m;
  const struct source_row *source = &source_rows(a->tables)[m->frame->sources[r]];
  bool hired = source->kind == SOURCE_SUBSTITUTE || source->kind == SOURCE_AGENCY;
  if (!hired || m->frame->source_units[r] != shift_unit(m->frame, shift) || !source_open(a->tables, source, a->date) ||
      rank_of(m, (enum source_kind)source->kind) < 0)
    return;
  struct pay_terms terms = terms_of_source(a->tables, source, m->frame->source_units[r]);
  if (category_level(m->frame, a->tables, terms.category) < level)
    return;
  enum filler_kind kind = source->kind == SOURCE_AGENCY ? FILL_AGENCY : FILL_SUBSTITUTE;
  struct filler filler = filler_of(a, source, kind, r, 2);
  filler.kr = model_price_kr(a->tables, &terms, &a->day->places[shift].span);
  push_filler(a, slot, room, filler);
}

static int earlier(const void *left, const void *right) {
  const struct filler *a = left, *b = right;
  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;
  if (fabs(a->kr - b->kr) > 1e-9 * fabs(b->kr))
    return a->kr < b->kr ? -1 : 1;
  return a->name < b->name ? -1 : a->name > b->name;
}

// The price of a gap that nobody fills: that of the most expensive possible filler; if no source of the level is
// available, overtime of the level's own people.
static double empty_price(const struct at_day *a, const struct chance_slot *slot, int shift, int level) {
  double kr = 0;
  for (int f = 0; f < slot->filler_count; f++)
    if (slot->fillers[f].kind != FILL_IDLE)
      kr = fmax(kr, slot->fillers[f].kr);
  for (int g = 0; kr <= 0 && g < a->m->model->groups; g++)
    if (a->day->level[g] == level) {
      struct pay_terms terms = terms_of_group(a->m->year, a->m->variant, PAY_OVERTIME, g, a->date);
      kr = model_price_kr(a->tables, &terms, &a->day->places[shift].span);
    }
  return kr;
}

static void make_fillers(const struct at_day *a, struct chance_slot *slot, int shift, int level) {
  size_t room = 0;
  const struct making *m = a->m;
  for (int g = 0; g < m->model->groups; g++) {
    const struct group_row *group = group_on(m->year, m->variant, g, a->date);
    if (a->day->level[g] < level || !group_works_shift(m->frame, a->tables, group, shift, a->date))
      continue;
    add_people(a, slot, &room, g, shift);
    add_idle(a, slot, &room, g, shift);
  }
  for (int r = 0; r < m->model->sources; r++)
    add_source(a, slot, &room, r, shift, level);
  if (slot->filler_count)
    qsort(slot->fillers, (size_t)slot->filler_count, sizeof *slot->fillers, earlier);
  slot->empty_kr = empty_price(a, slot, shift, level);
}

static enum filler_kind kind_of_column(const struct at_day *a, const struct column_key *key) {
  if (key->kind == COLUMN_HIRED)
    return source_rows(a->tables)[a->m->frame->sources[key->who]].kind == SOURCE_AGENCY ? FILL_AGENCY : FILL_SUBSTITUTE;
  return key->kind == COLUMN_EXTRA ? FILL_EXTRA : FILL_OVERTIME;
}

static struct pay_terms terms_of_column(const struct at_day *a, const struct column_key *key) {
  const struct making *m = a->m;
  if (key->kind == COLUMN_HIRED)
    return terms_of_source(a->tables, &source_rows(a->tables)[m->frame->sources[key->who]],
                           m->frame->source_units[key->who]);
  return terms_of_group(m->year, m->variant, key->kind == COLUMN_EXTRA ? PAY_EXTRA : PAY_OVERTIME, key->who, a->date);
}

void model_add_other(struct at_day *a, const struct program_column *column, double persons) {
  struct pay_terms terms = terms_of_column(a, &column->key);
  struct chance_slot *slot = slot_at(a, column->key.shift, category_level(a->m->frame, a->tables, terms.category));
  slot->booked_kr +=
      persons * model_price_kr(a->tables, &terms, &a->day->places[column->key.shift].span); // a sum at this point
  slot->wanted += persons;
}

// ---------------------------------------------------------------- one kind of day, closed

static const enum hours_kind hours_of_filler[FILLER_KINDS] = {[FILL_IDLE] = HOURS_IDLE,
                                                              [FILL_EXTRA] = HOURS_EXTRA,
                                                              [FILL_SUBSTITUTE] = HOURS_SUBSTITUTE,
                                                              [FILL_OVERTIME] = HOURS_OVERTIME,
                                                              [FILL_AGENCY] = HOURS_AGENCY};

// Hours and kroner booked in one column, and the hours they use of the source's week.
void model_book_column(struct at_day *a, const struct program_column *column, double persons) {
  struct chance_model *model = a->m->model;
  const struct week_type *week = &a->m->year->types[a->t];
  struct pay_terms terms = terms_of_column(a, &column->key);
  int level = category_level(a->m->frame, a->tables, terms.category), shift = column->key.shift;
  struct chance_slot *slot = slot_at(a, shift, level);
  double part = slot->booked > 0 ? slot->booked / slot->wanted : 0;
  double hours = part * persons * (double)a->day->places[shift].paid_min / 60;
  enum filler_kind kind = kind_of_column(a, &column->key);
  double kr = part * persons * model_price_kr(a->tables, &terms, &a->day->places[shift].span);
  model->planned_h[hours_of_filler[kind]] += hours * week->in_year[a->d];
  model->planned_kr[hours_of_filler[kind]] += kr * week->in_year[a->d];
  if (kind == FILL_EXTRA)
    model->extra_booked_h[a->t * model->groups + column->key.who] += hours;
  else if (kind == FILL_OVERTIME)
    model->overtime_booked_h[a->t * model->groups + column->key.who] += hours;
  else {
    double *left = &model->source_left_h[a->t * model->sources + column->key.who];
    *left = fmax(0, *left - hours);
  }
  for (int f = 0; f < slot->filler_count; f++) {
    const struct filler *filler = &slot->fillers[f];
    if (filler->kind != kind || filler->who != column->key.who)
      continue;
    size_t count = (size_t)slot->booking_count, room = count;
    *(struct booking *)arena_push(model->arena, &slot->bookings, &count, &room, sizeof *slot->bookings) =
        (struct booking){f, persons / slot->wanted};
    slot->booking_count = (int)count;
    slot->bookings_fail |= filler->yes < 1;
  }
}

static int by_filler(const void *left, const void *right) {
  const struct booking *a = left, *b = right;
  return (a->filler > b->filler) - (a->filler < b->filler);
}

void model_order_bookings(struct at_day *a) {
  for (int i = 0; i < a->m->model->shifts * a->m->model->levels; i++) {
    struct chance_slot *slot = &a->day->slots[i];
    if (slot->booking_count)
      qsort(slot->bookings, (size_t)slot->booking_count, sizeof *slot->bookings, by_filler);
    a->day->any_fail |= slot->bookings_fail && slot->booked > NOBODY;
  }
}

void model_close_slot(struct at_day *a, struct chance_slot *slot, int shift, int level) {
  struct chance_model *model = a->m->model;
  int in_year = a->m->year->types[a->t].in_year[a->d];
  if (slot->called <= NOBODY && slot->wanted <= NOBODY && slot->missing <= NOBODY && !slot->swings)
    return;
  make_fillers(a, slot, shift, level);
  model->variable_kr += slot->booked_kr * in_year;
  slot->booked_kr = slot->wanted > NOBODY ? slot->booked_kr / slot->wanted : 0;
  slot->beyond = slot->wanted + slot->missing - slot->called;
  slot->booked = fmin(fmax(0, slot->beyond), slot->wanted);
  slot->left_empty = fmax(0, slot->beyond) - slot->booked;
  model->constant_kr += (slot->booked - slot->wanted) * slot->booked_kr * in_year;
  model->empty_h += slot->left_empty * (double)a->day->places[shift].paid_min / 60 * in_year;
  model->empty_kr += (slot->left_empty - slot->missing) * slot->empty_kr * in_year;
}
