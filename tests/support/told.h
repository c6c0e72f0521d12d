// SPDX-License-Identifier: GPL-3.0-or-later
// Problems that the reader reports for the small scenario with some texts changed.
#ifndef ROTACOST_TESTS_TOLD_H
#define ROTACOST_TESTS_TOLD_H

#include <stdbool.h>

#include "support/small_scenario.h"

struct told {
  const char *file;
  int line;
  const char *column;  // NULL: the row
  const char *text;    // NULL: none
  const char *message; // part of it
};

// Fails the test unless the problem is reported, among 1 to `errors_most` errors.
void assert_error_told(const struct change_of_text *changes, struct told told, size_t errors_most);
// Fails the test unless the warning is reported, without any error.
void assert_warning_told(const struct change_of_text *changes, struct told told);
// Fails the test if anything at all is reported.
void assert_nothing_told(const struct change_of_text *changes);

#endif
