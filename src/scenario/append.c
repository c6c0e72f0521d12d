// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/append.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/language.h"
#include "scenario/cells.h"
#include "scenario/header.h"
#include "scenario/norwegian.h"
#include "text/spreadsheet_add.h"

enum { TABLES_MOST = 8 };

struct append {
  struct arena *arena;
  const struct table *table;
  const char *path, *file; // on disk; as in messages
  struct sheet *sheet;     // as it is; NULL: written new
  const char *bytes;       // of a CSV file as it is
  size_t byte_count;
  const struct spreadsheet *book; // NULL: a CSV file
  const struct grid *grid;
  const char *const *columns; // of a new file
  struct append_dialect dialect;
  int *cell_of;       // [columns of the table] where the sheet has each; NO_CELL
  bool *missed;       // [columns of the table] a value had no column
  const char ***rows; // each by the cells of the sheet, or of the new file
  size_t row_count, row_room;
};

const struct sheet *append_sheet(const struct append *append) { return append->sheet; }
const char *append_file(const struct append *append) { return append->file; }
size_t append_count(const struct append *append) { return append->row_count; }

// ---------------------------------------------------------------- what is there

static size_t column_index(const struct table *table, const char *name) {
  size_t c = 0;
  while (strcmp(table->columns[c].name, name) != 0)
    c++;
  return c;
}

const char *append_cell(const struct append *append, const struct sheet_row *row, const char *column) {
  int cell = append->cell_of[column_index(append->table, column)];
  return cell == NO_CELL ? "" : row->cells[cell];
}

static bool read_bytes(struct append *append, struct problems *problems) {
  char *bytes, hash[SHEET_HASH_DIGITS + 1];
  const char *why;
  if (!sheet_bytes(append->arena, append->path, &bytes, &append->byte_count, hash, &why)) {
    problem_add(problems, (struct place){.file = append->path}, NULL, "%s", why);
    return false;
  }
  append->bytes = bytes;
  return true;
}

static bool map_columns(struct append *append, struct problems *problems) {
  const struct table *table = append->table;
  return append->sheet && header_map(problems, append->sheet, table->columns, table->column_count, append->cell_of);
}

static bool open_sheet(struct append *append, const struct table_store *store, enum table_id id,
                       struct problems *problems) {
  append->file = arena_printf(append->arena, "%s: %s", append->book->path, append->grid->name);
  append->path = append->book->path;
  struct sheet_header header = header_of(append->arena, id);
  append->sheet = store_has(store, id) ? store_sheet(store, id, problems)
                                       : grid_sheet(append->arena, append->grid, append->file, &header, problems);
  return map_columns(append, problems);
}

static const char *names_of(struct arena *arena, const char *const *columns) {
  const char *list = "";
  for (; *columns; columns++)
    list = arena_printf(arena, "%s%s%s", list, *list ? ", " : "", *columns);
  return list;
}

static bool open_file(struct append *append, const struct table_store *store, const char *folder, enum table_id id,
                      struct problems *problems) {
  const struct table *table = append->table;
  if (store_is_workbook(store)) {
    problem_add(problems, (struct place){.file = folder}, NULL,
                "no sheet `%s` in it, where rows are to be added: add one, with these columns in its first row: %s",
                table->name, names_of(append->arena, append->columns));
    return false;
  }
  bool there = store_has(store, id);
  const char *name =
      append->dialect.norwegian ? arena_printf(append->arena, "%s.csv", norwegian_table(id)) : table->file;
  append->path = arena_printf(append->arena, "%s/%s", folder, there ? store_file(store, id) : name);
  append->file = append->path;
  if (!there)
    return true;
  append->sheet = read_bytes(append, problems) ? store_sheet(store, id, problems) : NULL;
  return map_columns(append, problems);
}

struct append *append_open(struct arena *arena, const struct table_store *store, const char *folder, enum table_id id,
                           const char *const *columns, struct append_dialect dialect, struct problems *problems) {
  struct append *append = arena_alloc(arena, sizeof *append);
  *append = (struct append){.arena = arena, .table = table_of(id), .columns = columns, .dialect = dialect};
  append->cell_of = arena_array(arena, append->table->column_count, sizeof *append->cell_of);
  append->missed = arena_array(arena, append->table->column_count, sizeof *append->missed);
  for (size_t c = 0; c < append->table->column_count; c++)
    append->cell_of[c] = NO_CELL;
  append->grid = store_grid(store, id, &append->book);
  bool good = append->grid ? open_sheet(append, store, id, problems) : open_file(append, store, folder, id, problems);
  return good ? append : NULL;
}

