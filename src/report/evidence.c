// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/evidence.h"

#include <math.h>
#include <string.h>

#include "audit/chance.h"
#include "audit/record.h"
#include "base/fixed.h"
#include "base/shown.h"
#include "calendar/fiscal.h"
#include "chance/stream.h"
#include "report/json.h"
#include "report/table.h"
#include "report/working_year.h"
#include "scenario/cells.h"
#include "scenario/law.h"

struct tariff { // days whose prices are used
  const struct tables *tables;
  day_number first, last;
};

// ---------------------------------------------------------------- values

static json_t *text_or_null(const char *text) { return text ? json_string(text) : json_null(); }

static json_t *rounded(double value, double digits) {
  double scale = pow(10, digits), number = round(value * scale) / scale;
  return json_real(number == 0 ? 0 : number); // no -0
}

static json_t *kroner(double kr) { return rounded(kr, 2); }

static json_t *date(int64_t day) {
  char text[FIELD_NUMBER_BYTES];
  if (day == NOT_GIVEN)
    return json_null();
  date_text(text, day);
  return json_string(text);
}

static json_t *source_of(const struct row *row) {
  return row->assumed ? json_string("assumed") : text_or_null(row->source);
}

// ---------------------------------------------------------------- input

static json_t *input_files(const struct scenario *scenario) {
  json_t *list = json_array();
  for (size_t i = 0; i < scenario->input_count; i++) {
    const struct input_file *input = &scenario->inputs[i];
    json_t *file = json_object();
    json_put(file, "folder", json_string(input->common ? "common" : "scenario"));
    json_put(file, "file", json_string(input->file));
    json_put(file, "bytes", json_integer((json_int_t)input->byte_count));
    json_put(file, "sha256", json_string(input->sha256));
    json_add(list, file);
  }
  return list;
}

// ---------------------------------------------------------------- tariff

static struct tariff tariff_of(const struct audit *audit) {
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  struct tariff tariff = {.tables = &audit->scenario->tables,
                          .first = fiscal_first_day((int)settings->first_year),
                          .last = fiscal_last_day((int)settings->last_year)};
  for (size_t m = 0; m < audit->measure_count; m++) { // a first whole year may lie later
    day_number last = fiscal_last_day(audit->measures[m].full.year);
    tariff.last = last > tariff.last ? last : tariff.last;
  }
  if (settings->price_day != NOT_GIVEN)
    tariff.first = tariff.last = (day_number)settings->price_day;
  return tariff;
}

// A row applies until a later one of its kind begins; `next` is the earliest of those, NOT_GIVEN where there is none.
static bool is_in_force(const struct tariff *tariff, int64_t from, int64_t next) {
  return from <= tariff->last && (next == NOT_GIVEN || next > tariff->first);
}

static int64_t earlier(int64_t next, int64_t day) { return next == NOT_GIVEN || day < next ? day : next; }

static json_t *pay_in_force(const struct tariff *tariff) {
  json_t *list = json_array();
  const struct pay_row *rows = pay_rows(tariff->tables);
  for (size_t i = 0; i < row_count(tariff->tables, TABLE_PAY); i++) {
    int64_t next = NOT_GIVEN;
    for (size_t j = 0; j < row_count(tariff->tables, TABLE_PAY); j++)
      if (rows[j].category == rows[i].category && rows[j].valid_from > rows[i].valid_from)
        next = earlier(next, rows[j].valid_from);
    if (!is_in_force(tariff, rows[i].valid_from, next))
      continue;
    json_t *pay = json_object();
    json_put(pay, "category", json_string(category_rows(tariff->tables)[rows[i].category].category));
    json_put(pay, "valid_from", date(rows[i].valid_from));
    json_put(pay, "yearly_pay_kr", kroner(kr_from_ore(rows[i].yearly_pay_ore)));
    json_put(pay, "source", source_of(&rows[i].row));
    json_add(list, pay);
  }
  return list;
}

static bool texts_equal(const char *a, const char *b) { return a && b ? strcmp(a, b) == 0 : a == b; }

static bool same_rate(const struct rate_row *a, const struct rate_row *b) {
  return a->rate == b->rate && texts_equal(a->applies_to, b->applies_to);
}

// The employer tax of another zone is not used here.
static bool is_of_zone(const struct tariff *tariff, const struct rate_row *rate) {
  bool zoned = strcmp(rate_meaning_of((enum rate_id)rate->rate)->key, "zone") == 0;
  return !zoned || !rate->applies_to || texts_equal(rate->applies_to, settings_of(tariff->tables)->zone);
}

