// SPDX-License-Identifier: GPL-3.0-or-later
// Spells of sick leave and days with a sick child, against their shares on every day, their lengths and their end.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "chance/child.h"

enum { DAYS = 365 };

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// Within three standard errors of what is wanted: fails by chance once in 370, with a fixed seed always or never.
static void assert_mean(double found, double wanted, double error) {
  if (fabs(found - wanted) > 3 * error + 1e-9)
    fail_msg("mean %.6f, wanted %.6f within 3 x %.6f", found, wanted, error);
}

// ---------------------------------------------------------------- spells

// A year that falls from winter to summer and rises again, in steps.
static double season(int day) { return day < 90 || day >= 300 ? 0.117 : day < 180 ? 0.105 : 0.085; }

static struct spells *a_year_of_spells(struct arena *arena) {
  double away[DAYS];
  for (int d = 0; d < DAYS; d++)
    away[d] = season(d);
  struct spell_terms terms = {{4, 60}, 0.637};
  return spells_make(arena, away, DAYS, &terms);
}

struct days_seen {
  int away[DAYS], lengths[SPELL_KINDS], spells[SPELL_KINDS], refunded;
};

static void live_heads(const struct spells *spells, int heads, struct days_seen *seen) {
  struct chance_stream *stream = chance_stream_new();
  for (int h = 0; h < heads; h++) {
    chance_begin(stream, chance_name(7, (uint64_t)h));
    struct spell spell;
    for (int from = -1; spells_next(spells, stream, from, &spell); from = spell.last + 2) {
      for (int d = spell.first; d <= spell.last; d++) {
        seen->away[d]++;
        seen->refunded += d - spell.first + spell.age >= EMPLOYER_DAYS;
      }
      if (spell.first > 10 && spell.first < 60 && spell.last < DAYS - 1) { // whole ones of one season
        seen->spells[spell.kind]++;
        seen->lengths[spell.kind] += spell.last - spell.first + 1;
      }
    }
  }
  chance_stream_free(stream);
}

// On every day the share away is what was asked for, the first and the last too: within 4.5 errors, as there are 365 of
// them.
static void spells_have_their_share_on_every_day(void **state) {
  enum { HEADS = 40000 };
  static struct days_seen seen;
  memset(&seen, 0, sizeof seen);
  const struct spells *spells = a_year_of_spells(*state);
  live_heads(spells, HEADS, &seen);
  for (int d = 0; d < DAYS; d++) {
    double error = sqrt(season(d) * (1 - season(d)) / HEADS);
    assert_true(fabs((double)seen.away[d] / HEADS - season(d)) < 4.5 * error);
  }
  // A short spell lasts 4 days on average. The play is of its errors: 4 days have a standard deviation of sqrt(12).
  assert_true(seen.spells[SPELL_SHORT] > 1000);
  assert_mean((double)seen.lengths[SPELL_SHORT] / seen.spells[SPELL_SHORT], 4, sqrt(12.0 / seen.spells[SPELL_SHORT]));
  // Days after the employer's 16: as the chain has it, day by day, and close to the 63.7 % that the shares were made
  // of.
  double refunded = (double)seen.refunded / HEADS, away = 0;
  for (int d = 0; d < DAYS; d++)
    away += season(d);
  assert_true(fabs(refunded - spells->refunded_days) < 0.02 * spells->refunded_days);
  assert_true(fabs(spells->refunded_days / away - 0.637) < 0.03);
}

// Long spells of one season: only those that end within the year have a length, so the season is made long.
static void long_spells_have_their_length(void **state) {
  enum { HEADS = 4000, LONG_DAYS = 3650 };
  double *away = arena_array(*state, LONG_DAYS, sizeof *away);
  for (int d = 0; d < LONG_DAYS; d++)
    away[d] = 0.1;
  struct spell_terms terms = {{4, 60}, 0.637};
  const struct spells *spells = spells_make(*state, away, LONG_DAYS, &terms);
  struct chance_stream *stream = chance_stream_new();
  double sum = 0, count = 0;
  for (int h = 0; h < HEADS; h++) {
    chance_begin(stream, chance_name(8, (uint64_t)h));
    struct spell spell;
    for (int from = -1; spells_next(spells, stream, from, &spell); from = spell.last + 2)
      if (spell.kind == SPELL_LONG && spell.first > 0 && spell.first < LONG_DAYS - 1500) {
        sum += spell.last - spell.first + 1;
        count++;
      }
  }
  chance_stream_free(stream);
  assert_mean(sum / count, 60, 60 / sqrt(count));
}

