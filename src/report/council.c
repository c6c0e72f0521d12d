// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/council.h"

#include <string.h>

#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/verdict.h"

static const char *kr(struct arena *arena, int64_t ore) { return format_kr(arena, ore); }
static const char *fte(struct arena *arena, double fte) { return format_decimal(arena, hundredths(fte), 2); }

size_t council_words(const char *text) {
  size_t words = 0;
  bool within = false;
  for (; *text; text++) {
    bool blank = *text == ' ' || (unsigned char)*text == 0xA0; // the second byte of a no-break space
    words += !blank && !within && (unsigned char)*text != 0xC2;
    within = !blank && (within || (unsigned char)*text != 0xC2);
  }
  return words;
}

static const char *expected(struct arena *arena, const struct overview_line *line) {
  int64_t claimed_ore = line->claimed.amount_ore;
  const char *year = fiscal_year_name(arena, line->year->year);
  if (claimed_ore == NOT_GIVEN)
    return "";
  if (claimed_ore < 0)
    return line->full ? arena_printf(arena, _("The paper puts the cost at %s in a full year"), kr(arena, -claimed_ore))
                      : arena_printf(arena, _("The paper puts the cost at %s in %s"), kr(arena, -claimed_ore), year);
  return line->full ? arena_printf(arena, _("The paper expects to save %s in a full year"), kr(arena, claimed_ore))
                    : arena_printf(arena, _("The paper expects to save %s in %s"), kr(arena, claimed_ore), year);
}

static const char *amount(struct arena *arena, int64_t ore) {
  return ore < 0 ? arena_printf(arena, _("an extra cost of %s"), kr(arena, -ore))
                 : arena_printf(arena, _("a saving of %s"), kr(arena, ore));
}

static const char *estimate(struct arena *arena, const struct overview_line *line) {
  double more = measure_more_fte(line->effect);
  if (line->verdict == VERDICT_NOT_REACHED && line->kept_ore == 0 && line->adjusted_ore == 0)
    return _("by the calculation nothing is saved");
  if (line->kept_ore == line->adjusted_ore || more <= 0)
    return arena_printf(arena, _("the calculation gives %s"), amount(arena, line->kept_ore));
  if (line->adjusted_ore < line->kept_ore)
    return arena_printf(arena, _("the calculation gives %s if all posts are kept, and cutting posts saves no more"),
                        amount(arena, line->kept_ore));
  return arena_printf(arena, _("the calculation gives %s if all posts are kept, and %s if %s full-time posts are cut"),
                      amount(arena, line->kept_ore), amount(arena, line->adjusted_ore), fte(arena, more));
}

static const char *conclusion(const struct overview_line *line) {
  switch (line->verdict) {
  case VERDICT_NOT_REACHED:
    return _("the saving is not reached");
  case VERDICT_ONLY_IF_MORE_GO:
    return _("the saving is reached only with those cuts");
  case VERDICT_FOLLOWS:
    return _("the saving is that of the posts it removes");
  case VERDICT_REACHED:
    return _("the saving is realistic without cutting posts");
  case VERDICT_MORE_THAN_CLAIMED:
    return _("the paper is cautious");
  case VERDICT_COST_DEARER:
    return _("it costs more than the paper says");
  case VERDICT_COST_AS_CLAIMED:
    return _("it costs what the paper says");
  case VERDICT_COST_CHEAPER:
    return _("it costs less than the paper says");
  default:
    return "";
  }
}

static const char *not_computed(const struct overview_line *line) {
  if (line->effect->given_up)
    return _("the measure has been given up and saves nothing");
  switch (line->verdict) {
  case VERDICT_TAKEN_OVER:
    return _("the amount is taken from the paper and has not been checked");
  case VERDICT_TAKEN_OVER_DOUBTED:
    return _("the amount is taken from the paper, which itself doubts it, and has not been checked");
  case VERDICT_NOT_TESTABLE:
    return _("it cannot be calculated before it is described what the measure changes");
  default:
    return "";
  }
}

static const char *warning(struct arena *arena, const struct overview_line *line) {
  const struct norm_breach *breach = line->effect->full.breach.days ? &line->effect->full.breach : &line->year->breach;
  if (breach->days)
    return arena_printf(arena,
                        ngettext("staffing falls below the minimum on %s day",
                                 "staffing falls below the minimum on %s days", (unsigned long)breach->days),
                        format_integer(arena, breach->days));
  if (!overview_cover_fails(line))
    return "";
  bool reached = line->verdict == VERDICT_REACHED || line->verdict == VERDICT_MORE_THAN_CLAIMED;
  return reached ? _("but some shifts are then left without staff") : _("some shifts are then left without staff");
}

// One sentence: parts that may be empty, separated by semicolons.
static const char *joined(struct arena *arena, const char *sentence, const char *part) {
  if (!*part)
    return sentence;
  return *sentence ? arena_printf(arena, "%s; %s", sentence, part) : part;
}

static const char *ended(struct arena *arena, const char *sentence) {
  char *text = *sentence ? arena_printf(arena, "%s.", sentence) : arena_printf(arena, "%s", sentence);
  if (*text >= 'a' && *text <= 'z')
    *text = (char)(*text - 'a' + 'A');
  return text;
}

const char *council_sentence(struct arena *arena, const struct overview_line *line) {
  const char *text = expected(arena, line), *alone = not_computed(line);
  if (!*alone && line->kept_ore != FIELD_BLANK) {
    text = joined(arena, text, estimate(arena, line));
    text = joined(arena, text, conclusion(line));
    alone = warning(arena, line);
  }
  return ended(arena, joined(arena, text, alone));
}
