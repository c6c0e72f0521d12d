// SPDX-License-Identifier: GPL-3.0-or-later
// One printed amount. Every character except the digits may mean several things, so each has its own step.
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "paper/parts.h"

enum { PRINTED_ONE = 10000 }; // 10^PAPER_DIGITS

static bool cut_front(const char **text, const char *what) {
  size_t length = strlen(what);
  if (strncmp(*text, what, length) != 0)
    return false;
  *text += length;
  return true;
}

static bool cut_back(char *text, const char *what) {
  size_t length = strlen(text), end = strlen(what);
  if (length < end || strcmp(text + length - end, what) != 0)
    return false;
  text[length - end] = '\0';
  return true;
}

// Bytes of a possible thousands separator; 0: none.
static size_t blank_bytes(const char *text) {
  static const char *const blanks[] = {" ", "'", "\n", "\t", "\u00A0", "\u2009", "\u202F", "\u2019", NULL};
  for (size_t i = 0; blanks[i]; i++)
    if (strncmp(text, blanks[i], strlen(blanks[i])) == 0)
      return strlen(blanks[i]);
  return 0;
}

// Removes blanks of every kind. *set_apart: some stood between digits; *in_threes: three digits follow each of those.
static char *without_blanks(struct arena *arena, const char *text, bool *set_apart, bool *in_threes) {
  char *kept = arena_text(arena, text, strlen(text));
  size_t count = 0, since = 0;
  bool counting = false;
  *set_apart = false;
  *in_threes = true;
  for (const char *at = text; *at;) {
    size_t bytes = blank_bytes(at);
    if (!bytes) {
      bool digit = isdigit((unsigned char)*at);
      if (!digit && counting && since != 3)
        *in_threes = false;
      counting &= digit;
      since += digit;
      kept[count++] = *at++;
      continue;
    }
    at += bytes;
    bool between = count && isdigit((unsigned char)kept[count - 1]) && isdigit((unsigned char)*at);
    if (!between)
      continue;
    *in_threes &= !counting || since == 3;
    *set_apart = counting = true;
    since = 0;
  }
  *in_threes &= !counting || since == 3;
  kept[count] = '\0';
  return kept;
}

// Replaces every kind of dash by a plain minus.
static char *plain_minus(struct arena *arena, const char *text) {
  static const char *const dashes[] = {"\u2212", "\u2013", "\u2014", "\u2010", "\u2011", NULL};
  char *plain = arena_text(arena, text, strlen(text));
  for (size_t i = 0; dashes[i]; i++)
    for (char *at; (at = strstr(plain, dashes[i]));) {
      *at = '-';
      memmove(at + 1, at + 3, strlen(at + 3) + 1);
    }
  return plain;
}

// Takes off the sign, which may stand before or after, or be a pair of parentheses. False: there is more than one.
static bool take_sign(const char **text, char *end_of, bool *negative) {
  int signs = 0;
  char *whole = end_of;
  if (**text == '(' && cut_back(whole, ")"))
    (*text)++, signs++, *negative = true;
  if (cut_front(text, "-"))
    signs++, *negative = true;
  else
    cut_front(text, "+");
  if (cut_back(whole, "-"))
    signs++, *negative = true;
  return signs <= 1;
}

static void cut_kroner(const char **text, char *whole) {
  static const char *const front[] = {"kr.", "kr", "nok", "NOK", "Kr.", "Kr", NULL}, *const back[] = {"kr.",    "kr",
                                                                                                      "kroner", "NOK",
                                                                                                      "nok",    NULL};
  for (size_t i = 0; front[i]; i++)
    if (cut_front(text, front[i]))
      break;
  for (size_t i = 0; back[i]; i++)
    if (cut_back(whole, back[i]))
      break;
  if (!cut_back(whole, ",-"))
    cut_back(whole, ".-");
}

// Which of comma and point is the decimal sign of these digits; 0: neither. False: it cannot be determined.
static bool decimal_of(const char *digits, unsigned style, char *decimal, unsigned *shows) {
  const char *comma = strchr(digits, ','), *point = strchr(digits, '.');
  *decimal = '\0';
  if (!comma && !point)
    return true;
  if (comma && point) {
    *decimal = strrchr(digits, ',') > strrchr(digits, '.') ? ',' : '.';
    *shows |= *decimal == ',' ? STYLE_COMMA_DECIMAL | STYLE_POINT_THOUSAND : STYLE_POINT_DECIMAL | STYLE_COMMA_THOUSAND;
    return true;
  }
  char sign = comma ? ',' : '.';
  const char *first = comma ? comma : point, *last = strrchr(digits, sign);
  unsigned as_decimal = comma ? STYLE_COMMA_DECIMAL : STYLE_POINT_DECIMAL;
  unsigned as_thousand = comma ? STYLE_COMMA_THOUSAND : STYLE_POINT_THOUSAND;
  unsigned other_decimal = comma ? STYLE_POINT_DECIMAL : STYLE_COMMA_DECIMAL;
  size_t behind = strlen(last + 1), before = (size_t)(first - digits);
  bool thousands = first != last || (behind == 3 && (style & (as_thousand | other_decimal)));
  bool decimals =
      first == last && (behind != 3 || before > 3 || *digits == '0' || (style & (as_decimal | STYLE_BLANK_THOUSAND)));
  if (thousands == decimals)
    return false;
  if (behind != 3 || first != last)
    *shows |= thousands ? as_thousand : as_decimal;
  *decimal = thousands ? '\0' : sign;
  return true;
}

