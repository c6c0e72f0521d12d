// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what is installed beside the program: `print program|scenario|completion [nb]`.
#include <stdio.h>
#include <string.h>

#include "app/manual.h"
#include "base/language.h"

int main(int argc, char **argv) {
  static const struct {
    const char *name;
    void (*print)(FILE *to);
  } pages[] = {{"program", manual_print_program},
               {"scenario", manual_print_scenario},
               {"completion", manual_print_completion}};
  if (argc > 2 && !strcmp(argv[2], "nb") && !language_insist(LANGUAGE_NB)) {
    fputs("print: the Norwegian texts are missing: make them first\n", stderr);
    return 1;
  }
  for (size_t i = 0; argc > 1 && i < sizeof pages / sizeof *pages; i++)
    if (!strcmp(argv[1], pages[i].name)) {
      pages[i].print(stdout);
      return ferror(stdout) || fflush(stdout) != 0;
    }
  fputs("usage: print program|scenario|completion [nb]\n", stderr);
  return 2;
}
