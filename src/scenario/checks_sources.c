// SPDX-License-Identifier: GPL-3.0-or-later
// The sources of variable hours.
#include <string.h>

#include "scenario/checks.h"
#include "scenario/fill_order.h"
#include "scenario/place.h"
#include "scenario/rows_settings.h"
#include "scenario/settings.h"

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

// The order in which absent people are replaced, where years are drawn.
static void check_fill_order(const struct checking *checking) {
  const struct settings_row *settings = settings_of(checking->tables);
  size_t length;
  const char *fault = settings->fill_order ? fill_order_fault(settings->fill_order, &length) : NULL;
  if (fault)
    problem_add(
        checking->problems, setting_row_place(settings, "fill_order"), arena_text(checking->arena, fault, length),
        "no kind of sources, or named twice: write extra, substitute, overtime and agency in the order in which they "
        "are asked, each once, with blanks between");
}

static void check_spells(const struct checking *checking) {
  const struct settings_row *settings = settings_of(checking->tables);
  if (settings->short_spell_days > settings->long_spell_days)
    problem_add(checking->problems, setting_row_place(settings, "short_spell_days"),
                number_print(checking, settings->short_spell_days, 0),
                "longer than long_spell_days, which is %d: write the shorter length here",
                (int)settings->long_spell_days);
}

const struct check checks_of_sources[] = {
    {"the order of filling names kinds of sources, each once", NEEDS(TABLE_SETTINGS), check_fill_order},
    {"short spells are not longer than long ones", NEEDS(TABLE_SETTINGS), check_spells},
    {"sources have a category and a price where they need one, and no price elsewhere",
     NEEDS(TABLE_SOURCES) | NEEDS(TABLE_CATEGORIES), check_sources},
    {NULL, 0, NULL},
};
