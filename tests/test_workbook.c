// SPDX-License-Identifier: GPL-3.0-or-later
// report.xlsx opened as what it is: a zip of XML files. (tests/browser/workbook.py reads it back with another library.)
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <zlib.h>

#include "book/book.h"
#include "book/workbook.h"
#include "report/about.h"
#include "support/audited.h"
#include "support/long.h"
#include "support/town.h"

static struct arena *arena;

static int set_up(void **state) {
  (void)state;
  arena = arena_new();
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  arena_free(arena);
  return 0;
}

// --- a workbook as bytes -------------------------------------------------------------------------------------------

struct bytes {
  unsigned char *at;
  size_t count;
};

static struct bytes write_book(const struct audit *audit, const struct result_set *set) {
  FILE *file = tmpfile();
  assert_non_null(file);
  assert_null(workbook_write(arena, audit, set, file));
  assert_int_equal(fseek(file, 0, SEEK_END), 0);
  struct bytes bytes = {.count = (size_t)ftell(file)};
  bytes.at = arena_alloc(arena, bytes.count);
  rewind(file);
  assert_int_equal(fread(bytes.at, 1, bytes.count, file), bytes.count);
  fclose(file);
  return bytes;
}

static size_t little_endian(const unsigned char *at, int count) {
  size_t value = 0;
  while (count--)
    value = value << 8 | at[count];
  return value;
}

enum { END_BYTES = 22, ENTRY_BYTES = 46, LOCAL_BYTES = 30 };

static char *inflate_entry(const unsigned char *data, size_t packed, size_t plain) {
  char *text = arena_alloc(arena, plain + 1);
  z_stream stream = {.next_in = (unsigned char *)data,
                     .avail_in = (unsigned)packed,
                     .next_out = (unsigned char *)text,
                     .avail_out = (unsigned)plain};
  assert_int_equal(inflateInit2(&stream, -MAX_WBITS), Z_OK);
  assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  return text;
}

// A file of the zip as text; NULL where it has none of the name.
static const char *part_of(struct bytes book, const char *name) {
  const unsigned char *end = book.at + book.count - END_BYTES;
  assert_int_equal(little_endian(end, 4), 0x06054b50);
  const unsigned char *entry = book.at + little_endian(end + 16, 4);
  for (size_t left = little_endian(end + 10, 2); left; left--) {
    size_t name_bytes = little_endian(entry + 28, 2);
    if (name_bytes == strlen(name) && !memcmp(entry + ENTRY_BYTES, name, name_bytes)) {
      const unsigned char *local = book.at + little_endian(entry + 42, 4);
      size_t head = LOCAL_BYTES + little_endian(local + 26, 2) + little_endian(local + 28, 2);
      return inflate_entry(local + head, little_endian(entry + 20, 4), little_endian(entry + 24, 4));
    }
    entry += ENTRY_BYTES + name_bytes + little_endian(entry + 30, 2) + little_endian(entry + 32, 2);
  }
  return NULL;
}

static bool holds(const char *text, const char *part) { return text && strstr(text, part) != NULL; }

// --- a scenario ----------------------------------------------------------------------------------------------------

static const char HOSTILE[] = "=HYPERLINK(\"http://x\",\"<b>&\")\x01";

static const struct audit *audit_titled(struct arena *in, const char *title) {
  struct memory memory = plain_ward(in, 2000, 12000);
  struct settings_row *settings = memory_settings(&memory);
  settings->title = title;
  settings->last_year = 2024;
  int64_t measure = town_measure(&memory, "fewer", day_from_date(2024, 6, 1));
  struct measure_row *row = memory_row(&memory, TABLE_MEASURES, measure);
  row->title = row->note = row->role = row->unit_label = title;
  town_edit(&memory, measure, "need", "", "persons", "set 1");
  memory_add(&memory, TABLE_CLAIMS,
             &(struct claim_row){.measure = measure,
                                 .year = 2024,
                                 .amount_ore = 123456 * KR,
                                 .basis = CLAIM_IN_YEAR,
                                 .fte_milli = NOT_GIVEN,
                                 .fte_basis = FTE_GROSS});
  return audit_everything(town_scenario(&memory));
}

// The town called Town, solved once for all tests: nobody changes it.
static struct arena *kept;
static const struct audit *audit_of_town(void) {
  static const struct audit *audit;
  if (!audit)
    audit = audit_titled(kept = arena_new(), "Town");
  return audit;
}

