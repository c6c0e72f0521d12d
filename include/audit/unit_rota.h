// SPDX-License-Identifier: GPL-3.0-or-later
// The base rota of a unit, made or given, checked and priced.
//
// Price: the rota laid on the year, on average over the weeks of the rota on which the year may begin. Week w of the
// year, from the Monday of the week that holds 1 January, is worked as week w + r mod N of the rota, r from 0 to N - 1; of
// the people of a line as many are there as in the plan (holiday and absence by absence.csv; of who works by the year the
// holidays as the plan places them), so that own hours are the rota's and the programme fills the rest by the same
// variable hours, on the same terms, as the plan with positions kept. Weeks with public holidays or an end of the year,
// and weeks in which contracts are others than in the base weeks, are rostered apart: there the own hours are as free as
// in the plan. Hours left empty beyond the plan's are priced as everywhere (plan/empty.h).
//
// One year alone is no measure: it works some weeks of the rota once more than others, with whatever hours they have, and
// holds contract hours and weekends over N weeks where the plan holds them in each. Over all N years every week of the
// year is worked by every week of the rota, and the plan's limits of a week hold on average (whoever comes beyond the
// lines has the room that they leave on average). The average of the N plans is then itself a plan within the limits of
// the plan with positions kept, and costs, as the programme is convex, no more than they do on average. So the price is
// never below the plan's proven bound, but where lines may do what plans may not: short rests agreed (rota_rules.csv),
// rules broken by a rota given, or more overtime or agency where these are the plan's last resort.
//
// What it costs more than the plan is what whole people and rest rules cost in this rota; another may cost less, as
// lines are laid out for weeks in which nobody is away. Of who works by the year it holds too what is lost where hours
// may no longer swing with the need.
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

// What must give way where there is no rota, priced: each way by the rota that there then is, laid on the year.
struct rota_ways_price {
  struct rota_price *ways; // [ways->way_count]
  // With the heads more that keep every rule, of the group of which that costs least.
  bool heads_known;
  int heads_group;       // of the problem
  double heads_kr;       // rota of the year, hours left empty beyond those of the plan with today's heads included
  const char *heads_why; // not known: why; NULL: no heads help
};
// What a way's rota costs a year, in the terms of heads_kr.
static inline double rota_way_kr(const struct rota_price *price) { return price->rota_kr + price->empty_kr; }

struct unit_rota;
struct unit_rota_question;
// Memory: arena. The comparison must be alive.
struct rota_ways_price *rota_ways_price_of(struct study *study, struct arena *arena,
                                           const struct comparison *comparison,
                                           const struct unit_rota_question *question, const struct unit_rota *of);

struct unit_rota {
  int64_t unit;
  int64_t measure; // NOT_GIVEN: before any
  int year;
  bool given; // rota.csv
  const struct base_rota *base;
  const struct rota *rota;                  // NULL: none; then base->refusal or answer says why
  const char **codes, **sources;            // [line]
  struct rota_answer answer;                // of a rota made
  const struct rota_give_way *ways;         // proven that there is none: what would have to give way; NULL: not asked
  const struct rota_ways_price *ways_price; // NULL: not asked
  const struct year_rota *calendar;         // laid out on the dates of the year; NULL: not asked
  struct rota_measure measured;             // where there is a rota
  int breach_count;                         // all of them
  struct rota_breach *breaches;             // the first of them, ROTA_BREACHES_MOST at most, line by line
  struct rota_price price;
};
enum { ROTA_BREACHES_MOST = 1000 };

struct unit_rota_question {
  int64_t measure;
  int weeks;                          // of a rota made
  bool given;                         // rota.csv instead
  bool ways;                          // where there is none, tell what would have to give way
  bool calendar;                      // lay it out on the dates of the year
  const struct study_question *asked; // that of the comparison, to price the ways; NULL: they are not priced
};
enum { ROTA_HEADS_MORE_MOST = 3 };

// Weeks of the rota that the unit asks for, with the measure where that is its own: a measure may edit rota_weeks in
// units.csv, as another rule for weekends fits other weeks. Else those of rota.csv; 0: none is asked for.
int unit_rota_weeks(const struct comparison *comparison, int64_t unit, int64_t measure);

// Memory: arena.
struct unit_rota *unit_rota_make(struct study *study, struct arena *arena, const struct comparison *comparison,
                                 const struct unit_rota_question *question);

#endif
