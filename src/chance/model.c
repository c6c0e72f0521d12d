// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/model.h"

#include <math.h>
#include <stdlib.h>

#include "need/replacement.h"
#include "need/terms.h"
#include "need/weekend.h"
#include "program/builder.h"
#include "scenario/fill_order.h"
#include "scenario/shared.h"

static const double NOBODY = 1e-9; // persons below this are the solver's rounding

struct making {
  struct arena *arena;
  struct chance_model *model;
  const struct plan *plan;
  const struct program *program;
  const struct unit_year *year;
  const struct frame *frame;
  const struct settings_row *settings;
  enum variant variant;
};

static double share(int64_t share_e8) { return (double)share_e8 / (double)ONE_E8; }

static double price_kr(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span) {
  struct ledger price = pay_of_span(tables, terms, span);
  return kr_from_ore(ledger_sum(&price));
}

static const struct source_row *source_of_people(const struct making *m, enum source_kind kind, int g, day_number day) {
  struct builder ask = {.frame = m->frame, .year = m->year, .variant = m->variant};
  return source_for_group(&ask, kind, g, day);
}

// ---------------------------------------------------------------- groups

static uint64_t group_name(const struct making *m, int g) {
  const struct tables *tables = &m->frame->scenario->tables;
  const struct group_row *group = &group_rows(tables)[m->frame->groups[g]];
  return chance_name_text(chance_name_text(1, unit_rows(tables)[group->unit].unit), group->group);
}

static void count_heads(const struct making *m, int g) {
  struct chance_group *group = &m->model->group[g];
  double most = 0, *moved = arena_array(m->arena, (size_t)m->year->segment_count, sizeof *moved);
  for (int k = 0; k < m->year->segment_count; k++)
    moved[k] = plan_heads_moved(m->plan, g, k);
  group->heads = arena_array(m->arena, (size_t)m->model->days, sizeof(double));
  for (int d = 0; d < m->model->days; d++) {
    day_number day = m->year->first_day + d;
    double given = (double)group_on(m->year, m->variant, g, day)->heads_milli / MILLI;
    group->heads[d] = fmax(0, given + moved[year_segment_of(m->year, day)]);
    most = fmax(most, group->heads[d]);
    m->model->heads_mean += group->heads[d] / m->model->days;
  }
  group->heads_most = (int)ceil(most - NOBODY);
}

static void make_spells(const struct making *m, int g) {
  int days = m->model->days;
  double *away = arena_array(m->arena, (size_t)days, sizeof *away);
  for (int d = 0; d < days; d++)
    away[d] = group_presence(m->year, m->variant, g, m->year->first_day + d).sick;
  const struct tables *tables = year_tables(m->year, m->variant, m->year->first_day);
  struct spell_terms terms = {
      .mean_days = {fmax(1, (double)m->settings->short_spell_days), fmax(1, (double)m->settings->long_spell_days)},
      .refunded = (double)rate_on(tables, RATE_SICK_REFUNDED, NULL, price_day_of(tables, m->year->first_day)) / 1e8};
  m->model->group[g].spells = spells_make(m->arena, away, days, &terms);
}

// What the plan's year has back of sick pay, with all that follows from it: positions as priced, less the same without
// anybody ill.
static double refund_of_run(const struct making *m, int g, const struct position_run *run) {
  int64_t sick = run->per_head.ore[LEDGER_SICK_PAY], pay = sick + run->per_head.ore[LEDGER_BASE_PAY];
  if (!sick || pay <= 0)
    return 0;
  const struct tables *tables = year_tables(m->year, m->variant, run->first_day);
  struct payee payee = payee_of_group(group_on(m->year, m->variant, g, run->first_day));
  int64_t sick_e8 = fixed_divide((int128)sick * ONE_E8, pay);
  struct ledger ill = pay_of_position(tables, &payee, run->first_day, run->last_day, sick_e8);
  struct ledger well = pay_of_position(tables, &payee, run->first_day, run->last_day, 0);
  return kr_from_ore(ledger_sum(&well) - ledger_sum(&ill));
}

static void find_refund(const struct making *m, int g) {
  int count;
  struct chance_group *group = &m->model->group[g];
  struct position_run *runs = position_runs(m->arena, m->year, m->variant, g, &count);
  for (int i = 0; i < count; i++)
    group->refund_kr += refund_of_run(m, g, &runs[i]) * group->heads[runs[i].first_day - m->year->first_day];
}

