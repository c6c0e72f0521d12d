// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of units, their shifts, need and norm, and their staff (scenario/tables.h).
#ifndef ROTACOST_SCENARIO_ROWS_PEOPLE_H
#define ROTACOST_SCENARIO_ROWS_PEOPLE_H

#include "calendar/dayset.h"
#include "scenario/row.h"

struct unit_row {
  struct row row;
  const char *unit, *title, *responsibility;
  const char *function;   // KOSTRA function of its budget lines; NULL: not said
  const char *like;       // unit whose rows are copied (scenario/alike.h); NULL: none
  int64_t blank_columns;  // bit c: the cell of column c is blank
  int64_t day_starts_min; // NOT_GIVEN: start of the earliest shift
  int64_t handover_min;   // every shift continues this long after its end, paid, covering nothing
  const char *area;       // municipality; NULL: none
  const char *ratio;      // rule of ratios.csv by which need follows from the children present; NULL: none
  int64_t ratio_level;    // index of the category the adults are counted in
  int64_t ratio_floor;    // minimum adults while any child is present
  const char *pool;       // unit where the children are, and are counted; NULL: this one
  int64_t pool_terms;     // enum pool_terms
  int64_t pool_from_min;  // from this hour on
  int64_t shortest_shift_min, longest_shift_min; // for the shifts made for the unit; NOT_GIVEN: none are made
  int64_t shift_grid_min;                        // 0: begin and end only where presence changes
  int64_t least_paid_min;
  int64_t joined_shifts; // YES: two shifts may be joined into one person's day (scenario/joined.h)
  int64_t rota_weeks;    // length of the base rota to make; NOT_GIVEN: none
};

enum term_kind { TERM_SCHOOL, TERM_HOLIDAY, TERM_CLOSED };
enum pool_terms { POOL_ALWAYS, POOL_SCHOOL, POOL_HOLIDAY };

// How a person is on duty: at work; at the workplace, resting until called (hvilende vakt); at home, on call
// (hjemmevakt).
enum duty_kind { DUTY_ACTIVE, DUTY_RESTING, DUTY_ON_CALL, DUTIES };

struct shift_row {
  struct row row;
  int64_t unit;
  const char *shift, *title;
  int64_t start_min;       // 0-1439
  int64_t end_min;         // 1-1440; at or before start: next day
  const char *gaps;        // hours off between the stretches of a split shift (scenario/stretches.h); NULL: none
  int64_t days, weeks;     // dayset by need_day_matches, weekset: the only service days it is worked on
  int64_t break_min;       // unpaid
  int64_t break_start_min; // 0-1439: nobody covers anything for break_min from here; NOT_GIVEN: taken when work allows
  int64_t least_paid_min;  // minimum paid time per attendance
  int64_t duty;            // enum duty_kind; for resting and on-call duty:
  int64_t paid_e8;         //   share of hourly pay and supplements, for hours not called out
  int64_t counts_e8;       //   share of these hours that is working time
  int64_t called_min;      //   expected call-out time per duty: at work, all of it working time
  int64_t called_pay_e8;   //   share of hourly pay paid for it, all included
  bool made;               // by scenario/candidates.h or scenario/joined.h, for the model to choose from
  bool joined;             // from the rows `parts`, the earlier first (scenario/joined.h); for such a shift:
  size_t parts[2];
  int64_t
      pause_after_min; //   minutes from its start after which an unpaid break without a time begins; 0: in the middle
};

