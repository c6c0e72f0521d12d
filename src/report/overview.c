// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/overview.h"
#include "calendar/fiscal.h"
#include "report/columns.h"
#include "report/releases.h"

#include <string.h>

#include "audit/bridge_words.h"
#include "audit/claim_slip.h"
#include "audit/cover_state.h"
#include "audit/sums.h"
#include "base/fixed.h"
#include "base/language.h"
#include "report/chance.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/standing.h"
#include "report/summary.h"
#include "report/verdict.h"
#include "scenario/columns.h"

// The step of the bridge that carries most of the difference, in words.
static const char *step_sentence(struct arena *arena, const struct result_table *claims, size_t row,
                                 const char *reason) {
  const char *step = result_text_of(claims, row, TEXT_main_reason);
  int64_t ore = result_number_of(claims, row, NUMBER_main_reason_kr);
  if (!*step || ore == FIELD_BLANK)
    return "";
  const char *label = label_of(arena, "main_reason", step), *amount = format_signed_kr(arena, ore);
  if (!*reason)
    return arena_printf(arena, _("Most of the difference: %s (%s)."), label, amount);
  return arena_printf(arena, _("Most of the difference: %s (%s): %s."), label, amount, reason);
}

// A claim that looks like a slip is questioned before any conclusion is drawn from it.
static const char *doubt_sentence(struct arena *arena, const struct audit *audit, const struct overview_line *line) {
  struct claim_doubt doubt = claim_doubt_of(audit->scenario, line->effect, line->year);
  const char *text = claim_doubt_text(arena, audit->scenario, &doubt);
  return text ? arena_printf(arena, _("Check the claim: %s."), text) : "";
}

// ---------------------------------------------------------------- lines

// What the claim leaves out, so that both sides are comparable.
static int64_t left_out_of(const struct overview_line *line) {
  return line->claimed.amount_ore == NOT_GIVEN ? 0 : line->claimed.leaves_out;
}

static void add_figures(struct overview_line *line) {
  const struct answer *answers = line->shown->answers;
  line->kept_ore = line->adjusted_ore = line->direct_ore = line->compliant_ore = FIELD_BLANK;
  line->cash_kept_ore = line->cash_adjusted_ore = FIELD_BLANK;
  if (!line->effect->testable)
    return;
  line->kept_ore = effect_ore(&answers[POSITIONS_KEPT]);
  line->adjusted_ore = effect_ore(&answers[POSITIONS_ADJUSTED]);
  line->cash_kept_ore = cash_comparable_ore(&answers[POSITIONS_KEPT], left_out_of(line));
  line->cash_adjusted_ore = cash_comparable_ore(&answers[POSITIONS_ADJUSTED], left_out_of(line));
  if (line->shown->direct.known)
    line->direct_ore = ledger_sum(&line->shown->direct.saving);
}

// Further values from the table of claims.
static void add_claims(struct arena *arena, struct overview_line *line, const struct result_table *claims) {
  size_t row = SIZE_MAX;
  const struct result_match matches[] = {
      {TEXT_measure, line->row->measure}, {NUMBER_year, fiscal_year_name(arena, line->year->year)}, {0}};
  line->class_code = line->step = line->step_alone = "";
  if (!result_next(claims, matches, &row))
    return;
  int64_t kept = result_number_of(claims, row, NUMBER_comparable_kept_kr);
  int64_t adjusted = result_number_of(claims, row, NUMBER_comparable_adjusted_kr);
  line->kept_ore = kept == FIELD_BLANK ? line->kept_ore : kept; // comparable values, where the claim leaves lines out
  line->adjusted_ore = adjusted == FIELD_BLANK ? line->adjusted_ore : adjusted;
  line->compliant_ore = result_number_of(claims, row, NUMBER_compliant_kr);
  line->class_code = result_text_of(claims, row, TEXT_class);
  if (line->verdict == VERDICT_NO_CLAIM)
    return;
  line->step = step_sentence(arena, claims, row, result_text_of(claims, row, TEXT_reason));
  line->step_alone = step_sentence(arena, claims, row, "");
}

