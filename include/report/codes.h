// SPDX-License-Identifier: GPL-3.0-or-later
// The meaning of the codes in result files. Codes are the same in every language, for programs that read the CSV.
#ifndef ROTACOST_REPORT_CODES_H
#define ROTACOST_REPORT_CODES_H

#include <stdio.h>

// The codes of each column and their meaning. Part of `rotacost columns`.
void codes_print(FILE *to);
// NULL where the label is enough.
const char *code_meaning(const char *column, const char *code);

#endif
