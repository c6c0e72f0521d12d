// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, days, hours of the day and weeks as written in sentences, in the current language. Memory: arena.
#ifndef ROTACOST_AUDIT_WORDS_H
#define ROTACOST_AUDIT_WORDS_H

#include "base/arena.h"
#include "calendar/date.h"
#include "need/year.h"

// At most two decimals: "11", "1 234.5", in Norwegian "1 234,5"; the blank does not break.
const char *number_in_words(struct arena *arena, double number);
// "+154", "−23", "0": whole numbers.
const char *signed_in_words(struct arena *arena, double number);
// Whole kroner of an amount in øre, "1 602 084"; and with its sign.
const char *kr_in_words(struct arena *arena, int64_t ore);
const char *signed_kr_in_words(struct arena *arena, int64_t ore);
// "1 June 2024", "1. juni 2024".
const char *day_in_words(struct arena *arena, day_number day);
// "22:00"; minutes of the clock, also beyond a day.
const char *clock_in_words(struct arena *arena, int64_t minutes);

// The week of a day, from 0, as a bit.
static inline uint64_t week_bit(const struct unit_year *year, day_number day) {
  return UINT64_C(1) << ((day - year->first_monday) / DAYS_PER_WEEK);
}
// "week 5", "weeks 1, 27-31", by ISO numbers; "1/2025" for a week that is counted in another year; "every week".
const char *weeks_in_words(struct arena *arena, const struct unit_year *year, uint64_t weeks);

#endif
