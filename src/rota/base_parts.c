// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/base_parts.h"

#include <string.h>

#include "base/language.h"
#include "scenario/shared.h"

void base_say(struct making *m, const char *text) {
  struct base_rota *base = m->base;
  *(const char **)arena_push(m->arena, &base->notes, &base->note_count, &base->note_room, sizeof *base->notes) = text;
}

void base_say_once(struct making *m, const char *text) {
  for (size_t i = 0; i < m->base->note_count; i++)
    if (!strcmp(m->base->notes[i], text))
      return;
  base_say(m, text);
}

bool base_refuse(struct making *m, const char *why) {
  m->base->refusal = why;
  return false;
}

const struct group_row *base_group_row(const struct making *m, int frame_group) {
  return &group_rows(m->base->tables)[m->frame->groups[frame_group]];
}

const struct tables *base_tables_on(const struct making *m, day_number day) {
  return year_tables(m->year, m->base->variant, day);
}

// "7,5" or "7.5", as the scenario writes it.
const char *base_number(const struct making *m, double value) {
  char *text = arena_printf(m->arena, "%.2f", value);
  size_t length = strlen(text);
  while (text[length - 1] == '0')
    text[--length] = 0;
  if (text[length - 1] == '.')
    text[--length] = 0;
  char *point = strchr(text, '.');
  if (point && language_now() == LANGUAGE_NB)
    *point = ',';
  return text;
}

int base_shift_called(const struct rota_problem *problem, const char *code, size_t length) {
  for (int s = 0; s < problem->shift_count; s++)
    if (strlen(problem->shifts[s].code) == length && !memcmp(problem->shifts[s].code, code, length))
      return s;
  return problem->shift_count; // not worked in these weeks
}
