// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/terminal.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/language.h"
#include "base/shown.h"
#include "report/format.h"
#include "report/labels.h"

enum { NARROWEST_TEXT = 8, GAP = 2, USUAL_WIDTH = 80 };
static const char ELLIPSIS[] = "\xE2\x80\xA6", NO_COLOUR[] = "\033[0m";

// The layout of a table: texts ready to print, heading first, and the width of each column in cells.
struct picture {
  struct arena *arena;
  const struct result_table *table;
  size_t line_count;  // rows and the heading
  const char **texts; // [line_count x column_count]
  int *widths;        // [column_count]
  int narrowest;      // cells of a text that is cut
  bool coloured;
};

static int text_width(const char *text) { return u8_strwidth((const uint8_t *)text, "UTF-8"); }

const char *terminal_text(struct arena *arena, const char *text) { return shown_text(arena, text, ""); }

const char *terminal_plain(struct arena *arena, const char *text) {
  static const struct {
    const char *sign;
    char plain;
  } signs[] = {{NO_BREAK_SPACE, ' '}, {MINUS_SIGN, '-'}};
  if (language_now() != LANGUAGE_EN)
    return text;
  char *out = arena_text(arena, text, strlen(text));
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    for (char *at; (at = strstr(out, signs[i].sign));) {
      *at = signs[i].plain;
      memmove(at + 1, at + strlen(signs[i].sign), strlen(at + strlen(signs[i].sign)) + 1);
    }
  return out;
}

const char *terminal_kr(struct arena *arena, int64_t ore) {
  return terminal_plain(arena, format_kr_number(arena, ore));
}

const char *terminal_number(struct arena *arena, int64_t number, int digits) {
  return terminal_plain(arena, format_decimal(arena, number, digits));
}

const char *terminal_date(struct arena *arena, int64_t day) { return terminal_plain(arena, format_date(arena, day)); }

static const char *field_shown(struct arena *arena, const struct field_column *column, const union field *field) {
  const char *text = format_field(arena, column, *field);
  return terminal_plain(arena, field_is_text(column->kind) ? terminal_text(arena, text) : text);
}

static const char *heading_shown(struct arena *arena, const char *heading) {
  return terminal_text(arena, *heading ? _(heading) : "");
}

static struct picture picture_table(struct arena *arena, const struct result_table *table,
                                    const char *const *headings) {
  size_t columns = table->column_count, rows = result_row_count(table);
  struct picture picture = {.arena = arena, .table = table, .line_count = rows + 1};
  picture.texts = arena_array(arena, picture.line_count * columns, sizeof(char *));
  picture.widths = arena_array(arena, columns, sizeof(int));
  for (size_t i = 0; i < (rows + 1) * columns; i++) {
    const struct field_column *column = &table->columns[i % columns];
    picture.texts[i] = i < columns ? heading_shown(arena, headings ? headings[i] : column->name)
                                   : field_shown(arena, column, &table->fields[i - columns]);
    int width = text_width(picture.texts[i]);
    if (width > picture.widths[i % columns])
      picture.widths[i % columns] = width;
  }
  return picture;
}

// ---------------------------------------------------------------- fitted to the width

// Columns printed side by side: the leading ones, which name the row, and some of the others.
struct block {
  size_t lead, from, to;
};

static bool in_block(const struct block *block, size_t column) {
  return column < block->lead || (column >= block->from && column < block->to);
}

static int block_width(const struct picture *picture, const struct block *block) {
  int sum = -GAP;
  for (size_t i = 0; i < picture->table->column_count; i++)
    sum += in_block(block, i) ? picture->widths[i] + GAP : 0;
  return sum;
}

static int whole_width(const struct picture *picture) {
  return block_width(picture, &(struct block){.lead = picture->table->column_count});
}

static int longest_word(struct arena *arena, const char *text) {
  int longest = 0;
  for (const char *at = text; *(at += strspn(at, " "));) {
    size_t length = strcspn(at, " ");
    int width = text_width(arena_text(arena, at, length));
    longest = width > longest ? width : longest;
    at += length;
  }
  return longest;
}

// Headings may run over several lines: columns need no more than their values and the longest word above them.
static void break_headings(struct picture *picture) {
  size_t columns = picture->table->column_count;
  for (size_t c = 0; c < columns; c++) {
    int width = longest_word(picture->arena, picture->texts[c]);
    for (size_t i = c + columns; i < picture->line_count * columns; i += columns)
      width = text_width(picture->texts[i]) > width ? text_width(picture->texts[i]) : width;
    picture->widths[c] = width;
  }
}

// The text column that can be narrowed most, among the first n; -1 where none can.
static int widest_text(const struct picture *picture, size_t columns) {
  int widest = -1;
  for (int i = 0; i < (int)columns; i++)
    if (picture->table->columns[i].kind == FIELD_TEXT && picture->widths[i] > picture->narrowest &&
        (widest < 0 || picture->widths[i] > picture->widths[widest]))
      widest = i;
  return widest;
}

static size_t lead_count(const struct result_table *table) {
  size_t lead = 0;
  while (lead < table->column_count && field_is_text(table->columns[lead].kind))
    lead++;
  return lead;
}

