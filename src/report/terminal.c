// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unictype.h>
#include <unistd.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/fixed.h"

enum { NARROWEST_TEXT = 8, GAP = 2, USUAL_WIDTH = 80, GROUPED_FROM = 10000 };
static const char ELLIPSIS[] = "\xE2\x80\xA6";

// The picture of a table: texts ready to print, heading first, and how wide each column is in cells.
struct picture {
  struct arena *arena;
  const struct result_table *table;
  size_t line_count;  // rows and the heading
  const char **texts; // [line_count x column_count]
  int *widths;        // [column_count]
};

static int text_width(const char *text) { return u8_strwidth((const uint8_t *)text, "UTF-8"); }

// Controls and signs that turn the direction of writing would change what the terminal shows.
static bool is_harmful(ucs4_t c) { return uc_width(c, "UTF-8") < 0 || uc_is_property_bidi_control(c); }

const char *terminal_text(struct arena *arena, const char *text) {
  size_t length = strlen(text), used = 0;
  char *shown = arena_alloc(arena, 4 * length + 1); // a byte becomes at most \xNN
  ucs4_t c;
  int step;
  for (const uint8_t *at = (const uint8_t *)text, *end = at + length; at < end; at += step) {
    step = u8_mbtoucr(&c, at, (size_t)(end - at));
    bool harmful = step <= 0 || is_harmful(c);
    step = step > 0 ? step : 1;
    for (int i = 0; harmful && i < step; i++)
      used += (size_t)sprintf(shown + used, "\\x%02X", at[i]);
    if (!harmful) {
      memcpy(shown + used, at, (size_t)step);
      used += (size_t)step;
    }
  }
  return shown;
}

const char *terminal_kr(struct arena *arena, int64_t ore) {
  char text[FIELD_NUMBER_BYTES] = "";
  if (ore != FIELD_BLANK)
    number_text(text, fixed_divide(ore, ORE_PER_KR), (struct number_style){0, '.', ' '});
  return arena_printf(arena, "%s", text);
}

static const char *field_shown(struct arena *arena, const struct field_column *column, const union field *field,
                               char decimal) {
  char text[FIELD_NUMBER_BYTES];
  if (field_is_text(column->kind))
    return terminal_text(arena, field->text);
  if (field->number == FIELD_BLANK)
    return "";
  if (column->kind == FIELD_KR)
    return terminal_kr(arena, field->number);
  bool year = column->kind == FIELD_INTEGER && llabs(field->number) < GROUPED_FROM; // 2024 is a year, no 2 024
  if (column->kind == FIELD_DATE)
    date_text(text, field->number);
  else
    number_text(text, field->number,
                (struct number_style){column->kind == FIELD_DECIMAL ? column->digits : 0, decimal, year ? '\0' : ' '});
  return arena_printf(arena, "%s", text);
}

static struct picture picture_table(struct arena *arena, const struct result_table *table, const char *const *headings,
                                    char decimal) {
  size_t columns = table->column_count, rows = result_row_count(table);
  struct picture picture = {arena, table, rows + 1, arena_array(arena, (rows + 1) * columns, sizeof(char *)),
                            arena_array(arena, columns, sizeof(int))};
  for (size_t i = 0; i < (rows + 1) * columns; i++) {
    const struct field_column *column = &table->columns[i % columns];
    picture.texts[i] = i < columns ? terminal_text(arena, headings ? headings[i] : column->name)
                                   : field_shown(arena, column, &table->fields[i - columns], decimal);
    int width = text_width(picture.texts[i]);
    if (width > picture.widths[i % columns])
      picture.widths[i % columns] = width;
  }
  return picture;
}

static int whole_width(const struct picture *picture) {
  int sum = -GAP;
  for (size_t i = 0; i < picture->table->column_count; i++)
    sum += picture->widths[i] + GAP;
  return sum;
}

// The text column that can give most; -1 where none can.
static int widest_text(const struct picture *picture) {
  int widest = -1;
  for (int i = 0; i < (int)picture->table->column_count; i++)
    if (picture->table->columns[i].kind == FIELD_TEXT && picture->widths[i] > NARROWEST_TEXT &&
        (widest < 0 || picture->widths[i] > picture->widths[widest]))
      widest = i;
  return widest;
}

static void narrow(struct picture *picture, int width) {
  int column;
  while (whole_width(picture) > width && (column = widest_text(picture)) >= 0)
    picture->widths[column]--;
}

// Bytes of the longest beginning of the text that fits `width` cells.
static size_t bytes_within(const char *text, int width) {
  const uint8_t *start = (const uint8_t *)text, *at = start, *next;
  ucs4_t c;
  int used = 0;
  while ((next = u8_next(&c, at)) && (used += uc_width(c, "UTF-8")) <= width)
    at = next;
  return (size_t)(at - start);
}

static void print_spaces(int count, FILE *to) { fprintf(to, "%*s", count, ""); }

static void print_cell(const struct picture *picture, size_t i, FILE *to) {
  size_t column = i % picture->table->column_count;
  bool last = column + 1 == picture->table->column_count;
  const char *text = picture->texts[i];
  int width = picture->widths[column], room = width - text_width(text);
  bool right = !field_is_text(picture->table->columns[column].kind);
  if (room < 0) {
    size_t kept = bytes_within(text, width - 1);
    text = arena_printf(picture->arena, "%.*s%s", (int)kept, text, ELLIPSIS);
    room = width - text_width(text);
  }
  print_spaces(right ? room : 0, to);
  fputs(text, to);
  print_spaces((right || last ? 0 : room) + (last ? 0 : GAP), to);
  if (last)
    fputc('\n', to);
}

static void print_rule(const struct picture *picture, FILE *to) {
  for (size_t i = 0; i < picture->table->column_count; i++) {
    print_spaces(i ? GAP : 0, to);
    for (int dash = 0; dash < picture->widths[i]; dash++)
      fputc('-', to);
  }
  fputc('\n', to);
}

void terminal_print_table(const struct result_table *table, const char *const *headings, char decimal, int width,
                          FILE *to) {
  struct arena *arena = arena_new();
  struct picture picture = picture_table(arena, table, headings, decimal);
  if (width > 0)
    narrow(&picture, width);
  for (size_t i = 0; i < picture.line_count * table->column_count; i++) {
    print_cell(&picture, i, to);
    if (i + 1 == table->column_count)
      print_rule(&picture, to);
  }
  arena_free(arena);
}

static int positive_number(const char *text) {
  char *end = NULL;
  long number = text ? strtol(text, &end, 10) : 0;
  return end && *text && !*end && number > 0 && number < 10000 ? (int)number : 0;
}

int terminal_width(FILE *to) {
  struct winsize size = {0};
  if (!isatty(fileno(to)))
    return 0;
  int wanted = positive_number(getenv("COLUMNS"));
  if (wanted)
    return wanted;
  return ioctl(fileno(to), TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : USUAL_WIDTH;
}
