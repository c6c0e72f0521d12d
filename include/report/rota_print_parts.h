// SPDX-License-Identifier: GPL-3.0-or-later
// What the two files that print a base rota on a terminal share: the rota (rota_print.c), and what could give way where there is
// none (rota_print_ways.c).
#ifndef ROTACOST_REPORT_ROTA_PRINT_PARTS_H
#define ROTACOST_REPORT_ROTA_PRINT_PARTS_H

#include "report/rota.h"

struct rota_printing {
  struct arena *arena;
  const struct scenario *scenario;
  const struct unit_rota *of;
  const struct rota_problem *problem;
  const struct rota *rota;
  const struct terminal *out;
  char letters[ROTA_SHIFTS_MOST];
  int cell;        // characters of a day
  int first, last; // weeks of the block printed
};

// "37.5", without characters that only pages have. Memory: arena.
const char *rota_hours_text(const struct rota_printing *printing, double hours);
const char *rota_kr_text(const struct rota_printing *printing, double kr);
// The fewest rules that have to give way, each way with its price, and the heads that keep every rule. There must be ways.
void rota_print_ways(const struct rota_printing *printing);

#endif
