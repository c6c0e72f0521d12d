// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a scenario as they lie in memory: one struct per CSV row, one list per file.
// Every cell that is no text is an int64_t in the unit its name tells, so that one description
// (scenario/columns.h) can parse it, document it, compare it and change it by an edit.
#ifndef ROTACOST_SCENARIO_TABLES_H
#define ROTACOST_SCENARIO_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/problems.h"
#include "calendar/dayset.h"

#define NOT_GIVEN INT64_MIN // a blank cell without a default; a blank reference (then: "all")

enum table_id { // in the order in which they are read: a table refers only to those above it
  TABLE_SETTINGS,
  TABLE_CATEGORIES,
  TABLE_UNITS,
  TABLE_PAY,
  TABLE_SUPPLEMENTS,
  TABLE_RATES,
  TABLE_SHIFTS,
  TABLE_NEED,
  TABLE_NORM,
  TABLE_GROUPS,
  TABLE_ABSENCE,
  TABLE_REPLACEMENT,
  TABLE_SOURCES,
  TABLE_CATALOGUE,
  TABLE_DESIGN,
  TABLE_MEASURES,
  TABLE_EDITS,
  TABLE_CLAIMS,
  TABLE_AMOUNTS,
  TABLE_ACCOUNTS,
  TABLE_ACCOUNT_MAP,
  TABLE_GENERAL_LEDGER,
  TABLE_BOOK_CHANGES,
  TABLE_RATIOS,
  TABLE_PLACES,
  TABLE_CHILDREN,
  TABLE_ENROLMENT,
  TABLE_ATTENDANCE,
  TABLE_TERMS,
  TABLE_SCHOOLS,
  TABLE_RISKS,
  TABLE_LAW,
  TABLE_ROTA_RULES,
  TABLE_ROTA,
  TABLE_COUNT
};

// The head of every row.
struct row {
  const char *file;
  int line;
  bool assumed;       // source is `assumed`
  const char *source; // document, or NULL
  const char *low, *high; // range of a number of the row, as written (scenario/ranges.h); NULL: none
  const char *tie;        // cause that rows share; NULL: none
};

// The name of a file without its folders: grupper.csv, or `ward.xlsx: groups`.
static inline const char *row_file_called(const char *file) {
  const char *slash = strrchr(file, '/');
  return slash ? slash + 1 : file;
}

enum decimal_sign { DECIMAL_COMMA, DECIMAL_POINT };
enum claims_are { CLAIMS_INCREMENTAL, CLAIMS_BASE };
enum target_for { TARGET_FOR_PLAN, TARGET_FOR_MEASURES }; // whose target: of a plan with more in it, of these measures
enum savings_are { SAVINGS_POSITIVE, SAVINGS_NEGATIVE };
enum { NO, YES };
enum weekend_from { WEEKEND_SATURDAY, WEEKEND_FRIDAY_EVENING };
enum absence_cover { COVER_DIVISOR, COVER_ADDED, COVER_MULTIPLIER }; // pay/absence.h
enum year_length { YEAR_52, YEAR_365_7 };
enum planned_overtime { OVERTIME_BY_COST, OVERTIME_LAST_RESORT, OVERTIME_NEVER }; // arbeidsmiljøloven 10-6(1)
enum sunday_rule { SUNDAY_NEXT_OFF, SUNDAY_AVERAGED }; // arbeidsmiljøloven 10-8(4)

// Of general_ledger.csv: which amounts are the books, and the sign of a cost.
enum books_column { BOOKS_ACTUAL, BOOKS_BUDGET, BOOKS_REVISED, BOOKS_AMOUNT, BOOKS_MONTHS, BOOKS_COLUMNS };
enum books_costs { COSTS_POSITIVE, COSTS_NEGATIVE };

