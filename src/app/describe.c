// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>

#include "app/commands.h"
#include "report/codes.h"
#include "scenario/scenario.h"

int command_columns(const struct options *options) {
  (void)options;
  columns_print(stdout);
  codes_print(stdout);
  return EXIT_DONE;
}
