// SPDX-License-Identifier: GPL-3.0-or-later
// What the measures come to: by their kind, beside the printed sums and the target, and all at once.
#include "base/language.h"
#include "report/summary.h"
#include "report/together.h"

static int64_t printed_sum(const struct summary *s, int year) {
  for (size_t i = 0; i < row_count(s->tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(s->tables)[i];
    if (claim->measure == NOT_GIVEN && claim->year == year)
      return claim->amount_ore;
  }
  return NOT_GIVEN;
}

// Claims of the year as printed, of the measures that count towards the target.
static int64_t rows_sum(const struct summary *s, int year) {
  int64_t sum = 0;
  for (size_t i = 0; i < row_count(s->tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(s->tables)[i];
    if (claim->measure != NOT_GIVEN && claim->year == year && claim->amount_ore != NOT_GIVEN &&
        measure_rows(s->tables)[claim->measure].in_target == YES)
      sum += claim->amount_ore;
  }
  return sum;
}

static void print_against_target(const struct summary *s, int64_t total) {
  int64_t over = total - s->settings->target_ore;
  bool adds = s->settings->claims_are == CLAIMS_INCREMENTAL;
  const char *format = over < 0 ? adds ? _("Together %s kr, which is %s kr short of the target of %s kr.\n")
                                       : _("By the last year %s kr, which is %s kr short of the target of %s kr.\n")
                       : adds ? _("Together %s kr, which is %s kr over the target of %s kr.\n")
                                : _("By the last year %s kr, which is %s kr over the target of %s kr.\n");
  terminal_say(s->out, format, summary_kr(s, total), summary_kr(s, over < 0 ? -over : over),
               summary_kr(s, s->settings->target_ore));
}

static void print_printed_sums(const struct summary *s) {
  int64_t total = 0;
  for (int year = (int)s->settings->first_year; year <= s->settings->last_year; year++) {
    int64_t printed = printed_sum(s, year), rows = rows_sum(s, year);
    total = s->settings->claims_are == CLAIMS_INCREMENTAL ? total + rows : rows;
    if (printed == NOT_GIVEN)
      terminal_say(s->out, _("Claimed %d: the rows add up to %s kr.\n"), year, summary_kr(s, rows));
    else if (printed == rows)
      terminal_say(s->out, _("Claimed %d: the rows add up to %s kr, as printed.\n"), year, summary_kr(s, rows));
    else
      terminal_say(s->out, _("Claimed %d: the rows add up to %s kr, but %s is printed: %s kr off.\n"), year,
                   summary_kr(s, rows), summary_kr(s, printed), summary_kr(s, rows - printed));
  }
  if (s->settings->target_ore == NOT_GIVEN)
    return;
  print_against_target(s, total);
}

struct part { // of the sums: which measures belong
  const char *title;
  bool (*holds)(const struct summary *s, const struct measure_effect *effect);
};

static const struct measure_row *row_of(const struct summary *s, const struct measure_effect *effect) {
  return &measure_rows(s->tables)[effect->measure];
}
static bool in_target(const struct summary *s, const struct measure_effect *effect) {
  return row_of(s, effect)->in_target == YES;
}
static bool is_rota(const struct summary *s, const struct measure_effect *effect) {
  return in_target(s, effect) && effect->testable && !effect->arithmetic && !effect->given_up;
}
static bool is_income(const struct summary *s, const struct measure_effect *effect) {
  return in_target(s, effect) && row_of(s, effect)->nature == NATURE_INCOME;
}
static bool is_amount(const struct summary *s, const struct measure_effect *effect) {
  return in_target(s, effect) && effect->arithmetic && !effect->given_up && !is_income(s, effect);
}
static bool is_untestable(const struct summary *s, const struct measure_effect *effect) {
  return in_target(s, effect) && !effect->testable;
}
static bool is_given_up(const struct summary *s, const struct measure_effect *effect) {
  return in_target(s, effect) && effect->given_up;
}
static bool is_earlier(const struct summary *s, const struct measure_effect *effect) {
  int64_t start = row_of(s, effect)->start;
  return in_target(s, effect) && start != NOT_GIVEN && date_from_day((day_number)start).year < s->settings->first_year;
}
static bool is_outside(const struct summary *s, const struct measure_effect *effect) { return !in_target(s, effect); }

static const struct part parts[] = {
    {N_("towards the target"), in_target},
    {N_("  modelled (rota, need, positions)"), is_rota},
    {N_("  amounts, arithmetic only"), is_amount},
    {N_("  income, arithmetic only"), is_income},
    {N_("  not testable"), is_untestable},
    {N_("  given up"), is_given_up},
    {N_("  of all these, in force before the first year"), is_earlier},
    {N_("outside the target"), is_outside},
};

static const struct field_column part_columns[] = {
    {"measures", FIELD_TEXT, 0},      {"count", FIELD_INTEGER, 0},          {"claimed by last year", FIELD_KR, 0},
    {"kept, last year", FIELD_KR, 0}, {"adjusted, last year", FIELD_KR, 0},
};

static void add_part(const struct summary *s, struct result_table *table, const struct part *part) {
  int64_t count = 0, claimed = 0, answers[POSITIONS_ANSWERS] = {0};
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    const struct measure_effect *effect = &s->audit->measures[m];
    if (!part->holds(s, effect))
      continue;
    const struct year_effect *last = &effect->years[effect->year_count - 1];
    struct claimed standing = claim_standing(s->audit->scenario, m, last->year);
    count++;
    claimed += standing.amount_ore == NOT_GIVEN ? 0 : standing.amount_ore;
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      answers[p] += effect_ore(&last->answers[p]);
  }
  if (!count)
    return;
  result_text(table, _(part->title));
  result_number(table, count);
  result_number(table, claimed);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    result_number(table, answers[p]);
}

static void print_parts(const struct summary *s) {
  const char *last = arena_printf(s->arena, "%lld", (long long)s->settings->last_year);
  const char *headings[] = {N_("Measures"), N_("Count"), arena_printf(s->arena, _("Claimed by %s"), last),
                            arena_printf(s->arena, _("Kept %s"), last), arena_printf(s->arena, _("Adjusted %s"), last)};
  struct result_table *table =
      result_table_new(s->arena, "parts", part_columns, sizeof part_columns / sizeof *part_columns);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    add_part(s, table, &parts[i]);
  fputc('\n', s->out->to);
  summary_print_table(s, table, headings);
  terminal_say(s->out, "%s", _("Each measure for itself; what two measures count twice is still in these sums.\n"));
}

static const struct joint_line *joint_of(const struct together *together, struct period period,
                                         enum positions positions, bool target_only) {
  for (size_t i = 0; i < together->joint_count; i++) {
    const struct joint_line *line = &together->joints[i];
    if (line->period.year == period.year && line->period.full == period.full && line->positions == positions &&
        line->target_only == target_only)
      return line;
  }
  return NULL;
}

static void print_period(const struct summary *s, struct period period) {
  const struct joint_line *kept = joint_of(s->audit->together, period, POSITIONS_KEPT, false);
  const struct joint_line *adjusted = joint_of(s->audit->together, period, POSITIONS_ADJUSTED, false);
  if (!kept || !adjusted)
    return;
  const char *form = period.full
                         ? _("All measures together (%zu) in a full year (%d): kept %s kr, adjusted %s kr; counted "
                             "twice in the sums of single effects: %s and %s kr.\n")
                         : _("All measures together (%zu) in %d: kept %s kr, adjusted %s kr; counted twice in the "
                             "sums of single effects: %s and %s kr.\n");
  terminal_say(s->out, form, kept->measure_count, period.year, summary_kr(s, kept->joint_ore),
               summary_kr(s, adjusted->joint_ore), summary_kr(s, kept->singles_ore - kept->joint_ore),
               summary_kr(s, adjusted->singles_ore - adjusted->joint_ore));
}

static void print_target(const struct summary *s, struct period period) {
  int64_t target = settings_of(&s->audit->scenario->tables)->target_ore;
  const struct joint_line *kept = joint_of(s->audit->together, period, POSITIONS_KEPT, true);
  const struct joint_line *adjusted = joint_of(s->audit->together, period, POSITIONS_ADJUSTED, true);
  if (target == NOT_GIVEN || !kept || !adjusted)
    return;
  int64_t claimed = claims_by_year(s->audit->scenario, period.year);
  terminal_say(
      s->out,
      _("Towards the target of %s kr in %d: claimed %s kr, modelled together %s kr with positions kept and %s kr "
        "adjusted.\n"),
      summary_kr(s, target), period.year, summary_kr(s, claimed), summary_kr(s, kept->joint_ore),
      summary_kr(s, adjusted->joint_ore));
}

static void print_left_out(const struct summary *s, struct period period) {
  for (size_t i = 0; i < s->audit->together->line_count; i++) {
    const struct together_line *line = &s->audit->together->lines[i];
    const struct measure_effect *effect = &s->audit->measures[line->measure];
    bool shown = line->period.year == period.year && !line->period.full && line->positions == POSITIONS_KEPT;
    if (line->left_out && shown && effect->testable && !effect->given_up)
      terminal_say(s->out, _("Not in these: %s, %s.\n"),
                   measure_rows(&s->audit->scenario->tables)[line->measure].measure,
                   terminal_text(s->arena, line->left_out));
  }
}

static void print_together(const struct summary *s) {
  struct period last = {(int)s->settings->last_year, false};
  if (!s->audit->together->joint_count)
    return;
  print_period(s, last);
  print_period(s, s->audit->together->joints[s->audit->together->joint_count - 1].period);
  print_target(s, last);
  print_left_out(s, last);
}

void summary_print_sums(const struct summary *s) {
  print_parts(s);
  if (row_count(s->tables, TABLE_CLAIMS))
    print_printed_sums(s);
  print_together(s);
}
