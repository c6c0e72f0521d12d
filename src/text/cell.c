// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/cell.h"

#include <assert.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "base/fixed.h"
#include "base/language.h"

enum { CODE_BYTES_MOST = 64 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool skip(const char **at, const char *text) {
  size_t length = strlen(text);
  if (strncmp(*at, text, length) != 0)
    return false;
  *at += length;
  return true;
}

// A blank between thousands: blank, no-break space, narrow no-break space.
static bool skip_thousands_blank(const char **at) { return skip(at, " ") || skip(at, "\u00A0") || skip(at, "\u202F"); }

// The number of digits at `at`; looks at no more than `most` + 1.
static int digits_at(const char *at, int most) {
  int count = 0;
  while (count <= most && is_digit(at[count]))
    count++;
  return count;
}

static const char too_large[] = N_("too large a number: check the unit and the number of digits");
static const char not_number[] = N_("not a number: write digits, with a minus in front if it is negative");
static const char half_number[] = N_("write a digit before and after the decimal sign");
static const char threes_only[] = N_("thousands are set apart in threes: write 1 234 567 or 1234567");

// Appends `count` digits to the value; false if it overflows int64_t.
static bool take_digits(const char **at, int count, int64_t *value) {
  for (; count > 0; count--, (*at)++) {
    int128 longer = (int128)*value * 10 + (**at - '0');
    if (longer > INT64_MAX)
      return false;
    *value = (int64_t)longer;
  }
  return true;
}

// The digits before the decimal sign, with blanks between thousands.
static const char *read_whole(const char **at, int64_t *value) {
  int first = digits_at(*at, 40);
  if (first == 0)
    return **at == ',' || **at == '.' ? _(half_number) : _(not_number);
  if (!take_digits(at, first, value))
    return _(too_large);
  for (const char *next = *at; skip_thousands_blank(&next) && is_digit(*next); next = *at) {
    if (first > 3 || digits_at(next, 3) != 3)
      return _(threes_only);
    *at = next;
    if (!take_digits(at, 3, value))
      return _(too_large);
  }
  return NULL;
}

static const char *const too_fine[] = {
    N_("must be a whole number: round it"), N_("more than one decimal: round it"), N_("more than 2 decimals: round it"),
    N_("more than 3 decimals: round it"),   N_("more than 4 decimals: round it"),  N_("more than 5 decimals: round it"),
    N_("more than 6 decimals: round it"),   N_("more than 7 decimals: round it"),  N_("more than 8 decimals: round it"),
};
enum { DIGITS_MOST = sizeof too_fine / sizeof *too_fine - 1 };

// What follows the decimal sign; scales the value by 10^digits. Zeros beyond the last kept decimal are allowed.
static const char *read_decimals(const char **at, bool sign, int digits, int64_t *value) {
  static const char zeros[] = "000000000";
  int given = sign ? digits_at(*at, 40) : 0;
  if (sign && given == 0)
    return _(half_number);
  int kept = given < digits ? given : digits;
  const char *pad = zeros;
  if (!take_digits(at, kept, value) || !take_digits(&pad, digits - kept, value))
    return _(too_large);
  for (; kept < given; kept++, (*at)++)
    if (**at != '0')
      return _(too_fine[digits]);
  return NULL;
}

static const char *wrong_end(const char *at, char decimal) {
  if (*at == '.' && decimal == ',')
    return _("a point, but settings.csv declares the decimal comma: write 1,5, and thousands with a blank");
  if (*at == ',' && decimal == '.')
    return _("a comma, but settings.csv declares the decimal point: write 1.5, and thousands with a blank");
  if (*at == '%')
    return _("a percentage, where a plain number is wanted: write the number itself");
  return _(not_number);
}

bool cell_decimal(const char *text, char decimal, int digits, int64_t *value, const char **why) {
  const char *at = text;
  int64_t magnitude = 0;
  assert(digits >= 0 && digits <= DIGITS_MOST);
  bool negative = skip(&at, "-") || skip(&at, "\u2212");
  *why = read_whole(&at, &magnitude);
  if (!*why && *at && *at != decimal)
    *why = wrong_end(at, decimal);
  if (!*why) {
    bool sign = *at == decimal;
    at += sign;
    *why = read_decimals(&at, sign, digits, &magnitude);
  }
  if (!*why && *at)
    *why = wrong_end(at, decimal);
  if (*why)
    return false;
  *value = negative ? -magnitude : magnitude;
  return true;
}

// A number of `least` to `most` digits.
static bool read_digits(const char **at, int least, int most, int *value) {
  int count = digits_at(*at, most);
  if (count < least || count > most)
    return false;
  for (*value = 0; count > 0; count--)
    *value = *value * 10 + (*(*at)++ - '0');
  return true;
}

// 07:30, 07.30, 07:30:00, kl. 7.30, 0730, 730, 7.
static bool read_hour_and_minute(const char **at, int *hour, int *minute) {
  *minute = 0;
  if (digits_at(*at, 4) > 2) {
    int both;
    if (!read_digits(at, 3, 4, &both))
      return false;
    *hour = both / 100;
    *minute = both % 100;
    return true;
  }
  if (!read_digits(at, 1, 2, hour))
    return false;
  if (**at != ':' && **at != '.')
    return true;
  ++*at;
  if (!read_digits(at, 2, 2, minute))
    return false;
  skip(at, ":00");
  return true;
}

// For a 12-hour clock: 12 AM is midnight, 12 PM noon.
static bool read_half(const char **at, int *hour) {
  skip(at, " ");
  bool am = strncasecmp(*at, "am", 2) == 0, pm = strncasecmp(*at, "pm", 2) == 0;
  if (!am && !pm)
    return true;
  *at += 2;
  if (*hour < 1 || *hour > 12)
    return false;
  *hour = *hour % 12 + (pm ? 12 : 0);
  return true;
}

bool cell_clock(const char *text, int64_t *minutes, const char **why) {
  const char *at = text;
  int hour = 0, minute = 0;
  if (skip(&at, "kl"))
    skip(&at, "."), skip(&at, " ");
  bool written = read_hour_and_minute(&at, &hour, &minute) && read_half(&at, &hour);
  if (!written || *at || minute > 59 || hour * 60 + minute > 24 * 60) {
    *why = strncmp(text, "0.", 2) == 0 || strncmp(text, "0,", 2) == 0
               ? _("a part of a day, as a spreadsheet keeps times: format the cell as a time, or write hh:mm")
               : _("not a time of day: write hh:mm from 00:00 to 24:00");
    return false;
  }
  *minutes = hour * 60 + minute;
  return true;
}

// The time of midnight, which a spreadsheet adds to a date.
static bool ends_at_midnight(const char *at) {
  if (*at == 'T' || *at == ' ')
    return strcmp(at + 1, "00:00:00") == 0 || strcmp(at + 1, "00:00") == 0;
  return !*at;
}

static bool read_year_first(const char *text, int *year, int *month, int *day) {
  const char *at = text;
  if (!read_digits(&at, 4, 4, year) || (*at != '-' && *at != '/'))
    return false;
  char sign[] = {*at, 0};
  return skip(&at, sign) && read_digits(&at, 2, 2, month) && skip(&at, sign) && read_digits(&at, 2, 2, day) &&
         ends_at_midnight(at);
}

bool cell_date(const char *text, int *year, int *month, int *day, const char **why) {
  enum { DAY_NUMBER_DIGITS = 5 };
  const char *at = text;
  if (read_year_first(text, year, month, day))
    return true;
  *why = _("not a date: write 2024-06-01 or 01.06.2024");
  if (strlen(text) == DAY_NUMBER_DIGITS && digits_at(text, DAY_NUMBER_DIGITS) == DAY_NUMBER_DIGITS)
    *why = _("a day number of a spreadsheet: format the cell as a date, or write 2024-06-01");
  if (!(read_digits(&at, 1, 2, day) && skip(&at, ".") && read_digits(&at, 1, 2, month) && skip(&at, ".")))
    return false;
  if (digits_at(at, 4) == 2 && !at[2])
    *why = _("a year of two digits: write all four");
  return read_digits(&at, 4, 4, year) && ends_at_midnight(at);
}

// "22. mai", "may-22", "22-May": digits and the name of a month in Norwegian or English, and nothing else.
bool cell_is_day_of_year(const char *text) {
  static const char *const months[] = {"januar",  "february", "februar",  "mars",     "march",    "april",  "mai",
                                       "may",     "juni",     "june",     "juli",     "july",     "august", "september",
                                       "oktober", "october",  "november", "desember", "december", "january"};
  bool digits = false, month = false;
  while (*text) {
    size_t letters = 0;
    while ((text[letters] | 0x20) >= 'a' && (text[letters] | 0x20) <= 'z')
      letters++;
    digits |= is_digit(*text);
    bool known = false;
    for (size_t m = 0; letters >= 3 && m < sizeof months / sizeof *months; m++)
      known |= strncasecmp(text, months[m], letters) == 0;
    month |= known;
    if ((letters && !known) || (!letters && !is_digit(*text) && !strchr(" .-/", *text)))
      return false;
    text += letters ? letters : 1;
  }
  return digits && month;
}

static bool is_code_letter(ucs4_t letter) {
  bool ascii = letter < 0x80 && (is_digit((char)letter) || strchr("_-.", (int)letter));
  return ascii || uc_is_alpha(letter);
}

bool cell_code(const char *text, const char **why) {
  size_t length = strlen(text);
  if (length == 0 || length > CODE_BYTES_MOST) {
    *why = _("a code has 1 to 64 letters: shorten it");
    return false;
  }
  for (size_t i = 0; i < length;) {
    ucs4_t letter = 0;
    int bytes = u8_mbtouc(&letter, (const uint8_t *)text + i, length - i);
    if (!is_code_letter(letter)) {
      *why =
          _("a code has letters, digits, _ - and . only, and a cell holds one code: write _ instead of a space in it");
      return false;
    }
    i += (size_t)bytes;
  }
  return true;
}
