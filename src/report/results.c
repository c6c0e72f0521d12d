// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/results.h"

#include <assert.h>
#include <string.h>

#include "audit/class.h"
#include "audit/comparable.h"
#include "base/fixed.h"
#include "calendar/dayset.h"
#include "report/accounts.h"
#include "report/assumptions.h"
#include "report/bridge.h"
#include "report/budget.h"
#include "report/chance.h"
#include "report/changes.h"
#include "report/claims.h"
#include "report/comparison.h"
#include "report/compliance.h"
#include "report/cover.h"
#include "report/data.h"
#include "report/drivers.h"
#include "report/followup.h"
#include "report/headline.h"
#include "report/overview.h"
#include "report/people.h"
#include "report/prices.h"
#include "report/ratios.h"
#include "report/releases.h"
#include "report/risks.h"
#include "report/rotas.h"
#include "report/together.h"
#include "report/unreplaced.h"
#include "report/why.h"
#include "report/working_year.h"

static const struct field_column effect_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
    {"paper_unit", FIELD_TEXT, 0},
    {"year", FIELD_YEAR, 0},
    {"positions", FIELD_CODE, 0},
    {"effect_kr", FIELD_KR, 0},
    {"full_year_effect_kr", FIELD_KR, 0},
    {"direct_kr", FIELD_KR, 0},
    {"gross_fte", FIELD_DECIMAL, 3},
    {"net_fte", FIELD_DECIMAL, 3},
    {"claimed_kr", FIELD_KR, 0},
    {"claimed_fte", FIELD_DECIMAL, 3},
    {"deviation_kr", FIELD_KR, 0},
    {"verdict", FIELD_CODE, 0},
    {"flags", FIELD_CODE, 0},
    {"claimed_basis", FIELD_CODE, 0},
    {"full_year_direct_kr", FIELD_KR, 0},
    {"full_year_gross_fte", FIELD_DECIMAL, 3},
    {"full_year_net_fte", FIELD_DECIMAL, 3},
    {"reason", FIELD_CODE, 0},
    {"compliant_kr", FIELD_KR, 0},
    {"full_year_compliant_kr", FIELD_KR, 0},
    {"class", FIELD_CODE, 0},
    {"cash_effect_kr", FIELD_KR, 0},
    {"empty_h", FIELD_DECIMAL, 1},
    {"empty_kr", FIELD_KR, 0},
    {"full_year_cash_effect_kr", FIELD_KR, 0},
    {"full_year_empty_h", FIELD_DECIMAL, 1},
    {"full_year_empty_kr", FIELD_KR, 0},
    {"norm_unkept_h", FIELD_DECIMAL, 1},
    {"norm_unkept_days", FIELD_INTEGER, 0},
    {"removed_fte", FIELD_DECIMAL, 3},
    {"more_fte", FIELD_DECIMAL, 3},
    {"counted_twice_with", FIELD_CODE, 0},
};

struct effect_line {
  const struct audit *audit;
  const struct measure_effect *effect;
  const struct year_effect *year;
  enum positions positions;
};

static void add_direct(struct result_table *table, const struct direct *direct, bool known) {
  known = known && direct->known;
  result_number(table, known ? ledger_sum(&direct->saving) : FIELD_BLANK);
  result_number(table, known ? fixed_round(direct->gross_fte * MILLI) : FIELD_BLANK);
  result_number(table, known ? fixed_round(direct->net_fte * MILLI) : FIELD_BLANK);
}

static void add_effect_numbers(struct result_table *table, const struct effect_line *line) {
  const struct measure_effect *effect = line->effect;
  bool known = effect->testable;
  result_number(table, known ? effect_ore(&line->year->answers[line->positions]) : FIELD_BLANK);
  result_number(table, known ? effect_ore(&effect->full.answers[line->positions]) : FIELD_BLANK);
  add_direct(table, &line->year->direct, known);
}

