// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/claims.h"

#include "audit/bridge.h"
#include "audit/class.h"
#include "audit/cover_state.h"
#include "audit/departures.h"
#include "base/fixed.h"
#include "report/chance.h"
#include "report/standing.h"
#include "report/verdict.h"

static const struct field_column claim_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
    {"year", FIELD_YEAR, 0},
    {"claimed_basis", FIELD_CODE, 0},
    {"claims_are", FIELD_CODE, 0},
    {"claimed_kr", FIELD_KR, 0},
    {"claimed_fte", FIELD_DECIMAL, 3},
    {"fte_basis", FIELD_CODE, 0},
    {"leaves_out", FIELD_CODE, 0},
    {"comparable_kept_kr", FIELD_KR, 0},
    {"comparable_adjusted_kr", FIELD_KR, 0},
    {"left_out_kr", FIELD_KR, 0},
    {"compliant_kr", FIELD_KR, 0},
    {"verdict", FIELD_CODE, 0},
    {"class", FIELD_CODE, 0},
    {"flags", FIELD_CODE, 0},
    {"main_reason", FIELD_CODE, 0},
    {"main_reason_kr", FIELD_KR, 0},
    {"positions_fte", FIELD_DECIMAL, 3},
    {"gone_by", FIELD_DATE, 0},
    {"other_reading_verdict", FIELD_CODE, 0},
    {"reason", FIELD_TEXT, 0},
    {"cash_kept_kr", FIELD_KR, 0},
    {"cash_adjusted_kr", FIELD_KR, 0},
    {"empty_kept_h", FIELD_DECIMAL, 1},
    {"empty_adjusted_h", FIELD_DECIMAL, 1},
    {"norm_unkept_h", FIELD_DECIMAL, 1},
    {"norm_unkept_days", FIELD_INTEGER, 0},
    {"cover", FIELD_CODE, 0},
    {"removed_fte", FIELD_DECIMAL, 3},
    {"more_fte", FIELD_DECIMAL, 3},
    {"found_fte", FIELD_DECIMAL, 3},
    {"fte_verdict", FIELD_CODE, 0},
    {"with_rota_kr", FIELD_KR, 0},
    {"rota_verdict", FIELD_CODE, 0},
    STANDING_COLUMNS,
    CHANCE_COLUMNS,
    {"counted_twice_with", FIELD_CODE, 0},
};

struct judged {
  const struct audit *audit;
  const struct measure_effect *effect;
  const struct year_effect *year;
  struct judgement judgement;
};

static void add_claimed(struct result_table *table, const struct judged *judged) {
  const struct claimed *claimed = &judged->judgement.claimed;
  bool kroner = claimed->amount_ore != NOT_GIVEN, fte = claimed->fte_milli != NOT_GIVEN;
  enum claims_are are = (enum claims_are)settings_of(&judged->audit->scenario->tables)->claims_are;
  result_text(table, !kroner ? "" : claimed->basis == CLAIM_FULL_YEAR ? "full_year" : "in_year");
  result_text(table, are == CLAIMS_INCREMENTAL ? "incremental" : "base");
  result_number(table, claimed->amount_ore);
  result_number(table, claimed->fte_milli);
  result_text(table, !fte ? "" : claimed->fte_basis == FTE_NET ? "net" : "gross");
  result_text(table, left_out_words(table->arena, claimed->leaves_out));
}

static void add_verdict(struct result_table *table, const struct judged *judged) {
  const struct judgement *judgement = &judged->judgement;
  const struct scenario *scenario = judged->audit->scenario;
  result_number(table, judgement->comparable_ore[POSITIONS_KEPT]);
  result_number(table, judgement->comparable_ore[POSITIONS_ADJUSTED]);
  result_number(table, judgement->left_out_ore);
  bool both = judgement->comparable_ore[POSITIONS_ADJUSTED] != NOT_GIVEN;
  result_number(table, both ? claim_compliant_ore(judged->effect, judged->year, &judgement->claimed, POSITIONS_ADJUSTED)
                            : FIELD_BLANK);
  result_text(table, verdict_name(judgement->verdict));
  result_text(table, saving_class_name(measure_class(scenario, judged->effect)));
  result_text(table, measure_flags(table->arena, scenario, judged->effect, judged->year, POSITIONS_ADJUSTED));
}

// The FTE of the adjusted effect where they are larger; else those that the measure's own edits remove.
static double positions_to_go_fte(const struct measure_effect *effect) {
  const struct answer *answers = effect->full.answers;
  bool more = effect_ore(&answers[POSITIONS_ADJUSTED]) > effect_ore(&answers[POSITIONS_KEPT]);
  return positions_fewer_fte(&answers[more ? POSITIONS_ADJUSTED : POSITIONS_KEPT]);
}

