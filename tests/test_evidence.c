// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of a result: what went in, under which prices, and programmes that another solver can solve again.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "report/evidence.h"
#include "support/audited.h"
#include "support/folder.h"
#include "support/glpsol.h"
#include "support/small_scenario.h"
#include "support/town.h"

struct fixture {
  struct arena *arena;
  struct folder folder;
  const struct audit *audit;
  char *text; // evidence.json
  size_t length;
  json_t *evidence;
};

static void write_text(struct fixture *f) {
  FILE *to = open_memstream(&f->text, &f->length);
  assert_true(evidence_write(f->audit, "1.2.3", to));
  fclose(to);
}

static struct fixture begin(const struct change_of_text *changes) {
  struct fixture f = {.arena = arena_new(), .folder = folder_new()};
  struct problems *problems = problems_new(f.arena);
  const struct scenario *scenario = small_scenario_read(f.arena, &f.folder, changes, problems);
  problems_print(problems, stderr);
  assert_int_equal(problems->error_count, 0);
  f.audit = audit_effects(scenario);
  write_text(&f);
  f.evidence = json_loads(f.text, JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(f.evidence);
  return f;
}

static void end(struct fixture *f) {
  json_decref(f->evidence);
  free(f->text);
  folder_remove(&f->folder);
  arena_free(f->arena);
}

static const char *text_of(const json_t *object, const char *key) {
  const json_t *value = json_object_get(object, key);
  assert_non_null(value);
  return json_is_null(value) ? "" : json_string_value(value);
}

static double number_of(const json_t *object, const char *key) {
  assert_true(json_is_number(json_object_get(object, key)));
  return json_number_value(json_object_get(object, key));
}

// --- input files --------------------------------------------------------------------------------------------------

// By coreutils, from the file itself.
static void assert_hash(const struct folder *folder, const char *file, const char *sha256) {
  char command[256], said[128] = "";
  snprintf(command, sizeof command, "sha256sum <%s/%s", folder->path, file);
  FILE *from = popen(command, "r");
  assert_non_null(from);
  assert_non_null(fgets(said, sizeof said, from));
  assert_int_equal(pclose(from), 0);
  assert_int_equal(strspn(said, "0123456789abcdef"), 64);
  assert_int_equal(strlen(sha256), 64);
  assert_memory_equal(said, sha256, 64);
}

static void files_are_hashed_as_they_lie(void **state) {
  (void)state;
  struct fixture f =
      begin((const struct change_of_text[]){{"settings.csv", "A small town",
                                             "By\xE5"
                                             "en"}, // Windows-1252
                                            {"units.csv", "unit;title;day_starts\nward;The ward;\noffice;The office;\n",
                                             "\xEF\xBB\xBFunit;title\r\nward;The ward\r\noffice;The office\r\n"},
                                            {NULL, NULL, NULL}});
  const json_t *inputs = json_object_get(f.evidence, "inputs");
  assert_int_equal(json_array_size(inputs), 16);
  for (size_t i = 0; i < json_array_size(inputs); i++) {
    const json_t *input = json_array_get(inputs, i);
    assert_string_equal(text_of(input, "folder"), "scenario");
    assert_hash(&f.folder, text_of(input, "file"), text_of(input, "sha256"));
    if (!strcmp(text_of(input, "file"), "units.csv"))
      assert_int_equal((int)number_of(input, "bytes"), 3 + 12 + 15 + 19);
  }
  end(&f);
}

// Read where it lies, told without a path.
static void shared_tables_are_told_apart(void **state) {
  (void)state;
  struct folder common = folder_new();
  char line[128];
  snprintf(line, sizeof line, "zone;III;\ncommon;%s;\n", common.path);
  folder_write(&common, "settings.csv", "setting;value\ndecimal;point\n");
  folder_write(&common, "pay.csv", "category;valid_from;yearly_pay_kr\nassistant;2023-05-01;410000.5\n");
  struct fixture f = begin((const struct change_of_text[]){{"settings.csv", "zone;III;\n", line}, {NULL, NULL, NULL}});
  int found = 0;
  json_t *input;
  size_t i;
  json_array_foreach(json_object_get(f.evidence, "inputs"), i, input) {
    bool shared = !strcmp(text_of(input, "folder"), "common");
    found += shared;
    assert_hash(shared ? &common : &f.folder, text_of(input, "file"), text_of(input, "sha256"));
  }
  assert_int_equal(found, 2);
  assert_null(strstr(f.text, "/tmp"));
  assert_null(strstr(f.text, common.path));
  end(&f);
  folder_remove(&common);
}

// --- the file -----------------------------------------------------------------------------------------------------

static void the_same_bytes_again(void **state) {
  (void)state;
  struct fixture first = begin(NULL), second = begin(NULL);
  const char *name = first.audit->scenario->name, *other = second.audit->scenario->name; // folders differ, and so names
  assert_int_equal(strlen(name), strlen(other));
  for (char *at = second.text; (at = strstr(at, other));)
    memcpy(at, name, strlen(name));
  assert_int_equal(first.length, second.length);
  assert_memory_equal(first.text, second.text, first.length);
  end(&first);
  end(&second);
}

static void assert_sorted(const json_t *value) {
  const char *key, *before = "";
  json_t *inner;
  size_t i;
  if (json_is_object(value))
    json_object_foreach((json_t *)(uintptr_t)value, key, inner) { // in the order of the file
      assert_true(strcmp(before, key) < 0);
      before = key;
      assert_sorted(inner);
    }
  if (json_is_array(value))
    json_array_foreach(value, i, inner) assert_sorted(inner);
}

static void keys_are_sorted_and_versions_told(void **state) {
  (void)state;
  struct fixture f = begin(NULL);
  assert_sorted(f.evidence);
  const json_t *program = json_object_get(f.evidence, "program");
  assert_string_equal(text_of(program, "version"), "1.2.3");
  assert_string_equal(text_of(program, "solver"), solver_version());
  assert_string_equal(text_of(json_object_get(f.evidence, "scenario"), "name"), f.audit->scenario->name);
  assert_int_equal((int)number_of(f.evidence, "solves"), f.audit->counts.solves);
  assert_int_equal(f.text[f.length - 1], '\n');
  end(&f);
}

// --- tariff -------------------------------------------------------------------------------------------------------

static size_t tariff_rows(const struct fixture *f, const char *list) {
  return json_array_size(json_object_get(json_object_get(f->evidence, "tariff"), list));
}

#define OLDER_AND_LATER_PAY                                                                                            \
  { "pay.csv", NULL, "nurse;2020-05-01;500000\nnurse;2024-05-01;580000\nnurse;2027-05-01;600000\n" }

// Every row that prices a day of 2024 or 2025; that of 2020 was replaced before, that of 2027 is not yet in force.
static void rows_in_force_are_listed(void **state) {
  (void)state;
  struct fixture f = begin((const struct change_of_text[]){
      OLDER_AND_LATER_PAY,
      {"rates.csv", NULL, "employer_tax;I;2020-01-01;14,1\npension;;2025-01-01;16\n"},
      {"supplements.csv", NULL, "evening;2022-01-01;2023-12-31;all;17:00;21:00;;50;clock;1\n"},
      {NULL, NULL, NULL}});
  assert_int_equal(tariff_rows(&f, "pay"), 5);
  assert_int_equal(tariff_rows(&f, "rates"), 9); // both pensions, no other zone
  assert_int_equal(tariff_rows(&f, "supplements"), 5);
  const json_t *first = json_array_get(json_object_get(json_object_get(f.evidence, "tariff"), "pay"), 0);
  assert_string_equal(text_of(first, "category"), "assistant");
  assert_string_equal(text_of(first, "valid_from"), "2023-05-01");
  assert_true(number_of(first, "yearly_pay_kr") == 420000);
  end(&f);
}

static void a_price_day_leaves_one_row_each(void **state) {
  (void)state;
  struct fixture f = begin((const struct change_of_text[]){OLDER_AND_LATER_PAY,
                                                           {"settings.csv", NULL, "price_day;2024-06-01;\n"},
                                                           {"rates.csv", NULL, "pension;;2025-01-01;16\n"},
                                                           {NULL, NULL, NULL}});
  assert_int_equal(tariff_rows(&f, "pay"), 2);
  assert_int_equal(tariff_rows(&f, "rates"), 8);
  const json_t *nurse = json_array_get(json_object_get(json_object_get(f.evidence, "tariff"), "pay"), 1);
  assert_string_equal(text_of(nurse, "valid_from"), "2024-05-01");
  end(&f);
}

// --- programmes ---------------------------------------------------------------------------------------------------

static int64_t index_of(const struct tables *tables, enum table_id id, const char *code) {
  for (size_t i = 0; i < row_count(tables, id); i++)
    if (!strcmp(id == TABLE_UNITS ? unit_rows(tables)[i].unit : measure_rows(tables)[i].measure, code))
      return (int64_t)i;
  fail_msg("no %s", code);
  return NOT_GIVEN;
}

static const char *argument_after(const json_t *export, const char *option) {
  for (size_t i = 0; i + 1 < json_array_size(export); i++)
    if (!strcmp(json_string_value(json_array_get(export, i)), option))
      return json_string_value(json_array_get(export, i + 1));
  fail_msg("no %s", option);
  return NULL;
}

static bool has_argument(const json_t *export, const char *word) {
  for (size_t i = 0; i < json_array_size(export); i++)
    if (!strcmp(json_string_value(json_array_get(export, i)), word))
      return true;
  return false;
}

// Asked anew, by the words that `rotacost model` is told.
static const struct plan *plan_anew(struct fixture *f, struct study *study, const json_t *programme) {
  const struct scenario *scenario = f->audit->scenario;
  const json_t *export = json_object_get(programme, "export");
  const char *measure = text_of(programme, "measure");
  bool *in_force = arena_array(f->arena, row_count(&scenario->tables, TABLE_MEASURES), sizeof(bool));
  assert_string_equal(json_string_value(json_array_get(export, 0)), "model");
  assert_string_equal(json_string_value(json_array_get(export, 1)), scenario->name);
  if (*measure) {
    assert_string_equal(json_string_value(json_array_get(export, 2)), measure);
    in_force[index_of(&scenario->tables, TABLE_MEASURES, measure)] = true;
  }
  struct study_question question = {.unit = index_of(&scenario->tables, TABLE_UNITS, argument_after(export, "--unit")),
                                    .year = atoi(argument_after(export, "--year")),
                                    .in_force = in_force,
                                    .undecided_start = undecided_start_of(scenario)};
  enum solve_status status;
  const char *why;
  const struct comparison *comparison = study_compare(study, f->arena, &question, &status, &why);
  assert_non_null(comparison);
  bool adjusted = !strcmp(argument_after(export, "--positions"), "adjusted");
  bool before = !*measure || has_argument(export, "--before");
  return comparison->plans[before ? REFERENCE : SUBJECT][adjusted ? POSITIONS_ADJUSTED : POSITIONS_KEPT];
}

// Every programme of the evidence, exported and solved by another solver, has the optimum it tells.
static void another_solver_finds_the_optimum(void **state) {
  (void)state;
  struct fixture f = begin((const struct change_of_text[]){{"settings.csv", "last_year;2025", "last_year;2024"},
                                                           {"need.csv", "ward;evening", "#"},
                                                           {"edits.csv", "m3;", "#"},
                                                           {NULL, NULL, NULL}});
  struct study *study = study_new(f.audit->scenario, NULL, NULL);
  const json_t *programmes = json_object_get(f.evidence, "programmes");
  int before = 0;
  for (size_t i = 0; i < json_array_size(programmes); i++) {
    const json_t *programme = json_array_get(programmes, i);
    const struct plan *plan = plan_anew(&f, study, programme);
    assert_int_equal((int)number_of(programme, "rows"), plan->program->row_count);
    assert_int_equal((int)number_of(programme, "columns"), plan->program->column_count);
    double optimum_kr = number_of(programme, "optimum_kr");
    assert_near(glpsol_optimum(plan, EXPORT_LP), optimum_kr, 1e-6);
    assert_most(number_of(programme, "bound_kr"), optimum_kr, 1e-9);
    assert_near(number_of(programme, "gap"), (optimum_kr - number_of(programme, "bound_kr")) / optimum_kr, 1e-8);
    assert_near(number_of(programme, "shortfall_h"), plan->solution->shortfall_h, 1e-6);
    before += !strcmp(text_of(programme, "variant"), "before");
  }
  study_free(study);
  assert_true(before > 0);
  end(&f);
}

// Whole steps are branched on: the bound proven may lie below what was found, and the gap is between them.
static void whole_columns_have_a_gap(void **state) {
  (void)state;
  struct fixture f = {.arena = arena_new(), .folder = folder_new()};
  struct memory memory = plain_ward(f.arena, 2000, 5000);
  memory_settings(&memory)->last_year = 2024;
  memory_settings(&memory)->adjust_step_milli = 500;
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, 0);
  f.audit = audit_effects(town_scenario(&memory));
  write_text(&f);
  f.evidence = json_loads(f.text, JSON_REJECT_DUPLICATES, NULL);
  const json_t *adjusted = json_array_get(json_object_get(f.evidence, "programmes"), 1);
  assert_string_equal(text_of(adjusted, "positions"), "adjusted");
  assert_true(number_of(adjusted, "whole_columns") > 0);
  assert_most(number_of(adjusted, "bound_kr"), number_of(adjusted, "optimum_kr"), 1e-9);
  assert_near(number_of(adjusted, "gap"), 1 - number_of(adjusted, "bound_kr") / number_of(adjusted, "optimum_kr"),
              1e-8);
  assert_int_equal(json_array_size(json_object_get(f.evidence, "inputs")), 0); // read from no file
  end(&f);
}

