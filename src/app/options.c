// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>

#include "app/version.h"
#include "calendar/date.h"
#include "text/cell.h"

const char *argp_program_version = "rotacost " ROTACOST_VERSION;

static const struct command_record {
  const char *name, *arguments, *summary;
  int least, most; // arguments wanted
} commands[COMMANDS] = {
    [COMMAND_RUN] = {"run", "SCENARIO...", "solve the years and tell what every measure saves", 1, INT32_MAX},
    [COMMAND_COMPARE] = {"compare", "SCENARIO...", "lay rotas side by side: today's and that of every measure", 1,
                         INT32_MAX},
    [COMMAND_CHECK] = {"check", "SCENARIO...", "read and validate only", 1, INT32_MAX},
    [COMMAND_NEW] = {"new", "DIR", "write a small commented scenario that runs", 1, 1},
    [COMMAND_COLUMNS] = {"columns", "", "explain every table and column of a scenario", 0, 0},
    [COMMAND_EXPLAIN] = {"explain", "SCENARIO [MEASURE]",
                         "tell what a measure changes and breaks, why, and what would mend it", 1, 2},
    [COMMAND_MODEL] = {"model", "SCENARIO [MEASURE]", "write the exact programme solved, for another solver", 1, 2},
};

// Each takes the option's argument into the options; the text returned says what is wrong, NULL: nothing.
typedef const char *option_taker(struct options *options, const char *argument);

static const char *take_output(struct options *options, const char *argument) {
  options->output = argument;
  return *argument ? NULL : "name a folder";
}

static const char *take_csv(struct options *options, const char *argument) {
  bool rfc4180 = strcmp(argument, "rfc4180") == 0;
  options->csv = rfc4180 ? CSV_RFC4180 : CSV_OF_SCENARIO;
  return rfc4180 || strcmp(argument, "scenario") == 0 ? NULL : "write scenario or rfc4180";
}

static const char *take_strict(struct options *options, const char *argument) {
  (void)argument;
  options->strict = true;
  return NULL;
}

static const char *take_verbose(struct options *options, const char *argument) {
  (void)argument;
  options->verbose = true;
  return NULL;
}

static const char *take_quiet(struct options *options, const char *argument) {
  (void)argument;
  options->quiet = true;
  return NULL;
}

static const char *take_lp(struct options *options, const char *argument) {
  options->lp_file = argument;
  return *argument ? NULL : "name a file";
}

static const char *take_mps(struct options *options, const char *argument) {
  options->mps_file = argument;
  return *argument ? NULL : "name a file";
}

static const char *take_unit(struct options *options, const char *argument) {
  options->unit = argument;
  return *argument ? NULL : "name a unit of the scenario";
}

static const char *take_year(struct options *options, const char *argument) {
  int64_t year = 0;
  const char *ignored;
  if (!cell_decimal(argument, '.', 0, &year, &ignored) || year < YEAR_FIRST || year > YEAR_LAST)
    return "write a year of the scenario, as 2024";
  options->year = (int)year;
  return NULL;
}

static const char *take_positions(struct options *options, const char *argument) {
  bool adjusted = strcmp(argument, "adjusted") == 0;
  options->positions = adjusted ? POSITIONS_ADJUSTED : POSITIONS_KEPT;
  return adjusted || strcmp(argument, "kept") == 0 ? NULL : "write kept or adjusted";
}

enum {
  FOR_RUN = 1 << COMMAND_RUN,
  FOR_COMPARE = 1 << COMMAND_COMPARE,
  FOR_MODEL = 1 << COMMAND_MODEL,
  FOR_EXPLAIN = 1 << COMMAND_EXPLAIN
};

static const struct option_record {
  const char *name;
  int letter; // 0: none
  const char *argument;
  unsigned commands; // bits of those that know it
  option_taker *take;
  const char *summary;
} records[] = {
    {"output", 'o', "DIR", FOR_RUN, take_output, "put results into DIR/<scenario>/ (output)"},
    {"csv", 0, "scenario|rfc4180", FOR_RUN, take_csv, "dialect of the CSV results (scenario: that of its own files)"},
    {"strict", 0, NULL, FOR_RUN, take_strict, "end with status 1 where a claim is not supported or a norm is broken"},
    {"quiet", 'q', NULL, FOR_RUN, take_quiet, "print no table, only problems"},
    {"verbose", 'v', NULL, FOR_RUN | FOR_COMPARE | FOR_EXPLAIN, take_verbose,
     "tell rows, columns, iterations and time of every solution"},
    {"lp", 0, "FILE", FOR_MODEL, take_lp, "write the programme in CPLEX LP format"},
    {"mps", 0, "FILE", FOR_MODEL, take_mps, "write the programme in free MPS format"},
    {"unit", 0, "CODE", FOR_MODEL, take_unit, "unit (the first)"},
    {"positions", 0, "kept|adjusted", FOR_MODEL, take_positions, "what happens to the people (kept)"},
    {"year", 0, "YEAR", FOR_COMPARE | FOR_EXPLAIN | FOR_MODEL, take_year,
     "year (compare: the last; explain: the first whole one; model: the first)"},
};
enum { RECORDS = sizeof records / sizeof *records, FIRST_KEY = 256 };

struct parse {
  struct arena *arena;
  struct options options;
  char **words; // command and its arguments
  size_t word_count, room;
  const struct option_record *seen[RECORDS];
};

static int key_of(int record) { return records[record].letter ? records[record].letter : FIRST_KEY + record; }

static void refuse_command(struct argp_state *state, const char *word) {
  const char *names[COMMANDS + 1] = {NULL};
  for (int i = 0; i < COMMANDS; i++)
    names[i] = commands[i].name;
  const char *near = nearest_word(word, names);
  if (near)
    argp_error(state, "\"%s\" is no command; did you mean \"%s\"?", word, near);
  else
    argp_error(state, "\"%s\" is no command", word);
}

