// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/store.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/file.h"
#include "base/language.h"
#include "scenario/cells.h"
#include "scenario/header.h"
#include "scenario/norwegian.h"
#include "text/cell.h"
#include "text/spreadsheet.h"

struct stored {
  const char *file;               // as in messages
  const char *path;               // of the file on disk
  const struct spreadsheet *book; // NULL: a CSV file
  const struct grid *grid;
  bool broken; // it exists and is not read, which has been reported
};

struct table_store {
  struct arena *arena;
  const char *path;
  bool workbook;
  struct stored tables[TABLE_COUNT];   // file NULL: not there
  struct stored unfilled[TABLE_COUNT]; // sheets with a header and nothing below it
};

bool store_has(const struct table_store *store, enum table_id id) { return store->tables[id].file; }
const struct grid *store_grid(const struct table_store *store, enum table_id id, const struct spreadsheet **book) {
  const struct stored *stored = store_has(store, id) ? &store->tables[id] : &store->unfilled[id];
  *book = stored->book;
  return stored->grid;
}

bool store_is_workbook(const struct table_store *store) { return store->workbook; }

const char *store_place(struct arena *arena, const char *path, enum table_id id) {
  return is_spreadsheet(path) ? arena_printf(arena, "%s: %s", path, table_of(id)->name)
                              : arena_printf(arena, "%s/%s", path, table_of(id)->file);
}

const char *store_file(const struct table_store *store, enum table_id id) {
  const char *path = store->tables[id].path, *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

// ---------------------------------------------------------------- names

static bool same_name(const char *a, const char *b) {
  int differ = 1;
  return u8_casecmp((const uint8_t *)a, strlen(a), (const uint8_t *)b, strlen(b), "", UNINORM_NFC, &differ) == 0 &&
         differ == 0;
}

static int table_by_name(const char *name) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (same_name(name, table_of((enum table_id)t)->name) || same_name(name, norwegian_table((enum table_id)t)))
      return t;
  return -1;
}

// The table whose name is nearest in either language; NULL where none is near.
static const char *nearest_table(const char *name) {
  const char *words[2 * TABLE_COUNT + 1] = {NULL};
  for (int t = 0; t < TABLE_COUNT; t++) {
    words[2 * t] = table_of((enum table_id)t)->name;
    words[2 * t + 1] = norwegian_table((enum table_id)t);
  }
  return nearest_word(name, words);
}

// ---------------------------------------------------------------- what is there

static void put(struct table_store *store, enum table_id id, struct stored stored, struct problems *problems) {
  struct stored *first = &store->tables[id];
  if (first->file && !first->broken) {
    problem_add(problems, (struct place){.file = stored.file}, NULL, "the same table as %s: keep one of them",
                first->file);
    first->broken = true; // it is not known which of them is meant
  } else {
    *first = stored;
  }
}

// The table exists, but cannot be read: nothing else is reported about its rows.
static void put_broken(struct table_store *store, int id, const char *path) {
  if (id >= 0 && !store->tables[id].file)
    store->tables[id] = (struct stored){.file = path, .path = path, .broken = true};
}

// A name close to a table's is a slip, and its contents are missing; any other name may be the user's own.
static void tell_unknown(struct table_store *store, const char *file, const char *name, const char *ending,
                         struct problems *problems) {
  const char *near = nearest_table(name);
  if (near) {
    problem_add(problems, (struct place){.file = file}, NULL,
                "no such table: the nearest is `%s%s`; rename it, with # in front if it is a remark", near, ending);
    put_broken(store, table_by_name(near), file);
  } else {
    problem_warn(problems, (struct place){.file = file}, NULL, "no such table, not read: %s",
                 store->workbook ? _("a sheet is called as `rotacost columns` calls its table, or begins with #")
                                 : _("a file is called as `rotacost columns` calls its table"));
  }
}

static struct stored stored_in(struct arena *arena, const struct spreadsheet *book, const struct grid *grid) {
  return (struct stored){arena_printf(arena, "%s: %s", book->path, grid->name), book->path, book, grid, false};
}

static void tell_hidden(const struct stored *stored, struct problems *problems) {
  struct place at = {.file = stored->file};
  if (stored->grid->hidden)
    problem_warn(problems, at, NULL, "the sheet is hidden, and is read: delete it if it does not count");
  if (stored->grid->hidden_rows)
    problem_warn(problems, at, NULL, "hidden and filtered rows are read too, %d here: delete them if they do not count",
                 stored->grid->hidden_rows);
}

// A sheet without a row below its header counts as empty, like one without a cell.
static bool is_remark(const struct grid *grid) {
  bool rows = grid->count && grid->cells[0].row != grid->cells[grid->count - 1].row;
  return grid->name[0] == '#' || (!rows && !grid->wrong);
}

// The sheets with the name of a table. Other sheets are reported, where the workbook is the scenario.
static size_t put_named_sheets(struct table_store *store, const struct spreadsheet *book, struct problems *problems) {
  size_t count = 0;
  for (size_t i = 0; i < book->sheet_count; i++) {
    const struct grid *grid = book->sheets[i];
    int id = table_by_name(grid->name);
    if (id < 0)
      continue;
    struct stored stored = stored_in(store->arena, book, grid);
    if (is_remark(grid)) {
      store->unfilled[id] = stored;
      continue;
    }
    tell_hidden(&stored, problems);
    put(store, (enum table_id)id, stored, problems);
    count++;
  }
  return count;
}

static void tell_other_sheets(struct table_store *store, const struct spreadsheet *book, struct problems *problems) {
  for (size_t i = 0; i < book->sheet_count; i++)
    if (!is_remark(book->sheets[i]) && table_by_name(book->sheets[i]->name) < 0)
      tell_unknown(store, stored_in(store->arena, book, book->sheets[i]).file, book->sheets[i]->name, "", problems);
}

