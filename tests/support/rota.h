// SPDX-License-Identifier: GPL-3.0-or-later
// How people work, for the towns of support/town.h: year-round rotas, holidays, training, long shifts; and what plans
// say of them, read week by week and day by day.
#ifndef ROTACOST_TESTS_ROTA_H
#define ROTACOST_TESTS_ROTA_H

#include "scenario/rows_people.h"
#include "support/town.h"

// --- making them ---

struct group_row *rota_group(struct memory *memory, int64_t g);
// What a blank cell of groups.csv means, for all groups: shifts of 12.5 h agreed, half of the people on holiday at
// once.
void rota_blank_cells(struct memory *memory);
// All groups into a year-round rota.
void rota_year_round(struct memory *memory, int64_t band_e8, enum holidays_by holidays_by);
// Holiday or training of everybody in ISO weeks first to last.
struct absence_row *rota_absence(struct memory *memory, enum absence_kind kind, int first_week, int last_week,
                                 int64_t percent_e8);
// Substitutes of a category without limit.
struct source_row *rota_hired(struct memory *memory, int64_t category);
// A random town with holidays in and outside the summer, and training in some weeks.
struct memory random_rota(struct arena *arena, int seed);

// --- solving ---

// With positions kept; adjusted within the variable hours of `limit` (NULL: none at all). Rest from Sunday to Monday is
// left out: in week types it asks more than the real year does, and the more the fewer types there are.
const struct plan *rota_kept(struct arena *arena, const struct memory *memory, struct stretch stretch);
const struct plan *rota_adjusted(struct arena *arena, const struct memory *memory, struct stretch stretch,
                                 const struct plan *limit);

// --- reading plans ---

enum { WEEKS_MOST = 54 };
// Hours planned and head-weeks of holiday of a group in the w-th week of the stretch.
double rota_roster_h(const struct plan *plan, int g, int w);
double rota_away(const struct plan *plan, int g, int w);
// People of a group on duty on a day, on contract hours and, with `beyond`, on extra hours and overtime too.
double rota_people(const struct plan *plan, int g, day_number day, bool beyond);
// Likewise on one shift (index in the frame).
double rota_people_on(const struct plan *plan, int g, day_number day, int shift, bool beyond);
// Paid hours of the group's contract on shifts in the w-th week.
double rota_worked_h(const struct plan *plan, int g, int w);

#endif
