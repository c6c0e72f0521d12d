// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/levels.h"

#include <math.h>
#include <string.h>

#include "audit/titles.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/terminal.h"
#include "scenario/shared.h"

static const struct field_column level_columns[] = {
    {"point", FIELD_INTEGER, 0},
    {"point_kind", FIELD_CODE, 0},
    {"measure", FIELD_CODE, 0},
    {"level_fte", FIELD_DECIMAL, 3},
    {"heads", FIELD_DECIMAL, 3},
    {"level_cost_kr", FIELD_KR, 0},
    {"level_sd_kr", FIELD_KR, 0},
    {"level_p5_kr", FIELD_KR, 0},
    {"level_p95_kr", FIELD_KR, 0},
    {"level_error_kr", FIELD_KR, 0},
    {"level_empty_h", FIELD_DECIMAL, 1},
    {"level_empty_sd_h", FIELD_DECIMAL, 1},
    {"level_empty_p5_h", FIELD_DECIMAL, 1},
    {"level_empty_p95_h", FIELD_DECIMAL, 1},
    {"level_empty_percent", FIELD_DECIMAL, 2},
    {"level_below_days", FIELD_DECIMAL, 1},
    {"level_below_days_p95", FIELD_DECIMAL, 1},
    {"level_called_h", FIELD_DECIMAL, 1},
    {"level_saved_kr", FIELD_KR, 0},
    {"level_saved_sd_kr", FIELD_KR, 0},
    {"level_saved_p5_kr", FIELD_KR, 0},
    {"level_saved_p95_kr", FIELD_KR, 0},
    {"level_more_empty_h", FIELD_DECIMAL, 1},
    {"curve_place", FIELD_CODE, 0},
    {"beaten_by", FIELD_INTEGER, 0},
    {"per_hour_covered_kr", FIELD_KR, 0},
    {"claimed_kr", FIELD_KR, 0},
    {"wanted_less_h", FIELD_DECIMAL, 1},
    {"programme_cost_kr", FIELD_KR, 0},
    {"programme_empty_h", FIELD_DECIMAL, 1},
    {"draws", FIELD_INTEGER, 0},
};

static int64_t ore(double kr) { return fixed_round(kr * ORE_PER_KR); }
static int64_t thousandths(double value) { return fixed_round(value * MILLI); }

static const char *measure_of(const struct levels *levels, const struct level *level) {
  return level->kind == LEVEL_MEASURE ? measure_rows(&levels->scenario->tables)[level->measure].measure : "";
}

// The cost of one more covered hour, compared with the level of the curve with the next more empty hours; blank for the
// last.
static int64_t per_hour_ore(const struct levels *levels, const struct level *level) {
  const struct level *next = NULL;
  if (level->place != LEVEL_ON_CURVE || level->kind == LEVEL_MEASURE)
    return FIELD_BLANK;
  for (size_t i = 0; i < levels->count; i++) {
    const struct level *other = &levels->items[i];
    if (other->place == LEVEL_ON_CURVE && other->kind != LEVEL_MEASURE &&
        other->empty_h.mean > level->empty_h.mean + FEW_HOURS && (!next || other->empty_h.mean < next->empty_h.mean))
      next = other;
  }
  return next ? ore((level->cost_kr.mean - next->cost_kr.mean) / (next->empty_h.mean - level->empty_h.mean))
              : FIELD_BLANK;
}

static void add_cost(struct result_table *table, const struct level *level) {
  result_number(table, ore(level->cost_kr.mean));
  result_number(table, ore(level->cost_kr.sd));
  result_number(table, ore(level->cost_kr.quantile[QUANTILE_5]));
  result_number(table, ore(level->cost_kr.quantile[QUANTILE_95]));
  result_number(table, ore(level->cost_kr.error));
}

static void add_cover(struct result_table *table, const struct levels *levels, const struct level *level) {
  result_number(table, tenths(level->empty_h.mean));
  result_number(table, tenths(level->empty_h.sd));
  result_number(table, tenths(level->empty_h.quantile[QUANTILE_5]));
  result_number(table, tenths(level->empty_h.quantile[QUANTILE_95]));
  result_number(table, hundredths(100 * level->empty_share));
  result_number(table, levels->has_norm ? tenths(level->below_days.mean) : FIELD_BLANK);
  result_number(table, levels->has_norm ? tenths(level->below_days.quantile[QUANTILE_95]) : FIELD_BLANK);
  result_number(table, tenths(level->called_h));
}

