// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/books.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/language.h"
#include "base/words.h"
#include "calendar/fiscal.h"
#include "scenario/account_pattern.h"
#include "scenario/accounts.h"
#include "scenario/books_parts.h"
#include "scenario/cells.h"
#include "scenario/place.h"
#include "scenario/rows_books.h"
#include "text/grid.h"

enum { CLOSING_MONTH = 13, ALL_MONTHS = (1 << LEDGER_MONTHS) - 1, LISTED_BYTES = 400 };

// Why rows are in no line of the accounts.
enum left { LEFT_NO_PAY, LEFT_NO_LINE, LEFT_NO_UNIT, LEFT_YEAR, LEFT_BEFORE, LEFT_SUM, LEFTS };

struct left_item { // rows left out for one account, cost centre or year
  const char *name, *place;
  size_t rows;
  int64_t ore;
};

struct left_rows {
  const struct row *first;
  size_t rows;
  int64_t ore;
  struct left_item *items;
  size_t count, room;
  struct word_index *names;
};

struct sum { // of a unit, line and year
  const struct general_ledger_row *first;
  int64_t ore;
};

struct mapped {
  int64_t line, unit; // NOT_GIVEN: no row of the map says it
};

struct adding {
  struct arena *arena;
  struct problems *problems;
  struct scenario *scenario;
  struct tables *tables;
  const struct settings_row *settings;
  size_t lines, years; // by which sums are laid out
  struct sum *sums;    // [units + 1][lines][years]; the first unit: all together
  unsigned *months;    // [years] bits of the months that have rows; 0: the rows are of whole years
  struct left_rows left[LEFTS];
  struct word_index *seen; // number of `found` by account, cost centre and service
  struct mapped *found;
  size_t found_count, found_room;
  const char **patterns; // [rows of the map] of accounts, as account_number writes them
  bool *told;            // [rows of the map] of two that are alike
  bool units;            // does the map say any unit?
  struct books_by_month *by_month;
};

// ---------------------------------------------------------------- the map

static const struct account_map_row *map_row(const struct adding *a, size_t i) {
  return &account_map_rows(a->tables)[i];
}

static void tell_alike(struct adding *a, size_t i, size_t j, const char *account) {
  if (a->told[j])
    return;
  a->told[j] = true;
  problem_add(a->problems, row_place(&map_row(a, j)->row, "account"), map_row(a, j)->account,
              "fits account %s as well as line %d does, and says otherwise: make one of them more exact", account,
              map_row(a, i)->row.line);
}

// The row of the map that fits best among those with a line, or a unit; its value.
static int64_t best_of(struct adding *a, const char *account, const struct general_ledger_row *row, bool of_line) {
  size_t best = SIZE_MAX;
  int most = -1;
  for (size_t i = 0; i < row_count(a->tables, TABLE_ACCOUNT_MAP); i++) {
    const struct account_map_row *map = map_row(a, i);
    int64_t value = of_line ? map->line : map->unit;
    if (value == NOT_GIVEN || !account_pattern_fits(a->patterns[i], account) ||
        !account_pattern_fits(map->cost_centre, row->cost_centre) || !account_pattern_fits(map->service, row->service))
      continue;
    int signs = account_pattern_signs(map->account) + account_pattern_signs(map->cost_centre) +
                account_pattern_signs(map->service);
    if (signs > most)
      best = i, most = signs;
    else if (signs == most && value != (of_line ? map_row(a, best)->line : map_row(a, best)->unit))
      tell_alike(a, best, i, account);
  }
  if (best == SIZE_MAX)
    return NOT_GIVEN;
  return of_line ? map_row(a, best)->line : map_row(a, best)->unit;
}

// ---------------------------------------------------------------- cells

static bool begins_as_sum(const char *text) {
  return text && (strncasecmp(text, "sum", 3) == 0 || strncasecmp(text, "total", 5) == 0);
}

static bool is_sum_row(const struct general_ledger_row *row) {
  return begins_as_sum(row->account) || begins_as_sum(row->art) || begins_as_sum(row->cost_centre) ||
         begins_as_sum(row->service) || begins_as_sum(row->period);
}

