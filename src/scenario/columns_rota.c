// SPDX-License-Identifier: GPL-3.0-or-later
// Base rotas: the rules of their lines, and lines as they are worked today.
#include "scenario/columns_parts.h"
#include "scenario/rows_rota.h"

// clang-format off

// In the order of enum rota_word. The defaults are in src/rota/base.c.
static const struct choice word_words[] = {
    {"daily_rest_h", "h between two shifts; default: daily_rest of rates.csv, else the law"},
    {"short_rest_h", "h, a shorter rest that is agreed to now and then, a short change; default: none is"},
    {"short_changes_most", "short changes in a week; default: any number, where short_rest_h allows them"},
    {"weekly_rest_h", "h off in one stretch in every week; default: the law, by the group's agreement"},
    {"weekly_rest_inside", "1: the whole stretch lies between Monday 00:00 and Sunday 24:00, on the safe side of the law's seven "
                           "days; 0: it begins there; default 1"},
    {"days_in_row_most", "working days; default: no limit of its own, the law has none"},
    {"days_in_row_least", "working days, 2: no single one; default 1"},
    {"days_off_most", "days off in a row; default: no limit"},
    {"days_off_least", "days off in a row, 2: no single one; default 1"},
    {"nights_in_row_most", "nights; default: no limit of its own, the law has none"},
    {"nights_in_row_least", "nights; default 1"},
    {"rest_after_nights_h", "h from the last night of a run to the next shift that is no night; default: the daily rest"},
    {"whole_weekends", "1: Saturday and Sunday both or neither; default 0"},
    {"sundays_most", "Sundays worked in the weeks of the rota; default: every second by the setting sundays `averaged`"},
    {"sundays_in_row_most", "Sundays worked one after the other; default: 1 by the setting sundays `next_off`, 3 by `averaged`"},
    {"hours_under_h", "h a line may lie below the contract over the weeks of the rota; default: the group's shortest shift, so that "
                      "whole shifts fit"},
    {"hours_over_h", "h it may lie above; default 0"},
    {"same_shift_most", "days in a row on the shift named in `shifts`; of the whole unit; default: no limit"},
    {"same_shift_least", "the same at least; default 1"},
    {"sequence", "two or three days that may not follow each other, in `shifts`, as `night day` or `night - day`; of the whole unit"},
    {"cover_required", "1: a rota that leaves any need to others is none; of the whole unit; default 0"},
    {"idle_kr_per_h", "a contract hour without a shift weighs so much beside cover; of the whole unit; default 50, for want of a "
                      "source. So do the six below"},
    {"single_day_on_kr", "a single working day; default 20"},
    {"single_day_off_kr", "a single day off; default 20"},
    {"short_change_kr", "a short change; default 40"},
    {"long_run_kr", "a run of as many working days as are allowed; default 10"},
    {"uneven_weekend_kr", "a weekend worked beyond the group's mean; default 30"},
    {"uneven_night_kr", "a night worked beyond the group's mean; default 30"},
    {NULL, NULL}};

static const struct choice day_words[] = {{"mon", ""}, {"tue", ""}, {"wed", ""}, {"thu", ""},
                                          {"fri", ""}, {"sat", ""}, {"sun", ""}, {NULL, NULL}};

static const struct column rota_rule_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(rota_rule_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit, or several with blanks between"},
    {.name = "group", .kind = CELL_CODE, .offset = AT(rota_rule_row, group), ANY, .key = true, .unit = "code",
     .meaning = "group of groups.csv, whose row stands before that of all; blank: all of the unit"},
    {.name = "rule", .kind = CELL_CHOICE, .offset = AT(rota_rule_row, rule), ANY, KEY, .choices = word_words, .unit = "word",
     .meaning = "what is otherwise than by itself"},
    {.name = "shifts", .kind = CELL_TEXT, .offset = AT(rota_rule_row, shifts), ANY, .key = true, .unit = "codes",
     .meaning = "of same_shift_most and same_shift_least the shift, of sequence the shifts that follow each other, - for a day off"},
    {.name = "value", .kind = CELL_DECIMAL, .digits = 3, .offset = AT(rota_rule_row, value_milli), RANGE(0, 100000000),
     .unit = "as the rule", .meaning = "hours, days, kr, or 1 for yes and 0 for no; blank: of a sequence"},
    SOURCE_OF_ROW(rota_rule_row),
};
const struct table rota_rule_table = TABLE("rota_rules.csv", "rota_rules", rota_rule_row, rota_rule_columns,
    .meaning = "rules of a unit's base rota otherwise than the law, the contracts and the defaults have them");

static const struct column rota_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(rota_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit"},
    {.name = "line", .kind = CELL_CODE, .offset = AT(rota_row, line), ANY, KEY, .unit = "code",
     .meaning = "what one position works, week after week; as many lines as the groups have heads"},
    {.name = "group", .kind = CELL_CODE, .offset = AT(rota_row, group), ANY, .required = true, .unit = "code",
     .meaning = "group of groups.csv whose line it is"},
    {.name = "week", USUAL(1, 26),
     .kind = CELL_INTEGER, .offset = AT(rota_row, week), RANGE(1, 52), KEY, .unit = "number",
     .meaning = "week of the rota, from 1; after the last the first follows"},
    {.name = "day", .kind = CELL_CHOICE, .offset = AT(rota_row, day), ANY, KEY, .choices = day_words, .unit = "word",
     .meaning = "every day of every week has a row"},
    {.name = "shift", .kind = CELL_CODE, .offset = AT(rota_row, shift), ANY, .unit = "code",
     .meaning = "shift of shifts.csv; - or blank: off"},
    SOURCE_OF_ROW(rota_row),
};
const struct table rota_table = TABLE("rota.csv", "rota", rota_row, rota_columns,
    .meaning = "the base rota as it is worked today, in weeks without public holidays; `rotacost rota` checks it, and writes others in "
               "this form");

// clang-format on
