// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from a measure: who must go, what it would take, and which assumptions decide.
#include "report/story_parts.h"

#include <stdlib.h>
#include <string.h>

#include "audit/assumptions.h"
#include "audit/reverse.h"
#include "audit/titles.h"
#include "audit/why.h"
#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "report/assumptions.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/releases.h"

enum { REVERSALS_MOST = 3, STEPS_MOST = 3, ASSUMPTIONS_MOST = 3 };

static const char *positions_words(const struct story *story, enum positions positions) {
  return label_of(story->arena, "positions", positions_name(positions));
}

void story_who_goes(struct story *story) {
  size_t count;
  const char *const *sentences =
      release_sentences(story->arena, story->audit, (int64_t)story->line->effect->measure, &count);
  for (size_t i = 0; i < count; i++)
    story_say(story, sentences[i]);
}

// ---------------------------------------------------------------- what it would take

// A day, or a percentage of pay, of prices or of hours.
static const char *varied_value(const struct story *story, const struct reversal *reversal, int64_t value) {
  enum { PERCENT_E8 = 1000000 };
  if (reversal->question == REVERSE_START)
    return format_date(story->arena, value);
  return arena_printf(story->arena, "%s" NO_BREAK_SPACE "%%",
                      number_in_words(story->arena, (double)value / PERCENT_E8));
}

static void say_reversals(struct story *story) {
  const struct reversals *made = story->audit->reversals;
  int told = 0;
  for (size_t i = 0; made && i < made->count && told < REVERSALS_MOST; i++) {
    const struct reversal *item = &made->items[i];
    if (item->measure != story->line->effect->measure || item->status != REVERSE_FOUND)
      continue;
    told++;
    story_say(story, arena_printf(story->arena, _("The claim would be true with %s: %s instead of %s (positions %s)."),
                                  label_of(story->arena, "varied", reverse_question_name(item->question)),
                                  varied_value(story, item, item->needed), varied_value(story, item, item->now),
                                  positions_words(story, item->positions)));
  }
}

static bool is_better(const struct reason *reason, const struct reason *than) {
  bool mends = reason->kind == REASON_MENDED, other = than->kind == REASON_MENDED;
  if (mends != other)
    return mends;
  return mends && reason->left_h != than->left_h ? reason->left_h < than->left_h : reason->saving_kr > than->saving_kr;
}

static bool is_same_step(const struct reason *a, const struct reason *b) {
  return a->unit == b->unit && (a->kind == REASON_MENDED) == (b->kind == REASON_MENDED) && !strcmp(a->words, b->words);
}

static bool is_of_measure(const struct story *story, const struct reason *reason) {
  return !reason->slow && reason->measure == (int64_t)story->line->effect->measure;
}

// The best step not reported yet; slow models are examined by some commands and not by others.
static const struct reason *best_step(const struct story *story, const struct reason *const *told, int count) {
  const struct reason *best = NULL;
  for (size_t i = 0; i < story->audit->reason_count; i++) {
    const struct reason *reason = &story->audit->reasons[i];
    bool known = false;
    for (int t = 0; t < count; t++)
      known |= is_same_step(told[t], reason);
    if (!known && is_of_measure(story, reason) && (!best || is_better(reason, best)))
      best = reason;
  }
  return best;
}

static const char *what_it_gives(const struct story *story, const struct reason *reason) {
  struct arena *arena = story->arena;
  const char *positions = positions_words(story, reason->positions);
  int64_t ore = fixed_round(reason->saving_kr * ORE_PER_KR);
  if (reason->kind != REASON_MENDED)
    return arena_printf(arena, _("would save %s more (positions %s)"), format_kr(arena, ore), positions);
  return arena_printf(arena, _("fills %s of the missing hours, %s are left; costs %s (positions %s)"),
                      format_decimal(arena, tenths(reason->mended_h), 1),
                      format_decimal(arena, tenths(reason->left_h), 1), format_kr(arena, -ore), positions);
}

// For both answers where both have it.
static const char *step_sentence(const struct story *story, const struct reason *best) {
  const char *unit = title_of_unit(story->tables, unit_rows(story->tables)[best->unit].unit), *gives = "";
  for (size_t i = 0; i < story->audit->reason_count; i++) {
    const struct reason *reason = &story->audit->reasons[i];
    if (is_of_measure(story, reason) && is_same_step(reason, best))
      gives = arena_printf(story->arena, "%s%s%s", gives, *gives ? "; " : "", what_it_gives(story, reason));
  }
  return arena_printf(story->arena, "%s, %s: %s.", unit, best->words, gives);
}

void story_fixes(struct story *story) {
  const struct reason *told[STEPS_MOST];
  say_reversals(story);
  for (int count = 0; count < STEPS_MOST; count++) {
    told[count] = best_step(story, told, count);
    if (!told[count])
      return;
    story_say(story, step_sentence(story, told[count]));
  }
}

// ---------------------------------------------------------------- which assumption decides

// "add -1" and "multiply 0.9" in a planner's words.
static const char *value_as_written(struct arena *arena, const char *value) {
  static const struct {
    const char *word, *sign;
  } changes[] = {{"set ", ""}, {"add ", ""}, {"multiply ", "×" NO_BREAK_SPACE}};
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    size_t length = strlen(changes[i].word);
    if (strncmp(value, changes[i].word, length) != 0)
      continue;
    bool negative = value[length] == '-';
    return arena_printf(arena, "%s%s%s", changes[i].sign, negative ? MINUS_SIGN : "", value + length + negative);
  }
  return value;
}

static void say_assumption(struct story *story, const struct assumption *item) {
  struct arena *arena = story->arena;
  const struct scenario *scenario = story->audit->scenario;
  const char *name = label_of_conditions(arena, story->tables, row_in_words(arena, scenario, &item->cell));
  const char *question = question_of_cell(&item->cell);
  const char *unit = label_of(arena, "counted_in", varied_unit(arena, scenario, &item->cell));
  const char *value = value_as_written(arena, varied_text(arena, scenario, &item->cell));
  story_say(story,
            arena_printf(arena, _("%s%s%s Now %s%s%s; a tenth more changes the effect by %s (positions %s)."), name,
                         *name ? ": " : "", question, value, *unit ? NO_BREAK_SPACE : "", unit,
                         format_signed_kr(arena, item->per_10_percent_ore), positions_words(story, item->positions)));
}

void story_assumptions(struct story *story) {
  const struct assumptions *made = story->audit->assumptions;
  int told = 0;
  for (size_t i = 0; made && i < made->count && told < ASSUMPTIONS_MOST; i++) {
    const struct assumption *item = &made->items[i];
    if (item->measure != story->line->effect->measure || item->method == ASSUMPTION_NOT_ASKED ||
        !item->per_10_percent_ore)
      continue;
    told++;
    say_assumption(story, item);
  }
  if (!told)
    story_say(story, _("No number marked assumed moves it."));
}
