// SPDX-License-Identifier: GPL-3.0-or-later
// A result table on a terminal: aligned columns (numbers right, text left, counted in character cells, so that
// Norwegian letters align), with numbers, dates and codes formatted by report/format.h. To fit within `width`, first
// headings are broken between words, then the widest texts are cut to no less than a quarter of the width (marked by an
// ellipsis), then the columns that do not fit are printed in a table below, which begins with the columns that name the
// row. English output uses plain blanks and the ASCII minus, so that it can be searched and read under any locale.
// Colour is used only on a terminal, only beside a word that says the same, and not where NO_COLOR is set.
#ifndef ROTACOST_REPORT_TERMINAL_H
#define ROTACOST_REPORT_TERMINAL_H

#include <stdio.h>

#include "report/table.h"

// `headings`: what to print above each column (NULL: the names), marked by N_(); width 0: no limit.
void terminal_print_table(const struct result_table *table, const char *const *headings, int width, FILE *to);
// Text of the program, broken between words where a line is wider than `width`; 0: unchanged.
void terminal_print_text(const char *text, int width, FILE *to);
// Bytes of the first unit that is not broken across lines: "1 500 000 kr" is one.
size_t terminal_word(const char *text);
// A sentence of the program, in printf(3) format, broken in the same way.
struct terminal {
  int width; // 0: not a terminal, no limit
  FILE *to;
};
void terminal_say(const struct terminal *terminal, const char *format, ...) __attribute__((format(printf, 2, 3)));
// Text of the user made safe for a terminal: control and direction-changing characters as \xNN. Memory: arena.
const char *terminal_text(struct arena *arena, const char *text);
// English with plain blanks and the ASCII minus; Norwegian unchanged. Memory: arena.
const char *terminal_plain(struct arena *arena, const char *text);
// "1 500 000" from øre, rounded to whole kroner; blank numbers give "". Memory: arena.
const char *terminal_kr(struct arena *arena, int64_t ore);
// number / 10^digits, in the same format.
const char *terminal_number(struct arena *arena, int64_t number, int digits);
// "1 June 2024", in the same format, for sentences; tables have 2024-06-01.
const char *terminal_date(struct arena *arena, int64_t day);
// Columns of the terminal behind `to`, 0 if it is not a terminal; respects COLUMNS in the environment.
int terminal_width(FILE *to);

#endif
