// SPDX-License-Identifier: GPL-3.0-or-later
// rotacost model: exports the exact model of one unit and year, for an independent solver.
#include "app/commands.h"
#include "app/watch.h"
#include "audit/effect.h"
#include "base/file.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "need/year_make.h"
#include "pool/pool.h"
#include "report/labels.h"
#include "report/terminal.h"
#include "scenario/touches.h"

static const char *file_asked_for(const struct options *options, enum export_format format) {
  return format == EXPORT_LP ? options->lp_file : options->mps_file;
}

struct choice_of_model { // what to export
  const struct options *options;
  const struct scenario *scenario;
  struct arena *arena;
  int64_t measure; // NOT_GIVEN: the baseline
  int64_t unit;
  int year;
  struct new_file *files[EXPORT_MPS + 1]; // by format; NULL: not asked for
  enum exit_status status;                // the outcome
  const char *said;
};

static int64_t first_unit(const struct choice_of_model *choice) {
  for (size_t unit = 0; unit < row_count(&choice->scenario->tables, TABLE_UNITS); unit++)
    if (choice->measure == NOT_GIVEN || measure_touches_unit(choice->scenario, (size_t)choice->measure, unit))
      return (int64_t)unit;
  fprintf(stderr, _("rotacost: nothing to solve: %s\n"),
          choice->measure == NOT_GIVEN ? _("the scenario has no units") : _("the measure changes no unit's rota"));
  return NOT_GIVEN;
}

// A year of the scenario, or the first whole year of the measure.
static bool year_is_known(const struct choice_of_model *choice) {
  const struct settings_row *settings = settings_of(&choice->scenario->tables);
  int last = (int)settings->last_year;
  if (choice->measure != NOT_GIVEN) {
    int whole = measure_whole_year(choice->scenario, (size_t)choice->measure, undecided_start_of(choice->scenario));
    last = whole > last ? whole : last;
  }
  if (choice->year >= settings->first_year && choice->year <= last)
    return true;
  fprintf(stderr, _("rotacost: %s is no year of this scenario: choose one from %s to %s\n"), YEAR_NAME(choice->year),
          YEAR_NAME(settings->first_year), YEAR_NAME(last));
  return false;
}

static bool choose(struct choice_of_model *choice) {
  const struct options *options = choice->options;
  choice->measure = NOT_GIVEN;
  choice->unit = NOT_GIVEN;
  if (options->measure && !watch_find(choice->scenario, TABLE_MEASURES, options->measure, &choice->measure))
    return false;
  if (options->unit && !watch_find(choice->scenario, TABLE_UNITS, options->unit, &choice->unit))
    return false;
  if (!options->unit)
    choice->unit = first_unit(choice);
  choice->year = options->year;
  if (!choice->year && choice->measure == NOT_GIVEN)
    choice->year = (int)settings_of(&choice->scenario->tables)->first_year;
  else if (!choice->year)
    choice->year = measure_whole_year(choice->scenario, (size_t)choice->measure, undecided_start_of(choice->scenario));
  return choice->unit != NOT_GIVEN && year_is_known(choice);
}

// The model solved with every week separately, so larger but with the same optimum: for comparing solvers.
static const struct program *program_by_days(const struct choice_of_model *choice, const struct comparison *comparison,
                                             enum variant variant) {
  const struct unit_year *merged = comparison->year;
  struct year_terms terms = merged->terms;
  terms.merge = false;
  const struct unit_year *year = unit_year_make(choice->arena, choice->scenario, choice->unit,
                                                merged->timelines[REFERENCE], merged->timelines[SUBJECT], terms);
  const struct plan *kept = comparison->plans[REFERENCE][POSITIONS_KEPT];
  const struct program *program = program_build(choice->arena, year, variant);
  if (variant == SUBJECT)
    program = program_hold_unplanned(choice->arena, program, kept->unplanned_h);
  if (choice->options->positions == POSITIONS_ADJUSTED)
    program = program_adjust(choice->arena, program, &(struct hours_limits){kept->variable_h, kept->unplanned_h});
  return program;
}

static bool refuse_file(const struct choice_of_model *choice, enum export_format format, const char *why) {
  fprintf(stderr, _("rotacost: %s: the programme could not be written there: %s\n"),
          terminal_text(choice->arena, file_asked_for(choice->options, format)), why);
  return false;
}

// Can the files be written there at all? Checked before the model is solved.
static bool begin_files(struct choice_of_model *choice) {
  const char *why = NULL;
  for (enum export_format format = EXPORT_LP; format <= EXPORT_MPS; format++) {
    const char *file = file_asked_for(choice->options, format);
    choice->files[format] = file ? file_begin(choice->arena, file, solver_export_mark(format), &why) : NULL;
    if (file && !choice->files[format])
      return refuse_file(choice, format, why);
  }
  return true;
}

static bool write_file(const struct choice_of_model *choice, enum export_format format, const struct program *program,
                       const struct solution *solution) {
  return solver_export(program, solution, format, file_stream(choice->files[format])) ||
         refuse_file(choice, format, _("the disk or the programme does not allow it"));
}

