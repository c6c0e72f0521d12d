// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/headline.h"

#include <stdlib.h>
#include <string.h>

#include "audit/together.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/labels.h"

struct headline headline_of(const struct audit *audit) {
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  struct headline headline = {.sums = sums_of(audit),
                              .target_ore = settings->target_ore,
                              .target_for = (enum target_for)settings->target_for,
                              .audit = audit};
  headline.claims = headline.sums.all.claims;
  return headline;
}

static const char *kr(struct arena *arena, int64_t ore) { return format_kr(arena, ore); }

static const struct sum_cell *cell_of(const struct headline *headline, enum population population, enum sum_side side) {
  return &headline->sums.cells[population][side];
}

// ---------------------------------------------------------------- what the model can check

static const char *found(struct arena *arena, const struct sum_cell *cell) {
  int64_t kept = cell->ore[POSITIONS_KEPT], adjusted = cell->ore[POSITIONS_ADJUSTED];
  if (kept == adjusted)
    return arena_printf(arena, _("it finds %s"), kr(arena, kept));
  return arena_printf(arena,
                      adjusted < kept
                          ? _("it finds %s if no more positions are removed than the measures themselves remove, "
                              "and only %s if positions are adjusted, as these are fitted to the need before the "
                              "measures too")
                          : _("it finds %s if no more positions are removed than the measures themselves remove, "
                              "and %s if positions are adjusted"),
                      kr(arena, kept), kr(arena, adjusted));
}

// What the model finds, and how much of that corresponds to no claim.
static const char *found_apart(struct arena *arena, const struct sum_cell *cell) {
  const char *text = found(arena, cell);
  int64_t kept = cell->unclaimed_ore[POSITIONS_KEPT], adjusted = cell->unclaimed_ore[POSITIONS_ADJUSTED];
  if (!cell->unclaimed)
    return text;
  const char *amount =
      kept == adjusted ? kr(arena, kept) : arena_printf(arena, _("%s or %s"), kr(arena, kept), kr(arena, adjusted));
  return arena_printf(arena,
                      ngettext("%s, of which %s from %d measure for which nothing is claimed in kroner",
                               "%s, of which %s from %d measures for which nothing is claimed in kroner",
                               (unsigned long)cell->unclaimed),
                      text, amount, (int)cell->unclaimed);
}

static const char *checked(struct arena *arena, const struct headline *headline, enum sum_side side) {
  const struct sum_cell *cell = cell_of(headline, POPULATION_MODELLED, side);
  bool any_target = headline->sums.cells[POPULATION_MODELLED][SUM_WITHIN].count ||
                    headline->sums.cells[POPULATION_TAKEN_OVER][SUM_WITHIN].count;
  if (!cell->count)
    return NULL;
  const char *what = cell->claimed_ore ? found_apart(arena, cell) : found(arena, cell);
  if (!cell->claimed_ore) {
    if (side == SUM_OUTSIDE && any_target)
      return arena_printf(arena,
                          _("Outside the target, on top of that, nothing is claimed in kroner by %d of what the "
                            "model can check; %s."),
                          headline->sums.year, what);
    return arena_printf(arena, _("By %d nothing is claimed in kroner of what the model can check; %s."),
                        headline->sums.year, what);
  }
  if (side == SUM_OUTSIDE)
    return arena_printf(
        arena, _("Outside the target, on top of that, the model can check %s of what the paper claims by %d; %s."),
        kr(arena, cell->claimed_ore), headline->sums.year, what);
  return arena_printf(arena, _("Of what the paper claims by %s the model can check %s; %s."),
                      YEAR_NAME(headline->sums.year), kr(arena, cell->claimed_ore), what);
}

// ---------------------------------------------------------------- what it cannot

static const char *taken_over(struct arena *arena, const struct headline *headline) {
  const struct sum_cell *within = cell_of(headline, POPULATION_TAKEN_OVER, SUM_WITHIN);
  const struct sum_cell *outside = cell_of(headline, POPULATION_TAKEN_OVER, SUM_OUTSIDE);
  bool inside = within->ore[POSITIONS_KEPT], beyond = outside->ore[POSITIONS_KEPT];
  if (!inside && !beyond)
    return NULL;
  if (!beyond)
    return arena_printf(arena, _("%s more is taken from the paper and not checked."),
                        kr(arena, within->ore[POSITIONS_KEPT]));
  if (!inside)
    return arena_printf(arena, _("%s more, outside the target, is taken from the paper and not checked."),
                        kr(arena, outside->ore[POSITIONS_KEPT]));
  return arena_printf(arena, _("%s more, and %s outside the target, is taken from the paper and not checked."),
                      kr(arena, within->ore[POSITIONS_KEPT]), kr(arena, outside->ore[POSITIONS_KEPT]));
}

