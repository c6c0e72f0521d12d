// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/rotas.h"

#include <math.h>
#include <string.h>

#include "audit/comparable.h"
#include "audit/titles.h"
#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/labels.h"

static const struct field_column rota_columns[] = {
    {"measure", FIELD_CODE, 0},        {"year", FIELD_YEAR, 0},
    {"unit", FIELD_CODE, 0},           {"rota", FIELD_CODE, 0},
    {"rota_from", FIELD_CODE, 0},      {"rota_weeks", FIELD_INTEGER, 0},
    {"rota_lines", FIELD_INTEGER, 0},  {"base_weeks", FIELD_INTEGER, 0},
    {"breaches", FIELD_INTEGER, 0},    {"rota_missing_h", FIELD_DECIMAL, 1},
    {"rota_idle_h", FIELD_DECIMAL, 1}, {"rota_best", FIELD_CODE, 0},
    {"plan_kr", FIELD_KR, 0},          {"rota_kr", FIELD_KR, 0},
    {"rota_empty_kr", FIELD_KR, 0},    {"rota_more_kr", FIELD_KR, 0},
    {"plan_effect_kr", FIELD_KR, 0},   {"rota_effect_kr", FIELD_KR, 0},
    {"reason", FIELD_TEXT, 0},
};

static int64_t ore(double kr) { return fixed_round(kr * ORE_PER_KR); }

static const char *code_of_measure(const struct audit *audit, int64_t measure) {
  return measure == NOT_GIVEN ? "" : measure_rows(&audit->scenario->tables)[measure].measure;
}

static void add_price(struct result_table *table, const struct rota_price *price) {
  result_number(table, price->known ? ore(price->plan_kr) : FIELD_BLANK);
  result_number(table, price->known ? ore(price->rota_kr) : FIELD_BLANK);
  result_number(table, price->known ? ore(price->empty_kr) : FIELD_BLANK);
  result_number(table, price->known ? ore(rota_price_more_kr(price)) : FIELD_BLANK);
}

// What the measure saves when rotas are compared: by the plans, less the additional cost of its rota over today's.
static void add_effect(struct result_table *table, const struct audit *audit, const struct rota_told *told) {
  const struct rota_told *before = told->measure == NOT_GIVEN ? NULL : rota_told_before(audit, told);
  bool known = before && before->price.known && told->price.known;
  result_number(table, told->measure == NOT_GIVEN ? FIELD_BLANK : ore(told->effect_kr));
  result_number(table,
                known ? ore(told->effect_kr + rota_price_more_kr(&before->price) - rota_price_more_kr(&told->price))
                      : FIELD_BLANK);
}

static void add_rota(struct result_table *table, const struct audit *audit, const struct rota_told *told) {
  bool there = told->lines > 0;
  result_text(table, code_of_measure(audit, told->measure));
  result_number(table, told->year);
  result_text(table, unit_rows(&audit->scenario->tables)[told->unit].unit);
  result_text(table, rota_told_name(told->answer));
  result_text(table, told->given ? "given" : "made");
  result_number(table, told->weeks);
  result_number(table, there ? told->lines : FIELD_BLANK);
  result_number(table, told->base_weeks ? told->base_weeks : FIELD_BLANK);
  result_number(table, there ? told->breaches : FIELD_BLANK);
  result_number(table, there ? tenths(told->missing_h) : FIELD_BLANK);
  result_number(table, there ? tenths(told->idle_h) : FIELD_BLANK);
  result_text(table, !there || told->given ? "" : told->best ? "yes" : "no");
  add_price(table, &told->price);
  add_effect(table, audit, told);
  result_text(table, told->why ? told->why : told->price.why);
}

struct result_table *rotas_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "rotas", COLUMNS(rota_columns));
  for (size_t i = 0; i < audit->rota_count; i++)
    add_rota(table, audit, &audit->rotas[i]);
  return table;
}

// ---------------------------------------------------------------- lines

static const struct field_column line_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"unit", FIELD_CODE, 0},
    {"rota_line", FIELD_CODE, 0},
    {"group", FIELD_CODE, 0},
    {"rota_week", FIELD_INTEGER, 0},
    {"mon", FIELD_CODE, 0},
    {"tue", FIELD_CODE, 0},
    {"wed", FIELD_CODE, 0},
    {"thu", FIELD_CODE, 0},
    {"fri", FIELD_CODE, 0},
    {"sat", FIELD_CODE, 0},
    {"sun", FIELD_CODE, 0},
    {"rota_line_h", FIELD_DECIMAL, 2},
    {"rota_weekends", FIELD_INTEGER, 0},
    {"rota_nights", FIELD_INTEGER, 0},
};

static void add_week(struct result_table *table, const struct audit *audit, const struct rota_line_told *line, int week,
                     const char **at) {
  result_text(table, code_of_measure(audit, line->measure));
  result_number(table, line->year);
  result_text(table, unit_rows(&audit->scenario->tables)[line->unit].unit);
  result_text(table, line->line);
  result_text(table, line->group);
  result_number(table, week);
  for (int d = 0; d < 7; d++) {
    *at += strspn(*at, " ");
    size_t length = strcspn(*at, " ");
    result_text(table, arena_text(table->arena, *at, length));
    *at += length;
  }
  result_number(table, week == 1 ? hundredths(line->hours) : FIELD_BLANK);
  result_number(table, week == 1 ? line->weekends : FIELD_BLANK);
  result_number(table, week == 1 ? line->nights : FIELD_BLANK);
}

