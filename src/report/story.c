// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/story_parts.h"

#include <assert.h>
#include <string.h>

#include "audit/changes.h"
#include "audit/compliance.h"
#include "audit/titles.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/explain.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/rotas.h"
#include "report/unreplaced.h"
#include "report/verdict.h"
#include "scenario/measure_days.h"

void story_say(struct story *story, const char *sentence) {
  if (sentence && *sentence)
    *(const char **)arena_push(story->arena, &story->sentences, &story->count, &story->room, sizeof sentence) =
        sentence;
}

// ---------------------------------------------------------------- before the parts

const char *story_answer(struct arena *arena, const struct overview_line *line) {
  return format_sentences(arena, line->reason, line->doubt);
}

static const char *tolerance_text(struct arena *arena, int64_t share_e8) {
  enum { PERCENT = 1000000, TENTH = 100000 }; // of a share
  return share_e8 % PERCENT ? format_percent(arena, share_e8 / TENTH, 1) : format_percent(arena, share_e8 / PERCENT, 0);
}

// A full year is a calendar year: another one may have other public holidays, and another result.
static const char *period_text(struct arena *arena, const struct overview_line *line) {
  return line->full ? arena_printf(arena, _("a full year (%s)"), fiscal_year_name(arena, line->effect->full.year))
                    : fiscal_year_name(arena, line->year->year);
}

// A measure that is over before the end of its full year is in it only in part, or not at all.
static const char *over_text(struct arena *arena, const struct overview_line *line, day_number over) {
  int year = line->effect->full.year;
  if (!line->full || over >= fiscal_last_day(year))
    return "";
  return over < fiscal_first_day(year)
             ? arena_printf(arena,
                            _("It is over then: a full year (%s) has nothing of it, so read its years one by one."),
                            YEAR_NAME(year))
             : arena_printf(arena, _("It is over then: a full year (%s) has only its first days, up to that date."),
                            YEAR_NAME(year));
}

static const char *force_text(struct arena *arena, const struct audit *audit, const struct overview_line *line) {
  const struct tables *tables = &audit->scenario->tables;
  struct measure_days days = measure_days_of(tables, (size_t)(line->row - measure_rows(tables)));
  if (line->row->start == NOT_GIVEN)
    return _("No start is decided.");
  if (!days.known || days.for_good || days.amounts)
    return arena_printf(arena, _("In force from %s."), format_date(arena, line->row->start));
  return format_sentences(arena,
                          arena_printf(arena, _("In force from %s to %s."), format_date(arena, line->row->start),
                                       format_date(arena, days.to)),
                          over_text(arena, line, (day_number)days.to));
}

// The basis of the claim, when it starts and how far off it may be.
const char *story_terms(struct arena *arena, const struct audit *audit, const struct overview_line *line) {
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  const char *text = "";
  if (line->claimed.amount_ore != NOT_GIVEN)
    text = arena_printf(arena, _("Judged by the claim for %s, within %s."), period_text(arena, line),
                        tolerance_text(arena, settings->tolerance_e8));
  else if (line->effect->testable)
    text = arena_printf(arena, _("Figures are those of %s."), period_text(arena, line));
  text = format_sentences(arena, text, force_text(arena, audit, line));
  text = format_sentences(arena, text, arena_printf(arena, _("Status: %s."), status_text(arena, line)));
  const char *role = line->row->role ? line->row->role : line->row->responsibility;
  if (role && *role)
    text = format_sentences(arena, text, arena_printf(arena, _("Responsible: %s."), role));
  return format_sentences(arena, text, line->evidence);
}

// ---------------------------------------------------------------- what changes

static const char *change_dates(struct arena *arena, const struct change_line *change) {
  if (change->from == DAY_NONE)
    return "";
  if (change->to == DAY_NONE)
    return arena_printf(arena, _(", in force from %s"), format_date(arena, change->from));
  return arena_printf(arena, _(", in force from %s to %s"), format_date(arena, change->from),
                      format_date(arena, change->to));
}

