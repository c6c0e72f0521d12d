// SPDX-License-Identifier: GPL-3.0-or-later
// Gathered results, as tables and in sentences.
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/gathered.h"

static const struct field_column measure_columns[] = {
    {"scenario", FIELD_CODE, 0},
    {"scenario_title", FIELD_TEXT, 0},
    {"country", FIELD_TEXT, 0},
    {"price_day", FIELD_DATE, 0},
    {"measure", FIELD_CODE, 0},
    {"measure_title", FIELD_TEXT, 0},
    {"claimed_for", FIELD_CODE, 0},
    {"claimed_kr", FIELD_KR, 0},
    {"claimed_fte", FIELD_DECIMAL, 3},
    {"direct_kr", FIELD_KR, 0},
    {"kept_kr", FIELD_KR, 0},
    {"adjusted_kr", FIELD_KR, 0},
    {"compliant_kr", FIELD_KR, 0},
    {"found_kept_percent", FIELD_DECIMAL, 1},
    {"found_adjusted_percent", FIELD_DECIMAL, 1},
    {"rank_kept", FIELD_INTEGER, 0},
    {"rank_adjusted", FIELD_INTEGER, 0},
    {"verdict", FIELD_CODE, 0},
    {"class", FIELD_CODE, 0},
    {"cover", FIELD_CODE, 0},
    {"below_norm_days", FIELD_INTEGER, 0},
    {"removed_fte", FIELD_DECIMAL, 3},
    {"more_fte", FIELD_DECIMAL, 2},
    {"population", FIELD_CODE, 0},
    {"of", FIELD_CODE, 0},
    {"counted", FIELD_CODE, 0},
    {"evidence", FIELD_CODE, 0},
    {"assumed_percent", FIELD_INTEGER, 0},
    {"reached_kept_percent", FIELD_DECIMAL, 1},
    {"chance_kept", FIELD_CODE, 0},
    {"reached_adjusted_percent", FIELD_DECIMAL, 1},
    {"chance_adjusted", FIELD_CODE, 0},
};

static const struct field_column year_columns[] = {
    {"scenario", FIELD_CODE, 0},
    {"measure", FIELD_CODE, 0},
    {"measure_title", FIELD_TEXT, 0},
    {"year", FIELD_CODE, 0}, // by its name: scenarios may have different fiscal years
    {"claimed_basis", FIELD_CODE, 0},
    {"claimed_kr", FIELD_KR, 0},
    {"comparable_kept_kr", FIELD_KR, 0},
    {"comparable_adjusted_kr", FIELD_KR, 0},
    {"verdict", FIELD_CODE, 0},
    {"cover", FIELD_CODE, 0},
    {"counted", FIELD_CODE, 0},
    {"evidence", FIELD_CODE, 0},
    {"reached_kept_percent", FIELD_DECIMAL, 1},
    {"chance_kept", FIELD_CODE, 0},
    {"reached_adjusted_percent", FIELD_DECIMAL, 1},
    {"chance_adjusted", FIELD_CODE, 0},
};

static const struct field_column sum_columns[] = {
    {"year", FIELD_CODE, 0},       {"of", FIELD_CODE, 0},          {"population", FIELD_CODE, 0},
    {"results", FIELD_INTEGER, 0}, {"measures", FIELD_INTEGER, 0}, {"claimed_kr", FIELD_KR, 0},
    {"kept_kr", FIELD_KR, 0},      {"adjusted_kr", FIELD_KR, 0},   {"country", FIELD_TEXT, 0},
};

static const struct field_column verdict_columns[] = {
    {"verdict", FIELD_CODE, 0},
    {"measures", FIELD_INTEGER, 0},
    {"results", FIELD_INTEGER, 0},
    {"country", FIELD_TEXT, 0},
};

static const struct field_column outlier_columns[] = {
    {"scenario", FIELD_CODE, 0},      {"measure", FIELD_CODE, 0},         {"measure_title", FIELD_TEXT, 0},
    {"figure", FIELD_CODE, 0},        {"figure_value", FIELD_DECIMAL, 1}, {"fence_low", FIELD_DECIMAL, 1},
    {"fence_high", FIELD_DECIMAL, 1}, {"compared", FIELD_INTEGER, 0},     {"country", FIELD_TEXT, 0},
};

static const struct field_column left_out_columns[] = {
    {"result_folder", FIELD_TEXT, 0},
    {"left_out_why", FIELD_TEXT, 0},
};

