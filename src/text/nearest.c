// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "base/language.h"
#include "text/cell.h"

enum {
  LETTERS_MOST = 64, // of longer words only the beginning is compared
  WORDS_SHOWN = 8
};

struct word {
  uint32_t letters[LETTERS_MOST];
  int count;
};

// Lower case for A-Z and for the Latin-1 letters (Æ, Ø, Å among them).
static uint32_t letter_lower(uint32_t letter) {
  bool ascii = letter >= 'A' && letter <= 'Z';
  bool latin = letter >= 0xC0 && letter <= 0xDE && letter != 0xD7;
  return ascii || latin ? letter + 0x20 : letter;
}

// The code points of valid UTF-8; a stray byte counts as a letter of its own.
static struct word word_of(const char *text) {
  struct word word = {.count = 0};
  const unsigned char *at = (const unsigned char *)text;
  while (*at && word.count < LETTERS_MOST) {
    uint32_t letter = *at++;
    if (letter >= 0xC0)
      letter &= letter >= 0xF0 ? 0x07 : letter >= 0xE0 ? 0x0F : 0x1F;
    while ((*at & 0xC0) == 0x80)
      letter = letter << 6 | (*at++ & 0x3F);
    word.letters[word.count++] = letter_lower(letter);
  }
  return word;
}

static int least_of(int a, int b) { return a < b ? a : b; }

// Letters inserted, deleted, replaced or swapped with their neighbour (optimal string alignment).
static int distance_between(const struct word *a, const struct word *b) {
  static const struct word none;
  int before[LETTERS_MOST + 1], last[LETTERS_MOST + 1], now[LETTERS_MOST + 1];
  memset(before, 0, sizeof before);
  for (int j = 0; j <= b->count; j++)
    last[j] = j;
  const uint32_t *x = a->count ? a->letters : none.letters;
  for (int i = 1; i <= a->count; i++) {
    now[0] = i;
    for (int j = 1; j <= b->count; j++) {
      int cost = x[i - 1] != b->letters[j - 1];
      now[j] = least_of(least_of(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
      if (i > 1 && j > 1 && x[i - 1] == b->letters[j - 2] && x[i - 2] == b->letters[j - 1])
        now[j] = least_of(now[j], before[j - 2] + 1);
    }
    memcpy(before, last, sizeof before);
    memcpy(last, now, sizeof last);
  }
  return last[b->count];
}

const char *nearest_word(const char *text, const char *const *words) {
  struct word wanted = word_of(text);
  const char *nearest = NULL;
  int least = LETTERS_MOST + 1;
  for (; *words; words++) {
    struct word known = word_of(*words);
    int distance = distance_between(&wanted, &known);
    int longer = wanted.count > known.count ? wanted.count : known.count;
    if (distance < least && distance * 3 <= longer) {
      least = distance;
      nearest = *words;
    }
  }
  return nearest;
}

const char *words_hint(struct arena *arena, const char *text, const char *const *words) {
  const char *nearest = nearest_word(text, words);
  if (nearest)
    return arena_printf(arena, _("the nearest is `%s`"), nearest);
  if (!words[0])
    return _("there is none");
  const char *list = words[0];
  int count = 1;
  for (; words[count] && count < WORDS_SHOWN; count++)
    list = arena_printf(arena, "%s, %s", list, words[count]);
  return arena_printf(arena, _("known are %s%s"), list, words[count] ? ", ..." : "");
}
