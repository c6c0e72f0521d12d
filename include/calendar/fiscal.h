// SPDX-License-Identifier: GPL-3.0-or-later
// The fiscal year: twelve months that begin on the first of a month. Every table of the scenario and of the results
// means the fiscal year by "year" and names it by the calendar year in which it begins: with April, 2024 is 1 April
// 2024 to 31 March 2025, and is written 2024/25. Norway, Denmark and Sweden budget by the calendar year; England and
// Wales from 1 April (Local Government Act 1888, s. 73), and so does the NHS. Like the country, the month is set once
// for each scenario, before any of it is read or solved.
#ifndef ROTACOST_CALENDAR_FISCAL_H
#define ROTACOST_CALENDAR_FISCAL_H

#include "base/arena.h"
#include "calendar/date.h"

enum { MONTHS_PER_YEAR = 12 };

// 1-12; January until another month is set. Processes forked later inherit the setting.
void fiscal_year_use(int first_month);
int fiscal_year_month(void);

// For years whose days lie within YEAR_FIRST..YEAR_LAST.
day_number fiscal_first_day(int year);
day_number fiscal_last_day(int year);
int fiscal_day_count(int year); // 365 or 366
// The first of a calendar month (1-12) in the year.
day_number fiscal_first_of_month(int year, int month);
int fiscal_year_of(day_number day);
// The first year that begins on the day or later.
int fiscal_year_from(day_number day);
// "2024", or "2024/25" where the year covers days of two calendar years. Memory: arena.
const char *fiscal_year_name(struct arena *arena, int year);
enum { FISCAL_NAME_BYTES = 16 };
const char *fiscal_year_write(char out[FISCAL_NAME_BYTES], int year); // out
// The name as an argument for the printf family; valid until the end of the block.
#define YEAR_NAME(YEAR) fiscal_year_write((char[FISCAL_NAME_BYTES]){""}, (int)(YEAR))
// Reads "2024/25", whichever month is in use. Returns false where the text has another form; *year is then unchanged.
bool fiscal_year_read(const char *text, int64_t *year);

#endif
