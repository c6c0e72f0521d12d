// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "base/language.h"
#include "scenario/cells.h"
#include "scenario/norwegian.h"
#include "scenario/ranges.h"
#include "scenario/scenario.h"

enum { WIDTH = 100, NAME_WIDTH = 26, MEANING_INDENT = 6 };

struct printer {
  FILE *to;
  struct cell_reader reader;
};

// The text wrapped between words, every line after the first indented. `used`: columns already filled.
static void print_wrapped(FILE *to, int used, int indent, const char *text) {
  int column = used;
  bool line_begins = true;
  while (*text) {
    text += strspn(text, " ");
    int length = (int)strcspn(text, " ");
    if (!line_begins && column + 1 + length > WIDTH) {
      fprintf(to, "\n%*s", indent, "");
      column = indent;
      line_begins = true;
    }
    fprintf(to, "%s%.*s", line_begins ? "" : " ", length, text);
    column += length + !line_begins;
    line_begins = false;
    text += length;
  }
  fputc('\n', to);
}

// A default as a planner would write it: with a comma in Norwegian.
static const char *fallback_print(struct arena *arena, const char *fallback) {
  char *text = arena_text(arena, fallback, strlen(fallback));
  if (language_now() == LANGUAGE_NB && strspn(text, "0123456789.") == strlen(text) && strchr(text, '.'))
    *strchr(text, '.') = ',';
  return text;
}

static const char *column_rule(struct arena *arena, const struct column *column) {
  if (column->key)
    return column->required   ? _("key")
           : column->fallback ? arena_printf(arena, _("key, default %s"),
                                             fallback_print(arena, own_cell(arena, column, column->fallback)))
                              : _("key, may be blank");
  if (column->required)
    return _("required");
  return column->fallback
             ? arena_printf(arena, _("default %s"), fallback_print(arena, own_cell(arena, column, column->fallback)))
             : _("may be blank");
}

static int letters_of(const char *text) {
  int letters = 0;
  for (; *text; text++)
    letters += (*text & 0xC0) != 0x80;
  return letters;
}

// The word in the language; in Norwegian with the English one beside it.
static const char *word_shown(struct arena *arena, const struct column *column, const char *word) {
  const char *own = own_word(column, word);
  return strcmp(own, word) == 0 ? word : arena_printf(arena, "%s (%s)", own, word);
}

// Words that explain themselves, in one line.
static bool print_plain_words(const struct printer *p, const struct column *column) {
  const char *words = "";
  for (const struct choice *choice = column->choices; choice->word; choice++) {
    if (choice->meaning[0])
      return false;
    words = arena_printf(p->reader.arena, "%s%s%s", words, words[0] ? ", " : "",
                         word_shown(p->reader.arena, column, choice->word));
  }
  int used = fprintf(p->to, "%*s", MEANING_INDENT + 2, "");
  print_wrapped(p->to, used, used, words);
  return true;
}

static void print_choices(const struct printer *p, const struct column *column) {
  enum { WORD_WIDTH = 16 };
  if (print_plain_words(p, column))
    return;
  for (const struct choice *choice = column->choices; choice->word; choice++) {
    const char *word = word_shown(p->reader.arena, column, choice->word),
               *meaning = choice->meaning[0] ? _(choice->meaning) : "";
    int blanks = meaning[0] && letters_of(word) < WORD_WIDTH ? WORD_WIDTH - letters_of(word) : meaning[0] != 0;
    fprintf(p->to, "%*s%s%*s", MEANING_INDENT + 2, "", word, blanks, "");
    int used = MEANING_INDENT + 2 + letters_of(word) + blanks;
    print_wrapped(p->to, used, used, meaning);
  }
}

// The name in the language; in Norwegian with the English one beside it.
static const char *name_padded(struct arena *arena, const struct table *table, const struct column *column) {
  const char *name = column->name;
  if (language_now() == LANGUAGE_NB && norwegian_name(table->name, name))
    name = arena_printf(arena, "%s (%s)", norwegian_name(table->name, name), name);
  int letters = letters_of(name);
  int blanks = letters < NAME_WIDTH - 3 ? NAME_WIDTH - 3 - letters : 0;
  return arena_printf(arena, "%s%*s ", name, blanks, "");
}

// The usual range, outside which a number is doubted; "" where there is none.
static const char *usual_print(const struct printer *p, struct column column) {
  if (!column.usual_most || (column.usual_least <= column.least && column.usual_most >= column.most))
    return "";
  column.least = column.usual_least;
  column.most = column.usual_most;
  return arena_printf(p->reader.arena, _("; usually %s"), column_range_print(&p->reader, &column));
}

static void print_column(const struct printer *p, const struct table *table, const struct column *column) {
  const char *range = column_range_print(&p->reader, column);
  const char *usual = usual_print(p, *column), *name = name_padded(p->reader.arena, table, column);
  char *line = arena_printf(p->reader.arena, "  %s%s; %s", name, column_rule(p->reader.arena, column),
                            range[0] ? range : _(column->unit));
  bool fits = letters_of(line) + letters_of(usual) <= WIDTH;
  fprintf(p->to, fits ? "%s%s\n" : "%s;\n      %s\n", line, fits ? usual : usual + strlen("; "));
  fprintf(p->to, "%*s", MEANING_INDENT, "");
  print_wrapped(p->to, MEANING_INDENT, MEANING_INDENT, _(column->meaning));
  if (column->choices && column->choices != rate_words)
    print_choices(p, column);
}

