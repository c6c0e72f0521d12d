// SPDX-License-Identifier: GPL-3.0-or-later
// The answer in a sentence or two, the same in every format: what the measures that count towards the target claim for
// the last year, and what the model finds for them.
#ifndef ROTACOST_REPORT_HEADLINE_H
#define ROTACOST_REPORT_HEADLINE_H

#include "report/overview.h"

// All measures at once, so that nothing is counted twice; where that was not asked the sum of each by itself.
struct headline {
  int year;
  int in_target, claims; // measures that count towards the target; claims of any measure
  int64_t claimed_ore, kept_ore, adjusted_ore;
  int64_t target_ore; // NOT_GIVEN: none
};

// lines: of report/overview.h, [audit->measure_count].
struct headline headline_of(const struct audit *audit, const struct result_set *set, const struct overview_line *lines);
const char *headline_sentence(struct arena *arena, const struct headline *headline);
const char *headline_target(struct arena *arena, const struct headline *headline); // NULL where there is no target

#endif