static void add_claim(struct result_table *table, const struct effect_line *line) {
  const struct scenario *scenario = line->audit->scenario;
  const struct measure_effect *effect = line->effect;
  struct claimed claimed = claim_standing(scenario, effect->measure, line->year->year);
  bool both = effect->testable && claimed.amount_ore != NOT_GIVEN;
  result_number(table, claimed.amount_ore);
  result_number(table, claimed.fte_milli);
  result_number(table, both ? claim_comparable_ore(effect, line->year, &claimed, line->positions) - claimed.amount_ore
                            : FIELD_BLANK);
  result_text(table, verdict_name(measure_verdict(scenario, effect, line->year)));
  result_text(table, measure_flags(table->arena, scenario, effect, line->year, line->positions));
  result_text(table, claimed.amount_ore == NOT_GIVEN ? "" : claimed.basis == CLAIM_FULL_YEAR ? "full_year" : "in_year");
  add_direct(table, &effect->full.direct, effect->testable);
  result_text(table, effect->reason);
}

// Blank where no plan keeps the norm.
static void add_if_kept(struct result_table *table, const struct year_effect *year, enum positions positions,
                        bool known) {
  bool kept = known && norm_can_be_kept(year, positions);
  result_number(table, kept ? effect_ore(&year->compliant[positions]) : FIELD_BLANK);
}

// What it saves in cash, and the hours left empty beyond today's that are not counted as a saving.
static void add_cash(struct result_table *table, const struct answer *answer, bool known) {
  result_number(table, known ? cash_effect_ore(answer) : FIELD_BLANK);
  result_number(table, known && answer->empty_h != 0 ? tenths(answer->empty_h) : FIELD_BLANK);
  result_number(table, known && answer->empty_h != 0 ? answer->empty_ore : FIELD_BLANK);
}

static void add_equal_cover(struct result_table *table, const struct effect_line *line) {
  bool known = line->effect->testable;
  const struct norm_breach *unkept = &line->year->unkept[line->positions];
  bool kept = !known || norm_can_be_kept(line->year, line->positions);
  add_cash(table, &line->year->answers[line->positions], known);
  add_cash(table, &line->effect->full.answers[line->positions], known);
  result_number(table, kept ? FIELD_BLANK : tenths(unkept->person_hours));
  result_number(table, kept ? FIELD_BLANK : unkept->days_least);
}

static void add_compliant(struct result_table *table, const struct effect_line *line) {
  const struct measure_effect *effect = line->effect;
  bool known = effect->testable;
  add_if_kept(table, line->year, line->positions, known);
  add_if_kept(table, &effect->full, line->positions, known);
  result_text(table, saving_class_name(measure_class(line->audit->scenario, effect)));
}

static int64_t fte_or_blank(double fte) { return fte > 0 ? fixed_round(fte * MILLI) : FIELD_BLANK; }

// The figures and measures that flags refer to. Where positions are kept, nobody more has to go.
static void add_flagged(struct result_table *table, const struct effect_line *line) {
  bool adjusted = line->positions == POSITIONS_ADJUSTED;
  result_number(table, fte_or_blank(measure_removes_fte(line->effect)));
  result_number(table, adjusted ? fte_or_blank(measure_more_fte(line->effect)) : FIELD_BLANK);
  result_text(table, line->effect->counted_twice_with);
}

static struct result_table *effects_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "effects", COLUMNS(effect_columns));
  for (size_t m = 0; m < audit->measure_count; m++) {
    const struct measure_row *measure = &measure_rows(&audit->scenario->tables)[m];
    const struct measure_effect *effect = &audit->measures[m];
    for (int y = 0; y < effect->year_count; y++)
      for (int p = 0; p < POSITIONS_ANSWERS; p++) {
        struct effect_line line = {audit, effect, &effect->years[y], p};
        result_text(table, measure->measure);
        result_text(table, measure->title);
        result_text(table, measure->unit_label);
        result_number(table, line.year->year);
        result_text(table, positions_name(p));
        add_effect_numbers(table, &line);
        add_claim(table, &line);
        add_compliant(table, &line);
        add_equal_cover(table, &line);
        add_flagged(table, &line);
      }
  }
  return table;
}