struct settings_row { // exactly one
  struct row row;
  const char *title, *place;
  const char *zone;   // key of the employer tax rate, I..V
  const char *common; // folder of shared tables, relative to the scenario; NULL: none
  int64_t country; // enum country (calendar/country.h): whose law and calendar
  int64_t decimal;
  int64_t language; // enum language; NOT_GIVEN: the computer's
  int64_t fiscal_year_starts; // month 1-12 (calendar/fiscal.h); 0 counts as January
  int64_t first_year, last_year;
  int64_t price_day; // day at whose pay and rates every year is priced; NOT_GIVEN: each day at its own
  int64_t target_ore;
  int64_t school_fte_ore; // what an FTE of schools costs a year; NOT_GIVEN: schools are compared in FTE alone
  int64_t target_for; // enum target_for
  int64_t claims_are;
  int64_t claims_in;   // index for claims_dialect_of (scenario/cells.h); savings in memory are in øre whatever it says
  int64_t savings_are; // enum savings_are, as written; in memory a saving is positive whatever it says
  int64_t tolerance_e8, understated_e8;
  int64_t accounts_tolerance_e8; // of the books
  int64_t books_take;            // enum books_column; NOT_GIVEN: the only one there is
  int64_t books_costs_are;       // enum books_costs
  int64_t sick_supplements; // YES: sick pay holds the supplements of the shifts missed (HTA 8)
  int64_t absence_cover;    // enum absence_cover
  int64_t year_weeks;       // enum year_length
  int64_t weekend_from;     // enum weekend_from
  int64_t sundays;          // enum sunday_rule
  int64_t planned_overtime; // enum planned_overtime
  int64_t adjust_min_e8, adjust_max_e8, adjust_step_milli;
  int64_t decision_date;      // day on which positions are decided on; NOT_GIVEN: not said
  int64_t consultation_days;  // from the decision to the notice; not written: as the law of the country says
  int64_t notice_months;      // at the least, whatever the law says; not written: likewise
  // Chance (chance/chance.h): spells of sick leave, calendar days; days of a spell for which people are asked at short
  // notice; kinds of sources in the order in which they are asked; share of the worlds drawn that makes a verdict.
  int64_t short_spell_days, long_spell_days, short_notice_days;
  // Parents of sick children: share of the heads; days of duty a year, not written: as the law of the country says, 0: not
  // known; mean length of a spell, calendar days.
  int64_t parents_e8, sick_child_days, sick_child_spell_days;
  const char *fill_order;
  int64_t sure_e8;
  const int *line_of; // line of each setting, in the order of columns.c; NULL: read from no file
};

struct category_row {
  struct row row;
  const char *category, *title;
  int64_t level;         // 1-9; a higher level can fill a lower one's place
  int64_t full_time_min; // minutes of the full-time week
};

struct pay_row { // the latest valid_from on or before the day counts
  struct row row;
  int64_t category, valid_from;
  int64_t yearly_pay_ore; // base pay of a full-time position, without supplements and on-costs
};

// The supplements of ordinary work, and that of overtime, which earns no other.
enum supplement_line {
  SUPPLEMENT_EVENING,
  SUPPLEMENT_NIGHT,
  SUPPLEMENT_WEEKEND,
  SUPPLEMENT_HOLIDAY,
  SUPPLEMENT_LINES,
  SUPPLEMENT_OVERTIME = SUPPLEMENT_LINES
};
enum stack { STACK_CLOCK, STACK_DAY, STACKS, STACK_OVERTIME = STACKS, ALL_STACKS };

struct supplement_row { // within a stack a minute earns only the row of highest priority; the stacks add up
  struct row row;
  int64_t line; // enum supplement_line
  int64_t category, unit; // NOT_GIVEN: all; of one priority the row of a unit, then that of a category, counts
  int64_t valid_from, valid_to;
  int64_t days;                         // dayset, matched by pay_day_matches on the minute's own day
  int64_t clock_from_min, clock_to_min; // 0-1440, from < to
  int64_t percent_e8;                   // of the hourly rate
  int64_t minimum_ore_per_h;
  int64_t stack, priority;
};