static void add_why(struct result_table *table, const struct judged *judged) {
  const struct judgement *judgement = &judged->judgement;
  bool main = judgement->main_step != BRIDGE_CLAIMED;
  double fte = positions_to_go_fte(judged->effect);
  bool go = judged->effect->testable && fte >= 0.005;
  struct deadline deadline = departure_deadline(judged->audit->scenario, judged->effect->measure, judged->year->year);
  result_text(table, main ? bridge_step_name(judgement->main_step) : "");
  result_number(table, main ? judgement->main_ore : FIELD_BLANK);
  result_number(table, go ? fixed_round(fte * MILLI) : FIELD_BLANK);
  result_number(table, go && deadline.gone_by != DAY_NONE ? deadline.gone_by : FIELD_BLANK);
  result_text(table, verdict_name(judgement->other_reading));
  result_text(table, judgement->reason);
}

static int64_t h_or_blank(double h) { return h > FEW_HOURS ? tenths(h) : FIELD_BLANK; }
static int64_t fte_or_blank(double fte) { return fte > 0 ? fixed_round(fte * MILLI) : FIELD_BLANK; }

// The effect that the claim is compared with: the full year's, or the year's.
static const struct year_effect *year_against(const struct judged *judged) {
  return judged->judgement.claimed.basis == CLAIM_FULL_YEAR ? &judged->effect->full : judged->year;
}

static void add_cover(struct result_table *table, const struct judged *judged) {
  const struct year_effect *year = year_against(judged);
  const struct answer *answers = year->answers;
  bool known = judged->judgement.comparable_ore[POSITIONS_KEPT] != NOT_GIVEN;
  const struct norm_breach *unkept = norm_unkept(year);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    result_number(table, known ? cash_comparable_ore(&answers[p], judged->judgement.claimed.leaves_out) : FIELD_BLANK);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    result_number(table, h_or_blank(answers[p].empty_h));
  result_number(table, unkept ? tenths(unkept->person_hours) : FIELD_BLANK);
  result_number(table, unkept ? unkept->days_least : FIELD_BLANK);
  result_text(table, cover_state_names(table->arena, cover_states(judged->effect, year, POSITIONS_KEPT)));
}

static void add_people(struct result_table *table, const struct judged *judged) {
  struct fte_judgement fte = fte_judge(judged->audit->scenario, judged->effect, &judged->judgement.claimed);
  result_number(table, fte_or_blank(measure_removes_fte(judged->effect)));
  result_number(table, fte_or_blank(measure_more_fte(judged->effect)));
  result_number(table, fte.verdict == FTE_NOT_JUDGED ? FIELD_BLANK : fixed_round(fte.found * MILLI));
  result_text(table, fte_verdict_name(fte.verdict));
}

static void add_rota(struct result_table *table, const struct judged *judged) {
  enum rota_verdict verdict = measure_rota_verdict(judged->audit->scenario, judged->effect, judged->year);
  result_number(table, verdict == ROTA_VERDICT_NONE
                           ? FIELD_BLANK
                           : claim_with_rota_ore(judged->effect, judged->year, &judged->judgement.claimed));
  result_text(table, rota_verdict_name(verdict));
}

static void add_chance(struct result_table *table, const struct judged *judged) {
  const struct chance_line *chance[POSITIONS_ANSWERS];
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    chance[p] =
        chance_of_claim(judged->audit, judged->effect, judged->year, &judged->judgement.claimed, (enum positions)p);
  chance_columns_add(table, chance);
}

struct result_table *claims_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "claims", COLUMNS(claim_columns));
  for (size_t m = 0; m < audit->measure_count; m++)
    for (int y = 0; y < audit->measures[m].year_count; y++) {
      const struct measure_effect *effect = &audit->measures[m];
      struct judged judged = {audit, effect, &effect->years[y], {.verdict = VERDICT_NO_CLAIM}};
      judged.judgement = claim_judge(arena, audit->scenario, effect, judged.year);
      if (judged.judgement.verdict == VERDICT_NO_CLAIM)
        continue;
      result_text(table, measure_rows(&audit->scenario->tables)[m].measure);
      result_text(table, measure_rows(&audit->scenario->tables)[m].title);
      result_number(table, judged.year->year);
      add_claimed(table, &judged);
      add_verdict(table, &judged);
      add_why(table, &judged);
      add_cover(table, &judged);
      add_people(table, &judged);
      add_rota(table, &judged);
      standing_add(table, audit, effect);
      add_chance(table, &judged);
      result_text(table, effect->counted_twice_with);
    }
  return table;
}

