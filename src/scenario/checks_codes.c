// SPDX-License-Identifier: GPL-3.0-or-later
// Codes that differ only in capitals, or in the sign between their parts: `Natt` and `natt`. They are two codes, so that
// an edit of one leaves the other as it is, where the eye sees one.
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include "scenario/cells.h"
#include "scenario/checks.h"
#include "scenario/place.h"

struct code_use {
  const char *folded, *code;
  const struct row *row; // the first that has it
  const struct column *column;
  size_t order; // of the tables and rows
};

struct code_uses {
  struct code_use *items;
  size_t count, room;
};

static bool is_sign(char c) { return c == '-' || c == '.'; }

static const char *folded_code(struct arena *arena, const char *code) {
  size_t length = 0;
  uint8_t *lower = u8_casefold((const uint8_t *)code, strlen(code), NULL, UNINORM_NFC, NULL, &length);
  if (!lower)
    arena_no_memory();
  char *folded = arena_text(arena, (const char *)lower, length);
  free(lower);
  for (char *at = folded; *at; at++)
    *at = is_sign(*at) ? '_' : *at;
  return folded;
}

// By what they look like, then by the code, then in the order of rows.
static int compare_uses(const void *a, const void *b) {
  const struct code_use *x = a, *y = b;
  int order = strcmp(x->folded, y->folded);
  order = order ? order : strcmp(x->code, y->code);
  return order ? order : (x->order > y->order) - (x->order < y->order);
}

static bool is_code(const struct column *column, const char *name) {
  return strcmp(column->name, name) == 0 && column->kind == CELL_CODE;
}

static void take_codes(const struct checking *checking, enum table_id id, const struct column *column,
                       struct code_uses *uses) {
  const char *last = NULL; // rows of one code follow each other
  for (size_t i = 0; i < row_count(checking->tables, id); i++) {
    const struct row *row = row_at(checking->tables, id, i);
    const char *code = cell_of_row(column, row).text;
    if (!code || (last && strcmp(code, last) == 0))
      continue;
    struct code_use *use = arena_push(checking->arena, &uses->items, &uses->count, &uses->room, sizeof *uses->items);
    *use = (struct code_use){folded_code(checking->arena, code), code, row, column, uses->count};
    last = code;
  }
}

// The first use of the next code from `at` on.
static size_t next_code(const struct code_uses *uses, size_t at) {
  size_t next = at + 1;
  while (next < uses->count && strcmp(uses->items[next].code, uses->items[at].code) == 0)
    next++;
  return next;
}

static void tell_alike(const struct checking *checking, const struct code_use *a, const struct code_use *b) {
  const struct code_use *first = a->order < b->order ? a : b, *later = a->order < b->order ? b : a;
  problem_doubt(
      checking->problems, row_place(later->row, later->column->name), later->code,
      "another code than `%s` on line %d of %s, though it looks alike, so that an edit or a range of one does not "
      "touch the other: write them the same way if they are one",
      first->code, first->row->line, row_file_called(first->row->file));
}

// Of one name in all tables that have such a column: a window of need.csv is one of norm.csv too.
static void judge_column(const struct checking *checking, const char *name) {
  struct code_uses uses = {0};
  for (int t = 0; t < TABLE_COUNT; t++) {
    const struct table *table = table_of((enum table_id)t);
    for (size_t c = 0; c < table->column_count; c++)
      if (is_code(&table->columns[c], name) && (!checking->broken || !checking->broken[t]))
        take_codes(checking, (enum table_id)t, &table->columns[c], &uses);
  }
  if (uses.count)
    qsort(uses.items, uses.count, sizeof *uses.items, compare_uses);
  for (size_t i = 0, next; i < uses.count; i = next) {
    next = next_code(&uses, i);
    if (next < uses.count && strcmp(uses.items[next].folded, uses.items[i].folded) == 0)
      tell_alike(checking, &uses.items[i], &uses.items[next]);
  }
}

static void check_codes(const struct checking *checking) {
  if (checking->tables != checking->base) // edits write no codes
    return;
  static const char *const names[] = {"unit",    "shift", "window",       "group",     "category", "code", "type",
                                      "measure", "risk",  "rule",         "place",     "grade",    "area", "term",
                                      "school",  "line",  "municipality", "either_or", "tie"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    judge_column(checking, names[i]);
}

const struct check checks_of_codes[] = {
    {"no two codes look alike", 0, check_codes},
    {NULL, 0, NULL},
};
