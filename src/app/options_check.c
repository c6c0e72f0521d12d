// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options_parts.h"

#include <string.h>

#include "audit/levels.h"
#include "base/language.h"
#include "chance/stream.h"
#include "text/spreadsheet.h"

static void check_levels(struct options *options, struct argp_state *state) {
  if (options->command != COMMAND_LEVELS)
    return;
  if (!options->unit || !options->from || options->to_milli == NOT_GIVEN)
    argp_error(state, _("levels: say which unit and between which positions: --unit CODE --from FTE --to FTE"));
  else if (!option_fte_read(options->from, &options->from_milli))
    argp_error(state, "--from \"%s\": %s", options->from, _("write positions in FTE, as 12 or 12.5"));
  else if (options->from_milli > options->to_milli)
    argp_error(state, _("levels: --from is above --to: name the lower level first"));
  else if ((options->to_milli - options->from_milli) / options->step_milli >= LEVEL_STEPS_MOST)
    argp_error(state, _("levels: more than %d levels: take a larger --step"), LEVEL_STEPS_MOST);
}

void options_check(struct parse *parse, struct argp_state *state) {
  const struct options *options = &parse->options;
  for (int i = 0; i < option_record_count; i++)
    if (parse->seen[i] && !(option_records[i].commands >> options->command & 1))
      argp_error(state, _("%s does not accept --%s"), command_records[options->command].name, option_records[i].name);
  if (options->verbose && options->quiet)
    argp_error(state, _("--verbose and --quiet exclude each other"));
  if (options->only_changed && options->strict)
    argp_error(state, _("--only-changed and --strict exclude each other: what is not solved again is not judged"));
  if (options->only_changed && options->json)
    argp_error(state, _("--only-changed and --json exclude each other: what is not solved again is in no document"));
  if (options->seed != CHANCE_SEED && !options->draws && options->precision <= 0 && options->command == COMMAND_RUN)
    argp_error(state, _("--seed needs --draws: without it nothing is drawn"));
  if (options->input_draws != NOT_GIVEN && !options->draws && options->precision <= 0)
    argp_error(state, _("--input-draws needs --draws: without it nothing is drawn"));
  if (options->input_solved != NOT_GIVEN && !options->draws && options->precision <= 0)
    argp_error(state, _("--input-solved needs --draws: without it nothing is drawn"));
  if (options->language_count > 1 && options->command != COMMAND_RUN)
    argp_error(state, _("--lang: only run writes two languages: name one"));
  check_levels(&parse->options, state);
  if (options->command == COMMAND_MODEL && !options->lp_file && !options->mps_file)
    argp_error(state, _("say where to write the programme: --lp FILE or --mps FILE"));
  if (options->lp_file && options->mps_file && !strcmp(options->lp_file, options->mps_file))
    argp_error(state, _("--lp and --mps name one file: name two"));
}

// Is the number of places within the range of the kind? Where none is given, the default is used.
static void check_kind(struct options *options, struct argp_state *state) {
  const struct kind *kind = options->kind;
  if (!kind && (options->units || options->places))
    argp_error(state, _("--%s needs --kind: say what kind of unit"), options->units ? "units" : "places");
  if (!kind)
    return;
  if (options->from)
    argp_error(state, _("--kind and --from exclude each other"));
  options->units = options->units ? options->units : 1;
  options->places = options->places ? options->places : kind->places;
  if (options->places >= kind->least && options->places <= kind->most)
    return;
  struct arena *arena = arena_new();
  argp_error(state, _("--places \"%d\": a unit of the kind %s has from %d to %d %s"), options->places, kind->word,
             kind->least, kind->most, kind_text(arena, kind->place));
}

void options_take_words(struct parse *parse, struct argp_state *state) {
  struct options *options = &parse->options;
  const struct command_record *command = &command_records[options->command];
  int count = (int)parse->word_count - 1;
  char **words = parse->words + 1;
  if (count < command->least)
    argp_error(state, _("%s: %s is missing"), command->name, command->arguments);
  if (count > command->most)
    argp_error(state, _("%s: unexpected argument \"%s\""), command->name, words[command->most]);
  for (int i = 0; i < count; i++)
    if (!*words[i])
      argp_error(state, _("%s: an argument is blank"), command->name);
  if (options->command == COMMAND_NEW) {
    options->new_folder = words[0];
    check_kind(options, state);
    if (options->from && !is_excel_workbook(words[0]))
      argp_error(state, _("--from needs a workbook to write: name a FILE.xlsx"));
    return;
  }
  if (options->command == COMMAND_CLAIMS) {
    options->paper = words[0];
    if (!options->into)
      argp_error(state, _("claims: name the scenario: --into SCENARIO"));
    return;
  }
  options->scenarios = words;
  options->scenario_count = count;
  if ((options->command == COMMAND_EXPLAIN || options->command == COMMAND_MODEL || options->command == COMMAND_ROTA) &&
      count == 2) {
    options->measure = words[1];
    options->scenario_count = 1;
  }
  if (options->parts > count)
    argp_error(state, _("--part %d/%d: there are only %d scenarios to share"), options->part, options->parts, count);
  if (options->before && !options->measure)
    argp_error(state, _("--before needs a MEASURE: without one the baseline is written anyway"));
}
