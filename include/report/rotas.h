// SPDX-License-Identifier: GPL-3.0-or-later
// Base rotas of an audit as tables: one row for each rota, and one for each week of each of its lines.
#ifndef ROTACOST_REPORT_ROTAS_H
#define ROTACOST_REPORT_ROTAS_H

#include "audit/rotas.h"
#include "report/table.h"

struct result_table *rotas_table(struct arena *arena, const struct audit *audit);
struct result_table *rota_lines_table(struct arena *arena, const struct audit *audit);

// Is it the last year reported for this unit and measure?
bool rota_is_last_told(const struct audit *audit, const struct rota_told *told);
// One rota described in a sentence or two. Memory: arena.
const char *rota_told_sentence(struct arena *arena, const struct audit *audit, const struct rota_told *told);
// Does the claim hold when rotas are compared? NULL: no rotas with a price, or no claim in kroner that year.
const char *rota_claim_sentence(struct arena *arena, const struct audit *audit, size_t measure);

#endif
