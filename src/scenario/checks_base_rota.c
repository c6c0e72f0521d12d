// SPDX-License-Identifier: GPL-3.0-or-later
// Base rotas: the rules written for them, and the lines of rota.csv. A line that breaks a rule is valid input, since
// finding that is the purpose; a line that cannot be understood is an error.
#include <stdlib.h>
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "calendar/dayset.h"
#include "scenario/agreement.h"
#include "scenario/cells.h"
#include "scenario/checks.h"
#include "scenario/place.h"
#include "scenario/rows_rota.h"
#include "scenario/shared.h"
#include "text/cell.h"

// ---------------------------------------------------------------- names

// Codes of the unit's rows in a table of which the second column names the row; closed by NULL.
static const char *const *codes_of_unit(const struct checking *checking, enum table_id id, int64_t unit) {
  const struct tables *tables = checking->tables;
  size_t rows = row_count(tables, id), count = 0;
  const char **words = arena_array(checking->arena, rows + 1, sizeof *words);
  for (size_t i = 0; i < rows; i++) {
    bool shift = id == TABLE_SHIFTS;
    int64_t of = shift ? shift_rows(tables)[i].unit : group_rows(tables)[i].unit;
    if (of == unit)
      words[count++] = shift ? shift_rows(tables)[i].shift : group_rows(tables)[i].group;
  }
  return words;
}

static bool is_among(const char *code, const char *const *words) {
  for (; *words; words++)
    if (!strcmp(*words, code))
      return true;
  return false;
}

static bool is_off(const char *shift) { return !shift || !strcmp(shift, "-"); }

static bool judge_group(const struct checking *checking, const struct row *row, int64_t unit, const char *group) {
  const char *const *groups = codes_of_unit(checking, TABLE_GROUPS, unit);
  if (is_among(group, groups))
    return true;
  problem_add(checking->problems, row_place(row, "group"), group, "no group of `%s` in groups.csv: %s",
              unit_rows(checking->tables)[unit].unit,
              *groups ? words_hint(checking->arena, group, groups) : _("it has none"));
  return false;
}

static bool judge_shift(const struct checking *checking, const struct row *row, const char *column, int64_t unit,
                        const char *shift) {
  const char *const *shifts = codes_of_unit(checking, TABLE_SHIFTS, unit);
  if (is_among(shift, shifts))
    return true;
  problem_add(checking->problems, row_place(row, column), shift,
              "no shift of `%s` in shifts.csv: %s; a day off is - or blank", unit_rows(checking->tables)[unit].unit,
              *shifts ? words_hint(checking->arena, shift, shifts) : _("it has none"));
  return false;
}

// ---------------------------------------------------------------- rules

enum value_kind { VALUE_NONE, VALUE_HOURS, VALUE_COUNT, VALUE_SOME, VALUE_YES, VALUE_KR };

