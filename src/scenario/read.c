// SPDX-License-Identifier: GPL-3.0-or-later
// settings -> folder of shared tables -> table after table in the order of enum table_id -> row against
// row -> edits. Every step goes on after an error, so that one run shows all problems; what cannot be
// judged because something before it is broken is left out.
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unistd.h>

#include "base/language.h"
#include "scenario/alike.h"
#include "scenario/candidates.h"
#include "scenario/cells.h"
#include "scenario/checks.h"
#include "scenario/edits.h"
#include "scenario/header.h"
#include "scenario/keys.h"
#include "scenario/law.h"
#include "scenario/settings.h"

enum folder { FOLDER_COMMON, FOLDER_OWN, FOLDERS };

struct reading {
  struct arena *arena;
  struct problems *problems;
  struct scenario *scenario;
  const char *folders[FOLDERS]; // NULL: none
  char decimals[FOLDERS];
  struct code_index codes[TABLE_COUNT];
  bool common_failed;       // what is missing may stand there
  bool absent[TABLE_COUNT]; // in no folder
  bool broken[TABLE_COUNT]; // has an error
};

// One file being read into its table.
struct table_file {
  struct reading *reading;
  enum table_id id;
  const struct table *table;
  const struct sheet *sheet;
  int *cell_of; // [column_count]
  struct key_index *keys;
  struct cell_reader reader;
};

static void note_input(const struct reading *reading, enum folder f, enum table_id id, const struct sheet *sheet) {
  struct scenario *scenario = reading->scenario;
  struct input_file *input = arena_push(reading->arena, &scenario->inputs, &scenario->input_count,
                                        &scenario->input_room, sizeof *input);
  *input = (struct input_file){f == FOLDER_COMMON, table_of(id)->file, sheet->sha256, sheet->byte_count};
}

// ---------------------------------------------------------------- rows

static const char *key_words(struct arena *arena, const struct table *table) {
  const char *list = "";
  for (size_t c = 0; c < table->column_count; c++)
    if (table->columns[c].key)
      list = arena_printf(arena, "%s%s%s", list, list[0] ? ", " : "", table->columns[c].name);
  return list;
}

static void add_missing_table(struct reading *reading, enum table_id id, const char *why) {
  const struct table *table = table_of(id);
  const char *path = arena_printf(reading->arena, "%s/%s", reading->folders[FOLDER_OWN], table->file);
  problem_add(reading->problems, (struct place){.file = path}, NULL, "missing, %s: write it (%s)", why,
              _(table->meaning));
  reading->broken[id] = true;
}

// A reference into a table that is not there is told once, at that table.
static void require_table(const struct table_file *file, const struct column *column, int line, const char *text) {
  struct reading *reading = file->reading;
  if (!text[0] || column->kind != CELL_REFERENCE || !reading->absent[column->refers_to] ||
      reading->broken[column->refers_to])
    return;
  add_missing_table(reading, column->refers_to,
                    arena_printf(reading->arena, _("but %s line %d names `%s` of it"), file->sheet->file, line, text));
}

enum cell_state {
  CELL_GOOD,
  CELL_UNRESOLVED, // names a row of a table that has errors: nobody knows which
  CELL_WRONG,
};

// Rates in kroner are asked about like any other kroner: of their column only the row's rate tells the unit.
static const char *ask_rate(const struct table_file *file, const struct column *column, const void *row,
                            const char *text) {
  const struct rate_row *rate = row;
  bool kroner = file->id == TABLE_RATES && column->offset == offsetof(struct rate_row, value_e6) &&
                rate->rate != NOT_GIVEN && strcmp(rate_meaning_of((enum rate_id)rate->rate)->unit, "kr") == 0;
  return kroner ? cell_ask_thousands(&file->reader, column, text) : NULL;
}

static enum cell_state read_cell(const struct table_file *file, const struct sheet_row *from, size_t c, void *row) {
  const struct column *column = &file->table->columns[c];
  int at = file->cell_of[c];
  const char *text = at == NO_CELL ? "" : from->cells[at];
  struct cell cell = {.number = NOT_GIVEN};
  bool missing = at == NO_CELL && column->required; // told once, at the header
  require_table(file, column, at == NO_CELL ? from->line : from->lines[at], text);
  const char *why = missing ? NULL : ask_rate(file, column, row, text);
  if (!missing && !why)
    why = cell_read(&file->reader, column, text, &cell);
  cell_store(column, row, cell);
  if (why)
    problem_add(file->reading->problems,
                (struct place){.file = file->sheet->file, .line = from->lines[at], .column = column->name},
                text[0] ? text : NULL, "%s", why);
  if (why || missing)
    return CELL_WRONG;
  bool unresolved = column->kind == CELL_REFERENCE && text[0] && cell.number == NOT_GIVEN;
  return unresolved ? CELL_UNRESOLVED : CELL_GOOD;
}