static const char *const figure_names[GATHERED_FIGURES] = {
    [FIGURE_KEPT_SHARE] = "found_kept_percent",
    [FIGURE_ADJUSTED_SHARE] = "found_adjusted_percent",
    [FIGURE_CLAIM_PER_FTE] = "claimed_per_fte_kr",
};

// ---------------------------------------------------------------- tables

// Where all are of one country it is not shown.
static const char *country_shown(const struct gathered *gathered, const char *country) {
  for (size_t r = 1; r < gathered->result_count; r++)
    if (strcmp(gathered->results[r]->country, gathered->results[0]->country))
      return _(country);
  return "";
}

// Columns that the old table has are taken over from it.
static void take_over(struct result_table *table, const struct old_table *old, size_t row, size_t first, size_t last) {
  for (size_t c = first; c <= last; c++) {
    const struct field_column *column = &table->columns[c];
    if (field_is_text(column->kind))
      result_text(table, old_text(old, row, column->name));
    else
      result_number(table, old_number(old, row, column->name, column->kind == FIELD_KR ? 2 : column->digits));
  }
}

static size_t place_of(const struct result_table *table, int column) {
  return (size_t)(result_column_of(table, column) - table->columns);
}

static void add_measure(struct result_table *table, const struct gathered *gathered,
                        const struct gathered_measure *measure) {
  const struct old_result *result = measure->result;
  result_text(table, result->name);
  result_text(table, result->title);
  result_text(table, country_shown(gathered, result->country));
  result_number(table, result->price_day);
  result_text(table, old_text(measure->table, measure->row, "measure"));
  result_text(table, old_text(measure->table, measure->row, "title"));
  take_over(table, measure->table, measure->row, place_of(table, TEXT_claimed_for),
            place_of(table, NUMBER_compliant_kr));
  result_number(table, measure->figures[FIGURE_KEPT_SHARE]);
  result_number(table, measure->figures[FIGURE_ADJUSTED_SHARE]);
  result_number(table, measure->rank_kept);
  result_number(table, measure->rank_adjusted);
  take_over(table, measure->table, measure->row, place_of(table, TEXT_verdict), table->column_count - 1);
}

static const struct result_table *measures_table(struct arena *arena, const struct gathered *gathered) {
  struct result_table *table = result_table_new(arena, "gathered", COLUMNS(measure_columns));
  for (size_t m = 0; m < gathered->measure_count; m++)
    add_measure(table, gathered, &gathered->measures[m]);
  return table;
}

static const struct result_table *years_table(struct arena *arena, const struct gathered *gathered) {
  struct result_table *table = result_table_new(arena, "gathered_years", COLUMNS(year_columns));
  for (size_t y = 0; y < gathered->year_count; y++) {
    const struct gathered_year *year = &gathered->years[y];
    result_text(table, year->result->name);
    result_text(table, old_text(year->table, year->row, "measure"));
    result_text(table, old_text(year->table, year->row, "title"));
    take_over(table, year->table, year->row, place_of(table, NUMBER_year), table->column_count - 1);
  }
  return table;
}

static const struct result_table *sums_table(struct arena *arena, const struct gathered *gathered) {
  struct result_table *table = result_table_new(arena, "gathered_sums", COLUMNS(sum_columns));
  for (size_t s = 0; s < gathered->sum_count; s++) {
    const struct gathered_sum *sum = &gathered->sums[s];
    if (!sum->measures)
      continue;
    result_text(table, sum->year);
    result_text(table, sum->of);
    result_text(table, sum->population);
    result_number(table, sum->results);
    result_number(table, sum->measures);
    result_number(table, sum->claimed_ore);
    result_number(table, sum->kept_ore);
    result_number(table, sum->adjusted_ore);
    result_text(table, country_shown(gathered, sum->country));
  }
  return table;
}

// Countries in the order in which the results have them.
static const char *const *countries_of(struct arena *arena, const struct gathered *gathered) {
  const char **countries = arena_array(arena, gathered->result_count + 1, sizeof *countries);
  size_t count = 0;
  for (size_t r = 0; r < gathered->result_count; r++) {
    size_t known = 0;
    while (known < count && strcmp(countries[known], gathered->results[r]->country))
      known++;
    if (known == count)
      countries[count++] = gathered->results[r]->country;
  }
  return countries;
}

static const char *verdict_of(const struct gathered_measure *measure) {
  return old_text(measure->table, measure->row, "verdict");
}

