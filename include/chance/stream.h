// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers of GSL's generator (taus2), in streams named by what they are used for: seed, draw, unit, group,
// head, week. A stream starts afresh wherever its name is used, so no result depends on who draws first, on how many
// processes work, or on the order of rows; and baseline and measure get the same draws.
#ifndef ROTACOST_CHANCE_STREAM_H
#define ROTACOST_CHANCE_STREAM_H

#include <stdint.h>

struct chance_stream; // owns memory outside every arena

struct chance_stream *chance_stream_new(void); // ends with chance_stream_free
void chance_stream_free(struct chance_stream *stream);
const char *chance_generator(void); // "taus2, GSL 2.7.1"

// Names of streams: a number or a text added to a name.
uint64_t chance_name(uint64_t name, uint64_t number);
uint64_t chance_name_text(uint64_t name, const char *text);
// What is drawn: a separate name for each use of the same thing.
enum chance_use {
  CHANCE_SPELLS,
  CHANCE_DUTY,
  CHANCE_OFFERS,
  CHANCE_BOOKINGS,
  CHANCE_WILLING,
  CHANCE_CHILDREN,
  CHANCE_NEED
};

void chance_begin(struct chance_stream *stream, uint64_t name);
double chance_uniform(struct chance_stream *stream);     // 0 <= u < 1
double chance_exponential(struct chance_stream *stream); // mean 1
int chance_poisson(struct chance_stream *stream, double mean);

#endif
