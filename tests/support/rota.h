// SPDX-License-Identifier: GPL-3.0-or-later
// Working patterns for the towns of support/town.h: year-round rotas, holidays, training, long shifts; and functions
// that read plans week by week and day by day.
#ifndef ROTACOST_TESTS_ROTA_H
#define ROTACOST_TESTS_ROTA_H

#include "scenario/rows_people.h"
#include "support/town.h"

// --- making them ---

struct group_row *rota_group(struct memory *memory, int64_t g);
// Sets in all groups what a blank cell of groups.csv means: agreed shifts of up to 12.5 h, at most half of the people
// on holiday at once.
void rota_blank_cells(struct memory *memory);
// Puts all groups on a year-round rota.
void rota_year_round(struct memory *memory, int64_t band_e8, enum holidays_by holidays_by);
// Adds holiday or training for everybody in ISO weeks first to last.
struct absence_row *rota_absence(struct memory *memory, enum absence_kind kind, int first_week, int last_week,
                                 int64_t percent_e8);
// Adds unlimited substitutes of a category.
struct source_row *rota_hired(struct memory *memory, int64_t category);
// A random town with holidays in and outside the summer, and training in some weeks.
struct memory random_rota(struct arena *arena, int seed);

// --- solving ---

// Solves with positions kept, or adjusted within the variable hours of `limit` (NULL: no variable hours). The rest from
// Sunday to Monday is left out: with week types it is stricter than in the real year, the more so the fewer types.
const struct plan *rota_kept(struct arena *arena, const struct memory *memory, struct stretch stretch);
const struct plan *rota_adjusted(struct arena *arena, const struct memory *memory, struct stretch stretch,
                                 const struct plan *limit);

// --- reading plans ---

enum { WEEKS_MOST = 54 };
// Hours planned and head-weeks of holiday of a group in the w-th week of the stretch.
double rota_roster_h(const struct plan *plan, int g, int w);
double rota_away(const struct plan *plan, int g, int w);
// People of a group on duty on a day, on contract hours; with `beyond`, also on extra hours and overtime.
double rota_people(const struct plan *plan, int g, day_number day, bool beyond);
// The same for one shift (index in the frame).
double rota_people_on(const struct plan *plan, int g, day_number day, int shift, bool beyond);
// The group's paid contract hours on shifts in the w-th week.
double rota_worked_h(const struct plan *plan, int g, int w);

#endif
