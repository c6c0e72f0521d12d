// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/explain.h"

#include <string.h>

#include "audit/bridge.h"
#include "audit/changes.h"
#include "audit/class.h"
#include "audit/compliance.h"
#include "audit/titles.h"
#include "audit/why.h"
#include "audit/yardstick.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/labels.h"
#include "report/overview.h"

// ---------------------------------------------------------------- what is asked

static const struct measure_effect *effect_of(const struct explained *asked) {
  return &asked->audit->measures[asked->measure];
}

static const struct measure_row *measure_of(const struct explained *asked, size_t measure) {
  return &measure_rows(&asked->audit->scenario->tables)[measure];
}

int explain_usual_year(const struct scenario *scenario, int64_t measure) {
  if (measure != NOT_GIVEN)
    return measure_whole_year(scenario, (size_t)measure, undecided_start_of(scenario));
  return (int)settings_of(&scenario->tables)->last_year;
}

// ---------------------------------------------------------------- what changes

static const struct field_column change_columns[] = {
    {"table", FIELD_CODE, 0},  {"column", FIELD_CODE, 0}, {"where", FIELD_TEXT, 0}, {"rows", FIELD_INTEGER, 0},
    {"change", FIELD_CODE, 0}, {"from", FIELD_DATE, 0},   {"to", FIELD_DATE, 0},    {"source", FIELD_CODE, 0},
};
static const char *const change_headings[] = {N_("Table"),  N_("Column"), N_("Where"), N_("Rows"),
                                              N_("Change"), N_("From"),   N_("To"),    N_("Source")};

static int64_t date_or_blank(day_number day) { return day == DAY_NONE ? FIELD_BLANK : day; }

struct result_table *explain_changes(struct arena *arena, const struct explained *asked, const char *const **headings) {
  struct result_table *table = result_table_new(arena, "changes", COLUMNS(change_columns));
  size_t count;
  const struct change_line *lines = measure_changes(arena, asked->audit->scenario, (size_t)asked->measure, &count);
  for (const struct change_line *line = lines; line < lines + count; line++) {
    result_text(table, line->table);
    result_text(table, line->column);
    result_text(table, label_of_conditions(arena, &asked->audit->scenario->tables, line->where));
    result_number(table, (int64_t)line->row_count);
    result_text(table, line->change);
    result_number(table, date_or_blank(line->from));
    result_number(table, date_or_blank(line->to));
    result_text(table, line->row->assumed ? _("assumed") : line->row->source);
  }
  *headings = change_headings;
  return table;
}

// ---------------------------------------------------------------- what it is worth

static const struct field_column worth_columns[] = {
    {"claimed_for", FIELD_CODE, 0},
    {"claimed_kr", FIELD_KR, 0},
    {"direct_kr", FIELD_KR, 0},
    {"kept_kr", FIELD_KR, 0},
    {"adjusted_kr", FIELD_KR, 0},
    {"compliant_kept_kr", FIELD_KR, 0},
    {"compliant_adjusted_kr", FIELD_KR, 0},
    {"verdict", FIELD_CODE, 0},
};
static const char *const worth_headings[] = {N_("For"),      N_("Claimed"),         N_("Direct"),   N_("Kept"),
                                             N_("Adjusted"), N_("Norm kept: kept"), N_("adjusted"), N_("Verdict")};

struct worth_line {
  const struct measure_effect *effect;
  const struct year_effect *year; // whose figures are shown
  const char *name;
  struct claimed claimed; // NOT_GIVEN where the claim is on another line
  const char *verdict;
};

static void add_worth(struct result_table *table, const struct worth_line *line) {
  bool known = line->effect->testable, direct = known && line->year->direct.known;
  result_text(table, line->name);
  result_number(table, line->claimed.amount_ore);
  result_number(table, direct ? ledger_sum(&line->year->direct.saving) : FIELD_BLANK);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    result_number(table, known ? effect_ore(&line->year->answers[p]) : FIELD_BLANK);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    result_number(table,
                  known && norm_can_be_kept(line->year, p) ? effect_ore(&line->year->compliant[p]) : FIELD_BLANK);
  result_text(table, line->verdict);
}

static const struct claimed no_claim = {.amount_ore = NOT_GIVEN, .fte_milli = NOT_GIVEN};

// Is the claim for a whole year? A claim in FTE alone is.
static bool of_whole_year(const struct claimed *claimed) {
  return claimed->amount_ore == NOT_GIVEN ? claimed->fte_milli != NOT_GIVEN : claimed->basis == CLAIM_FULL_YEAR;
}