// What a rate means, its unit and its key stand in scenario/columns_pay.c.
enum rate_id {
  RATE_HOLIDAY_PAY,
  RATE_HOLIDAY_PAY_OVER_60,
  RATE_HOLIDAY_WEEKS,
  RATE_HOLIDAY_WEEKS_OVER_60,
  RATE_PENSION,
  RATE_VARIABLE_PENSION,
  RATE_EMPLOYER_TAX,
  RATE_EMPLOYER_TAX_EXTRA,
  RATE_EMPLOYER_TAX_EXTRA_ABOVE,
  RATE_OVERTIME,
  RATE_OVERTIME_HOLIDAY,
  RATE_OVERTIME_DIVISOR,
  RATE_SICK_REFUNDED,
  RATE_REFUND_CEILING,
  RATE_HOLIDAY_PAY_REFUNDED,
  RATE_HOLIDAY_PAY_REFUNDED_OVER_60,
  RATE_REFUND_WITHIN_48_DAYS,
  RATE_PAY_GROWTH,
  RATE_DAILY_REST,
  RATE_OVERTIME_WEEK,
  RATE_OVERTIME_FOUR_WEEKS,
  RATE_OVERTIME_YEAR,
  RATE_EXTRA_WEEKEND_EVERY,
  RATE_SPLIT_SUPPLEMENT,
  RATE_SPLIT_SPREAD,
  RATE_COUNT
};

struct rate_row { // the latest valid_from on or before the day counts; an exact applies_to before a blank one
  struct row row;
  int64_t rate;           // enum rate_id
  const char *applies_to; // category or zone; NULL: all
  int64_t valid_from;
  int64_t value_e6; // as printed, times 1 000 000 (percent, weeks, kr, hours)
};

struct unit_row {
  struct row row;
  const char *unit, *title, *responsibility;
  const char *function; // KOSTRA function of its budget lines; NULL: not said
  const char *like;       // unit whose rows it has too (scenario/alike.h); NULL: none
  int64_t blank_columns;  // bit c: the cell of column c is blank
  int64_t day_starts_min; // NOT_GIVEN: start of the earliest shift
  int64_t handover_min;   // every shift goes on so long after its end, paid, covering nothing
  const char *area;       // municipality; NULL: none
  const char *ratio;      // rule of ratios.csv by which need follows from the children present; NULL: none
  int64_t ratio_level;    // index of the category the adults are counted in
  int64_t ratio_floor;    // adults at least while any child is present
  const char *pool;       // unit at which the children are, and are counted; NULL: here
  int64_t pool_terms;     // enum pool_terms
  int64_t pool_from_min;  // from this hour on
  int64_t shortest_shift_min, longest_shift_min; // of the shifts made for the unit; NOT_GIVEN: none are made
  int64_t shift_grid_min; // 0: begin and end only where presence changes
  int64_t least_paid_min;
  int64_t joined_shifts; // YES: two shifts may be joined to one person's day (scenario/joined.h)
  int64_t rota_weeks; // a base rota of so many weeks is asked for; NOT_GIVEN: none
};

enum term_kind { TERM_SCHOOL, TERM_HOLIDAY, TERM_CLOSED };
enum pool_terms { POOL_ALWAYS, POOL_SCHOOL, POOL_HOLIDAY };

// How somebody is on duty: at work; at the workplace, resting until called (hvilende vakt); at home, on call (hjemmevakt).
enum duty_kind { DUTY_ACTIVE, DUTY_RESTING, DUTY_ON_CALL, DUTIES };

struct shift_row {
  struct row row;
  int64_t unit;
  const char *shift, *title;
  int64_t start_min; // 0-1439
  int64_t end_min;   // 1-1440; at or before start: next day
  const char *gaps;        // hours off between the stretches of a split shift (scenario/stretches.h); NULL: none
  int64_t days, weeks;     // dayset by need_day_matches, weekset: on no other service day is it worked
  int64_t break_min;       // unpaid
  int64_t break_start_min; // 0-1439: nobody covers anything from here for break_min; NOT_GIVEN: taken as work allows
  int64_t least_paid_min; // whoever comes is paid so long at least
  int64_t duty;           // enum duty_kind; of resting and on-call duty:
  int64_t paid_e8;        //   share of the pay by the hour and of the supplements, of hours not called out
  int64_t counts_e8;      //   share of these hours that is working time
  int64_t called_min;     //   called out, expected, of each such duty: at work, all of it working time
  int64_t called_pay_e8;  //   share of the pay by the hour paid for them, all in
  bool made;              // by scenario/candidates.h or scenario/joined.h, for the programme to choose from
  bool joined;            // of the rows `parts`, the earlier first (scenario/joined.h); of such a shift:
  size_t parts[2];
  int64_t pause_after_min; //   minutes from its start after which an unpaid break without a time begins; 0: in the middle
};

