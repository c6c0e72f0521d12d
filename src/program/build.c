// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a programme, and the order in which its families of rows are made.
#include <assert.h>
#include <math.h>
#include <string.h>

#include "need/compensation.h"
#include "need/replacement.h"
#include "program/builder.h"

static const char *const positions_names[POSITIONS_ANSWERS] = {"kept", "adjusted"};

const char *positions_name(enum positions positions) {
  return positions_names[positions];
}

static const struct row_family families[ROW_KINDS] = {
    [ROW_COVER] = {ROW_COVER, "cover", "persons of the level or higher on shifts that cover the interval >= need"},
    [ROW_GAP] = {ROW_GAP, "gap", "persons not replaced <= those lost who would be on duty with their colleagues"},
    [ROW_CONTRACT] = {ROW_CONTRACT, "contract", "paid hours on shifts <= contract hours present; the rest is idle"},
    [ROW_AWAKE] = {ROW_AWAKE, "awake", "persons at work, or resting, where on-call or resting duty will not do >= need"},
    [ROW_ON_CALL] = {ROW_ON_CALL, "on_call", "nobody is on call and on a shift at once"},
    [ROW_DUTY] = {ROW_DUTY, "duty", "one shift per person and day"},
    [ROW_REST] = {ROW_REST, "rest", "nobody works a late shift and a shift too soon after it"},
    [ROW_REST_SUNDAY] = {ROW_REST_SUNDAY, "rest_sunday", "the same from Sunday to Monday"},
    [ROW_WEEKEND] = {ROW_WEEKEND, "weekend", "every k-th weekend"},
    [ROW_EXTRA] = {ROW_EXTRA, "extra", "extra hours only up to full time"},
    [ROW_OVERTIME] = {ROW_OVERTIME, "overtime", "overtime in a week, and a quarter of that in four weeks"},
    [ROW_OVERTIME_YEAR] = {ROW_OVERTIME_YEAR, "overtime_year", "overtime in a year"},
    [ROW_SUPPLY] = {ROW_SUPPLY, "supply", "hours of a source within what is on offer"},
    [ROW_VARIABLE] = {ROW_VARIABLE, "variable", "variable hours of a level not above the baseline's"},
    [ROW_BAND_MOST] = {ROW_BAND_MOST, "band_most", "weekly hours of a year-round rota within the band and 48 h"},
    [ROW_BAND_LEAST] = {ROW_BAND_LEAST, "band_least", "weekly hours of a year-round rota within the band"},
    [ROW_AWAY_MOST] = {ROW_AWAY_MOST, "away_most", "not too many on holiday at once"},
    [ROW_AWAY_PROFILE] = {ROW_AWAY_PROFILE, "away_profile", "holidays as given"},
    [ROW_YEAR_HOURS] = {ROW_YEAR_HOURS, "year_hours", "the hours of the year are those of the contracts"},
    [ROW_HOLIDAY] = {ROW_HOLIDAY, "holiday", "everybody has all holiday weeks"},
    [ROW_SUMMER] = {ROW_SUMMER, "summer", "three weeks of holiday in June to September"},
    [ROW_WEEKEND_YEAR] = {ROW_WEEKEND_YEAR, "weekend_year", "weekends counted over the year"},
    [ROW_ON_WEEKEND] = {ROW_ON_WEEKEND, "on_weekend", "whoever is on duty on a day of a weekend works that weekend"},
    [ROW_SUNDAYS] = {ROW_SUNDAYS, "sundays", "every second Sunday off on average"},
    [ROW_EXTRA_WEEKEND] = {ROW_EXTRA_WEEKEND, "extra_weekend", "weekend hours that earn compensation"},
    [ROW_MOVED_HOLIDAY] = {ROW_MOVED_HOLIDAY, "moved_holiday", "holiday moved out of the summer"},
    [ROW_DESIGN_POSITION] = {ROW_DESIGN_POSITION, "design_position", "average position at least"},
    [ROW_DESIGN_FULL_TIME] = {ROW_DESIGN_FULL_TIME, "design_full_time", "share of full-timers at least"},
    [ROW_DESIGN_VARIABLE] = {ROW_DESIGN_VARIABLE, "design_variable", "share of variable hours at most"},
    [ROW_DESIGN_HEADS] = {ROW_DESIGN_HEADS, "design_heads", "heads at most"},
    [ROW_UNPLANNED] = {ROW_UNPLANNED, "unplanned", "overtime and agency of a level not above the baseline's, in a new year rota and where positions follow"},
    [ROW_YEAR_END] = {ROW_YEAR_END, "year_end", "a week at New Year falls on both sides by the share of days, where cost allows"},
    [ROW_LAST_RESORT] = {ROW_LAST_RESORT, "last_resort", "overtime and agency only for hours for which extra hours and substitutes do not suffice"},
    [ROW_SHORTFALL] = {ROW_SHORTFALL, "shortfall", "person-hours missing not above the least possible"},
};

