// SPDX-License-Identifier: GPL-3.0-or-later
// Staff: groups, their absence, other sources of hours, and positions that a rota may be designed from.
#include "scenario/columns_parts.h"
#include "scenario/rows_people.h"

// clang-format off

static const struct choice regime_words[] = {{"weekly", "the same hours every week"},
                                             {"year", "annualised hours, holidays placed by the planner"},
                                             {NULL, NULL}};
static const struct choice holidays_by_words[] = {
    {"planner", "as many weeks as in absence.csv, three of them or as many as there in June to September"},
    {"profile", "just as in absence.csv"},
    {NULL, NULL}};
static const struct choice absence_words[] = {
    {"sick_leave", "paid; partly refunded"},
    {"holiday", "five weeks a year"},
    {"training", "paid hours per head away from the shifts"},
    {"sick_child", "at home with a sick child, on top of sick_leave: paid and not refunded"},
    {NULL, NULL}};
static const struct choice cause_words[] = {
    {"sick_short", "sick leave within the employer's 16 days, and days with a sick child"},
    {"sick_long", "sick leave after them: the share sick_refunded of rates.csv"},
    {"holiday", "holiday; in a year-round rota none is left to replace"},
    {"training", "training"},
    {NULL, NULL}};
const struct choice agreement_words[] = {{"law", "9 h, Working Environment Act 10-4(1)"},
                                                {"employee", "10 h, agreed with the employee, 10-5(1)"},
                                                {"local", "12.5 h, agreed with the union representatives, 10-5(2)"},
                                                {"authority", "13 h, allowed by Arbeidstilsynet, 10-5(3)"},
                                                {"central", "longer, agreed with a union with nomination rights, "
                                                            "10-12(4)"},
                                                {NULL, NULL}};
static const struct choice red_day_words[] = {
    {"worked", "worked on other days of the week: none is free with pay"},
    {"next_off", "free with pay for those who worked the Sunday or public holiday before (10-8(4), F3)"},
    {"averaged", "by written agreement only as many free as it takes to be off on every second over the year"},
    {"free", "free with pay for everybody, as for day staff"},
    {NULL, NULL}};
static const struct choice source_words[] = {{"extra", "own part-timers beyond their contract, up to full time"},
                                             {"substitute", "paid by the hour"},
                                             {"overtime", "own staff, an extra shift"},
                                             {"agency", "bought at an hourly price"},
                                             {NULL, NULL}};
