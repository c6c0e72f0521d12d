// SPDX-License-Identifier: GPL-3.0-or-later
// The full account of one measure, used by its sheet of the page and by `rotacost explain`, in this order and wording.
// Each adds its own tables and drawings below the sentences of a part.
#ifndef ROTACOST_REPORT_STORY_H
#define ROTACOST_REPORT_STORY_H

#include "report/overview_line.h"

enum story_part {
  STORY_CHANGES,     // what changes: a sentence for each of the first edits and amounts
  STORY_WORTH,       // what explains the difference to the claim, and how a rota changes it
  STORY_BREAKS,      // norms, cover and working-time rules in its first whole year
  STORY_WHO_GOES,    // whole positions, what they save, and by when
  STORY_FIXES,       // what would make the claim true, and which single steps are worth most
  STORY_ASSUMPTIONS, // which numbers marked assumed move the effect most
  STORY_PARTS
};

enum { STORY_CHANGES_MOST = 4 }; // edits and amounts described in sentences

const char *story_heading(enum story_part part);

// The introduction: what is reached, as a sentence or two, and what it is judged by. Memory: arena.
const char *story_answer(struct arena *arena, const struct overview_line *line);
const char *story_terms(struct arena *arena, const struct audit *audit, const struct overview_line *line);

// Sentences of a part. Where there are none, the part has no heading either. Memory: arena.
const char *const *story_sentences(struct arena *arena, const struct audit *audit, const struct overview_line *line,
                                   enum story_part part, size_t *count);

#endif
