// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/settings.h"

#include <string.h>

#include "base/language.h"
#include "calendar/country.h"
#include "calendar/fiscal.h"
#include "scenario/cells.h"
#include "scenario/header.h"
#include "scenario/norwegian.h"
#include "scenario/rows_settings.h"
#include "text/grid.h"

struct setting_lines {
  const struct sheet *sheet;
  int cell_of[LINE_COLUMNS];
  const struct sheet_row **row_of; // [column_count] line of each setting; NULL: not given
  int64_t decimal;                 // enum decimal_sign
};

static const struct table *settings_table(void) { return table_of(TABLE_SETTINGS); }

// `source` is a column of every line here, not a setting.
static bool is_setting(const struct column *column) {
  return column->offset != offsetof(struct settings_row, row.source);
}

static const struct column *setting_by_name(const char *name) {
  for (size_t c = 0; c < settings_table()->column_count; c++) {
    const struct column *column = &settings_table()->columns[c];
    if (is_setting(column) && column_is_called(column, name))
      return column;
  }
  return NULL;
}

static size_t setting_index(const struct column *column) { return (size_t)(column - settings_table()->columns); }

static void add_unknown(struct problems *problems, struct place at, const char *name) {
  const char **words = arena_array(problems->arena, settings_table()->column_count + 1, sizeof *words);
  size_t count = 0;
  for (size_t c = 0; c < settings_table()->column_count; c++)
    if (is_setting(&settings_table()->columns[c]))
      words[count++] = settings_table()->columns[c].name;
  problem_add(problems, at, name, "no such setting: %s",
              columns_hint(problems->arena, settings_table()->name, name, words));
}

static void sort_line(struct setting_lines *lines, const struct sheet_row *row, struct problems *problems) {
  int cell = lines->cell_of[LINE_SETTING];
  const char *name = row->cells[cell];
  struct place at = {.file = lines->sheet->file, .line = row->lines[cell], .column = "setting"};
  const struct column *column = setting_by_name(name);
  if (!column) {
    add_unknown(problems, at, name);
    return;
  }
  const struct sheet_row **known = &lines->row_of[setting_index(column)];
  if (*known)
    problem_add(problems, at, name, "given twice: also on line %d; remove one", (*known)->line);
  else
    *known = row;
  const char *letters =
      lines->sheet->columns ? grid_place(problems->arena, 0, lines->sheet->columns[lines->cell_of[LINE_VALUE]]) : NULL;
  if (letters || strcmp(name, column->name) != 0)
    problem_spell(problems, lines->sheet->file, column->name, name, letters);
}

// A message that names a setting which is not written says it in the language of those that are.
static void spell_unwritten(const struct setting_lines *lines, struct problems *problems) {
  const struct sheet *sheet = lines->sheet;
  if (strcmp(sheet->header.cells[lines->cell_of[LINE_SETTING]], line_columns[LINE_SETTING].name) == 0)
    return;
  for (size_t c = 0; c < settings_table()->column_count; c++) {
    const char *name = settings_table()->columns[c].name, *norwegian = norwegian_name(settings_table()->name, name);
    if (!lines->row_of[c] && norwegian)
      problem_spell(problems, sheet->file, name, norwegian, NULL);
  }
}

static const char *value_of(const struct setting_lines *lines, const struct column *column) {
  const struct sheet_row *row = lines->row_of[setting_index(column)];
  return row ? row->cells[lines->cell_of[LINE_VALUE]] : "";
}

struct place setting_place(const struct setting_lines *lines, const char *name) {
  const struct column *column = setting_by_name(name);
  const struct sheet_row *row = lines->row_of[setting_index(column)];
  int line = row ? row->lines[lines->cell_of[LINE_VALUE]] : lines->sheet->header.line;
  return (struct place){.file = lines->sheet->file, .line = line, .column = column->name};
}

struct place setting_row_place(const struct settings_row *settings, const char *name) {
  const struct column *column = setting_by_name(name);
  int line = settings->line_of ? settings->line_of[setting_index(column)] : settings->row.line;
  return (struct place){.file = settings->row.file, .line = line, .column = column->name};
}