struct need_row { // rows of one window add up
  struct row row;
  int64_t unit;
  const char *window;
  int64_t start_min, end_min; // as in a shift
  int64_t days, weeks;        // dayset by need_day_matches, weekset
  int64_t from, to;           // NOT_GIVEN: always, for good; when the row holds: scenario/need_row.h
  int64_t months;             // bit m = month m; 0: all
  int64_t level;              // index of the category wanted: that level or a higher one
  int64_t persons_milli;      // NOT_GIVEN: by hours or residents; read it by need_persons_milli
  int64_t hours_milli;        // person-hours of the window on each day
  int64_t residents_milli, resident_day_h_milli; // hours per resident-day
  int64_t persons_sd_milli;   // standard deviation of the persons from day to day; NOT_GIVEN: 0
  int64_t actual_h_milli;     // worked in fact on such a day, on average; NOT_GIVEN: not known
  int64_t duty;               // enum duty_kind: whoever is on such duty will do, or on a more active one
};

struct norm_row { // the highest floor counts
  struct row row;
  int64_t unit;
  const char *window;
  int64_t start_min, end_min;
  int64_t days, weeks;        // dayset by need_day_matches, weekset
  int64_t from, to;           // NOT_GIVEN: always, for good; when the row holds: scenario/need_row.h
  int64_t months;             // bit m = month m; 0: all
  int64_t level; // index of a category: persons of its level or a higher one
  int64_t persons_milli; // as in need, read by norm_persons_milli
  int64_t hours_milli, residents_milli, resident_day_h_milli;
};

enum regime { REGIME_WEEKLY, REGIME_YEAR };
enum holidays_by { HOLIDAYS_BY_PLANNER, HOLIDAYS_BY_PROFILE };

// What becomes of the contract hours of a public holiday that is no Sunday (need/red_days.h).
enum red_days_rule { RED_DAYS_WORKED, RED_DAYS_NEXT_OFF, RED_DAYS_AVERAGED, RED_DAYS_FREE };

// Who has agreed to how long shifts, by paid hours; see scenario/agreement.h.
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
  int64_t weekend_ceiling_milli;   // counted over the year: on no weekend more than every so-manieth of the people
  int64_t agreement;               // enum agreement
  int64_t red_days;                // enum red_days_rule; NOT_GIVEN: not said, worked
  int64_t alternative_day_e8;      // share of the people whose rest day in the rota falls on a public holiday (F5)
  int64_t eve_off_e8;              // share of an eve's hours that is free with pay
  int64_t band_e8;                 // year rota: weekly hours may lie so far above or below the contract's
  int64_t holidays_by;             // year rota: enum holidays_by
  int64_t holiday_most_e8;         // year rota: share of the people on holiday at once at the most
  int64_t year_compensation_ore;   // agreed for the rota, per full-time position and year
  int64_t weekend_compensation_ore_per_h; // per weekend hour beyond the next
  int64_t weekend_included_min;           // weekend hours of a head and year without compensation
  int64_t summer_compensation_ore;        // year rota: per week of holiday moved out of June to September
  const char *shifts;                     // codes separated by blanks; NULL: every shift of the unit
  const char *also_units;                 // codes of other units they may work in, separated by blanks; NULL: none
  int64_t also_days;                      // dayset by need_day_matches: the days on which they may
  int64_t adjust_min_e8, adjust_max_e8, adjust_step_milli; // NOT_GIVEN: the setting
  int64_t over_60_e8;               // share of the people who are 60 or older in the holiday year
  int64_t service_years, age_years; // of those who would have to go; 0: not known (audit/notice.h)
};

enum absence_kind { ABSENCE_SICK, ABSENCE_HOLIDAY, ABSENCE_TRAINING, ABSENCE_SICK_CHILD, ABSENCE_KINDS };

struct absence_row { // rows of one kind, unit, category and week must not overlap; the more specific row counts
  struct row row;
  int64_t kind, unit, category, weeks;
  int64_t percent_e8;   // of the contract hours of the week; for sick leave of those not on holiday
  int64_t away_min;     // instead of percent: minutes over all its weeks, in training of each head, else of a full-time
                        // position; NOT_GIVEN: percent
  int64_t in_free_e8;   // holiday: share of it laid into free weeks of the rota, where it takes nobody from a shift
};

