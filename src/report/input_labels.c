// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of the scenario's own files in words: `handover_min` is "handover, min", in Norwegian "overlapp, min", and
// the conditions `unit=ward days='sat sun' weeks=27-30` are "ward, Sat Sun, weeks 27-30".
#include <string.h>

#include "audit/titles.h"
#include "base/language.h"
#include "calendar/date.h"
#include "calendar/dayset.h"
#include "report/format.h"
#include "report/labels.h"
#include "scenario/norwegian.h"
#include "scenario/scenario.h"
#include "scenario/vary.h"
#include "text/cell.h"

// Endings of a name that give its unit; longer endings first.
static const struct {
  const char *ending, *words;
} measures[] = {
    {"_kr_per_", ", kr per "}, {"_kr", ", kr"},           {"_percent", ", %"}, {"_prosent", ", %"}, {"_min", ", min"},
    {"_fte", ", FTE"},         {"_årsverk", ", årsverk"}, {"_t", ", t"},       {"_h", ", h"},
};

static const char *ending_in(const char *name, const char *ending) {
  const char *at = strstr(name, ending);
  bool inside = ending[strlen(ending) - 1] == '_';
  return at && at > name && (inside || !at[strlen(ending)]) ? at : NULL;
}

const char *label_of_input(struct arena *arena, const char *table, const char *column) {
  const char *norwegian = language_now() == LANGUAGE_NB ? norwegian_name(table, column) : NULL;
  const char *name = norwegian ? norwegian : column;
  for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
    const char *at = ending_in(name, measures[i].ending);
    if (at) {
      name =
          arena_printf(arena, "%.*s%s%s", (int)(at - name), name, measures[i].words, at + strlen(measures[i].ending));
      break;
    }
  }
  char *words = arena_text(arena, name, strlen(name));
  for (char *at = words; *at; at++)
    *at = *at == '_' ? ' ' : *at;
  return words;
}

// "mon" is "Mon", "man" in Norwegian; any other word stays.
static const char *day_in_words(struct arena *arena, const char *word) {
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    if (strcmp(word, day_word(d)) == 0) {
      const char *name = format_weekday_short((enum weekday)d);
      return arena_text(arena, name, strcspn(name, "."));
    }
  if (strcmp(word, day_word(DAY_WORD_HOLIDAY)) == 0)
    return _("public holiday");
  return word;
}

static const char *days_in_words(struct arena *arena, const char *value) {
  const char *words = "";
  while (*value) {
    size_t length = strcspn(value, " -");
    const char *between = value[length] == '-' && language_now() == LANGUAGE_NB ? "\u2013" : "";
    words = arena_printf(arena, "%s%s", words, day_in_words(arena, arena_text(arena, value, length)));
    value += length;
    if (*value)
      words = arena_printf(arena, "%s%s", words, *between ? between : arena_text(arena, value, 1));
    value += *value != '\0';
  }
  return words;
}

// Is this the column, by its English name or its Norwegian one?
static bool is_named(const char *name, const char *table, const char *column) {
  const char *norwegian = norwegian_name(table, column);
  return !strcmp(name, column) || (norwegian && !strcmp(name, norwegian));
}

// A word of the program that a file may hold, in the language chosen: "variable_pension" is "variabel pensjon".
static const char *own_words(struct arena *arena, const char *column, const char *word) {
  static const struct {
    enum table_id table;
    const char *column;
  } choices[] = {{TABLE_RATES, "rate"}, {TABLE_ABSENCE, "kind"}, {TABLE_SOURCES, "kind"}};
  const char *own = word;
  for (size_t i = 0; i < sizeof choices / sizeof *choices && !strcmp(own, word); i++)
    if (is_named(column, table_of(choices[i].table)->name, choices[i].column))
      own = own_word(column_named(choices[i].table, choices[i].column), word);
  char *words = arena_text(arena, own, strlen(own));
  for (char *at = words; *at && strcmp(own, word); at++)
    *at = *at == '_' ? ' ' : *at;
  return words;
}

// The title of the value of a column, where it is a code of the scenario; else the value.
static const char *title_of_value(struct arena *arena, const struct tables *tables, const char *unit,
                                  const char *column, const char *value) {
  if (is_named(column, "need", "unit"))
    return title_of_units(arena, tables, value);
  if (is_named(column, "groups", "category") || is_named(column, "need", "level"))
    return title_of_category(tables, value);
  if (is_named(column, "groups", "group"))
    return title_of_group(arena, tables, unit, value);
  if (is_named(column, "need", "window"))
    return title_of_window(arena, tables, unit, value);
  if (is_named(column, "shifts", "shift"))
    return title_of_shift(tables, unit, value);
  if (is_named(column, "sources", "code"))
    return title_of_source(arena, tables, value);
  return own_words(arena, column, value);
}

// A code identifies its subject by itself, a number does not.
static const char *condition_in_words(struct arena *arena, const char *column, const char *value) {
  if (strcmp(column, "days") == 0 || strcmp(column, "dager") == 0)
    return days_in_words(arena, value);
  int year, month, day;
  const char *why;
  if (cell_date(value, &year, &month, &day, &why))
    value = format_date_short(arena, day_from_date(year, month, day));
  return strchr("0123456789-", *value) ? arena_printf(arena, "%s %s", label_of_input(arena, "", column), value) : value;
}

// A word without a value is a table or a column.
static const char *name_in_words(struct arena *arena, const char *word) {
  const char *table = label_of(arena, "table", word);
  return strcmp(table, word) ? table : label_of_input(arena, "", word);
}

// The condition on one column, if the text has it; "" where it has none.
static const char *value_of_condition(struct arena *arena, const char *text, const char *column) {
  size_t length = strlen(column);
  for (const char *at = text; (at = strstr(at, column)); at += length)
    if ((at == text || at[-1] == ' ') && at[length] == '=') {
      bool quoted = at[length + 1] == '\'';
      const char *value = at + length + 1 + quoted;
      return arena_text(arena, value, strcspn(value, quoted ? "'" : " "));
    }
  return "";
}

static const char *unit_of_conditions(struct arena *arena, const char *text) {
  const char *unit = value_of_condition(arena, text, "unit"), *norwegian = norwegian_name("need", "unit");
  return *unit || !norwegian ? unit : value_of_condition(arena, text, norwegian);
}

const char *label_of_conditions(struct arena *arena, const struct tables *tables, const char *text) {
  const char *list = "", *unit = tables ? unit_of_conditions(arena, text) : "";
  for (const char *at = text; *(at += strspn(at, " "));) {
    size_t name = strcspn(at, " ="), from = name + (at[name] == '='), length;
    bool quoted = at[name] == '=' && at[from] == '\'';
    from += quoted;
    length = at[name] == '=' ? strcspn(at + from, quoted ? "'" : " ") : 0;
    const char *word = arena_text(arena, at, name), *value = arena_text(arena, at + from, length);
    if (tables && at[name] == '=')
      value = title_of_value(arena, tables, unit, word, value);
    bool says_all = at[name] == '=' && strcmp(value, "all") == 0;
    const char *words = at[name] == '=' ? condition_in_words(arena, word, value) : name_in_words(arena, word);
    if (!says_all) // every day, every week
      list = *list ? arena_printf(arena, "%s, %s", list, words) : words;
    at += from + length;
    at += quoted && *at;
  }
  return list;
}
