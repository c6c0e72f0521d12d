// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/summary.h"

#include "report/ratios.h"
#include "report/table.h"
#include "report/terminal.h"

struct page { // what every part of the summary prints with
  struct arena *arena;
  const struct audit *audit;
  const struct tables *tables;
  const struct settings_row *settings;
  int width;
  FILE *to;
};

static void print_table(const struct page *page, const struct result_table *table, const char *const *headings) {
  terminal_print_table(table, headings, page->audit->scenario->decimal, page->width, page->to);
}

static const char *kr(const struct page *page, int64_t ore) {
  return terminal_kr(page->arena, ore);
}

static void print_head(const struct page *page) {
  const struct settings_row *s = page->settings;
  fprintf(page->to, "%s%s%s, %lld-%lld, zone %s\n", terminal_text(page->arena, s->title), s->place ? ", " : "",
          s->place ? terminal_text(page->arena, s->place) : "", (long long)s->first_year, (long long)s->last_year,
          s->zone);
  if (s->price_day != NOT_GIVEN) {
    struct civil_date day = date_from_day((day_number)s->price_day);
    fprintf(page->to, "Every year in the pay and rates of %04d-%02d-%02d. ", day.year, day.month, day.day);
  }
  fputs("Kroner saved; a model estimate, not an accounting figure.\n", page->to);
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
    {"measure", FIELD_CODE, 0}, {"claimed", FIELD_KR, 0},  {"for", FIELD_CODE, 0},       {"direct", FIELD_KR, 0},
    {"kept", FIELD_KR, 0},      {"adjusted", FIELD_KR, 0}, {"fte", FIELD_DECIMAL, 2},    {"verdict", FIELD_TEXT, 0},
};
static const char *const measure_headings[] = {"Measure", "Claimed",   "For", "Direct",
                                               "Kept",    "Adjusted", "FTE", "Verdict"};

static const char *const verdict_words[VERDICTS] = {
    [VERDICT_NO_CLAIM] = "no claim",
    [VERDICT_SUPPORTED] = "supported",
    [VERDICT_SUPPORTED_IF_POSITIONS] = "supported if positions go",
    [VERDICT_OVERSTATED] = "overstated",
    [VERDICT_UNDERSTATED] = "understated",
    [VERDICT_NOT_TESTABLE] = "not testable",
};

static const char *verdict_in_words(const struct page *page, const struct measure_effect *effect,
                                    const struct year_effect *year) {
  const char *word = verdict_words[measure_verdict(page->audit->scenario, effect, year)];
  const char *more = effect->reason                                    ? effect->reason
                     : effect->given_up                                ? "given up"
                     : year->breach.days || effect->full.breach.days   ? "BELOW THE NORM"
                     : effect->arithmetic                              ? "arithmetic only"
                     : effect->undecided                               ? "no start date"
                                                                       : NULL;
  return more ? arena_printf(page->arena, "%s (%s)", word, more) : word;
}

// What the figures stand for; a claim made in FTE is told with them.
static const char *when_claimed(const struct page *page, const struct claimed *claimed, int year) {
  const char *when = year ? arena_printf(page->arena, "%d", year) : "full year";
  if (claimed->amount_ore != NOT_GIVEN || claimed->fte_milli == NOT_GIVEN)
    return when;
  return arena_printf(page->arena, "%s, %.1f FTE", when, (double)claimed->fte_milli / MILLI);
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
  result_text(table, verdict_in_words(page, effect, year));
}

static void print_measures(const struct page *page) {
  struct result_table *table = result_table_new(page->arena, "measures", measure_columns,
                                                sizeof measure_columns / sizeof *measure_columns);
  for (size_t m = 0; m < page->audit->measure_count; m++)
    add_measure(page, table, &page->audit->measures[m]);
  fputc('\n', page->to);
  print_table(page, table, measure_headings);
  fputs("Direct: the hours or contracts taken away at their price. Kept: all positions stay. Adjusted: positions follow.\n"
        "FTE: gross, of a full year. Claims of several years are added up where the source's columns are incremental.\n",
        page->to);
}

