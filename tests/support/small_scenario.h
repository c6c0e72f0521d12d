// SPDX-License-Identifier: GPL-3.0-or-later
// A small scenario without problems, as texts; a test writes it with one text changed.
#ifndef ROTACOST_TESTS_SMALL_SCENARIO_H
#define ROTACOST_TESTS_SMALL_SCENARIO_H

#include "base/problems.h"
#include "scenario/scenario.h"
#include "support/folder.h"

// One change to the texts: in `file` the first `from` becomes `to`. Without `from`, `to` is added at the end; without
// both, the file is left out; with WHOLE_FILE as `from`, the whole file is replaced. A file that the scenario does not
// have is created.
#define WHOLE_FILE "*"
struct change_of_text {
  const char *file, *from, *to;
};

// Writes the scenario with its changes into the folder; an entry without a file ends the list. If a `from` is not
// found, the test program ends.
void small_scenario_write(const struct folder *folder, const struct change_of_text *changes);
// Writes and reads it.
struct scenario *small_scenario_read(struct arena *arena, const struct folder *folder,
                                     const struct change_of_text *changes, struct problems *problems);

#endif
