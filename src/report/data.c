// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/data.h"

#include <assert.h>

#include "audit/cover_year.h"
#include "base/fixed.h"
#include "base/language.h"
#include "scenario/shared.h"
#include "scenario/timeline.h"
#include "scenario/touches.h"

static const struct field_column columns[] = {
    {"scenario", FIELD_TEXT, 0},  {"row_kind", FIELD_CODE, 0}, {"unit", FIELD_CODE, 0},
    {"measure", FIELD_CODE, 0},   {"title", FIELD_TEXT, 0},    {"year", FIELD_YEAR, 0},
    {"positions", FIELD_CODE, 0}, {"line", FIELD_CODE, 0},     {"counted_in", FIELD_CODE, 0},
    {"amount", FIELD_DECIMAL, 3},
};

enum counted { COUNTED_KR, COUNTED_H, COUNTED_FTE };
enum { MILLI_PER_ORE = 10, MILLI_PER_TENTH = 100 };

struct data { // the table being filled; what the next rows are about
  struct result_table *table;
  const struct audit *audit;
  int64_t measure; // NOT_GIVEN: today
  int year;
  enum positions positions;
};

// No row for zero.
static void add_value(const struct data *d, const char *unit, const char *line, enum counted counted, int64_t milli) {
  static const char *const names[] = {[COUNTED_KR] = "kr", [COUNTED_H] = "h", [COUNTED_FTE] = "fte"};
  const struct scenario *scenario = d->audit->scenario;
  bool today = d->measure == NOT_GIVEN;
  const struct measure_row *row = today ? NULL : &measure_rows(&scenario->tables)[d->measure];
  if (!milli)
    return;
  result_text(d->table, settings_of(&scenario->tables)->title); // the name of its folder is arbitrary
  result_text(d->table, today ? "today" : "saved");
  result_text(d->table, unit);
  result_text(d->table, today ? DATA_TODAY : row->measure);
  result_text(d->table, today ? _("today") : row->title ? row->title : row->measure);
  result_number(d->table, d->year);
  result_text(d->table, positions_name(d->positions));
  result_text(d->table, line);
  result_text(d->table, names[counted]);
  result_number(d->table, milli);
}

static void add_ore(const struct data *d, const char *unit, const char *line, int64_t ore) {
  add_value(d, unit, line, COUNTED_KR, ore * MILLI_PER_ORE);
}

static void add_ledger(const struct data *d, const char *unit, const struct ledger *ledger) {
  for (int line = 0; line < LEDGER_LINES; line++)
    add_ore(d, unit, ledger_line_name(line), ledger->ore[line]);
}

// ---------------------------------------------------------------- hours

enum { SOURCES = 5 };
static const struct {
  enum hours_kind kind;
  const char *line;
} sources[SOURCES] = {{HOURS_OWN, "own_h"},
                      {HOURS_EXTRA, "extra_h"},
                      {HOURS_SUBSTITUTE, "substitute_h"},
                      {HOURS_OVERTIME, "overtime_h"},
                      {HOURS_AGENCY, "agency_h"}};

struct hours { // of the weeks of a year, each rounded as in weeks.csv
  int64_t tenths[SOURCES];
};

static bool same_plan(const struct week_line *a, const struct week_line *b) {
  return a->measure == b->measure && a->year == b->year && a->positions == b->positions && a->unit == b->unit;
}

static struct hours *hours_today(const struct audit *audit, struct hours *today, const struct week_line *line) {
  size_t units = row_count(&audit->scenario->tables, TABLE_UNITS);
  size_t year = (size_t)(line->year - settings_of(&audit->scenario->tables)->first_year);
  return &today[(year * units + line->unit) * POSITIONS_ANSWERS + line->positions];
}

// The weeks of one plan, from *i on; *i is moved past them.
static struct hours take_hours(const struct audit *audit, size_t *i) {
  struct hours sum = {{0}};
  const struct week_line *first = &audit->weeks[*i];
  for (; *i < audit->week_count && same_plan(&audit->weeks[*i], first); ++*i)
    for (int s = 0; s < SOURCES; s++)
      sum.tenths[s] += tenths(audit->weeks[*i].hours.hours[sources[s].kind]);
  return sum;
}

