// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/life_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { GAPS_MOST = 255, SWING_MOST = 20 };

struct chance_life *chance_life_new(const struct chance_model *model) {
  struct arena *arena = arena_new();
  struct chance_life *life = arena_alloc(arena, sizeof *life);
  size_t days = (size_t)model->days, weeks = (size_t)model->weeks, slots = (size_t)(model->shifts * model->levels);
  life->arena = arena;
  life->stream = chance_stream_new();
  life->first_head = arena_array(arena, (size_t)model->groups, sizeof(int));
  for (int g = 0; g < model->groups; g++) {
    life->first_head[g] = life->heads;
    life->heads += model->group[g].heads_most;
  }
  size_t heads = (size_t)life->heads;
  for (int n = 0; n < 2; n++)
    life->gaps[n] = arena_array(arena, days * slots + sizeof(uint64_t), 1);
  life->swing = arena_array(arena, days * slots, sizeof(int16_t));
  life->swung = arena_array(arena, days, sizeof(bool));
  life->ill = arena_array(arena, heads * days, 1);
  life->willing = arena_array(arena, heads, sizeof(double));
  life->extra_h = arena_array(arena, heads * weeks, sizeof(float));
  life->overtime_h = arena_array(arena, heads * weeks, sizeof(float));
  life->overtime_year_h = arena_array(arena, heads, sizeof(float));
  life->source_left_h = arena_array(arena, weeks * (size_t)model->sources, sizeof(double));
  life->idle_left_h = arena_array(arena, weeks * (size_t)model->groups, sizeof(double));
  life->empty = arena_array(arena, slots, sizeof(int));
  life->cover = arena_array(arena, (size_t)(model->intervals * model->levels), sizeof(double));
  life->week_luck = arena_array(arena, DAYS_PER_WEEK, sizeof(double));
  return life;
}

void chance_life_free(struct chance_life *life) {
  if (!life)
    return;
  chance_stream_free(life->stream);
  arena_free(life->arena);
}

static void begin_weeks(const struct living *l) {
  const struct chance_model *model = l->model;
  for (int w = 0; w < model->weeks; w++) {
    int type = model->plan->program->year->type_of_week[w];
    memcpy(&l->life->source_left_h[w * model->sources], &model->source_left_h[type * model->sources],
           (size_t)model->sources * sizeof(double));
    memcpy(&l->life->idle_left_h[w * model->groups], &model->idle_h[type * model->groups],
           (size_t)model->groups * sizeof(double));
  }
}

static void begin(const struct living *l) {
  const struct chance_model *model = l->model;
  struct chance_life *life = l->life;
  size_t days = (size_t)model->days, heads = (size_t)life->heads, weeks = (size_t)model->weeks;
  for (int n = 0; n < 2; n++)
    memset(life->gaps[n], 0, days * l->slots);
  if (model->swing_count) {
    memset(life->swing, 0, days * l->slots * sizeof(int16_t));
    memset(life->swung, 0, days * sizeof(bool));
  }
  memset(life->ill, 0, heads * days);
  memset(life->extra_h, 0, heads * weeks * sizeof(float));
  memset(life->overtime_h, 0, heads * weeks * sizeof(float));
  memset(life->overtime_year_h, 0, heads * sizeof(float));
  begin_weeks(l);
}

// ---------------------------------------------------------------- who is ill

struct one_head {
  int g, h;
  uint64_t name;
  int week; // the week whose luck is drawn
};

// Is the head on a shift that day, and on which? Each week has its own stream, so the result for a day does not depend
// on which other days are examined.
static double duty_luck(const struct living *l, struct one_head *head, int d) {
  int week = l->model->week_of[d];
  if (head->week != week) {
    head->week = week;
    chance_begin(l->life->stream, chance_name(chance_name(head->name, CHANCE_DUTY), (uint64_t)week));
    for (int i = 0; i < DAYS_PER_WEEK; i++)
      l->life->week_luck[i] = chance_uniform(l->life->stream);
  }
  return l->life->week_luck[l->model->day_of[d] % DAYS_PER_WEEK];
}

// Rescales the rest of a random number, after a chance has been taken out of it, to 0 to 1.
static double luck_left(double luck, double below, double above) { return (luck - below) / (above - below); }

