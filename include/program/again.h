// SPDX-License-Identifier: GPL-3.0-or-later
// A programme rebuilt after some numbers of its scenario have changed, to be compared with the previous one (audit/slope.h).
// Most of the time goes into prices and rows, and one number affects few of them: where nothing has changed that a column's price
// or a row depends on, it is copied. The result equals a programme built from scratch, number by number, provided that
// it has the shape of the previous programme. If it has another shape, it cannot be used for anything further.
#ifndef ROTACOST_PROGRAM_AGAIN_H
#define ROTACOST_PROGRAM_AGAIN_H

#include "program/program.h"

struct builder;

struct again {
  const struct program *program; // before, positions kept
  const bool *used;              // [column_count] shift columns whose price is needed; no column has a tie
  const size_t *first_entry;     // [row_count + 1] entries of row r: first_entry[r] .. first_entry[r + 1] - 1
  const struct builder *columns; // where its columns stand, by their indices (program/builder.h)
  bool known; // the years differ only in tables that do not concern shifts; otherwise the members below are not set
  bool same_columns; // the columns are the same except for their prices
  bool same_pay;     // absence, rates and pay are the same
  bool *same_group;  // [group_count] nothing differs that its prices and its own rows depend on
  bool *same_source; // [source_count] the same for the source, which sets the prices of hired staff
  bool same_sources; // the same for all sources: they also say how many hours beyond contract people accept
  bool same_cover;   // the same for what the rows of cover depend on
  bool same_all;     // nothing else differs either
};

// Empty at first. `used` must live as long as the result. Memory: arena.
struct again again_of(struct arena *arena, const struct program *program, const bool *used);
// Finds what differs, by content, between the year the programme was built for (or a year with the same programme) and
// another; the same for both variants. Memory: arena.
void again_compare(struct again *again, struct arena *arena, const struct unit_year *before,
                   const struct unit_year *now);
// program/again_columns.c: where the columns of a programme stand; are those of another year the same but for prices? Its frame,
// weeks and all tables that say something of shifts are those of the year before. Memory: arena.
const struct builder *columns_known(struct arena *arena, const struct program *program);
bool columns_same(const struct builder *known, const struct unit_year *now);
struct program *program_build_again(struct arena *arena, const struct unit_year *year, enum variant variant,
                                    const struct again *again);

#endif
