// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios to start from: `rotacost new --kind ward --units 2 --places 30`. A kind is data: a record here, and tables
// in src/app/kinds/<kind>/ (missing ones are taken from kinds/common/, then from the example). They are written in
// English and translated into the language chosen when they are requested: headers and words by scenario/norwegian.h,
// everything else by marks in braces.
//
//   {ward|avdeling}        one text in English, another in Norwegian; marks inside are filled in too
//   {unit} {title} {cost}  code, title and cost centre of a unit; rows with {unit} are written for every unit
//   {first} {title of first} {cost of first}
//                          those of the first unit
//   {kind} {place} {places} {units}
//                          the scenario's title, what a place is, how many each unit has, how many units
//   {near places/8}        rounded to a whole number, 1 at least; also with * and -
//   {tenth places/170}     rounded to a tenth, 0,1 at least
//   {heads} {position 75}  heads of a group, and the position of each, of about so many percent: see kind_sizes
//   {heads gross}          of these absence is not replaced
#ifndef ROTACOST_APP_KIND_H
#define ROTACOST_APP_KIND_H

#include "app/example.h"
#include "base/arena.h"

enum { KIND_UNITS_MOST = 50 };

struct kind {
  const char *word;        // as given to --kind
  const char *code;        // of a unit
  const char *title;       // of a unit
  const char *place;       // what a place is called, in the plural
  int places, least, most; // of each unit: the default, and the allowed range
};

extern const struct kind kinds[]; // closed by a NULL word

// NULL where there is none with that name.
const struct kind *kind_named(const char *word);
// A text of the record in the language chosen.
const char *kind_text(struct arena *arena, const char *text);

struct kind_size { // of a group
  bool gross;      // absence is not replaced
  double about;    // percent of a position
  int heads, percent;
};

// The tables for so many units with so many places each. NULL where the heads could not be computed, which is reported
// on stderr.
const struct template *kind_template(struct arena *arena, const struct kind *kind, int units, int places);

// Fills in heads and percent of the groups of the scenario in a folder, in the order of groups.csv, by the result of
// `rotacost need` for the rows of need that only the group can work: people of its category, on its shifts.
//
//   heads     the most of  FTE / about  and the heads that the weekends take, rounded up
//   percent   FTE / heads, rounded up, 100 at the most
//
// FTE: net of absence, or gross; divided by the share of the contract hours that can meet the need, which excludes
// hours free with pay and weeks without any need. In a year-round rota hours may lie in any week: gross, divided by the
// share that is neither free, nor holiday, nor sick leave. False where the folder cannot be read or has other groups,
// which is reported on stderr.
bool kind_sizes(struct arena *arena, const char *folder, struct kind_size *sizes, size_t count);

#endif
