// SPDX-License-Identifier: GPL-3.0-or-later
// Base rotas of an audit as tables: one row for each rota, and one for each week of each of its lines.
#ifndef ROTACOST_REPORT_ROTAS_H
#define ROTACOST_REPORT_ROTAS_H

#include "audit/rotas.h"
#include "report/table.h"

struct result_table *rotas_table(struct arena *arena, const struct audit *audit);
struct result_table *rota_lines_table(struct arena *arena, const struct audit *audit);

#endif
