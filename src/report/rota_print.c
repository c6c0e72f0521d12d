// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <string.h>

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/rota_print_parts.h"
#include "scenario/called.h"

enum { LABEL_WIDTH = 24, WEEK_GAP = 3, WIDE = 1000, BREACHES_TOLD = 12, CELLS_OF_WEEK = 8 };

static const char *clock_text(struct arena *arena, int minutes) {
  int of_day = (minutes % 1440 + 1440) % 1440;
  return arena_printf(arena, "%02d:%02d", of_day / 60, of_day % 60);
}

// ---------------------------------------------------------------- head

static const char *unit_title(const struct rota_printing *p) {
  const struct unit_row *unit = &unit_rows(&p->scenario->tables)[p->of->unit];
  return terminal_text(p->arena, unit->title ? unit->title : unit->unit);
}

static const char *what_rota(const struct rota_printing *p) {
  if (p->of->given)
    return tables_called(p->arena, &p->scenario->tables, _("the rota of rota.csv"));
  if (p->of->measure == NOT_GIVEN)
    return _("a base rota for today's need and people");
  return arena_printf(p->arena, _("a base rota with the measure %s"),
                      measure_rows(&p->scenario->tables)[p->of->measure].measure);
}

static const char *weeks_text(const struct rota_printing *p) {
  const struct base_rota *base = p->of->base;
  const char *text = "";
  for (int i = 0; i < base->base_week_count; i++) {
    int from = base->base_weeks[i];
    while (i + 1 < base->base_week_count && base->base_weeks[i + 1] == base->base_weeks[i] + 1)
      i++;
    text = base->base_weeks[i] == from ? arena_printf(p->arena, "%s %d", text, from)
                                       : arena_printf(p->arena, "%s %d-%d", text, from, base->base_weeks[i]);
  }
  return text + (*text == ' ');
}

static void print_head(const struct rota_printing *p) {
  const struct base_rota *base = p->of->base;
  terminal_say(p->out, _("%s, %s: %s, %d weeks\n"), unit_title(p), YEAR_NAME(p->of->year), what_rota(p), base->weeks);
  if (base->base_week_count)
    terminal_say(p->out,
                 ngettext("It is for %d week of the year, which has no public holiday: week %s. ",
                          "It is for %d weeks of the year, which have no public holiday and want the same: weeks %s. ",
                          (unsigned long)base->base_week_count),
                 base->base_week_count, weeks_text(p));
  if (base->base_week_count)
    terminal_say(
        p->out,
        _("Weeks with public holidays, %d, are rostered apart. In weeks that want something else, %d, people work it "
          "all the same.\n"),
        base->holiday_week_count, base->other_week_count);
  for (size_t i = 0; i < base->note_count; i++)
    terminal_say(p->out, "%s\n", terminal_text(p->arena, base->notes[i]));
}

// ---------------------------------------------------------------- the grid

static void print_shifts(const struct rota_printing *p) {
  for (int s = 0; s < p->problem->shift_count; s++) {
    const struct rota_shift *shift = &p->problem->shifts[s];
    if (!shift->weekdays)
      continue;
    fprintf(p->out->to, "  %c  %s, %s-%s, %s\n", p->letters[s], terminal_text(p->arena, shift->title),
            clock_text(p->arena, shift->start_min), clock_text(p->arena, shift->end_min),
            arena_printf(p->arena, _("%s h paid"), rota_hours_text(p, shift->paid_min / 60.0)));
  }
  fprintf(p->out->to, "  .  %s\n", _("off"));
}

// A label cut or padded to its width, in character cells.
static void print_label(const struct rota_printing *p, const char *label) {
  size_t cells = 0;
  const char *at = label;
  while (*at && cells < LABEL_WIDTH - 1) {
    at++;
    while (((unsigned char)*at & 0xC0) == 0x80)
      at++;
    cells++;
  }
  fprintf(p->out->to, "%.*s%*s", (int)(at - label), label, (int)(LABEL_WIDTH - cells), "");
}