// ---------------------------------------------------------------- rows

static const char *text_of(const struct append_value *values, const char *column) {
  for (; values->column; values++)
    if (!strcmp(values->column, column))
      return values->text;
  return "";
}

// A value without a column in the file is missed: it is refused where it must not be lost, the rest is reported once.
static void miss(struct append *append, const struct column *column, struct problems *problems) {
  static const char *const kept[] = {"source", "from", "to", "amount_kr", "fte"};
  bool *missed = &append->missed[column - append->table->columns], needed = column->required;
  if (*missed)
    return;
  *missed = true;
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
    needed |= !strcmp(column->name, kept[i]);
  struct place at = {.file = append->file, .line = append->sheet->header.line};
  if (needed)
    problem_add(problems, at, NULL, "column `%s` is missing: add it, so that what the paper prints has a place",
                column->name);
  else
    problem_warn(problems, at, NULL, "no column `%s`: what the paper prints for it is not taken", column->name);
}

static const char **cells_by_sheet(const struct append *append, const struct append_value *values) {
  const struct table *table = append->table;
  const char **cells = arena_array(append->arena, (size_t)append->sheet->header.cell_count + 1, sizeof *cells);
  for (int cell = 0; cell < append->sheet->header.cell_count; cell++) {
    cells[cell] = "";
    for (size_t c = 0; c < table->column_count; c++)
      if (append->cell_of[c] == cell)
        cells[cell] = text_of(values, table->columns[c].name);
  }
  return cells;
}

// A cell of a new file.
static const char *new_cell(const struct append *append, const struct append_value *values, const char *name) {
  const struct column *column = &append->table->columns[column_index(append->table, name)];
  const char *text = text_of(values, name), *word = NULL;
  if (append->dialect.norwegian && column->kind == CELL_CHOICE)
    word = norwegian_word(column, text);
  else if (append->dialect.norwegian && !strcmp(name, "source") && !strcmp(text, "assumed"))
    word = "antatt";
  return word ? word : text;
}

static const char *new_head(const struct append *append, const char *name) {
  const char *norwegian = append->dialect.norwegian ? norwegian_name(append->table->name, name) : NULL;
  return norwegian ? norwegian : name;
}

static const char **cells_by_columns(const struct append *append, const struct append_value *values) {
  size_t count = 0;
  while (append->columns[count])
    count++;
  const char **cells = arena_array(append->arena, count + 1, sizeof *cells);
  for (size_t c = 0; c < count; c++)
    cells[c] = new_cell(append, values, append->columns[c]);
  return cells;
}

void append_row(struct append *append, const struct append_value *values, struct problems *problems) {
  const struct table *table = append->table;
  const char **cells = append->sheet ? cells_by_sheet(append, values) : cells_by_columns(append, values);
  for (const struct append_value *v = values; append->sheet && v->column; v++)
    if (*v->text && append->cell_of[column_index(table, v->column)] == NO_CELL)
      miss(append, &table->columns[column_index(table, v->column)], problems);
  *(const char ***)arena_push(append->arena, &append->rows, &append->row_count, &append->row_room, sizeof cells) =
      cells;
}

// ---------------------------------------------------------------- CSV

static char separator_of(const struct append *append) {
  return append->sheet ? append->sheet->separator : append->dialect.separator;
}

static const char *quoted(const struct append *append, const char *text) {
  const char special[] = {separator_of(append), '"', '\n', '\r', '\0'};
  if (!strpbrk(text, special) && text[0] != '#' && text[0] != ' ')
    return text;
  const char *out = "";
  for (size_t part; *text; text += part + (text[part] == '"')) {
    part = strcspn(text, "\"");
    out = arena_printf(append->arena, "%s%.*s%s", out, (int)part, text, text[part] ? "\"\"" : "");
  }
  return arena_printf(append->arena, "\"%s\"", out);
}

static const char *line_of(const struct append *append, const char *const *cells, size_t count) {
  const char *line = "";
  for (size_t c = 0; c < count; c++)
    line = c ? arena_printf(append->arena, "%s%c%s", line, separator_of(append), quoted(append, cells[c]))
             : quoted(append, cells[c]);
  return line;
}

static size_t width_of(const struct append *append) {
  size_t count = 0;
  while (!append->sheet && append->columns[count])
    count++;
  return append->sheet ? (size_t)append->sheet->header.cell_count : count;
}

