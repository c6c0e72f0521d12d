// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/gathered.h"

#include <stdlib.h>
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"

// ---------------------------------------------------------------- folders

struct named {
  const char *path, *name;
};

static int by_name(const void *left, const void *right) {
  const struct named *a = left, *b = right;
  int order = strcmp(a->name, b->name);
  return order ? order : strcmp(a->path, b->path);
}

static const struct named *in_order(struct arena *arena, char *const *paths, const char *const *names, size_t count) {
  struct named *named = arena_array(arena, count, sizeof *named);
  for (size_t i = 0; i < count; i++)
    named[i] = (struct named){paths[i], names[i]};
  if (count)
    qsort(named, count, sizeof *named, by_name);
  return named;
}

static void leave_out(struct gathered *gathered, const char *path, const char *why) {
  gathered->left_out[gathered->left_out_count++] = (struct folder_left_out){path, why};
}

// The first readable result sets the language, in which the reasons why others cannot be read are then given.
static void choose_language(struct arena *arena, const struct named *named, size_t count, const char *version) {
  const char *why;
  const struct old_result *first = NULL;
  for (size_t i = 0; i < count && !first; i++)
    first = old_result_open(arena, named[i].path, named[i].name, version, &why);
  if (first)
    language_prefer(first->language);
}

// ---------------------------------------------------------------- measures

static int64_t share_tenths(int64_t found_ore, int64_t claimed_ore) {
  if (found_ore == FIELD_BLANK || claimed_ore == FIELD_BLANK || claimed_ore <= 0)
    return FIELD_BLANK;
  return tenths(100.0 * (double)found_ore / (double)claimed_ore);
}

static void add_figures(struct gathered_measure *measure) {
  int64_t fte_milli = old_number(measure->table, measure->row, "claimed_fte", 3);
  bool claimed = measure->claimed_ore != FIELD_BLANK && measure->claimed_ore > 0;
  for (int f = 0; f < GATHERED_FIGURES; f++)
    measure->figures[f] = FIELD_BLANK;
  if (!measure->checked || !claimed)
    return;
  measure->figures[FIGURE_KEPT_SHARE] = share_tenths(measure->kept_ore, measure->claimed_ore);
  measure->figures[FIGURE_ADJUSTED_SHARE] = share_tenths(measure->adjusted_ore, measure->claimed_ore);
  if (fte_milli != FIELD_BLANK && fte_milli > 0)
    measure->figures[FIGURE_CLAIM_PER_FTE] = tenths(kr_from_ore(measure->claimed_ore) / ((double)fte_milli / MILLI));
}

static void add_measures(struct arena *arena, struct gathered *gathered, const struct old_result *result,
                         const struct old_table *overview) {
  for (size_t row = 0; row < old_rows(overview); row++) {
    struct gathered_measure *measure =
        arena_push(arena, &gathered->measures, &gathered->measure_count, &gathered->measure_room, sizeof *measure);
    *measure = (struct gathered_measure){.result = result,
                                         .table = overview,
                                         .row = row,
                                         .claimed_ore = old_number(overview, row, "claimed_kr", 2),
                                         .kept_ore = old_number(overview, row, "kept_kr", 2),
                                         .adjusted_ore = old_number(overview, row, "adjusted_kr", 2),
                                         .rank_kept = FIELD_BLANK,
                                         .rank_adjusted = FIELD_BLANK};
    measure->checked = !strcmp(old_text(overview, row, "population"), "modelled") && measure->kept_ore != FIELD_BLANK;
    add_figures(measure);
  }
}

static void add_years(struct arena *arena, struct gathered *gathered, const struct old_result *result,
                      const struct old_table *claims) {
  for (size_t row = 0; row < old_rows(claims); row++) {
    struct gathered_year *year =
        arena_push(arena, &gathered->years, &gathered->year_count, &gathered->year_room, sizeof *year);
    *year = (struct gathered_year){result, claims, row};
  }
}

// ---------------------------------------------------------------- sums

static struct gathered_sum *sum_of(struct arena *arena, struct gathered *gathered, const struct gathered_sum *key) {
  for (size_t i = 0; i < gathered->sum_count; i++) {
    struct gathered_sum *sum = &gathered->sums[i];
    if (!strcmp(sum->country, key->country) && !strcmp(sum->year, key->year) && !strcmp(sum->of, key->of) &&
        !strcmp(sum->population, key->population))
      return sum;
  }
  struct gathered_sum *sum = arena_push(arena, &gathered->sums, &gathered->sum_count, &gathered->sum_room, sizeof *sum);
  *sum = *key;
  return sum;
}

static int64_t or_nothing(int64_t number) { return number == FIELD_BLANK ? 0 : number; }

static void add_sums(struct arena *arena, struct gathered *gathered, const struct old_result *result,
                     const struct old_table *sums) {
  for (size_t row = 0; row < old_rows(sums); row++) {
    const struct gathered_sum key = {.country = result->country,
                                     .year = old_text(sums, row, "year"),
                                     .of = old_text(sums, row, "of"),
                                     .population = old_text(sums, row, "population")};
    struct gathered_sum *sum = sum_of(arena, gathered, &key);
    int64_t measures = or_nothing(old_number(sums, row, "measures", 0));
    sum->results += measures > 0;
    sum->measures += measures;
    sum->claimed_ore += or_nothing(old_number(sums, row, "claimed_kr", 2));
    sum->kept_ore += or_nothing(old_number(sums, row, "kept_kr", 2));
    sum->adjusted_ore += or_nothing(old_number(sums, row, "adjusted_kr", 2));
  }
}

