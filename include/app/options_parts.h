// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of commands and options, and the code that reads them: internal to app/options.h.
#ifndef ROTACOST_APP_OPTIONS_PARTS_H
#define ROTACOST_APP_OPTIONS_PARTS_H

#include <argp.h>

#include "app/options.h"

struct command_record {
  const char *name, *arguments, *summary;
  int least, most; // number of arguments
};
extern const struct command_record command_records[COMMANDS];

// Each stores the option's argument in the options; returns what is wrong, NULL: nothing.
typedef const char *option_taker(struct options *options, const char *argument);

struct option_record {
  const char *name;
  int letter; // 0: none
  const char *argument;
  unsigned commands; // bits of those that accept it
  option_taker *take;
  const char *summary;
};
extern const struct option_record option_records[];
extern const int option_record_count;
const char *option_heading(unsigned commands); // of the options that just these commands accept; in the language chosen

// Full-time equivalents, with a decimal point or comma.
bool option_fte_read(const char *argument, int64_t *fte_milli);

struct parse {
  struct arena *arena;
  struct options options;
  char **words; // command and its arguments
  size_t word_count, room;
  bool *seen; // [option_record_count]
};
// Checks beyond a single argument: options against the command and each other, then the words after it.
void options_check(struct parse *parse, struct argp_state *state);
void options_take_words(struct parse *parse, struct argp_state *state);

#endif
