// SPDX-License-Identifier: GPL-3.0-or-later
// settings -> folder of shared tables -> table after table in the order of enum table_id -> row against row -> edits.
// Every step continues after an error, so that one run shows all problems; what cannot be judged because of an earlier
// error is left out.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/language.h"
#include "scenario/alike.h"
#include "scenario/by_unit.h"
#include "scenario/called.h"
#include "scenario/candidates.h"
#include "scenario/checks.h"
#include "scenario/edits.h"
#include "scenario/header.h"
#include "scenario/joined_all.h"
#include "scenario/law.h"
#include "scenario/ranges.h"
#include "scenario/read_parts.h"
#include "scenario/settings.h"
#include "text/spreadsheet.h"

// A workbook is one input, regardless of how many of its sheets are read.
static void note_input(const struct reading *reading, enum folder f, enum table_id id, const struct sheet *sheet) {
  struct scenario *scenario = reading->scenario;
  const char *file = store_file(reading->stores[f], id);
  for (size_t i = 0; i < scenario->input_count; i++)
    if (scenario->inputs[i].common == (f == FOLDER_COMMON) && strcmp(scenario->inputs[i].file, file) == 0)
      return;
  struct input_file *input =
      arena_push(reading->arena, &scenario->inputs, &scenario->input_count, &scenario->input_room, sizeof *input);
  *input = (struct input_file){f == FOLDER_COMMON, file, sheet->sha256, sheet->byte_count};
}

// ---------------------------------------------------------------- tables

// The texts of edits are read after the tables, by the scenario's own decimal sign.
static void check_edits_decimal(struct reading *reading, const struct sheet *sheet, enum folder f) {
  if (reading->decimals[f] == reading->decimals[FOLDER_OWN] || sheet->row_count == 0)
    return;
  problem_add(reading->problems, (struct place){.file = sheet->file}, NULL,
              _("shared edits need the same `decimal` in both settings.csv: change one of them"));
  reading->broken[TABLE_EDITS] = true;
}

static bool map_header(struct table_file *file) {
  struct problems *problems = file->reading->problems;
  if (file->id == TABLE_GENERAL_LEDGER)
    return books_map_header(problems, file->sheet, settings_of(&file->reading->scenario->tables), &file->books);
  if (file->id == TABLE_ACCOUNTS && file->sheet->above && books_says_thousands(problems->arena, file->sheet->above))
    problem_add(
        problems, (struct place){.file = file->sheet->file, .line = file->sheet->header.line}, file->sheet->above,
        "the text above the table speaks of thousands, but `kr` is in kroner: write kroner, and take the text out");
  return header_map(problems, file->sheet, file->table->columns, file->table->column_count, file->cell_of);
}

static void read_sheet(struct reading *reading, enum table_id id, enum folder f, struct sheet *sheet,
                       struct key_index *keys) {
  const struct table *table = table_of(id);
  struct table_file file = {.reading = reading, .id = id, .table = table, .keys = keys, .sheet = sheet};
  file.cell_of = arena_array(reading->arena, table->column_count, sizeof *file.cell_of);
  file.reader = (struct cell_reader){.arena = reading->arena,
                                     .codes = reading->codes,
                                     .tables = &reading->scenario->tables,
                                     .claims = claims_dialect_of(settings_of(&reading->scenario->tables)),
                                     .broken = reading->broken};
  bool good = map_header(&file);
  file.reader.decimal =
      id == TABLE_GENERAL_LEDGER ? books_decimal(sheet, &file.books, reading->decimals[f]) : reading->decimals[f];
  sheet_use_decimal(reading->arena, sheet, file.reader.decimal);
  reading->broken[id] |= !good;
  if (id == TABLE_EDITS)
    check_edits_decimal(reading, file.sheet, f);
  if (good || id != TABLE_GENERAL_LEDGER) // an export whose amounts cannot be identified is not used
    reading_rows(&file);
}