struct result_table *rota_lines_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "rota_lines", COLUMNS(line_columns));
  for (size_t i = 0; i < audit->rota_line_count; i++) {
    const char *at = audit->rota_lines[i].days;
    for (int week = 1; *(at += strspn(at, " ")); week++)
      add_week(table, audit, &audit->rota_lines[i], week, &at);
  }
  return table;
}

// ---------------------------------------------------------------- in words

bool rota_is_last_told(const struct audit *audit, const struct rota_told *told) {
  for (size_t i = 0; i < audit->rota_count; i++)
    if (audit->rotas[i].measure == told->measure && audit->rotas[i].unit == told->unit &&
        audit->rotas[i].year > told->year)
      return false;
  return true;
}

static const char *kr_words(struct arena *arena, double kr) { return format_kr(arena, ore(kr)); }

static const char *rota_words(struct arena *arena, const struct audit *audit, const struct rota_told *told) {
  const struct tables *tables = &audit->scenario->tables;
  const char *unit = title_of_unit(tables, unit_rows(tables)[told->unit].unit);
  if (told->answer == ROTA_TOLD_BROKEN)
    return arena_printf(arena,
                        ngettext("Rota of %s, %s: rota.csv breaks rules %d time: %s.",
                                 "Rota of %s, %s: rota.csv breaks rules %d times, first: %s.",
                                 (unsigned long)told->breaches),
                        unit, YEAR_NAME(told->year), told->breaches, told->why);
  if (told->answer == ROTA_TOLD_NONE)
    return arena_printf(arena, _("Rota of %s, %s: proven that there is none of %d weeks: %s."), unit,
                        YEAR_NAME(told->year), told->weeks, told->why);
  if (told->answer != ROTA_TOLD_KEPT)
    return arena_printf(arena, _("Rota of %s, %s: none was made: %s."), unit, YEAR_NAME(told->year), told->why);
  if (told->given)
    return arena_printf(arena, _("Rota of %s, %s: rota.csv keeps every rule."), unit, YEAR_NAME(told->year));
  return arena_printf(arena,
                      _("Rota of %s, %s: there is one of %d weeks that keeps every rule, and leaves %s person-hours of "
                        "them to others."),
                      unit, YEAR_NAME(told->year), told->weeks, format_short(arena, tenths(told->missing_h), 1));
}

static const char *price_words(struct arena *arena, const struct audit *audit, const struct rota_told *told) {
  const struct rota_told *before = told->measure == NOT_GIVEN ? NULL : rota_told_before(audit, told);
  if (!told->price.known)
    return told->price.why ? arena_printf(arena, _("It has no price: %s."), told->price.why) : "";
  double more_kr = rota_price_more_kr(&told->price);
  more_kr = fabs(more_kr) < 0.5 ? 0 : more_kr; // rounding error
  const char *more =
      arena_printf(arena,
                   more_kr >= 0 ? _("It costs %s more than the plan, positions kept.")
                                : _("It costs %s less than the plan, positions kept: it has rests, weekends "
                                    "or overtime that the plan may not have."),
                   kr_words(arena, fabs(more_kr)));
  if (!before || !before->price.known)
    return more;
  double effect_kr = told->effect_kr + rota_price_more_kr(&before->price) - rota_price_more_kr(&told->price);
  return arena_printf(arena, _("%s From today's rota to this one the effect there is %s; by the plans %s."), more,
                      kr_words(arena, effect_kr), kr_words(arena, told->effect_kr));
}

const char *rota_told_sentence(struct arena *arena, const struct audit *audit, const struct rota_told *told) {
  return format_sentences(arena, rota_words(arena, audit, told), price_words(arena, audit, told));
}

static const char *claim_words(struct arena *arena, enum rota_verdict verdict, const char *claimed) {
  switch (verdict) {
  case ROTA_VERDICT_STILL_HOLDS:
    return arena_printf(arena, _("The claim of %s still holds with a rota"), claimed);
  case ROTA_VERDICT_NO_LONGER:
    return arena_printf(arena, _("The claim of %s does not hold with a rota"), claimed);
  case ROTA_VERDICT_WITH_ROTA:
    return arena_printf(arena, _("The claim of %s holds with a rota alone"), claimed);
  default:
    return arena_printf(arena, _("The claim of %s is not reached with a rota either"), claimed);
  }
}

const char *rota_claim_sentence(struct arena *arena, const struct audit *audit, size_t measure) {
  const struct measure_effect *effect = &audit->measures[measure];
  for (int y = effect->year_count - 1; y >= 0; y--) {
    const struct year_effect *year = &effect->years[y];
    enum rota_verdict verdict = measure_rota_verdict(audit->scenario, effect, year);
    if (verdict == ROTA_VERDICT_NONE)
      continue;
    struct claimed claimed = claim_standing(audit->scenario, measure, year->year);
    return arena_printf(arena,
                        _("%s: with all positions kept it is %s from today's rota to that with the measure, and %s "
                          "from plan to plan (%s)."),
                        claim_words(arena, verdict, format_kr(arena, claimed.amount_ore)),
                        format_kr(arena, claim_with_rota_ore(effect, year, &claimed)),
                        format_kr(arena, claim_comparable_ore(effect, year, &claimed, POSITIONS_KEPT)),
                        YEAR_NAME(year->year));
  }
  return NULL;
}
