// SPDX-License-Identifier: GPL-3.0-or-later
// One measure explained to a councillor, beside the row of the paper: at most COUNCIL_WORDS_MOST words, without
// technical terms.
#ifndef ROTACOST_REPORT_COUNCIL_H
#define ROTACOST_REPORT_COUNCIL_H

#include "report/overview.h"

enum { COUNCIL_WORDS_MOST = 60 };

// What the paper expects, what is estimated, and what it takes. Memory: arena.
const char *council_sentence(struct arena *arena, const struct overview_line *line);
size_t council_words(const char *text); // separated by blanks, including those within numbers

#endif
