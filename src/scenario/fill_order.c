// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/fill_order.h"

#include <string.h>

static const char BLANK[] = " \t+,";

static const struct {
  const char *word;
  enum source_kind kind;
} words[] = {{"extra", SOURCE_EXTRA},
             {"substitute", SOURCE_SUBSTITUTE},
             {"overtime", SOURCE_OVERTIME},
             {"agency", SOURCE_AGENCY}};
enum { WORDS = sizeof words / sizeof *words };

// The next word from *at, which moves behind it; NULL: none.
static const char *next_word(const char **at, size_t *length) {
  const char *word = *at + strspn(*at, BLANK);
  *length = strcspn(word, BLANK);
  *at = word + *length;
  return *length ? word : NULL;
}

static int kind_of(const char *word, size_t length) {
  for (int i = 0; i < WORDS; i++)
    if (strlen(words[i].word) == length && !memcmp(words[i].word, word, length))
      return (int)words[i].kind;
  return -1;
}

int fill_order_rank(const char *order, enum source_kind kind) {
  size_t length;
  int rank = 0;
  for (const char *at = order, *word; (word = next_word(&at, &length)); rank++)
    if (kind_of(word, length) == (int)kind)
      return rank;
  return -1;
}

const char *fill_order_fault(const char *order, size_t *length) {
  bool met[WORDS] = {false};
  for (const char *at = order, *word; (word = next_word(&at, length));) {
    int kind = kind_of(word, *length);
    if (kind < 0 || met[kind])
      return word;
    met[kind] = true;
  }
  return NULL;
}
