// SPDX-License-Identifier: GPL-3.0-or-later
// Inner parts of rota/base.h: a base rota under construction.
#ifndef ROTACOST_ROTA_BASE_PARTS_H
#define ROTACOST_ROTA_BASE_PARTS_H

#include "rota/base.h"
#include "scenario/law.h"
#include "scenario/rows_rota.h"

struct making {
  struct arena *arena;
  struct base_rota *base;
  const struct unit_year *year;
  const struct frame *frame;
  int64_t unit;
};

void base_say(struct making *m, const char *text); // adds a note
void base_say_once(struct making *m, const char *text);
bool base_refuse(struct making *m, const char *why); // returns false
const struct group_row *base_group_row(const struct making *m, int frame_group);
const struct tables *base_tables_on(const struct making *m, day_number day);
// "7,5" or "7.5", as the scenario writes it.
const char *base_number(const struct making *m, double value);
// Index of the shift with this code; shift_count: it is not worked in these weeks.
int base_shift_called(const struct rota_problem *problem, const char *code, size_t length);

// ---------------------------------------------------------------- rules

struct rule_at { // of a group; NULL, -1: of all groups
  struct making *m;
  const char *group;
  int index; // of the group in the problem
};

// The row of rota_rules.csv of a group, else that of its whole unit; NULL: none. shifts NULL: any.
const struct rota_rule_row *base_rule_row(const struct making *m, enum rota_word word, const char *group,
                                          const char *shifts);
double base_rule_value(const struct rule_at *at, enum rota_word word, double otherwise);
int base_rule_min(const struct rule_at *at, enum rota_word word, double otherwise_h);
int base_rule_count(const struct rule_at *at, enum rota_word word, int otherwise);
// Adds one line to the list of rules. Its source is that of the row of `word` (ROTA_WORDS: none), else `source`.
void base_tell_rule(const struct rule_at *at, enum rota_rule rule, enum rota_word word, const char *limit,
                    const char *source);
const char *base_law_source(const struct rule_at *at, enum law_rule rule);
const char *base_custom_source(enum rota_rule rule);

void base_make_rest(const struct rule_at *at, const struct group_row *group, struct rota_limits *limits);
void base_make_runs(const struct rule_at *at, struct rota_limits *limits);
void base_make_sundays(const struct rule_at *at, const struct group_row *group, struct rota_limits *limits);
void base_make_week_hours(const struct rule_at *at, const struct group_row *row, struct rota_group *group);
// Returns false if the problem is refused.
bool base_make_weekends(const struct rule_at *at, const struct group_row *group, struct rota_limits *limits);
void base_make_sequences(struct making *m);
void base_make_same_shift(struct making *m);
void base_make_weights(struct making *m);
// Sets missing_kr_per_h of every level, averaged over its need.
void base_make_prices(struct making *m);
// Sets what distinguishes equally good rotas, by the pay engine's prices of the base weeks.
void base_make_year(struct making *m);

#endif
