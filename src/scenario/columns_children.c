// SPDX-License-Identifier: GPL-3.0-or-later
// Children, ratios, schools.
#include "scenario/columns_parts.h"
#include "scenario/rows_children.h"

// clang-format off

static const struct choice term_words[] = {{"school", "children come before and after school"},
                                           {"holiday", "no school: children may be there all day"},
                                           {"closed", "nobody is there"},
                                           {NULL, NULL}};
static const struct choice open_words[] = {{"school", ""}, {"holiday", ""}, {NULL, NULL}};
static const struct choice school_words[] = {
    {"primary", "grades 1-7 or some of them"}, {"lower_secondary", "grades 8-10"}, {NULL, NULL}};

static const struct column ratio_columns[] = {
    {.name = "rule", .kind = CELL_CODE, .offset = AT(ratio_row, rule), ANY, KEY, .unit = "code", .meaning = "rule"},
    {.name = "up_to", USUAL(1, 1000),
     .kind = CELL_INTEGER, .offset = AT(ratio_row, up_to), RANGE(1, 100000), .key = true,
     .unit = "children", .meaning = "up to so many children present the step's staff; blank: beyond the last step"},
    {.name = "staff", USUAL(1, 100),
     .kind = CELL_INTEGER, .offset = AT(ratio_row, staff), RANGE(0, 10000), .unit = "persons",
     .meaning = "adults of the step; blank in the row beyond"},
    {.name = "then_per", USUAL_MILLI(1000, 60000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(ratio_row, then_per_milli),
     RANGE(1, 1000000000), .unit = "children",
     .meaning = "beyond the last step one adult more for every so many children begun; `1 per 15` is this row alone"},
    SOURCE_OF_ROW(ratio_row),
};
const struct table ratio_table = TABLE("ratios.csv", "ratios", ratio_row, ratio_columns, .editable = true,
    .meaning = "rules of how many adults so many children take");

static const struct column place_columns[] = {
    {.name = "place", .kind = CELL_CODE, .offset = AT(place_row, place), ANY, KEY, .unit = "code",
     .meaning = "kind of place, as full or half_10"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(place_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "most_h_per_week", USUAL_H(1, 60),
     .kind = CELL_HOURS, .offset = AT(place_row, most_min), RANGE(0, 10080), .unit = "h/week",
     .meaning = "hours a child may be there in a school week; attendance.csv must keep to it; blank: no limit"},
    SOURCE_OF_ROW(place_row),
};
const struct table place_table = TABLE("places.csv", "places", place_row, place_columns, .editable = true,
    .meaning = "kinds of place children have");

static const struct column children_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(children_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit"},
    {.name = "grade", .kind = CELL_CODE, .offset = AT(children_row, grade), ANY, KEY, .unit = "code",
     .meaning = "grade, as 1 or 5-7"},
    {.name = "place", .kind = CELL_REFERENCE, .offset = AT(children_row, place), ANY, KEY, .refers_to = TABLE_PLACES,
     .unit = "code", .meaning = "kind of place"},
    {.name = "children", USUAL(1, 500),
     .kind = CELL_INTEGER, .offset = AT(children_row, children), RANGE(0, 5000), .required = true,
     .unit = "children", .meaning = "enrolled"},
    {.name = "weight", USUAL_MILLI(250, 4000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(children_row, weight_milli), RANGE(0, 10000),
     .unit = "children", .fallback = "1", .meaning = "each counts as so many (small children as two)"},
    SOURCE_OF_ROW(children_row),
};
const struct table children_table = TABLE("children.csv", "children", children_row, children_columns, .editable = true,
    .meaning = "children enrolled in each unit");

static const struct column enrolment_columns[] = {
    {.name = "area", .kind = CELL_CODE, .offset = AT(enrolment_row, area), ANY, .key = true, .unit = "code",
     .meaning = "area of units.csv; blank: all units"},
    {.name = "grade", .kind = CELL_CODE, .offset = AT(enrolment_row, grade), ANY, .key = true, .unit = "code",
     .meaning = "grade; blank: all"},
    {.name = "place", .kind = CELL_REFERENCE, .offset = AT(enrolment_row, place), ANY, .key = true,
     .refers_to = TABLE_PLACES, .unit = "code", .meaning = "kind of place; blank: all"},
    {.name = "children", USUAL(1, 50000),
     .kind = CELL_INTEGER, .offset = AT(enrolment_row, children), RANGE(0, 1000000),
     .required = true, .unit = "children", .meaning = "as printed; the rows of children.csv must add up to it"},
    SOURCE_OF_ROW(enrolment_row),
};
const struct table enrolment_table = TABLE("enrolment.csv", "enrolment", enrolment_row, enrolment_columns,
    .meaning = "enrolment as printed, which children.csv is held against");

static const struct column attendance_columns[] = {
    {.name = "place", .kind = CELL_REFERENCE, .offset = AT(attendance_row, place), ANY, KEY, .refers_to = TABLE_PLACES,
     .unit = "code", .meaning = "kind of place"},
    {.name = "terms", .kind = CELL_CHOICE, .offset = AT(attendance_row, terms), ANY, KEY, .choices = open_words,
     .unit = "word", .meaning = "days of school or of holidays, by terms.csv"},
    {.name = "days", .kind = CELL_NEED_DAYS, .offset = AT(attendance_row, days), ANY, KEY, .unit = "days",
     .meaning = "mon..sun, holiday, all; a public holiday is no weekday"},
    {.name = "weeks", .kind = CELL_WEEKS, .offset = AT(attendance_row, weeks), ANY, .key = true, .fallback = "all",
     .unit = "weeks", .meaning = "ISO weeks, as 1-26 33-53"},
    {.name = "start", .kind = CELL_CLOCK, .offset = AT(attendance_row, start_min), KEY, CLOCK_START, .meaning = "start"},
    {.name = "end", .kind = CELL_CLOCK, .offset = AT(attendance_row, end_min), .required = true, CLOCK_END,
     .meaning = "end, on the same day"},
    {.name = "percent", USUAL_PERCENT(1, 100),
     .kind = CELL_PERCENT, .offset = AT(attendance_row, percent_e8), PERCENT_0_100, .required = true,
     .meaning = "of the children enrolled who are there, at the busiest moment of these hours"},
    SOURCE_OF_ROW(attendance_row),
};
const struct table attendance_table = TABLE("attendance.csv", "attendance", attendance_row, attendance_columns, .editable = true,
    .meaning = "share of the children who are there, hour by hour");

static const struct column term_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(term_row, unit), ANY, .key = true, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit; blank: all"},
    {.name = "area", .kind = CELL_CODE, .offset = AT(term_row, area), ANY, .key = true, .unit = "code",
     .meaning = "area of units.csv; blank: all"},
    {.name = "term", .kind = CELL_CODE, .offset = AT(term_row, term), ANY, KEY, .unit = "code",
     .meaning = "name of the row, for edits and reports"},
    {.name = "from", .kind = CELL_DATE, .offset = AT(term_row, from), DATES, .required = true,
     .meaning = "first day; where several rows hold on a day, the latest first day counts"},
    {.name = "to", .kind = CELL_DATE, .offset = AT(term_row, to), DATES, .required = true, .meaning = "last day"},
    {.name = "kind", .kind = CELL_CHOICE, .offset = AT(term_row, kind), ANY, .choices = term_words, .required = true,
     .unit = "word", .meaning = "what kind of days; a day in no row is closed"},
    {.name = "opens", .kind = CELL_CLOCK, .offset = AT(term_row, opens_min), CLOCK_START, .meaning = "opening hour"},
    {.name = "closes", .kind = CELL_CLOCK, .offset = AT(term_row, closes_min), CLOCK_END, .meaning = "closing hour"},
    SOURCE_OF_ROW(term_row),
};
const struct table term_table = TABLE("terms.csv", "terms", term_row, term_columns, .editable = true,
    .meaning = "school weeks, holidays, closed days and opening hours");

static const struct column school_columns[] = {
    {.name = "municipality", .kind = CELL_CODE, .offset = AT(school_row, municipality), ANY, KEY, .unit = "code",
     .meaning = "municipality"},
    {.name = "municipality_title", .kind = CELL_TEXT, .offset = AT(school_row, municipality_title), ANY, .unit = "text",
     .meaning = "its name in print, in one of its rows; blank in all: its code"},
    {.name = "school", .kind = CELL_CODE, .offset = AT(school_row, school), ANY, .key = true, .unit = "code",
     .meaning = "school; blank: the printed sum of the municipality, which the rows must add up to"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(school_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "kind", .kind = CELL_CHOICE, .offset = AT(school_row, kind), ANY, .choices = school_words,
     .fallback = "primary", .unit = "word", .meaning = "schools are compared with schools of their kind"},
    {.name = "grades", .kind = CELL_CODE, .offset = AT(school_row, grades), ANY, .unit = "code", .meaning = "as 1-7"},
    {.name = "pupils", USUAL(3, 200000),
     .kind = CELL_INTEGER, .offset = AT(school_row, pupils), RANGE(1, 1000000), .required = true,
     .unit = "pupils", .meaning = "pupils"},
    {.name = "leadership_fte", USUAL_MILLI(50, 2000000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(school_row, leadership_milli),
     RANGE(0, 10000000), .unit = "FTE", .meaning = "leadership; required of a school"},
    {.name = "teaching_fte", USUAL_MILLI(200, 8000000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(school_row, teaching_milli),
     RANGE(0, 10000000), .unit = "FTE", .meaning = "teaching; required of a school"},
    {.name = "joint", .kind = CELL_CODE, .offset = AT(school_row, joint), ANY, .unit = "code",
     .meaning = "schools of one code are also looked at as one school; blank: none"},
    SOURCE_OF_ROW(school_row),
};
const struct table school_table = TABLE("schools.csv", "schools", school_row, school_columns,
    .meaning = "pupils and staff of schools, for a benchmark");

// clang-format on
