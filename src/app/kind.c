// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kind.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "scenario/columns.h"
#include "scenario/header.h"
#include "scenario/norwegian.h"

enum { COMMENT_WIDTH = 118, FIRST_COST_CENTRE = 3210 };

const struct kind kinds[] = {
    {"ward", "{ward|avdeling}", "{Ward|Avdeling}", "{beds|senger}", 24, 8, 60},
    {"nursing-home", "{home|sykehjem}", "{Nursing home|Sykehjem}", "{residents|beboere}", 24, 8, 96},
    {"home-care", "{home_care|hjemmetjeneste}", "{Home care|Hjemmetjeneste}", "{people served|brukere}", 80, 20, 400},
    {"group-home", "{group_home|bofellesskap}", "{Group home|Bofellesskap}", "{residents|beboere}", 8, 4, 24},
    {"sfo", "sfo", "{After-school care|SFO}", "{children|barn}", 100, 15, 400},
    {"kindergarten", "{kindergarten|barnehage}", "{Kindergarten|Barnehage}", "{children|barn}", 60, 24, 200},
    {"school", "{school|skole}", "{School|Skole}", "{pupils|elever}", 250, 20, 500},
    {"fire", "{station|stasjon}", "{Fire station|Brannstasjon}", "{people on duty|personer på vakt}", 5, 4, 20},
    {"office", "{office|kontor}", "{Office|Kontor}", "{people at work|personer på jobb}", 12, 5, 100},
    {0},
};

const struct kind *kind_named(const char *word) {
  for (const struct kind *kind = kinds; kind->word; kind++)
    if (strcmp(kind->word, word) == 0)
      return kind;
  return NULL;
}

struct writing {
  struct arena *arena;
  const struct kind *kind;
  int units, places;
  int unit; // the one a row is of, from 0
  struct kind_size *sizes;
  size_t size_count, size_room;
  size_t heads_told, positions_told; // of the groups, so far
  bool sized;                        // heads and percent are known
};

// ---------------------------------------------------------------- marks

static const char *expand(struct writing *writing, const char *text);

// The character at the level of `text` itself, or its end.
static const char *outside(const char *text, char sign) {
  int depth = 0;
  for (; *text && (depth || *text != sign); text++)
    depth += (*text == '{') - (*text == '}');
  return text;
}

static const char *unit_code(struct writing *writing, int unit) {
  const char *code = expand(writing, writing->kind->code);
  return writing->units == 1 ? code : arena_printf(writing->arena, "%s_%d", code, unit + 1);
}

static const char *unit_title(struct writing *writing, int unit) {
  return arena_printf(writing->arena, "%s %d", expand(writing, writing->kind->title), unit + 1);
}

static const char *cost_centre(const struct writing *writing, int unit) {
  return arena_printf(writing->arena, "%d", FIRST_COST_CENTRE + unit);
}

static const char *scenario_title(struct writing *writing) {
  return arena_printf(writing->arena, "%s: %d x %d %s", expand(writing, writing->kind->title), writing->units,
                      writing->places, expand(writing, writing->kind->place));
}

// places, places/8, places*1.4/6, places-1: from left to right.
static double reckoned(const struct writing *writing, const char *text) {
  double value = writing->places;
  assert(strncmp(text, "places", strlen("places")) == 0);
  for (text += strlen("places"); *text;) {
    char sign = *text++, *end;
    double number = strtod(text, &end);
    assert(end > text && strchr("*/-", sign));
    value = sign == '*' ? value * number : sign == '/' ? value / number : value - number;
    text = end;
  }
  return value;
}

static const char *whole(const struct writing *writing, const char *text) {
  double value = floor(reckoned(writing, text) + 0.5);
  return arena_printf(writing->arena, "%.0f", value < 1 ? 1 : value);
}

static const char *tenths(const struct writing *writing, const char *text) {
  int value = (int)floor(reckoned(writing, text) * 10 + 0.5);
  value = value < 1 ? 1 : value;
  return arena_printf(writing->arena, "%d,%d", value / 10, value % 10);
}

static struct kind_size *size_at(struct writing *writing, size_t at) {
  if (at == writing->size_count) {
    struct kind_size *size =
        arena_push(writing->arena, &writing->sizes, &writing->size_count, &writing->size_room, sizeof *size);
    *size = (struct kind_size){.heads = 1};
  }
  return &writing->sizes[at];
}

static const char *heads(struct writing *writing, bool gross) {
  struct kind_size *size = size_at(writing, writing->heads_told++);
  size->gross = gross;
  return arena_printf(writing->arena, "%d", size->heads);
}

static const char *position(struct writing *writing, const char *about) {
  struct kind_size *size = size_at(writing, writing->positions_told++);
  size->about = atof(about);
  return writing->sized ? arena_printf(writing->arena, "%d", size->percent) : about;
}

// For the part before a blank; the rest of the mark.
static const char *after(const char *mark, const char *word) {
  size_t length = strlen(word);
  return strncmp(mark, word, length) == 0 && mark[length] == ' ' ? mark + length + 1 : NULL;
}