static const struct {
  enum value_kind kind;
  int most;                    // 0: any
  int names_least, names_most; // shifts
} rule_values[ROTA_WORDS] = {
    [WORD_DAILY_REST] = {VALUE_HOURS, 24, 0, 0},
    [WORD_SHORT_REST] = {VALUE_HOURS, 24, 0, 0},
    [WORD_SHORT_CHANGES] = {VALUE_COUNT, 7, 0, 0},
    [WORD_WEEKLY_REST] = {VALUE_HOURS, 144, 0, 0},
    [WORD_WEEKLY_REST_INSIDE] = {VALUE_YES, 0, 0, 0},
    [WORD_DAYS_IN_ROW_MOST] = {VALUE_SOME, 0, 0, 0},
    [WORD_DAYS_IN_ROW_LEAST] = {VALUE_SOME, 7, 0, 0},
    [WORD_DAYS_OFF_MOST] = {VALUE_SOME, 0, 0, 0},
    [WORD_DAYS_OFF_LEAST] = {VALUE_SOME, 7, 0, 0},
    [WORD_NIGHTS_IN_ROW_MOST] = {VALUE_SOME, 0, 0, 0},
    [WORD_NIGHTS_IN_ROW_LEAST] = {VALUE_SOME, 7, 0, 0},
    [WORD_REST_AFTER_NIGHTS] = {VALUE_HOURS, 168, 0, 0},
    [WORD_WHOLE_WEEKENDS] = {VALUE_YES, 0, 0, 0},
    [WORD_SUNDAYS_MOST] = {VALUE_COUNT, 52, 0, 0},
    [WORD_SUNDAYS_IN_ROW_MOST] = {VALUE_COUNT, 52, 0, 0},
    [WORD_HOURS_UNDER] = {VALUE_HOURS, 0, 0, 0},
    [WORD_HOURS_OVER] = {VALUE_HOURS, 0, 0, 0},
    [WORD_SAME_SHIFT_MOST] = {VALUE_SOME, 0, 1, 1},
    [WORD_SAME_SHIFT_LEAST] = {VALUE_SOME, 14, 1, 1},
    [WORD_SEQUENCE] = {VALUE_NONE, 0, 2, 3},
    [WORD_COVER_REQUIRED] = {VALUE_YES, 0, 0, 0},
    [WORD_IDLE] = {VALUE_KR, 0, 0, 0},
    [WORD_SINGLE_DAY_ON] = {VALUE_KR, 0, 0, 0},
    [WORD_SINGLE_DAY_OFF] = {VALUE_KR, 0, 0, 0},
    [WORD_SHORT_CHANGE] = {VALUE_KR, 0, 0, 0},
    [WORD_LONG_RUN] = {VALUE_KR, 0, 0, 0},
    [WORD_UNEVEN_WEEKEND] = {VALUE_KR, 0, 0, 0},
    [WORD_UNEVEN_NIGHT] = {VALUE_KR, 0, 0, 0},
};

// What the value must be, in words; NULL where it is.
static const char *value_wanted(const struct checking *checking, const struct rota_rule_row *rule) {
  int64_t value = rule->value_milli;
  int most = rule_values[rule->rule].most;
  bool whole = value != NOT_GIVEN && value % MILLI == 0, within = !most || value <= most * INT64_C(1000);
  switch (rule_values[rule->rule].kind) {
  case VALUE_NONE:
    return value == NOT_GIVEN ? NULL : _("a sequence has no value: leave the cell blank");
  case VALUE_YES:
    return value == 0 || value == MILLI ? NULL : _("write 1 for yes or 0 for no");
  case VALUE_HOURS:
    if (value == NOT_GIVEN || !within)
      return most ? arena_printf(checking->arena, _("write hours from 0 to %d"), most) : _("write hours");
    return value * 60 % MILLI == 0 ? NULL : _("write hours that come to whole minutes, as 7,5");
  case VALUE_COUNT:
    return whole && within ? NULL : arena_printf(checking->arena, _("write a whole number from 0 to %d"), most);
  case VALUE_SOME:
    if (whole && value > 0 && within)
      return NULL;
    return most ? arena_printf(checking->arena, _("write a whole number from 1 to %d"), most)
                : _("write a whole number, 1 or more");
  default:
    return value == NOT_GIVEN ? _("write kroner") : NULL;
  }
}

static void judge_rule_shifts(const struct checking *checking, const struct rota_rule_row *rule) {
  int count = 0, least = rule_values[rule->rule].names_least, most = rule_values[rule->rule].names_most;
  struct place at = row_place(&rule->row, "shifts");
  for (const char *word = rule->shifts; word && *word; count++) {
    word += strspn(word, " ");
    size_t length = strcspn(word, " ");
    const char *code = arena_text(checking->arena, word, length);
    word += length;
    bool off = rule->rule == WORD_SEQUENCE && is_off(code);
    if (most && !off && length)
      judge_shift(checking, &rule->row, "shifts", rule->unit, code);
  }
  if (!most && count)
    problem_add(checking->problems, at, rule->shifts,
                "not of this rule, which is of every shift: leave the cell blank");
  else if (count < least || count > most)
    problem_add(checking->problems, at, rule->shifts, "%s",
                most == 1 ? _("write the one shift it is of")
                          : _("write two or three shifts that follow each other, as `night - day`"));
}

