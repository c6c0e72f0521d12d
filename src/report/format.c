// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/format.h"

#include <stdio.h>
#include <string.h>

#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/labels.h"

enum {
  GROUPED_FROM = 10000, // 2024 is a year, not 2 024
  DIGITS_READ = 2       // decimals shown to people
};
static const char RANGE_DASH[] = "\u2013";

// number / 10^digits for readers: the blanks and the minus of number_text() become typographic ones.
static const char *printed(struct arena *arena, int64_t number, struct number_style style, const char *sign) {
  char plain[FIELD_NUMBER_BYTES];
  char *text = arena_alloc(arena, FIELD_NUMBER_BYTES * sizeof MINUS_SIGN), *end = stpcpy(text, sign);
  number_text(plain, number, style);
  for (const char *at = plain; *at; at++)
    if (*at == '-' || *at == ' ')
      end = stpcpy(end, *at == '-' ? MINUS_SIGN : NO_BREAK_SPACE);
    else
      *end++ = *at;
  return text;
}

static struct number_style style_of(int digits) { return (struct number_style){digits, language_decimal_sign(), ' '}; }

const char *format_decimal(struct arena *arena, int64_t number, int digits) {
  return number == FIELD_BLANK ? "" : printed(arena, number, style_of(digits), "");
}

const char *format_integer(struct arena *arena, int64_t number) { return format_decimal(arena, number, 0); }

const char *format_kr_number(struct arena *arena, int64_t ore) {
  return ore == FIELD_BLANK ? "" : format_integer(arena, fixed_divide(ore, ORE_PER_KR));
}

const char *format_kr(struct arena *arena, int64_t ore) {
  return ore == FIELD_BLANK ? "" : arena_printf(arena, "%s" NO_BREAK_SPACE "kr", format_kr_number(arena, ore));
}

const char *format_rounded(struct arena *arena, int64_t number, int digits) {
  int128 parts = 1;
  for (; digits > DIGITS_READ; digits--)
    parts *= 10;
  return format_decimal(arena, number == FIELD_BLANK ? number : fixed_divide(number, parts), digits);
}

const char *format_short(struct arena *arena, int64_t number, int digits) {
  for (; digits && number != FIELD_BLANK && number % 10 == 0; digits--)
    number /= 10;
  return format_rounded(arena, number, digits);
}

const char *format_percent(struct arena *arena, int64_t number, int digits) {
  if (number == FIELD_BLANK)
    return "";
  const char *blank = language_now() == LANGUAGE_NB ? NO_BREAK_SPACE : "";
  return arena_printf(arena, "%s%s%%", format_decimal(arena, number, digits), blank);
}

const char *format_signed(struct arena *arena, int64_t number, int digits) {
  return number == FIELD_BLANK ? "" : printed(arena, number, style_of(digits), number > 0 ? "+" : "");
}

const char *format_signed_kr(struct arena *arena, int64_t ore) {
  if (ore == FIELD_BLANK)
    return "";
  return arena_printf(arena, "%s" NO_BREAK_SPACE "kr", format_signed(arena, fixed_divide(ore, ORE_PER_KR), 0));
}

// ---------------------------------------------------------------- days

static const char *const short_months[] = {N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
                                           N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};
static const char *const short_weekdays[] = {N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"),
                                             N_("Fri"), N_("Sat"), N_("Sun")};

const char *format_month(int month) { return month_name(month); }
const char *format_month_short(int month) { return _(short_months[month - 1]); }
const char *format_weekday(enum weekday day) { return weekday_name(day); }
const char *format_weekday_short(enum weekday day) { return _(short_weekdays[day]); }

static bool is_day(int64_t day) { return day != FIELD_BLANK && day != DAY_NONE; }

// "1." in Norwegian, "1" in English.
static const char *day_of_month(struct arena *arena, int day) {
  return arena_printf(arena, language_now() == LANGUAGE_NB ? "%d." : "%d", day);
}

static const char *day_and_month(struct arena *arena, struct civil_date date) {
  return arena_printf(arena, "%s" NO_BREAK_SPACE "%s", day_of_month(arena, date.day), format_month(date.month));
}

const char *format_date(struct arena *arena, int64_t day) {
  if (!is_day(day))
    return "";
  return day_in_words(arena, (day_number)day);
}

const char *format_date_short(struct arena *arena, int64_t day) {
  if (!is_day(day))
    return "";
  struct civil_date date = date_from_day((day_number)day);
  if (language_now() == LANGUAGE_NB)
    return arena_printf(arena, "%02d.%02d.%04d", date.day, date.month, date.year);
  return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

const char *format_date_range(struct arena *arena, int64_t first, int64_t last) {
  if (!is_day(first) || !is_day(last) || first == last)
    return format_date(arena, is_day(first) ? first : last);
  struct civil_date from = date_from_day((day_number)first), to = date_from_day((day_number)last);
  const char *begins = from.year != to.year     ? format_date(arena, first)
                       : from.month != to.month ? day_and_month(arena, from)
                                                : day_of_month(arena, from.day);
  return arena_printf(arena, "%s%s%s", begins, RANGE_DASH, format_date(arena, last));
}

// ---------------------------------------------------------------- fields of result tables

// "set 30" is "becomes 30".
static const char *edit_in_words(struct arena *arena, const char *text) {
  size_t length = strcspn(text, " ");
  const char *change = arena_text(arena, text, length), *word = label_of(arena, "change", change);
  return text[length] && strcmp(word, change) ? arena_printf(arena, "%s%s", word, text + length) : text;
}

// Text of the user, except for the few words in it that are the program's.
static const char *format_text(struct arena *arena, const char *column, const char *text) {
  if (strcmp(column, "where") == 0 || strcmp(column, "row") == 0)
    return label_of_conditions(arena, NULL, text);
  if (strcmp(column, "value") == 0 || strcmp(column, "value_now") == 0)
    return edit_in_words(arena, text);
  if (strcmp(column, "before") == 0 || strcmp(column, "becomes") == 0)
    return label_of(arena, "regime", text);
  return strcmp(column, "source") == 0 && strcmp(text, "assumed") == 0 ? _("assumed") : text;
}

const char *format_sentences(struct arena *arena, const char *text, const char *more) {
  return !*more ? text : !*text ? more : arena_printf(arena, "%s %s", text, more);
}

const char *format_field(struct arena *arena, const struct field_column *column, union field value) {
  switch (column->kind) {
  case FIELD_TEXT:
    return format_text(arena, column->name, value.text);
  case FIELD_CODE:
    return label_of(arena, column->name, value.text);
  case FIELD_KR:
    return format_kr_number(arena, value.number);
  case FIELD_DATE:
    return format_date_short(arena, value.number);
  case FIELD_DECIMAL:
    return format_rounded(arena, value.number, column->digits);
  case FIELD_YEAR:
    return value.number == FIELD_BLANK ? "" : fiscal_year_name(arena, (int)value.number);
  case FIELD_INTEGER:
    break;
  }
  if (value.number > -GROUPED_FROM && value.number < GROUPED_FROM)
    return arena_printf(arena, "%s%lld", value.number < 0 ? MINUS_SIGN : "",
                        (long long)(value.number < 0 ? -value.number : value.number));
  return format_integer(arena, value.number);
}
