// SPDX-License-Identifier: GPL-3.0-or-later
// The graph of states before equivalent states are merged: internal to rota/states.h.
#ifndef ROTACOST_ROTA_STATES_PARTS_H
#define ROTACOST_ROTA_STATES_PARTS_H

#include "rota/rules.h"
#include "rota/states.h"

// What a line remembers before a day. Past days are recorded only as far as a limit needs them.
struct rota_past {
  int16_t weekday;           // of the coming day
  int16_t last;              // the shift last worked; -1: so long ago that it does not matter
  int16_t off;               // days off since
  int16_t run, same, nights; // runs that the day before belongs to: working days, its shift, nights; 0 after a day off
  int16_t before;            // the day before the day before, for sequences of three; ROTA_PAST_ANY: any
  int16_t shorts;            // short changes of this week
  int16_t week_min;          // paid minutes of this week, where its ceiling can still be reached
  int16_t had, owed;         // weekly rest: had this week; that of last week still in progress
  int16_t sundays;           // worked in a row
  int16_t weekend;           // week of the phase, or weekends off since one was worked
};
enum { ROTA_PAST_ANY = -2 };

struct rota_stepper {
  const struct rota_problem *problem;
  const struct rota_group *group;
  struct rota_limits limits; // plain
  enum rota_weekends weekends;
  bool features;
  int run_cap, nights_cap, off_cap;
  int same_cap[ROTA_SHIFTS_MOST];
  struct rota_week_sums week_sums;
};

struct rota_stepper rota_stepper_of(const struct rota_problem *problem, const struct rota_group *group,
                                    enum rota_weekends weekends, bool features);
// What is remembered after a day on which `shift` (or ROTA_OFF) is worked. Returns false if a rule forbids it.
bool rota_past_step(const struct rota_stepper *stepper, const struct rota_past *past, int shift,
                    struct rota_past *after, unsigned *features);

// States and arcs as they are found, weekday by state.
struct rota_raw {
  size_t state_count;
  int *weekday;   // [states]
  int *first_arc; // [states + 1]
  struct rota_arc *arcs;
};
// Removes what lies on no closed walk.
struct rota_raw rota_raw_trim(struct arena *arena, struct rota_raw raw);
// Merges states with the same future.
struct rota_raw rota_raw_merge(struct arena *arena, struct rota_raw raw);

#endif