// Why somebody is away, for who is replaced: sick leave within the employer's 16 days (and days with a sick child) and
// after them, which is the share `sick_refunded` of rates.csv.
enum absence_cause { CAUSE_SICK_SHORT, CAUSE_SICK_LONG, CAUSE_HOLIDAY, CAUSE_TRAINING, ABSENCE_CAUSES };

struct replacement_row { // of rows that hold, unit and window before unit, before window, before neither (need/replacement.h)
  struct row row;
  int64_t cause;       // enum absence_cause
  int64_t unit;        // NOT_GIVEN: all
  const char *window;  // code of need.csv or norm.csv; NULL: all
  int64_t replaced_e8; // share of the hours lost that somebody else is found for
};

enum source_kind { SOURCE_EXTRA, SOURCE_SUBSTITUTE, SOURCE_OVERTIME, SOURCE_AGENCY };

struct source_row {
  struct row row;
  const char *code;
  int64_t kind, unit, category; // unit, category NOT_GIVEN: each
  int64_t valid_from, valid_to;
  int64_t pay_e8;               // substitute: share of the category's pay
  int64_t price_ore_per_h;      // agency: all in, per paid hour
  int64_t unsocial_ore_per_h;   // agency: where any supplement would be earned; NOT_GIVEN: the same price
  int64_t hours_milli_per_week; // on offer per unit; NOT_GIVEN: no limit
  int64_t room_e8;              // extra, overtime: share of the legal room that people accept
  int64_t yes_e8;               // chance that who is asked says yes; of own people each
  int64_t yes_short_e8;         // at short notice; NOT_GIVEN: the same
  int64_t yes_weekend_e8;       // share of these on Saturdays, Sundays and public holidays
};

// A row of catalogue.csv is a group_row too: a type of position to choose heads of, heads_milli being the most of them.

struct design_row { // asks for a rota of whole heads from the catalogue, within limits; NOT_GIVEN: no limit
  struct row row;
  int64_t unit;
  int64_t average_position_e8; // least
  int64_t full_timers_e8;      // least share of the heads
  int64_t variable_e8;         // largest share of the paid hours
  int64_t heads_milli;         // most
};

enum booked { BOOKED_KEPT, BOOKED_ADJUSTED, BOOKED_NOTHING };

enum measure_status {
  STATUS_NOT_STARTED,
  STATUS_UNDER_WAY,
  STATUS_ON_HOLD,
  STATUS_IN_FORCE,
  STATUS_REALISED,
  STATUS_PARTLY,
  STATUS_NOT_REALISED
};
enum nature {
  NATURE_ROTA,
  NATURE_NEED,
  NATURE_POSITION,
  NATURE_AMOUNT,
  NATURE_INCOME,
  NATURE_ONE_OFF,
  NATURE_YEAR_ROTA,
  NATURE_SENSITIVITY, // no measure: what if an assumption is wrong?
  NATURES
};

struct measure_row {
  struct row row;
  const char *measure, *title;
  const char *unit_label;     // as printed; the units touched follow from the edits
  const char *responsibility; // cost centre as printed
  const char *function;       // KOSTRA function of its amounts; NULL: not said
  const char *role;           // who answers for it: a role, never a person
  int64_t status, nature;
  int64_t start;     // NOT_GIVEN: not decided
  int64_t booked;    // enum booked: what goes into the budget (audit/budget.h); NOT_GIVEN: not said
  int64_t in_target; // YES: its claims count in the printed sums and towards the target
  const char *either_or; // group of alternatives of which only one can be carried out; NULL: none
  const char *doubt;     // of the source itself; NULL: none
  const char *note;
  int64_t realised_ore; // saved so far in the year of realised_to; NOT_GIVEN both where nothing is reported
  int64_t realised_to;  // last day it counts
};

enum change { CHANGE_SET, CHANGE_ADD, CHANGE_MULTIPLY };