#define CONTRACT_COLUMNS                                                                                               \
    {.name = "position_percent", USUAL_PERCENT(5, 100),                                                                \
     .kind = CELL_PERCENT, .offset = AT(group_row, position_e8), RANGE(1, 100000000),                                  \
     .required = true, .unit = "%", .meaning = "share of full time of each"},                                          \
    {.name = "full_time_week_h", USUAL_H(30, 40),                                                                      \
     .kind = CELL_HOURS, .offset = AT(group_row, full_time_min), RANGE(60, 5040),                                      \
     .unit = "h/week", .meaning = "full-time week (37.5, 35.5, 33.6); blank: the category's"},                         \
    {.name = "regime", .kind = CELL_CHOICE, .offset = AT(group_row, regime), ANY, .choices = regime_words,             \
     .fallback = "weekly", .unit = "word", .meaning = "rota"},                                                         \
    {.name = "band_percent", USUAL_PERCENT(2, 100),                                                                    \
     .kind = CELL_PERCENT, .offset = AT(group_row, band_e8), PERCENT_0_100, .fallback = "0",                           \
     .meaning = "year rota: weekly hours may lie so far above or below the contract's"},                               \
    {.name = "holidays_by", .kind = CELL_CHOICE, .offset = AT(group_row, holidays_by), ANY, .choices = holidays_by_words, \
     .fallback = "planner", .unit = "word", .meaning = "year rota: who says when the holidays of absence.csv are taken"}, \
    {.name = "holiday_most_percent", USUAL_PERCENT(5, 100),                                                            \
     .kind = CELL_PERCENT, .offset = AT(group_row, holiday_most_e8), PERCENT_0_100,                                    \
     .fallback = "50", .meaning = "year rota: share of the people on holiday at once at the most"},                    \
    {.name = "weekend_every", USUAL_MILLI(1000, 8000),                                                                 \
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, weekend_every_milli),                                  \
     RANGE(0, 52000), .unit = "weekends", .fallback = "3", .meaning = "works every k-th weekend; 0: never"},           \
    {.name = "weekends_per_year", USUAL_MILLI(4000, 52000),                                                            \
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, weekends_per_year_milli),                              \
     RANGE(0, 52000), .unit = "weekends",                                                                              \
     .meaning = "weekends counted over the year (of 52, absence included) instead of every k-th; blank: every k-th"},  \
    {.name = "weekend_ceiling_every", USUAL_MILLI(1000, 6000),                                                         \
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, weekend_ceiling_milli),                                \
     RANGE(1000, 52000), .unit = "weekends", .fallback = "2",                                                          \
     .meaning = "with weekends_per_year: at most one in this many of the group works any given weekend"},             \
    {.name = "agreement", .kind = CELL_CHOICE, .offset = AT(group_row, agreement), ANY, .choices = agreement_words,    \
     .fallback = "local", .unit = "word",                                                                               \
     .meaning = "longest shift agreed to; the hours are Norway's, of other countries those of their law"},             \
    {.name = "red_days", .kind = CELL_CHOICE, .offset = AT(group_row, red_days), ANY, .choices = red_day_words,           \
     .unit = "word", .meaning = "contract hours of a public holiday that is no Sunday; blank: not said, so they are "  \
                "worked, and it is told what the rule of the setting sundays would come to"},                                \
    {.name = "alternative_day_percent", USUAL_PERCENT(2, 100),                                                         \
     .kind = CELL_PERCENT, .offset = AT(group_row, alternative_day_e8), PERCENT_0_100, .fallback = "0",                \
     .meaning = "share of the people whose weekly rest day in the rota falls on a public holiday that is no Sunday: "  \
                "they have another day off with pay (F5). It depends on the rota, so blank is none"},                    \
    {.name = "eve_off_percent", USUAL_PERCENT(10, 100),                                                                \
     .kind = CELL_PERCENT, .offset = AT(group_row, eve_off_e8), PERCENT_0_100, .fallback = "0",                        \
     .meaning = "shortened eves: share of the hours of the Wednesday before Easter, Whitsun eve, 24 and 31 December "  \
                "that is free with pay, as for day staff. No source is known, so blank is none"},                      \
    {.name = "year_compensation_kr_per_fte", USUAL_KR(500, 200000),                                                    \
     .kind = CELL_KR, .offset = AT(group_row, year_compensation_ore),                                                  \
     MONEY(0, 1000000), .fallback = "0", .unit = "kr/year", .meaning = "agreed for the rota, per full-time position"}, \
    {.name = "weekend_compensation_kr_per_h", USUAL_KR(5, 1500),                                                       \
     .kind = CELL_KR, .offset = AT(group_row, weekend_compensation_ore_per_h),                                         \
     MONEY(0, 10000), .fallback = "0", .unit = "kr/h",                                                                 \
     .meaning = "agreed per weekend hour beyond weekend_hours_included, on top of the supplements"},                   \
    {.name = "weekend_hours_included", USUAL_H(5, 800),                                                                \
     .kind = CELL_HOURS, .offset = AT(group_row, weekend_included_min),                                                \
     RANGE(0, 60000), .fallback = "0", .unit = "h/year",                                                               \
     .meaning = "weekend hours of a head and year that earn no compensation"},                                         \
    {.name = "summer_compensation_kr_per_week", USUAL_KR(100, 30000),                                                  \
     .kind = CELL_KR, .offset = AT(group_row, summer_compensation_ore),                                                \
     MONEY(0, 1000000), .fallback = "0", .unit = "kr/week",                                                            \
     .meaning = "year rota: agreed per week of holiday moved out of June to September"},                               \
    {.name = "shifts", .kind = CELL_TEXT, .offset = AT(group_row, shifts), ANY, .unit = "codes",                       \
     .meaning = "shifts the group may work, separated by blanks; blank: all of the unit"}

