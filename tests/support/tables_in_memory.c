// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables_in_memory.h"
#include "scenario/rows_settings.h"

#include <string.h>

#include "base/fixed.h"
#include "scenario/columns.h"

enum { WEEK_35_5_MIN = 35 * HOURS + 30 };

int64_t memory_add(struct memory *memory, enum table_id table, const void *row) {
  struct rows *rows = &memory->tables.list[table];
  void *copy = arena_push(memory->arena, &rows->items, &rows->count, &rows->room, rows->size);
  memcpy(copy, row, rows->size);
  struct row *head = copy;
  if (!head->file) {
    head->file = table_of(table)->file;
    head->line = (int)rows->count + 1;
  }
  return (int64_t)rows->count - 1;
}

void *memory_row(struct memory *memory, enum table_id table, int64_t index) {
  const struct rows *rows = &memory->tables.list[table];
  return rows->items + (size_t)index * rows->size;
}

struct settings_row *memory_settings(struct memory *memory) {
  return memory_row(memory, TABLE_SETTINGS, 0);
}

struct memory memory_new(struct arena *arena) {
  struct memory memory = {.arena = arena};
  for (int id = 0; id < TABLE_COUNT; id++)
    memory.tables.list[id].size = table_of((enum table_id)id)->row_size;
  memory_add(&memory, TABLE_SETTINGS,
             &(struct settings_row){.title = "in memory",
                                    .zone = "I",
                                    .decimal = DECIMAL_POINT,
                                    .first_year = 2024,
                                    .last_year = 2025,
                                    .price_day = NOT_GIVEN,
                                    .target_ore = NOT_GIVEN,
                                    .claims_are = CLAIMS_BASE,
                                    .tolerance_e8 = 10 * PERCENT,
                                    .understated_e8 = 25 * PERCENT,
                                    .accounts_tolerance_e8 = 5 * PERCENT,
                                    .sick_supplements = YES,
                                    .adjust_max_e8 = 150 * PERCENT,
                                    .decision_date = NOT_GIVEN,
                                    .consultation_days = 30,
                                    .notice_months = 3,
                                    .short_spell_days = 4,
                                    .long_spell_days = 60,
                                    .short_notice_days = 1,
                                    .parents_e8 = 30 * PERCENT,
                                    .sick_child_days = 10,
                                    .sick_child_spell_days = 2,
                                    .fill_order = "extra substitute overtime agency",
                                    .sure_e8 = 80 * PERCENT});
  return memory;
}

struct memory memory_town(struct arena *arena) {
  struct memory memory = memory_new(arena);
  day_number from = day_from_date(2023, 1, 1);
  memory_add_category(&memory, "assistant", 1, WEEK_35_5_MIN);
  memory_add_category(&memory, "skilled", 2, WEEK_35_5_MIN);
  memory_add_category(&memory, "nurse", 3, WEEK_35_5_MIN);
  memory_add_pay(&memory, ASSISTANT, from, ASSISTANT_PAY);
  memory_add_pay(&memory, SKILLED, from, SKILLED_PAY);
  memory_add_pay(&memory, NURSE, from, NURSE_PAY);
  memory_add_supplements_2023(&memory);
  memory_add_rates(&memory);
  return memory;
}

