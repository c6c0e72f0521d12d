// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/strict.h"

#include <string.h>

#include "audit/claim_slip.h"
#include "audit/compliance.h"
#include "base/fixed.h"
#include "base/language.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/summary.h"
#include "report/terminal.h"

static const double FEW_HOURS = 0.5; // of a year: what rounding leaves
enum { LITTLE_MILLI = 5 };           // of a person, likewise

static const char *code_of(const struct audit *audit, size_t measure) {
  return measure_rows(&audit->scenario->tables)[measure].measure;
}

// ---------------------------------------------------------------- claims

static bool claim_is_met(const struct audit *audit, const struct measure_effect *effect, const struct year_effect *year,
                         FILE *to) {
  enum verdict verdict = measure_verdict(audit->scenario, effect, year);
  if (verdict == VERDICT_SUPPORTED || verdict == VERDICT_NO_CLAIM || verdict == VERDICT_UNDERSTATED)
    return true;
  fprintf(to, _("%s: strict: the claim of %s for %d is %s\n"), audit->scenario->name, code_of(audit, effect->measure),
          year->year, label_of(audit->arena, "verdict", verdict_name(verdict)));
  return false;
}

// A claim that looks like a slip says nothing, whatever the verdict on it.
static bool claim_is_sound(const struct audit *audit, const struct measure_effect *effect,
                           const struct year_effect *year, FILE *to) {
  struct claim_doubt doubt = claim_doubt_of(audit->scenario, effect, year);
  if (!doubt.slip)
    return true;
  fprintf(to, _("%s: strict: the claim of %s for %d: %s\n"), audit->scenario->name, code_of(audit, effect->measure),
          year->year, terminal_plain(audit->arena, claim_doubt_text(audit->arena, audit->scenario, &doubt)));
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
          ngettext("%s: strict: %s breaks a norm on %d day of %d (%s person-hours)\n",
                   "%s: strict: %s breaks a norm on %d days of %d (%s person-hours)\n", (unsigned long)worst->days),
          audit->scenario->name, code_of(audit, effect->measure), worst->days, year->year,
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
    whole_told |= year->year == effect->full.year && !effect->undecided;
  }
  return (whole_told || norm_is_kept(audit, effect, &effect->full, to)) && met;
}

// ---------------------------------------------------------------- the baseline

// What today's need lacks. Of working-time rules a plan is only one of many that cost the same: they are for
// compliance.csv, not for a status.
static bool is_breach(const struct finding *finding) {
  return finding->measure == NOT_GIVEN && !strcmp(finding->rule, RULE_NORM_PLANNED) &&
         (finding->status == FINDING_BROKEN || finding->status == FINDING_BELOW_TODAY ||
          finding->status == FINDING_NO_SHIFT);
}

// Told already, for an earlier year?
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

// Where need is enough but nobody can be found.
static bool norms_are_filled(const struct audit *audit, FILE *to) {
  const struct cover_line *told = NULL;
  bool met = true;
  for (size_t i = 0; i < audit->cover_count; i++) {
    const struct cover_line *line = &audit->cover[i];
    if (line->measure != NOT_GIVEN || line->norm_milli == NOT_GIVEN || line->need_milli < line->norm_milli ||
        line->planned_milli + LITTLE_MILLI >= line->norm_milli)
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

bool strict_is_met(const struct audit *audit, FILE *to) {
  bool met = norms_are_planned(audit, to);
  met &= norms_are_filled(audit, to);
  for (size_t m = 0; m < audit->measure_count; m++)
    met &= measure_is_met(audit, &audit->measures[m], to);
  return met;
}