// How many measures of how many results have a verdict; the measures of a result are contiguous.
static void add_verdict(struct result_table *table, const struct gathered *gathered, const char *country,
                        const char *verdict) {
  const struct old_result *last = NULL;
  int64_t measures = 0, results = 0;
  for (size_t m = 0; m < gathered->measure_count; m++) {
    const struct gathered_measure *measure = &gathered->measures[m];
    if (strcmp(measure->result->country, country) || strcmp(verdict_of(measure), verdict))
      continue;
    measures++;
    results += measure->result != last;
    last = measure->result;
  }
  result_text(table, verdict);
  result_number(table, measures);
  result_number(table, results);
  result_text(table, country_shown(gathered, country));
}

static bool is_told(const struct result_table *table, const char *country, const char *verdict) {
  const struct result_match matches[] = {{TEXT_country, country}, {TEXT_verdict, verdict}, {0}};
  size_t row = SIZE_MAX;
  return result_next(table, matches, &row);
}

static const struct result_table *verdicts_table(struct arena *arena, const struct gathered *gathered) {
  struct result_table *table = result_table_new(arena, "gathered_verdicts", COLUMNS(verdict_columns));
  for (const char *const *country = countries_of(arena, gathered); *country; country++)
    for (size_t m = 0; m < gathered->measure_count; m++) {
      const struct gathered_measure *measure = &gathered->measures[m];
      if (!strcmp(measure->result->country, *country) &&
          !is_told(table, country_shown(gathered, *country), verdict_of(measure)))
        add_verdict(table, gathered, *country, verdict_of(measure));
    }
  return table;
}

static void add_outliers(struct arena *arena, struct result_table *table, const struct gathered *gathered,
                         const char *country, enum gathered_figure figure) {
  struct gathered_fences fences;
  if (!gathered_fences_of(arena, gathered, country, figure, &fences))
    return;
  for (size_t m = 0; m < gathered->measure_count; m++) {
    const struct gathered_measure *measure = &gathered->measures[m];
    int64_t value = measure->figures[figure];
    bool inside = (double)value >= fences.low && (double)value <= fences.high;
    if (strcmp(measure->result->country, country) || value == FIELD_BLANK || inside)
      continue;
    result_text(table, measure->result->name);
    result_text(table, old_text(measure->table, measure->row, "measure"));
    result_text(table, old_text(measure->table, measure->row, "title"));
    result_text(table, figure_names[figure]);
    result_number(table, value);
    result_number(table, fixed_round(fences.low));
    result_number(table, fixed_round(fences.high));
    result_number(table, fences.compared);
    result_text(table, country_shown(gathered, country));
  }
}

static const struct result_table *outliers_table(struct arena *arena, const struct gathered *gathered) {
  struct result_table *table = result_table_new(arena, "gathered_outliers", COLUMNS(outlier_columns));
  for (const char *const *country = countries_of(arena, gathered); *country; country++)
    for (int f = 0; f < GATHERED_FIGURES; f++)
      add_outliers(arena, table, gathered, *country, (enum gathered_figure)f);
  return table;
}

static const struct result_table *left_out_table(struct arena *arena, const struct gathered *gathered) {
  struct result_table *table = result_table_new(arena, "gathered_left_out", COLUMNS(left_out_columns));
  for (size_t i = 0; i < gathered->left_out_count; i++) {
    result_text(table, gathered->left_out[i].path);
    result_text(table, gathered->left_out[i].why);
  }
  return table;
}

const struct result_set *gathered_tables(struct arena *arena, const struct gathered *gathered) {
  static const struct result_table *(*const make[])(struct arena *, const struct gathered *) = {
      measures_table, sums_table, verdicts_table, outliers_table, years_table, left_out_table};
  enum { TABLES = sizeof make / sizeof *make };
  struct result_set *set = arena_alloc(arena, sizeof *set);
  *set = (struct result_set){.count = TABLES, .tables = arena_array(arena, TABLES, sizeof *set->tables)};
  for (size_t t = 0; t < TABLES; t++)
    set->tables[t] = make[t](arena, gathered);
  return set;
}

// ---------------------------------------------------------------- sentences

struct sentences {
  struct arena *arena;
  const char **items;
  size_t count, room;
};

static void say(struct sentences *sentences, const char *text) {
  *(const char **)arena_push(sentences->arena, &sentences->items, &sentences->count, &sentences->room,
                             sizeof *sentences->items) = text;
}

