// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ctype.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/example.h"
#include "audit/accounts.h"
#include "audit/bridge.h"
#include "audit/class.h"
#include "audit/compliance.h"
#include "audit/effect.h"
#include "audit/reverse.h"
#include "audit/rules.h"
#include "audit/schools.h"
#include "base/language.h"
#include "report/datapackage.h"
#include "report/demand.h"
#include "report/format.h"
#include "report/gathered.h"
#include "report/glossary.h"
#include "report/labels.h"
#include "report/levels.h"
#include "report/results.h"
#include "report/rota.h"
#include "report/terminal.h"
#include "scenario/agreement.h"
#include "scenario/cells.h"
#include "scenario/norwegian.h"
#include "scenario/scenario.h"
#include "support/audited.h"
#include "support/small_scenario.h"
#include "text/sheet.h"

static struct arena *arena;

static int begin(void **state) {
  (void)state;
  arena = arena_new();
  language_prefer(LANGUAGE_EN);
  return 0;
}

static int end(void **state) {
  (void)state;
  language_prefer(LANGUAGE_EN);
  arena_free(arena);
  return 0;
}

// ---------------------------------------------------------------- choice

static void test_catalogue_is_found_and_left_again(void **state) {
  (void)state;
  assert_string_equal(_("Measure"), "Measure");
  assert_true(language_prefer(LANGUAGE_NB));
  assert_int_equal(language_now(), LANGUAGE_NB);
  assert_string_equal(_("Measure"), "Tiltak");
  assert_string_equal(_("not reached"), "nås ikke");
  assert_true(language_prefer(LANGUAGE_EN));
  assert_string_equal(_("Measure"), "Measure");
}

static void test_numbers_keep_their_locale(void **state) {
  (void)state;
  char text[16];
  language_prefer(LANGUAGE_NB);
  snprintf(text, sizeof text, "%.1f", 1.5);
  assert_string_equal(text, "1.5");
  assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
  assert_string_equal(setlocale(LC_CTYPE, NULL), "C");
}

static void test_codes(void **state) {
  (void)state;
  enum language language = LANGUAGES;
  assert_string_equal(language_code(LANGUAGE_NB), "nb");
  assert_true(language_of_code("nb", &language));
  assert_int_equal(language, LANGUAGE_NB);
  assert_true(language_of_code("en", &language));
  assert_int_equal(language, LANGUAGE_EN);
  assert_false(language_of_code("no", &language));
  assert_false(language_of_code("", &language));
}

static void test_environment(void **state) {
  (void)state;
  static const struct {
    const char *all, *messages, *lang;
    enum language wanted;
  } cases[] = {
      {"nb_NO.UTF-8", "", "", LANGUAGE_NB},
      {"nn_NO", "", "", LANGUAGE_NB},
      {"no", "", "", LANGUAGE_NB},
      {"", "nb_NO", "en_GB.UTF-8", LANGUAGE_NB},
      {"", "", "nb_NO.UTF-8", LANGUAGE_NB},
      {"C", "nb_NO", "nb_NO", LANGUAGE_EN}, // LC_ALL stands above all others
      {"", "en_GB.UTF-8", "nb_NO", LANGUAGE_EN},
      {"", "", "", LANGUAGE_EN},
      {"non_XX", "", "", LANGUAGE_EN},
      {"sv_SE.UTF-8", "", "", LANGUAGE_EN},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    setenv("LC_ALL", cases[i].all, 1);
    setenv("LC_MESSAGES", cases[i].messages, 1);
    setenv("LANG", cases[i].lang, 1);
    assert_int_equal(language_of_environment(), cases[i].wanted);
  }
}

// ---------------------------------------------------------------- formats

#define NB NO_BREAK_SPACE

static void assert_in(enum language language, const char *found, const char *wanted) {
  assert_int_equal(language_now(), language);
  assert_string_equal(found, wanted);
}

