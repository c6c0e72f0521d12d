// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"

void fuzz_holds(bool holds, const char *condition, const char *file, int line) {
  if (holds)
    return;
  fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
  abort();
}

static const char mark[] = "== ";
enum { MARK = sizeof mark - 1 };

// The next line that begins a part; `end` where there is none.
static const char *next_mark(const char *at, const char *end) {
  while (at < end && ((size_t)(end - at) < MARK || memcmp(at, mark, MARK) != 0)) {
    const char *line = memchr(at, '\n', (size_t)(end - at));
    at = line ? line + 1 : end;
  }
  return at;
}

int fuzz_parts(const char *data, size_t size, struct fuzz_part parts[FUZZ_PARTS_MOST]) {
  const char *end = data + size;
  int count = 0;
  for (const char *at = next_mark(data, end); at < end && count < FUZZ_PARTS_MOST;) {
    struct fuzz_part *part = &parts[count++];
    part->name = at + MARK;
    const char *line = memchr(at, '\n', (size_t)(end - at));
    part->name_length = (size_t)((line ? line : end) - part->name);
    part->text = line ? line + 1 : end;
    at = next_mark(part->text, end);
    part->length = (size_t)(at - part->text);
  }
  return count;
}
