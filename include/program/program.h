// SPDX-License-Identifier: GPL-3.0-or-later
// The staffing programme of one unit (or of units that share staff) over a stretch of days, planned in whole weeks (need/year.h). The cost and
// shortfall of the days before and after the year count here like those of any day, so that their plan is equally good, but appear in no
// reported figure (plan/plan.h).
//
//   first   minimise  sum  m[t] h[i] short[t,d,i,l]                          (shortfall, person-hours)
//   then    minimise  sum  m[t] paid hours of overtime and agency            (kept, where overtime is the last resort)
//   then    minimise  constant + sum cost x column                           (kroner)
//   then    minimise  sum tie x column                                       (choice among plans of equal cost)
//   subject to        lower <= sum entries x columns <= upper                for every row
//                     lower <= column <= upper, some columns whole
//
// The ties choose among plans of equal cost: the chosen plan puts nobody on a shift where nobody is
// needed, uses own hours before extra hours, substitutes, overtime and agency, and early shifts before late ones. They
// depend on the contents of rows, never on their names or order (program/tie.c), and are part of no reported cost.
//
// t week type with multiplicity m[t], d weekday 0-6, i interval of h[i] hours, l level, s shift, g group, r source,
// k segment of constant positions. Columns, all in persons but for the shortfall's and the positions':
//   own(t,d,s,g)       x  persons of group g on shift s, contract hours; in its own unit or one in which it helps
//   extra(t,d,s,g)     y  the same people beyond their contract, up to full time
//   overtime(t,d,s,g)  y  the same people beyond full time
//   hired(t,d,s,r)     y  substitutes and agency staff of source row r
//   short(t,d,i,l)        persons of level l missing, each counted once: such a person would serve for lower levels too
//   gap(t,d,i,l)          persons of level l who are away and not replaced (replacement.csv), at no cost
//   up(g,k), down(g,k)    heads above and below those given; 0 when positions are kept
// and for groups in a year-round rota
//   roster(t,g)           hours planned in the week, sick leave not yet taken off
//   away(t,g)             head-weeks of holiday
//   extra_weekend(g)      weekend hours of the year that earn compensation
//   moved_holiday(g)      head-weeks of holiday moved out of the summer
// and for groups whose weekends are counted over the year
//   weekend(t,g)          people on duty on any day of the weekend
// and for weeks that contain the first or last day of the year, at no cost (program/ends.c)
//   end_more(t,of)        missing hours, worked hours and kroner that fall in the year beyond the share of its days
//   end_less(t,of)        and below that share
// The idle hours of group g in week t are the slack of its row contract(t,g).
//
// Both variants of a unit_year have the same columns and rows in the same order, so that one optimal basis
// starts the next solve; only the rest rows may differ, where a measure changes shifts or rest. Nothing here knows
// the solver.
#ifndef ROTACOST_PROGRAM_PROGRAM_H
#define ROTACOST_PROGRAM_PROGRAM_H

#include <stdbool.h>

#include "need/year.h"

enum positions { POSITIONS_KEPT, POSITIONS_ADJUSTED, POSITIONS_ANSWERS };
const char *positions_name(enum positions positions); // kept, adjusted

enum column_kind {
  COLUMN_OWN,
  COLUMN_EXTRA,
  COLUMN_OVERTIME,
  COLUMN_HIRED,
  COLUMN_GAP,
  COLUMN_SHORT,
  COLUMN_ROSTER,
  COLUMN_AWAY,
  COLUMN_UP,
  COLUMN_DOWN,
  COLUMN_EXTRA_WEEKEND,
  COLUMN_MOVED_HOLIDAY,
  COLUMN_WEEKEND,
  COLUMN_END_MORE,
  COLUMN_END_LESS,
  COLUMN_KINDS
};

struct column_key {                // -1 where an index does not apply
  int kind, type, day, shift, who; // who: group or source of the frame
  int interval, level, segment;
};

struct program_column {
  struct column_key key;
  double lower, upper; // upper may be INFINITY
  double cost_kr;      // per unit of the column, over all weeks of the type
  double
      year_kr;  // the part of it on days of the year; of agreed compensation, which belongs to no single day: all of it
  double tie;   // above 0: see above
  double gap_h; // person-hours of an accepted gap, over all weeks; 0 but for COLUMN_GAP
  double shortfall_h; // the same for the shortfall; 0 but for COLUMN_SHORT
  double
      last_resort_h; // the same for paid hours of overtime and agency, where settings.planned_overtime is last_resort
  double scale;      // persons or heads per unit: the step of a whole column, else 1
  bool whole;
};

