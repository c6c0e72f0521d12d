// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/datapackage.h"

#include <errno.h>
#include <string.h>

#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/about.h"
#include "report/glossary.h"
#include "report/json.h"
#include "report/labels.h"

// ---------------------------------------------------------------- columns

// A fiscal year that is not a calendar year has no type of its own there.
static void put_year(json_t *field) {
  bool calendar = fiscal_year_month() == 1;
  json_put(field, "type", json_string(calendar ? "year" : "string"));
  if (calendar)
    return;
  json_t *constraints = json_object();
  json_put(constraints, "pattern", json_string("[0-9]{4}/[0-9]{2}"));
  json_put(field, "constraints", constraints);
}

static void put_number(json_t *field, const struct csv_dialect *dialect) {
  json_put(field, "type", json_string("number"));
  json_put(field, "decimalChar", json_stringn(&dialect->decimal, 1));
}

static void put_type(json_t *field, const struct field_column *column, const struct csv_dialect *dialect) {
  switch (column->kind) {
  case FIELD_TEXT:
  case FIELD_CODE:
    json_put(field, "type", json_string("string"));
    break;
  case FIELD_INTEGER:
    json_put(field, "type", json_string("integer"));
    break;
  case FIELD_KR:
  case FIELD_DECIMAL:
    put_number(field, dialect);
    break;
  case FIELD_DATE:
    json_put(field, "type", json_string("date"));
    json_put(field, "format", json_string("%Y-%m-%d"));
    break;
  case FIELD_YEAR:
    put_year(field);
    break;
  }
}

static bool is_counted(enum field_kind kind) {
  return kind == FIELD_INTEGER || kind == FIELD_KR || kind == FIELD_DECIMAL;
}

// As in the scenario's table; "" where it has no such column.
static const char *input_meaning(const struct table *input, const char *name) {
  for (size_t c = 0; c < input->column_count; c++)
    if (!strcmp(input->columns[c].name, name))
      return _(input->columns[c].meaning);
  return "";
}

static const char *meaning_of(const struct datapackage *package, const char *name) {
  return package->input ? input_meaning(package->input, name) : glossary_meaning(name);
}

static const char *title_of(const struct datapackage *package, const char *name) {
  return package->input ? label_of_input(package->arena, package->input->name, name)
                        : label_of_column(package->arena, name);
}

static json_t *field_of(const struct datapackage *package, const struct field_column *column) {
  json_t *field = json_object();
  const char *meaning = meaning_of(package, column->name);
  const char *unit = package->input ? NULL : unit_of_column(column->name);
  json_put(field, "name", json_string(column->name));
  json_put(field, "title", json_string(title_of(package, column->name)));
  if (meaning)
    json_put(field, "description", json_string(meaning));
  if (is_counted(column->kind) && unit && *unit)
    json_put(field, "unit", json_string(unit));
  put_type(field, column, package->dialect);
  return field;
}

static json_t *schema_of(const struct datapackage *package, const struct result_table *table) {
  json_t *schema = json_object(), *fields = json_array(), *missing = json_array();
  for (size_t c = 0; c < table->column_count; c++)
    json_add(fields, field_of(package, &table->columns[c]));
  json_add(missing, json_string(""));
  json_put(schema, "fields", fields);
  json_put(schema, "missingValues", missing);
  return schema;
}

// ---------------------------------------------------------------- files

static json_t *dialect_of(const struct csv_dialect *dialect) {
  json_t *object = json_object();
  json_put(object, "csvddfVersion", json_real(1.2));
  json_put(object, "delimiter", json_stringn(&dialect->separator, 1));
  json_put(object, "lineTerminator", json_string(dialect->crlf ? "\r\n" : "\n"));
  json_put(object, "quoteChar", json_string("\""));
  json_put(object, "doubleQuote", json_true());
  json_put(object, "skipInitialSpace", json_false());
  json_put(object, "header", json_true());
  json_put(object, "caseSensitiveHeader", json_true());
  return object;
}

static void put_about(json_t *resource, const struct datapackage *package, const char *name) {
  const struct table_about *about = table_about(package->arena, name);
  const char *caption = package->input ? package->input->meaning : about->caption;
  json_put(resource, "title", json_string(package->input ? name : _(about->title)));
  if (*caption)
    json_put(resource, "description", json_string(_(caption)));
}

// NULL where the file cannot be read.
static json_t *resource_of(const struct datapackage *package, struct result_folder *folder,
                           const struct result_table *table) {
  struct written_file file;
  struct datapackage of = *package; // results beside an input table have separate meanings
  if (of.input && strcmp(of.input->name, table->name) != 0)
    of.input = NULL;
  const char *path = arena_printf(package->arena, "%s.csv", table->name);
  if (!folder_written(folder, path, &file))
    return NULL;
  json_t *resource = json_object();
  json_put(resource, "profile", json_string("tabular-data-resource"));
  json_put(resource, "name", json_string(table->name));
  json_put(resource, "path", json_string(path));
  put_about(resource, &of, table->name);
  json_put(resource, "format", json_string("csv"));
  json_put(resource, "mediatype", json_string("text/csv"));
  json_put(resource, "encoding", json_string("utf-8"));
  json_put(resource, "byteOrderMark", json_boolean(package->dialect->byte_order_mark));
  json_put(resource, "bytes", json_integer((json_int_t)file.bytes));
  json_put(resource, "hash", json_string(arena_printf(package->arena, "sha256:%s", file.sha256)));
  json_put(resource, "dialect", dialect_of(package->dialect));
  json_put(resource, "schema", schema_of(&of, table));
  return resource;
}

// ---------------------------------------------------------------- the package

// Lower-case letters a to z, digits and . - _, as required for the name of a package.
static const char *plain_name(struct arena *arena, const char *name) {
  char *plain = arena_text(arena, name, strlen(name));
  for (char *at = plain; *at; at++) {
    if (*at >= 'A' && *at <= 'Z')
      *at = (char)(*at - 'A' + 'a');
    bool good = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') || strchr("._-", *at);
    *at = good ? *at : '-';
  }
  return *plain ? plain : "-";
}

bool datapackage_write(const struct datapackage *package, struct result_folder *folder) {
  json_t *object = json_object(), *resources = json_array();
  json_put(object, "profile", json_string("tabular-data-package"));
  json_put(object, "name", json_string(plain_name(package->arena, package->name)));
  json_put(object, "title", json_string(package->title));
  json_put(object, "description",
           json_string(
               _("Results of rotacost, model estimates and no accounting figures. A saving is positive. An empty cell "
                 "is a value that is not there. A text that a spreadsheet would run as a formula has an apostrophe "
                 "before it.")));
  json_put(object, "language", json_string(language_code(language_now())));
  if (package->run_id)
    json_put(object, "runId", json_string(package->run_id));
  json_put(object, "resources", resources);
  bool good = true;
  for (size_t i = 0; i < package->count && good; i++) {
    json_t *resource = resource_of(package, folder, package->tables[i]);
    good = resource;
    if (good)
      json_add(resources, resource);
  }
  FILE *file = good ? folder_file(folder, "datapackage.json") : NULL;
  if (file)
    return json_write(object, file);
  int reason = errno;
  json_decref(object);
  errno = reason;
  return false;
}
