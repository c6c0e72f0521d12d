// SPDX-License-Identifier: GPL-3.0-or-later
// The cases to solve for every unit: its years as they are, then with each measure that touches it. Listed before
// anything is solved, so that the process that solves them and the one that collects the answers use the same list.
#ifndef ROTACOST_AUDIT_ASKED_H
#define ROTACOST_AUDIT_ASKED_H

#include "audit/effect.h"

struct asked_case {
  int64_t measure; // NOT_GIVEN: the baseline
  int year;
  bool full;    // for the measure's first whole year, not a year of the scenario
  bool rules;   // findings are wanted
  bool reasons; // binding limits are wanted
};

struct asked_unit {
  size_t unit; // the first of those solved together with it (scenario/shared.h); the others have no cases
  size_t count, room;
  struct asked_case *cases; // the baseline by year; then by measure its years and its full year
};

// [units] of the scenario. Call measure_begin for the measures first. Memory: arena.
struct asked_unit *asked_of_units(struct arena *arena, const struct audit *audit, const struct audit_hooks *hooks);

bool measure_is_asked(const struct audit_hooks *hooks, size_t measure);
// Has any edit of the measure begun by the end of the year?
bool measure_in_force_in(const struct scenario *scenario, size_t measure, int year);
// Is the whole year solved separately from the scenario's years: is it none of them, or does the measure have amounts,
// which such a year need not contain in full?
bool full_year_is_apart(const struct scenario *scenario, const struct measure_effect *effect);

#endif
