// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "support/told.h"

static bool same_text(const char *a, const char *b) { return a && b ? strcmp(a, b) == 0 : a == b; }

static bool ends_with(const char *text, const char *tail) {
  size_t length = strlen(text), tail_length = strlen(tail);
  return length >= tail_length && strcmp(text + length - tail_length, tail) == 0;
}

static bool is_told(const struct problems *problems, const struct told *told, int warning) {
  for (size_t i = 0; i < problems->count; i++) {
    const struct problem *p = &problems->items[i];
    if (p->warning == warning && ends_with(p->at.file, told->file) && p->at.line == told->line &&
        same_text(p->at.column, told->column) && same_text(p->text, told->text) && strstr(p->message, told->message))
      return true;
  }
  return false;
}

static struct problems *read_changed(const struct change_of_text *changes) {
  struct arena *arena = arena_new();
  struct folder folder = folder_new();
  struct problems *problems = problems_new(arena);
  small_scenario_read(arena, &folder, changes, problems);
  folder_remove(&folder);
  return problems;
}

static void end(struct problems *problems, bool good, const struct change_of_text *changes, const char *wanted) {
  if (!good) {
    for (; changes && changes->file; changes++)
      print_error("%s, `%s` to `%s`\n", changes->file, changes->from ? changes->from : "",
                  changes->to ? changes->to : "");
    print_error("not `%s`, but:\n", wanted);
    problems_print(problems, stderr);
  }
  arena_free(problems->arena);
  assert_true(good);
}

void assert_error_told(const struct change_of_text *changes, struct told told, size_t errors_most) {
  struct problems *problems = read_changed(changes);
  bool good = problems->error_count > 0 && problems->error_count <= errors_most && is_told(problems, &told, 0);
  end(problems, good, changes, told.message);
}

void assert_warning_told(const struct change_of_text *changes, struct told told) {
  struct problems *problems = read_changed(changes);
  end(problems, problems->error_count == 0 && is_told(problems, &told, 1), changes, told.message);
}

void assert_nothing_told(const struct change_of_text *changes) {
  struct problems *problems = read_changed(changes);
  end(problems, problems->count == 0, changes, "nothing");
}
