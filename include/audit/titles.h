// SPDX-License-Identifier: GPL-3.0-or-later
// The scenario's titles of its units, categories, groups and windows, for readers; the code where there is no title.
// Texts live as long as the scenario or the arena.
#ifndef ROTACOST_AUDIT_TITLES_H
#define ROTACOST_AUDIT_TITLES_H

#include "base/arena.h"
#include "scenario/scenario.h"

const char *title_of_unit(const struct tables *tables, const char *unit);
// For units solved together, whose codes are joined by a plus (scenario/shared.h): "Ward + Home care".
const char *title_of_units(struct arena *arena, const struct tables *tables, const char *units);
const char *title_of_category(const struct tables *tables, const char *category);
// For a row of groups.csv or catalogue.csv; "Sykepleier 75 %" where it has no title.
const char *title_of_contract(struct arena *arena, const struct tables *tables, const struct group_row *row);
const char *title_of_group(struct arena *arena, const struct tables *tables, const char *unit, const char *group);
const char *title_of_shift(const struct tables *tables, const char *unit, const char *shift);
// For a code of sources.csv, by its kind, category and unit: "substitutes: Nurse, Ward"; with its code where another
// source would have the same name.
const char *title_of_source(struct arena *arena, const struct tables *tables, const char *code);
// For a window of need.csv or norm.csv in a unit: the first title given there. Without one its part of the day, its
// hours and its days, "night 22:00–07:30, Mon–Fri"; with its code where another window of the unit would have the same
// name.
const char *title_of_window(struct arena *arena, const struct tables *tables, const char *unit, const char *window);

#endif
