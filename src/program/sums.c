// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/sums.h"

#include "need/group.h"
#include "need/weekend.h"

#include "need/positions.h"

static const int64_t WEIGHT_MOST = 1000000; // larger weights say no more than the heads themselves

static int64_t common_divisor(int64_t a, int64_t b) {
  while (b) {
    int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

typedef int64_t weight_maker(const struct group_row *type, int64_t common);

static int64_t one_head(const struct group_row *type, int64_t common) {
  (void)type, (void)common;
  return 1;
}
static int64_t contract_hours(const struct group_row *type, int64_t common) {
  (void)common;
  return type->position_e8;
}
// Weekends allowed out of `common`, a multiple of every k.
static int64_t weekends(const struct group_row *type, int64_t common) {
  if (weekends_by_year(type))
    return type->weekends_per_year_milli;
  return type->weekend_every_milli > 0 ? common / type->weekend_every_milli : 0;
}

struct summing {
  const struct merge *merge;
  struct head_sums *sums;
  int column_count; // whole columns
  int *group_of;    // [column_count]
};

static const struct group_row *type_of(const struct summing *s, int column) {
  const struct program *p = s->merge->program;
  return group_on(p->year, p->variant, s->group_of[column], p->year->first_day);
}

static bool in_class(const struct summing *s, int column, int class) {
  return class < 0 || s->merge->class_of[s->group_of[column]] == class;
}

// The least common multiple of the k of "every k-th weekend"; 0 where it is too large to be of use.
static int64_t common_weekends(const struct summing *s, int class) {
  int64_t common = 1;
  for (int c = 0; c < s->column_count; c++) {
    const struct group_row *type = type_of(s, c);
    if (!in_class(s, c, class) || weekends_by_year(type) || type->weekend_every_milli <= 0)
      continue;
    common = common / common_divisor(common, type->weekend_every_milli) * type->weekend_every_milli;
    if (common > WEIGHT_MOST)
      return 0;
  }
  return common;
}

// Weights of a class (-1: all types), divided by their greatest common divisor; a redundant sum is left out.
static void add_sum(struct summing *s, int class, weight_maker *weight, int64_t common) {
  int64_t divisor = 0, first = 0;
  bool differ = weight == one_head;
  int members = 0;
  for (int c = 0; c < s->column_count; c++) {
    if (!in_class(s, c, class))
      continue;
    int64_t w = weight(type_of(s, c), common);
    divisor = common_divisor(w, divisor);
    first = members++ ? first : w;
    differ |= w != first;
  }
  if (members < 2 || !differ || !divisor)
    return;
  double *weights = &s->sums->weights[s->sums->count++ * s->column_count];
  for (int c = 0; c < s->column_count; c++)
    if (in_class(s, c, class))
      weights[c] = (double)(weight(type_of(s, c), common) / divisor);
}

struct head_sums *head_sums_of(struct arena *arena, const struct merge *merge, const struct program *p) {
  struct head_sums *sums = arena_alloc(arena, sizeof *sums);
  struct summing s = {.merge = merge, .sums = sums, .group_of = arena_array(arena, p->column_count, sizeof(int))};
  for (size_t c = 0; c < p->column_count; c++)
    if (p->columns[c].whole)
      s.group_of[s.column_count++] = p->columns[c].key.who;
  sums->weights = arena_array(arena, (size_t)((3 * merge->class_count + 1) * s.column_count), sizeof(double));
  add_sum(&s, -1, one_head, 0);
  for (int class = 0; class < merge->class_count; class ++)
    add_sum(&s, class, one_head, 0);
  for (int class = 0; class < merge->class_count; class ++)
    add_sum(&s, class, weekends, common_weekends(&s, class));
  for (int class = 0; class < merge->class_count; class ++)
    add_sum(&s, class, contract_hours, 0);
  return sums;
}