// The separator between days: nothing, a blank before the weekend, a bar before the next week.
static void print_gap(const struct rota_printing *p, int t) {
  if (t % 7 == SATURDAY)
    fputc(' ', p->out->to);
  else if (t % 7 == MONDAY && t / 7 > p->first)
    fputs(" | ", p->out->to);
}

static void print_cells(const struct rota_printing *p,
                        const char *(*cell)(const struct rota_printing *p, int row, int t), int row) {
  for (int t = 7 * p->first; t < 7 * p->last; t++) {
    const char *text = cell(p, row, t);
    print_gap(p, t);
    fprintf(p->out->to, "%*s%s", p->cell - (int)strlen(text), "", text);
  }
}

static const char *weekday_cell(const struct rota_printing *p, int row, int t) {
  (void)row;
  const char *letters = _("MTWTFSS");
  return arena_printf(p->arena, "%c", letters[t % 7]);
}

static const char *line_cell(const struct rota_printing *p, int line, int t) {
  int shift = p->rota->day[line * 7 * p->rota->weeks + t];
  return arena_printf(p->arena, "%c", shift == ROTA_OFF ? '.' : p->letters[shift]);
}

static void print_week_numbers(const struct rota_printing *p) {
  print_label(p, "");
  for (int w = p->first; w < p->last; w++) {
    const char *text = arena_printf(p->arena, _("week %d"), w + 1);
    int width = 7 * p->cell + 1 + (w + 1 < p->last ? WEEK_GAP : 0);
    fprintf(p->out->to, "%s%*s", text, width - (int)strlen(text) > 0 ? width - (int)strlen(text) : 1, "");
  }
  fputs("\n", p->out->to);
}

static void print_line(const struct rota_printing *p, int line) {
  struct rota_line_sums sums = rota_line_sums(p->problem, p->rota, line);
  print_label(p, arena_printf(p->arena, "%-4s %s", terminal_text(p->arena, p->of->codes[line]),
                              terminal_text(p->arena, p->problem->groups[p->rota->group_of[line]].group)));
  print_cells(p, line_cell, line);
  if (p->last == p->rota->weeks)
    fprintf(p->out->to, "  %7s %8d %7d", rota_hours_text(p, sums.paid_min / 60.0), sums.weekends, sums.nights);
  fputc('\n', p->out->to);
}

static void print_lines(const struct rota_printing *p) {
  print_week_numbers(p);
  print_label(p, _("Line and group"));
  print_cells(p, weekday_cell, 0);
  if (p->last == p->rota->weeks)
    fprintf(p->out->to, "  %7s %8s %7s", _("hours"), _("weekends"), _("nights"));
  fputc('\n', p->out->to);
  for (int line = 0; line < p->rota->line_count; line++)
    print_line(p, line);
}

// ---------------------------------------------------------------- the cover under it

// Level and interval of a row as one number.
static const char *duty_cell(const struct rota_printing *p, int row, int t) {
  int persons = rota_on_duty(p->problem, p->rota, row / p->problem->level_count, row % p->problem->level_count, t);
  return arena_printf(p->arena, "%d", persons);
}

static int64_t need_up(const struct rota_printing *p, int row, int t) {
  int64_t milli = rota_need_milli(p->problem, row / p->problem->level_count, row % p->problem->level_count, t);
  return (milli + MILLI - 1) / MILLI;
}

static const char *need_cell(const struct rota_printing *p, int row, int t) {
  return arena_printf(p->arena, "%d", (int)need_up(p, row, t));
}

static bool is_short(const struct rota_printing *p, int row, int t) {
  int i = row / p->problem->level_count, l = row % p->problem->level_count;
  return rota_on_duty(p->problem, p->rota, i, l, t) * (int64_t)MILLI < rota_need_milli(p->problem, i, l, t);
}

static const char *short_cell(const struct rota_printing *p, int row, int t) { return is_short(p, row, t) ? "!" : " "; }

static bool any_short(const struct rota_printing *p, int row) {
  for (int t = 7 * p->first; t < 7 * p->last; t++)
    if (is_short(p, row, t))
      return true;
  return false;
}