static size_t programmes_of(const struct fixture *f, const char *measure, int year) {
  size_t count = 0;
  const json_t *programmes = json_object_get(f->evidence, "programmes");
  for (size_t i = 0; i < json_array_size(programmes); i++) {
    const json_t *programme = json_array_get(programmes, i);
    count += !strcmp(text_of(programme, "measure"), measure) && (int)number_of(programme, "year") == year;
  }
  return count;
}

// Two units, two answers; a measure before and after, in each year and once.
static void each_programme_stands_once(void **state) {
  (void)state;
  struct fixture f = begin(NULL);
  assert_int_equal(programmes_of(&f, "", 2024), 4);
  assert_int_equal(programmes_of(&f, "", 2025), 4);
  assert_int_equal(programmes_of(&f, "m1", 2024), 4);
  assert_int_equal(programmes_of(&f, "m1", 2025), 4);
  assert_int_equal(programmes_of(&f, "m2", 2024), 0); // without a start
  assert_int_equal(programmes_of(&f, "m2", 2025), 4); // its full year
  end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(files_are_hashed_as_they_lie),
      cmocka_unit_test(shared_tables_are_told_apart),
      cmocka_unit_test(the_same_bytes_again),
      cmocka_unit_test(keys_are_sorted_and_versions_told),
      cmocka_unit_test(rows_in_force_are_listed),
      cmocka_unit_test(a_price_day_leaves_one_row_each),
      cmocka_unit_test(another_solver_finds_the_optimum),
      cmocka_unit_test(whole_columns_have_a_gap),
      cmocka_unit_test(each_programme_stands_once),
  };
  return cmocka_run_group_tests_name("evidence", tests, NULL, NULL);
}