static void add_beside_today(struct result_table *table, const struct level *level) {
  bool today = level->kind == LEVEL_TODAY;
  result_number(table, today ? FIELD_BLANK : ore(level->saved_kr.mean));
  result_number(table, today ? FIELD_BLANK : ore(level->saved_kr.sd));
  result_number(table, today ? FIELD_BLANK : ore(level->saved_kr.quantile[QUANTILE_5]));
  result_number(table, today ? FIELD_BLANK : ore(level->saved_kr.quantile[QUANTILE_95]));
  result_number(table, today ? FIELD_BLANK : tenths(level->more_empty_h));
}

static void add_level(struct result_table *table, const struct levels *levels, size_t item) {
  const struct level *level = &levels->items[item];
  bool measure = level->kind == LEVEL_MEASURE;
  result_number(table, (int64_t)item + 1);
  result_text(table, level_kind_name(level->kind));
  result_text(table, measure_of(levels, level));
  result_number(table, thousandths(level->fte));
  result_number(table, thousandths(level->heads));
  add_cost(table, level);
  add_cover(table, levels, level);
  add_beside_today(table, level);
  result_text(table, level_place_name(level->place));
  result_number(table, level->place == LEVEL_BEATEN ? (int64_t)level->beaten_by + 1 : FIELD_BLANK);
  result_number(table, per_hour_ore(levels, level));
  result_number(table, measure && level->claimed.amount_ore != NOT_GIVEN ? level->claimed.amount_ore : FIELD_BLANK);
  result_number(table, measure ? tenths(level->wanted_less_h) : FIELD_BLANK);
  result_number(table, ore(level->programme_kr));
  result_number(table, tenths(level->programme_empty_h));
  result_number(table, (int64_t)level->draws);
}

struct result_table *levels_table(struct arena *arena, const struct levels *levels) {
  struct result_table *table = result_table_new(arena, "levels", COLUMNS(level_columns));
  for (size_t i = 0; i < levels->count; i++)
    add_level(table, levels, i);
  return table;
}

// ---------------------------------------------------------------- on a terminal

static const char *fte_of(struct arena *arena, double fte) { return format_short(arena, hundredths(fte), 2); }
static const char *kr_of(struct arena *arena, double kr) { return format_kr(arena, ore(kr)); }
static const char *hours_of(struct arena *arena, double hours) { return format_integer(arena, fixed_round(hours)); }

static const char *kr_range(struct arena *arena, const struct spread *spread) {
  return arena_printf(arena, _("%s to %s"), format_kr_number(arena, ore(spread->quantile[QUANTILE_5])),
                      format_kr_number(arena, ore(spread->quantile[QUANTILE_95])));
}

static const char *hours_range(struct arena *arena, const struct spread *spread) {
  return arena_printf(arena, _("%s to %s"), hours_of(arena, spread->quantile[QUANTILE_5]),
                      hours_of(arena, spread->quantile[QUANTILE_95]));
}

const char *levels_point_name(struct arena *arena, const struct levels *levels, size_t item) {
  const struct level *level = &levels->items[item];
  if (level->kind == LEVEL_MEASURE)
    return measure_of(levels, level);
  return arena_printf(arena, level->kind == LEVEL_TODAY ? _("%s FTE (today)") : _("%s FTE"), fte_of(arena, level->fte));
}

static const char *place_words(struct arena *arena, const struct levels *levels, const struct level *level) {
  const char *words = label_of(arena, "curve_place", level_place_name(level->place));
  if (level->place != LEVEL_BEATEN)
    return words;
  return arena_printf(arena, _("beaten by %s"), levels_point_name(arena, levels, level->beaten_by));
}