static void tell_macros(const struct spreadsheet *book, struct problems *problems) {
  if (book->macros)
    problem_warn(problems, (struct place){.file = book->path}, NULL,
                 "its macros are not run: what they fill in is read as saved last");
}

// ---------------------------------------------------------------- a folder

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// The part of a name after its last point; "" where it has none.
static const char *ending_of(const char *name) {
  const char *point = strrchr(name, '.');
  return point && point != name ? point + 1 : "";
}

static const char *stem_of(struct arena *arena, const char *name) {
  return arena_text(arena, name, strlen(name) - strlen(ending_of(name)) - (ending_of(name)[0] != 0));
}

// Sorted, so that the order of the folder has no effect. Hidden files and those of an open workbook (~$) are left out.
static const char **files_in(struct arena *arena, DIR *directory, size_t *count) {
  const char **names = NULL;
  size_t room = 0;
  *count = 0;
  for (struct dirent *entry; (entry = readdir(directory));)
    if (entry->d_name[0] != '.' && entry->d_name[0] != '#' && strncmp(entry->d_name, "~$", 2) != 0 &&
        entry->d_type != DT_DIR)
      *(const char **)arena_push(arena, &names, count, &room, sizeof *names) = arena_printf(arena, "%s", entry->d_name);
  if (*count)
    qsort(names, *count, sizeof *names, compare_names);
  return names;
}

// A workbook in a folder: for the table of its name, and for those named by its sheets.
static void put_workbook(struct table_store *store, const char *path, const char *stem, struct problems *problems) {
  int id = table_by_name(stem);
  struct spreadsheet *book = spreadsheet_read(store->arena, path, problems);
  if (!book) {
    put_broken(store, id, path);
    return;
  }
  tell_macros(book, problems);
  const struct grid *only = NULL;
  size_t named = put_named_sheets(store, book, problems), others = 0;
  for (size_t i = 0; i < book->sheet_count; i++)
    if (!is_remark(book->sheets[i]))
      only = book->sheets[i], others++;
  if (named)
    tell_other_sheets(store, book, problems);
  else if (id >= 0 && others == 1)
    put(store, (enum table_id)id, stored_in(store->arena, book, only), problems);
  else if (id >= 0)
    problem_add(problems, (struct place){.file = path}, NULL,
                "no sheet in it is called `%s`: name the one that holds the table so",
                table_of((enum table_id)id)->name);
  else
    tell_unknown(store, path, stem, path + strlen(path) - strlen(ending_of(path)) - 1, problems);
}

static bool is_other_kind(const char *ending) {
  static const char *const kinds[] = {"xls", "xlsb", "numbers", "tsv", "txt", "gsheet", "fods", "sxc"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (strcasecmp(ending, kinds[i]) == 0)
      return true;
  return false;
}

static void put_file(struct table_store *store, const char *name, struct problems *problems) {
  const char *path = arena_printf(store->arena, "%s/%s", store->path, name), *ending = ending_of(name);
  const char *stem = stem_of(store->arena, name);
  int id = table_by_name(stem);
  if (is_spreadsheet(name))
    put_workbook(store, path, stem, problems);
  else if (strcasecmp(ending, "csv") == 0 && id >= 0)
    put(store, (enum table_id)id, (struct stored){.file = path, .path = path}, problems);
  else if (strcasecmp(ending, "csv") == 0)
    tell_unknown(store, path, stem, ".csv", problems);
  else if (id >= 0 && is_other_kind(ending)) {
    problem_add(problems, (struct place){.file = path}, NULL, "cannot be read: save it as .csv, .xlsx or .ods");
    put_broken(store, id, path);
  }
}

// ---------------------------------------------------------------- opening

static void open_workbook(struct table_store *store, const struct spreadsheet *book, struct problems *problems) {
  store->workbook = true;
  tell_macros(book, problems);
  put_named_sheets(store, book, problems);
  tell_other_sheets(store, book, problems);
}

struct table_store *store_open(struct arena *arena, const char *path, struct problems *problems) {
  struct table_store *store = arena_alloc(arena, sizeof *store);
  *store = (struct table_store){.arena = arena, .path = path};
  const char *why = NULL;
  if (!file_is_plain(path, &why)) {
    problem_add(problems, (struct place){.file = path}, NULL, "%s", why);
    return NULL;
  }
  DIR *directory = opendir(path);
  if (directory) {
    size_t count = 0;
    const char **names = files_in(arena, directory, &count);
    closedir(directory);
    for (size_t i = 0; i < count; i++)
      put_file(store, names[i], problems);
    return store;
  }
  if (errno == ENOMEM)
    arena_no_memory();
  if (!is_spreadsheet(path)) {
    problem_add(problems, (struct place){.file = path}, NULL,
                _("no such folder or workbook: name the folder that holds settings.csv, or an .xlsx or .ods file"));
    return NULL;
  }
  struct spreadsheet *book = spreadsheet_read(arena, path, problems);
  if (book)
    open_workbook(store, book, problems);
  return book ? store : NULL;
}

struct sheet *store_sheet(const struct table_store *store, enum table_id id, struct problems *problems) {
  const struct stored *stored = &store->tables[id];
  struct sheet_header header = header_of(store->arena, id);
  if (stored->broken)
    return NULL;
  if (!stored->grid)
    return sheet_read(store->arena, stored->path, stored->file, &header, problems);
  struct sheet *sheet = grid_sheet(store->arena, stored->grid, stored->file, &header, problems);
  if (sheet) {
    memcpy(sheet->sha256, stored->book->sha256, sizeof sheet->sha256);
    sheet->byte_count = stored->book->byte_count;
  }
  return sheet;
}
