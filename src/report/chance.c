// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/chance.h"

#include <math.h>

#include "audit/worlds.h"
#include "base/fixed.h"
#include "base/language.h"
#include "report/format.h"
#include "report/labels.h"

static const struct field_column chance_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"drawn_for", FIELD_CODE, 0},
    {"positions", FIELD_CODE, 0},
    {"drawn", FIELD_CODE, 0},
    {"programme_effect_kr", FIELD_KR, 0},
    {"mean_kr", FIELD_KR, 0},
    {"sd_kr", FIELD_KR, 0},
    {"p5_kr", FIELD_KR, 0},
    {"p10_kr", FIELD_KR, 0},
    {"p25_kr", FIELD_KR, 0},
    {"p50_kr", FIELD_KR, 0},
    {"p75_kr", FIELD_KR, 0},
    {"p90_kr", FIELD_KR, 0},
    {"p95_kr", FIELD_KR, 0},
    {"error_kr", FIELD_KR, 0},
    {"chance_sd_kr", FIELD_KR, 0},
    {"inputs_sd_kr", FIELD_KR, 0},
    {"claimed_kr", FIELD_KR, 0},
    {"reached_percent", FIELD_DECIMAL, 1},
    {"chance_verdict", FIELD_CODE, 0},
    {"drawn_empty_before_h", FIELD_DECIMAL, 1},
    {"drawn_empty_after_h", FIELD_DECIMAL, 1},
    {"below_norm_days_before", FIELD_DECIMAL, 1},
    {"below_norm_days_after", FIELD_DECIMAL, 1},
    {"below_norm_days_p95", FIELD_DECIMAL, 1},
    {"more_below_norm_percent", FIELD_DECIMAL, 1},
    {"drawn_overtime_before_h", FIELD_DECIMAL, 1},
    {"drawn_overtime_after_h", FIELD_DECIMAL, 1},
    {"drawn_agency_before_h", FIELD_DECIMAL, 1},
    {"drawn_agency_after_h", FIELD_DECIMAL, 1},
    {"asked_before", FIELD_DECIMAL, 2},
    {"asked_after", FIELD_DECIMAL, 2},
    {"pairing", FIELD_DECIMAL, 1},
    {"draws", FIELD_INTEGER, 0},
    {"draws_kept", FIELD_INTEGER, 0},
    {"input_draws", FIELD_INTEGER, 0},
    {"input_solved", FIELD_INTEGER, 0},
    {"estimate_explains_percent", FIELD_DECIMAL, 1},
};

static int64_t ore(double kr) { return fixed_round(kr * ORE_PER_KR); }

static void add_effect(struct result_table *table, const struct chance_line *line) {
  result_number(table, line->plan_ore);
  result_number(table, ore(line->effect.mean));
  result_number(table, ore(line->effect.sd));
  for (int q = 0; q < QUANTILES; q++)
    result_number(table, ore(line->effect.quantile[q]));
  result_number(table, ore(line->effect.error));
  result_number(table, ore(line->chance_sd_kr));
  result_number(table, line->input_draws ? ore(line->inputs_sd_kr) : FIELD_BLANK);
  bool claimed = line->claimed_ore != NOT_GIVEN;
  result_number(table, claimed ? line->claimed_ore : FIELD_BLANK);
  result_number(table, claimed ? tenths(100 * line->reached) : FIELD_BLANK);
  result_text(table, chance_verdict_name(line->verdict));
}

static void add_both(struct result_table *table, const double values[VARIANTS]) {
  for (enum variant v = REFERENCE; v < VARIANTS; v++)
    result_number(table, tenths(values[v]));
}

