// SPDX-License-Identifier: GPL-3.0-or-later
// How a chance model is built: shared by src/chance/model*.c and used only there.
#ifndef ROTACOST_CHANCE_MODEL_PARTS_H
#define ROTACOST_CHANCE_MODEL_PARTS_H

#include "base/fixed.h"
#include "base/tolerance.h"
#include "chance/model.h"
#include "need/terms.h"
#include "program/builder.h"
#include "scenario/rows_people.h"

struct making {
  struct arena *arena;
  struct chance_model *model;
  const struct plan *plan;
  const struct program *program;
  const struct unit_year *year;
  const struct frame *frame;
  const struct settings_row *settings;
  enum variant variant;
};

struct at_day { // one kind of day: a weekday of a week type
  const struct making *m;
  struct chance_day *day;
  int t, d;
  day_number date;
  const struct tables *tables;
};

static inline double share(int64_t share_e8) { return (double)share_e8 / (double)ONE_E8; }

static inline struct chance_slot *slot_at(const struct at_day *a, int shift, int level) {
  return &a->day->slots[shift * a->m->model->levels + level];
}

double model_price_kr(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span);
// Extra hours or overtime of the group on that day; NULL: none is on offer.
const struct source_row *model_source_of_people(const struct making *m, enum source_kind kind, int g, day_number day);
bool model_is_weekend_day(day_number day); // or public holiday

// Heads, spells, refund and room for more hours of a group.
void model_make_group(const struct making *m, int g);

// Own people of a kind of day.
void model_make_replaced(struct at_day *a);
void model_add_own(struct at_day *a, const struct program_column *column, double persons);
void model_close_own(struct at_day *a, int g); // after all of them
double model_supplements_kr(const struct at_day *a, int g, int shift);

// Others, and how many of them are booked in advance.
void model_add_other(struct at_day *a, const struct program_column *column, double persons);
void model_close_slot(struct at_day *a, struct chance_slot *slot, int shift, int level); // after all of them
void model_book_column(struct at_day *a, const struct program_column *column, double persons);
void model_order_bookings(struct at_day *a);

// Windows whose need varies: where the variation falls on a kind of day, before its slots are closed.
void model_find_swings(const struct making *m);
void model_place_swings(const struct at_day *a);

// Lays persons by interval on whole shifts: adds them to on_shift. persons: [intervals]; what no shift covers is left.
void model_lay_on_shifts(const struct at_day *a, double *persons, double *on_shift);
// Persons of the level that the plan lacks, laid on whole shifts. persons: [intervals] to work in.
void model_lay_missing(const struct at_day *a, int level, double *persons);
void model_raise_cover(const struct at_day *a);

#endif