static void test_numbers(void **state) {
  (void)state;
  static const struct {
    enum language language;
    const char *kr, *decimal, *percent, *lost, *gained;
  } cases[] = {
      {LANGUAGE_NB, "1" NB "500" NB "000" NB "kr", MINUS_SIGN "1" NB "234,5", "12,5" NB "%", MINUS_SIGN "3", "+2,0"},
      {LANGUAGE_EN, "1" NB "500" NB "000" NB "kr", MINUS_SIGN "1" NB "234.5", "12.5%", MINUS_SIGN "3", "+2.0"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    enum language language = cases[i].language;
    language_prefer(language);
    assert_in(language, format_kr(arena, 150000049), cases[i].kr);
    assert_in(language, format_decimal(arena, -12345, 1), cases[i].decimal);
    assert_in(language, format_percent(arena, 125, 1), cases[i].percent);
    assert_in(language, format_signed(arena, -3, 0), cases[i].lost);
    assert_in(language, format_signed(arena, 20, 1), cases[i].gained);
    assert_in(language, format_signed(arena, 0, 0), "0");
    assert_in(language, format_kr(arena, FIELD_BLANK), "");
    assert_in(language, format_percent(arena, FIELD_BLANK, 0), "");
    assert_in(language, format_signed_kr(arena, FIELD_BLANK), "");
  }
  assert_in(LANGUAGE_EN, format_signed_kr(arena, -4950), MINUS_SIGN "50" NB "kr");
  assert_in(LANGUAGE_EN, format_integer(arena, INT64_MAX), "9" NB "223" NB "372" NB "036" NB "854" NB "775" NB "807");
}

static void test_dates(void **state) {
  (void)state;
  day_number first = day_from_date(2024, 6, 1), last = day_from_date(2024, 6, 30), may = day_from_date(2024, 5, 17),
             winter = day_from_date(2025, 1, 31);
  language_prefer(LANGUAGE_NB);
  assert_string_equal(format_date(arena, first), "1." NB "juni" NB "2024");
  assert_string_equal(format_date_short(arena, first), "01.06.2024");
  assert_string_equal(format_date_range(arena, first, last), "1.–30." NB "juni" NB "2024");
  assert_string_equal(format_date_range(arena, may, last), "17." NB "mai–30." NB "juni" NB "2024");
  assert_string_equal(format_date_range(arena, first, winter), "1." NB "juni" NB "2024–31." NB "januar" NB "2025");
  assert_string_equal(format_weekday(SATURDAY), "lørdag");
  assert_string_equal(format_weekday_short(SATURDAY), "lør.");
  assert_string_equal(format_month_short(12), "des.");
  language_prefer(LANGUAGE_EN);
  assert_string_equal(format_date(arena, first), "1" NB "June" NB "2024");
  assert_string_equal(format_date_short(arena, first), "2024-06-01");
  assert_string_equal(format_date_range(arena, first, last), "1–30" NB "June" NB "2024");
  assert_string_equal(format_date_range(arena, first, first), "1" NB "June" NB "2024");
  assert_string_equal(format_date_range(arena, DAY_NONE, last), "30" NB "June" NB "2024");
  assert_string_equal(format_date(arena, DAY_NONE), "");
  assert_string_equal(format_date_short(arena, FIELD_BLANK), "");
}

static const char *field_of(const char *name, enum field_kind kind, union field value) {
  return format_field(arena, &(struct field_column){name, kind, 2}, value);
}

static void test_fields(void **state) {
  (void)state;
  language_prefer(LANGUAGE_NB);
  assert_string_equal(field_of("year", FIELD_INTEGER, (union field){.number = 2024}), "2024");
  assert_string_equal(field_of("days", FIELD_INTEGER, (union field){.number = -9999}), MINUS_SIGN "9999");
  assert_string_equal(field_of("days", FIELD_INTEGER, (union field){.number = 10000}), "10" NB "000");
  assert_string_equal(field_of("days", FIELD_INTEGER, (union field){.number = FIELD_BLANK}), "");
  assert_string_equal(field_of("fte", FIELD_DECIMAL, (union field){.number = 190}), "1,90");
  assert_string_equal(field_of("cost_kr", FIELD_KR, (union field){.number = 150000050}), "1" NB "500" NB "001");
  assert_string_equal(field_of("positions", FIELD_CODE, (union field){.text = "kept"}), "beholdt");
  assert_string_equal(field_of("title", FIELD_TEXT, (union field){.text = "kept"}), "kept");
}

// ---------------------------------------------------------------- labels

static void test_labels(void **state) {
  (void)state;
  assert_string_equal(label_of(arena, "verdict", "only_if_more_go"), "only if more positions are removed");
  assert_string_equal(label_of(arena, "flags", "below_norm needs_fte_to_go"), "below the norm, needs more FTE to go");
  assert_string_equal(label_of(arena, "unit", "night"), "night"); // a code of the user
  assert_string_equal(label_of(arena, "line", "night"), "night supplement");
  assert_string_equal(label_of(arena, "easing", "one more nurse"), "one more nurse"); // no list of codes
  assert_string_equal(label_of(arena, "verdict", ""), "");
  language_prefer(LANGUAGE_NB);
  assert_string_equal(label_of(arena, "flags", "below_norm needs_fte_to_go"),
                      "under bemanningsnormen, krever at flere årsverk inndras");
  assert_string_equal(label_of_column(arena, "effect_kr"), "Virkning, kr");
  assert_string_equal(label_of_column(arena, "no_such_column"), "no such column");
}

static void assert_labelled(const char *column, const char *code) {
  if (strcmp(label_of(arena, column, code), code) == 0)
    fail_msg("%s: the code %s has no Norwegian label", column, code);
}

// Codes of the program are in no language: all have a label, and in Norwegian none looks like its code.
static void test_all_codes_have_labels(void **state) {
  (void)state;
  language_prefer(LANGUAGE_NB);
  for (int v = 0; v < VERDICTS; v++)
    assert_labelled("verdict", verdict_name(v));
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    assert_labelled("positions", positions_name(p));
  for (int line = 0; line < LEDGER_LINES; line++)
    assert_labelled("line", ledger_line_name(line));
  for (int group = 0; group < SCHOOL_GROUPS; group++)
    assert_labelled("school_group", school_group_name(group));
  for (int c = 0; c < SAVING_CLASSES; c++) {
    assert_labelled("class", saving_class_name(c));
    assert_labelled("class_short", saving_class_name(c));
  }
  for (int s = 0; s < FINDING_STATUSES; s++)
    assert_labelled("finding", finding_status_name(s));
  for (int s = 0; s < BRIDGE_STEPS; s++) {
    assert_labelled("step", bridge_step_name(s));
    assert_labelled("main_reason", bridge_step_name(s));
  }
  for (size_t r = 0; r < rule_record_count; r++) {
    assert_labelled("rule", rule_records[r].code);
    assert_labelled("counted_in", rule_records[r].counted_in);
  }
  for (int s = 0; s < ACCOUNT_STATUSES; s++)
    assert_labelled("finding", account_status_name(s));
  for (int q = 0; q < REVERSE_QUESTIONS; q++)
    assert_labelled("varied", reverse_question_name(q));
  for (int s = 0; s <= REVERSE_NOT_TESTABLE; s++)
    assert_labelled("finding", reverse_status_name(s));
  for (int a = AGREEMENT_LAW; a <= AGREEMENT_CENTRAL; a++)
    assert_labelled("agreement", agreement_word(a));
  assert_labelled("rota_change", "off_holiday");
  assert_labelled("rota_change", "called");
}

// `need` prints a table that no folder of results has.
static const struct result_table *table_of_need(void) {
  static const struct scenario none;
  return demand_table(arena, &none, NULL, 0);
}

// Nor that of `levels`.
static const struct result_table *table_of_levels(void) {
  static const struct levels none;
  return levels_table(arena, &none);
}

// Nor that of `rota --calendar`.
static const struct result_table *table_of_rota_year(void) {
  static const struct scenario none;
  return rota_year_table(arena, &none, NULL, 0);
}

// Nor those of `gather`.
static const struct result_set *tables_of_gather(void) {
  static const struct gathered none;
  return gathered_tables(arena, &none);
}

static void assert_explained(const struct result_table *table) {
  for (size_t c = 0; c < table->column_count; c++)
    if (!glossary_meaning(table->columns[c].name))
      fail_msg("%s: the column %s is not explained", table->name, table->columns[c].name);
}

static bool is_column_of_any(const struct result_set *set, const char *name) {
  if (result_column(table_of_need(), name) || result_column(table_of_levels(), name) ||
      result_column(table_of_rota_year(), name))
    return true;
  for (size_t i = 0; i < set->count; i++)
    if (result_column(set->tables[i], name))
      return true;
  const struct result_set *gathered = tables_of_gather();
  for (size_t i = 0; i < gathered->count; i++)
    if (result_column(gathered->tables[i], name))
      return true;
  return false;
}

// One name, one meaning, one heading: in the glossary stands every column of the results and nothing else, and no two
// are headed alike.
static void test_the_glossary_is_whole(void **state) {
  (void)state;
  struct folder folder = folder_new();
  const struct scenario *scenario =
      small_scenario_read(arena, &folder, (struct change_of_text[]){{0}}, problems_new(arena));
  folder_remove(&folder);
  const struct audit *audit = audit_everything(scenario);
  const struct result_set *set = results_make(arena, audit);
  for (size_t i = 0; i < set->count; i++)
    assert_explained(set->tables[i]);
  assert_explained(table_of_need());
  assert_explained(table_of_levels());
  assert_explained(table_of_rota_year());
  for (size_t i = 0; i < tables_of_gather()->count; i++)
    assert_explained(tables_of_gather()->tables[i]);
  for (size_t i = 0; glossary_column(i); i++)
    if (!is_column_of_any(set, glossary_column(i)))
      fail_msg("%s is explained and is no column", glossary_column(i));
  for (int nb = 0; nb < 2; nb++, language_prefer(LANGUAGE_NB))
    for (size_t i = 0; glossary_column(i); i++)
      for (size_t j = 0; j < i; j++)
        if (!strcmp(label_of_column(arena, glossary_column(i)), label_of_column(arena, glossary_column(j))))
          fail_msg("%s and %s have one heading", glossary_column(i), glossary_column(j));
}

// What counts has a unit, or is known to have none: datapackage.json tells it.
static void test_every_number_has_its_unit(void **state) {
  (void)state;
  struct folder folder = folder_new();
  const struct scenario *scenario =
      small_scenario_read(arena, &folder, (struct change_of_text[]){{0}}, problems_new(arena));
  folder_remove(&folder);
  const struct result_set *set = results_make(arena, audit_everything(scenario));
  for (size_t i = 0; i < set->count; i++)
    for (size_t c = 0; c < set->tables[i]->column_count; c++) {
      const struct field_column *column = &set->tables[i]->columns[c];
      bool counted = column->kind == FIELD_INTEGER || column->kind == FIELD_KR || column->kind == FIELD_DECIMAL;
      if (counted && !unit_of_column(column->name))
        fail_msg("%s: what %s is counted in is not said", set->tables[i]->name, column->name);
    }
  assert_string_equal(unit_of_column("effect_kr"), "kr");
  assert_string_equal(unit_of_column("night_h_per_week"), "h/week");
  assert_string_equal(unit_of_column("rank"), "");
  assert_null(unit_of_column("reason"));
}

// Every column of every table of results has a heading of its own: those begin with a capital letter.
static void test_all_columns_have_labels(void **state) {
  (void)state;
  struct folder folder = folder_new();
  struct problems *problems = problems_new(arena);
  const struct scenario *scenario = small_scenario_read(arena, &folder, (struct change_of_text[]){{0}}, problems);
  folder_remove(&folder);
  assert_int_equal(problems->error_count, 0);
  const struct audit *audit = audit_everything(scenario);
  for (size_t i = 0; i < result_listing_count; i++) {
    const struct result_table *table = result_listings[i].make(arena, audit);
    for (size_t c = 0; c < table->column_count; c++)
      if (!isupper((unsigned char)label_of_column(arena, table->columns[c].name)[0]))
        fail_msg("%s: the column %s has no label", table->name, table->columns[c].name);
  }
}

// ---------------------------------------------------------------- headers

static void test_norwegian_names_are_whole_and_apart(void **state) {
  (void)state;
  for (int t = 0; t < TABLE_COUNT; t++) {
    const struct table *table = table_of((enum table_id)t);
    for (size_t c = 0; c < table->column_count; c++) {
      const char *name = norwegian_name(table->name, table->columns[c].name);
      if (!name)
        fail_msg("%s: %s has no Norwegian name", table->file, table->columns[c].name);
      assert_true(column_is_called(&table->columns[c], name));
      for (size_t other = 0; other < table->column_count; other++)
        if (other != c && column_is_called(&table->columns[other], name))
          fail_msg("%s: %s means two columns", table->file, name);
    }
  }
}

// Every word of a choice has one Norwegian word in its column, which means no other; it is read as the English one is.
static void test_words_in_norwegian(void **state) {
  (void)state;
  for (int t = 0; t < TABLE_COUNT; t++)
    for (size_t c = 0; c < table_of((enum table_id)t)->column_count; c++) {
      const struct column *column = &table_of((enum table_id)t)->columns[c];
      for (const struct choice *choice = column->choices; choice && choice->word; choice++) {
        const char *own = norwegian_word(column, choice->word);
        int meant = 0;
        for (const struct choice *other = column->choices; own && other->word; other++)
          meant += word_is_called(column, other->word, own, strlen(own));
        if (own && meant != 1)
          fail_msg("%s of %s means %d words", own, column->name, meant);
      }
    }
}

static const struct table *table_of_file(const char *file) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (strcmp(table_of((enum table_id)t)->file, file) == 0)
      return table_of((enum table_id)t);
  return NULL;
}

