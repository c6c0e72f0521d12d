// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of rota.csv as a rota of the problem.
#include <stdlib.h>
#include <string.h>

#include "base/heap.h"
#include "rota/base_parts.h"
#include "scenario/shared.h"

int base_given_weeks(const struct tables *tables, int64_t unit) {
  int64_t weeks = 0;
  for (size_t i = 0; i < row_count(tables, TABLE_ROTA); i++)
    if (rota_rows(tables)[i].unit == unit && rota_rows(tables)[i].week > weeks)
      weeks = rota_rows(tables)[i].week;
  return (int)weeks;
}

struct given_line {
  int group; // of the problem
  const char *code, *source;
  int *days;
};

static int group_called(const struct rota_problem *problem, const char *code) {
  for (int g = 0; g < problem->group_count; g++)
    if (!strcmp(problem->groups[g].group, code))
      return g;
  return -1;
}

static int by_group_and_code(const void *a, const void *b) {
  const struct given_line *x = a, *y = b;
  return x->group != y->group ? (x->group > y->group) - (x->group < y->group) : strverscmp(x->code, y->code);
}

static struct given_line *line_called(struct given_line *lines, size_t count, const char *code) {
  for (size_t i = count; i-- > 0;)
    if (!strcmp(lines[i].code, code))
      return &lines[i];
  return NULL;
}

static struct given_line *read_lines(struct arena *arena, const struct base_rota *base, size_t *count) {
  const struct tables *tables = &base->year->frame->scenario->tables;
  struct given_line *lines = NULL;
  size_t room = 0, days = (size_t)(7 * base->weeks);
  *count = 0;
  for (size_t i = 0; i < row_count(tables, TABLE_ROTA); i++) {
    const struct rota_row *row = &rota_rows(tables)[i];
    if (row->unit != base->year->frame->unit)
      continue;
    struct given_line *line = line_called(lines, *count, row->line);
    if (!line) {
      line = arena_push(arena, &lines, count, &room, sizeof *line);
      *line = (struct given_line){group_called(&base->problem, row->group), row->line, row->row.source,
                                  arena_array(arena, days, sizeof(int))};
      for (size_t t = 0; t < days; t++)
        line->days[t] = ROTA_OFF;
    }
    bool off = !row->shift || !strcmp(row->shift, "-");
    size_t t = (size_t)(7 * (row->week - 1) + row->day);
    if (t < days && !off)
      line->days[t] = base_shift_called(&base->problem, row->shift, strlen(row->shift));
  }
  if (*count)
    qsort(lines, *count, sizeof *lines, by_group_and_code);
  return lines;
}

static bool lines_fit(const struct base_rota *base, const struct given_line *lines, size_t count) {
  const struct rota_problem *problem = &base->problem;
  int *heads = heap_new((size_t)problem->group_count, sizeof *heads);
  bool fit = true;
  for (size_t i = 0; i < count && fit; i++) {
    fit = lines[i].group >= 0;
    if (fit)
      heads[lines[i].group]++;
    for (int t = 0; t < 7 * base->weeks && fit; t++)
      fit = lines[i].days[t] < problem->shift_count;
  }
  for (int g = 0; g < problem->group_count && fit; g++)
    fit = heads[g] == problem->groups[g].heads;
  free(heads);
  return fit;
}

struct rota *base_given(struct arena *arena, const struct base_rota *base, const char ***codes, const char ***sources) {
  size_t count, days = (size_t)(7 * base->weeks);
  const struct given_line *lines = read_lines(arena, base, &count);
  if (!count || !lines_fit(base, lines, count))
    return NULL;
  struct rota *rota = arena_alloc(arena, sizeof *rota);
  *rota = (struct rota){base->weeks, (int)count, arena_array(arena, count, sizeof(int)),
                        arena_array(arena, count * days, sizeof(int))};
  *codes = arena_array(arena, count, sizeof **codes);
  *sources = arena_array(arena, count, sizeof **sources);
  for (size_t i = 0; i < count; i++) {
    rota->group_of[i] = lines[i].group;
    (*codes)[i] = lines[i].code;
    (*sources)[i] = lines[i].source;
    memcpy(rota->day + i * days, lines[i].days, days * sizeof(int));
  }
  return rota;
}

int base_persons(const struct rota *rota, int g, int s, int t) {
  int persons = 0;
  for (int line = 0; line < rota->line_count; line++)
    persons += rota->group_of[line] == g && rota->day[line * 7 * rota->weeks + t] == s;
  return persons;
}
