// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of saving a measure is, once in force: kroner for the same cover, or fewer filled places.
#ifndef ROTACOST_AUDIT_CLASS_H
#define ROTACOST_AUDIT_CLASS_H

#include "audit/effect.h"

enum saving_class {
  SAVING_NONE,       // nothing is saved, or nothing can be said
  SAVING_EFFICIENCY, // the same cover for fewer kroner
  SAVING_FEWER,      // fewer places wanted or filled, all above the norm
  SAVING_BELOW_NORM, // places wanted or filled that the norm asks for are lost
  SAVING_AMOUNT,     // a yearly amount: a contract, rent, goods
  SAVING_INCOME,
  SAVING_ONE_OFF,
  SAVING_CLASSES
};
const char *saving_class_name(enum saving_class class); // none, efficiency, fewer_filled_places, below_norm, ...

// By the first whole year.
enum saving_class measure_class(const struct scenario *scenario, const struct measure_effect *effect);

#endif
