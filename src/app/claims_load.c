// SPDX-License-Identifier: GPL-3.0-or-later
// From the paper's rows to rows of measures.csv, claims.csv and amounts.csv.
#include <stdlib.h>
#include <string.h>

#include "app/claims.h"
#include "base/language.h"
#include "base/words.h"
#include "calendar/fiscal.h"
#include "paper/meaning.h"
#include "paper/parts.h"
#include "report/terminal.h"
#include "scenario/append.h"
#include "scenario/called.h"
#include "scenario/cells.h"
#include "scenario/norwegian.h"
#include "scenario/rows_settings.h"
#include "scenario/settings.h"
#include "text/cell.h"

enum { OF_MEASURES, OF_CLAIMS, OF_AMOUNTS, TARGETS };
static const enum table_id target_ids[TARGETS] = {TABLE_MEASURES, TABLE_CLAIMS, TABLE_AMOUNTS};
static const char *const new_columns[TARGETS][9] = {
    {"measure", "title", "unit", "responsibility", "nature", "start", "note", "source"},
    {"measure", "year", "amount_kr", "basis", "fte", "source"},
    {"measure", "line", "saving_kr_per_year", "from", "to", "accrual", "source"}};

struct known_measure {
  const char *code, *title, *unit; // title and unit folded
  bool taken;                      // by a row of the paper
};

struct loading {
  struct arena *arena;
  const char *folder;
  const struct paper *paper;
  struct problems *problems;
  struct settings_row settings;
  struct tables called; // only the names of the tables are used
  char decimal;
  struct append_dialect dialect; // of new tables
  struct append *targets[TARGETS];
  struct known_measure *measures;
  size_t measure_count, measure_room, known_count; // known_count: of the scenario as it is
  struct word_index *codes, *claims_by_source, *claims_by_key;
  size_t added[NATURES], matched, there_already;
  const char *staffing; // codes of measures that need edits
};

// ---------------------------------------------------------------- what is there

static const char *fold(const struct loading *l, const char *text) { return paper_folded(l->arena, text); }

// By the head of its settings.
static bool is_norwegian(const struct sheet *sheet) {
  const char *setting = norwegian_name("settings", "setting");
  for (int cell = 0; cell < sheet->header.cell_count; cell++)
    if (!strcmp(sheet->header.cells[cell], setting))
      return true;
  return false;
}

static bool read_settings(struct loading *l, const struct table_store *store) {
  struct place at = {.file = l->folder};
  if (!store_has(store, TABLE_SETTINGS)) {
    problem_add(l->problems, at, NULL, "no settings.csv in it: name a scenario's folder; `rotacost new` writes one");
    return false;
  }
  struct sheet *sheet = store_sheet(store, TABLE_SETTINGS, l->problems);
  const struct setting_lines *lines = sheet ? setting_lines_read(l->arena, sheet, l->problems) : NULL;
  if (!lines)
    return false;
  settings_parse(l->arena, lines, &l->settings, l->problems);
  l->decimal = setting_decimal(lines);
  l->dialect = (struct append_dialect){sheet->separator, sheet->byte_order_mark, is_norwegian(sheet)};
  return !l->problems->error_count;
}

static struct known_measure *add_measure(struct loading *l, const char *code, const char *title, const char *unit) {
  struct known_measure *known = arena_push(l->arena, &l->measures, &l->measure_count, &l->measure_room, sizeof *known);
  *known = (struct known_measure){code, fold(l, title), fold(l, unit), false};
  word_put(l->codes, code, l->measure_count);
  return known;
}

static bool open_scenario(struct loading *l) {
  const struct table_store *store = store_open(l->arena, l->folder, l->problems);
  if (store)
    tables_note_called(l->arena, &l->called, store, NULL, l->problems);
  if (!store || l->problems->error_count || !read_settings(l, store))
    return false;
  for (int t = 0; t < TARGETS; t++)
    if (!(l->targets[t] =
              append_open(l->arena, store, l->folder, target_ids[t], new_columns[t], l->dialect, l->problems)))
      return false;
  const struct append *measures = l->targets[OF_MEASURES];
  const struct sheet *sheet = append_sheet(measures);
  for (size_t i = 0; sheet && i < sheet->row_count; i++)
    add_measure(l, append_cell(measures, &sheet->rows[i], "measure"), append_cell(measures, &sheet->rows[i], "title"),
                append_cell(measures, &sheet->rows[i], "unit"));
  l->known_count = l->measure_count;
  return true;
}