// Of a row of units.csv: the columns that it leaves to the unit it is like.
static void note_blanks(const struct table_file *file, const struct sheet_row *from, struct unit_row *unit) {
  for (size_t c = 0; c < file->table->column_count; c++)
    if (file->cell_of[c] == NO_CELL || !from->cells[file->cell_of[c]][0])
      unit->blank_columns |= INT64_C(1) << c;
}

// Parses a row; false where its key is not whole.
static bool read_row(const struct table_file *file, const struct sheet_row *from, void *row) {
  struct row *head = row;
  bool key_good = true;
  *head = (struct row){.file = file->sheet->file, .line = from->line};
  for (size_t c = 0; c < file->table->column_count; c++) {
    enum cell_state state = read_cell(file, from, c, row);
    file->reading->broken[file->id] |= state == CELL_WRONG;
    key_good &= state == CELL_GOOD || !file->table->columns[c].key;
  }
  if (file->id == TABLE_UNITS)
    note_blanks(file, from, row);
  head->assumed = head->source && strcmp(head->source, "assumed") == 0;
  if (head->assumed)
    head->source = NULL;
  return key_good;
}

static void add_duplicate(const struct table_file *file, const struct row *row, const struct row *first) {
  file->reading->broken[file->id] = true;
  if (first->line == row->line) {
    problem_add(file->reading->problems, row_place(row, "unit"), NULL, _("names a unit twice: write each once"));
    return;
  }
  problem_add(file->reading->problems, row_place(row, NULL), NULL,
              "the same key (%s) as line %d: remove one or tell them apart",
              key_words(file->reading->arena, file->table), first->line);
}

// Appends the row, or puts it in the place of the shared row with the same key.
static void keep_row(const struct table_file *file, const void *row, bool key_good) {
  struct rows *rows = &file->reading->scenario->tables.list[file->id];
  size_t same = file->keys && key_good ? key_find(file->keys, rows, row) : KEY_NONE;
  if (same == KEY_NONE) {
    void *kept = arena_push(file->reading->arena, &rows->items, &rows->count, &rows->room, rows->size);
    memcpy(kept, row, rows->size);
    if (file->keys && key_good)
      key_put(file->keys, rows, rows->count - 1);
    return;
  }
  char *old = rows->items + same * rows->size;
  const struct row *first = (const struct row *)(const void *)old;
  if (first->file == file->sheet->file)
    add_duplicate(file, row, first);
  else
    memcpy(old, row, rows->size);
}

// The column of the unit whose rows these are, where a cell may name several; column_count: none.
static size_t unit_column(const struct table *table) {
  size_t c = 0;
  while (c < table->column_count && !(table->columns[c].key && table->columns[c].kind == CELL_REFERENCE &&
                                      table->columns[c].refers_to == TABLE_UNITS))
    c++;
  return c;
}

// The next word of a text, which moves on behind it; "" at the end.
static const char *next_word(struct arena *arena, const char **text) {
  const char *begin = *text + strspn(*text, " ");
  size_t length = strcspn(begin, " ");
  *text = begin + length;
  return arena_text(arena, begin, length);
}

// A row for several units is a row for each of them: the first is read whole, of the others the unit.
static void read_sheet_row(const struct table_file *file, const struct sheet_row *from, void *row) {
  struct arena *arena = file->reading->arena;
  size_t unit = unit_column(file->table);
  int at = unit < file->table->column_count ? file->cell_of[unit] : NO_CELL;
  const char *units = at == NO_CELL ? "" : from->cells[at];
  struct sheet_row one = *from;
  if (strchr(units, ' ')) {
    const char **cells = arena_array(arena, (size_t)from->cell_count, sizeof *cells);
    memcpy(cells, from->cells, (size_t)from->cell_count * sizeof *cells);
    cells[at] = next_word(arena, &units);
    one.cells = cells;
  } else {
    units = "";
  }
  bool key_good = read_row(file, &one, row);
  keep_row(file, row, key_good);
  while (*(units += strspn(units, " "))) {
    one.cells[at] = next_word(arena, &units);
    enum cell_state state = read_cell(file, &one, unit, row);
    file->reading->broken[file->id] |= state == CELL_WRONG;
    keep_row(file, row, key_good && state == CELL_GOOD);
  }
}

