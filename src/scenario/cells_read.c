// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/cells_parts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "calendar/dayset.h"
#include "calendar/fiscal.h"
#include "scenario/norwegian.h"
#include "text/cell.h"

enum { DAY_MIN = 1440, HOURS_DIGITS = 4 };

static const char *const *table_words(struct arena *arena, const struct tables *tables, enum table_id id) {
  const char **words = arena_array(arena, row_count(tables, id) + 1, sizeof *words);
  size_t count = 0;
  for (size_t i = 0; i < row_count(tables, id); i++)
    if (cell_row_code(tables, id, i))
      words[count++] = cell_row_code(tables, id, i);
  return words;
}

static const char spreadsheet_day[] =
    N_("the spreadsheet made a day of what was typed: format the cell as text, and write it again");

static const char *read_number(const struct cell_reader *reader, const char *text, int digits, int64_t *number) {
  const char *why = NULL;
  cell_decimal(text, reader->decimal, digits, number, &why);
  return why && cell_is_day_of_year(text) ? _(spreadsheet_day) : why;
}

// "36:20": hours and minutes, beyond 24 too; "-0:20" where an edit takes away.
static bool read_hours_and_minutes(const char *text, int64_t *minutes) {
  enum { HOURS_DIGITS_MOST = 5, DECIMAL_BASE = 10 };
  bool negative = text[0] == '-';
  text += negative;
  size_t digits = strspn(text, "0123456789");
  if (!digits || digits > HOURS_DIGITS_MOST || text[digits] != ':' || strlen(text + digits) != strlen(":00") ||
      strspn(text + digits + 1, "0123456789") != 2 || text[digits + 1] > '5')
    return false;
  *minutes = strtol(text, NULL, DECIMAL_BASE) * 60 + strtol(text + digits + 1, NULL, DECIMAL_BASE);
  *minutes = negative ? -*minutes : *minutes;
  return true;
}

static const char *read_hours(const struct cell_reader *reader, const char *text, int64_t *minutes) {
  if (read_hours_and_minutes(text, minutes))
    return NULL;
  int64_t hours_e4 = 0;
  const char *why = read_number(reader, text, HOURS_DIGITS, &hours_e4);
  if (why)
    return why;
  int128 minutes_e4 = (int128)hours_e4 * 60;
  if (minutes_e4 % 10000)
    return _("does not come to whole minutes: write hours with a fraction of 60, or hours and minutes as 36:20");
  if (minutes_e4 / 10000 > INT64_MAX || minutes_e4 / 10000 < -INT64_MAX)
    return _("too large a number: check the unit");
  *minutes = (int64_t)(minutes_e4 / 10000);
  return NULL;
}

// A closing % is allowed.
static const char *read_percent(const struct cell_reader *reader, const char *text, int64_t *share_e8) {
  size_t length = strlen(text);
  if (length > 0 && text[length - 1] == '%') {
    for (length--; length > 0 && text[length - 1] == ' ';)
      length--;
    text = arena_text(reader->arena, text, length);
  }
  return read_number(reader, text, PERCENT_DIGITS, share_e8);
}

static const char *read_clock(const char *text, int64_t *minutes) {
  const char *why = NULL;
  bool negative = text[0] == '-';
  if (cell_clock(text + negative, minutes, &why))
    *minutes = negative ? -*minutes : *minutes;
  return why;
}

// The digits of a text up to `end`, without blanks.
static const char *digits_of(struct arena *arena, const char *text, const char *end) {
  const char *digits = "";
  for (; text < end; text++)
    if (*text >= '0' && *text <= '9')
      digits = arena_printf(arena, "%s%c", digits, *text);
  return digits;
}

const char *cell_ask_thousands(const struct cell_reader *reader, const struct column *column, const char *text) {
  enum { GROUP = 3 };
  static const char allowed[] = "0123456789 \u00A0\u202F-\u2212";
  const char *sign = strchr(text, reader->decimal);
  size_t whole = sign ? (size_t)(sign - text) : 0;
  if (!sign || strspn(text, allowed) != whole || !digits_of(reader->arena, text, sign)[0])
    return NULL;
  int groups = 0;
  for (const char *at = sign; *at; at += GROUP + 1, groups++)
    if (*at != reader->decimal || strspn(at + 1, "0123456789") < GROUP || strspn(at + 1, "0123456789") > GROUP)
      return NULL;
  const char *minus = strchr("0123456789", text[0]) ? "" : "-", *end = text + strlen(text);
  const char *thousands = arena_printf(reader->arena, "%s%s", minus, digits_of(reader->arena, text, end));
  if (groups > 1)
    return arena_printf(reader->arena, _("thousands are set apart by blanks or not at all: write %s"),
                        digits_grouped(reader->arena, thousands));
  bool more = cell_kr_digits(reader, column) > GROUP; // with a fourth digit it cannot be thousands
  const char *decimals = arena_printf(reader->arena, "%s%s%c%.*s%s", minus, digits_of(reader->arena, text, sign),
                                      reader->decimal, more ? GROUP : KR_DIGITS, sign + 1, more ? "0" : "");
  return arena_printf(reader->arena,
                      _("three digits after the decimal sign: are they thousands or decimals? Write %s for thousands, "
                        "%s for decimals"),
                      digits_grouped(reader->arena, thousands), digits_grouped(reader->arena, decimals));
}

