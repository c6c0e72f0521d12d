// SPDX-License-Identifier: GPL-3.0-or-later
// Whole scenarios, and the small one of the tests with another rota or other accounts: refused with problems, or good
// enough to be planned, of which the first two weeks are made up to the programme.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "calendar/country.h"
#include "calendar/fiscal.h"
#include "fuzz/fuzz.h"
#include "need/year_make.h"
#include "program/program.h"
#include "rota/base.h"
#include "scenario/rows_settings.h"
#include "scenario/scenario.h"
#include "support/small_scenario.h"

// ---------------------------------------------------------------- a folder that lasts as long as the process

static struct folder folder;

static void leave(void) { folder_remove(&folder); }

static void open_folder(void) {
  if (folder.path[0])
    return;
  folder = folder_new();
  atexit(leave);
}

// Files as they lie there, so that only what is another is written.
static struct kept {
  char name[64];
  char *text; // NULL: no such file
  size_t length;
  bool named; // by the input at hand
} kept[256];
static int kept_count;

static struct kept *kept_of(const char *name, size_t length) {
  for (int i = 0; i < kept_count; i++)
    if (strlen(kept[i].name) == length && memcmp(kept[i].name, name, length) == 0)
      return &kept[i];
  if (kept_count == sizeof kept / sizeof *kept)
    return NULL;
  struct kept *one = &kept[kept_count++];
  memcpy(one->name, name, length);
  return one;
}

static void put_file(struct kept *file, const char *text, size_t length) {
  file->named = true;
  if (file->text && file->length == length && memcmp(file->text, text, length) == 0)
    return;
  free(file->text);
  file->text = malloc(length + 1);
  file->length = length;
  memcpy(file->text, text, length);
  folder_write_bytes(&folder, file->name, text, length);
}

// A table's file: letters, digits and _ before .csv; the fuzzer shall not write elsewhere.
static bool is_table_file(const char *name, size_t length) {
  size_t stem = length > 4 && length < sizeof kept->name ? length - 4 : 0;
  for (size_t i = 0; i < stem; i++)
    if (!((name[i] >= 'a' && name[i] <= 'z') || name[i] == '_'))
      return false;
  return stem && memcmp(name + stem, ".csv", 4) == 0;
}

static void put_parts(const uint8_t *data, size_t size) {
  struct fuzz_part parts[FUZZ_PARTS_MOST];
  int count = fuzz_parts((const char *)data, size, parts);
  open_folder();
  for (int i = 0; i < kept_count; i++)
    kept[i].named = false;
  for (int i = 0; i < count; i++) {
    struct kept *file =
        is_table_file(parts[i].name, parts[i].name_length) ? kept_of(parts[i].name, parts[i].name_length) : NULL;
    if (file && !file->named)
      put_file(file, parts[i].text, parts[i].length);
  }
  for (int i = 0; i < kept_count; i++)
    if (!kept[i].named && kept[i].text) {
      char path[sizeof folder.path + sizeof kept->name + 1];
      snprintf(path, sizeof path, "%.63s/%.63s", folder.path, kept[i].name);
      FUZZ_HOLDS(unlink(path) == 0);
      free(kept[i].text);
      kept[i].text = NULL;
    }
}

// ---------------------------------------------------------------- what is made of it

// So much is planned that an input takes no second.
static bool is_small(const struct tables *tables) {
  return row_count(tables, TABLE_UNITS) <= 4 && row_count(tables, TABLE_GROUPS) <= 12 &&
         row_count(tables, TABLE_SHIFTS) <= 12 && row_count(tables, TABLE_NEED) <= 40;
}

static void look_at_rota(struct arena *arena, const struct unit_year *year, int weeks) {
  const char **codes, **sources;
  struct base_rota *base = base_rota_make(arena, year, REFERENCE, weeks);
  if (base->refusal)
    return;
  struct rota *rota = base_given(arena, base, &codes, &sources);
  struct rota_breach breaches[8];
  if (!rota)
    return;
  FUZZ_HOLDS(rota_check(&base->problem, rota, breaches, 8) >= 0);
  FUZZ_HOLDS(rota_measure_of(&base->problem, rota).missing_h >= 0);
}

static void plan_two_weeks(struct arena *arena, const struct scenario *scenario) {
  enum { DAYS = 14 };
  const struct tables *tables = &scenario->tables;
  day_number first = fiscal_first_day((int)settings_of(tables)->first_year);
  const struct timeline *timeline = timeline_make(arena, scenario, NULL, first, first, DAYS);
  for (size_t unit = 0; unit < row_count(tables, TABLE_UNITS); unit++) {
    const struct unit_year *year =
        unit_year_make(arena, scenario, (int64_t)unit, timeline, timeline, (struct year_terms){.merge = true});
    const struct program *program = program_build(arena, year, REFERENCE);
    FUZZ_HOLDS(program->column_count < 1000000);
    int weeks = base_given_weeks(tables, (int64_t)unit);
    if (weeks && year->frame->unit_count == 1)
      look_at_rota(arena, year, weeks);
  }
}

static void read_folder(void) {
  static FILE *nowhere;
  struct arena *arena = arena_new();
  struct problems *problems = problems_new(arena);
  struct scenario *scenario = scenario_read(arena, folder.path, problems);
  FUZZ_HOLDS(scenario || problems->error_count);
  if (!nowhere)
    nowhere = fopen("/dev/null", "w");
  problems_print(problems, nowhere);
  if (!problems->error_count && !scenario->redesign && is_small(&scenario->tables))
    plan_two_weeks(arena, scenario);
  arena_free(arena);
  country_use(NORWAY);
  fiscal_year_use(1);
}

int fuzz_scenario(const uint8_t *data, size_t size) {
  put_parts(data, size);
  read_folder();
  return 0;
}

int fuzz_small_scenario(const char *file, const uint8_t *data, size_t size) {
  static bool written;
  open_folder();
  if (!written)
    small_scenario_write(&folder, (struct change_of_text[]){{"units.csv", "unit;title;day_starts\nward;The ward;",
                                                             "unit;title;day_starts;rota_weeks\nward;The ward;;2"},
                                                            {"units.csv", "office;The office;", "office;The office;;"},
                                                            {NULL, NULL, NULL}});
  written = true;
  put_file(kept_of(file, strlen(file)), (const char *)data, size);
  read_folder();
  return 0;
}

int fuzz_rota(const uint8_t *data, size_t size) { return fuzz_small_scenario("rota.csv", data, size); }
int fuzz_accounts(const uint8_t *data, size_t size) { return fuzz_small_scenario("accounts.csv", data, size); }
