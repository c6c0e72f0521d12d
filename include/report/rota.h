// SPDX-License-Identifier: GPL-3.0-or-later
// Base rotas: rota.csv in the format that is read (scenario/tables.h), and one rota on a terminal, as a grid of lines
// and days with the cover below, its quality, its cost, and the rules it keeps.
#ifndef ROTACOST_REPORT_ROTA_H
#define ROTACOST_REPORT_ROTA_H

#include "audit/rota_windows.h"
#include "audit/unit_rota.h"
#include "report/terminal.h"

// unit, line, group, week, day, shift, source: for those of the list that have a rota.
struct result_table *rota_table_made(struct arena *arena, const struct scenario *scenario,
                                     const struct unit_rota *const *rotas, size_t count);

// unit, rota_line, group, date, weekday, rota_week, shift, rota_change: for those that are laid out on the year.
struct result_table *rota_year_table(struct arena *arena, const struct scenario *scenario,
                                     const struct unit_rota *const *rotas, size_t count);
// What the public holidays of the year change, in sentences.
void rota_year_print(struct arena *arena, const struct unit_rota *rota, const struct terminal *out);

void rota_print(struct arena *arena, const struct scenario *scenario, const struct unit_rota *rota,
                const struct terminal *out);

// One letter for each shift of the problem, all different: letters[shift_count]. The first letter of its code that is
// not used yet, else one from the alphabet.
char rota_letter(const char *code, const char *letters, int count); // for the next one
void rota_letters(const struct rota_problem *problem, char *letters);
// Paid minutes, weekends and nights of a line.
struct rota_line_sums {
  int paid_min, weekends, sundays, nights;
};
struct rota_line_sums rota_line_sums(const struct rota_problem *problem, const struct rota *rota, int line);
// "line 3, week 2, Tuesday: 8.5 h, 11 h wanted"; without the title of the rule. Memory: arena.
const char *rota_breach_words(struct arena *arena, const struct unit_rota *rota, const struct rota_breach *breach);

#endif