// Countries and years in alphabetical order; within one year as in the first result.
static int by_year(const void *left, const void *right) {
  static const char *const places[] = {"target", "outside", "all"};
  const struct gathered_sum *a = left, *b = right;
  int order = strcmp(a->country, b->country);
  order = order ? order : strcmp(a->year, b->year);
  for (size_t p = 0; !order && p < sizeof places / sizeof *places; p++)
    order = !strcmp(b->of, places[p]) - !strcmp(a->of, places[p]);
  return order ? order : strcmp(a->population, b->population);
}

// ---------------------------------------------------------------- ranks

struct ranked {
  const char *country;
  int64_t ore;
  size_t measure;
};

static int by_kroner(const void *left, const void *right) {
  const struct ranked *a = left, *b = right;
  int order = strcmp(a->country, b->country);
  if (order || a->ore == b->ore)
    return order ? order : (a->measure > b->measure) - (a->measure < b->measure);
  return a->ore > b->ore ? -1 : 1;
}

static void rank(struct arena *arena, struct gathered *gathered, bool adjusted) {
  struct ranked *ranked = arena_array(arena, gathered->measure_count, sizeof *ranked);
  size_t count = 0;
  for (size_t m = 0; m < gathered->measure_count; m++) {
    const struct gathered_measure *measure = &gathered->measures[m];
    int64_t ore = adjusted ? measure->adjusted_ore : measure->kept_ore;
    if (measure->checked && ore != FIELD_BLANK)
      ranked[count++] = (struct ranked){measure->result->country, ore, m};
  }
  if (count)
    qsort(ranked, count, sizeof *ranked, by_kroner);
  int64_t place = 0, shared = 0;
  for (size_t i = 0; i < count; i++) {
    bool same_country = i && !strcmp(ranked[i].country, ranked[i - 1].country);
    place = same_country ? place + 1 : 1;
    shared = same_country && ranked[i].ore == ranked[i - 1].ore ? shared : place;
    struct gathered_measure *measure = &gathered->measures[ranked[i].measure];
    *(adjusted ? &measure->rank_adjusted : &measure->rank_kept) = shared;
  }
}

// ---------------------------------------------------------------- all

static const struct old_result *counted_already(const struct gathered *gathered, const struct old_result *result) {
  for (size_t r = 0; r < gathered->result_count; r++)
    if (!strcmp(gathered->results[r]->inputs, result->inputs))
      return gathered->results[r];
  return NULL;
}

// All tables of a result, or none of them.
static void take_result(struct arena *arena, struct gathered *gathered, const struct named *named,
                        const char *version) {
  const char *why = NULL;
  const struct old_result *result = old_result_open(arena, named->path, named->name, version, &why);
  const struct old_table *overview = NULL, *sums = NULL, *claims = NULL;
  if (result)
    overview = old_result_table(arena, result, "overview", &why);
  if (!why)
    sums = old_result_table(arena, result, "sums", &why);
  if (!why)
    claims = old_result_table(arena, result, "claims", &why);
  const struct old_result *same = why ? NULL : counted_already(gathered, result);
  gathered->unread_count += why != NULL;
  if (same)
    why = arena_printf(arena, _("it is of the same input as %s, and is counted once"), same->path);
  if (why) {
    leave_out(gathered, named->path, why);
    return;
  }
  gathered->results[gathered->result_count++] = result;
  add_measures(arena, gathered, result, overview);
  add_sums(arena, gathered, result, sums);
  add_years(arena, gathered, result, claims);
}

struct gathered *gather(struct arena *arena, char *const *paths, const char *const *names, size_t count,
                        const char *version) {
  struct gathered *gathered = arena_alloc(arena, sizeof *gathered);
  const struct named *named = in_order(arena, paths, names, count);
  gathered->results = arena_array(arena, count, sizeof *gathered->results);
  gathered->left_out = arena_array(arena, count, sizeof *gathered->left_out);
  choose_language(arena, named, count, version);
  for (size_t i = 0; i < count; i++)
    take_result(arena, gathered, &named[i], version);
  if (gathered->sum_count)
    qsort(gathered->sums, gathered->sum_count, sizeof *gathered->sums, by_year);
  rank(arena, gathered, false);
  rank(arena, gathered, true);
  return gathered;
}

// ---------------------------------------------------------------- fences

static int by_number(const void *left, const void *right) {
  int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
  return (a > b) - (a < b);
}

// At rank (count - 1) x share, interpolated.
static double quantile(const int64_t *sorted, size_t count, double share) {
  double at = (double)(count - 1) * share;
  size_t below = (size_t)at, above = below + 1 < count ? below + 1 : below;
  return (double)sorted[below] + (at - (double)below) * (double)(sorted[above] - sorted[below]);
}

bool gathered_fences_of(struct arena *arena, const struct gathered *gathered, const char *country,
                        enum gathered_figure figure, struct gathered_fences *fences) {
  static const double REACH = 1.5; // J. W. Tukey, Exploratory Data Analysis (1977)
  int64_t *values = arena_array(arena, gathered->measure_count, sizeof *values);
  size_t count = 0;
  for (size_t m = 0; m < gathered->measure_count; m++) {
    const struct gathered_measure *measure = &gathered->measures[m];
    if (!strcmp(measure->result->country, country) && measure->figures[figure] != FIELD_BLANK)
      values[count++] = measure->figures[figure];
  }
  *fences = (struct gathered_fences){.compared = (int64_t)count};
  if (count < GATHERED_LEAST)
    return false;
  qsort(values, count, sizeof *values, by_number);
  double first = quantile(values, count, 0.25), third = quantile(values, count, 0.75);
  fences->low = first - REACH * (third - first);
  fences->high = third + REACH * (third - first);
  return true;
}
