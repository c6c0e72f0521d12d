// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/pool.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/language.h"
#include "pool/child.h"
#include "pool/frame.h"

// Share of a child's memory limit: a child that failed above it is taken to have run out of memory.
static const double NEARLY_ALL = 0.6;

enum state { WAITING, RUNNING, ANSWERED, FAILED };

struct work { // state of one task
  enum state state;
  pid_t pid;
  int pipe;
  double end_by_s; // of the clock
  struct inflow inflow;
  struct frame answer; // ANSWERED: in the inflow
};

struct pool {
  const struct pool_settings *settings;
  const struct pool_task *tasks;
  size_t count;
  struct failure *failures; // [count]
  struct work *work;        // [count]
  size_t *order;            // [count] order in which they are started
  size_t begun, taken;      // number started, in `order`; number of answers taken
  int running;
};

int pool_cores(void) {
  cpu_set_t set;
  int cores = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
  return cores > 0 ? cores : 1;
}

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void fail(struct pool *pool, size_t task, struct failure failure) {
  pool->work[task].state = FAILED;
  pool->failures[task] = failure;
  failure_place(&pool->failures[task], pool->tasks[task].name);
}

// ---------------------------------------------------------------- beginning

struct dear { // a task and its effort
  double effort;
  size_t task;
};

static int by_effort(const void *left, const void *right) {
  const struct dear *a = left, *b = right;
  if (a->effort != b->effort)
    return a->effort > b->effort ? -1 : 1;
  return (a->task > b->task) - (a->task < b->task);
}

static void put_in_order(struct pool *pool, struct arena *arena) {
  struct dear *dear = arena_array(arena, pool->count, sizeof *dear);
  for (size_t i = 0; i < pool->count; i++)
    dear[i] = (struct dear){pool->tasks[i].effort, i};
  if (pool->count)
    qsort(dear, pool->count, sizeof *dear, by_effort);
  for (size_t i = 0; i < pool->count; i++)
    pool->order[i] = dear[i].task;
}

// In the child: closes the ends of the other children's pipes.
static _Noreturn void begin_child(const struct pool *pool, size_t task, pid_t parent, const int ends[2]) {
  for (size_t i = 0; i < pool->count; i++)
    if (pool->work[i].state == RUNNING)
      close(pool->work[i].pipe);
  close(ends[0]);
  child_work(pool->settings, &pool->tasks[task], parent, ends[1]);
}

// False if no process or no pipe was available: *error.
static bool begin(struct pool *pool, size_t task, int *error) {
  struct work *work = &pool->work[task];
  int ends[2];
  if (pipe2(ends, O_CLOEXEC)) {
    *error = errno;
    return false;
  }
  pid_t parent = getpid();
  fflush(NULL); // so that no child inherits unwritten output
  work->pid = fork();
  *error = errno;
  if (work->pid == 0)
    begin_child(pool, task, parent, ends);
  close(ends[1]);
  if (work->pid < 0) {
    close(ends[0]);
    return false;
  }
  work->pipe = ends[0];
  work->state = RUNNING;
  work->end_by_s = pool->settings->seconds > 0 ? seconds_now() + (double)pool->settings->seconds : INFINITY;
  pool->running++;
  return true;
}

// Starts as many as allowed. If the system has no more processes, the next one waits for another to end.
static void begin_some(struct pool *pool) {
  int jobs = pool->settings->jobs > 0 ? pool->settings->jobs : pool_cores();
  while (pool->begun < pool->count && pool->running < jobs) {
    int error;
    size_t task = pool->order[pool->begun];
    if (!begin(pool, task, &error)) {
      if (pool->running)
        return;
      fail(pool, task, failure_make(FAILURE_LIMIT, _("it could not be begun: %s"), strerror(error)));
    }
    pool->begun++;
  }
}

// ---------------------------------------------------------------- ending

// A child that failed with nearly all its memory used needed more: libraries report this in different ways.
static bool was_full(const struct pool *pool, const struct rusage *used) {
  int64_t memory_mb = pool->settings->memory_mb;
  return memory_mb > 0 && (double)used->ru_maxrss / 1024 > NEARLY_ALL * (double)memory_mb;
}

static struct failure failure_of_child(const struct pool *pool, int status, bool full) {
  if (full || (WIFEXITED(status) && WEXITSTATUS(status) == 70))
    return failure_make(FAILURE_LIMIT, _("it needs more memory than it may take (%lld MB)"),
                        (long long)pool->settings->memory_mb);
  if (WIFSIGNALED(status))
    return failure_make(FAILURE_FAULT, _("its process was ended by signal %d (%s)"), WTERMSIG(status),
                        strsignal(WTERMSIG(status)));
  return failure_make(FAILURE_FAULT, _("its process ended with status %d and no answer"), WEXITSTATUS(status));
}

// Kills and reaps a child that has sent everything. `failure`: what is known
// already.
static void end(struct pool *pool, size_t task, struct failure failure) {
  struct work *work = &pool->work[task];
  int status = 0;
  struct rusage used = {.ru_maxrss = 0};
  assert(work->pid > 0); // -1 would signal every process
  close(work->pipe);
  kill(work->pid, SIGKILL); // has no effect on the status of a child that is already ending
  while (wait4(work->pid, &status, 0, &used) < 0 && errno == EINTR)
    ;
  pool->running--;
  bool full = was_full(pool, &used), told = work->state == FAILED && pool->failures[task].kind == FAILURE_FAULT;
  if ((work->state == RUNNING && failure.kind == FAILURE_NONE) || (told && full))
    failure = failure_of_child(pool, status, full);
  if (work->state == RUNNING || failure.kind != FAILURE_NONE)
    fail(pool, task, failure);
}

