// SPDX-License-Identifier: GPL-3.0-or-later
// Merged results of many scenarios as a workbook: sentences first, then a sheet for each table.
#ifndef ROTACOST_BOOK_GATHERED_BOOK_H
#define ROTACOST_BOOK_GATHERED_BOOK_H

#include <stdio.h>

#include "report/gathered.h"

const char *book_library_version(void); // "1.1.4"

// NULL, or what went wrong, as in workbook_write. Same results, same language, same bytes.
const char *gathered_book_write(struct arena *arena, const struct gathered *gathered, const struct result_set *set,
                                FILE *to);

#endif
