// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "base/fixed.h"
#include "report/format.h"
#include "report/rota_print_parts.h"

const char *rota_hours_text(const struct rota_printing *p, double hours) {
  return terminal_plain(p->arena, format_short(p->arena, hundredths(hours), 2));
}

const char *rota_kr_text(const struct rota_printing *p, double kr) {
  return terminal_kr(p->arena, fixed_round(kr) * ORE_PER_KR);
}

static const char *weekends_in_words(const struct rota_printing *p, double every) {
  return every == 0 ? _("none") : every == 1 ? _("any") : arena_printf(p->arena, _("one in %d"), (int)every);
}

// "Rest between two shifts 11 to 9.5 h"; of a yes or no the title alone.
static const char *eased_in_words(const struct rota_printing *p, const struct rota_way *way, int i) {
  const struct rota_easing_record *record = &rota_easing_records[way->eased[i].easing];
  const char *from = rota_hours_text(p, way->eased[i].from), *to = rota_hours_text(p, way->eased[i].to);
  if (!*record->unit)
    return _(record->title);
  if (way->eased[i].easing == ROTA_EASE_WEEKEND_EVERY)
    return arena_printf(p->arena, _("%s: %s instead of %s"), _(record->title), weekends_in_words(p, way->eased[i].to),
                        weekends_in_words(p, way->eased[i].from));
  return arena_printf(p->arena, _("%s: %s %s instead of %s"), _(record->title), to,
                      rota_unit_word(record->unit, way->eased[i].to), from);
}

static bool heads_are_priced(const struct rota_printing *p) {
  return p->of->ways_price && p->of->ways_price->heads_known;
}

static bool eases(const struct rota_way *way, enum rota_easing easing) {
  for (int i = 0; i < way->count; i++)
    if (way->eased[i].easing == easing)
      return true;
  return false;
}

// The cheapest way that relaxes nothing of way w; -1: none.
static int way_instead(const struct rota_printing *p, int w) {
  const struct rota_give_way *ways = p->of->ways;
  const struct rota_price *prices = p->of->ways_price->ways;
  int best = -1;
  for (int other = 0; other < ways->way_count; other++) {
    bool shares = !prices[other].known;
    for (int i = 0; i < ways->ways[w].count; i++)
      shares = shares || eases(&ways->ways[other], ways->ways[w].eased[i].easing);
    if (!shares && (best < 0 || rota_way_kr(&prices[other]) < rota_way_kr(&prices[best])))
      best = other;
  }
  return best;
}

static const char *instead_text(const struct rota_printing *p, int w) {
  const struct rota_price *prices = p->of->ways_price->ways;
  const char *kr = rota_kr_text(p, rota_way_kr(&prices[w]));
  int other = way_instead(p, w);
  if (other < 0)
    return arena_printf(p->arena, _("; its rota costs %s kr a year"), kr);
  double more_kr = rota_way_kr(&prices[other]) - rota_way_kr(&prices[w]);
  return arena_printf(
      p->arena,
      more_kr > -0.5 ? _("; its rota costs %s kr a year, to keep this and let `%s` give way instead %s kr more")
                     : _("; its rota costs %s kr a year, to keep this and let `%s` give way instead %s kr less"),
      kr, _(rota_easing_records[p->of->ways->ways[other].eased[0].easing].title), rota_kr_text(p, fabs(more_kr)));
}

// "; its rota costs 5 kr a year, the one with every rule kept 2 kr more": with the heads that keep every rule; where
// none do, with another way.
static const char *way_price_text(const struct rota_printing *p, int w) {
  if (!p->of->ways_price)
    return "";
  const struct rota_price *price = &p->of->ways_price->ways[w];
  if (!price->known)
    return arena_printf(p->arena, _("; its rota has no price here: %s"), price->why);
  const char *kr = rota_kr_text(p, rota_way_kr(price));
  if (!heads_are_priced(p))
    return instead_text(p, w);
  double more_kr = p->of->ways_price->heads_kr - rota_way_kr(price);
  return arena_printf(p->arena,
                      more_kr > -0.5 ? _("; its rota costs %s kr a year, the one with every rule kept %s kr more")
                                     : _("; its rota costs %s kr a year, the one with every rule kept %s kr less"),
                      kr, rota_kr_text(p, fabs(more_kr)));
}

static void print_heads(const struct rota_printing *p) {
  const struct rota_give_way *ways = p->of->ways;
  int group = heads_are_priced(p) ? p->of->ways_price->heads_group : ways->group;
  const char *code = terminal_text(p->arena, p->problem->groups[group].group);
  if (heads_are_priced(p))
    terminal_say(p->out, _("With every rule kept it takes %d more of %s: that rota costs %s kr a year.\n"),
                 ways->heads_more, code, rota_kr_text(p, p->of->ways_price->heads_kr));
  else
    terminal_say(p->out, _("With every rule kept it takes %d more of %s.\n"), ways->heads_more, code);
}

void rota_print_ways(const struct rota_printing *p) {
  const struct rota_give_way *ways = p->of->ways;
  if (ways->way_count)
    terminal_say(p->out, _("The fewest rules that have to give way, each way by itself:\n"));
  for (int w = 0; w < ways->way_count; w++) {
    const char *text = "";
    for (int i = 0; i < ways->ways[w].count; i++)
      text = arena_printf(p->arena, "%s%s%s", text, i ? _(", and ") : "", eased_in_words(p, &ways->ways[w], i));
    terminal_say(p->out, "  %s%s\n", text, way_price_text(p, w));
  }
  if (!ways->way_count)
    terminal_say(p->out, _("No one rule or two that give way are enough, as far as was found.\n"));
  if (ways->group >= 0 && ways->heads_more > 0)
    print_heads(p);
  else
    terminal_say(p->out, _("Up to %d heads more of any one group do not help, as far as was found.\n"),
                 ROTA_HEADS_MORE_MOST);
}
