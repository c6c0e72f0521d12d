// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a copy of a workbook with cells added to the right of or below those of its sheets. Formulas, formats,
// widths, other sheets and every part except the changed sheets are copied as they are (and except the styles of an
// .xlsx, where three are appended if a look needs them).
#ifndef ROTACOST_TEXT_SPREADSHEET_ADD_H
#define ROTACOST_TEXT_SPREADSHEET_ADD_H

#include <stdint.h>

#include "text/spreadsheet.h"

enum added_look {
  ADDED_HEAD,
  ADDED_TEXT,
  ADDED_KR,
  ADDED_LOOKS,
  ADDED_PLAIN = ADDED_LOOKS
}; // plain: as the cell is there

struct added_cell {
  int row, column; // from 1, from 0
  enum added_look look;
  const char *text; // NULL: the number
  int64_t number;
};

struct added_cells {
  const struct grid *sheet;
  const struct added_cell *cells; // by row, then column
  size_t count;
  int first;         // the first column, from 0, to which `widths` applies
  const int *widths; // [width_count] widths of the columns, in letters
  int width_count;   // 0: the widths of the columns do not change
};

// Do the two have the same format, so that one can be a copy of the other with cells added?
bool spreadsheet_is_of_kind(const char *path, const char *other);
// Writes `to`, which must not exist. Returns NULL, or what went wrong; then `to` does not exist.
const char *spreadsheet_add(struct arena *arena, const struct spreadsheet *book, const struct added_cells *added,
                            size_t count, const char *to);

// The writers for each format: the bytes of the parts that change, [count + 1]. Return what is wrong, or NULL.
struct archive_part_new;
const char *xlsx_add(struct arena *arena, const struct archive *archive, const struct spreadsheet *book,
                     const struct added_cells *added, size_t count, struct archive_part_new *parts);
const char *ods_add(struct arena *arena, const struct archive *archive, const struct added_cells *added, size_t count,
                    struct archive_part_new *parts);

#endif