struct result_table *explain_worth(struct arena *arena, const struct explained *asked, const char *const **headings) {
  struct result_table *table = result_table_new(arena, "worth", COLUMNS(worth_columns));
  const struct scenario *scenario = asked->audit->scenario;
  const struct measure_effect *effect = effect_of(asked);
  struct worth_line full = {effect, &effect->full, _("full year"), no_claim, ""};
  for (int y = 0; y < effect->year_count; y++) {
    const struct year_effect *year = &effect->years[y];
    struct claimed claimed = claim_standing(scenario, effect->measure, year->year);
    const char *verdict = verdict_name(measure_verdict(scenario, effect, year));
    bool whole = of_whole_year(&claimed);
    const char *name = fiscal_year_name(arena, year->year);
    add_worth(table, &(struct worth_line){effect, year, name, whole ? no_claim : claimed, whole ? "" : verdict});
    if (whole) {
      full.claimed = claimed;
      full.verdict = verdict;
    }
  }
  add_worth(table, &full);
  *headings = worth_headings;
  return table;
}

// ---------------------------------------------------------------- from the claim to what is found

static const struct field_column bridge_columns[] = {
    {"step", FIELD_TEXT, 0}, {"kept_kr", FIELD_KR, 0}, {"adjusted_kr", FIELD_KR, 0}};
static const char *const bridge_headings[] = {N_("Step"), N_("Kept"), N_("Adjusted")};

static void make_bridges(struct arena *arena, const struct explained *asked, struct bridge bridges[POSITIONS_ANSWERS]) {
  const struct scenario *scenario = asked->audit->scenario;
  const struct measure_effect *effect = effect_of(asked);
  const struct year_effect *year = overview_year(asked->audit, effect);
  struct claimed claimed = claim_standing(scenario, effect->measure, year->year);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    struct bridge_question question = {scenario, effect, year, claimed.basis == CLAIM_FULL_YEAR, (enum positions)p};
    bridges[p] = bridge_make(arena, &question);
  }
}

static bool arises(const struct bridge bridges[POSITIONS_ANSWERS], int positions, int step) {
  return bridge_step_arises(&bridges[positions], (enum bridge_step)step);
}

static const char *step_label(struct arena *arena, int step) {
  return label_of(arena, "step", bridge_step_name((enum bridge_step)step));
}

struct result_table *explain_bridge(struct arena *arena, const struct explained *asked, const char *const **headings) {
  struct result_table *table = result_table_new(arena, "bridge", COLUMNS(bridge_columns));
  struct bridge bridges[POSITIONS_ANSWERS];
  make_bridges(arena, asked, bridges);
  for (int step = 0; step < BRIDGE_STEPS; step++) {
    if (!arises(bridges, POSITIONS_KEPT, step) && !arises(bridges, POSITIONS_ADJUSTED, step))
      continue;
    result_text(table, step_label(arena, step));
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      result_number(table, arises(bridges, p, step) ? bridges[p].lines[step].ore : FIELD_BLANK);
  }
  *headings = bridge_headings;
  return table;
}

const char *const *explain_bridge_reasons(struct arena *arena, const struct explained *asked, size_t *count) {
  const char **reasons = NULL;
  size_t room = 0;
  struct bridge bridges[POSITIONS_ANSWERS];
  *count = 0;
  make_bridges(arena, asked, bridges);
  for (int step = 0; step < BRIDGE_STEPS; step++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      const char *reason = bridges[p].lines[step].reason, *other = bridges[!p].lines[step].reason;
      bool same = reason && other && !strcmp(reason, other);
      if (!reason || bridge_step_is_total((enum bridge_step)step) || (same && p))
        continue;
      const char **told = arena_push(arena, &reasons, count, &room, sizeof *told);
      const char *answer = label_of(arena, "positions", positions_name((enum positions)p));
      *told = same ? arena_printf(arena, "- %s: %s.", step_label(arena, step), reason)
                   : arena_printf(arena, "- %s (%s): %s.", step_label(arena, step), answer, reason);
    }
  return reasons;
}

// ---------------------------------------------------------------- all measures

static const struct field_column measure_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"kept_kr", FIELD_KR, 0},
    {"adjusted_kr", FIELD_KR, 0},
    {"compliant_kept_kr", FIELD_KR, 0},
    {"compliant_adjusted_kr", FIELD_KR, 0},
    {"class_short", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
};
static const char *const measure_headings[] = {
    N_("Measure"),  N_("Kept"),           N_("Adjusted"), N_("Norm kept: kept"),
    N_("adjusted"), N_("Type of saving"), N_("Title")};

