// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shown.h"

#include <errno.h>
#include <string.h>
#include <unictype.h>
#include <unistd.h>
#include <unistr.h>
#include <uniwidth.h>

enum { CHARACTER_BYTES = 4, SHOWN_BYTES = 4 }; // bytes of UTF-8 at most; \xNN

static bool is_harmful(ucs4_t c) {
  return uc_width(c, "UTF-8") < 0 || uc_is_property_bidi_control(c) || uc_is_property_not_a_character(c);
}

// The number of bytes of the next character, at least one, and whether it may be shown.
static size_t next_step(const uint8_t *at, const uint8_t *end, const char *allowed, bool *harmful) {
  ucs4_t c;
  int step = u8_mbtoucr(&c, at, (size_t)(end - at));
  bool wanted = step == 1 && c && strchr(allowed, (int)c);
  *harmful = step <= 0 || (!wanted && is_harmful(c));
  return step > 0 ? (size_t)step : 1;
}

static size_t show(const uint8_t *text, size_t length, const char *allowed, char *shown) {
  size_t used = 0, step;
  bool harmful;
  for (const uint8_t *at = text, *end = text + length; at < end; at += step) {
    step = next_step(at, end, allowed, &harmful);
    for (size_t i = 0; harmful && i < step; i++)
      used += (size_t)sprintf(shown + used, "\\x%02X", at[i]);
    if (!harmful) {
      memcpy(shown + used, at, step);
      used += step;
    }
  }
  return used;
}

bool shown_as_it_is(const char *text, const char *allowed) {
  bool harmful = false;
  for (const uint8_t *at = (const uint8_t *)text, *end = at + strlen(text); at < end && !harmful;)
    at += next_step(at, end, allowed, &harmful);
  return !harmful;
}

const char *shown_text(struct arena *arena, const char *text, const char *allowed) {
  if (shown_as_it_is(text, allowed))
    return text;
  size_t length = strlen(text);
  char *shown = arena_alloc(arena, SHOWN_BYTES * length + 1);
  show((const uint8_t *)text, length, allowed, shown);
  return shown;
}

// ---------------------------------------------------------------- a stream

struct shown {
  int file;
  uint8_t part[CHARACTER_BYTES]; // of a character whose remaining bytes have not arrived
  size_t part_length;
};

static bool write_all(int file, const char *bytes, size_t count) {
  while (count) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno != EINTR)
      return false;
    bytes += written > 0 ? written : 0;
    count -= written > 0 ? (size_t)written : 0;
  }
  return true;
}

// How many bytes at the end begin an incomplete character.
static size_t begun_at_end(const uint8_t *text, size_t length) {
  for (size_t back = 1; back < CHARACTER_BYTES && back <= length; back++) {
    uint8_t c = text[length - back];
    size_t wanted = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    if ((c & 0xC0) != 0x80)
      return wanted > back ? back : 0;
  }
  return 0;
}

enum { AT_ONCE = 1024 };

static bool write_some(struct shown *shown, const char *bytes, size_t count) {
  uint8_t text[AT_ONCE + CHARACTER_BYTES];
  char out[(AT_ONCE + CHARACTER_BYTES) * SHOWN_BYTES + 1];
  size_t length = shown->part_length;
  memcpy(text, shown->part, length);
  memcpy(text + length, bytes, count);
  length += count;
  shown->part_length = begun_at_end(text, length);
  length -= shown->part_length;
  memcpy(shown->part, text + length, shown->part_length);
  return write_all(shown->file, out, show(text, length, "\n\t", out));
}

static ssize_t write_shown(void *cookie, const char *bytes, size_t count) {
  for (size_t done = 0; done < count; done += AT_ONCE)
    if (!write_some(cookie, bytes + done, count - done < AT_ONCE ? count - done : AT_ONCE))
      return 0;
  return (ssize_t)count;
}

FILE *shown_stream(int file) {
  static struct shown shown; // one is enough: there is one stderr
  shown = (struct shown){.file = file};
  FILE *stream = fopencookie(&shown, "w", (cookie_io_functions_t){.write = write_shown});
  if (stream)
    setvbuf(stream, NULL, _IONBF, 0);
  return stream;
}
