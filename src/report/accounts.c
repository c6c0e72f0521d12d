// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/accounts.h"

#include "base/fixed.h"
#include "base/language.h"
#include "report/terminal.h"

static const struct field_column account_columns[] = {
    {"unit", FIELD_CODE, 0},
    {"line", FIELD_CODE, 0},
    {"year", FIELD_YEAR, 0},
    {"accounts_kr", FIELD_KR, 0},
    {"baseline_kr", FIELD_KR, 0},
    {"difference_kr", FIELD_KR, 0},
    {"difference_percent", FIELD_DECIMAL, 1},
    {"finding", FIELD_CODE, 0},
    {"reason", FIELD_TEXT, 0},
};
static const char *const account_headings[] = {N_("Unit"),     N_("Line"),     N_("Year"),
                                               N_("Books"),    N_("Baseline"), N_("Difference"),
                                               N_("Per cent"), N_("Status"),   N_("What it means")};

static const char *reason_of(const struct account_finding *finding) {
  switch (finding->status) {
  case ACCOUNT_OFF:
    return finding->baseline_ore > finding->books_ore
               ? _("The baseline is higher than the books: effects built on it are too large.")
               : _("The baseline is lower than the books: something is paid for that it does not know.");
  case ACCOUNT_NO_BOOKS:
    return _("No line of the books holds it: not compared.");
  case ACCOUNT_NOT_MODELLED:
    return _("Nothing of the kind is modelled: not compared.");
  default:
    return "";
  }
}

static void add_finding(struct result_table *table, const struct tables *tables,
                        const struct account_finding *finding) {
  bool both = finding->books_ore != NOT_GIVEN && finding->baseline_ore != NOT_GIVEN;
  int64_t difference_ore = both ? finding->baseline_ore - finding->books_ore : FIELD_BLANK;
  int64_t size_ore = both && finding->books_ore < 0 ? -finding->books_ore : finding->books_ore;
  result_text(table, finding->unit == NOT_GIVEN ? "" : unit_rows(tables)[finding->unit].unit);
  result_text(table, finding->line);
  result_number(table, finding->year);
  result_number(table, finding->books_ore);
  result_number(table, finding->baseline_ore);
  result_number(table, difference_ore);
  result_number(table, both && size_ore ? fixed_divide((int128)difference_ore * 1000, size_ore) : FIELD_BLANK);
  result_text(table, account_status_name(finding->status));
  result_text(table, reason_of(finding));
}

struct result_table *accounts_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "accounts", COLUMNS(account_columns));
  for (size_t i = 0; i < audit->account_count; i++)
    add_finding(table, &audit->scenario->tables, &audit->accounts[i]);
  return table;
}

struct result_table *accounts_off(struct arena *arena, const struct audit *audit, const char *const **headings) {
  struct result_table *table = result_table_new(arena, "accounts_off", COLUMNS(account_columns));
  *headings = account_headings;
  for (size_t i = 0; i < audit->account_count; i++)
    if (audit->accounts[i].status == ACCOUNT_OFF)
      add_finding(table, &audit->scenario->tables, &audit->accounts[i]);
  return table;
}

const char *accounts_none(struct arena *arena, const struct audit *audit) {
  const struct scenario *scenario = audit->scenario;
  if (!scenario->exported.rows)
    return _("Accounts: none are given (accounts.csv): the baseline is checked against nothing.");
  return arena_printf(
      arena,
      _("Accounts: all rows of %s are left out (rows %zu, %s kr together), for the reasons that the check "
        "names: the baseline is checked against nothing."),
      row_file_called(scenario->exported.file), scenario->exported.rows, terminal_kr(arena, scenario->exported.ore));
}
