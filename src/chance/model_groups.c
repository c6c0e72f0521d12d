// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/model_parts.h"
#include "need/group.h"
#include "scenario/rows_settings.h"

#include <math.h>

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

static day_number new_year(const struct making *m) {
  for (day_number day = m->year->first_day; day < m->year->first_day + m->model->days; day++) {
    struct civil_date date = date_from_day(day);
    if (date.month == 1 && date.day == 1)
      return day;
  }
  return m->year->first_day;
}

// Share for a parent who is not ill, chosen so that on every day the total share at home is that of absence.csv.
static void make_children(const struct making *m, int g, const double *home, const double *away) {
  struct chance_group *group = &m->model->group[g];
  double most = 0, *of_parent = arena_array(m->arena, (size_t)m->model->days, sizeof *of_parent);
  group->parents = share(m->settings->parents_e8);
  for (int d = 0; d < m->model->days; d++) {
    of_parent[d] = home[d] / group->parents / (1 - away[d]);
    most = fmax(most, of_parent[d]);
  }
  if (most <= 0)
    return;
  struct child_terms terms = {.mean_days = fmax(1, (double)m->settings->sick_child_spell_days),
                              .duty_days = (int)m->settings->sick_child_days,
                              .new_year = new_year(m) - m->year->first_day};
  group->child = child_days_make(m->arena, of_parent, m->model->days, &terms);
}

static void make_spells(const struct making *m, int g) {
  int days = m->model->days;
  double *away = arena_array(m->arena, (size_t)days, sizeof *away);
  double *home = arena_array(m->arena, (size_t)days, sizeof *home);
  for (int d = 0; d < days; d++) {
    struct presence presence = group_presence(m->year, m->variant, g, m->year->first_day + d);
    home[d] = presence.child;
    away[d] = presence.sick - presence.child;
  }
  make_children(m, g, home, away);
  const struct tables *tables = year_tables(m->year, m->variant, m->year->first_day);
  struct spell_terms terms = {
      .mean_days = {fmax(1, (double)m->settings->short_spell_days), fmax(1, (double)m->settings->long_spell_days)},
      .refunded = (double)rate_on(tables, RATE_SICK_REFUNDED, NULL, price_day_of(tables, m->year->first_day)) / 1e8};
  m->model->group[g].spells = spells_make(m->arena, away, days, &terms);
}

// The refund of sick pay in the plan's year, with everything that depends on it: positions as priced, less the same
// without illness.
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

// The hours that law and contract leave to a head, on the first day of the year.
static void find_room(const struct making *m, int g) {
  day_number day = m->year->first_day;
  struct chance_group *group = &m->model->group[g];
  const struct tables *tables = year_tables(m->year, m->variant, day);
  const struct group_row *row = group_on(m->year, m->variant, g, day);
  const struct source_row *extra = model_source_of_people(m, SOURCE_EXTRA, g, day),
                          *overtime = model_source_of_people(m, SOURCE_OVERTIME, g, day);
  double full_h = (double)group_full_time(tables, row) / 60;
  group->extra_willing = extra ? share(extra->room_e8) : 0;
  group->overtime_willing = overtime ? share(overtime->room_e8) : 0;
  group->extra_week_h = full_h * (1 - share(row->position_e8));
  group->overtime_week_h =
      fmin(rate_h(tables, RATE_OVERTIME_WEEK, day), fmax(0, week_total_most_h(tables, row, day) - full_h));
  group->overtime_four_weeks_h = rate_h(tables, RATE_OVERTIME_FOUR_WEEKS, day);
  group->overtime_year_h = rate_h(tables, RATE_OVERTIME_YEAR, day);
}

void model_make_group(const struct making *m, int g) {
  m->model->group[g].name = group_name(m, g);
  count_heads(m, g);
  make_spells(m, g);
  find_refund(m, g);
  find_room(m, g);
}
