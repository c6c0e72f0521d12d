// SPDX-License-Identifier: GPL-3.0-or-later
// The sources of variable hours.
#include "scenario/checks.h"

static const struct {
  bool needs_category, needs_price;
} source_rules[] = {
    [SOURCE_EXTRA] = {false, false},
    [SOURCE_SUBSTITUTE] = {true, false},
    [SOURCE_OVERTIME] = {false, false},
    [SOURCE_AGENCY] = {true, true},
};

static void check_source(const struct checking *checking, const struct source_row *source) {
  bool priced = source->price_ore_per_h != NOT_GIVEN, unsocial = source->unsocial_ore_per_h != NOT_GIVEN;
  bool needs_price = source_rules[source->kind].needs_price;
  if (source_rules[source->kind].needs_category && source->category == NOT_GIVEN)
    problem_add(checking->problems, row_place(&source->row, "category"), NULL,
                "blank: a substitute or agency row is of one category; write it");
  if (needs_price && !priced)
    problem_add(checking->problems, row_place(&source->row, "price_kr_per_h"), NULL,
                "blank: agency hours need a price; write it");
  if (!needs_price && (priced || unsocial))
    problem_add(checking->problems, row_place(&source->row, priced ? "price_kr_per_h" : "unsocial_price_kr_per_h"),
                NULL, "only agency hours have a price, all others are paid by pay.csv: leave it blank");
}

static void check_sources(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SOURCES); i++)
    check_source(checking, &source_rows(checking->tables)[i]);
}

const struct check checks_of_sources[] = {
    {"sources have a category and a price where they need one, and no price elsewhere",
     NEEDS(TABLE_SOURCES) | NEEDS(TABLE_CATEGORIES), check_sources},
    {NULL, 0, NULL},
};