// Columns: measure, then kept and adjusted of each year and of the full year.
static void print_years(const struct page *page) {
  int years = (int)(page->settings->last_year - page->settings->first_year) + 1;
  size_t count = 1 + 2 * (size_t)(years + 1);
  struct field_column *columns = arena_array(page->arena, count, sizeof *columns);
  columns[0] = (struct field_column){"Measure", FIELD_CODE, 0};
  for (int y = 0; y <= years; y++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      const char *when = y < years ? arena_printf(page->arena, "%d", (int)page->settings->first_year + y) : "full year";
      const char *name = arena_printf(page->arena, "%s %s", when, positions_name(p));
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

static void print_printed_sums(const struct page *page) {
  int64_t total = 0;
  for (int year = (int)page->settings->first_year; year <= page->settings->last_year; year++) {
    int64_t printed = printed_sum(page, year), rows = rows_sum(page, year);
    total = page->settings->claims_are == CLAIMS_INCREMENTAL ? total + rows : rows;
    fprintf(page->to, "Claimed %d: the rows add up to %s kr", year, kr(page, rows));
    if (printed != NOT_GIVEN && printed == rows)
      fputs(", as printed", page->to);
    else if (printed != NOT_GIVEN)
      fprintf(page->to, ", but %s is printed: %s kr off", kr(page, printed), kr(page, rows - printed));
    fputs(".\n", page->to);
  }
  if (page->settings->target_ore == NOT_GIVEN)
    return;
  int64_t over = total - page->settings->target_ore;
  bool adds = page->settings->claims_are == CLAIMS_INCREMENTAL;
  fprintf(page->to, "%s %s kr, which is %s kr %s the target of %s kr.\n", adds ? "Together" : "By the last year", kr(page, total),
          kr(page, over < 0 ? -over : over), over < 0 ? "short of" : "over", kr(page, page->settings->target_ore));
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
    {"towards the target", in_target},
    {"  modelled (rota, need, positions)", is_rota},
    {"  amounts, arithmetic only", is_amount},
    {"  income, arithmetic only", is_income},
    {"  not testable", is_untestable},
    {"  given up", is_given_up},
    {"  of all these, in force before the first year", is_earlier},
    {"outside the target", is_outside},
};

static const struct field_column part_columns[] = {
    {"measures", FIELD_TEXT, 0},       {"count", FIELD_INTEGER, 0}, {"claimed by last year", FIELD_KR, 0},
    {"kept, last year", FIELD_KR, 0},  {"adjusted, last year", FIELD_KR, 0},
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
  result_text(table, part->title);
  result_number(table, count);
  result_number(table, claimed);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    result_number(table, answers[p]);
}

static void print_parts(const struct page *page) {
  const char *last = arena_printf(page->arena, "%lld", (long long)page->settings->last_year);
  const char *headings[] = {"Measures", "Count", arena_printf(page->arena, "Claimed by %s", last),
                            arena_printf(page->arena, "Kept %s", last), arena_printf(page->arena, "Adjusted %s", last)};
  struct result_table *table =
      result_table_new(page->arena, "parts", part_columns, sizeof part_columns / sizeof *part_columns);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    add_part(page, table, &parts[i]);
  fputc('\n', page->to);
  print_table(page, table, headings);
  fputs("Each measure for itself; what two measures count twice is still in these sums.\n", page->to);
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
    fprintf(page->to, "Baseline %d: %s kr, %.1f FTE contracted, %.0f idle hours", year, kr(page, cost), fte, idle_h);
    if (short_h >= 0.5)
      fprintf(page->to, ", SHORT of %.0f person-hours (units short are not in the slack)", short_h);
    fprintf(page->to, "; slack %s kr (what it could save by tightening alone, in no measure).\n", kr(page, slack));
  }
}

static void print_heads(const struct page *page, const struct redesign *redesign) {
  const char *before = "";
  for (size_t i = 0; i < redesign->type_count; i++) {
    if (redesign->heads[i] < 0.5)
      continue;
    fprintf(page->to, "%s%.0f x %s", before, redesign->heads[i],
            catalogue_rows(page->tables)[redesign->types[i]].group);
    before = ", ";
  }
}

static void print_redesign(const struct page *page, const struct redesign_result *result) {
  const char *unit = unit_rows(page->tables)[result->unit].unit;
  const struct redesign *redesign = result->redesign;
  if (!redesign) {
    fprintf(page->to, "Rota of %s: nothing proven: %s.\n", unit, result->why);
    return;
  }
  if (!redesign->covers) {
    fprintf(page->to, "Rota of %s %d: no rota from this catalogue covers the need: at least %.0f person-hours stay open%s%s.\n",
            unit, redesign->year, redesign->short_h, redesign->blocking ? "; what stands in the way is " : "",
            redesign->blocking ? redesign->blocking : "");
    return;
  }
  fprintf(page->to, "Rota of %s %d: no rota under these rules costs less than %s kr; found for %s kr (today's %s kr): ", unit,
          redesign->year, kr(page, fixed_round(redesign->bound_kr * ORE_PER_KR)),
          kr(page, fixed_round(redesign->cost_kr * ORE_PER_KR)), kr(page, fixed_round(result->today_kr * ORE_PER_KR)));
  print_heads(page, redesign);
  fprintf(page->to, "; average position %.1f %%, %.1f %% of the hours variable.\n",
          100 * figures_average_position(&redesign->figures), 100 * figures_variable_share(&redesign->figures));
}

static void print_breaches(const struct page *page) {
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    const struct year_effect *full = &page->audit->measures[m].full;
    if (!full->breach.days)
      continue;
    struct civil_date day = date_from_day(full->breach.first_day);
    fprintf(page->to, "Below the norm: %s takes need under the norm on %d days of %d (%.0f person-hours), first %04d-%02d-%02d.\n",
            measure_rows(page->tables)[m].measure, full->breach.days, full->year, full->breach.person_hours, day.year,
            day.month, day.day);
  }
}

static void print_ratios(const struct page *page) {
  const char *const *headings;
  int year = (int)page->settings->last_year;
  struct result_table *table = ratios_of_year(page->arena, page->audit, year, &headings);
  if (!result_row_count(table))
    return;
  fprintf(page->to, "\nChildren and adults %d, baseline, positions following the need (curve.csv: by the half hour)\n\n", year);
  print_table(page, table, headings);
  fputs("Rule h: adult hours the rule wants. Worst: most children per adult at any moment. Below: adult hours missing by\n"
        "the rule. Adults without those whom need.csv puts on top (special needs, leadership).\n",
        page->to);
}

static void print_schools(const struct page *page) {
  const char *const *headings;
  struct result_table *table = schools_short(page->arena, page->audit, &headings);
  if (!result_row_count(table))
    return;
  fputs("\nSchools: a BENCHMARK, NOT A ROTA (leadership and teaching FTE)\n\n", page->to);
  print_table(page, table, headings);
  fputs("Own, its size: FTE of one school of this size by the schools of its own municipality; Other's: by those of the\n"
        "others. FTE per pupil, linear in size between the next smaller and larger school of the kind, else the nearest's.\n",
        page->to);
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
  }
  print_breaches(&page);
  for (size_t i = 0; i < audit->redesign_count; i++)
    print_redesign(&page, &audit->redesigns[i]);
  if (page.audit->baseline_count)
    print_baseline(&page);
  print_ratios(&page);
  print_schools(&page);
}
