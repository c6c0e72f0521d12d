// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rws.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/rota_random.h"

enum { SECTIONS = 9, LINES_MOST = 40, LINE_MOST = 200 };

// The lines of each section; a section begins with a line that has a #.
struct file {
  char lines[SECTIONS][LINES_MOST][LINE_MOST];
  int counts[SECTIONS], sections;
};

static void sort_line(struct file *file, const char *line) {
  if (strspn(line, " \t\r\n") == strlen(line))
    return;
  if (line[0] == '#') {
    file->sections++;
    return;
  }
  int s = file->sections - 1;
  if (s >= 0 && s < SECTIONS && file->counts[s] < LINES_MOST)
    snprintf(file->lines[s][file->counts[s]++], LINE_MOST, "%s", line);
}

static bool read_lines(const char *path, struct file *file) {
  FILE *in = fopen(path, "r");
  if (!in)
    return false;
  char line[LINE_MOST];
  while (fgets(line, sizeof line, in))
    sort_line(file, line);
  fclose(in);
  return file->sections == SECTIONS;
}

static void demand(struct rota_problem *problem, int shift, int weekday, int people) {
  *rota_need(problem, weekday, shift) = 1000 * people;
  problem->most_milli[rota_need(problem, weekday, shift) - problem->need_milli] = 1000 * people;
}

static void read_demand(const struct file *file, struct rota_problem *problem) {
  for (int s = 0; s < problem->shift_count; s++) {
    const char *at = file->lines[3][s];
    for (int d = 0; d < 7; d++) {
      char *end;
      demand(problem, s, d, (int)strtol(at, &end, 10));
      at = end;
    }
  }
}

static bool read_shift(struct arena *arena, const char *line, struct rota_shift *shift) {
  char name[40];
  int start, length, least, most;
  if (sscanf(line, "%39s %d %d %d %d", name, &start, &length, &least, &most) != 5)
    return false;
  *shift = (struct rota_shift){
      arena_text(arena, name, strlen(name)), "", start, start + length, length, 0x7f, false, least, most};
  return true;
}

static int shift_named(const struct rota_problem *problem, const char *name) {
  for (int s = 0; s < problem->shift_count; s++)
    if (strcmp(problem->shifts[s].code, name) == 0)
      return s;
  return ROTA_OFF;
}

static void read_sequence(const char *line, struct rota_problem *problem) {
  char names[3][40];
  struct rota_sequence *sequence = &problem->sequences[problem->sequence_count];
  sequence->length = sscanf(line, "%39s %39s %39s", names[0], names[1], names[2]);
  for (int i = 0; i < sequence->length; i++)
    sequence->days[i] = shift_named(problem, names[i]);
  problem->sequence_count += sequence->length > 1;
}

static struct rota_problem *shape(struct arena *arena, int shifts, int heads) {
  struct rota_problem *problem = plain_rota(arena, 1, shifts, heads);
  problem->rotates = true;
  problem->most_milli = arena_array(arena, (size_t)(7 * shifts), sizeof *problem->most_milli);
  problem->sequences = arena_array(arena, LINES_MOST, sizeof *problem->sequences);
  return problem;
}

struct rota_problem *rws_read(struct arena *arena, const char *path) {
  struct file *file = arena_alloc(arena, sizeof *file);
  if (!read_lines(path, file))
    return NULL;
  int shifts = atoi(file->lines[2][0]);
  struct rota_problem *problem = shape(arena, shifts, atoi(file->lines[1][0]));
  struct rota_limits *limits = &problem->groups[0].limits;
  if (atoi(file->lines[0][0]) != 7 || file->counts[3] != shifts || file->counts[4] != shifts ||
      sscanf(file->lines[5][0], "%d %d", &limits->days_off_least, &limits->days_off_most) != 2 ||
      sscanf(file->lines[6][0], "%d %d", &limits->days_in_row_least, &limits->days_in_row_most) != 2)
    return NULL;
  for (int s = 0; s < shifts; s++)
    if (!read_shift(arena, file->lines[4][s], &problem->shifts[s]))
      return NULL;
  read_demand(file, problem);
  for (int q = 0; q < file->counts[8]; q++)
    read_sequence(file->lines[8][q], problem);
  return problem;
}

// ---------------------------------------------------------------- made ones

static void forbid(struct rota_problem *problem, int length, int first, int second, int third) {
  problem->sequences[problem->sequence_count++] = (struct rota_sequence){length, {first, second, third}};
}

static int between(struct random *random, int least, int most) {
  return least + random_below(random, most - least + 1);
}

static void make_limits(struct random *random, struct rota_problem *problem) {
  struct rota_limits *limits = &problem->groups[0].limits;
  limits->days_off_least = between(random, 1, 2);
  limits->days_off_most = between(random, 3, 5);
  limits->days_in_row_least = between(random, 2, 4);
  limits->days_in_row_most = between(random, 5, 7);
  for (int s = 0; s < problem->shift_count; s++) {
    problem->shifts[s].night = false;
    problem->shifts[s].run_least = between(random, s == 0 ? 1 : 2, s == 0 ? 2 : 3);
    problem->shifts[s].run_most = s == 0 ? between(random, 5, 7) : between(random, 4, 6);
  }
  if (problem->shift_count == 3) {
    forbid(problem, 2, 2, 0, 0);
    forbid(problem, 2, 2, 1, 0);
    if (random_chance(random, 30))
      forbid(problem, 3, 2, ROTA_OFF, 2);
  }
  forbid(problem, 2, 1, 0, 0);
}

struct rota_problem *rws_made(struct arena *arena, struct random *random, int heads) {
  struct rota_problem *problem = shape(arena, random_chance(random, 75) ? 3 : 2, heads);
  make_limits(random, problem);
  // 60 to 80 % of all person-days are worked, fewer at weekends: close to what the limits allow.
  int percent = between(random, 60, 80), shares[3] = {between(random, 30, 60), between(random, 20, 40), 0};
  shares[2] = problem->shift_count == 3 ? between(random, 10, 30) : 0;
  int sum = shares[0] + shares[1] + shares[2], weekend = between(random, 60, 100);
  for (int d = 0; d < 7; d++)
    for (int s = 0; s < problem->shift_count; s++) {
      int people = heads * percent * shares[s] / sum * (d < 5 ? 100 : weekend);
      demand(problem, s, d, (people + 5000) / 10000 + (random_chance(random, 20) ? between(random, -1, 1) : 0));
      if (*rota_need(problem, d, s) < 0)
        demand(problem, s, d, 0);
    }
  return problem;
}
