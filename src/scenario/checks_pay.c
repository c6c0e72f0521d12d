// SPDX-License-Identifier: GPL-3.0-or-later
// Pay and rates exist for everybody who is priced; supplements are never ambiguous.
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "calendar/dayset.h"
#include "calendar/fiscal.h"
#include "scenario/cells.h"
#include "scenario/checks.h"
#include "scenario/norwegian.h"
#include "scenario/place.h"
#include "scenario/rows_people.h"
#include "scenario/rows_settings.h"
#include "scenario/vary.h"
#include "text/cell.h"

// The earliest day at which any year is priced.
static int64_t pricing_day(const struct checking *checking) {
  const struct settings_row *settings = settings_of(checking->tables);
  return settings->price_day != NOT_GIVEN ? settings->price_day : fiscal_first_day((int)settings->first_year);
}

// ---------------------------------------------------------------- categories in use

// The first row that uses the category: a group, a source, a need or a type of position.
static const struct row *category_user(const struct tables *tables, int64_t category) {
  for (size_t i = 0; i < row_count(tables, TABLE_GROUPS); i++)
    if (group_rows(tables)[i].category == category)
      return &group_rows(tables)[i].row;
  for (size_t i = 0; i < row_count(tables, TABLE_SOURCES); i++)
    if (source_rows(tables)[i].category == category)
      return &source_rows(tables)[i].row;
  for (size_t i = 0; i < row_count(tables, TABLE_NEED); i++)
    if (need_rows(tables)[i].level == category)
      return &need_rows(tables)[i].row;
  for (size_t i = 0; i < row_count(tables, TABLE_CATALOGUE); i++)
    if (catalogue_rows(tables)[i].category == category)
      return &catalogue_rows(tables)[i].row;
  return NULL;
}

static bool has_pay(const struct tables *tables, int64_t category, int64_t day) {
  for (size_t i = 0; i < row_count(tables, TABLE_PAY); i++)
    if (pay_rows(tables)[i].category == category && pay_rows(tables)[i].valid_from <= day)
      return true;
  return false;
}

static void check_pay(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  int64_t day = pricing_day(checking);
  for (size_t c = 0; c < row_count(tables, TABLE_CATEGORIES); c++) {
    const struct row *user = category_user(tables, (int64_t)c);
    if (user && !has_pay(tables, (int64_t)c, day))
      problem_add(checking->problems, table_place(checking, TABLE_PAY, "category"), category_rows(tables)[c].category,
                  "used in %s line %d, but without pay on %s: add a row with valid_from on or before it", user->file,
                  user->line, date_print(checking, day));
  }
}

// The last day on or before another on which the category's pay changed: by a row of pay.csv, or by an expected
// settlement.
static const struct row *newest_pay(const struct tables *tables, int64_t category, int64_t day, int64_t *valid_from) {
  const char *code = category_rows(tables)[category].category;
  const struct row *newest = NULL;
  for (size_t i = 0; i < row_count(tables, TABLE_PAY); i++) {
    const struct pay_row *row = &pay_rows(tables)[i];
    if (row->category != category || row->valid_from > day || (newest && row->valid_from <= *valid_from))
      continue;
    newest = &row->row;
    *valid_from = row->valid_from;
  }
  for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++) {
    const struct rate_row *row = &rate_rows(tables)[i];
    bool applies = row->rate == RATE_PAY_GROWTH && (!row->applies_to || strcmp(row->applies_to, code) == 0);
    if (applies && newest && row->valid_from > *valid_from && row->valid_from <= day)
      *valid_from = row->valid_from;
  }
  return newest;
}

// Is the pay older than the year it prices? A settlement comes into force on 1 May (HTA), so before that day the pay of
// the year before is current.
static void check_pay_is_new(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  const struct settings_row *settings = settings_of(tables);
  int64_t day = settings->price_day != NOT_GIVEN ? settings->price_day : fiscal_last_day((int)settings->last_year);
  struct civil_date last = date_from_day((day_number)day);
  int year = last.month < 5 ? last.year - 1 : last.year;
  for (size_t c = 0; c < row_count(tables, TABLE_CATEGORIES); c++) {
    int64_t valid_from = 0;
    const struct row *newest = newest_pay(tables, (int64_t)c, day, &valid_from);
    if (newest && category_user(tables, (int64_t)c) && date_from_day((day_number)valid_from).year < year)
      problem_warn(
          checking->problems, row_place(newest, "valid_from"), date_print(checking, valid_from),
          "the newest pay of `%s`, and it prices what lies after the settlement of 1 May %d: add a row of that "
          "settlement, or state what is expected of it (pay_growth_percent in %s), or set price_day to a day before "
          "it",
          category_rows(tables)[c].category, year, table_of(TABLE_RATES)->file);
  }
}