static json_t *rates_in_force(const struct tariff *tariff) {
  json_t *list = json_array();
  const struct rate_row *rows = rate_rows(tariff->tables);
  for (size_t i = 0; i < row_count(tariff->tables, TABLE_RATES); i++) {
    int64_t next = NOT_GIVEN;
    for (size_t j = 0; j < row_count(tariff->tables, TABLE_RATES); j++)
      if (same_rate(&rows[i], &rows[j]) && rows[j].valid_from > rows[i].valid_from)
        next = earlier(next, rows[j].valid_from);
    if (!is_in_force(tariff, rows[i].valid_from, next) || !is_of_zone(tariff, &rows[i]))
      continue;
    const struct rate_meaning *meaning = rate_meaning_of((enum rate_id)rows[i].rate);
    json_t *rate = json_object();
    json_put(rate, "rate", json_string(meaning->word));
    json_put(rate, "applies_to", text_or_null(rows[i].applies_to));
    json_put(rate, "valid_from", date(rows[i].valid_from));
    json_put(rate, "value", rounded((double)rows[i].value_e6 / 1e6, 6));
    json_put(rate, "unit", json_string(meaning->unit));
    json_put(rate, "source", source_of(&rows[i].row));
    json_add(list, rate);
  }
  return list;
}

// A row of supplements by the columns of its table.
static json_t *supplement(const struct tariff *tariff, struct arena *arena, const struct supplement_row *row) {
  static const char *const shown[] = {"supplement", "category", "unit",    "days",
                                      "clock_from", "clock_to", "percent", "minimum_kr_per_h"};
  struct cell_reader reader = {.arena = arena, .tables = tariff->tables, .decimal = '.'};
  const struct table *table = table_of(TABLE_SUPPLEMENTS);
  json_t *object = json_object();
  for (size_t c = 0; c < table->column_count; c++) {
    const struct column *column = &table->columns[c];
    bool everybody = column->kind == CELL_REFERENCE && cell_of_row(column, row).number == NOT_GIVEN;
    for (size_t s = 0; s < sizeof shown / sizeof *shown; s++)
      if (!everybody && strcmp(column->name, shown[s]) == 0)
        json_put(object, shown[s], json_string(cell_print(&reader, column, cell_of_row(column, row))));
  }
  json_put(object, "valid_from", date(row->valid_from));
  json_put(object, "valid_to", date(row->valid_to));
  json_put(object, "source", source_of(&row->row));
  return object;
}

static json_t *supplements_in_force(const struct tariff *tariff) {
  json_t *list = json_array();
  struct arena *arena = arena_new();
  for (size_t i = 0; i < row_count(tariff->tables, TABLE_SUPPLEMENTS); i++) {
    const struct supplement_row *row = &supplement_rows(tariff->tables)[i];
    if (row->valid_from <= tariff->last && (row->valid_to == NOT_GIVEN || row->valid_to >= tariff->first))
      json_add(list, supplement(tariff, arena, row));
  }
  arena_free(arena);
  return list;
}

static json_t *tariff_in_force(const struct audit *audit) {
  struct tariff tariff = tariff_of(audit);
  json_t *object = json_object();
  json_put(object, "first_day", date(tariff.first));
  json_put(object, "last_day", date(tariff.last));
  json_put(object, "pay", pay_in_force(&tariff));
  json_put(object, "rates", rates_in_force(&tariff));
  json_put(object, "supplements", supplements_in_force(&tariff));
  return object;
}

// ---------------------------------------------------------------- programmes

static double gap_of(double optimum_kr, double bound_kr) {
  return optimum_kr == bound_kr ? 0 : (optimum_kr - bound_kr) / fmax(fabs(optimum_kr), 1);
}

// The arguments after `rotacost`; FILE is for the reader to name.
static json_t *export_arguments(const struct audit *audit, const struct solve_record *record) {
  const struct tables *tables = &audit->scenario->tables;
  char year[16];
  fiscal_year_write(year, record->year);
  json_t *list = json_array();
  json_add(list, json_string("model"));
  json_add(list, json_string(shown_text(audit->arena, audit->scenario->name, "")));
  if (record->measure != NOT_GIVEN)
    json_add(list, json_string(measure_rows(tables)[record->measure].measure));
  if (record->measure != NOT_GIVEN && record->variant == REFERENCE)
    json_add(list, json_string("--before"));
  const char *const options[][2] = {{"--unit", unit_rows(tables)[record->unit].unit},
                                    {"--year", year},
                                    {"--positions", positions_name(record->positions)},
                                    {"--lp", "FILE"}};
  for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
    json_add(list, json_string(options[i][0]));
    json_add(list, json_string(options[i][1]));
  }
  return list;
}

