// SPDX-License-Identifier: GPL-3.0-or-later
// The base rota of a unit, made or given, checked and priced.
//
// Price: the rota laid out on the year, on average over the weeks of the rota on which the year may begin. Week w of
// the year, from the Monday of the week that holds 1 January, is worked as week w + r mod N of the rota, r from 0 to N
// - 1. As many people of a line are there as in the plan (holiday and absence by absence.csv; for year-round rotas,
// holidays as the plan places them), so that own hours are the rota's and the model fills the rest with the same
// variable hours, on the same terms, as the plan with positions kept. Weeks with public holidays or an end of the year,
// and weeks with other contracts than the base weeks, are rostered separately: there the own hours are as free as in
// the plan. Hours left empty beyond the plan's are priced as everywhere (plan/empty.h).
//
// A single year is not a fair measure: it works some weeks of the rota once more than others, whatever hours they have,
// and keeps contract hours and weekends over N weeks where the plan keeps them in each. Over all N years every week of
// the year is worked by every week of the rota, and the plan's limits of a week hold on average (staff beyond the lines
// has the room that the lines leave on average). The average of the N plans is then itself a plan within the limits of
// the plan with positions kept and, since the model is convex, costs no more than they do on average. So the price is
// never below the plan's proven bound, except where lines may do what plans may not: short rests that are agreed
// (rota_rules.csv), rules broken by a given rota, or more overtime or agency where these are the plan's last resort.
//
// The additional cost over the plan is the cost of whole people and rest rules in this rota; another rota may cost
// less, since lines are laid out for weeks in which nobody is away. For year-round rotas it also includes what is lost
// where hours can no longer vary with the need.
#ifndef ROTACOST_AUDIT_UNIT_ROTA_H
#define ROTACOST_AUDIT_UNIT_ROTA_H

#include "audit/effect.h"
#include "audit/study.h"
#include "rota/base.h"
#include "rota/give_way.h"
#include "rota/year_rota.h"

struct rota_price {
  const char *why; // NULL: known; else why there is no price, in words
  bool known;
  bool by_year;             // some work by the year
  double plan_kr, rota_kr;  // of the days of the year, positions kept
  double empty_h, empty_kr; // left empty beyond the plan's
  double unworked_h;        // person-hours of the rota on shifts that cover no need: paid by the contracts, without
                            // supplements here
  double hours_plan[HOURS_KINDS], hours_rota[HOURS_KINDS];
};
static inline double rota_price_more_kr(const struct rota_price *price) {
  return price->rota_kr - price->plan_kr + price->empty_kr;
}

// Memory: arena. The comparison must be alive.
struct rota_price rota_price_of(struct study *study, struct arena *arena, const struct comparison *comparison,
                                const struct base_rota *base, const struct rota *rota);

// The price of what must be given up where there is no rota: each way is priced by the rota it makes possible, laid on
// the year.
struct rota_ways_price {
  struct rota_price *ways; // [ways->way_count]
  // With additional heads so that every rule is kept, in the group for which that costs least.
  bool heads_known;
  int heads_group;       // of the problem
  double heads_kr;       // rota of the year, including hours left empty beyond those of the plan with today's heads
  const char *heads_why; // why it is not known; NULL: no additional heads help
};
// What the rota of a way costs a year, on the terms of heads_kr.
static inline double rota_way_kr(const struct rota_price *price) { return price->rota_kr + price->empty_kr; }

struct unit_rota;
struct unit_rota_question;
// Memory: arena. The comparison must be alive.
struct rota_ways_price *rota_ways_price_of(struct study *study, struct arena *arena,
                                           const struct comparison *comparison,
                                           const struct unit_rota_question *question, const struct unit_rota *of);

struct unit_rota {
  int64_t unit;
  int64_t measure; // NOT_GIVEN: without a measure
  int year;
  bool given; // rota.csv
  const struct base_rota *base;
  const struct rota *rota;                  // NULL: none; then base->refusal or answer says why
  const char **codes, **sources;            // [line]
  struct rota_answer answer;                // for a rota made
  const struct rota_give_way *ways;         // proven that there is none: what would have to be given up; NULL: none
  const struct rota_ways_price *ways_price; // NULL: not asked for
  const struct year_rota *calendar;         // laid out on the dates of the year; NULL: not asked for
  struct rota_measure measured;             // where there is a rota
  int breach_count;                         // all breaches
  struct rota_breach *breaches;             // the first ones, at most ROTA_BREACHES_MOST, line by line
  struct rota_price price;
};
enum { ROTA_BREACHES_MOST = 1000 };

struct unit_rota_question {
  int64_t measure;
  int weeks;                          // of a rota made
  bool given;                         // rota.csv instead
  bool ways;                          // where there is none, find what would have to be given up
  bool calendar;                      // lay it out on the dates of the year
  const struct study_question *asked; // the comparison's, to price the ways; NULL: they are not priced
};
enum { ROTA_HEADS_MORE_MOST = 3 };

// Weeks of the rota that the unit asks for, with the measure where it sets its own: a measure may edit rota_weeks in
// units.csv, since another weekend rule fits other numbers of weeks. Else those of rota.csv; 0: none is asked for.
int unit_rota_weeks(const struct comparison *comparison, int64_t unit, int64_t measure);

// Memory: arena.
struct unit_rota *unit_rota_make(struct study *study, struct arena *arena, const struct comparison *comparison,
                                 const struct unit_rota_question *question);

#endif