const struct row_family *row_family_of(enum row_kind kind) {
  return &families[kind];
}

bool row_is_least(int kind) { return kind == ROW_LAST_RESORT || kind == ROW_SHORTFALL; }

bool row_is_of_group(int kind) {
  switch (kind) {
  case ROW_COVER:
  case ROW_GAP:
  case ROW_AWAKE:
  case ROW_SUPPLY:
  case ROW_VARIABLE:
  case ROW_UNPLANNED:
  case ROW_LAST_RESORT:
  case ROW_SHORTFALL:
  case ROW_DESIGN_POSITION:
  case ROW_DESIGN_FULL_TIME:
  case ROW_DESIGN_VARIABLE:
  case ROW_DESIGN_HEADS:
    return false;
  default:
    return true;
  }
}

typedef void rows_maker(struct builder *b);
static rows_maker *const makers[] = {rows_cover,  rows_contract, rows_duty,     rows_weekend,
                                     rows_beyond, rows_supply,   rows_annual,   rows_compensation,
                                     rows_variable, rows_design, rows_ends,  rows_least};

// About: room for all at once, where the list would be copied time and again.
enum { COLUMNS_AT_FIRST = 1024, ENTRIES_OF_A_COLUMN = 10 };

static struct column_key column_key(enum column_kind kind, int t, int d) {
  return (struct column_key){.kind = (int)kind, .type = t, .day = d, .shift = -1, .who = -1, .interval = -1,
                             .level = -1, .segment = -1};
}

int add_column(struct program *p, struct program_column column) {
  if (p->column_count == p->column_room) {
    p->column_room = p->column_room ? 2 * p->column_room : COLUMNS_AT_FIRST;
    struct program_column *moved = arena_room(p->arena, p->column_room, sizeof *moved);
    if (p->column_count)
      memcpy(moved, p->columns, p->column_count * sizeof *moved);
    p->columns = moved;
  }
  p->columns[p->column_count] = column;
  return (int)p->column_count++;
}

static bool wanted(const struct unit_year *year, int t, int d, int i) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7 && i >= 0 && i < year->frame->interval_count);
  int levels = year->frame->level_count;
  for (int v = 0; v < VARIANTS; v++)
    if (levels && year->types[t].need_milli[v][d][i * levels] > 0)
      return true;
  return false;
}

// Does the shift, under either variant, cover an hour in which somebody is wanted?
static bool shift_useful(const struct unit_year *year, int t, int d, int s) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7 && s >= 0 && s < year->frame->shift_count);
  for (int v = 0; v < VARIANTS; v++)
    for (int i = 0; i < year->frame->interval_count; i++)
      if (wanted(year, t, d, i) && shift_covers(year->frame, year_place(year, v, t, d, s), i))
        return true;
  return false;
}

// Does the shift cover whatever is wanted that the other one covers?
static bool covers_wanted_of(const struct unit_year *year, int t, int d, const struct shift_place *places[2]) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7);
  for (int i = 0; i < year->frame->interval_count; i++)
    if (wanted(year, t, d, i) && shift_covers(year->frame, places[1], i) && !shift_covers(year->frame, places[0], i))
      return false;
  return true;
}

// Of two shifts made for the unit (scenario/candidates.h) one lies within the other, covers as much of what is wanted on
// that day under either variant and is paid no longer: the wider one is in no cheapest plan that could not do without.
static bool shift_outdone_by(const struct unit_year *year, int t, int d, int s, int other) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7 && s >= 0 && s < year->frame->shift_count);
  bool shorter = false;
  for (int v = 0; v < VARIANTS; v++) {
    const struct shift_place *wide = year_place(year, v, t, d, s), *narrow = year_place(year, v, t, d, other);
    if (narrow->start_min < wide->start_min || narrow->end_min > wide->end_min || narrow->paid_min > wide->paid_min ||
        !covers_wanted_of(year, t, d, (const struct shift_place *[]){narrow, wide}))
      return false;
    shorter |= narrow->start_min > wide->start_min || narrow->end_min < wide->end_min;
  }
  return shorter;
}