enum row_kind {
  ROW_COVER,
  ROW_GAP,
  ROW_CONTRACT,
  ROW_AWAKE,
  ROW_ON_CALL,
  ROW_DUTY,
  ROW_REST,
  ROW_REST_SUNDAY,
  ROW_WEEKEND,
  ROW_EXTRA,
  ROW_OVERTIME,
  ROW_OVERTIME_YEAR,
  ROW_SUPPLY,
  ROW_VARIABLE,
  ROW_UNPLANNED,
  ROW_YEAR_END,
  ROW_LAST_RESORT,
  ROW_SHORTFALL,
  ROW_BAND_MOST,
  ROW_BAND_LEAST,
  ROW_AWAY_MOST,
  ROW_AWAY_PROFILE,
  ROW_YEAR_HOURS,
  ROW_HOLIDAY,
  ROW_SUMMER,
  ROW_WEEKEND_YEAR,
  ROW_ON_WEEKEND,
  ROW_SUNDAYS,
  ROW_EXTRA_WEEKEND,
  ROW_MOVED_HOLIDAY,
  ROW_DESIGN_POSITION,
  ROW_DESIGN_FULL_TIME,
  ROW_DESIGN_VARIABLE,
  ROW_DESIGN_HEADS,
  ROW_KINDS
};

struct row_key {
  int kind, type, day, who, interval, level, segment; // 0 where it does not apply
  int type_after;                                     // ROW_REST_SUNDAY: type of the following week
  int64_t minute;                                     // ROW_REST: end of the late shifts
};

struct program_row {
  struct row_key key;
  double lower, upper; // -INFINITY, INFINITY where open
};

struct program_entry {
  int row, column; // from 0
  double value;
};

// More entries would take more memory than one task may use (--memory-limit); 200 groups by 63 shifts have that many.
enum { PROGRAM_ENTRIES_MOST = 24000000 };
// Above the first limit the week types are tried on their own before the whole, which takes an hour; above the second the
// whole is not tried, because it would take the same memory again.
enum { PROGRAM_HELD_ENTRIES = 2000000, PROGRAM_WHOLE_ENTRIES_MOST = 6000000 };

struct program {
  struct arena *arena;
  const struct unit_year *year;
  enum variant variant;
  enum positions positions;
  struct program_column *columns;
  struct program_row *rows;
  struct program_entry *entries; // row by row
  size_t column_count, row_count, entry_count;
  size_t column_room, row_room, entry_room;
  const struct program *before; // from which rows were copied (program/again.h); NULL: none
  bool *copied;                 // [before->row_count] the row is that of `before`, and its entries stand only there
  bool too_large;     // more than PROGRAM_ENTRIES_MOST entries: the rest is left out, and the programme is not solved
  int *day_columns;   // [7 * type_count + 1]: columns of type t and day d are day_columns[7t+d] .. [7t+d+1]-1
  double constant_kr; // of the given positions, before any adjustment
  double constant_year_kr; // the part of it on days of the year
  bool last_resort_held;   // rows hold its hours, so it is not minimised (program_adjust)
  double gap;              // proven relative gap required where columns are integer; 0: the solver's default
};

// Builds the programme with positions kept. Memory: arena.
struct program *program_build(struct arena *arena, const struct unit_year *year, enum variant variant);

// A copy with its own columns and rows, which may be changed; the entries are shared.
struct program *program_copy(struct arena *arena, const struct program *program);

struct hours_limits { // [segment_count * level_count] most hours of level l in segment k at k * level_count + l
  const double *variable_h;
  const double *unplanned_h; // of these overtime and agency; NULL: no limit of their own
};

// The same programme with positions free within their bounds, and variable hours limited to those that the baseline with
// positions kept uses; where overtime is the last resort, overtime and agency are limited too, and are then not minimised.
// Shares the entries of `program`.
struct program *program_adjust(struct arena *arena, const struct program *program, const struct hours_limits *limits);

// The same programme, itself where nothing changes, with overtime and agency hours of level l in segment k limited to unplanned_h[k * level_count + l],
// in segments in which a group enters a year-round rota under the subject: a rota may not be made profitable by planning
// overtime and hired staff, which the law reserves for what cannot be planned (arbeidsmiljøloven 10-6(1), 14-12).
const struct program *program_hold_unplanned(struct arena *arena, const struct program *program,
                                             const double *unplanned_h);

// Is any column an integer column?
bool program_has_whole(const struct program *program);

// The same programme without the Sunday-to-Monday rows (their bounds are opened).
struct program *program_open_sundays(struct arena *arena, const struct program *program);

// The same programme with the positions held at those of a solution's column values.
struct program *program_fix_positions(struct arena *arena, const struct program *program, const double *values);

// Share of a row's days that lie in the year: 1 except in the weeks that contain its first and last day, and in rows
// over all weeks.
double program_row_year_share(const struct program *program, size_t row);
// The same for a column.
double program_column_year_share(const struct program *program, size_t column);

// Hours beyond the contracts: extra, overtime and hired.
bool column_is_variable(const struct column_key *key);
// Is the column, on that day, among those that the law reserves for what cannot be planned: overtime and agency staff?
bool column_is_unplanned(const struct program *program, const struct column_key *key, day_number day);

// Are both programmes equal number for number, with the same share of each day in the year?
bool program_equal(const struct program *a, const struct program *b);
// Have they the same columns, and then rows, whatever their numbers?
bool program_same_columns(const struct program *a, const struct program *b);
bool program_same_shape(const struct program *a, const struct program *b);

// Names for exported programmes, as own(w3.sat.evening.nurse_75.g0) with codes of the scenario, in ASCII.
char *program_column_name(struct arena *arena, const struct program *program, size_t column);
char *program_row_name(struct arena *arena, const struct program *program, size_t row);

#endif
