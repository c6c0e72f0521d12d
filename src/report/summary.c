// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/summary.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>

#include "audit/bridge.h"
#include "audit/class.h"
#include "base/fixed.h"
#include "base/language.h"
#include "report/accounts.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/ratios.h"
#include "report/table.h"
#include "report/terminal.h"
#include "report/together.h"

struct page { // what every part of the summary prints with
  struct arena *arena;
  const struct audit *audit;
  const struct tables *tables;
  const struct settings_row *settings;
  int width;
  FILE *to;
};

static void print_table(const struct page *page, const struct result_table *table, const char *const *headings) {
  terminal_print_table(table, headings, page->width, page->to);
}

// A sentence, or part of one, fitted to the width.
static void __attribute__((format(printf, 2, 3))) say(const struct page *page, const char *format, ...) {
  va_list arguments;
  char *text = NULL;
  va_start(arguments, format);
  if (vasprintf(&text, format, arguments) < 0)
    abort();
  va_end(arguments);
  terminal_print_text(text, page->width, page->to);
  free(text);
}

static const char *kr(const struct page *page, int64_t ore) { return terminal_kr(page->arena, ore); }

// With no decimal or one.
static const char *number(const struct page *page, double value, int digits) {
  return terminal_number(page->arena, digits ? tenths(value) : fixed_round(value), digits);
}

static void print_head(const struct page *page) {
  const struct settings_row *s = page->settings;
  const char *title = terminal_text(page->arena, s->title), *prices = "";
  if (s->place)
    title = arena_printf(page->arena, "%s, %s", title, terminal_text(page->arena, s->place));
  say(page, _("%s, %lld-%lld, zone %s\n"), title, (long long)s->first_year, (long long)s->last_year, s->zone);
  if (s->price_day != NOT_GIVEN)
    prices = arena_printf(page->arena, _("Every year in the pay and rates of %s. "),
                          format_date_short(page->arena, s->price_day));
  say(page, "%s%s", prices, _("Kroner saved; a model estimate, not an accounting figure.\n"));
}

// The year whose claim a measure is judged by in one line: the last column in which it claims anything.
static const struct year_effect *judged_year(const struct page *page, const struct measure_effect *effect) {
  int last = claim_last_year(page->audit->scenario, effect->measure);
  bool once = measure_rows(page->tables)[effect->measure].nature == NATURE_ONE_OFF;
  for (int y = 0; y < effect->year_count && !last && once; y++)
    if (effect_ore(&effect->years[y].answers[POSITIONS_KEPT]))
      return &effect->years[y];
  int index = last ? last - effect->years[0].year : effect->year_count - 1;
  return &effect->years[index < effect->year_count ? index : effect->year_count - 1];
}

static const struct field_column measure_columns[] = {
    {"measure", FIELD_CODE, 0}, {"claimed", FIELD_KR, 0}, {"for", FIELD_CODE, 0},
    {"direct", FIELD_KR, 0},    {"kept", FIELD_KR, 0},    {"adjusted", FIELD_KR, 0},
    {"fte", FIELD_DECIMAL, 2},  {"class", FIELD_TEXT, 0}, {"verdict", FIELD_TEXT, 0},
};
static const char *const measure_headings[] = {N_("Measure"),  N_("Claimed"), N_("For"),   N_("Direct"), N_("Kept"),
                                               N_("Adjusted"), N_("FTE"),     N_("Class"), N_("Verdict")};

static const char *verdict_word(const struct page *page, enum verdict verdict) {
  return label_of(page->arena, "verdict", verdict_name(verdict));
}

static const char *verdict_in_words(const struct page *page, const struct measure_effect *effect,
                                    const struct year_effect *year) {
  const char *word = verdict_word(page, measure_verdict(page->audit->scenario, effect, year));
  bool below = year->breach.days || effect->full.breach.days;
  const char *more = effect->reason       ? effect->reason
                     : effect->given_up   ? _("given up")
                     : below              ? _("BELOW THE NORM")
                     : effect->arithmetic ? _("arithmetic only")
                     : effect->undecided  ? _("no start date")
                                          : NULL;
  return more ? arena_printf(page->arena, "%s (%s)", word, more) : word;
}

