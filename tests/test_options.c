// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/options.h"

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

enum { WORDS_MOST = 16 };

// Parses a line of words set apart by single blanks; two blanks make an empty word.
static struct options parsed(const char *line) {
  char *words[WORDS_MOST + 1];
  words[0] = arena_printf(arena, "rotacost");
  char *copy = arena_printf(arena, "%s", line);
  int count = 1;
  for (char *word; (word = strsep(&copy, " "));)
    words[count++] = word;
  words[count] = NULL;
  assert_true(count <= WORDS_MOST);
  return options_parse(arena, count, words);
}

// Runs the parser in a child process; its stdout and stderr come back together.
struct ending {
  int status;
  const char *said;
};

static struct ending ending_of(const char *line) {
  int ends[2], status;
  char said[32768];
  assert_int_equal(pipe(ends), 0);
  fflush(NULL);
  pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    dup2(ends[1], STDERR_FILENO);
    parsed(line);
    fflush(NULL);
    _exit(99); // accepted
  }
  close(ends[1]);
  size_t length = 0;
  for (ssize_t got; (got = read(ends[0], said + length, sizeof said - 1 - length)) > 0;)
    length += (size_t)got;
  close(ends[0]);
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  return (struct ending){WEXITSTATUS(status), arena_text(arena, said, length)};
}

static void expect_wrong(const char *line, const char *message) {
  struct ending ending = ending_of(line);
  if (ending.status != EXIT_WRONG_USE || !strstr(ending.said, message))
    print_error("rotacost %s: status %d\n%s\n", line, ending.status, ending.said);
  assert_int_equal(ending.status, EXIT_WRONG_USE);
  assert_non_null(strstr(ending.said, message));
}

static void test_run_by_default(void **state) {
  (void)state;
  struct options options = parsed("run a b");
  assert_int_equal(options.command, COMMAND_RUN);
  assert_int_equal(options.scenario_count, 2);
  assert_string_equal(options.scenarios[0], "a");
  assert_string_equal(options.scenarios[1], "b");
  assert_string_equal(options.output, "output");
  assert_int_equal(options.csv, CSV_OF_SCENARIO);
  assert_false(options.strict || options.verbose || options.quiet);
}

static void test_run_with_everything(void **state) {
  (void)state;
  struct options options = parsed("run -o out --csv rfc4180 --strict a --verbose");
  assert_string_equal(options.output, "out");
  assert_int_equal(options.csv, CSV_RFC4180);
  assert_true(options.strict && options.verbose);
  assert_int_equal(options.scenario_count, 1);
  assert_true(parsed("run a -q").quiet);
  assert_int_equal(parsed("run --csv=rfc4180 --csv=scenario a").csv, CSV_OF_SCENARIO);
}

static void test_options_may_stand_before_the_command(void **state) {
  (void)state;
  struct options options = parsed("--strict run -- -a");
  assert_true(options.strict);
  assert_string_equal(options.scenarios[0], "-a");
}

static void test_other_commands(void **state) {
  (void)state;
  assert_int_equal(parsed("check a").command, COMMAND_CHECK);
  assert_int_equal(parsed("columns").command, COMMAND_COLUMNS);
  struct options options = parsed("new dir");
  assert_int_equal(options.command, COMMAND_NEW);
  assert_string_equal(options.new_folder, "dir");
  assert_int_equal(options.scenario_count, 0);
}

static void test_model(void **state) {
  (void)state;
  struct options options = parsed("model a --lp x.lp");
  assert_int_equal(options.command, COMMAND_MODEL);
  assert_int_equal(options.scenario_count, 1);
  assert_null(options.measure);
  assert_null(options.mps_file);
  assert_int_equal(options.year, 0);
  assert_int_equal(options.positions, POSITIONS_KEPT);
  options = parsed("model a M1 --mps x.mps --unit w --year 2025 --positions adjusted");
  assert_int_equal(options.scenario_count, 1);
  assert_string_equal(options.scenarios[0], "a");
  assert_string_equal(options.measure, "M1");
  assert_string_equal(options.mps_file, "x.mps");
  assert_string_equal(options.unit, "w");
  assert_int_equal(options.year, 2025);
  assert_int_equal(options.positions, POSITIONS_ADJUSTED);
}

static void test_explain(void **state) {
  (void)state;
  struct options options = parsed("explain a");
  assert_int_equal(options.command, COMMAND_EXPLAIN);
  assert_null(options.measure);
  assert_int_equal(options.year, 0);
  options = parsed("need a b --unit w --year 2025 --csv scenario");
  assert_int_equal(options.command, COMMAND_NEED);
  assert_int_equal(options.scenario_count, 2);
  assert_string_equal(options.unit, "w");
  assert_true(options.csv_given);
  options = parsed("explain a M1 --year 2025 -v");
  assert_int_equal(options.scenario_count, 1);
  assert_string_equal(options.scenarios[0], "a");
  assert_string_equal(options.measure, "M1");
  assert_int_equal(options.year, 2025);
  assert_true(options.verbose);
}

