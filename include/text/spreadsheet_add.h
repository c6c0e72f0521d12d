// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook again, with cells added behind or below those of its sheets: formulas, formats, widths, other sheets and every part but
// those sheets' own (and of .xlsx the styles, at whose end three are added where a look asks for them) are copied as they are.
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
  int first;         // column, from 0, from which the widths are
  const int *widths; // [width_count] of the columns, in letters
  int width_count;   // 0: columns stay as wide as they are
};

// Are the two of one kind, so that the one can be the other with cells added?
bool spreadsheet_is_of_kind(const char *path, const char *other);
// Writes `to`, which must not be there. NULL, or what went wrong: then nothing is there.
const char *spreadsheet_add(struct arena *arena, const struct spreadsheet *book, const struct added_cells *added,
                            size_t count, const char *to);

// Their writers: the bytes of the parts that change, [count + 1]. What is wrong, or NULL.
struct archive_part_new;
const char *xlsx_add(struct arena *arena, const struct archive *archive, const struct spreadsheet *book,
                     const struct added_cells *added, size_t count, struct archive_part_new *parts);
const char *ods_add(struct arena *arena, const struct archive *archive, const struct added_cells *added, size_t count,
                    struct archive_part_new *parts);

#endif