// The text inside (1 234), which accounts print for negative amounts; NULL: not in this form.
static const char *in_parentheses(struct arena *arena, const char *text) {
  size_t length = strlen(text);
  if (length < 3 || text[0] != '(' || text[length - 1] != ')' || strpbrk(text + 1, "-+("))
    return NULL;
  return arena_text(arena, text + 1, length - 2);
}

// 450 000,- and 450 000 kr and kr 450 000 are 450 000; 450 000- and (450 000) are -450 000, as in exported accounts.
static const char *plain_kr(struct arena *arena, const char *text) {
  const char *within = in_parentheses(arena, text);
  if (within) {
    const char *plain = plain_kr(arena, within);
    return strchr("0123456789", plain[0]) ? arena_printf(arena, "-%s", plain) : text;
  }
  static const char *const endings[] = {"kr.", "kr", "NOK", ",-", ".-", ",\u2013"};
  if (strncasecmp(text, "kr", 2) == 0)
    text += 2 + (text[2] == '.');
  text += strspn(text, " ");
  size_t length = strlen(text);
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    size_t ending = strlen(endings[i]);
    if (length > ending && strcasecmp(text + length - ending, endings[i]) == 0)
      length -= ending;
    while (length && text[length - 1] == ' ')
      length--;
    text = arena_text(arena, text, length);
  }
  static const char sign[] = "\u2212"; // of three bytes
  size_t dash = length > 1 && text[length - 1] == '-'                       ? 1
                : length > 3 && !strcmp(text + length - strlen(sign), sign) ? strlen(sign)
                                                                            : 0;
  return dash && strchr("0123456789", text[0]) ? arena_printf(arena, "-%.*s", (int)(length - dash), text) : text;
}

static const char *read_kr(const struct cell_reader *reader, const struct column *column, const char *text,
                           int64_t *ore) {
  text = plain_kr(reader->arena, text);
  if (text[0] && text[strlen(text) - 1] == '%')
    return _("a percentage without a base where kroner are wanted: write the amount");
  const char *why = cell_ask_thousands(reader, column, text);
  return why ? why : read_number(reader, text, cell_kr_digits(reader, column), ore);
}

static const char *read_fiscal_year(const struct cell_reader *reader, const char *text, int64_t *year) {
  if (!strchr(text, '/'))
    return read_number(reader, text, 0, year);
  if (!fiscal_year_read(text, year))
    return _("no fiscal year: write 2024/25, or 2024 for the year that begins in 2024");
  return fiscal_year_month() != 1
             ? NULL
             : _("years are calendar years here: write one year, or say with fiscal_year_starts in "
                 "settings.csv in which month a fiscal year begins");
}

const char *cell_read_amount(const struct cell_reader *reader, const struct column *column, const char *text,
                             int64_t *number) {
  assert(column_is_number(column));
  switch (column->kind) {
  case CELL_HOURS:
    return read_hours(reader, text, number);
  case CELL_PERCENT:
    return read_percent(reader, text, number);
  case CELL_CLOCK:
    return read_clock(text, number);
  case CELL_KR:
    return read_kr(reader, column, text, number);
  default:
    if (column->fiscal_year)
      return read_fiscal_year(reader, text, number);
    return read_number(reader, text, column->kind == CELL_DECIMAL ? column->digits : 0, number);
  }
}

static const char *read_date(const char *text, int64_t *number) {
  int year, month, day;
  const char *why = NULL;
  if (!cell_date(text, &year, &month, &day, &why))
    return why;
  if (!date_is_valid(year, month, day))
    return _("no such day between 1900 and 2200: check day, month and year");
  *number = day_from_date(year, month, day);
  return NULL;
}

static const char *read_days(const struct column *column, const char *text, int64_t *number) {
  dayset days = 0;
  const char *why = NULL;
  if (!dayset_parse(text, &days, &why))
    return why;
  if (column->kind == CELL_NEED_DAYS && (days & (DAYSET_EASTER_EVE | DAYSET_HALF_EVE)))
    return _("easter_eve and half_eve are days of pay only: write the weekday");
  *number = days;
  return NULL;
}

static const char *read_weeks(const char *text, int64_t *number) {
  weekset weeks = 0;
  const char *why = NULL;
  if (weekset_parse(text, &weeks, &why))
    *number = (int64_t)weeks;
  return why && cell_is_day_of_year(text) ? _(spreadsheet_day) : why;
}

static const char *read_months(const char *text, int64_t *number) {
  uint16_t months = 0;
  const char *why = NULL;
  if (monthset_parse(text, &months, &why))
    *number = months;
  return why && cell_is_day_of_year(text) ? _(spreadsheet_day) : why;
}

// A number among the words, as 010, is also recognised without its leading zeros: spreadsheets drop them.
static bool is_word(const struct column *column, const char *word, const char *text) {
  bool number = word[0] && strspn(word, "0123456789") == strlen(word);
  return word_is_called(column, word, text, strlen(text)) ||
         (number && text[0] && strcmp(word + strspn(word, "0"), text) == 0);
}

