// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers by word: a hash table, for lists too long to be searched for every word.
#ifndef ROTACOST_BASE_WORDS_H
#define ROTACOST_BASE_WORDS_H

#include <stddef.h>

#include "base/arena.h"

#define WORD_NONE SIZE_MAX

struct word_index;

struct word_index *word_index_new(struct arena *arena);
// The number first stored for the word, or WORD_NONE.
size_t word_find(const struct word_index *index, const char *word);
// If the word is already there, its first number is kept. The word must live as long as the index.
void word_put(struct word_index *index, const char *word, size_t number);

#endif
