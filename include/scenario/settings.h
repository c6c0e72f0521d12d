// SPDX-License-Identifier: GPL-3.0-or-later
// settings.csv: one row written as lines `setting, value, source`. It is read before every other file, since it
// declares the decimal sign for all of them, including itself.
#ifndef ROTACOST_SCENARIO_SETTINGS_H
#define ROTACOST_SCENARIO_SETTINGS_H

#include "scenario/tables.h"
#include "text/sheet.h"

struct setting_lines; // the file as text

// From the sheet as read (NULL: it could not be read). NULL and problems where it gives no decimal sign. Unknown
// settings and settings given twice are problems, but the lines are returned.
struct setting_lines *setting_lines_read(struct arena *arena, struct sheet *sheet, struct problems *problems);
const struct sheet *setting_sheet(const struct setting_lines *lines);
char setting_decimal(const struct setting_lines *lines); // ',' or '.'
// Parses all settings. Adds problems for every cell that is wrong or missing.
void settings_parse(struct arena *arena, const struct setting_lines *lines, struct settings_row *settings,
                    struct problems *problems);
// The place of a setting: its line, or the header where it is not given.
struct place setting_place(const struct setting_lines *lines, const char *name);
// The same, once the settings are parsed.
struct place setting_row_place(const struct settings_row *settings, const char *name);

// Sets the country's calendar and the first month of a fiscal year for everything that follows.
void settings_use_calendar(const struct settings_row *settings);

#endif
