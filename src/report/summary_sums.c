// SPDX-License-Identifier: GPL-3.0-or-later
// What the measures add up to: by kind, beside the printed sums and the target, and all together.
#include "audit/sums.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/columns.h"
#include "report/headline.h"
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
        measure_rows(s->tables)[claim->measure].in_target == YES && sums_count(s->audit, (size_t)claim->measure))
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

// A year's rows compared with the sum printed below them: a difference is a warning.
static void print_printed(const struct summary *s, int year, int64_t printed, int64_t rows, bool errors_alone) {
  if (printed != NOT_GIVEN && printed != rows)
    terminal_say(s->out, _("Claimed %s: the rows add up to %s kr, but %s is printed: %s kr off.\n"), YEAR_NAME(year),
                 summary_kr(s, rows), summary_kr(s, printed), summary_kr(s, rows - printed));
  else if (!errors_alone)
    terminal_say(s->out,
                 printed == NOT_GIVEN ? _("Claimed %s: the rows add up to %s kr.\n")
                                      : _("Claimed %s: the rows add up to %s kr, as printed.\n"),
                 YEAR_NAME(year), summary_kr(s, rows));
}

static int64_t print_every_printed(const struct summary *s, bool errors_alone) {
  int64_t total = 0;
  for (int year = (int)s->settings->first_year; year <= s->settings->last_year; year++) {
    int64_t printed = printed_sum(s, year), rows = rows_sum(s, year);
    if (printed == NOT_GIVEN && !rows)
      continue;
    total = s->settings->claims_are == CLAIMS_INCREMENTAL ? total + rows : rows;
    print_printed(s, year, printed, rows, errors_alone);
  }
  return total;
}

void summary_print_misprints(const struct summary *s) { print_every_printed(s, true); }

static void print_printed_sums(const struct summary *s) {
  int64_t total = print_every_printed(s, false);
  if (s->settings->target_ore != NOT_GIVEN && s->settings->target_for != TARGET_FOR_PLAN)
    print_against_target(s, total);
}

// ---------------------------------------------------------------- four sums and their total

static const struct field_column part_columns[] = {
    {"measures", FIELD_TEXT, 0},      {"count", FIELD_INTEGER, 0},          {"claimed by last year", FIELD_KR, 0},
    {"kept, last year", FIELD_KR, 0}, {"adjusted, last year", FIELD_KR, 0},
};

static void print_parts(const struct summary *s) {
  const char *last = fiscal_year_name(s->arena, (int)s->settings->last_year);
  const char *headings[] = {N_("Measures"), N_("Count"), arena_printf(s->arena, _("Claimed by %s"), last),
                            arena_printf(s->arena, _("Kept %s"), last), arena_printf(s->arena, _("Adjusted %s"), last)};
  const struct result_table *sums = sums_table(s->arena, s->audit);
  struct result_table *table =
      result_table_new(s->arena, "parts", part_columns, sizeof part_columns / sizeof *part_columns);
  for (size_t row = 0; row < result_row_count(sums); row++) {
    if (!result_number_of(sums, row, NUMBER_measures))
      continue;
    result_text(table,
                sum_title(s->arena, result_text_of(sums, row, TEXT_population), result_text_of(sums, row, TEXT_of)));
    result_number(table, result_number_of(sums, row, NUMBER_measures));
    result_number(table, result_number_of(sums, row, NUMBER_claimed_kr));
    result_number(table, result_number_of(sums, row, NUMBER_kept_kr));
    result_number(table, result_number_of(sums, row, NUMBER_adjusted_kr));
  }
  fputc('\n', s->out->to);
  summary_print_table(s, table, headings);
  terminal_say(s->out, "%s",
               _("All at once: what two measures count twice is in none of these. Outside the target: on top of those "
                 "towards it.\n"));
}