struct result_table *levels_short_table(struct arena *arena, const struct levels *levels,
                                        const char *const **headings) {
  static const struct field_column columns[] = {
      {"level", FIELD_TEXT, 0},       {"level_fte", FIELD_DECIMAL, 2},        {"level_cost_kr", FIELD_KR, 0},
      {"cost_range", FIELD_TEXT, 0},  {"level_saved_kr", FIELD_KR, 0},        {"level_empty_h", FIELD_INTEGER, 0},
      {"empty_range", FIELD_TEXT, 0}, {"level_below_days", FIELD_INTEGER, 0}, {"curve_place", FIELD_TEXT, 0},
  };
  static const char *const names[] = {N_("Level"),       N_("FTE"),      N_("Cost, kr"),    N_("nine of ten"),
                                      N_("Saved"),       N_("Empty, h"), N_("nine of ten"), N_("Days below the norm"),
                                      N_("On the curve")};
  struct result_table *table = result_table_new(arena, "levels", COLUMNS(columns));
  for (size_t i = 0; i < levels->count; i++) {
    const struct level *level = &levels->items[i];
    result_text(table, levels_point_name(arena, levels, i));
    result_number(table, hundredths(level->fte));
    result_number(table, ore(level->cost_kr.mean));
    result_text(table, kr_range(arena, &level->cost_kr));
    result_number(table, level->kind == LEVEL_TODAY ? FIELD_BLANK : ore(level->saved_kr.mean));
    result_number(table, fixed_round(level->empty_h.mean));
    result_text(table, hours_range(arena, &level->empty_h));
    result_number(table, levels->has_norm ? fixed_round(level->below_days.mean) : FIELD_BLANK);
    result_text(table, place_words(arena, levels, level));
  }
  *headings = names;
  return table;
}

// ---------------------------------------------------------------- in words

static const char *unit_title(struct arena *arena, const struct levels *levels) {
  const struct unit_row *unit = &unit_rows(&levels->scenario->tables)[levels->ask.unit];
  return terminal_text(arena, unit->title ? unit->title : unit->unit);
}

const char *levels_heading(struct arena *arena, const struct levels *levels) {
  return arena_printf(arena, _("%s, %s: contracted positions from %s to %s FTE"), unit_title(arena, levels),
                      fiscal_year_name(arena, levels->year), format_short(arena, levels->ask.from_milli, 3),
                      format_short(arena, levels->ask.to_milli, 3));
}

struct sentences {
  struct arena *arena;
  const char **items;
  size_t count, room;
};

static void say(struct sentences *sentences, const char *text) {
  *(const char **)arena_push(sentences->arena, &sentences->items, &sentences->count, &sentences->room, sizeof text) =
      text;
}

static const char *today_sentence(struct arena *arena, const struct levels *levels) {
  const struct level *today = &levels->items[levels->today];
  if (today->place == LEVEL_ON_CURVE)
    return arena_printf(arena,
                        _("Today's level, %s FTE, lies on the curve: no other level here is both cheaper and at least "
                          "as well covered."),
                        fte_of(arena, today->fte));
  const struct level *better = &levels->items[today->beaten_by];
  return arena_printf(
      arena,
      _("Today's level, %s FTE, does not lie on the curve: %s FTE cost %s a year instead of %s, and leave "
        "%s hours empty instead of %s."),
      fte_of(arena, today->fte), fte_of(arena, better->fte), kr_of(arena, better->cost_kr.mean),
      kr_of(arena, today->cost_kr.mean), hours_of(arena, better->empty_h.mean), hours_of(arena, today->empty_h.mean));
}

static const char *curve_sentence(struct arena *arena, const struct levels *levels) {
  const char *list = "";
  for (size_t i = 0; i < levels->count; i++)
    if (levels->items[i].place == LEVEL_ON_CURVE && levels->items[i].kind != LEVEL_MEASURE)
      list = arena_printf(arena, "%s%s%s", list, *list ? "; " : "", fte_of(arena, levels->items[i].fte));
  return arena_printf(arena, _("On the curve, where nothing is both cheaper and better covered: %s FTE."), list);
}

