// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual.h"

#include <string.h>

#include "app/options.h"
#include "app/version.h"
#include "base/language.h"
#include "scenario/columns.h"

// ---------------------------------------------------------------- roff

// Text of ours: a backslash, a hyphen that is a minus, a point or apostrophe at the start of a line mean something else there.
static void put(FILE *to, const char *text) {
  if (*text == '.' || *text == '\'')
    fputs("\\&", to);
  for (; *text; text++) {
    if (*text == '\\')
      fputs("\\e", to);
    else if (*text == '-')
      fputs("\\-", to);
    else if (*text == '\n')
      fputs("\n.br\n", to);
    else
      fputc(*text, to);
  }
}

static void line(FILE *to, const char *text) {
  put(to, text);
  fputc('\n', to);
}

// Within quotes, as an argument of a macro.
static void macro(FILE *to, const char *name, const char *text) {
  fprintf(to, ".%s \"", name);
  for (; *text; text++)
    if (*text == '"')
      fputs("\\(dq", to);
    else
      fprintf(to, *text == '-' ? "\\-" : *text == '\\' ? "\\e" : "%c", *text);
  fputs("\"\n", to);
}

static void head(FILE *to, const char *title, const char *section) {
  fprintf(to,
          ".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n.\\\" Made from the program's own tables: change those.\n");
  fprintf(to, ".TH %s %s 2026-11-30 \"rotacost %s\" \"%s\"\n", title, section, ROTACOST_VERSION, _("rotacost manual"));
  fputs(".nh\n.ad l\n", to);
}

// ---------------------------------------------------------------- rotacost(1)

static void print_commands(FILE *to) {
  struct command_view command;
  macro(to, "SH", _("COMMANDS"));
  for (size_t i = 0; command_at(i, &command); i++) {
    fputs(".TP\n.B ", to);
    put(to, command.name);
    if (*command.arguments) {
      fputs(" \\fI", to);
      put(to, command.arguments);
      fputs("\\fR", to);
    }
    fputc('\n', to);
    line(to, command.summary);
  }
}

static void print_known_by(FILE *to, const struct option_view *option) {
  struct command_view command;
  const unsigned every = (1U << COMMANDS) - 1;
  bool first = true;
  if ((option->commands & every) == every)
    return;
  fputs(".br\n", to);
  put(to, _("Of: "));
  for (size_t i = 0; command_at(i, &command); i++)
    if (option->commands >> i & 1) {
      fputs(first ? "" : ", ", to);
      put(to, command.name);
      first = false;
    }
  fputs(".\n", to);
}

static void print_options(FILE *to) {
  struct option_view option;
  macro(to, "SH", _("OPTIONS"));
  for (size_t i = 0; option_at(i, &option); i++) {
    fputs(".TP\n", to);
    if (option.letter)
      fprintf(to, "\\fB\\-%c\\fR, ", option.letter);
    fputs("\\fB\\-\\-", to);
    put(to, option.name);
    fputs("\\fR", to);
    if (option.argument) {
      fputs("=\\fI", to);
      put(to, option.argument);
      fputs("\\fR", to);
    }
    fputc('\n', to);
    line(to, option.summary);
    print_known_by(to, &option);
  }
  fputs(".TP\n\\fB\\-?\\fR, \\fB\\-\\-help\\fR\n", to);
  line(to, _("list commands and options"));
  fputs(".TP\n\\fB\\-V\\fR, \\fB\\-\\-version\\fR\n", to);
  line(to, _("tell version, licence and libraries"));
}

static void print_files(FILE *to) {
  static const struct {
    const char *name, *meaning;
  } files[] = {
      {"report.html", N_("what a run found, to read, mail and print; one file, no script, no network")},
      {"report.xlsx", N_("the same, to work on")},
      {"*.csv", N_("every table; datapackage.json says what each column is")},
      {"evidence.json", N_("what the result rests on: hashes of the input, versions, tariff, every programme solved")},
      {"results.sha256", N_("hashes of all of them, for sha256sum -c")},
  };
  macro(to, "SH", _("FILES OF A RESULT"));
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    macro(to, "TP\n.B", files[i].name);
    line(to, _(files[i].meaning));
  }
}

