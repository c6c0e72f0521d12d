// SPDX-License-Identifier: GPL-3.0-or-later
// rotacost gather: results of run merged, without solving: tables, a page and a workbook in a folder of their own.
#include "report/gathered.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/apart.h"
#include "app/commands.h"
#include "app/version.h"
#include "base/language.h"
#include "book/gathered_book.h"
#include "page/page.h"
#include "report/datapackage.h"
#include "report/folder.h"
#include "report/folder_old.h"
#include "report/labels.h"
#include "report/terminal.h"

// ---------------------------------------------------------------- where it is written

struct target {
  const char *path, *parent, *name;
};

static struct target target_of(struct arena *arena, const struct options *options) {
  const char *given = options->output_given ? options->output : "gathered";
  size_t length = strlen(given);
  while (length > 1 && given[length - 1] == '/')
    length--;
  char *path = arena_text(arena, given, length), *slash = strrchr(path, '/');
  if (!slash)
    return (struct target){path, ".", path};
  const char *parent = slash == path ? "/" : arena_text(arena, path, (size_t)(slash - path));
  return (struct target){path, parent, slash + 1};
}

// A result of run is never replaced by gathered tables.
static bool may_write(struct arena *arena, const struct target *target) {
  if (!folder_has(target->path, "evidence.json"))
    return true;
  fprintf(stderr, _("rotacost: %s is a result of run: choose another folder with -o\n"),
          terminal_text(arena, target->path));
  return false;
}

// ---------------------------------------------------------------- what is read

struct chosen { // folders, each once, without the target
  char **paths;
  size_t count;
};

static bool same_folder(const char *left, const char *right) {
  char *a = realpath(left, NULL), *b = realpath(right, NULL);
  bool same = a && b && !strcmp(a, b);
  free(a);
  free(b);
  return same;
}

static struct chosen choose(struct arena *arena, const struct options *options, const struct target *target) {
  size_t first;
  struct chosen chosen = {.paths = arena_array(arena, (size_t)options->scenario_count, sizeof *chosen.paths)};
  for (int i = 0; i < options->scenario_count; i++) {
    chosen.paths[chosen.count++] = options->scenarios[i];
    bool twice = apart_twice(arena, chosen.paths, chosen.count, &first) != SIZE_MAX;
    bool own = !twice && same_folder(options->scenarios[i], target->path);
    if (twice)
      fprintf(stderr, _("rotacost: %s is named twice, and counted once\n"),
              terminal_text(arena, options->scenarios[i]));
    else if (own)
      fprintf(stderr, _("rotacost: %s is where the table is written, and not counted\n"),
              terminal_text(arena, options->scenarios[i]));
    chosen.count -= twice || own;
  }
  return chosen;
}

static void tell_left_out(struct arena *arena, const struct gathered *gathered) {
  for (size_t i = 0; i < gathered->left_out_count; i++)
    fprintf(stderr, _("rotacost: %s: left out: %s\n"), terminal_text(arena, gathered->left_out[i].path),
            terminal_text(arena, gathered->left_out[i].why));
}

// ---------------------------------------------------------------- what is written

static struct csv_dialect dialect_of(const struct options *options, const struct gathered *gathered) {
  if (options->csv_given && options->csv == CSV_RFC4180)
    return (struct csv_dialect){.separator = ',', .decimal = '.', .crlf = true};
  return gathered->results[0]->dialect;
}

static const char *write_tables(struct arena *arena, struct result_folder *folder, const struct result_set *set,
                                const struct csv_dialect *dialect) {
  struct datapackage package = {.arena = arena,
                                .name = "gathered",
                                .title = _("What measures save, gathered from many results"),
                                .run_id = results_run_id(arena, set),
                                .dialect = dialect,
                                .tables = arena_array(arena, set->count, sizeof *package.tables)};
  for (size_t t = 0; t < set->count; t++) {
    const struct result_table *table = set->tables[t];
    FILE *file = folder_file(folder, arena_printf(arena, "%s.csv", table->name));
    if (!file || !csv_write_table(table, dialect, file))
      return strerror(errno);
    package.tables[package.count++] = table;
  }
  return datapackage_write(&package, folder) ? NULL : strerror(errno);
}

