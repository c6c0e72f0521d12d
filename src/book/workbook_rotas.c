// SPDX-License-Identifier: GPL-3.0-or-later
// Rotas to work on: one block per rota, with its lines, days in cells that may be changed, and sums as formulas: hours,
// weekends and nights of each line, and the number on duty each day beside the need. A letter is a shift, a blank cell
// a day off; each cell has a list of the letters. Conditional formats set the colours.
#include <stdlib.h>
#include <string.h>

#include "audit/rotas.h"
#include "base/fixed.h"
#include "base/language.h"
#include "book/book.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/rota.h"
#include "report/rotas.h"

enum { R_LINE, R_GROUP, R_HOURS, R_WEEKENDS, R_NIGHTS, R_LEVEL, R_DAY }; // columns
enum { COLOURS = 6, DAY_WIDTH = 3, BLOCKS_MOST = 200 };

static const lxw_color_t colours[COLOURS] = {0xFCE8B2, 0xC2E0FA, 0xDCCCF3, 0xC5E8D5, 0xF9D2C4, 0xF2CFE6};

struct block { // one rota
  struct book *book;
  const struct rota_told *told;
  const struct rota_shift_told *shifts[ROTA_SHIFTS_MOST];
  char letters[ROTA_SHIFTS_MOST];
  int shift_count;
  const struct rota_line_told **lines;
  size_t line_count;
  lxw_row_t legend, first, row; // of the shifts, of the lines, of what is written next
  int days;
};

struct styles {
  lxw_format *day, *weekend, *short_, *of_shift[COLOURS];
};

bool book_has_rotas(const struct book *book) { return book->audit->rota_line_count > 0; }

// ---------------------------------------------------------------- what is told

static bool is_of(const struct block *b, int64_t measure, int year, size_t unit) {
  return measure == b->told->measure && year == b->told->year && unit == b->told->unit;
}

static void read_block(struct block *b) {
  const struct audit *audit = b->book->audit;
  for (size_t i = 0; i < audit->rota_shift_count && b->shift_count < ROTA_SHIFTS_MOST; i++) {
    const struct rota_shift_told *shift = &audit->rota_shifts[i];
    if (!is_of(b, shift->measure, shift->year, shift->unit))
      continue;
    b->letters[b->shift_count] = rota_letter(shift->shift, b->letters, b->shift_count);
    b->shifts[b->shift_count++] = shift;
  }
  b->lines = arena_array(b->book->arena, audit->rota_line_count + 1, sizeof *b->lines);
  for (size_t i = 0; i < audit->rota_line_count; i++)
    if (is_of(b, audit->rota_lines[i].measure, audit->rota_lines[i].year, audit->rota_lines[i].unit))
      b->lines[b->line_count++] = &audit->rota_lines[i];
  b->days = 7 * b->told->weeks;
}

// Returns the next word of a list separated by blanks, and moves on.
static const char *next_word(struct arena *arena, const char **at) {
  *at += strspn(*at, " ");
  size_t length = strcspn(*at, " ");
  const char *word = arena_text(arena, *at, length);
  *at += length;
  return word;
}

static int shift_index(const struct block *b, const char *code) {
  for (int s = 0; s < b->shift_count; s++)
    if (!strcmp(b->shifts[s]->shift, code))
      return s;
  return -1;
}

// ---------------------------------------------------------------- cells

