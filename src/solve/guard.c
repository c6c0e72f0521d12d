// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/guard.h"

#include <glpk.h>
#include <setjmp.h>
#include <stddef.h>

static _Thread_local jmp_buf fault_exit; // GLPK and its environment belong to one thread
static _Thread_local unsigned age;

static void on_fault(void *info) {
  (void)info;
  longjmp(fault_exit, 1);
}

unsigned guard_age(void) { return age; }

bool guard_run(guarded *work, void *state) {
  enum { GLPK_BEGUN_BEFORE = 1 }; // more: out of memory; the first call would end the program
  if (glp_init_env() > GLPK_BEGUN_BEFORE)
    return false;
  if (setjmp(fault_exit)) { // GLPK failed; only a new environment can be trusted
    glp_free_env();
    age++;
    return false;
  }
  glp_term_out(GLP_OFF);
  glp_error_hook(on_fault, NULL);
  work(state);
  glp_error_hook(NULL, NULL);
  return true;
}