// The existing content, completed to a full line, or the header.
static void write_begin(const struct append *append, const char *end, FILE *to) {
  if (append->sheet) {
    fwrite(append->bytes, 1, append->byte_count, to);
    if (append->byte_count && !strchr("\r\n", append->bytes[append->byte_count - 1]))
      fputs(end, to);
    return;
  }
  if (append->dialect.byte_order_mark)
    fputs("\xEF\xBB\xBF", to);
  size_t width = width_of(append);
  const char **heads = arena_array(append->arena, width + 1, sizeof *heads);
  for (size_t c = 0; c < width; c++)
    heads[c] = new_head(append, append->columns[c]);
  fputs(line_of(append, heads, width), to);
  fputs(end, to);
}

static void write_csv(const struct append *append, FILE *to) {
  const char *end = append->bytes && memmem(append->bytes, append->byte_count, "\r\n", 2) ? "\r\n" : "\n";
  write_begin(append, end, to);
  for (size_t i = 0; i < append->row_count; i++) {
    const char *line = line_of(append, append->rows[i], width_of(append));
    size_t length = strlen(line);
    line = append->sheet ? sheet_encode(append->arena, append->sheet, line, &length) : line;
    fwrite(line, 1, length, to);
    fputs(end, to);
  }
}

// ---------------------------------------------------------------- a workbook

static bool is_whole_number(const char *text) {
  size_t digits = strspn(text + (*text == '-'), "0123456789");
  return digits && digits < 16 && !text[digits + (*text == '-')] && (digits == 1 || text[*text == '-'] != '0');
}

static struct added_cell cell_of_text(const char *text, int row, int column) {
  bool number = is_whole_number(text);
  return (struct added_cell){row, column, ADDED_PLAIN, number ? NULL : text, number ? strtoll(text, NULL, 10) : 0};
}

static struct added_cells cells_of(const struct append *append) {
  size_t width = width_of(append);
  int below = append->grid->cells[append->grid->count - 1].row + 1;
  struct added_cell *cells = arena_array(append->arena, append->row_count * width + 1, sizeof *cells);
  struct added_cells added = {.sheet = append->grid, .cells = cells};
  for (size_t i = 0; i < append->row_count; i++)
    for (size_t c = 0; c < width; c++)
      if (*append->rows[i][c])
        cells[added.count++] = cell_of_text(append->rows[i][c], below + (int)i, append->sheet->columns[c]);
  return added;
}

// The workbook with the rows of all its tables, beside it; its name, or NULL and *why.
static const char *write_book(struct arena *arena, struct append *const *appends, size_t count,
                              const struct spreadsheet *book, const char **why) {
  struct added_cells added[TABLES_MOST];
  size_t tables = 0;
  for (size_t i = 0; i < count; i++)
    if (appends[i]->book == book && appends[i]->row_count)
      added[tables++] = cells_of(appends[i]);
  const char *part = arena_printf(arena, "%s.part", book->path);
  *why = spreadsheet_add(arena, book, added, tables, part);
  return *why ? NULL : part;
}

// ---------------------------------------------------------------- all or none

struct writing { // of one table: its new file, or, of the first of a workbook, the workbook beside the old one
  struct new_file *file;
  const char *part;
};

static bool is_first_of_book(struct append *const *appends, size_t i) {
  for (size_t j = 0; j < i; j++)
    if (appends[j]->book == appends[i]->book && appends[j]->row_count)
      return false;
  return true;
}

static const char *begin(struct arena *arena, struct append *const *appends, size_t count, size_t i,
                         struct writing *writing) {
  const char *why = NULL;
  if (!appends[i]->row_count)
    return NULL;
  if (appends[i]->book) {
    writing->part = is_first_of_book(appends, i) ? write_book(arena, appends, count, appends[i]->book, &why) : NULL;
    return why;
  }
  writing->file = file_begin(arena, appends[i]->path, "", &why);
  if (writing->file)
    write_csv(appends[i], file_stream(writing->file));
  return why;
}

static const char *end(const struct append *append, struct writing *writing) {
  const char *why = NULL;
  if (writing->file)
    return file_finish(writing->file, &why) ? NULL : why;
  return writing->part && rename(writing->part, append->path) != 0 ? strerror(errno) : NULL;
}

const char *append_write(struct arena *arena, struct append *const *appends, size_t count) {
  struct writing writings[TABLES_MOST] = {{NULL, NULL}};
  const char *why = NULL;
  for (size_t i = 0; i < count && !why; i++)
    why = begin(arena, appends, count, i, &writings[i]);
  for (size_t i = 0; i < count; i++)
    if (!why) {
      why = end(appends[i], &writings[i]);
    } else {
      file_abandon(writings[i].file);
      if (writings[i].part)
        unlink(writings[i].part);
    }
  return why;
}