// ---------------------------------------------------------------- rates

static bool has_rate(const struct tables *tables, enum rate_id rate, const char *applies_to, int64_t day) {
  bool same_for_all = !rate_meaning_of(rate)->key[0]; // then a row with another key is reported separately
  for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++) {
    const struct rate_row *row = &rate_rows(tables)[i];
    bool applies = same_for_all || !row->applies_to || (applies_to && strcmp(row->applies_to, applies_to) == 0);
    if (row->rate == (int64_t)rate && row->valid_from <= day && applies)
      return true;
  }
  return false;
}

// What the rate's rows apply to, ended by NULL.
static const char *const *applied_words(const struct checking *checking, enum rate_id rate) {
  size_t rows = row_count(checking->tables, TABLE_RATES), count = 0;
  const char **words = arena_array(checking->arena, rows + 1, sizeof *words);
  for (size_t i = 0; i < rows; i++) {
    const struct rate_row *row = &rate_rows(checking->tables)[i];
    if (row->rate == (int64_t)rate && row->applies_to)
      words[count++] = row->applies_to;
  }
  return words;
}

// In the language chosen.
static const char *rate_word(const struct rate_meaning *meaning) {
  return own_word(column_named(TABLE_RATES, "rate"), meaning->word);
}

static void require_rate(const struct checking *checking, enum rate_id rate, const char *applies_to) {
  int64_t day = pricing_day(checking);
  if (has_rate(checking->tables, rate, applies_to, day))
    return;
  const struct rate_meaning *meaning = rate_meaning_of(rate);
  struct place at = table_place(checking, TABLE_RATES, "rate");
  const char *word = rate_word(meaning);
  if (applies_to)
    problem_add(checking->problems, at, word, "missing for %s on %s: add a row (%s); %s", applies_to,
                date_print(checking, day), _(meaning->meaning),
                words_hint(checking->arena, applies_to, applied_words(checking, rate)));
  else
    problem_add(checking->problems, at, word, "missing on %s: add a row (%s)", date_print(checking, day),
                _(meaning->meaning));
}

static void require_for_categories(const struct checking *checking, enum rate_id rate) {
  for (size_t c = 0; c < row_count(checking->tables, TABLE_CATEGORIES); c++)
    if (category_user(checking->tables, (int64_t)c))
      require_rate(checking, rate, category_rows(checking->tables)[c].category);
}

// ---------------------------------------------------------------- rates that others call for

static bool rate_is_used(const struct tables *tables, enum rate_id rate) {
  for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++)
    if (rate_rows(tables)[i].rate == (int64_t)rate && rate_rows(tables)[i].value_e6)
      return true;
  return false;
}

static bool anybody_over_60(const struct tables *tables) {
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++)
    if (group_rows(tables)[g].over_60_e8)
      return true;
  return false;
}

static void check_called_for(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  bool over_60 = anybody_over_60(tables), refunded = rate_is_used(tables, RATE_HOLIDAY_PAY_REFUNDED);
  const struct {
    bool called_for;
    enum rate_id rate;
    const char *by;
  } rates[] = {{over_60, RATE_HOLIDAY_PAY_OVER_60, "over_60_percent"},
               {over_60 && refunded, RATE_HOLIDAY_PAY_REFUNDED_OVER_60, "over_60_percent"},
               {refunded, RATE_REFUND_WITHIN_48_DAYS, "holiday_pay_refunded"},
               {rate_is_used(tables, RATE_EMPLOYER_TAX_EXTRA), RATE_EMPLOYER_TAX_EXTRA_ABOVE, "employer_tax_extra"}};
  for (size_t r = 0; r < sizeof rates / sizeof *rates; r++) {
    const struct rate_meaning *meaning = rate_meaning_of(rates[r].rate);
    if (rates[r].called_for && !rate_is_used(tables, rates[r].rate))
      problem_add(checking->problems, table_place(checking, TABLE_RATES, "rate"), rate_word(meaning),
                  "missing, and %s asks for it: add a row (%s)", rates[r].by, _(meaning->meaning));
  }
}

