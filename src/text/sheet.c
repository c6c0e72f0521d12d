// SPDX-License-Identifier: GPL-3.0-or-later
// libcsv is fed byte by byte, so that the line of every cell is known exactly: it drops blank lines and reports a cell
// only at its end, which may be many lines after its start.
#include "text/sheet_parts.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/shown.h"

enum { PROBLEMS_ENOUGH = 1000 }; // after this many, reading of a broken file stops

struct parse {
  struct arena *arena;
  struct problems *problems;
  struct sheet *sheet;
  const struct sheet_header *header; // NULL: the first row is the header
  size_t row_room, comment_room;
  bool has_header;
  bool plain; // no header, and rows of any width
  bool failed;
  int line;        // of the byte being fed
  int cell_line;   // of the cell being read
  bool cell_begun; // a byte of it, other than a blank, was fed
  int count;       // cells of the row being read; those beyond SHEET_COLUMNS_MOST are not kept
  const char *cells[SHEET_COLUMNS_MOST];
  int lines[SHEET_COLUMNS_MOST];
};

static struct place place_of(const struct sheet *sheet, int line, const char *column) {
  return (struct place){.file = sheet->file, .line = line, .column = column};
}

// ---------------------------------------------------------------- lines

static size_t line_end(const struct sheet_text *bytes, size_t from) {
  const char *end = memchr(bytes->at + from, '\n', bytes->count - from);
  return end ? (size_t)(end - bytes->at) : bytes->count;
}

// Does the line that begins here start with #, ignoring blanks? Then it may hold any number of quotes.
static bool is_comment_line(const struct sheet_text *bytes, size_t from, char separator) {
  while (from < bytes->count && (bytes->at[from] == ' ' || bytes->at[from] == '\t') && bytes->at[from] != separator)
    from++;
  return from < bytes->count && bytes->at[from] == '#';
}

static bool is_blank_line(const struct sheet_text *bytes, size_t from, size_t end) {
  for (; from < end; from++)
    if (bytes->at[from] != ' ' && bytes->at[from] != '\t')
      return false;
  return true;
}

// The most frequent of ; , and tab outside quotes in the first line that is neither blank nor comment.
static char find_separator(const struct sheet_text *bytes) {
  static const char separators[] = {';', ',', '\t'};
  size_t from = 0, end = line_end(bytes, 0), counts[3] = {0};
  while (end < bytes->count && (is_comment_line(bytes, from, 0) || is_blank_line(bytes, from, end))) {
    from = end + 1;
    end = line_end(bytes, from);
  }
  bool quoted = false;
  for (; from < end; from++) {
    quoted ^= bytes->at[from] == '"';
    for (int i = 0; i < 3; i++)
      counts[i] += !quoted && bytes->at[from] == separators[i];
  }
  int best = 0;
  for (int i = 1; i < 3; i++)
    if (counts[i] > counts[best])
      best = i;
  return separators[best];
}

// ---------------------------------------------------------------- cells and rows

static size_t blank_at(const char *text, size_t length) {
  if (length >= 1 && strchr(" \t\n", text[0]))
    return 1;
  return length >= 2 && memcmp(text, "\u00A0", 2) == 0 ? 2 : 0;
}

static const char *trimmed(struct arena *arena, const char *text, size_t length) {
  for (size_t blank; (blank = blank_at(text, length)) > 0;)
    text += blank, length -= blank;
  while (length > 0 && (blank_at(text + length - 1, 1) || (length >= 2 && blank_at(text + length - 2, 2) == 2)))
    length -= blank_at(text + length - 1, 1) ? 1 : 2;
  return length ? arena_text(arena, text, length) : "";
}

static const char *column_name(const struct parse *parse) {
  const struct sheet_row *header = &parse->sheet->header;
  return parse->has_header && parse->count < header->cell_count ? header->cells[parse->count] : NULL;
}

// All later stages, including results, get the text in a form safe to show.
const char *sheet_harmless(struct problems *problems, struct place at, const char *cell) {
  static const char allowed[] = "\n\t";
  if (shown_as_it_is(cell, allowed))
    return cell;
  problem_warn(
      problems, at, cell,
      "a control character, or a sign that turns the direction of writing: read as the letters \\xNN; delete it");
  return shown_text(problems->arena, cell, allowed);
}

static const char *harmless(struct parse *parse, const char *cell) {
  return sheet_harmless(parse->problems, place_of(parse->sheet, parse->cell_line, column_name(parse)), cell);
}