// For a plan that may hold more: the share of its target that these measures reach, and no shortfall.
static const char *part_of_target(struct arena *arena, const struct headline *headline, int64_t most_ore,
                                  int64_t unchecked_ore) {
  const char *target = kr(arena, headline->target_ore), *most = kr(arena, most_ore);
  if (unchecked_ore)
    return arena_printf(arena,
                        _("The plan's target is %s. The measures here may be a part of the plan: of the target they "
                          "come to %s at best, and to %s of unchecked amounts."),
                        target, most, kr(arena, unchecked_ore));
  return arena_printf(arena,
                      _("The plan's target is %s. The measures here may be a part of the plan: of the target they come "
                        "to %s at best."),
                      target, most);
}

static const char *against_target(struct arena *arena, const struct headline *headline) {
  const struct sum_cell *modelled = cell_of(headline, POPULATION_MODELLED, SUM_WITHIN);
  const struct sum_cell *taken = cell_of(headline, POPULATION_TAKEN_OVER, SUM_WITHIN);
  if (headline->target_ore == NOT_GIVEN || !(modelled->count + taken->count))
    return NULL;
  int64_t kept = modelled->ore[POSITIONS_KEPT], adjusted = modelled->ore[POSITIONS_ADJUSTED];
  int64_t most = (adjusted > kept ? adjusted : kept), unchecked = taken->ore[POSITIONS_KEPT];
  int64_t over = most + unchecked - headline->target_ore;
  if (headline->target_for == TARGET_FOR_PLAN)
    return part_of_target(arena, headline, most, unchecked);
  if (!taken->count)
    return arena_printf(arena,
                        over < 0 ? _("The target is %s; the best that is found is %s short of it.")
                                 : _("The target is %s; the best that is found is %s above it."),
                        kr(arena, headline->target_ore), kr(arena, llabs(over)));
  return arena_printf(arena,
                      over < 0 ? _("The target is %s; the best that is found, %s, and the unchecked amounts, "
                                   "%s, are together %s short of it.")
                               : _("The target is %s; the best that is found, %s, and the unchecked amounts, "
                                   "%s, are together %s above it."),
                      kr(arena, headline->target_ore), kr(arena, most), kr(arena, unchecked), kr(arena, llabs(over)));
}

// ---------------------------------------------------------------- how sure

static const char *how_sure(struct arena *arena, const struct headline *headline) {
  size_t grades[GRADES] = {0}, count = 0;
  for (int side = 0; side < SUM_SIDES; side++)
    for (int g = 0; g < GRADES; g++)
      grades[g] += cell_of(headline, POPULATION_MODELLED, (enum sum_side)side)->grades[g];
  for (int g = 0; g < GRADES; g++)
    count += grades[g];
  if (!count)
    return NULL;
  if (grades[GRADE_ILLUSTRATION] == count)
    return _("What the model finds is an illustration: need or contracts of the units are assumed, not documented.");
  if (grades[GRADE_DOCUMENTED] == count)
    return _("Need, contracts and changes are documented.");
  return arena_printf(
      arena,
      _("Measures the model checks: %zu. Documented: %zu. Partly assumed: %zu. Illustrations, with need or contracts "
        "assumed: %zu."),
      count, grades[GRADE_DOCUMENTED], grades[GRADE_PARTLY], grades[GRADE_ILLUSTRATION]);
}

// ---------------------------------------------------------------- measures that lean on others

enum { LEANING_MOST = 3, NAMED_MOST = 3, LEANING_LEAST_KR = 20000 }; // measures mentioned, and measures named with one

// Is its effect alone less than half, or more than double, of its effect after those before it?
static bool leans(const struct together_line *line) {
  int64_t apart = llabs(line->single_ore - line->in_order_ore), single = llabs(line->single_ore);
  return !line->left_out && 2 * apart > single && apart > LEANING_LEAST_KR * ORE_PER_KR;
}

static bool list_holds_word(const char *list, const char *word) {
  for (size_t length = strlen(word); list && *list; list += strcspn(list, " "), list += strspn(list, " "))
    if (strcspn(list, " ") == length && !strncmp(list, word, length))
      return true;
  return false;
}

static const char *name_of(struct arena *arena, const struct headline *headline, size_t measure) {
  const struct measure_row *row = &measure_rows(&headline->audit->scenario->tables)[measure];
  return headline->by_code ? row->measure : arena_printf(arena, _("“%s”"), row->title);
}

