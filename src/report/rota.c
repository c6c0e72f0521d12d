// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/rota.h"

#include <ctype.h>
#include <string.h>

#include "base/fixed.h"
#include "calendar/dayset.h"
#include "report/format.h"

// ---------------------------------------------------------------- the table that is read

static const struct field_column columns[] = {
    {"unit", FIELD_CODE, 0}, {"line", FIELD_CODE, 0},  {"group", FIELD_CODE, 0},  {"week", FIELD_INTEGER, 0},
    {"day", FIELD_CODE, 0},  {"shift", FIELD_CODE, 0}, {"source", FIELD_TEXT, 0},
};

static void add_line(struct result_table *table, const struct scenario *scenario, const struct unit_rota *of,
                     int line) {
  const struct rota_problem *problem = &of->base->problem;
  const struct rota *rota = of->rota;
  for (int t = 0; t < 7 * rota->weeks; t++) {
    int shift = rota->day[line * 7 * rota->weeks + t];
    result_text(table, unit_rows(&scenario->tables)[of->unit].unit);
    result_text(table, of->codes[line]);
    result_text(table, problem->groups[rota->group_of[line]].group);
    result_number(table, t / 7 + 1);
    result_text(table, day_word(t % 7));
    result_text(table, shift == ROTA_OFF ? "-" : problem->shifts[shift].code);
    result_text(table, of->sources[line]);
  }
}

struct result_table *rota_table_made(struct arena *arena, const struct scenario *scenario,
                                     const struct unit_rota *const *rotas, size_t count) {
  struct result_table *table = result_table_new(arena, "rota", COLUMNS(columns));
  for (size_t i = 0; i < count; i++)
    for (int line = 0; rotas[i]->rota && line < rotas[i]->rota->line_count; line++)
      add_line(table, scenario, rotas[i], line);
  return table;
}

// ---------------------------------------------------------------- counted

static bool is_taken(const char *letters, int count, char letter) {
  for (int i = 0; i < count; i++)
    if (letters[i] == letter)
      return true;
  return false;
}

char rota_letter(const char *code, const char *letters, int count) {
  static const char others[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789";
  for (const char *at = code; *at; at++)
    if (isascii((unsigned char)*at) && isalnum((unsigned char)*at) &&
        !is_taken(letters, count, (char)toupper((unsigned char)*at)))
      return (char)toupper((unsigned char)*at);
  for (const char *at = others; *at; at++)
    if (!is_taken(letters, count, *at))
      return *at;
  return '*'; // never: there are fewer shifts than letters
}

void rota_letters(const struct rota_problem *problem, char *letters) {
  for (int s = 0; s < problem->shift_count; s++)
    letters[s] = rota_letter(problem->shifts[s].code, letters, s);
}

struct rota_line_sums rota_line_sums(const struct rota_problem *problem, const struct rota *rota, int line) {
  struct rota_line_sums sums = {0, 0, 0, 0};
  for (int t = 0; t < 7 * rota->weeks; t++) {
    int shift = rota->day[line * 7 * rota->weeks + t];
    bool sunday = t % 7 == SUNDAY, saturday_worked = sunday && rota->day[line * 7 * rota->weeks + t - 1] != ROTA_OFF;
    sums.weekends += sunday && (saturday_worked || shift != ROTA_OFF);
    if (shift == ROTA_OFF)
      continue;
    sums.paid_min += problem->shifts[shift].paid_min;
    sums.sundays += sunday;
    sums.nights += problem->shifts[shift].night;
  }
  return sums;
}

// ---------------------------------------------------------------- a breach

static const char *amount(struct arena *arena, double value) { return format_short(arena, hundredths(value), 2); }

// Of one day, or of all weeks.
static const char *breach_place(struct arena *arena, const struct unit_rota *rota, const struct rota_breach *breach) {
  const char *line = rota->codes[breach->line];
  bool whole = breach->rule == ROTA_RULE_HOURS ||
               ((breach->rule == ROTA_RULE_WEEKENDS || breach->rule == ROTA_RULE_SUNDAYS) && !breach->day);
  if (whole)
    return arena_printf(arena, _("line %s"), line);
  if (breach->rule == ROTA_RULE_WEEKLY_REST)
    return arena_printf(arena, _("line %s, week %d"), line, breach->day / 7 + 1);
  return arena_printf(arena, _("line %s, week %d, %s"), line, breach->day / 7 + 1,
                      format_weekday((enum weekday)(breach->day % 7)));
}

const char *rota_breach_words(struct arena *arena, const struct unit_rota *rota, const struct rota_breach *breach) {
  const struct rota_rule_record *record = &rota_rule_records[breach->rule];
  const char *place = breach_place(arena, rota, breach);
  if (!*record->unit)
    return place;
  return arena_printf(arena, _("%s: %s %s, limit %s %s"), place, amount(arena, breach->value),
                      rota_unit_word(record->unit, breach->value), amount(arena, breach->limit),
                      rota_unit_word(record->unit, breach->limit));
}