// Digits of the period: year and month, or the month alone (year 0); false where it is neither.
static bool read_period(const char *text, int *year, int *month) {
  char digits[16] = "";
  size_t count = 0;
  for (; *text && *text != ' ' && count < sizeof digits - 1; text++)
    if (*text != '-' && *text != '.' && *text != '/')
      digits[count++] = *text;
  digits[count] = 0;
  bool day = count == 8 && !strcmp(digits + 6, "01"); // the first of a month, typed as a date
  if (strspn(digits, "0123456789") != count || !count || (count > 2 && count != 6 && !day))
    return false;
  int number = atoi(digits) / (day ? 100 : 1);
  *year = count > 2 ? number / 100 : 0;
  *month = number % 100;
  return *month >= 1 && *month <= CLOSING_MONTH && (!*year || (*year >= 1901 && *year <= 2198));
}

static int64_t amount_of(const struct general_ledger_row *row) {
  const int64_t amounts[] = {[BOOKS_ACTUAL] = row->actual_ore,
                             [BOOKS_BUDGET] = row->budget_ore,
                             [BOOKS_REVISED] = row->revised_ore,
                             [BOOKS_AMOUNT] = row->amount_ore};
  if (row->take != BOOKS_MONTHS)
    return amounts[row->take];
  int64_t sum = NOT_GIVEN;
  for (int m = 0; m < LEDGER_MONTHS; m++)
    if (row->month_ore[m] != NOT_GIVEN)
      sum = (sum == NOT_GIVEN ? 0 : sum) + row->month_ore[m];
  if (row->closing_ore != NOT_GIVEN)
    sum = (sum == NOT_GIVEN ? 0 : sum) + row->closing_ore;
  return sum;
}

static const char *kr_text(const struct adding *a, int64_t ore) {
  static const struct tables none;
  struct column column = {.kind = CELL_KR};
  struct cell_reader reader = {.arena = a->arena, .tables = &none, .decimal = a->scenario->decimal};
  const char *text = cell_print(&reader, &column, (struct cell){.number = ore < 0 ? -ore : ore});
  size_t digits = strspn(text, "0123456789");
  return arena_printf(a->arena, "%s%s%s%s", ore < 0 ? "-" : "",
                      digits_grouped(a->arena, arena_text(a->arena, text, digits)), text + digits,
                      strlen(text + digits) == 2 ? "0" : ""); // 12.5 kr is 12.50
}

// ---------------------------------------------------------------- what is left out

static const char *cell_place(const struct adding *a, const struct general_ledger_row *row) {
  return row->column == NOT_GIVEN ? arena_printf(a->arena, _("line %d"), row->row.line)
                                  : grid_place(a->arena, row->row.line, (int)row->column);
}

static void leave_out(struct adding *a, enum left why, const struct general_ledger_row *row, const char *name,
                      int64_t ore) {
  struct left_rows *left = &a->left[why];
  if (!left->names)
    left->names = word_index_new(a->arena);
  if (!left->rows++)
    left->first = &row->row;
  left->ore += ore;
  size_t at = word_find(left->names, name);
  if (at == WORD_NONE) {
    at = left->count;
    struct left_item *item = arena_push(a->arena, &left->items, &left->count, &left->room, sizeof *item);
    *item = (struct left_item){.name = name, .place = cell_place(a, row)};
    word_put(left->names, name, at);
  }
  left->items[at].rows++;
  left->items[at].ore += ore;
}

static const char *list_of(const struct adding *a, const struct left_rows *left) {
  const char *list = "";
  for (size_t i = 0; i < left->count; i++) {
    const struct left_item *item = &left->items[i];
    if (strlen(list) > LISTED_BYTES)
      return arena_printf(a->arena, _("%s and %zu more"), list, left->count - i);
    list = arena_printf(a->arena, _("%s%s (%s, %s kr)"), list[0] ? arena_printf(a->arena, "%s, ", list) : "",
                        item->name, item->place, kr_text(a, item->ore));
  }
  return list;
}