static const char *own_alternative(struct writing *writing, const char *mark, const char *between) {
  bool norwegian = language_now() == LANGUAGE_NB;
  return expand(writing, norwegian ? between + 1 : arena_text(writing->arena, mark, (size_t)(between - mark)));
}

static const char *of_number(struct writing *writing, const char *mark) {
  const char *rest;
  if ((rest = after(mark, "near")))
    return whole(writing, rest);
  if ((rest = after(mark, "tenth")))
    return tenths(writing, rest);
  if ((rest = after(mark, "position")))
    return position(writing, rest);
  bool gross = strcmp(mark, "heads gross") == 0;
  if (gross || strcmp(mark, "heads") == 0)
    return heads(writing, gross);
  bool places = strcmp(mark, "places") == 0;
  assert(places || strcmp(mark, "units") == 0);
  return arena_printf(writing->arena, "%d", places ? writing->places : writing->units);
}

// The text that replaces a mark, which is given without its braces.
static const char *of_mark(struct writing *writing, const char *mark) {
  const char *between = outside(mark, '|');
  if (*between)
    return own_alternative(writing, mark, between);
  if (strcmp(mark, "unit") == 0)
    return unit_code(writing, writing->unit);
  if (strcmp(mark, "title") == 0)
    return unit_title(writing, writing->unit);
  if (strcmp(mark, "cost") == 0)
    return cost_centre(writing, writing->unit);
  if (strcmp(mark, "first") == 0)
    return unit_code(writing, 0);
  if (strcmp(mark, "title of first") == 0)
    return unit_title(writing, 0);
  if (strcmp(mark, "cost of first") == 0)
    return cost_centre(writing, 0);
  if (strcmp(mark, "kind") == 0)
    return scenario_title(writing);
  if (strcmp(mark, "place") == 0)
    return expand(writing, writing->kind->place);
  return of_number(writing, mark);
}

static const char *expand(struct writing *writing, const char *text) {
  const char *whole_text = "";
  while (*text) {
    size_t plain = strcspn(text, "{");
    whole_text = arena_printf(writing->arena, "%s%.*s", whole_text, (int)plain, text);
    text += plain;
    if (!*text)
      break;
    const char *end = outside(text + 1, '}');
    assert(*end);
    const char *mark = arena_text(writing->arena, text + 1, (size_t)(end - text - 1));
    whole_text = arena_printf(writing->arena, "%s%s", whole_text, of_mark(writing, mark));
    text = end + 1;
  }
  return whole_text;
}

const char *kind_text(struct arena *arena, const char *text) {
  struct writing writing = {.arena = arena};
  return expand(&writing, text);
}

// ---------------------------------------------------------------- lines

struct lines { // of a table that is read from the kind and written in the language chosen
  struct writing *writing;
  const struct table *table;
  const struct column **columns; // by cell, NULL: none of the table's
  size_t column_count;
  FILE *to;
};

static int width_of(const char *text, size_t length) {
  int width = 0;
  for (size_t i = 0; i < length; i++)
    width += ((unsigned char)text[i] & 0xC0) != 0x80;
  return width;
}

static void write_comment(struct lines *lines, const char *line) {
  const char *text = expand(lines->writing, line + 1);
  int width = COMMENT_WIDTH;
  bool first = true;
  for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
    size_t length = strcspn(text, " ");
    int wide = width_of(text, length) + 1;
    bool breaks = width + wide > COMMENT_WIDTH;
    fprintf(lines->to, "%s%.*s", !breaks ? " " : first ? "# " : "\n# ", (int)length, text);
    width = breaks ? 1 + wide : width + wide;
    first = false;
    text += length;
  }
  putc('\n', lines->to);
}

static const struct column *column_of(const struct table *table, const char *name) {
  for (size_t i = 0; i < table->column_count; i++)
    if (strcmp(table->columns[i].name, name) == 0)
      return &table->columns[i];
  return NULL;
}

static const char *own_name(const struct table *table, const char *name) {
  const char *norwegian = language_now() == LANGUAGE_NB ? norwegian_name(table->name, name) : NULL;
  return norwegian ? norwegian : name;
}

// The cells of a line, which hold no semicolon outside marks. The list is ended by NULL.
static const char **cells_of(struct arena *arena, const char *line, size_t *count) {
  const char **cells = NULL;
  size_t room = 0;
  *count = 0;
  for (;; line++) {
    const char *end = outside(line, ';');
    *(const char **)arena_push(arena, &cells, count, &room, sizeof *cells) =
        arena_text(arena, line, (size_t)(end - line));
    line = end;
    if (!*line)
      return cells;
  }
}

static void write_header(struct lines *lines, const char *line) {
  struct arena *arena = lines->writing->arena;
  const char **names = cells_of(arena, line, &lines->column_count);
  lines->columns = arena_array(arena, lines->column_count, sizeof(const struct column *));
  for (size_t i = 0; i < lines->column_count; i++) {
    lines->columns[i] = lines->table->transposed ? NULL : column_of(lines->table, names[i]);
    assert(lines->columns[i] || lines->table->transposed);
    fprintf(lines->to, "%s%s", i ? ";" : "", own_name(lines->table, names[i]));
  }
  putc('\n', lines->to);
}