// What the figures stand for; a claim made in FTE is told with them.
static const char *when_claimed(const struct page *page, const struct claimed *claimed, int year) {
  const char *when = year ? arena_printf(page->arena, "%d", year) : _("full year");
  if (claimed->amount_ore != NOT_GIVEN || claimed->fte_milli == NOT_GIVEN)
    return when;
  return arena_printf(page->arena, _("%s, %s FTE"), when, number(page, (double)claimed->fte_milli / MILLI, 1));
}

static void add_measure(const struct page *page, struct result_table *table, const struct measure_effect *effect) {
  const struct year_effect *year = judged_year(page, effect);
  struct claimed claimed = claim_standing(page->audit->scenario, effect->measure, year->year);
  bool once = measure_rows(page->tables)[effect->measure].nature == NATURE_ONE_OFF;
  bool full = claimed.amount_ore == NOT_GIVEN ? !once : claimed.basis == CLAIM_FULL_YEAR;
  const struct year_effect *shown = full ? &effect->full : year;
  bool testable = effect->testable, direct = testable && shown->direct.known;
  result_text(table, measure_rows(page->tables)[effect->measure].measure);
  result_number(table, claimed.amount_ore);
  result_text(table, when_claimed(page, &claimed, full ? 0 : year->year));
  result_number(table, direct ? ledger_sum(&shown->direct.saving) : FIELD_BLANK);
  result_number(table, testable ? effect_ore(&shown->answers[POSITIONS_KEPT]) : FIELD_BLANK);
  result_number(table, testable ? effect_ore(&shown->answers[POSITIONS_ADJUSTED]) : FIELD_BLANK);
  result_number(table, direct && !effect->arithmetic ? fixed_round(effect->full.direct.gross_fte * 100) : FIELD_BLANK);
  enum saving_class class = measure_class(page->audit->scenario, effect);
  result_text(table, class == SAVING_NONE ? "" : label_of(page->arena, "class_short", saving_class_name(class)));
  result_text(table, verdict_in_words(page, effect, year));
}

static const char *const step_words[BRIDGE_STEPS] = {
    [BRIDGE_CALENDAR] = N_("calendar"),      [BRIDGE_HOURS] = N_("hours"),
    [BRIDGE_PRICE] = N_("price of an hour"), [BRIDGE_AMOUNTS] = N_("amounts"),
    [BRIDGE_POSITIONS] = N_("positions"),    [BRIDGE_VARIABLE] = N_("hours beyond contract"),
    [BRIDGE_MISSING] = N_("empty posts"),
};

// The reason that carries most of the difference, for claims that positions kept do not bear out.
static void print_reasons(const struct page *page) {
  const char *before = "\n";
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    const struct measure_effect *effect = &page->audit->measures[m];
    const struct year_effect *year = judged_year(page, effect);
    struct judgement judgement = claim_judge(page->arena, page->audit->scenario, effect, year);
    if (judgement.verdict == VERDICT_SUPPORTED || judgement.main_step == BRIDGE_CLAIMED)
      continue;
    say(page, _("%sWhy %s is %s: %s (%s kr): %s.\n"), before, measure_rows(page->tables)[m].measure,
        verdict_word(page, judgement.verdict), _(step_words[judgement.main_step]), kr(page, judgement.main_ore),
        judgement.reason ? judgement.reason : "");
    before = "";
  }
}

// What a saving below the norm is worth when the norm is kept.
static void print_norms(const struct page *page) {
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    const struct year_effect *full = &page->audit->measures[m].full;
    if (!full->breach.days)
      continue;
    say(page,
        _("Below the norm: %s takes %s person-hours on %d days of %d. With the norm kept a full year of it saves %s kr "
          "if positions stay and %s kr if they follow.\n"),
        measure_rows(page->tables)[m].measure, number(page, full->breach.person_hours, 0), full->breach.days,
        full->year, kr(page, effect_ore(&full->compliant[POSITIONS_KEPT])),
        kr(page, effect_ore(&full->compliant[POSITIONS_ADJUSTED])));
  }
}

