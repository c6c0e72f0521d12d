// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/glpsol.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/folder.h"

// The line of its solution file: `s bas ROWS COLUMNS f f OBJECTIVE` or `s mip ROWS COLUMNS o OBJECTIVE`.
static double read_objective(const char *path) {
  char line[256], kind[8], status[8] = "";
  double objective = NAN;
  FILE *solution = fopen(path, "r");
  assert_non_null(solution);
  while (fgets(line, sizeof line, solution))
    if (sscanf(line, "s bas %*d %*d %7s %7s %lf", kind, status, &objective) == 3 ||
        sscanf(line, "s mip %*d %*d %7s %lf", status, &objective) == 2)
      break;
  fclose(solution);
  assert_true(!strcmp(status, "f") || !strcmp(status, "o")); // feasible both ways; optimal
  return objective;
}

double glpsol_optimum(const struct plan *plan, enum export_format format) {
  struct folder folder = folder_new();
  char path[128], command[512];
  snprintf(path, sizeof path, "%s/programme", folder.path);
  FILE *to = fopen(path, "w");
  assert_non_null(to);
  assert_true(solver_export(plan->program, plan->solution, format, to));
  fclose(to);
  snprintf(command, sizeof command, "glpsol %s %s/programme --write %s/solution >%s/log 2>&1",
           format == EXPORT_LP ? "--lp" : "--freemps", folder.path, folder.path, folder.path);
  if (system(command) != 0)
    fail_msg("did not run: %s", command);
  snprintf(path, sizeof path, "%s/solution", folder.path);
  double objective = read_objective(path);
  folder_remove(&folder);
  return objective;
}
