// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/hash.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nettle/sha2.h>

enum { READ_AT_ONCE = 1 << 16 };

static void digest_text(struct sha256_ctx *hash, char text[HASH_TEXT_BYTES]) {
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(hash, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++)
    snprintf(text + 2 * i, 3, "%02x", digest[i]);
}

void hash_bytes(const void *bytes, size_t count, char text[HASH_TEXT_BYTES]) {
  struct sha256_ctx hash;
  sha256_init(&hash);
  sha256_update(&hash, count, bytes);
  digest_text(&hash, text);
}

bool hash_file(const char *path, char text[HASH_TEXT_BYTES]) {
  static uint8_t part[READ_AT_ONCE];
  struct sha256_ctx hash;
  struct stat is;
  int file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (file < 0)
    return false;
  ssize_t got = fstat(file, &is) == 0 && S_ISREG(is.st_mode) ? 0 : -1;
  sha256_init(&hash);
  while (got >= 0 && (got = read(file, part, sizeof part)) > 0)
    sha256_update(&hash, (size_t)got, part);
  close(file);
  if (got == 0)
    digest_text(&hash, text);
  return got == 0;
}
