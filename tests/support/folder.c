// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/folder.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void end_with(const char *what) {
  perror(what);
  abort();
}

struct folder folder_new(void) {
  struct folder folder = {.path = "/tmp/rotacost-test-XXXXXX"};
  if (!mkdtemp(folder.path))
    end_with(folder.path);
  return folder;
}

void folder_write_bytes(const struct folder *folder, const char *file, const void *bytes, size_t length) {
  char path[512];
  snprintf(path, sizeof path, "%s/%s", folder->path, file);
  for (char *slash = path + strlen(folder->path) + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
    *slash = 0;
    mkdir(path, 0700);
  }
  FILE *to = fopen(path, "wb");
  if (!to || fwrite(bytes, 1, length, to) != length || fclose(to) != 0)
    end_with(path);
}

void folder_write(const struct folder *folder, const char *file, const char *text) {
  folder_write_bytes(folder, file, text, strlen(text));
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk) {
  (void)status, (void)kind, (void)walk;
  return remove(path);
}

void folder_remove(const struct folder *folder) {
  if (nftw(folder->path, remove_entry, 8, FTW_DEPTH | FTW_PHYS) != 0)
    end_with(folder->path);
}
