// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/account_pattern.h"

#include <string.h>

enum { ART_DIGITS = 3 };

// The number at the beginning of `10100 Fixed pay`, of at least three digits; NULL: it begins with none.
const char *account_number(struct arena *arena, const char *text) {
  size_t digits = text ? strspn(text, "0123456789") : 0;
  if (!digits || (text[digits] && !strchr(" -:\t", text[digits])))
    return NULL;
  return arena_printf(arena, "%.*s%.*s", digits < ART_DIGITS ? (int)(ART_DIGITS - digits) : 0, "00", (int)digits, text);
}

// * matches any number of characters, ? one.
static bool fits(const char *pattern, const char *text) {
  const char *star = NULL, *again = NULL;
  while (*text) {
    if (*pattern == '*') {
      star = pattern++;
      again = text;
    } else if (*pattern && (*pattern == '?' || *pattern == *text)) {
      pattern++, text++;
    } else if (star) {
      pattern = star + 1;
      text = ++again;
    } else {
      return false;
    }
  }
  while (*pattern == '*')
    pattern++;
  return !*pattern;
}

bool account_pattern_fits(const char *pattern, const char *text) { return !pattern || fits(pattern, text ? text : ""); }

int account_pattern_signs(const char *pattern) {
  int signs = 0;
  for (; pattern && *pattern; pattern++)
    signs += *pattern != '*' && *pattern != '?';
  return signs;
}
