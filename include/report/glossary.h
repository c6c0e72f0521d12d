// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of reports and the columns of results mean, as a page in Markdown (docs/glossary.md) in the language
// chosen. A column stands here once, so its name has one meaning in all tables; a test holds every table against it.
#ifndef ROTACOST_REPORT_GLOSSARY_H
#define ROTACOST_REPORT_GLOSSARY_H

#include <stdio.h>

#include "base/arena.h"

// NULL: no column of results.
const char *glossary_meaning(const char *column);
// Columns explained, by the alphabet; NULL after the last.
const char *glossary_column(size_t index);
void glossary_print(struct arena *arena, FILE *to);

#endif
