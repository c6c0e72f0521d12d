// SPDX-License-Identifier: GPL-3.0-or-later
// An audit whose pieces of work are struck one by one: it says which unit and why, gives no sum that looks whole, and
// the next audit knows nothing of it.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "audit/assumptions.h"
#include "audit/compliance.h"
#include "audit/record.h"
#include "audit/together.h"
#include "pool/pool.h"
#include "support/audited.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  pool_before_task = NULL;
  arena_free(*state);
  return 0;
}

enum { DAY_START = 7 * HOURS + 30, DAY_END = 15 * HOURS };

// Three units with hired nurses by day, and two measures: one takes a nurse away in `ward`, one in `ward` and `home`.
static struct memory three_units(struct arena *arena) {
  static const char *const names[] = {"ward", "home", "clinic"};
  struct memory memory = memory_town(arena);
  for (int unit = 0; unit < 3; unit++) {
    memory_add_unit(&memory, names[unit]);
    memory_add_shift(&memory, unit, "day", DAY_START, DAY_END);
    memory_add_need(&memory, unit, "day", DAY_START, DAY_END, NURSE, 4000 + unit * 1000);
  }
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, NURSE);
  int64_t one = town_measure(&memory, "one", day_from_date(2025, 1, 1));
  int64_t two = town_measure(&memory, "two", day_from_date(2025, 1, 1));
  town_edit(&memory, one, "need", "unit='ward'", "persons", "add -1");
  town_edit(&memory, two, "need", "unit='ward'", "persons", "add -1");
  town_edit(&memory, two, "need", "unit='home'", "persons", "add -1");
  memory_settings(&memory)->first_year = 2025;
  memory_settings(&memory)->last_year = 2026;
  return memory;
}

static const char *victim; // the task of this name
static int blow;           // by this signal

static void strike(const struct pool_task *task) {
  if (!strcmp(task->name, victim))
    kill(getpid(), blow);
}

static void each_unit_is_told(void **state) {
  static const char *const names[] = {"ward", "home", "clinic", "one", "two"};
  static const int blows[] = {SIGKILL, SIGABRT, SIGSEGV};
  struct memory memory = three_units(*state);
  pool_before_task = strike;
  for (size_t i = 0; i < 5; i++) {
    struct failure failure;
    struct audit_hooks hooks = {.jobs = 1 + (int)i % 3};
    victim = names[i];
    blow = blows[i % 3];
    assert_null(audit_run(town_scenario(&memory), &hooks, &failure));
    assert_int_equal(failure.kind, FAILURE_FAULT);
    assert_string_equal(failure.where, names[i]);
    assert_non_null(strstr(failure.text, "signal"));
    errno = 0;
    assert_true(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD);
  }
  pool_before_task = NULL;
  audit_everything(town_scenario(&memory)); // nothing of all that is left
}

static void stop(const struct pool_task *task) {
  if (!strcmp(task->name, victim))
    for (;;)
      pause();
}

static void a_unit_out_of_time_is_a_limit(void **state) {
  struct memory memory = three_units(*state);
  struct failure failure;
  struct audit_hooks hooks = {.seconds = 1};
  victim = "home";
  pool_before_task = stop;
  assert_null(audit_run(town_scenario(&memory), &hooks, &failure));
  assert_int_equal(failure.kind, FAILURE_LIMIT);
  assert_string_equal(failure.where, "home");
}

static void strike_all(const struct pool_task *task) {
  (void)task;
  kill(getpid(), SIGKILL);
}

static void several_are_counted(void **state) {
  struct memory memory = three_units(*state);
  struct failure failure;
  struct audit_hooks hooks = {.jobs = 2};
  pool_before_task = strike_all;
  assert_null(audit_run(town_scenario(&memory), &hooks, &failure));
  assert_string_equal(failure.where, "ward"); // the first of the rows, whoever died first
  assert_non_null(strstr(failure.text, "and 2 more"));
}

// ---------------------------------------------------------------- the same whoever works

static void check_same(const struct audit *a, const struct audit *b) {
  assert_int_equal(a->cover_count, b->cover_count);
  assert_int_equal(a->finding_count, b->finding_count);
  assert_int_equal(a->record_count, b->record_count);
  for (size_t i = 0; i < a->cover_count; i++) {
    assert_string_equal(a->cover[i].window, b->cover[i].window);
    assert_true(a->cover[i].unit == b->cover[i].unit && a->cover[i].measure == b->cover[i].measure &&
                a->cover[i].planned_milli == b->cover[i].planned_milli && a->cover[i].day == b->cover[i].day);
  }
  for (size_t i = 0; i < a->finding_count; i++)
    assert_string_equal(a->findings[i].reason, b->findings[i].reason);
  for (size_t i = 0; i < a->record_count; i++)
    assert_memory_equal(&a->records[i].optimum_kr, &b->records[i].optimum_kr, sizeof(double));
  for (size_t m = 0; m < a->measure_count; m++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      assert_memory_equal(&a->measures[m].full.answers[p], &b->measures[m].full.answers[p], sizeof(struct answer));
  assert_int_equal(a->together->line_count, b->together->line_count);
  for (size_t i = 0; i < a->together->line_count; i++)
    assert_int_equal(a->together->lines[i].joint_ore, b->together->lines[i].joint_ore);
  assert_int_equal(a->assumptions->count, b->assumptions->count);
  assert_int_equal(a->counts.solves, b->counts.solves);
  assert_int_equal(a->counts.iterations, b->counts.iterations);
}

static const struct audit *audit_in(const struct memory *memory, int jobs) {
  struct failure failure;
  struct audit_hooks hooks = {.jobs = jobs};
  const struct audit *audit = audit_run(town_scenario(memory), &hooks, &failure);
  assert_non_null(audit);
  return audit;
}

static void however_many_work(void **state) {
  struct memory memory = three_units(*state);
  const struct audit *alone = audit_in(&memory, 1);
  assert_true(alone->cover_count && alone->record_count && alone->together->line_count);
  check_same(alone, audit_in(&memory, 2));
  check_same(alone, audit_in(&memory, 7));
}

struct seen {
  size_t last, total, calls;
};

static void see(void *info, size_t done, size_t total, const char *what) {
  struct seen *seen = info;
  assert_true(done <= total && done >= seen->last);
  assert_true(*what || done == total);
  *seen = (struct seen){done, total, seen->calls + 1};
}

static void progress_is_told_and_lines_are_whole(void **state) {
  struct memory memory = three_units(*state);
  struct seen seen = {0, 0, 0};
  char *text = NULL;
  size_t length = 0, lines = 0;
  struct failure failure;
  struct audit_hooks hooks = {.jobs = 3, .progress = see, .info = &seen, .log = open_memstream(&text, &length)};
  const struct audit *audit = audit_run(town_scenario(&memory), &hooks, &failure);
  assert_non_null(audit);
  fclose(hooks.log);
  for (char *line = text; *line; line = strchr(line, '\n') + 1, lines++)
    assert_true(strstr(line, " rows, ") < strchr(line, '\n'));
  assert_int_equal(lines, audit->counts.solves);
  assert_int_equal(seen.last, seen.total);
  assert_int_equal(seen.calls, seen.total + 1);
  free(text);
}

#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(each_unit_is_told), TEST(a_unit_out_of_time_is_a_limit),        TEST(several_are_counted),
      TEST(however_many_work), TEST(progress_is_told_and_lines_are_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