static void read_rows(const struct table_file *file) {
  void *row = arena_alloc(file->reading->arena, file->table->row_size);
  for (size_t i = 0; i < file->sheet->row_count; i++) {
    memset(row, 0, file->table->row_size);
    read_sheet_row(file, &file->sheet->rows[i], row);
  }
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

// False where the folder does not have the file.
static bool read_table_file(struct reading *reading, enum table_id id, enum folder f, struct key_index *keys) {
  const struct table *table = table_of(id);
  if (!reading->folders[f])
    return false;
  const char *path = arena_printf(reading->arena, "%s/%s", reading->folders[f], table->file);
  if (access(path, F_OK) != 0)
    return false;
  struct table_file file = {.reading = reading, .id = id, .table = table, .keys = keys};
  file.sheet = sheet_read(reading->arena, path, path, reading->problems);
  if (!file.sheet) {
    reading->broken[id] = true;
    return true;
  }
  note_input(reading, f, id, file.sheet);
  file.cell_of = arena_array(reading->arena, table->column_count, sizeof *file.cell_of);
  file.reader = (struct cell_reader){.arena = reading->arena,
                                     .codes = reading->codes,
                                     .tables = &reading->scenario->tables,
                                     .decimal = reading->decimals[f],
                                     .claims = claims_dialect_of(settings_of(&reading->scenario->tables)),
                                     .broken = reading->broken};
  if (!header_map(reading->problems, file.sheet, table->columns, table->column_count, file.cell_of))
    reading->broken[id] = true;
  if (id == TABLE_EDITS)
    check_edits_decimal(reading, file.sheet, f);
  read_rows(&file);
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
    add_missing_table(reading, id, _("and not in the folder of shared tables either"));
}

// ---------------------------------------------------------------- folders

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_csv(const char *name) {
  size_t length = strlen(name);
  return name[0] != '.' && length > 4 && strcasecmp(name + length - 4, ".csv") == 0;
}

static bool is_known_file(const char *name) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (strcmp(table_of((enum table_id)t)->file, name) == 0)
      return true;
  return false;
}

// Names of the *.csv files that no table has, sorted, so that the order of the folder does not show.
static const char **unknown_files(struct arena *arena, const char *folder, size_t *count) {
  const char **names = NULL;
  size_t room = 0;
  *count = 0;
  DIR *directory = opendir(folder);
  if (!directory && errno == ENOMEM)
    arena_no_memory();
  for (struct dirent *entry; directory && (entry = readdir(directory));)
    if (is_csv(entry->d_name) && !is_known_file(entry->d_name))
      *(const char **)arena_push(arena, &names, count, &room, sizeof *names) = arena_printf(arena, "%s", entry->d_name);
  if (directory)
    closedir(directory);
  if (*count)
    qsort(names, *count, sizeof *names, compare_names);
  return names;
}

static void warn_of_unknown_files(struct reading *reading, const char *folder) {
  const char *words[TABLE_COUNT + 1] = {NULL};
  for (int t = 0; t < TABLE_COUNT; t++)
    words[t] = table_of((enum table_id)t)->file;
  size_t count;
  const char **names = unknown_files(reading->arena, folder, &count);
  for (size_t i = 0; i < count; i++) {
    struct place at = {.file = arena_printf(reading->arena, "%s/%s", folder, names[i])};
    problem_warn(reading->problems, at, NULL, "no such table, not read: %s",
                 words_hint(reading->arena, names[i], words));
  }
}

static bool is_folder(const char *path) {
  struct stat is;
  return stat(path, &is) == 0 && S_ISDIR(is.st_mode) && access(path, X_OK) == 0;
}

static struct setting_lines *read_setting_lines(const struct reading *reading, const char *folder) {
  const char *path = arena_printf(reading->arena, "%s/%s", folder, table_of(TABLE_SETTINGS)->file);
  return setting_lines_read(reading->arena, path, path, reading->problems);
}