static const struct field_column ledger_columns[] = {
    {"measure", FIELD_CODE, 0},   {"year", FIELD_YEAR, 0},     {"positions", FIELD_CODE, 0}, {"line", FIELD_CODE, 0},
    {"baseline_kr", FIELD_KR, 0}, {"measure_kr", FIELD_KR, 0}, {"effect_kr", FIELD_KR, 0},
};

static void add_ledger_line(struct result_table *table, const char *measure, int year, enum positions positions,
                            enum ledger_line line) {
  result_text(table, measure);
  result_number(table, year);
  result_text(table, positions_name(positions));
  result_text(table, ledger_line_name(line));
}

static void add_ledger(struct result_table *table, const char *measure, const struct year_effect *year,
                       enum positions positions) {
  const struct answer *answer = &year->answers[positions];
  for (int line = 0; line < LEDGER_LINES; line++) {
    int64_t before = answer->before.ore[line], after = answer->after.ore[line];
    if (!before && !after)
      continue;
    add_ledger_line(table, measure, year->year, positions, line);
    result_number(table, before);
    result_number(table, after);
    result_number(table, before - after);
  }
}

// The whole baseline of a year, all units together; its rows have no measure.
static void add_baseline(struct result_table *table, const struct audit *audit, int year, enum positions positions) {
  struct ledger sum = {{0}};
  for (size_t b = 0; b < audit->baseline_count; b++)
    if (audit->baseline[b].year == year)
      ledger_add(&sum, &audit->baseline[b].ledger[positions]);
  for (int line = 0; line < LEDGER_LINES; line++) {
    if (!sum.ore[line])
      continue;
    add_ledger_line(table, "", year, positions, line);
    result_number(table, sum.ore[line]);
    result_number(table, FIELD_BLANK);
    result_number(table, FIELD_BLANK);
  }
}

static struct result_table *ledger_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "ledger", COLUMNS(ledger_columns));
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  for (int64_t year = settings->first_year; year <= settings->last_year; year++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      add_baseline(table, audit, (int)year, p);
  for (size_t m = 0; m < audit->measure_count; m++)
    for (int y = 0; y < audit->measures[m].year_count; y++)
      for (int p = 0; p < POSITIONS_ANSWERS; p++)
        add_ledger(table, measure_rows(&audit->scenario->tables)[m].measure, &audit->measures[m].years[y], p);
  return table;
}

static const struct field_column coverage_columns[] = {
    {"measure", FIELD_CODE, 0},  {"year", FIELD_YEAR, 0},          {"positions", FIELD_CODE, 0},
    {"unit", FIELD_CODE, 0},     {"date", FIELD_DATE, 0},          {"week", FIELD_INTEGER, 0},
    {"weekday", FIELD_CODE, 0},  {"window", FIELD_CODE, 0},        {"level", FIELD_CODE, 0},
    {"need", FIELD_DECIMAL, 3},  {"norm", FIELD_DECIMAL, 3},       {"planned", FIELD_DECIMAL, 3},
    {"short", FIELD_DECIMAL, 3}, {"below_norm", FIELD_DECIMAL, 3},
};

static void add_cover_line(struct result_table *table, const struct tables *tables, const struct cover_line *line) {
  result_text(table, line->measure == NOT_GIVEN ? "" : measure_rows(tables)[line->measure].measure);
  result_number(table, line->year);
  result_text(table, positions_name(line->positions));
  result_text(table, unit_rows(tables)[line->unit].unit);
  result_number(table, line->day);
  result_number(table, iso_week(line->day));
  result_text(table, day_word((int)weekday_of(line->day)));
  result_text(table, line->window);
  result_text(table, category_rows(tables)[line->level].category);
  result_number(table, line->need_milli);
  result_number(table, line->norm_milli);
  result_number(table, line->planned_milli);
  result_number(table, line->short_milli);
  result_number(table, line->below_norm_milli);
}

static struct result_table *coverage_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "coverage", COLUMNS(coverage_columns));
  for (size_t i = 0; i < audit->cover_count; i++)
    add_cover_line(table, &audit->scenario->tables, &audit->cover[i]);
  return table;
}

