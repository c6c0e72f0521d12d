// SPDX-License-Identifier: GPL-3.0-or-later
// A programme built again after some numbers of its scenario have changed, to be held against the one before (audit/slope.h).
// Most of the time goes into prices and rows, of which one number touches few: where nothing has changed that a column's price
// or a row is made of, it is copied. What is built is the same, number by number, as if nothing had been known, where
// it has the shape of the programme before; else it is of another shape, as it would be, and good for nothing more.
#ifndef ROTACOST_PROGRAM_AGAIN_H
#define ROTACOST_PROGRAM_AGAIN_H

#include "program/program.h"

struct builder;

struct again {
  const struct program *program; // before, positions kept
  const bool *used;              // [column_count] shift columns of which a price is wanted; no column has a tie
  const size_t *first_entry;     // [row_count + 1] entries of row r: first_entry[r] .. first_entry[r + 1] - 1
  const struct builder *columns; // where its columns stand, by their indices (program/builder.h)
  bool known;        // the years differ in tables alone that say nothing of shifts; else nothing of the following
  bool same_columns; // the columns are the same but for their prices
  bool same_pay;     // nor in those of absence, rates and pay
  bool *same_group;  // [group_count] nothing differs that its prices and the rows of its own are made of
  bool *same_source; // [source_count] nor in the source of the prices of those hired
  bool same_sources; // of none of them: what people accept beyond their contracts is told there too
  bool same_cover;   // nor what the rows of cover are made of
  bool same_all;     // nor anything else
};

// Knows nothing yet. `used` must live as long. Memory: arena.
struct again again_of(struct arena *arena, const struct program *program, const bool *used);
// Looks for what differs, by content, between the year the programme was built for, or one with the same programme, and
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