// The folder of shared tables: only `decimal` of its settings counts.
static void open_common(struct reading *reading, const struct setting_lines *own, const char *common) {
  bool absolute = common[0] == '/';
  const char *folder = absolute ? common : arena_printf(reading->arena, "%s/%s", reading->folders[FOLDER_OWN], common);
  reading->common_failed = true;
  for (int t = TABLE_SETTINGS + 1; t < TABLE_COUNT; t++)
    reading->broken[t] = true; // rows of it may stand there
  if (!is_folder(folder)) {
    problem_add(reading->problems, setting_place(own, "common"), common,
                "no such folder (%s): write it relative to the scenario's folder", folder);
    return;
  }
  const struct setting_lines *lines = read_setting_lines(reading, folder);
  if (!lines)
    return;
  reading->common_failed = false;
  for (int t = TABLE_SETTINGS + 1; t < TABLE_COUNT; t++)
    reading->broken[t] = false;
  note_input(reading, FOLDER_COMMON, TABLE_SETTINGS, setting_sheet(lines));
  reading->folders[FOLDER_COMMON] = folder;
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
  if (name[0] && strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
    return name;
  char *real = realpath(folder, NULL);
  const char *last = real ? strrchr(real, '/') : NULL;
  name = last && last[1] ? arena_printf(arena, "%s", last + 1) : "scenario";
  free(real);
  return name;
}

// What the law of the country says where the settings say nothing; where it is not known, they must.
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

static void read_settings(struct reading *reading, const struct setting_lines *lines) {
  struct scenario *scenario = reading->scenario;
  size_t errors = reading->problems->error_count;
  struct rows *rows = &scenario->tables.list[TABLE_SETTINGS];
  rows->size = sizeof(struct settings_row);
  struct settings_row *settings = arena_push(reading->arena, &rows->items, &rows->count, &rows->room, rows->size);
  settings_parse(reading->arena, lines, settings, reading->problems);
  country_use((enum country)settings->country);
  fill_from_law(reading, lines, settings);
  language_prefer(settings->language == NOT_GIVEN ? LANGUAGES : (enum language)settings->language);
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

// From tables that are sound, for every hour is used as an index; what is wrong in them is told by their checks.
static void make_shifts(struct reading *reading) {
  static const enum table_id needed[] = {TABLE_UNITS, TABLE_SHIFTS, TABLE_PLACES,
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

// What a need follows from: neither pay nor rates, sources of hours or measures.
static bool is_of_need(enum table_id id) {
  static const enum table_id wanted[] = {TABLE_CATEGORIES, TABLE_UNITS,  TABLE_SHIFTS,   TABLE_NEED,
                                         TABLE_NORM,       TABLE_GROUPS, TABLE_ABSENCE,    TABLE_RATIOS, TABLE_PLACES,   TABLE_CHILDREN,
                                         TABLE_ENROLMENT,  TABLE_ATTENDANCE, TABLE_TERMS};
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
    if (wanted[i] == id)
      return true;
  return false;
}

// A table left out has errors nobody looks for: checks that need it do not run, nor those that miss people where the
// scenario has none.
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
  reading.folders[FOLDER_OWN] = reading.scenario->folder;
  size_t errors = problems->error_count;
  if (!is_folder(folder)) {
    problem_add(problems, (struct place){.file = reading.scenario->folder}, NULL,
                _("no such folder: name the folder that holds settings.csv"));
    return NULL;
  }
  const struct setting_lines *lines = read_setting_lines(&reading, reading.scenario->folder);
  if (!lines)
    return NULL;
  note_input(&reading, FOLDER_OWN, TABLE_SETTINGS, setting_sheet(lines));
  read_settings(&reading, lines);
  read_tables(&reading, need_only);
  for (int f = 0; f < FOLDERS; f++)
    if (reading.folders[f])
      warn_of_unknown_files(&reading, reading.folders[f]);
  alike_add(arena, &reading.scenario->tables, reading.broken, problems);
  make_shifts(&reading);
  check_tables(&reading);
  if (problems->error_count == errors && !need_only)
    edits_check(reading.scenario, problems);
  return reading.scenario;
}

struct scenario *scenario_read(struct arena *arena, const char *folder, struct problems *problems) {
  return read_scenario(arena, folder, problems, false);
}

struct scenario *scenario_read_need(struct arena *arena, const char *folder, struct problems *problems) {
  return read_scenario(arena, folder, problems, true);
}
