// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/dayset.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/language.h"

enum { WEEK_LAST = 53 };

static const char bad_day[] = N_("no such day; write mon tue wed thu fri sat sun, holiday or all, ranges as mon-fri");
static const char bad_day_range[] = N_("a range runs from one weekday to another; write it as mon-fri, without blanks");
static const char no_day[] = N_("no day is named; write for example mon-fri, sat sun holiday or all");
static const char bad_week[] = N_("no such week; write numbers 1-53 and ranges such as 1-26 33-52, or all");
static const char bad_week_range[] = N_("a range of weeks runs upwards; write it as two ranges, such as 40-53 1-8");
static const char bad_month[] =
    N_("no such months; write numbers 1-12 and ranges that run upwards such as 1-5 9-12, or all");
static const char no_week[] = N_("no week is named; write for example 1-26 33-52, or all");

struct day_word {
  const char *word, *norwegian;
  dayset days;
};

static const struct day_word day_words[] = {
    // the first seven are in the order of enum weekday, then DAY_WORD_HOLIDAY
    {"mon", "man", 1 << MONDAY},
    {"tue", "tir", 1 << TUESDAY},
    {"wed", "ons", 1 << WEDNESDAY},
    {"thu", "tor", 1 << THURSDAY},
    {"fri", "fre", 1 << FRIDAY},
    {"sat", "lør", 1 << SATURDAY},
    {"sun", "søn", 1 << SUNDAY},
    {"holiday", "helligdag", DAYSET_HOLIDAY},
    {"easter_eve", "påskeaften", DAYSET_EASTER_EVE},
    {"half_eve", "halv_aften", DAYSET_HALF_EVE},
    {"all", "alle", DAYSET_EVERY_WEEKDAY | DAYSET_HOLIDAY},
};
enum { DAY_WORD_COUNT = sizeof day_words / sizeof *day_words, NO_WORD = -1 };

// A word between blanks and plus signs, split at its hyphen: `mon-fri` has a first and a last part.
struct word {
  const char *first, *last; // last NULL: no hyphen
  size_t first_length, last_length;
};

static const char separators[] = " \t+";

// Takes the next word from *text; false at the end.
static bool word_next(const char **text, struct word *word) {
  *text += strspn(*text, separators);
  size_t length = strcspn(*text, separators);
  const char *hyphen = memchr(*text, '-', length);
  word->first = *text;
  word->first_length = hyphen ? (size_t)(hyphen - *text) : length;
  word->last = hyphen ? hyphen + 1 : NULL;
  word->last_length = hyphen ? length - word->first_length - 1 : 0;
  *text += length;
  return length > 0;
}

static bool is_word(const char *word, const char *text, size_t length) {
  return strlen(word) == length && memcmp(word, text, length) == 0;
}

static int day_word_index(const char *text, size_t length) {
  for (int i = 0; i < DAY_WORD_COUNT; i++)
    if (is_word(day_words[i].word, text, length) || is_word(day_words[i].norwegian, text, length))
      return i;
  return NO_WORD;
}

const char *day_word(int day) {
  assert(day >= 0 && day <= DAY_WORD_HOLIDAY);
  return day_words[day].word;
}

const char *day_word_norwegian(const char *text, size_t length) {
  int word = day_word_index(text, length);
  return word == NO_WORD ? NULL : day_words[word].norwegian;
}

// NULL if the word was understood, else what is wrong.
static const char *day_word_read(const struct word *word, dayset *days) {
  int first = day_word_index(word->first, word->first_length);
  if (!word->last) {
    *days |= first == NO_WORD ? 0 : day_words[first].days;
    return first == NO_WORD ? bad_day : NULL;
  }
  int last = day_word_index(word->last, word->last_length);
  if (first < MONDAY || first > SUNDAY || last < MONDAY || last > SUNDAY)
    return bad_day_range;
  for (int day = first;; day = (day + 1) % DAYS_PER_WEEK) {
    *days |= day_words[day].days;
    if (day == last)
      return NULL;
  }
}

bool dayset_parse(const char *text, dayset *days, const char **why) {
  dayset found = 0;
  const char *wrong = NULL;
  struct word word;
  while (!wrong && word_next(&text, &word))
    wrong = day_word_read(&word, &found);
  if (!wrong && !found)
    wrong = no_day;
  if (wrong)
    *why = _(wrong);
  else
    *days = found;
  return !wrong;
}

// 0 for anything but a number 1-53.
static int week_number(const char *text, size_t length) {
  if (length < 1 || length > 2)
    return 0;
  int week = 0;
  for (size_t i = 0; i < length; i++) {
    if (text[i] < '0' || text[i] > '9')
      return 0;
    week = week * 10 + (text[i] - '0');
  }
  return week <= WEEK_LAST ? week : 0;
}

static const char *week_word_read(const struct word *word, weekset *weeks) {
  if (!word->last &&
      (is_word("all", word->first, word->first_length) || is_word("alle", word->first, word->first_length))) {
    *weeks = WEEKSET_ALL;
    return NULL;
  }
  int first = week_number(word->first, word->first_length);
  int last = word->last ? week_number(word->last, word->last_length) : first;
  if (!first || !last)
    return bad_week;
  if (last < first)
    return bad_week_range;
  for (int week = first; week <= last; week++)
    *weeks |= UINT64_C(1) << week;
  return NULL;
}

bool weekset_parse(const char *text, weekset *weeks, const char **why) {
  weekset found = 0;
  const char *wrong = NULL;
  struct word word;
  while (!wrong && word_next(&text, &word))
    wrong = week_word_read(&word, &found);
  if (!wrong && !found)
    wrong = no_week;
  if (wrong)
    *why = _(wrong);
  else
    *weeks = found;
  return !wrong;
}

bool monthset_parse(const char *text, uint16_t *months, const char **why) {
  enum { MONTHS = 12 };
  weekset found = 0;
  struct word word;
  bool good = true, all = false;
  while (good && word_next(&text, &word)) {
    good = !week_word_read(&word, &found);
    all |= found == WEEKSET_ALL;
  }
  if (!good || !found || (!all && found >> (MONTHS + 1))) {
    *why = _(bad_month);
    return false;
  }
  *months = all ? 0 : (uint16_t)found;
  return true;
}

dayset need_days_of(day_number day) {
  enum weekday weekday = weekday_of(day);
  if (weekday != SUNDAY && day_kind_of(day) == DAY_HOLIDAY)
    return DAYSET_HOLIDAY;
  return (dayset)(1 << weekday);
}

dayset pay_days_of(day_number day) {
  static const dayset special[] = {0, DAYSET_HOLIDAY, DAYSET_EASTER_EVE, DAYSET_HALF_EVE};
  return (dayset)(1 << weekday_of(day) | special[day_kind_of(day)]);
}

bool need_day_matches(dayset days, day_number day) { return days & need_days_of(day); }

bool week_matches(weekset weeks, day_number day) { return weeks >> iso_week(day) & 1; }

bool pay_day_matches(dayset days, day_number day) { return days & pay_days_of(day); }