// The category of the lowest rank at the level: "skilled or higher".
static const char *level_text(const struct rota_printing *p, int l) {
  const struct tables *tables = &p->scenario->tables;
  int64_t level = p->of->base->year->frame->levels[l];
  for (size_t c = 0; c < row_count(tables, TABLE_CATEGORIES); c++)
    if (category_rows(tables)[c].level == level)
      return terminal_text(p->arena, category_rows(tables)[c].category);
  return "";
}

static void print_row(const struct rota_printing *p, const char *label,
                      const char *(*cell)(const struct rota_printing *, int, int), int row) {
  print_label(p, label);
  print_cells(p, cell, row);
  fputc('\n', p->out->to);
}

static void print_cover(const struct rota_printing *p) {
  int count;
  const struct rota_window *windows = rota_windows(p->arena, p->problem, &count);
  fprintf(p->out->to, "%s\n", _("On duty at the least of the window, of the level or a higher one"));
  for (int w = 0; w < count; w++) {
    int row = windows[w].interval * p->problem->level_count + windows[w].level;
    print_row(p,
              arena_printf(p->arena, "%s-%s %s", clock_text(p->arena, windows[w].from_min),
                           clock_text(p->arena, windows[w].to_min), level_text(p, windows[w].level)),
              duty_cell, row);
    print_row(p, _("  of need"), need_cell, row);
    if (any_short(p, row))
      print_row(p, _("  ! too few"), short_cell, row);
  }
}

static void widen_cells(struct rota_printing *p) {
  p->cell = 1;
  for (int row = 0; row < p->problem->interval_count * p->problem->level_count; row++)
    for (int t = 0; t < 7 * p->rota->weeks; t++)
      if (need_up(p, row, t) > 9 || strlen(duty_cell(p, row, t)) > 1)
        p->cell = 3;
}

// As many weeks side by side as fit.
static void print_grid(struct rota_printing *p) {
  widen_cells(p);
  int room = p->out->width > 0 ? p->out->width - LABEL_WIDTH - 27 : WIDE, week = 7 * p->cell + 1 + WEEK_GAP;
  int weeks = room / week > 0 ? room / week : 1;
  for (p->first = 0; p->first < p->rota->weeks; p->first = p->last) {
    p->last = p->first + weeks < p->rota->weeks ? p->first + weeks : p->rota->weeks;
    fputc('\n', p->out->to);
    print_lines(p);
    fputc('\n', p->out->to);
    print_cover(p);
  }
}

// ---------------------------------------------------------------- what it is good by

static void print_quality(const struct rota_printing *p) {
  const struct rota_measure *m = &p->of->measured;
  terminal_say(p->out,
               _("\nIn %d weeks %s person-hours of need are left to others, at about %s kr; %s contract hours have no "
                 "shift. Absence is not in these hours.\n"),
               p->rota->weeks, rota_hours_text(p, m->missing_h), rota_kr_text(p, m->missing_kr),
               rota_hours_text(p, m->idle_h));
  terminal_say(
      p->out,
      _("Single working days %d, single days off %d, short changes %d, longest runs %d. Weekends of a line %d to %d, "
        "nights %d to %d, where they are most unequal within a group.\n"),
      m->single_days_on, m->single_days_off, m->short_changes, m->long_runs, m->weekends_fewest, m->weekends_most,
      m->nights_fewest, m->nights_most);
}

static void print_bound(const struct rota_printing *p) {
  const struct rota_answer *answer = &p->of->answer;
  if (p->of->given || !isfinite(answer->bound_kr) || (!answer->proven_best && answer->bound_kr < 0.5))
    return;
  if (answer->proven_best)
    terminal_say(
        p->out,
        _("Proven: no rota under these rules is better by the weights of cover and quality; they come to %s kr here, "
          "which is not the cost of the year.\n"),
        rota_kr_text(p, p->of->measured.cost_kr));
  else
    terminal_say(
        p->out,
        _("By their weights cover and quality come to %s kr, which is not the cost of the year; proven is that no rota under "
          "these rules comes to less than %s kr.\n"),
        rota_kr_text(p, p->of->measured.cost_kr), rota_kr_text(p, answer->bound_kr));
}

