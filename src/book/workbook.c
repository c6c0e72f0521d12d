// SPDX-License-Identifier: GPL-3.0-or-later
#include "book/workbook.h"

#include <string.h>

#include <unistr.h>

#include "base/language.h"
#include "book/book.h"
#include "calendar/fiscal.h"
#include "report/terminal.h"

enum { SECONDS_PER_DAY = 24 * 60 * 60, FIRST_TABS = 0x1F5C99 };

static void set_properties(struct book *book) {
  const struct settings_row *s = settings_of(&book->audit->scenario->tables);
  int64_t day = s->price_day != NOT_GIVEN ? s->price_day : fiscal_first_day((int)s->first_year);
  char *title = arena_printf(book->arena, "%.200s", terminal_text(book->arena, s->title));
  for (size_t end = strlen(title); u8_check((const uint8_t *)title, end); end--) // the cut may split a letter
    title[end - 1] = '\0';
  lxw_doc_properties properties = {.title = title, .company = "rotacost"};
  properties.created = (time_t)day * SECONDS_PER_DAY;
  book_note(book, workbook_set_properties(book->workbook, &properties));
}

// The sheets that are not tables come first.
static lxw_worksheet *add_first(struct book *book, const char *name) {
  lxw_worksheet *worksheet = book_made(workbook_add_worksheet(book->workbook, name));
  worksheet_set_tab_color(worksheet, FIRST_TABS);
  return worksheet;
}

static void fill(struct book *book) {
  book_add_formats(book);
  set_properties(book);
  book->answer = add_first(book, _("The answer"));
  book->contents = add_first(book, _("Contents"));
  if (book->audit->measure_count || book->audit->baseline_count)
    book->charts = add_first(book, _("Charts"));
  if (book_has_bridges(book))
    book->bridges = add_first(book, _("Waterfalls"));
  if (book->audit->measure_count)
    book->followup = add_first(book, _("Follow-up to fill in"));
  if (book_has_rotas(book))
    book->rotas = add_first(book, _("Rotas to work on"));
  book_add_sheets(book);
  book_fill_sheets(book);
  book_name_ranges(book);
  book_fill_answer(book);
  book_fill_contents(book);
  if (book->charts)
    book_fill_charts(book);
  if (book->bridges)
    book_fill_bridges(book);
  if (book->followup)
    book_fill_followup(book);
  if (book->rotas)
    book_fill_rotas(book);
}

// The sheets expected, in the order of the workbook; tables with every row and the head.
static const struct wanted_sheet *wanted_sheets(const struct book *book, size_t *count) {
  const struct {
    const lxw_worksheet *worksheet;
    const char *name;
  } first[] = {{book->answer, _("The answer")},
               {book->contents, _("Contents")},
               {book->charts, _("Charts")},
               {book->bridges, _("Waterfalls")},
               {book->followup, _("Follow-up to fill in")},
               {book->rotas, _("Rotas to work on")}};
  enum { FIRST = sizeof first / sizeof *first };
  struct wanted_sheet *wanted = arena_array(book->arena, FIRST + book->sheet_count, sizeof *wanted);
  *count = 0;
  for (size_t i = 0; i < FIRST; i++)
    if (first[i].worksheet)
      wanted[(*count)++] = (struct wanted_sheet){first[i].name, 0};
  for (size_t i = 0; i < book->sheet_count; i++)
    wanted[(*count)++] = (struct wanted_sheet){book->sheets[i].name, book->sheets[i].row_count + 1};
  return wanted;
}

const char *workbook_write(struct arena *arena, const struct audit *audit, const struct result_set *set, FILE *to) {
  struct book book = {.arena = arena,
                      .audit = audit,
                      .set = set,
                      .overview = overview_lines(arena, audit, result_find(set, "claims")),
                      .run_id = results_run_id(arena, set)};
  // the library opens by name only: this is the name of an open file
  const char *path = arena_printf(arena, "/proc/self/fd/%d", fileno(to));
  book.workbook = workbook_new(path);
  if (!book.workbook)
    return _("the workbook cannot be begun");
  fill(&book);
  book_note(&book, workbook_close(book.workbook));
  if (book.error)
    return arena_printf(arena, _("the workbook cannot be written: %s"), lxw_strerror(book.error));
  size_t count;
  const struct wanted_sheet *wanted = wanted_sheets(&book, &count);
  return book_check(arena, path, wanted, count);
}