static void check_rules(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_ROTA_RULES); i++) {
    const struct rota_rule_row *rule = &rota_rule_rows(checking->tables)[i];
    const char *wanted = value_wanted(checking, rule);
    if (wanted)
      problem_add(checking->problems, row_place(&rule->row, "value"),
                  cell_in(checking, TABLE_ROTA_RULES, rule, "value"), "%s", wanted);
    if (rule->group && rule->rule >= WORD_OF_UNIT)
      problem_add(checking->problems, row_place(&rule->row, "group"), rule->group,
                  "a rule of the whole unit: leave the cell blank");
    else if (rule->group)
      judge_group(checking, &rule->row, rule->unit, rule->group);
    judge_rule_shifts(checking, rule);
  }
}

// ---------------------------------------------------------------- lines

enum { WEEKS_MOST = 52 };

struct line { // of rota.csv
  int64_t unit;
  const char *code, *group;
  const struct rota_row *first; // its first row in the file
  int64_t weeks;                // the highest
  uint8_t days[WEEKS_MOST + 1]; // bit d of week w: has a row
  int64_t paid_min;
  bool sound;
};

struct lines {
  struct line *items;
  size_t count, room;
};

static struct line *line_of(const struct checking *checking, struct lines *lines, const struct rota_row *row) {
  for (size_t i = lines->count; i-- > 0;) // rows of a line are mostly contiguous
    if (lines->items[i].unit == row->unit && !strcmp(lines->items[i].code, row->line))
      return &lines->items[i];
  struct line *line = arena_push(checking->arena, &lines->items, &lines->count, &lines->room, sizeof *line);
  *line = (struct line){.unit = row->unit, .code = row->line, .group = row->group, .first = row, .sound = true};
  return line;
}

static int64_t paid_min_of(const struct tables *tables, const struct rota_row *row) {
  int64_t handover = unit_rows(tables)[row->unit].handover_min;
  for (size_t s = 0; s < row_count(tables, TABLE_SHIFTS); s++)
    if (shift_rows(tables)[s].unit == row->unit && !strcmp(shift_rows(tables)[s].shift, row->shift))
      return shift_paid_min(&shift_rows(tables)[s]) + handover;
  return 0;
}

static void take_row(const struct checking *checking, struct lines *lines, const struct rota_row *row) {
  struct line *line = line_of(checking, lines, row);
  line->days[row->week] |= (uint8_t)(1 << row->day);
  line->weeks = row->week > line->weeks ? row->week : line->weeks;
  if (strcmp(line->group, row->group) != 0) {
    problem_add(
        checking->problems, row_place(&row->row, "group"), row->group,
        "line `%s` is of group `%s` on line %d: a line is of one group, so give it another code or the same group",
        row->line, line->group, line->first->row.line);
    line->sound = false;
  }
  if (is_off(row->shift))
    return;
  if (judge_shift(checking, &row->row, "shift", row->unit, row->shift))
    line->paid_min += paid_min_of(checking->tables, row);
  else
    line->sound = false;
}

static const char *missing_days(const struct checking *checking, uint8_t days) {
  const char *text = "";
  for (int d = 0; d < 7; d++)
    if (!(days >> d & 1))
      text = arena_printf(checking->arena, "%s%s%s", text, *text ? " " : "", day_word(d));
  return text;
}

static int lines_with_week(const struct lines *lines, int64_t unit, int64_t week) {
  int count = 0;
  for (size_t i = 0; i < lines->count; i++)
    count += lines->items[i].unit == unit && lines->items[i].days[week] != 0;
  return count;
}