static void add_line(struct result_table *table, const struct audit *audit, const struct chance_line *line) {
  result_text(table, measure_rows(&audit->scenario->tables)[line->measure].measure);
  result_number(table, line->year);
  result_text(table, line->full ? "full_year" : "in_year");
  result_text(table, positions_name(line->positions));
  result_text(table, line->input_draws ? "chance_and_inputs" : "chance");
  add_effect(table, line);
  add_both(table, line->empty_h);
  add_both(table, line->below_days);
  result_number(table, tenths(line->below_days_95));
  result_number(table, tenths(100 * line->more_below));
  add_both(table, line->overtime_h);
  add_both(table, line->agency_h);
  for (enum variant v = REFERENCE; v < VARIANTS; v++)
    result_number(table, hundredths(line->asked_per_head[v]));
  result_number(table, line->unpaired > 0 ? tenths(line->unpaired) : FIELD_BLANK);
  result_number(table, (int64_t)line->draws);
  result_number(table, (int64_t)line->draws_kept);
  result_number(table, (int64_t)line->input_draws);
  result_number(table, (int64_t)line->input_solved);
  result_number(table, line->input_draws > line->input_solved ? tenths(100 * line->explained) : FIELD_BLANK);
}

struct result_table *chance_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "chance", COLUMNS(chance_columns));
  for (size_t i = 0; i < audit->chance_count; i++)
    add_line(table, audit, &audit->chance[i]);
  return table;
}

// ---------------------------------------------------------------- days below the norm

static const struct field_column days_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"drawn_for", FIELD_CODE, 0},
    {"positions", FIELD_CODE, 0},
    {"days_from", FIELD_INTEGER, 0},
    {"days_to", FIELD_INTEGER, 0},
    {"years_before_percent", FIELD_DECIMAL, 1},
    {"years_after_percent", FIELD_DECIMAL, 1},
};

enum { CLASSES_MOST = 12 };

// Width of a class of days, chosen for few classes: 1, 2 or 5 times a power of ten.
static size_t class_width(size_t most) {
  static const size_t factors[] = {1, 2, 5};
  for (size_t power = 1;; power *= 10)
    for (size_t f = 0; f < sizeof factors / sizeof *factors; f++)
      if (factors[f] * power * (CLASSES_MOST - 1) >= most)
        return factors[f] * power;
}

static int64_t share_of_draws(const struct chance_line *line, enum variant v, size_t from, size_t to) {
  int draws = 0, all = 0;
  for (size_t days = 0; days <= line->below_most; days++) {
    all += line->below_draws[v][days];
    draws += days >= from && days <= to ? line->below_draws[v][days] : 0;
  }
  return tenths(100.0 * draws / all);
}

static void add_class(struct result_table *table, const struct audit *audit, const struct chance_line *line,
                      size_t from, size_t to) {
  result_text(table, measure_rows(&audit->scenario->tables)[line->measure].measure);
  result_number(table, line->year);
  result_text(table, line->full ? "full_year" : "in_year");
  result_text(table, positions_name(line->positions));
  result_number(table, (int64_t)from);
  result_number(table, (int64_t)to);
  for (enum variant v = REFERENCE; v < VARIANTS; v++)
    result_number(table, share_of_draws(line, v, from, to));
}

// No days is a separate class.
struct result_table *chance_days_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "chance_days", COLUMNS(days_columns));
  for (size_t i = 0; i < audit->chance_count && row_count(&audit->scenario->tables, TABLE_NORM); i++) {
    const struct chance_line *line = &audit->chance[i];
    size_t width = class_width(line->below_most);
    add_class(table, audit, line, 0, 0);
    for (size_t from = 1; from <= line->below_most; from += width)
      add_class(table, audit, line, from, from + width - 1);
  }
  return table;
}

// ---------------------------------------------------------------- beside a claim

const struct chance_line *chance_of_claim(const struct audit *audit, const struct measure_effect *effect,
                                          const struct year_effect *year, const struct claimed *claimed,
                                          enum positions positions) {
  bool full = claimed->basis == CLAIM_FULL_YEAR;
  for (size_t i = 0; i < audit->chance_count && claimed->amount_ore != NOT_GIVEN; i++) {
    const struct chance_line *line = &audit->chance[i];
    bool same = line->full == full && (full || line->year == year->year) && line->claimed_ore == claimed->amount_ore;
    if (line->measure == effect->measure && line->positions == positions && same)
      return line;
  }
  return NULL;
}

void chance_columns_add(struct result_table *table, const struct chance_line *const chance[POSITIONS_ANSWERS]) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    result_number(table, chance[p] ? tenths(100 * chance[p]->reached) : FIELD_BLANK);
    result_text(table, chance[p] ? chance_verdict_name(chance[p]->verdict) : "");
  }
}