static const char *in_norwegian(const struct table *table, const char *word) {
  const char *name = norwegian_name(table->name, word);
  return name ? name : word;
}

// A cell of the example by its Norwegian name where it is a name: the header, settings, and columns that edits name.
static const char *cell_in_norwegian(const struct table *table, const struct sheet *sheet, size_t row, int cell) {
  const char *text = row ? sheet->rows[row - 1].cells[cell] : sheet->header.cells[cell];
  if (!row || (table->transposed && cell == 0))
    return in_norwegian(table, text);
  if (strcmp(table->name, "edits") != 0)
    return text;
  if (strcmp(sheet->header.cells[cell], "column") == 0)
    return in_norwegian(table_of(TABLE_NEED), text);
  return strcmp(sheet->header.cells[cell], "where") ? text
                                                    : "enhet=ward tidsvindu=evening dager=mon-fri nivå=assistant";
}

static void write_in_norwegian(const struct folder *folder, const struct template_file *file) {
  const struct table *table = table_of_file(file->name);
  struct problems *problems = problems_new(arena);
  folder_write_bytes(folder, file->name, file->bytes, file->length);
  const char *path = arena_printf(arena, "%s/%s", folder->path, file->name);
  const struct sheet *sheet = sheet_read(arena, path, path, NULL, problems);
  assert_int_equal(problems->count, 0);
  const char *text = "";
  for (size_t row = 0; row <= sheet->row_count; row++)
    for (int cell = 0; cell < sheet->header.cell_count; cell++)
      text = arena_printf(arena, "%s\"%s\"%s", text, cell_in_norwegian(table, sheet, row, cell),
                          cell + 1 < sheet->header.cell_count ? ";" : "\n");
  folder_write(folder, file->name, text);
}

