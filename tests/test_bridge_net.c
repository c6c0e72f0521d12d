// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons netted: none is larger than the difference they explain, the sum stays, and nothing that was joined is lost.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "audit/bridge_net.h"
#include "support/long.h"
#include "support/town.h"

enum { REASONS_MOST = 8 };

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

static int64_t sum_of(const struct net_reason *reasons, size_t count) {
  int64_t sum_ore = 0;
  for (size_t i = 0; i < count; i++)
    sum_ore += reasons[i].ore;
  return sum_ore;
}

static const char *const letters[REASONS_MOST] = {"<a>", "<b>", "<c>", "<d>", "<e>", "<f>", "<g>", "<h>"};

// How often a letter stands in the texts.
static int told(const struct net_reason *reasons, size_t count, const char *letter) {
  int found = 0;
  for (size_t i = 0; i < count; i++)
    for (const char *at = reasons[i].text; at && (at = strstr(at, letter)); at++)
      found++;
  return found;
}

// Of numbers near to each other and of all sizes, with zeros and sums of nothing.
static void check_random(void *arena, struct random *random) {
  struct net_reason before[REASONS_MOST] = {{0, NULL}}, after[REASONS_MOST];
  size_t count = 1 + (size_t)random_below(random, REASONS_MOST);
  int size = random_chance(random, 50) ? 10 : 1000000;
  for (size_t i = 0; i < count; i++) {
    before[i].ore = random_chance(random, 20) ? 0 : random_below(random, 2 * size + 1) - size;
    before[i].text = before[i].ore ? letters[i] : NULL;
  }
  if (random_chance(random, 10))
    before[0] = (struct net_reason){before[0].ore - sum_of(before, count), letters[0]};
  if (!before[0].ore)
    before[0].text = NULL;
  memcpy(after, before, sizeof before);
  reasons_net(arena, after, count);
  int64_t whole_ore = sum_of(before, count);
  assert_int_equal(sum_of(after, count), whole_ore);
  int64_t told_ore = 0; // of the parts that are named: those that cancel each other to the øre need no name
  for (size_t i = 0; i < count; i++) {
    assert_true(llabs(after[i].ore) <= llabs(whole_ore));
    assert_int_equal(after[i].text != NULL, after[i].ore != 0);
    int times = told(after, count, letters[i]);
    assert_true(times <= 1 && (!times || before[i].ore));
    told_ore += times ? before[i].ore : 0;
    if (after[i].ore && strstr(after[i].text, letters[i]) == after[i].text) // led by a part that goes its way
      assert_true((before[i].ore < 0) == (after[i].ore < 0));
  }
  assert_int_equal(told_ore, whole_ore);
}

static void none_is_larger_than_the_whole(void **state) {
  struct random random = {20261129};
  for (int i = 0; i < few_or_all(2000, 20000); i++)
    check_random(*state, &random);
}

static void joined_only_where_one_is_larger(void **state) {
  struct net_reason reasons[] = {{300, "a"}, {0, NULL}, {-100, "b"}, {50, "c"}};
  reasons_net(*state, reasons, 4);
  // 300 is larger than the 250 they explain: joined with what opposes it
  assert_int_equal(reasons[0].ore, 200);
  assert_string_equal(reasons[0].text, "a (+3\u00A0kr). Against it: b (\u22121\u00A0kr)");
  assert_int_equal(reasons[2].ore, 0);
  assert_null(reasons[2].text);
  assert_int_equal(reasons[3].ore, 50);
  assert_string_equal(reasons[3].text, "c");
  struct net_reason alike[] = {{-300, "a"}, {-100, "b"}, {150, "c"}};
  reasons_net(*state, alike, 3); // -300 explains more than -250
  assert_int_equal(alike[0].ore, -150);
  struct net_reason small[] = {{-300, "a"}, {-100, "b"}, {50, "c"}};
  reasons_net(*state, small, 3);
  assert_int_equal(small[0].ore, -300);
  assert_string_equal(small[0].text, "a");
  assert_int_equal(small[2].ore, 50);
}

// The side that goes the way of the sum leads, though another is larger.
static void the_side_of_the_sum_leads(void **state) {
  struct net_reason reasons[] = {{-50000, "a"}, {48000, "b"}, {30000, "c"}};
  reasons_net(*state, reasons, 3);
  assert_int_equal(reasons[1].ore, 28000);
  assert_string_equal(reasons[1].text,
                      "b (+480\u00A0kr). With it: c (+300\u00A0kr). Against it: a (\u2212500\u00A0kr)");
  assert_null(reasons[0].text);
  assert_null(reasons[2].text);
}

int main(void) {
#define CASE(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)
  const struct CMUnitTest tests[] = {CASE(none_is_larger_than_the_whole), CASE(joined_only_where_one_is_larger),
                                     CASE(the_side_of_the_sum_leads)};
#undef CASE
  return cmocka_run_group_tests_name("bridge_net", tests, NULL, NULL);
}
