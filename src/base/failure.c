// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/failure.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// Removes a multi-byte character completely if it was cut.
static void end_whole(char *text, size_t room, int length) {
  if (length < (int)room)
    return;
  size_t end = room - 1;
  while (end && ((unsigned char)text[end - 1] & 0xC0) == 0x80)
    end--;
  if (end && (unsigned char)text[end - 1] >= 0xC0)
    end--;
  text[end] = '\0';
}

struct failure failure_make(enum failure_kind kind, const char *format, ...) {
  struct failure failure = {.kind = kind};
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(failure.text, sizeof failure.text, format, arguments);
  va_end(arguments);
  end_whole(failure.text, sizeof failure.text, length);
  return failure;
}

void failure_place(struct failure *failure, const char *where) {
  int length = snprintf(failure->where, sizeof failure->where, "%s", where);
  end_whole(failure->where, sizeof failure->where, length);
}

void failure_join(struct failure *to, const struct failure *more) {
  if (to->kind == FAILURE_NONE)
    *to = *more;
  else if (more->kind == FAILURE_FAULT)
    to->kind = FAILURE_FAULT;
}