struct need_row { // rows of one window are added
  struct row row;
  int64_t unit;
  const char *window, *title;                    // title NULL: made from the hours and days (audit/titles.h)
  int64_t start_min, end_min;                    // as in a shift
  int64_t days, weeks;                           // dayset by need_day_matches, weekset
  int64_t from, to;                              // NOT_GIVEN: always, for good; when the row holds: scenario/need_row.h
  int64_t months;                                // bit m = month m; 0: all
  int64_t level;                                 // index of the category required: that level or a higher one
  int64_t persons_milli;                         // NOT_GIVEN: by hours or residents; read it by need_persons_milli
  int64_t hours_milli;                           // person-hours of the window on each day
  int64_t residents_milli, resident_day_h_milli; // hours per resident-day
  int64_t persons_sd_milli;                      // standard deviation of the persons from day to day; NOT_GIVEN: 0
  int64_t actual_h_milli;                        // actually worked on such a day, on average; NOT_GIVEN: not known
  int64_t duty;                                  // enum duty_kind: people on this duty, or on a more active one, count
};

struct norm_row { // the highest floor applies
  struct row row;
  int64_t unit;
  const char *window, *title; // as in need
  int64_t start_min, end_min;
  int64_t days, weeks;   // dayset by need_day_matches, weekset
  int64_t from, to;      // NOT_GIVEN: always, for good; when the row holds: scenario/need_row.h
  int64_t months;        // bit m = month m; 0: all
  int64_t level;         // index of a category: persons of its level or a higher one
  int64_t persons_milli; // as in need, read by norm_persons_milli
  int64_t hours_milli, residents_milli, resident_day_h_milli;
};

enum regime { REGIME_WEEKLY, REGIME_YEAR };
enum holidays_by { HOLIDAYS_BY_PLANNER, HOLIDAYS_BY_PROFILE };

// The treatment of contract hours on a public holiday that is not a Sunday (need/red_days.h).
enum red_days_rule { RED_DAYS_WORKED, RED_DAYS_NEXT_OFF, RED_DAYS_AVERAGED, RED_DAYS_FREE };

// The agreement on how long shifts may be, by paid hours; see scenario/agreement.h.
enum agreement {
  AGREEMENT_LAW,
  AGREEMENT_EMPLOYEE,
  AGREEMENT_LOCAL,
  AGREEMENT_AUTHORITY,
  AGREEMENT_CENTRAL,
  AGREEMENTS
};

struct group_row {
  struct row row;
  int64_t unit;
  const char *group, *title;
  int64_t category;
  int64_t heads_milli;             // people
  int64_t position_e8;             // share of full time of each
  int64_t full_time_min;           // NOT_GIVEN: the category's
  int64_t regime;                  // enum regime
  int64_t weekend_every_milli;     // 3000: every third; 0: never on weekends
  int64_t weekends_per_year_milli; // NOT_GIVEN: every k-th weekend; else counted over the year
  int64_t weekend_ceiling_milli;   // counted over the year: at most one in N of the people works any given weekend
  int64_t agreement;               // enum agreement
  int64_t red_days;                // enum red_days_rule; NOT_GIVEN: not said, treated as worked
  int64_t alternative_day_e8;      // share of the people whose rest day in the rota falls on a public holiday (F5)
  int64_t eve_off_e8;              // share of an eve's hours that is free with pay
  int64_t band_e8;                 // year rota: weekly hours may lie this far above or below the contract's
  int64_t holidays_by;             // year rota: enum holidays_by
  int64_t holiday_most_e8;         // year rota: largest share of the people on holiday at once
  int64_t year_compensation_ore;   // agreed for the rota, per full-time position and year
  int64_t weekend_compensation_ore_per_h; // per weekend hour beyond the next
  int64_t weekend_included_min;           // weekend hours of a head and year without compensation
  int64_t summer_compensation_ore;        // year rota: per week of holiday moved out of June to September
  const char *shifts;                     // codes separated by blanks; NULL: every shift of the unit
  const char *also_units;                 // codes of other units they may work in, separated by blanks; NULL: none
  int64_t also_days;                      // dayset by need_day_matches: the days on which they may do so
  int64_t adjust_min_e8, adjust_max_e8, adjust_step_milli; // NOT_GIVEN: the setting
  int64_t over_60_e8;               // share of the people who are 60 or older in the holiday year
  int64_t service_years, age_years; // of those who would have to go; 0: not known (audit/notice.h)
};

