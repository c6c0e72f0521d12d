// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of cells. What is understood is understood the same way when it is written plainly.
#include <stdio.h>
#include <string.h>

#include "calendar/date.h"
#include "fuzz/fuzz.h"
#include "text/cell.h"

enum { TEXT_MOST = 96, POWER = 10 };

static void decimal(const char *text, char sign, int digits) {
  int64_t value = 0, again = 0;
  const char *why = NULL;
  if (!cell_decimal(text, sign, digits, &value, &why)) {
    FUZZ_HOLDS(why && *why);
    return;
  }
  uint64_t scale = 1, size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  for (int i = 0; i < digits; i++)
    scale *= POWER;
  char plain[64];
  int length = snprintf(plain, sizeof plain, "%s%llu", value < 0 ? "-" : "", (unsigned long long)(size / scale));
  if (digits)
    snprintf(plain + length, sizeof plain - (size_t)length, "%c%0*llu", sign, digits,
             (unsigned long long)(size % scale));
  FUZZ_HOLDS(cell_decimal(plain, sign, digits, &again, &why) && again == value);
}

static void clock_time(const char *text) {
  int64_t minutes = -1, again = -1;
  const char *why = NULL;
  if (!cell_clock(text, &minutes, &why)) {
    FUZZ_HOLDS(why && *why);
    return;
  }
  char plain[16];
  FUZZ_HOLDS(minutes >= 0 && minutes <= MINUTES_PER_DAY);
  snprintf(plain, sizeof plain, "%02d:%02d", (int)minutes / 60 % 100, (int)minutes % 60);
  FUZZ_HOLDS(cell_clock(plain, &again, &why) && again == minutes);
}

static void date(const char *text) {
  int y = 0, m = 0, d = 0, y2 = 0, m2 = 0, d2 = 0;
  const char *why = NULL;
  if (!cell_date(text, &y, &m, &d, &why)) {
    FUZZ_HOLDS(why && *why);
    return;
  }
  if (!date_is_valid(y, m, d))
    return;
  day_number day = day_from_date(y, m, d);
  struct civil_date back = date_from_day(day);
  char plain[32];
  FUZZ_HOLDS(back.year == y && back.month == m && back.day == d);
  snprintf(plain, sizeof plain, "%04d-%02d-%02d", y % 10000, m % 100, d % 100);
  FUZZ_HOLDS(cell_date(plain, &y2, &m2, &d2, &why) && y2 == y && m2 == m && d2 == d);
}

int fuzz_cell(const uint8_t *data, size_t size) {
  char text[TEXT_MOST + 1];
  if (size < 1 || size > TEXT_MOST)
    return 0;
  const char *why = NULL;
  memcpy(text, data + 1, size - 1);
  text[size - 1] = 0;
  int digits = data[0] >> 1 & 7;
  decimal(text, data[0] & 1 ? ',' : '.', digits);
  clock_time(text);
  date(text);
  cell_is_day_of_year(text);
  if (cell_code(text, &why))
    FUZZ_HOLDS(*text && strlen(text) <= 64);
  return 0;
}
