// SPDX-License-Identifier: GPL-3.0-or-later
// The first sheet, with the answer: claimed and modelled, in total and by measure. The second sheet, which describes
// the others and what they were made from.
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "book/book.h"
#include "calendar/fiscal.h"
#include "report/about.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/headline.h"
#include "report/labels.h"
#include "report/working_year.h"

// ---------------------------------------------------------------- sentences

// "3 not reached, 5 reached without anybody leaving", in the order of the verdicts; then how many break minimum
// staffing.
static const char *verdict_sentence(struct book *book) {
  int counts[VERDICTS] = {0}, below_norm = 0;
  const char *text = "";
  for (size_t m = 0; m < book->audit->measure_count; m++) {
    counts[book->overview[m].verdict]++;
    below_norm += overview_below_norm(&book->overview[m]);
  }
  for (int v = 0; v < VERDICTS; v++)
    if (counts[v])
      text = arena_printf(book->arena, "%s%s%d %s", text, *text ? ", " : "", counts[v],
                          label_of(book->arena, "verdict", verdict_name(v)));
  if (below_norm)
    text = arena_printf(book->arena, "%s; %s", text,
                        arena_printf(book->arena, _("%d below minimum staffing"), below_norm));
  return *text ? arena_printf(book->arena, _("Measures: %s."), text) : "";
}

// ---------------------------------------------------------------- the answer

// The last two are written only if years are drawn.
enum answer_column {
  A_TITLE,
  A_VERDICT,
  A_CLAIMED,
  A_FOR,
  A_KEPT,
  A_ADJUSTED,
  A_LESS,
  A_SHARE,
  A_BELOW,
  A_CLASS,
  A_WHY,
  A_CHANCE_KEPT,
  A_CHANCE_ADJUSTED,
  A_COLUMNS
};
static const struct {
  int column; // of the overview; COLUMN_NONE: a formula
  double width;
} answer_columns[A_COLUMNS] = {
    [A_TITLE] = {TEXT_title, 36},
    [A_VERDICT] = {TEXT_verdict, 22},
    [A_CLAIMED] = {NUMBER_claimed_kr, 15},
    [A_FOR] = {TEXT_claimed_for, 12},
    [A_KEPT] = {NUMBER_kept_kr, 15},
    [A_ADJUSTED] = {NUMBER_adjusted_kr, 15},
    [A_LESS] = {COLUMN_NONE, 15},
    [A_SHARE] = {COLUMN_NONE, 11},
    [A_BELOW] = {NUMBER_below_norm_days, 11},
    [A_CLASS] = {TEXT_class, 22},
    [A_WHY] = {TEXT_why, 58},
    [A_CHANCE_KEPT] = {TEXT_chance_kept, 14},
    [A_CHANCE_ADJUSTED] = {TEXT_chance_adjusted, 14},
};

static int column_count(const struct book *book) {
  for (size_t m = 0; m < book->audit->measure_count; m++)
    if (book->overview[m].chance[POSITIONS_KEPT])
      return A_COLUMNS;
  return A_CHANCE_KEPT;
}

static lxw_row_t write_sentences(struct book *book) {
  bool measures = book->audit->measure_count > 0;
  struct headline headline = headline_of(book->audit);
  const char *sentences[HEADLINE_SENTENCES] = {NULL};
  lxw_row_t row = 0;
  if (measures)
    headline_sentences(book->arena, &headline, sentences);
  book_text(book, book->answer, row++, 0, settings_of(&book->audit->scenario->tables)->title, book->title);
  for (int i = 0; i < HEADLINE_SENTENCES; i++)
    if (sentences[i])
      book_text(book, book->answer, row++, 0, sentences[i], book->strong);
  if (measures)
    book_text(book, book->answer, row++, 0, verdict_sentence(book), book->strong);
  book_text(book, book->answer, row++, 0,
            measures ? _("Kroner saved; a saving is positive. Model estimates, not accounting figures.")
                     : _("This scenario has no measures: it describes the staffing of today."),
            book->note);
  const char *conventions = conventions_in_words(book->arena, &book->audit->scenario->tables);
  if (*conventions)
    book_text(book, book->answer, row++, 0, conventions, book->note);
  return row + 1;
}

