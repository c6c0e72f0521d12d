// SPDX-License-Identifier: GPL-3.0-or-later
// Who fills in when somebody is missing.
#include <math.h>

#include "chance/life_parts.h"

enum { FOUR_WEEKS = 4 };

double life_weight(const struct chance_group *group, int h, int d) {
  double weight = group->heads[d] - h;
  return weight > 1 ? 1 : weight > 0 ? weight : 0;
}

static double four_weeks_h(const float *hours, int week) {
  double sum = 0;
  for (int w = week; w > week - FOUR_WEEKS && w >= 0; w--)
    sum += (double)hours[w];
  return sum;
}

static bool has_room(const struct living *l, const struct filler *filler, const struct gap *gap, int head) {
  const struct chance_model *model = l->model;
  const struct chance_group *group = &model->group[filler->who];
  int week = model->week_of[gap->d], at = gap->day->type * model->groups + filler->who;
  bool extra = filler->kind == FILL_EXTRA;
  double willing = extra ? group->extra_willing : group->overtime_willing;
  double booked = (extra ? model->extra_booked_h : model->overtime_booked_h)[at];
  booked /= fmax(1e-9, group->heads[gap->d] * willing);
  if (extra)
    return four_weeks_h(&l->life->extra_h[head * model->weeks], week) + gap->hours <=
           FOUR_WEEKS * (group->extra_week_h - booked);
  const float *overtime = &l->life->overtime_h[head * model->weeks];
  return (double)overtime[week] + gap->hours <= group->overtime_week_h - booked &&
         four_weeks_h(overtime, week) + gap->hours <= group->overtime_four_weeks_h - FOUR_WEEKS * booked &&
         (double)l->life->overtime_year_h[head] + gap->hours <= group->overtime_year_h - model->weeks * booked;
}

static void work_more(const struct living *l, const struct filler *filler, const struct gap *gap, int head) {
  int week = l->model->week_of[gap->d];
  if (filler->kind == FILL_EXTRA) {
    l->life->extra_h[head * l->model->weeks + week] += (float)gap->hours;
  } else {
    l->life->overtime_h[head * l->model->weeks + week] += (float)gap->hours;
    l->life->overtime_year_h[head] += (float)gap->hours;
  }
}

static double yes_of(const struct filler *filler, enum notice notice) {
  return notice == NOTICE_SHORT ? filler->yes_short : filler->yes;
}

static bool people_come(struct living *l, const struct filler *filler, const struct gap *gap) {
  const struct chance_model *model = l->model;
  const struct chance_group *group = &model->group[filler->who];
  struct chance_stream *stream = l->life->stream;
  int heads = (int)ceil(group->heads[gap->d] - 1e-9);
  double willing = filler->kind == FILL_EXTRA ? group->extra_willing : group->overtime_willing;
  int first = heads ? (int)(chance_uniform(stream) * heads) : 0;
  for (int i = 0; i < heads; i++) {
    int h = (first + i) % heads, head = l->life->first_head[filler->who] + h;
    double weight = life_weight(group, h, gap->d);
    if (l->life->ill[(size_t)head * (size_t)model->days + (size_t)gap->d] || l->life->willing[head] >= willing ||
        !has_room(l, filler, gap, head) || chance_uniform(stream) >= weight * gap->day->free[filler->who])
      continue;
    l->year.asked += gap->notice == NOTICE_SHORT;
    if (chance_uniform(stream) >= yes_of(filler, gap->notice))
      continue;
    work_more(l, filler, gap, head);
    return true;
  }
  return false;
}

// From the week's hours: hired hours, or contract hours on no shift.
static bool hours_come(struct living *l, const struct filler *filler, const struct gap *gap, double *left_h) {
  if (*left_h < gap->hours ||
      (yes_of(filler, gap->notice) < 1 && chance_uniform(l->life->stream) >= yes_of(filler, gap->notice)))
    return false;
  *left_h -= gap->hours;
  return true;
}

static bool comes(struct living *l, const struct filler *filler, const struct gap *gap) {
  const struct chance_model *model = l->model;
  int week = model->week_of[gap->d];
  switch (filler->kind) {
  case FILL_IDLE:
    return hours_come(l, filler, gap, &l->life->idle_left_h[week * model->groups + filler->who]);
  case FILL_EXTRA:
  case FILL_OVERTIME:
    return people_come(l, filler, gap);
  default:
    return hours_come(l, filler, gap, &l->life->source_left_h[week * model->sources + filler->who]);
  }
}

void life_book(struct living *l, enum filler_kind kind, double kr, double hours) {
  double *const sums[FILLER_KINDS] = {&l->year.idle_h, &l->year.extra_h, &l->year.substitute_h, &l->year.overtime_h,
                                      &l->year.agency_h};
  *sums[kind] += hours;
  l->year.beyond_kr += kr;
}

void life_fill(struct living *l, const struct gap *gap) {
  for (int f = 0; f < gap->slot->filler_count; f++) {
    const struct filler *filler = &gap->slot->fillers[f];
    if (f != gap->refused && comes(l, filler, gap)) {
      life_book(l, filler->kind, filler->kr, gap->hours);
      return;
    }
  }
  l->year.empty_h += gap->hours;
  l->year.empty_kr += gap->slot->empty_kr;
  l->life->empty[gap->slot - gap->day->slots] += !gap->more;
}
