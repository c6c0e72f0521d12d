// SPDX-License-Identifier: GPL-3.0-or-later
// What the scenario calls its units, categories, groups and windows, for whoever reads; the code where there is no title.
// Texts live as long as the scenario or the arena.
#ifndef ROTACOST_REPORT_TITLES_H
#define ROTACOST_REPORT_TITLES_H

#include "base/arena.h"
#include "scenario/scenario.h"

const char *title_of_unit(const struct tables *tables, const char *unit);
const char *title_of_category(const struct tables *tables, const char *category);
// Of a row of groups.csv or catalogue.csv; "Sykepleier 75 %" where it has none.
const char *title_of_contract(struct arena *arena, const struct tables *tables, const struct group_row *row);
const char *title_of_group(struct arena *arena, const struct tables *tables, const char *unit, const char *group);
// Of a window of need.csv or norm.csv in a unit: the first title given there. Without one its part of the day, its hours
// and its days, "night 22:00–07:30, Mon–Fri"; and its code where another window of the unit would be called the same.
const char *title_of_window(struct arena *arena, const struct tables *tables, const char *unit, const char *window);

#endif
