// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/demand.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/fiscal.h"
#include "need/frame.h"
#include "need/wanted.h"
#include "need/weekend.h"
#include "pay/absence.h"
#include "scenario/need_row.h"
#include "scenario/timeline.h"
#include "solve/fewest.h"

enum { WEEKS_A_YEAR = 52, MINUTES_PER_HOUR = 60 };

struct cover { // of a day's need, computed before
  struct cover *next;
  double *wanted;  // [duties][intervals], as in struct asking
  bool *covers;    // [shifts][duties][intervals]
  double *persons; // [shifts]
  double paid_min, uncovered_min;
};

struct asking {
  struct arena *arena;
  const struct tables *tables;
  const struct frame *frame;
  int *shifts; // indices in the frame, by start, end and code: the order of rows has no effect
  int duties;  // 1, or in a unit with passive duties one for each: the need for this duty or a more active one
  int64_t *paid_min;
  struct cover *known;
  double *full_time_min; // [categories]
  struct demand *demand;
  bool failed;
};

// ---------------------------------------------------------------- shifts

static struct asking *asked_for_order; // qsort has no argument of its own

static int compare_shifts(const void *a, const void *b) {
  const struct frame *frame = asked_for_order->frame;
  const struct shift_row *x = &shift_rows(asked_for_order->tables)[frame->shifts[*(const int *)a]];
  const struct shift_row *y = &shift_rows(asked_for_order->tables)[frame->shifts[*(const int *)b]];
  if (x->start_min != y->start_min)
    return x->start_min < y->start_min ? -1 : 1;
  if (x->end_min != y->end_min)
    return x->end_min < y->end_min ? -1 : 1;
  return strcmp(x->shift, y->shift);
}

static void order_shifts(struct asking *asking) {
  size_t count = (size_t)asking->frame->shift_count;
  asking->shifts = arena_array(asking->arena, count, sizeof *asking->shifts);
  for (int s = 0; s < (int)count; s++)
    asking->shifts[s] = s;
  asked_for_order = asking;
  if (count)
    qsort(asking->shifts, count, sizeof *asking->shifts, compare_shifts);
}

static enum duty_kind duty_at(const struct asking *asking, int d) {
  return asking->duties == 1 ? DUTY_ON_CALL : (enum duty_kind)d;
}

// Which shift covers what on the day, in the order of asking->shifts, in the form of struct fewest.
static bool *covers_on(const struct asking *asking, day_number day) {
  const struct frame *frame = asking->frame;
  int intervals = frame->interval_count, rows = asking->duties * intervals;
  bool *covers = arena_array(asking->arena, (size_t)(frame->shift_count * rows), sizeof *covers);
  for (int s = 0; s < frame->shift_count; s++) {
    struct shift_place place = shift_place(frame, asking->tables, asking->shifts[s], day);
    asking->paid_min[s] = place.paid_min;
    for (int r = 0; r < rows; r++)
      covers[s * rows + r] = place.duty <= duty_at(asking, r / intervals) && shift_covers(frame, &place, r % intervals);
  }
  return covers;
}

static double interval_min(const struct frame *frame, int i) {
  assert(i >= 0 && i < frame->interval_count);
  return (double)(frame->intervals[i].to_min - frame->intervals[i].from_min);
}

static bool any_covers(const struct asking *asking, const bool *covers, int row) {
  for (int s = 0; s < asking->frame->shift_count; s++)
    if (covers[s * asking->duties * asking->frame->interval_count + row])
      return true;
  return false;
}

// Persons required in an interval that no shift covers; of several duties the one with most missing.
static double uncovered_in(const struct asking *asking, const struct cover *cover, int i) {
  double most = 0;
  for (int d = 0; d < asking->duties; d++) {
    int row = d * asking->frame->interval_count + i;
    if (cover->wanted[row] > most && !any_covers(asking, cover->covers, row))
      most = cover->wanted[row];
  }
  return most;
}