// The index of the shift in the order; -1: off. The rest of the random number is rescaled for further use.
static int shift_of_luck(const double *on_duty, int shifts, double weight, double *luck) {
  if (*luck >= on_duty[shifts - 1] * weight)
    return -1;
  int n = 0;
  while (*luck >= on_duty[n] * weight)
    n++;
  *luck = luck_left(*luck, n ? on_duty[n - 1] * weight : 0, on_duty[n] * weight);
  return n;
}

static void miss_shift(struct living *l, const struct one_head *head, const struct spell *spell, int d, double luck,
                       int shift) {
  const struct chance_model *model = l->model;
  const struct chance_day *day = &model->day[model->day_of[d]];
  if (day->saved_kr)
    l->year.beyond_kr -= day->saved_kr[head->g * model->shifts + shift];
  if (day->replaced[spell->kind] && luck >= day->replaced[spell->kind][shift])
    return;
  int since = d - spell->first + spell->age;
  enum notice notice = since < model->short_notice_days ? NOTICE_SHORT : NOTICE_KNOWN;
  uint8_t *gaps = &l->life->gaps[notice][(size_t)d * l->slots + (size_t)(shift * model->levels + day->level[head->g])];
  if (*gaps < GAPS_MOST)
    (*gaps)++;
}

// Days of the spell after the employer's period.
static double refunded_days(const struct spell *spell) {
  int free_from = spell->first + EMPLOYER_DAYS - spell->age;
  free_from = free_from > spell->first ? free_from : spell->first;
  return spell->last >= free_from ? spell->last - free_from + 1 : 0;
}

static void live_spell(struct living *l, struct one_head *head, const struct spell *spell) {
  const struct chance_model *model = l->model;
  const struct chance_group *group = &model->group[head->g];
  uint8_t *ill = &l->life->ill[(size_t)(l->life->first_head[head->g] + head->h) * (size_t)model->days];
  for (int d = spell->first; d <= spell->last; d++) {
    double weight = life_weight(group, head->h, d);
    bool known = ill[d]; // a parent who is already at home with a sick child
    ill[d] = 1;
    if (known || weight <= 0 || model->shifts == 0)
      continue;
    l->year.sick_days += weight;
    double luck = duty_luck(l, head, d);
    int n = shift_of_luck(&model->day[model->day_of[d]].on_duty[head->g * model->shifts], model->shifts, weight, &luck);
    if (n >= 0)
      miss_shift(l, head, spell, d, luck, model->order[n]);
  }
}

// Draws all spells before any of their days is examined, because the stream changes then.
enum { SPELLS_MOST = 200 };

static void live_parent(struct living *l, struct one_head *head) {
  const struct chance_group *group = &l->model->group[head->g];
  struct spell spells[CHILD_SPELLS_MOST];
  chance_begin(l->life->stream, chance_name(head->name, CHANCE_CHILDREN));
  if (chance_uniform(l->life->stream) >= group->parents)
    return;
  int count = child_spells_draw(group->child, l->life->stream, spells);
  for (int i = 0; i < count; i++)
    live_spell(l, head, &spells[i]);
}

static double live_head(struct living *l, struct one_head *head) {
  const struct chance_group *group = &l->model->group[head->g];
  struct spell spells[SPELLS_MOST];
  int count = 0, from = -1;
  double refunded = 0;
  chance_begin(l->life->stream, chance_name(head->name, CHANCE_SPELLS));
  l->life->willing[l->life->first_head[head->g] + head->h] = chance_uniform(l->life->stream);
  while (count < SPELLS_MOST && spells_next(group->spells, l->life->stream, from, &spells[count])) {
    from = spells[count].last + 2;
    count++;
  }
  for (int i = 0; i < count; i++) {
    live_spell(l, head, &spells[i]);
    refunded += refunded_days(&spells[i]) * life_weight(group, head->h, spells[i].first);
  }
  if (group->child)
    live_parent(l, head);
  return refunded;
}

// The year's refund follows the drawn days: the plan's refund corresponds to their mean.
static void live_group(struct living *l, int g) {
  const struct chance_group *group = &l->model->group[g];
  double refunded = 0, heads = 0;
  for (int h = 0; h < group->heads_most; h++) {
    struct one_head head = {.g = g, .h = h, .week = -1};
    head.name = chance_name(chance_name(l->name, group->name), (uint64_t)h);
    refunded += live_head(l, &head);
  }
  for (int d = 0; d < l->model->days; d++)
    heads += group->heads[d] / l->model->days;
  double expected = group->spells->refunded_days * heads;
  if (expected > 0)
    l->year.beyond_kr -= group->refund_kr * (refunded / expected - 1);
}

