// SPDX-License-Identifier: GPL-3.0-or-later
// A programme rebuilt after some numbers of its scenario have changed, to be compared with the previous one (audit/slope.h).
// Most of the time goes into prices and rows, and one number affects few of them: where nothing has changed that a column's price
// or a row depends on, it is copied. The result equals a programme built from scratch, number by number, provided that
// it has the shape of the previous programme; the entries of the rows copied stand in that programme only
// (program.copied). If it has another shape, it cannot be used for anything further, and
// has no rows where its columns tell that already.
#ifndef ROTACOST_PROGRAM_AGAIN_H
#define ROTACOST_PROGRAM_AGAIN_H

#include "program/program.h"

struct builder;

struct again {
  const struct program *program; // before, positions kept
  const bool *used;              // [column_count] shift columns whose price is needed; no column has a tie
  const struct builder *columns; // where its columns stand, by their indices (program/builder.h)
  bool known; // the years differ only in tables that do not concern shifts; otherwise the members below are not set
  bool same_columns;              // the columns are the same except for their prices
  bool same_pay, same_absence;    // rates and pay are the same; absence is
  bool *same_group;               // [group_count] nothing differs that its prices and its own rows depend on
  bool *same_in_week;             // [t group_count + g] the same for what its days of the weeks of a type depend on
  bool *same_source;              // [source_count] the same for the source, which sets the prices of hired staff
  bool same_groups, same_sources; // the same for all
  bool same_own_sources;          // the same for those that say how many hours beyond contract people accept
  bool same_cover;                // the same for what the rows of cover depend on
  bool same_all;                  // nothing else differs either
};

// Empty at first. `used` must live as long as the result. Memory: arena.
struct again again_of(struct arena *arena, const struct program *program, const bool *used);
// Finds what differs, by content, between a year that has this programme and another; the same for both variants. Memory:
// arena.
void again_compare(struct again *again, struct arena *arena, const struct unit_year *before,
                   const struct unit_year *now);
// The programme may have been built for another measure's year, with which it is equal in every number. Are its intervals,
// shifts and states those of this year too? If not, nothing of it may be copied by its place.
bool again_fits(const struct again *again, const struct unit_year *year);
// program/again_columns.c: where the columns of a programme stand; are those of another year the same but for prices? Its frame,
// weeks and all tables that say something of shifts are those of the year before. Memory: arena.
const struct builder *columns_known(struct arena *arena, const struct program *program);
bool columns_same(const struct builder *known, const struct unit_year *now);
struct program *program_build_again(struct arena *arena, const struct unit_year *year, enum variant variant,
                                    const struct again *again);

// Walks through all entries of a programme, built again or not, row by row; begins with the programme and zeros.
struct entries_walk {
  const struct program *program;
  size_t next[2]; // of its own, and of the programme before
};
// The entries of a row; rows must be asked for in their order.
const struct program_entry *entries_of_row(struct entries_walk *walk, size_t row, size_t *count);

#endif
