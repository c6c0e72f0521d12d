// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about a family of rows except how they are built: each family has its own file, called in the order below.
#include "program/families.h"

#include <assert.h>

#include "base/language.h"
#include "program/builder.h"

static const struct row_family families[ROW_KINDS] = {
    [ROW_COVER] = {"cover", "persons of the level or higher on shifts that cover the interval >= need",
                   .parts = PART_TYPE | PART_DAY | PART_INTERVAL},
    [ROW_GAP] = {"gap", "persons not replaced <= those lost who would be on duty with their colleagues",
                 .parts = PART_TYPE | PART_DAY | PART_INTERVAL},
    [ROW_CONTRACT] = {"contract", "paid hours on shifts <= contract hours present; the rest is idle",
                      .parts = PART_TYPE | PART_GROUP},
    [ROW_AWAKE] = {"awake", "persons at work, or resting, where on-call or resting duty will not do >= need",
                   .parts = PART_TYPE | PART_DAY | PART_INTERVAL | PART_SEGMENT},
    [ROW_ON_CALL] = {"on_call", "nobody is on call and on a shift at once",
                     .parts = PART_TYPE | PART_DAY | PART_GROUP | PART_MINUTE},
    [ROW_DUTY] = {"duty", "one shift per person and day", .parts = PART_TYPE | PART_DAY | PART_GROUP, .seldom = true},
    [ROW_REST] = {"rest", "nobody works a late shift and a shift too soon after it",
                  .parts = PART_TYPE | PART_DAY | PART_GROUP | PART_MINUTE, .seldom = true,
                  .eased = N_("the daily rest")},
    [ROW_REST_SUNDAY] = {"rest_sunday", "the same from Sunday to Monday",
                         .parts = PART_TYPE | PART_TYPE_AFTER | PART_GROUP | PART_MINUTE, .seldom = true,
                         .eased_with = ROW_REST},
    [ROW_WEEKEND] = {"weekend", "every k-th weekend", .parts = PART_TYPE | PART_DAY | PART_GROUP | PART_LEVEL,
                     .seldom = true, .eased = N_("the weekends each may work")},
    [ROW_EXTRA] = {"extra", "extra hours only up to full time", .parts = PART_TYPE | PART_GROUP, .seldom = true},
    [ROW_OVERTIME] = {"overtime", "overtime in a week, and a quarter of that in four weeks",
                      .parts = PART_TYPE | PART_GROUP, .seldom = true},
    [ROW_OVERTIME_YEAR] = {"overtime_year", "overtime in a year", .parts = PART_GROUP},
    [ROW_SUPPLY] = {"supply", "hours of a source within what is on offer", .parts = PART_TYPE | PART_SOURCE,
                    .seldom = true, .eased = N_("the hours on offer from substitutes and agencies")},
    [ROW_VARIABLE] = {"variable", "variable hours of a level not above the baseline's",
                      .parts = PART_SEGMENT | PART_LEVEL},
    [ROW_UNPLANNED] =
        {"unplanned",
         "overtime and agency of a level not above the baseline's, in a new year rota and where positions follow",
         .parts = PART_SEGMENT | PART_LEVEL},
    [ROW_YEAR_END] = {"year_end", "a week at New Year falls on both sides by the share of days, where cost allows",
                      .parts = PART_TYPE | PART_LEVEL},
    [ROW_LAST_RESORT] = {"last_resort",
                         "overtime and agency only for hours for which extra hours and substitutes do not suffice",
                         .least = true},
    [ROW_SHORTFALL] = {"shortfall", "person-hours missing not above the least possible", .least = true},
    [ROW_BAND_MOST] = {"band_most", "weekly hours of a year-round rota within the band and 48 h",
                       .parts = PART_TYPE | PART_GROUP},
    [ROW_BAND_LEAST] = {"band_least", "weekly hours of a year-round rota within the band",
                        .parts = PART_TYPE | PART_GROUP},
    [ROW_AWAY_MOST] = {"away_most", "not too many on holiday at once", .parts = PART_TYPE | PART_GROUP,
                       .away_only = true},
    [ROW_AWAY_PROFILE] = {"away_profile", "holidays as given", .parts = PART_TYPE | PART_GROUP, .away_only = true},
    [ROW_YEAR_HOURS] = {"year_hours", "the hours of the year are those of the contracts", .parts = PART_GROUP},
    [ROW_HOLIDAY] = {"holiday", "everybody has all holiday weeks", .parts = PART_GROUP, .away_only = true},
    [ROW_SUMMER] = {"summer", "three weeks of holiday in June to September", .parts = PART_GROUP, .away_only = true},
    [ROW_WEEKEND_YEAR] = {"weekend_year", "weekends counted over the year", .parts = PART_GROUP,
                          .eased_with = ROW_WEEKEND},
    [ROW_ON_WEEKEND] = {"on_weekend", "whoever is on duty on a day of a weekend works that weekend",
                        .parts = PART_TYPE | PART_DAY | PART_GROUP, .eased_with = ROW_WEEKEND},
    [ROW_SUNDAYS] = {"sundays", "every second Sunday off on average", .parts = PART_GROUP, .eased_with = ROW_WEEKEND},
    [ROW_EXTRA_WEEKEND] = {"extra_weekend", "weekend hours that earn compensation", .parts = PART_GROUP},
    [ROW_MOVED_HOLIDAY] = {"moved_holiday", "holiday moved out of the summer", .parts = PART_GROUP},
    [ROW_DESIGN_POSITION] = {"design_position", "average position at least", .eased = N_("the least average position")},
    [ROW_DESIGN_FULL_TIME] = {"design_full_time", "share of full-timers at least",
                              .eased = N_("the least share of full-timers")},
    [ROW_DESIGN_VARIABLE] = {"design_variable", "share of variable hours at most",
                             .eased = N_("the largest share of variable hours")},
    [ROW_DESIGN_HEADS] = {"design_heads", "heads at most", .eased = N_("the most heads")},
};

