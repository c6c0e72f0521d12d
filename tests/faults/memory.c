// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library (LD_PRELOAD): lets the allocation number FAULT_AT of a process fail, and with FAULT_LATER all
// later ones too. A child goes on counting where its parent was. FAULT_COUNT names a file to which every process writes
// how many it made.
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Of the GNU C library.
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static long made, fault_at = -1;
static int later;

__attribute__((constructor)) static void begin(void) {
  const char *at = getenv("FAULT_AT");
  fault_at = at ? atol(at) : 0;
  later = getenv("FAULT_LATER") != NULL;
  made = 0;
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAULT_COUNT");
  char line[32];
  int file = path ? open(path, O_WRONLY | O_CREAT | O_APPEND, 0644) : -1;
  if (file < 0)
    return;
  ssize_t written = write(file, line, (size_t)snprintf(line, sizeof line, "%ld\n", made));
  (void)written;
  close(file);
}

static int fails(void) {
  long number = ++made;
  int bad = fault_at > 0 && (number == fault_at || (later && number > fault_at));
  if (bad)
    errno = ENOMEM;
  return bad;
}

void *malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return fails() ? NULL : __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { return fails() ? NULL : __libc_realloc(old, size); }