static double rate_h(const struct tables *tables, enum rate_id rate, day_number day) {
  return (double)rate_on(tables, rate, NULL, day) / 1e6;
}

// What the law and the contract leave a head, on the first day of the year.
static void find_room(const struct making *m, int g) {
  day_number day = m->year->first_day;
  struct chance_group *group = &m->model->group[g];
  const struct tables *tables = year_tables(m->year, m->variant, day);
  const struct group_row *row = group_on(m->year, m->variant, g, day);
  const struct source_row *extra = source_of_people(m, SOURCE_EXTRA, g, day),
                          *overtime = source_of_people(m, SOURCE_OVERTIME, g, day);
  double full_h = (double)group_full_time(tables, row) / 60;
  group->extra_willing = extra ? share(extra->room_e8) : 0;
  group->overtime_willing = overtime ? share(overtime->room_e8) : 0;
  group->extra_week_h = full_h * (1 - share(row->position_e8));
  group->overtime_week_h =
      fmin(rate_h(tables, RATE_OVERTIME_WEEK, day), fmax(0, week_total_most_h(tables, row, day) - full_h));
  group->overtime_four_weeks_h = rate_h(tables, RATE_OVERTIME_FOUR_WEEKS, day);
  group->overtime_year_h = rate_h(tables, RATE_OVERTIME_YEAR, day);
}

// ---------------------------------------------------------------- one kind of day: own people

struct at_day {
  const struct making *m;
  struct chance_day *day;
  int t, d;
  day_number date;
  const struct tables *tables;
};

static bool is_shift(const struct program_column *column) {
  int kind = column->key.kind;
  return kind == COLUMN_OWN || kind == COLUMN_EXTRA || kind == COLUMN_OVERTIME || kind == COLUMN_HIRED;
}

static struct chance_slot *slot_at(const struct at_day *a, int shift, int level) {
  return &a->day->slots[shift * a->m->model->levels + level];
}

static double sick_on(const struct at_day *a, int g) {
  return group_presence(a->m->year, a->m->variant, g, a->date).sick;
}

// Heads of the group on the days of this kind that lie in the year: they are of one segment.
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

// Share of the gaps that somebody else is found for, as the plan has it.
static double replaced_of(const struct at_day *a, int shift, enum spell_kind kind) {
  const struct unit_year *year = a->m->year;
  enum variant variant = year->terms.replacement == REPLACED_OWN ? a->m->variant : REFERENCE;
  enum absence_cause cause = kind == SPELL_SHORT ? CAUSE_SICK_SHORT : CAUSE_SICK_LONG;
  int interval = first_interval(a, shift);
  if (interval < 0 || year->terms.replacement == REPLACED_ALL)
    return 1;
  return share(replaced_share(a->m->frame, year_tables(year, variant, a->date), cause, interval));
}

static void make_replaced(struct at_day *a) {
  const struct chance_model *model = a->m->model;
  if (!row_count(a->tables, TABLE_REPLACEMENT))
    return;
  for (int k = 0; k < SPELL_KINDS; k++) {
    a->day->replaced[k] = arena_array(model->arena, (size_t)model->shifts, sizeof(double));
    for (int s = 0; s < model->shifts; s++)
      a->day->replaced[k][s] = replaced_of(a, s, (enum spell_kind)k);
  }
}

// Mean gaps of one person rostered on the shift.
static double gaps_of_one(const struct at_day *a, int g, int shift) {
  day_number first = year_first_of(a->m->year, a->t, a->d);
  const struct spells *spells = a->m->model->group[g].spells;
  double gaps = 0;
  for (int k = 0; k < SPELL_KINDS && first != DAY_NONE; k++) {
    double replaced = a->day->replaced[k] ? a->day->replaced[k][shift] : 1;
    gaps += spells->share[k][first - a->m->year->first_day] * replaced;
  }
  return gaps;
}

static double supplements_kr(const struct at_day *a, int g, int shift) {
  struct pay_terms terms = terms_of_group(a->m->year, a->m->variant, PAY_OWN, g, a->date);
  return price_kr(a->tables, &terms, &a->day->places[shift].span);
}

