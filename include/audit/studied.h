// SPDX-License-Identifier: GPL-3.0-or-later
// One measure in one year, unit by unit, to be evaluated again for a scenario with some cells changed.
#ifndef ROTACOST_AUDIT_STUDIED_H
#define ROTACOST_AUDIT_STUDIED_H

#include "audit/effect.h"
#include "audit/sets.h"
#include "audit/slope.h"
#include "base/failure.h"

struct studied_unit {
  size_t unit; // the first of those solved together
  struct study_question question;
  const struct comparison *comparison;
  struct slope *slope; // NULL: none is valid
};

// Outside a full year a measure without a start is not in force.
struct studied {
  const struct scenario *scenario;
  const struct measure_effect *effect;
  struct study *study;
  struct period period;
  enum positions positions; // the answer that is asked for
  bool *in_force;           // the measure alone
  bool cold;                // plans from scratch take long too
  bool far;                 // its plans are far from the baseline's, as for a year-round rota: asking takes long
  size_t unit_count;
  struct studied_unit *units;
  struct failure failure; // where something below is false
};

// Must be closed by studied_close in any case; false where a model was not solved. Memory: arena.
bool studied_open(struct studied *studied, struct arena *arena, const struct audit *audit,
                  const struct measure_effect *effect, struct study *study, struct period period,
                  enum positions positions);
void studied_close(struct studied *studied);

// The units that a change may affect.
typedef bool unit_filter(const void *info, size_t unit);
// The answer asked for with the cells as in `varied`, solved again, with amounts; skipped units keep their plans. False
// where a model was not solved.
bool studied_answer(struct studied *studied, struct arena *arena, const struct scenario *varied, unit_filter *matters,
                    const void *info, struct answer *answer);
// Change of that, to first order (without amounts); false where no slope is valid.
bool studied_slope(const struct studied *studied, struct arena *arena, const struct scenario *varied,
                   unit_filter *matters, const void *info, double *change_kr);

#endif
