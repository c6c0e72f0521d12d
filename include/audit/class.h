// SPDX-License-Identifier: GPL-3.0-or-later
// The kind of saving of a measure once in force: fewer kroner for the same cover, or fewer filled places.
#ifndef ROTACOST_AUDIT_CLASS_H
#define ROTACOST_AUDIT_CLASS_H

#include "audit/effect.h"

enum saving_class {
  SAVING_NONE,       // nothing is saved, or the kind cannot be determined
  SAVING_EFFICIENCY, // the same cover for fewer kroner
  SAVING_FEWER,      // fewer places needed or filled, all above the norm
  SAVING_BELOW_NORM, // lost places, needed or filled, that the norm requires
  SAVING_AMOUNT,     // a yearly amount: a contract, rent, goods
  SAVING_INCOME,
  SAVING_ONE_OFF,
  SAVING_CLASSES
};
const char *saving_class_name(enum saving_class class); // none, efficiency, fewer_filled_places, below_norm, ...

// By the first whole year.
enum saving_class measure_class(const struct scenario *scenario, const struct measure_effect *effect);

#endif
