// SPDX-License-Identifier: GPL-3.0-or-later
// Units, groups and shifts of today's rota, and redesigned rotas.
#ifndef ROTACOST_REPORT_PEOPLE_H
#define ROTACOST_REPORT_PEOPLE_H

#include "audit/effect.h"
#include "report/table.h"

// units.csv: weekend posts and the heads they need, positions, idle hours, cost of the handover.
struct result_table *units_table(struct arena *arena, const struct audit *audit);
// groups.csv: night and Sunday hours, and the full-time week that these entitle to.
struct result_table *groups_table(struct arena *arena, const struct audit *audit);
// shifts.csv: the agreement that each shift requires.
struct result_table *shifts_table(struct arena *arena, const struct audit *audit);
// redesign.csv: whole heads chosen from the catalogue, cost and proven bound; one row per type.
struct result_table *redesign_table(struct arena *arena, const struct audit *audit);
// The units of one year, for the terminal.
struct result_table *weekends_of_year(struct arena *arena, const struct audit *audit, int year,
                                      const char *const **headings);

#endif
