// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/unit_rota.h"

#include "base/language.h"
#include "rota/solve.h"

int unit_rota_weeks(const struct comparison *comparison, int64_t unit, int64_t measure) {
  const struct unit_year *year = comparison->year;
  day_number last = year->first_day + year->day_count - 1;
  const struct tables *tables = year_tables(year, measure == NOT_GIVEN ? REFERENCE : SUBJECT, last);
  int64_t weeks = unit_rows(tables)[unit].rota_weeks;
  return weeks > 0 ? (int)weeks : base_given_weeks(&year->frame->scenario->tables, unit);
}

static void take_given(struct unit_rota *out, struct arena *arena, struct base_rota *base) {
  if (base->refusal)
    return;
  out->rota = base_given(arena, base, &out->codes, &out->sources);
  if (!out->rota)
    base->refusal = _("rota.csv has other lines than the groups have heads");
}

static const char **numbers(struct arena *arena, int count) {
  const char **codes = arena_array(arena, (size_t)count + 1, sizeof *codes);
  for (int i = 0; i < count; i++)
    codes[i] = arena_printf(arena, "%d", i + 1);
  return codes;
}

static void take_made(struct unit_rota *out, struct arena *arena, const struct base_rota *base) {
  if (base->refusal)
    return;
  out->answer = rota_solve(arena, &base->problem, &(struct rota_limits_of_search){0});
  if (out->answer.outcome != ROTA_FOUND)
    return;
  out->rota = out->answer.rota;
  out->codes = numbers(arena, out->rota->line_count);
  out->sources = arena_array(arena, (size_t)out->rota->line_count + 1, sizeof *out->sources);
  for (int i = 0; i < out->rota->line_count; i++)
    out->sources[i] = "rotacost";
}

static void take_ways(struct unit_rota *out, struct arena *arena, const struct base_rota *base) {
  if (base->refusal || out->answer.outcome != ROTA_NONE)
    return;
  struct rota_give_way *ways = arena_alloc(arena, sizeof *ways);
  struct rota_floors floors = base_floors_of(base->tables);
  *ways = rota_give_way(arena, &base->problem, &floors, &(struct rota_limits_of_search){0}, ROTA_HEADS_MORE_MOST);
  out->ways = ways;
}

struct unit_rota *unit_rota_make(struct study *study, struct arena *arena, const struct comparison *comparison,
                                 const struct unit_rota_question *question) {
  struct unit_rota *out = arena_alloc(arena, sizeof *out);
  enum variant variant = question->measure == NOT_GIVEN ? REFERENCE : SUBJECT;
  struct base_rota *base = base_rota_make(arena, comparison->year, variant, question->weeks);
  *out = (struct unit_rota){.unit = comparison->year->frame->unit,
                            .measure = question->measure,
                            .year = date_from_day(comparison->year->first_day).year,
                            .given = question->given,
                            .base = base};
  if (question->given)
    take_given(out, arena, base);
  else
    take_made(out, arena, base);
  if (question->ways && !question->given)
    take_ways(out, arena, base);
  if (out->ways && question->asked)
    out->ways_price = rota_ways_price_of(study, arena, comparison, question, out);
  if (!out->rota)
    return out;
  out->measured = rota_measure_of(&base->problem, out->rota);
  out->breaches = arena_array(arena, ROTA_BREACHES_MOST, sizeof *out->breaches);
  out->breach_count = rota_check(&base->problem, out->rota, out->breaches, ROTA_BREACHES_MOST);
  if (question->calendar)
    out->calendar = year_rota_of(arena, base, out->rota);
  out->price = rota_price_of(study, arena, comparison, base, out->rota);
  return out;
}