static const char *write_files(struct arena *arena, const struct options *options, const struct gathered *gathered,
                               const struct result_set *set, struct result_folder *folder) {
  const struct csv_dialect dialect = dialect_of(options, gathered);
  const char *why = write_tables(arena, folder, set, &dialect);
  FILE *file = why ? NULL : folder_file(folder, "gathered.html");
  if (!why && (!file || !page_write_gathered(arena, gathered, set, file)))
    why = strerror(errno);
  file = why ? NULL : folder_file(folder, "gathered.xlsx");
  if (why)
    return why;
  return file ? gathered_book_write(arena, gathered, set, file) : strerror(errno);
}

static bool write_all(struct arena *arena, const struct options *options, const struct target *target,
                      const struct gathered *gathered, const struct result_set *set) {
  const char *why = NULL;
  struct result_folder *folder = folder_begin(arena, target->parent, target->name, &why);
  if (folder)
    why = write_files(arena, options, gathered, set, folder);
  if (folder && !why && folder_commit(folder, &why))
    return true;
  fprintf(stderr, _("rotacost: %s: results not written: %s\n"), terminal_text(arena, target->path), why);
  if (folder)
    folder_abandon(folder);
  return false;
}

// ---------------------------------------------------------------- what is told

static bool is_blank(const struct result_table *table, size_t column) {
  for (size_t row = 0; row < result_row_count(table); row++)
    if (*table->fields[row * table->column_count + column].text)
      return false;
  return true;
}

// Without the country, the last column, where all are of one.
static const struct result_table *shortened(struct arena *arena, const struct result_table *full) {
  if (!is_blank(full, full->column_count - 1))
    return full;
  struct result_table *table = result_table_new(arena, full->name, full->columns, full->column_count - 1);
  for (size_t i = 0; i < full->field_count; i++) {
    size_t c = i % full->column_count;
    if (c == full->column_count - 1)
      continue;
    if (field_is_text(full->columns[c].kind))
      result_text(table, full->fields[i].text);
    else
      result_number(table, full->fields[i].number);
  }
  return table;
}

static void print_table(struct arena *arena, const struct result_table *table, const struct terminal *out) {
  if (!table)
    return;
  table = shortened(arena, table);
  const char **headings = arena_array(arena, table->column_count + 1, sizeof *headings);
  for (size_t c = 0; c < table->column_count; c++)
    headings[c] = label_of_column(arena, table->columns[c].name);
  putchar('\n');
  terminal_print_table(table, headings, out->width, out->to);
}

static void print(struct arena *arena, const struct gathered *gathered, const struct result_set *set) {
  struct terminal out = {terminal_width(stdout), stdout};
  for (const char *const *sentence = gathered_sentences(arena, gathered); *sentence; sentence++)
    terminal_say(&out, "%s\n", *sentence);
  print_table(arena, result_find(set, "gathered_sums"), &out);
  print_table(arena, result_find(set, "gathered_verdicts"), &out);
  if (result_find(set, "gathered_outliers")) {
    print_table(arena, result_find(set, "gathered_outliers"), &out);
    terminal_say(&out, "%s\n", gathered_rule(arena));
  }
}

static enum exit_status gather_into(struct arena *arena, const struct options *options, const struct target *target) {
  const struct chosen chosen = choose(arena, options, target);
  const struct gathered *gathered =
      gather(arena, chosen.paths, apart_names(arena, chosen.paths, chosen.count), chosen.count, ROTACOST_VERSION);
  tell_left_out(arena, gathered);
  if (!gathered->result_count) {
    fprintf(stderr, _("rotacost: there is no result to gather\n"));
    return EXIT_BAD_INPUT;
  }
  const struct result_set *set = gathered_tables(arena, gathered);
  if (!write_all(arena, options, target, gathered, set))
    return EXIT_NO_RESULT;
  if (!options->quiet) {
    print(arena, gathered, set);
    printf(_("\nResults: %s/\n"), terminal_text(arena, target->path));
  }
  return gathered->unread_count ? EXIT_BAD_INPUT : EXIT_DONE;
}

int command_gather(const struct options *options) {
  struct arena *arena = arena_new();
  const struct target target = target_of(arena, options);
  enum exit_status status = may_write(arena, &target) ? gather_into(arena, options, &target) : EXIT_WRONG_USE;
  arena_free(arena);
  return status;
}
