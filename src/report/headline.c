// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/headline.h"

#include <stdlib.h>

#include "base/language.h"
#include "report/format.h"

static int64_t joint_ore(const struct result_set *set, int year, const char *positions, int64_t singles_ore) {
  char written[FIELD_NUMBER_BYTES];
  number_text(written, year, (struct number_style){0, '.', '\0'});
  const struct result_match matches[] = {
      {"year", written}, {"basis", "in_year"}, {"of", "target"}, {"positions", positions}, {NULL, NULL}};
  const struct result_table *joint = result_find(set, "joint");
  size_t row = SIZE_MAX;
  return result_next(joint, matches, &row) ? result_number_at(joint, row, "joint_kr") : singles_ore;
}

struct headline headline_of(const struct audit *audit, const struct result_set *set,
                            const struct overview_line *lines) {
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  struct headline headline = {.year = (int)settings->last_year, .target_ore = settings->target_ore};
  for (size_t m = 0; m < audit->measure_count; m++) {
    const struct year_effect *last = &audit->measures[m].years[audit->measures[m].year_count - 1];
    headline.claims += lines[m].verdict != VERDICT_NO_CLAIM;
    if (lines[m].row->in_target != YES)
      continue;
    headline.in_target++;
    struct claimed standing = claim_standing(audit->scenario, m, last->year);
    headline.claimed_ore += standing.amount_ore == NOT_GIVEN ? 0 : standing.amount_ore;
    headline.kept_ore += effect_ore(&last->answers[POSITIONS_KEPT]);
    headline.adjusted_ore += effect_ore(&last->answers[POSITIONS_ADJUSTED]);
  }
  headline.kept_ore = joint_ore(set, headline.year, "kept", headline.kept_ore);
  headline.adjusted_ore = joint_ore(set, headline.year, "adjusted", headline.adjusted_ore);
  return headline;
}

const char *headline_sentence(struct arena *arena, const struct headline *headline) {
  if (!headline->in_target)
    return _("Nothing is claimed for these measures: here stands what each of them would save or cost.");
  const char *found = arena_printf(
      arena, _("All measures at once, the model finds %s in %d if all positions stay and %s if positions follow."),
      format_kr(arena, headline->kept_ore), headline->year, format_kr(arena, headline->adjusted_ore));
  if (!headline->claims)
    return arena_printf(arena, _("Nothing is claimed for these measures. %s"), found);
  if (!headline->claimed_ore)
    return arena_printf(arena, _("No amount is claimed for %d. %s"), headline->year, found);
  return arena_printf(arena, _("For %d the measures claim %s. %s"), headline->year,
                      format_kr(arena, headline->claimed_ore), found);
}

const char *headline_target(struct arena *arena, const struct headline *headline) {
  if (headline->target_ore == NOT_GIVEN)
    return NULL;
  int64_t most = headline->adjusted_ore > headline->kept_ore ? headline->adjusted_ore : headline->kept_ore;
  const char *text = most >= headline->target_ore ? _("The target is %s; what is found at best is %s above it.")
                                                  : _("The target is %s; what is found at best is %s short of it.");
  return arena_printf(arena, text, format_kr(arena, headline->target_ore),
                      format_kr(arena, llabs(most - headline->target_ore)));
}