void memory_add_supplements_2023(struct memory *memory) {
  const int64_t any = DAYSET_EVERY_WEEKDAY, weekend = 1 << SATURDAY | 1 << SUNDAY;
  const int64_t holiday_e8 = 133333333, whole_day = DAYSET_HOLIDAY | DAYSET_EASTER_EVE;
  const struct supplement_row rows[] = {
      {.line = SUPPLEMENT_EVENING,
       .days = any,
       .clock_from_min = 17 * HOURS,
       .clock_to_min = 21 * HOURS,
       .minimum_ore_per_h = 56 * KR,
       .stack = STACK_CLOCK},
      {.line = SUPPLEMENT_NIGHT,
       .days = any,
       .clock_from_min = 0,
       .clock_to_min = 6 * HOURS,
       .percent_e8 = 25 * PERCENT,
       .minimum_ore_per_h = 70 * KR,
       .stack = STACK_CLOCK},
      {.line = SUPPLEMENT_NIGHT,
       .days = any,
       .clock_from_min = 21 * HOURS,
       .clock_to_min = 24 * HOURS,
       .percent_e8 = 25 * PERCENT,
       .minimum_ore_per_h = 70 * KR,
       .stack = STACK_CLOCK},
      {.line = SUPPLEMENT_WEEKEND,
       .days = weekend,
       .clock_from_min = 0,
       .clock_to_min = 24 * HOURS,
       .percent_e8 = 22 * PERCENT,
       .minimum_ore_per_h = 70 * KR,
       .stack = STACK_DAY},
      {.line = SUPPLEMENT_HOLIDAY,
       .days = whole_day,
       .clock_from_min = 0,
       .clock_to_min = 24 * HOURS,
       .percent_e8 = holiday_e8,
       .stack = STACK_DAY,
       .priority = 1},
      {.line = SUPPLEMENT_HOLIDAY,
       .days = DAYSET_HALF_EVE,
       .clock_from_min = 12 * HOURS,
       .clock_to_min = 24 * HOURS,
       .percent_e8 = holiday_e8,
       .stack = STACK_DAY,
       .priority = 1},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct supplement_row row = rows[i];
    row.valid_from = day_from_date(2023, 1, 1);
    row.valid_to = NOT_GIVEN;
    row.category = row.unit = NOT_GIVEN;
    memory_add(memory, TABLE_SUPPLEMENTS, &row);
  }
}

void memory_add_rates(struct memory *memory) {
  const struct {
    enum rate_id rate;
    const char *applies_to;
    int64_t value_e6;
  } rates[] = {
      {RATE_HOLIDAY_PAY, NULL, 12 * PERCENT},
      {RATE_HOLIDAY_WEEKS, NULL, 5000000},
      {RATE_PENSION, NULL, 15 * PERCENT},
      {RATE_VARIABLE_PENSION, NULL, 15 * PERCENT},
      {RATE_EMPLOYER_TAX, "I", 14100000},
      {RATE_EMPLOYER_TAX, "II", 10600000},
      {RATE_EMPLOYER_TAX, "III", 6400000},
      {RATE_EMPLOYER_TAX, "IV", 5100000},
      {RATE_EMPLOYER_TAX, "V", 0},
      {RATE_OVERTIME, NULL, 100 * PERCENT},
      {RATE_OVERTIME_HOLIDAY, NULL, 133333333},
      {RATE_SICK_REFUNDED, NULL, 60 * PERCENT},
      {RATE_SPLIT_SUPPLEMENT, NULL, 150000000},
      {RATE_REFUND_CEILING, NULL, 700000 * INT64_C(1000000)},
  };
  for (size_t i = 0; i < sizeof rates / sizeof *rates; i++)
    memory_add_rate(memory, rates[i].rate, rates[i].applies_to, day_from_date(2023, 1, 1), rates[i].value_e6);
}

int64_t memory_add_category(struct memory *memory, const char *category, int64_t level, int64_t full_time_min) {
  return memory_add(
      memory, TABLE_CATEGORIES,
      &(struct category_row){.category = category, .title = category, .level = level, .full_time_min = full_time_min});
}

int64_t memory_add_pay(struct memory *memory, int64_t category, day_number valid_from, int64_t yearly_pay_ore) {
  return memory_add(
      memory, TABLE_PAY,
      &(struct pay_row){.category = category, .valid_from = valid_from, .yearly_pay_ore = yearly_pay_ore});
}

int64_t memory_add_rate(struct memory *memory, enum rate_id rate, const char *applies_to, day_number valid_from,
                        int64_t value_e6) {
  return memory_add(
      memory, TABLE_RATES,
      &(struct rate_row){.rate = rate, .applies_to = applies_to, .valid_from = valid_from, .value_e6 = value_e6});
}

int64_t memory_add_unit(struct memory *memory, const char *unit) {
  return memory_add(memory, TABLE_UNITS, &(struct unit_row){.unit = unit, .title = unit, .day_starts_min = NOT_GIVEN});
}

