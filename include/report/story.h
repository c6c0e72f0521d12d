// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of one measure wherever it is told whole: on its sheet of the page and by `rotacost explain`, in this
// order and in these words. Each adds its own tables and drawings below the sentences of a part.
#ifndef ROTACOST_REPORT_STORY_H
#define ROTACOST_REPORT_STORY_H

#include "report/overview_line.h"

enum story_part {
  STORY_CHANGES,     // what changes: a sentence for each of the first edits and amounts
  STORY_WORTH,       // what the difference to the claim is, and what a rota makes of it
  STORY_BREAKS,      // norms, cover and working-time rules in its first whole year
  STORY_WHO_GOES,    // whole positions, what they are worth, and by when
  STORY_FIXES,       // what would make the claim true, and which single steps are worth most
  STORY_ASSUMPTIONS, // which numbers marked assumed move the effect most
  STORY_PARTS
};

enum { STORY_CHANGES_MOST = 4 }; // edits and amounts told in sentences

const char *story_heading(enum story_part part);

// What comes before the parts: what is reached, as a sentence or two, and by what it is judged. Memory: arena.
const char *story_answer(struct arena *arena, const struct overview_line *line);
const char *story_terms(struct arena *arena, const struct audit *audit, const struct overview_line *line);

// Sentences of a part. None: there is nothing to tell, and no heading either. Memory: arena.
const char *const *story_sentences(struct arena *arena, const struct audit *audit, const struct overview_line *line,
                                   enum story_part part, size_t *count);

#endif
