// SPDX-License-Identifier: GPL-3.0-or-later
// Redesigned rotas: design.csv against catalogue.csv. Reported here is what no choice of heads can meet; whether the
// types cover the need is found when the rota is designed.
#include "base/fixed.h"
#include "scenario/checks.h"
#include "scenario/place.h"
#include "scenario/rows_people.h"

// What the types of a unit offer.
struct offer {
  const struct group_row *first; // NULL: no type
  bool any_heads;
  int64_t largest_e8; // position of those with heads
};

static struct offer offer_of(const struct tables *tables, int64_t unit) {
  struct offer offer = {.first = NULL};
  for (size_t i = 0; i < row_count(tables, TABLE_CATALOGUE); i++) {
    const struct group_row *type = &catalogue_rows(tables)[i];
    if (type->unit != unit)
      continue;
    offer.first = offer.first ? offer.first : type;
    offer.any_heads |= type->heads_milli > 0;
    if (type->heads_milli > 0 && type->position_e8 > offer.largest_e8)
      offer.largest_e8 = type->position_e8;
  }
  return offer;
}

static const char *unit_name(const struct checking *checking, int64_t unit) {
  return unit_rows(checking->tables)[unit].unit;
}

// ---------------------------------------------------------------- units of both tables

static void check_types(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_DESIGN); i++) {
    const struct design_row *design = &design_rows(checking->tables)[i];
    if (!offer_of(checking->tables, design->unit).first)
      problem_add(checking->problems, row_place(&design->row, "unit"), unit_name(checking, design->unit),
                  "no type of position to choose from: add the unit's types to catalogue.csv, or remove this row");
  }
}

static bool is_designed(const struct tables *tables, int64_t unit) {
  for (size_t i = 0; i < row_count(tables, TABLE_DESIGN); i++)
    if (design_rows(tables)[i].unit == unit)
      return true;
  return false;
}

static void check_designed(const struct checking *checking) {
  for (size_t u = 0; u < row_count(checking->tables, TABLE_UNITS); u++) {
    const struct group_row *first = offer_of(checking->tables, (int64_t)u).first;
    if (first && !is_designed(checking->tables, (int64_t)u))
      problem_warn(checking->problems, row_place(&first->row, "unit"), unit_name(checking, (int64_t)u),
                   "types of position that nothing asks for: add the unit to design.csv, or remove its types");
  }
}

// ---------------------------------------------------------------- whole heads

static void require_whole(const struct checking *checking, const struct row *row, int64_t heads_milli) {
  if (heads_milli != NOT_GIVEN && heads_milli % MILLI)
    problem_add(checking->problems, row_place(row, "most_heads"), number_print(checking, heads_milli, 3),
                "a rota is designed of whole heads: write a whole number");
}

static void check_whole_types(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_CATALOGUE); i++)
    require_whole(checking, &catalogue_rows(checking->tables)[i].row, catalogue_rows(checking->tables)[i].heads_milli);
}

static void check_whole_designs(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_DESIGN); i++)
    require_whole(checking, &design_rows(checking->tables)[i].row, design_rows(checking->tables)[i].heads_milli);
}

// ---------------------------------------------------------------- limits out of reach

static void judge_heads(const struct checking *checking, const struct design_row *design, const struct offer *offer) {
  const char *unit = unit_name(checking, design->unit);
  if (design->heads_milli == 0)
    problem_add(checking->problems, row_place(&design->row, "most_heads"), "0",
                "nobody may be employed in unit `%s`: write 1 or more, or leave it blank for any number", unit);
  if (!offer->any_heads)
    problem_add(checking->problems, row_place(&offer->first->row, "most_heads"), "0",
                "no type of unit `%s` may have any heads: write 1 or more for one of them", unit);
}

static void judge_average(const struct checking *checking, const struct design_row *design, const struct offer *offer) {
  if (design->average_position_e8 > offer->largest_e8)
    problem_add(checking->problems, row_place(&design->row, "least_average_position_percent"),
                share_print(checking, design->average_position_e8),
                "out of reach: the largest type of unit `%s` is %s %%, %s %% less; add a larger type to catalogue.csv, "
                "or lower the limit",
                unit_name(checking, design->unit), share_print(checking, offer->largest_e8),
                share_print(checking, design->average_position_e8 - offer->largest_e8));
}

static void judge_full_timers(const struct checking *checking, const struct design_row *design,
                              const struct offer *offer) {
  if (design->full_timers_e8 > 0 && offer->largest_e8 < ONE_E8)
    problem_add(checking->problems, row_place(&design->row, "least_full_time_percent"),
                share_print(checking, design->full_timers_e8),
                "out of reach: the largest type of unit `%s` is %s %%, %s %% less than full time, so no share of "
                "full-timers comes above 0 %%; add a type of 100 %% to catalogue.csv, or lower the limit",
                unit_name(checking, design->unit), share_print(checking, offer->largest_e8),
                share_print(checking, ONE_E8 - offer->largest_e8));
}

static void check_limits(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_DESIGN); i++) {
    const struct design_row *design = &design_rows(checking->tables)[i];
    struct offer offer = offer_of(checking->tables, design->unit);
    if (offer.first)
      judge_heads(checking, design, &offer);
    if (!offer.any_heads)
      continue;
    judge_average(checking, design, &offer);
    judge_full_timers(checking, design, &offer);
  }
}

#define NEEDS_DESIGN (NEEDS(TABLE_UNITS) | NEEDS(TABLE_CATALOGUE) | NEEDS(TABLE_DESIGN))

const struct check checks_of_design[] = {
    {"a unit designed anew has types to choose from", NEEDS_DESIGN, check_types},
    {"types of position are of units designed anew", NEEDS_DESIGN, check_designed},
    {"types have whole heads", NEEDS(TABLE_CATALOGUE), check_whole_types},
    {"designs have whole heads", NEEDS(TABLE_DESIGN), check_whole_designs},
    {"the types can meet the limits", NEEDS_DESIGN, check_limits},
    {NULL, 0, NULL},
};
