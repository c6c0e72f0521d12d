// SPDX-License-Identifier: GPL-3.0-or-later
// rotacost run: read, audit, write the complete results, print the answer.
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/many.h"
#include "app/strict.h"
#include "app/version.h"
#include "app/watch.h"
#include "base/language.h"
#include "book/workbook.h"
#include "page/page.h"
#include "pool/pool.h"
#include "report/csv.h"
#include "report/datapackage.h"
#include "report/document.h"
#include "report/evidence.h"
#include "report/folder.h"
#include "report/results.h"
#include "report/summary.h"
#include "report/terminal.h"
#include "report/whole.h"
#include "solve/solver.h"

static struct csv_dialect dialect_of(const struct options *options, const struct scenario *scenario) {
  if (options->csv == CSV_RFC4180)
    return (struct csv_dialect){.separator = ',', .decimal = '.', .crlf = true};
  return (struct csv_dialect){
      .separator = scenario->separator, .decimal = scenario->decimal, .byte_order_mark = scenario->byte_order_mark};
}

static bool is_always_written(const char *table) {
  for (size_t i = 0; i < result_listing_count; i++)
    if (!strcmp(result_listings[i].name, table))
      return result_listings[i].always;
  return false;
}

// Every table with rows, or that is always written, and what describes them.
static const char *write_tables(struct arena *arena, struct result_folder *folder, const struct audit *audit,
                                const struct result_set *set, const struct csv_dialect *dialect) {
  struct datapackage package = {.arena = arena,
                                .name = audit->scenario->name,
                                .title = settings_of(&audit->scenario->tables)->title,
                                .run_id = results_run_id(arena, set),
                                .dialect = dialect,
                                .tables = arena_array(arena, set->count, sizeof *package.tables)};
  for (size_t i = 0; i < set->count; i++) {
    const struct result_table *table = set->tables[i];
    if (!is_always_written(table->name) && !result_row_count(table))
      continue;
    FILE *file = folder_file(folder, arena_printf(arena, "%s.csv", table->name));
    if (!file || !csv_write_table(table, dialect, file))
      return strerror(errno);
    package.tables[package.count++] = table;
  }
  return datapackage_write(&package, folder) ? NULL : strerror(errno);
}

static const char *write_evidence(struct result_folder *folder, const struct audit *audit) {
  FILE *file = folder_file(folder, "evidence.json");
  return file && evidence_write(audit, ROTACOST_VERSION, file) ? NULL : strerror(errno);
}

// All files, in a process of its own: a crash in a library affects only this result, and the folder is removed.
struct writing {
  struct arena *arena;
  const struct options *options;
  const struct audit *audit;
  struct result_folder *folder;
};

static const char *write_page(struct writing *writing, const struct result_set *set, enum page_kind kind,
                              const char *name) {
  FILE *file = folder_file(writing->folder, name);
  return file && page_write(writing->arena, writing->audit, set, kind, file) ? NULL : strerror(errno);
}

static const char *write_reports(struct writing *writing, const struct result_set *set) {
  bool full = writing->options->full;
  const char *why = write_page(writing, set, full ? PAGE_FULL : PAGE_DECISION, "report.html");
  if (!why && !full)
    why = write_page(writing, set, PAGE_DETAILS, PAGE_DETAILS_FILE);
  if (why)
    return why;
  FILE *file = folder_file(writing->folder, "report.xlsx");
  return file ? workbook_write(writing->arena, writing->audit, set, file) : strerror(errno);
}

static bool write_files(void *info, struct packing *answer, struct failure *failure) {
  struct writing *writing = info;
  (void)answer;
  struct csv_dialect dialect = dialect_of(writing->options, writing->audit->scenario);
  const struct result_set *set = results_make(writing->arena, writing->audit);
  const char *why = write_tables(writing->arena, writing->folder, writing->audit, set, &dialect);
  if (!why)
    why = write_evidence(writing->folder, writing->audit);
  if (!why)
    why = write_reports(writing, set);
  if (!why && folder_seal(writing->folder, &why))
    return true;
  *failure = failure_make(FAILURE_LIMIT, "%s", why);
  return false;
}

static bool take_nothing(void *info, const char *bytes, size_t length) {
  (void)info;
  (void)bytes;
  return length == 0;
}

static bool write_apart(struct writing *writing, struct failure *failure) {
  const struct options *options = writing->options;
  const struct pool_settings settings = {.jobs = 1, .memory_mb = options->memory_mb, .seconds = options->seconds};
  const struct pool_task task = {.name = "", .run = write_files, .take = take_nothing, .info = writing};
  return pool_run(&settings, &task, 1, failure);
}

// A user's own work in the folder of the last result.
static void tell_kept(struct arena *arena, const struct result_folder *folder) {
  const struct kept_file *kept;
  size_t count = folder_kept(folder, &kept);
  for (size_t i = 0; i < count; i++)
    fprintf(stderr, _("rotacost: %s is no result of the last run as it was written: kept as %s\n"),
            terminal_text(arena, kept[i].was), terminal_text(arena, kept[i].now));
}

static bool write_results(struct arena *arena, const struct options *options, const char *name,
                          const struct audit *audit, struct failure *failure) {
  const char *why = NULL;
  struct result_folder *folder = folder_begin(arena, options->output, name, &why);
  struct writing writing = {arena, options, audit, folder};
  bool written = folder && write_apart(&writing, failure) && folder_commit(folder, &why);
  if (folder)
    tell_kept(arena, folder);
  if (!written && why)
    *failure = failure_make(FAILURE_LIMIT, "%s", why);
  if (!written && folder)
    folder_abandon(folder);
  return written;
}

