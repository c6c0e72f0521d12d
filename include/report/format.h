// SPDX-License-Identifier: GPL-3.0-or-later
// Values formatted for people, in the current language (base/language.h): 1 500 000 kr, 1,9 and 1. juni 2024 in
// Norwegian; 1 500 000 kr, 1.9 and 1 June 2024 in English. U+00A0 separates thousands in both (a comma would be the
// other language's decimal sign), negative numbers begin with U+2212. Not used for CSV (report/table.h). FIELD_BLANK
// and DAY_NONE give "". Memory: arena.
#ifndef ROTACOST_REPORT_FORMAT_H
#define ROTACOST_REPORT_FORMAT_H

#include "base/arena.h"
#include "base/language.h"
#include "calendar/date.h"
#include "report/table.h"

const char *format_integer(struct arena *arena, int64_t number);
// number / 10^digits with all its digits.
const char *format_decimal(struct arena *arena, int64_t number, int digits);
// The same, rounded to at most two decimals; then also without trailing zeros: "14.5", "3".
const char *format_rounded(struct arena *arena, int64_t number, int digits);
const char *format_short(struct arena *arena, int64_t number, int digits);
// Whole kroner of øre: "1 500 000" and "1 500 000 kr".
const char *format_kr_number(struct arena *arena, int64_t ore);
const char *format_kr(struct arena *arena, int64_t ore);
// "12,5 %" from 125 and one digit.
const char *format_percent(struct arena *arena, int64_t number, int digits);
// The same with a sign in front of every number but 0: "+2", "−3".
const char *format_signed(struct arena *arena, int64_t number, int digits);
const char *format_signed_kr(struct arena *arena, int64_t ore);

// "1. juni 2024", "1 June 2024"; short "01.06.2024", "2024-06-01"; month 1-12 "juni", "June"; and "jun.", "Jun".
const char *format_date(struct arena *arena, int64_t day);
const char *format_date_short(struct arena *arena, int64_t day);
const char *format_month(int month);
const char *format_month_short(int month);
// "1.–30. juni 2024", "1. mai–30. juni 2024", "1. desember 2024–31. januar 2025"; a single date where both are the
// same.
const char *format_date_range(struct arena *arena, int64_t first, int64_t last);
// "mandag", "Monday"; short "man.", "Mon".
const char *format_weekday(enum weekday day);
const char *format_weekday_short(enum weekday day);

// Both texts joined by a blank; either may be empty.
const char *format_sentences(struct arena *arena, const char *text, const char *more);

// Any value of a result table as a cell shows it: kroner whole and without "kr", at most two decimals, short dates,
// codes of the program by their label (report/labels.h), text and codes of the user unchanged.
// their label (report/labels.h), text and codes of the user as they are.
const char *format_field(struct arena *arena, const struct field_column *column, union field value);

#endif
