// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/cells_parts.h"

#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "calendar/dayset.h"

static const char *print_decimal(struct arena *arena, int64_t number, int digits, char decimal) {
  uint64_t magnitude = number < 0 ? -(uint64_t)number : (uint64_t)number;
  uint64_t scale = 1;
  for (int i = 0; i < digits; i++)
    scale *= 10;
  uint64_t rest = magnitude % scale;
  for (; digits > 0 && rest % 10 == 0; digits--)
    rest /= 10;
  const char *sign = number < 0 ? "-" : "";
  if (digits == 0)
    return arena_printf(arena, "%s%llu", sign, (unsigned long long)(magnitude / scale));
  return arena_printf(arena, "%s%llu%c%0*llu", sign, (unsigned long long)(magnitude / scale), decimal, digits,
                      (unsigned long long)rest);
}

static const char *print_clock(struct arena *arena, int64_t minutes) {
  int64_t magnitude = minutes < 0 ? -minutes : minutes;
  return arena_printf(arena, "%s%02d:%02d", minutes < 0 ? "-" : "", (int)(magnitude / 60), (int)(magnitude % 60));
}

// As it can be read again: 200.85, but 200:52, whose hundredths would not come to whole minutes.
static const char *print_hours(const struct cell_reader *reader, int64_t minutes) {
  enum { MINUTES_OF_HUNDREDTHS = 3 };
  if (minutes % MINUTES_OF_HUNDREDTHS)
    return print_clock(reader->arena, minutes);
  return print_decimal(reader->arena, minutes * 100 / 60, 2, reader->decimal);
}

static const char *print_date(struct arena *arena, int64_t day) {
  struct civil_date date = date_from_day((day_number)day);
  return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static const char *print_days(struct arena *arena, int64_t days) {
  static const char *const words[] = {"mon", "tue", "wed",     "thu",        "fri",
                                      "sat", "sun", "holiday", "easter_eve", "half_eve"};
  const char *list = "";
  for (int i = 0; i < 10; i++)
    if (days >> i & 1)
      list = arena_printf(arena, "%s%s%s", list, list[0] ? " " : "", words[i]);
  return list;
}

static const char *print_weeks(struct arena *arena, int64_t weeks) {
  if ((weekset)weeks == WEEKSET_ALL)
    return "all";
  const char *list = "";
  for (int first = 1; first <= 53; first++) {
    int last = first;
    if (!(weeks >> first & 1))
      continue;
    while (last < 53 && weeks >> (last + 1) & 1)
      last++;
    list = arena_printf(arena, last > first ? "%s%s%d-%d" : "%s%s%d", list, list[0] ? " " : "", first, last);
    first = last;
  }
  return list;
}

static const char *print_words(struct arena *arena, const struct choice *choices, int64_t bits) {
  const char *list = "";
  for (int i = 0; choices[i].word; i++)
    if (bits >> i & 1)
      list = arena_printf(arena, "%s%s%s", list, list[0] ? " " : "", choices[i].word);
  return list;
}

static const char *print_number(const struct cell_reader *reader, const struct column *column, int64_t number) {
  switch (column->kind) {
  case CELL_HOURS:
    return print_hours(reader, number);
  case CELL_PERCENT:
    return print_decimal(reader->arena, number, PERCENT_DIGITS, reader->decimal);
  case CELL_CLOCK:
    return print_clock(reader->arena, number);
  case CELL_KR:
    return print_decimal(reader->arena, number, cell_kr_digits(reader, column), reader->decimal);
  default:
    return print_decimal(reader->arena, number, column->kind == CELL_DECIMAL ? column->digits : 0, reader->decimal);
  }
}

const char *cell_print(const struct cell_reader *reader, const struct column *column, struct cell cell) {
  if (column_is_text(column))
    return cell.text ? cell.text : "";
  if (cell.number == NOT_GIVEN)
    return "";
  switch (column->kind) {
  case CELL_DATE:
    return print_date(reader->arena, cell.number);
  case CELL_NEED_DAYS:
  case CELL_PAY_DAYS:
    return print_days(reader->arena, cell.number);
  case CELL_WEEKS:
    return print_weeks(reader->arena, cell.number);
  case CELL_MONTHS:
    return cell.number ? print_weeks(reader->arena, cell.number) : ""; // all, as a blank cell says
  case CELL_CHOICE:
    return column->choices[cell.number].word;
  case CELL_WORDS:
    return print_words(reader->arena, column->choices, cell.number);
  case CELL_REFERENCE:
    return cell_row_code(reader->tables, column->refers_to, (size_t)cell.number);
  default:
    return print_number(reader, column, cell_has_minus(reader, column) ? -cell.number : cell.number);
  }
}

const char *digits_grouped(struct arena *arena, const char *number) {
  enum { GROUP = 3, UNGROUPED = 4 };
  size_t sign = number[0] == '-', digits = strspn(number + sign, "0123456789");
  const char *text = arena_text(arena, number, sign);
  for (size_t i = 0; i < digits; i++) {
    bool blank = i > 0 && digits > UNGROUPED && (digits - i) % GROUP == 0;
    text = arena_printf(arena, "%s%s%c", text, blank ? " " : "", number[sign + i]);
  }
  return arena_printf(arena, "%s%s", text, number + sign + digits);
}

static const char *bound_print(const struct cell_reader *reader, const struct column *column, int64_t bound) {
  const char *text = cell_print(reader, column, (struct cell){.number = bound});
  return column_is_number(column) && column->kind != CELL_CLOCK ? digits_grouped(reader->arena, text) : text;
}

const char *column_range_print(const struct cell_reader *reader, const struct column *column) {
  if (column->least > column->most)
    return "";
  const char *least = bound_print(reader, column, column->least), *most = bound_print(reader, column, column->most);
  if (strcmp(column->unit, "year") == 0)
    return arena_printf(reader->arena, _("the years %s to %s"), least, most);
  if (column->kind == CELL_PERCENT && column->least == 1) // all but 0
    return arena_printf(reader->arena, _("over 0 and up to %s %%"), most);
  bool bare = column->kind == CELL_CLOCK || column->kind == CELL_DATE || strchr("0123456789", column->unit[0]);
  return bare ? arena_printf(reader->arena, _("%s to %s"), least, most)
              : arena_printf(reader->arena, _("%s to %s %s"), least, most, _(column->unit));
}

const char *cell_check_range(const struct cell_reader *reader, const struct column *column, int64_t number) {
  bool any = column->least > column->most;
  if (any || (number >= column->least && number <= column->most))
    return NULL;
  return arena_printf(reader->arena, _("out of range: allowed are %s"), column_range_print(reader, column));
}