static void tell_left(const struct adding *a) {
  const struct {
    const char *column, *why;
  } of[LEFTS] = {
      [LEFT_NO_PAY] = {"account", _("pays nobody, left out")},
      [LEFT_NO_LINE] =
          {"account",
           _("no row of account_map.csv says the line of these accounts, left out: write one, left_out where "
             "they pay nobody")},
      [LEFT_NO_UNIT] = {"cost_centre",
                        _("no row of account_map.csv says the unit of these cost centres, left out: write one, if they "
                          "are of the scenario")},
      [LEFT_YEAR] = {"year", _("years that are not the scenario's, left out")},
      [LEFT_BEFORE] = {"period",
                       _("of the year before the scenario's: months to be followed up against, in no baseline")},
      [LEFT_SUM] = {"account", _("rows that sum up others, in no sum")},
  };
  for (int why = 0; why < LEFTS; why++) {
    const struct left_rows *left = &a->left[why];
    if (left->rows)
      problem_warn(a->problems, row_place(left->first, of[why].column), NULL, "%s: rows %zu, %s kr together: %s",
                   of[why].why, left->rows, kr_text(a, left->ore), list_of(a, left));
  }
}

// ---------------------------------------------------------------- a row

static void refuse(const struct adding *a, const struct general_ledger_row *row, const char *column, const char *text,
                   const char *why) {
  problem_add(a->problems, row_place(&row->row, column), text, "%s", why);
}

// The months must add up to the total in the export.
static void check_total(const struct adding *a, const struct general_ledger_row *row) {
  int64_t sum = amount_of(row);
  const char *column = row->one_of_years ? books_column_of_year(a->arena, "total_kr", row->year) : "total_kr";
  if (row->take == BOOKS_MONTHS && row->total_ore != NOT_GIVEN && sum != NOT_GIVEN && sum != row->total_ore)
    problem_add(a->problems, row_place(&row->row, column), kr_text(a, row->total_ore),
                "the months come to %s kr: correct the row, or leave out the column if it sums up something else",
                kr_text(a, sum));
}

// Year of the row and bits of its months (0: a whole year); false and a problem where there is none.
static bool read_time(const struct adding *a, const struct general_ledger_row *row, int64_t *year, unsigned *months) {
  int of_year = 0, month = 0;
  *year = row->year;
  *months = 0;
  for (int m = 0; row->take == BOOKS_MONTHS && m < LEDGER_MONTHS; m++)
    if (row->month_ore[m] != NOT_GIVEN && row->month_ore[m])
      *months |= 1u << m;
  if (row->period && row->take != BOOKS_MONTHS) {
    if (!read_period(row->period, &of_year, &month)) {
      refuse(a, row, "period", row->period,
             _("no period: write 202601, 2026-01, or 1 to 12 with a column `year`; 13 closes the year"));
      return false;
    }
    *months = month <= LEDGER_MONTHS ? 1u << (month - 1) : 0;
    int read = of_year ? fiscal_year_of(day_from_date(of_year, month > LEDGER_MONTHS ? LEDGER_MONTHS : month, 1)) : 0;
    if (read && *year != NOT_GIVEN && *year != read) {
      refuse(a, row, "period", row->period, _("of another year than the row says: correct one of them"));
      return false;
    }
    *year = read ? read : *year;
  }
  if (*year == NOT_GIVEN)
    refuse(a, row, row->period ? "period" : "year", row->period, _("of which year? Write it in a column `year`"));
  return *year != NOT_GIVEN;
}

static const struct mapped *look_up(struct adding *a, const char *account, const struct general_ledger_row *row) {
  const char *key = arena_printf(a->arena, "%s\t%s\t%s\t%s", account, row->art ? row->art : "",
                                 row->cost_centre ? row->cost_centre : "", row->service ? row->service : "");
  size_t at = word_find(a->seen, key);
  if (at != WORD_NONE)
    return &a->found[at];
  struct mapped mapped = {best_of(a, account, row, true), a->units ? best_of(a, account, row, false) : NOT_GIVEN};
  const char *art = account_number(a->arena, row->art);
  art = art ? art : account;
  if (mapped.line == NOT_GIVEN)
    mapped.line = account_word_of_art(art);
  if (mapped.line == NOT_GIVEN && account_art_is_no_pay(art))
    for (mapped.line = 0; !account_is_left_out(mapped.line);)
      mapped.line++;
  word_put(a->seen, key, a->found_count);
  struct mapped *kept = arena_push(a->arena, &a->found, &a->found_count, &a->found_room, sizeof *kept);
  *kept = mapped;
  return kept;
}

