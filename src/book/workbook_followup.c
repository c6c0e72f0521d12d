// SPDX-License-Identifier: GPL-3.0-or-later
// The follow-up sheet to fill in: a row per measure, with two cells to fill in and formulas for the rest, written with
// their present values. Sums stand below, apart from the rows.
#include <string.h>

#include "audit/followup_books.h"
#include "base/fixed.h"
#include "base/language.h"
#include "book/book.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/labels.h"

enum {
  F_TITLE,
  F_RESPONSIBLE,
  F_YEAR,
  F_CLAIMED,
  F_MONTHS,
  F_REALISED,
  F_PLANNED,
  F_REMAINING,
  F_FORECAST,
  F_LIGHT,
  F_BY_MONTH,
  F_COLUMNS = F_BY_MONTH + MONTHS_PER_YEAR,
  F_BOOKS_TO = F_COLUMNS, // if books are given, after the columns to fill in
  F_BOOKS_SAVED,
  F_BOOKS_FORECAST,
  F_BOOKS_LIGHT,
  F_BOOKS_END
};
enum { F_HEAD_ROW = 5, F_FIRST_ROW };

// A row as it stands; FIELD_BLANK where a cell is empty.
struct filled {
  const struct measure_row *row;
  const struct followup_line *line;
  int64_t months, claimed, realised, planned, remaining, forecast;
  enum followup_light light;
};

static int64_t tolerance_e8(const struct book *book) {
  return settings_of(&book->audit->scenario->tables)->tolerance_e8;
}

// Months of the year up to the day reported; FIELD_BLANK where it is not the last day of one.
static int64_t whole_months(const struct followup_line *line) {
  for (int m = 0; line->to_date != NOT_GIVEN && m < MONTHS_PER_YEAR; m++) {
    int next = (fiscal_year_month() + m) % MONTHS_PER_YEAR + 1;
    day_number end =
        m + 1 == MONTHS_PER_YEAR ? fiscal_last_day(line->year) : fiscal_first_of_month(line->year, next) - 1;
    if (end == line->to_date)
      return m + 1;
  }
  return FIELD_BLANK;
}

// The values of the formulas.
static struct filled filled_row(const struct book *book, size_t measure) {
  const struct followup_line *line = &book->audit->followup[measure];
  struct filled f = {.row = &measure_rows(&book->audit->scenario->tables)[measure], .line = line};
  f.claimed = line->claimed_ore;
  f.months = whole_months(line);
  f.realised = f.months == FIELD_BLANK ? FIELD_BLANK : line->realised_ore;
  bool known = f.claimed != FIELD_BLANK, told = known && f.months != FIELD_BLANK && f.realised != FIELD_BLANK;
  int64_t whole = known ? line->planned_by_ore[MONTHS_PER_YEAR - 1] : 0;
  f.planned = known && f.months != FIELD_BLANK ? line->planned_by_ore[f.months - 1] : FIELD_BLANK;
  f.remaining = !known ? FIELD_BLANK : f.realised == FIELD_BLANK ? f.claimed : f.claimed - f.realised;
  f.forecast = told ? f.realised + whole - f.planned : FIELD_BLANK;
  f.light = told ? followup_light_of(f.claimed, f.forecast, whole - f.planned, tolerance_e8(book)) : LIGHT_NONE;
  return f;
}