// ---------------------------------------------------------------- how many are wanted

static int drawn_swing(const struct living *l, const struct chance_swing *swing, int d) {
  struct chance_stream *stream = l->life->stream;
  chance_begin(stream, chance_name(chance_name(chance_name(l->name, swing->name), CHANCE_NEED), (uint64_t)d));
  int more = chance_poisson(stream, swing->variance[d] / 2), fewer = chance_poisson(stream, swing->variance[d] / 2);
  int most = swing->most[d] < SWING_MOST ? swing->most[d] : SWING_MOST;
  return more - fewer > most ? most : more - fewer < -most ? -most : more - fewer;
}

static void live_swing(const struct living *l, const struct chance_swing *swing, int d) {
  const struct chance_model *model = l->model;
  int persons = drawn_swing(l, swing, d);
  for (int s = 0; s < model->shifts && persons; s++)
    if (swing->on[model->day_of[d] * model->shifts + s]) {
      l->life->swing[(size_t)d * l->slots + (size_t)(s * model->levels + swing->level)] += (int16_t)persons;
      l->life->swung[d] = true;
    }
}

static void live_swings(const struct living *l) {
  for (size_t w = 0; w < l->model->swing_count; w++)
    for (int d = 0; d < l->model->days; d++)
      if (l->model->swings[w].variance[d] > 0)
        live_swing(l, &l->model->swings[w], d);
}

// Random rounding: 1.3 becomes one, and in three of ten cases two.
static int drawn_count(const struct living *l, double mean) {
  int whole = (int)mean;
  return whole + (chance_uniform(l->life->stream) < mean - whole);
}

static int filler_booked(const struct living *l, const struct chance_slot *slot) {
  double luck = chance_uniform(l->life->stream);
  int b = 0;
  while (b + 1 < slot->booking_count && luck >= slot->bookings[b].share)
    luck -= slot->bookings[b++].share;
  return slot->bookings[b].filler;
}

// Booked people who decline: somebody else is found, or nobody is.
static void fail_bookings(struct living *l, struct gap gap) {
  const struct chance_slot *slot = gap.slot;
  if (!slot->bookings_fail || slot->booked <= 0 || !slot->booking_count)
    return;
  gap.notice = NOTICE_KNOWN;
  for (int n = drawn_count(l, slot->booked); n > 0; n--) {
    gap.refused = filler_booked(l, slot);
    const struct filler *filler = &slot->fillers[gap.refused];
    if (chance_uniform(l->life->stream) < filler->yes)
      continue;
    life_book(l, filler->kind, -filler->kr, -gap.hours);
    life_fill(l, &gap);
  }
}

// Needed on that day only.
static void fill_swing(struct living *l, struct gap gap, int open, int *spare) {
  int there = open < *spare ? open : *spare;
  *spare -= there;
  gap.notice = NOTICE_SHORT;
  gap.more = true;
  for (int i = there; i < open; i++)
    life_fill(l, &gap);
}

static void fill_shift(struct living *l, struct gap gap) {
  const struct chance_model *model = l->model;
  uint64_t name = chance_name(chance_name(l->name, model->unit_name), (uint64_t)gap.d);
  int spare = 0;
  chance_begin(l->life->stream, chance_name(chance_name(name, CHANCE_OFFERS), model->shift_name[gap.shift]));
  gap.hours = (double)gap.day->places[gap.shift].paid_min / 60;
  gap.refused = -1;
  for (int level = model->levels - 1; level >= 0; level--) {
    int at = gap.shift * model->levels + level;
    gap.slot = &gap.day->slots[at];
    fail_bookings(l, gap);
    gap.refused = -1;
    if (gap.slot->beyond < 0)
      spare += drawn_count(l, -gap.slot->beyond);
    int swing = l->life->swing[(size_t)gap.d * l->slots + (size_t)at];
    spare += swing < 0 ? -swing : 0;
    for (int n = NOTICE_SHORT; n >= NOTICE_KNOWN; n--) {
      gap.notice = (enum notice)n;
      int open = l->life->gaps[n][(size_t)gap.d * l->slots + (size_t)at];
      int there = open < spare ? open : spare;
      spare -= there;
      for (int i = there; i < open; i++)
        life_fill(l, &gap);
    }
    if (swing > 0)
      fill_swing(l, gap, swing, &spare);
  }
}

// ---------------------------------------------------------------- the days

