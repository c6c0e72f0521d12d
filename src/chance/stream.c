// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/stream.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_version.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/heap.h"

struct chance_stream {
  gsl_rng *rng;
};

// Its state is small and quick to initialise, which matters because millions of streams are started.
static const gsl_rng_type *generator(void) { return gsl_rng_taus2; }

struct chance_stream *chance_stream_new(void) {
  struct chance_stream *stream = heap_new(1, sizeof *stream);
  stream->rng = gsl_rng_alloc(generator());
  if (!stream->rng)
    arena_no_memory();
  return stream;
}

void chance_stream_free(struct chance_stream *stream) {
  if (!stream)
    return;
  gsl_rng_free(stream->rng);
  free(stream);
}

const char *chance_generator(void) { return "taus2, GSL " GSL_VERSION; }

// The finaliser of splitmix64: every bit of the name affects every bit of the next one.
uint64_t chance_name(uint64_t name, uint64_t number) {
  uint64_t mixed = name * UINT64_C(0x9e3779b97f4a7c15) + number + UINT64_C(0x632be59bd9b4e019);
  mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
  return mixed ^ (mixed >> 31);
}

uint64_t chance_name_text(uint64_t name, const char *text) {
  uint64_t hash = UINT64_C(0xcbf29ce484222325);
  for (; *text; text++)
    hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
  return chance_name(name, hash);
}

// taus2 is seeded by 32 bits: the two halves of a name combined.
void chance_begin(struct chance_stream *stream, uint64_t name) {
  gsl_rng_set(stream->rng, (unsigned long)((name ^ (name >> 32)) & UINT64_C(0xffffffff)));
}

double chance_uniform(struct chance_stream *stream) { return gsl_rng_uniform(stream->rng); }

double chance_exponential(struct chance_stream *stream) { return gsl_ran_exponential(stream->rng, 1); }

int chance_poisson(struct chance_stream *stream, double mean) { return (int)gsl_ran_poisson(stream->rng, mean); }