static int place_in_order(const struct chance_model *model, int shift) {
  int n = 0;
  while (model->order[n] != shift)
    n++;
  return n;
}

static void add_own(struct at_day *a, const struct program_column *column, double persons) {
  const struct chance_model *model = a->m->model;
  int g = column->key.who, s = column->key.shift;
  double rostered = persons / fmax(1 - sick_on(a, g), NOBODY), heads = heads_on(a, g);
  struct chance_slot *slot = slot_at(a, s, a->day->level[g]);
  slot->called += rostered * gaps_of_one(a, g, s);
  if (heads > NOBODY)
    a->day->on_duty[g * model->shifts + place_in_order(model, s)] += rostered / heads;
  if (!a->day->saved_kr)
    return;
  double kr = supplements_kr(a, g, s);
  a->day->saved_kr[g * model->shifts + s] = kr;
  a->m->model->healthy_kr += (rostered - persons) * kr * a->m->year->types[a->t].in_year[a->d];
}

// Chances of shifts become those of this shift or one before it; what is left of a day is off.
static void close_own(struct at_day *a, int g) {
  const struct chance_model *model = a->m->model;
  double *on_duty = &a->day->on_duty[g * model->shifts], sum = 0;
  for (int n = 0; n < model->shifts; n++)
    on_duty[n] = sum = fmin(1, sum + on_duty[n]);
  struct presence presence = group_presence(a->m->year, a->m->variant, g, a->date);
  double there = (presence.annual ? 1 : 1 - presence.holiday) * (1 - presence.off);
  a->day->free[g] = fmax(0, there - sum);
}

// ---------------------------------------------------------------- one kind of day: others

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

static bool is_weekend_day(day_number day) {
  return weekday_of(day) >= SATURDAY || (need_days_of(day) & DAYSET_HOLIDAY);
}

static struct filler filler_of(const struct at_day *a, const struct source_row *source, enum filler_kind kind, int who,
                               uint64_t name) {
  bool weekend = is_weekend_day(a->date);
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
    const struct source_row *source = source_of_people(m, kinds[k].source, g, a->date);
    bool never = kinds[k].kind == FILL_OVERTIME && a->day->places[shift].duty != DUTY_ACTIVE;
    bool spare = kinds[k].kind == FILL_OVERTIME || m->model->group[g].extra_week_h > 0;
    if (!source || never || !spare || rank_of(m, kinds[k].source) < 0)
      continue;
    struct filler filler = filler_of(a, source, kinds[k].kind, g, m->model->group[g].name);
    struct pay_terms terms = terms_of_group(m->year, m->variant, kinds[k].form, g, a->date);
    filler.kr = price_kr(a->tables, &terms, &a->day->places[shift].span);
    push_filler(a, slot, room, filler);
  }
}

