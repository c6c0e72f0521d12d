// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/stretches.h"

#include <ctype.h>

#include "calendar/date.h"

// Takes hh:mm from *text; -1 where it is none.
static int64_t clock_taken(const char **text) {
  int64_t parts[2] = {0, 0};
  for (int p = 0; p < 2; p++) {
    int digits = 0;
    for (; isdigit((unsigned char)**text) && digits < 2; digits++)
      parts[p] = 10 * parts[p] + *(*text)++ - '0';
    if (!digits || (p == 1 && digits != 2) || (p == 0 && *(*text)++ != ':'))
      return -1;
  }
  return parts[0] <= 24 && parts[1] < 60 && 60 * parts[0] + parts[1] <= MINUTES_PER_DAY ? 60 * parts[0] + parts[1] : -1;
}

static bool gap_taken(const char **text, const struct shift_row *shift, struct shift_gap *gap) {
  int64_t from = clock_taken(text);
  if (from < 0 || *(*text)++ != '-')
    return false;
  int64_t to = clock_taken(text);
  if (to < 0 || (**text && **text != ' '))
    return false;
  gap->after_min = (from - shift->start_min + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  gap->minutes = from == to ? 0 : span_min(from, to);
  return true;
}

int shift_gaps(const struct shift_row *shift, struct shift_gap gaps[GAPS_MOST]) {
  int count = 0;
  for (const char *at = shift->gaps; at && *at;) {
    while (*at == ' ')
      at++;
    if (!*at)
      break;
    if (count == GAPS_MOST || !gap_taken(&at, shift, &gaps[count]))
      return -1;
    count++;
  }
  return count;
}

int64_t shift_gap_min(const struct shift_row *shift) {
  struct shift_gap gaps[GAPS_MOST];
  int64_t minutes = 0;
  for (int i = 0, count = shift_gaps(shift, gaps); i < count; i++)
    minutes += gaps[i].minutes;
  return minutes;
}

bool shift_is_off(const struct shift_row *shift, int64_t minute) {
  struct shift_gap gaps[GAPS_MOST];
  int64_t after = break_after_min(shift);
  if (break_is_timed(shift) && minute >= after && minute < after + shift->break_min)
    return true;
  for (int i = 0, count = shift_gaps(shift, gaps); i < count; i++)
    if (minute >= gaps[i].after_min && minute < gaps[i].after_min + gaps[i].minutes)
      return true;
  return false;
}