static void write_row(struct lines *lines, const char *line) {
  struct arena *arena = lines->writing->arena;
  size_t count;
  const char **cells = cells_of(arena, line, &count);
  assert(count == lines->column_count);
  const struct column *setting = lines->table->transposed ? column_of(lines->table, cells[0]) : NULL;
  for (size_t i = 0; i < count; i++) {
    const struct column *column = setting ? (i == LINE_VALUE ? setting : &line_columns[i]) : lines->columns[i];
    const char *cell = expand(lines->writing, cells[i]);
    cell = setting && i == LINE_SETTING ? own_name(lines->table, cell) : own_cell(arena, column, cell);
    fprintf(lines->to, "%s%s", i ? ";" : "", cell);
  }
  putc('\n', lines->to);
}

static bool is_of_units(const char *line) { return *line != '#' && strstr(line, "{unit}"); }

// Consecutive lines that are written for every unit: all of one unit, then all of the next.
static size_t write_units(struct lines *lines, const char *const *list, size_t count) {
  size_t length = 0;
  while (length < count && is_of_units(list[length]))
    length++;
  for (int unit = 0; unit < lines->writing->units; unit++)
    for (size_t i = 0; i < length; i++) {
      lines->writing->unit = unit;
      write_row(lines, list[i]);
    }
  return length;
}

static void write_lines(struct lines *lines, const char *const *list, size_t count) {
  for (size_t i = 0; i < count;) {
    if (is_of_units(list[i])) {
      i += write_units(lines, list + i, count - i);
      continue;
    }
    if (*list[i] == '#')
      write_comment(lines, list[i]);
    else if (!lines->columns)
      write_header(lines, list[i]);
    else
      write_row(lines, list[i]);
    i++;
  }
}

// ---------------------------------------------------------------- tables

static const struct template_file *file_named(const struct template *template, const char *name) {
  for (size_t i = 0; i < template->count; i++)
    if (strcmp(template->files[i].name, name) == 0)
      return &template->files[i];
  return NULL;
}

static const char *const *lines_of(struct arena *arena, const struct template_file *file, size_t *count) {
  const char **list = NULL, *text = arena_text(arena, (const char *)file->bytes, file->length);
  size_t room = 0;
  for (*count = 0; *text; text += strspn(text, "\n")) {
    size_t length = strcspn(text, "\n");
    *(const char **)arena_push(arena, &list, count, &room, sizeof *list) = arena_text(arena, text, length);
    text += length;
  }
  return list;
}

static struct template_file written(struct writing *writing, enum table_id id, const struct template_file *from) {
  char *bytes = NULL;
  size_t length = 0, count;
  const char *const *list = lines_of(writing->arena, from, &count);
  struct lines lines = {.writing = writing, .table = table_of(id), .to = open_memstream(&bytes, &length)};
  if (!lines.to)
    arena_no_memory();
  fputs("\xEF\xBB\xBF", lines.to);
  write_lines(&lines, list, count);
  if (fclose(lines.to) != 0)
    arena_no_memory();
  const unsigned char *kept = arena_copy(writing->arena, bytes, length, 1);
  free(bytes);
  return (struct template_file){table_of(id)->file, kept, length};
}

// Tables that are the same for every kind and are taken from the example unchanged.
static bool is_of_example(enum table_id id) {
  return id == TABLE_RATES || id == TABLE_SUPPLEMENTS || id == TABLE_ABSENCE || id == TABLE_REPLACEMENT;
}

static const struct template *write_tables(struct writing *writing) {
  struct arena *arena = writing->arena;
  struct template *template = arena_alloc(arena, sizeof *template);
  struct template_file *files = arena_array(arena, TABLE_COUNT, sizeof *files);
  *template = (struct template){.files = files};
  writing->heads_told = writing->positions_told = 0;
  for (int t = 0; t < TABLE_COUNT; t++) {
    enum table_id id = (enum table_id)t;
    const char *name = table_of(id)->file;
    const struct template_file *from =
        file_named(&template_kinds, arena_printf(arena, "%s/%s", writing->kind->word, name));
    if (!from)
      from = file_named(&template_kinds, arena_printf(arena, "common/%s", name));
    const struct template_file *example = is_of_example(id) ? file_named(template_now(), name) : NULL;
    if (from)
      files[template->count++] = written(writing, id, from);
    else if (example)
      files[template->count++] = *example;
  }
  return template;
}

const struct template *kind_template(struct arena *arena, const struct kind *kind, int units, int places) {
  struct writing writing = {.arena = arena, .kind = kind, .units = units, .places = places};
  const struct template *first = write_tables(&writing);
  char *folder = template_scratch_folder(arena, first);
  bool good = folder && kind_sizes(arena, folder, writing.sizes, writing.size_count);
  if (folder)
    template_remove_folder(arena, folder, first);
  writing.sized = true;
  return good ? write_tables(&writing) : NULL;
}