// Index of the word of `length` bytes; -1 where it is none of them.
static int choice_index(const struct column *column, const char *text, size_t length) {
  for (int i = 0; column->choices[i].word; i++)
    if (word_is_called(column, column->choices[i].word, text, length))
      return i;
  return -1;
}

static const char *read_words(const struct cell_reader *reader, const struct column *column, const char *text,
                              int64_t *number) {
  int64_t bits = 0;
  for (const char *at = text; *at; at += strspn(at, " ")) {
    size_t length = strcspn(at, " ");
    int index = choice_index(column, at, length);
    if (index < 0)
      return arena_printf(reader->arena, _("`%.*s` is not one of the words allowed: %s"), (int)length, at,
                          choices_hint(reader->arena, column, arena_text(reader->arena, at, length)));
    bits |= INT64_C(1) << index;
    at += length;
  }
  *number = bits;
  return NULL;
}

static const char *read_choice(const struct cell_reader *reader, const struct column *column, const char *text,
                               int64_t *number) {
  for (int i = 0; column->choices[i].word; i++)
    if (is_word(column, column->choices[i].word, text)) {
      *number = i;
      return NULL;
    }
  return arena_printf(reader->arena, _("not one of the words allowed: %s"), choices_hint(reader->arena, column, text));
}

static size_t walk_codes(const struct cell_reader *reader, enum table_id id, const char *text) {
  for (size_t i = 0; i < row_count(reader->tables, id); i++) {
    const char *code = cell_row_code(reader->tables, id, i);
    if (code && strcmp(code, text) == 0)
      return i;
  }
  return WORD_NONE;
}

// The first row with the code. Rows added since the last lookup are put into the index.
static size_t find_code(const struct cell_reader *reader, enum table_id id, const char *text) {
  if (!reader->codes)
    return walk_codes(reader, id, text);
  struct code_index *index = &reader->codes[id];
  if (!index->words)
    index->words = word_index_new(reader->arena);
  for (; index->row_count < row_count(reader->tables, id); index->row_count++) {
    const char *code = cell_row_code(reader->tables, id, index->row_count);
    if (code)
      word_put(index->words, code, index->row_count);
  }
  return word_find(index->words, text);
}

static const char *read_reference(const struct cell_reader *reader, const struct column *column, const char *text,
                                  int64_t *number) {
  enum table_id id = column->refers_to;
  size_t row = find_code(reader, id, text);
  if (row != WORD_NONE) {
    *number = (int64_t)row;
    return NULL;
  }
  if (reader->broken && reader->broken[id])
    return NULL;
  return arena_printf(reader->arena, _("not in %s: %s"), table_of(id)->file,
                      words_hint(reader->arena, text, table_words(reader->arena, reader->tables, id)));
}

static const char *read_text(const struct column *column, const char *text, struct cell *cell) {
  const char *why = NULL;
  if (column->kind == CELL_TEXT || cell_code(text, &why))
    cell->text = text;
  return why;
}

static const char *read_given(const struct cell_reader *reader, const struct column *column, const char *text,
                              struct cell *cell) {
  switch (column->kind) {
  case CELL_CODE:
  case CELL_TEXT:
    return read_text(column, text, cell);
  case CELL_DATE:
    return read_date(text, &cell->number);
  case CELL_NEED_DAYS:
  case CELL_PAY_DAYS:
    return read_days(column, text, &cell->number);
  case CELL_WEEKS:
    return read_weeks(text, &cell->number);
  case CELL_MONTHS:
    return read_months(text, &cell->number);
  case CELL_CHOICE:
    return read_choice(reader, column, text, &cell->number);
  case CELL_WORDS:
    return read_words(reader, column, text, &cell->number);
  case CELL_REFERENCE:
    return read_reference(reader, column, text, &cell->number);
  default:
    return cell_read_amount(reader, column, text, &cell->number);
  }
}

const char *cell_read(const struct cell_reader *reader, const struct column *column, const char *text,
                      struct cell *cell) {
  *cell = (struct cell){.number = NOT_GIVEN};
  struct cell_reader fallback = *reader;
  if (!text[0]) {
    if (column->required)
      return _("blank, but a value is needed: write one");
    if (!column->fallback)
      return NULL;
    fallback.decimal = '.'; // as fallbacks stand in columns.c
    text = column->fallback;
  }
  const char *why = read_given(&fallback, column, text, cell);
  if (!why && column->kind == CELL_CLOCK && cell->number == 0 && column->least == 1 && column->most == DAY_MIN)
    cell->number = DAY_MIN; // an end at midnight is the day's end
  if (!why && cell_has_minus(reader, column) && cell->number != NOT_GIVEN)
    cell->number = -cell->number;
  if (!why && !column_is_text(column) && cell->number != NOT_GIVEN)
    why = cell_check_range(reader, column, cell->number);
  if (why)
    *cell = (struct cell){.number = NOT_GIVEN};
  return why;
}