static int lines_of_unit(const struct lines *lines, int64_t unit) {
  int count = 0;
  for (size_t i = 0; i < lines->count; i++)
    count += lines->items[i].unit == unit;
  return count;
}

// The last week that half of the lines have: a later one is a slip in a few lines.
static int64_t weeks_of_unit(const struct lines *lines, int64_t unit) {
  int64_t weeks = WEEKS_MOST;
  while (weeks > 1 && 2 * lines_with_week(lines, unit, weeks) < lines_of_unit(lines, unit))
    weeks--;
  return weeks;
}

static const struct rota_row *row_of_week(const struct tables *tables, const struct line *line, int64_t week) {
  const struct rota_row *row = line->first;
  const struct rota_row *end = rota_rows(tables) + row_count(tables, TABLE_ROTA);
  while (row < end && (row->unit != line->unit || row->week != week || strcmp(row->line, line->code) != 0))
    row++;
  return row < end ? row : line->first;
}

static void judge_week_beyond(const struct checking *checking, const struct lines *lines, const struct line *line,
                              int64_t week) {
  const struct rota_row *row = row_of_week(checking->tables, line, week);
  problem_add(checking->problems, row_place(&row->row, "week"), cell_in(checking, TABLE_ROTA, row, "week"),
              "week %d is in %d of the %d lines of `%s`: mend the week, or write that week for every line", (int)week,
              lines_with_week(lines, line->unit, week), lines_of_unit(lines, line->unit),
              unit_rows(checking->tables)[line->unit].unit);
}

static void judge_week(const struct checking *checking, const struct line *line, int64_t week, int64_t weeks) {
  if (!line->days[week])
    problem_add(checking->problems, row_place(&line->first->row, "week"), NULL,
                "line `%s` has no week %d, and the rota of `%s` has %d weeks: add its seven days, off is - or blank",
                line->code, (int)week, unit_rows(checking->tables)[line->unit].unit, (int)weeks);
  else
    problem_add(checking->problems, row_place(&line->first->row, "day"), NULL,
                "line `%s` has no row for %s of week %d: add it, off is - or blank", line->code,
                missing_days(checking, line->days[week]), (int)week);
}

static void judge_weeks(const struct checking *checking, const struct lines *lines, struct line *line) {
  int64_t weeks = weeks_of_unit(lines, line->unit);
  for (int64_t week = 1; week <= WEEKS_MOST; week++) {
    if (week <= weeks ? line->days[week] == 0x7f : !line->days[week])
      continue;
    line->sound = false;
    if (week <= weeks)
      judge_week(checking, line, week, weeks);
    else
      judge_week_beyond(checking, lines, line, week);
  }
}

static const struct group_row *group_called(const struct tables *tables, int64_t unit, const char *code) {
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++)
    if (group_rows(tables)[g].unit == unit && !strcmp(group_rows(tables)[g].group, code))
      return &group_rows(tables)[g];
  return NULL;
}

static const struct rota_rule_row *rule_of(const struct tables *tables, const struct line *line, enum rota_word word) {
  const struct rota_rule_row *found = NULL;
  for (size_t i = 0; i < row_count(tables, TABLE_ROTA_RULES); i++) {
    const struct rota_rule_row *rule = &rota_rule_rows(tables)[i];
    bool of_group = rule->group && !strcmp(rule->group, line->group);
    if (rule->unit == line->unit && rule->rule == (int64_t)word && (of_group || (!rule->group && !found)))
      found = rule;
  }
  return found;
}

// ---------------------------------------------------------------- hours

// The shifts that a group may work, by their paid hours.
static size_t shift_lengths(const struct checking *checking, const struct group_row *group, int64_t *paid_min) {
  const struct tables *tables = checking->tables;
  size_t count = 0;
  for (size_t s = 0; s < row_count(tables, TABLE_SHIFTS); s++) {
    const struct shift_row *shift = &shift_rows(tables)[s];
    int64_t paid = shift_paid_min(shift);
    bool may =
        group->shifts ? codes_hold(group->shifts, shift->shift) : paid <= agreement_most_min(tables, group->agreement);
    if (shift->unit == group->unit && may && paid > 0)
      paid_min[count++] = paid + unit_rows(tables)[group->unit].handover_min;
  }
  return count;
}