static bool shift_outdone(const struct unit_year *year, int t, int d, int s) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7 && s >= 0 && s < year->frame->shift_count);
  const struct tables *base = &year->frame->scenario->tables;
  if (!shift_rows(base)[year->frame->shifts[s]].made)
    return false;
  for (int other = 0; other < year->frame->shift_count; other++)
    if (shift_rows(base)[year->frame->shifts[other]].made && shift_unit(year->frame, other) == shift_unit(year->frame, s) &&
        shift_outdone_by(year, t, d, s, other))
      return true;
  return false;
}

static bool group_can(const struct unit_year *year, enum variant v, int t, int d, int s, int g) {
  assert(t >= 0 && t < year->type_count);
  assert(d >= 0 && d < 7);
  assert(s >= 0 && s < year->frame->shift_count);
  assert(g >= 0 && g < year->frame->group_count);
  day_number day = year->types[t].monday + d;
  if (!year_place(year, v, t, d, s)->open)
    return false;
  const struct group_row *group = group_on(year, v, g, day);
  if (!group->heads_milli || (d >= SATURDAY && never_on_weekends(group)))
    return false;
  return group_works_shift(year->frame, year_tables(year, v, day), group, s, day);
}

// Has the column about to be added a price?
static bool is_priced(const struct builder *b) {
  size_t column = b->program->column_count;
  return !b->priced || column >= b->priced_count || b->priced[column];
}

static void set_price(const struct builder *b, struct program_column *column, const struct pay_terms *terms) {
  const struct week_type *week = &b->year->types[column->key.type];
  double price = price_of_shift(b, terms, &column->key);
  column->cost_kr = price * week->multiplicity;
  column->year_kr = price * week->in_year[column->key.day];
}

static int people_column(struct builder *b, enum column_kind kind, enum pay_form form, bool open,
                         const int at[4]) {
  struct program_column column = {.key = column_key(kind, at[0], at[1]), .upper = open ? INFINITY : 0, .scale = 1};
  column.key.shift = at[2];
  column.key.who = at[3];
  if (!is_priced(b))
    return add_column(b->program, column);
  struct pay_terms terms = terms_of_group(b->year, b->variant, form, at[3], day_at(b, at[0], at[1]));
  set_price(b, &column, &terms);
  column.tie = b->priced ? 0 : tie_of_people(b, kind, at) + tie_of_year_ends(b, &column);
  return add_column(b->program, column);
}

// Is there, in either variant, any source row of the kind in the unit?
static bool kind_offered(const struct builder *b, enum source_kind kind, int64_t unit) {
  for (int r = 0; r < b->frame->source_count; r++)
    if (source_rows(&b->frame->scenario->tables)[b->frame->sources[r]].kind == kind &&
        b->frame->source_units[r] == unit)
      return true;
  return false;
}

static enum planned_overtime planned_overtime(const struct builder *b) {
  return (enum planned_overtime)settings_of(&b->frame->scenario->tables)->planned_overtime;
}

static bool part_time(const struct unit_year *year, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  return group_on(year, REFERENCE, g, day)->position_e8 < ONE_E8 ||
         group_on(year, SUBJECT, g, day)->position_e8 < ONE_E8;
}

// A rota that is designed anew has none as a last resort: there are heads to choose instead.
static bool overtime_open(const struct builder *b) {
  enum planned_overtime planned = planned_overtime(b);
  return planned == OVERTIME_BY_COST || (planned == OVERTIME_LAST_RESORT && !b->frame->scenario->redesign);
}

// Of overtime and agency, of the people of units that have overtime on offer.
static double last_resort_h(const struct builder *b, int64_t unit, int t, int d, int s) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && s >= 0 && s < b->frame->shift_count);
  return planned_overtime(b) == OVERTIME_LAST_RESORT && kind_offered(b, SOURCE_OVERTIME, unit)
             ? (double)place_at(b, t, d, s)->paid_min / 60 * b->year->types[t].multiplicity
             : 0;
}

static void add_overtime_column(struct builder *b, const int at[4], int index, bool open) {
  b->overtime[index] = people_column(b, COLUMN_OVERTIME, PAY_OVERTIME, open && overtime_open(b), at);
  b->program->columns[b->overtime[index]].last_resort_h = last_resort_h(b, group_home(b->frame, at[3]), at[0], at[1], at[2]);
}

