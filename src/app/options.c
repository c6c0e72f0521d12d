// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options_parts.h"

#include <assert.h>
#include <errno.h>
#include <gnu/libc-version.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/version.h"
#include "audit/chance.h"
#include "base/language.h"
#include "book/gathered_book.h"
#include "chance/stream.h"
#include "pool/pool.h"
#include "report/json.h"
#include "solve/solver.h"
#include "text/archive.h"
#include "text/cell.h"
#include "text/xml.h"

static void print_version(FILE *to, struct argp_state *state) {
  (void)state;
  fprintf(to, "rotacost %s\n", ROTACOST_VERSION);
  fputs(_("Licence GPL-3.0-or-later: GNU GPL version 3 or later <https://gnu.org/licenses/gpl.html>.\n"
          "This is free software: you may change it and pass it on. There is no warranty, as far as the law allows.\n"),
        to);
  fprintf(to, _("Libraries: %s; %s; libxml2 %s; libzip %s; libxlsxwriter %s; jansson %s; glibc %s\n"), solver_version(),
          chance_generator(), xml_library_version(), archive_library_version(), book_library_version(),
          json_library_version(), gnu_get_libc_version());
}

void (*argp_program_version_hook)(FILE *to, struct argp_state *state) = print_version;

enum { FIRST_KEY = 256, COMMAND_GROUP = 1, FIRST_GROUP };

static int key_of(int record) {
  return option_records[record].letter ? option_records[record].letter : FIRST_KEY + record;
}

static void refuse_command(struct argp_state *state, const char *word) {
  const char *names[COMMANDS + 1] = {NULL};
  for (int i = 0; i < COMMANDS; i++)
    names[i] = command_records[i].name;
  const char *near = nearest_word(word, names);
  if (near)
    argp_error(state, _("unknown command \"%s\"; did you mean \"%s\"?"), word, near);
  else
    argp_error(state, _("unknown command \"%s\""), word);
}

static void find_command(struct parse *parse, struct argp_state *state) {
  if (!parse->word_count)
    argp_error(
        state,
        _("missing command; choose one of run, compare, need, rota, levels, explain, check, new, claims, gather, columns, words or model"));
  for (int i = 0; i < COMMANDS; i++)
    if (strcmp(command_records[i].name, parse->words[0]) == 0) {
      parse->options.command = (enum command)i;
      return;
    }
  refuse_command(state, parse->words[0]);
}

static void take_option(struct parse *parse, struct argp_state *state, int record, const char *argument) {
  const char *why = option_records[record].take(&parse->options, argument);
  if (why)
    argp_error(state, "--%s \"%s\": %s", option_records[record].name, argument, why);
  parse->seen[record] = true;
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
    options_check(parse, state);
    options_take_words(parse, state);
    return 0;
  }
  for (int i = 0; i < option_record_count; i++)
    if (key == key_of(i)) {
      take_option(parse, state, i, argument);
      return 0;
    }
  return ARGP_ERR_UNKNOWN;
}

static struct argp_option heading(const char *text, int group) {
  return (struct argp_option){.doc = text, .group = group};
}

// argp sorts within a group only, so the commands, and the options of each, are a group with a heading.
static void fill_argp_options(struct arena *arena, struct argp_option *list) {
  int group = COMMAND_GROUP;
  *list++ = heading(_("Commands:"), group);
  for (const struct command_record *command = command_records; command < command_records + COMMANDS; command++) {
    const char *name = arena_printf(arena, "%s %s", command->name, command->arguments);
    *list++ = (struct argp_option){name, 0, NULL, OPTION_DOC | OPTION_NO_USAGE, _(command->summary), group};
  }
  for (int i = 0; i < option_record_count; i++) {
    const struct option_record *record = &option_records[i];
    int own = FIRST_GROUP + (int)record->commands;
    if (own != group)
      *list++ = heading(option_heading(record->commands), own);
    group = own;
    *list++ = (struct argp_option){record->name, key_of(i), record->argument, 0, _(record->summary), group};
  }
  *list = (struct argp_option){0};
}

bool command_at(size_t index, struct command_view *view) {
  if (index >= COMMANDS)
    return false;
  *view = (struct command_view){command_records[index].name, command_records[index].arguments,
                                _(command_records[index].summary)};
  return true;
}

bool option_at(size_t index, struct option_view *view) {
  if (index >= (size_t)option_record_count)
    return false;
  const struct option_record *record = &option_records[index];
  *view = (struct option_view){record->name, record->letter, record->argument, _(record->summary), record->commands};
  return true;
}

static const char about[] = N_(
    "Checks what savings measures in municipal staffing really save: reads scenarios (folders of CSV files, or workbooks), "
    "solves "
    "the staffing year and prices every measure beside its claim.");
static const char about_status[] = N_(
    "Exit status: 0 done, 1 not met (--strict), 2 wrong use, 3 bad input (with --strict also a likely slip), 4 no result "
    "within limits, 70 internal error.");

const char *about_program(void) { return _(about); }

const char *about_exit_status(void) { return _(about_status); }

// An error may precede --lang, and is still reported in its language.
static void find_language(int argc, char **argv) {
  static const char option[] = "--lang";
  enum language language;
  for (int i = 1; i < argc; i++) {
    size_t length = strlen(option);
    const char *code = strncmp(argv[i], option, length) ? NULL : argv[i] + length;
    if (code && *code == '=')
      code++;
    else if (code && !*code && i + 1 < argc)
      code = argv[++i];
    char first[8] = "";
    if (code && strcspn(code, ",") < sizeof first)
      memcpy(first, code, strcspn(code, ","));
    if (language_of_code(first, &language))
      language_insist(language);
  }
}

struct options options_parse(struct arena *arena, int argc, char **argv) {
  struct argp_option *list = arena_array(arena, COMMANDS + 2 * (size_t)option_record_count + 2, sizeof *list);
  struct parse parse = {.arena = arena,
                        .options = {.output = "output",
                                    .seed = CHANCE_SEED,
                                    .input_draws = NOT_GIVEN,
                                    .input_solved = NOT_GIVEN,
                                    .from_milli = NOT_GIVEN,
                                    .to_milli = NOT_GIVEN,
                                    .step_milli = 1000,
                                    .memory_mb = POOL_MEMORY_MB,
                                    .seconds = POOL_SECONDS,
                                    .claims_in_digits = -1}};
  parse.seen = arena_array(arena, (size_t)option_record_count, sizeof *parse.seen);
  find_language(argc, argv);
  fill_argp_options(arena, list);
  const char *doc = arena_printf(arena, "%s\v%s", _(about), _(about_status));
  const struct argp argp = {.options = list, .parser = take_key, .args_doc = _("COMMAND [ARGUMENT...]"), .doc = doc};
  argp_err_exit_status = EXIT_WRONG_USE;
  error_t error = argp_parse(&argp, argc, argv, 0, NULL, &parse);
  if (error == ENOMEM)
    arena_no_memory();
  if (error)
    exit(EXIT_WRONG_USE);
  return parse.options;
}
