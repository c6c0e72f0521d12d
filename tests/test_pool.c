// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of work in processes of their own: what comes back, in which order, and what a piece that goes wrong leaves
// behind.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pool/frame.h"
#include "pool/pool.h"
#include "support/long.h"

// ---------------------------------------------------------------- tasks that do as they are told

enum deed { WELL, SAY_WHY, KILLED, ABORTED, EXITED, NO_MEMORY, HUNGRY, ENDLESS, TRUNCATED, NONSENSE, SILENT, LOUD };

enum { TASKS_MOST = 40 };

struct job {
  enum deed deed;
  int number;
  size_t length; // bytes of the answer beside the number
  int slow_ms;
  struct taken *taken;
};

struct taken { // by the parent
  int numbers[TASKS_MOST];
  size_t count, bytes;
  size_t lines, steps;
};

static void fill_memory(void) {
  for (;;) {
    char *more = malloc(1 << 20);
    if (!more)
      arena_no_memory();
    memset(more, 1, 1 << 20);
  }
}

static void go_hungry(void) { // takes what there is, and does not know what to do without more
  while (memset(malloc(1 << 20), 1, 1 << 20))
    ;
}

static void say_half(void) { // a frame that promises more than it holds
  uint64_t head[2] = {FRAME_ANSWER, 1000};
  for (int fd = 3; fd < 100; fd++)
    if (write(fd, head, sizeof head) == (ssize_t)sizeof head)
      break;
  _exit(0);
}

static bool run_job(void *info, struct packing *answer, struct failure *failure) {
  const struct job *job = info;
  usleep((useconds_t)job->slow_ms * 1000);
  switch (job->deed) {
  case SAY_WHY:
    *failure = failure_make(FAILURE_LIMIT, "no %s to be had", "plan");
    return false;
  case KILLED:
    pack_number(answer, 1);
    kill(getpid(), SIGKILL);
    break;
  case ABORTED:
    abort();
  case EXITED:
    _exit(3);
  case NO_MEMORY:
    fill_memory();
    break;
  case HUNGRY:
    go_hungry();
    break;
  case ENDLESS:
    for (;;)
      pause();
  case TRUNCATED:
    say_half();
    break;
  case NONSENSE:
    pack_number(answer, -7);
    return true;
  case SILENT:
    _exit(0);
  case LOUD:
    fprintf(pool_log(), "a line of %d\n", job->number);
    pool_step("a step");
    break;
  case WELL:
    break;
  }
  pack_number(answer, job->number);
  char piece[4096];
  for (size_t done = 0, size = sizeof piece; done < job->length; done += size) {
    if (size > job->length - done)
      size = job->length - done;
    for (size_t i = 0; i < size; i++)
      piece[i] = (char)((done + i) * 7 + (size_t)job->number);
    pack_bytes(answer, piece, size);
  }
  return true;
}

static bool take_job(void *info, const char *bytes, size_t length) {
  const struct job *job = info;
  int64_t number;
  if (length != sizeof number + job->length)
    return false;
  memcpy(&number, bytes, sizeof number);
  if (number < 0)
    return false;
  for (size_t i = 0; i < job->length; i++)
    if (bytes[sizeof number + i] != (char)(i * 7 + (size_t)number))
      return false;
  job->taken->numbers[job->taken->count++] = (int)number;
  job->taken->bytes += length;
  return true;
}

static void take_line(void *info, const char *text, size_t length) {
  struct taken *taken = info;
  assert_true(length && text[length - 1] == '\n');
  taken->lines++;
}

static void take_step(void *info, const char *what) {
  struct taken *taken = info;
  assert_string_equal(what, "a step");
  taken->steps++;
}

struct outcome {
  struct taken taken;
  struct failure failures[TASKS_MOST];
  bool well;
};

static struct outcome run_jobs(struct pool_settings settings, struct job *jobs, size_t count) {
  struct outcome outcome = {.well = false};
  struct pool_task tasks[TASKS_MOST];
  settings.line = take_line;
  settings.step = take_step;
  settings.info = &outcome.taken;
  for (size_t i = 0; i < count; i++) {
    jobs[i].taken = &outcome.taken;
    jobs[i].number = (int)i;
    tasks[i] = (struct pool_task){"job", (double)(i % 5), run_job, take_job, &jobs[i]};
  }
  outcome.well = pool_run(&settings, tasks, count, outcome.failures);
  return outcome;
}

// ---------------------------------------------------------------- nothing is left behind

static int open_files(void) {
  int count = 0;
  DIR *folder = opendir("/proc/self/fd");
  while (readdir(folder))
    count++;
  closedir(folder);
  return count;
}

static int files_before;

static int look_before(void **state) {
  (void)state;
  files_before = open_files();
  return 0;
}