// "Ward, night 22:00-07:30, Nurse: persons (need) from 2 to 1, from 1 June 2024. Source: budget 2024."
static void say_change(struct story *story, const struct change_line *change) {
  struct arena *arena = story->arena;
  const char *where = label_of(arena, "line", change->where);
  if (where == change->where)
    where = label_of_conditions(arena, story->tables, change->where);
  const char *what = arena_printf(arena, _("%s (%s)"), label_of_input(arena, change->table, change->column),
                                  label_of(arena, "table", change->table));
  const char *source = change->row->assumed ? _("assumed") : change->row->source;
  const char *text = arena_printf(arena, "%s%s%s: %s%s.", where, *where ? ": " : "", what, change->change,
                                  change_dates(arena, change));
  if (change->row_count > 1)
    text = format_sentences(
        arena, text,
        arena_printf(arena, ngettext("In %zu row.", "In %zu rows.", change->row_count), change->row_count));
  if (source && *source)
    text = format_sentences(arena, text, arena_printf(arena, _("Source: %s."), source));
  story_say(story, text);
}

static void say_changes(struct story *story) {
  size_t count;
  const struct change_line *changes =
      measure_changes(story->arena, story->audit->scenario, story->line->effect->measure, &count);
  for (size_t i = 0; i < count && i < STORY_CHANGES_MOST; i++)
    say_change(story, &changes[i]);
  if (count > STORY_CHANGES_MOST)
    story_say(story,
              arena_printf(story->arena,
                           ngettext("%zu more change stands in the table of changes.",
                                    "%zu more changes stand in the table of changes.", count - STORY_CHANGES_MOST),
                           count - STORY_CHANGES_MOST));
}

// ---------------------------------------------------------------- what it is worth

// Comparable: for the year or the full year that the measure is judged by.
static const char *figures_in_words(struct story *story) {
  struct arena *arena = story->arena;
  const struct overview_line *line = story->line;
  const char *claimed = line->claimed.amount_ore == NOT_GIVEN
                            ? ""
                            : arena_printf(arena, _("Claimed: %s."), format_kr(arena, line->claimed.amount_ore));
  const char *direct = line->direct_ore == FIELD_BLANK
                           ? ""
                           : arena_printf(arena, _("Direct price: %s."), format_kr(arena, line->direct_ore));
  const char *found =
      arena_printf(arena, _("Found: %s if positions are kept, %s if they are adjusted (%s)."),
                   format_kr(arena, line->kept_ore), format_kr(arena, line->adjusted_ore), period_text(arena, line));
  return format_sentences(arena, format_sentences(arena, claimed, direct), found);
}

static void say_worth(struct story *story) {
  const struct overview_line *line = story->line;
  if (line->kept_ore != FIELD_BLANK)
    story_say(story, figures_in_words(story));
  story_say(story, line->step);
  story_say(story, line->floor);
  story_say(story, rota_claim_sentence(story->arena, story->audit, line->effect->measure));
  story_say(story, unreplaced_measure_sentence(story->arena, story->audit, line->effect, line->year));
}

// ---------------------------------------------------------------- what breaks

static bool is_of_year(const struct story *story, const struct finding *finding) {
  return finding->measure == (int64_t)story->line->effect->measure && finding->year == story->line->effect->full.year;
}

static bool is_broken_rule(const struct finding *finding) {
  return finding->status == FINDING_BROKEN && explain_part_of(finding) == EXPLAIN_RULES;
}

// Is the same rule broken in the unit without the measure, in its year or the scenario's last?
static bool broken_today(const struct story *story, const struct finding *finding) {
  int last = (int)settings_of(story->tables)->last_year, year = finding->year < last ? finding->year : last;
  for (size_t i = 0; i < story->audit->finding_count; i++) {
    const struct finding *today = &story->audit->findings[i];
    if (today->measure == NOT_GIVEN && today->year == year && today->unit == finding->unit &&
        today->status == FINDING_BROKEN && !strcmp(today->rule, finding->rule))
      return true;
  }
  return false;
}

// Does an earlier finding say the same about the rule, and with one_unit about its unit?
static bool is_said(const struct story *story, size_t i, bool one_unit) {
  const struct finding *findings = story->audit->findings;
  for (size_t j = 0; j < i; j++)
    if (is_of_year(story, &findings[j]) && is_broken_rule(&findings[j]) &&
        !strcmp(findings[j].rule, findings[i].rule) && (!one_unit || findings[j].unit == findings[i].unit))
      return true;
  return false;
}