static struct scenario *read_example(const struct folder *folder, bool norwegian) {
  struct problems *problems = problems_new(arena);
  for (size_t i = 0; i < template_english.count; i++) {
    const struct template_file *file = &template_english.files[i];
    if (norwegian)
      write_in_norwegian(folder, file);
    else
      folder_write_bytes(folder, file->name, file->bytes, file->length);
  }
  struct scenario *scenario = scenario_read(arena, folder->path, problems);
  if (problems->count)
    problems_print(problems, stderr);
  assert_int_equal(problems->count, 0);
  return scenario;
}

// The two examples are one scenario: row by row every number, day, week and choice is the same.
static bool is_code_or_text(const struct column *column) {
  return column->kind == CELL_CODE || column->kind == CELL_TEXT;
}

static void test_example_in_norwegian(void **state) {
  (void)state;
  struct folder folder = folder_new(), norsk = folder_new();
  const struct scenario *english = read_example(&folder, false);
  struct problems *problems = problems_new(arena);
  for (size_t i = 0; i < template_norwegian.count; i++)
    folder_write_bytes(&norsk, template_norwegian.files[i].name, template_norwegian.files[i].bytes,
                       template_norwegian.files[i].length);
  const struct scenario *norwegian = scenario_read(arena, norsk.path, problems);
  if (problems->count)
    problems_print(problems, stderr);
  assert_int_equal(problems->count, 0);
  assert_int_equal(template_norwegian.count, template_english.count);
  size_t compared = 0;
  for (int t = 0; t < TABLE_COUNT; t++) {
    const struct table *table = table_of((enum table_id)t);
    assert_int_equal(row_count(&english->tables, t), row_count(&norwegian->tables, t));
    for (size_t row = 0; row < row_count(&english->tables, t); row++)
      for (size_t c = 0; c < table->column_count; c++) {
        const struct column *column = &table->columns[c];
        if (is_code_or_text(column) || strcmp(column->name, "language") == 0)
          continue;
        compared++;
        if (!cells_equal(column, cell_of_row(column, row_at(&english->tables, t, row)),
                         cell_of_row(column, row_at(&norwegian->tables, t, row))))
          fail_msg("%s, row %zu, %s is not the same in both languages", table->file, row + 1, column->name);
      }
  }
  assert_true(compared > 500);
  folder_remove(&folder);
  folder_remove(&norsk);
}

