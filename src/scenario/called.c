// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/called.h"

#include <ctype.h>
#include <string.h>

#include "base/language.h"
#include "scenario/norwegian.h"

static const char *called_in(struct arena *arena, const struct table_store *store, enum table_id id) {
  if (!store_is_workbook(store))
    return store_has(store, id) ? store_file(store, id) : table_of(id)->file;
  const struct spreadsheet *book;
  const struct grid *grid = store_grid(store, id, &book);
  const char *name = language_now() == LANGUAGE_NB ? norwegian_table(id) : table_of(id)->name;
  return arena_printf(arena, _("the sheet %s"), grid ? grid->name : name);
}

void tables_note_called(struct arena *arena, struct tables *tables, const struct table_store *own,
                        const struct table_store *shared, struct problems *problems) {
  tables->called = arena_array(arena, TABLE_COUNT, sizeof *tables->called);
  for (int t = 0; t < TABLE_COUNT; t++) {
    enum table_id id = (enum table_id)t;
    bool elsewhere = shared && !store_has(own, id) && store_has(shared, id);
    tables->called[t] = called_in(arena, elsewhere ? shared : own, id);
    if (strcmp(tables->called[t], table_of(id)->file) != 0)
      problem_spell(problems, "", table_of(id)->file, tables->called[t], NULL);
  }
}

static const char *called(const struct tables *tables, const char *file, size_t length) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (strlen(table_of((enum table_id)t)->file) == length &&
        memcmp(table_of((enum table_id)t)->file, file, length) == 0)
      return tables->called[t];
  return NULL;
}

const char *tables_called(struct arena *arena, const struct tables *tables, const char *text) {
  static const char ending[] = ".csv";
  const char *out = "", *at = text;
  for (const char *dot; tables->called && (dot = strstr(at, ending)); at = dot + sizeof ending - 1) {
    const char *begin = dot;
    while (begin > at && (islower((unsigned char)begin[-1]) || begin[-1] == '_'))
      begin--;
    const char *name = called(tables, begin, (size_t)(dot - begin) + sizeof ending - 1);
    int kept = (int)((name ? begin : dot + sizeof ending - 1) - at);
    out = arena_printf(arena, "%s%.*s%s", out, kept, at, name ? name : "");
  }
  return at == text ? text : arena_printf(arena, "%s%s", out, at);
}

const char *row_table_called(struct arena *arena, const char *file) {
  static const char before_sheet[] = ": ";
  const char *name = row_file_called(file), *sheet = strstr(name, before_sheet);
  return sheet ? arena_printf(arena, "%s.csv", sheet + sizeof before_sheet - 1) : name;
}