struct result_table *explain_measures(struct arena *arena, const struct explained *asked,
                                      const char *const **headings) {
  struct result_table *table = result_table_new(arena, "measures", COLUMNS(measure_columns));
  for (size_t m = 0; m < asked->audit->measure_count; m++) {
    const struct measure_effect *effect = &asked->audit->measures[m];
    result_text(table, measure_of(asked, m)->measure);
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      result_number(table, effect->testable ? effect_ore(&effect->full.answers[p]) : FIELD_BLANK);
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      result_number(table, effect->testable && norm_can_be_kept(&effect->full, p)
                               ? effect_ore(&effect->full.compliant[p])
                               : FIELD_BLANK);
    result_text(table, saving_class_name(measure_class(asked->audit->scenario, effect)));
    result_text(table, measure_of(asked, m)->title);
  }
  *headings = measure_headings;
  return table;
}

// ---------------------------------------------------------------- findings

static const struct field_column finding_columns[] = {
    {"positions", FIELD_CODE, 0},   {"unit", FIELD_CODE, 0},
    {"what", FIELD_CODE, 0},        {"limit", FIELD_DECIMAL, 2},
    {"measured", FIELD_DECIMAL, 2}, {"counted_in", FIELD_CODE, 0},
    {"breaches", FIELD_INTEGER, 0}, {"person_hours_short", FIELD_DECIMAL, 1},
    {"first_date", FIELD_DATE, 0},  {"finding", FIELD_CODE, 0},
};
static const char *const finding_headings[] = {N_("Positions"), N_("Unit"),  N_("What"),  N_("Limit"),
                                               N_("Value"),     N_("In"),    N_("Times"), N_("Hours short"),
                                               N_("First"),     N_("Status")};

enum explain_part explain_part_of(const struct finding *finding) {
  if (!strcmp(finding->rule, RULE_NORM_PLANNED) || !strcmp(finding->rule, RULE_NORM_LOWERED))
    return EXPLAIN_NORMS;
  return strcmp(finding->rule, RULE_COVER) ? EXPLAIN_RULES : EXPLAIN_COVER;
}

bool explain_is_asked(const struct explained *asked, const struct finding *finding, enum explain_part part) {
  return finding->measure == asked->measure && finding->year == asked->year && explain_part_of(finding) == part;
}

// The subject of a finding: "night 22:00–07:30: nurse", or the rule.
const char *explain_subject(struct arena *arena, const struct tables *tables, const struct finding *finding) {
  if (explain_part_of(finding) == EXPLAIN_RULES)
    return label_of(arena, "rule", finding->rule);
  const char *unit = unit_rows(tables)[finding->unit].unit;
  const char *window = finding->window ? title_of_window(arena, tables, unit, finding->window) : "";
  if (finding->level == NOT_GIVEN)
    return window;
  const char *level = title_of_category(tables, category_rows(tables)[finding->level].category);
  return arena_printf(arena, "%s%s%s", window, *window ? ": " : "", level);
}

static int64_t two_digits(int64_t milli) { return milli == NOT_GIVEN ? FIELD_BLANK : fixed_divide(milli, 10); }

static void add_finding(struct result_table *table, const struct tables *tables, const struct finding *finding) {
  result_text(table, finding_positions_name(finding->positions));
  result_text(table, title_of_unit(tables, unit_rows(tables)[finding->unit].unit));
  result_text(table, explain_subject(table->arena, tables, finding));
  result_number(table, two_digits(finding->limit_milli));
  result_number(table, two_digits(finding->value_milli));
  result_text(table, finding->counted_in);
  result_number(table, finding->breaches ? finding->breaches : FIELD_BLANK);
  result_number(table, finding->breaches ? tenths(finding->person_h_short) : FIELD_BLANK);
  result_number(table, date_or_blank(finding->first_day));
  result_text(table, finding_status_name(finding->status));
}

// Is it shown when not everything is requested?
static bool is_remarkable(const struct finding *finding) {
  switch (explain_part_of(finding)) {
  case EXPLAIN_NORMS:
    return finding->status != FINDING_KEPT;
  case EXPLAIN_RULES:
    return finding->status == FINDING_BROKEN;
  default:
    return true;
  }
}

bool explain_is_told(const struct explained *asked, const struct finding *finding, enum explain_part part) {
  return explain_is_asked(asked, finding, part) && (asked->in_full || is_remarkable(finding));
}

struct result_table *explain_findings(struct arena *arena, const struct explained *asked, enum explain_part part,
                                      const char *const **headings) {
  struct result_table *table = result_table_new(arena, "findings", COLUMNS(finding_columns));
  for (size_t i = 0; i < asked->audit->finding_count; i++) {
    const struct finding *finding = &asked->audit->findings[i];
    if (explain_is_told(asked, finding, part))
      add_finding(table, &asked->audit->scenario->tables, finding);
  }
  *headings = finding_headings;
  return table;
}