static bool names_a_column(const struct table *table, const struct column *column) {
  return strcmp(table->name, "edits") == 0 && (!strcmp(column->name, "column") || !strcmp(column->name, "where"));
}

static void test_headers_in_norwegian(void **state) {
  (void)state;
  struct folder folder = folder_new();
  const struct scenario *english = read_example(&folder, false), *norwegian = read_example(&folder, true);
  folder_remove(&folder);
  for (int t = 0; t < TABLE_COUNT; t++) {
    const struct table *table = table_of((enum table_id)t);
    assert_int_equal(row_count(&english->tables, t), row_count(&norwegian->tables, t));
    for (size_t row = 0; row < row_count(&english->tables, t); row++)
      for (size_t c = 0; c < table->column_count; c++)
        if (!names_a_column(table, &table->columns[c]))
          assert_true(cells_equal(&table->columns[c], cell_of_row(&table->columns[c], row_at(&english->tables, t, row)),
                                  cell_of_row(&table->columns[c], row_at(&norwegian->tables, t, row))));
  }
}

// Of the small scenario with one file replaced: the message at a column (NULL: the first of all).
static const char *message_at(const char *file, const char *text, const char *column) {
  struct folder folder = folder_new();
  struct problems *problems = problems_new(arena);
  small_scenario_read(arena, &folder, (struct change_of_text[]){{file, WHOLE_FILE, text}, {0}}, problems);
  folder_remove(&folder);
  for (size_t i = 0; i < problems->count; i++)
    if (!column || (problems->items[i].at.column && strcmp(problems->items[i].at.column, column) == 0))
      return problems->items[i].message;
  fail_msg("nothing is told at %s", column ? column : "any column");
  return NULL;
}