static void add_group_columns(struct builder *b, int t, int d, int s, int g) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(s >= 0 && s < b->frame->shift_count);
  assert(g >= 0 && g < b->frame->group_count);
  if (!group_can(b->year, REFERENCE, t, d, s, g) && !group_can(b->year, SUBJECT, t, d, s, g))
    return;
  int at[4] = {t, d, s, g}, index = ((7 * t + d) * b->frame->shift_count + s) * b->frame->group_count + g;
  day_number day = day_at(b, t, d);
  int64_t home = group_home(b->frame, g);
  bool can = group_can(b->year, b->variant, t, d, s, g);
  b->own[index] = people_column(b, COLUMN_OWN, PAY_OWN, can, at);
  if (kind_offered(b, SOURCE_EXTRA, home) && part_time(b->year, g, day))
    b->extra[index] = people_column(b, COLUMN_EXTRA, PAY_EXTRA, can && source_for_group(b, SOURCE_EXTRA, g, day), at);
  bool beyond = can && place_at(b, t, d, s)->duty == DUTY_ACTIVE; // nobody rests, or is on call, on overtime
  if (kind_offered(b, SOURCE_OVERTIME, home))
    add_overtime_column(b, at, index, beyond && source_for_group(b, SOURCE_OVERTIME, g, day));
}

static void add_hired_column(struct builder *b, int t, int d, int s, int r) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(s >= 0 && s < b->frame->shift_count);
  assert(r >= 0 && r < b->frame->source_count);
  day_number day = day_at(b, t, d);
  const struct tables *tables = year_tables(b->year, b->variant, day);
  const struct source_row *source = &source_rows(tables)[b->frame->sources[r]];
  bool hired = source->kind == SOURCE_SUBSTITUTE || source->kind == SOURCE_AGENCY;
  if (!hired || b->frame->source_units[r] != shift_unit(b->frame, s))
    return;
  bool open = source_open(tables, source, day) && place_at(b, t, d, s)->open;
  if (shift_rows(tables)[b->frame->shifts[s]].joined) // for either of the two
    return;
  struct program_column column = {.key = column_key(COLUMN_HIRED, t, d), .upper = open ? INFINITY : 0, .scale = 1};
  column.key.shift = s;
  column.key.who = r;
  if (is_priced(b)) {
    struct pay_terms terms = terms_of_source(tables, source, b->frame->source_units[r]);
    set_price(b, &column, &terms);
    column.tie = b->priced ? 0 : tie_of_hired(b, source, t, d, s) + tie_of_year_ends(b, &column);
  }
  column.last_resort_h = source->kind == SOURCE_AGENCY ? last_resort_h(b, b->frame->source_units[r], t, d, s) : 0;
  b->hired[((7 * t + d) * b->frame->shift_count + s) * b->frame->source_count + r] = add_column(b->program, column);
}

static void add_short_column(struct builder *b, int t, int d, int i, int l) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(i >= 0 && i < b->frame->interval_count);
  assert(l >= 0 && l < b->frame->level_count);
  const struct frame *frame = b->frame;
  struct program_column column = {.key = column_key(COLUMN_SHORT, t, d), .upper = INFINITY, .scale = 1};
  column.key.interval = i;
  column.key.level = l;
  for (int same = i; same < frame->interval_count; same++)
    if (year_interval_leader(b->year, t, d, same) == i)
      column.shortfall_h += (double)(frame->intervals[same].to_min - frame->intervals[same].from_min) / 60;
  column.shortfall_h *= b->year->types[t].multiplicity;
  column.tie = tie_of_short(b, &column) + tie_of_year_ends(b, &column);
  b->short_[((7 * t + d) * frame->interval_count + i) * frame->level_count + l] = add_column(b->program, column);
}

// Does anybody who would be on duty in the interval go without being replaced, under either variant?
static bool any_unreplaced(const struct builder *b, int t, int d, int i) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && i >= 0 && i < b->frame->interval_count);
  for (enum variant v = REFERENCE; v < VARIANTS; v++)
    for (int g = 0; g < b->frame->group_count; g++)
      if (group_unreplaced(b->year, v, g, day_at(b, t, d), i) > 0)
        return true;
  return false;
}

