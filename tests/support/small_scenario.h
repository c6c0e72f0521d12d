// SPDX-License-Identifier: GPL-3.0-or-later
// A small scenario without any problem, as texts; a test writes it with one text changed.
#ifndef ROTACOST_TESTS_SMALL_SCENARIO_H
#define ROTACOST_TESTS_SMALL_SCENARIO_H

#include "base/problems.h"
#include "scenario/scenario.h"
#include "support/folder.h"

// One change to the texts: in `file` the first `from` becomes `to`; without `from`, `to` is added at the end; without
// both, the file is left out; the `from` WHOLE_FILE is all of it. A file that the scenario does not have is written
// new.
#define WHOLE_FILE "*"
struct change_of_text {
  const char *file, *from, *to;
};

// Writes the scenario into the folder with the changes made, up to one without a file. A `from` that is not there
// ends the test program.
void small_scenario_write(const struct folder *folder, const struct change_of_text *changes);
// Writes and reads it.
struct scenario *small_scenario_read(struct arena *arena, const struct folder *folder,
                                     const struct change_of_text *changes, struct problems *problems);

#endif
