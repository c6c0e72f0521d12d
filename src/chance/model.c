// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/model_parts.h"

#include <math.h>

#include "need/group.h"
#include "need/wanted.h"
#include "scenario/rows_settings.h"
#include "scenario/shared.h"
#include "solve/solution.h"

double model_price_kr(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span) {
  struct ledger price = pay_of_span(tables, terms, span);
  return kr_from_ore(ledger_sum(&price));
}

const struct source_row *model_source_of_people(const struct making *m, enum source_kind kind, int g, day_number day) {
  struct builder ask = {.frame = m->frame, .year = m->year, .variant = m->variant};
  return source_for_group(&ask, kind, g, day);
}

bool model_is_weekend_day(day_number day) {
  return weekday_of(day) >= SATURDAY || (need_days_of(day) & DAYSET_HOLIDAY);
}

// ---------------------------------------------------------------- one kind of day

static bool is_shift(const struct program_column *column) {
  int kind = column->key.kind;
  return kind == COLUMN_OWN || kind == COLUMN_EXTRA || kind == COLUMN_OVERTIME || kind == COLUMN_HIRED;
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
  model_make_replaced(a);
}

static void make_day(const struct making *m, int t, int d) {
  struct chance_model *model = m->model;
  struct at_day a = {.m = m, .day = &model->day[7 * t + d], .t = t, .d = d, .date = m->year->types[t].monday + d};
  a.tables = year_tables(m->year, m->variant, a.date);
  if (!m->year->types[t].in_year[d])
    return;
  begin_day(&a);
  each_column(&a, true, model_add_own);
  for (int g = 0; g < model->groups; g++)
    model_close_own(&a, g);
  each_column(&a, false, model_add_other);
  double *persons = arena_array(m->arena, (size_t)model->intervals, sizeof *persons);
  for (int l = 0; l < model->levels; l++)
    model_lay_missing(&a, l, persons);
  model_place_swings(&a);
  for (int s = 0; s < model->shifts; s++)
    for (int l = 0; l < model->levels; l++)
      model_close_slot(&a, slot_at(&a, s, l), s, l);
  each_column(&a, false, model_book_column);
  model_order_bookings(&a);
  plan_persons_on_day(m->plan, a.date, a.day->cover);
  model_raise_cover(&a);
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
    model->weekend[d] = model_is_weekend_day(day);
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
  model_find_swings(&m);
  for (int g = 0; g < m.model->groups; g++)
    model_make_group(&m, g);
  for (int t = 0; t < year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++)
      make_day(&m, t, d);
  find_norm(&m, timelines);
  return m.model;
}