// libcsv callback: a cell ended.
static void on_cell(void *text, size_t length, void *data) {
  struct parse *parse = data;
  if (length > SHEET_CELL_BYTES_MOST) {
    problem_add(parse->problems, place_of(parse->sheet, parse->cell_line, column_name(parse)), NULL,
                "a cell of more than 64 KiB: shorten it, or look for a quotation mark that is never closed");
    parse->failed = true;
  } else if (parse->count < SHEET_COLUMNS_MOST) {
    parse->cells[parse->count] = length ? harmless(parse, trimmed(parse->arena, text, length)) : "";
    parse->lines[parse->count] = parse->cell_line;
  }
  parse->count++;
  parse->cell_begun = false;
}

static bool is_blank_from(const struct parse *parse, int from) {
  for (int i = from; i < parse->count; i++)
    if (parse->cells[i][0])
      return false;
  return true;
}

static void keep_row(struct parse *parse, struct sheet_row *row, int count) {
  const char **cells = arena_array(parse->arena, (size_t)count, sizeof *cells);
  int *lines = arena_array(parse->arena, (size_t)count, sizeof *lines);
  memcpy(cells, parse->cells, (size_t)count * sizeof *cells);
  memcpy(lines, parse->lines, (size_t)count * sizeof *lines);
  *row = (struct sheet_row){
      .line = parse->lines[0], .line_last = parse->line, .cell_count = count, .cells = cells, .lines = lines};
}

void sheet_note_above(struct arena *arena, struct sheet *sheet, const struct sheet_row *row) {
  enum { BYTES_MOST = 2000 };
  for (int c = 0; c < row->cell_count; c++)
    if (row->cells[c][0] && (!sheet->above || strlen(sheet->above) < BYTES_MOST))
      sheet->above =
          arena_printf(arena, "%s%s%.500s", sheet->above ? sheet->above : "", sheet->above ? " " : "", row->cells[c]);
}

static void keep_header(struct parse *parse) {
  int count = parse->count;
  while (!parse->cells[count - 1][0])
    count--;
  keep_row(parse, &parse->sheet->header, count);
  const struct sheet_header *header = parse->header;
  parse->has_header = !header || header->is(&parse->sheet->header, header->what);
  if (!parse->has_header)
    sheet_note_above(parse->arena, parse->sheet, &parse->sheet->header);
}

static void keep_data(struct parse *parse) {
  struct sheet *sheet = parse->sheet;
  int wanted = parse->plain ? parse->count : sheet->header.cell_count;
  struct place at = place_of(sheet, parse->lines[0], NULL);
  if (parse->count < wanted || !is_blank_from(parse, wanted)) {
    problem_add(parse->problems, at, parse->cells[0],
                "%d cells, but the header has %d: check for a missing separator, or one inside a text without "
                "quotation marks",
                parse->count, wanted);
    parse->failed = true;
  } else if (sheet->row_count == SHEET_ROWS_MOST) {
    problem_add(parse->problems, at, NULL, "more than %d rows: split the file", SHEET_ROWS_MOST);
    parse->failed = true;
  } else {
    keep_row(parse, arena_push(parse->arena, &sheet->rows, &sheet->row_count, &parse->row_room, sizeof *sheet->rows),
             wanted);
  }
}

// libcsv callback: a row ended.
static void on_row(int end, void *data) {
  (void)end;
  struct parse *parse = data;
  if (parse->count > SHEET_COLUMNS_MOST) {
    problem_add(parse->problems, place_of(parse->sheet, parse->lines[0], NULL), NULL,
                "%d cells: a row may have at most %d", parse->count, SHEET_COLUMNS_MOST);
    parse->failed = true;
  } else if (parse->cells[0][0] == '#' || is_blank_from(parse, 0)) {
    // a comment, or a row with nothing but separators, as spreadsheets leave behind
  } else if (parse->has_header) {
    keep_data(parse);
  } else {
    keep_header(parse);
  }
  parse->count = 0;
}

// ---------------------------------------------------------------- the whole file

// Reports what libcsv refused at the byte just fed.
static void refuse_byte(struct parse *parse, struct csv_parser *csv) {
  struct place at = place_of(parse->sheet, parse->line, column_name(parse));
  if (csv_error(csv) == CSV_ENOMEM)
    arena_no_memory();
  if (csv_error(csv) != CSV_EPARSE)
    problem_add(parse->problems, at, NULL, "cannot be read: %s", csv_strerror(csv_error(csv)));
  else if (csv->quoted)
    problem_add(parse->problems, at, NULL,
                "text after a closing quotation mark: write a quotation mark inside a quoted cell twice");
  else
    problem_add(parse->problems, at, NULL,
                "a quotation mark inside a cell that does not begin with one: put the whole cell in quotation marks "
                "and write the inner one twice");
}

