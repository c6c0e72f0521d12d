// SPDX-License-Identifier: GPL-3.0-or-later
// The kind of each row of the table, and what is under each head.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "paper/parts.h"

enum { LINES_LOOKED_AT = 60, LINES_OF_HEAD = 3 };

const char *paper_text_at(const struct paper_line *line, int column) {
  return column >= 0 && line->cells[column] && line->cells[column]->text ? line->cells[column]->text : "";
}

static const char *folded_at(struct paper_making *making, const struct paper_line *line, int column) {
  return paper_folded(making->paper->arena, paper_text_at(line, column));
}

static bool is_remark(const struct paper_line *line) { return paper_text_at(line, 0)[0] == '#'; }

static enum paper_value value_at(struct paper_making *making, const struct paper_line *line, int column,
                                 int64_t *printed, const char **why) {
  unsigned shows = 0;
  return paper_amount(making->paper->arena, line->cells[column], making->style, printed, &shows, why);
}

// ---------------------------------------------------------------- heads

// Are there amounts below?
static bool is_over_amounts(struct paper_making *making, size_t at, int column) {
  for (size_t i = at + 1; i < making->lines.count && i <= at + LINES_LOOKED_AT; i++) {
    int64_t printed;
    const char *why;
    bool several;
    enum paper_value value = value_at(making, &making->lines.lines[i], column, &printed, &why);
    bool year = paper_year_said(making->paper->arena, paper_text_at(&making->lines.lines[i], column), &several);
    if ((value == VALUE_AMOUNT && !year) || value == VALUE_NOTHING || value == VALUE_UNCLEAR)
      return true;
  }
  return false;
}

// The head of a column: in this line, else in one of those just above.
static const char *head_of(struct paper_making *making, size_t at, int column) {
  for (size_t i = at + 1; i-- > 0 && i + LINES_OF_HEAD > at;) {
    const char *text = paper_text_at(&making->lines.lines[i], column);
    if (*text && !is_remark(&making->lines.lines[i]))
      return text;
  }
  return "";
}

static struct paper_column column_of(struct paper_making *making, size_t at, int column) {
  struct arena *arena = making->paper->arena;
  const struct paper_line *line = &making->lines.lines[at];
  const char *own = paper_text_at(line, column);
  bool several = false;
  int year = *own == '#' ? 0 : paper_year_said(arena, own, &several);
  struct paper_column set = {PAPER_OTHER, 0, head_of(making, at, column)};
  const char *folded = paper_folded(arena, set.head);
  if (*set.head != '#' && !paper_is_unit_alone(folded))
    set.role = paper_role_said(folded);
  if (year && set.role != PAPER_BOOKS && set.role != PAPER_FTE && is_over_amounts(making, at, column)) {
    set.role = several || set.role == PAPER_YEARS ? PAPER_YEARS : PAPER_YEAR;
    set.year = set.role == PAPER_YEAR ? year : 0;
  }
  return set;
}

static size_t letters_below(struct paper_making *making, size_t at, int column) {
  size_t letters = 0;
  for (size_t i = at + 1; i < making->lines.count && i <= at + LINES_LOOKED_AT; i++) {
    int64_t printed;
    const char *why;
    if (value_at(making, &making->lines.lines[i], column, &printed, &why) == VALUE_TEXT)
      letters += strlen(paper_text_at(&making->lines.lines[i], column));
  }
  return letters;
}

// If no head names the column of measures, it is the column with the most text.
static void find_title(struct paper_making *making, size_t at, struct paper_column *columns) {
  int best = -1;
  size_t most = 0;
  for (int c = 0; c < making->paper->width; c++) {
    if (columns[c].role == PAPER_TITLE)
      return;
    bool may = columns[c].role == PAPER_OTHER || columns[c].role == PAPER_UNIT;
    size_t letters = may ? letters_below(making, at, c) : 0;
    if (letters > most)
      most = letters, best = c;
  }
  if (best >= 0)
    columns[best].role = PAPER_TITLE;
}

