// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 in hexadecimal digits, in the form of sha256sum(1).
#ifndef ROTACOST_TEXT_HASH_H
#define ROTACOST_TEXT_HASH_H

#include <stdbool.h>
#include <stddef.h>

enum { HASH_TEXT_BYTES = 65 };

void hash_bytes(const void *bytes, size_t count, char text[HASH_TEXT_BYTES]);
// Hashes a regular file (does not follow links); false if it is not one or cannot be read to its end.
bool hash_file(const char *path, char text[HASH_TEXT_BYTES]);

#endif
