// SPDX-License-Identifier: GPL-3.0-or-later
// `rotacost new ward.xlsx`: the example, or an existing scenario, as one workbook.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/new.h"
#include "base/language.h"
#include "book/entry_book.h"
#include "report/terminal.h"
#include "scenario/header.h"
#include "scenario/norwegian.h"
#include "scenario/settings.h"
#include "scenario/store.h"
#include "scenario/vary.h"
#include "text/spreadsheet.h"

static void take_template(struct arena *arena, const struct template *template, struct entry_table *tables,
                          struct problems *problems) {
  for (size_t i = 0; i < template->count; i++)
    for (int t = 0; t < TABLE_COUNT; t++) {
      const struct template_file *file = &template->files[i];
      if (strcmp(table_of((enum table_id)t)->file, file->name) != 0)
        continue;
      struct sheet_header header = header_of(arena, (enum table_id)t);
      char *bytes = arena_text(arena, (const char *)file->bytes, file->length);
      tables[t].sheet = sheet_parse(arena, bytes, file->length, file->name, &header, problems);
    }
}

static void take_scenario(struct arena *arena, const char *from, struct entry_table *tables,
                          struct problems *problems) {
  const struct table_store *store = store_open(arena, from, problems);
  for (int t = 0; store && t < TABLE_COUNT; t++)
    if (store_has(store, (enum table_id)t))
      tables[t].sheet = store_sheet(store, (enum table_id)t, problems);
}

// ---------------------------------------------------------------- the folder of shared tables

static const char *folder_of(struct arena *arena, const char *path) {
  const char *slash = strrchr(path, '/');
  if (slash == path)
    return "/";
  return slash ? arena_text(arena, path, (size_t)(slash - path)) : ".";
}

static const char *real_path(struct arena *arena, const char *path) {
  char *real = realpath(path, NULL);
  const char *kept = real ? arena_printf(arena, "%s", real) : NULL;
  free(real);
  return kept;
}

// From one folder to another, both by their real paths.
static const char *relative_path(struct arena *arena, const char *from, const char *to) {
  size_t shared = 0;
  for (size_t i = 0; from[i] == to[i] || !from[i] || !to[i]; i++) {
    if ((from[i] == '/' || !from[i]) && (to[i] == '/' || !to[i]))
      shared = i;
    if (!from[i] || !to[i])
      break;
  }
  const char *path = "";
  for (const char *at = from + shared; *at; at++)
    if (*at == '/')
      path = arena_printf(arena, "../%s", path);
  const char *rest = to + shared + (to[shared] == '/');
  path = arena_printf(arena, "%s%s", path, rest);
  return *path ? path : ".";
}

// A setting's row of the sheet; NULL where it is not given.
static const struct sheet_row *setting_row(const struct sheet *sheet, const char *name) {
  const struct column *column = column_named(TABLE_SETTINGS, name);
  for (size_t i = 0; i < sheet->row_count; i++)
    if (sheet->rows[i].cell_count > 1 && column_is_called(column, sheet->rows[i].cells[0]))
      return &sheet->rows[i];
  return NULL;
}

// The folder of shared tables as seen from the workbook.
static void move_common(struct arena *arena, const struct sheet *settings, const char *from, const char *path) {
  const struct sheet_row *row = settings ? setting_row(settings, "common") : NULL;
  if (!row || !*row->cells[1] || row->cells[1][0] == '/')
    return;
  const char *base = is_spreadsheet(from) ? folder_of(arena, from) : from;
  const char *common = real_path(arena, arena_printf(arena, "%s/%s", base, row->cells[1]));
  const char *to = real_path(arena, folder_of(arena, path));
  if (common && to)
    row->cells[1] = relative_path(arena, to, common);
}

static void set_decimals(struct arena *arena, struct entry_table *tables, struct problems *problems) {
  const struct setting_lines *lines = setting_lines_read(arena, tables[TABLE_SETTINGS].sheet, problems);
  for (int t = 0; lines && t < TABLE_COUNT; t++) {
    tables[t].decimal = setting_decimal(lines);
    if (tables[t].sheet)
      sheet_use_decimal(arena, tables[t].sheet, tables[t].decimal);
  }
}

// ---------------------------------------------------------------- writing

// Whole or not at all, and never over an existing file.
static const char *write_new(struct arena *arena, const struct entry_table *tables, const char *path) {
  const char *part = arena_printf(arena, "%s.part", path);
  const char *why = entry_book_write(arena, tables, part, path);
  if (!why && link(part, path) != 0)
    why = strerror(errno);
  unlink(part);
  return why;
}

static enum exit_status write_workbook(struct arena *arena, const char *path, const struct template *template,
                                       const char *from) {
  struct problems *problems = problems_new(arena);
  struct entry_table tables[TABLE_COUNT] = {{0}};
  if (from)
    take_scenario(arena, from, tables, problems);
  else
    take_template(arena, template, tables, problems);
  if (!problems->error_count)
    set_decimals(arena, tables, problems);
  problems_print(problems, stderr);
  if (problems->error_count)
    return EXIT_BAD_INPUT;
  if (from)
    move_common(arena, tables[TABLE_SETTINGS].sheet, from, path);
  const char *why = write_new(arena, tables, path), *shown = terminal_text(arena, path);
  if (why) {
    fprintf(stderr, _("rotacost: cannot write %s: %s\n"), shown, why);
    return EXIT_INTERNAL;
  }
  printf(_("%s: a workbook. Fill it in, save it, then:\n"), shown);
  printf(_("  rotacost check %s\n  rotacost run %s\n"), shown, shown);
  return EXIT_DONE;
}

int new_workbook(const char *path, const struct template *template, const char *from) {
  struct arena *arena = arena_new();
  enum exit_status status = EXIT_WRONG_USE;
  if (access(path, F_OK) == 0)
    fprintf(stderr, _("rotacost: %s is there already; name a new file\n"), terminal_text(arena, path));
  else
    status = write_workbook(arena, path, template, from);
  arena_free(arena);
  return status;
}