void manual_print_program(FILE *to) {
  head(to, "ROTACOST", "1");
  macro(to, "SH", _("NAME"));
  fputs("rotacost \\- ", to);
  line(to, _("tell what a municipal staffing measure really saves"));
  macro(to, "SH", _("SYNOPSIS"));
  fputs(".B rotacost\n", to);
  fprintf(to, "\\fI%s\\fR\n", _("COMMAND [ARGUMENT...] [OPTION...]"));
  macro(to, "SH", _("DESCRIPTION"));
  line(to, about_program());
  fputs(".PP\n", to);
  line(to,
       _("A scenario is described in rotacost-scenario(5). Results are model estimates, and no accounting figures."));
  print_commands(to);
  print_options(to);
  macro(to, "SH", _("EXIT STATUS"));
  line(to, about_exit_status());
  print_files(to);
  macro(to, "SH", _("EXAMPLES"));
  fputs(".nf\nrotacost new my\\-ward.xlsx\nrotacost check my\\-ward.xlsx\nrotacost run my\\-ward.xlsx\n"
        "rotacost run \\-\\-only\\-changed towns/*\nrotacost gather output/* \\-o gathered\n.fi\n",
        to);
  macro(to, "SH", _("SEE ALSO"));
  fputs(".BR rotacost\\-scenario (5)\n", to);
}

// ---------------------------------------------------------------- rotacost-scenario(5)

static void print_column(FILE *to, struct arena *arena, const struct column *column) {
  macro(to, "TP\n.B", column->name);
  line(to, column_note(arena, column));
}

static void print_table(FILE *to, struct arena *arena, const struct table *table) {
  macro(to, "SS", table->file);
  line(to, _(table->meaning));
  fputs(".br\n", to);
  line(to, table->required ? _("This table must be there.") : _("This table may be missing."));
  for (size_t c = 0; c < table->column_count; c++)
    if (table->columns[c].choices != rate_words)
      print_column(to, arena, &table->columns[c]);
    else {
      macro(to, "TP\n.B", table->columns[c].name);
      line(to, _("one of the rates below"));
    }
}

static void print_rates(FILE *to) {
  macro(to, "SS", _("Rates of rates.csv"));
  for (int r = 0; r < RATE_COUNT; r++) {
    const struct rate_meaning *rate = rate_meaning_of((enum rate_id)r);
    macro(to, "TP\n.B", rate->word);
    fputs("(", to);
    put(to, _(rate->unit));
    fputs(") ", to);
    line(to, _(rate->meaning));
  }
}

void manual_print_scenario(FILE *to) {
  struct arena *arena = arena_new();
  head(to, "ROTACOST\\-SCENARIO", "5");
  macro(to, "SH", _("NAME"));
  fputs("rotacost\\-scenario \\- ", to);
  line(to, _("files and columns of a scenario of rotacost"));
  macro(to, "SH", _("DESCRIPTION"));
  line(to, columns_introduction());
  macro(to, "SH", _("TABLES"));
  for (int t = 0; t < TABLE_COUNT; t++)
    print_table(to, arena, table_of((enum table_id)t));
  print_rates(to);
  macro(to, "SH", _("SEE ALSO"));
  fputs(".BR rotacost (1)\n", to);
  arena_free(arena);
}

// ---------------------------------------------------------------- bash

static void print_words_of_options(FILE *to, size_t command) {
  struct option_view option;
  for (size_t i = 0; option_at(i, &option); i++)
    if (option.commands >> command & 1) {
      fprintf(to, " --%s", option.name);
      if (option.letter)
        fprintf(to, " -%c", option.letter);
    }
}

// Words set apart by | are to be chosen from; with a blank in one, or a word in capitals, something is to be named.
static bool is_list(const char *argument) {
  return argument && strchr(argument, '|') && !strchr(argument, ' ') && strpbrk(argument, "abcdefghijklmnopqrstuvwxyz");
}

void manual_print_completion(FILE *to) {
  struct command_view command;
  struct option_view option;
  fputs(
      "# SPDX-License-Identifier: GPL-3.0-or-later\n# bash completion for rotacost, made from the program's own tables.\n"
      "_rotacost() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= word options=\n"
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
      "    case $word in -*) ;; *) command=$word; break ;; esac\n"
      "  done\n"
      "  case $before in\n",
      to);
  for (size_t i = 0; option_at(i, &option); i++)
    if (is_list(option.argument)) {
      fprintf(to, "    --%s) mapfile -t COMPREPLY < <(compgen -W '", option.name);
      for (const char *at = option.argument; *at; at++)
        fputc(*at == '|' ? ' ' : *at, to);
      fputs("' -- \"$current\"); return ;;\n", to);
    }
  fputs("  esac\n  case $command in\n    '') options='", to);
  for (size_t i = 0; command_at(i, &command); i++)
    fprintf(to, "%s ", command.name);
  fputs("--help --version --lang' ;;\n", to);
  for (size_t i = 0; command_at(i, &command); i++) {
    fprintf(to, "    %s) options='", command.name);
    print_words_of_options(to, i);
    fputs(" --help' ;;\n", to);
  }
  fputs("  esac\n"
        "  if [[ -z $command || $current == -* ]]; then\n"
        "    mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$current\")\n"
        "  else\n"
        "    compopt -o filenames\n"
        "    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
        "  fi\n"
        "}\n"
        "complete -F _rotacost rotacost\n",
        to);
}