// ---------------------------------------------------------------- in words

// 7 of 1000 must not be printed as "none of 100"
static const char *share_of_hundred(struct arena *arena, double share) {
  double hundredth = 100 * share;
  if (share > 0 && hundredth < 0.5)
    return _("fewer than 1");
  if (share < 1 && hundredth >= 99.5)
    return _("more than 99");
  return format_integer(arena, fixed_round(hundredth));
}

const char *chance_in_words(struct arena *arena, const struct chance_line *line) {
  return arena_printf(arena, _("%s (%s of 100)"), label_of(arena, "chance_verdict", chance_verdict_name(line->verdict)),
                      share_of_hundred(arena, line->reached));
}

static const char *answer_in_words(struct arena *arena, const struct chance_line *line) {
  const char *low = format_kr(arena, ore(line->effect.quantile[QUANTILE_5]));
  const char *high = format_kr(arena, ore(line->effect.quantile[QUANTILE_95]));
  if (line->claimed_ore == NOT_GIVEN)
    return arena_printf(arena, _("between %s and %s in nine of ten"), low, high);
  return arena_printf(arena, _("claim reached in %s of 100 (%s), between %s and %s in nine of ten"),
                      share_of_hundred(arena, line->reached),
                      label_of(arena, "chance_verdict", chance_verdict_name(line->verdict)), low, high);
}

const char *chance_sentence(struct arena *arena, const struct audit *audit, size_t measure) {
  const struct chance_line *kept = chance_line_of(audit, measure, POSITIONS_KEPT);
  const struct chance_line *adjusted = chance_line_of(audit, measure, POSITIONS_ADJUSTED);
  if (!kept || !adjusted)
    return NULL;
  return arena_printf(arena, _("if positions are kept, %s; if they are adjusted, %s"), answer_in_words(arena, kept),
                      answer_in_words(arena, adjusted));
}

const char *chance_pairing_sentence(struct arena *arena, const struct audit *audit) {
  double least = INFINITY, most = 0;
  for (size_t i = 0; i < audit->chance_count; i++)
    if (audit->chance[i].unpaired > 0) {
      least = fmin(least, audit->chance[i].unpaired);
      most = fmax(most, audit->chance[i].unpaired);
    }
  if (most <= 0)
    return NULL;
  const char *from = format_decimal(arena, tenths(least), 1), *to = format_decimal(arena, tenths(most), 1);
  if (tenths(least) == tenths(most))
    return arena_printf(
        arena,
        _("The same luck without and with a measure: the variance of its effect is divided by %s beside "
          "years drawn apart."),
        from);
  return arena_printf(
      arena,
      _("The same luck without and with a measure: the variance of its effect is divided by %s to %s beside "
        "years drawn apart."),
      from, to);
}

const char *chance_terms_sentence(struct arena *arena, const struct audit *audit) {
  if (!audit->chance_count)
    return NULL;
  const struct worlds *worlds = audit->worlds;
  int draws = audit->chance_ask->draws, seed = (int)audit->chance_ask->seed;
  if (worlds && worlds->solved < worlds->draws)
    return arena_printf(
        arena,
        _("In worlds drawn by chance (sick leave in spells, whether those asked say yes and, in the year a measure is judged "
          "by, the numbers that are not known, drawn %d times: for %d of these the plans are made again, the effect of the "
          "others is estimated; holidays as planned; %d years at the most, seed %d):"),
        (int)worlds->draws, (int)worlds->solved, draws, seed);
  if (worlds)
    return arena_printf(
        arena,
        _("In worlds drawn by chance (sick leave in spells, whether those asked say yes and, in the year a measure is judged "
          "by, the numbers that are not known, drawn %d times with the plans made again; holidays as planned; %d years at the "
          "most, seed %d):"),
        (int)worlds->draws, draws, seed);
  return arena_printf(
      arena,
      _("In years drawn by chance (sick leave in spells, and whether those asked say yes; need, prices and "
        "holidays as planned; %d years at the most, seed %d):"),
      draws, seed);
}
