// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts, and the shifts that groups may work.
#include <string.h>

#include "scenario/cells.h"
#include "scenario/checks.h"

static void check_length(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(checking->tables)[i];
    int64_t length = span_min(shift->start_min, shift->end_min);
    if (shift->break_min >= length)
      problem_add(checking->problems, row_place(&shift->row, "unpaid_break_min"), NULL,
                  "a break of %d min leaves nothing of a shift of %d min: shorten it", (int)shift->break_min,
                  (int)length);
    if (shift->start_min == shift->end_min)
      problem_warn(checking->problems, row_place(&shift->row, "end"), clock_print(checking, shift->end_min),
                   "the same as the start: read as 24 hours; correct it if that is not meant");
  }
}

// The codes of a unit's shifts, closed by NULL.
static const char *const *shift_words(const struct checking *checking, int64_t unit) {
  const char **words = arena_array(checking->arena, row_count(checking->tables, TABLE_SHIFTS) + 1, sizeof *words);
  size_t count = 0;
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++)
    if (shift_rows(checking->tables)[i].unit == unit)
      words[count++] = shift_rows(checking->tables)[i].shift;
  return words;
}

static bool is_among(const char *word, const char *const *words) {
  for (; *words; words++)
    if (strcmp(*words, word) == 0)
      return true;
  return false;
}

static void check_group_codes(const struct checking *checking, const struct group_row *group) {
  const char *const *words = shift_words(checking, group->unit);
  for (const char *at = group->shifts; *at;) {
    at += strspn(at, " ");
    size_t length = strcspn(at, " ");
    const char *code = arena_text(checking->arena, at, length);
    if (length && !is_among(code, words))
      problem_add(checking->problems, row_place(&group->row, "shifts"), code, "no shift of unit `%s`: %s",
                  unit_rows(checking->tables)[group->unit].unit, words_hint(checking->arena, code, words));
    at += length;
  }
}

static void check_groups_shifts(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_GROUPS); i++)
    if (group_rows(checking->tables)[i].shifts)
      check_group_codes(checking, &group_rows(checking->tables)[i]);
}

const struct check checks_of_shifts[] = {
    {"a break is shorter than its shift", NEEDS(TABLE_SHIFTS), check_length},
    {"groups work shifts of their unit", NEEDS(TABLE_UNITS) | NEEDS(TABLE_SHIFTS) | NEEDS(TABLE_GROUPS),
     check_groups_shifts},
    {NULL, 0, NULL},
};