// Of the same hours as the shortfall, whose column has just been added.
static void add_gap_column(struct builder *b, int t, int d, int i, int l) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(i >= 0 && i < b->frame->interval_count);
  assert(l >= 0 && l < b->frame->level_count);
  const struct program_column *missing = &b->program->columns[short_at(b, t, d, i, l)];
  struct program_column column = {.key = missing->key, .upper = INFINITY, .scale = 1, .gap_h = missing->shortfall_h};
  column.key.kind = COLUMN_GAP;
  column.tie = tie_of_gap(b, &column);
  b->gap[((7 * t + d) * b->frame->interval_count + i) * b->frame->level_count + l] = add_column(b->program, column);
}

static void add_short_columns(struct builder *b, int t, int d) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7);
  for (int i = 0; i < b->frame->interval_count; i++)
    for (int l = 0; l < b->frame->level_count; l++)
      if (level_needed(b, t, d, i, l) && year_interval_leader(b->year, t, d, i) == i) {
        add_short_column(b, t, d, i, l);
        if (any_unreplaced(b, t, d, i))
          add_gap_column(b, t, d, i, l);
      }
}

static void add_day_columns(struct builder *b, int t, int d) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7);
  for (int s = 0; s < b->frame->shift_count; s++) {
    if (!shift_useful(b->year, t, d, s) || shift_outdone(b->year, t, d, s))
      continue;
    for (int g = 0; g < b->frame->group_count; g++)
      add_group_columns(b, t, d, s, g);
    for (int r = 0; r < b->frame->source_count; r++)
      add_hired_column(b, t, d, s, r);
  }
  add_short_columns(b, t, d);
}

struct head_cost {
  double all_kr, year_kr; // on all days planned; on those of the year
};

static void add_run(struct head_cost *cost, const struct position_run *run, double heads) {
  double kr = kr_from_ore(ledger_sum(&run->per_head)) * heads;
  cost->all_kr += kr;
  cost->year_kr += run->in_year ? kr : 0;
}

// Cost of one head more of group g through segment k.
static struct head_cost head_cost(const struct builder *b, int g, int k) {
  assert(g >= 0 && g < b->frame->group_count && k >= 0 && k < b->year->segment_count);
  int count;
  struct position_run *runs = position_runs_planned(b->program->arena, b->year, b->variant, g, &count);
  struct head_cost cost = {0, 0};
  for (int i = 0; i < count; i++)
    if (runs[i].segment == k)
      add_run(&cost, &runs[i], 1);
  return cost;
}

static void add_position_columns(struct builder *b, int g, int k) {
  assert(g >= 0 && g < b->frame->group_count && k >= 0 && k < b->year->segment_count);
  const struct unit_year *year = b->year;
  const struct group_row *group = group_on(year, b->variant, g, year->segment_first[k]);
  struct head_cost cost = head_cost(b, g, k);
  double step = adjust_terms(b->frame->scenario, group).step_heads;
  struct program_column column = {.key = column_key(COLUMN_UP, -1, -1), .scale = step > 0 ? step : 1,
                                  .whole = step > 0};
  column.key.who = g;
  column.key.segment = k;
  column.cost_kr = cost.all_kr * column.scale;
  column.year_kr = cost.year_kr * column.scale;
  column.tie = tie_of_positions(b, g, k);
  b->up[k * b->frame->group_count + g] = add_column(b->program, column);
  column.key.kind = COLUMN_DOWN;
  column.cost_kr = -column.cost_kr;
  column.year_kr = -column.year_kr;
  b->down[k * b->frame->group_count + g] = add_column(b->program, column);
}

// Hours planned and holidays of a group in the year-round rota; shut where it is not under this variant.
static void add_annual_columns(struct builder *b, int t, int g) {
  assert(t >= 0 && t < b->year->type_count && g >= 0 && g < b->frame->group_count);
  if (!annual_in_week(b->year, t, g))
    return;
  double open = annual_share(b->year, b->variant, t, g) > 0 ? INFINITY : 0;
  struct program_column column = {.key = column_key(COLUMN_ROSTER, t, -1), .upper = open, .scale = 1};
  column.key.who = g;
  column.tie = tie_of_week(b, t, g);
  b->roster[t * b->frame->group_count + g] = add_column(b->program, column);
  column.key.kind = COLUMN_AWAY;
  b->away[t * b->frame->group_count + g] = add_column(b->program, column);
}

