// SPDX-License-Identifier: GPL-3.0-or-later
// A plan prepared for the simulation of many years in which people fall ill and others are called in.
//
// What is drawn, and from which data:
//   spells     of sick leave, head by head (chance/spells.h), with the share in absence.csv on every day
//   duty       whether a head that is ill would have been on a shift, and on which: the plan has x persons of a group
//   on a
//              shift, those off sick left out; so R = x / (1 - sick) are rostered, and each of H heads with chance R /
//              H
//   answers    of those asked to come: yes_percent, yes_short_percent and yes_weekend_percent of sources.csv
//   children   of the heads who are parents: days at home with a sick child (chance/child.h), with the share in
//              absence.csv on every day; a parent who is ill is at home anyway
//   need       where need.csv gives persons_sd: a number more or fewer than the plan has, independent for each day and constant over
//              the whole window: the difference of two Poisson numbers of mean sd^2 / 2, so whole, of mean 0 and variance
//              sd^2, and never more than the persons themselves
//
// Holidays, training and free days are as planned. Everything else follows the plan: shifts, prices and all other need.
//
// A shift needs, level by level, T = x + y + short persons: own people, others, and those the plan lacks. R are
// rostered; of the other B = T - R up to y are booked in advance, in the plan's own mix of sources, and the rest stays
// empty. Each rostered person who is ill and is replaced (replacement.csv) leaves a gap. Where more are rostered than
// needed (B < 0), the first -B gaps do not count, and surplus staff is paid all the same, or fills in at a lower
// level of the shift. So y + short is the mean of B + gaps, and the mean cost of a year beyond the programme is
// what averages hide: shifts on which nobody is ill cannot pay for those on which two are.
//
// A gap is filled by the first person of its level or higher who accepts:
//   idle       people with unused contract hours in that week, on days without weekend duty: they always accept
//   then       the kinds of sources in the order of the setting fill_order, the cheapest of a kind first
//              extra, overtime  each person free that day is asked once, in turn from a random start, within the hours left:
//                               extra to full time over four weeks, overtime by week, four weeks and year
//                               (scenario/law.h), both less what the plan has booked; only the share of the people that
//                               room_percent gives accepts any at all
//              substitute, agency  within the hours on offer in the week that the plan has not booked
// otherwise it stays empty, priced at the dearest of them (as in plan/empty.h).
//
// Additional persons needed on the day are gaps at short notice on every shift needed to cover their window, after those who are
// ill; if fewer are needed, they stand in for those who are ill, and are paid all the same. Such a gap left open counts as empty hours,
// but not as a day below the norm, since the norm counts persons and not work.
//
// Pay of those off sick stays as planned, except for the refund: days beyond the employer's period, as drawn.
// Rest between shifts of people called in, and who of a group works which weekend, are not simulated.
#ifndef ROTACOST_CHANCE_MODEL_H
#define ROTACOST_CHANCE_MODEL_H

#include "chance/child.h"
#include "chance/spells.h"
#include "plan/plan.h"

enum filler_kind { FILL_IDLE, FILL_EXTRA, FILL_SUBSTITUTE, FILL_OVERTIME, FILL_AGENCY, FILLER_KINDS };

struct filler { // somebody who may fill a gap of a shift on a day
  enum filler_kind kind;
  int who; // group, or source of the frame
  int rank;
  double kr; // of the shift
  double yes, yes_short;
  uint64_t name; // hash that orders equals, independent of the order of rows
};

struct booking { // part of a plan's mix: the share of the booked persons that is this filler's
  int filler;    // of its slot
  double share;
};

// A slot is a shift and a level: slot = shift * level_count + level.
struct chance_slot {
  double wanted;     // y: persons other than own staff in the programme
  double missing;    // short, laid on whole shifts
  double beyond;     // B
  double booked;     // of it, filled by others
  double left_empty; // of it, filled by nobody
  double booked_kr;  // of one of them, in the plan's mix
  double called;     // mean number of gaps
  double empty_kr;   // of a gap left open
  int filler_count, booking_count;
  struct filler *fillers;
  struct booking *bookings;
  bool bookings_fail; // some of them may say no
  bool swings;        // need may vary
};

struct chance_day { // a weekday of a week type
  bool used;
  int type;
  const struct shift_place *places; // [shifts]
  double *on_duty;               // [groups * shifts] chance that a head is rostered on the n-th shift or an earlier one
  double *replaced[SPELL_KINDS]; // [groups * shifts] share of the gaps that is filled; NULL: all
  double *saved_kr;              // [groups * shifts] supplements that somebody off sick does not earn; NULL: earns them
  double *free;                  // [groups] chance that a well head is off that day and not on holiday
  int *level;                    // [groups]
  struct chance_slot *slots;
  double *cover; // [intervals * levels] persons, if nobody falls ill
  bool any_fail; // some booking may fail
  bool idle_may_fill;
};

struct chance_group {
  uint64_t name;
  int heads_most; // whole heads, and one more for the fraction
  double *heads;  // [days]
  const struct spells *spells;
  const struct child_days *child;                                               // of a parent; NULL: none
  double parents;                                                               // share of the heads
  double refund_kr;                                                             // of the plan's year, positive
  double extra_willing, overtime_willing;                                       // share of the heads
  double extra_week_h, overtime_week_h, overtime_four_weeks_h, overtime_year_h; // of a head
};

struct chance_swing { // a window and level whose need varies from day to day
  uint64_t name;
  int level;
  double *variance; // [days]
  int *most;        // [days] persons wanted, rounded down: it varies by no more
  bool *on;         // [7 * types * shifts] shifts that cover the window on that kind of day
};

struct chance_model {
  struct arena *arena;
  const struct plan *plan;
  int days, weeks; // of the year; weeks planned
  int groups, shifts, levels, sources, intervals;
  struct chance_group *group;
  struct chance_day *day; // [7 * types]
  int *day_of;            // [days] index into day
  int *week_of;           // [days] week planned, from 0
  bool *weekend;          // [days] Saturday, Sunday or public holiday
  uint64_t *shift_name;   // [shifts]
  int *order;             // [shifts] by their hours, whatever the order of rows: the n-th is shift order[n]
  double *source_left_h;  // [types * sources] hours of a week that are not booked; INFINITY: no limit
  double *idle_h;         // [types * groups] contract hours of a week on no shift
  double *extra_booked_h, *overtime_booked_h;             // [types * groups] of a week
  double planned_kr[HOURS_KINDS], planned_h[HOURS_KINDS]; // of the bookings
  double constant_kr;                                     // of the bookings, beyond the programme's hours of others
  double healthy_kr;        // supplements that the plan's year would pay more if nobody fell ill
  double empty_h, empty_kr; // left empty beforehand; the price of that, less that of all the plan leaves empty
  double variable_kr;       // of the programme's hours of others on days of the year
  int short_notice_days;
  struct chance_swing *swings;
  size_t swing_count;
  double **norm;       // [days] persons by interval and level, the higher of before and with the measure
  bool *planned_below; // [days] the plan itself lies below it
  bool has_norm;
  uint64_t unit_name;
  double heads_mean; // of all groups
};

// timelines: of the baseline and with the measure, whose higher norm counts. Memory: arena. Lives as long as the plan.
struct chance_model *chance_model_make(struct arena *arena, const struct plan *plan,
                                       const struct timeline *const timelines[VARIANTS]);

// Do so many persons (by interval and level) on day d of the year lie below the norm? The model must have one.
bool chance_is_below(const struct chance_model *model, int d, const double *cover);

#endif