static struct bytes book_of(const struct audit *audit) { return write_book(audit, results_make(arena, audit)); }

// --- tests -----------------------------------------------------------------------------------------------------------

static void same_results_same_bytes(void **state) {
  (void)state;
  struct bytes first = book_of(audit_of_town());
  sleep(2); // a zip counts time in twos
  struct bytes second = book_of(audit_titled(arena, "Town"));
  assert_int_equal(first.count, second.count);
  assert_memory_equal(first.at, second.at, first.count);
  assert_true(holds(part_of(first, "docProps/core.xml"), "2024-01-01T00:00:00Z"));
}

// Formulas are the program's own: nothing of the scenario's text is in them, and each has its value.
static void assert_own_formulas(const char *sheet) {
  for (const char *at = sheet; (at = strstr(at, "<f>")); at++) {
    size_t length = strcspn(at + 3, "<");
    assert_false(strstr(arena_text(arena, at, length + 3), "HYPERLINK"));
    assert_memory_equal(at + 3 + length, "</f><v>", 7);
  }
}

// Text is in the list of strings and in no formula; what is no character is shown as its bytes.
static void hostile_text_is_text(void **state) {
  (void)state;
  struct bytes book = book_of(audit_titled(arena, HOSTILE));
  assert_true(holds(part_of(book, "xl/sharedStrings.xml"), "=HYPERLINK(\"http://x\",\"&lt;b&gt;&amp;\")\\x01"));
  int sheets = 0;
  for (const char *sheet; (sheet = part_of(book, arena_printf(arena, "xl/worksheets/sheet%d.xml", sheets + 1)));
       sheets++)
    assert_own_formulas(sheet);
  assert_true(sheets > 8);
}

// The file of the sheet with the name; sheets are numbered in their order.
static const char *sheet_named(struct bytes book, const char *name) {
  const char *at = part_of(book, "xl/workbook.xml"), *mark = arena_printf(arena, "<sheet name=\"%s\"", name);
  const char *found = strstr(at, mark);
  int number = 0;
  for (; found && (at = strstr(at, "<sheet name=")) && at <= found; at++)
    number++;
  return number ? part_of(book, arena_printf(arena, "xl/worksheets/sheet%d.xml", number)) : NULL;
}

// Kroner are numbers in kroner, dates are dates, heads are frozen and filtered.
static void values_are_typed(void **state) {
  (void)state;
  struct bytes book = book_of(audit_of_town());
  const char *overview = sheet_named(book, "All measures"), *styles = part_of(book, "xl/styles.xml");
  assert_true(holds(overview, "<v>123456</v>"));
  assert_true(holds(overview, "<v>45444</v>")); // 1 June 2024, counted from 30 December 1899
  assert_true(holds(overview, "<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\""));
  assert_true(holds(overview, "<autoFilter ref=\"A1:"));
  assert_true(holds(overview, "orientation=\"landscape\""));
  assert_true(holds(part_of(book, "xl/workbook.xml"), "'All measures'!$A:$B,'All measures'!$1:$1"));
  assert_true(holds(styles, "#,##0&quot; kr&quot;"));
  assert_true(holds(styles, "yyyy\\-mm\\-dd"));
}

// The first sheet answers: sums, and every measure with its verdict in words on a ground of its own.
static void the_answer_comes_first(void **state) {
  (void)state;
  struct bytes book = book_of(audit_of_town());
  const char *answer = part_of(book, "xl/worksheets/sheet1.xml"), *texts = part_of(book, "xl/sharedStrings.xml");
  assert_true(holds(part_of(book, "xl/workbook.xml"), "<sheets><sheet name=\"The answer\""));
  assert_true(holds(answer, "<v>123456</v>"));
  assert_true(holds(answer, "<autoFilter "));
  assert_true(holds(texts, "Of what the paper claims by 2024 the model can check 123"));
  assert_true(holds(texts, "Towards the target: checked by the model"));
  assert_true(holds(texts, "only if more positions are removed"));
  assert_true(holds(part_of(book, "xl/styles.xml"), "FFFFF0C2")); // the ground under it
  assert_true(holds(part_of(book, "xl/worksheets/sheet2.xml"), "<hyperlink ref="));
}

