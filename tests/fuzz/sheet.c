// SPDX-License-Identifier: GPL-3.0-or-later
// A CSV file of any bytes: a sheet whose every cell is whole and harmless, or problems.
#include <stdio.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "text/sheet.h"

static void row_holds(const struct sheet *sheet, const struct sheet_row *row) {
  FUZZ_HOLDS(row->line >= 1 && row->cell_count == sheet->header.cell_count);
  for (int c = 0; c < row->cell_count; c++) {
    FUZZ_HOLDS(row->cells[c] && row->lines[c] >= row->line);
    for (const char *at = row->cells[c]; *at; at++)
      FUZZ_HOLDS((unsigned char)*at >= ' ' || *at == '\n' || *at == '\r' || *at == '\t');
  }
}

int fuzz_sheet(const uint8_t *data, size_t size) {
  struct arena *arena = arena_new();
  struct problems *problems = problems_new(arena);
  char *bytes = arena_alloc(arena, size + 1);
  memcpy(bytes, data, size);
  struct sheet *sheet = sheet_parse(arena, bytes, size, "a.csv", NULL, problems);
  FUZZ_HOLDS(sheet || problems->error_count);
  for (size_t i = 0; sheet && i < sheet->row_count; i++)
    row_holds(sheet, &sheet->rows[i]);
  if (sheet)
    sheet_use_decimal(arena, sheet, ',');
  static FILE *nowhere;
  if (!nowhere)
    nowhere = fopen("/dev/null", "w");
  problems_print(problems, nowhere);
  arena_free(arena);
  return 0;
}
