// SPDX-License-Identifier: GPL-3.0-or-later
// settings.csv: one row written as lines `setting, value, source`. It is read before every other file,
// since it declares the decimal sign with which all of them, itself too, are read.
#ifndef ROTACOST_SCENARIO_SETTINGS_H
#define ROTACOST_SCENARIO_SETTINGS_H

#include "scenario/tables.h"
#include "text/sheet.h"

struct setting_lines; // the file as text

// Of the sheet as it was read (NULL: it could not be). NULL and problems where it names no decimal sign. Unknown settings and
// settings given twice are problems, but the lines are returned.
struct setting_lines *setting_lines_read(struct arena *arena, struct sheet *sheet, struct problems *problems);
const struct sheet *setting_sheet(const struct setting_lines *lines);
char setting_decimal(const struct setting_lines *lines); // ',' or '.'
// Parses all settings. Problems for every cell that is wrong or missing.
void settings_parse(struct arena *arena, const struct setting_lines *lines, struct settings_row *settings,
                    struct problems *problems);
// Where a setting stands: its line, or the header where it is not given.
struct place setting_place(const struct setting_lines *lines, const char *name);
// The same, once they are parsed.
struct place setting_row_place(const struct settings_row *settings, const char *name);

// The country's calendar and the month in which a fiscal year begins, for all that follows.
void settings_use_calendar(const struct settings_row *settings);

#endif