// Reads one setting. The decimal sign of the reader must be known, except for `decimal` itself.
static struct cell read_setting(struct arena *arena, const struct setting_lines *lines, const struct column *column,
                                struct claims_dialect claims, struct problems *problems) {
  struct tables none = {0};
  struct cell_reader reader = {.arena = arena, .tables = &none, .decimal = setting_decimal(lines), .claims = claims};
  struct cell cell;
  const char *text = value_of(lines, column);
  const char *why = cell_read(&reader, column, text, &cell);
  if (why && !text[0])
    problem_add(problems, setting_place(lines, column->name), NULL, "the setting `%s` is missing: add it (%s)",
                column->name, _(column->meaning));
  else if (why)
    problem_add(problems, setting_place(lines, column->name), text, "%s", why);
  return cell;
}

struct setting_lines *setting_lines_read(struct arena *arena, struct sheet *sheet, struct problems *problems) {
  struct setting_lines *lines = arena_alloc(arena, sizeof *lines);
  lines->sheet = sheet;
  if (!lines->sheet || !header_map(problems, lines->sheet, line_columns, LINE_COLUMNS, lines->cell_of))
    return NULL;
  lines->row_of = arena_array(arena, settings_table()->column_count, sizeof(struct sheet_row *));
  for (size_t i = 0; i < lines->sheet->row_count; i++)
    sort_line(lines, &lines->sheet->rows[i], problems);
  spell_unwritten(lines, problems);
  lines->decimal = read_setting(arena, lines, setting_by_name("decimal"), (struct claims_dialect){0}, problems).number;
  if (lines->decimal == NOT_GIVEN)
    return NULL;
  sheet_use_decimal(arena, sheet, setting_decimal(lines));
  return lines;
}

const struct sheet *setting_sheet(const struct setting_lines *lines) { return lines->sheet; }

char setting_decimal(const struct setting_lines *lines) { return lines->decimal == DECIMAL_COMMA ? ',' : '.'; }

static void note_source(const struct setting_lines *lines, const struct sheet_row *row, struct row *head) {
  const char *source = lines->cell_of[LINE_SOURCE] == NO_CELL ? "" : row->cells[lines->cell_of[LINE_SOURCE]];
  if (source_is_assumed(source))
    head->assumed = true;
  else if (source[0] && !head->source)
    head->source = source;
}

void settings_parse(struct arena *arena, const struct setting_lines *lines, struct settings_row *settings,
                    struct problems *problems) {
  int *line_of = arena_array(arena, settings_table()->column_count, sizeof *line_of);
  settings->row = (struct row){.file = lines->sheet->file, .line = lines->sheet->header.line};
  settings->line_of = line_of;
  struct claims_dialect claims = {0};
  for (size_t c = 0; c < settings_table()->column_count; c++) {
    const struct column *column = &settings_table()->columns[c];
    if (!is_setting(column))
      continue;
    bool known = strcmp(column->name, "decimal") == 0; // read before all others
    struct cell cell = {.number = lines->decimal};
    if (column->claimed_in_unit) // claims_in stands above it in columns.c
      claims = claims_dialect_of(settings);
    cell_store(column, settings, known ? cell : read_setting(arena, lines, column, claims, problems));
    line_of[c] = setting_place(lines, column->name).line;
    settings_use_calendar(settings); // years are read by it: fiscal_year_starts stands above them in columns.c
    if (lines->row_of[c])
      note_source(lines, lines->row_of[c], &settings->row);
  }
}

// An invalid month is reported where it is read.
void settings_use_calendar(const struct settings_row *settings) {
  bool is_month = settings->fiscal_year_starts >= 1 && settings->fiscal_year_starts <= MONTHS_PER_YEAR;
  country_use((enum country)settings->country);
  fiscal_year_use(is_month ? (int)settings->fiscal_year_starts : 1);
}
