// SPDX-License-Identifier: GPL-3.0-or-later
// Random draws of the neighbourhood search: which lines are taken out, and how they are put back.
#include "rota/neighbours_parts.h"

enum {
  OUT_MOST_WANTED = 2,
  OUT_MOST_NEAR = 2,
  STRETCH_PERCENT = 50,
  STRETCH_LEAST = 14,
  STRETCH_SPAN = 8,
  WHOLE_DAYS = 28,
  ABOUT_MISSING_PERCENT = 50,
  ABOUT_MISSING_PERCENT_FAR = 80,
  DRAWS = 20
};

static uint64_t next_random(struct search *s) { // splitmix64
  uint64_t z = s->random += 0x9E3779B97F4A7C15u;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  return z ^ z >> 31;
}

double search_share_random(struct search *s) { return (double)(next_random(s) >> 11) / 9007199254740992.0; }

int search_below_random(struct search *s, int count) { return (int)(next_random(s) % (uint64_t)count); }

// ---------------------------------------------------------------- draws

static int draw_out(struct search *s, int *out) {
  int most = s->days > WHOLE_DAYS && !s->far ? OUT_MOST_NEAR : s->wanted ? OUT_MOST_WANTED : OUT_MOST, count = 0;
  int wanted = 1 + search_below_random(s, s->line_count < most ? s->line_count : most);
  while (count < wanted) {
    int l = search_below_random(s, s->line_count);
    bool twice = false;
    for (int i = 0; i < count; i++)
      twice |= out[i] == l;
    if (!twice)
      out[count++] = l;
  }
  return count;
}

// The fewer lines there are, the more randomness is needed to reach a line that looks bad on its own.
enum mood search_draw_mood(struct search *s) {
  int fickle = 100 / (s->line_count + 2), percent = search_below_random(s, 100);
  return percent < 50 ? PLAIN : percent < 50 + fickle ? FICKLE : MODEST;
}

static bool is_off(const struct search *s, const struct line *line, int t) {
  return line->day[(t % s->days + s->days) % s->days] == ROTA_OFF;
}

// A working day between two days off, or a day off between two working days.
static bool is_single(const struct search *s, const struct line *line, int t) {
  bool off = is_off(s, line, t);
  return is_off(s, line, t - 1) != off && is_off(s, line, t + 1) != off;
}

static bool is_short(const struct search *s, int t) {
  for (int i = 0; i < s->problem->interval_count; i++)
    if (s->cell_kr[t * s->problem->interval_count + i] > 0)
      return true;
  return false;
}

// Around a day on which people are missing, or around a single day of a line if a few draws find one.
static struct line_stretch draw_stretch(struct search *s, int *line) {
  int t = search_below_random(s, s->days), count = STRETCH_LEAST + search_below_random(s, STRETCH_SPAN);
  bool missing = search_below_random(s, 100) < (s->far ? ABOUT_MISSING_PERCENT_FAR : ABOUT_MISSING_PERCENT);
  for (int draw = 0; draw < DRAWS && !(missing ? is_short(s, t) : is_single(s, &s->lines[*line], t)); draw++) {
    *line = search_below_random(s, s->line_count);
    t = search_below_random(s, s->days);
  }
  return (struct line_stretch){(t - search_below_random(s, count) + s->days) % s->days, count};
}

void search_draw_taken(struct search *s, struct taken *taken) {
  taken->count = draw_out(s, taken->out);
  taken->stretch.count = 0;
  if (s->days <= WHOLE_DAYS || search_below_random(s, 100) >= STRETCH_PERCENT)
    return;
  int line = taken->out[0];
  taken->stretch = draw_stretch(s, &line);
  bool twice = false;
  for (int i = 1; i < taken->count; i++)
    twice |= taken->out[i] == line;
  if (!twice)
    taken->out[0] = line;
}