#define KIND(kind) (UINT64_C(1) << (kind))

// In their order, with what the rows depend on beside the columns; those of the others are made again whatever has changed.
static const struct maker {
  void (*make)(struct builder *);
  unsigned hang_on;
  uint64_t kinds;
} makers[] = {
    {rows_cover, ON_COVER | ON_GROUPS, KIND(ROW_COVER) | KIND(ROW_GAP) | KIND(ROW_AWAKE)},
    {rows_contract, ON_GROUPS, KIND(ROW_CONTRACT)},
    {rows_duty, ON_GROUPS, KIND(ROW_DUTY) | KIND(ROW_ON_CALL) | KIND(ROW_REST) | KIND(ROW_REST_SUNDAY)},
    {rows_weekend, ON_GROUPS, KIND(ROW_WEEKEND) | KIND(ROW_ON_WEEKEND) | KIND(ROW_WEEKEND_YEAR) | KIND(ROW_SUNDAYS)},
    {rows_beyond, ON_GROUPS | ON_OWN_SOURCES, KIND(ROW_EXTRA) | KIND(ROW_OVERTIME) | KIND(ROW_OVERTIME_YEAR)},
    {rows_supply, ON_SOURCES, KIND(ROW_SUPPLY)},
    {rows_annual, ON_GROUPS,
     KIND(ROW_BAND_MOST) | KIND(ROW_BAND_LEAST) | KIND(ROW_AWAY_MOST) | KIND(ROW_AWAY_PROFILE) | KIND(ROW_YEAR_HOURS) |
         KIND(ROW_HOLIDAY) | KIND(ROW_SUMMER)},
    {rows_compensation, ON_GROUPS, KIND(ROW_EXTRA_WEEKEND) | KIND(ROW_MOVED_HOLIDAY)},
    {rows_variable, 0, KIND(ROW_VARIABLE) | KIND(ROW_UNPLANNED)},
    {rows_design, 0, 0},
    {rows_ends, 0, 0},
    {rows_least, 0, KIND(ROW_LAST_RESORT) | KIND(ROW_SHORTFALL)},
};

const struct row_family *row_family_of(int kind) {
  assert(kind >= 0 && kind < ROW_KINDS && families[kind].name);
  return &families[kind];
}

enum row_span row_span(int kind) {
  unsigned parts = row_family_of(kind)->parts;
  if (parts & (PART_DAY | PART_TYPE_AFTER))
    return ROWS_OF_DAY;
  return parts & PART_TYPE ? ROWS_OF_WEEK : ROWS_OF_YEAR;
}

bool row_is_of_group(int kind) { return row_family_of(kind)->parts & PART_GROUP; }

bool row_is_least(int kind) { return row_family_of(kind)->least; }

bool row_eased_with(int kind, int eased) {
  const struct row_family *family = row_family_of(kind);
  return kind == eased || (family->eased_with && (int)family->eased_with == eased);
}

void rows_of_families(struct builder *b) {
  for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
    if (!makers[i].kinds || !rows_again_of_kinds(b, makers[i].kinds, makers[i].hang_on))
      makers[i].make(b);
}

// Rows of a day of a type's weeks, of the weeks themselves (day -1), of all weeks (type -1).
static double year_share(const struct unit_year *year, int type, int day) {
  if (type < 0)
    return (double)year->day_count / year_days_planned(year);
  const struct week_type *week = &year->types[type];
  if (day >= 0)
    return (double)week->in_year[day] / week->multiplicity;
  int days = 0;
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    days += week->in_year[d];
  return (double)days / (DAYS_PER_WEEK * week->multiplicity);
}

double program_row_year_share(const struct program *program, size_t row) {
  assert(row < program->row_count);
  const struct row_key *key = &program->rows[row].key;
  enum row_span span = row_span(key->kind);
  return year_share(program->year, span == ROWS_OF_YEAR ? -1 : key->type, span == ROWS_OF_DAY ? key->day : -1);
}

double program_column_year_share(const struct program *program, size_t column) {
  assert(column < program->column_count);
  const struct column_key *key = &program->columns[column].key;
  return year_share(program->year, key->type, key->day);
}