static const char *cell(const struct block *b, lxw_row_t row, int column) {
  char name[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(name, row, (lxw_col_t)column);
  return arena_printf(b->book->arena, "%s", name);
}

static const char *fixed_cell(const struct block *b, lxw_row_t row, int column) {
  char name[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell_abs(name, row, (lxw_col_t)column, 1, 1);
  return arena_printf(b->book->arena, "%s", name);
}

static void write_formula(struct block *b, int column, const char *formula, lxw_format *format, double value) {
  book_note(b->book, worksheet_write_formula_num(b->book->rotas, b->row, (lxw_col_t)column, formula, format, value));
}

static void write_number(struct block *b, int column, double value, lxw_format *format) {
  book_note(b->book, worksheet_write_number(b->book->rotas, b->row, (lxw_col_t)column, value, format));
}

static void write_text(struct block *b, int column, const char *text, lxw_format *format) {
  book_text(b->book, b->book->rotas, b->row, (lxw_col_t)column, text, format);
}

static lxw_format *day_format(const struct styles *styles, int t) {
  return t % 7 >= SATURDAY ? styles->weekend : styles->day;
}

// ---------------------------------------------------------------- a block from above

static void write_title(struct block *b) {
  const struct tables *tables = &b->book->audit->scenario->tables;
  const struct unit_row *unit = &unit_rows(tables)[b->told->unit];
  const char *title = unit->title ? unit->title : unit->unit;
  struct arena *arena = b->book->arena;
  const char *what = b->told->measure == NOT_GIVEN ? arena_printf(arena, _("%s, today"), title)
                                                   : arena_printf(arena, _("%s, with the measure %s"), title,
                                                                  measure_rows(tables)[b->told->measure].title);
  write_text(b, 0,
             arena_printf(arena, _("%s: a base rota of %d weeks, %s"), what, b->told->weeks, YEAR_NAME(b->told->year)),
             b->book->strong);
  b->row++;
}

static void write_shifts(struct block *b, const struct styles *styles) {
  b->legend = b->row;
  for (int s = 0; s < b->shift_count; s++, b->row++) {
    write_text(b, R_LINE, arena_printf(b->book->arena, "%c", b->letters[s]), styles->of_shift[s % COLOURS]);
    write_text(b, R_GROUP, arena_printf(b->book->arena, "%s, %s", b->shifts[s]->title, b->shifts[s]->clock),
               b->book->text);
    write_number(b, R_HOURS, b->shifts[s]->paid_h, b->book->decimals[BOOK_DIGITS_MOST]);
  }
}

static void write_head(struct block *b) {
  static const char *const heads[] = {N_("Line"), N_("Group"), N_("Hours"), N_("Weekends"), N_("Nights"), N_("Level")};
  struct book *book = b->book;
  for (int t = 0; t < b->days; t += 7)
    write_text(b, R_DAY + t, arena_printf(book->arena, _("week %d"), t / 7 + 1), book->strong);
  b->row++;
  for (size_t c = 0; c < sizeof heads / sizeof *heads; c++)
    write_text(b, (int)c, _(heads[c]), book->head);
  for (int t = 0; t < b->days; t++)
    write_text(b, R_DAY + t, arena_printf(book->arena, "%c", _("MTWTFSS")[t % 7]), book->day_head);
  b->row++;
}

// ---------------------------------------------------------------- lines

static const char *days_of(const struct block *b) {
  return arena_printf(b->book->arena, "%s:%s", cell(b, b->row, R_DAY), cell(b, b->row, R_DAY + b->days - 1));
}

static void write_hours(struct block *b, const struct rota_line_told *line) {
  const char *formula = "=0", *days = days_of(b);
  for (int s = 0; s < b->shift_count; s++)
    formula =
        arena_printf(b->book->arena, "%s+COUNTIF(%s,%s)*%s", formula, days,
                     fixed_cell(b, b->legend + (lxw_row_t)s, R_LINE), fixed_cell(b, b->legend + (lxw_row_t)s, R_HOURS));
  write_formula(b, R_HOURS, formula, b->book->decimals[BOOK_DIGITS_MOST], line->hours);
}

static void write_weekends(struct block *b, const struct rota_line_told *line) {
  const char *formula = "=0";
  for (int t = SATURDAY; t < b->days; t += 7)
    formula = arena_printf(b->book->arena, "%s+SIGN((%s<>\"\")+(%s<>\"\"))", formula, cell(b, b->row, R_DAY + t),
                           cell(b, b->row, R_DAY + t + 1));
  write_formula(b, R_WEEKENDS, formula, b->book->integer, line->weekends);
}

static void write_nights(struct block *b, const struct rota_line_told *line) {
  const char *formula = "=0", *days = days_of(b);
  for (int s = 0; s < b->shift_count; s++)
    if (b->shifts[s]->night)
      formula = arena_printf(b->book->arena, "%s+COUNTIF(%s,%s)", formula, days,
                             fixed_cell(b, b->legend + (lxw_row_t)s, R_LINE));
  write_formula(b, R_NIGHTS, formula, b->book->integer, line->nights);
}

static void write_line(struct block *b, const struct styles *styles, const struct rota_line_told *line) {
  const char *at = line->days;
  write_text(b, R_LINE, line->line, b->book->text);
  write_text(b, R_GROUP, line->group, b->book->text);
  write_hours(b, line);
  write_weekends(b, line);
  write_nights(b, line);
  write_number(b, R_LEVEL, line->level, b->book->aside);
  for (int t = 0; t < b->days; t++) {
    int shift = shift_index(b, next_word(b->book->arena, &at));
    lxw_format *format = day_format(styles, t);
    if (shift < 0)
      book_note(b->book, worksheet_write_blank(b->book->rotas, b->row, (lxw_col_t)(R_DAY + t), format));
    else
      write_text(b, R_DAY + t, arena_printf(b->book->arena, "%c", b->letters[shift]), format);
  }
  b->row++;
}

// ---------------------------------------------------------------- cover

static bool is_among(const char *words, const char *word) {
  size_t length = strlen(word);
  for (const char *at = words; *at; at += strcspn(at, " "), at += *at == ' ')
    if (strcspn(at, " ") == length && !memcmp(at, word, length))
      return true;
  return false;
}

// Counts the lines of the level or higher that are on one of the shifts.
static const char *duty_formula(const struct block *b, const struct rota_cover_told *cover, int t) {
  struct arena *arena = b->book->arena;
  lxw_row_t last = b->first + (lxw_row_t)b->line_count - 1;
  const char *days = arena_printf(arena, "%s:%s", cell(b, b->first, R_DAY + t), cell(b, last, R_DAY + t));
  const char *levels = arena_printf(arena, "%s:%s", fixed_cell(b, b->first, R_LEVEL), fixed_cell(b, last, R_LEVEL));
  const char *sum = "0";
  for (int s = 0; s < b->shift_count; s++)
    if (is_among(cover->shifts, b->shifts[s]->shift))
      sum = arena_printf(arena, "%s+(%s=%s)", sum, days, fixed_cell(b, b->legend + (lxw_row_t)s, R_LINE));
  return arena_printf(arena, "=SUMPRODUCT((%s>=%d)*(%s))", levels, cover->level, sum);
}

static void write_duty(struct block *b, const struct rota_cover_told *cover) {
  const char *at = cover->on_duty;
  write_text(b, R_GROUP, arena_printf(b->book->arena, "%s, %s", cover->clock, cover->category), b->book->text);
  for (int t = 0; t < b->days; t++)
    write_formula(b, R_DAY + t, duty_formula(b, cover, t), b->book->day_sum,
                  (double)strtoll(next_word(b->book->arena, &at), NULL, 10));
  b->row++;
}

static void write_need(struct block *b, const struct rota_cover_told *cover) {
  const char *at = cover->need;
  write_text(b, R_GROUP, _("of need"), b->book->note);
  for (int t = 0; t < b->days; t++) {
    if (!*at)
      at = cover->need;
    write_number(b, R_DAY + t, (double)strtoll(next_word(b->book->arena, &at), NULL, 10) / MILLI, b->book->day_need);
  }
  b->row++;
}

// Turns a cell red if fewer are on duty than the need in the row below.
static void add_short(struct block *b, const struct styles *styles) {
  lxw_conditional_format condition = {.type = LXW_CONDITIONAL_TYPE_FORMULA, .format = styles->short_};
  const char *formula = arena_printf(b->book->arena, "=%s<%s", cell(b, b->row, R_DAY), cell(b, b->row + 1, R_DAY));
  condition.value_string = arena_text(b->book->arena, formula, strlen(formula));
  book_note(b->book, worksheet_conditional_format_range(b->book->rotas, b->row, R_DAY, b->row,
                                                        (lxw_col_t)(R_DAY + b->days - 1), &condition));
}

static void write_cover(struct block *b, const struct styles *styles) {
  const struct audit *audit = b->book->audit;
  for (size_t i = 0; i < audit->rota_cover_count; i++) {
    const struct rota_cover_told *cover = &audit->rota_covers[i];
    if (!is_of(b, cover->measure, cover->year, cover->unit))
      continue;
    add_short(b, styles);
    write_duty(b, cover);
    write_need(b, cover);
  }
}

// ---------------------------------------------------------------- colours and choices

static void add_colours(struct block *b, const struct styles *styles) {
  lxw_row_t last = b->first + (lxw_row_t)b->line_count - 1;
  for (int s = 0; s < b->shift_count; s++) {
    const char *letter = arena_printf(b->book->arena, "\"%c\"", b->letters[s]);
    lxw_conditional_format condition = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                        .value_string = arena_text(b->book->arena, letter, strlen(letter)),
                                        .format = styles->of_shift[s % COLOURS]};
    book_note(b->book, worksheet_conditional_format_range(b->book->rotas, b->first, R_DAY, last,
                                                          (lxw_col_t)(R_DAY + b->days - 1), &condition));
  }
}

static void add_choices(struct block *b) {
  char **list = arena_array(b->book->arena, (size_t)b->shift_count + 1, sizeof *list);
  for (int s = 0; s < b->shift_count; s++)
    list[s] = arena_printf(b->book->arena, "%c", b->letters[s]);
  lxw_data_validation choice = {.validate = LXW_VALIDATION_TYPE_LIST, .value_list = (void *)list};
  lxw_row_t last = b->first + (lxw_row_t)b->line_count - 1;
  book_note(b->book, worksheet_data_validation_range(b->book->rotas, b->first, R_DAY, last,
                                                     (lxw_col_t)(R_DAY + b->days - 1), &choice));
}

// ---------------------------------------------------------------- the sheet

static lxw_format *day_cell(struct book *book, lxw_color_t fill) {
  lxw_format *format = book_made(workbook_add_format(book->workbook));
  format_set_align(format, LXW_ALIGN_CENTER);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, 0xBFBFBF);
  if (fill)
    format_set_bg_color(format, fill);
  return format;
}