static const char *described(const struct choice_of_model *choice, const struct program *program,
                             const struct solution *solution) {
  const struct options *options = choice->options;
  struct arena *arena = choice->arena;
  const char *unit = unit_rows(&choice->scenario->tables)[choice->unit].unit;
  const char *positions = label_of(arena, "positions", positions_name(options->positions)), *what;
  if (choice->measure == NOT_GIVEN)
    what = arena_printf(arena, _("unit %s, %s, baseline, positions %s: %zu rows, %zu columns\n"), unit,
                        YEAR_NAME(choice->year), positions, program->row_count, program->column_count);
  else
    what = arena_printf(arena,
                        options->before ? _("unit %s, %s, before measure %s, positions %s: %zu rows, %zu columns\n")
                                        : _("unit %s, %s, measure %s, positions %s: %zu rows, %zu columns\n"),
                        unit, YEAR_NAME(choice->year), options->measure, positions, program->row_count,
                        program->column_count);
  return arena_printf(arena, "%s%s", what,
                      arena_printf(arena, _("least shortfall %.6f person-hours; least cost %.2f kr\n"),
                                   solution->shortfall_h, solution->cost_kr));
}

// Its messages go into *said.
static enum exit_status export_model(const struct choice_of_model *choice, const struct comparison *comparison,
                                     const char **said) {
  const struct options *options = choice->options;
  enum variant variant = choice->measure == NOT_GIVEN || options->before ? REFERENCE : SUBJECT;
  const struct plan *plan = comparison->plans[variant][options->positions];
  const struct program *program = options->days ? program_by_days(choice, comparison, variant) : plan->program;
  for (enum export_format format = EXPORT_LP; format <= EXPORT_MPS; format++)
    if (choice->files[format] && !write_file(choice, format, program, plan->solution))
      return EXIT_NO_RESULT;
  *said = described(choice, program, plan->solution);
  return EXIT_DONE;
}

static enum exit_status solve_and_export(const struct choice_of_model *choice, const char **said) {
  struct study *study = study_new(choice->scenario, NULL, choice->options->verbose ? stderr : NULL);
  bool *in_force = arena_array(choice->arena, row_count(&choice->scenario->tables, TABLE_MEASURES) + 1, sizeof(bool));
  if (choice->measure != NOT_GIVEN)
    in_force[choice->measure] = true;
  enum solve_status status;
  const char *why;
  const struct study_question question = {.unit = choice->unit,
                                          .year = choice->year,
                                          .in_force = in_force,
                                          .undecided_start = undecided_start_of(choice->scenario)};
  const struct comparison *comparison = study_compare(study, choice->arena, &question, &status, &why);
  enum exit_status result = status == SOLVE_LIMIT ? EXIT_NO_RESULT : EXIT_INTERNAL;
  if (comparison)
    result = export_model(choice, comparison, said);
  else
    fprintf(stderr, _("rotacost: no result: %s\n"), why);
  study_free(study);
  return result;
}

// ---------------------------------------------------------------- in a process of its own

// An abort in a library affects only this answer, and leaves no partial file.
static bool run_apart(void *info, struct packing *answer, struct failure *failure) {
  const char *said = "";
  (void)failure;
  pack_number(answer, (int64_t)solve_and_export(info, &said));
  pack_text(answer, said);
  return true;
}

static bool take_answer(void *info, const char *bytes, size_t length) {
  struct choice_of_model *choice = info;
  struct unpacking from = unpack_begin(choice->arena, bytes, length);
  choice->status = (enum exit_status)unpack_number(&from);
  choice->said = unpack_text(&from);
  return unpack_whole(&from) && choice->said;
}

static enum exit_status finish_files(struct choice_of_model *choice) {
  for (enum export_format format = EXPORT_LP; format <= EXPORT_MPS; format++) {
    const char *why = NULL;
    if (choice->files[format] && !file_finish(choice->files[format], &why)) {
      refuse_file(choice, format, why);
      return EXIT_NO_RESULT;
    }
  }
  fputs(choice->said, stdout);
  return EXIT_DONE;
}

static enum exit_status solve_apart(struct choice_of_model *choice) {
  const struct options *options = choice->options;
  const struct pool_settings settings = {.jobs = 1, .memory_mb = options->memory_mb, .seconds = options->seconds};
  const struct pool_task task = {.name = "", .run = run_apart, .take = take_answer, .info = choice};
  struct failure failure;
  if (!pool_run(&settings, &task, 1, &failure)) {
    fprintf(stderr, _("rotacost: no result: %s\n"), failure.text);
    return failure.kind == FAILURE_LIMIT ? EXIT_NO_RESULT : EXIT_INTERNAL;
  }
  return choice->status == EXIT_DONE ? finish_files(choice) : choice->status;
}

int command_model(const struct options *options) {
  struct arena *arena = arena_new();
  const struct scenario *scenario = watch_read(arena, options->scenarios[0], false);
  enum exit_status result = EXIT_BAD_INPUT;
  if (scenario) {
    struct choice_of_model choice = {.options = options, .scenario = scenario, .arena = arena};
    result = choose(&choice) && begin_files(&choice) ? solve_apart(&choice) : EXIT_WRONG_USE;
    for (enum export_format format = EXPORT_LP; format <= EXPORT_MPS; format++)
      file_abandon(choice.files[format]);
  }
  arena_free(arena);
  return result;
}