// The nearest sum of whole shifts, at most so many of them; of two equally near the lower. -1: there are no shifts.
static int64_t nearest_min(const struct checking *checking, const struct group_row *group, int64_t target_min,
                           int days) {
  int64_t *paid = arena_array(checking->arena, row_count(checking->tables, TABLE_SHIFTS) + 1, sizeof *paid),
          longest = 0;
  size_t lengths = shift_lengths(checking, group, paid);
  for (size_t i = 0; i < lengths; i++)
    longest = paid[i] > longest ? paid[i] : longest;
  if (!lengths)
    return -1;
  size_t room = (size_t)(target_min + longest) + 1;
  uint16_t *fewest = arena_array(checking->arena, room, sizeof *fewest); // shifts + 1; 0: out of reach
  fewest[0] = 1;
  int64_t best = 0;
  for (size_t m = 1; m < room; m++) {
    for (size_t i = 0; i < lengths; i++)
      if ((int64_t)m >= paid[i] && fewest[m - (size_t)paid[i]] && fewest[m - (size_t)paid[i]] <= days &&
          (!fewest[m] || fewest[m - (size_t)paid[i]] + 1 < fewest[m]))
        fewest[m] = (uint16_t)(fewest[m - (size_t)paid[i]] + 1);
    if (fewest[m] && llabs((int64_t)m - target_min) < llabs(best - target_min))
      best = (int64_t)m;
  }
  return best;
}

struct tolerance {
  int64_t least_min, most_min;
};

// As in src/rota/base.c.
static struct tolerance tolerance_of(const struct checking *checking, const struct line *line,
                                     const struct group_row *group, int64_t target_min) {
  const struct rota_rule_row *under = rule_of(checking->tables, line, WORD_HOURS_UNDER);
  const struct rota_rule_row *over = rule_of(checking->tables, line, WORD_HOURS_OVER);
  int64_t *paid = arena_array(checking->arena, row_count(checking->tables, TABLE_SHIFTS) + 1, sizeof *paid);
  size_t lengths = shift_lengths(checking, group, paid);
  int64_t shortest = lengths ? paid[0] : 0;
  for (size_t i = 1; i < lengths; i++)
    shortest = paid[i] < shortest ? paid[i] : shortest;
  int64_t under_min = under && under->value_milli != NOT_GIVEN ? under->value_milli * 60 / MILLI : shortest;
  int64_t over_min = over && over->value_milli != NOT_GIVEN ? over->value_milli * 60 / MILLI : 0;
  return (struct tolerance){target_min - under_min, target_min + over_min};
}

static const char *hours_of(const struct checking *checking, int64_t minutes) {
  return hours_print(checking, minutes * ONE_E8);
}

static int64_t contract_min(const struct checking *checking, const struct group_row *group, int64_t weeks) {
  return fixed_divide((int128)contract_week_e8(checking->tables, group) * weeks, ONE_E8);
}

static void judge_hours(const struct checking *checking, const struct line *line) {
  const struct group_row *group = group_called(checking->tables, line->unit, line->group);
  if (!line->sound || !group || group->regime == REGIME_YEAR)
    return;
  int64_t target = contract_min(checking, group, line->weeks);
  struct tolerance within = tolerance_of(checking, line, group, target);
  int64_t nearest = nearest_min(checking, group, target, (int)(7 * line->weeks));
  if (line->paid_min >= within.least_min && line->paid_min <= within.most_min)
    return;
  problem_warn(checking->problems, row_place(&line->first->row, "line"), line->code,
               "the line has %s h in %d weeks and its contract %s h; the nearest that whole shifts of group `%s` come "
               "to is %s h: "
               "move a shift, or allow it by hours_under_h or hours_over_h in rota_rules.csv",
               hours_of(checking, line->paid_min), (int)line->weeks, hours_of(checking, target), line->group,
               hours_of(checking, nearest));
}