static struct sum *sum_at(const struct adding *a, int64_t unit, int64_t line, int64_t year) {
  size_t u = unit == NOT_GIVEN ? 0 : (size_t)unit + 1;
  return &a->sums[(u * a->lines + (size_t)line) * a->years + (size_t)(year - a->settings->first_year)];
}

static void put_months(const struct adding *a, const struct general_ledger_row *row, int64_t unit, int64_t year,
                       unsigned months) {
  int64_t sign = a->settings->books_costs_are == COSTS_NEGATIVE ? -1 : 1;
  if (row->take == BOOKS_BUDGET || row->take == BOOKS_REVISED)
    return;
  for (int m = 0; m < LEDGER_MONTHS; m++)
    if (months >> m & 1)
      books_months_put(a->by_month, &(struct books_cell){unit, year, m},
                       sign * (row->take == BOOKS_MONTHS ? row->month_ore[m] : amount_of(row)));
}

// ---------------------------------------------------------------- rows

struct booked { // a row that has been read and is not a sum
  const char *account;
  int64_t ore, year;
  unsigned months;
};

static void add_booked(struct adding *a, const struct general_ledger_row *row, const struct booked *booked) {
  const struct mapped *mapped = look_up(a, booked->account, row);
  bool before = booked->months && booked->year == a->settings->first_year - 1;
  if ((booked->year < a->settings->first_year && !before) || booked->year > a->settings->last_year)
    leave_out(a, LEFT_YEAR, row, fiscal_year_name(a->arena, (int)booked->year), booked->ore);
  else if (mapped->line == NOT_GIVEN)
    leave_out(a, LEFT_NO_LINE, row, booked->account, booked->ore);
  else if (account_is_left_out(mapped->line))
    leave_out(a, LEFT_NO_PAY, row, booked->account, booked->ore);
  else if (a->units && mapped->unit == NOT_GIVEN)
    leave_out(a, LEFT_NO_UNIT, row, row->cost_centre ? row->cost_centre : booked->account, booked->ore);
  else if (before) {
    put_months(a, row, mapped->unit, booked->year, booked->months);
    leave_out(a, LEFT_BEFORE, row, fiscal_year_name(a->arena, (int)booked->year), booked->ore);
  } else {
    put_months(a, row, mapped->unit, booked->year, booked->months);
    struct sum *sum = sum_at(a, mapped->unit, mapped->line, booked->year);
    sum->first = sum->first ? sum->first : row;
    sum->ore += booked->ore;
    a->months[booked->year - a->settings->first_year] |= booked->months;
  }
}

static void add_row(struct adding *a, const struct general_ledger_row *row) {
  int64_t ore = amount_of(row), year;
  unsigned months;
  const char *account = account_number(a->arena, row->account ? row->account : row->art);
  if (ore == NOT_GIVEN)
    return;
  ore = a->settings->books_costs_are == COSTS_NEGATIVE ? -ore : ore;
  check_total(a, row);
  if (is_sum_row(row)) {
    leave_out(a, LEFT_SUM, row, row->account ? row->account : row->cost_centre ? row->cost_centre : "", ore);
    return;
  }
  if (!account) {
    refuse(a, row, row->account || !row->art ? "account" : "art", row->account ? row->account : row->art,
           _("no account: write its number first; rows of sums begin with Sum or Total"));
    return;
  }
  if (!read_time(a, row, &year, &months))
    return;
  add_booked(a, row, &(struct booked){account, ore, year, months});
}

// ---------------------------------------------------------------- what they come to