// The earlier measures that it is counted twice with.
static const char *leant_on(struct arena *arena, const struct headline *headline, const struct together_line *line) {
  const struct audit *audit = headline->audit;
  const char *list = "";
  int count = 0;
  for (size_t i = 0; i < audit->together->line_count; i++) {
    const struct together_line *other = &audit->together->lines[i];
    const char *code = measure_rows(&audit->scenario->tables)[other->measure].measure;
    bool same = other->period.year == line->period.year && other->period.full == line->period.full &&
                other->positions == line->positions && !other->left_out && other->order < line->order;
    if (same && list_holds_word(line->with, code) && count++ < NAMED_MOST) {
      const char *name = name_of(arena, headline, other->measure);
      list = *list ? arena_printf(arena, "%s, %s", list, name) : name;
    }
  }
  return count <= NAMED_MOST ? list : arena_printf(arena, _("%d measures before it"), count);
}

static const struct together_line *same_line(const struct audit *audit, const struct together_line *kept) {
  for (size_t i = 0; i < audit->together->line_count; i++) {
    const struct together_line *line = &audit->together->lines[i];
    if (line->measure == kept->measure && line->period.year == kept->period.year &&
        line->period.full == kept->period.full && line->positions == POSITIONS_ADJUSTED)
      return line;
  }
  return kept;
}

static const char *saves(struct arena *arena, int64_t ore) {
  return ore < 0 ? arena_printf(arena, _("costs %s"), kr(arena, -ore))
                 : arena_printf(arena, _("saves %s"), kr(arena, ore));
}

// Alone, after those it depends on, and with all before it: what a sum of single effects hides.
static const char *told_apart(struct arena *arena, const struct together_line *line, const char *others) {
  const char *after = saves(arena, line->in_order_ore);
  return line->joint_ore < 0 ? arena_printf(arena, _("%s by itself, %s after %s, and with all before it %s are lost"),
                                            saves(arena, line->single_ore), after, others, kr(arena, -line->joint_ore))
                             : arena_printf(arena, _("%s by itself, %s after %s, and with all before it %s are saved"),
                                            saves(arena, line->single_ore), after, others, kr(arena, line->joint_ore));
}

// Measures that cost something alone and are paid for by those before them.
static bool is_paid_for(const struct together_line *line) { return line->single_ore < 0 && line->joint_ore >= 0; }

// "full_time_culture costs 502 566 kr by itself, costs 71 500 kr after year_rota, and with all before it 82 479 kr are saved".
static const char *leaning_sentence(struct arena *arena, const struct headline *headline,
                                    const struct together_line *line, const struct together_line *adjusted,
                                    const char *others) {
  const char *name = name_of(arena, headline, line->measure);
  const char *sentence = arena_printf(arena, _("%s %s if positions are kept; if they are adjusted it %s."), name,
                                      told_apart(arena, line, others), told_apart(arena, adjusted, others));
  return is_paid_for(line) && is_paid_for(adjusted)
             ? arena_printf(arena, _("%s What %s costs is paid for by what comes before it."), sentence, name)
             : sentence;
}

static const char *leaning(struct arena *arena, const struct headline *headline) {
  const struct audit *audit = headline->audit;
  const char *text = NULL;
  int told = 0;
  if (!audit->together)
    return NULL;
  for (size_t i = 0; i < audit->together->line_count && told < LEANING_MOST; i++) {
    const struct together_line *line = &audit->together->lines[i], *adjusted = same_line(audit, line);
    bool last = line->period.full && line->positions == POSITIONS_KEPT;
    if (!last || line->left_out || !(leans(line) || leans(adjusted)))
      continue;
    const char *others = leant_on(arena, headline, line);
    if (!*others)
      continue;
    const char *sentence = leaning_sentence(arena, headline, line, adjusted, others);
    text = text ? arena_printf(arena, "%s %s", text, sentence) : sentence;
    told++;
  }
  return text;
}

// ---------------------------------------------------------------- where nothing is claimed

static const struct measure_row *row_of(const struct headline *headline, size_t measure) {
  return &measure_rows(&headline->audit->scenario->tables)[measure];
}

enum { NOTHING_ORE = 100000 }; // too small either way for papers that count in 1000 kr

