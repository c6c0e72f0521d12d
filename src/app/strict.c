// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/strict.h"

#include <string.h>

#include "audit/claim_slip.h"
#include "audit/compliance.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/summary.h"
#include "report/terminal.h"
#include "report/verdict.h"

enum { LITTLE_MILLI = 5 }; // of a person, likewise

static const char *code_of(const struct audit *audit, size_t measure) {
  return measure_rows(&audit->scenario->tables)[measure].measure;
}

// ---------------------------------------------------------------- claims

// An amount from the paper is not checked, but its dates are: it fails where they give something else, or where the
// source itself doubts it.
static bool stands(const struct audit *audit, const struct measure_effect *effect, const struct year_effect *year,
                   enum verdict verdict) {
  return verdict == VERDICT_TAKEN_OVER ? amount_is_as_claimed(audit->scenario, effect, year) : verdict_is_met(verdict);
}

static bool claim_is_met(const struct audit *audit, const struct measure_effect *effect, const struct year_effect *year,
                         FILE *to) {
  enum verdict verdict = measure_verdict(audit->scenario, effect, year);
  if (stands(audit, effect, year, verdict))
    return true;
  if (verdict == VERDICT_TAKEN_OVER)
    fprintf(to, _("%s: strict: the dates of %s do not give what is claimed for %s\n"), audit->scenario->name,
            code_of(audit, effect->measure), YEAR_NAME(year->year));
  else
    fprintf(to, _("%s: strict: the claim of %s for %s: %s\n"), audit->scenario->name, code_of(audit, effect->measure),
            YEAR_NAME(year->year), terminal_plain(audit->arena, verdict_in_words(audit->arena, effect, verdict)));
  return false;
}

// Hours that stand empty beyond today's although all positions stay.
static bool hours_are_filled(const struct audit *audit, const struct measure_effect *effect,
                             const struct year_effect *year, FILE *to) {
  double empty_h = year->answers[POSITIONS_KEPT].empty_h;
  if (empty_h <= FEW_HOURS)
    return true;
  fprintf(to, _("%s: strict: %s leaves %s person-hours of %s more empty than today\n"), audit->scenario->name,
          code_of(audit, effect->measure), terminal_number(audit->arena, fixed_round(empty_h), 0),
          YEAR_NAME(year->year));
  return false;
}

// A claim that looks like a slip proves nothing, whatever its verdict.
static bool claim_is_sound(const struct audit *audit, const struct measure_effect *effect,
                           const struct year_effect *year, FILE *to) {
  struct claim_doubt doubt = claim_doubt_of(audit->scenario, effect, year);
  if (!doubt.slip)
    return true;
  fprintf(to, _("%s: strict: the claim of %s for %s: %s\n"), audit->scenario->name, code_of(audit, effect->measure),
          YEAR_NAME(year->year), terminal_plain(audit->arena, claim_doubt_text(audit->arena, audit->scenario, &doubt)));
  return false;
}

// Norms that a measure's need or plan goes below.
static bool norm_is_kept(const struct audit *audit, const struct measure_effect *effect, const struct year_effect *year,
                         FILE *to) {
  const struct norm_breach *worst = &year->breach;
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    if (year->filled[p].person_hours > worst->person_hours)
      worst = &year->filled[p];
  if (!year->breach.days && worst->person_hours <= FEW_HOURS)
    return true;
  fprintf(to,
          worst == &year->breach
              ? ngettext("%s: strict: %s breaks a norm on %d day of %s (%s person-hours)\n",
                         "%s: strict: %s breaks a norm on %d days of %s (%s person-hours)\n",
                         (unsigned long)worst->days)
              : ngettext("%s: strict: %s breaks a norm on at least %d day of %s (%s person-hours)\n",
                         "%s: strict: %s breaks a norm on at least %d days of %s (%s person-hours)\n",
                         (unsigned long)worst->days_least),
          audit->scenario->name, code_of(audit, effect->measure), worst->days_least, YEAR_NAME(year->year),
          terminal_number(audit->arena, fixed_round(worst->person_hours), 0));
  return false;
}

static bool measure_is_met(const struct audit *audit, const struct measure_effect *effect, FILE *to) {
  bool met = true, whole_told = false;
  for (int y = 0; y < effect->year_count; y++) {
    const struct year_effect *year = &effect->years[y];
    met &= claim_is_met(audit, effect, year, to);
    met &= claim_is_sound(audit, effect, year, to);
    met &= norm_is_kept(audit, effect, year, to);
    met &= hours_are_filled(audit, effect, year, to);
    whole_told |= year->year == effect->full.year && !effect->undecided;
  }
  return (whole_told || norm_is_kept(audit, effect, &effect->full, to)) && met;
}