static void test_wrong_use(void **state) {
  (void)state;
  static const struct {
    const char *line, *message;
  } cases[] = {
      {"--strict",
       "missing command; choose one of run, compare, need, rota, levels, explain, check, new, claims, gather, columns, words or model"},
      {"claims a", "claims: name the scenario: --into SCENARIO"},
      {"claims a --into b --claims-in øre", "write kr, \"1000 kr\" or \"million kr\""},
      {"claims a --into b --savings-are green", "write positive or negative"},
      {"claims a b --into c", "claims: unexpected argument \"b\""},
      {"run a --into b", "run does not accept --into"},
      {"chekc a", "unknown command \"chekc\"; did you mean \"check\"?"},
      {"optimise a", "unknown command \"optimise\"\n"},
      {"run", "run: SCENARIO... is missing"},
      {"new", "new: DIR|FILE.xlsx is missing"},
      {"new a b", "new: unexpected argument \"b\""},
      {"columns a", "columns: unexpected argument \"a\""},
      {"explain", "explain: SCENARIO [MEASURE] is missing"},
      {"explain a b c", "explain: unexpected argument \"c\""},
      {"explain a --strict", "explain does not accept --strict"},
      {"explain a --unit w", "explain does not accept --unit"},
      {"model a b c --lp x", "model: unexpected argument \"c\""},
      {"model a", "say where to write the programme"},
      {"model a --lp x --strict", "model does not accept --strict"},
      {"check a -o x", "check does not accept --output"},
      {"run a --unit w", "run does not accept --unit"},
      {"need a -j 2", "need does not accept --jobs"},
      {"levels a --from 8 --to 9", "say which unit"},
      {"levels a --unit u --from 9 --to 8", "--from is above --to"},
      {"levels a b --unit u --from 8 --to 9", "unexpected argument"},
      {"run a --to 9", "run does not accept --to"},
      {"run a -v -q", "--verbose and --quiet exclude each other"},
      {"run a --csv excel", "--csv \"excel\": write scenario or rfc4180"},
      {"run a -o ", "--output \"\": name a folder"},
      {"run a ", "run: an argument is blank"},
      {"model a --lp x --year 20x5", "--year \"20x5\": write a year of the scenario, as 2024"},
      {"model a --lp x --year 99999999999999999999", "write a year"},
      {"model a --lp x --year -5", "write a year"},
      {"model a --lp x --positions all", "write kept or adjusted"},
      {"run a --bogus", "--bogus"},
      {"run a --lp", "--lp"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_wrong(cases[i].line, cases[i].message);
}

static void test_help_names_everything(void **state) {
  (void)state;
  struct ending help = ending_of("--help");
  assert_int_equal(help.status, EXIT_DONE);
  const char *words[] = {
      "run ",        "check ",         "explain SCENARIO [MEASURE]", "new ",      "columns ",
      "model ",      "--output=DIR",   "--csv=scenario|rfc4180",     "--strict",  "--verbose",
      "--quiet",     "--only-changed", "gather RESULT...",           "--lp=FILE", "--mps=FILE",
      "--unit=CODE", "--year=YEAR",    "--positions=kept|adjusted",  "--version", "70 internal error"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    assert_non_null(strstr(help.said, words[i]));
}

static void test_version_and_usage(void **state) {
  (void)state;
  struct ending version = ending_of("--version");
  assert_int_equal(version.status, EXIT_DONE);
  assert_true(strncmp(version.said, "rotacost ", 9) == 0);
  assert_int_equal(version.said[9 + strspn(version.said + 9, "0123456789.")], '\n');
  assert_non_null(strstr(version.said, "GPL-3.0-or-later"));
  assert_non_null(strstr(version.said, "GLPK "));
  struct ending usage = ending_of("--usage");
  assert_int_equal(usage.status, EXIT_DONE);
  assert_non_null(strstr(usage.said, "COMMAND [ARGUMENT...]"));
}

// Wherever --lang stands, what is wrong before it is told in its language too.
static void test_language(void **state) {
  (void)state;
  struct ending ending = ending_of("rnu x --lang nb");
  assert_int_equal(ending.status, EXIT_WRONG_USE);
  assert_non_null(strstr(ending.said, "«rnu» er ingen kommando; mente du «run»?"));
  ending = ending_of("--lang=nb --help");
  assert_int_equal(ending.status, EXIT_DONE);
  assert_non_null(strstr(ending.said, "Bruk: "));
  assert_null(strstr(ending.said, "Give this help list"));
  ending = ending_of("check --lang no x");
  assert_int_equal(ending.status, EXIT_WRONG_USE);
  assert_non_null(strstr(ending.said, "--lang \"no\": write nb or en"));
}

#define TEST(FUNCTION) cmocka_unit_test_setup_teardown(FUNCTION, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_run_by_default),
      TEST(test_run_with_everything),
      TEST(test_options_may_stand_before_the_command),
      TEST(test_other_commands),
      TEST(test_model),
      TEST(test_explain),
      TEST(test_wrong_use),
      TEST(test_help_names_everything),
      TEST(test_version_and_usage),
      TEST(test_language),
  };
  return cmocka_run_group_tests_name("options", tests, NULL, NULL);
}