// Keeps only the first of several columns with the same role, except for years.
static void drop_doubles(struct paper_making *making, struct paper_column *columns) {
  for (int c = 0; c < making->paper->width; c++)
    for (int d = 0; d < c; d++)
      if (columns[c].role == columns[d].role && columns[c].role != PAPER_YEAR && columns[c].role != PAPER_YEARS)
        columns[c].role = PAPER_OTHER;
}

const struct paper_column *paper_header(struct paper_making *making, size_t at) {
  const struct paper_line *line = &making->lines.lines[at];
  struct paper_column *columns = arena_array(making->paper->arena, (size_t)making->paper->width, sizeof *columns);
  int years = 0;
  bool several;
  for (int c = 0; c < making->paper->width && !years; c++) // most lines have none
    years += *paper_text_at(line, c) && paper_year_said(making->paper->arena, paper_text_at(line, c), &several);
  if (!years || is_remark(line))
    return NULL;
  years = 0;
  for (int c = 0; c < making->paper->width; c++) {
    columns[c] = column_of(making, at, c);
    years += columns[c].role == PAPER_YEAR;
  }
  if (!years)
    return NULL;
  drop_doubles(making, columns);
  find_title(making, at, columns);
  return columns;
}

// ---------------------------------------------------------------- years

static int compare_years(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }

static void add_years(struct paper *paper, const struct paper_column *columns) {
  for (int c = 0; c < paper->width; c++) {
    bool known = columns[c].role != PAPER_YEAR;
    for (int y = 0; y < paper->year_count && !known; y++)
      known = paper->years[y] == columns[c].year;
    if (!known)
      paper->years[paper->year_count++] = columns[c].year;
  }
}

static void refuse_double_years(struct paper_making *making, const struct paper_column *columns, int row) {
  for (int c = 0; c < making->paper->width; c++)
    for (int d = 0; d < c; d++)
      if (columns[c].role == PAPER_YEAR && columns[d].role == PAPER_YEAR && columns[c].year == columns[d].year)
        problem_add(making->problems, paper_place(making->paper, row, c), columns[c].head,
                    "the same year as %s: write # in front of the head that does not count",
                    grid_place(making->paper->arena, row, d));
}

// Has the line an amount that is not a year, under any head?
static bool has_plain_amount(struct paper_making *making, const struct paper_line *line) {
  for (int c = 0; c < making->paper->width; c++) {
    int64_t printed;
    const char *why;
    bool several;
    if (value_at(making, line, c, &printed, &why) == VALUE_AMOUNT &&
        !paper_year_said(making->paper->arena, paper_text_at(line, c), &several))
      return true;
  }
  return false;
}

static int year_count_of(const struct paper_making *making, const struct paper_column *columns) {
  int years = 0;
  for (int c = 0; c < making->paper->width; c++)
    years += columns[c].role == PAPER_YEAR;
  return years;
}

static bool same_text(struct paper_making *making, const char *a, const char *b) {
  return *a && !strcmp(paper_folded(making->paper->arena, a), paper_folded(making->paper->arena, b));
}

// Is the line a new header? A row of amounts that look like years is not: in a header the years are consecutive or the
// same as in the header before.
static const struct paper_column *header_again(struct paper_making *making, size_t at, const struct paper_column *now) {
  const struct paper_line *line = &making->lines.lines[at];
  const struct paper_column *columns = paper_header(making, at);
  if (!columns || has_plain_amount(making, line))
    return NULL;
  bool same = true, follow = true, titled = false;
  int last = 0;
  for (int c = 0; c < making->paper->width; c++) {
    if (columns[c].role != PAPER_YEAR) {
      titled |= columns[c].role == PAPER_TITLE && same_text(making, paper_text_at(line, c), now[c].head);
      continue;
    }
    same &= now[c].role == PAPER_YEAR && now[c].year == columns[c].year;
    follow &= !last || columns[c].year == last + 1;
    last = columns[c].year;
  }
  bool again = year_count_of(making, columns) > 1 ? same || follow : same && (titled || !*paper_text_at(line, 0));
  return again || titled ? columns : NULL;
}