// Charts read cells, have titles, names of axes and a text for those who do not see them.
static void charts_are_native(void **state) {
  (void)state;
  struct bytes book = book_of(audit_of_town());
  const char *claims = part_of(book, "xl/charts/chart1.xml"), *points = part_of(book, "xl/charts/chart2.xml");
  assert_true(holds(claims, "barChart"));
  assert_true(holds(claims, "<c:f>'All measures'!$D$2</c:f>"));
  assert_true(holds(points, "scatterChart"));
  assert_true(holds(points, "Person-hours missing in the year"));
  assert_true(holds(part_of(book, "xl/drawings/drawing1.xml"),
                    "descr=\"Claimed, and found or taken over, kr. Town: claimed 123"));
  assert_true(holds(part_of(book, "xl/drawings/drawing2.xml"), "from claimed to modelled"));
}

static const struct field_column long_columns[] = {
    {"measure", FIELD_CODE, 0}, {"short", FIELD_DECIMAL, 3}, {"below_norm", FIELD_DECIMAL, 3}};

static struct bytes book_with_rows(const char *table_name, size_t rows, size_t every) {
  const struct audit *audit = audit_of_town();
  struct result_table *table = result_table_new(arena, table_name, COLUMNS(long_columns));
  for (size_t i = 0; i < rows; i++) {
    result_text(table, "m");
    result_number(table, i % every ? 0 : 1000);
    result_number(table, i == 1 ? 500 : 0); // short of no need, yet below the norm
  }
  const struct result_table *tables[] = {table};
  return write_book(audit, &(struct result_set){1, tables});
}

// A table too long for a sheet is cut to the rows that matter, or to its first; the contents say so.
static void long_tables_are_cut_and_said(void **state) {
  (void)state;
  struct bytes book = book_with_rows("coverage", WORKBOOK_ROWS_MOST + 2, 1000);
  assert_true(holds(sheet_named(book, "Cover day by day"), "<dimension ref=\"A1:E53\"/>"));
  assert_true(holds(part_of(book, "xl/sharedStrings.xml"), "coverage.csv"));
  book = book_with_rows("coverage", 3000, 1000);
  assert_true(holds(sheet_named(book, "Cover day by day"), "<dimension ref=\"A1:C3001\"/>"));
  if (tests_are_long()) {
    book = book_with_rows("other", WORKBOOK_ROWS_MOST + 2, 1000);
    assert_true(holds(sheet_named(book, "other"), "<dimension ref=\"A1:E50001\"/>"));
  }
}

// The shown parts of the waterfall are those of the steps: up and down, and across nothing in two parts.
static const struct field_column bridge_columns[] = {
    {"measure", FIELD_CODE, 0},  {"year", FIELD_INTEGER, 0}, {"positions", FIELD_CODE, 0}, {"step", FIELD_CODE, 0},
    {"row_kind", FIELD_CODE, 0}, {"kr", FIELD_KR, 0},        {"running_kr", FIELD_KR, 0}};

static void add_step(struct result_table *bridge, const char *step, int kr, int running_kr) {
  bool total = !strcmp(step, "claimed") || !strcmp(step, "modelled");
  result_text(bridge, "fewer");
  result_number(bridge, 2024);
  result_text(bridge, "kept");
  result_text(bridge, step);
  result_text(bridge, total ? "total" : "step");
  result_number(bridge, kr * KR);
  result_number(bridge, running_kr * KR);
}

static void assert_cell(const char *sheet, const char *cell, const char *value) {
  const char *at = strstr(sheet, arena_printf(arena, "<c r=\"%s\"", cell));
  assert_int_equal(at != NULL, value != NULL);
  if (at)
    assert_string_equal(arena_text(arena, strstr(at, "<v>") + 3, strlen(value)), value);
}

static void a_waterfall_crosses_nothing(void **state) {
  (void)state;
  const struct audit *audit = audit_of_town();
  struct result_table *bridge = result_table_new(arena, "bridge", COLUMNS(bridge_columns));
  add_step(bridge, "claimed", 100, 100);
  add_step(bridge, "hours", 50, 150);
  add_step(bridge, "price_per_hour", -250, -100);
  add_step(bridge, "supplements", -20, -120);
  add_step(bridge, "positions", 40, -80);
  add_step(bridge, "modelled", -80, -80);
  const struct result_table *tables[] = {bridge};
  struct bytes book = write_book(audit, &(struct result_set){1, tables});
  const char *sheet = sheet_named(book, "Waterfalls");
  assert_non_null(sheet); // columns: P not painted, Q amount, R and S more, T and U less
  static const char *const wanted[6][6] = {
      {NULL, "100<", NULL, NULL, NULL, NULL},    {"100<", NULL, "50<", NULL, NULL, NULL},
      {NULL, NULL, NULL, NULL, "150<", "-100<"}, {"-100<", NULL, NULL, NULL, NULL, "-20<"},
      {"-80<", NULL, NULL, "-40<", NULL, NULL},  {NULL, "-80<", NULL, NULL, NULL, NULL}};
  for (int row = 0; row < 6; row++)
    for (int column = 0; column < 6; column++)
      assert_cell(sheet, arena_printf(arena, "%c%d", 'P' + column, row + 3), wanted[row][column]);
}