// Reads digits with thousands separated by comma or point, and decimals. False: something else.
static bool digits_value(const char *digits, char decimal, int64_t *printed) {
  int behind = -1;
  int64_t value = 0;
  for (const char *at = digits; *at; at++) {
    if (isdigit((unsigned char)*at)) {
      if (behind >= PAPER_DIGITS || value > INT64_C(100000000000000000))
        return false;
      value = value * 10 + (*at - '0');
      behind += behind >= 0;
    } else if (*at == decimal && behind < 0 && at != digits) {
      behind = 0;
    } else if ((*at != ',' && *at != '.') || *at == decimal || behind >= 0 || at == digits) {
      return false;
    } else if (strspn(at + 1, "0123456789") != 3) {
      return false;
    }
  }
  for (behind = behind < 0 ? 0 : behind; behind < PAPER_DIGITS; behind++)
    value *= 10;
  *printed = value;
  return *digits;
}

static bool is_nothing(const char *text) {
  static const char *const nothing[] = {"-", "--", "..", ".", ":", "0", NULL};
  for (size_t i = 0; nothing[i]; i++)
    if (!strcmp(text, nothing[i]))
      return true;
  return false;
}

static enum paper_value typed_value(const struct grid_cell *cell, int64_t *printed, const char **why) {
  double value = strtod(cell->text, NULL), most = 1e14;
  if (!(fabs(value) < most))
    return *why = _("too long for an amount"), VALUE_UNCLEAR;
  *printed = fixed_round(value * PRINTED_ONE); // a formula leaves binary fractions beyond the fourth decimal
  return *printed ? VALUE_AMOUNT : VALUE_NOTHING;
}

static enum paper_value text_value(struct arena *arena, const char *given, unsigned style, int64_t *printed,
                                   unsigned *shows, const char **why) {
  bool set_apart, in_threes, negative = false;
  char *whole = without_blanks(arena, plain_minus(arena, paper_unmarked(arena, given)), &set_apart, &in_threes);
  const char *text = whole;
  if (is_nothing(text))
    return VALUE_NOTHING;
  cut_kroner(&text, whole);
  bool one_sign = take_sign(&text, whole, &negative);
  cut_kroner(&text, whole);
  if (!*text || text[strspn(text, "0123456789.,")] || !isdigit((unsigned char)*text))
    return VALUE_TEXT;
  char decimal;
  if (!one_sign)
    return *why = _("two signs: write one minus"), VALUE_UNCLEAR;
  if (!in_threes)
    return *why = _("blanks set apart thousands in threes: is it one number?"), VALUE_UNCLEAR;
  if (!decimal_of(text, style, &decimal, shows))
    return *why = _("thousands or decimals? Write thousands with a blank (1 200), decimals with two digits (1,20)"),
           VALUE_UNCLEAR;
  if (!digits_value(text, decimal, printed))
    return *why = _("no amount with four decimals at the most: correct it"), VALUE_UNCLEAR;
  if (set_apart)
    *shows |= STYLE_BLANK_THOUSAND;
  *printed = negative ? -*printed : *printed;
  return *printed ? VALUE_AMOUNT : VALUE_NOTHING;
}

enum paper_value paper_amount(struct arena *arena, const struct grid_cell *cell, unsigned style, int64_t *printed,
                              unsigned *shows, const char **why) {
  *printed = NOT_GIVEN;
  if (!cell || (!cell->wrong && !*cell->text))
    return VALUE_BLANK;
  if (cell->wrong)
    return *why = cell->wrong, VALUE_UNCLEAR;
  if (cell->kind == SHEET_NUMBER)
    return typed_value(cell, printed, why);
  if (cell->kind == SHEET_DATE || cell->kind == SHEET_TIME)
    return *why = _("a date or a time, and no amount: the spreadsheet made it of what was typed; write the amount"),
           VALUE_UNCLEAR;
  return cell->kind == SHEET_TEXT ? text_value(arena, cell->text, style, printed, shows, why) : VALUE_TEXT;
}