static void add_styles(struct book *book, struct styles *styles) {
  styles->day = day_cell(book, 0);
  styles->weekend = day_cell(book, 0xEDEDED);
  styles->short_ = book_made(workbook_add_format(book->workbook));
  format_set_bg_color(styles->short_, 0xF8D5D5);
  format_set_font_color(styles->short_, 0x7A1010);
  format_set_bold(styles->short_);
  for (int c = 0; c < COLOURS; c++)
    styles->of_shift[c] = day_cell(book, colours[c]);
  book->day_head = day_cell(book, 0xDCE6F1);
  format_set_bold(book->day_head);
  book->day_sum = day_cell(book, 0);
  format_set_num_format(book->day_sum, "0");
  book->day_need = day_cell(book, 0);
  format_set_num_format(book->day_need, "General");
  format_set_font_color(book->day_need, 0x595959);
}

static void write_block(struct book *book, const struct styles *styles, const struct rota_told *told, lxw_row_t *row) {
  struct block b = {.book = book, .told = told, .row = *row};
  read_block(&b);
  write_title(&b);
  write_shifts(&b, styles);
  write_head(&b);
  b.first = b.row;
  for (size_t i = 0; i < b.line_count; i++)
    write_line(&b, styles, b.lines[i]);
  add_colours(&b, styles);
  add_choices(&b);
  write_cover(&b, styles);
  *row = b.row + 2;
}