static bool stands_already(const struct adding *a, int64_t unit, int64_t year, const struct account_row **row) {
  for (size_t i = 0; i < row_count(a->tables, TABLE_ACCOUNTS); i++) {
    *row = &account_rows(a->tables)[i];
    if ((*row)->unit == unit && (*row)->year == year)
      return true;
  }
  return false;
}

static const char *missing_months(const struct adding *a, unsigned months) {
  const char *list = "";
  for (int m = 0; m < LEDGER_MONTHS; m++)
    if (!(months >> m & 1))
      list = arena_printf(a->arena, "%s%s%d", list, *list ? ", " : "", m + 1);
  return list;
}

// A year with missing months is not compared: a part would be compared with a whole.
static bool is_part(const struct adding *a, size_t year) { return a->months[year] && a->months[year] != ALL_MONTHS; }

static void tell_part(const struct adding *a, size_t year) {
  const struct general_ledger_row *first = NULL;
  int64_t ore = 0;
  for (size_t i = year; i < (row_count(a->tables, TABLE_UNITS) + 1) * a->lines * a->years; i += a->years) {
    first = a->sums[i].first && (!first || a->sums[i].first < first) ? a->sums[i].first : first;
    ore += a->sums[i].ore;
  }
  problem_warn(a->problems, row_place(&first->row, first->take == BOOKS_MONTHS ? NULL : "period"), NULL,
               "the books of %s are of a part of the year: nothing stands in month %s. They are not laid beside the "
               "baseline of a whole year, which leaves them out, %s kr together; the follow-up by month has them",
               YEAR_NAME(a->settings->first_year + (int64_t)year), missing_months(a, a->months[year]), kr_text(a, ore));
}

static void put_sum(struct adding *a, struct rows *to, int64_t unit, int64_t line, int64_t year) {
  const struct sum *sum = sum_at(a, unit, line, year);
  if (!sum->first)
    return;
  const struct account_line *of = account_line_of(line);
  if (sum->ore < 0 && of->parts && of->parts != 1u << PART_SICK_REFUND)
    problem_doubt(a->problems, row_place(&sum->first->row, "account"), of->word,
                  "a cost below 0, %s kr in the year: does a cost have a minus in the export? Then write `negative` in "
                  "books_costs_are of settings.csv",
                  kr_text(a, sum->ore));
  struct account_row *row = arena_push(a->arena, &to->items, &to->count, &to->room, sizeof *row);
  *row = (struct account_row){.row = sum->first->row, .unit = unit, .line = line, .year = year, .amount_ore = sum->ore};
}

static void put_unit(struct adding *a, struct rows *to, int64_t unit) {
  for (int64_t year = a->settings->first_year; year <= a->settings->last_year; year++) {
    const struct account_row *other;
    bool twice = false;
    for (size_t line = 0; line < a->lines && !is_part(a, (size_t)(year - a->settings->first_year)); line++) {
      const struct sum *sum = sum_at(a, unit, (int64_t)line, year);
      if (sum->first && !twice && stands_already(a, unit, year, &other)) {
        twice = true;
        problem_add(a->problems, row_place(&sum->first->row, "account"), NULL,
                    "%s line %d has books of the same unit and year: keep one of them", other->row.file,
                    other->row.line);
      }
      put_sum(a, to, unit, (int64_t)line, year);
    }
  }
}

static void put_sums(struct adding *a) {
  struct rows added = {.size = sizeof(struct account_row)};
  for (size_t year = 0; year < a->years; year++)
    if (is_part(a, year))
      tell_part(a, year);
  put_unit(a, &added, NOT_GIVEN);
  for (size_t unit = 0; unit < row_count(a->tables, TABLE_UNITS); unit++)
    put_unit(a, &added, (int64_t)unit);
  struct rows *rows = &a->tables->list[TABLE_ACCOUNTS];
  rows->size = added.size;
  for (size_t i = 0; i < added.count; i++)
    memcpy(arena_push(a->arena, &rows->items, &rows->count, &rows->room, rows->size), added.items + i * added.size,
           added.size);
}

