// SPDX-License-Identifier: GPL-3.0-or-later
// gathered.xlsx: the conclusions in sentences, then every gathered table.
#include "book/gathered_book.h"

#include "base/language.h"
#include "book/book.h"

enum { SENTENCE_DIGITS = 110 };

static void fill_answer(struct book *book, lxw_worksheet *answer, const struct gathered *gathered) {
  lxw_row_t row = 0;
  book_note(book, worksheet_set_column(answer, 0, 0, SENTENCE_DIGITS, NULL));
  book_text(book, answer, row++, 0, book->heading, book->head);
  const char *const *sentence = gathered_sentences(book->arena, gathered);
  for (; *sentence; sentence++, row++) {
    book_text(book, answer, row, 0, *sentence, book->text);
    book_row_height(book, answer, row, book_lines(*sentence, SENTENCE_DIGITS - 2));
  }
  const char *rule = gathered_rule(book->arena);
  book_text(book, answer, row, 0, rule, book->text);
  book_row_height(book, answer, row, book_lines(rule, SENTENCE_DIGITS - 2));
  book_set_page(book, answer, 1);
}

static const struct wanted_sheet *wanted_sheets(const struct book *book, const char *answer, size_t *count) {
  struct wanted_sheet *wanted = arena_array(book->arena, book->sheet_count + 1, sizeof *wanted);
  wanted[0] = (struct wanted_sheet){answer, 1};
  for (size_t i = 0; i < book->sheet_count; i++)
    wanted[i + 1] = (struct wanted_sheet){book->sheets[i].name, book->sheets[i].row_count + 1};
  *count = book->sheet_count + 1;
  return wanted;
}

const char *gathered_book_write(struct arena *arena, const struct gathered *gathered, const struct result_set *set,
                                FILE *to) {
  struct audit none = {.arena = arena}; // no scenario, so the users' codes have no titles
  struct book book = {.arena = arena,
                      .audit = &none,
                      .set = set,
                      .heading = _("What measures save, gathered from many results"),
                      .run_id = results_run_id(arena, set)};
  const char *path = arena_printf(arena, "/proc/self/fd/%d", fileno(to));         // the library opens by name only
  lxw_doc_properties properties = {.company = "rotacost", .created = 1704067200}; // no clock: same results, same bytes
  size_t count;
  book.workbook = workbook_new(path);
  if (!book.workbook)
    return _("the workbook cannot be begun");
  properties.title = arena_printf(arena, "%s", book.heading);
  book_add_formats(&book);
  book_note(&book, workbook_set_properties(book.workbook, &properties));
  book.answer = book_made(workbook_add_worksheet(book.workbook, _("The answer")));
  book_add_sheets(&book);
  book_fill_sheets(&book);
  fill_answer(&book, book.answer, gathered);
  book_note(&book, workbook_close(book.workbook));
  if (book.error)
    return arena_printf(arena, _("the workbook cannot be written: %s"), lxw_strerror(book.error));
  const struct wanted_sheet *wanted = wanted_sheets(&book, _("The answer"), &count);
  return book_check(arena, path, wanted, count);
}

const char *book_library_version(void) { return lxw_version(); }