static void add_weekend_column(struct builder *b, int t, int g) {
  assert(t >= 0 && t < b->year->type_count && g >= 0 && g < b->frame->group_count);
  struct program_column column = {.key = column_key(COLUMN_WEEKEND, t, -1), .upper = INFINITY, .scale = 1};
  column.key.who = g;
  column.tie = tie_of_week(b, t, g);
  if (ever_weekends_by_year(b, g))
    b->weekend[t * b->frame->group_count + g] = add_column(b->program, column);
}

static int compensation_column(struct builder *b, enum column_kind kind, int g, struct ledger price) {
  assert(g >= 0 && g < b->frame->group_count);
  struct program_column column = {.key = column_key(kind, -1, -1), .upper = INFINITY, .scale = 1};
  column.key.who = g;
  column.cost_kr = column.year_kr = kr_from_ore(ledger_sum(&price));
  column.tie = 1;
  return add_column(b->program, column);
}

static void add_compensation_columns(struct builder *b, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  const struct unit_year *year = b->year;
  if (weekend_compensated(year, REFERENCE, g) || weekend_compensated(year, SUBJECT, g))
    b->extra_weekend[g] =
        compensation_column(b, COLUMN_EXTRA_WEEKEND, g, weekend_compensation(year, b->variant, g));
  if (holiday_compensated(year, REFERENCE, g) || holiday_compensated(year, SUBJECT, g))
    b->moved[g] = compensation_column(b, COLUMN_MOVED_HOLIDAY, g, holiday_compensation(year, b->variant, g));
}

static struct head_cost fixed_cost(const struct builder *b) {
  struct head_cost sum = {0, 0};
  for (int g = 0; g < b->frame->group_count; g++) {
    int count;
    struct position_run *runs = position_runs_planned(b->program->arena, b->year, b->variant, g, &count);
    for (int i = 0; i < count; i++)
      add_run(&sum, &runs[i], (double)runs[i].heads_milli / MILLI);
  }
  return sum;
}

static int *index_new(struct arena *arena, int count) {
  int *index = arena_array(arena, (size_t)count, sizeof *index);
  memset(index, -1, (size_t)count * sizeof *index);
  return index;
}

static void builder_begin(struct builder *b, struct arena *arena) {
  const struct frame *f = b->frame;
  int days = 7 * b->year->type_count;
  b->own = index_new(arena, days * f->shift_count * f->group_count);
  b->extra = index_new(arena, days * f->shift_count * f->group_count);
  b->overtime = index_new(arena, days * f->shift_count * f->group_count);
  b->hired = index_new(arena, days * f->shift_count * f->source_count);
  b->short_ = index_new(arena, days * f->interval_count * f->level_count);
  b->gap = index_new(arena, days * f->interval_count * f->level_count);
  b->up = index_new(arena, b->year->segment_count * f->group_count);
  b->down = index_new(arena, b->year->segment_count * f->group_count);
  b->roster = index_new(arena, b->year->type_count * f->group_count);
  b->away = index_new(arena, b->year->type_count * f->group_count);
  b->weekend = index_new(arena, b->year->type_count * f->group_count);
  b->extra_weekend = index_new(arena, f->group_count);
  b->moved = index_new(arena, f->group_count);
  b->ends = index_new(arena, 2 * ENDS_COUNTED * b->year->type_count);
  b->prices = prices_new(arena, b->year);
}

static void add_people_columns(struct builder *b) {
  int groups = b->frame->group_count;
  for (int t = 0; t < b->year->type_count; t++)
    for (int g = 0; g < groups; g++) {
      add_annual_columns(b, t, g);
      add_weekend_column(b, t, g);
    }
  for (int k = 0; k < b->year->segment_count; k++)
    for (int g = 0; g < groups; g++)
      add_position_columns(b, g, k);
  for (int g = 0; g < groups; g++)
    add_compensation_columns(b, g);
}

struct program *program_build(struct arena *arena, const struct unit_year *year, enum variant variant) {
  return program_build_priced(arena, year, variant, NULL, 0);
}

