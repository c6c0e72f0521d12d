// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/long.h"

#include <stdlib.h>
#include <string.h>

bool tests_are_long(void) {
  const char *wanted = getenv("ROTACOST_LONG");
  return wanted && !strcmp(wanted, "1");
}

int few_or_all(int few, int all) { return tests_are_long() ? all : few; }
