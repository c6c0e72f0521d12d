// SPDX-License-Identifier: GPL-3.0-or-later
// Staff shared by units. A group belongs to one unit, its home, and may also work in those that also_units of
// groups.csv names, on the days of also_days. Units that share a group in the baseline or by any measure are solved
// together, as one model: the first of them in the order of units.csv represents all.
//
// Which units belong together is the same in every year and with every measure, so that a measure that lets people help
// elsewhere is compared with the same model before it.
#ifndef ROTACOST_SCENARIO_SHARED_H
#define ROTACOST_SCENARIO_SHARED_H

#include "calendar/date.h"
#include "scenario/edits.h"
#include "scenario/scenario.h"

// Is the code one of those in a list separated by blanks? A NULL list has none.
bool codes_hold(const char *codes, const char *code);
// May the group's people work in the unit on the day?
bool group_works_in(const struct tables *tables, const struct group_row *group, int64_t unit, day_number day);

// Does a group of the unit's own, or of another unit that names it in also_units, belong to it?
bool group_belongs_to(const struct tables *tables, const struct group_row *group, int64_t unit);
// Does the edit set where else groups may work?
bool plan_shares(const struct edit_plan *plan);
// Does an edit let people of another unit work in this one?
bool edits_share(const struct tables *tables, int64_t unit);

// The first of the units solved with each: first[row_count of units.csv].
void units_join(const struct scenario *scenario, size_t *first);
// The units solved together with this one, including itself, ascending: units[row_count of units.csv]; returns how
// many.
size_t units_solved_with(const struct scenario *scenario, size_t unit, size_t *units);
// The first of them.
size_t unit_solved_as(const struct scenario *scenario, size_t unit);
// Their codes, with + between them. Memory: arena.
const char *units_solved_in_words(struct arena *arena, const struct scenario *scenario, size_t unit);

#endif