static struct cover *find_cover(struct asking *asking, double *wanted, bool *covers) {
  const struct frame *frame = asking->frame;
  struct cover *cover = arena_alloc(asking->arena, sizeof *cover);
  *cover = (struct cover){.next = asking->known, .wanted = wanted, .covers = covers};
  cover->persons = arena_array(asking->arena, (size_t)frame->shift_count, sizeof *cover->persons);
  const struct fewest question = {asking->duties * frame->interval_count, frame->shift_count, wanted, covers,
                                  asking->paid_min};
  asking->failed |= !fewest_paid(&question, cover->persons);
  for (int s = 0; s < frame->shift_count; s++)
    cover->paid_min += cover->persons[s] * (double)asking->paid_min[s];
  for (int i = 0; i < frame->interval_count; i++)
    cover->uncovered_min += uncovered_in(asking, cover, i) * interval_min(frame, i);
  cover->paid_min += cover->uncovered_min;
  asking->known = cover;
  return cover;
}

// Persons required in each interval, of any level: the last of the duties counts everybody.
static double *wanted_on(const struct asking *asking, day_number day) {
  const struct frame *frame = asking->frame;
  size_t intervals = (size_t)frame->interval_count;
  int64_t *need_milli = arena_array(asking->arena, intervals * (size_t)frame->level_count, sizeof *need_milli);
  double *wanted = arena_array(asking->arena, (size_t)asking->duties * intervals, sizeof *wanted);
  for (int d = 0; d < asking->duties; d++) {
    need_of_duty(frame, asking->tables, day, duty_at(asking, d), need_milli);
    for (size_t i = 0; i < intervals; i++)
      wanted[(size_t)d * intervals + i] =
          (double)need_milli[i * (size_t)frame->level_count] / MILLI; // level 0: everybody
  }
  return wanted;
}

static const double *all_wanted(const struct asking *asking, const struct cover *cover) {
  return cover->wanted + (asking->duties - 1) * asking->frame->interval_count;
}

static const struct cover *cover_on(struct asking *asking, day_number day) {
  double *wanted = wanted_on(asking, day);
  bool *covers = covers_on(asking, day);
  size_t rows = (size_t)(asking->duties * asking->frame->interval_count), shifts = (size_t)asking->frame->shift_count;
  for (const struct cover *cover = asking->known; cover; cover = cover->next)
    if (!memcmp(cover->wanted, wanted, rows * sizeof *wanted) && !memcmp(cover->covers, covers, shifts * rows))
      return cover;
  return find_cover(asking, wanted, covers);
}

// ---------------------------------------------------------------- people

// The full-time week of the unit's groups of a category, weighted by positions; without groups the category's.
static double full_time_of(const struct asking *asking, int64_t category) {
  double fte = 0, minutes = 0;
  for (int g = 0; g < asking->frame->group_count; g++) {
    const struct group_row *group = &group_rows(asking->tables)[asking->frame->groups[g]];
    if (group->category != category)
      continue;
    double positions = (double)group->heads_milli * (double)group->position_e8;
    int64_t week_min = group->full_time_min == NOT_GIVEN ? category_rows(asking->tables)[category].full_time_min
                                                         : group->full_time_min;
    fte += positions;
    minutes += positions * (double)week_min;
  }
  return fte > 0 ? minutes / fte : (double)category_rows(asking->tables)[category].full_time_min;
}

// Person-minutes required of each category on a day; returns their sum.
static double wanted_by_category(const struct asking *asking, day_number day, const double *wanted, double *minutes) {
  const struct frame *frame = asking->frame;
  double sum = 0, rows = 0;
  for (size_t c = 0; c < row_count(asking->tables, TABLE_CATEGORIES); c++)
    minutes[c] = 0;
  for (int n = 0; n < frame->need_count; n++) {
    const struct need_row *row = &need_rows(asking->tables)[frame->needs[n]];
    if (!need_holds(row, day))
      continue;
    double length = (double)need_persons_milli(row) / MILLI * (double)span_min(row->start_min, row->end_min);
    minutes[row->level] += length;
    rows += length;
  }
  for (int i = 0; i < frame->interval_count; i++)
    sum += wanted[i] * interval_min(frame, i);
  int64_t adults = unit_rows(asking->tables)[frame->unit].ratio_level;
  if (adults != NOT_GIVEN && sum > rows)
    minutes[adults] += sum - rows; // by the ratio
  return sum;
}

static double present_on(const struct asking *asking, int64_t category, day_number day) {
  int64_t unit = asking->frame->unit;
  double training = (double)training_on(asking->tables, unit, category, asking->full_time_min[category], day);
  return ((double)presence_on(asking->tables, unit, category, day) - training) / (double)ONE_E8;
}

