// SPDX-License-Identifier: GPL-3.0-or-later
// Which positions must go, or come, for the adjusted effect: by group, and by which date.
//
// Heads before are those of the adjusted baseline, which may already be tighter (its slack is in no measure); today's
// heads are shown beside them. Of several plans with the same cost one is shown: how the positions are spread over
// groups of one level may differ, their kroner do not.
#ifndef ROTACOST_AUDIT_DEPARTURES_H
#define ROTACOST_AUDIT_DEPARTURES_H

#include "audit/effect.h"

struct departure {
  size_t measure;
  int year;
  size_t unit, group;                            // rows of their tables
  double heads_today, heads_before, heads_after; // at the year's end
  double fte_fewer;                              // at the year's end
  double pay_ore;                                // of the positions that go, in the year
  double cut_pay_ore;                            // of positions that the measure's own edits remove, kept or adjusted
};

// Adds groups whose positions differ under the adjusted answer; nothing if the measure, year and unit are already
// there.
void departures_add(struct audit *audit, const struct comparison *comparison, size_t measure);

// Fixed pay, with everything paid on top of it, of group g (index in the frame) through the plan's year.
double departure_pay_ore(struct arena *arena, const struct plan *plan, int g);

struct deadline {
  day_number gone_by; // the start, or the year's first day if it is in force before; DAY_NONE: not decided
  int days;           // from then until the end of the year
  int month_days;     // of the month that begins then
};
struct deadline departure_deadline(const struct scenario *scenario, size_t measure, int year);
// The part of an amount, earned over the days up to the year's end, that a month's delay costs.
int64_t deadline_month_ore(const struct deadline *deadline, int64_t ore);

// What a measure's year loses if these positions stay: adjusted less kept, plus the pay of the positions its own edits
// remove.
int64_t depends_on_positions_ore(const struct audit *audit, size_t measure, int year);

#endif