// ---------------------------------------------------------------- where positions follow in any amount

static const struct field_column following_columns[] = {
    {"measure", FIELD_CODE, 0},         {"year", FIELD_YEAR, 0},           {"unit", FIELD_CODE, 0},
    {"group", FIELD_CODE, 0},           {"category", FIELD_CODE, 0},       {"heads_today", FIELD_DECIMAL, 3},
    {"heads_before", FIELD_DECIMAL, 3}, {"heads_after", FIELD_DECIMAL, 3}, {"fte_fewer", FIELD_DECIMAL, 3},
    {"gone_by", FIELD_DATE, 0},         {"depends_kr", FIELD_KR, 0},       {"month_later_kr", FIELD_KR, 0},
};

static int64_t milli(double value) { return fixed_round(value * MILLI); }

// When they must be gone, and what depends on it.
static void add_deadline(struct result_table *table, const struct audit *audit, const struct departure *departure,
                         int64_t depends_ore) {
  struct deadline deadline = departure_deadline(audit->scenario, departure->measure, departure->year);
  bool dated = deadline.gone_by != DAY_NONE;
  result_number(table, dated ? deadline.gone_by : FIELD_BLANK);
  result_number(table, depends_ore);
  result_number(table, dated ? deadline_month_ore(&deadline, depends_ore) : FIELD_BLANK);
}

static void add_group(struct result_table *table, const struct audit *audit, const struct departure *departure) {
  const struct tables *tables = &audit->scenario->tables;
  const struct group_row *group = &group_rows(tables)[departure->group];
  result_text(table, measure_rows(tables)[departure->measure].measure);
  result_number(table, departure->year);
  result_text(table, unit_rows(tables)[departure->unit].unit);
  result_text(table, group->group);
  result_text(table, category_rows(tables)[group->category].category);
  result_number(table, milli(departure->heads_today));
  result_number(table, milli(departure->heads_before));
  result_number(table, milli(departure->heads_after));
  result_number(table, milli(departure->fte_fewer));
  add_deadline(table, audit, departure, fixed_round(departure->pay_ore));
}

static bool is_dependent(const struct audit *audit, const struct departure *departure) {
  return depends_on_positions_ore(audit, departure->measure, departure->year) > 0;
}

struct result_table *following_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "following", COLUMNS(following_columns));
  for (size_t i = 0; i < audit->departure_count; i++)
    if (is_dependent(audit, &audit->departures[i]))
      add_group(table, audit, &audit->departures[i]);
  return table;
}

static const struct field_column following_sum_columns[] = {
    {"measure", FIELD_CODE, 0},         {"year", FIELD_YEAR, 0},           {"heads_today", FIELD_DECIMAL, 3},
    {"heads_before", FIELD_DECIMAL, 3}, {"heads_after", FIELD_DECIMAL, 3}, {"fte_fewer", FIELD_DECIMAL, 3},
    {"gone_by", FIELD_DATE, 0},         {"depends_kr", FIELD_KR, 0},       {"month_later_kr", FIELD_KR, 0},
};

// All groups of a measure and year: what depends on them together.
static void add_sum(struct result_table *table, const struct audit *audit, const struct departure *first) {
  double before = 0, after = 0, fewer = 0, today = 0;
  for (size_t i = 0; i < audit->departure_count; i++) {
    const struct departure *departure = &audit->departures[i];
    if (departure->measure != first->measure || departure->year != first->year)
      continue;
    before += departure->heads_before;
    after += departure->heads_after;
    fewer += departure->fte_fewer;
    today += departure->heads_today;
  }
  result_text(table, measure_rows(&audit->scenario->tables)[first->measure].measure);
  result_number(table, first->year);
  result_number(table, milli(today));
  result_number(table, milli(before));
  result_number(table, milli(after));
  result_number(table, milli(fewer));
  add_deadline(table, audit, first, depends_on_positions_ore(audit, first->measure, first->year));
}

struct result_table *following_sum_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "following_sum", COLUMNS(following_sum_columns));
  for (size_t i = 0; i < audit->departure_count; i++) {
    const struct departure *departure = &audit->departures[i], *last = i ? departure - 1 : NULL;
    bool begins = !last || last->measure != departure->measure || last->year != departure->year;
    if (begins && is_dependent(audit, departure))
      add_sum(table, audit, departure);
  }
  return table;
}
