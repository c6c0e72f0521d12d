// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/fiscal.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

enum { JANUARY = 1 };

static int month_in_use = JANUARY;

void fiscal_year_use(int first_month) {
  assert(first_month >= JANUARY && first_month <= MONTHS_PER_YEAR);
  month_in_use = first_month;
}

int fiscal_year_month(void) { return month_in_use; }

day_number fiscal_first_of_month(int year, int month) {
  return day_from_date(month < month_in_use ? year + 1 : year, month, 1);
}

day_number fiscal_first_day(int year) { return day_from_date(year, month_in_use, 1); }
day_number fiscal_last_day(int year) { return fiscal_first_day(year + 1) - 1; }
int fiscal_day_count(int year) { return fiscal_first_day(year + 1) - fiscal_first_day(year); }

int fiscal_year_of(day_number day) {
  struct civil_date date = date_from_day(day);
  return date.month < month_in_use ? date.year - 1 : date.year;
}

int fiscal_year_from(day_number day) {
  int year = fiscal_year_of(day);
  return day > fiscal_first_day(year) ? year + 1 : year;
}

const char *fiscal_year_write(char out[FISCAL_NAME_BYTES], int year) {
  if (month_in_use == JANUARY)
    snprintf(out, FISCAL_NAME_BYTES, "%d", year);
  else
    snprintf(out, FISCAL_NAME_BYTES, "%d/%02d", year, (year + 1) % 100);
  return out;
}

const char *fiscal_year_name(struct arena *arena, int year) { return arena_printf(arena, "%s", YEAR_NAME(year)); }

bool fiscal_year_read(const char *text, int64_t *year) {
  static const char form[] = "dddd/dd";
  for (size_t i = 0; form[i]; i++)
    if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
      return false;
  int begins = atoi(text), ends = atoi(text + sizeof "dddd/" - 1);
  if (text[sizeof form - 1] || ends != (begins + 1) % 100)
    return false;
  *year = begins;
  return true;
}