const struct result_listing result_listings[] = {
    {"effects", effects_table, true},
    {"ledger", ledger_table, true},
    {"claims", claims_table, false},
    {"bridge", bridge_table, false},
    {"positions", positions_table, false},
    {"positions_sum", positions_sum_table, false},
    {"following", following_table, false},
    {"following_sum", following_sum_table, false},
    {"chance", chance_table, false},
    {"chance_days", chance_days_table, false},
    {"drivers", drivers_table, false},
    {"coverage", coverage_table, true},
    {"compliance", compliance_table, false},
    {"together", together_table, false},
    {"joint", joint_table, false},
    {"sums", sums_table, false},
    {"assumptions", assumptions_table, false},
    {"reverse", reverse_table, false},
    {"accounts", accounts_table, false},
    {"budget", budget_table, false},
    {"followup", followup_table, false},
    {"followup_months", followup_months_table, false},
    {"comparison", comparison_table, false},
    {"units", units_table, false},
    {"groups", groups_table, false},
    {"working_year", working_year_table, false},
    {"shifts", shifts_table, false},
    {"why", why_table, false},
    {"redesign", redesign_table, false},
    {"curve", curve_table, false},
    {"ratios", ratios_table, false},
    {"schools", schools_table, false},
    {"weekdays", weekdays_table, false},
    {"weeks", weeks_table, false},
    {"unreplaced", unreplaced_table, false},
    {"changes", changes_table, false},
    {"risks", risks_table, false},
    {"prices", prices_table, false},
    {"rotas", rotas_table, false},
    {"rota_lines", rota_lines_table, false},
    {"data", data_table, false},
};
const size_t result_listing_count = sizeof result_listings / sizeof *result_listings;

const struct result_set *results_make(struct arena *arena, const struct audit *audit) {
  struct result_set *set = arena_alloc(arena, sizeof *set);
  set->tables = arena_array(arena, result_listing_count + 1, sizeof *set->tables);
  for (; set->count < result_listing_count; set->count++)
    set->tables[set->count] = result_listings[set->count].make(arena, audit);
  set->tables[set->count] = overview_table(arena, audit, result_find(set, "claims")); // reads the others
  set->count++;
  return set;
}

static bool is_listed(const char *name) {
  bool listed = strcmp(name, "overview") == 0;
  for (size_t i = 0; i < result_listing_count; i++)
    listed |= strcmp(name, result_listings[i].name) == 0;
  return listed;
}

const struct result_table *result_find(const struct result_set *set, const char *name) {
  for (size_t i = 0; i < set->count; i++)
    if (!strcmp(set->tables[i]->name, name))
      return result_row_count(set->tables[i]) ? set->tables[i] : NULL;
  assert(is_listed(name)); // not made yet, or an internal error
  return NULL;
}

// FNV-1a: not for secrecy, only to distinguish results.
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t count) {
  for (size_t i = 0; i < count; i++)
    hash = (hash ^ ((const unsigned char *)bytes)[i]) * UINT64_C(0x100000001b3);
  return hash;
}

static uint64_t hash_table(uint64_t hash, const struct result_table *table) {
  hash = hash_bytes(hash, table->name, strlen(table->name) + 1);
  for (size_t i = 0; i < table->field_count; i++) {
    bool text = field_is_text(table->columns[i % table->column_count].kind);
    const void *bytes = text ? (const void *)table->fields[i].text : &table->fields[i].number;
    hash = hash_bytes(hash, bytes, text ? strlen(table->fields[i].text) + 1 : sizeof table->fields[i].number);
  }
  return hash;
}

const char *results_run_id(struct arena *arena, const struct result_set *set) {
  uint64_t hash = UINT64_C(0xcbf29ce484222325);
  for (size_t i = 0; i < set->count; i++)
    hash = hash_table(hash, set->tables[i]);
  return arena_printf(arena, "%012llx", (unsigned long long)(hash & UINT64_C(0xffffffffffff)));
}
