// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/together.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/language.h"
#include "report/terminal.h"

static const char *basis_of(struct period period) { return period.full ? "full_year" : "in_year"; }

static const struct field_column together_columns[] = {
    {"year", FIELD_INTEGER, 0},
    {"basis", FIELD_CODE, 0},
    {"positions", FIELD_CODE, 0},
    {"order", FIELD_INTEGER, 0},
    {"measure", FIELD_CODE, 0},
    {"start", FIELD_DATE, 0},
    {"single_kr", FIELD_KR, 0},
    {"in_order_kr", FIELD_KR, 0},
    {"last_kr", FIELD_KR, 0},
    {"counted_twice_kr", FIELD_KR, 0},
    {"counted_twice_with", FIELD_TEXT, 0},
    {"joint_kr", FIELD_KR, 0},
    {"reason", FIELD_TEXT, 0},
};

static void add_line(struct result_table *table, const struct tables *tables, const struct together_line *line) {
  const struct measure_row *measure = &measure_rows(tables)[line->measure];
  bool out = line->left_out;
  result_number(table, line->period.year);
  result_text(table, basis_of(line->period));
  result_text(table, positions_name(line->positions));
  result_number(table, out ? FIELD_BLANK : line->order);
  result_text(table, measure->measure);
  result_number(table, measure->start);
  result_number(table, out ? FIELD_BLANK : line->single_ore);
  result_number(table, out ? FIELD_BLANK : line->in_order_ore);
  result_number(table, out ? FIELD_BLANK : line->last_ore);
  result_number(table, out ? FIELD_BLANK : line->single_ore - line->in_order_ore);
  result_text(table, line->with);
  result_number(table, out ? FIELD_BLANK : line->joint_ore);
  result_text(table, line->left_out);
}

struct result_table *together_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "together", COLUMNS(together_columns));
  for (size_t i = 0; i < audit->together->line_count; i++)
    add_line(table, &audit->scenario->tables, &audit->together->lines[i]);
  return table;
}

static const struct field_column joint_columns[] = {
    {"year", FIELD_INTEGER, 0},  {"basis", FIELD_CODE, 0},          {"positions", FIELD_CODE, 0},
    {"of", FIELD_CODE, 0},       {"measures", FIELD_INTEGER, 0},    {"singles_kr", FIELD_KR, 0},
    {"joint_kr", FIELD_KR, 0},   {"counted_twice_kr", FIELD_KR, 0}, {"claimed_kr", FIELD_KR, 0},
    {"printed_kr", FIELD_KR, 0}, {"target_kr", FIELD_KR, 0},        {"joint_above_target_kr", FIELD_KR, 0},
};

int64_t claims_by_year(const struct scenario *scenario, int year) {
  const struct tables *tables = &scenario->tables;
  bool adds = settings_of(tables)->claims_are == CLAIMS_INCREMENTAL;
  int64_t sum = 0;
  for (size_t i = 0; i < row_count(tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(tables)[i];
    bool counts = adds ? claim->year <= year : claim->year == year;
    if (claim->measure != NOT_GIVEN && counts && claim->amount_ore != NOT_GIVEN &&
        measure_rows(tables)[claim->measure].in_target == YES)
      sum += claim->amount_ore;
  }
  return sum;
}

int64_t printed_by_year(const struct scenario *scenario, int year) {
  const struct tables *tables = &scenario->tables;
  bool adds = settings_of(tables)->claims_are == CLAIMS_INCREMENTAL;
  int64_t sum = FIELD_BLANK;
  for (size_t i = 0; i < row_count(tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(tables)[i];
    if (claim->measure != NOT_GIVEN || claim->amount_ore == NOT_GIVEN || claim->year > year ||
        (!adds && claim->year != year))
      continue;
    sum = (sum == FIELD_BLANK ? 0 : sum) + claim->amount_ore;
  }
  return sum;
}

// Claims, printed sums and the target speak of the measures that count towards the target only.
static void add_beside(struct result_table *table, const struct scenario *scenario, const struct joint_line *line) {
  int64_t target = settings_of(&scenario->tables)->target_ore;
  bool beside = line->target_only;
  result_number(table, beside ? claims_by_year(scenario, line->period.year) : FIELD_BLANK);
  result_number(table, beside ? printed_by_year(scenario, line->period.year) : FIELD_BLANK);
  result_number(table, beside ? target : FIELD_BLANK);
  result_number(table, beside && target != NOT_GIVEN ? line->joint_ore - target : FIELD_BLANK);
}

struct result_table *joint_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "joint", COLUMNS(joint_columns));
  for (size_t i = 0; i < audit->together->joint_count; i++) {
    const struct joint_line *line = &audit->together->joints[i];
    result_number(table, line->period.year);
    result_text(table, basis_of(line->period));
    result_text(table, positions_name(line->positions));
    result_text(table, line->target_only ? "target" : "all");
    result_number(table, (int64_t)line->measure_count);
    result_number(table, line->singles_ore);
    result_number(table, line->joint_ore);
    result_number(table, line->singles_ore - line->joint_ore);
    add_beside(table, audit->scenario, line);
  }
  return table;
}