// False where the folder does not have the table.
static bool read_table_file(struct reading *reading, enum table_id id, enum folder f, struct key_index *keys) {
  const struct table_store *store = reading->stores[f];
  if (!store || !store_has(store, id))
    return false;
  struct sheet *sheet = store_sheet(store, id, reading->problems);
  if (sheet) {
    note_input(reading, f, id, sheet);
    bool export = id == TABLE_ACCOUNTS && books_is_export(&sheet->header);
    reading->scenario->tables.list[TABLE_GENERAL_LEDGER].size = table_of(TABLE_GENERAL_LEDGER)->row_size;
    read_sheet(reading, export ? TABLE_GENERAL_LEDGER : id, f, sheet, export ? NULL : keys);
  } else {
    reading->broken[id] = true;
  }
  return true;
}

static void read_table(struct reading *reading, enum table_id id) {
  const struct table *table = table_of(id);
  reading->scenario->tables.list[id].size = table->row_size;
  struct key_index *keys = key_index_new(reading->arena, table);
  bool shared = read_table_file(reading, id, FOLDER_COMMON, keys);
  bool own = read_table_file(reading, id, FOLDER_OWN, keys);
  reading->absent[id] = !shared && !own;
  if (reading->absent[id] && table->required && !reading->common_failed)
    reading_miss_table(reading, id, _("and not in the folder of shared tables either"));
}

// ---------------------------------------------------------------- folders

static struct setting_lines *read_setting_lines(const struct reading *reading, enum folder f, const char *path) {
  const struct table_store *store = reading->stores[f];
  if (store_has(store, TABLE_SETTINGS))
    return setting_lines_read(reading->arena, store_sheet(store, TABLE_SETTINGS, reading->problems), reading->problems);
  const struct place place = {.file = store_place(reading->arena, path, TABLE_SETTINGS)};
  const char *scenarios = f == FOLDER_OWN ? file_folders_with(reading->arena, path, "settings.csv") : NULL;
  if (scenarios)
    problem_add(reading->problems, place, NULL, _("no such file; it is a folder of scenarios: write %s"), scenarios);
  else
    problem_add(reading->problems, place, NULL, _("no such file"));
  return NULL;
}

// Relative to the scenario's folder; to that of its workbook.
static const char *common_path(const struct reading *reading, const char *common) {
  const char *own = reading->scenario->folder, *slash = strrchr(own, '/');
  if (common[0] == '/')
    return common;
  if (!store_is_workbook(reading->stores[FOLDER_OWN]))
    return arena_printf(reading->arena, "%s/%s", own, common);
  return arena_printf(reading->arena, "%.*s%s", slash ? (int)(slash - own) + 1 : 0, own, common);
}

static bool is_there(const char *path) { return access(path, F_OK) == 0; }

// The folder of shared tables: only `decimal` of its settings counts.
static void open_common(struct reading *reading, const struct setting_lines *own, const char *common) {
  const char *folder = common_path(reading, common);
  reading->common_failed = true;
  for (int t = TABLE_SETTINGS + 1; t < TABLE_COUNT; t++)
    reading->broken[t] = true; // its rows may be there
  if (!is_there(folder)) {
    problem_add(reading->problems, setting_place(own, "common"), common,
                "no such folder (%s): write it relative to the scenario's folder", folder);
    return;
  }
  reading->stores[FOLDER_COMMON] = store_open(reading->arena, folder, reading->problems);
  const struct setting_lines *lines =
      reading->stores[FOLDER_COMMON] ? read_setting_lines(reading, FOLDER_COMMON, folder) : NULL;
  if (!lines) {
    reading->stores[FOLDER_COMMON] = NULL;
    return;
  }
  reading->common_failed = false;
  for (int t = TABLE_SETTINGS + 1; t < TABLE_COUNT; t++)
    reading->broken[t] = false;
  note_input(reading, FOLDER_COMMON, TABLE_SETTINGS, setting_sheet(lines));
  reading->decimals[FOLDER_COMMON] = setting_decimal(lines);
}

// ---------------------------------------------------------------- the scenario

