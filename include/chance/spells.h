// SPDX-License-Identifier: GPL-3.0-or-later
// Spells of sick leave of one head, day by day, drawn so that on every single day the chance of being away is what
// absence.csv says.
//
// A head is well, in a short spell or in a long one. Let q[k][d] be the share away in a spell of kind k on day d, m[k]
// the mean length in calendar days and w = 1 - q[short] - q[long]:
//
//   ends       r[k][d] = 1 / m[k]: lengths are geometric, with the mean m[k]
//   begins     a[k][d] = (q[k][d+1] - q[k][d] (1 - r[k][d])) / w[d]
//
// so that q[k][d+1] is exact. Where the share falls faster than spells end by themselves (a season ends), spells
// end early that day: a = 0, r = 1 - q[d+1] / q[d]. The first day is drawn from q itself, so the year has no start-up effect.
//
// Long spells have the same share on every day, since they outlast the seasons; short ones carry the seasonal variation. How much
// is long follows from the refund: the share of the leave that lies after the employer's days (`sick_refunded` in
// rates.csv). Where nothing is refunded every spell is short.
#ifndef ROTACOST_CHANCE_SPELLS_H
#define ROTACOST_CHANCE_SPELLS_H

#include <stdbool.h>

#include "base/arena.h"
#include "chance/stream.h"

enum spell_kind { SPELL_SHORT, SPELL_LONG, SPELL_KINDS };

enum { EMPLOYER_DAYS = 16 }; // folketrygdloven 8-19: calendar days that the employer pays

struct spell_terms {
  double mean_days[SPELL_KINDS]; // >= 1
  double refunded;               // share of the leave after the employer's days, 0 to 1
};

struct spells {
  int days;
  double *share[SPELL_KINDS];    // [days] q
  double *ends[SPELL_KINDS];     // [days] r from this day to the next
  double *ends_sum[SPELL_KINDS]; // [days] sum of -ln(1 - r) of the days before
  double *begins_sum;            // [days] sum of -ln(1 - a) of the days before
  double *short_of_begun;        // [days] a[short] / a
  double refunded_days;          // mean of the days of a head after the employer's days
};

// share_away: [days] of the days of a year, each below 1. Memory: arena.
struct spells *spells_make(struct arena *arena, const double *share_away, int days, const struct spell_terms *terms);

struct spell {
  enum spell_kind kind;
  int first, last; // days away, from 0; within the year
  int age;         // days it had lasted before `first`: 0 unless it began before the year
};
// The next spell of the head whose stream has begun that starts on or after day `from`; false: none. The first call of
// a year has from = -1, and may find a spell that is under way.
bool spells_next(const struct spells *spells, struct chance_stream *stream, int from, struct spell *spell);

// Rate at which a chance of each day comes true; the first day d >= from with sum[d + 1] > target, `sum` being that of the
// rates of the days before: on the way from d to d + 1 it happens. days - 1: not in the year.
double spells_hazard(double chance);
int spells_day_of(const double *sum, int days, int from, double target);

#endif
