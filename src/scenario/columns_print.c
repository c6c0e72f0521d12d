// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "scenario/cells.h"
#include "scenario/scenario.h"

enum { WIDTH = 100, NAME_WIDTH = 26, MEANING_INDENT = 6 };

struct printer {
  FILE *to;
  struct cell_reader reader;
};

// The text broken between words, every line after the first indented. `used`: columns already filled.
static void print_wrapped(FILE *to, int used, int indent, const char *text) {
  int column = used;
  bool line_begins = true;
  while (*text) {
    text += strspn(text, " ");
    int length = (int)strcspn(text, " ");
    if (!line_begins && column + 1 + length > WIDTH) {
      fprintf(to, "\n%*s", indent, "");
      column = indent;
      line_begins = true;
    }
    fprintf(to, "%s%.*s", line_begins ? "" : " ", length, text);
    column += length + !line_begins;
    line_begins = false;
    text += length;
  }
  fputc('\n', to);
}

static const char *column_rule(struct arena *arena, const struct column *column) {
  if (column->key)
    return column->required   ? "key"
           : column->fallback ? arena_printf(arena, "key, default %s", column->fallback)
                              : "key, may be blank";
  if (column->required)
    return "required";
  return column->fallback ? arena_printf(arena, "default %s", column->fallback) : "may be blank";
}

// Words that explain themselves, in one line.
static bool print_plain_words(const struct printer *p, const struct choice *choices) {
  const char *words = "";
  for (const struct choice *choice = choices; choice->word; choice++) {
    if (choice->meaning[0])
      return false;
    words = arena_printf(p->reader.arena, "%s%s%s", words, words[0] ? ", " : "", choice->word);
  }
  int used = fprintf(p->to, "%*s", MEANING_INDENT + 2, "");
  print_wrapped(p->to, used, used, words);
  return true;
}

static void print_choices(const struct printer *p, const struct choice *choices) {
  if (print_plain_words(p, choices))
    return;
  for (; choices->word; choices++) {
    int used = fprintf(p->to, "%*s%-*s", MEANING_INDENT + 2, "", choices->meaning[0] ? 16 : 0, choices->word);
    print_wrapped(p->to, used, used, choices->meaning);
  }
}

static void print_column(const struct printer *p, const struct column *column) {
  const char *range = column_range_print(&p->reader, column);
  fprintf(p->to, "  %-*s %s; %s\n", NAME_WIDTH - 3, column->name, column_rule(p->reader.arena, column),
          range[0] ? range : column->unit);
  fprintf(p->to, "%*s", MEANING_INDENT, "");
  print_wrapped(p->to, MEANING_INDENT, MEANING_INDENT, column->meaning);
  if (column->kind == CELL_CHOICE && column->choices != rate_words)
    print_choices(p, column->choices);
}

static void print_table(const struct printer *p, const struct table *table) {
  struct arena *arena = p->reader.arena;
  const char *edits = table->editable ? arena_printf(arena, "; edits call it `%s`", table->name) : "";
  const char *rule = table->required ? "required" : "optional";
  print_wrapped(p->to, 0, 2, arena_printf(arena, "%s (%s%s): %s", table->file, rule, edits, table->meaning));
  for (size_t c = 0; c < table->column_count; c++)
    print_column(p, &table->columns[c]);
  fputc('\n', p->to);
}

static const char *number_print(const struct printer *p, int64_t value_e6) {
  struct column column = {.kind = CELL_DECIMAL, .digits = 6};
  return cell_print(&p->reader, &column, (struct cell){.number = value_e6});
}

static void print_rate(const struct printer *p, const struct rate_meaning *rate) {
  fprintf(p->to, "  %-*s %s; %s to %s %s%s%s\n", NAME_WIDTH - 3, rate->word,
          rate->required ? "required" : arena_printf(p->reader.arena, "default %s", number_print(p, rate->fallback_e6)),
          number_print(p, rate->least_e6), digits_grouped(p->reader.arena, number_print(p, rate->most_e6)), rate->unit,
          rate->key[0] ? "; applies to a " : "", rate->key);
  fprintf(p->to, "%*s", MEANING_INDENT, "");
  print_wrapped(p->to, MEANING_INDENT, MEANING_INDENT, rate->meaning);
}

void columns_print(FILE *to) {
  static const struct tables none;
  struct printer p = {.to = to, .reader = {.arena = arena_new(), .tables = &none, .decimal = '.'}};
  print_wrapped(to, 0, 0,
                "A scenario is a folder of CSV files. Columns stand in any order; a column `note` may hold anything; "
                "rows that begin with # are comments. A blank cell means the default. Numbers are shown here with a "
                "decimal point; settings.csv says which sign the scenario uses.");
  fputc('\n', to);
  for (int t = 0; t < TABLE_COUNT; t++)
    print_table(&p, table_of((enum table_id)t));
  print_wrapped(to, 0, 0, "Rates of rates.csv:");
  for (int r = 0; r < RATE_COUNT; r++)
    print_rate(&p, rate_meaning_of((enum rate_id)r));
  arena_free(p.reader.arena);
}