static const char *costs_or_saves(struct arena *arena, int64_t a_ore, int64_t b_ore) {
  int64_t least = a_ore < b_ore ? a_ore : b_ore, most = a_ore < b_ore ? b_ore : a_ore;
  if (least == most)
    return saves(arena, least);
  if (-least < NOTHING_ORE && most < NOTHING_ORE)
    return arena_printf(arena, _("changes next to nothing (%s to %s)"), kr(arena, least), kr(arena, most));
  if (most <= 0)
    return arena_printf(arena, _("costs %s to %s"), kr(arena, -most), kr(arena, -least));
  if (least >= 0)
    return arena_printf(arena, _("saves %s to %s"), kr(arena, least), kr(arena, most));
  return arena_printf(arena, _("costs %s or saves %s"), kr(arena, -least), kr(arena, most));
}

static bool is_rule(const struct headline *headline, size_t measure) {
  const struct measure_effect *effect = &headline->audit->measures[measure];
  return row_of(headline, measure)->either_or && effect->testable && !effect->arithmetic && !effect->given_up;
}

static bool is_first_of(const struct headline *headline, size_t measure) {
  for (size_t m = 0; m < measure; m++)
    if (is_rule(headline, m) && !strcmp(row_of(headline, m)->either_or, row_of(headline, measure)->either_or))
      return false;
  return true;
}

// One of two or more rules: the effect of each in a full year, side by side and never added.
static const char *rules_of(struct arena *arena, const struct headline *headline, size_t first) {
  const char *text = "";
  size_t count = 0;
  for (size_t m = first; m < headline->audit->measure_count; m++) {
    if (!is_rule(headline, m) || strcmp(row_of(headline, m)->either_or, row_of(headline, first)->either_or) != 0)
      continue;
    const struct answer *answers = headline->audit->measures[m].full.answers;
    text = arena_printf(
        arena, "%s%s%s %s", text, count++ ? "; " : "", name_of(arena, headline, m),
        costs_or_saves(arena, effect_ore(&answers[POSITIONS_KEPT]), effect_ore(&answers[POSITIONS_ADJUSTED])));
  }
  return count > 1 ? arena_printf(arena, _("One or the other, in a full year: %s."), text) : "";
}

static const char *rules_compared(struct arena *arena, const struct headline *headline) {
  const char *text = "";
  for (size_t m = 0; m < headline->audit->measure_count; m++)
    if (is_rule(headline, m) && is_first_of(headline, m))
      text = format_sentences(arena, text, rules_of(arena, headline, m));
  return *text ? text : NULL;
}

static bool is_step(const struct together_line *line) {
  return line->period.full && line->positions == POSITIONS_KEPT && !line->left_out;
}

enum { LISTED_MOST = 8 }; // steps named one by one

// The steps whose order lies within [first, last]: "a, b and c".
static const char *names_between(struct arena *arena, const struct headline *headline, int first, int last) {
  const struct together *together = headline->audit->together;
  const char *list = "", *waiting = NULL;
  for (size_t i = 0; i < together->line_count; i++) {
    const struct together_line *line = &together->lines[i];
    if (!is_step(line) || line->order < first || line->order > last)
      continue;
    if (waiting)
      list = *list ? arena_printf(arena, "%s, %s", list, waiting) : waiting;
    waiting = name_of(arena, headline, line->measure);
  }
  return *list ? arena_printf(arena, _("%s and %s"), list, waiting) : waiting;
}

// The steps up to this one, of `count`: by name, or by those left out where they are fewer.
static const char *names_until(struct arena *arena, const struct headline *headline, int order, int count) {
  if (order > NAMED_MOST && order < count && count - order <= NAMED_MOST)
    return arena_printf(arena, _("all %d but %s"), count, names_between(arena, headline, order + 1, count));
  if (order <= LISTED_MOST)
    return names_between(arena, headline, 1, order);
  return arena_printf(arena, order == count ? _("all %d") : _("the first %d measures"), order);
}

static const char *best_combination(struct arena *arena, const struct headline *headline) {
  const struct together *together = headline->audit->together;
  const struct together_line *best = NULL, *last = NULL;
  for (size_t i = 0; together && i < together->line_count; i++) {
    const struct together_line *line = &together->lines[i];
    if (!is_step(line))
      continue;
    best = !best || line->joint_ore > best->joint_ore ? line : best;
    last = !last || line->order > last->order ? line : last;
  }
  if (!best || best->joint_ore <= 0)
    return NULL;
  const char *most =
      arena_printf(arena,
                   _("For %s nothing is claimed in kroner. Added in order of start, most is "
                     "saved with %s: %s in a full year (%s) if positions are kept, %s if they "
                     "are adjusted."),
                   YEAR_NAME(headline->sums.year), names_until(arena, headline, best->order, last->order),
                   kr(arena, best->joint_ore), fiscal_year_name(arena, best->period.year),
                   kr(arena, same_line(headline->audit, best)->joint_ore));
  if (best == last)
    return most;
  return format_sentences(arena, most,
                          arena_printf(arena, _("All %d together come to %s and %s."), last->order,
                                       kr(arena, last->joint_ore),
                                       kr(arena, same_line(headline->audit, last)->joint_ore)));
}

