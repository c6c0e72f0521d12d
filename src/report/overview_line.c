// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/overview_line.h"

#include "audit/cover_state.h"
#include "report/format.h"
#include "report/labels.h"
#include "scenario/columns.h"

const char *verdict_class(enum verdict verdict) { return label_class("verdict", verdict_name(verdict)); }

bool overview_below_norm(const struct overview_line *line) {
  return line->year->breach.days || line->effect->full.breach.days;
}

bool overview_cover_fails(const struct overview_line *line) {
  unsigned bad = COVER_BELOW_NORM | COVER_HOURS_EMPTY | COVER_HOURS_EMPTY_TODAY;
  return overview_below_norm(line) || cover_states(line->effect, line->shown, POSITIONS_KEPT) & bad;
}

const struct year_effect *overview_year(const struct audit *audit, const struct measure_effect *effect) {
  int last = claim_last_year(audit->scenario, effect->measure);
  bool once = measure_rows(&audit->scenario->tables)[effect->measure].nature == NATURE_ONE_OFF;
  for (int y = 0; y < effect->year_count && !last && once; y++)
    if (effect_ore(&effect->years[y].answers[POSITIONS_KEPT]))
      return &effect->years[y];
  int index = last ? last - effect->years[0].year : effect->year_count - 1;
  return &effect->years[index < effect->year_count ? index : effect->year_count - 1];
}

const char *status_text(struct arena *arena, const struct overview_line *line) {
  return label_of(arena, "status", measure_status_word(line->row->status));
}

const char *fte_text(struct arena *arena, int64_t fte_milli) {
  int digits = fte_milli % 10 ? 3 : fte_milli % 100 ? 2 : 1;
  return format_decimal(arena, digits == 3 ? fte_milli : fte_milli / (digits == 2 ? 10 : 100), digits);
}
