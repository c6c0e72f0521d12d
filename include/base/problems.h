// SPDX-License-Identifier: GPL-3.0-or-later
// Problems in the user's data, collected so that one run shows all of them. A problem names the
// place in the user's files; internal errors are asserts or exit status 70, never problems.
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
  const char
      *cell; // in a workbook: `E7`, where the column has no name known to the program; NULL: given by line and column
};

struct problem {
  struct place at;
  const char *text;    // the offending text, as read; NULL where there is none
  const char *message; // what is wrong and how to mend it
  int warning;         // 1: said, but the scenario still runs
  int doubt;           // 1: a warning of what is likely a slip, which --strict refuses
};

// A column, or a table (groups.csv), for which the user has another name than the program, or that stands in a workbook.
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
  // Called by the reader with the language in which its files ask for messages (LANGUAGES: none), before any message
  // except those about the settings; NULL: not called. The program sets language_prefer here: readers do not switch the language themselves.
  bool (*speak)(enum language language);
};

struct problems *problems_new(struct arena *arena);
// From now on messages name this column as it is written in the file. `letters`: those of the column in a workbook, whose
// sheet `file` names (`ward.xlsx: groups`); NULL: a CSV file.
void problem_spell(struct problems *problems, const char *file, const char *column, const char *written,
                   const char *letters);
// `text` may be NULL. The message is a sentence without a full stop that ends with how to fix it; its format is
// translated here, so that a call needs no _() around a plain text.
void problem_add(struct problems *problems, struct place at, const char *text, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void problem_warn(struct problems *problems, struct place at, const char *text, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void problem_doubt(struct problems *problems, struct place at, const char *text, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
// One line each: `file:line: column: "text": message`, in a workbook `file: sheet!E7: column: ...`; warnings marked. The path
// is given in full, a long text only with its beginning. Characters that would affect the terminal are escaped (base/shown.h).
void problems_print(const struct problems *problems, FILE *to);

#endif
