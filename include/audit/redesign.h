// SPDX-License-Identifier: GPL-3.0-or-later
// A unit's rota redesigned: whole heads from a catalogue of position types, to a proven gap. "No rota under these rules
// costs less than X" is a result.
#ifndef ROTACOST_AUDIT_REDESIGN_H
#define ROTACOST_AUDIT_REDESIGN_H

#include "plan/figures.h"
#include "solve/solution.h"

struct redesign {
  size_t unit;
  int year;
  bool covers;             // false: even with everything the catalogue offers, people are missing
  double short_h;          // least possible person-hours missing, on days of the year
  double planned_short_h;  // on all days of the weeks planned (need/year.h)
  const char *blocking;    // !covers: the one limit without which nobody would be missing, in words; NULL: none
  double cost_kr;          // of the best rota found, on days of the year
  double bound_kr;         // cost_kr less the gap that is proven over the weeks planned
  double planned_kr;       // of the best rota found, over the weeks planned
  double planned_bound_kr; // no rota under these rules costs less over them
  struct figures figures;
  size_t type_count;
  size_t *types;  // [type_count] rows of TABLE_CATALOGUE
  double *heads;  // [type_count] whole numbers
  double seconds; // for --verbose only
};

enum { REDESIGN_GAP_E6 = 100 }; // proven gap: 1e-4 of the cost

// One unit named in design.csv, in a calendar year. NULL where nothing was proven within the limits; *why gives the
// reason. Memory: arena.
const struct redesign *redesign_unit(struct arena *arena, const struct scenario *scenario, int64_t unit,
                                     int calendar_year, enum solve_status *status, const char **why);

#endif