static json_t *programme(const struct audit *audit, const struct solve_record *record) {
  const struct tables *tables = &audit->scenario->tables;
  bool measure = record->measure != NOT_GIVEN;
  json_t *object = json_object();
  json_put(object, "measure", measure ? json_string(measure_rows(tables)[record->measure].measure) : json_null());
  json_put(object, "variant", json_string(!measure ? "baseline" : record->variant == REFERENCE ? "before" : "after"));
  json_put(object, "unit", json_string(unit_rows(tables)[record->unit].unit));
  json_put(object, "year", json_integer(record->year));
  json_put(object, "positions", json_string(positions_name(record->positions)));
  json_put(object, "week_types", json_integer(record->week_types));
  json_put(object, "rows", json_integer((json_int_t)record->rows));
  json_put(object, "columns", json_integer((json_int_t)record->columns));
  json_put(object, "entries", json_integer((json_int_t)record->entries));
  json_put(object, "whole_columns", json_integer((json_int_t)record->whole));
  json_put(object, "optimum_kr", kroner(record->optimum_kr));
  json_put(object, "bound_kr", kroner(record->bound_kr));
  json_put(object, "gap", rounded(gap_of(record->optimum_kr, record->bound_kr), 9));
  json_put(object, "shortfall_h", rounded(record->shortfall_h, 6));
  json_put(object, "positions_held", json_boolean(record->positions_held));
  json_put(object, "export", export_arguments(audit, record));
  return object;
}

static json_t *programmes(const struct audit *audit) {
  json_t *list = json_array();
  for (size_t i = 0; i < audit->record_count; i++)
    json_add(list, programme(audit, &audit->records[i]));
  return list;
}

static json_t *redesign(const struct audit *audit, const struct redesign_result *result) {
  const struct redesign *found = result->redesign;
  json_t *object = json_object();
  json_put(object, "unit", json_string(unit_rows(&audit->scenario->tables)[result->unit].unit));
  json_put(object, "proven", json_boolean(found));
  if (!found)
    return object;
  json_put(object, "year", json_integer(found->year));
  json_put(object, "cost_kr", kroner(found->planned_kr));
  json_put(object, "bound_kr", kroner(found->planned_bound_kr));
  json_put(object, "gap", rounded(gap_of(found->planned_kr, found->planned_bound_kr), 9));
  json_put(object, "shortfall_h", rounded(found->planned_short_h, 6));
  return object;
}

static json_t *redesigns(const struct audit *audit) {
  json_t *list = json_array();
  for (size_t i = 0; i < audit->redesign_count; i++)
    json_add(list, redesign(audit, &audit->redesigns[i]));
  return list;
}

// ---------------------------------------------------------------- the file

// Increased with every change in the contents of a results column, also within a version: --only-changed renews results
// in another format. 2: flags are plain words, with their figures in columns beside them.
enum { FORM_OF_RESULTS = 2 };

static json_t *program_object(const char *version) {
  json_t *object = json_object();
  json_put(object, "name", json_string("rotacost"));
  json_put(object, "version", json_string(version));
  json_put(object, "solver", json_string(solver_version()));
  json_put(object, "results_form", json_integer(FORM_OF_RESULTS));
  return object;
}

static json_t *scenario_object(const struct scenario *scenario) {
  const struct settings_row *settings = settings_of(&scenario->tables);
  json_t *object = json_object();
  json_put(object, "name", json_string(shown_text(scenario->arena, scenario->name, "")));
  json_put(object, "title", text_or_null(settings->title));
  json_put(object, "first_year", json_integer(settings->first_year));
  json_put(object, "last_year", json_integer(settings->last_year));
  json_put(object, "price_day", date(settings->price_day));
  json_put(object, "zone", text_or_null(settings->zone));
  if (settings->country != NORWAY)
    json_put(object, "country", json_string(law_of_country((enum country)settings->country)->title));
  if (settings->absence_cover != COVER_DIVISOR)
    json_put(object, "absence_cover", json_string(absence_cover_name(settings->absence_cover)));
  if (settings->year_weeks != YEAR_52)
    json_put(object, "year_weeks", json_string("365/7"));
  return object;
}

// What was drawn: the same seed and generator give the same years.
static json_t *chance_object(const struct chance_ask *ask) {
  json_t *object = json_object();
  json_put(object, "generator", json_string(chance_generator()));
  json_put(object, "seed", json_integer(ask->seed));
  json_put(object, "draws", json_integer(ask->draws));
  json_put(object, "input_draws", json_integer(ask->input_draws));
  json_put(object, "input_solved",
           json_integer(ask->input_solved < ask->input_draws ? ask->input_solved : ask->input_draws));
  if (ask->precision > 0)
    json_put(object, "precision", rounded(ask->precision, 6));
  return object;
}

json_t *evidence_basis(const struct scenario *scenario, const char *version, const struct chance_ask *chance) {
  json_t *basis = json_object();
  json_put(basis, "program", program_object(version));
  json_put(basis, "scenario", scenario_object(scenario));
  json_put(basis, "inputs", input_files(scenario));
  if (chance)
    json_put(basis, "chance", chance_object(chance));
  return basis;
}

bool evidence_write(const struct audit *audit, const char *version, FILE *to) {
  json_t *evidence = evidence_basis(audit->scenario, version, audit->chance_ask);
  json_put(evidence, "tariff", tariff_in_force(audit));
  json_put(evidence, "programmes", programmes(audit));
  json_put(evidence, "redesigns", redesigns(audit));
  json_put(evidence, "solves", json_integer(audit->counts.solves));
  return json_write(evidence, to);
}