static void write_head_cell(struct book *book, lxw_row_t row, int column, const char *text) {
  book_text(book, book->answer, row, (lxw_col_t)column, text, book->head);
}

static const char *head_of(struct book *book, int column) {
  if (column == A_LESS || column == A_SHARE)
    return column == A_LESS ? _("Kept less claimed, kr") : _("Kept, share of claimed");
  return label_of_column(book->arena, result_column_name(answer_columns[column].column));
}

static const char *answer_cell(struct book *book, lxw_row_t row, int column) {
  char name[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(name, row, (lxw_col_t)column);
  return arena_printf(book->arena, "%s", name);
}

// The difference between kept and claimed; blank where either is blank.
static void write_difference(struct book *book, lxw_row_t row, int64_t claimed_ore, int64_t kept_ore) {
  const char *claimed = answer_cell(book, row, A_CLAIMED), *kept = answer_cell(book, row, A_KEPT);
  if (claimed_ore == FIELD_BLANK || kept_ore == FIELD_BLANK)
    return;
  book_note(book,
            worksheet_write_formula_num(book->answer, row, A_LESS, arena_printf(book->arena, "=%s-%s", kept, claimed),
                                        book->kroner, kr_from_ore(kept_ore - claimed_ore)));
  if (claimed_ore > 0)
    book_note(book,
              worksheet_write_formula_num(book->answer, row, A_SHARE,
                                          arena_printf(book->arena, "=IF(%s=0,\"\",%s/%s)", claimed, kept, claimed),
                                          book->percent, (double)kept_ore / (double)claimed_ore));
}

// Writes the total as a formula if it equals the sum of the rows above; otherwise the number.
static void write_sum(struct book *book, lxw_row_t row, int column, const struct result_table *sums, size_t i,
                      enum number_column field) {
  int64_t ore = result_number_of(sums, i, field), above_ore = 0;
  for (size_t other = 0; other < i; other++)
    above_ore += result_number_of(sums, other, field);
  if (book_is_total(sums, i) && above_ore == ore)
    book_note(book, worksheet_write_formula_num(book->answer, row, (lxw_col_t)column,
                                                arena_printf(book->arena, "=SUM(%s:%s)",
                                                             answer_cell(book, row - (lxw_row_t)i, column),
                                                             answer_cell(book, row - 1, column)),
                                                book->kroner, kr_from_ore(ore)));
  else
    book_kr(book, book->answer, row, (lxw_col_t)column, ore);
}

// Writes sums of modelled and taken over, within the target and outside it, and their total, aligned with the columns
// of the same name below.
static lxw_row_t write_sums(struct book *book, lxw_row_t row) {
  const struct result_table *sums = result_find(book->set, "sums");
  if (!sums)
    return row;
  book_head_height(book, book->answer, row, 1);
  for (int c = 0; c <= A_SHARE; c++)
    write_head_cell(book, row, c,
                    c == A_TITLE     ? _("All at once")
                    : c == A_VERDICT ? label_of_column(book->arena, "measures")
                    : c == A_FOR     ? label_of_column(book->arena, "year")
                                     : head_of(book, c));
  for (size_t i = 0; i < result_row_count(sums); i++) {
    const char *population = result_text_of(sums, i, TEXT_population), *of = result_text_of(sums, i, TEXT_of);
    row++;
    book_text(book, book->answer, row, A_TITLE, sum_title(book->arena, population, of), book->text);
    book_note(book, worksheet_write_number(book->answer, row, A_VERDICT,
                                           (double)result_number_of(sums, i, NUMBER_measures), book->count));
    book_text(book, book->answer, row, A_FOR,
              fiscal_year_name(book->arena, (int)result_number_of(sums, i, NUMBER_year)), book->text);
    write_sum(book, row, A_CLAIMED, sums, i, NUMBER_claimed_kr);
    write_sum(book, row, A_KEPT, sums, i, NUMBER_kept_kr);
    write_sum(book, row, A_ADJUSTED, sums, i, NUMBER_adjusted_kr);
    write_difference(book, row, result_number_of(sums, i, NUMBER_claimed_kr),
                     result_number_of(sums, i, NUMBER_kept_kr));
  }
  return row + 2;
}

static void write_measure(struct book *book, const struct sheet *overview, lxw_row_t row, size_t i) {
  int most = 1;
  write_difference(book, row, result_number_of(overview->table, i, NUMBER_claimed_kr),
                   result_number_of(overview->table, i, NUMBER_kept_kr));
  for (int c = 0; c < column_count(book); c++) {
    if (answer_columns[c].column == COLUMN_NONE)
      continue;
    const struct field_column *column = result_column_of(overview->table, answer_columns[c].column);
    union field field = *result_field(overview->table, i, column);
    book_field(book, book->answer, row, (lxw_col_t)c, column, field);
    if (field_is_text(column->kind)) {
      int lines = book_lines(book_word(book, column, field), answer_columns[c].width - 2);
      most = lines > most ? lines : most;
    }
  }
  book_row_height(book, book->answer, row, most);
}

static void write_measures(struct book *book, lxw_row_t head) {
  const struct sheet *overview = book_sheet(book, "overview");
  if (!overview)
    return;
  size_t count = result_row_count(overview->table);
  for (int c = 0; c < column_count(book); c++)
    write_head_cell(book, head, c, head_of(book, c));
  book_head_height(book, book->answer, head, 3);
  for (size_t i = 0; i < count; i++)
    write_measure(book, overview, head + 1 + (lxw_row_t)i, i);
  book_note(book,
            worksheet_autofilter(book->answer, head, 0, head + (lxw_row_t)count, (lxw_col_t)column_count(book) - 1));
  book_note(book, worksheet_repeat_rows(book->answer, head, head));
}

void book_fill_answer(struct book *book) {
  for (int c = 0; c < column_count(book); c++)
    book_note(book, worksheet_set_column(book->answer, (lxw_col_t)c, (lxw_col_t)c, answer_columns[c].width, NULL));
  worksheet_gridlines(book->answer, LXW_HIDE_ALL_GRIDLINES);
  book_note(book, worksheet_ignore_errors(book->answer, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
  book_set_page(book, book->answer, 1);
  write_measures(book, write_sums(book, write_sentences(book)));
}

// ---------------------------------------------------------------- contents

enum { C_SHEET, C_WHAT, C_ROWS, C_FILE, C_COLUMNS };
static const double contents_widths[C_COLUMNS] = {34, 84, 30, 22};

const char *book_rows_said(struct book *book, const struct sheet *sheet) {
  struct arena *arena = book->arena;
  size_t all = result_row_count(sheet->table);
  if (all == sheet->row_count + sheet->total_count)
    return format_integer(arena, (int64_t)all);
  return arena_printf(arena, _("%s of %s: the others stand in %s.csv"),
                      format_integer(arena, (int64_t)(sheet->row_count + sheet->total_count)),
                      format_integer(arena, (int64_t)all), sheet->table->name);
}

static void write_link(struct book *book, lxw_row_t row, const char *sheet_name, const char *what) {
  const char *link = arena_printf(book->arena, "internal:'%s'!A1", sheet_name);
  book_note(book, worksheet_write_url_opt(book->contents, row, C_SHEET, link, book->link, sheet_name, NULL));
  book_text(book, book->contents, row, C_WHAT, what, book->text);
  book_row_height(book, book->contents, row, book_lines(what, contents_widths[C_WHAT]));
}

static lxw_row_t write_sheet_lines(struct book *book, lxw_row_t row) {
  write_link(book, row++, _("The answer"), _("What is claimed and found, in all and measure by measure."));
  if (book->charts)
    write_link(book, row++, _("Charts"), _("Charts that your spreadsheet draws from the sheets."));
  if (book->bridges)
    write_link(book, row++, _("Waterfalls"), _("From claimed to modelled, step by step, a chart for each claim."));
  if (book->followup)
    write_link(book, row++, _("Follow-up to fill in"),
               _("A row for each measure: fill in what is realised, and see what remains, the forecast and a light."));
  if (book->rotas)
    write_link(book, row++, _("Rotas to work on"),
               _("Base rotas in which a shift may be moved, with sums that follow."));
  for (size_t i = 0; i < book->sheet_count; i++, row++) {
    const struct sheet *sheet = &book->sheets[i];
    const char *rows = book_rows_said(book, sheet);
    if (sheet->cut_texts)
      rows = arena_printf(book->arena, _("%s; %s long texts are cut"), rows,
                          format_integer(book->arena, (int64_t)sheet->cut_texts));
    write_link(book, row, sheet->name, _(table_about(book->arena, sheet->table->name)->caption));
    if (sheet->cut_texts || result_row_count(sheet->table) != sheet->row_count + sheet->total_count)
      book_text(book, book->contents, row, C_ROWS, rows, book->judged[JUDGED_MAYBE]);
    else
      book_note(book, worksheet_write_number(book->contents, row, C_ROWS,
                                             (double)(sheet->row_count + sheet->total_count), book->count));
    book_text(book, book->contents, row, C_FILE, arena_printf(book->arena, "%s.csv", sheet->table->name), book->text);
  }
  return row;
}

static void write_heads(struct book *book, lxw_row_t row, const char *const heads[C_COLUMNS]) {
  book_head_height(book, book->contents, row, 1);
  for (lxw_col_t c = 0; c < C_COLUMNS; c++)
    book_text(book, book->contents, row, c, heads[c], book->head);
}

static void write_inputs(struct book *book, lxw_row_t row) {
  const struct scenario *scenario = book->audit->scenario;
  const char *const heads[] = {_("Read from"), _("SHA-256 of the file"), _("Bytes"), _("Folder")};
  if (!scenario->input_count)
    return;
  write_heads(book, row++, heads);
  for (size_t i = 0; i < scenario->input_count; i++, row++) {
    const struct input_file *input = &scenario->inputs[i];
    book_text(book, book->contents, row, C_SHEET, input->file, book->text);
    book_text(book, book->contents, row, C_WHAT, input->sha256, book->text);
    book_note(book, worksheet_write_number(book->contents, row, C_ROWS, (double)input->byte_count, book->count));
    book_text(book, book->contents, row, C_FILE, input->common ? _("shared tables") : _("the scenario"), book->text);
  }
}

static lxw_row_t write_origin(struct book *book) {
  const struct scenario *scenario = book->audit->scenario;
  const struct settings_row *s = settings_of(&scenario->tables);
  const char *const lines[] = {
      arena_printf(book->arena, _("rotacost, run %s"), book->run_id),
      arena_printf(book->arena, _("Scenario %s, years %s to %s, in English."), scenario->name ? scenario->name : "-",
                   YEAR_NAME(s->first_year), YEAR_NAME(s->last_year)),
      _("Every column is there as in the CSV file; columns without any value are hidden."),
  };
  lxw_row_t row = 0;
  book_text(book, book->contents, row++, 0, s->title, book->title);
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    book_text(book, book->contents, row++, 0, lines[i], book->note);
  return row + 1;
}

void book_fill_contents(struct book *book) {
  const char *const heads[] = {_("Sheet"), _("What it shows"), _("Rows"), _("The same as CSV")};
  for (lxw_col_t c = 0; c < C_COLUMNS; c++)
    book_note(book, worksheet_set_column(book->contents, c, c, contents_widths[c], NULL));
  worksheet_gridlines(book->contents, LXW_HIDE_ALL_GRIDLINES);
  book_note(book, worksheet_ignore_errors(book->contents, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
  book_set_page(book, book->contents, 1);
  lxw_row_t row = write_origin(book);
  write_heads(book, row++, heads);
  write_inputs(book, write_sheet_lines(book, row) + 1);
}
