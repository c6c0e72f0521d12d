// SPDX-License-Identifier: GPL-3.0-or-later
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "scenario/columns.h"

static uint64_t state;

// SplitMix64.
static size_t chance(size_t below) {
  uint64_t x = state += UINT64_C(0x9e3779b97f4a7c15);
  x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
  x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
  return (size_t)((x ^ x >> 31) % below);
}

struct span {
  size_t from, to; // of the input
};

static bool ends_cell(uint8_t c) { return c == ';' || c == ',' || c == '\n'; }

static struct span cell_at(const uint8_t *data, size_t size, size_t at) {
  struct span cell = {at, at};
  while (cell.from > 0 && !ends_cell(data[cell.from - 1]))
    cell.from--;
  while (cell.to < size && !ends_cell(data[cell.to]))
    cell.to++;
  return cell;
}

static struct span line_at(const uint8_t *data, size_t size, size_t at) {
  struct span line = {at, at};
  while (line.from > 0 && data[line.from - 1] != '\n')
    line.from--;
  while (line.to < size && data[line.to] != '\n')
    line.to++;
  line.to += line.to < size;
  return line;
}

// Puts a text in the place of a span; leaves the input as it is where there is no room.
static size_t replace(uint8_t *data, size_t size, size_t most, struct span span, const void *text, size_t length) {
  size_t gone = span.to - span.from;
  if (size - gone + length > most)
    return size;
  memmove(data + span.from + length, data + span.to, size - span.to);
  memcpy(data + span.from, text, length);
  return size - gone + length;
}

// A word that some column knows, a number at an edge, or a date at one.
static const char *any_word(char *room, size_t bytes) {
  static const char *const words[] = {"",
                                      "0",
                                      "-1",
                                      "1",
                                      "7",
                                      "24",
                                      "52",
                                      "53",
                                      "99",
                                      "100",
                                      "0,5",
                                      "1e9",
                                      "999999999999",
                                      "9223372036854775807",
                                      "-0",
                                      "all",
                                      "mon-fri",
                                      "sat sun holiday",
                                      "1-26",
                                      "53",
                                      "24:00",
                                      "00:00",
                                      "23:59",
                                      "12:00",
                                      "07:30",
                                      "2024-02-29",
                                      "2024-12-31",
                                      "2025-01-01",
                                      "1900-01-01",
                                      "2200-12-31",
                                      "assumed",
                                      "yes",
                                      "no",
                                      "=1",
                                      "@a",
                                      "\"",
                                      "a b",
                                      "-",
                                      "#",
                                      "  ",
                                      "\xc3\xa6"};
  const struct table *table = table_of((enum table_id)chance(TABLE_COUNT));
  const struct column *column = &table->columns[chance(table->column_count)];
  size_t count = 0;
  if (chance(2))
    return words[chance(sizeof words / sizeof *words)];
  if (!column->choices && column->least <= column->most) {
    snprintf(room, bytes, "%lld", (long long)(chance(2) ? column->least : column->most));
    return room;
  }
  while (column->choices && column->choices[count].word)
    count++;
  return count ? column->choices[chance(count)].word : column->name;
}

// One digit more or less, or another one.
static size_t change_digit(uint8_t *data, size_t size, size_t most, struct span cell) {
  for (size_t i = cell.from; i < cell.to; i++)
    if (isdigit(data[i]) && !chance(2)) {
      uint8_t digit = (uint8_t)('0' + chance(10));
      return replace(data, size, most, (struct span){i, i + chance(2)}, &digit, 1);
    }
  return size;
}

size_t fuzz_cells_mutate(uint8_t *data, size_t size, size_t most, unsigned seed) {
  state = seed;
  for (size_t changes = 1 + chance(3); changes > 0 && size > 0; changes--) {
    size_t at = chance(size), other = chance(size);
    struct span cell = cell_at(data, size, at), from = cell_at(data, size, other), line = line_at(data, size, at);
    char room[4096];
    const char *word = any_word(room, sizeof room);
    size_t length = from.to - from.from < sizeof room ? from.to - from.from : sizeof room;
    switch (chance(7)) {
    case 0:
      size = replace(data, size, most, cell, word, strlen(word));
      break;
    case 1:
      memcpy(room, data + from.from, length);
      size = replace(data, size, most, cell, room, length);
      break;
    case 2:
      size = change_digit(data, size, most, cell);
      break;
    case 3: // a row left out
      size = replace(data, size, most, line, "", 0);
      break;
    case 4: // a row put in again elsewhere
      length = line.to - line.from < sizeof room ? line.to - line.from : sizeof room;
      memcpy(room, data + line.from, length);
      at = line_at(data, size, other).from;
      size = replace(data, size, most, (struct span){at, at}, room, length);
      break;
    case 5: // a cell more in the row
      size = replace(data, size, most, (struct span){cell.to, cell.to}, ";", 1);
      break;
    default:
      size = replace(data, size, most, (struct span){cell.to, cell.to}, word, strlen(word));
    }
  }
  return size;
}
