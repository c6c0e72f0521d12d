// SPDX-License-Identifier: GPL-3.0-or-later
// What the codes in result files mean: words that stay the same in every language, for whoever reads the CSV by
// machine.
#ifndef ROTACOST_REPORT_CODES_H
#define ROTACOST_REPORT_CODES_H

#include <stdio.h>

// Column by column: the codes and their meaning. Part of `rotacost columns`.
void codes_print(FILE *to);
// NULL where the label says it all.
const char *code_meaning(const char *column, const char *code);

#endif