static const char *floor_of(struct arena *arena, const struct overview_line *line) {
  if (!line->effect->testable || line->effect->given_up || line->effect->arithmetic)
    return "";
  return floor_in_words(arena, line->shown->answers, left_out_of(line));
}

// Measures with the same title in two units are distinguished by the unit.
static const char *title_of(struct arena *arena, const struct tables *tables, size_t measure) {
  const struct measure_row *rows = measure_rows(tables);
  for (size_t m = 0; m < row_count(tables, TABLE_MEASURES); m++)
    if (m != measure && !strcmp(rows[m].title, rows[measure].title))
      return arena_printf(arena, "%s: %s", rows[measure].unit_label ? rows[measure].unit_label : rows[measure].measure,
                          rows[measure].title);
  return rows[measure].title;
}

static struct overview_line line_of(struct arena *arena, const struct audit *audit, size_t measure) {
  const struct measure_effect *effect = &audit->measures[measure];
  struct overview_line line = {.row = &measure_rows(&audit->scenario->tables)[measure],
                               .title = title_of(arena, &audit->scenario->tables, measure),
                               .effect = effect,
                               .year = overview_year(audit, effect)};
  line.claimed = claim_standing(audit->scenario, measure, line.year->year);
  bool once = line.row->nature == NATURE_ONE_OFF;
  line.full = line.claimed.amount_ore == NOT_GIVEN ? !once : line.claimed.basis == CLAIM_FULL_YEAR;
  line.shown = line.full ? &effect->full : line.year;
  line.verdict = measure_verdict(audit->scenario, effect, line.year);
  line.grade = measure_grade(audit->scenario, effect);
  line.assumed_share = effect_assumed_share(effect);
  line.counted = sums_count(audit, measure);
  add_figures(&line);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    line.chance[p] = chance_of_claim(audit, effect, line.year, &line.claimed, (enum positions)p);
  return line;
}

static void add_sentences(struct arena *arena, const struct audit *audit, struct overview_line *line,
                          const struct release_sum *released) {
  line->reason =
      format_sentences(arena, verdict_reason(arena, audit->scenario, line), verdict_fte(arena, audit->scenario, line));
  line->floor = floor_of(arena, line);
  line->release = release_beside_verdict(arena, audit, released);
  line->cover = verdict_cover(arena, line);
  line->doubt = doubt_sentence(arena, audit, line);
  const char *const parts[] = {line->reason, line->release, line->cover, line->step, line->doubt};
  line->why = "";
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    line->why = format_sentences(arena, line->why, parts[i]);
}

static struct overview_line told_line(struct arena *arena, const struct audit *audit, size_t measure,
                                      const struct result_table *claims, const struct release_sum *released) {
  struct overview_line line = line_of(arena, audit, measure);
  add_claims(arena, &line, claims);
  add_sentences(arena, audit, &line, released);
  line.verdict_words = verdict_with_rota(arena, audit->scenario, line.effect, line.year);
  line.evidence = verdict_evidence(arena, &line);
  return line;
}

struct overview_line overview_line_of(struct arena *arena, const struct audit *audit, size_t measure,
                                      const struct result_table *claims) {
  size_t count;
  const struct release_sum *sums = release_sums(arena, audit, &count);
  return told_line(arena, audit, measure, claims, release_sum_of(sums, count, measure));
}

const struct overview_line *overview_lines(struct arena *arena, const struct audit *audit,
                                           const struct result_table *claims) {
  struct overview_line *lines = arena_array(arena, audit->measure_count, sizeof *lines);
  size_t count;
  const struct release_sum *sums = release_sums(arena, audit, &count);
  for (size_t m = 0; m < audit->measure_count; m++)
    lines[m] = told_line(arena, audit, m, claims, release_sum_of(sums, count, m));
  return lines;
}