// Reads the headers first, so that the years of all tables are known before any row is read.
static void find_years(struct paper_making *making) {
  struct paper *paper = making->paper;
  const struct paper_column *columns = NULL;
  paper->years = arena_array(paper->arena, (size_t)paper->width * making->lines.count + 1, sizeof *paper->years);
  for (size_t i = making->first_header; i < making->lines.count; i++) {
    const struct paper_column *set = columns ? header_again(making, i, columns) : paper_header(making, i);
    if (!set)
      continue;
    columns = set;
    add_years(paper, columns);
    refuse_double_years(making, columns, making->lines.lines[i].row);
  }
  qsort(paper->years, (size_t)paper->year_count, sizeof *paper->years, compare_years);
}

// Determines the number style of the table from all unambiguous numbers.
static void find_style(struct paper_making *making) {
  for (size_t i = making->first_header + 1; i < making->lines.count; i++)
    for (int c = 0; c < making->paper->width; c++) {
      int64_t printed;
      const char *why;
      unsigned shows = 0;
      if (paper_amount(making->paper->arena, making->lines.lines[i].cells[c], 0, &printed, &shows, &why) ==
          VALUE_AMOUNT)
        making->style |= shows;
    }
}

bool paper_is_unclear(struct paper_making *making) {
  unsigned before = making->style;
  find_style(making);
  bool unclear = false;
  for (size_t i = making->first_header + 1; i < making->lines.count; i++)
    for (int c = 0; c < making->paper->width && !unclear; c++) {
      int64_t printed;
      const char *why;
      unclear = value_at(making, &making->lines.lines[i], c, &printed, &why) == VALUE_UNCLEAR;
    }
  making->style = before;
  return unclear;
}

// ---------------------------------------------------------------- one row

struct row_reading {
  struct paper_making *making;
  const struct paper_line *line;
  struct paper_row *row;
  const struct paper_column *columns;
  const char *above_unit, *above_centre, *heading; // of the rows above
  bool heading_income;
  int amounts, nothings, texts, unclear; // under years
};

static int column_with(const struct row_reading *reading, enum paper_role role) {
  for (int c = 0; c < reading->making->paper->width; c++)
    if (reading->columns[c].role == role)
      return c;
  return -1;
}

static const char *text_of(const struct row_reading *reading, enum paper_role role) {
  int column = column_with(reading, role);
  return column < 0 ? "" : paper_unmarked(reading->making->paper->arena, paper_text_at(reading->line, column));
}

// An amount is no note, whatever its head says: `Helårsvirkning`.
static const char *note_of(const struct row_reading *reading) {
  int column = column_with(reading, PAPER_NOTE);
  int64_t printed;
  const char *why;
  bool amount = column >= 0 && value_at(reading->making, reading->line, column, &printed, &why) == VALUE_AMOUNT;
  return amount ? "" : text_of(reading, PAPER_NOTE);
}

static int year_index(const struct paper *paper, int year) {
  int y = 0;
  while (paper->years[y] != year)
    y++;
  return y;
}

static void read_amounts(struct row_reading *reading) {
  struct paper *paper = reading->making->paper;
  struct paper_row *row = reading->row;
  for (int c = 0; c < paper->width; c++) {
    const char *why = NULL;
    int64_t printed;
    if (reading->columns[c].role != PAPER_YEAR)
      continue;
    enum paper_value value = value_at(reading->making, reading->line, c, &printed, &why);
    int y = year_index(paper, reading->columns[c].year);
    row->column_of[y] = c;
    row->printed[y] = value == VALUE_AMOUNT ? printed : NOT_GIVEN;
    reading->amounts += value == VALUE_AMOUNT;
    reading->nothings += value == VALUE_NOTHING;
    reading->texts += value == VALUE_TEXT;
    reading->unclear += value == VALUE_UNCLEAR;
    if (value == VALUE_UNCLEAR)
      problem_add(reading->making->problems, paper_place(paper, row->row, c), paper_text_at(reading->line, c), "%s",
                  why);
  }
  int fte = column_with(reading, PAPER_FTE);
  const char *ignored;
  row->fte_milli = NOT_GIVEN;
  if (fte >= 0 && value_at(reading->making, reading->line, fte, &row->fte_milli, &ignored) == VALUE_AMOUNT)
    row->fte_milli = llabs(row->fte_milli) / 10;
  else
    row->fte_milli = NOT_GIVEN;
}

