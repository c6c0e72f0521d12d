// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ending.h"

#include <assert.h>
#include <signal.h>
#include <stddef.h>

static const int asking[] = {SIGINT, SIGTERM, SIGHUP};
enum { ASKING = sizeof asking / sizeof *asking };

static int held;
static sigset_t before;
static struct sigaction too_large_before;

void ending_hold(void) {
  if (held++)
    return;
  sigset_t wait;
  sigemptyset(&wait);
  for (int i = 0; i < ASKING; i++)
    sigaddset(&wait, asking[i]);
  sigprocmask(SIG_BLOCK, &wait, &before);
  sigaction(SIGXFSZ, &(struct sigaction){.sa_handler = SIG_IGN}, &too_large_before);
}

bool ending_asked(void) {
  sigset_t waiting;
  bool asked = false;
  if (!held || sigpending(&waiting))
    return false;
  for (int i = 0; i < ASKING; i++)
    asked |= sigismember(&waiting, asking[i]) == 1;
  return asked;
}

void ending_release(void) {
  assert(held > 0);
  if (--held)
    return;
  sigaction(SIGXFSZ, &too_large_before, NULL);
  sigprocmask(SIG_SETMASK, &before, NULL);
}

void ending_forget(void) {
  if (held)
    sigprocmask(SIG_SETMASK, &before, NULL);
  held = 0;
}