static void add_hours(struct data *d, struct hours *today) {
  const struct audit *audit = d->audit;
  for (size_t i = 0; i < audit->week_count;) {
    const struct week_line *line = &audit->weeks[i];
    struct hours hours = take_hours(audit, &i), *before = hours_today(audit, today, line);
    bool of_today = line->measure == NOT_GIVEN;
    *d = (struct data){d->table, audit, line->measure, line->year, line->positions};
    if (of_today)
      *before = hours;
    for (int s = 0; s < SOURCES; s++)
      add_value(d, unit_rows(&audit->scenario->tables)[line->unit].unit, sources[s].line, COUNTED_H,
                (of_today ? hours.tenths[s] : before->tenths[s] - hours.tenths[s]) * MILLI_PER_TENTH);
  }
}

// ---------------------------------------------------------------- today

static void add_today(struct data *d) {
  const struct audit *audit = d->audit;
  for (size_t b = 0; b < audit->baseline_count; b++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      const struct baseline_year *unit = &audit->baseline[b];
      const char *code = unit_rows(&audit->scenario->tables)[unit->unit].unit;
      *d = (struct data){d->table, audit, NOT_GIVEN, unit->year, (enum positions)p};
      add_ledger(d, code, &unit->ledger[p]);
      add_value(d, code, "contracted_fte", COUNTED_FTE, fixed_round(unit->figures[p].positions_fte * MILLI));
    }
}

// ---------------------------------------------------------------- measures

// The only unit it affects, or those solved together with that unit.
static const char *unit_of_measure(const struct audit *audit, size_t measure) {
  const struct scenario *scenario = audit->scenario;
  const char *found = NULL;
  for (size_t u = 0; u < row_count(&scenario->tables, TABLE_UNITS); u++) {
    if (unit_solved_as(scenario, u) != u || !measure_touches_solved(scenario, measure, u))
      continue;
    if (found)
      return DATA_SEVERAL;
    found = units_solved_in_words(audit->arena, scenario, u);
  }
  return found ? found : DATA_NO_UNIT;
}

// By unit, where given by unit; the remainder has no unit: plain amounts.
static void add_effect(const struct data *d, const struct unit_saving *savings, size_t count,
                       const struct answer *answer) {
  struct ledger rest = ledger_difference(&answer->before, &answer->after);
  int64_t empty_ore = answer->empty_ore;
  for (size_t i = 0; i < count; i++) {
    const char *unit = units_solved_in_words(d->table->arena, d->audit->scenario, savings[i].unit);
    struct ledger saved = {{0}};
    for (int whose = 0; whose < HOURS_KINDS; whose++)
      ledger_add(&saved, &savings[i].paid[d->positions][whose]);
    rest = ledger_difference(&rest, &saved);
    empty_ore -= savings[i].empty_ore[d->positions];
    add_ledger(d, unit, &saved);
    add_ore(d, unit, "empty_hours", -savings[i].empty_ore[d->positions]);
  }
  add_ledger(d, DATA_NO_UNIT, &rest);
  add_ore(d, DATA_NO_UNIT, "empty_hours", -empty_ore);
}

static size_t savings_of(const struct audit *audit, size_t *at, size_t measure, int year) {
  size_t count = 0;
  while (*at + count < audit->saving_count && audit->savings[*at + count].measure == measure &&
         audit->savings[*at + count].year == year)
    count++;
  *at += count;
  return count;
}

static void add_measures(struct data *d) {
  const struct audit *audit = d->audit;
  size_t at = 0;
  for (size_t m = 0; m < audit->measure_count; m++) {
    const struct measure_effect *effect = &audit->measures[m];
    const char *unit = unit_of_measure(audit, m);
    for (int y = 0; y < effect->year_count; y++) {
      size_t from = at, count = savings_of(audit, &at, m, effect->years[y].year);
      for (int p = 0; p < POSITIONS_ANSWERS && effect->testable; p++) {
        const struct answer *answer = &effect->years[y].answers[p];
        *d = (struct data){d->table, audit, (int64_t)m, effect->years[y].year, (enum positions)p};
        add_effect(d, count ? &audit->savings[from] : NULL, count, answer);
        add_value(d, unit, "contracted_fte", COUNTED_FTE, fixed_round(positions_fewer_fte(answer) * MILLI));
      }
    }
  }
  assert(at == audit->saving_count);
}

struct result_table *data_table(struct arena *arena, const struct audit *audit) {
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  size_t years = (size_t)(settings->last_year - settings->first_year) + 1;
  struct hours *today = arena_array(
      arena, years * row_count(&audit->scenario->tables, TABLE_UNITS) * POSITIONS_ANSWERS + 1, sizeof *today);
  struct data d = {.table = result_table_new(arena, "data", COLUMNS(columns)), .audit = audit};
  add_today(&d);
  add_measures(&d);
  add_hours(&d, today);
  return d.table;
}