static int look_after(void **state) {
  (void)state;
  errno = 0;
  bool clean = waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD && open_files() == files_before;
  return clean ? 0 : -1;
}

// ---------------------------------------------------------------- what goes well

static void answers_come_in_order(void **state) {
  (void)state;
  const int count = tests_are_long() ? TASKS_MOST : 15;
  for (int jobs_at_once = 1; jobs_at_once <= 7; jobs_at_once += 3) {
    struct job jobs[TASKS_MOST] = {{.deed = WELL}};
    for (int i = 0; i < count; i++)
      jobs[i].slow_ms = (i * 37) % 11;
    struct outcome outcome = run_jobs((struct pool_settings){.jobs = jobs_at_once}, jobs, (size_t)count);
    assert_true(outcome.well);
    assert_int_equal(outcome.taken.count, count);
    for (int i = 0; i < count; i++)
      assert_int_equal(outcome.taken.numbers[i], i);
  }
}

static void big_answers_come_whole(void **state) {
  (void)state;
  const size_t unit = tests_are_long() ? 1 << 20 : 1 << 16; // a pipe holds 64 KiB
  struct job jobs[6] = {{.length = 5 * unit}, {.length = 1}, {.length = 9 * unit}, {.length = 0}, {.length = 3 * unit}};
  struct outcome outcome = run_jobs((struct pool_settings){.jobs = 3}, jobs, 6);
  assert_true(outcome.well);
  assert_int_equal(outcome.taken.bytes, 17 * unit + 1 + 6 * sizeof(int64_t));
}

static void no_tasks_are_no_work(void **state) {
  (void)state;
  struct outcome outcome = run_jobs((struct pool_settings){.jobs = 0}, NULL, 0);
  assert_true(outcome.well);
  assert_true(pool_cores() >= 1);
}

static void lines_and_steps_are_heard(void **state) {
  (void)state;
  struct job jobs[9] = {{.deed = LOUD}};
  for (int i = 0; i < 9; i++)
    jobs[i].deed = LOUD;
  struct outcome outcome = run_jobs((struct pool_settings){.jobs = 4}, jobs, 9);
  assert_true(outcome.well);
  assert_int_equal(outcome.taken.lines, 9);
  assert_int_equal(outcome.taken.steps, 9);
  assert_null(pool_log());
}

// ---------------------------------------------------------------- what goes wrong costs its own answer

// The fourth of seven does the deed; the others are whole.
static struct failure one_goes_wrong(enum deed deed, struct pool_settings settings) {
  struct job jobs[7] = {{.deed = WELL}};
  for (int i = 0; i < 7; i++)
    jobs[i] = (struct job){.deed = WELL, .length = 100000, .slow_ms = i};
  jobs[3].deed = deed;
  struct outcome outcome = run_jobs(settings, jobs, 7);
  assert_false(outcome.well);
  assert_int_equal(outcome.taken.count, 6);
  for (int i = 0; i < 7; i++)
    assert_true((outcome.failures[i].kind != FAILURE_NONE) == (i == 3));
  for (int i = 0; i < 6; i++)
    assert_int_equal(outcome.taken.numbers[i], i < 3 ? i : i + 1);
  assert_string_equal(outcome.failures[3].where, "job");
  return outcome.failures[3];
}

static void check(enum deed deed, struct pool_settings settings, enum failure_kind kind, const char *words) {
  for (settings.jobs = 1; settings.jobs <= 4; settings.jobs += 3) {
    struct failure failure = one_goes_wrong(deed, settings);
    if (failure.kind != kind || !strstr(failure.text, words))
      fail_msg("deed %d: kind %d, \"%s\"", (int)deed, (int)failure.kind, failure.text);
  }
}

static void a_reason_is_passed_on(void **state) {
  (void)state;
  check(SAY_WHY, (struct pool_settings){0}, FAILURE_LIMIT, "no plan to be had");
}

static void a_death_is_told(void **state) {
  (void)state;
  check(KILLED, (struct pool_settings){0}, FAILURE_FAULT, "signal 9");
  check(ABORTED, (struct pool_settings){0}, FAILURE_FAULT, "signal 6");
  check(EXITED, (struct pool_settings){0}, FAILURE_FAULT, "status 3");
  check(SILENT, (struct pool_settings){0}, FAILURE_FAULT, "status 0");
}

static void half_an_answer_is_none(void **state) {
  (void)state;
  check(TRUNCATED, (struct pool_settings){0}, FAILURE_FAULT, "status 0");
  check(NONSENSE, (struct pool_settings){0}, FAILURE_FAULT, "cannot be read");
}

static void time_is_limited(void **state) {
  (void)state;
  check(ENDLESS, (struct pool_settings){.seconds = 1}, FAILURE_LIMIT, "longer than it may (1 s)");
}

