// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of the paper is as a measure, by its words: a first guess, which the user corrects.
#ifndef ROTACOST_PAPER_MEANING_H
#define ROTACOST_PAPER_MEANING_H

#include "paper/paper.h"
#include "scenario/rows_measures.h"

enum { PAPER_CODE_BYTES_MOST = 32 };

// Letters and digits of the title in small letters, as many words of it as have room. Memory: arena.
const char *paper_code(struct arena *arena, const char *title);
enum nature paper_nature(struct arena *arena, const struct paper_row *row);
// The line of amounts.csv on which a row of this nature saves.
const char *paper_amount_line(struct arena *arena, const struct paper_row *row, enum nature nature);

#endif