static void test_messages_use_what_the_user_wrote(void **state) {
  (void)state;
  assert_non_null(message_at("pay.csv", "kategori;gyldig_fra;årslønn_kr\nnurse;2024-01-01;many\n", "årslønn_kr"));
  const char *units = "enhet;korteste_vakt_t;lengste_vakt_t\nward;8;4\noffice;;\n";
  assert_string_equal(message_at("units.csv", units, "korteste_vakt_t"), "longer than lengste_vakt_t: swap them");
  assert_non_null(strstr(message_at("units.csv", "enhett\nward\noffice\n", NULL), "`enhet`"));
  language_prefer(LANGUAGE_NB);
  assert_string_equal(_("longer than longest_shift_h: swap them"), "lengre enn longest_shift_h: bytt dem om");
}

static void test_language_of_a_scenario(void **state) {
  (void)state;
  struct folder folder = folder_new();
  struct problems *problems = problems_new(arena);
  const struct change_of_text norwegian[] = {{"settings.csv", NULL, "language;nb;\n"}, {0}};
  small_scenario_read(arena, &folder, norwegian, problems);
  assert_int_equal(language_now(), LANGUAGE_EN); // nobody asked
  problems->speak = language_prefer;
  small_scenario_read(arena, &folder, norwegian, problems);
  assert_int_equal(language_now(), LANGUAGE_NB);
  small_scenario_read(arena, &folder, (struct change_of_text[]){{0}}, problems);
  assert_int_equal(language_now(), LANGUAGE_EN);
  folder_remove(&folder);
}