// Beyond an allowance that a municipality uses up at once, zone Ia pays the rate of zone I: the cost of one more hour.
static void check_zone_ia(const struct checking *checking) {
  enum { FULL_RATE_E6 = 14100000 };
  const char *zone = settings_of(checking->tables)->zone;
  for (size_t i = 0; zone && i < row_count(checking->tables, TABLE_RATES); i++) {
    const struct rate_row *row = &rate_rows(checking->tables)[i];
    bool priced = row->rate == RATE_EMPLOYER_TAX && row->applies_to && strcmp(row->applies_to, zone) == 0;
    if (priced && strcmp(zone, "Ia") == 0 && row->value_e6 < FULL_RATE_E6)
      problem_doubt(
          checking->problems, row_place(&row->row, "value"), number_print(checking, row->value_e6, 6),
          "zone Ia pays less only until that has saved 500 000 kr a year (850 000 from 2024), which a municipality "
          "has used up at once: write %s, which the next krone of pay costs",
          number_print(checking, FULL_RATE_E6, 6));
  }
}

static void check_required_rates(const struct checking *checking) {
  for (int r = 0; r < RATE_COUNT; r++) {
    const struct rate_meaning *meaning = rate_meaning_of((enum rate_id)r);
    if (!meaning->required)
      continue;
    if (strcmp(meaning->key, "category") == 0)
      require_for_categories(checking, (enum rate_id)r);
    else if (strcmp(meaning->key, "zone") == 0)
      require_rate(checking, (enum rate_id)r, settings_of(checking->tables)->zone);
    else
      require_rate(checking, (enum rate_id)r, NULL);
  }
}

static void check_rate_values(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_RATES); i++) {
    const struct rate_row *row = &rate_rows(checking->tables)[i];
    const struct rate_meaning *meaning = rate_meaning_of((enum rate_id)row->rate);
    if (row->value_e6 < meaning->least_e6 || row->value_e6 > meaning->most_e6)
      problem_add(checking->problems, row_place(&row->row, "value"), number_print(checking, row->value_e6, 6),
                  "out of range: allowed for %s are %s to %s %s", rate_word(meaning),
                  number_print(checking, meaning->least_e6, 6),
                  digits_grouped(checking->arena, number_print(checking, meaning->most_e6, 6)), _(meaning->unit));
  }
}

static bool is_category(const struct tables *tables, const char *code) {
  for (size_t c = 0; c < row_count(tables, TABLE_CATEGORIES); c++)
    if (strcmp(category_rows(tables)[c].category, code) == 0)
      return true;
  return false;
}

static const char *category_hint(const struct checking *checking, const char *code) {
  size_t count = row_count(checking->tables, TABLE_CATEGORIES);
  const char **words = arena_array(checking->arena, count + 1, sizeof *words);
  for (size_t c = 0; c < count; c++)
    words[c] = category_rows(checking->tables)[c].category;
  return words_hint(checking->arena, code, words);
}

static void check_applies_to(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_RATES); i++) {
    const struct rate_row *row = &rate_rows(checking->tables)[i];
    const struct rate_meaning *meaning = rate_meaning_of((enum rate_id)row->rate);
    struct place at = row_place(&row->row, "applies_to");
    if (!row->applies_to)
      continue;
    if (!meaning->key[0])
      problem_add(checking->problems, at, row->applies_to, "%s is the same for all: leave it blank",
                  rate_word(meaning));
    else if (strcmp(meaning->key, "category") == 0 && !is_category(checking->tables, row->applies_to))
      problem_add(checking->problems, at, row->applies_to, "not in %s: %s", table_of(TABLE_CATEGORIES)->file,
                  category_hint(checking, row->applies_to));
  }
}

// ---------------------------------------------------------------- supplements

// An overtime row is not added to the other amounts, and the others are not overtime.
static void check_supplement_stacks(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SUPPLEMENTS); i++) {
    const struct supplement_row *row = &supplement_rows(checking->tables)[i];
    bool overtime = row->line == SUPPLEMENT_OVERTIME;
    const char *stack = cell_in(checking, TABLE_SUPPLEMENTS, row, "stack");
    if (overtime && row->stack != STACK_OVERTIME)
      problem_add(checking->problems, row_place(&row->row, "stack"), stack,
                  "overtime is paid instead of the other supplements: write the stack overtime");
    if (!overtime && row->stack == STACK_OVERTIME)
      problem_add(
          checking->problems, row_place(&row->row, "stack"), stack,
          "the stack of the supplement overtime only: write clock for evening and night, day for weekend and holiday");
    if (overtime && row->minimum_ore_per_h)
      problem_add(checking->problems, row_place(&row->row, "minimum_kr_per_h"),
                  cell_in(checking, TABLE_SUPPLEMENTS, row, "minimum_kr_per_h"),
                  "overtime is a percentage of the hourly rate: leave the minimum blank");
  }
}