// Where all rows are left out, the results say so, instead of saying that there are no accounts.
static void note_all_left(struct adding *a) {
  const struct general_ledger_row *rows = general_ledger_rows(a->tables);
  int64_t sign = a->settings->books_costs_are == COSTS_NEGATIVE ? -1 : 1;
  if (row_count(a->tables, TABLE_ACCOUNTS))
    return;
  a->scenario->exported.file = rows[0].row.file;
  for (size_t i = 0; i < row_count(a->tables, TABLE_GENERAL_LEDGER); i++) {
    int64_t ore = is_sum_row(&rows[i]) ? NOT_GIVEN : amount_of(&rows[i]);
    a->scenario->exported.rows += ore != NOT_GIVEN;
    a->scenario->exported.ore += ore == NOT_GIVEN ? 0 : sign * ore;
  }
}

// The export under two names, or here and in the folder of shared tables, would be counted twice.
static bool stand_twice(const struct adding *a) {
  const struct general_ledger_row *rows = general_ledger_rows(a->tables);
  for (size_t i = 1; i < row_count(a->tables, TABLE_GENERAL_LEDGER); i++)
    if (strcmp(rows[i].row.file, rows[0].row.file) != 0) {
      problem_add(a->problems, (struct place){.file = rows[i].row.file}, NULL,
                  "books as exported, as %s: keep one of them", rows[0].row.file);
      return true;
    }
  return false;
}

// Where the accounts are given by unit, a change without a unit would not be deducted from any of them.
static void check_changes(const struct adding *a) {
  for (size_t i = 0; a->units && i < row_count(a->tables, TABLE_BOOK_CHANGES); i++)
    if (book_change_rows(a->tables)[i].unit == NOT_GIVEN)
      problem_add(
          a->problems, row_place(&book_change_rows(a->tables)[i].row, "unit"), NULL,
          "blank, and the books are told by unit (account_map.csv): name the unit, with a row for each where it "
          "is of several");
}

void books_add(struct arena *arena, struct scenario *scenario, struct problems *problems) {
  struct adding a = {.arena = arena, .problems = problems, .scenario = scenario, .tables = &scenario->tables};
  size_t rows = row_count(a.tables, TABLE_GENERAL_LEDGER), errors = problems->error_count;
  a.settings = settings_of(a.tables);
  if (!rows || a.settings->first_year > a.settings->last_year)
    return;
  while (!account_is_left_out((int64_t)a.lines))
    a.lines++;
  a.years = (size_t)(a.settings->last_year - a.settings->first_year + 1);
  a.sums = arena_array(arena, (row_count(a.tables, TABLE_UNITS) + 1) * a.lines * a.years, sizeof *a.sums);
  a.months = arena_array(arena, a.years, sizeof *a.months);
  a.told = arena_array(arena, row_count(a.tables, TABLE_ACCOUNT_MAP) + 1, sizeof *a.told);
  a.patterns = arena_array(arena, row_count(a.tables, TABLE_ACCOUNT_MAP) + 1, sizeof *a.patterns);
  for (size_t i = 0; i < row_count(a.tables, TABLE_ACCOUNT_MAP); i++) {
    const char *number = account_number(arena, map_row(&a, i)->account); // spreadsheets turn art 010 into 10
    a.patterns[i] = number ? number : map_row(&a, i)->account;
  }
  a.seen = word_index_new(arena);
  for (size_t i = 0; i < row_count(a.tables, TABLE_ACCOUNT_MAP); i++)
    a.units |= map_row(&a, i)->unit != NOT_GIVEN;
  check_changes(&a);
  a.by_month = books_months_new(arena, &(struct books_by_month){.first_year = (int)a.settings->first_year - 1,
                                                                .years = a.years + 1,
                                                                .units = row_count(a.tables, TABLE_UNITS) + 1,
                                                                .by_unit = a.units});
  if (stand_twice(&a))
    return;
  for (size_t i = 0; i < rows; i++)
    add_row(&a, &general_ledger_rows(a.tables)[i]);
  tell_left(&a);
  for (size_t year = 0; year < a.by_month->years; year++)
    if (a.by_month->months[year])
      scenario->books = a.by_month;
  if (problems->error_count != errors)
    return;
  put_sums(&a);
  note_all_left(&a);
}
