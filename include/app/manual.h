// SPDX-License-Identifier: GPL-3.0-or-later
// Man pages and shell completion, made at build time from the tables that the program itself reads, so that they list
// no option or column that the program does not have.
#ifndef ROTACOST_APP_MANUAL_H
#define ROTACOST_APP_MANUAL_H

#include <stdio.h>

void manual_print_program(FILE *to);    // rotacost(1), in roff with the man macros, in the language chosen
void manual_print_scenario(FILE *to);   // rotacost-scenario(5), likewise
void manual_print_completion(FILE *to); // for bash

#endif