struct edit_row {
  struct row row;
  int64_t measure;
  int64_t from, to; // NOT_GIVEN: the measure's start; for good
  const char *table, *where, *column;
  int64_t change;
  const char *value;
};

enum claim_basis { CLAIM_IN_YEAR, CLAIM_FULL_YEAR };
enum fte_basis { FTE_GROSS, FTE_NET };

enum left_out { // bits of leaves_out
  LEFT_SUPPLEMENTS,
  LEFT_EXTRA,
  LEFT_SUBSTITUTES,
  LEFT_OVERTIME,
  LEFT_AGENCY,
  LEFT_ABSENCE,
  LEFT_COMPENSATION,
  LEFT_HOLIDAY_PAY,
  LEFT_PENSION,
  LEFT_EMPLOYER_TAX,
  LEFT_ON_COSTS, // the last three
  LEFT_WORDS
};

struct claim_row {
  struct row row;
  int64_t measure; // NOT_GIVEN: the printed sum of the year
  int64_t year;
  int64_t amount_ore;          // NOT_GIVEN: percent_e8 of base_ore
  int64_t percent_e8, base_ore;
  int64_t basis;
  int64_t fte_milli;
  int64_t fte_basis;
  int64_t leaves_out; // bits of enum left_out; NOT_GIVEN: nothing is left out
};

enum amount_line { AMOUNT_PURCHASES, AMOUNT_INCOME, AMOUNT_GRANT, AMOUNT_OTHER };
enum accrual { ACCRUAL_MONTHS, ACCRUAL_DAYS, ACCRUAL_ONCE };

struct amount_row {
  struct row row;
  int64_t measure, line;
  int64_t saving_ore_per_year; // a saving or an income is positive, a new cost negative
  int64_t from, to;            // NOT_GIVEN: the measure's start; for good
  int64_t accrual;
  const char *art; // KOSTRA art or account it is booked on; NULL: not said
};

struct account_row { // the books of a year, beside which the baseline is laid
  struct row row;
  int64_t unit; // NOT_GIVEN: all
  int64_t line; // index for account_line_of (scenario/accounts.h)
  int64_t year;
  int64_t amount_ore; // a cost is positive
};

struct account_map_row { // what accounts of the finance system are in terms of accounts.csv (scenario/books.h)
  struct row row;
  const char *account, *cost_centre, *service; // patterns; NULL: any
  int64_t line;                                // as of accounts.csv, or ACCOUNT_LEFT_OUT; NOT_GIVEN: another row says it
  int64_t unit;                                // NOT_GIVEN: another row says it
};

enum { LEDGER_MONTHS = 12 };
struct general_ledger_row { // a row of the finance system's books, as exported (scenario/books.h)
  struct row row;
  const char *account, *art, *cost_centre, *service, *period; // as exported; NULL: blank
  int64_t column; // of the account's cell in a workbook, from 0; NOT_GIVEN: a CSV file
  int64_t take;   // enum books_column: which of the amounts counts
  int64_t year;
  bool one_of_years; // of several that the headings name
  int64_t amount_ore, actual_ore, budget_ore, revised_ore, month_ore[LEDGER_MONTHS], closing_ore, total_ore; // NOT_GIVEN: blank
};

enum book_change { CHANGE_PAY_SETTLEMENT, CHANGE_SICKNESS, CHANGE_OTHER, BOOK_CHANGES };
struct book_change_row { // what the books grew by for another reason than a measure (audit/followup_books.h)
  struct row row;
  int64_t unit;   // NOT_GIVEN: all, of books of all units together
  int64_t change; // enum book_change
  int64_t year;
  int64_t month;  // 1-12; NOT_GIVEN: a twelfth in each
  int64_t amount_ore; // more than in the same months of the year before; less: negative
};

// --- need that follows from children present (see need/ratio.h) ---

struct ratio_row { // steps of a rule, and one row without up_to for what lies beyond them
  struct row row;
  const char *rule;
  int64_t up_to;          // children; NOT_GIVEN: beyond the last step
  int64_t staff;          // adults of the step
  int64_t then_per_milli; // beyond: children per further adult
};

struct place_row {
  struct row row;
  const char *place, *title;
  int64_t most_min; // minutes a week a child of the place may be there; NOT_GIVEN: no limit
};

