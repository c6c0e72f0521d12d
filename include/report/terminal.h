// SPDX-License-Identifier: GPL-3.0-or-later
// A result table on a terminal: aligned columns (numbers right, text left, counted in character cells, so that
// Norwegian letters align), numbers, dates and codes as report/format.h has them. No wider than `width`: first headings
// break between words, then the widest texts are cut down to a quarter of the width (an ellipsis shows it), then the
// columns that do not fit follow in a table below, which begins with the columns that name the row. English output uses
// plain blanks and the ASCII minus, so that it can be searched and read under any locale. Colour only on a terminal,
// only beside the word that says the same, and not where NO_COLOR is set.
#ifndef ROTACOST_REPORT_TERMINAL_H
#define ROTACOST_REPORT_TERMINAL_H

#include <stdio.h>

#include "report/table.h"

// `headings`: what to print above each column (NULL: the names), marked by N_(); width 0: no limit.
void terminal_print_table(const struct result_table *table, const char *const *headings, int width, FILE *to);
// Text of the program, broken between words where a line is wider than `width`; 0: as it is.
void terminal_print_text(const char *text, int width, FILE *to);
// Bytes of the first word, of which a line is made: "1 500 000 kr" is one.
size_t terminal_word(const char *text);
// A sentence of the program, printf(3) fashion, fitted likewise.
struct terminal {
  int width; // 0: no terminal, no limit
  FILE *to;
};
void terminal_say(const struct terminal *terminal, const char *format, ...) __attribute__((format(printf, 2, 3)));
// Text of the user as a terminal may show it: control and direction-changing characters as \xNN. Memory: arena.
const char *terminal_text(struct arena *arena, const char *text);
// English with plain blanks and the ASCII minus; Norwegian as it is. Memory: arena.
const char *terminal_plain(struct arena *arena, const char *text);
// "1 500 000" from øre, rounded to whole kroner; blank numbers give "". Memory: arena.
const char *terminal_kr(struct arena *arena, int64_t ore);
// number / 10^digits, the same way.
const char *terminal_number(struct arena *arena, int64_t number, int digits);
// "1 June 2024", the same way: in sentences; tables have 2024-06-01.
const char *terminal_date(struct arena *arena, int64_t day);
// Columns of the terminal behind `to`, 0 if it is none; COLUMNS in the environment is respected.
int terminal_width(FILE *to);

#endif