// ---------------------------------------------------------------- lines

static void add_line(struct loading *l, int t, const struct append_value *values) {
  append_row(l->targets[t], values, l->problems);
}

// number / 10^digits without trailing zeros.
static const char *decimal_text(const struct loading *l, int64_t number, int digits) {
  while (digits && number % 10 == 0)
    number /= 10, digits--;
  int64_t power = 1;
  for (int i = 0; i < digits; i++)
    power *= 10;
  const char *sign = number < 0 ? "-" : "";
  int64_t size = llabs(number);
  if (!digits)
    return arena_printf(l->arena, "%s%lld", sign, (long long)size);
  return arena_printf(l->arena, "%s%lld%c%0*lld", sign, (long long)(size / power), l->decimal, digits,
                      (long long)(size % power));
}

// In the form given by the settings claims_in and savings_are.
static const char *amount_text(const struct loading *l, int64_t saving_ore) {
  enum { ORE_DIGITS = 2 };
  struct claims_dialect dialect = claims_dialect_of(&l->settings);
  return decimal_text(l, dialect.minus ? -saving_ore : saving_ore, ORE_DIGITS + dialect.digits);
}

static const char *year_text(const struct loading *l, int year) { return fiscal_year_name(l->arena, year); }

static const char *day_text(const struct loading *l, day_number day) {
  struct civil_date date = date_from_day(day);
  return arena_printf(l->arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

// ---------------------------------------------------------------- measures

static const char *free_code(const struct loading *l, const char *title) {
  const char *code = paper_code(l->arena, title), *tried = code;
  for (int n = 2; word_find(l->codes, tried) != WORD_NONE; n++)
    tried = arena_printf(l->arena, "%s_%d", code, n);
  return tried;
}

static const char *trace_of(const struct loading *l, const struct paper_row *row, int column) {
  return paper_trace(l->paper, row->row, column < 0 ? 0 : column);
}

// The measure of a claim that was taken from this row earlier; NULL: none.
static const char *traced_measure(const struct loading *l, const struct paper_row *row) {
  const struct append *claims = l->targets[OF_CLAIMS];
  for (int y = 0; y < l->paper->year_count; y++) {
    size_t i = row->column_of[y] < 0 ? WORD_NONE : word_find(l->claims_by_source, trace_of(l, row, row->column_of[y]));
    if (i != WORD_NONE)
      return append_cell(claims, &append_sheet(claims)->rows[i], "measure");
  }
  return NULL;
}

// The scenario's own measure that the row is of: by its title, and by the unit where titles are alike, or by the row it
// was taken from.
static struct known_measure *find_measure(struct loading *l, const struct paper_row *row) {
  const char *title = fold(l, row->title), *unit = fold(l, row->unit);
  struct known_measure *found = NULL, *of_unit = NULL;
  size_t alike = 0, alike_unit = 0;
  for (size_t m = 0; m < l->known_count; m++) {
    struct known_measure *known = &l->measures[m];
    if (known->taken || strcmp(known->title, title) != 0)
      continue;
    found = known;
    alike++;
    if (!strcmp(known->unit, unit))
      of_unit = known, alike_unit++;
  }
  const char *traced = alike ? traced_measure(l, row) : NULL;
  for (size_t m = 0; traced && m < l->known_count; m++)
    if (!strcmp(l->measures[m].code, traced) && !l->measures[m].taken)
      return &l->measures[m];
  if (alike_unit == 1)
    return of_unit;
  return alike == 1 && (!*unit || !*found->unit) ? found : NULL;
}

static bool is_of_year(const struct loading *l, int y) {
  int year = l->paper->years[y];
  return year >= l->settings.first_year && year <= l->settings.last_year;
}

static int first_year_of(const struct loading *l, const struct paper_row *row) {
  for (int y = 0; y < l->paper->year_count; y++)
    if (row->printed[y] != NOT_GIVEN && is_of_year(l, y))
      return y;
  return -1;
}

static const char *one_line(const struct loading *l, const char *text) {
  char *line = arena_text(l->arena, text, strlen(text));
  for (char *at = line; *at; at++)
    *at = *at == '\n' || *at == '\t' ? ' ' : *at;
  return line;
}

static const char *natures[] = {
    [NATURE_ROTA] = "rota",          [NATURE_NEED] = "need",     [NATURE_POSITION] = "position",
    [NATURE_AMOUNT] = "amount",      [NATURE_INCOME] = "income", [NATURE_ONE_OFF] = "one_off",
    [NATURE_YEAR_ROTA] = "year_rota"};

static bool changes_staffing(enum nature nature) { return nature == NATURE_ROTA || nature == NATURE_POSITION; }

static struct known_measure *new_measure(struct loading *l, const struct paper_row *row, enum nature nature) {
  const char *code = free_code(l, row->title), *trace = trace_of(l, row, row->title_column);
  const char *start = day_text(l, fiscal_first_day(l->paper->years[first_year_of(l, row)]));
  bool staffing = changes_staffing(nature);
  const char *said = staffing ? _("start assumed: the first day of the first year with an amount") : "";
  const char *note = one_line(l, row->note);
  if (staffing)
    note = arena_printf(l->arena, *note ? "%s (%s; %s)" : "%s%s; %s", note, trace, said);
  add_line(l, OF_MEASURES,
           (const struct append_value[]){{"measure", code},
                                         {"title", one_line(l, row->title)},
                                         {"unit", one_line(l, row->unit)},
                                         {"responsibility", one_line(l, row->cost_centre)},
                                         {"nature", natures[nature]},
                                         {"start", start},
                                         {"note", note},
                                         {"source", staffing ? "assumed" : trace},
                                         {NULL, NULL}});
  l->added[nature]++;
  if (staffing)
    l->staffing = l->staffing ? arena_printf(l->arena, "%s %s", l->staffing, code) : code;
  return add_measure(l, code, row->title, row->unit);
}

// ---------------------------------------------------------------- claims and amounts

static const char *claim_key(const struct loading *l, const char *measure, const char *year) {
  return arena_printf(l->arena, "%s %s", measure, year);
}

// The claim of this measure and year that the scenario has; NULL: none.
static const struct sheet_row *claim_there(const struct loading *l, const char *measure, int year) {
  size_t i = word_find(l->claims_by_key, claim_key(l, measure, year_text(l, year)));
  return i == WORD_NONE ? NULL : &append_sheet(l->targets[OF_CLAIMS])->rows[i];
}

static void index_claims(struct loading *l) {
  const struct append *claims = l->targets[OF_CLAIMS];
  const struct sheet *sheet = append_sheet(claims);
  for (size_t i = 0; sheet && i < sheet->row_count; i++) {
    const struct sheet_row *row = &sheet->rows[i];
    word_put(l->claims_by_source, append_cell(claims, row, "source"), i);
    word_put(l->claims_by_key, claim_key(l, append_cell(claims, row, "measure"), append_cell(claims, row, "year")), i);
  }
}

static bool same_amount(const struct loading *l, const char *a, const char *b) {
  enum { DIGITS = 8 };
  int64_t x, y;
  const char *why;
  return cell_decimal(a, l->decimal, DIGITS, &x, &why) && cell_decimal(b, l->decimal, DIGITS, &y, &why) && x == y;
}

// False: there is one already, which is kept.
static bool claim_is_new(struct loading *l, const struct paper_row *row, int y, const char *measure,
                         const char *amount) {
  const struct sheet_row *there = claim_there(l, measure, l->paper->years[y]);
  if (!there)
    return true;
  const char *known = append_cell(l->targets[OF_CLAIMS], there, "amount_kr");
  if (same_amount(l, known, amount))
    l->there_already++;
  else
    problem_doubt(l->problems, paper_place(l->paper, row->row, row->column_of[y]), row->title,
                  "%s here, but %s on line %d of %s, which stays: correct one of them", amount, *known ? known : "-",
                  there->line, append_file(l->targets[OF_CLAIMS]));
  return false;
}

static void add_claims(struct loading *l, const struct paper_row *row, const char *measure) {
  int first = first_year_of(l, row);
  for (int y = 0; y < l->paper->year_count; y++) {
    if (row->printed[y] == NOT_GIVEN || !is_of_year(l, y))
      continue;
    int64_t saving_ore = paper_saving_ore(l->paper, row->printed[y]);
    const char *amount = amount_text(l, saving_ore), *fte = "";
    bool minus = claims_dialect_of(&l->settings).minus != (saving_ore < 0);
    if (y == first && row->fte_milli != NOT_GIVEN)
      fte = decimal_text(l, minus ? -row->fte_milli : row->fte_milli, 3);
    if (claim_is_new(l, row, y, measure, amount))
      add_line(l, OF_CLAIMS,
               (const struct append_value[]){{"measure", measure},
                                             {"year", year_text(l, l->paper->years[y])},
                                             {"amount_kr", amount},
                                             {"basis", "in_year"},
                                             {"fte", fte},
                                             {"source", trace_of(l, row, row->column_of[y])},
                                             {NULL, NULL}});
  }
}

struct stretch {   // of years with one amount
  int first, last; // indices
  int64_t saving_ore;
};

static void add_amount(struct loading *l, const struct paper_row *row, const char *measure, enum nature nature,
                       struct stretch s) {
  bool once = nature == NATURE_ONE_OFF, adds = l->settings.claims_are == CLAIMS_INCREMENTAL;
  bool open = once || adds || s.last == l->paper->year_count - 1;
  const char *line = paper_amount_line(l->arena, row, nature);
  add_line(l, OF_AMOUNTS,
           (const struct append_value[]){{"measure", measure},
                                         {"line", line},
                                         {"saving_kr_per_year", amount_text(l, s.saving_ore)},
                                         {"from", day_text(l, fiscal_first_day(l->paper->years[s.first]))},
                                         {"to", open ? "" : day_text(l, fiscal_last_day(l->paper->years[s.last]))},
                                         {"accrual", once ? "once" : "months"},
                                         {"source", trace_of(l, row, row->column_of[s.first])},
                                         {NULL, NULL}});
}

// Columns that are increments each add an amount from their year on; columns that are whole changes each hold for their
// year.
static void add_amounts(struct loading *l, const struct paper_row *row, const char *measure, enum nature nature) {
  bool apart = nature == NATURE_ONE_OFF || l->settings.claims_are == CLAIMS_INCREMENTAL;
  for (int y = 0; y < l->paper->year_count; y++) {
    if (row->printed[y] == NOT_GIVEN || !is_of_year(l, y))
      continue;
    struct stretch s = {y, y, paper_saving_ore(l->paper, row->printed[y])};
    while (!apart && s.last + 1 < l->paper->year_count && row->printed[s.last + 1] == row->printed[y] &&
           l->paper->years[s.last + 1] == l->paper->years[s.last] + 1)
      s.last++;
    add_amount(l, row, measure, nature, s);
    y = s.last;
  }
}

static void take_measure(struct loading *l, const struct paper_row *row) {
  struct known_measure *known = find_measure(l, row);
  enum nature nature = paper_nature(l->arena, row);
  if (first_year_of(l, row) < 0)
    return; // reported with its year
  if (known) {
    known->taken = true;
    l->matched++;
    add_claims(l, row, known->code);
    return;
  }
  const char *code = new_measure(l, row, nature)->code;
  add_claims(l, row, code);
  if (!changes_staffing(nature))
    add_amounts(l, row, code, nature);
}

// The last sum over the whole table is the sum that the paper prints.
static void take_sum(struct loading *l) {
  const struct paper_row *sum = NULL;
  for (size_t i = 0; i < l->paper->row_count; i++)
    if (l->paper->rows[i].kind == PAPER_SUM && l->paper->rows[i].whole)
      sum = &l->paper->rows[i];
  struct paper_row row;
  if (!sum)
    return;
  row = *sum;
  row.fte_milli = NOT_GIVEN;
  add_claims(l, &row, "");
}

static void tell_years(struct loading *l) {
  for (int y = 0; y < l->paper->year_count; y++)
    if (!is_of_year(l, y))
      problem_doubt(l->problems, (struct place){.file = l->paper->file}, YEAR_NAME(l->paper->years[y]),
                    "no year of the scenario, and not taken: settings.csv has %s to %s",
                    YEAR_NAME(l->settings.first_year), YEAR_NAME(l->settings.last_year));
}

// The table may say itself how its years are meant.
static void tell_other_reading(struct loading *l) {
  bool incremental = l->settings.claims_are == CLAIMS_INCREMENTAL;
  const char *other = incremental ? l->paper->totals_from : l->paper->increments_from;
  if (!other || (l->paper->totals_from && l->paper->increments_from))
    return;
  problem_doubt(l->problems, (struct place){.file = l->paper->file}, other, "%s",
                incremental
                    ? _("by this text a year's amount is the whole change, but claims_are in settings.csv is "
                        "incremental: write base there, or take the table into a scenario of its own")
                    : _("by this text a year's amount is added to the years before it, but claims_are in "
                        "settings.csv is base: write incremental there, or take the table into a scenario of its "
                        "own"));
}

static bool write_targets(struct loading *l) {
  const char *why = append_write(l->arena, l->targets, TARGETS);
  if (why)
    fprintf(stderr, _("rotacost: cannot write into %s: %s\n"), terminal_text(l->arena, l->folder), why);
  return !why;
}

// ---------------------------------------------------------------- told

static const char *called(const struct loading *l, const char *file) {
  return terminal_text(l->arena, tables_called(l->arena, &l->called, file));
}

static void tell_read(const struct loading *l, const struct terminal *out) {
  const struct paper *paper = l->paper;
  size_t sums = 0, good = 0, unknown = 0;
  for (size_t i = 0; i < paper->row_count; i++) {
    sums += paper->rows[i].kind == PAPER_SUM;
    good += paper->rows[i].kind == PAPER_SUM && paper->rows[i].adds_up;
    unknown += paper->rows[i].kind == PAPER_UNKNOWN;
  }
  const char *unit = paper->unit_digits == 6 ? _("million kr") : paper->unit_digits == 3 ? _("1000 kr") : _("kr");
  terminal_say(out, _("%s: amounts in %s (%s).\n"), terminal_text(l->arena, paper->file), unit,
               terminal_text(l->arena, paper->unit_from));
  terminal_say(out,
               paper->sign == PAPER_SAVINGS_NEGATIVE ? _("A saving has a minus (%s).\n")
                                                     : _("A saving has no sign (%s).\n"),
               terminal_text(l->arena, paper->sign_from));
  terminal_say(out, _("A year's amount %s (claims_are in %s).\n"),
               l->settings.claims_are == CLAIMS_INCREMENTAL ? _("is added to the years before it")
                                                            : _("is the whole change against today's budget"),
               called(l, "settings.csv"));
  terminal_say(out, _("Rows of measures: %zu. Sums: %zu, of which %zu add up. Not taken: %zu.\n"), paper->measure_count,
               sums, good, unknown);
}

static void tell_written(const struct loading *l, const struct terminal *out) {
  for (int t = 0; t < TARGETS; t++) {
    unsigned long count = append_count(l->targets[t]);
    terminal_say(
        out,
        append_sheet(l->targets[t])
            ? ngettext("%s: %lu row added below what is there.\n", "%s: %lu rows added below what is there.\n", count)
            : ngettext("%s: written new, %lu row.\n", "%s: written new, %lu rows.\n", count),
        terminal_text(l->arena, append_file(l->targets[t])), count);
  }
  if (l->matched)
    terminal_say(out, _("Measures that the scenario has already: %zu; claims that it has already: %zu.\n"), l->matched,
                 l->there_already);
  terminal_say(out,
               _("New by their words: amounts %zu, income %zu, once %zu, positions %zu, rotas %zu: correct `nature` "
                 "where it is wrong.\n"),
               l->added[NATURE_AMOUNT], l->added[NATURE_INCOME], l->added[NATURE_ONE_OFF], l->added[NATURE_POSITION],
               l->added[NATURE_ROTA]);
  if (l->staffing)
    terminal_say(out, _("Not testable before %s says what they change: %s.\n"), called(l, "edits.csv"), l->staffing);
  const char *folder = terminal_text(l->arena, l->folder);
  terminal_say(out, _("Then: rotacost check %s\n"), folder);
}

enum exit_status claims_load(struct arena *arena, const struct options *options, const struct paper *paper,
                             struct problems *told) {
  struct loading l = {.arena = arena, .folder = options->into, .paper = paper, .problems = problems_new(arena)};
  struct terminal out = {terminal_width(stdout), stdout};
  (void)told;
  l.codes = word_index_new(arena);
  l.claims_by_source = word_index_new(arena);
  l.claims_by_key = word_index_new(arena);
  bool good = open_scenario(&l);
  if (good) {
    index_claims(&l);
    tell_years(&l);
    tell_other_reading(&l);
    for (size_t i = 0; i < paper->row_count; i++)
      if (paper->rows[i].kind == PAPER_MEASURE)
        take_measure(&l, &paper->rows[i]);
    take_sum(&l);
  }
  problems_print(l.problems, stderr);
  if (!good || l.problems->error_count || (options->strict && l.problems->doubt_count))
    return EXIT_BAD_INPUT;
  if (!write_targets(&l))
    return EXIT_NO_RESULT;
  tell_read(&l, &out);
  tell_written(&l, &out);
  return EXIT_DONE;
}