static void find_command(struct parse *parse, struct argp_state *state) {
  if (!parse->word_count)
    argp_error(state, "say what to do: run, compare, explain, check, new, columns or model");
  for (int i = 0; i < COMMANDS; i++)
    if (strcmp(commands[i].name, parse->words[0]) == 0) {
      parse->options.command = (enum command)i;
      return;
    }
  refuse_command(state, parse->words[0]);
}

static void check_options(const struct parse *parse, struct argp_state *state) {
  const struct options *options = &parse->options;
  for (int i = 0; i < RECORDS; i++)
    if (parse->seen[i] && !(records[i].commands >> options->command & 1))
      argp_error(state, "--%s is no option of %s", records[i].name, commands[options->command].name);
  if (options->verbose && options->quiet)
    argp_error(state, "--verbose and --quiet exclude each other");
  if (options->command == COMMAND_MODEL && !options->lp_file && !options->mps_file)
    argp_error(state, "say where to write the programme: --lp FILE or --mps FILE");
}

static void take_words(struct parse *parse, struct argp_state *state) {
  struct options *options = &parse->options;
  const struct command_record *command = &commands[options->command];
  int count = (int)parse->word_count - 1;
  char **words = parse->words + 1;
  if (count < command->least)
    argp_error(state, "%s: %s is missing", command->name, command->arguments);
  if (count > command->most)
    argp_error(state, "%s: \"%s\" is too much", command->name, words[command->most]);
  for (int i = 0; i < count; i++)
    if (!*words[i])
      argp_error(state, "%s: an argument is blank", command->name);
  if (options->command == COMMAND_NEW) {
    options->new_folder = words[0];
    return;
  }
  options->scenarios = words;
  options->scenario_count = count;
  if ((options->command == COMMAND_EXPLAIN || options->command == COMMAND_MODEL) && count == 2) {
    options->measure = words[1];
    options->scenario_count = 1;
  }
}

static void take_option(struct parse *parse, struct argp_state *state, int record, const char *argument) {
  const char *why = records[record].take(&parse->options, argument);
  if (why)
    argp_error(state, "--%s \"%s\": %s", records[record].name, argument, why);
  parse->seen[record] = &records[record];
}

static error_t take_key(int key, char *argument, struct argp_state *state) {
  struct parse *parse = state->input;
  if (key == ARGP_KEY_ARG) {
    char **word = arena_push(parse->arena, &parse->words, &parse->word_count, &parse->room, sizeof *word);
    *word = argument;
    return 0;
  }
  if (key == ARGP_KEY_END) {
    find_command(parse, state);
    check_options(parse, state);
    take_words(parse, state);
    return 0;
  }
  for (int i = 0; i < RECORDS; i++)
    if (key == key_of(i)) {
      take_option(parse, state, i, argument);
      return 0;
    }
  return ARGP_ERR_UNKNOWN;
}

enum { LIST_ROOM = COMMANDS + 2 * RECORDS + 2, COMMAND_GROUP = 1, FIRST_GROUP };

static struct argp_option heading(const char *text, int group) {
  return (struct argp_option){.doc = text, .group = group};
}

static const struct {
  unsigned commands;
  const char *text;
} headings[] = {
    {FOR_RUN, "Options of run:"},
    {FOR_RUN | FOR_COMPARE | FOR_EXPLAIN, "Options of run, compare and explain:"},
    {FOR_MODEL, "Options of model:"},
    {FOR_COMPARE | FOR_EXPLAIN | FOR_MODEL, "Options of compare, explain and model:"},
};

static const char *heading_of(unsigned option_commands) {
  size_t i = 0;
  while (headings[i].commands != option_commands)
    i++;
  return headings[i].text;
}

// argp sorts within a group only, so the commands, and the options of each, are a group with a heading.
static void fill_argp_options(struct arena *arena, struct argp_option *list) {
  int group = COMMAND_GROUP;
  *list++ = heading("Commands:", group);
  for (const struct command_record *command = commands; command < commands + COMMANDS; command++) {
    const char *name = arena_printf(arena, "%s %s", command->name, command->arguments);
    *list++ = (struct argp_option){name, 0, NULL, OPTION_DOC | OPTION_NO_USAGE, command->summary, group};
  }
  for (int i = 0; i < RECORDS; i++) {
    const struct option_record *record = &records[i];
    int own = FIRST_GROUP + (int)record->commands;
    if (own != group)
      *list++ = heading(heading_of(record->commands), own);
    group = own;
    *list++ = (struct argp_option){record->name, key_of(i), record->argument, 0, record->summary, group};
  }
  *list = (struct argp_option){0};
}

static const char about[] =
    "Checks what savings measures in municipal staffing really save: reads scenarios (folders of CSV files), solves "
    "the staffing year and prices every measure beside its claim."
    "\vExit status: 0 done, 1 not met (--strict), 2 wrong use, 3 bad input, 4 no result within limits, 70 internal "
    "error.";

struct options options_parse(struct arena *arena, int argc, char **argv) {
  struct argp_option list[LIST_ROOM];
  struct parse parse = {.arena = arena, .options = {.output = "output"}};
  fill_argp_options(arena, list);
  const struct argp argp = {.options = list, .parser = take_key, .args_doc = "COMMAND [ARGUMENT...]", .doc = about};
  argp_err_exit_status = EXIT_WRONG_USE;
  if (argp_parse(&argp, argc, argv, 0, NULL, &parse))
    exit(EXIT_WRONG_USE);
  return parse.options;
}