const char *scenario_name(struct arena *arena, const char *folder) {
  size_t length = strlen(folder);
  while (length > 1 && folder[length - 1] == '/')
    length--;
  const char *name = arena_text(arena, folder, length);
  const char *slash = strrchr(name, '/');
  name = slash ? slash + 1 : name;
  if (is_spreadsheet(name))
    return arena_text(arena, name, (size_t)(strrchr(name, '.') - name));
  if (name[0] && strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
    return name;
  char *real = realpath(folder, NULL);
  const char *last = real ? strrchr(real, '/') : NULL;
  name = last && last[1] ? arena_printf(arena, "%s", last + 1) : "scenario";
  free(real);
  return name;
}

// What the law of the country says where the settings say nothing; where it is not known, they must say it.
static void fill_from_law(struct reading *reading, const struct setting_lines *lines, struct settings_row *settings) {
  const struct law *law = law_of_country((enum country)settings->country);
  const struct {
    const char *name;
    int64_t *setting;
    int known;
  } gaps[] = {{"consultation_days", &settings->consultation_days, law->consultation_days},
              {"notice_months", &settings->notice_months, law->notice_months}};
  for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
    if (*gaps[i].setting != NOT_GIVEN)
      continue;
    *gaps[i].setting = gaps[i].known;
    if (!law->notice_paragraph)
      problem_add(reading->problems, setting_place(lines, gaps[i].name), NULL,
                  "not given: what the law of %s says has no source here; write `%s` with its source", _(law->title),
                  gaps[i].name);
  }
}

static void fill_sick_child_days(struct settings_row *settings) {
  if (settings->sick_child_days == NOT_GIVEN)
    settings->sick_child_days = law_of_country((enum country)settings->country)->sick_child_days;
}

static void read_settings(struct reading *reading, const struct setting_lines *lines) {
  struct scenario *scenario = reading->scenario;
  size_t errors = reading->problems->error_count;
  struct rows *rows = &scenario->tables.list[TABLE_SETTINGS];
  rows->size = sizeof(struct settings_row);
  struct settings_row *settings = arena_push(reading->arena, &rows->items, &rows->count, &rows->room, rows->size);
  settings_parse(reading->arena, lines, settings, reading->problems);
  settings_use_calendar(settings);
  fill_from_law(reading, lines, settings);
  fill_sick_child_days(settings);
  if (reading->problems->speak)
    reading->problems->speak(settings->language == NOT_GIVEN ? LANGUAGES : (enum language)settings->language);
  reading->broken[TABLE_SETTINGS] = reading->problems->error_count > errors;
  scenario->separator = setting_sheet(lines)->separator;
  scenario->byte_order_mark = setting_sheet(lines)->byte_order_mark;
  scenario->decimal = reading->decimals[FOLDER_OWN] = setting_decimal(lines);
  if (settings->common)
    open_common(reading, lines, settings->common);
}

static struct scenario *scenario_new(struct arena *arena, const char *folder) {
  struct scenario *scenario = arena_alloc(arena, sizeof *scenario);
  scenario->arena = arena;
  scenario->folder = arena_printf(arena, "%s", folder);
  scenario->name = scenario_name(arena, folder);
  return scenario;
}

// Every window is compared with every shift of its unit, and every shift is a column for each group and day.
static void limit_shifts(struct reading *reading) {
  const struct tables *tables = &reading->scenario->tables;
  if (reading->broken[TABLE_UNITS] || reading->broken[TABLE_SHIFTS])
    return;
  const struct by_unit *shifts = by_unit_new(reading->arena, tables, TABLE_SHIFTS);
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++) {
    size_t count;
    const size_t *rows = rows_of_unit(shifts, (int64_t)u, &count);
    if (count <= UNIT_SHIFTS_MOST)
      continue;
    const struct row *row = &shift_rows(tables)[rows[UNIT_SHIFTS_MOST]].row;
    problem_add(
        reading->problems, (struct place){.file = row->file, .line = row->line, .column = "unit"},
        unit_rows(tables)[u].unit,
        _("%d shifts of one unit: at most %d are read; write several units, or take out shifts that are not worked"),
        (int)count, UNIT_SHIFTS_MOST);
    reading->broken[TABLE_SHIFTS] = true;
  }
}

