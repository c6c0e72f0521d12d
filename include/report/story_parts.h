// SPDX-License-Identifier: GPL-3.0-or-later
// How a story is written: one file describes what the measure does, the other what follows from it.
#ifndef ROTACOST_REPORT_STORY_PARTS_H
#define ROTACOST_REPORT_STORY_PARTS_H

#include "report/story.h"

struct story {
  struct arena *arena;
  const struct audit *audit;
  const struct tables *tables;
  const struct overview_line *line;
  const char **sentences;
  size_t count, room;
};

void story_say(struct story *story, const char *sentence); // nothing is added where it is NULL or ""

void story_who_goes(struct story *story);
void story_fixes(struct story *story);
void story_assumptions(struct story *story);

#endif