// Kroner claimed by the last year, of the measures that count towards the target.
static int64_t claimed_by_last_year(const struct page *page, enum claims_are are) {
  int64_t sum_ore = 0;
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    int64_t ore = claim_standing_as(page->audit->scenario, m, (int)page->settings->last_year, are).amount_ore;
    if (ore != NOT_GIVEN && measure_rows(page->tables)[m].in_target == YES)
      sum_ore += ore;
  }
  return sum_ore;
}

// What follows from how the source's columns are meant.
static void print_other_reading(const struct page *page) {
  enum claims_are are = (enum claims_are)page->settings->claims_are;
  int changed = 0;
  for (size_t m = 0; m < page->audit->measure_count; m++)
    for (int y = 0; y < page->audit->measures[m].year_count; y++) {
      const struct measure_effect *effect = &page->audit->measures[m];
      struct judgement judgement = claim_judge(page->arena, page->audit->scenario, effect, &effect->years[y]);
      changed += judgement.other_reading != judgement.verdict;
    }
  if (!changed)
    return;
  const char *sentence = are == CLAIMS_INCREMENTAL ? _("Columns of claims are read as incremental; as base they claim "
                                                       "%s kr by the last year instead of %s kr, and %d "
                                                       "verdicts change (claims.csv).\n")
                                                   : _("Columns of claims are read as base; as incremental they claim "
                                                       "%s kr by the last year instead of %s kr, and %d "
                                                       "verdicts change (claims.csv).\n");
  enum claims_are other = are == CLAIMS_BASE ? CLAIMS_INCREMENTAL : CLAIMS_BASE;
  say(page, sentence, kr(page, claimed_by_last_year(page, other)), kr(page, claimed_by_last_year(page, are)), changed);
}

static void print_measures(const struct page *page) {
  struct result_table *table =
      result_table_new(page->arena, "measures", measure_columns, sizeof measure_columns / sizeof *measure_columns);
  for (size_t m = 0; m < page->audit->measure_count; m++)
    add_measure(page, table, &page->audit->measures[m]);
  fputc('\n', page->to);
  print_table(page, table, measure_headings);
  say(page, "%s",
      _("Direct: the hours or contracts taken away at their price. Kept: all positions stay. Adjusted: positions "
        "follow.\n"
        "FTE: gross, of a full year. Claims of several years are added up where the source's columns are "
        "incremental.\n"));
  print_reasons(page);
  print_norms(page);
  print_other_reading(page);
}

// Columns: measure, then kept and adjusted of each year and of the full year.
static void print_years(const struct page *page) {
  int years = (int)(page->settings->last_year - page->settings->first_year) + 1;
  size_t count = 1 + 2 * (size_t)(years + 1);
  struct field_column *columns = arena_array(page->arena, count, sizeof *columns);
  columns[0] = (struct field_column){N_("Measure"), FIELD_CODE, 0};
  for (int y = 0; y <= years; y++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      const char *when =
          y < years ? arena_printf(page->arena, "%d", (int)page->settings->first_year + y) : _("full year");
      const char *name =
          arena_printf(page->arena, "%s %s", when, label_of(page->arena, "positions", positions_name(p)));
      columns[1 + 2 * y + p] = (struct field_column){name, FIELD_KR, 0};
    }
  struct result_table *table = result_table_new(page->arena, "years", columns, count);
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    const struct measure_effect *effect = &page->audit->measures[m];
    if (!effect->testable)
      continue;
    result_text(table, measure_rows(page->tables)[m].measure);
    for (int y = 0; y <= years; y++)
      for (int p = 0; p < POSITIONS_ANSWERS; p++)
        result_number(table, effect_ore(&(y < years ? &effect->years[y] : &effect->full)->answers[p]));
  }
  fputc('\n', page->to);
  print_table(page, table, NULL);
}