// ---------------------------------------------------------------- people

static int lines_of_group(const struct lines *lines, const struct group_row *group) {
  int count = 0;
  for (size_t i = 0; i < lines->count; i++)
    count += lines->items[i].unit == group->unit && !strcmp(lines->items[i].group, group->group);
  return count;
}

static bool has_rota(const struct lines *lines, int64_t unit) {
  for (size_t i = 0; i < lines->count; i++)
    if (lines->items[i].unit == unit)
      return true;
  return false;
}

static void judge_heads(const struct checking *checking, const struct lines *lines) {
  for (size_t g = 0; g < row_count(checking->tables, TABLE_GROUPS); g++) {
    const struct group_row *group = &group_rows(checking->tables)[g];
    int count = lines_of_group(lines, group);
    if (!has_rota(lines, group->unit) || group->heads_milli == count * (int64_t)MILLI)
      continue;
    if (group->heads_milli % MILLI)
      problem_add(checking->problems, row_place(&group->row, "heads"), cell_in(checking, TABLE_GROUPS, group, "heads"),
                  "a line is a whole person, and rota.csv has %d lines of `%s`: write whole heads, and a group of its "
                  "own for a "
                  "part of a position",
                  count, group->group);
    else
      problem_add(checking->problems, row_place(&group->row, "heads"), cell_in(checking, TABLE_GROUPS, group, "heads"),
                  "rota.csv has %d lines of `%s`: write a line for each head, or mend heads", count, group->group);
  }
}

// For the baseline only: with a measure there may be other people, and another rota.
static void check_lines(const struct checking *checking) {
  struct lines lines = {NULL, 0, 0};
  const struct tables *tables = checking->tables;
  if (tables != checking->base)
    return;
  for (size_t i = 0; i < row_count(tables, TABLE_ROTA); i++)
    take_row(checking, &lines, &rota_rows(tables)[i]);
  for (size_t i = 0; i < lines.count; i++) {
    struct line *line = &lines.items[i];
    line->sound &= judge_group(checking, &line->first->row, line->unit, line->group);
    judge_weeks(checking, &lines, line);
    judge_hours(checking, line);
  }
  judge_heads(checking, &lines);
}

static void check_weeks_asked(const struct checking *checking) {
  for (size_t u = 0; u < row_count(checking->tables, TABLE_UNITS) && checking->tables == checking->base; u++) {
    const struct unit_row *unit = &unit_rows(checking->tables)[u];
    if (unit->rota_weeks > 0 && !*codes_of_unit(checking, TABLE_GROUPS, (int64_t)u))
      problem_add(checking->problems, row_place(&unit->row, "rota_weeks"),
                  cell_in(checking, TABLE_UNITS, unit, "rota_weeks"),
                  "nobody is employed there, so there is no line to make: add its people to groups.csv, or leave the "
                  "cell blank");
  }
}

#define NEEDS_LINES (NEEDS(TABLE_UNITS) | NEEDS(TABLE_SHIFTS) | NEEDS(TABLE_GROUPS))

const struct check checks_of_base_rota[] = {
    {"a rule of a base rota has what it takes", NEEDS_LINES | NEEDS(TABLE_ROTA_RULES), check_rules},
    {"every line of a rota is whole, and there is one for each head",
     NEEDS_LINES | NEEDS(TABLE_CATEGORIES) | NEEDS(TABLE_ROTA_RULES) | NEEDS(TABLE_ROTA), check_lines},
    {"a rota is asked for where there are people", NEEDS(TABLE_UNITS) | NEEDS(TABLE_GROUPS), check_weeks_asked},
    {NULL, 0, NULL},
};