// Adds the day's paid minutes in FTE. Returns the people needed for one on duty; 0: nobody is present.
static double add_fte(struct asking *asking, day_number day, const struct cover *cover) {
  struct demand *demand = asking->demand;
  size_t categories = row_count(asking->tables, TABLE_CATEGORIES);
  double *minutes = arena_array(asking->arena, categories, sizeof *minutes), for_one = 0;
  double sum = wanted_by_category(asking, day, all_wanted(asking, cover), minutes);
  demand->need_h += sum / MINUTES_PER_HOUR;
  demand->paid_h += cover->paid_min / MINUTES_PER_HOUR;
  demand->uncovered_h += cover->uncovered_min / MINUTES_PER_HOUR;
  for (size_t c = 0; c < categories && sum > 0; c++) {
    if (minutes[c] <= 0)
      continue;
    double share = minutes[c] / sum, present = present_on(asking, (int64_t)c, day);
    double fte = cover->paid_min * share / (WEEKS_A_YEAR * asking->full_time_min[c]);
    demand->gross_fte += fte;
    if (present <= 0) {
      demand->net_known = false;
      continue;
    }
    demand->net_fte += fte / present;
    for_one += share / present;
  }
  return for_one;
}

// Hours actually worked, and those required in the same windows.
static void add_actual(const struct asking *asking, day_number day) {
  for (int n = 0; n < asking->frame->need_count; n++) {
    const struct need_row *row = &need_rows(asking->tables)[asking->frame->needs[n]];
    if (row->actual_h_milli == NOT_GIVEN || !need_holds(row, day))
      continue;
    double window_h = (double)span_min(row->start_min, row->end_min) / MINUTES_PER_HOUR;
    asking->demand->actual_h += (double)row->actual_h_milli / MILLI;
    asking->demand->filled_h += window_h * (double)need_persons_milli(row) / MILLI;
  }
}

static double own_every(const struct asking *asking) {
  double heads = 0, duty = 0;
  for (int g = 0; g < asking->frame->group_count; g++) {
    const struct group_row *group = &group_rows(asking->tables)[asking->frame->groups[g]];
    double share = weekends_share(group);
    heads += share > 0 ? (double)group->heads_milli : 0;
    duty += share * (double)group->heads_milli;
  }
  return duty > 0 ? heads / duty : 0;
}

// ---------------------------------------------------------------- days

static double all_people(const struct asking *asking, const struct cover *cover) {
  double people = 0;
  for (int s = 0; s < asking->frame->shift_count; s++)
    people += cover->persons[s];
  return people;
}

static double weekend_people_on(struct asking *asking, day_number day) {
  const struct cover *cover = cover_on(asking, day);
  double people = 0;
  for (int s = 0; s < asking->frame->shift_count; s++) {
    struct shift_place place = shift_place(asking->frame, asking->tables, asking->shifts[s], day);
    people += is_weekend_duty(asking->frame, weekday_of(day), &place) ? cover->persons[s] : 0;
  }
  return people;
}

// The weekend of a Saturday: its fuller day.
static double weekend_people(struct asking *asking, day_number saturday) {
  double most = 0;
  for (int d = (int)weekend_first(asking->frame) - (int)SATURDAY; d <= 1; d++) {
    double people = weekend_people_on(asking, saturday + d);
    most = people > most ? people : most;
  }
  return most;
}

struct counted { // days and weekends of the year
  int days[DEMAND_DAYS], weekends;
  double with_absence; // people on weekends and those absent meanwhile, summed
};

static void add_day(struct asking *asking, day_number day, struct counted *counted) {
  struct demand *demand = asking->demand;
  const struct cover *cover = cover_on(asking, day);
  double for_one = add_fte(asking, day, cover);
  add_actual(asking, day);
  enum weekday weekday = weekday_of(day);
  if (!(need_days_of(day) & DAYSET_HOLIDAY)) {
    enum demand_day kind = weekday < SATURDAY ? DEMAND_WEEKDAY : weekday == SATURDAY ? DEMAND_SATURDAY : DEMAND_SUNDAY;
    demand->people[kind] += all_people(asking, cover);
    counted->days[kind]++;
  }
  if (weekday != SATURDAY)
    return;
  double people = weekend_people(asking, day);
  demand->weekend_people += people;
  demand->weekend_people_most = people > demand->weekend_people_most ? people : demand->weekend_people_most;
  counted->with_absence += people * (for_one > 0 ? for_one : 1);
  counted->weekends++;
}

