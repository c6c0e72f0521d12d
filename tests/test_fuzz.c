// SPDX-License-Identifier: GPL-3.0-or-later
// Every input kept in fuzz/corpus, each named after its target: what the fuzzers covered, and what they once found.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"

static const char corpora[] = "tests/fuzz/corpus";

static uint8_t *bytes_of(const char *path, size_t *size) {
  FILE *from = fopen(path, "rb");
  assert_non_null(from);
  assert_int_equal(fseek(from, 0, SEEK_END), 0);
  *size = (size_t)ftell(from);
  rewind(from);
  uint8_t *bytes = malloc(*size + 1);
  assert_int_equal(fread(bytes, 1, *size, from), *size);
  fclose(from);
  return bytes;
}

static int replay(const char *name, fuzz_target *target) {
  char path[512];
  snprintf(path, sizeof path, "%s/%s", corpora, name);
  struct dirent **files;
  int count = scandir(path, &files, NULL, alphasort), played = 0;
  assert_true(count > 0);
  for (int i = 0; i < count; i++) {
    if (files[i]->d_name[0] != '.') {
      snprintf(path, sizeof path, "%s/%s/%s", corpora, name, files[i]->d_name);
      size_t size;
      uint8_t *bytes = bytes_of(path, &size);
      target(bytes, size);
      free(bytes);
      played++;
    }
    free(files[i]);
  }
  free(files);
  return played;
}

#define REPLAY(NAME)                                                                                                   \
  static void NAME(void **s) {                                                                                         \
    (void)s;                                                                                                           \
    assert_true(replay(#NAME, fuzz_##NAME) > 0);                                                                       \
  }
REPLAY(cell)
REPLAY(days)
REPLAY(sheet)
REPLAY(workbook)
REPLAY(scenario)
REPLAY(rota)
REPLAY(accounts)
REPLAY(plan)

// What the mutator makes is no longer than it may be, and the same for the same seed.
static void cells_change_within_their_room(void **s) {
  (void)s;
  static const char text[] = "== units.csv\nunit;title\nward;The ward\n";
  for (unsigned seed = 0; seed < 2000; seed++) {
    uint8_t once[64] = {0}, again[64] = {0};
    memcpy(once, text, sizeof text - 1);
    memcpy(again, text, sizeof text - 1);
    size_t size = fuzz_cells_mutate(once, sizeof text - 1, sizeof once, seed);
    assert_true(size <= sizeof once);
    assert_int_equal(fuzz_cells_mutate(again, sizeof text - 1, sizeof again, seed), size);
    assert_memory_equal(once, again, size);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cell),     cmocka_unit_test(days),     cmocka_unit_test(sheet),
      cmocka_unit_test(workbook), cmocka_unit_test(scenario), cmocka_unit_test(rota),
      cmocka_unit_test(accounts), cmocka_unit_test(plan),     cmocka_unit_test(cells_change_within_their_room),
  };
  return cmocka_run_group_tests_name("fuzz", tests, NULL, NULL);
}