static void add_idle(const struct at_day *a, struct chance_slot *slot, size_t *room, int g, int shift) {
  const struct chance_model *model = a->m->model;
  bool weekend = is_weekend_duty(a->m->frame, weekday_of(a->date), &a->day->places[shift]) || is_weekend_day(a->date);
  if (weekend || model->idle_h[a->t * model->groups + g] < NOBODY || a->day->places[shift].duty != DUTY_ACTIVE)
    return;
  push_filler(a, slot, room,
              (struct filler){.kind = FILL_IDLE,
                              .who = g,
                              .kr = supplements_kr(a, g, shift),
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
  filler.kr = price_kr(a->tables, &terms, &a->day->places[shift].span);
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

// What a gap costs that nobody fills: the dearest who might have; where nobody of the level is on offer, overtime of
// its own people.
static double empty_price(const struct at_day *a, const struct chance_slot *slot, int shift, int level) {
  double kr = 0;
  for (int f = 0; f < slot->filler_count; f++)
    if (slot->fillers[f].kind != FILL_IDLE)
      kr = fmax(kr, slot->fillers[f].kr);
  for (int g = 0; kr <= 0 && g < a->m->model->groups; g++)
    if (a->day->level[g] == level) {
      struct pay_terms terms = terms_of_group(a->m->year, a->m->variant, PAY_OVERTIME, g, a->date);
      kr = price_kr(a->tables, &terms, &a->day->places[shift].span);
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

static void add_other(struct at_day *a, const struct program_column *column, double persons) {
  struct pay_terms terms = terms_of_column(a, &column->key);
  struct chance_slot *slot = slot_at(a, column->key.shift, category_level(a->m->frame, a->tables, terms.category));
  slot->booked_kr += persons * price_kr(a->tables, &terms, &a->day->places[column->key.shift].span); // a sum, for now
  slot->wanted += persons;
}

// ---------------------------------------------------------------- one kind of day, closed

static const enum hours_kind hours_of_filler[FILLER_KINDS] = {[FILL_IDLE] = HOURS_IDLE,
                                                              [FILL_EXTRA] = HOURS_EXTRA,
                                                              [FILL_SUBSTITUTE] = HOURS_SUBSTITUTE,
                                                              [FILL_OVERTIME] = HOURS_OVERTIME,
                                                              [FILL_AGENCY] = HOURS_AGENCY};

// Hours and kroner of what is booked of one column, and what it takes of the source's week.
static void book_column(struct at_day *a, const struct program_column *column, double persons) {
  struct chance_model *model = a->m->model;
  const struct week_type *week = &a->m->year->types[a->t];
  struct pay_terms terms = terms_of_column(a, &column->key);
  int level = category_level(a->m->frame, a->tables, terms.category), shift = column->key.shift;
  struct chance_slot *slot = slot_at(a, shift, level);
  double part = slot->booked > 0 ? slot->booked / slot->wanted : 0;
  double hours = part * persons * (double)a->day->places[shift].paid_min / 60;
  enum filler_kind kind = kind_of_column(a, &column->key);
  double kr = part * persons * price_kr(a->tables, &terms, &a->day->places[shift].span);
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

static void order_bookings(struct at_day *a) {
  for (int i = 0; i < a->m->model->shifts * a->m->model->levels; i++) {
    struct chance_slot *slot = &a->day->slots[i];
    if (slot->booking_count)
      qsort(slot->bookings, (size_t)slot->booking_count, sizeof *slot->bookings, by_filler);
    a->day->any_fail |= slot->bookings_fail && slot->booked > NOBODY;
  }
}

static void close_slot(struct at_day *a, struct chance_slot *slot, int shift, int level) {
  struct chance_model *model = a->m->model;
  int in_year = a->m->year->types[a->t].in_year[a->d];
  if (slot->called <= NOBODY && slot->wanted <= NOBODY && slot->missing <= NOBODY)
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

// ---------------------------------------------------------------- one kind of day: nobody

// Persons of the level missing, interval by interval.
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

// The shift at work that would fill most hours; -1: none fills any.
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

// The plan lacks persons by the moment, and shifts are what is filled. What no shift covers nobody could fill, whatever
// falls to chance.
static void lay_missing(const struct at_day *a, int level, double *persons) {
  if (!read_missing(a, level, persons))
    return;
  for (int shift; (shift = shift_missed_most(a, persons)) >= 0;)
    slot_at(a, shift, level)->missing += take_missing(a, shift, persons);
}

// Whoever the plan lacks only as people fall ill is there while nobody does.
static void raise_cover(const struct at_day *a) {
  const struct chance_model *model = a->m->model;
  for (int s = 0; s < model->shifts; s++)
    for (int l = 0; l < model->levels; l++) {
      double more = slot_at(a, s, l)->missing - slot_at(a, s, l)->left_empty;
      for (int i = 0; i < model->intervals && more > NOBODY; i++)
        for (int lower = 0; lower <= l && shift_covers(a->m->frame, &a->day->places[s], i); lower++)
          a->day->cover[i * model->levels + lower] += more;
    }
}

typedef void on_column(struct at_day *a, const struct program_column *column, double persons);

static void each_column(struct at_day *a, bool own, on_column *act) {
  const struct program *program = a->m->program;
  int at = 7 * a->t + a->d;
  for (int c = program->day_columns[at]; c < program->day_columns[at + 1]; c++) {
    const struct program_column *column = &program->columns[c];
    double persons = a->m->plan->solution->values[c];
    if (is_shift(column) && persons > NOBODY && (column->key.kind == COLUMN_OWN) == own)
      act(a, column, persons);
  }
}

static void begin_day(struct at_day *a) {
  const struct chance_model *model = a->m->model;
  size_t cells = (size_t)(model->groups * model->shifts);
  a->day->used = true;
  a->day->type = a->t;
  a->day->places = year_place(a->m->year, a->m->variant, a->t, a->d, 0);
  a->day->on_duty = arena_array(model->arena, cells, sizeof(double));
  a->day->free = arena_array(model->arena, (size_t)model->groups, sizeof(double));
  a->day->level = arena_array(model->arena, (size_t)model->groups, sizeof(int));
  a->day->slots = arena_array(model->arena, (size_t)(model->shifts * model->levels), sizeof *a->day->slots);
  a->day->cover = arena_array(model->arena, (size_t)(model->intervals * model->levels), sizeof(double));
  if (!a->m->settings->sick_supplements)
    a->day->saved_kr = arena_array(model->arena, cells, sizeof(double));
  for (int g = 0; g < model->groups; g++) {
    int64_t category = group_on(a->m->year, a->m->variant, g, a->date)->category;
    a->day->level[g] = category_level(a->m->frame, a->tables, category);
  }
  make_replaced(a);
}

static void make_day(const struct making *m, int t, int d) {
  struct chance_model *model = m->model;
  struct at_day a = {.m = m, .day = &model->day[7 * t + d], .t = t, .d = d, .date = m->year->types[t].monday + d};
  a.tables = year_tables(m->year, m->variant, a.date);
  if (!m->year->types[t].in_year[d])
    return;
  begin_day(&a);
  each_column(&a, true, add_own);
  for (int g = 0; g < model->groups; g++)
    close_own(&a, g);
  each_column(&a, false, add_other);
  double *persons = arena_array(m->arena, (size_t)model->intervals, sizeof *persons);
  for (int l = 0; l < model->levels; l++)
    lay_missing(&a, l, persons);
  for (int s = 0; s < model->shifts; s++)
    for (int l = 0; l < model->levels; l++)
      close_slot(&a, slot_at(&a, s, l), s, l);
  each_column(&a, false, book_column);
  order_bookings(&a);
  plan_persons_on_day(m->plan, a.date, a.day->cover);
  raise_cover(&a);
}

// ---------------------------------------------------------------- weeks

static void find_idle(const struct making *m) {
  const struct program *program = m->program;
  for (size_t r = 0; r < program->row_count; r++) {
    const struct program_row *row = &program->rows[r];
    if (row->key.kind == ROW_CONTRACT && isfinite(row->upper))
      m->model->idle_h[row->key.type * m->model->groups + row->key.who] =
          fmax(0, row->upper - m->plan->solution->row_values[r]);
  }
}

static void find_offers(const struct making *m) {
  const struct unit_year *year = m->year;
  for (int t = 0; t < year->type_count; t++)
    for (int r = 0; r < m->model->sources; r++) {
      day_number day = year->types[t].monday;
      const struct source_row *source = &source_rows(year_tables(year, m->variant, day))[m->frame->sources[r]];
      double *left = &m->model->source_left_h[t * m->model->sources + r];
      *left = source->hours_milli_per_week == NOT_GIVEN ? INFINITY : (double)source->hours_milli_per_week / MILLI;
    }
}

static void name_all(const struct making *m) {
  struct chance_model *model = m->model;
  const struct tables *tables = &m->frame->scenario->tables;
  model->unit_name = chance_name_text(3, unit_rows(tables)[m->frame->unit].unit);
  model->shift_name = arena_array(m->arena, (size_t)model->shifts, sizeof *model->shift_name);
  for (int s = 0; s < model->shifts; s++) {
    const struct shift_row *shift = &shift_rows(tables)[m->frame->shifts[s]];
    model->shift_name[s] = chance_name_text(chance_name_text(4, unit_rows(tables)[shift->unit].unit), shift->shift);
  }
}

static bool shift_before(const struct making *m, int a, int b) {
  const struct tables *tables = &m->frame->scenario->tables;
  const struct shift_row *left = &shift_rows(tables)[m->frame->shifts[a]],
                         *right = &shift_rows(tables)[m->frame->shifts[b]];
  if (left->start_min != right->start_min)
    return left->start_min < right->start_min;
  if (left->end_min != right->end_min)
    return left->end_min < right->end_min;
  return m->model->shift_name[a] < m->model->shift_name[b];
}

static void order_shifts(const struct making *m) {
  struct chance_model *model = m->model;
  model->order = arena_array(m->arena, (size_t)model->shifts, sizeof *model->order);
  for (int s = 0; s < model->shifts; s++) {
    int n = s;
    for (; n > 0 && shift_before(m, s, model->order[n - 1]); n--)
      model->order[n] = model->order[n - 1];
    model->order[n] = s;
  }
}

static void lay_out_days(const struct making *m) {
  struct chance_model *model = m->model;
  const struct unit_year *year = m->year;
  for (int d = 0; d < model->days; d++) {
    day_number day = year->first_day + d;
    model->day_of[d] = 7 * year_type_of(year, day) + (int)weekday_of(day);
    model->week_of[d] = (day - year->first_monday) / DAYS_PER_WEEK;
    model->weekend[d] = is_weekend_day(day);
  }
}

static struct chance_model *model_new(struct arena *arena, const struct plan *plan) {
  const struct unit_year *year = plan->program->year;
  const struct frame *frame = year->frame;
  struct chance_model *model = arena_alloc(arena, sizeof *model);
  *model = (struct chance_model){.arena = arena,
                                 .plan = plan,
                                 .days = year->day_count,
                                 .weeks = year->week_count,
                                 .groups = frame->group_count,
                                 .shifts = frame->shift_count,
                                 .levels = frame->level_count,
                                 .sources = frame->source_count,
                                 .intervals = frame->interval_count,
                                 .short_notice_days = (int)settings_of(&frame->scenario->tables)->short_notice_days};
  size_t days = (size_t)model->days, types = (size_t)year->type_count;
  model->group = arena_array(arena, (size_t)model->groups, sizeof *model->group);
  model->day = arena_array(arena, 7 * types, sizeof *model->day);
  model->day_of = arena_array(arena, days, sizeof(int));
  model->week_of = arena_array(arena, days, sizeof(int));
  model->weekend = arena_array(arena, days, sizeof(bool));
  model->norm = arena_array(arena, days, sizeof *model->norm);
  model->source_left_h = arena_array(arena, types * (size_t)model->sources, sizeof(double));
  model->idle_h = arena_array(arena, types * (size_t)model->groups, sizeof(double));
  model->extra_booked_h = arena_array(arena, types * (size_t)model->groups, sizeof(double));
  model->overtime_booked_h = arena_array(arena, types * (size_t)model->groups, sizeof(double));
  model->planned_below = arena_array(arena, days, sizeof(bool));
  model->has_norm = frame->norm_count;
  return model;
}

bool chance_is_below(const struct chance_model *model, int d, const double *cover) {
  for (int c = 0; c < model->intervals * model->levels; c++)
    if (cover[c] < model->norm[d][c] - 1e-6)
      return true;
  return false;
}

static void find_norm(const struct making *m, const struct timeline *const timelines[VARIANTS]) {
  struct chance_model *model = m->model;
  size_t cells = (size_t)(model->intervals * model->levels);
  int64_t *milli = arena_array(m->arena, cells, sizeof *milli);
  for (int d = 0; d < model->days && model->has_norm; d++) {
    highest_norm_on_day(m->frame, timelines, m->year->first_day + d, milli);
    model->norm[d] = arena_array(m->arena, cells, sizeof(double));
    for (size_t c = 0; c < cells; c++)
      model->norm[d][c] = (double)milli[c] / MILLI;
    model->planned_below[d] = chance_is_below(model, d, model->day[model->day_of[d]].cover);
  }
}

struct chance_model *chance_model_make(struct arena *arena, const struct plan *plan,
                                       const struct timeline *const timelines[VARIANTS]) {
  const struct unit_year *year = plan->program->year;
  struct making m = {.arena = arena,
                     .model = model_new(arena, plan),
                     .plan = plan,
                     .program = plan->program,
                     .year = year,
                     .frame = year->frame,
                     .settings = settings_of(&year->frame->scenario->tables),
                     .variant = plan->program->variant};
  name_all(&m);
  order_shifts(&m);
  lay_out_days(&m);
  find_idle(&m);
  find_offers(&m);
  for (int g = 0; g < m.model->groups; g++) {
    m.model->group[g].name = group_name(&m, g);
    count_heads(&m, g);
    make_spells(&m, g);
    find_refund(&m, g);
    find_room(&m, g);
  }
  for (int t = 0; t < year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++)
      make_day(&m, t, d);
  find_norm(&m, timelines);
  return m.model;
}
