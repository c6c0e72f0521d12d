// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of files written by a test, gone after folder_remove.
#ifndef ROTACOST_TESTS_FOLDER_H
#define ROTACOST_TESTS_FOLDER_H

#include <stddef.h>

struct folder {
  char path[64];
};

struct folder folder_new(void);
void folder_write(const struct folder *folder, const char *file, const char *text);
// Writes any bytes; `file` may be in a subfolder, which is made if missing.
void folder_write_bytes(const struct folder *folder, const char *file, const void *bytes, size_t length);
void folder_remove(const struct folder *folder);

#endif
