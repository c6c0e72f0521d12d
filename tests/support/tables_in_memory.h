// SPDX-License-Identifier: GPL-3.0-or-later
// Tables built by a test instead of read from CSV. Start with memory_new (a settings row only) or memory_town
// (prices too), then add rows; every memory_add_* returns the index of the new row, which references use.
#ifndef ROTACOST_TESTS_TABLES_IN_MEMORY_H
#define ROTACOST_TESTS_TABLES_IN_MEMORY_H

#include "base/arena.h"
#include "calendar/dayset.h"
#include "scenario/rows_pay.h"
#include "scenario/rows_people.h"
#include "scenario/tables.h"

struct memory {
  struct arena *arena; // owned by the test
  struct tables tables;
};

#define PERCENT INT64_C(1000000) // 12 * PERCENT: a share_e8, and the value_e6 of a rate in percent
#define KR INT64_C(100)
enum { HOURS = 60 }; // 7 * HOURS + 30: half past seven, or seven and a half hours
#define ALL_DAYS (DAYSET_EVERY_WEEKDAY | DAYSET_HOLIDAY)

// Indices of the categories of memory_town, levels 1 to 3, and their yearly pay from 1 January 2023.
enum { ASSISTANT, SKILLED, NURSE };
#define ASSISTANT_PAY (400000 * KR)
#define SKILLED_PAY (460000 * KR)
#define NURSE_PAY (560000 * KR)

// Empty tables with one settings row: zone I, years 2024-2025, no price day, sick supplements, fallbacks of columns.c.
struct memory memory_new(struct arena *arena);
struct settings_row *memory_settings(struct memory *memory);

// Three categories on a 35.5 h week with pay, the supplements of HTA 2023, and rates: holiday pay 12 %, 5 weeks
// withheld, pension 15 %, employer tax of zones I-V, overtime 100 % and 133.333333 %, 60 % of sick pay refunded up
// to 700 000 kr.
struct memory memory_town(struct arena *arena);
void memory_add_supplements_2023(struct memory *memory);
void memory_add_rates(struct memory *memory);

// Adds a copy of any row; its head is filled in if it names no file.
int64_t memory_add(struct memory *memory, enum table_id table, const void *row);

int64_t memory_add_category(struct memory *memory, const char *category, int64_t level, int64_t full_time_min);
int64_t memory_add_pay(struct memory *memory, int64_t category, day_number valid_from, int64_t yearly_pay_ore);
int64_t memory_add_rate(struct memory *memory, enum rate_id rate, const char *applies_to, day_number valid_from,
                        int64_t value_e6);
int64_t memory_add_unit(struct memory *memory, const char *unit);
int64_t memory_add_shift(struct memory *memory, int64_t unit, const char *shift, int64_t start_min, int64_t end_min);
// A window that wants people of a category's level, every day and week.
int64_t memory_add_need(struct memory *memory, int64_t unit, const char *window, int64_t start_min, int64_t end_min,
                        int64_t category, int64_t persons_milli);
int64_t memory_add_norm(struct memory *memory, int64_t unit, const char *window, int64_t start_min, int64_t end_min,
                        int64_t category, int64_t persons_milli);
// A group on a fixed weekly rota: every third weekend, every shift of the unit.
int64_t memory_add_group(struct memory *memory, int64_t unit, const char *group, int64_t category, int64_t heads_milli,
                         int64_t position_e8);
// For all units and every week; the category may be NOT_GIVEN.
int64_t memory_add_absence(struct memory *memory, enum absence_kind kind, int64_t category, int64_t percent_e8);
// Unlimited, always valid, in every unit, at 100 % of pay; the price of an agency must be set afterwards.
int64_t memory_add_source(struct memory *memory, const char *code, enum source_kind kind, int64_t category);

// A row already added, to change values that the functions above leave at their defaults.
void *memory_row(struct memory *memory, enum table_id table, int64_t index);

#endif