static const struct column group_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(group_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit, or several with blanks between"},
    {.name = "group", .kind = CELL_CODE, .offset = AT(group_row, group), ANY, KEY, .unit = "code",
     .meaning = "people with the same category, contract, rota and weekend duty"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(group_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "category", .kind = CELL_REFERENCE, .offset = AT(group_row, category), ANY, .required = true,
     .refers_to = TABLE_CATEGORIES, .unit = "code", .meaning = "category"},
    {.name = "heads", USUAL_MILLI(50, 500000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, heads_milli), RANGE(0, 10000000),
     .required = true, .unit = "heads", .meaning = "people"},
    CONTRACT_COLUMNS,
    {.name = "also_units", .kind = CELL_TEXT, .offset = AT(group_row, also_units), ANY, .unit = "codes",
     .meaning = "other units in which they may work too, all shifts or those that `shifts` names, separated by blanks; blank: "
                "none. All these units are solved as one, and their days begin at the same hour. Pay is booked where the "
                "hours are worked, that of hours on no shift at home, in `unit`. To pool windows of several units, give them a "
                "unit of its own, and let the measure move the need there and name it here"},
    {.name = "also_days", .kind = CELL_NEED_DAYS, .offset = AT(group_row, also_days), ANY, .unit = "days",
     .fallback = "all", .meaning = "days on which they may work there, as in need.csv: mon..sun, holiday, all"},
    {.name = "adjust_min_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(group_row, adjust_min_e8), PERCENT_0_100,
     .meaning = "as the setting, for this group"},
    {.name = "adjust_max_percent", USUAL_PERCENT(100, 400),
     .kind = CELL_PERCENT, .offset = AT(group_row, adjust_max_e8),
     RANGE(100000000, 1000000000), .unit = "%", .meaning = "as the setting, for this group"},
    {.name = "adjust_step_heads", USUAL_MILLI(50, 5000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, adjust_step_milli),
     RANGE(0, 100000), .unit = "heads", .meaning = "as the setting, for this group"},
    {.name = "over_60_percent", USUAL_PERCENT(1, 100),
     .kind = CELL_PERCENT, .offset = AT(group_row, over_60_e8), PERCENT_0_100, .fallback = "0",
     .meaning = "share of the people who turn 60 by 1 September of the holiday year or are older: a sixth week of holiday, "
                "holiday_pay_over_60 (ferieloven 5, 10). The holidays of absence.csv are of five weeks and grow with it"},
    {.name = "service_years", USUAL(1, 45),
     .kind = CELL_INTEGER, .offset = AT(group_row, service_years), RANGE(0, 60), .unit = "years", .fallback = "0",
     .meaning = "whole years of service of those who would have to go, for their notice (Working Environment Act 15-3): 1 "
                "month, 2 from five years, 3 from ten; blank: not known, the setting's notice_months"},
    {.name = "age_years", USUAL(18, 75),
     .kind = CELL_INTEGER, .offset = AT(group_row, age_years), RANGE(0, 99), .unit = "years", .fallback = "0",
     .meaning = "their age: with ten years of service 4 months from 50, 5 from 55, 6 from 60; blank: not known"},
    RANGE_OF_ROW(group_row),
    SOURCE_OF_ROW(group_row),
};
const struct table group_table = TABLE("groups.csv", "groups", group_row, group_columns, .editable = true,
    .meaning = "people and their contracts");

static const struct column catalogue_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(group_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit, or several with blanks between"},
    {.name = "type", .kind = CELL_CODE, .offset = AT(group_row, group), ANY, KEY, .unit = "code",
     .meaning = "type of position"},
    {.name = "title", .kind = CELL_TEXT, .offset = AT(group_row, title), ANY, .unit = "text", .meaning = "in print"},
    {.name = "category", .kind = CELL_REFERENCE, .offset = AT(group_row, category), ANY, .required = true,
     .refers_to = TABLE_CATEGORIES, .unit = "code", .meaning = "category"},
    {.name = "most_heads", USUAL_MILLI(500, 500000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(group_row, heads_milli), RANGE(0, 10000000),
     .required = true, .unit = "heads", .meaning = "most people of the type"},
    CONTRACT_COLUMNS,
    SOURCE_OF_ROW(group_row),
};
const struct table catalogue_table = TABLE("catalogue.csv", "catalogue", group_row, catalogue_columns,
    .meaning = "types of position a new rota may choose from");

static const struct column design_columns[] = {
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(design_row, unit), ANY, KEY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit whose rota is designed anew from catalogue.csv"},
    {.name = "least_average_position_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(design_row, average_position_e8),
     PERCENT_0_100, .meaning = "least average position; blank: any"},
    {.name = "least_full_time_percent", USUAL_PERCENT(2, 100),
     .kind = CELL_PERCENT, .offset = AT(design_row, full_timers_e8), PERCENT_0_100,
     .meaning = "least share of full-timers among the heads; blank: any"},
    {.name = "most_variable_percent", USUAL_PERCENT(1, 100),
     .kind = CELL_PERCENT, .offset = AT(design_row, variable_e8), PERCENT_0_100,
     .meaning = "largest share of extra hours, substitutes, overtime and agency in the paid hours; blank: any"},
    {.name = "most_heads", USUAL_MILLI(500, 500000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(design_row, heads_milli), RANGE(0, 10000000),
     .unit = "heads", .meaning = "most people; blank: any"},
    SOURCE_OF_ROW(design_row),
};
const struct table design_table = TABLE("design.csv", "design", design_row, design_columns,
    .meaning = "units whose rota is designed anew, and its limits");

static const struct column absence_columns[] = {
    {.name = "kind", .kind = CELL_CHOICE, .offset = AT(absence_row, kind), ANY, KEY, .choices = absence_words,
     .unit = "word", .meaning = "kind of absence"},
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(absence_row, unit), ANY, .key = true,
     .refers_to = TABLE_UNITS, .unit = "code", .meaning = "unit, or several with blanks between; blank: all"},
    {.name = "category", .kind = CELL_REFERENCE, .offset = AT(absence_row, category), ANY, .key = true,
     .refers_to = TABLE_CATEGORIES, .unit = "code", .meaning = "category; blank: all"},
    {.name = "weeks", .kind = CELL_WEEKS, .offset = AT(absence_row, weeks), ANY, .key = true, .fallback = "all",
     .unit = "weeks", .meaning = "ISO weeks"},
    {.name = "percent", USUAL_PERCENT(0.5, 100),
     .kind = CELL_PERCENT, .offset = AT(absence_row, percent_e8), PERCENT_0_100, .fallback = "0",
     .meaning = "of the contract hours; sick leave and sick_child: of those not on holiday. The setting absence_cover says otherwise"},
    {.name = "hours_per_head", USUAL_H(0.5, 400),
     .kind = CELL_HOURS, .offset = AT(absence_row, away_min), RANGE(0, 120000),
     .unit = "h", .meaning = "hours over all these weeks, instead of percent: training of each head; holiday, sick leave and sick_child of a full-time position "
                "by the week of its category, part-timers in proportion"},
    {.name = "in_free_weeks_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(absence_row, in_free_e8), PERCENT_0_100, .fallback = "0",
     .meaning = "holiday: share of it laid into the free weeks of a rota of so many days on and so many off. It takes "
                "nobody from a shift and costs no cover; positions are paid as with any holiday (holiday_weeks withheld, "
                "holiday_pay on top), and the hours of the contract are worked in the other weeks. Allowed in the "
                "United Kingdom (Russell v Transocean, UKSC 57 of 2011); elsewhere name the agreement as source"},
    RANGE_OF_ROW(absence_row),
    SOURCE_OF_ROW(absence_row),
};
const struct table absence_table = TABLE("absence.csv", "absence", absence_row, absence_columns, .editable = true,
    .meaning = "sick leave, sick children and holiday by week");

static const struct column replacement_columns[] = {
    {.name = "cause", .kind = CELL_CHOICE, .offset = AT(replacement_row, cause), ANY, KEY, .choices = cause_words,
     .unit = "word", .meaning = "why somebody is away, and for how long"},
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(replacement_row, unit), ANY, .key = true,
     .refers_to = TABLE_UNITS, .unit = "code", .meaning = "unit; blank: all"},
    {.name = "window", .kind = CELL_CODE, .offset = AT(replacement_row, window), ANY, .key = true, .unit = "code",
     .meaning = "window of need.csv or norm.csv; blank: all. Where several hold, the highest percent counts"},
    {.name = "replaced_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(replacement_row, replaced_e8), PERCENT_0_100, .required = true,
     .meaning = "share of the hours lost that somebody else works. No published figure is known, so there is no default: "
                "without a row every hour is replaced. What is not replaced is an accepted gap, and its saving is in no "
                "measure"},
    SOURCE_OF_ROW(replacement_row),
};
const struct table replacement_table = TABLE("replacement.csv", "replacement", replacement_row, replacement_columns,
    .editable = true, .meaning = "how much of the absence is replaced, by cause and window");

static const struct column source_columns[] = {
    {.name = "code", .kind = CELL_CODE, .offset = AT(source_row, code), ANY, KEY, .unit = "code",
     .meaning = "name of the row, for edits and reports"},
    {.name = "kind", .kind = CELL_CHOICE, .offset = AT(source_row, kind), ANY, .required = true,
     .choices = source_words, .unit = "word", .meaning = "where the hours come from"},
    {.name = "unit", .kind = CELL_REFERENCE, .offset = AT(source_row, unit), ANY, .refers_to = TABLE_UNITS,
     .unit = "code", .meaning = "unit; blank: each unit for itself"},
    {.name = "category", .kind = CELL_REFERENCE, .offset = AT(source_row, category), ANY,
     .refers_to = TABLE_CATEGORIES, .unit = "code", .meaning = "category; blank (extra, overtime): each"},
    {.name = "valid_from", .kind = CELL_DATE, .offset = AT(source_row, valid_from), DATES,
     .meaning = "first day; blank: always"},
    {.name = "valid_to", .kind = CELL_DATE, .offset = AT(source_row, valid_to), DATES, .meaning = "last day; blank: for good"},
    {.name = "pay_percent", USUAL_PERCENT(50, 200),
     .kind = CELL_PERCENT, .offset = AT(source_row, pay_e8), RANGE(1000000, 300000000),
     .fallback = "100", .unit = "%", .meaning = "substitute: of the category's pay"},
    {.name = "price_kr_per_h", USUAL_KR(150, 4000),
     .kind = CELL_KR, .offset = AT(source_row, price_ore_per_h), MONEY(1, 100000),
     .unit = "kr/h", .meaning = "agency: price of a paid hour, all in"},
    {.name = "unsocial_price_kr_per_h", USUAL_KR(150, 6000),
     .kind = CELL_KR, .offset = AT(source_row, unsocial_ore_per_h), MONEY(1, 100000),
     .unit = "kr/h", .meaning = "agency: price of the minutes that would earn a supplement; blank: the same"},
    {.name = "hours_per_week", USUAL_MILLI(500, 10000000),
     .kind = CELL_DECIMAL, .digits = 3, .offset = AT(source_row, hours_milli_per_week),
     RANGE(0, 1000000000), .unit = "h/week", .meaning = "on offer in each unit; blank: no limit"},
    {.name = "room_percent", USUAL_PERCENT(2, 100),
     .kind = CELL_PERCENT, .offset = AT(source_row, room_e8), PERCENT_0_100,
     .fallback = "100", .meaning = "extra, overtime: share of the legal room that people accept"},
    {.name = "yes_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(source_row, yes_e8), PERCENT_0_100, .fallback = "100",
     .meaning = "chance: how often a shift offered is taken; extra, overtime: by each person asked. No figure is published, "
                "so blank is always, which is assumed"},
    {.name = "yes_short_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(source_row, yes_short_e8), PERCENT_0_100,
     .meaning = "chance: the same at short notice (setting short_notice_days); blank: the same"},
    {.name = "yes_weekend_percent", USUAL_PERCENT(5, 100),
     .kind = CELL_PERCENT, .offset = AT(source_row, yes_weekend_e8), PERCENT_0_100, .fallback = "100",
     .meaning = "chance: on Saturdays, Sundays and public holidays so many of the answers yes of other days are yes too"},
    RANGE_OF_ROW(source_row),
    SOURCE_OF_ROW(source_row),
};
const struct table source_table = TABLE("sources.csv", "sources", source_row, source_columns, .editable = true,
    .meaning = "hours beyond the contracts: extra, substitutes, overtime, agency");

// clang-format on