// "Ward (today too); Home care"
static const char *units_that_break(const struct story *story, const char *rule) {
  const char *list = "";
  for (size_t i = 0; i < story->audit->finding_count; i++) {
    const struct finding *finding = &story->audit->findings[i];
    if (!is_of_year(story, finding) || !is_broken_rule(finding) || strcmp(finding->rule, rule) ||
        is_said(story, i, true))
      continue;
    const char *unit = title_of_unit(story->tables, unit_rows(story->tables)[finding->unit].unit);
    list = arena_printf(story->arena, "%s%s%s", list, *list ? "; " : "",
                        broken_today(story, finding) ? arena_printf(story->arena, _("%s (today too)"), unit) : unit);
  }
  return list;
}

static void say_rules(struct story *story) {
  bool any = false, broken = false;
  for (size_t i = 0; i < story->audit->finding_count; i++) {
    const struct finding *finding = &story->audit->findings[i];
    if (!is_of_year(story, finding) || explain_part_of(finding) != EXPLAIN_RULES)
      continue;
    any = true;
    if (!is_broken_rule(finding))
      continue;
    broken = true;
    if (!is_said(story, i, false))
      story_say(story,
                arena_printf(story->arena, _("Working-time rule broken, %s: %s."),
                             label_of(story->arena, "rule", finding->rule), units_that_break(story, finding->rule)));
  }
  if (any && !broken)
    story_say(story, _("No working-time rule is broken."));
}

// The worst that a norm of the measure's year shows of need: kept, below it, or none to judge by.
enum norm_state { NORM_NONE, NORM_ALL_KEPT, NORM_SHORT };

static enum norm_state norm_state_of(const struct story *story) {
  enum norm_state state = NORM_NONE;
  for (size_t i = 0; i < story->audit->finding_count; i++) {
    const struct finding *finding = &story->audit->findings[i];
    if (!is_of_year(story, finding) || explain_part_of(finding) != EXPLAIN_NORMS)
      continue;
    if (finding->value_milli != NOT_GIVEN && finding->value_milli < finding->limit_milli)
      return NORM_SHORT;
    state = NORM_ALL_KEPT;
  }
  return state;
}

static void say_norm(struct story *story) {
  const struct overview_line *line = story->line;
  const struct year_effect *full = &line->effect->full;
  enum norm_state state = norm_state_of(story);
  story_say(story, line->cover);
  if (state != NORM_NONE && !overview_below_norm(line) && !norm_unkept(line->shown) && !full->lowered.days &&
      !line->year->lowered.days)
    story_say(story, state == NORM_SHORT ? _("Need lies below a norm, but not because the measure takes staff away.")
                                         : _("No need lies below a norm."));
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    story_say(story, norm_unfilled_in_words(story->arena, full, (enum positions)p));
}

static void say_breaks(struct story *story) {
  say_norm(story);
  say_rules(story);
}

// ---------------------------------------------------------------- all parts

static const struct {
  const char *heading;
  void (*say)(struct story *story);
} parts[STORY_PARTS] = {
    [STORY_CHANGES] = {N_("What changes"), say_changes},
    [STORY_WORTH] = {N_("What it is worth (kroner saved)"), say_worth},
    [STORY_BREAKS] = {N_("What breaks"), say_breaks},
    [STORY_WHO_GOES] = {N_("Which posts must go, and by when"), story_who_goes},
    [STORY_FIXES] = {N_("What it would take"), story_fixes},
    [STORY_ASSUMPTIONS] = {N_("Which assumption decides"), story_assumptions},
};

const char *story_heading(enum story_part part) {
  assert((size_t)part < STORY_PARTS);
  return _(parts[part].heading);
}

const char *const *story_sentences(struct arena *arena, const struct audit *audit, const struct overview_line *line,
                                   enum story_part part, size_t *count) {
  assert((size_t)part < STORY_PARTS);
  struct story story = {.arena = arena, .audit = audit, .tables = &audit->scenario->tables, .line = line};
  bool effect = line->effect->testable && !line->effect->given_up;
  if (effect || part == STORY_CHANGES)
    parts[part].say(&story);
  *count = story.count;
  return story.sentences;
}