static void print_cost(const struct rota_printing *p, const struct rota_price *price) {
  double more_kr = rota_price_more_kr(price);
  terminal_say(p->out,
               _("\nWorked through %s, on average over the weeks of the rota on which the year may begin, with absence "
                 "covered as "
                 "in the plan, it costs %s kr; the plan, positions kept, %s kr: "),
               YEAR_NAME(p->of->year), rota_kr_text(p, price->rota_kr), rota_kr_text(p, price->plan_kr));
  if (more_kr > -0.5)
    terminal_say(p->out, _("with whole people and rest rules this rota costs %s kr more"),
                 rota_kr_text(p, fabs(more_kr)));
  else
    terminal_say(p->out,
                 _("this rota costs %s kr less, as it has rests, weekends or overtime that the plan may not have"),
                 rota_kr_text(p, -more_kr));
  if (price->empty_h >= 0.05)
    terminal_say(p->out, _(", of which %s kr for %s person-hours left empty beyond the plan's"),
                 rota_kr_text(p, price->empty_kr), rota_hours_text(p, price->empty_h));
  terminal_say(p->out, ".\n");
}

static void print_hours_of_price(const struct rota_printing *p, const struct rota_price *price) {
  terminal_say(p->out,
               _("Hours by others: %s in the rota, %s in the plan; contract hours without a shift: %s and %s.\n"),
               rota_hours_text(p, price->hours_rota[HOURS_EXTRA] + price->hours_rota[HOURS_SUBSTITUTE] +
                                      price->hours_rota[HOURS_OVERTIME] + price->hours_rota[HOURS_AGENCY]),
               rota_hours_text(p, price->hours_plan[HOURS_EXTRA] + price->hours_plan[HOURS_SUBSTITUTE] +
                                      price->hours_plan[HOURS_OVERTIME] + price->hours_plan[HOURS_AGENCY]),
               rota_hours_text(p, price->hours_rota[HOURS_IDLE]), rota_hours_text(p, price->hours_plan[HOURS_IDLE]));
  if (price->unworked_h >= 0.05)
    terminal_say(
        p->out,
        _("%s of its person-hours lie where nobody is wanted or the group may not work: paid by the contracts, "
          "and without supplements here.\n"),
        rota_hours_text(p, price->unworked_h));
}

static void print_price(const struct rota_printing *p) {
  const struct rota_price *price = &p->of->price;
  if (!price->known) {
    terminal_say(p->out, _("\nThe rota has no price here: %s.\n"), price->why);
    return;
  }
  print_cost(p, price);
  print_hours_of_price(p, price);
  if (price->by_year)
    terminal_say(p->out,
                 _("Who works by the year has the holidays where the plan places them, and hours that no longer "
                   "swing with the need.\n"));
  if (!p->of->given)
    terminal_say(p->out,
                 _("Another rota as good by its weights may cost more or less: it depends on where more people are "
                   "on duty than wanted.\n"));
  if (p->of->breach_count)
    terminal_say(p->out, _("It breaks rules, as told below, and is priced as it stands.\n"));
}

// ---------------------------------------------------------------- rules

static const struct field_column rule_columns[] = {
    {"rule", FIELD_TEXT, 0},        {"group", FIELD_TEXT, 0},  {"limit", FIELD_TEXT, 0},
    {"breaches", FIELD_INTEGER, 0}, {"source", FIELD_TEXT, 0},
};
static const char *const rule_headings[] = {N_("Rule"), N_("Of"), N_("Limit"), N_("Breaches"), N_("Source")};

static bool is_of(const struct rota_printing *p, const struct rota_breach *breach, const struct base_rule *rule) {
  return breach->rule == rule->rule && (rule->group < 0 || p->rota->group_of[breach->line] == rule->group);
}

static int64_t breaches_of(const struct rota_printing *p, const struct base_rule *rule) {
  int64_t count = 0;
  for (int b = 0; p->rota && b < p->of->breach_count && b < ROTA_BREACHES_MOST; b++)
    count += is_of(p, &p->of->breaches[b], rule);
  return p->rota ? count : FIELD_BLANK;
}