static void take_failure(struct pool *pool, size_t task, const struct frame *frame) {
  struct failure failure;
  if (frame->length == sizeof failure) {
    memcpy(&failure, frame->bytes, sizeof failure);
    failure.text[sizeof failure.text - 1] = '\0';
  } else {
    failure = failure_make(FAILURE_FAULT, "%s", _("its answer cannot be read"));
  }
  if (failure.kind != FAILURE_LIMIT)
    failure.kind = FAILURE_FAULT;
  fail(pool, task, failure);
}

static void take_step(const struct pool *pool, const struct frame *frame) {
  char what[80];
  size_t length = frame->length < sizeof what - 1 ? frame->length : sizeof what - 1;
  memcpy(what, frame->bytes, length);
  what[length] = '\0';
  pool->settings->step(pool->settings->info, what);
}

static void take_frames(struct pool *pool, size_t task) {
  struct work *work = &pool->work[task];
  struct frame frame;
  while (work->state == RUNNING && inflow_next(&work->inflow, &frame)) {
    if (frame.kind == FRAME_LINE && pool->settings->line)
      pool->settings->line(pool->settings->info, frame.bytes, frame.length);
    else if (frame.kind == FRAME_STEP && pool->settings->step)
      take_step(pool, &frame);
    else if (frame.kind == FRAME_FAILURE)
      take_failure(pool, task, &frame);
    if (frame.kind == FRAME_ANSWER) {
      work->answer = frame;
      work->state = ANSWERED;
    }
  }
}

static void hear(struct pool *pool, size_t task) {
  struct work *work = &pool->work[task];
  bool more = inflow_read(&work->inflow, work->pipe);
  take_frames(pool, task);
  if (work->state == RUNNING && work->inflow.broken)
    end(pool, task, failure_make(FAILURE_FAULT, "%s", _("its answer cannot be read")));
  else if (work->state != RUNNING || !more)
    end(pool, task, (struct failure){FAILURE_NONE, "", ""});
}

static void end_late(struct pool *pool) {
  double now_s = seconds_now();
  for (size_t i = 0; i < pool->count; i++)
    if (pool->work[i].state == RUNNING && pool->work[i].end_by_s <= now_s)
      end(pool, i,
          failure_make(FAILURE_LIMIT, _("it took longer than it may (%lld s)"), (long long)pool->settings->seconds));
}

// ---------------------------------------------------------------- waiting

static int milliseconds_left(const struct pool *pool) {
  double first_s = INFINITY;
  for (size_t i = 0; i < pool->count; i++)
    if (pool->work[i].state == RUNNING)
      first_s = fmin(first_s, pool->work[i].end_by_s);
  double left_ms = (first_s - seconds_now()) * 1000;
  return left_ms > 60000 ? 60000 : left_ms < 0 ? 0 : (int)left_ms + 1;
}

static void wait_and_hear(struct pool *pool, struct pollfd *ears, size_t *whose) {
  nfds_t count = 0;
  for (size_t i = 0; i < pool->count; i++)
    if (pool->work[i].state == RUNNING) {
      whose[count] = i;
      ears[count++] = (struct pollfd){.fd = pool->work[i].pipe, .events = POLLIN};
    }
  if (poll(ears, count, milliseconds_left(pool)) > 0)
    for (nfds_t e = 0; e < count; e++)
      if (ears[e].revents)
        hear(pool, whose[e]);
  end_late(pool);
}

// Takes the available answers next in order, then frees their bytes.
static void take_some(struct pool *pool) {
  for (; pool->taken < pool->count; pool->taken++) {
    size_t i = pool->taken;
    struct work *work = &pool->work[i];
    if (work->state == WAITING || work->state == RUNNING)
      return;
    if (work->state == ANSWERED && !pool->tasks[i].take(pool->tasks[i].info, work->answer.bytes, work->answer.length))
      fail(pool, i, failure_make(FAILURE_FAULT, "%s", _("its answer cannot be read")));
    inflow_free(&work->inflow);
  }
}

bool pool_run(const struct pool_settings *settings, const struct pool_task *tasks, size_t count,
              struct failure *failures) {
  struct arena *arena = arena_new();
  struct pool pool = {.settings = settings,
                      .tasks = tasks,
                      .count = count,
                      .failures = failures,
                      .work = arena_array(arena, count, sizeof *pool.work),
                      .order = arena_array(arena, count, sizeof *pool.order)};
  struct pollfd *ears = arena_array(arena, count, sizeof *ears);
  size_t *whose = arena_array(arena, count, sizeof *whose);
  bool well = true;
  for (size_t i = 0; i < count; i++)
    failures[i] = (struct failure){FAILURE_NONE, "", ""};
  put_in_order(&pool, arena);
  for (begin_some(&pool); pool.running; begin_some(&pool)) {
    wait_and_hear(&pool, ears, whose);
    take_some(&pool);
  }
  take_some(&pool); // tasks that could not be started
  for (size_t i = 0; i < count; i++)
    well &= failures[i].kind == FAILURE_NONE;
  arena_free(arena);
  return well;
}