static const struct field_column ledger_columns[] = {
    {"measure", FIELD_CODE, 0},   {"year", FIELD_YEAR, 0},     {"positions", FIELD_CODE, 0}, {"line", FIELD_CODE, 0},
    {"baseline_kr", FIELD_KR, 0}, {"measure_kr", FIELD_KR, 0}, {"effect_kr", FIELD_KR, 0}};

static void add_booked(struct result_table *ledger, const char *line, int baseline_kr, int measure_kr, int effect_kr) {
  result_text(ledger, "fewer");
  result_number(ledger, 2024);
  result_text(ledger, "kept");
  result_text(ledger, line);
  result_number(ledger, baseline_kr * KR);
  result_number(ledger, measure_kr * KR);
  result_number(ledger, effect_kr * KR);
}

// 1000 - 400 = 600 is a formula; where the table says 99 of 100 - 0, the number stands. Below, a blank row and a heading
// away: 1100, 400 and 699 in sum.
static void a_formula_comes_to_its_value(void **state) {
  (void)state;
  struct result_table *ledger = result_table_new(arena, "ledger", COLUMNS(ledger_columns));
  add_booked(ledger, "base_pay", 1000, 400, 600);
  add_booked(ledger, "night", 100, 0, 99);
  const struct result_table *tables[] = {ledger};
  struct bytes book = write_book(audit_of_town(), &(struct result_set){1, tables});
  const char *sheet = sheet_named(book, "Ledger");
  assert_non_null(strstr(strstr(sheet, "<c r=\"G2\""), "<f>E2-F2</f><v>600</v>"));
  assert_cell(sheet, "G3", "99<");
  assert_null(strstr(sheet, "<f>E3-F3</f>"));
  assert_false(holds(sheet, "<row r=\"4\""));
  assert_true(holds(sheet, "<f>SUMPRODUCT(EXACT($A$2:$A$3,$A6)*($B$2:$B$3=$B6)*EXACT($C$2:$C$3,$C6)*$G$2:$G$3)</f>"
                           "<v>699</v>"));
  assert_cell(sheet, "E6", "1100<");
  assert_cell(sheet, "F6", "400<");
  assert_true(holds(sheet, "<autoFilter ref=\"A1:G3\"/>"));
  assert_true(holds(part_of(book, "xl/workbook.xml"), "<definedName name=\"ledger_effect_kr\">'Ledger'!$G$2:$G$3<"));
}

// Every table can name its sheet in few letters.
static void sheets_have_names(void **state) {
  (void)state;
  for (size_t i = 0; i < result_listing_count; i++) {
    const char *name = result_listings[i].name, *title = table_short_title(name);
    title = title ? title : table_about(arena, name)->title;
    assert_true(strlen(title) <= 31);
    assert_null(strpbrk(title, "[]:*?/\\'"));
    assert_true(strcmp(title, name) != 0);
  }
}

static const struct field_column text_columns[] = {{"note", FIELD_TEXT, 0}};

static void long_texts_are_cut_and_said(void **state) {
  (void)state;
  char *text = arena_alloc(arena, 40001);
  memset(text, 'x', 40000);
  struct result_table *table = result_table_new(arena, "other", COLUMNS(text_columns));
  result_text(table, text);
  const struct result_table *tables[] = {table};
  struct bytes book = write_book(audit_of_town(), &(struct result_set){1, tables});
  assert_true(holds(part_of(book, "xl/sharedStrings.xml"), "xxx… (cut here"));
  assert_true(holds(part_of(book, "xl/sharedStrings.xml"), "1; 1 long texts are cut"));
}

// --- read back -----------------------------------------------------------------------------------------------------