static void print_headline(const struct summary *s) {
  struct headline headline = headline_of(s->audit);
  const char *sentences[HEADLINE_SENTENCES];
  headline.by_code = true;
  headline_sentences(s->arena, &headline, sentences);
  for (int i = 0; i < HEADLINE_SENTENCES; i++)
    if (sentences[i])
      terminal_say(s->out, "%s\n", terminal_plain(s->arena, sentences[i]));
}

// Measures that are in no sum or have no effect, and why.
static void print_left_aside(const struct summary *s) {
  int64_t given_up = 0, earlier = 0, given_up_ore = 0, earlier_ore = 0;
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    const struct measure_row *row = &measure_rows(s->tables)[m];
    int64_t claimed_ore = claim_standing(s->audit->scenario, m, (int)s->settings->last_year).amount_ore;
    bool gone = s->audit->measures[m].given_up;
    bool before = row->start != NOT_GIVEN && fiscal_year_of((day_number)row->start) < s->settings->first_year;
    given_up += gone;
    earlier += before && !gone;
    given_up_ore += gone && claimed_ore != NOT_GIVEN ? claimed_ore : 0;
    earlier_ore += before && !gone && claimed_ore != NOT_GIVEN ? claimed_ore : 0;
  }
  if (given_up)
    terminal_say(s->out,
                 ngettext("%d measure is given up and brings nothing (claimed %s kr).\n",
                          "%d measures are given up and bring nothing (claimed %s kr).\n", (unsigned long)given_up),
                 (int)given_up, summary_kr(s, given_up_ore));
  if (earlier)
    terminal_say(s->out,
                 ngettext("%d measure was in force before %s (claimed %s kr).\n",
                          "%d measures were in force before %s (claimed %s kr).\n", (unsigned long)earlier),
                 (int)earlier, YEAR_NAME(s->settings->first_year), summary_kr(s, earlier_ore));
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

// For the measures put together, what is taken from the paper.
static int64_t taken_over_ore(const struct summary *s, struct period period) {
  int64_t ore = 0;
  for (size_t i = 0; i < s->audit->together->line_count; i++) {
    const struct together_line *line = &s->audit->together->lines[i];
    bool shown = line->period.year == period.year && line->period.full == period.full && line->order;
    if (shown && line->positions == POSITIONS_KEPT && s->audit->measures[line->measure].arithmetic)
      ore += line->single_ore;
  }
  return ore;
}

static void print_period(const struct summary *s, struct period period) {
  const struct joint_line *kept = joint_of(s->audit->together, period, POSITIONS_KEPT, false);
  const struct joint_line *adjusted = joint_of(s->audit->together, period, POSITIONS_ADJUSTED, false);
  if (!kept || !adjusted)
    return;
  int64_t taken_ore = taken_over_ore(s, period);
  const char *taken = taken_ore ? arena_printf(s->arena, _(", of which %s kr is taken from the paper and not checked"),
                                               summary_kr(s, taken_ore))
                                : "";
  const char *form = period.full
                         ? _("All measures together (%zu) in a full year (%s): kept %s kr, adjusted %s kr%s; "
                             "counted twice in the sums of single effects: %s and %s kr.\n")
                         : _("All measures together (%zu) in %s: kept %s kr, adjusted %s kr%s; counted twice in "
                             "the sums of single effects: %s and %s kr.\n");
  terminal_say(s->out, form, kept->measure_count, YEAR_NAME(period.year), summary_kr(s, kept->joint_ore),
               summary_kr(s, adjusted->joint_ore), taken, summary_kr(s, kept->singles_ore - kept->joint_ore),
               summary_kr(s, adjusted->singles_ore - adjusted->joint_ore));
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
  print_left_out(s, last);
}

void summary_print_sums(const struct summary *s) {
  print_parts(s);
  print_headline(s);
  print_left_aside(s);
  if (row_count(s->tables, TABLE_CLAIMS))
    print_printed_sums(s);
  print_together(s);
}