// ---------------------------------------------------------------- the baseline

// What today's need lacks. For working-time rules a plan is only one of many with the same cost: they belong in
// compliance.csv, not in a status.
static bool is_breach(const struct finding *finding) {
  return finding->measure == NOT_GIVEN && !strcmp(finding->rule, RULE_NORM_PLANNED) &&
         (finding->status == FINDING_BROKEN || finding->status == FINDING_BELOW_TODAY ||
          finding->status == FINDING_NO_SHIFT);
}

// Already reported for an earlier year?
static bool is_told(const struct audit *audit, size_t i) {
  const struct finding *finding = &audit->findings[i];
  for (const struct finding *earlier = audit->findings; earlier < finding; earlier++)
    if (is_breach(earlier) && earlier->unit == finding->unit && earlier->level == finding->level &&
        !strcmp(earlier->window, finding->window))
      return true;
  return false;
}

static bool norms_are_planned(const struct audit *audit, FILE *to) {
  bool met = true;
  for (size_t i = 0; i < audit->finding_count; i++) {
    const struct finding *finding = &audit->findings[i];
    if (!is_breach(finding))
      continue;
    met = false;
    if (!is_told(audit, i))
      fprintf(to, _("%s: strict: the baseline, %s in %s: %s\n"), audit->scenario->name, finding->window,
              unit_rows(&audit->scenario->tables)[finding->unit].unit,
              terminal_plain(audit->arena, terminal_text(audit->arena, finding->reason)));
  }
  return met;
}

static bool leaves_norm_unfilled(const struct cover_line *line) {
  return line->measure == NOT_GIVEN && line->norm_milli != NOT_GIVEN && line->need_milli >= line->norm_milli &&
         line->planned_milli + LITTLE_MILLI < line->norm_milli;
}

// Where need is enough but nobody can be found.
static bool norms_are_filled(const struct audit *audit, FILE *to) {
  const struct cover_line *told = NULL;
  bool met = true;
  for (size_t i = 0; i < audit->cover_count; i++) {
    const struct cover_line *line = &audit->cover[i];
    if (!leaves_norm_unfilled(line))
      continue;
    met = false;
    if (told && told->unit == line->unit)
      continue;
    told = line;
    fprintf(to, _("%s: strict: the baseline leaves the norm of %s in %s unfilled, first on %s\n"),
            audit->scenario->name, line->window, unit_rows(&audit->scenario->tables)[line->unit].unit,
            terminal_date(audit->arena, line->day));
  }
  return met;
}

static double short_h_of(const struct baseline_year *baseline) { return baseline->figures[POSITIONS_KEPT].short_h; }

// Already reported, for a norm that stands unfilled or for an earlier year?
static bool shortage_is_told(const struct audit *audit, size_t i) {
  size_t unit = audit->baseline[i].unit;
  for (size_t b = 0; b < i; b++)
    if (audit->baseline[b].unit == unit && short_h_of(&audit->baseline[b]) > FEW_HOURS)
      return true;
  for (size_t c = 0; c < audit->cover_count; c++)
    if (audit->cover[c].unit == unit && leaves_norm_unfilled(&audit->cover[c]))
      return true;
  return false;
}

// Hours that stand empty today, norm or not: then the unit modelled is not a staffed one.
static bool baseline_is_filled(const struct audit *audit, FILE *to) {
  bool met = true;
  for (size_t i = 0; i < audit->baseline_count; i++) {
    const struct baseline_year *baseline = &audit->baseline[i];
    double short_h = short_h_of(baseline);
    met &= short_h <= FEW_HOURS;
    if (short_h <= FEW_HOURS || shortage_is_told(audit, i))
      continue;
    fprintf(to, _("%s: strict: the baseline leaves %s person-hours of %s empty in %s\n"), audit->scenario->name,
            terminal_number(audit->arena, fixed_round(short_h), 0), YEAR_NAME(baseline->year),
            unit_rows(&audit->scenario->tables)[baseline->unit].unit);
  }
  return met;
}

bool strict_is_met(const struct audit *audit, FILE *to) {
  bool met = norms_are_planned(audit, to);
  met &= norms_are_filled(audit, to);
  met &= baseline_is_filled(audit, to);
  for (size_t m = 0; m < audit->measure_count; m++)
    met &= measure_is_met(audit, &audit->measures[m], to);
  return met;
}