static const char *cell_name(struct book *book, lxw_row_t row, int column) {
  char name[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(name, row, (lxw_col_t)column);
  return arena_printf(book->arena, "%s", name);
}

static const char *range_name(struct book *book, lxw_row_t row, int from, int to) {
  return arena_printf(book->arena, "%s:%s", cell_name(book, row, from), cell_name(book, row, to));
}

static void write_formula(struct book *book, lxw_row_t row, int column, const char *formula, int64_t ore) {
  lxw_format *format = book->kroner;
  if (ore == FIELD_BLANK)
    book_note(book, worksheet_write_formula_str(book->followup, row, (lxw_col_t)column, formula, format, ""));
  else
    book_note(book,
              worksheet_write_formula_num(book->followup, row, (lxw_col_t)column, formula, format, kr_from_ore(ore)));
}

static const char *light_label(struct book *book, enum followup_light light) {
  return label_of(book->arena, "light", followup_light_name(light));
}

static void write_formulas(struct book *book, lxw_row_t row, const struct filled *f) {
  struct arena *arena = book->arena;
  const char *claimed = cell_name(book, row, F_CLAIMED), *months = cell_name(book, row, F_MONTHS);
  const char *realised = cell_name(book, row, F_REALISED), *planned = cell_name(book, row, F_PLANNED);
  const char *forecast = cell_name(book, row, F_FORECAST), *whole = cell_name(book, row, F_COLUMNS - 1);
  const char *by_month = range_name(book, row, F_BY_MONTH, F_COLUMNS - 1);
  write_formula(book, row, F_PLANNED,
                arena_printf(arena, "=IF(OR(%s=\"\",%s=\"\"),\"\",INDEX(%s,1,%s))", claimed, months, by_month, months),
                f->planned);
  write_formula(book, row, F_REMAINING, arena_printf(arena, "=IF(%s=\"\",\"\",%s-N(%s))", claimed, claimed, realised),
                f->remaining);
  write_formula(
      book, row, F_FORECAST,
      arena_printf(arena, "=IF(OR(%s=\"\",%s=\"\"),\"\",%s+%s-%s)", planned, realised, realised, whole, planned),
      f->forecast);
  if (f->line->state == FOLLOWUP_GIVEN_UP) {
    book_text(book, book->followup, row, F_LIGHT, light_label(book, LIGHT_RED), book->text);
    return;
  }
  const char *light = arena_printf(
      arena, "=IF(%s=\"\",\"\",IF(%s-%s<=ABS(%s)*%.8f,\"%s\",IF(%s-%s<=ABS(%s-%s),\"%s\",\"%s\")))", forecast, claimed,
      forecast, claimed, (double)tolerance_e8(book) / (double)ONE_E8, light_label(book, LIGHT_GREEN), claimed, forecast,
      whole, planned, light_label(book, LIGHT_AMBER), light_label(book, LIGHT_RED));
  book_note(book, worksheet_write_formula_str(book->followup, row, F_LIGHT, light, book->text,
                                              f->light == LIGHT_NONE ? "" : light_label(book, f->light)));
}

static void write_measure(struct book *book, lxw_row_t row, const struct filled *f) {
  book_text(book, book->followup, row, F_TITLE, f->row->title, book->text);
  book_text(book, book->followup, row, F_RESPONSIBLE, f->row->role ? f->row->role : "", book->text);
  book_text(book, book->followup, row, F_YEAR, fiscal_year_name(book->arena, f->line->year), book->text);
  book_kr(book, book->followup, row, F_CLAIMED, f->claimed);
  if (f->months == FIELD_BLANK)
    book_note(book, worksheet_write_blank(book->followup, row, F_MONTHS, book->entry_count));
  else
    book_note(book, worksheet_write_number(book->followup, row, F_MONTHS, (double)f->months, book->entry_count));
  if (f->realised == FIELD_BLANK)
    book_note(book, worksheet_write_blank(book->followup, row, F_REALISED, book->entry_kroner));
  else
    book_note(book,
              worksheet_write_number(book->followup, row, F_REALISED, kr_from_ore(f->realised), book->entry_kroner));
  write_formulas(book, row, f);
  for (int m = 0; m < MONTHS_PER_YEAR; m++)
    book_kr(book, book->followup, row, (lxw_col_t)(F_BY_MONTH + m), f->line->planned_by_ore[m]);
}

static void add_known(int64_t *sum, int64_t ore) { *sum += ore == FIELD_BLANK ? 0 : ore; }

// ---------------------------------------------------------------- what the books show

static bool books_are_given(const struct book *book) {
  for (size_t m = 0; m < book->audit->measure_count; m++)
    if (book->audit->followup[m].books)
      return true;
  return false;
}

// No sum below: measures of the same units have the same accounts.
static void write_books(struct book *book, lxw_row_t row, const struct followup_books *books) {
  if (!books || books->to == NOT_GIVEN)
    return;
  const struct books_of_month *last = &books->months[books->last];
  static const struct field_column to = {"books_to", FIELD_DATE, 0};
  book_field(book, book->followup, row, F_BOOKS_TO, &to, (union field){.number = books->to});
  if (last->saved_by_ore != NOT_GIVEN)
    book_kr(book, book->followup, row, F_BOOKS_SAVED, last->saved_by_ore);
  if (last->forecast_ore != NOT_GIVEN)
    book_kr(book, book->followup, row, F_BOOKS_FORECAST, last->forecast_ore);
  if (last->light != LIGHT_NONE)
    book_text(book, book->followup, row, F_BOOKS_LIGHT, light_label(book, last->light), book->text);
}

static void write_books_head(struct book *book) {
  static const char *const columns[] = {"books_to", "books_saved_kr", "books_forecast_kr", "books_light"};
  for (int c = F_BOOKS_TO; c < F_BOOKS_END; c++) {
    book_note(book, worksheet_set_column(book->followup, (lxw_col_t)c, (lxw_col_t)c, 16, NULL));
    book_text(book, book->followup, F_HEAD_ROW, (lxw_col_t)c, label_of_column(book->arena, columns[c - F_BOOKS_TO]),
              book->head);
  }
}

// ---------------------------------------------------------------- sums, heads and rules

// Writes the sums below the rows, after a blank row, so that they never mix with them.
static void write_sums(struct book *book, lxw_row_t end, const struct filled *rows, size_t count) {
  lxw_row_t row = end + 1;
  int64_t sums[F_COLUMNS] = {0};
  for (size_t i = 0; i < count; i++) {
    add_known(&sums[F_CLAIMED], rows[i].claimed);
    add_known(&sums[F_REALISED], rows[i].realised);
    add_known(&sums[F_PLANNED], rows[i].planned);
    add_known(&sums[F_REMAINING], rows[i].remaining);
    add_known(&sums[F_FORECAST], rows[i].forecast);
    for (int m = 0; m < MONTHS_PER_YEAR; m++)
      add_known(&sums[F_BY_MONTH + m], rows[i].line->planned_by_ore[m]);
  }
  book_text(book, book->followup, row, F_TITLE, _("Sum of the rows"), book->strong);
  for (int c = F_CLAIMED; c < F_COLUMNS; c++)
    if (c != F_MONTHS && c != F_LIGHT)
      write_formula(
          book, row, c,
          arena_printf(book->arena, "=SUM(%s:%s)", cell_name(book, F_FIRST_ROW, c), cell_name(book, end - 1, c)),
          sums[c]);
}

static void write_head(struct book *book) {
  const char *const heads[F_BY_MONTH] = {label_of_column(book->arena, "title"),
                                         label_of_column(book->arena, "responsible"),
                                         label_of_column(book->arena, "year"),
                                         label_of_column(book->arena, "claimed_kr"),
                                         _("Fill in: months reported, 1 to 12"),
                                         _("Fill in: realised so far, kr"),
                                         _("Planned so far, kr"),
                                         label_of_column(book->arena, "remaining_kr"),
                                         label_of_column(book->arena, "forecast_kr"),
                                         label_of_column(book->arena, "light")};
  static const double widths[F_BY_MONTH] = {40, 22, 9, 16, 14, 16, 16, 16, 16, 10};
  for (int c = 0; c < F_COLUMNS; c++) {
    int month = (fiscal_year_month() - 1 + c - F_BY_MONTH + MONTHS_PER_YEAR) % MONTHS_PER_YEAR + 1;
    const char *head =
        c < F_BY_MONTH ? heads[c] : arena_printf(book->arena, _("Planned by the end of %s"), format_month(month));
    double width = c < F_BY_MONTH ? widths[c] : 14;
    book_note(book, worksheet_set_column(book->followup, (lxw_col_t)c, (lxw_col_t)c, width, NULL));
    book_text(book, book->followup, F_HEAD_ROW, (lxw_col_t)c, head, book->head);
  }
  book_head_height(book, book->followup, F_HEAD_ROW, 3);
}

static void write_rules(struct book *book) {
  const char *const lines[] = {
      _("Fill in the yellow cells: how many months are reported, and what is saved by their end. The rest is "
        "computed."),
      _("Forecast: what is realised, and of the claim what is planned for the months left."),
      _("Green: the forecast is the claim, within the tolerance of the settings, or more. Amber: what is missing is no "
        "more than "
        "what is planned for the months left. Red: it is more, or the measure is given up."),
  };
  book_text(book, book->followup, 0, 0, _("Follow-up to fill in"), book->title);
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    book_text(book, book->followup, (lxw_row_t)i + 1, 0, lines[i], book->note);
}

// Allows whole numbers from 1 to 12.
static void guard_months(struct book *book, lxw_row_t end) {
  lxw_data_validation months = {.validate = LXW_VALIDATION_TYPE_INTEGER,
                                .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                                .minimum_number = 1,
                                .maximum_number = MONTHS_PER_YEAR};
  book_note(book, worksheet_data_validation_range(book->followup, F_FIRST_ROW, F_MONTHS, end - 1, F_MONTHS, &months));
}

// Names for users who write their own formulas.
static void name_ranges(struct book *book, lxw_row_t end) {
  static const struct {
    const char *name;
    int column;
  } names[] = {{"followup_claimed", F_CLAIMED},
               {"followup_realised", F_REALISED},
               {"followup_planned", F_PLANNED},
               {"followup_remaining", F_REMAINING},
               {"followup_forecast", F_FORECAST}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(first, F_FIRST_ROW, (lxw_col_t)names[i].column, 1, 1);
    lxw_rowcol_to_cell_abs(last, end - 1, (lxw_col_t)names[i].column, 1, 1);
    book_note(book,
              workbook_define_name(book->workbook, names[i].name,
                                   arena_printf(book->arena, "='%s'!%s:%s", _("Follow-up to fill in"), first, last)));
  }
}

void book_fill_followup(struct book *book) {
  size_t count = book->audit->measure_count;
  lxw_row_t end = F_FIRST_ROW + (lxw_row_t)count;
  struct filled *rows = arena_array(book->arena, count, sizeof *rows);
  write_rules(book);
  write_head(book);
  for (size_t m = 0; m < count; m++) {
    rows[m] = filled_row(book, m);
    write_measure(book, F_FIRST_ROW + (lxw_row_t)m, &rows[m]);
  }
  write_sums(book, end, rows, count);
  for (size_t m = 0; m < count && books_are_given(book); m++)
    write_books(book, F_FIRST_ROW + (lxw_row_t)m, book->audit->followup[m].books);
  if (books_are_given(book))
    write_books_head(book);
  guard_months(book, end);
  name_ranges(book, end);
  worksheet_freeze_panes(book->followup, F_FIRST_ROW, 1);
  book_set_page(book, book->followup, 2);
  book_note(book, worksheet_repeat_rows(book->followup, F_HEAD_ROW, F_HEAD_ROW));
}
