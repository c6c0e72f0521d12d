// SPDX-License-Identifier: GPL-3.0-or-later
#include "book/typed_formats.h"

#include "base/arena.h"

lxw_format *typed_format(lxw_workbook *workbook, const char *pattern) {
  lxw_format *format = workbook_add_format(workbook);
  if (!format)
    arena_no_memory();
  format_set_num_format(format, pattern);
  return format;
}

struct typed_formats typed_formats_of(lxw_workbook *workbook) {
  return (struct typed_formats){.text = typed_format(workbook, "@"),
                                .number = typed_format(workbook, "General"),
                                .date = typed_format(workbook, "yyyy-mm-dd"),
                                .clock = typed_format(workbook, "[hh]:mm")};
}
