// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "report/csv.h"
#include "report/folder.h"
#include "report/table.h"
#include "report/terminal.h"

// These stand in for the C library's, so that a test can make them fail.
static struct {
  bool no_flags;                // a file system without RENAME_EXCHANGE and RENAME_NOREPLACE
  int rename_fails_at, renames; // the i-th rename from 1 fails; 0: none
  bool fsync_fails;
} world;

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  if (world.no_flags) {
    errno = EINVAL;
    return -1;
  }
  return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
}

int rename(const char *from, const char *to) {
  if (++world.renames == world.rename_fails_at) {
    errno = EIO;
    return -1;
  }
  return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int fsync(int file) {
  if (world.fsync_fails) {
    errno = ENOSPC;
    return -1;
  }
  return (int)syscall(SYS_fsync, file);
}

static struct arena *arena;
static char place[] = "/tmp/rotacost-test-XXXXXX";

static int set_up(void **state) {
  (void)state;
  memset(&world, 0, sizeof world);
  arena = arena_new();
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  arena_free(arena);
  return 0;
}

// --- tables ---

static const struct field_column columns[] = {
    {"title", FIELD_TEXT, 0}, {"code", FIELD_CODE, 0},   {"year", FIELD_INTEGER, 0},
    {"cost_kr", FIELD_KR, 0}, {"fte", FIELD_DECIMAL, 3}, {"day", FIELD_DATE, 0},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

static void add_row(struct result_table *table, const char *title, int64_t ore, int64_t fte_milli) {
  result_text(table, title);
  result_text(table, "M1");
  result_number(table, 2024);
  result_number(table, ore);
  result_number(table, fte_milli);
  result_number(table, 0);
}

static struct result_table *table_of_one(const char *title, int64_t ore, int64_t fte_milli) {
  struct result_table *table = result_table_new(arena, "t", columns, COLUMNS);
  add_row(table, title, ore, fte_milli);
  return table;
}

static const struct csv_dialect norwegian = {.separator = ';', .decimal = ','};
static const struct csv_dialect rfc4180 = {.separator = ',', .decimal = '.', .crlf = true};

static char *csv_of(const struct result_table *table, const struct csv_dialect *dialect) {
  char *text = NULL;
  size_t length;
  FILE *to = open_memstream(&text, &length);
  assert_true(csv_write_table(table, dialect, to));
  fclose(to);
  char *kept = arena_text(arena, text, length);
  free(text);
  return kept;
}

// The title's cell: what stands after the header up to the code.
static const char *title_cell(const char *title, const struct csv_dialect *dialect) {
  char *text = csv_of(table_of_one(title, 0, 0), dialect);
  char *start = strchr(text, '\n') + 1;
  *strstr(start, (char[]){dialect->separator, 'M', '1', '\0'}) = '\0';
  return start;
}

static void test_rows_end_when_full(void **state) {
  (void)state;
  struct result_table *table = table_of_one("a", 1, 2);
  assert_int_equal(result_row_count(table), 1);
  result_text(table, NULL);
  assert_int_equal(result_row_count(table), 1);
  assert_string_equal(table->fields[COLUMNS].text, "");
}

static void test_number_text(void **state) {
  (void)state;
  static const struct {
    int64_t number;
    struct number_style style;
    const char *text;
  } cases[] = {
      {0, {0, '.', ' '}, "0"},
      {0, {2, ',', ' '}, "0,00"},
      {-5, {2, ',', '\0'}, "-0,05"},
      {999, {0, '.', ' '}, "999"},
      {1000, {0, '.', ' '}, "1 000"},
      {-123456789, {2, ',', ' '}, "-1 234 567,89"},
      {100000000, {8, '.', ' '}, "1.00000000"},
      {1234567, {0, '.', '\0'}, "1234567"},
      {INT64_MAX, {18, '.', ' '}, "9.223372036854775807"},
      {INT64_MAX, {0, '.', ' '}, "9 223 372 036 854 775 807"},
      {INT64_MIN, {1, '.', '\0'}, "-922337203685477580.8"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char text[FIELD_NUMBER_BYTES];
    number_text(text, cases[i].number, cases[i].style);
    assert_string_equal(text, cases[i].text);
  }
}

// --- CSV ---

static void test_csv_dialects(void **state) {
  (void)state;
  struct result_table *table = table_of_one("Natt", -150000050, 1880);
  add_row(table, "", FIELD_BLANK, FIELD_BLANK);
  assert_string_equal(csv_of(table, &norwegian), "title;code;year;cost_kr;fte;day\n"
                                                 "Natt;M1;2024;-1500000,50;1,880;1970-01-01\n"
                                                 ";M1;2024;;;1970-01-01\n");
  assert_string_equal(csv_of(table, &rfc4180), "title,code,year,cost_kr,fte,day\r\n"
                                               "Natt,M1,2024,-1500000.50,1.880,1970-01-01\r\n"
                                               ",M1,2024,,,1970-01-01\r\n");
}

static void test_csv_byte_order_mark(void **state) {
  (void)state;
  struct csv_dialect dialect = norwegian;
  dialect.byte_order_mark = true;
  assert_memory_equal(csv_of(table_of_one("a", 0, 0), &dialect), "\xEF\xBB\xBFtitle;", 9);
}

static void test_csv_decimal_sign_as_separator_is_quoted(void **state) {
  (void)state;
  const struct csv_dialect dialect = {.separator = ',', .decimal = ','};
  assert_non_null(strstr(csv_of(table_of_one("a", 150, 2500), &dialect), "a,M1,2024,\"1,50\",\"2,500\",1970"));
}

static void test_csv_quotes(void **state) {
  (void)state;
  static const struct {
    const char *text, *cell;
  } cases[] = {
      {"plain text", "plain text"},
      {"a;b", "\"a;b\""},
      {"a,b", "a,b"},
      {"say \"no\"", "\"say \"\"no\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"two\rlines", "\"two\rlines\""},
      {" before", "\" before\""},
      {"after ", "\"after \""},
      {"after\t", "\"after\t\""},
      {"bl\xC3\xA5", "bl\xC3\xA5"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_string_equal(title_cell(cases[i].text, &norwegian), cases[i].cell);
  assert_string_equal(title_cell("a,b", &rfc4180), "\"a,b\"");
  assert_string_equal(title_cell("a;b", &rfc4180), "a;b");
}

static void test_csv_formulas_are_harmless(void **state) {
  (void)state;
  static const struct {
    const char *text, *cell;
  } cases[] = {
      {"=1+1", "'=1+1"},         {"+1", "'+1"},     {"-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)"}, {"\t=1", "'\t=1"}, {"\r=1", "\"'\r=1\""},
      {"=A1;B1", "\"'=A1;B1\""}, {"a=1", "a=1"},    {"", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_string_equal(title_cell(cases[i].text, &norwegian), cases[i].cell);
}

static void test_csv_tells_of_a_full_disk(void **state) {
  (void)state;
  FILE *full = fopen("/dev/full", "w");
  assert_non_null(full);
  assert_false(csv_write_table(table_of_one("a", 0, 0), &norwegian, full));
  assert_int_equal(errno, ENOSPC);
  fclose(full);
  FILE *unwritable = fopen("/dev/null", "r"); // fails early and has nothing left to flush
  assert_false(csv_write_table(table_of_one("a", 0, 0), &norwegian, unwritable));
  fclose(unwritable);
}

// --- terminal ---

static char *terminal_of(const struct result_table *table, const char *const *headings, int width) {
  char *text = NULL;
  size_t length;
  FILE *to = open_memstream(&text, &length);
  terminal_print_table(table, headings, width, to);
  fclose(to);
  char *kept = arena_text(arena, text, length);
  free(text);
  return kept;
}

static void test_terminal_aligns(void **state) {
  (void)state;
  struct result_table *table = table_of_one("Kj\xC3\xB8kken", 150000050, 1880);
  add_row(table, "Natt", -4950, FIELD_BLANK);
  assert_string_equal(terminal_of(table, NULL, 0), "title    code  year    cost_kr   fte         day\n"
                                                   "-------  ----  ----  ---------  ----  ----------\n"
                                                   "Kj\xC3\xB8kken  M1    2024  1 500 001  1.88  1970-01-01\n"
                                                   "Natt     M1    2024        -50        1970-01-01\n");
}

static void test_terminal_headings_of_an_empty_table(void **state) {
  (void)state;
  static const struct field_column two[] = {{"a", FIELD_CODE, 0}, {"b", FIELD_TEXT, 0}};
  struct result_table *table = result_table_new(arena, "t", two, 2);
  assert_string_equal(terminal_of(table, (const char *const[]){"Measure", "Verdict"}, 0), "Measure  Verdict\n"
                                                                                          "-------  -------\n");
}

static void test_terminal_integers_of_five_digits_are_grouped(void **state) {
  (void)state;
  static const struct field_column one[] = {{"n", FIELD_INTEGER, 0}};
  struct result_table *table = result_table_new(arena, "t", one, 1);
  result_number(table, 9999);
  result_number(table, 10000);
  assert_string_equal(terminal_of(table, NULL, 0), "     n\n------\n  9999\n10 000\n");
}

static void test_terminal_cuts_the_widest_text(void **state) {
  (void)state;
  static const struct field_column two[] = {{"a", FIELD_TEXT, 0}, {"b", FIELD_TEXT, 0}};
  struct result_table *table = result_table_new(arena, "t", two, 2);
  result_text(table,
              "\xC3\xA6\xC3\xB8\xC3\xA5\xC3\xA6\xC3\xB8\xC3\xA5\xC3\xA6\xC3\xB8\xC3\xA5\xC3\xA6\xC3\xB8\xC3\xA5");
  result_text(table, "short");
  assert_string_equal(terminal_of(table, NULL, 17),
                      "a           b\n"
                      "----------  -----\n"
                      "\xC3\xA6\xC3\xB8\xC3\xA5\xC3\xA6\xC3\xB8\xC3\xA5\xC3\xA6\xC3\xB8\xC3\xA5\xE2\x80\xA6  short\n");
  // never narrower than eight cells, whatever the terminal, nor than a quarter of it: then columns go below
  assert_non_null(strstr(terminal_of(table, NULL, 1), "--------  -----\n"));
}

static void test_terminal_counts_cells(void **state) {
  (void)state;
  static const struct field_column two[] = {{"a", FIELD_TEXT, 0}, {"b", FIELD_CODE, 0}};
  struct result_table *table = result_table_new(arena, "t", two, 2);
  result_text(table, "\xE6\xBC\xA2\xE5\xAD\x97"); // two ideographs, two cells each
  result_text(table, "x");
  result_text(table, "e\xCC\x81"); // e and a combining accent, one cell
  result_text(table, "y");
  assert_string_equal(terminal_of(table, NULL, 0), "a     b\n"
                                                   "----  -\n"
                                                   "\xE6\xBC\xA2\xE5\xAD\x97  x\n"
                                                   "e\xCC\x81     y\n");
}

static void test_terminal_shows_controls_as_text(void **state) {
  (void)state;
  static const struct field_column one[] = {{"a", FIELD_TEXT, 0}};
  struct result_table *table = result_table_new(arena, "t", one, 1);
  result_text(table, "\x1B[2J\n\x7F\xC2\x9B");
  result_text(table, "\xE2\x80\xAEtxt"); // right-to-left override
  result_text(table, "bad\xFF");
  assert_string_equal(terminal_of(table, NULL, 0), "a\n-----------------------\n"
                                                   "\\x1B[2J\\x0A\\x7F\\xC2\\x9B\n"
                                                   "\\xE2\\x80\\xAEtxt\n"
                                                   "bad\\xFF\n");
}

static void test_terminal_kr(void **state) {
  (void)state;
  assert_string_equal(terminal_kr(arena, 150000049), "1 500 000");
  assert_string_equal(terminal_kr(arena, -150000050), "-1 500 001");
  assert_string_equal(terminal_kr(arena, -49), "0");
  assert_string_equal(terminal_kr(arena, FIELD_BLANK), "");
}

static void test_terminal_width_of_a_file_is_none(void **state) {
  (void)state;
  FILE *file = tmpfile();
  setenv("COLUMNS", "40", 1);
  assert_int_equal(terminal_width(file), 0);
  fclose(file);
}

static void test_terminal_width_of_a_terminal(void **state) {
  (void)state;
  int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  assert_true(terminal >= 0);
  FILE *to = fdopen(terminal, "w");
  setenv("COLUMNS", "40", 1);
  assert_int_equal(terminal_width(to), 40);
  setenv("COLUMNS", "4x", 1);
  assert_int_equal(terminal_width(to), 80);
  unsetenv("COLUMNS");
  fclose(to);
}

// --- folder ---

static struct result_folder *begin(const char *name) {
  const char *why = NULL;
  struct result_folder *folder = folder_begin(arena, place, name, &why);
  if (!folder)
    print_error("%s\n", why);
  assert_non_null(folder);
  return folder;
}

static void write_file(struct result_folder *folder, const char *name, const char *text) {
  FILE *file = folder_file(folder, name);
  assert_non_null(file);
  fputs(text, file);
}

static void write_result(const char *name, const char *text) {
  const char *why = "";
  struct result_folder *folder = begin(name);
  write_file(folder, "effects.csv", text);
  if (!folder_commit(folder, &why))
    print_error("%s\n", why);
  assert_string_equal(why, "");
}

static const char *path_of(const char *name, const char *file) {
  return arena_printf(arena, "%s/%s/%s", place, name, file);
}

static const char *content_of(const char *name, const char *file) {
  char text[100] = "";
  FILE *from = fopen(path_of(name, file), "r");
  if (!from)
    return NULL;
  size_t length = fread(text, 1, sizeof text - 1, from);
  fclose(from);
  return arena_text(arena, text, length);
}

static int entries_in(const char *path) {
  int count = 0;
  DIR *folder = opendir(path);
  assert_non_null(folder);
  for (struct dirent *entry; (entry = readdir(folder));)
    count += strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..");
  closedir(folder);
  return count;
}

static unsigned mode_of(const char *path) {
  struct stat is;
  assert_int_equal(stat(path, &is), 0);
  return is.st_mode & 07777;
}

static int set_up_place(void **state) {
  strcpy(place, "/tmp/rotacost-test-XXXXXX");
  return mkdtemp(place) ? set_up(state) : -1;
}

static int tear_down_place(void **state) {
  const char *names[] = {"r/effects.csv",          "r/results.sha256",          "r/mine.txt", "r/sub",    "r",
                         "out/deep/r/effects.csv", "out/deep/r/results.sha256", "out/deep/r", "out/deep", "out"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    remove(arena_printf(arena, "%s/%s", place, names[i]));
  int left = rmdir(place); // fails where a test leaves a folder of its own behind
  tear_down(state);
  return left;
}

static void test_folder_is_written(void **state) {
  (void)state;
  mode_t before = umask(027);
  write_result("r", "new");
  umask(before);
  assert_string_equal(content_of("r", "effects.csv"), "new");
  assert_int_equal(mode_of(path_of("r", "effects.csv")), 0640);
  assert_int_equal(mode_of(path_of("r", "")), 0750);
  assert_int_equal(entries_in(place), 1);
}

static void test_folder_parents_are_made(void **state) {
  (void)state;
  const char *why = NULL;
  struct result_folder *folder = folder_begin(arena, arena_printf(arena, "%s/out/deep/", place), "r", &why);
  assert_non_null(folder);
  write_file(folder, "effects.csv", "x");
  assert_true(folder_commit(folder, &why));
  assert_string_equal(content_of("out/deep/r", "effects.csv"), "x");
}

static void test_folder_replaces_the_old_result(void **state) {
  (void)state;
  write_result("r", "old");
  struct result_folder *folder = begin("r");
  write_file(folder, "effects.csv", "new");
  assert_string_equal(content_of("r", "effects.csv"), "old");
  const char *why;
  assert_true(folder_commit(folder, &why));
  assert_string_equal(content_of("r", "effects.csv"), "new");
}

static void test_folder_replaces_without_exchange(void **state) {
  (void)state;
  world.no_flags = true;
  write_result("r", "old");
  write_result("r", "new");
  assert_string_equal(content_of("r", "effects.csv"), "new");
  assert_int_equal(entries_in(place), 1);
}

// Whichever rename fails, the old result stands and nothing else is left.
static void test_folder_survives_a_failing_rename(void **state) {
  (void)state;
  for (int at = 1; at <= 2; at++) {
    memset(&world, 0, sizeof world);
    write_result("r", "old");
    struct result_folder *folder = begin("r");
    write_file(folder, "effects.csv", "new");
    const char *why = NULL;
    assert_true(folder_seal(folder, &why)); // which gives the list its name
    world.no_flags = true;
    world.renames = -1; // the first one, onto a folder that is not empty, fails by itself
    world.rename_fails_at = at;
    assert_false(folder_commit(folder, &why));
    assert_non_null(strstr(why, "cannot replace"));
    assert_string_equal(content_of("r", "effects.csv"), "old");
    assert_int_equal(entries_in(place), 1);
  }
}

static void test_folder_survives_a_full_disk(void **state) {
  (void)state;
  write_result("r", "old");
  struct result_folder *folder = begin("r");
  write_file(folder, "effects.csv", "new");
  world.fsync_fails = true;
  const char *why = NULL;
  assert_false(folder_commit(folder, &why));
  assert_non_null(strstr(why, "r/effects.csv: No space left on device"));
  assert_string_equal(content_of("r", "effects.csv"), "old");
  assert_int_equal(entries_in(place), 1);
  assert_null(folder_file(folder, "more.csv"));
}

// An error that nobody looked at when it happened.
static void test_folder_remembers_a_failed_write(void **state) {
  (void)state;
  write_result("r", "old");
  struct result_folder *folder = begin("r");
  FILE *file = folder_file(folder, "effects.csv");
  assert_int_equal(fgetc(file), EOF); // open for writing only: marks the stream as failed
  const char *why = NULL;
  assert_false(folder_commit(folder, &why));
  assert_non_null(strstr(why, "r/effects.csv: Input/output error"));
  assert_string_equal(content_of("r", "effects.csv"), "old");
}

static void test_folder_abandoned_leaves_the_old_result(void **state) {
  (void)state;
  write_result("r", "old");
  struct result_folder *folder = begin("r");
  write_file(folder, "effects.csv", "new");
  folder_abandon(folder);
  folder_abandon(folder);
  assert_string_equal(content_of("r", "effects.csv"), "old");
  assert_int_equal(entries_in(place), 1);
  const char *why = NULL;
  assert_false(folder_commit(folder, &why));
  assert_non_null(why);
}

static void test_folder_abandon_after_commit_is_harmless(void **state) {
  (void)state;
  struct result_folder *folder = begin("r");
  write_file(folder, "effects.csv", "new");
  const char *why;
  assert_true(folder_commit(folder, &why));
  folder_abandon(folder);
  assert_string_equal(content_of("r", "effects.csv"), "new");
}

static void put_file(const char *path, const char *text) {
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static void expect_left_alone(void) {
  struct result_folder *folder = begin("r");
  write_file(folder, "effects.csv", "new");
  const char *why = NULL;
  assert_false(folder_commit(folder, &why));
  assert_non_null(strstr(why, "not results"));
  assert_int_equal(entries_in(place), 1);
}

static void test_folder_of_another_kind_is_left_alone(void **state) {
  (void)state;
  assert_int_equal(mkdir(path_of("r", ""), 0755), 0);
  put_file(path_of("r", "mine.txt"), "mine");
  expect_left_alone();
  assert_string_equal(content_of("r", "mine.txt"), "mine");
}

static void test_folder_keeps_folders_in_it(void **state) {
  (void)state;
  write_result("r", "old");
  assert_int_equal(mkdir(path_of("r", "sub"), 0755), 0);
  write_result("r", "new");
  assert_string_equal(content_of("r", "effects.csv"), "new");
  assert_int_equal(mode_of(path_of("r", "sub")), 0755);
  assert_int_equal(entries_in(place), 1);
}

// Also where a file system knows no flags of rename.
static void test_folder_keeps_what_a_user_edited(void **state) {
  (void)state;
  for (int old_file_system = 0; old_file_system < 2; old_file_system++) {
    world.no_flags = old_file_system;
    write_result("r", "old");
    put_file(path_of("r", "effects.csv"), "mine");
    struct result_folder *folder = begin("r");
    write_file(folder, "effects.csv", "new");
    const char *why;
    const struct kept_file *kept;
    assert_true(folder_commit(folder, &why));
    assert_int_equal(folder_kept(folder, &kept), 1);
    assert_string_equal(kept[0].was, path_of("r", "effects.csv"));
    assert_non_null(strstr(kept[0].now, "/r/effects-edited-"));
    const char *name = strrchr(kept[0].now, '/') + 1;
    assert_string_equal(content_of("r", name), "mine");
    assert_string_equal(content_of("r", "effects.csv"), "new");
    remove(kept[0].now);
  }
}

static void test_folder_that_is_empty_is_replaced(void **state) {
  (void)state;
  for (int old_file_system = 0; old_file_system < 2; old_file_system++) {
    world.no_flags = old_file_system;
    assert_int_equal(mkdir(path_of("r", ""), 0755), 0);
    write_result("r", "new");
    assert_string_equal(content_of("r", "effects.csv"), "new");
    remove(path_of("r", "effects.csv"));
    remove(path_of("r", "results.sha256"));
    remove(path_of("r", ""));
  }
}

static void test_folder_refuses(void **state) {
  (void)state;
  const char *bad[] = {"", ".", "..", ".hidden", "a/b"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    const char *why = NULL;
    assert_null(folder_begin(arena, place, bad[i], &why));
    assert_non_null(why);
  }
  const char *why = NULL;
  put_file(path_of(".", "r"), "a file");
  assert_null(folder_begin(arena, place, "r", &why));
  assert_non_null(strstr(why, "in the way"));
  assert_null(folder_begin(arena, path_of(".", "r"), "x", &why));
  assert_non_null(strstr(why, "Not a directory"));
  assert_null(folder_begin(arena, "", "x", &why));
  struct result_folder *folder = begin("s");
  assert_null(folder_file(folder, "../r"));
  folder_abandon(folder);
}

#define PLAIN(TEST) cmocka_unit_test_setup_teardown(TEST, set_up, tear_down)
#define IN_PLACE(TEST) cmocka_unit_test_setup_teardown(TEST, set_up_place, tear_down_place)

int main(void) {
  const struct CMUnitTest tests[] = {
      PLAIN(test_rows_end_when_full),
      PLAIN(test_number_text),
      PLAIN(test_csv_dialects),
      PLAIN(test_csv_byte_order_mark),
      PLAIN(test_csv_decimal_sign_as_separator_is_quoted),
      PLAIN(test_csv_quotes),
      PLAIN(test_csv_formulas_are_harmless),
      PLAIN(test_csv_tells_of_a_full_disk),
      PLAIN(test_terminal_aligns),
      PLAIN(test_terminal_headings_of_an_empty_table),
      PLAIN(test_terminal_integers_of_five_digits_are_grouped),
      PLAIN(test_terminal_cuts_the_widest_text),
      PLAIN(test_terminal_counts_cells),
      PLAIN(test_terminal_shows_controls_as_text),
      PLAIN(test_terminal_kr),
      PLAIN(test_terminal_width_of_a_file_is_none),
      PLAIN(test_terminal_width_of_a_terminal),
      IN_PLACE(test_folder_is_written),
      IN_PLACE(test_folder_parents_are_made),
      IN_PLACE(test_folder_replaces_the_old_result),
      IN_PLACE(test_folder_replaces_without_exchange),
      IN_PLACE(test_folder_survives_a_failing_rename),
      IN_PLACE(test_folder_survives_a_full_disk),
      IN_PLACE(test_folder_remembers_a_failed_write),
      IN_PLACE(test_folder_abandoned_leaves_the_old_result),
      IN_PLACE(test_folder_abandon_after_commit_is_harmless),
      IN_PLACE(test_folder_of_another_kind_is_left_alone),
      IN_PLACE(test_folder_keeps_folders_in_it),
      IN_PLACE(test_folder_keeps_what_a_user_edited),
      IN_PLACE(test_folder_that_is_empty_is_replaced),
      IN_PLACE(test_folder_refuses),
  };
  return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
