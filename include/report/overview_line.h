// SPDX-License-Identifier: GPL-3.0-or-later
// One measure: the figures and texts that all other output on it is derived from.
#ifndef ROTACOST_REPORT_OVERVIEW_LINE_H
#define ROTACOST_REPORT_OVERVIEW_LINE_H

#include "audit/grade.h"
#include "report/table.h"

struct overview_line {
  const struct measure_row *row;
  const char *title; // with the unit, where another measure has the same
  const struct measure_effect *effect;
  const struct year_effect *year; // whose claim it is judged by
  struct claimed claimed;
  bool full;                                                 // the figures are for a full year
  const struct year_effect *shown;                           // the year, or the full year
  int64_t kept_ore, adjusted_ore, direct_ore, compliant_ore; // at equal cover; FIELD_BLANK where not known
  int64_t cash_kept_ore, cash_adjusted_ore;                  // without the price of hours left empty
  enum evidence_grade grade;
  double assumed_share; // negative: not known
  bool counted;         // counted in the sums
  enum verdict verdict;
  const char *verdict_words;
  const char *evidence;   // a sentence or two
  const char *why;        // sentences: the reasons that follow, and more
  const char *reason;     // what is reached, as a sentence or two
  const char *release;    // which whole positions can go, and by when; or ""
  const char *cover;      // what happens to the cover; or ""
  const char *doubt;      // why the claim looks like a slip; or ""
  const char *floor;      // why less is found if positions follow than if they stay, as sentences; "" where not so
  const char *step;       // the step of the bridge that carries most of the difference, as a sentence; or ""
  const char *step_alone; // the same without its reason
  const struct chance_line
      *chance[POSITIONS_ANSWERS]; // for the claim it is judged by; NULL: nothing was drawn, or nothing claimed
  const char *class_code;         // of the saving; "" where not known
};

// The year whose claim a measure is judged by in one line: the last year in which it claims anything, else the last
// year of the scenario.
const struct year_effect *overview_year(const struct audit *audit, const struct measure_effect *effect);
// Is the need of the measure below the norm on any day?
bool overview_below_norm(const struct overview_line *line);
// The same; or do hours stand empty with it, or do its people fall below a norm, positions kept?
bool overview_cover_fails(const struct overview_line *line);
// "1.9", "0.25": as many decimals as needed, at least one.
const char *fte_text(struct arena *arena, int64_t fte_milli);
// Its status in the language of texts.
const char *status_text(struct arena *arena, const struct overview_line *line);
// How a verdict is shown: good, maybe, bad, unknown.
const char *verdict_class(enum verdict verdict);

#endif