// For a table that is printed in blocks: the leading columns leave a third of the width to the others, and texts among
// those take the remainder.
static void limit_texts(struct picture *picture, int width) {
  struct block lead = {.lead = lead_count(picture->table)};
  int widest;
  while (block_width(picture, &lead) > width * 2 / 3 && (widest = widest_text(picture, lead.lead)) >= 0)
    picture->widths[widest]--;
  int room = width - block_width(picture, &lead) - GAP;
  for (size_t c = lead.lead; c < picture->table->column_count; c++)
    if (picture->table->columns[c].kind == FIELD_TEXT && picture->widths[c] > room)
      picture->widths[c] = room > picture->narrowest ? room : picture->narrowest;
}

static void narrow(struct picture *picture, int width) {
  picture->narrowest = width / 4 > NARROWEST_TEXT ? width / 4 : NARROWEST_TEXT;
  size_t columns = picture->table->column_count;
  if (whole_width(picture) > width)
    break_headings(picture);
  int column, *broken = arena_array(picture->arena, columns, sizeof *broken);
  memcpy(broken, picture->widths, columns * sizeof *broken);
  while (whole_width(picture) > width && (column = widest_text(picture, columns)) >= 0)
    picture->widths[column]--;
  if (whole_width(picture) <= width || lead_count(picture->table) == columns)
    return;
  memcpy(picture->widths, broken, columns * sizeof *broken);
  limit_texts(picture, width);
}

// The next columns that fit, at least one.
static struct block next_block(const struct picture *picture, size_t from, int width) {
  size_t columns = picture->table->column_count;
  struct block block = {.lead = lead_count(picture->table), .from = from, .to = from < columns ? from + 1 : columns};
  for (struct block more = block; more.to++ < columns && (width <= 0 || block_width(picture, &more) <= width);)
    block = more;
  return block;
}

// ---------------------------------------------------------------- printed

// Bytes of the longest prefix of the text that fits `width` cells.
static size_t bytes_within(const char *text, int width) {
  const uint8_t *start = (const uint8_t *)text, *at = start, *next;
  ucs4_t c;
  int used = 0;
  while ((next = u8_next(&c, at)) && (used += uc_width(c, "UTF-8")) <= width)
    at = next;
  return (size_t)(at - start);
}

static void print_spaces(int count, FILE *to) { fprintf(to, "%*s", count, ""); }

// Looks up a verdict by its first words: those of its label, or those of the sentence that counts FTE before the
// number. The last that fits.
static const char *colour_of(const struct picture *picture, const struct field_column *column, const char *text) {
  static const struct {
    const char *code, *counted, *colour;
  } colours[] = {
      {"reached", NULL, "\033[32m"},
      {"more_than_claimed", NULL, "\033[36m"},
      {"cost_as_claimed", NULL, "\033[32m"},
      {"cost_cheaper", NULL, "\033[36m"},
      {"follows_from_decision", N_("follows from the %s FTE it removes"), "\033[33m"},
      {"only_if_more_go", N_("only if %s FTE go"), "\033[33m"},
      {"only_if_more_go", N_("only if %s FTE more go"), "\033[33m"},
      {"not_reached", NULL, "\033[31m"},
      {"cost_dearer", NULL, "\033[31m"},
      {"not_testable", NULL, "\033[35m"},
  };
  const char *colour = "";
  if (strcmp(column->name, "verdict") != 0)
    return colour;
  for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
    const char *word = label_of(picture->arena, "verdict", colours[i].code);
    const char *counted = colours[i].counted ? _(colours[i].counted) : word;
    if (strncmp(text, word, strlen(word)) == 0 || strncmp(text, counted, strcspn(counted, "%")) == 0)
      colour = colours[i].colour;
  }
  return colour;
}

static bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

// Is the blank within a figure: before three digits of a grouped number, or before its unit?
static bool is_held(const char *text, size_t blank) {
  static const char *const counted_in[] = {"kr", "FTE", "%", "h", "person-hours", "min"};
  const char *after = text + blank + 1;
  if (!blank || !is_digit(text[blank - 1]))
    return false;
  if (is_digit(after[0]) && is_digit(after[1]) && is_digit(after[2]) && !is_digit(after[3]))
    return true;
  for (size_t i = 0; i < sizeof counted_in / sizeof *counted_in; i++) {
    size_t length = strlen(counted_in[i]);
    if (!strncmp(after, counted_in[i], length) &&
        !strchr("abcdefghijklmnopqrstuvwxyz-", after[length] ? after[length] : ' '))
      return true;
  }
  return false;
}

size_t terminal_word(const char *text) {
  size_t used = strcspn(text, " ");
  while (text[used] && is_held(text, used))
    used += 1 + strcspn(text + used + 1, " ");
  return used;
}

static size_t heading_word(const char *text) { return strcspn(text, " "); } // "1000 kr a year" may stand in a column