struct children_row {
  struct row row;
  int64_t unit;
  const char *grade;
  int64_t place; // index
  int64_t children;
  int64_t weight_milli; // a child counts as so many
};

struct enrolment_row { // as printed; what children.csv must add up to
  struct row row;
  const char *area, *grade; // NULL: all
  int64_t place;            // NOT_GIVEN: all
  int64_t children;
};

struct attendance_row {
  struct row row;
  int64_t place, terms; // enum term_kind, never closed
  int64_t days, weeks;  // dayset by need_day_matches, weekset
  int64_t start_min, end_min;
  int64_t percent_e8; // of the children enrolled
};

struct term_row { // of the rows that hold for a unit and day, that with the latest first day counts
  struct row row;
  int64_t unit;     // NOT_GIVEN: all
  const char *area; // NULL: all
  const char *term;
  int64_t from, to, kind;         // enum term_kind
  int64_t opens_min, closes_min; // NOT_GIVEN where closed
};

enum school_kind { SCHOOL_PRIMARY, SCHOOL_LOWER_SECONDARY, SCHOOL_KINDS };

struct school_row { // without a school: the printed sum of the municipality
  struct row row;
  const char *municipality, *municipality_title, *school, *title, *grades;
  int64_t kind, pupils;
  int64_t leadership_milli, teaching_milli; // FTE
  const char *joint; // schools with the same code are also looked at as one
};

struct risk_row { // likelihood and consequence from 1, very low, to 5, very high
  struct row row;
  const char *risk, *title;
  int64_t measure; // NOT_GIVEN: of the whole scenario
  int64_t likelihood, consequence;
  const char *role; // who answers for it: a role, never a person
  const char *note; // what is done about it
};

struct law_row { // a limit otherwise than the law of the country has it
  struct row row;
  int64_t rule;        // enum law_rule (scenario/law.h)
  int64_t agreement;   // enum agreement; NOT_GIVEN: whatever is agreed
  int64_t limit_milli; // in the unit of the rule
  int64_t weeks;       // over which it is averaged; NOT_GIVEN: as the law of the country
  const char *paragraph;
};

// A rule of a unit's base rota, in the order of the words of rota_rules.csv; what each is without a row stands in
// rota/base.h. Hours and days may be thousandths, yes is 1.
enum rota_word {
  WORD_DAILY_REST,
  WORD_SHORT_REST,
  WORD_SHORT_CHANGES,
  WORD_WEEKLY_REST,
  WORD_WEEKLY_REST_INSIDE,
  WORD_DAYS_IN_ROW_MOST,
  WORD_DAYS_IN_ROW_LEAST,
  WORD_DAYS_OFF_MOST,
  WORD_DAYS_OFF_LEAST,
  WORD_NIGHTS_IN_ROW_MOST,
  WORD_NIGHTS_IN_ROW_LEAST,
  WORD_REST_AFTER_NIGHTS,
  WORD_WHOLE_WEEKENDS,
  WORD_SUNDAYS_MOST,
  WORD_SUNDAYS_IN_ROW_MOST,
  WORD_HOURS_UNDER,
  WORD_HOURS_OVER,
  WORD_OF_UNIT, // from here on of the whole unit
  WORD_SAME_SHIFT_MOST = WORD_OF_UNIT,
  WORD_SAME_SHIFT_LEAST,
  WORD_SEQUENCE,
  WORD_COVER_REQUIRED,
  WORD_IDLE,
  WORD_SINGLE_DAY_ON,
  WORD_SINGLE_DAY_OFF,
  WORD_SHORT_CHANGE,
  WORD_LONG_RUN,
  WORD_UNEVEN_WEEKEND,
  WORD_UNEVEN_NIGHT,
  ROTA_WORDS
};

struct rota_rule_row { // a rule of the base rota otherwise than it is by itself
  struct row row;
  int64_t unit;
  const char *group;   // NULL: all of the unit
  int64_t rule;        // enum rota_word
  const char *shifts;  // same shift: its code; sequence: two or three codes, - a day off; else NULL
  int64_t value_milli; // NOT_GIVEN: none, of a sequence
};

