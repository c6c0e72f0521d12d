// SPDX-License-Identifier: GPL-3.0-or-later
// Values as bytes and back: equal, in memory of the receiver's own, and refused where anything is missing.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/failure.h"
#include "pool/pack.h"

struct leaf {
  int64_t number;
  const char *text;
};

struct branch {
  const char *name;
  size_t leaf_count;
  struct leaf *leaves;
  double weight;
  const char *note;
};

static const size_t leaf_texts[] = {offsetof(struct leaf, text)};
static const struct pack_shape leaf_shape = {sizeof(struct leaf), leaf_texts, 1, NULL, 0};
static const size_t branch_texts[] = {offsetof(struct branch, name), offsetof(struct branch, note)};
static const struct pack_list branch_lists[] = {
    {offsetof(struct branch, leaves), offsetof(struct branch, leaf_count), &leaf_shape}};
static const struct pack_shape branch_shape = {sizeof(struct branch), branch_texts, 2, branch_lists, 1};

static struct packing *packed_tree(void) {
  struct leaf many[] = {{1, "one"}, {2, NULL}, {3, ""}, {4, "one"}};
  struct branch tree[] = {
      {"left", 4, many, 0.5, NULL}, {"right", 0, NULL, -1, "bl\xC3\xA5"}, {"left", 1, many, 2, "one"}};
  struct packing *packing = packing_new();
  pack_number(packing, -42);
  pack_items(packing, tree, 3, &branch_shape);
  pack_text(packing, "right");
  return packing;
}

static void check_tree(struct unpacking *from) {
  size_t count;
  assert_int_equal(unpack_number(from), -42);
  struct branch *tree = unpack_items(from, &count, &branch_shape);
  assert_int_equal(count, 3);
  assert_string_equal(tree[0].name, "left");
  assert_null(tree[0].note);
  assert_int_equal(tree[0].leaf_count, 4);
  assert_string_equal(tree[0].leaves[0].text, "one");
  assert_null(tree[0].leaves[1].text);
  assert_string_equal(tree[0].leaves[2].text, "");
  assert_int_equal(tree[0].leaves[3].number, 4);
  assert_int_equal(tree[1].leaf_count, 0);
  assert_null(tree[1].leaves);
  assert_string_equal(tree[1].note, "bl\xC3\xA5");
  assert_ptr_equal(tree[2].note, tree[0].leaves[3].text); // equal texts are one
  assert_true(tree[2].weight > 1.9 && tree[2].weight < 2.1);
  assert_string_equal(unpack_text(from), "right");
}

static void values_come_back(void **state) {
  (void)state;
  struct packing *packing = packed_tree();
  size_t length;
  const char *bytes = packing_bytes(packing, &length);
  char *elsewhere = malloc(length);
  memcpy(elsewhere, bytes, length);
  packing_free(packing);
  struct arena *arena = arena_new();
  struct unpacking from = unpack_begin(arena, elsewhere, length);
  check_tree(&from);
  assert_true(unpack_whole(&from));
  free(elsewhere);
  arena_free(arena);
}

static void read_tree(struct unpacking *from) {
  size_t count;
  unpack_number(from);
  unpack_items(from, &count, &branch_shape);
  unpack_text(from);
}

static void every_cut_is_noticed(void **state) {
  (void)state;
  struct packing *packing = packed_tree();
  size_t length;
  const char *bytes = packing_bytes(packing, &length);
  for (size_t cut = 0; cut < length; cut++) {
    struct arena *arena = arena_new();
    char *part = malloc(cut ? cut : 1); // so that a sanitizer sees a byte too many
    memcpy(part, bytes, cut);
    struct unpacking from = unpack_begin(arena, part, cut);
    read_tree(&from);
    assert_false(unpack_whole(&from));
    free(part);
    arena_free(arena);
  }
  struct arena *arena = arena_new();
  struct unpacking short_reader = unpack_begin(arena, bytes, length);
  unpack_number(&short_reader);
  assert_false(unpack_whole(&short_reader)); // something is left over
  arena_free(arena);
  packing_free(packing);
}

static void nonsense_is_survived(void **state) {
  (void)state;
  struct packing *packing = packed_tree();
  size_t length;
  const char *bytes = packing_bytes(packing, &length);
  char *wrong = malloc(length);
  for (size_t at = 0; at < length; at++)
    for (int bit = 0; bit < 8; bit++) {
      struct arena *arena = arena_new();
      memcpy(wrong, bytes, length);
      wrong[at] = (char)(wrong[at] ^ 1 << bit);
      struct unpacking from = unpack_begin(arena, wrong, length);
      read_tree(&from);
      arena_free(arena);
    }
  free(wrong);
  packing_free(packing);
}

static void many_texts_are_kept_apart(void **state) {
  (void)state;
  enum { MANY = 5000 };
  struct arena *arena = arena_new();
  struct packing *packing = packing_new();
  for (int i = 0; i < 2 * MANY; i++)
    pack_text(packing, arena_printf(arena, "text %d", i % MANY));
  size_t length;
  const char *bytes = packing_bytes(packing, &length);
  struct unpacking from = unpack_begin(arena, bytes, length);
  for (int i = 0; i < 2 * MANY; i++)
    assert_string_equal(unpack_text(&from), arena_printf(arena, "text %d", i % MANY));
  assert_true(unpack_whole(&from));
  assert_int_equal(from.text_count, MANY);
  packing_free(packing);
  arena_free(arena);
}

static void a_failure_keeps_whole_letters(void **state) {
  (void)state;
  char many[1000] = "x";
  for (int i = 1; i + 2 < 1000; i += 2)
    memcpy(many + i, "\xC3\xA5", 3);
  struct failure failure = failure_make(FAILURE_LIMIT, "%s", many);
  size_t length = strlen(failure.text);
  assert_true(length >= sizeof failure.text - 3 && length % 2 == 1);
  struct failure sum = {FAILURE_NONE, "", ""}, fault = failure_make(FAILURE_FAULT, "worse");
  failure_place(&failure, "ward");
  failure_join(&sum, &failure);
  failure_join(&sum, &fault);
  assert_int_equal(sum.kind, FAILURE_FAULT);
  assert_string_equal(sum.where, "ward");
  assert_string_equal(sum.text, failure.text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(values_come_back),
      cmocka_unit_test(every_cut_is_noticed),
      cmocka_unit_test(nonsense_is_survived),
      cmocka_unit_test(many_texts_are_kept_apart),
      cmocka_unit_test(a_failure_keeps_whole_letters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
