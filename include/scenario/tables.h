// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a scenario in memory: one struct per CSV row, defined in scenario/rows_*.h, one list per file.
#ifndef ROTACOST_SCENARIO_TABLES_H
#define ROTACOST_SCENARIO_TABLES_H

#include "scenario/row.h"

// scenario/rows_*.h; whoever looks into a row includes its room.
struct category_row;
struct pay_row;
struct supplement_row;
struct rate_row;
struct unit_row;
struct shift_row;
struct need_row;
struct norm_row;
struct group_row;
struct absence_row;
struct replacement_row;
struct source_row;
struct design_row;
struct measure_row;
struct edit_row;
struct claim_row;
struct amount_row;
struct account_row;
struct account_map_row;
struct general_ledger_row;
struct book_change_row;
struct ratio_row;
struct place_row;
struct children_row;
struct enrolment_row;
struct attendance_row;
struct term_row;
struct school_row;
struct risk_row;
struct law_row;
struct rota_rule_row;
struct rota_row;
struct settings_row;

struct rows {
  char *items;
  size_t count, room, size; // size of one row in bytes
};

struct tables {
  struct rows list[TABLE_COUNT];
  const char **called; // [TABLE_COUNT] the user's name of each (scenario/called.h); NULL: as its file
};

// Typed access: need_rows(tables)[i], i < tables->list[TABLE_NEED].count.
#define DEFINE_ROWS(NAME, TYPE, ID)                                                                                    \
  static inline const struct TYPE *NAME(const struct tables *tables) {                                                 \
    return (const struct TYPE *)(const void *)tables->list[ID].items;                                                  \
  }
DEFINE_ROWS(category_rows, category_row, TABLE_CATEGORIES)
DEFINE_ROWS(pay_rows, pay_row, TABLE_PAY)
DEFINE_ROWS(supplement_rows, supplement_row, TABLE_SUPPLEMENTS)
DEFINE_ROWS(rate_rows, rate_row, TABLE_RATES)
DEFINE_ROWS(unit_rows, unit_row, TABLE_UNITS)
DEFINE_ROWS(shift_rows, shift_row, TABLE_SHIFTS)
DEFINE_ROWS(need_rows, need_row, TABLE_NEED)
DEFINE_ROWS(norm_rows, norm_row, TABLE_NORM)
DEFINE_ROWS(group_rows, group_row, TABLE_GROUPS)
DEFINE_ROWS(absence_rows, absence_row, TABLE_ABSENCE)
DEFINE_ROWS(replacement_rows, replacement_row, TABLE_REPLACEMENT)
DEFINE_ROWS(source_rows, source_row, TABLE_SOURCES)
DEFINE_ROWS(catalogue_rows, group_row, TABLE_CATALOGUE)
DEFINE_ROWS(design_rows, design_row, TABLE_DESIGN)
DEFINE_ROWS(measure_rows, measure_row, TABLE_MEASURES)
DEFINE_ROWS(edit_rows, edit_row, TABLE_EDITS)
DEFINE_ROWS(claim_rows, claim_row, TABLE_CLAIMS)
DEFINE_ROWS(amount_rows, amount_row, TABLE_AMOUNTS)
DEFINE_ROWS(account_rows, account_row, TABLE_ACCOUNTS)
DEFINE_ROWS(account_map_rows, account_map_row, TABLE_ACCOUNT_MAP)
DEFINE_ROWS(general_ledger_rows, general_ledger_row, TABLE_GENERAL_LEDGER)
DEFINE_ROWS(book_change_rows, book_change_row, TABLE_BOOK_CHANGES)
DEFINE_ROWS(ratio_rows, ratio_row, TABLE_RATIOS)
DEFINE_ROWS(place_rows, place_row, TABLE_PLACES)
DEFINE_ROWS(children_rows, children_row, TABLE_CHILDREN)
DEFINE_ROWS(enrolment_rows, enrolment_row, TABLE_ENROLMENT)
DEFINE_ROWS(attendance_rows, attendance_row, TABLE_ATTENDANCE)
DEFINE_ROWS(term_rows, term_row, TABLE_TERMS)
DEFINE_ROWS(school_rows, school_row, TABLE_SCHOOLS)
DEFINE_ROWS(risk_rows, risk_row, TABLE_RISKS)
DEFINE_ROWS(law_rows, law_row, TABLE_LAW)
DEFINE_ROWS(rota_rule_rows, rota_rule_row, TABLE_ROTA_RULES)
DEFINE_ROWS(rota_rows, rota_row, TABLE_ROTA)
#undef DEFINE_ROWS

static inline const struct settings_row *settings_of(const struct tables *tables) {
  return (const struct settings_row *)(const void *)tables->list[TABLE_SETTINGS].items;
}
static inline size_t row_count(const struct tables *tables, enum table_id id) { return tables->list[id].count; }
// The head of any row.
static inline const struct row *row_at(const struct tables *tables, enum table_id id, size_t i) {
  return (const struct row *)(const void *)(tables->list[id].items + i * tables->list[id].size);
}

#endif