// ---------------------------------------------------------------- sick children

// More in winter; a fiscal year from October, so that the days given come anew in the middle of it.
enum { NEW_YEAR = 92, GIVEN_DAYS = 14 }; // 10 days of duty
static double child_season(int day) { return day < 60 || day > 300 ? 0.028 : day < 200 ? 0.036 : 0.012; }

struct child_seen {
  int home[DAYS], spells, lengths, most;
};

static void live_parents(const struct child_days *child, int parents, struct child_seen *seen) {
  struct chance_stream *stream = chance_stream_new();
  for (int h = 0; h < parents; h++) {
    struct spell spells[CHILD_SPELLS_MOST];
    int taken[2] = {0};
    chance_begin(stream, chance_name(9, (uint64_t)h));
    int count = child_spells_draw(child, stream, spells);
    for (int i = 0; i < count; i++) {
      assert_true(i == 0 || spells[i].first > spells[i - 1].last + 1);
      assert_true(spells[i].last < DAYS);
      for (int d = spells[i].first; d <= spells[i].last; d++) {
        seen->home[d]++;
        taken[d >= NEW_YEAR]++;
      }
      if (i == 0 && spells[i].first > 0 && spells[i].first < 40) { // of one season, and no end of days given near
        seen->spells++;
        seen->lengths += spells[i].last - spells[i].first + 1;
      }
    }
    for (int y = 0; y < 2; y++)
      seen->most = taken[y] > seen->most ? taken[y] : seen->most;
  }
  chance_stream_free(stream);
}

static void days_with_a_sick_child_have_their_share_and_their_end(void **state) {
  enum { PARENTS = 40000 };
  static struct child_seen seen;
  double home[DAYS];
  memset(&seen, 0, sizeof seen);
  for (int d = 0; d < DAYS; d++)
    home[d] = child_season(d);
  struct child_terms terms = {.mean_days = 2, .duty_days = 10, .new_year = NEW_YEAR};
  const struct child_days *child = child_days_make(*state, home, DAYS, &terms);
  live_parents(child, PARENTS, &seen);
  for (int d = 0; d < DAYS; d++)
    assert_true(fabs((double)seen.home[d] / PARENTS - home[d]) < 4.5 * sqrt(home[d] * (1 - home[d]) / PARENTS));
  assert_int_equal(seen.most, GIVEN_DAYS); // and somebody takes them all
  assert_true(seen.spells > 1000);
  assert_mean((double)seen.lengths / seen.spells, 2, sqrt(2.0 / seen.spells)); // geometric: variance 2
}

// So many as may be by the check of the scenario, 80 of 100 of the days given, still have their share on the last day.
static void many_days_with_a_sick_child_are_drawn_too(void **state) {
  enum { PARENTS = 40000 };
  static struct child_seen seen;
  double home[DAYS];
  memset(&seen, 0, sizeof seen);
  for (int d = 0; d < DAYS; d++)
    home[d] = 0.8 * GIVEN_DAYS / DAYS;
  struct child_terms terms = {.mean_days = 2, .duty_days = 10};
  live_parents(child_days_make(*state, home, DAYS, &terms), PARENTS, &seen);
  for (int d = 0; d < DAYS; d++)
    assert_true(fabs((double)seen.home[d] / PARENTS - home[d]) < 4.5 * sqrt(home[d] * (1 - home[d]) / PARENTS));
}

int main(void) {
#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(spells_have_their_share_on_every_day),
      TEST(long_spells_have_their_length),
      TEST(days_with_a_sick_child_have_their_share_and_their_end),
      TEST(many_days_with_a_sick_child_are_drawn_too),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
