// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of every unit: its years as they are, then with each measure that touches it. Written down before
// anything is solved, so that whoever answers and whoever takes the answers go through the same list.
#ifndef ROTACOST_AUDIT_ASKED_H
#define ROTACOST_AUDIT_ASKED_H

#include "audit/effect.h"

struct asked_case {
  int64_t measure; // NOT_GIVEN: the baseline
  int year;
  bool full;    // of the measure's first whole year, not of a year of the scenario
  bool rules;   // findings are wanted
  bool reasons; // limits that bind are wanted
};

struct asked_unit {
  size_t unit; // the first of those solved together with it (scenario/shared.h); of the others nothing is asked
  size_t count, room;
  struct asked_case *cases; // the baseline year by year; then measure by measure its years, and its full year
};

// [units] of the scenario. The measures must be begun (measure_begin). Memory: arena.
struct asked_unit *asked_of_units(struct arena *arena, const struct audit *audit, const struct audit_hooks *hooks);

bool measure_is_asked(const struct audit_hooks *hooks, size_t measure);
// Does any edit of the measure begin by the end of the year?
bool measure_in_force_in(const struct scenario *scenario, size_t measure, int year);
// Is the whole year solved apart from the scenario's years: none of these, or without its amounts in full?
bool full_year_is_apart(const struct scenario *scenario, const struct measure_effect *effect);

#endif
