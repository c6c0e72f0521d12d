// SPDX-License-Identifier: GPL-3.0-or-later
// Converts the text of a cell to a value. Every function returns true and the value, or false and in *why (constant
// text) what is wrong and how to fix it. Nothing depends on the locale.
#ifndef ROTACOST_TEXT_CELL_H
#define ROTACOST_TEXT_CELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

// A number with at most `digits` decimals, times 10^digits. `decimal` is ',' or '.'; the other sign is an error that
// says which one the scenario declares. Thousands may be separated by a blank, a no-break space (U+00A0) or a narrow
// one (U+202F), only in groups of three; U+2212 is a minus. An exponent, a plus, or a sign alone is refused. Overflow
// and too many decimals are errors.
bool cell_decimal(const char *text, char decimal, int digits, int64_t *value, const char **why);
// 07:30, 7:30, 07.30, 07:30:00, 0730, 730, 7, 7:30 PM, kl. 7.30, 24:00; minutes 0-1440.
bool cell_clock(const char *text, int64_t *minutes, const char **why);
// 2024-06-01, 2024/06/01 or 01.06.2024 (1.6.2024), with or without midnight after it; a two-digit year is an error.
// The calendar decides whether the day exists.
bool cell_date(const char *text, int *year, int *month, int *day, const char **why);
// "22. mai", "22-May": what a spreadsheet turns 22.5 or 5-22 into.
bool cell_is_day_of_year(const char *text);
// Letters (any script), digits, _ - . ; 1-64 bytes.
bool cell_code(const char *text, const char **why);

// The word of `words` (terminated by NULL) nearest to `text` by edit distance; NULL where none is near (more than a
// third of its letters differ). Ignores case.
const char *nearest_word(const char *text, const char *const *words);
// "the nearest is `x`", or "known are a, b, c" where none is near. `words` is terminated by NULL.
const char *words_hint(struct arena *arena, const char *text, const char *const *words);

#endif