// How serious a status is: of units and answers the worst is shown.
static const int illness[FINDING_STATUSES] = {[FINDING_BOUNDED] = 1, [FINDING_NEEDS_ROTA] = 2, [FINDING_BROKEN] = 3};

static enum finding_status worst_status(const struct explained *asked, const char *rule) {
  enum finding_status worst = FINDING_KEPT;
  for (size_t i = 0; i < asked->audit->finding_count; i++) {
    const struct finding *finding = &asked->audit->findings[i];
    if (explain_is_asked(asked, finding, EXPLAIN_RULES) && !strcmp(finding->rule, rule) &&
        illness[finding->status] > illness[worst])
      worst = finding->status;
  }
  return worst;
}

const char *explain_rules(struct arena *arena, const struct explained *asked, enum finding_status worst) {
  const char *list = "";
  for (size_t i = 0; i < asked->audit->finding_count; i++) {
    const struct finding *finding = &asked->audit->findings[i];
    if (!explain_is_asked(asked, finding, EXPLAIN_RULES) || worst_status(asked, finding->rule) != worst)
      continue;
    bool told = false;
    for (size_t j = 0; j < i && !told; j++)
      told = explain_is_asked(asked, &asked->audit->findings[j], EXPLAIN_RULES) &&
             !strcmp(asked->audit->findings[j].rule, finding->rule);
    if (!told)
      list = arena_printf(arena, "%s%s%s", list, *list ? ", " : "", label_of(arena, "rule", finding->rule));
  }
  return list;
}

// ---------------------------------------------------------------- reasons

static const struct field_column reason_columns[] = {
    {"positions", FIELD_CODE, 0}, {"unit", FIELD_CODE, 0},       {"saving_kr", FIELD_KR, 0},
    {"weeks", FIELD_INTEGER, 0},  {"first_date", FIELD_DATE, 0}, {"last_date", FIELD_DATE, 0},
    {"holds", FIELD_CODE, 0},     {"easing", FIELD_CODE, 0},
};
static const char *const reason_headings[] = {N_("Positions"), N_("Unit"), N_("Saves kr"),  N_("Weeks"),
                                              N_("First"),     N_("Last"), N_("Holds for"), N_("Step")};
static const struct field_column mending_columns[] = {
    {"positions", FIELD_CODE, 0},  {"unit", FIELD_CODE, 0},      {"mended_h", FIELD_DECIMAL, 1},
    {"left_h", FIELD_DECIMAL, 1},  {"cost_kr", FIELD_KR, 0},     {"weeks", FIELD_INTEGER, 0},
    {"first_date", FIELD_DATE, 0}, {"last_date", FIELD_DATE, 0}, {"easing", FIELD_CODE, 0},
};
static const char *const mending_headings[] = {N_("Positions"),  N_("Unit"),     N_("Hours filled"),
                                               N_("Hours left"), N_("Costs kr"), N_("Weeks"),
                                               N_("First"),      N_("Last"),     N_("Step")};

static void add_reason(struct result_table *table, const struct tables *tables, const struct reason *reason,
                       bool mending) {
  int64_t saving_ore = fixed_round(reason->saving_kr * ORE_PER_KR);
  result_text(table, positions_name(reason->positions));
  result_text(table, title_of_unit(tables, unit_rows(tables)[reason->unit].unit));
  if (mending) {
    result_number(table, tenths(reason->mended_h));
    result_number(table, tenths(reason->left_h));
  }
  result_number(table, mending ? -saving_ore : saving_ore);
  result_number(table, reason->weeks);
  result_number(table, date_or_blank(reason->first_day));
  result_number(table, date_or_blank(reason->last_day));
  if (!mending)
    result_text(table, reason->kind == REASON_BOUND ? _("more steps too") : _("this step"));
  result_text(table, reason->words);
}

struct result_table *explain_reasons(struct arena *arena, const struct explained *asked, bool mending,
                                     const char *const **headings) {
  struct result_table *table = mending ? result_table_new(arena, "mending", COLUMNS(mending_columns))
                                       : result_table_new(arena, "reasons", COLUMNS(reason_columns));
  for (size_t i = 0; i < asked->audit->reason_count; i++) {
    const struct reason *reason = &asked->audit->reasons[i];
    if (reason->measure == asked->measure && (reason->kind == REASON_MENDED) == mending)
      add_reason(table, &asked->audit->scenario->tables, reason, mending);
  }
  *headings = mending ? mending_headings : reason_headings;
  return table;
}
