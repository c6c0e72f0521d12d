// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/child.h"

#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/ending.h"
#include "base/language.h"
#include "pool/frame.h"

// AddressSanitizer maps terabytes, so no limit is set under it.
#if defined(__SANITIZE_ADDRESS__)
#define MEMORY_IS_LIMITED 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MEMORY_IS_LIMITED 0
#endif
#endif
#ifndef MEMORY_IS_LIMITED
#define MEMORY_IS_LIMITED 1
#endif

enum { ENDED_WELL = 0, ENDED_BADLY = 70 };

void (*pool_before_task)(const struct pool_task *task);

static int parent_pipe = -1;     // -1: this process is no child
static struct failure no_memory; // prepared in advance

static _Noreturn void end_without_memory(void) {
  frame_write(parent_pipe, FRAME_FAILURE, &no_memory, sizeof no_memory);
  _exit(ENDED_BADLY);
}

// Pages mapped now, including those shared with the parent.
static rlim_t bytes_mapped(void) {
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "re");
  if (file && fscanf(file, "%lu", &pages) != 1)
    pages = 0;
  if (file)
    fclose(file);
  return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

static void limit_memory(int64_t memory_mb) {
  arena_on_no_memory(end_without_memory);
  if (!MEMORY_IS_LIMITED || memory_mb <= 0)
    return;
  // unused memory held by malloc may be used by the child, within its limit
  rlim_t may_take = (rlim_t)memory_mb << 20;
  if ((rlim_t)mallinfo2().fordblks > may_take)
    malloc_trim((size_t)may_take);
  rlim_t most = bytes_mapped() - (rlim_t)mallinfo2().fordblks + may_take;
  struct rlimit limit;
  if (getrlimit(RLIMIT_AS, &limit) == 0 && most < limit.rlim_max) {
    limit.rlim_cur = most;
    setrlimit(RLIMIT_AS, &limit);
  }
}

// If the machine runs out of memory, a child should be killed, never the parent, which has all answers.
static void offer_oneself(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0)
    return;
  ssize_t written = write(file, "500", 3);
  (void)written; // if this fails, the kernel chooses by size alone
  close(file);
}

// Resets the parent's fault handlers: a fault must kill the child.
static void forget_handlers(void) {
  static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTERM, SIGHUP};
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
    struct sigaction now;
    if (sigaction(faults[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
      signal(faults[i], SIG_DFL);
  }
}

static void settle(const struct pool_settings *settings, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) // the parent died before the prctl call
    _exit(ENDED_BADLY);
  forget_handlers();
  ending_forget();
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  no_memory =
      failure_make(FAILURE_LIMIT, _("it needs more memory than it may take (%lld MB)"), (long long)settings->memory_mb);
  offer_oneself();
  limit_memory(settings->memory_mb);
}

_Noreturn void child_work(const struct pool_settings *settings, const struct pool_task *task, pid_t parent, int to) {
  parent_pipe = to;
  settle(settings, parent);
  if (pool_before_task)
    pool_before_task(task);
  struct packing *answer = packing_new();
  struct failure failure = {FAILURE_NONE, "", ""};
  bool done = task->run(task->info, answer, &failure);
  size_t length;
  const char *bytes = packing_bytes(answer, &length);
  bool told =
      done ? frame_write(to, FRAME_ANSWER, bytes, length) : frame_write(to, FRAME_FAILURE, &failure, sizeof failure);
  _exit(told ? ENDED_WELL : ENDED_BADLY); // _exit: only the parent may flush its buffers
}

// ---------------------------------------------------------------- on the way

void pool_step(const char *what) {
  if (parent_pipe >= 0)
    frame_write(parent_pipe, FRAME_STEP, what, strlen(what));
}

static ssize_t write_line(void *cookie, const char *text, size_t length) {
  (void)cookie;
  return frame_write(parent_pipe, FRAME_LINE, text, length) ? (ssize_t)length : 0;
}

FILE *pool_log(void) {
  static FILE *log;
  if (parent_pipe < 0 || log)
    return parent_pipe < 0 ? NULL : log;
  log = fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_line});
  if (log)
    setvbuf(log, NULL, _IOLBF, BUFSIZ);
  return log;
}