static int days_most(const struct audit *audit) {
  int weeks = 1;
  for (size_t i = 0; i < audit->rota_count; i++)
    weeks = audit->rotas[i].weeks > weeks ? audit->rotas[i].weeks : weeks;
  return 7 * weeks;
}

static void set_columns(struct book *book) {
  static const double widths[] = {9, 34, 9, 10, 8, 7};
  for (lxw_col_t c = 0; c < sizeof widths / sizeof *widths; c++)
    book_note(book, worksheet_set_column(book->rotas, c, c, widths[c], NULL));
  book_note(book,
            worksheet_set_column(book->rotas, R_DAY, (lxw_col_t)(R_DAY + days_most(book->audit) - 1), DAY_WIDTH, NULL));
  worksheet_freeze_panes(book->rotas, 0, R_HOURS);
}

void book_fill_rotas(struct book *book) {
  const struct audit *audit = book->audit;
  struct styles styles;
  lxw_row_t breaks[BLOCKS_MOST + 1] = {0}, row = 0;
  int blocks = 0;
  add_styles(book, &styles);
  set_columns(book);
  book_text(
      book, book->rotas, row++, 0,
      _("Change a letter, or leave a day blank: hours, weekends, nights and who is on duty follow. Rules and kroner do "
        "not: write the rota into rota.csv for these."),
      book->note);
  row++;
  for (size_t i = 0; i < audit->rota_count && blocks < BLOCKS_MOST; i++)
    if (audit->rotas[i].lines && rota_is_last_told(audit, &audit->rotas[i])) {
      if (blocks)
        breaks[blocks - 1] = row;
      blocks++;
      write_block(book, &styles, &audit->rotas[i], &row);
    }
  if (blocks > 1)
    book_note(book, worksheet_set_h_pagebreaks(book->rotas, breaks));
  book_set_page(book, book->rotas, 1);
}