// The first cell with letters, under any head; "": none.
static const char *first_text(const struct row_reading *reading, int *column) {
  for (int c = 0; c < reading->making->paper->width; c++) {
    int64_t printed;
    const char *why;
    enum paper_role role = reading->columns[c].role;
    bool label = role == PAPER_TITLE || role == PAPER_UNIT || role == PAPER_OTHER || role == PAPER_NUMBER ||
                 role == PAPER_COST_CENTRE;
    if (label && value_at(reading->making, reading->line, c, &printed, &why) == VALUE_TEXT) {
      *column = c;
      return paper_unmarked(reading->making->paper->arena, paper_text_at(reading->line, c));
    }
  }
  *column = -1;
  return "";
}

static bool any_text_says(const struct row_reading *reading, bool (*says)(const char *folded)) {
  for (int c = 0; c < reading->making->paper->width; c++) {
    enum paper_role role = reading->columns[c].role;
    bool label = role == PAPER_TITLE || role == PAPER_UNIT || role == PAPER_OTHER || role == PAPER_NUMBER ||
                 role == PAPER_COST_CENTRE;
    if (label && says(folded_at(reading->making, reading->line, c)))
      return true;
  }
  return false;
}

// Does the row hold only units, some with letters? 1000 alone may be an amount.
static bool is_row_of_units(const struct row_reading *reading) {
  int units = 0, others = 0;
  for (int c = 0; c < reading->making->paper->width; c++) {
    const char *folded = folded_at(reading->making, reading->line, c);
    bool unit = *folded && paper_is_unit_alone(folded);
    units += unit && strpbrk(folded, "kmtn");
    others += *folded && !unit;
  }
  return units && !others;
}

static bool is_footnote(const char *text) {
  static const char *const begins[] = {"*",  "\u00B9", "\u00B2", "\u00B3", "1)",      "2)",
                                       "3)", "note:",  "merk:",  "kilde:", "source:", NULL};
  for (size_t i = 0; begins[i]; i++)
    if (strncmp(text, begins[i], strlen(begins[i])) == 0)
      return true;
  return false;
}

static void leave_out(struct row_reading *reading, const char *why) {
  reading->row->kind = PAPER_UNKNOWN;
  reading->row->why = why;
}

static void classify_without_amounts(struct row_reading *reading, const char *first) {
  bool other = *text_of(reading, PAPER_NOTE) || *text_of(reading, PAPER_PERSON) || reading->row->fte_milli != NOT_GIVEN;
  if (reading->nothings)
    leave_out(reading, _("nothing in any year"));
  else if (reading->texts)
    leave_out(reading, _("no amount, but a text under a year"));
  else if (!*first || is_footnote(paper_folded(reading->making->paper->arena, first)))
    reading->row->kind = PAPER_ASIDE;
  else if (other)
    leave_out(reading, _("no amount in any year"));
  else
    reading->row->kind = PAPER_HEADING;
}

static void classify(struct row_reading *reading) {
  struct paper_row *row = reading->row;
  const char *first = first_text(reading, &row->title_column);
  row->title = text_of(reading, PAPER_TITLE);
  if (is_row_of_units(reading))
    row->kind = PAPER_ASIDE;
  else if (any_text_says(reading, paper_says_part))
    leave_out(reading, _("a part of another row, which counts it already"));
  else if ((reading->amounts || reading->nothings) && (!*first || any_text_says(reading, paper_says_sum)))
    row->kind = PAPER_SUM;
  else if (!reading->amounts && !reading->unclear)
    classify_without_amounts(reading, first);
  else
    row->kind = PAPER_MEASURE;
  if (*row->title)
    row->title_column = column_with(reading, PAPER_TITLE);
  else
    row->title = first;
}