int64_t memory_add_shift(struct memory *memory, int64_t unit, const char *shift, int64_t start_min, int64_t end_min) {
  return memory_add(memory, TABLE_SHIFTS,
                    &(struct shift_row){.unit = unit,
                                        .shift = shift,
                                        .title = shift,
                                        .start_min = start_min,
                                        .end_min = end_min,
                                        .days = DAYSET_EVERY_WEEKDAY | DAYSET_HOLIDAY,
                                        .weeks = (int64_t)WEEKSET_ALL,
                                        .break_start_min = NOT_GIVEN,
                                        .paid_e8 = NOT_GIVEN,
                                        .counts_e8 = NOT_GIVEN,
                                        .called_min = NOT_GIVEN,
                                        .called_pay_e8 = NOT_GIVEN});
}

int64_t memory_add_need(struct memory *memory, int64_t unit, const char *window, int64_t start_min, int64_t end_min,
                        int64_t category, int64_t persons_milli) {
  return memory_add(memory, TABLE_NEED,
                    &(struct need_row){.unit = unit,
                                       .window = window,
                                       .start_min = start_min,
                                       .end_min = end_min,
                                       .days = ALL_DAYS,
                                       .weeks = (int64_t)WEEKSET_ALL,
                                       .from = NOT_GIVEN,
                                       .to = NOT_GIVEN,
                                       .level = category,
                                       .persons_milli = persons_milli});
}

int64_t memory_add_norm(struct memory *memory, int64_t unit, const char *window, int64_t start_min, int64_t end_min,
                        int64_t category, int64_t persons_milli) {
  return memory_add(memory, TABLE_NORM,
                    &(struct norm_row){.unit = unit,
                                       .window = window,
                                       .start_min = start_min,
                                       .end_min = end_min,
                                       .days = ALL_DAYS,
                                       .weeks = (int64_t)WEEKSET_ALL,
                                       .from = NOT_GIVEN,
                                       .to = NOT_GIVEN,
                                       .level = category,
                                       .persons_milli = persons_milli});
}

int64_t memory_add_group(struct memory *memory, int64_t unit, const char *group, int64_t category, int64_t heads_milli,
                         int64_t position_e8) {
  return memory_add(memory, TABLE_GROUPS,
                    &(struct group_row){.unit = unit,
                                        .group = group,
                                        .title = group,
                                        .category = category,
                                        .heads_milli = heads_milli,
                                        .position_e8 = position_e8,
                                        .full_time_min = NOT_GIVEN,
                                        .regime = REGIME_WEEKLY,
                                        .weekend_every_milli = 3000,
                                        .weekends_per_year_milli = NOT_GIVEN,
                                        .weekend_ceiling_milli = 2000,
                                        .agreement = AGREEMENT_CENTRAL,
                                        .holiday_most_e8 = ONE_E8 / 2,
                                        .adjust_min_e8 = NOT_GIVEN,
                                        .adjust_max_e8 = NOT_GIVEN,
                                        .adjust_step_milli = NOT_GIVEN});
}

int64_t memory_add_absence(struct memory *memory, enum absence_kind kind, int64_t category, int64_t percent_e8) {
  return memory_add(memory, TABLE_ABSENCE,
                    &(struct absence_row){.kind = kind,
                                          .unit = NOT_GIVEN,
                                          .category = category,
                                          .weeks = (int64_t)WEEKSET_ALL,
                                          .percent_e8 = percent_e8,
                                          .away_min = NOT_GIVEN});
}

int64_t memory_add_source(struct memory *memory, const char *code, enum source_kind kind, int64_t category) {
  return memory_add(memory, TABLE_SOURCES,
                    &(struct source_row){.code = code,
                                         .kind = kind,
                                         .unit = NOT_GIVEN,
                                         .category = category,
                                         .valid_from = NOT_GIVEN,
                                         .valid_to = NOT_GIVEN,
                                         .pay_e8 = ONE_E8,
                                         .price_ore_per_h = NOT_GIVEN,
                                         .unsocial_ore_per_h = NOT_GIVEN,
                                         .hours_milli_per_week = NOT_GIVEN,
                                         .room_e8 = ONE_E8,
                                         .yes_e8 = ONE_E8,
                                         .yes_short_e8 = NOT_GIVEN,
                                         .yes_weekend_e8 = ONE_E8});
}