static void say_counts(struct sentences *to, const struct gathered *gathered) {
  struct arena *arena = to->arena;
  say(to, arena_printf(arena, _("Results gathered: %s. Measures in them: %s."),
                       format_integer(arena, (int64_t)gathered->result_count),
                       format_integer(arena, (int64_t)gathered->measure_count)));
  if (gathered->left_out_count)
    say(to, arena_printf(arena, _("Left out: %s of the folders named, which are in no sum below."),
                         format_integer(arena, (int64_t)gathered->left_out_count)));
}

// What the model checks, towards the target and outside it, for one country and year.
static void say_sum(struct sentences *to, const struct gathered *gathered, size_t first, size_t end) {
  struct arena *arena = to->arena;
  struct gathered_sum all = gathered->sums[first];
  all.measures = all.claimed_ore = all.kept_ore = all.adjusted_ore = 0;
  for (size_t s = first; s < end; s++) {
    const struct gathered_sum *sum = &gathered->sums[s];
    if (strcmp(sum->population, "modelled"))
      continue;
    all.measures += sum->measures;
    all.claimed_ore += sum->claimed_ore;
    all.kept_ore += sum->kept_ore;
    all.adjusted_ore += sum->adjusted_ore;
  }
  const char *country = country_shown(gathered, all.country);
  if (!all.measures)
    return;
  say(to, arena_printf(arena,
                       _("%s%sMeasures checked by the model by %s: %s. Claimed for them, where anything is: %s. "
                         "Found: %s if no more positions are removed than the measures themselves remove, %s if "
                         "positions are adjusted."),
                       country, *country ? ": " : "", all.year, format_integer(arena, all.measures),
                       format_kr(arena, all.claimed_ore), format_kr(arena, all.kept_ore),
                       format_kr(arena, all.adjusted_ore)));
}

static void say_sums(struct sentences *to, const struct gathered *gathered) {
  for (size_t first = 0, end; first < gathered->sum_count; first = end) {
    for (end = first + 1; end < gathered->sum_count && !strcmp(gathered->sums[end].year, gathered->sums[first].year) &&
                          !strcmp(gathered->sums[end].country, gathered->sums[first].country);
         end++)
      ;
    say_sum(to, gathered, first, end);
  }
}

static void say_evidence(struct sentences *to, const struct gathered *gathered) {
  int64_t checked = 0, illustrations = 0;
  for (size_t m = 0; m < gathered->measure_count; m++) {
    const struct gathered_measure *measure = &gathered->measures[m];
    checked += measure->checked;
    illustrations += measure->checked && !strcmp(old_text(measure->table, measure->row, "evidence"), "illustration");
  }
  if (illustrations)
    say(to,
        arena_printf(
            to->arena,
            ngettext("An illustration: %s of %s measure checked, because need or contracts of its unit are assumed.",
                     "An illustration: %s of the %s measures checked, because need or contracts of their units are "
                     "assumed.",
                     (unsigned long)checked),
            format_integer(to->arena, illustrations), format_integer(to->arena, checked)));
}

static void say_price_days(struct sentences *to, const struct gathered *gathered) {
  for (size_t r = 1; r < gathered->result_count; r++)
    if (gathered->results[r]->price_day != gathered->results[0]->price_day) {
      say(to,
          _("The results are in the pay of different days (price_day): their kroner are added as they stand, and those "
            "of a later day weigh more."));
      return;
    }
}

const char *const *gathered_sentences(struct arena *arena, const struct gathered *gathered) {
  struct sentences sentences = {.arena = arena};
  say_counts(&sentences, gathered);
  say_sums(&sentences, gathered);
  say_evidence(&sentences, gathered);
  say_price_days(&sentences, gathered);
  say(&sentences,
      _("Each result is taken over as it stands; nothing is solved again. What two scenarios both count is in the "
        "sums twice."));
  say(&sentences, NULL);
  return sentences.items;
}

const char *gathered_rule(struct arena *arena) {
  return arena_printf(
      arena,
      _("An outlier lies below Q1 − 1.5 × (Q3 − Q1) or above Q3 + 1.5 × (Q3 − Q1) of all values compared "
        "(Tukey's fences; quartiles as QUARTILE.INC of spreadsheets). Compared are the share of the claim that "
        "is found with positions kept, the share with positions adjusted, and the kroner claimed for one "
        "claimed FTE, of measures that the model checks and that claim a saving. Of fewer than %d values none "
        "is called an outlier. An outlier is where to look first, and no fault by itself."),
      GATHERED_LEAST);
}