struct program *program_build_priced(struct arena *arena, const struct unit_year *year, enum variant variant,
                                     const bool *priced, size_t count) {
  struct program *p = arena_alloc(arena, sizeof *p);
  *p = (struct program){.arena = arena, .year = year, .variant = variant, .positions = POSITIONS_KEPT};
  struct builder b = {.program = p, .year = year, .frame = year->frame, .variant = variant,
                      .priced = priced, .priced_count = count};
  struct arena *passing = arena_new();
  p->column_room = count; // as many as a programme of that shape has
  p->columns = arena_room(arena, count, sizeof *p->columns);
  builder_begin(&b, passing);
  p->day_columns = arena_array(arena, (size_t)(7 * year->type_count) + 1, sizeof *p->day_columns);
  for (int t = 0; t < year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
      p->day_columns[7 * t + d] = (int)p->column_count;
      add_day_columns(&b, t, d);
    }
  p->day_columns[7 * year->type_count] = (int)p->column_count;
  add_people_columns(&b);
  columns_ends(&b);
  p->entry_room = ENTRIES_OF_A_COLUMN * p->column_count;
  p->entries = arena_room(arena, p->entry_room, sizeof *p->entries);
  b.sums = arena_array(passing, p->column_count, sizeof *b.sums);
  b.touched = arena_array(passing, p->column_count, sizeof *b.touched);
  for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
    makers[i](&b);
  struct head_cost fixed = fixed_cost(&b);
  p->constant_kr = fixed.all_kr;
  p->constant_year_kr = fixed.year_kr;
  arena_free(passing);
  return p;
}

// Rows of a day; the others are of a week or of all weeks.
static bool row_has_day(int kind) {
  return kind == ROW_COVER || kind == ROW_GAP || kind == ROW_DUTY || kind == ROW_REST || kind == ROW_REST_SUNDAY || kind == ROW_WEEKEND ||
         kind == ROW_ON_WEEKEND;
}

static bool row_has_week(int kind) {
  switch (kind) {
  case ROW_CONTRACT:
  case ROW_EXTRA:
  case ROW_OVERTIME:
  case ROW_SUPPLY:
  case ROW_BAND_MOST:
  case ROW_BAND_LEAST:
  case ROW_AWAY_MOST:
  case ROW_AWAY_PROFILE:
    return true;
  default:
    return row_has_day(kind);
  }
}

// Of a day of a type's weeks, of the weeks themselves (day -1), of all weeks (type -1).
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
  return year_share(program->year, row_has_week(key->kind) ? key->type : -1, row_has_day(key->kind) ? key->day : -1);
}

double program_column_year_share(const struct program *program, size_t column) {
  assert(column < program->column_count);
  const struct column_key *key = &program->columns[column].key;
  return year_share(program->year, key->type, key->day);
}

static bool same_days_in_year(const struct unit_year *a, const struct unit_year *b) {
  if (a->type_count != b->type_count || a->day_count != b->day_count)
    return false;
  for (int t = 0; t < a->type_count; t++)
    if (memcmp(a->types[t].in_year, b->types[t].in_year, sizeof a->types[t].in_year))
      return false;
  return true;
}

bool program_same_shape(const struct program *a, const struct program *b) {
  if (a->column_count != b->column_count || a->row_count != b->row_count)
    return false;
  for (size_t c = 0; c < a->column_count; c++)
    if (memcmp(&a->columns[c].key, &b->columns[c].key, sizeof a->columns[c].key))
      return false;
  for (size_t r = 0; r < a->row_count; r++)
    if (memcmp(&a->rows[r].key, &b->rows[r].key, sizeof a->rows[r].key))
      return false;
  return true;
}

bool program_equal(const struct program *a, const struct program *b) {
  if (!program_same_shape(a, b) || a->entry_count != b->entry_count || a->constant_kr != b->constant_kr ||
      a->constant_year_kr != b->constant_year_kr || !same_days_in_year(a->year, b->year))
    return false;
  for (size_t c = 0; c < a->column_count; c++) {
    const struct program_column *x = &a->columns[c], *y = &b->columns[c];
    if (x->lower != y->lower || x->upper != y->upper || x->cost_kr != y->cost_kr || x->tie != y->tie || x->scale != y->scale ||
        x->shortfall_h != y->shortfall_h || x->last_resort_h != y->last_resort_h || x->whole != y->whole)
      return false;
  }
  for (size_t r = 0; r < a->row_count; r++)
    if (a->rows[r].lower != b->rows[r].lower || a->rows[r].upper != b->rows[r].upper)
      return false;
  for (size_t e = 0; e < a->entry_count; e++) {
    const struct program_entry *x = &a->entries[e], *y = &b->entries[e];
    if (x->row != y->row || x->column != y->column || x->value != y->value)
      return false;
  }
  return true;
}