static void keep_comment(struct parse *parse, const struct sheet_text *bytes, size_t from) {
  struct sheet *sheet = parse->sheet;
  struct sheet_comment *comment =
      arena_push(parse->arena, &sheet->comments, &sheet->comment_count, &parse->comment_room, sizeof *comment);
  *comment = (struct sheet_comment){parse->line, trimmed(parse->arena, bytes->at + from, line_end(bytes, from) - from)};
}

static bool feed_bytes(struct parse *parse, struct csv_parser *csv, const struct sheet_text *bytes) {
  for (size_t i = 0; i < bytes->count; i++) {
    if (parse->failed && parse->problems->count > PROBLEMS_ENOUGH)
      return false;
    bool line_begins = i == 0 || bytes->at[i - 1] == '\n';
    if (line_begins && parse->count == 0 && !parse->cell_begun && is_comment_line(bytes, i, parse->sheet->separator)) {
      keep_comment(parse, bytes, i);
      i = line_end(bytes, i);
    }
    if (i == bytes->count)
      break;
    char c = bytes->at[i];
    if (!parse->cell_begun) {
      parse->cell_line = parse->line;
      parse->cell_begun = !blank_at(&c, 1) && c != parse->sheet->separator;
    }
    if (csv_parse(csv, &c, 1, on_cell, on_row, parse) != 1) {
      refuse_byte(parse, csv);
      return false;
    }
    parse->line += c == '\n';
  }
  return true;
}

static bool end_bytes(struct parse *parse, struct csv_parser *csv) {
  if (csv_fini(csv, on_cell, on_row, parse) == 0)
    return true;
  if (csv_error(csv) == CSV_ENOMEM)
    arena_no_memory();
  problem_add(parse->problems, place_of(parse->sheet, parse->cell_line, column_name(parse)), NULL,
              "a quotation mark opens here and is never closed: close the cell with one");
  return false;
}

static bool parse_bytes(struct parse *parse, const struct sheet_text *bytes) {
  struct csv_parser csv;
  csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim(&csv, (unsigned char)parse->sheet->separator);
  bool whole = feed_bytes(parse, &csv, bytes) && end_bytes(parse, &csv);
  csv_free(&csv);
  if (whole && !parse->failed && !parse->has_header) {
    problem_add(parse->problems, place_of(parse->sheet, 0, NULL), NULL,
                "empty: the first line must name the columns; `rotacost columns` lists them");
    return false;
  }
  return whole && !parse->failed;
}

// The line `sep=;` that some spreadsheets write before the header.
static void skip_separator_line(struct parse *parse, struct sheet_text *bytes) {
  static const char said[] = "sep=";
  size_t end = line_end(bytes, 0);
  if (end != sizeof said || strncasecmp(bytes->at, said, sizeof said - 1) != 0 || !strchr(";,\t", bytes->at[end - 1]))
    return;
  parse->sheet->separator = bytes->at[end - 1];
  end += end < bytes->count;
  bytes->at += end;
  bytes->count -= end;
  parse->line = parse->cell_line = 2;
}

static struct parse *parse_begin(struct arena *arena, struct sheet *sheet, const struct sheet_header *header,
                                 struct problems *problems) {
  struct parse *parse = arena_alloc(arena, sizeof *parse);
  *parse =
      (struct parse){.arena = arena, .problems = problems, .sheet = sheet, .header = header, .line = 1, .cell_line = 1};
  return parse;
}

// Is the header among the first lines if cells are separated like this? Keeps and reports nothing.
static bool header_is_found(const struct parse *parse, const struct sheet_text *bytes, char separator) {
  enum { LINES_TRIED = 100 };
  struct sheet_text first = *bytes;
  size_t end = 0;
  for (int line = 0; line < LINES_TRIED && end < bytes->count; line++)
    end = line_end(bytes, end) + 1;
  first.count = end < bytes->count ? end : bytes->count;
  struct sheet sheet = {.file = parse->sheet->file, .separator = separator};
  struct parse *trial = parse_begin(parse->arena, &sheet, parse->header, problems_new(parse->arena));
  parse_bytes(trial, &first);
  return trial->has_header;
}

