// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/problems.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

#include "base/language.h"
#include "base/shown.h"

enum { TEXT_BYTES = 60 }; // of a cell quoted in a message

struct problems *problems_new(struct arena *arena) {
  struct problems *problems = arena_alloc(arena, sizeof *problems);
  problems->arena = arena;
  return problems;
}

void problem_spell(struct problems *problems, const char *file, const char *column, const char *written,
                   const char *letters) {
  *(struct spelling *)arena_push(problems->arena, &problems->spellings, &problems->spelling_count,
                                 &problems->spelling_room, sizeof(struct spelling)) =
      (struct spelling){file, column, written, letters};
}

// `file` NULL: in any file.
static const struct spelling *spelling_in(const struct problems *problems, const char *file, const char *column,
                                          size_t length) {
  for (size_t i = 0; i < problems->spelling_count; i++) {
    const struct spelling *spelling = &problems->spellings[i];
    if (strlen(spelling->column) == length && memcmp(spelling->column, column, length) == 0 &&
        (!file || strcmp(spelling->file, file) == 0))
      return spelling;
  }
  return NULL;
}

// As written in the file, else in any other file: a message may name a column of another table.
static const char *spelling_of(const struct problems *problems, const char *file, const char *column, size_t length) {
  const struct spelling *spelling = file ? spelling_in(problems, file, column, length) : NULL;
  spelling = spelling ? spelling : spelling_in(problems, NULL, column, length);
  return spelling ? spelling->written : NULL;
}

static bool in_name(char c) { return isalnum((unsigned char)c) || c == '_'; }

static const char csv[] = ".csv";
static bool names_file(const char *rest) { return !strncmp(rest, csv, strlen(csv)) && !in_name(rest[strlen(csv)]); }

// The message with its columns and tables named as the user has them. Replaces only file names, and names with a _ in
// them or between backquotes, since others are also ordinary words.
static const char *respell(const struct problems *problems, const char *file, const char *message) {
  const char *text = "";
  while (*message) {
    size_t length = 0;
    while (in_name(message[length]))
      length++;
    bool in_path = *text && strchr("/.", text[strlen(text) - 1]),
         is_file = length && !in_path && names_file(message + length);
    length += is_file ? strlen(csv) : 0;
    bool quoted = *text && text[strlen(text) - 1] == '`' && message[length] == '`';
    bool is_column = length && (quoted || is_file || memchr(message, '_', length));
    const char *written = is_column ? spelling_of(problems, file, message, length) : NULL;
    length += !length;
    text = written ? arena_printf(problems->arena, "%s%s", text, written)
                   : arena_printf(problems->arena, "%s%.*s", text, (int)length, message);
    message += length;
  }
  return text;
}

// The position in a workbook: the cell of the row and column, or the first cell of the row if no column is meant.
static const char *cell_of(const struct problems *problems, const struct place *at, const struct spelling *own) {
  if (!at->line || !at->file)
    return NULL;
  for (size_t i = 0; !own && i < problems->spelling_count; i++)
    if (problems->spellings[i].letters && strcmp(problems->spellings[i].file, at->file) == 0)
      own = &problems->spellings[i];
  return own && own->letters ? arena_printf(problems->arena, "%s%d", own->letters, at->line) : NULL;
}

enum weight { ERROR, WARNING, DOUBT };

static void collect(struct problems *problems, struct place at, const char *text, enum weight weight,
                    const char *format, va_list arguments) {
  char message[1024];
  vsnprintf(message, sizeof message, gettext(format), arguments);
  const struct spelling *own = at.column ? spelling_in(problems, at.file, at.column, strlen(at.column)) : NULL;
  if (own)
    at.column = own->written;
  at.cell = at.cell ? at.cell : cell_of(problems, &at, own);
  struct problem *problem =
      arena_push(problems->arena, &problems->items, &problems->count, &problems->room, sizeof *problem);
  problem->at = at;
  problem->text = text ? arena_printf(problems->arena, "%s", text) : NULL;
  problem->message =
      problems->spelling_count ? respell(problems, at.file, message) : arena_printf(problems->arena, "%s", message);
  problem->warning = weight != ERROR;
  problem->doubt = weight == DOUBT;
  problems->error_count += weight == ERROR;
  problems->doubt_count += weight == DOUBT;
}

void problem_add(struct problems *problems, struct place at, const char *text, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  collect(problems, at, text, ERROR, format, arguments);
  va_end(arguments);
}

void problem_warn(struct problems *problems, struct place at, const char *text, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  collect(problems, at, text, WARNING, format, arguments);
  va_end(arguments);
}

void problem_doubt(struct problems *problems, struct place at, const char *text, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  collect(problems, at, text, DOUBT, format, arguments);
  va_end(arguments);
}

// At most 60 bytes of it as shown, never cut within a character.
static const char *cut_text(struct arena *arena, const char *text) {
  const char *shown = shown_text(arena, text, "");
  size_t end = TEXT_BYTES;
  if (strlen(shown) <= end)
    return shown;
  while (((unsigned char)shown[end] & 0xC0) == 0x80)
    end++;
  return arena_printf(arena, "%.*s...", (int)end, shown);
}

static void print_problem(struct arena *arena, const struct problem *p, FILE *to) {
  const char *file = p->at.file ? shown_text(arena, p->at.file, "") : "?";
  const char *line = p->at.cell   ? arena_printf(arena, "!%s", p->at.cell)
                     : p->at.line ? arena_printf(arena, ":%d", p->at.line)
                                  : "";
  const char *column = p->at.column ? arena_printf(arena, "%s: ", cut_text(arena, p->at.column)) : "";
  const char *text = p->text ? arena_printf(arena, "\"%s\": ", cut_text(arena, p->text)) : "";
  fprintf(to, "%s%s: %s%s%s%s\n", file, line, p->warning ? _("warning: ") : "", column, text,
          shown_text(arena, p->message, ""));
}

void problems_print(const struct problems *problems, FILE *to) {
  size_t shown = 0;
  for (size_t i = 0; i < problems->count && shown < PROBLEMS_SHOWN; i++, shown++)
    print_problem(problems->arena, &problems->items[i], to);
  if (problems->count > shown)
    fprintf(to, _("... and %zu more\n"), problems->count - shown);
}
