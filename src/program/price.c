// SPDX-License-Identifier: GPL-3.0-or-later
// The price of a shift, computed once for all days that are equal for pay: with the same tables in force, the same weekdays and
// holidays, no row of pay, rates or supplements that starts or ends between them, and, for own people, equally many
// colleagues off sick. Pay depends on a date only through its day and year, and a span has no other date (need/frame.h).
#include <assert.h>
#include <string.h>

#include "base/fixed.h"
#include "program/builder.h"

enum {
  DAY_BEFORE = 1,
  DAY_AFTER = 2,
  DAYS_SEEN = DAY_BEFORE + 1 + DAY_AFTER
}; // days around the service day that shifts can reach

struct pay_day { // what pay depends on in a service day
  const struct tables *tables;
  int year[DAYS_SEEN], period[DAYS_SEEN];
  dayset days[DAYS_SEEN];
  struct known_price **people; // [s groups + g]
  struct known_price **hired;  // [s sources + r]
};

struct known_price {
  struct known_price *next;
  enum pay_form form;
  int64_t sick_e8, child_e8;
  double kr;
};

struct prices {
  struct arena *arena;
  size_t count, room;
  struct pay_day *pay_days; // [count] all different
  int *pay_day_at;          // [7 t + d] 1 + index into them; 0: not computed yet
};

struct prices *prices_new(struct arena *arena, const struct unit_year *year) {
  struct prices *prices = arena_alloc(arena, sizeof *prices);
  prices->arena = arena;
  prices->pay_day_at = arena_array(arena, (size_t)(DAYS_PER_WEEK * year->type_count), sizeof *prices->pay_day_at);
  return prices;
}

static void see_day(struct pay_day *seen, const struct tables *tables, day_number day) {
  seen->tables = tables;
  for (int i = 0; i < DAYS_SEEN; i++) {
    day_number at = day - DAY_BEFORE + i;
    seen->year[i] = date_from_day(at).year;
    seen->period[i] = pay_period_of(tables, at);
    seen->days[i] = pay_days_of(at);
  }
}

static bool same_pay_day(const struct pay_day *x, const struct pay_day *y) {
  bool same = x->tables == y->tables;
  for (int i = 0; i < DAYS_SEEN && same; i++)
    same = x->year[i] == y->year[i] && x->period[i] == y->period[i] && x->days[i] == y->days[i];
  return same;
}

static void add_pay_day(const struct builder *b, const struct pay_day *seen) {
  struct prices *prices = b->prices;
  size_t shifts = (size_t)b->frame->shift_count;
  struct pay_day *made =
      arena_push(prices->arena, &prices->pay_days, &prices->count, &prices->room, sizeof *prices->pay_days);
  *made = *seen;
  made->people = arena_array(prices->arena, shifts * (size_t)b->frame->group_count, sizeof *made->people);
  made->hired = arena_array(prices->arena, shifts * (size_t)b->frame->source_count, sizeof *made->hired);
}

static const struct pay_day *pay_day_of(const struct builder *b, int t, int d) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7);
  struct prices *prices = b->prices;
  int *at = &prices->pay_day_at[DAYS_PER_WEEK * t + d];
  if (*at)
    return &prices->pay_days[*at - 1];
  struct pay_day seen;
  see_day(&seen, year_tables(b->year, b->variant, day_at(b, t, d)), day_at(b, t, d));
  size_t known = 0;
  while (known < prices->count && !same_pay_day(&prices->pay_days[known], &seen))
    known++;
  if (known == prices->count)
    add_pay_day(b, &seen);
  *at = (int)known + 1;
  return &prices->pay_days[known];
}

double price_of_shift(const struct builder *b, const struct pay_terms *terms, const struct column_key *key) {
  int t = key->type, d = key->day, s = key->shift;
  const struct pay_day *pay_day = pay_day_of(b, t, d);
  struct known_price **list = key->kind == COLUMN_HIRED ? &pay_day->hired[s * b->frame->source_count + key->who]
                                                        : &pay_day->people[s * b->frame->group_count + key->who];
  for (const struct known_price *known = *list; known; known = known->next)
    if (known->form == terms->form && known->sick_e8 == terms->sick_e8 && known->child_e8 == terms->child_e8)
      return known->kr;
  struct ledger price =
      pay_of_span(year_tables(b->year, b->variant, day_at(b, t, d)), terms, &place_at(b, t, d, s)->span);
  struct known_price *made = arena_alloc(b->prices->arena, sizeof *made);
  *made = (struct known_price){*list, terms->form, terms->sick_e8, terms->child_e8, kr_from_ore(ledger_sum(&price))};
  *list = made;
  return made->kr;
}
