// SPDX-License-Identifier: GPL-3.0-or-later
// From the text of a cell to a value. Every function returns true and the value, or false and in *why
// (constant text) what is wrong and how to mend it. Nothing depends on the locale.
#ifndef ROTACOST_TEXT_CELL_H
#define ROTACOST_TEXT_CELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

// A number with at most `digits` decimals, times 10^digits. `decimal` is ',' or '.'; the other sign is
// an error that says which one the scenario declares. Thousands may be set apart by a blank, a no-break
// space (U+00A0) or a narrow one (U+202F), in threes only; U+2212 is a minus. No exponent, no plus, no sign alone.
// Overflow and too many decimals are errors.
bool cell_decimal(const char *text, char decimal, int digits, int64_t *value, const char **why);
// 07:30, 7:30, 07.30, 07:30:00, 0730, 730, 7, 7:30 PM, kl. 7.30, 24:00; minutes 0-1440.
bool cell_clock(const char *text, int64_t *minutes, const char **why);
// 2024-06-01, 2024/06/01 or 01.06.2024 (1.6.2024), midnight after it or not; a two-digit year is an error. Whether there is such a day is the calendar's to
// say.
bool cell_date(const char *text, int *year, int *month, int *day, const char **why);
// "22. mai", "22-May": what a spreadsheet makes of 22.5 or 5-22.
bool cell_is_day_of_year(const char *text);
// Letters (any script), digits, _ - . ; 1-64 bytes.
bool cell_code(const char *text, const char **why);

// The word of `words` (closed by NULL) nearest to `text` by edit distance, NULL where none is near
// (more than a third of its letters differ). Case does not count.
const char *nearest_word(const char *text, const char *const *words);
// "the nearest is `x`", or "known are a, b, c" where none is near. `words` is closed by NULL.
const char *words_hint(struct arena *arena, const char *text, const char *const *words);

#endif