// ---------------------------------------------------------------- table

static const struct field_column overview_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
    {"verdict", FIELD_CODE, 0},
    {"claimed_kr", FIELD_KR, 0},
    {"claimed_fte", FIELD_DECIMAL, 3},
    {"claimed_for", FIELD_CODE, 0},
    {"direct_kr", FIELD_KR, 0},
    {"kept_kr", FIELD_KR, 0},
    {"adjusted_kr", FIELD_KR, 0},
    {"compliant_kr", FIELD_KR, 0},
    {"below_norm_days", FIELD_INTEGER, 0},
    {"class", FIELD_CODE, 0},
    {"status", FIELD_CODE, 0},
    {"start", FIELD_DATE, 0},
    {"responsible", FIELD_TEXT, 0},
    {"why", FIELD_TEXT, 0},
    {"cash_kept_kr", FIELD_KR, 0},
    {"cash_adjusted_kr", FIELD_KR, 0},
    {"empty_kept_h", FIELD_DECIMAL, 1},
    {"empty_adjusted_h", FIELD_DECIMAL, 1},
    {"cover", FIELD_CODE, 0},
    {"removed_fte", FIELD_DECIMAL, 2},
    {"more_fte", FIELD_DECIMAL, 2},
    STANDING_COLUMNS,
    CHANCE_COLUMNS,
};

static int64_t hours_or_blank(double h) { return h > FEW_HOURS ? tenths(h) : FIELD_BLANK; }
static int64_t fte_or_blank(double fte) { return fte > 0 ? hundredths(fte) : FIELD_BLANK; }

// Cash beside the effect at equal cover, the hours that make the difference, and the effect on cover and posts.
static void add_cover(struct result_table *table, const struct overview_line *line) {
  const struct answer *answers = line->shown->answers;
  unsigned states = cover_states(line->effect, line->shown, POSITIONS_KEPT);
  result_number(table, line->cash_kept_ore);
  result_number(table, line->cash_adjusted_ore);
  result_number(table, hours_or_blank(answers[POSITIONS_KEPT].empty_h));
  result_number(table, hours_or_blank(answers[POSITIONS_ADJUSTED].empty_h));
  result_text(table, cover_state_names(table->arena, states));
  result_number(table, fte_or_blank(measure_removes_fte(line->effect)));
  result_number(table, fte_or_blank(measure_more_fte(line->effect)));
}

static void add_overview_line(struct result_table *table, const struct audit *audit, const struct overview_line *line) {
  const struct norm_breach *breach = line->effect->full.breach.days ? &line->effect->full.breach : &line->year->breach;
  result_text(table, line->row->measure);
  result_text(table, line->title);
  result_text(table, verdict_name(line->verdict));
  result_number(table, line->claimed.amount_ore);
  result_number(table, line->claimed.fte_milli);
  result_text(table, line->full ? "full_year" : fiscal_year_name(table->arena, line->year->year));
  result_number(table, line->direct_ore);
  result_number(table, line->kept_ore);
  result_number(table, line->adjusted_ore);
  result_number(table, line->compliant_ore);
  result_number(table, breach->days);
  result_text(table, line->class_code);
  result_text(table, measure_status_word(line->row->status));
  result_number(table, line->row->start == NOT_GIVEN ? FIELD_BLANK : line->row->start);
  result_text(table, line->row->role);
  result_text(table, format_sentences(table->arena, line->why, line->floor));
  add_cover(table, line);
  standing_add(table, audit, line->effect);
  chance_columns_add(table, line->chance);
}

struct result_table *overview_table(struct arena *arena, const struct audit *audit, const struct result_table *claims) {
  struct result_table *table = result_table_new(arena, "overview", COLUMNS(overview_columns));
  const struct overview_line *lines = overview_lines(arena, audit, claims);
  for (size_t m = 0; m < audit->measure_count; m++)
    add_overview_line(table, audit, &lines[m]);
  return table;
}