static const char *measure_sentence(struct arena *arena, const struct levels *levels, size_t item) {
  const struct level *level = &levels->items[item];
  const struct measure_row *row = &measure_rows(&levels->scenario->tables)[level->measure];
  const char *name = arena_printf(arena, _("%s: %s, %s FTE."), row->measure, terminal_text(arena, row->title),
                                  fte_of(arena, level->fte));
  bool dearer = level->saved_kr.mean < 0;
  double low = level->saved_kr.quantile[dearer ? QUANTILE_95 : QUANTILE_5],
         high = level->saved_kr.quantile[dearer ? QUANTILE_5 : QUANTILE_95], sign = dearer ? -1 : 1;
  const char *found = arena_printf(
      arena,
      dearer ? _("It costs %s more a year in cash, between %s and %s in nine of ten, and leaves %s hours empty (today "
                 "%s).")
             : _("It saves %s a year in cash, between %s and %s in nine of ten, and leaves %s hours empty (today %s)."),
      kr_of(arena, sign * level->saved_kr.mean), kr_of(arena, sign * low), kr_of(arena, sign * high),
      hours_of(arena, level->empty_h.mean), hours_of(arena, levels->items[levels->today].empty_h.mean));
  found = format_sentences(arena, name, found);
  if (level->claimed.amount_ore != NOT_GIVEN)
    found = format_sentences(arena, found,
                             arena_printf(arena, _("Its claim is %s."), format_kr(arena, level->claimed.amount_ore)));
  if (level->place == LEVEL_OTHER_NEED)
    return format_sentences(arena, found,
                            arena_printf(arena,
                                         _("It wants %s hours fewer, which are not among those empty: it is held "
                                           "against no level."),
                                         hours_of(arena, level->wanted_less_h)));
  if (level->place == LEVEL_BEATEN)
    return format_sentences(arena, found,
                            arena_printf(arena,
                                         _("A level beats it, cheaper or better covered and in nothing worse: %s."),
                                         levels_point_name(arena, levels, level->beaten_by)));
  return format_sentences(arena, found, _("No level here is both cheaper and at least as well covered."));
}

const char *const *levels_findings(struct arena *arena, const struct levels *levels) {
  struct sentences sentences = {.arena = arena};
  say(&sentences, today_sentence(arena, levels));
  say(&sentences, curve_sentence(arena, levels));
  for (size_t i = 0; i < levels->count; i++)
    if (levels->items[i].kind == LEVEL_MEASURE)
      say(&sentences, measure_sentence(arena, levels, i));
  say(&sentences, NULL);
  return sentences.items;
}

// "120" years or, where each level is drawn as long as needed, "200 to 700".
static const char *years_drawn(struct arena *arena, const struct levels *levels) {
  size_t least = levels->items[0].draws, most = least;
  for (size_t i = 1; i < levels->count; i++) {
    size_t draws = levels->items[i].draws;
    least = draws < least ? draws : least;
    most = draws > most ? draws : most;
  }
  const char *up_to = format_integer(arena, (int64_t)most);
  return least == most ? up_to : arena_printf(arena, _("%s to %s"), format_integer(arena, (int64_t)least), up_to);
}

static const char *error_sentence(struct arena *arena, const struct levels *levels) {
  double error = 0;
  for (size_t i = 0; i < levels->count; i++)
    error = fmax(error, levels->items[i].cost_kr.error);
  return arena_printf(
      arena,
      _("%s years drawn, seed %d. The mean cost of a level is sure to within %s in 95 of 100 such runs; "
        "levels have the same luck, so that their differences are surer."),
      years_drawn(arena, levels), (int)levels->ask.chance.seed, kr_of(arena, 2 * error));
}

const char *const *levels_terms(struct arena *arena, const struct levels *levels) {
  const struct scenario *scenario = levels->scenario;
  const char *units =
      title_of_units(arena, &scenario->tables, units_solved_in_words(arena, scenario, levels->ask.unit));
  struct sentences sentences = {.arena = arena};
  say(&sentences,
      _("Every group of the unit has heads in proportion: categories and sizes of positions stay in their mix, "
        "and so do need, sources, prices and rules. No notice period and no severance is counted."));
  say(&sentences,
      _("Sick leave and the answers of those asked to come are drawn; need, prices and holidays are as planned. "
        "Hours that nobody fills cost nothing here: they stand on the other axis."));
  if (strchr(units, '+'))
    say(&sentences, arena_printf(arena, _("Cost and empty hours are of all units that share people: %s."), units));
  if (*levels->left_out)
    say(&sentences, arena_printf(arena, _("No point here: %s (nothing to solve, given up, or not in force all year)."),
                                 levels->left_out));
  say(&sentences, error_sentence(arena, levels));
  say(&sentences, NULL);
  return sentences.items;
}
