// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/old_result.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "calendar/date.h"
#include "report/folder_old.h"
#include "report/json.h"
#include "report/table.h"
#include "report/whole.h"
#include "text/cell.h"
#include "text/sheet.h"

struct old_table {
  const struct sheet *sheet;
  char decimal;
  struct arena *arena;
};

// ---------------------------------------------------------------- what it is of

static const char *text_in(struct arena *arena, const json_t *object, const char *key) {
  const char *text = json_string_value(json_object_get(object, key));
  return text ? arena_printf(arena, "%s", text) : NULL;
}

static char sign_in(const json_t *object, const char *key, char otherwise) {
  const char *text = json_string_value(json_object_get(object, key));
  return text && *text ? *text : otherwise;
}

static int64_t day_of(const char *text) {
  int year, month, day;
  const char *ignored;
  return text && cell_date(text, &year, &month, &day, &ignored) ? day_from_date(year, month, day) : FIELD_BLANK;
}

static bool take_evidence(struct arena *arena, struct old_result *result, const json_t *evidence) {
  const json_t *scenario = json_object_get(evidence, "scenario");
  const char *country = text_in(arena, scenario, "country");
  char *inputs = json_dumps(json_object_get(evidence, "inputs"), JSON_COMPACT | JSON_SORT_KEYS);
  result->inputs = inputs ? arena_printf(arena, "%s", inputs) : NULL;
  free(inputs);
  result->title = text_in(arena, scenario, "title");
  result->country = country ? country : N_("Norway");
  result->price_day = day_of(text_in(arena, scenario, "price_day"));
  return result->title && result->inputs;
}

// The decimal sign of the first column that has one.
static char decimal_of(const json_t *resources) {
  size_t r, f;
  const json_t *resource, *field;
  json_array_foreach(resources, r, resource) {
    const json_t *fields = json_object_get(json_object_get(resource, "schema"), "fields");
    json_array_foreach(fields, f, field) if (json_object_get(field, "decimalChar")) return sign_in(field, "decimalChar",
                                                                                                   '.');
  }
  return '.';
}

static bool take_package(struct arena *arena, struct old_result *result, const json_t *package) {
  const json_t *resources = json_object_get(package, "resources"), *first = json_array_get(resources, 0);
  const char *language = text_in(arena, package, "language");
  const char **names = arena_array(arena, json_array_size(resources) + 1, sizeof *names);
  for (size_t i = 0; i < json_array_size(resources); i++) {
    names[i] = text_in(arena, json_array_get(resources, i), "name");
    if (!names[i] || strchr(names[i], '/'))
      return false;
  }
  const json_t *dialect = json_object_get(first, "dialect");
  result->dialect = (struct csv_dialect){
      .separator = sign_in(dialect, "delimiter", ','),
      .decimal = decimal_of(resources),
      .byte_order_mark = json_is_true(json_object_get(first, "byteOrderMark")),
      .crlf = sign_in(dialect, "lineTerminator", '\n') == '\r',
  };
  result->tables = names;
  return first && language && language_of_code(language, &result->language);
}

// ---------------------------------------------------------------- opening

static const char *check_folder(struct arena *arena, const char *path) {
  struct stat is;
  if (stat(path, &is) || !S_ISDIR(is.st_mode))
    return _("there is no such folder");
  const char *results = file_folders_with(arena, path, RESULT_LIST);
  if (results)
    return arena_printf(arena, _("it is a folder of results: write %s"), results);
  if (folder_has(path, RESULT_LIST) && !folder_has(path, "evidence.json"))
    return _("it is no result of run (evidence.json is missing)");
  return whole_result(arena, path);
}

static const char *check_version(struct arena *arena, const json_t *evidence, const char *version) {
  const char *was = text_in(arena, json_object_get(evidence, "program"), "version");
  if (was && !strcmp(was, version))
    return NULL;
  return arena_printf(arena, _("it was made by version %s, and this is %s: run the scenario again"), was ? was : "?",
                      version);
}

static const char *take(struct arena *arena, struct old_result *result, const char *version) {
  json_t *evidence = json_read(arena, result->path, "evidence.json"),
         *package = json_read(arena, result->path, "datapackage.json");
  const char *why = check_version(arena, evidence, version);
  if (!why && (!take_evidence(arena, result, evidence) || !take_package(arena, result, package)))
    why = _("evidence.json or datapackage.json cannot be read");
  json_decref(evidence);
  json_decref(package);
  return why;
}

const struct old_result *old_result_open(struct arena *arena, const char *path, const char *name, const char *version,
                                         const char **why) {
  struct old_result *result = arena_alloc(arena, sizeof *result);
  *result = (struct old_result){.path = path, .name = name};
  *why = check_folder(arena, path);
  if (!*why)
    *why = take(arena, result, version);
  return *why ? NULL : result;
}

// ---------------------------------------------------------------- tables

static bool has_table(const struct old_result *result, const char *name) {
  for (const char *const *table = result->tables; *table; table++)
    if (!strcmp(*table, name))
      return true;
  return false;
}

const struct old_table *old_result_table(struct arena *arena, const struct old_result *result, const char *name,
                                         const char **why) {
  if (!has_table(result, name))
    return NULL;
  struct problems *problems = problems_new(arena);
  const char *file = arena_printf(arena, "%s.csv", name);
  const struct sheet *sheet = sheet_read(arena, arena_printf(arena, "%s/%s", result->path, file), file, NULL, problems);
  if (!sheet || problems->error_count) {
    *why = arena_printf(arena, _("%s cannot be read"), file);
    return NULL;
  }
  struct old_table *table = arena_alloc(arena, sizeof *table);
  *table = (struct old_table){sheet, result->dialect.decimal, arena};
  return table;
}

size_t old_rows(const struct old_table *table) { return table ? table->sheet->row_count : 0; }

static const char *cell_at(const struct old_table *table, size_t row, const char *column) {
  const struct sheet_row *header = &table->sheet->header;
  for (int c = 0; c < header->cell_count; c++)
    if (!strcmp(header->cells[c], column))
      return c < table->sheet->rows[row].cell_count ? table->sheet->rows[row].cells[c] : "";
  return "";
}

const char *old_text(const struct old_table *table, size_t row, const char *column) {
  const char *text = cell_at(table, row, column);
  bool guarded = text[0] == '\'' && text[1] && strchr("=+-@\t\r", text[1]);
  return text + guarded;
}

int64_t old_number(const struct old_table *table, size_t row, const char *column, int digits) {
  int64_t number;
  const char *text = cell_at(table, row, column), *ignored;
  return *text && cell_decimal(text, table->decimal, digits, &number, &ignored) ? number : FIELD_BLANK;
}
