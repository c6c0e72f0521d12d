// SPDX-License-Identifier: GPL-3.0-or-later
// Doubts that are only known when the run is finished: claims that look like the model's figure in another unit,
// measures with no effect.
#include "audit/claim_slip.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/held.h"
#include "report/summary.h"
#include "scenario/measure_days.h"
#include "scenario/norwegian.h"
#include "scenario/vary.h"

static const char *measure_code(const struct summary *s, size_t m) { return measure_rows(s->tables)[m].measure; }

const char *claim_doubt_text(struct arena *arena, const struct scenario *scenario, const struct claim_doubt *doubt) {
  bool negative = settings_of(&scenario->tables)->savings_are == SAVINGS_NEGATIVE;
  const char *claimed = terminal_kr(arena, doubt->claimed_ore), *found = terminal_kr(arena, doubt->found_ore);
  switch (doubt->slip) {
  case CLAIM_SLIP_THOUSANDTH:
    return arena_printf(arena,
                        _("%s kr are claimed and %s kr found, about a thousand times as much: is the claim in 1000 kr? "
                          "Then write `1000 kr` in the setting claims_in"),
                        claimed, found);
  case CLAIM_SLIP_THOUSAND:
    return arena_printf(arena,
                        _("%s kr are claimed and %s kr found, about a thousandth: look for a number that is a thousand "
                          "times too large in the claim, or too small in the scenario"),
                        claimed, found);
  case CLAIM_SLIP_SIGN:
    return arena_printf(arena,
                        _("%s kr are claimed and %s kr found, about as much with the opposite sign: if the claim has "
                          "the sign of a budget, write `%s` in the setting savings_are"),
                        claimed, found,
                        own_word(column_named(TABLE_SETTINGS, "savings_are"), negative ? "positive" : "negative"));
  default:
    return NULL;
  }
}

// Once for a measure: its first year with a doubt.
static void print_claims(const struct summary *s) {
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    const struct measure_effect *effect = &s->audit->measures[m];
    for (int y = 0; y < effect->year_count; y++) {
      struct claim_doubt doubt = claim_doubt_of(s->audit->scenario, effect, &effect->years[y]);
      if (!doubt.slip)
        continue;
      terminal_say(s->out, _("WARNING: the claim of %s for %s: %s.\n"), measure_code(s, m),
                   YEAR_NAME(effect->years[y].year), claim_doubt_text(s->arena, s->audit->scenario, &doubt));
      break;
    }
  }
}

// A full year that the measure is not in force to the end of says little of it.
static void print_over(const struct summary *s, size_t m, day_number over) {
  int year = s->audit->measures[m].full.year;
  if (!s->audit->measures[m].testable || over >= fiscal_last_day(year))
    return;
  if (over < fiscal_first_day(year))
    terminal_say(s->out,
                 _("%s is over on %s: a full year (%s) has nothing of it. What it saves before stands in "
                   "effects.csv, year by year.\n"),
                 measure_code(s, m), terminal_date(s->arena, over), YEAR_NAME(year));
  else
    terminal_say(s->out, _("%s is over on %s: a full year (%s) has only its first days, up to that date.\n"),
                 measure_code(s, m), terminal_date(s->arena, over), YEAR_NAME(year));
}

static void print_nothing_comes(const struct summary *s) {
  int first = (int)s->settings->first_year, last = (int)s->settings->last_year;
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    struct measure_days days = measure_days_of(s->tables, m);
    if (!days.known || s->audit->measures[m].given_up)
      continue;
    if (days.from > fiscal_last_day(last))
      terminal_say(s->out, _("%s starts on %s, after %s: nothing of it comes in these years.\n"), measure_code(s, m),
                   terminal_date(s->arena, (day_number)days.from), YEAR_NAME(last));
    else if (!days.for_good && days.to < fiscal_first_day(first))
      terminal_say(s->out, _("%s is over on %s, before %s: nothing of it comes in these years.\n"), measure_code(s, m),
                   terminal_date(s->arena, (day_number)days.to), YEAR_NAME(first));
    else if (!days.for_good && !days.amounts)
      print_over(s, m, (day_number)days.to);
  }
}

// Readers of "adjusted" must know that nothing was adjusted.
void summary_print_held(const struct summary *s) {
  const struct audit *audit = s->audit;
  for (size_t i = 0; i < audit->record_count; i++)
    if (audit->records[i].positions_held)
      terminal_say(s->out, _("WARNING: %s.\n"), held_text(s->arena, audit, &audit->records[i]));
}

void summary_print_doubts(const struct summary *s) {
  print_claims(s);
  print_nothing_comes(s);
}
