// SPDX-License-Identifier: GPL-3.0-or-later
// What a councillor is told of any verdict, whatever its figures: a sentence of at most 60 words, in both languages.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "report/council.h"

enum { LARGE = 999999999 };

static void is_a_sentence(struct arena *arena, const struct overview_line *line) {
  const char *text = council_sentence(arena, line);
  if (!*text) {
    assert_true(line->claimed.amount_ore == NOT_GIVEN && (line->kept_ore == FIELD_BLANK || line->effect->given_up));
    return;
  }
  if (council_words(text) < 2 || council_words(text) > COUNCIL_WORDS_MOST)
    fail_msg("%zu words: %s", council_words(text), text);
  assert_false(islower((unsigned char)text[0]));
  assert_string_equal(text + strlen(text) - 1, ".");
  assert_null(strstr(text, "  "));
  assert_null(strstr(text, ";;"));
}

// Every verdict, with the longest figures there are, with a claim or none, of a year or a full one, with a norm broken or kept.
static void every_verdict(struct arena *arena) {
  static const int64_t ores[] = {0, 100, -LARGE * INT64_C(100), LARGE * INT64_C(100)};
  enum { ORES = sizeof ores / sizeof *ores };
  for (int verdict = 0; verdict < VERDICTS; verdict++)
    for (int i = 0; i < ORES * ORES * ORES; i++)
      for (int flags = 0; flags < 8; flags++) {
        struct measure_effect effect = {.testable = true, .given_up = flags == 7};
        struct year_effect year = {.year = 2026};
        effect.full.answers[POSITIONS_ADJUSTED].removed_fte = i % 2 ? 123.45 : 0;
        year.breach.days = 365;
        struct overview_line line = {.effect = &effect, .year = &year, .shown = &year, .full = flags & 1};
        line.verdict = (enum verdict)verdict;
        line.claimed.amount_ore = flags & 2 ? ores[i % ORES] : NOT_GIVEN;
        line.kept_ore = flags & 4 ? FIELD_BLANK : ores[i / ORES % ORES];
        line.adjusted_ore = flags & 4 ? FIELD_BLANK : ores[i / ORES / ORES];
        is_a_sentence(arena, &line);
      }
}

static void sentences_in_english(void **state) {
  language_insist(LANGUAGE_EN);
  every_verdict(*state);
}

static void sentences_in_norwegian(void **state) {
  language_insist(LANGUAGE_NB);
  every_verdict(*state);
}

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(sentences_in_english, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sentences_in_norwegian, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