enum absence_kind { ABSENCE_SICK, ABSENCE_HOLIDAY, ABSENCE_TRAINING, ABSENCE_SICK_CHILD, ABSENCE_KINDS };

struct absence_row { // rows of one kind, unit, category and week must not overlap; the more specific row counts
  struct row row;
  int64_t kind, unit, category, weeks;
  int64_t percent_e8; // of the contract hours of the week; for sick leave of those not on holiday
  int64_t away_min;   // instead of percent: minutes over all its weeks, in training of each head, else of a full-time
                      // position; NOT_GIVEN: percent
  int64_t in_free_e8; // holiday: share of it placed in free weeks of the rota, where it takes nobody from a shift
};

// The cause of absence, which determines who is replaced: sick leave within the employer's 16 days (and days with a
// sick child), and after them, which is the share `sick_refunded` of rates.csv.
enum absence_cause { CAUSE_SICK_SHORT, CAUSE_SICK_LONG, CAUSE_HOLIDAY, CAUSE_TRAINING, ABSENCE_CAUSES };

// of the rows that apply: unit and window before unit, before window, before neither (need/replacement.h)
struct replacement_row {
  struct row row;
  int64_t cause;       // enum absence_cause
  int64_t unit;        // NOT_GIVEN: all
  const char *window;  // code of need.csv or norm.csv; NULL: all
  int64_t replaced_e8; // share of the lost hours that are replaced
};

enum source_kind { SOURCE_EXTRA, SOURCE_SUBSTITUTE, SOURCE_OVERTIME, SOURCE_AGENCY };

struct source_row {
  struct row row;
  const char *code;
  int64_t kind, unit, category; // unit, category NOT_GIVEN: each
  int64_t valid_from, valid_to;
  int64_t pay_e8;               // substitute: share of the category's pay
  int64_t price_ore_per_h;      // agency: all included, per paid hour
  int64_t unsocial_ore_per_h;   // agency: where any supplement would be earned; NOT_GIVEN: the same price
  int64_t hours_milli_per_week; // on offer per unit; NOT_GIVEN: no limit
  int64_t room_e8;              // extra, overtime: share of the legal room that people accept
  int64_t yes_e8;               // chance that a person asked says yes; for own people each
  int64_t yes_short_e8;         // at short notice; NOT_GIVEN: the same
  int64_t yes_weekend_e8;       // share of these on Saturdays, Sundays and public holidays
};

// A row of catalogue.csv is a group_row too: a type of position to choose heads of; heads_milli is the maximum.

struct design_row { // requests a rota of whole heads from the catalogue, within limits; NOT_GIVEN: no limit
  struct row row;
  int64_t unit;
  int64_t average_position_e8; // minimum
  int64_t full_timers_e8;      // minimum share of the heads
  int64_t variable_e8;         // maximum share of the paid hours
  int64_t heads_milli;         // maximum
};

// May the shift be worked on every day of the year?
static inline bool shift_is_daily(const struct shift_row *shift) {
  return shift->days == (DAYSET_EVERY_WEEKDAY | DAYSET_HOLIDAY) && (weekset)shift->weeks == WEEKSET_ALL;
}

// Does the shift's break have a time of its own?
static inline bool break_is_timed(const struct shift_row *shift) {
  return shift->break_min > 0 && shift->break_start_min != NOT_GIVEN;
}
// Minutes on duty before a break that has a time: from 0 to 1439. 0 where it has none.
static inline int64_t break_after_min(const struct shift_row *shift) {
  if (!break_is_timed(shift))
    return 0;
  return (shift->break_start_min - shift->start_min + 1440) % 1440;
}

// A shift or window from start to end in minutes; an end at or before the start is on the next day.
static inline int64_t span_min(int64_t start_min, int64_t end_min) {
  return end_min > start_min ? end_min - start_min : end_min + 1440 - start_min;
}

#endif
