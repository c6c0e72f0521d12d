// SPDX-License-Identifier: GPL-3.0-or-later
// The meaning of the words of reports and of the columns of results, as a page in Markdown (docs/glossary.md) in the
// language chosen. Each column appears here once, so its name means the same in all tables; a test checks every table
// against it.
#ifndef ROTACOST_REPORT_GLOSSARY_H
#define ROTACOST_REPORT_GLOSSARY_H

#include <stdio.h>

#include "base/arena.h"

// NULL: not a column of results.
const char *glossary_meaning(const char *column);
// The columns explained, in alphabetical order; NULL after the last.
const char *glossary_column(size_t index);
void glossary_print(struct arena *arena, FILE *to);

#endif
