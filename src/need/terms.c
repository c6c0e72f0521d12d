// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/terms.h"

#include <assert.h>

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "need/group.h"
#include "need/positions.h"
#include "pay/absence.h"
#include "scenario/rows_settings.h"

struct pay_terms terms_of_group(const struct unit_year *year, enum variant variant, enum pay_form form, int g,
                                day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  const struct tables *tables = year_tables(year, variant, day);
  const struct group_row *group = group_on(year, variant, g, day);
  struct away away = group_away(year, variant, g, day);
  return (struct pay_terms){.form = form,
                            .category = group->category,
                            .unit = group->unit,
                            .position_e8 = group->position_e8,
                            .over_60_e8 = group->over_60_e8,
                            .full_time_min = group_full_time(tables, group),
                            .pay_e8 = ONE_E8,
                            .unsocial_ore_per_h = NOT_GIVEN,
                            .sick_e8 = away.sick_e8,
                            .child_e8 = away.child_e8};
}

bool source_open(const struct tables *tables, const struct source_row *source, day_number day) {
  const struct settings_row *settings = settings_of(tables);
  day_number first = fiscal_first_day((int)settings->first_year), last = fiscal_last_day((int)settings->last_year);
  int64_t within = day < first ? first : day > last ? last : day;
  return (source->valid_from == NOT_GIVEN || source->valid_from <= within) &&
         (source->valid_to == NOT_GIVEN || within <= source->valid_to);
}

struct pay_terms terms_of_source(const struct tables *tables, const struct source_row *source, int64_t unit) {
  return (struct pay_terms){.form = source->kind == SOURCE_AGENCY ? PAY_AGENCY : PAY_SUBSTITUTE,
                            .category = source->category,
                            .unit = unit,
                            .full_time_min = category_rows(tables)[source->category].full_time_min,
                            .pay_e8 = source->pay_e8,
                            .price_ore_per_h = source->price_ore_per_h,
                            .unsocial_ore_per_h = source->unsocial_ore_per_h};
}
