// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 in hexadecimal digits, as sha256sum(1) writes it.
#ifndef ROTACOST_TEXT_HASH_H
#define ROTACOST_TEXT_HASH_H

#include <stdbool.h>
#include <stddef.h>

enum { HASH_TEXT_BYTES = 65 };

void hash_bytes(const void *bytes, size_t count, char text[HASH_TEXT_BYTES]);
// Of a regular file (links are not followed); false where it is none or cannot be read to its end.
bool hash_file(const char *path, char text[HASH_TEXT_BYTES]);

#endif
