// SPDX-License-Identifier: GPL-3.0-or-later
// Formats of cells that users fill in: in workbooks to fill in, and in tables written back.
#ifndef ROTACOST_BOOK_TYPED_FORMATS_H
#define ROTACOST_BOOK_TYPED_FORMATS_H

#include <xlsxwriter.h>

struct typed_formats {
  lxw_format *text, *number, *date, *clock; // clock: more than a day as 36:20
};

lxw_format *typed_format(lxw_workbook *workbook, const char *pattern); // never NULL
struct typed_formats typed_formats_of(lxw_workbook *workbook);

#endif