static const char *checked(const struct bytes *book, const struct wanted_sheet *wanted, size_t count) {
  FILE *file = tmpfile();
  assert_non_null(file);
  assert_int_equal(fwrite(book->at, 1, book->count, file), book->count);
  assert_int_equal(fflush(file), 0);
  const char *why = book_check(arena, arena_printf(arena, "/proc/self/fd/%d", fileno(file)), wanted, count);
  fclose(file);
  return why;
}

static void assert_told(const char *why, const char *part) {
  if (!why || !strstr(why, part))
    fail_msg("told: %s; wanted: %s", why ? why : "nothing", part);
}

static struct bytes book_of_two_rows(void) {
  struct result_table *table = result_table_new(arena, "other", COLUMNS(text_columns));
  result_text(table, "a");
  result_text(table, "b");
  const struct result_table *tables[] = {table};
  return write_book(audit_of_town(), &(struct result_set){1, tables});
}

static void what_is_missing_is_found(void **state) {
  (void)state;
  struct bytes book = book_of_two_rows();
  struct wanted_sheet wanted[] = {{"The answer", 0},           {"Contents", 0}, {"Charts", 0},
                                  {"Follow-up to fill in", 7}, {"other", 3},    {"more", 0}};
  assert_null(checked(&book, wanted, 5));
  assert_told(checked(&book, wanted, 6), "lacks sheets");
  assert_told(checked(&book, wanted, 4), "where another was written");
  wanted[4].rows_least = 4;
  assert_told(checked(&book, wanted, 5), "\"other\" of the workbook read back lacks rows");
  wanted[4].name = "others";
  assert_told(checked(&book, wanted, 5), "where another was written");
}

// Whatever byte of what a part holds is another one, and wherever the file ends too soon: it is found. (Dates and rights
// of the parts in the zip are of no use to a spreadsheet, and not looked at.)
static void damage_is_found(void **state) {
  (void)state;
  struct bytes book = book_of_two_rows();
  const struct wanted_sheet wanted[] = {
      {"The answer", 0}, {"Contents", 0}, {"Charts", 0}, {"Follow-up to fill in", 7}, {"other", 3}};
  const unsigned char *entry = book.at + little_endian(book.at + book.count - END_BYTES + 16, 4);
  for (size_t left = little_endian(book.at + book.count - END_BYTES + 10, 2); left; left--) {
    unsigned char *local = book.at + little_endian(entry + 42, 4);
    unsigned char *data = local + LOCAL_BYTES + little_endian(local + 26, 2) + little_endian(local + 28, 2);
    for (size_t i = 0, packed = little_endian(entry + 20, 4); i < packed; i += 1 + packed / 7) {
      data[i] ^= 0x10;
      assert_non_null(checked(&book, wanted, 5));
      data[i] ^= 0x10;
    }
    entry += ENTRY_BYTES + little_endian(entry + 28, 2) + little_endian(entry + 30, 2) + little_endian(entry + 32, 2);
  }
  assert_null(checked(&book, wanted, 5));
  for (size_t count = 0; count < book.count; count += 1 + book.count / 40)
    assert_non_null(checked(&(struct bytes){book.at, count}, wanted, 5));
}

static void failure_is_told(void **state) {
  (void)state;
  FILE *full = fopen("/dev/full", "w");
  assert_non_null(full);
  const struct audit *audit = audit_of_town();
  assert_non_null(workbook_write(arena, audit, results_make(arena, audit), full));
  fclose(full);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(same_results_same_bytes, set_up, tear_down),
      cmocka_unit_test_setup_teardown(hostile_text_is_text, set_up, tear_down),
      cmocka_unit_test_setup_teardown(values_are_typed, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_answer_comes_first, set_up, tear_down),
      cmocka_unit_test_setup_teardown(charts_are_native, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_waterfall_crosses_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_formula_comes_to_its_value, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sheets_have_names, set_up, tear_down),
      cmocka_unit_test_setup_teardown(long_texts_are_cut_and_said, set_up, tear_down),
      cmocka_unit_test_setup_teardown(long_tables_are_cut_and_said, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_is_missing_is_found, set_up, tear_down),
      cmocka_unit_test_setup_teardown(damage_is_found, set_up, tear_down),
      cmocka_unit_test_setup_teardown(failure_is_told, set_up, tear_down),
  };
  int failed = cmocka_run_group_tests_name("workbook", tests, NULL, NULL);
  arena_free(kept);
  return failed;
}