static bool any_gap(const struct living *l, int d, int shift) {
  size_t at = (size_t)d * l->slots + (size_t)(shift * l->model->levels);
  for (int level = 0; level < l->model->levels; level++)
    if (l->life->gaps[0][at + (size_t)level] | l->life->gaps[1][at + (size_t)level])
      return true;
  return false;
}

static bool is_quiet(const struct living *l, int d) {
  static const uint8_t none[64] = {0};
  for (size_t at = 0; at < l->slots; at += sizeof none) {
    size_t length = l->slots - at < sizeof none ? l->slots - at : sizeof none;
    if (memcmp(&l->life->gaps[0][(size_t)d * l->slots + at], none, length) ||
        memcmp(&l->life->gaps[1][(size_t)d * l->slots + at], none, length))
      return false;
  }
  return true;
}

static bool below_norm(const struct living *l, int d) {
  const struct chance_model *model = l->model;
  const struct chance_day *day = &model->day[model->day_of[d]];
  const struct frame *frame = model->plan->program->year->frame;
  memcpy(l->life->cover, day->cover, (size_t)(model->intervals * model->levels) * sizeof(double));
  for (int s = 0; s < model->shifts; s++)
    for (int level = 0; level < model->levels; level++) {
      int empty = l->life->empty[s * model->levels + level];
      for (int i = 0; empty && i < model->intervals; i++)
        for (int lower = 0; lower <= level && shift_covers(frame, &day->places[s], i); lower++)
          l->life->cover[i * model->levels + lower] -= empty;
    }
  return chance_is_below(model, d, l->life->cover);
}

static void live_day(struct living *l, int d) {
  const struct chance_model *model = l->model;
  const struct chance_day *day = &model->day[model->day_of[d]];
  bool swung = l->life->swung[d], quiet = is_quiet(l, d) && !day->any_fail && !swung;
  double empty_h = l->year.empty_h;
  for (int n = 0; n < model->shifts && !quiet; n++)
    if (day->any_fail || swung || any_gap(l, d, model->order[n]))
      fill_shift(l, (struct gap){.day = day, .d = d, .shift = model->order[n]});
  bool left_empty = l->year.empty_h > empty_h;
  if (model->has_norm)
    l->year.below_days += model->planned_below[d] || (left_empty && below_norm(l, d));
  if (left_empty)
    memset(l->life->empty, 0, l->slots * sizeof *l->life->empty);
}

static void begin_sums(struct living *l) {
  const double *hours = l->model->planned_h;
  l->year = (struct chance_year){.beyond_kr = l->model->constant_kr + l->model->healthy_kr,
                                 .empty_h = l->model->empty_h,
                                 .empty_kr = l->model->empty_kr,
                                 .overtime_h = hours[HOURS_OVERTIME],
                                 .agency_h = hours[HOURS_AGENCY],
                                 .extra_h = hours[HOURS_EXTRA],
                                 .substitute_h = hours[HOURS_SUBSTITUTE]};
}

// Prices every gap by the plan's mix, or by the first person asked; refunds if there are fewer gaps than the plan
// assumes. This is as in the model.
static void live_averages(struct living *l) {
  const struct chance_model *model = l->model;
  l->year.beyond_kr -= model->constant_kr;
  for (int d = 0; d < model->days; d++)
    for (size_t at = 0; at < l->slots; at++) {
      const struct chance_slot *slot = &model->day[model->day_of[d]].slots[at];
      if (slot->called <= 0)
        continue;
      double kr = slot->wanted > 0 ? slot->booked_kr : slot->filler_count ? slot->fillers[0].kr : slot->empty_kr;
      int gaps = l->life->gaps[0][(size_t)d * l->slots + at] + l->life->gaps[1][(size_t)d * l->slots + at];
      l->year.beyond_kr += (gaps - slot->called) * kr;
    }
}

struct chance_year chance_live(const struct chance_model *model, struct chance_life *life,
                               const struct chance_draw *draw) {
  struct living l = {.model = model, .life = life, .draw = draw, .slots = (size_t)(model->shifts * model->levels)};
  l.name = chance_name(chance_name(5, draw->seed), (uint64_t)draw->number);
  begin_sums(&l);
  begin(&l);
  for (int g = 0; g < model->groups; g++)
    live_group(&l, g);
  if (draw->averages) {
    live_averages(&l);
    return l.year;
  }
  live_swings(&l);
  for (int d = 0; d < model->days; d++)
    live_day(&l, d);
  return l.year;
}