static void take_means(struct demand *demand, const struct counted *counted) {
  for (int k = 0; k < DEMAND_DAYS; k++)
    demand->people[k] /= counted->days[k] ? counted->days[k] : 1;
  demand->weekend_away = demand->weekend_people > 0 ? counted->with_absence / demand->weekend_people - 1 : 0;
  demand->weekend_people /= counted->weekends ? counted->weekends : 1;
  demand->full_time_h = demand->gross_fte > 0 ? demand->paid_h / (WEEKS_A_YEAR * demand->gross_fte) : 0;
}

static bool ask_unit(const struct scenario *scenario, int64_t unit, int year, struct demand *demand) {
  struct arena *arena = arena_new();
  day_number first = fiscal_first_day(year), last = fiscal_last_day(year);
  const struct timeline *timeline = timeline_make(arena, scenario, NULL, first, first, last - first + 1);
  *demand = (struct demand){.unit = unit, .year = year, .net_known = true};
  struct asking asking = {.arena = arena, .tables = &scenario->tables, .demand = demand};
  asking.frame = frame_of_unit(arena, scenario, unit, &timeline, 1);
  size_t categories = row_count(asking.tables, TABLE_CATEGORIES);
  asking.full_time_min = arena_array(arena, categories, sizeof(double));
  for (size_t c = 0; c < categories; c++)
    asking.full_time_min[c] = full_time_of(&asking, (int64_t)c);
  demand->own_every = own_every(&asking);
  order_shifts(&asking);
  asking.duties = unit_has_duties(asking.frame, asking.tables) ? DUTIES : 1;
  asking.paid_min = arena_array(arena, (size_t)asking.frame->shift_count, sizeof *asking.paid_min);
  struct counted counted = {.weekends = 0};
  for (day_number day = first; day <= last && asking.frame->level_count; day++)
    add_day(&asking, day, &counted);
  take_means(demand, &counted);
  arena_free(arena);
  return !asking.failed;
}

// ---------------------------------------------------------------- units

// A sum does not separate people by unit: weekends are added, their share of absence is that of all.
static void add_to_sum(struct demand *sum, const struct demand *more) {
  double away = sum->weekend_people * sum->weekend_away + more->weekend_people * more->weekend_away;
  sum->need_h += more->need_h;
  sum->paid_h += more->paid_h;
  sum->actual_h += more->actual_h;
  sum->filled_h += more->filled_h;
  sum->uncovered_h += more->uncovered_h;
  sum->gross_fte += more->gross_fte;
  sum->net_fte += more->net_fte;
  sum->net_known &= more->net_known;
  sum->weekend_people += more->weekend_people;
  sum->weekend_people_most += more->weekend_people_most;
  for (int k = 0; k < DEMAND_DAYS; k++)
    sum->people[k] += more->people[k];
  sum->weekend_away = sum->weekend_people > 0 ? away / sum->weekend_people : 0;
  sum->full_time_h = sum->gross_fte > 0 ? sum->paid_h / (WEEKS_A_YEAR * sum->gross_fte) : 0;
}

struct demand *demand_of_year(struct arena *arena, const struct scenario *scenario, int64_t unit, int year,
                              size_t *count) {
  size_t units = row_count(&scenario->tables, TABLE_UNITS);
  struct demand *list = arena_array(arena, units + 1, sizeof *list);
  struct demand sum = {.unit = NOT_GIVEN, .year = year, .net_known = true};
  *count = 0;
  for (size_t u = 0; u < units; u++) {
    if (unit != NOT_GIVEN && (size_t)unit != u)
      continue;
    if (!ask_unit(scenario, (int64_t)u, year, &list[*count]))
      return NULL;
    add_to_sum(&sum, &list[(*count)++]);
  }
  if (*count > 1)
    list[(*count)++] = sum;
  return list;
}

double demand_weekend_heads(const struct demand *demand, double every) { return demand->weekend_people * every; }

double demand_weekend_heads_net(const struct demand *demand, double every) {
  return demand->weekend_people * every * (1 + demand->weekend_away);
}
