// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/stretches.h"

#include <ctype.h>

#include "base/fixed.h"
#include "calendar/date.h"
#include "calendar/fiscal.h"
#include "scenario/columns.h"
#include "scenario/law.h"
#include "scenario/rows_settings.h"

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

day_number first_pricing_day(const struct tables *tables) {
  const struct settings_row *settings = settings_of(tables);
  return settings->price_day != NOT_GIVEN ? (day_number)settings->price_day
                                          : fiscal_first_day((int)settings->first_year);
}

// Latest value of a rate without a key up to the first day. The pay engine, which handles rates, is a higher layer.
static int64_t rate_given(const struct tables *tables, enum rate_id rate) {
  const struct rate_row *found = NULL;
  day_number day = first_pricing_day(tables);
  for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++) {
    const struct rate_row *row = &rate_rows(tables)[i];
    if (row->rate == (int64_t)rate && row->valid_from <= day && (!found || row->valid_from > found->valid_from))
      found = row;
  }
  if (found)
    return found->value_e6;
  enum law_rule rule = law_of_rate(rate);
  return rule == LAW_RULES ? rate_meaning_of(rate)->fallback_e6 : law_rate_e6(tables, rule);
}

struct split_limit split_spread_limit(const struct tables *tables) {
  int64_t agreed_e6 = rate_given(tables, RATE_SPLIT_SPREAD);
  int64_t rest_min = rate_given(tables, RATE_DAILY_REST) * 60 / 1000000;
  bool agreed = agreed_e6 != NOT_GIVEN;
  return (struct split_limit){agreed, rest_min, agreed ? agreed_e6 * 60 / 1000000 : MINUTES_PER_DAY - rest_min};
}

int64_t split_supplement_e6(const struct tables *tables) { return rate_given(tables, RATE_SPLIT_SUPPLEMENT); }