static int64_t printed_sum(const struct page *page, int year) {
  for (size_t i = 0; i < row_count(page->tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(page->tables)[i];
    if (claim->measure == NOT_GIVEN && claim->year == year)
      return claim->amount_ore;
  }
  return NOT_GIVEN;
}

// Claims of the year as printed, of the measures that count towards the target.
static int64_t rows_sum(const struct page *page, int year) {
  int64_t sum = 0;
  for (size_t i = 0; i < row_count(page->tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(page->tables)[i];
    if (claim->measure != NOT_GIVEN && claim->year == year && claim->amount_ore != NOT_GIVEN &&
        measure_rows(page->tables)[claim->measure].in_target == YES)
      sum += claim->amount_ore;
  }
  return sum;
}

static void print_against_target(const struct page *page, int64_t total) {
  int64_t over = total - page->settings->target_ore;
  bool adds = page->settings->claims_are == CLAIMS_INCREMENTAL;
  const char *format = over < 0 ? adds ? _("Together %s kr, which is %s kr short of the target of %s kr.\n")
                                       : _("By the last year %s kr, which is %s kr short of the target of %s kr.\n")
                       : adds ? _("Together %s kr, which is %s kr over the target of %s kr.\n")
                                : _("By the last year %s kr, which is %s kr over the target of %s kr.\n");
  say(page, format, kr(page, total), kr(page, over < 0 ? -over : over), kr(page, page->settings->target_ore));
}

static void print_printed_sums(const struct page *page) {
  int64_t total = 0;
  for (int year = (int)page->settings->first_year; year <= page->settings->last_year; year++) {
    int64_t printed = printed_sum(page, year), rows = rows_sum(page, year);
    total = page->settings->claims_are == CLAIMS_INCREMENTAL ? total + rows : rows;
    if (printed == NOT_GIVEN)
      say(page, _("Claimed %d: the rows add up to %s kr.\n"), year, kr(page, rows));
    else if (printed == rows)
      say(page, _("Claimed %d: the rows add up to %s kr, as printed.\n"), year, kr(page, rows));
    else
      say(page, _("Claimed %d: the rows add up to %s kr, but %s is printed: %s kr off.\n"), year, kr(page, rows),
          kr(page, printed), kr(page, rows - printed));
  }
  if (page->settings->target_ore == NOT_GIVEN)
    return;
  print_against_target(page, total);
}

struct part { // of the sums: which measures belong
  const char *title;
  bool (*holds)(const struct page *page, const struct measure_effect *effect);
};

static const struct measure_row *row_of(const struct page *page, const struct measure_effect *effect) {
  return &measure_rows(page->tables)[effect->measure];
}
static bool in_target(const struct page *page, const struct measure_effect *effect) {
  return row_of(page, effect)->in_target == YES;
}
static bool is_rota(const struct page *page, const struct measure_effect *effect) {
  return in_target(page, effect) && effect->testable && !effect->arithmetic && !effect->given_up;
}
static bool is_income(const struct page *page, const struct measure_effect *effect) {
  return in_target(page, effect) && row_of(page, effect)->nature == NATURE_INCOME;
}
static bool is_amount(const struct page *page, const struct measure_effect *effect) {
  return in_target(page, effect) && effect->arithmetic && !effect->given_up && !is_income(page, effect);
}
static bool is_untestable(const struct page *page, const struct measure_effect *effect) {
  return in_target(page, effect) && !effect->testable;
}
static bool is_given_up(const struct page *page, const struct measure_effect *effect) {
  return in_target(page, effect) && effect->given_up;
}
static bool is_earlier(const struct page *page, const struct measure_effect *effect) {
  int64_t start = row_of(page, effect)->start;
  return in_target(page, effect) && start != NOT_GIVEN &&
         date_from_day((day_number)start).year < page->settings->first_year;
}
static bool is_outside(const struct page *page, const struct measure_effect *effect) {
  return !in_target(page, effect);
}

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

static void add_part(const struct page *page, struct result_table *table, const struct part *part) {
  int64_t count = 0, claimed = 0, answers[POSITIONS_ANSWERS] = {0};
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    const struct measure_effect *effect = &page->audit->measures[m];
    if (!part->holds(page, effect))
      continue;
    const struct year_effect *last = &effect->years[effect->year_count - 1];
    struct claimed standing = claim_standing(page->audit->scenario, m, last->year);
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

static void print_parts(const struct page *page) {
  const char *last = arena_printf(page->arena, "%lld", (long long)page->settings->last_year);
  const char *headings[] = {N_("Measures"), N_("Count"), arena_printf(page->arena, _("Claimed by %s"), last),
                            arena_printf(page->arena, _("Kept %s"), last),
                            arena_printf(page->arena, _("Adjusted %s"), last)};
  struct result_table *table =
      result_table_new(page->arena, "parts", part_columns, sizeof part_columns / sizeof *part_columns);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    add_part(page, table, &parts[i]);
  fputc('\n', page->to);
  print_table(page, table, headings);
  say(page, "%s", _("Each measure for itself; what two measures count twice is still in these sums.\n"));
}

static void print_baseline(const struct page *page) {
  for (int year = (int)page->settings->first_year; year <= page->settings->last_year; year++) {
    int64_t cost = 0, slack = 0;
    double fte = 0, idle_h = 0, short_h = 0;
    for (size_t b = 0; b < page->audit->baseline_count; b++) {
      const struct baseline_year *unit = &page->audit->baseline[b];
      if (unit->year != year)
        continue;
      cost += ledger_sum(&unit->ledger[POSITIONS_KEPT]);
      // where positions that follow also fill posts that stand empty, the difference is no slack
      if (unit->figures[POSITIONS_KEPT].short_h < 0.5)
        slack += ledger_sum(&unit->ledger[POSITIONS_KEPT]) - ledger_sum(&unit->ledger[POSITIONS_ADJUSTED]);
      const struct figures *figures = &unit->figures[POSITIONS_KEPT];
      fte += figures->positions_fte;
      idle_h += figures->hours[HOURS_IDLE];
      short_h += figures->short_h;
    }
    const char *contracted = number(page, fte, 1), *idle = number(page, idle_h, 0);
    if (short_h >= 0.5)
      say(page,
          _("Baseline %d: %s kr, %s FTE contracted, %s idle hours, SHORT of %s person-hours (units short are not in "
            "the slack); slack %s kr (what it could save by tightening alone, in no measure).\n"),
          year, kr(page, cost), contracted, idle, number(page, short_h, 0), kr(page, slack));
    else
      say(page,
          _("Baseline %d: %s kr, %s FTE contracted, %s idle hours; slack %s kr (what it could save by tightening "
            "alone, in no measure).\n"),
          year, kr(page, cost), contracted, idle, kr(page, slack));
  }
}

// "3 x nurse_75, 2 x nurse_100".
static const char *heads_in_words(const struct page *page, const struct redesign *redesign) {
  const char *list = "";
  for (size_t i = 0; i < redesign->type_count; i++)
    if (redesign->heads[i] >= 0.5)
      list = arena_printf(page->arena, "%s%s%.0f x %s", list, *list ? ", " : "", redesign->heads[i],
                          catalogue_rows(page->tables)[redesign->types[i]].group);
  return list;
}

static void print_redesign(const struct page *page, const struct redesign_result *result) {
  const char *unit = unit_rows(page->tables)[result->unit].unit;
  const struct redesign *redesign = result->redesign;
  if (!redesign) {
    say(page, _("Rota of %s: nothing proven: %s.\n"), unit, result->why);
    return;
  }
  if (!redesign->covers) {
    const char *open_h = number(page, redesign->short_h, 0);
    if (redesign->blocking)
      say(page,
          _("Rota of %s %d: no rota from this catalogue covers the need: at least %s person-hours stay open; what "
            "stands in the way is %s.\n"),
          unit, redesign->year, open_h, redesign->blocking);
    else
      say(page, _("Rota of %s %d: no rota from this catalogue covers the need: at least %s person-hours stay open.\n"),
          unit, redesign->year, open_h);
    return;
  }
  say(page,
      _("Rota of %s %d: no rota under these rules costs less than %s kr; found for %s kr (today's %s kr): %s; average "
        "position %s %%, %s %% of the hours variable.\n"),
      unit, redesign->year, kr(page, fixed_round(redesign->bound_kr * ORE_PER_KR)),
      kr(page, fixed_round(redesign->cost_kr * ORE_PER_KR)), kr(page, fixed_round(result->today_kr * ORE_PER_KR)),
      heads_in_words(page, redesign), number(page, 100 * figures_average_position(&redesign->figures), 1),
      number(page, 100 * figures_variable_share(&redesign->figures), 1));
}

static void print_breaches(const struct page *page) {
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    const struct year_effect *full = &page->audit->measures[m].full;
    if (!full->breach.days)
      continue;
    say(page, _("Below the norm: %s takes need under the norm on %d days of %d (%s person-hours), first %s.\n"),
        measure_rows(page->tables)[m].measure, full->breach.days, full->year,
        number(page, full->breach.person_hours, 0), format_date_short(page->arena, full->breach.first_day));
  }
}

// A wrong baseline makes every effect wrong, so what is off is told first among the doubts.
static void print_accounts(const struct page *page) {
  const char *const *headings;
  struct result_table *off = accounts_off(page->arena, page->audit, &headings);
  double percent = (double)page->settings->accounts_tolerance_e8 / (double)ONE_E8 * 100;
  const char *tolerance = number(page, percent, percent > floor(percent));
  if (!page->audit->account_count)
    return;
  if (!result_row_count(off)) {
    say(page, _("Accounts: the baseline lies within %s %% of the books on every line compared.\n"), tolerance);
    return;
  }
  say(page, _("\nWARNING: the baseline is more than %s %% off the books, and every effect built on it is off too\n\n"),
      tolerance);
  print_table(page, off, headings);
  say(page, "%s",
      _("accounts.csv has every line. Books are in the kroner of their year, the baseline in those of price_day.\n"));
}

static void print_ratios(const struct page *page) {
  const char *const *headings;
  int year = (int)page->settings->last_year;
  struct result_table *table = ratios_of_year(page->arena, page->audit, year, &headings);
  if (!result_row_count(table))
    return;
  say(page, _("\nChildren and adults %d, baseline, positions following the need (curve.csv: by the half hour)\n\n"),
      year);
  print_table(page, table, headings);
  say(page, "%s",
      _("Rule h: adult hours the rule wants. Worst: most children per adult at any moment. Below: adult hours "
        "missing by\n"
        "the rule. Adults without those whom need.csv puts on top (special needs, leadership).\n"));
}

static void print_schools(const struct page *page) {
  const char *const *headings;
  struct result_table *table = schools_short(page->arena, page->audit, &headings);
  if (!result_row_count(table))
    return;
  say(page, "%s", _("\nSchools: a BENCHMARK, NOT A ROTA (leadership and teaching FTE)\n\n"));
  print_table(page, table, headings);
  say(page, "%s",
      _("Own, its size: FTE of one school of this size by the schools of its own municipality; Other's: by those of "
        "the\n"
        "others. FTE per pupil, linear in size between the next smaller and larger school of the kind, else the "
        "nearest's.\n"));
}

void summary_print(struct arena *arena, const struct audit *audit, int width, FILE *to) {
  struct page page = {arena, audit, &audit->scenario->tables, settings_of(&audit->scenario->tables), width, to};
  print_head(&page);
  if (audit->measure_count) {
    print_measures(&page);
    print_years(&page);
    print_parts(&page);
    if (row_count(page.tables, TABLE_CLAIMS))
      print_printed_sums(&page);
    together_print(page.arena, page.audit, page.width, page.to);
  }
  print_breaches(&page);
  for (size_t i = 0; i < audit->redesign_count; i++)
    print_redesign(&page, &audit->redesigns[i]);
  if (page.audit->baseline_count)
    print_baseline(&page);
  print_accounts(&page);
  print_ratios(&page);
  print_schools(&page);
}