// Measures that cost something alone but save after those before them, as a rota with larger positions does in a year
// rota.
static const char *paid_for(struct arena *arena, const struct headline *headline) {
  const struct together *together = headline->audit->together;
  const char *text = "";
  for (size_t i = 0; together && i < together->line_count; i++) {
    const struct together_line *line = &together->lines[i], *adjusted = same_line(headline->audit, line);
    if (!is_step(line) || !is_paid_for(line) || !is_paid_for(adjusted) || !leans(line))
      continue;
    const char *others = leant_on(arena, headline, line);
    if (*others)
      text = format_sentences(
          arena, text,
          arena_printf(arena,
                       _("%s costs %s by itself; together with %s, %s are saved if positions are kept and "
                         "%s if they are adjusted."),
                       name_of(arena, headline, line->measure), kr(arena, -line->single_ore), others,
                       kr(arena, line->joint_ore), kr(arena, adjusted->joint_ore)));
  }
  return *text ? text : NULL;
}

// False where the usual sentences apply.
static bool without_claims(struct arena *arena, const struct headline *headline,
                           const char *sentences[HEADLINE_SENTENCES]) {
  const char *rules = rules_compared(arena, headline), *best = best_combination(arena, headline);
  if (headline->claims || headline->target_ore != NOT_GIVEN || (!rules && !best))
    return false;
  sentences[HEADLINE_CHECKED] = rules ? rules : best;
  sentences[HEADLINE_OUTSIDE] = rules ? best : paid_for(arena, headline);
  return true;
}

// ---------------------------------------------------------------- all of them

void headline_sentences(struct arena *arena, const struct headline *headline,
                        const char *sentences[HEADLINE_SENTENCES]) {
  if (!without_claims(arena, headline, sentences)) {
    sentences[HEADLINE_CHECKED] = checked(arena, headline, SUM_WITHIN);
    sentences[HEADLINE_OUTSIDE] = checked(arena, headline, SUM_OUTSIDE);
  }
  sentences[HEADLINE_TAKEN] = taken_over(arena, headline);
  sentences[HEADLINE_TARGET] = against_target(arena, headline);
  sentences[HEADLINE_SURE] = how_sure(arena, headline);
  sentences[HEADLINE_LEANING] = leaning(arena, headline);
}

// ---------------------------------------------------------------- table

static const struct field_column sum_columns[] = {
    {"year", FIELD_YEAR, 0},        {"of", FIELD_CODE, 0},       {"population", FIELD_CODE, 0},
    {"measures", FIELD_INTEGER, 0}, {"claimed_kr", FIELD_KR, 0}, {"kept_kr", FIELD_KR, 0},
    {"adjusted_kr", FIELD_KR, 0},
};

static void add_sum(struct result_table *table, int year, const char *of, const char *population,
                    const struct sum_cell *cell, bool modelled) {
  result_number(table, year);
  result_text(table, of);
  result_text(table, population);
  result_number(table, (int64_t)cell->count);
  result_number(table, cell->claimed_ore);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    result_number(table, modelled ? cell->ore[p] : FIELD_BLANK);
}

struct result_table *sums_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "sums", COLUMNS(sum_columns));
  struct sums sums = sums_of(audit);
  if (!sums.all.count)
    return table;
  for (int side = 0; side < SUM_SIDES; side++)
    for (int population = 0; population < POPULATIONS; population++) {
      const struct sum_cell *cell = &sums.cells[population][side];
      bool tested = population != POPULATION_NOT_TESTABLE;
      if (tested || cell->count)
        add_sum(table, sums.year, sum_side_name((enum sum_side)side), population_name((enum population)population),
                cell, tested);
    }
  add_sum(table, sums.year, "all", "all", &sums.all, true);
  return table;
}

const char *sum_title(struct arena *arena, const char *population, const char *of) {
  if (!strcmp(of, "all"))
    return _("All together");
  return arena_printf(arena, !strcmp(of, "target") ? _("Towards the target: %s") : _("Outside the target: %s"),
                      label_of(arena, "population", population));
}
