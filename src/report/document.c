// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/document.h"

#include <stdlib.h>

#include "base/heap.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/headline.h"
#include "report/json.h"
#include "report/terminal.h"

struct document {
  json_t *root, *scenarios;
};

// The tables with the answers; the long ones are read from their CSV files.
static const char *const told[] = {"overview", "claims", "effects", "sums", "joint", "positions_sum", "comparison"};

static double power_of_ten(int digits) { return digits ? 10 * power_of_ten(digits - 1) : 1; }

static json_t *number_of(struct arena *arena, const struct field_column *column, int64_t number) {
  char text[FIELD_NUMBER_BYTES];
  if (number == FIELD_BLANK)
    return json_null();
  switch (column->kind) {
  case FIELD_KR:
    return json_real((double)number / 100);
  case FIELD_DECIMAL:
    return json_real((double)number / power_of_ten(column->digits));
  case FIELD_DATE:
    date_text(text, number);
    return json_string(text);
  case FIELD_YEAR:
    return json_string(fiscal_year_name(arena, (int)number));
  default:
    return json_integer(number);
  }
}

static json_t *rows_of(struct arena *arena, const struct result_table *table) {
  json_t *rows = json_array();
  for (size_t i = 0; table && i < result_row_count(table); i++) {
    json_t *row = json_object();
    for (size_t c = 0; c < table->column_count; c++) {
      const struct field_column *column = &table->columns[c];
      union field field = table->fields[i * table->column_count + c];
      bool text = field_is_text(column->kind);
      json_put(row, column->name,
               text ? *field.text ? json_string(terminal_plain(arena, terminal_text(arena, field.text))) : json_null()
                    : number_of(arena, column, field.number));
    }
    json_add(rows, row);
  }
  return rows;
}

static json_t *sentences_of(struct arena *arena, const struct audit *audit) {
  json_t *list = json_array();
  const char *sentences[HEADLINE_SENTENCES] = {NULL};
  struct headline headline = headline_of(audit);
  if (audit->measure_count)
    headline_sentences(arena, &headline, sentences);
  for (int i = 0; i < HEADLINE_SENTENCES; i++)
    if (sentences[i])
      json_add(list, json_string(terminal_text(arena, terminal_plain(arena, sentences[i]))));
  return list;
}

struct document *document_new(const char *version) {
  struct document *document = heap_new(1, sizeof *document);
  *document = (struct document){json_object(), json_array()};
  json_put(document->root, "program", json_string("rotacost"));
  json_put(document->root, "version", json_string(version));
  json_put(document->root, "format", json_integer(DOCUMENT_FORMAT));
  return document;
}

void document_add(struct document *document, struct arena *arena, const struct audit *audit,
                  const struct result_set *set, const char *folder) {
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  json_t *scenario = json_object(), *tables = json_object();
  json_put(scenario, "name", json_string(terminal_text(arena, audit->scenario->name)));
  json_put(scenario, "title", json_string(terminal_text(arena, settings->title)));
  json_put(scenario, "first_year", json_string(fiscal_year_name(arena, (int)settings->first_year)));
  json_put(scenario, "last_year", json_string(fiscal_year_name(arena, (int)settings->last_year)));
  json_put(scenario, "run", json_string(results_run_id(arena, set)));
  json_put(scenario, "results", json_string(terminal_text(arena, folder)));
  json_put(scenario, "answer", sentences_of(arena, audit));
  for (size_t i = 0; i < sizeof told / sizeof *told; i++)
    json_put(tables, told[i], rows_of(arena, result_find(set, told[i])));
  json_put(scenario, "tables", tables);
  json_add(document->scenarios, scenario);
}

bool document_join(struct document *document, const char *bytes, size_t length) {
  json_t *other = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, NULL);
  json_t *scenarios = json_object_get(other, "scenarios");
  bool joined = json_is_array(scenarios) && !json_array_extend(document->scenarios, scenarios);
  json_decref(other);
  return joined;
}

bool document_write(struct document *document, int status, FILE *to) {
  json_put(document->root, "status", json_integer(status));
  json_put(document->root, "scenarios", document->scenarios);
  bool written = json_write(document->root, to);
  free(document);
  return written;
}
