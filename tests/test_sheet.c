// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/folder.h"
#include "support/long.h"
#include "text/sheet.h"

struct fixture {
  struct arena *arena;
  struct problems *problems;
  struct folder folder;
};

static int set_up(void **state) {
  struct fixture *f = malloc(sizeof *f);
  f->arena = arena_new();
  f->problems = problems_new(f->arena);
  f->folder = folder_new();
  *state = f;
  return 0;
}

static int tear_down(void **state) {
  struct fixture *f = *state;
  folder_remove(&f->folder);
  arena_free(f->arena);
  free(f);
  return 0;
}

static struct sheet *read_bytes(struct fixture *f, const void *bytes, size_t length) {
  folder_write_bytes(&f->folder, "a.csv", bytes, length);
  f->problems = problems_new(f->arena);
  return sheet_read(f->arena, arena_printf(f->arena, "%s/a.csv", f->folder.path), "a.csv", NULL, f->problems);
}

static struct sheet *read_text(struct fixture *f, const char *text) { return read_bytes(f, text, strlen(text)); }

#define READ_BYTES(F, LITERAL) read_bytes(F, LITERAL, sizeof(LITERAL) - 1)

// The sheet has exactly these rows; each written as line:cell|cell.
static void assert_rows(const struct sheet *sheet, const struct problems *problems, const char *const *rows,
                        size_t count) {
  if (problems->count)
    fail_msg("%s line %d: %s", problems->items[0].at.file, problems->items[0].at.line, problems->items[0].message);
  assert_non_null(sheet);
  assert_int_equal(sheet->row_count, count);
  for (size_t i = 0; i < count; i++) {
    char text[512];
    int used = snprintf(text, sizeof text, "%d:", sheet->rows[i].line);
    for (int c = 0; c < sheet->rows[i].cell_count; c++)
      used += snprintf(text + used, sizeof text - (size_t)used, "%s%s", c ? "|" : "", sheet->rows[i].cells[c]);
    assert_string_equal(text, rows[i]);
  }
}
#define ASSERT_ROWS(F, SHEET, ...)                                                                                     \
  assert_rows(SHEET, (F)->problems, (const char *const[]){__VA_ARGS__},                                                \
              sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

// Exactly one problem, on this line, with this in its message, and no sheet.
static void assert_refused(const struct fixture *f, const struct sheet *sheet, int line, const char *message) {
  assert_null(sheet);
  assert_int_equal(f->problems->count, 1);
  assert_int_equal(f->problems->error_count, 1);
  const struct problem *p = &f->problems->items[0];
  assert_string_equal(p->at.file, "a.csv");
  if (p->at.line != line || !strstr(p->message, message))
    fail_msg("line %d: %s", p->at.line, p->message);
}

static void separators(void **state) {
  struct fixture *f = *state;
  struct sheet *sheet = read_text(f, "a;b\n1,5;2\n");
  assert_int_equal(sheet->separator, ';');
  ASSERT_ROWS(f, sheet, "2:1,5|2");
  sheet = read_text(f, "a,b\n\"1,5\",2\n");
  assert_int_equal(sheet->separator, ',');
  ASSERT_ROWS(f, sheet, "2:1,5|2");
  sheet = read_text(f, "a\tb\tc\n1,5\t\t3\n\tx\t\n");
  assert_int_equal(sheet->separator, '\t');
  ASSERT_ROWS(f, sheet, "2:1,5||3", "3:|x|");
  sheet = read_text(f, "# a,b,c,d\n\n\"a,b,c,d\";e;f\n1;2;3\n"); // comments and quotes do not count
  assert_int_equal(sheet->separator, ';');
  ASSERT_ROWS(f, sheet, "4:1|2|3");
  assert_string_equal(sheet->header.cells[0], "a,b,c,d");
  assert_int_equal(sheet->header.line, 3);
  sheet = read_text(f, "alone\n1\n");
  ASSERT_ROWS(f, sheet, "2:1");
}

static void line_ends(void **state) {
  struct fixture *f = *state;
  ASSERT_ROWS(f, read_text(f, "a;b\r\n1;2\r\n\r\n3;4\r\n"), "2:1|2", "4:3|4");
  ASSERT_ROWS(f, read_text(f, "a;b\r1;2\r\r3;4"), "2:1|2", "4:3|4");
  ASSERT_ROWS(f, read_text(f, "a;b\n1;2\n3;4"), "2:1|2", "3:3|4");
}

static void byte_order_mark(void **state) {
  struct fixture *f = *state;
  struct sheet *sheet = READ_BYTES(f, "\xEF\xBB\xBF\"a\";\"b\"\r\n\"1\";2\r\n");
  assert_true(sheet->byte_order_mark);
  assert_false(sheet->windows_1252);
  assert_string_equal(sheet->header.cells[0], "a");
  ASSERT_ROWS(f, sheet, "2:1|2");
}

static void windows_1252(void **state) {
  struct fixture *f = *state;
  struct sheet *sheet = READ_BYTES(f, "a;b\nB\xF8 og \x96 \x80;S\xE6r\n");
  assert_true(sheet->windows_1252);
  ASSERT_ROWS(f, sheet, "2:Bø og – €|Sær");
  sheet = READ_BYTES(f, "a;b\nB\xC3\xB8;\xE2\x82\xAC\n");
  assert_false(sheet->windows_1252);
  ASSERT_ROWS(f, sheet, "2:Bø|€");
}

static void wrong_encodings(void **state) {
  struct fixture *f = *state;
  assert_refused(f, READ_BYTES(f, "a;b\n1;2\n\x81;2\n"), 3, "neither UTF-8 nor Windows-1252");
  assert_refused(f,
                 READ_BYTES(f, "\xEF\xBB\xBF"
                               "a;b\n\xF8;2\n"),
                 2, "neither UTF-8 nor Windows-1252");
  assert_refused(f, READ_BYTES(f, "a;b\r\n1;2\r\n1;\0\r\n"), 3, "NUL");
  assert_refused(f,
                 READ_BYTES(f, "\xFF\xFE"
                               "a\0;\0b\0"),
                 1, "UTF-16");
}

static void quoted_line_breaks(void **state) {
  struct fixture *f = *state;
  struct sheet *sheet = read_text(f, "a;b\n\"one\r\ntwo\n\nthree\";2\nx;\"y\nz\"\nlast;1\n");
  ASSERT_ROWS(f, sheet, "2:one\ntwo\n\nthree|2", "6:x|y\nz", "8:last|1");
  assert_int_equal(sheet->rows[0].lines[1], 5);
  assert_int_equal(sheet->rows[1].lines[1], 6);
}

static void quotes(void **state) {
  struct fixture *f = *state;
  ASSERT_ROWS(f, read_text(f, "a;b\n\"say \"\"hi\"\"\" ; \" x;y \"\n"), "2:say \"hi\"|x;y");
  ASSERT_ROWS(f, read_text(f, "a;b\n\"\";\"\"\n1;2\n"), "3:1|2");
}

static void broken_quotes(void **state) {
  struct fixture *f = *state;
  assert_refused(f, read_text(f, "a;b\n1;2\n3;\"open\n5;6\n7;8\n"), 3, "never closed");
  assert_string_equal(f->problems->items[0].at.column, "b");
  assert_refused(f, read_text(f, "a;b\n\"ok\nok\";2\n\"open;\n"), 4, "never closed");
  assert_refused(f, read_text(f, "\"a;b\n"), 1, "never closed");
  assert_refused(f, read_text(f, "a;b\n1;2\n\"x\"y;2\n"), 3, "after a closing quotation mark");
  assert_refused(f, read_text(f, "a;b\n1;the \"inner\" one\n"), 2, "inside a cell that does not begin with one");
}

static void comments_and_blank_rows(void **state) {
  struct fixture *f = *state;
  ASSERT_ROWS(
      f, read_text(f, "# head; \"free\n\na;b\n  # it's \"quoted; and open\n;;;\n1;2\n\"# \"\"x\"\"\";9\n \t\n3;#\n"),
      "6:1|2", "9:3|#");
}

static void blanks_around_cells(void **state) {
  struct fixture *f = *state;
  ASSERT_ROWS(f, read_text(f, " a ;\u00A0b\u00A0\n  1 2 ;\u00A0 x \u00A0\n"), "2:1 2|x");
}

static void cell_counts(void **state) {
  struct fixture *f = *state;
  ASSERT_ROWS(f, read_text(f, "a;b;;\n1;2;;;;\n3;4\n"), "2:1|2", "3:3|4");
  assert_refused(f, read_text(f, "a;b\n1;2\n3\n"), 3, "1 cells, but the header has 2");
  assert_refused(f, read_text(f, "a;b\n1;2;3\n"), 2, "3 cells, but the header has 2");
  assert_null(read_text(f, "a;b\n1\n1;2\n3;4;5\n"));
  assert_int_equal(f->problems->error_count, 2);
  assert_int_equal(f->problems->items[1].at.line, 4);
}

static void no_content(void **state) {
  struct fixture *f = *state;
  assert_refused(f, read_text(f, ""), 0, "empty");
  assert_refused(f, read_text(f, "\n# only this\n;;\n"), 0, "empty");
  struct sheet *sheet = read_text(f, "a;b");
  assert_non_null(sheet);
  assert_int_equal(sheet->row_count, 0);
}

static void files_that_cannot_be_read(void **state) {
  struct fixture *f = *state;
  assert_refused(f, sheet_read(f->arena, "/nowhere/at/all.csv", "a.csv", NULL, f->problems), 0, "no such file");
  f->problems = problems_new(f->arena);
  assert_refused(f, sheet_read(f->arena, f->folder.path, "a.csv", NULL, f->problems), 0, "folder");
}

// `count` times the same byte between two texts.
static struct sheet *read_filled(struct fixture *f, const char *before, char byte, size_t count, const char *after) {
  size_t length = strlen(before);
  char *text = arena_alloc(f->arena, length + count + strlen(after) + 1);
  strcpy(text, before);
  memset(text + length, byte, count);
  strcpy(text + length + count, after);
  return read_text(f, text);
}

static void limits(void **state) {
  struct fixture *f = *state;
  assert_non_null(read_filled(f, "a;b\n1;", 'x', SHEET_CELL_BYTES_MOST, "\n"));
  assert_refused(f, read_filled(f, "a;b\n1;", 'x', SHEET_CELL_BYTES_MOST + 1, "\n"), 2, "64 KiB");
  assert_refused(f, read_filled(f, "a;b\n1;2\n", ';', SHEET_COLUMNS_MOST, "\n"), 3, "at most 256");
  if (tests_are_long()) // it takes two seconds
    assert_refused(f, read_filled(f, "a;b\n", '\n', SHEET_FILE_BYTES_MOST, "1;2\n"), 0, "64 MiB");
}

#define TEST(FUNCTION) cmocka_unit_test_setup_teardown(FUNCTION, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(separators),
      TEST(line_ends),
      TEST(byte_order_mark),
      TEST(windows_1252),
      TEST(wrong_encodings),
      TEST(quoted_line_breaks),
      TEST(quotes),
      TEST(broken_quotes),
      TEST(comments_and_blank_rows),
      TEST(blanks_around_cells),
      TEST(cell_counts),
      TEST(no_content),
      TEST(files_that_cannot_be_read),
      TEST(limits),
  };
  return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}
