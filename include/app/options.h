// SPDX-License-Identifier: GPL-3.0-or-later
// The command line: commands and options are tables of records, used by both the parser and --help.
#ifndef ROTACOST_APP_OPTIONS_H
#define ROTACOST_APP_OPTIONS_H

#include <stdbool.h>

#include "app/kind.h"
#include "base/arena.h"
#include "base/language.h"
#include "paper/paper.h"
#include "program/program.h"

enum exit_status {
  EXIT_DONE = 0,
  EXIT_NOT_MET = 1,   // --strict: a claim is not reached or looks like a slip, hours stand empty or a norm is broken
  EXIT_WRONG_USE = 2, // of the command line
  EXIT_BAD_INPUT = 3, // with --strict also: likely a slip
  EXIT_NO_RESULT = 4, // none within limits
  EXIT_INTERNAL = 70,
};

enum command {
  COMMAND_RUN,
  COMMAND_COMPARE,
  COMMAND_NEED,
  COMMAND_ROTA,
  COMMAND_CHECK,
  COMMAND_NEW,
  COMMAND_COLUMNS,
  COMMAND_WORDS,
  COMMAND_MODEL,
  COMMAND_EXPLAIN,
  COMMAND_CLAIMS,
  COMMAND_LEVELS,
  COMMAND_GATHER,
  COMMANDS
};
enum csv_choice { CSV_OF_SCENARIO, CSV_RFC4180 };

struct options {
  enum command command;
  // run, compare, need and check: one or more; explain, rota, model, levels: one; gather: results; not owned
  char **scenarios;
  int scenario_count;
  const char *new_folder;       // new: a folder, or a workbook .xlsx
  const char *from;             // new: the scenario a workbook is made of; NULL: the example. levels: as written
  const struct kind *kind;      // new: NULL: the example
  int units, places;            // new, with a kind: how many, and how many places each unit has
  int64_t from_milli, to_milli; // levels: FTE; NOT_GIVEN: not said
  int64_t step_milli;           // levels: FTE, above 0
  const char *output;   // run, rota, levels: folder in which the results' folders lie; gather: the folder itself
  bool output_given;    // rota, levels: write one
  enum csv_choice csv;  // run, need, rota, levels
  bool csv_given;       // need: CSV and no table
  bool strict;          // run, check
  bool only_changed;    // run; never together with strict
  int part, parts;      // run: from 1; only this of so many parts of the scenarios; 0: all
  int64_t draws, seed;  // run, levels: years drawn, 0: none, and as many as usual; of them
  int64_t input_draws;  // run: times that inputs are drawn; NOT_GIVEN: as usual
  int64_t input_solved; // run: of these, with the plans made again; NOT_GIVEN: as usual
  double precision;     // run: share of the claim, 0: none
  enum language languages[LANGUAGES]; // as given to --lang, each once; the first is used for messages
  int language_count;                 // more than one: run; 0: not said
  bool json;                          // run: a document for programs instead of tables
  bool full;                          // run: one page with everything
  bool verbose, quiet;                // run, compare, explain, model; run; never both
  int jobs;                           // run, compare, explain, levels: pieces of work at a time; 0: one per core
  int64_t seconds, memory_mb;         // run, compare, explain, levels: limits of each piece of work
  const char *measure;                // explain, rota, model; NULL: the baseline
  const char *lp_file, *mps_file;     // model; one of them or both, else NULL
  const char *unit;                   // model, need, rota, levels; NULL: the first, every one, those that ask
  int weeks;                          // rota; 0: as units.csv says
  bool anew;                          // rota: make a new one, not that of rota.csv
  bool calendar;                      // rota: laid out on the dates of the year
  int year; // compare, need, rota, explain, model, levels; 0: the last; model: the first whole one, the first
  enum positions positions;    // model
  bool before;                 // model: the baseline on the calendar of the measure
  bool days;                   // model: every week is a week type of its own
  const char *paper;           // claims: the table's file
  const char *into;            // claims: the scenario
  const char *back;            // claims: where the table is written with its verdicts; NULL: it is loaded
  const char *sheet;           // claims; NULL: the only one with such a table
  int claims_in_digits;        // claims: a printed 1 is 10^digits kroner; -1: not said
  enum paper_sign savings_are; // claims
};

// The commands and options as in the tables, for modules that describe them; false after the last.
struct command_view {
  const char *name, *arguments, *summary; // summary in the language chosen
};
bool command_at(size_t index, struct command_view *view);
struct option_view {
  const char *name;
  int letter;           // 0: none
  const char *argument; // NULL: none
  const char *summary;  // in the language chosen
  unsigned commands;    // bits 1 << enum command of those that accept it
};
bool option_at(size_t index, struct option_view *view);
// What the program is for, and its exit status, in the language chosen.
const char *about_program(void);
const char *about_exit_status(void);

// Texts live as long as the arena and argv. Wrong use is explained on stderr and ends the program with EXIT_WRONG_USE;
// --help, --usage and --version print and end it with EXIT_DONE.
struct options options_parse(struct arena *arena, int argc, char **argv);

#endif