// Bytes of the words that fit on a line of this width, at least the first word.
static size_t line_of_words(struct arena *arena, const char *text, int width, size_t (*word)(const char *text)) {
  size_t used = word(text);
  for (size_t next; text[used]; used = next) {
    next = used + strspn(text + used, " ");
    next += word(text + next);
    if (text_width(arena_text(arena, text, next)) > width)
      break;
  }
  return used;
}

// Line n of a heading broken between words; NULL below the last.
static const char *heading_line(const struct picture *picture, size_t column, int n) {
  const char *at = picture->texts[column];
  for (;; n--) {
    size_t used = line_of_words(picture->arena, at, picture->widths[column], heading_word);
    if (n == 0)
      return arena_text(picture->arena, at, used);
    at += used + strspn(at + used, " ");
    if (!*at)
      return NULL;
  }
}

static int heading_height(const struct picture *picture, size_t column) {
  int height = 1;
  while (heading_line(picture, column, height))
    height++;
  return height;
}

static void print_text(const struct picture *picture, size_t column, const char *text, bool last, FILE *to) {
  int width = picture->widths[column], room = width - text_width(text);
  bool right = !field_is_text(picture->table->columns[column].kind);
  const char *colour = picture->coloured ? colour_of(picture, &picture->table->columns[column], text) : "";
  if (room < 0) {
    size_t kept = bytes_within(text, width - 1);
    text = arena_printf(picture->arena, "%.*s%s", (int)kept, text, ELLIPSIS);
    room = width - text_width(text);
  }
  print_spaces(right ? room : 0, to);
  fprintf(to, "%s%s%s", colour, text, *colour ? NO_COLOUR : "");
  print_spaces((right || last ? 0 : room) + (last ? 0 : GAP), to);
}

static bool is_last(const struct picture *picture, const struct block *block, size_t column) {
  return column + 1 == (block->to > block->lead ? block->to : picture->table->column_count);
}

// Heading lines are aligned at the bottom, on the rule.
static void print_headings(const struct picture *picture, const struct block *block, FILE *to) {
  size_t columns = picture->table->column_count;
  int height = 1;
  for (size_t c = 0; c < columns; c++)
    if (in_block(block, c) && heading_height(picture, c) > height)
      height = heading_height(picture, c);
  for (int line = 0; line < height; line++) {
    for (size_t c = 0; c < columns; c++)
      if (in_block(block, c)) {
        int own = line - height + heading_height(picture, c);
        print_text(picture, c, own < 0 ? "" : heading_line(picture, c, own), is_last(picture, block, c), to);
      }
    fputc('\n', to);
  }
}

static void print_rule(const struct picture *picture, const struct block *block, FILE *to) {
  for (size_t i = 0; i < picture->table->column_count; i++) {
    if (!in_block(block, i))
      continue;
    print_spaces(i ? GAP : 0, to);
    for (int dash = 0; dash < picture->widths[i]; dash++)
      fputc('-', to);
  }
  fputc('\n', to);
}

static void print_block(const struct picture *picture, const struct block *block, FILE *to) {
  size_t columns = picture->table->column_count;
  print_headings(picture, block, to);
  print_rule(picture, block, to);
  for (size_t line = 1; line < picture->line_count; line++) {
    for (size_t c = 0; c < columns; c++)
      if (in_block(block, c))
        print_text(picture, c, picture->texts[line * columns + c], is_last(picture, block, c), to);
    fputc('\n', to);
  }
}

static bool terminal_has_colour(FILE *to) {
  const char *unwanted = getenv("NO_COLOR"), *kind = getenv("TERM");
  return isatty(fileno(to)) && !(unwanted && *unwanted) && kind && strcmp(kind, "dumb") != 0;
}

void terminal_print_text(const char *text, int width, FILE *to) {
  struct arena *arena = arena_new();
  for (const char *at = terminal_plain(arena, text); *at;) {
    size_t length = strcspn(at, "\n");
    const char *line = arena_text(arena, at, length);
    for (size_t used; width > 0 && text_width(line) > width; line += used + strspn(line + used, " ")) {
      used = line_of_words(arena, line, width, terminal_word);
      if (!line[used])
        break;
      fprintf(to, "%.*s\n", (int)used, line);
    }
    fputs(line, to);
    at += length;
    if (*at)
      fputc(*at++, to);
  }
  arena_free(arena);
}

void terminal_say(const struct terminal *terminal, const char *format, ...) {
  struct arena *arena = arena_new();
  va_list arguments;
  va_start(arguments, format);
  terminal_print_text(arena_vprintf(arena, format, arguments), terminal->width, terminal->to);
  va_end(arguments);
  arena_free(arena);
}

void terminal_print_table(const struct result_table *table, const char *const *headings, int width, FILE *to) {
  struct arena *arena = arena_new();
  struct picture picture = picture_table(arena, table, headings);
  picture.coloured = terminal_has_colour(to);
  if (width > 0)
    narrow(&picture, width);
  size_t from = lead_count(table);
  do {
    struct block block = next_block(&picture, from, width);
    if (from > lead_count(table))
      fputc('\n', to);
    print_block(&picture, &block, to);
    from = block.to;
  } while (from < table->column_count);
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