static void memory_is_limited(void **state) {
  (void)state;
#if defined(__SANITIZE_ADDRESS__)
  skip();
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
  skip();
#endif
#endif
  check(NO_MEMORY, (struct pool_settings){.memory_mb = 8}, FAILURE_LIMIT, "more memory than it may take (8 MB)");
  check(HUNGRY, (struct pool_settings){.memory_mb = 8}, FAILURE_LIMIT, "more memory than it may take (8 MB)");
}

// A user may have no more processes: root has no such limit, so it becomes somebody else, in a process of its own.
static int run_without_processes(void) {
  struct rlimit none = {0, 0};
  if (geteuid() == 0 && (setgid(64321) || setuid(64321)))
    return 2;
  if (setrlimit(RLIMIT_NPROC, &none))
    return 2;
  struct job jobs[3] = {{.deed = WELL}};
  struct outcome outcome = run_jobs((struct pool_settings){.jobs = 2}, jobs, 3);
  for (int i = 0; i < 3; i++)
    if (outcome.failures[i].kind != FAILURE_LIMIT || !strstr(outcome.failures[i].text, "could not be begun"))
      return 1;
  return outcome.taken.count ? 1 : 0;
}

static void a_full_system_is_told(void **state) {
  (void)state;
  int status;
  pid_t child = fork();
  if (child == 0)
    _exit(run_without_processes());
  assert_true(child > 0);
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  if (WEXITSTATUS(status) == 2)
    skip();
  assert_int_equal(WEXITSTATUS(status), 0);
}

// ---------------------------------------------------------------- the parent ends

static pid_t children_seen[4];

static bool run_endless(void *info, struct packing *answer, struct failure *failure) {
  (void)answer, (void)failure;
  pid_t own = getpid();
  if (write(*(int *)info, &own, sizeof own) != (ssize_t)sizeof own)
    return false;
  for (;;)
    pause();
}

static bool take_none(void *info, const char *bytes, size_t length) {
  (void)info, (void)bytes, (void)length;
  return true;
}

static _Noreturn void work_without_end(int to) {
  struct pool_task tasks[4];
  struct failure failures[4];
  for (int i = 0; i < 4; i++)
    tasks[i] = (struct pool_task){"endless", 0, run_endless, take_none, &to};
  pool_run(&(struct pool_settings){.jobs = 4}, tasks, 4, failures);
  _exit(1);
}

static void children_end_with_the_parent_by(int signal_number) {
  int ends[2], status;
  assert_int_equal(pipe(ends), 0);
  pid_t parent = fork();
  if (parent == 0)
    work_without_end(ends[1]);
  assert_true(parent > 0); // or the signal below would go to everybody
  close(ends[1]);
  for (int i = 0; i < 4; i++)
    assert_int_equal(read(ends[0], &children_seen[i], sizeof(pid_t)), sizeof(pid_t));
  kill(parent, signal_number);
  assert_int_equal(waitpid(parent, &status, 0), parent);
  assert_true(WIFSIGNALED(status) && WTERMSIG(status) == signal_number);
  char none;
  assert_int_equal(read(ends[0], &none, 1), 0); // the last holder of the other end is gone
  close(ends[0]);
  for (int i = 0; i < 4; i++) // they came to us, as to the nearest that takes orphans in
    assert_int_equal(waitpid(children_seen[i], &status, 0), children_seen[i]);
}

static void children_end_with_the_parent(void **state) {
  (void)state;
  assert_int_equal(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
  static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGKILL};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
    children_end_with_the_parent_by(signals[i]);
  prctl(PR_SET_CHILD_SUBREAPER, 0);
}

// What stood in a buffer of ours at the fork is written once, by us.
static void nothing_is_written_twice(void **state) {
  (void)state;
  FILE *file = tmpfile();
  fprintf(file, "once\n");
  struct job jobs[4] = {{.deed = WELL}, {.deed = WELL}, {.deed = EXITED}, {.deed = ABORTED}};
  run_jobs((struct pool_settings){.jobs = 2}, jobs, 4);
  fflush(file);
  assert_int_equal(lseek(fileno(file), 0, SEEK_END), 5);
  fclose(file);
}

#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, look_before, look_after)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(answers_come_in_order),
      TEST(big_answers_come_whole),
      TEST(no_tasks_are_no_work),
      TEST(lines_and_steps_are_heard),
      TEST(a_reason_is_passed_on),
      TEST(a_death_is_told),
      TEST(half_an_answer_is_none),
      TEST(time_is_limited),
      TEST(memory_is_limited),
      TEST(a_full_system_is_told),
      TEST(children_end_with_the_parent),
      TEST(nothing_is_written_twice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
