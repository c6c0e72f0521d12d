// SPDX-License-Identifier: GPL-3.0-or-later
// What is fuzzed: a function for each kind of input, called with any bytes. It ends the process where the program breaks a
// promise, and returns 0 otherwise. By `make fuzz` each is a program of its own under libFuzzer (entry.c); tests/test_fuzz.c
// calls all of them with the inputs kept in corpus/.
#ifndef ROTACOST_TESTS_FUZZ_H
#define ROTACOST_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int fuzz_target(const uint8_t *data, size_t size);
fuzz_target fuzz_cell, fuzz_days; // without an allocation: a million a second
fuzz_target fuzz_sheet, fuzz_scenario, fuzz_workbook, fuzz_rota, fuzz_accounts, fuzz_plan;

// Changes an input of whole files cell by cell, as libFuzzer asks for it: a word in the place of another, rows doubled, left
// out or moved, cells made from the words the tables know.
size_t fuzz_cells_mutate(uint8_t *data, size_t size, size_t most, unsigned seed);

// Ends the process, saying what did not hold.
#define FUZZ_HOLDS(CONDITION) fuzz_holds((CONDITION), #CONDITION, __FILE__, __LINE__)
void fuzz_holds(bool holds, const char *condition, const char *file, int line);

// Several files in one input: each begins with a line `== NAME`. What stands before the first belongs to none.
struct fuzz_part {
  const char *name, *text; // the text is not closed by a NUL
  size_t name_length, length;
};
enum { FUZZ_PARTS_MOST = 32 };
int fuzz_parts(const char *data, size_t size, struct fuzz_part parts[FUZZ_PARTS_MOST]);

// Writes the small scenario of the tests with one file of its own, reads it, and builds what a plan needs of two weeks.
int fuzz_small_scenario(const char *file, const uint8_t *data, size_t size);

#endif
