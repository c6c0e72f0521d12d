// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/budget.h"

#include <string.h>

#include "audit/amounts.h"
#include "audit/sums.h"
#include "base/fixed.h"
#include "scenario/accounts.h"
#include "scenario/cells.h"
#include "scenario/shared.h"

static const char HIRED_ART[] = "020";

const char *budget_kind_name(enum budget_kind kind) {
  static const char *const names[BUDGET_KINDS] = {"staffing", "empty_hours", "amount", "nothing"};
  return names[kind];
}

int64_t budget_unit_ore(const struct scenario *scenario) {
  enum { THOUSAND = 1000 };
  return claims_dialect_of(settings_of(&scenario->tables)).digits ? THOUSAND * ORE_PER_KR : ORE_PER_KR;
}

struct budget {
  struct arena *arena;
  const struct audit *audit;
  struct budget_line *lines;
  size_t count, room;
};

static const struct measure_row *row_of(const struct budget *budget, size_t measure) {
  return &measure_rows(&budget->audit->scenario->tables)[measure];
}

// ---------------------------------------------------------------- which answer

static bool is_told(const struct measure_row *row) {
  return row->booked == BOOKED_KEPT || row->booked == BOOKED_ADJUSTED;
}

// Of alternatives, the one booked in measures.csv, else the one used in the sums.
static bool another_is_booked(const struct budget *budget, size_t measure) {
  const struct measure_row *row = row_of(budget, measure);
  if (!row->either_or || is_told(row))
    return false;
  for (size_t m = 0; m < budget->audit->measure_count; m++) {
    const struct measure_row *other = row_of(budget, m);
    if (m != measure && other->either_or && !strcmp(other->either_or, row->either_or) && is_told(other))
      return true;
  }
  return !sums_count(budget->audit, measure);
}

static enum budget_why why_of(const struct budget *budget, size_t measure) {
  const struct measure_row *row = row_of(budget, measure);
  const struct measure_effect *effect = &budget->audit->measures[measure];
  return row->nature == NATURE_SENSITIVITY    ? WHY_NO_MEASURE
         : effect->given_up                   ? WHY_GIVEN_UP
         : !effect->testable                  ? WHY_NOT_TESTABLE
         : row->booked == BOOKED_NOTHING      ? WHY_TOLD_NOTHING
         : another_is_booked(budget, measure) ? WHY_ALTERNATIVE
         : effect->undecided                  ? WHY_NO_START
         : effect->arithmetic                 ? WHY_AMOUNTS_ALONE
         : row->booked == NOT_GIVEN           ? WHY_NOT_TOLD
                                              : WHY_TOLD;
}

static bool books_something(enum budget_why why) {
  return why == WHY_TOLD || why == WHY_NOT_TOLD || why == WHY_AMOUNTS_ALONE;
}

// ---------------------------------------------------------------- lines

static void add_line(struct budget *budget, const struct budget_line *line) {
  *(struct budget_line *)arena_push(budget->arena, &budget->lines, &budget->count, &budget->room,
                                    sizeof *budget->lines) = *line;
}

static const char *cost_centre_of_unit(const struct unit_row *unit, const struct measure_row *measure) {
  return unit->responsibility ? unit->responsibility : measure->responsibility;
}

static const char *function_of_unit(const struct unit_row *unit, const struct measure_row *measure) {
  return unit->function ? unit->function : measure->function;
}

// For the units solved with this one: one text where all have the same, else each different one once, joined by +.
static const char *of_units(const struct budget *budget, const struct unit_saving *saving,
                            const char *(*text)(const struct unit_row *, const struct measure_row *)) {
  const struct scenario *scenario = budget->audit->scenario;
  size_t *units = arena_array(budget->arena, row_count(&scenario->tables, TABLE_UNITS), sizeof *units);
  const char **seen = arena_array(budget->arena, row_count(&scenario->tables, TABLE_UNITS), sizeof *seen);
  size_t count = units_solved_with(scenario, saving->unit, units), seen_count = 0;
  const char *all = NULL;
  for (size_t i = 0; i < count; i++) {
    const char *one = text(&unit_rows(&scenario->tables)[units[i]], row_of(budget, saving->measure));
    bool known = !one;
    for (size_t k = 0; k < seen_count && !known; k++)
      known = !strcmp(seen[k], one);
    if (known)
      continue;
    seen[seen_count++] = one;
    all = all ? arena_printf(budget->arena, "%s+%s", all, one) : one;
  }
  return all;
}

// The first art that holds the part for these people; NULL: none does.
static const char *art_of(int whose, int part) {
  for (int64_t word = 0; account_words[word].word; word++) {
    const struct account_line *line = account_line_of(word);
    if (line->art && (line->whose >> whose & 1) && (line->parts >> part & 1))
      return line->word;
  }
  return NULL;
}

static bool same_art(const char *a, const char *b) { return a && b ? !strcmp(a, b) : a == b; }