// If no row is recognised as the header, it is the first.
static bool parse_sheet(struct parse *parse, struct sheet_text *bytes) {
  static const char separators[] = ";,\t";
  struct sheet *sheet = parse->sheet;
  skip_separator_line(parse, bytes);
  if (!sheet->separator)
    sheet->separator = find_separator(bytes);
  bool found = parse->header && header_is_found(parse, bytes, sheet->separator);
  for (const char *other = separators; parse->header && !found && *other; other++)
    if ((found = header_is_found(parse, bytes, *other)))
      sheet->separator = *other;
  if (!found)
    parse->header = NULL;
  return parse_bytes(parse, bytes);
}

struct sheet *sheet_read(struct arena *arena, const char *path, const char *file, const struct sheet_header *header,
                         struct problems *problems) {
  struct sheet *sheet = arena_alloc(arena, sizeof *sheet);
  struct parse *parse = parse_begin(arena, sheet, header, problems);
  sheet->file = file;
  struct sheet_text bytes;
  const char *why;
  if (!sheet_bytes(arena, path, &bytes.at, &bytes.count, sheet->sha256, &why)) {
    problem_add(problems, place_of(sheet, 0, NULL), NULL, "%s", why);
    return NULL;
  }
  sheet->byte_count = bytes.count;
  return sheet_text_decode(parse->arena, parse->sheet, &bytes, parse->problems) && parse_sheet(parse, &bytes) ? sheet
                                                                                                              : NULL;
}

// The first sign that appears outside quotes in half of the non-empty lines.
static char find_plain_separator(const struct sheet_text *bytes) {
  static const char separators[] = ";\t,";
  size_t lines = 0, with[3] = {0};
  for (size_t from = 0, end; from < bytes->count; from = end + 1) {
    end = line_end(bytes, from);
    bool quoted = false, has[3] = {false};
    for (size_t i = from; i < end; i++) {
      quoted ^= bytes->at[i] == '"';
      for (int s = 0; s < 3; s++)
        has[s] |= !quoted && bytes->at[i] == separators[s];
    }
    lines += !is_blank_line(bytes, from, end);
    for (int s = 0; s < 3; s++)
      with[s] += has[s];
  }
  for (int s = 0; s < 3; s++)
    if (2 * with[s] >= lines)
      return separators[s];
  return find_separator(bytes);
}

struct sheet *sheet_read_plain(struct arena *arena, const char *path, const char *file, struct problems *problems) {
  struct sheet *sheet = arena_alloc(arena, sizeof *sheet);
  struct parse *parse = parse_begin(arena, sheet, NULL, problems);
  sheet->file = file;
  parse->plain = parse->has_header = true;
  struct sheet_text bytes;
  const char *why;
  if (!sheet_bytes(arena, path, &bytes.at, &bytes.count, sheet->sha256, &why)) {
    problem_add(problems, place_of(sheet, 0, NULL), NULL, "%s", why);
    return NULL;
  }
  sheet->byte_count = bytes.count;
  if (!sheet_text_decode(parse->arena, parse->sheet, &bytes, parse->problems))
    return NULL;
  skip_separator_line(parse, &bytes);
  if (!sheet->separator)
    sheet->separator = find_plain_separator(&bytes);
  return parse_bytes(parse, &bytes) ? sheet : NULL;
}

struct sheet *sheet_parse(struct arena *arena, char *bytes, size_t count, const char *file,
                          const struct sheet_header *header, struct problems *problems) {
  struct sheet *sheet = arena_alloc(arena, sizeof *sheet);
  struct parse *parse = parse_begin(arena, sheet, header, problems);
  struct sheet_text all = {bytes, count};
  sheet->file = file;
  return sheet_text_decode(parse->arena, parse->sheet, &all, parse->problems) && parse_sheet(parse, &all) ? sheet
                                                                                                          : NULL;
}

void sheet_use_decimal(struct arena *arena, struct sheet *sheet, char decimal) {
  for (size_t i = 0; i < sheet->row_count; i++)
    for (int c = 0; sheet->rows[i].kinds && c < sheet->rows[i].cell_count; c++) {
      enum sheet_kind kind = sheet->rows[i].kinds[c];
      const char *sign = strchr(sheet->rows[i].cells[c], '.');
      if ((kind != SHEET_NUMBER && kind != SHEET_PERCENT) || !sign || decimal == '.')
        continue;
      char *text = arena_printf(arena, "%s", sheet->rows[i].cells[c]);
      text[sign - sheet->rows[i].cells[c]] = decimal;
      sheet->rows[i].cells[c] = text;
    }
}
