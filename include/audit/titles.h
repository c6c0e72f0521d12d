// SPDX-License-Identifier: GPL-3.0-or-later
// What the scenario calls its units, categories, groups and windows, for whoever reads; the code where there is no title.
// Texts live as long as the scenario or the arena.
#ifndef ROTACOST_AUDIT_TITLES_H
#define ROTACOST_AUDIT_TITLES_H

#include "base/arena.h"
#include "scenario/scenario.h"

const char *title_of_unit(const struct tables *tables, const char *unit);
// Of units solved together, whose codes stand with a plus between (scenario/shared.h): "Ward + Home care".
const char *title_of_units(struct arena *arena, const struct tables *tables, const char *units);
const char *title_of_category(const struct tables *tables, const char *category);
// Of a row of groups.csv or catalogue.csv; "Sykepleier 75 %" where it has none.
const char *title_of_contract(struct arena *arena, const struct tables *tables, const struct group_row *row);
const char *title_of_group(struct arena *arena, const struct tables *tables, const char *unit, const char *group);
const char *title_of_shift(const struct tables *tables, const char *unit, const char *shift);
// Of a code of sources.csv, by its kind, category and unit: "substitutes: Nurse, Ward"; with its code where another has
// the same.
const char *title_of_source(struct arena *arena, const struct tables *tables, const char *code);
// Of a window of need.csv or norm.csv in a unit: the first title given there. Without one its part of the day, its hours
// and its days, "night 22:00–07:30, Mon–Fri"; and its code where another window of the unit would be called the same.
const char *title_of_window(struct arena *arena, const struct tables *tables, const char *unit, const char *window);

#endif