// Only from valid tables, since every hour is used as an index; errors in them are reported by their checks.
static void make_shifts(struct reading *reading) {
  static const enum table_id needed[] = {TABLE_UNITS,    TABLE_SHIFTS,     TABLE_PLACES,
                                         TABLE_CHILDREN, TABLE_ATTENDANCE, TABLE_TERMS};
  for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
    if (reading->broken[needed[i]])
      return;
  candidates_add(reading->arena, &reading->scenario->tables);
}

static void check_tables(struct reading *reading) {
  struct checking checking = {.arena = reading->arena,
                              .problems = reading->problems,
                              .tables = &reading->scenario->tables,
                              .base = &reading->scenario->tables,
                              .broken = reading->broken,
                              .folder = reading->scenario->folder,
                              .decimal = reading->scenario->decimal};
  checks_run(&checking);
}

// The tables that need follows from: without pay, rates, sources of hours and measures.
static bool is_of_need(enum table_id id) {
  static const enum table_id wanted[] = {TABLE_CATEGORIES, TABLE_UNITS,      TABLE_SHIFTS, TABLE_NEED,   TABLE_NORM,
                                         TABLE_GROUPS,     TABLE_ABSENCE,    TABLE_RATIOS, TABLE_PLACES, TABLE_CHILDREN,
                                         TABLE_ENROLMENT,  TABLE_ATTENDANCE, TABLE_TERMS};
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
    if (wanted[i] == id)
      return true;
  return false;
}

// The exported accounts, with what is needed to lay them out.
static void add_books(struct reading *reading) {
  static const enum table_id needed[] = {TABLE_SETTINGS, TABLE_UNITS, TABLE_ACCOUNTS, TABLE_ACCOUNT_MAP,
                                         TABLE_GENERAL_LEDGER};
  for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
    if (reading->broken[needed[i]])
      return;
  books_add(reading->arena, reading->scenario, reading->problems);
}

// A table left out counts as having errors: checks that need it do not run, nor those that report missing people where
// the scenario has none.
static void leave_out(struct reading *reading, enum table_id id) {
  reading->scenario->tables.list[id].size = table_of(id)->row_size;
  reading->absent[id] = reading->broken[id] = true;
}

static void read_tables(struct reading *reading, bool need_only) {
  for (int t = TABLE_SETTINGS + 1; t < TABLE_COUNT; t++)
    if (need_only && !is_of_need((enum table_id)t))
      leave_out(reading, (enum table_id)t);
    else
      read_table(reading, (enum table_id)t);
  reading->broken[TABLE_GROUPS] |= need_only && reading->absent[TABLE_GROUPS];
}

static struct scenario *read_scenario(struct arena *arena, const char *folder, struct problems *problems,
                                      bool need_only) {
  struct reading reading = {.arena = arena, .problems = problems, .scenario = scenario_new(arena, folder)};
  size_t errors = problems->error_count;
  reading.stores[FOLDER_OWN] = store_open(arena, reading.scenario->folder, problems);
  const struct setting_lines *lines =
      reading.stores[FOLDER_OWN] ? read_setting_lines(&reading, FOLDER_OWN, reading.scenario->folder) : NULL;
  if (!lines)
    return NULL;
  note_input(&reading, FOLDER_OWN, TABLE_SETTINGS, setting_sheet(lines));
  read_settings(&reading, lines);
  tables_note_called(arena, &reading.scenario->tables, reading.stores[FOLDER_OWN], reading.stores[FOLDER_COMMON],
                     problems);
  read_tables(&reading, need_only);
  alike_add(arena, &reading.scenario->tables, reading.broken, problems);
  limit_shifts(&reading);
  if (!need_only)
    add_books(&reading);
  make_shifts(&reading);
  check_tables(&reading);
  if (problems->error_count == errors)
    joined_add(arena, reading.scenario, problems);
  if (problems->error_count == errors && !need_only)
    edits_check(reading.scenario, problems);
  if (problems->error_count == errors && !need_only)
    ranges_check(reading.scenario, problems);
  return reading.scenario;
}

struct scenario *scenario_read(struct arena *arena, const char *folder, struct problems *problems) {
  return read_scenario(arena, folder, problems, false);
}

struct scenario *scenario_read_need(struct arena *arena, const char *folder, struct problems *problems) {
  return read_scenario(arena, folder, problems, true);
}
