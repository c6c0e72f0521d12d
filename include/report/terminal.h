// SPDX-License-Identifier: GPL-3.0-or-later
// A result table on a terminal: aligned columns (numbers right, text left, counted in character cells, so that
// Norwegian letters align), numbers with thousands set apart by a blank, no wider than `width` where the widest
// text column can be cut (an ellipsis shows it).
#ifndef ROTACOST_REPORT_TERMINAL_H
#define ROTACOST_REPORT_TERMINAL_H

#include <stdio.h>

#include "report/table.h"

// `headings`: what to print above each column (NULL: the names). `decimal` is , or . ; width 0: no limit.
void terminal_print_table(const struct result_table *table, const char *const *headings, char decimal, int width,
                          FILE *to);
// Text of the user as a terminal may show it: control and direction-changing characters as \xNN. Memory: arena.
const char *terminal_text(struct arena *arena, const char *text);
// "1 500 000" from øre, rounded to whole kroner; blank numbers give "". Memory: arena.
const char *terminal_kr(struct arena *arena, int64_t ore);
// Columns of the terminal behind `to`, 0 if it is none; COLUMNS in the environment is respected.
int terminal_width(FILE *to);

#endif