static void check_supplement_hours(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SUPPLEMENTS); i++) {
    const struct supplement_row *row = &supplement_rows(checking->tables)[i];
    if (row->clock_from_min >= row->clock_to_min)
      problem_add(checking->problems, row_place(&row->row, "clock_to"), clock_print(checking, row->clock_to_min),
                  "not after clock_from %s: write a night as two rows, one to 24:00 and one from 00:00",
                  clock_print(checking, row->clock_from_min));
  }
}

// Is there a day that both sets match? A day has a weekday and at most one special kind; Easter eve is a Saturday, the
// others fall on any weekday.
static bool days_meet(int64_t a, int64_t b) {
  static const int64_t kinds[] = {0, DAYSET_HOLIDAY, DAYSET_EASTER_EVE, DAYSET_HALF_EVE};
  for (int weekday = MONDAY; weekday <= SUNDAY; weekday++)
    for (int k = 0; k < 4; k++) {
      int64_t day = INT64_C(1) << weekday | kinds[k];
      bool exists = kinds[k] != DAYSET_EASTER_EVE || weekday == SATURDAY;
      if (exists && (a & day) && (b & day))
        return true;
    }
  return false;
}

static bool periods_meet(const struct supplement_row *a, const struct supplement_row *b) {
  return (a->valid_to == NOT_GIVEN || b->valid_from <= a->valid_to) &&
         (b->valid_to == NOT_GIVEN || a->valid_from <= b->valid_to);
}

static bool are_ambiguous(const struct supplement_row *a, const struct supplement_row *b) {
  bool alike = a->category == b->category && a->unit == b->unit; // else the more specific one wins, or they never meet
  return alike && a->stack == b->stack && a->priority == b->priority && periods_meet(a, b) &&
         days_meet(a->days, b->days) && a->clock_from_min < b->clock_to_min && b->clock_from_min < a->clock_to_min;
}

static void check_supplement_overlap(const struct checking *checking) {
  const struct supplement_row *rows = supplement_rows(checking->tables);
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SUPPLEMENTS); i++)
    for (size_t j = 0; j < i; j++)
      if (are_ambiguous(&rows[i], &rows[j])) {
        problem_add(checking->problems, row_place(&rows[i].row, "priority"), NULL,
                    "same stack and priority as %s line %d, and they meet on the same days and hours: give one a "
                    "higher priority, or end the older with valid_to",
                    rows[j].row.file, rows[j].row.line);
        break;
      }
}

#define NEEDS_USERS                                                                                                    \
  (NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_CATEGORIES) | NEEDS(TABLE_GROUPS) | NEEDS(TABLE_SOURCES) | NEEDS(TABLE_NEED) |  \
   NEEDS(TABLE_CATALOGUE))

const struct check checks_of_pay[] = {
    {"every category in use has pay", NEEDS_USERS | NEEDS(TABLE_PAY), check_pay},
    {"pay is as new as the year it prices", NEEDS_USERS | NEEDS(TABLE_PAY) | NEEDS(TABLE_RATES), check_pay_is_new},
    {"every required rate is there", NEEDS_USERS | NEEDS(TABLE_RATES), check_required_rates},
    {"rates that others call for are there", NEEDS(TABLE_RATES) | NEEDS(TABLE_GROUPS), check_called_for},
    {"zone Ia is priced by the krone on the margin", NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_RATES), check_zone_ia},
    {"rates lie in their own range", NEEDS(TABLE_RATES), check_rate_values},
    {"rates apply to categories where they may", NEEDS(TABLE_RATES) | NEEDS(TABLE_CATEGORIES), check_applies_to},
    {"overtime has a stack of its own", NEEDS(TABLE_SUPPLEMENTS), check_supplement_stacks},
    {"a supplement's hours run forwards", NEEDS(TABLE_SUPPLEMENTS), check_supplement_hours},
    {"supplements of one stack and priority never meet", NEEDS(TABLE_SUPPLEMENTS), check_supplement_overlap},
    {NULL, 0, NULL},
};