// Adds to the line of the same art among those from `first` on.
static void add_to_art(struct budget *budget, size_t first, struct budget_line line, int64_t ore) {
  for (size_t i = first; i < budget->count; i++)
    if (same_art(budget->lines[i].art, line.art)) {
      budget->lines[i].saving_ore += ore;
      return;
    }
  line.saving_ore = ore;
  add_line(budget, &line);
}

static void add_staffing(struct budget *budget, struct budget_line line, const struct unit_saving *saving,
                         enum positions positions) {
  size_t first = budget->count;
  line.cost_centre = of_units(budget, saving, cost_centre_of_unit);
  line.function = of_units(budget, saving, function_of_unit);
  line.kind = BUDGET_STAFFING;
  for (int part = 0; part < ACCOUNT_PARTS; part++)
    for (int whose = 0; whose < ACCOUNT_WHOSE; whose++) {
      int64_t ore = saving->paid[positions][whose].ore[part];
      line.art = art_of(whose, part);
      if (ore)
        add_to_art(budget, first, line, ore);
    }
  if (!saving->empty_ore[positions])
    return;
  line.kind = BUDGET_EMPTY_HOURS;
  line.art = HIRED_ART;
  line.saving_ore = -saving->empty_ore[positions];
  add_line(budget, &line);
}

static void add_amounts(struct budget *budget, struct budget_line line) {
  const struct scenario *scenario = budget->audit->scenario;
  line.cost_centre = row_of(budget, line.measure)->responsibility;
  line.function = row_of(budget, line.measure)->function;
  line.kind = BUDGET_AMOUNT;
  size_t first = budget->count;
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_AMOUNTS); i++) {
    const struct amount_row *amount = &amount_rows(&scenario->tables)[i];
    if (amount->measure != (int64_t)line.measure)
      continue;
    int64_t ore = amount_saving_in_year(scenario, i, undecided_start_of(scenario), line.year);
    line.art = amount->art;
    if (ore)
      add_to_art(budget, first, line, ore);
  }
}

// ---------------------------------------------------------------- rounding

static int64_t whole_units(int64_t ore, int64_t unit_ore) { // rounded towards zero
  int64_t units = ore / unit_ore;
  return units * unit_ore > ore ? units - 1 : units;
}

static void enter(struct budget_line *lines, size_t count, int64_t unit_ore) {
  int64_t sum_ore = 0, missing;
  for (size_t i = 0; i < count; i++) {
    sum_ore += lines[i].saving_ore;
    lines[i].entered = whole_units(lines[i].saving_ore, unit_ore);
  }
  missing = fixed_divide(sum_ore, unit_ore);
  for (size_t i = 0; i < count; i++)
    missing -= lines[i].entered;
  for (; missing > 0; missing--) {
    size_t best = 0;
    int64_t most = INT64_MIN;
    for (size_t i = 0; i < count; i++) {
      int64_t rest = lines[i].saving_ore - lines[i].entered * unit_ore;
      best = rest > most ? i : best;
      most = rest > most ? rest : most;
    }
    lines[best].entered++;
  }
}

// ---------------------------------------------------------------- all of it

static void add_year(struct budget *budget, size_t measure, int year, enum budget_why why) {
  const struct measure_row *row = row_of(budget, measure);
  size_t first = budget->count;
  enum booked booked = !books_something(why)            ? BOOKED_NOTHING
                       : row->booked == BOOKED_ADJUSTED ? BOOKED_ADJUSTED
                                                        : BOOKED_KEPT;
  struct budget_line line = {.measure = measure, .year = year, .booked = booked, .why = why, .kind = BUDGET_NOTHING};
  enum positions positions = booked == BOOKED_ADJUSTED ? POSITIONS_ADJUSTED : POSITIONS_KEPT;
  for (size_t i = 0; i < budget->audit->saving_count && booked != BOOKED_NOTHING; i++) {
    const struct unit_saving *saving = &budget->audit->savings[i];
    if (saving->measure == measure && saving->year == year)
      add_staffing(budget, line, saving, positions);
  }
  if (booked != BOOKED_NOTHING)
    add_amounts(budget, line);
  if (budget->count == first) {
    line.cost_centre = row->responsibility;
    line.function = row->function;
    line.booked = BOOKED_NOTHING;
    line.why = books_something(why) ? WHY_NOT_THIS_YEAR : why;
    add_line(budget, &line);
  }
  enter(&budget->lines[first], budget->count - first, budget_unit_ore(budget->audit->scenario));
}

struct budget_line *budget_lines(struct arena *arena, const struct audit *audit, size_t *count) {
  struct budget budget = {.arena = arena, .audit = audit};
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  for (size_t m = 0; m < audit->measure_count; m++) {
    enum budget_why why = why_of(&budget, m);
    for (int year = (int)settings->first_year; year <= settings->last_year; year++)
      add_year(&budget, m, year, why);
  }
  *count = budget.count;
  return budget.lines;
}
