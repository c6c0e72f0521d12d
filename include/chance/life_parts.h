// SPDX-License-Identifier: GPL-3.0-or-later
// How a year is simulated: shared by src/chance/life*.c and used only there.
#ifndef ROTACOST_CHANCE_LIFE_PARTS_H
#define ROTACOST_CHANCE_LIFE_PARTS_H

#include "chance/life.h"

struct chance_life {
  struct arena *arena;
  struct chance_stream *stream;
  int heads;
  int *first_head;                     // [groups]
  uint8_t *gaps[2];                    // [days * slots] known in advance; at short notice
  int16_t *swing;                      // [days * slots] persons needed beyond the plan; fewer than the plan
  bool *swung;                         // [days] any of them
  uint8_t *ill;                        // [heads * days]
  double *willing;                     // [heads] luck
  float *extra_h, *overtime_h;         // [heads * weeks]
  float *overtime_year_h;              // [heads]
  double *source_left_h, *idle_left_h; // [weeks * sources], [weeks * groups]
  int *empty;                          // [slots] gaps left open on the day at hand
  double *cover;                       // [intervals * levels]
  double *week_luck;                   // [7]
};
enum notice { NOTICE_KNOWN, NOTICE_SHORT };

struct living {
  const struct chance_model *model;
  struct chance_life *life;
  const struct chance_draw *draw;
  struct chance_year year;
  uint64_t name; // hash hash of seed and draw
  size_t slots;
};

struct gap {
  const struct chance_day *day;
  const struct chance_slot *slot;
  int d, shift;
  enum notice notice;
  double hours;
  int refused; // filler that has already declined; -1: none
  bool more;   // beyond what the plan needs
};

// Share of the h-th head of the group present on day d: 1, or the fraction of the last head.
double life_weight(const struct chance_group *group, int h, int d);
// The first of the gap's fillers to accept works it and is booked; otherwise it stays empty.
void life_fill(struct living *l, const struct gap *gap);
void life_book(struct living *l, enum filler_kind kind, double kr, double hours);

#endif
