// SPDX-License-Identifier: GPL-3.0-or-later
// Why there is no answer, held by value: it contains its texts and points to no other memory.
#ifndef ROTACOST_BASE_FAILURE_H
#define ROTACOST_BASE_FAILURE_H

#include <stdbool.h>

enum failure_kind {
  FAILURE_NONE,
  FAILURE_LIMIT, // a limit was reached, or the machine's memory or processes were exhausted: exit status 4
  FAILURE_FAULT, // internal error: exit status 70
};

struct failure {
  enum failure_kind kind;
  char where[80]; // the task in which it happened; "": none in particular
  char text[400]; // what happened, in words, without a full stop
};

// A text that is too long is cut between two characters. `where` is left blank.
struct failure failure_make(enum failure_kind kind, const char *format, ...) __attribute__((format(printf, 2, 3)));
void failure_place(struct failure *failure, const char *where);
// Keeps the first failure; later ones only turn a limit into a fault, which takes precedence.
void failure_join(struct failure *to, const struct failure *more);

#endif