// Does every group have the same limit, from the same source, and is this its first?
static bool is_of_all(const struct base_rota *base, size_t r) {
  const struct base_rule *rule = &base->rules[r];
  int alike = 0;
  for (size_t i = 0; i < base->rule_count; i++)
    alike += base->rules[i].rule == rule->rule && !strcmp(base->rules[i].limit, rule->limit) &&
             !strcmp(base->rules[i].source, rule->source);
  return rule->group >= 0 && alike == base->problem.group_count && base->problem.group_count > 1;
}

static void print_rules(const struct rota_printing *p) {
  const struct base_rota *base = p->of->base;
  struct result_table *table = result_table_new(p->arena, "rules", COLUMNS(rule_columns));
  for (size_t r = 0; r < base->rule_count; r++) {
    struct base_rule rule = base->rules[r];
    bool all = is_of_all(base, r);
    if (all && rule.group > 0)
      continue;
    rule.group = all ? -1 : rule.group;
    result_text(table, _(rota_rule_records[rule.rule].title));
    result_text(table, rule.group < 0 ? _("all") : base->problem.groups[rule.group].group);
    result_text(table, rule.limit);
    result_number(table, breaches_of(p, &rule));
    result_text(table, rule.source);
  }
  fputc('\n', p->out->to);
  terminal_print_table(table, rule_headings, p->out->width, p->out->to);
}

static void print_breaches(const struct rota_printing *p) {
  if (!p->of->breach_count) {
    terminal_say(p->out, _("\nEvery line keeps every rule.\n"));
    return;
  }
  terminal_say(p->out, ngettext("\n%d breach:\n", "\n%d breaches:\n", (unsigned long)p->of->breach_count),
               p->of->breach_count);
  for (int b = 0; b < p->of->breach_count && b < BREACHES_TOLD; b++)
    terminal_say(
        p->out, "  %s: %s\n", _(rota_rule_records[p->of->breaches[b].rule].title),
        terminal_plain(p->arena, terminal_text(p->arena, rota_breach_words(p->arena, p->of, &p->of->breaches[b]))));
  if (p->of->breach_count > BREACHES_TOLD)
    terminal_say(p->out, _("  and %d more\n"), p->of->breach_count - BREACHES_TOLD);
}

// ---------------------------------------------------------------- no rota

static void print_none(const struct rota_printing *p) {
  const struct rota_answer *answer = &p->of->answer;
  if (p->of->base->refusal)
    terminal_say(p->out, _("No rota: %s.\n"), terminal_text(p->arena, p->of->base->refusal));
  else if (answer->outcome == ROTA_NONE && answer->group >= 0)
    terminal_say(p->out, _("No rota: proven that %s has no line at all that keeps its rules.\n"),
                 terminal_text(p->arena, p->problem->groups[answer->group].group));
  else if (answer->outcome == ROTA_NONE)
    terminal_say(p->out,
                 _("No rota: proven that no lines keep these rules and cover the need that must be covered.\n"));
  else if (answer->averages)
    terminal_say(
        p->out, _("No answer: every rota found has more hours on average than the rules allow. Ask for other weeks, or "
                  "fewer hours.\n"));
  else if (answer->outcome == ROTA_UNDECIDED)
    terminal_say(p->out,
                 _("No answer: the limits of the search were reached before a rota was found, or proven not to be.\n"));
  else
    terminal_say(p->out, _("No answer: %s.\n"), answer->failure.text);
  if (p->of->ways)
    rota_print_ways(p);
  if (!p->of->base->refusal)
    print_rules(p);
}

void rota_print(struct arena *arena, const struct scenario *scenario, const struct unit_rota *of,
                const struct terminal *out) {
  struct rota_printing p = {
      .arena = arena, .scenario = scenario, .of = of, .problem = &of->base->problem, .rota = of->rota, .out = out};
  print_head(&p);
  if (!of->rota) {
    print_none(&p);
    return;
  }
  rota_letters(p.problem, p.letters);
  print_shifts(&p);
  print_grid(&p);
  print_quality(&p);
  print_bound(&p);
  print_price(&p);
  rota_year_print(arena, of, out);
  print_rules(&p);
  print_breaches(&p);
}