static void print_table(const struct printer *p, const struct table *table) {
  struct arena *arena = p->reader.arena;
  const char *rule = table->required ? _("required") : _("optional");
  if (table->editable)
    rule = arena_printf(arena, _("%s; edits call it `%s`"), rule, table->name);
  print_wrapped(p->to, 0, 2, arena_printf(arena, "%s (%s): %s", table->file, rule, _(table->meaning)));
  for (size_t c = 0; c < table->column_count; c++)
    print_column(p, table, &table->columns[c]);
  fputc('\n', p->to);
}

const char *column_note(struct arena *arena, const struct column *column) {
  static const struct tables none;
  struct printer p = {
      .reader = {.arena = arena, .tables = &none, .decimal = language_now() == LANGUAGE_NB ? ',' : '.'}};
  const char *range = column_range_print(&p.reader, column);
  const char *note = arena_printf(arena, "%s\n%s; %s%s", _(column->meaning), column_rule(arena, column),
                                  range[0] ? range : _(column->unit), usual_print(&p, *column));
  for (const struct choice *choice = column->choices; choice && choice->word; choice++)
    note = arena_printf(arena, "%s\n%s%s%s", note, own_word(column, choice->word), choice->meaning[0] ? ": " : "",
                        choice->meaning[0] ? _(choice->meaning) : "");
  return note;
}

static const char *number_print(const struct printer *p, int64_t value_e6) {
  struct column column = {.kind = CELL_DECIMAL, .digits = 6};
  return cell_print(&p->reader, &column, (struct cell){.number = value_e6});
}

static void print_rate(const struct printer *p, const struct rate_meaning *rate) {
  struct arena *arena = p->reader.arena;
  const char *rule = rate->required ? _("required")
                     : rate->fallback_e6 == NOT_GIVEN
                         ? _("no default")
                         : arena_printf(arena, _("default %s"), number_print(p, rate->fallback_e6));
  const char *range = arena_printf(arena, _("%s to %s %s"), number_print(p, rate->least_e6),
                                   digits_grouped(arena, number_print(p, rate->most_e6)), _(rate->unit));
  const char *usual =
      arena_printf(arena, _("; usually %s"),
                   arena_printf(arena, _("%s to %s %s"), digits_grouped(arena, number_print(p, rate->usual_least_e6)),
                                digits_grouped(arena, number_print(p, rate->usual_most_e6)), _(rate->unit)));
  fprintf(p->to, "  %-*s %s; %s%s", NAME_WIDTH - 3, rate->word, rule, range, usual);
  if (rate->key[0])
    fputs(strcmp(rate->key, "zone") == 0 ? _("; applies to a zone") : _("; applies to a category"), p->to);
  fprintf(p->to, "\n%*s", MEANING_INDENT, "");
  print_wrapped(p->to, MEANING_INDENT, MEANING_INDENT, _(rate->meaning));
}

static void print_ranges(const struct printer *p) {
  struct arena *arena = p->reader.arena;
  fputc('\n', p->to);
  print_wrapped(
      p->to, 0, 0,
      _("Ranges of numbers in rows marked assumed, where low and high are blank (`run --draws`): the number is drawn "
        "from a triangle between them, itself most likely. The widths are assumptions too. The first column given "
        "in a row is the one that a bare number in low and high is of."));
  for (const struct range_default *d = range_defaults; d->column; d++) {
    const char *name = arena_printf(arena, "%s.%s", table_of(d->table)->name, d->column);
    fprintf(p->to, "  %-*s -%d %% +%d %%\n%*s", NAME_WIDTH - 3, name, d->less_percent, d->more_percent, MEANING_INDENT,
            "");
    const char *with = d->with ? arena_printf(arena, _("; moves with %s of the row"), d->with) : "";
    print_wrapped(p->to, MEANING_INDENT, MEANING_INDENT, arena_printf(arena, "%s%s", _(d->reason), with));
  }
}

const char *columns_introduction(void) {
  return _(
      "A scenario is a folder of CSV files or workbooks (.xlsx, .ods), or one workbook with a sheet for every table. Files and "
      "sheets are called as the tables here or by their Norwegian names; what begins with # is a remark. Columns stand in any order; a column `note` may hold anything; "
      "rows that begin with # are comments. A blank cell means the default. Numbers are shown here with a "
      "decimal point; settings.csv says which sign the scenario uses. Columns and settings may be called by "
      "their Norwegian names too, which `rotacost columns --lang nb` lists. A number beyond what is usual is "
      "read, with a warning that names the likely slip; 0 is never doubted.");
}

void columns_print(FILE *to) {
  static const struct tables none;
  struct printer p = {
      .to = to,
      .reader = {.arena = arena_new(), .tables = &none, .decimal = language_now() == LANGUAGE_NB ? ',' : '.'}};
  print_wrapped(to, 0, 0, columns_introduction());
  fputc('\n', to);
  for (int t = 0; t < TABLE_COUNT; t++)
    print_table(&p, table_of((enum table_id)t));
  print_wrapped(to, 0, 0, _("Rates of rates.csv:"));
  for (int r = 0; r < RATE_COUNT; r++)
    print_rate(&p, rate_meaning_of((enum rate_id)r));
  print_ranges(&p);
  arena_free(p.reader.arena);
}