struct solving { // one scenario, in one language
  struct arena *arena;
  const struct options *options; // of this language: where its results lie
  const char *name;
  const struct scenario *scenario;
  struct solver *solver;     // of all languages; NULL: there is one
  struct document *document; // of --json; NULL: a table
  bool again;                // in a further language: its messages have already been printed
};

static void say_results(const struct solving *solving, const struct audit *audit) {
  const struct options *options = solving->options;
  const struct terminal out = {terminal_width(stdout), stdout};
  const char *place = arena_printf(solving->arena, "%s/%s", options->output, solving->name);
  if (solving->document) {
    document_add(solving->document, solving->arena, audit, results_make(solving->arena, audit), place);
    return;
  }
  if (options->quiet)
    return;
  if (!solving->again)
    summary_print(solving->arena, audit, options->full, &out);
  if (solving->again || options->full)
    printf(_("Results: %s/\n"), terminal_text(solving->arena, place));
  else
    summary_print_place(solving->arena, audit, place, &out);
}

static enum exit_status run_audit(const struct solving *solving) {
  struct arena *arena = solving->arena;
  const struct options *options = solving->options;
  const char *name = solving->name;
  enum exit_status status;
  const struct audit *audit = watch_audit(options, solving->scenario, NULL, solving->solver, &status);
  if (!audit)
    return status;
  struct failure failure = {FAILURE_NONE, "", ""};
  if (!write_results(arena, options, name, audit, &failure)) {
    fprintf(stderr, _("rotacost: %s/%s: results not written: %s\n"), terminal_text(arena, options->output),
            terminal_text(arena, name), failure.text);
    return failure.kind == FAILURE_FAULT ? EXIT_INTERNAL : EXIT_NO_RESULT;
  }
  say_results(solving, audit);
  return options->strict && !solving->again && !strict_is_met(audit, stderr) ? EXIT_NOT_MET : EXIT_DONE;
}

// Can results be written there at all? Checked before an hour is spent on them. Never over a scenario.
static bool output_is_open(struct arena *arena, const struct options *options, const char *name) {
  const char *why = NULL;
  const char *target = arena_printf(arena, "%s/%s", options->output, name);
  if (access(arena_printf(arena, "%s/%s", target, table_of(TABLE_SETTINGS)->file), F_OK) == 0) {
    fprintf(stderr, _("rotacost: %s is a scenario: choose another folder for the results with -o\n"),
            terminal_text(arena, target));
    return false;
  }
  struct result_folder *folder = folder_begin(arena, options->output, name, &why);
  if (folder) {
    folder_abandon(folder);
    tell_kept(arena, folder);
  } else
    fprintf(stderr, _("rotacost: %s/%s: results cannot be written there: %s\n"), terminal_text(arena, options->output),
            terminal_text(arena, name), why);
  return folder;
}

// --only-changed: are the existing results those that this run would write?
static bool is_unchanged(struct arena *arena, const struct options *options, const char *name,
                         const struct scenario *scenario) {
  const char *target = arena_printf(arena, "%s/%s", options->output, name);
  const struct whole_ask ask = {ROTACOST_VERSION, watch_chance(arena, options), options->csv == CSV_RFC4180,
                                options->full};
  if (!options->only_changed || !whole_is_of(target, scenario, &ask))
    return false;
  if (!options->quiet)
    printf(_("%s: unchanged, not solved again; its results stand in %s/\n"), terminal_text(arena, scenario->folder),
           terminal_text(arena, target));
  return true;
}

static enum exit_status run_one_language(const struct solving *solving) {
  if (is_unchanged(solving->arena, solving->options, solving->name, solving->scenario))
    return EXIT_DONE;
  return output_is_open(solving->arena, solving->options, solving->name) ? run_audit(solving) : EXIT_WRONG_USE;
}

// Texts are made together with figures, so the scenario is audited in each language; what was solved for the first is
// reused by the others. The results are stored as those of a run in that language alone: for `nb` in OUTPUT/nb/NAME.
static enum exit_status run_languages(const struct solving *first) {
  const struct options *asked = first->options;
  struct solver *solver = solver_new();
  enum exit_status worst = EXIT_DONE;
  for (int l = 0; l < asked->language_count && worst <= EXIT_NOT_MET; l++) {
    struct options own = *asked;
    struct solving solving = *first;
    language_insist(asked->languages[l]);
    own.output = arena_printf(first->arena, "%s/%s", asked->output, language_code(asked->languages[l]));
    solving.options = &own;
    solving.solver = solver;
    solving.again = l > 0;
    enum exit_status status = run_one_language(&solving);
    worst = status > worst ? status : worst;
  }
  language_insist(asked->languages[0]);
  solver_free(solver);
  return worst;
}

enum exit_status run_scenario(const struct options *options, const char *folder, const char *name,
                              struct document *document) {
  struct arena *arena = arena_new();
  const struct scenario *scenario = watch_read(arena, folder, options->strict);
  const struct solving solving = {arena, options, name, scenario, NULL, document, false};
  enum exit_status status = EXIT_BAD_INPUT;
  if (scenario)
    status = options->language_count > 1 ? run_languages(&solving) : run_one_language(&solving);
  arena_free(arena);
  return status;
}

int command_run(const struct options *options) {
  if (options->scenario_count > 1)
    return run_many(options);
  struct arena *arena = arena_new();
  struct document *document = options->json ? document_new(ROTACOST_VERSION) : NULL;
  enum exit_status status =
      run_scenario(options, options->scenarios[0], scenario_name(arena, options->scenarios[0]), document);
  if (document && !document_write(document, status, stdout)) {
    fprintf(stderr, _("rotacost: cannot write to the output: %s\n"), strerror(errno));
    status = EXIT_NO_RESULT;
  }
  arena_free(arena);
  return status;
}