// ---------------------------------------------------------------- in sentences

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

struct sentence {
  struct arena *arena;
  const struct audit *audit;
  int width;
  FILE *to;
};

static void __attribute__((format(printf, 2, 3))) say(const struct sentence *s, const char *format, ...) {
  va_list arguments;
  char *text = NULL;
  va_start(arguments, format);
  if (vasprintf(&text, format, arguments) < 0)
    abort();
  va_end(arguments);
  terminal_print_text(text, s->width, s->to);
  free(text);
}

static const char *kr(const struct sentence *s, int64_t ore) { return terminal_kr(s->arena, ore); }

static void print_period(const struct sentence *s, struct period period) {
  const struct joint_line *kept = joint_of(s->audit->together, period, POSITIONS_KEPT, false);
  const struct joint_line *adjusted = joint_of(s->audit->together, period, POSITIONS_ADJUSTED, false);
  if (!kept || !adjusted)
    return;
  const char *form = period.full
                         ? _("All measures together (%zu) in a full year (%d): kept %s kr, adjusted %s kr; counted "
                             "twice in the sums of single effects: %s and %s kr.\n")
                         : _("All measures together (%zu) in %d: kept %s kr, adjusted %s kr; counted twice in the "
                             "sums of single effects: %s and %s kr.\n");
  say(s, form, kept->measure_count, period.year, kr(s, kept->joint_ore), kr(s, adjusted->joint_ore),
      kr(s, kept->singles_ore - kept->joint_ore), kr(s, adjusted->singles_ore - adjusted->joint_ore));
}

static void print_target(const struct sentence *s, struct period period) {
  int64_t target = settings_of(&s->audit->scenario->tables)->target_ore;
  const struct joint_line *kept = joint_of(s->audit->together, period, POSITIONS_KEPT, true);
  const struct joint_line *adjusted = joint_of(s->audit->together, period, POSITIONS_ADJUSTED, true);
  if (target == NOT_GIVEN || !kept || !adjusted)
    return;
  int64_t claimed = claims_by_year(s->audit->scenario, period.year);
  say(s,
      _("Towards the target of %s kr in %d: claimed %s kr, modelled together %s kr with positions kept and %s kr "
        "adjusted.\n"),
      kr(s, target), period.year, kr(s, claimed), kr(s, kept->joint_ore), kr(s, adjusted->joint_ore));
}

static void print_left_out(const struct sentence *s, struct period period) {
  for (size_t i = 0; i < s->audit->together->line_count; i++) {
    const struct together_line *line = &s->audit->together->lines[i];
    const struct measure_effect *effect = &s->audit->measures[line->measure];
    bool shown = line->period.year == period.year && !line->period.full && line->positions == POSITIONS_KEPT;
    if (line->left_out && shown && effect->testable && !effect->given_up)
      say(s, _("Not in these: %s, %s.\n"), measure_rows(&s->audit->scenario->tables)[line->measure].measure,
          terminal_text(s->arena, line->left_out));
  }
}

void together_print(struct arena *arena, const struct audit *audit, int width, FILE *to) {
  struct sentence s = {arena, audit, width, to};
  struct period last = {(int)settings_of(&audit->scenario->tables)->last_year, false};
  if (!audit->together->joint_count)
    return;
  print_period(&s, last);
  print_period(&s, audit->together->joints[audit->together->joint_count - 1].period);
  print_target(&s, last);
  print_left_out(&s, last);
}