// ---------------------------------------------------------------- terminal

// What a terminal is sent, with its control sequences.
static const char *sent_to_a_terminal(const struct result_table *table) {
  int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  assert_true(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
  FILE *to = fopen(ptsname(terminal), "w");
  assert_non_null(to);
  terminal_print_table(table, NULL, 0, to);
  fflush(to);
  char *text = arena_alloc(arena, 4096);
  fcntl(terminal, F_SETFL, O_NONBLOCK);
  for (ssize_t used = 0, more = 1; more > 0 && used<4095; used += more> 0 ? more : 0)
    more = read(terminal, text + used, (size_t)(4095 - used));
  assert_true(*text);
  fclose(to);
  close(terminal);
  return text;
}

static void test_colour_on_a_terminal_only_and_with_its_word(void **state) {
  (void)state;
  static const struct field_column columns[] = {{"measure", FIELD_CODE, 0}, {"verdict", FIELD_CODE, 0}};
  struct result_table *table = result_table_new(arena, "t", COLUMNS(columns));
  result_text(table, "M1");
  result_text(table, "not_reached");
  result_text(table, "M2");
  result_text(table, "only_if_more_go");
  setenv("TERM", "xterm", 1);
  unsetenv("NO_COLOR");
  assert_non_null(strstr(sent_to_a_terminal(table), "M1       \033[31mnot reached\033[0m"));
  assert_non_null(strstr(sent_to_a_terminal(table), "\033[33monly if more positions are removed\033[0m"));
  struct result_table *counted = result_table_new(arena, "t", columns, 2);
  result_text(counted, "M3");
  result_text(counted, "only if 2.52 FTE more go (BELOW THE NORM)");
  assert_non_null(strstr(sent_to_a_terminal(counted), "\033[33monly if 2.52 FTE more go"));
  language_prefer(LANGUAGE_NB);
  assert_non_null(strstr(sent_to_a_terminal(table), "\033[31mnås ikke\033[0m"));
  setenv("NO_COLOR", "1", 1);
  assert_null(strchr(sent_to_a_terminal(table), '\033'));
  unsetenv("NO_COLOR");
  setenv("TERM", "dumb", 1);
  assert_null(strchr(sent_to_a_terminal(table), '\033'));
}

static const char *printed(const struct result_table *table, const char *const *headings, int width) {
  char *text = NULL;
  size_t length;
  FILE *to = open_memstream(&text, &length);
  terminal_print_table(table, headings, width, to);
  fclose(to);
  const char *kept = arena_text(arena, text, length);
  free(text);
  return kept;
}

static void test_wide_tables_break_headings_then_into_blocks(void **state) {
  (void)state;
  static const struct field_column columns[] = {
      {"measure", FIELD_CODE, 0}, {"a", FIELD_KR, 0}, {"b", FIELD_INTEGER, 0}, {"c", FIELD_INTEGER, 0}};
  static const char *const headings[] = {"M", "Cost of the year", "Heads now", "Idle h"};
  struct result_table *table = result_table_new(arena, "t", COLUMNS(columns));
  result_text(table, "blåbær");
  result_number(table, 123456700);
  result_number(table, 12);
  result_number(table, 7);
  const char *whole = "M       Cost of the year  Heads now  Idle h\n"
                      "------  ----------------  ---------  ------\n"
                      "blåbær         1 234 567         12       7\n";
  assert_string_equal(printed(table, headings, 0), whole);
  assert_string_equal(printed(table, headings, 43), whole);
  assert_string_equal(printed(table, headings, 42), "          Cost of  Heads  Idle\n"
                                                    "M        the year    now     h\n"
                                                    "------  ---------  -----  ----\n"
                                                    "blåbær  1 234 567     12     7\n");
  assert_string_equal(printed(table, headings, 24), "          Cost of  Heads\n"
                                                    "M        the year    now\n"
                                                    "------  ---------  -----\n"
                                                    "blåbær  1 234 567     12\n"
                                                    "\n"
                                                    "        Idle\n"
                                                    "M          h\n"
                                                    "------  ----\n"
                                                    "blåbær     7\n");
  assert_non_null(strstr(printed(table, headings, 1), "\nblåbær     7\n")); // never less than one column
}

static void test_sentences_break_between_words(void **state) {
  (void)state;
  char *text = NULL;
  size_t length;
  FILE *to = open_memstream(&text, &length);
  terminal_print_text("æøå æøå æøå\nlongest word\n\nend", 7, to);
  terminal_print_text("; as it is, whatever", 0, to);
  fclose(to);
  assert_string_equal(text, "æøå æøå\næøå\nlongest\nword\n\nend; as it is, whatever");
  free(text);
}

static void test_terminal_numbers(void **state) {
  (void)state;
  assert_string_equal(terminal_kr(arena, -150000050), "-1 500 001");
  assert_string_equal(terminal_number(arena, 12345, 1), "1 234.5");
  language_prefer(LANGUAGE_NB);
  assert_string_equal(terminal_kr(arena, -150000050), MINUS_SIGN "1" NB "500" NB "001");
  assert_string_equal(terminal_number(arena, 12345, 1), "1" NB "234,5");
}

#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, begin, end)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_catalogue_is_found_and_left_again),
      TEST(test_numbers_keep_their_locale),
      TEST(test_codes),
      TEST(test_environment),
      TEST(test_numbers),
      TEST(test_dates),
      TEST(test_fields),
      TEST(test_labels),
      TEST(test_all_codes_have_labels),
      TEST(test_all_columns_have_labels),
      TEST(test_the_glossary_is_whole),
      TEST(test_every_number_has_its_unit),
      TEST(test_norwegian_names_are_whole_and_apart),
      TEST(test_headers_in_norwegian),
      TEST(test_words_in_norwegian),
      TEST(test_example_in_norwegian),
      TEST(test_messages_use_what_the_user_wrote),
      TEST(test_language_of_a_scenario),
      TEST(test_colour_on_a_terminal_only_and_with_its_word),
      TEST(test_wide_tables_break_headings_then_into_blocks),
      TEST(test_sentences_break_between_words),
      TEST(test_terminal_numbers),
  };
  return cmocka_run_group_tests_name("language", tests, NULL, NULL);
}