struct rota_row { // one day of one line of a base rota as it is worked today
  struct row row;
  int64_t unit;
  const char *line, *group;
  int64_t week, day; // from 1; enum weekday
  const char *shift; // NULL or "-": off
};

struct rows {
  char *items;
  size_t count, room, size; // size of one row in bytes
};

struct tables {
  struct rows list[TABLE_COUNT];
  const char **called; // [TABLE_COUNT] what the user calls each (scenario/called.h); NULL: as its file
};

// Typed access: need_rows(tables)[i], i < tables->list[TABLE_NEED].count.
#define DEFINE_ROWS(NAME, TYPE, ID)                                                                                    \
  static inline const struct TYPE *NAME(const struct tables *tables) {                                                 \
    return (const struct TYPE *)(const void *)tables->list[ID].items;                                                  \
  }
DEFINE_ROWS(category_rows, category_row, TABLE_CATEGORIES)
DEFINE_ROWS(pay_rows, pay_row, TABLE_PAY)
DEFINE_ROWS(supplement_rows, supplement_row, TABLE_SUPPLEMENTS)
DEFINE_ROWS(rate_rows, rate_row, TABLE_RATES)
DEFINE_ROWS(unit_rows, unit_row, TABLE_UNITS)
DEFINE_ROWS(shift_rows, shift_row, TABLE_SHIFTS)
DEFINE_ROWS(need_rows, need_row, TABLE_NEED)
DEFINE_ROWS(norm_rows, norm_row, TABLE_NORM)
DEFINE_ROWS(group_rows, group_row, TABLE_GROUPS)
DEFINE_ROWS(absence_rows, absence_row, TABLE_ABSENCE)
DEFINE_ROWS(replacement_rows, replacement_row, TABLE_REPLACEMENT)
DEFINE_ROWS(source_rows, source_row, TABLE_SOURCES)
DEFINE_ROWS(catalogue_rows, group_row, TABLE_CATALOGUE)
DEFINE_ROWS(design_rows, design_row, TABLE_DESIGN)
DEFINE_ROWS(measure_rows, measure_row, TABLE_MEASURES)
DEFINE_ROWS(edit_rows, edit_row, TABLE_EDITS)
DEFINE_ROWS(claim_rows, claim_row, TABLE_CLAIMS)
DEFINE_ROWS(amount_rows, amount_row, TABLE_AMOUNTS)
DEFINE_ROWS(account_rows, account_row, TABLE_ACCOUNTS)
DEFINE_ROWS(account_map_rows, account_map_row, TABLE_ACCOUNT_MAP)
DEFINE_ROWS(general_ledger_rows, general_ledger_row, TABLE_GENERAL_LEDGER)
DEFINE_ROWS(book_change_rows, book_change_row, TABLE_BOOK_CHANGES)
DEFINE_ROWS(ratio_rows, ratio_row, TABLE_RATIOS)
DEFINE_ROWS(place_rows, place_row, TABLE_PLACES)
DEFINE_ROWS(children_rows, children_row, TABLE_CHILDREN)
DEFINE_ROWS(enrolment_rows, enrolment_row, TABLE_ENROLMENT)
DEFINE_ROWS(attendance_rows, attendance_row, TABLE_ATTENDANCE)
DEFINE_ROWS(term_rows, term_row, TABLE_TERMS)
DEFINE_ROWS(school_rows, school_row, TABLE_SCHOOLS)
DEFINE_ROWS(risk_rows, risk_row, TABLE_RISKS)
DEFINE_ROWS(law_rows, law_row, TABLE_LAW)
DEFINE_ROWS(rota_rule_rows, rota_rule_row, TABLE_ROTA_RULES)
DEFINE_ROWS(rota_rows, rota_row, TABLE_ROTA)
#undef DEFINE_ROWS

static inline const struct settings_row *settings_of(const struct tables *tables) {
  return (const struct settings_row *)(const void *)tables->list[TABLE_SETTINGS].items;
}
static inline size_t row_count(const struct tables *tables, enum table_id id) { return tables->list[id].count; }
// Any row's head.
static inline const struct row *row_at(const struct tables *tables, enum table_id id, size_t i) {
  return (const struct row *)(const void *)(tables->list[id].items + i * tables->list[id].size);
}

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
