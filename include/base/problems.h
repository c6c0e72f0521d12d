// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the user's data, collected so that one run shows all of it. A problem names the
// place in the user's files; faults of the program itself are asserts or exit status 70, never problems.
#ifndef ROTACOST_BASE_PROBLEMS_H
#define ROTACOST_BASE_PROBLEMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/language.h"

enum { PROBLEMS_SHOWN = 50 }; // the rest is counted, not printed

struct place {
  const char *file;   // as the user gave it
  int line;           // from 1; 0 where the whole file is meant
  const char *column; // column name; NULL where the whole row is meant
  const char *cell;   // of a workbook: `E7`, where the column has no name of ours; NULL: found by line and column
};

struct problem {
  struct place at;
  const char *text;    // the offending text, as read; NULL where there is none
  const char *message; // what is wrong and how to mend it
  int warning;         // 1: said, but the scenario still runs
  int doubt;           // 1: a warning of what is likely a slip, which --strict refuses
};

// A column, or a table (groups.csv), that the user calls otherwise than the program, or that stands in a workbook.
struct spelling {
  const char *file, *column, *written;
  const char *letters; // `E`; NULL: not in a workbook
};

struct problems {
  struct arena *arena; // owns the texts
  struct problem *items;
  size_t count, room;
  size_t error_count; // of those, the errors
  size_t doubt_count; // and the doubts
  struct spelling *spellings;
  size_t spelling_count, spelling_room;
  // Told, by whoever reads, in which language its files ask for messages (LANGUAGES: they do not ask), before any message
  // but those of the settings is made; NULL: nobody asks. A program has language_prefer here: readers switch nothing themselves.
  bool (*speak)(enum language language);
};

struct problems *problems_new(struct arena *arena);
// From now on messages call this column of the file as it is written there. `letters`: of the column in a workbook, whose
// sheet `file` names (`ward.xlsx: groups`); NULL: a CSV file.
void problem_spell(struct problems *problems, const char *file, const char *column, const char *written,
                   const char *letters);
// `text` may be NULL. The message is a sentence without a full stop that ends in how to mend it; its format is
// translated here, so that a call needs no _() around a plain text.
void problem_add(struct problems *problems, struct place at, const char *text, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void problem_warn(struct problems *problems, struct place at, const char *text, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void problem_doubt(struct problems *problems, struct place at, const char *text, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
// One line each: `file:line: column: "text": message`, in a workbook `file: sheet!E7: column: ...`; warnings marked. The path
// stands whole, of a long text its beginning. What would change what a terminal shows is escaped (base/shown.h).
void problems_print(const struct problems *problems, FILE *to);

#endif
