// SPDX-License-Identifier: GPL-3.0-or-later
// Why there is no answer, by value: whoever holds it owns it, and nothing it says lies in memory that may end.
#ifndef ROTACOST_BASE_FAILURE_H
#define ROTACOST_BASE_FAILURE_H

#include <stdbool.h>

enum failure_kind {
  FAILURE_NONE,
  FAILURE_LIMIT, // a limit was reached, or the machine gave no more: exit status 4
  FAILURE_FAULT, // our own: exit status 70
};

struct failure {
  enum failure_kind kind;
  char where[80]; // the piece of work it happened in; "": none in particular
  char text[400]; // what happened, in words, without a full stop
};

// The words are cut, between two characters, where they are too long. `where` is left blank.
struct failure failure_make(enum failure_kind kind, const char *format, ...) __attribute__((format(printf, 2, 3)));
void failure_place(struct failure *failure, const char *where);
// Keeps the first failure; of later ones only that it is a fault, which weighs more than a limit.
void failure_join(struct failure *to, const struct failure *more);

#endif