// Carries down values of the rows above, which the paper prints once for several rows.
static void inherit(struct row_reading *reading) {
  struct paper_row *row = reading->row;
  const char *unit = text_of(reading, PAPER_UNIT), *centre = text_of(reading, PAPER_COST_CENTRE);
  bool has_units = column_with(reading, PAPER_UNIT) >= 0;
  if (*unit)
    reading->above_unit = unit, reading->above_centre = centre;
  if (*centre)
    reading->above_centre = centre;
  row->unit = has_units && *reading->above_unit ? reading->above_unit : reading->heading;
  row->cost_centre = reading->above_centre;
  row->note = note_of(reading);
  row->income = reading->heading_income || paper_says_income(paper_folded(reading->making->paper->arena, row->title));
  if (row->kind == PAPER_HEADING) {
    static const char *const plain[] = {"inntekter", "utgifter", "income", "expenditure", "nye tiltak", NULL};
    const char *folded = paper_folded(reading->making->paper->arena, row->title);
    reading->heading = paper_begins_with(folded, plain) ? reading->heading : row->title;
    reading->heading_income = paper_says_income(folded);
    reading->above_unit = reading->above_centre = "";
  }
}

static struct paper_row *add_row(struct row_reading *reading, const struct paper_line *line) {
  struct paper *paper = reading->making->paper;
  struct paper_row *row =
      arena_push(paper->arena, &paper->rows, &paper->row_count, &paper->row_room, sizeof *paper->rows);
  *row = (struct paper_row){.row = line->row, .columns = reading->columns, .title_column = -1, .fte_milli = NOT_GIVEN};
  row->title = row->unit = row->cost_centre = row->note = "";
  row->printed = arena_array(paper->arena, (size_t)paper->year_count, sizeof *row->printed);
  row->column_of = arena_array(paper->arena, (size_t)paper->year_count, sizeof *row->column_of);
  for (int y = 0; y < paper->year_count; y++)
    row->printed[y] = NOT_GIVEN, row->column_of[y] = -1;
  return row;
}

static void read_row(struct row_reading *reading, const struct paper_line *line) {
  reading->line = line;
  reading->amounts = reading->nothings = reading->texts = reading->unclear = 0;
  reading->row = add_row(reading, line);
  read_amounts(reading);
  classify(reading);
  inherit(reading);
}

// A sum may stand above the header, as `Totalte tiltak 12 575 000 3 465 000`.
static bool is_sum_above(struct row_reading *reading, const struct paper_line *line) {
  reading->line = line;
  int amounts = 0;
  for (int c = 0; c < reading->making->paper->width; c++) {
    int64_t printed;
    const char *why;
    amounts +=
        reading->columns[c].role == PAPER_YEAR && value_at(reading->making, line, c, &printed, &why) == VALUE_AMOUNT;
  }
  return amounts && any_text_says(reading, paper_says_sum);
}

void paper_rows(struct paper_making *making) {
  struct row_reading reading = {.making = making, .above_unit = "", .above_centre = "", .heading = ""};
  find_style(making);
  find_years(making);
  reading.columns = paper_header(making, making->first_header);
  for (size_t i = 0; i < making->lines.count; i++) {
    const struct paper_line *line = &making->lines.lines[i];
    const struct paper_column *again = i > making->first_header ? header_again(making, i, reading.columns) : NULL;
    if (again)
      reading.columns = again;
    if (again || i == making->first_header)
      add_row(&reading, line)->kind = PAPER_HEADER;
    bool above = i < making->first_header && is_sum_above(&reading, line);
    if (!is_remark(line) && !again && (above || i > making->first_header))
      read_row(&reading, line);
  }
}
