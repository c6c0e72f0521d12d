// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/rotas.h"

#include <string.h>

#include "base/fixed.h"

static const struct field_column rota_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"year", FIELD_INTEGER, 0},
    {"unit", FIELD_CODE, 0},
    {"rota", FIELD_CODE, 0},
    {"rota_from", FIELD_CODE, 0},
    {"rota_weeks", FIELD_INTEGER, 0},
    {"rota_lines", FIELD_INTEGER, 0},
    {"base_weeks", FIELD_INTEGER, 0},
    {"breaches", FIELD_INTEGER, 0},
    {"rota_missing_h", FIELD_DECIMAL, 1},
    {"rota_idle_h", FIELD_DECIMAL, 1},
    {"rota_best", FIELD_CODE, 0},
    {"plan_kr", FIELD_KR, 0},
    {"rota_kr", FIELD_KR, 0},
    {"rota_empty_kr", FIELD_KR, 0},
    {"rota_more_kr", FIELD_KR, 0},
    {"plan_effect_kr", FIELD_KR, 0},
    {"rota_effect_kr", FIELD_KR, 0},
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

// What the measure saves from rota to rota: by the plans, less what its rota costs more than today's.
static void add_effect(struct result_table *table, const struct audit *audit, const struct rota_told *told) {
  const struct rota_told *before = told->measure == NOT_GIVEN ? NULL : rota_told_before(audit, told);
  bool known = before && before->price.known && told->price.known;
  result_number(table, told->measure == NOT_GIVEN ? FIELD_BLANK : ore(told->effect_kr));
  result_number(table, known ? ore(told->effect_kr + rota_price_more_kr(&before->price) - rota_price_more_kr(&told->price))
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
    {"measure", FIELD_CODE, 0},   {"year", FIELD_INTEGER, 0},      {"unit", FIELD_CODE, 0},       {"rota_line", FIELD_CODE, 0},
    {"group", FIELD_CODE, 0},     {"rota_week", FIELD_INTEGER, 0}, {"mon", FIELD_CODE, 0},        {"tue", FIELD_CODE, 0},
    {"wed", FIELD_CODE, 0},       {"thu", FIELD_CODE, 0},          {"fri", FIELD_CODE, 0},        {"sat", FIELD_CODE, 0},
    {"sun", FIELD_CODE, 0},       {"rota_line_h", FIELD_DECIMAL, 2}, {"rota_weekends", FIELD_INTEGER, 0},
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
