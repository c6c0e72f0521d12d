// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/law.h"

#include <assert.h>

#include "base/fixed.h"
#include "base/language.h"
#include "scenario/rows_rota.h"
#include "scenario/rows_settings.h"

static const struct law *const laws[COUNTRIES] = {
    [NORWAY] = &law_norway, [DENMARK] = &law_denmark, [SWEDEN] = &law_sweden, [UNITED_KINGDOM] = &law_united_kingdom};

const struct law *law_of_country(enum country country) {
  assert((size_t)country < sizeof laws / sizeof *laws);
  return laws[country];
}

// Where the cell is wrong, which is reported, the rest is checked by Norway's law.
static enum country country_of(const struct tables *tables) {
  int64_t country = settings_of(tables)->country;
  return country == NOT_GIVEN ? NORWAY : (enum country)country;
}

const struct law *law_of(const struct tables *tables) { return laws[country_of(tables)]; }

static void set_limit(struct law_limit *limit, const struct law_row *row) {
  for (int agreement = 0; agreement < AGREEMENTS; agreement++)
    if (row->agreement == NOT_GIVEN || row->agreement == agreement)
      limit->by[agreement] = (double)row->limit_milli / MILLI;
  limit->weeks = row->weeks != NOT_GIVEN ? (int)row->weeks : limit->weeks;
  limit->paragraph = row->paragraph;
  limit->more = NULL;
  limit->agreed = 0;
  limit->sentence = N_("The limit is %s, by law.csv; the plan has %s in `%s`.");
  limit->grade = row->row.assumed ? GRADE_C : GRADE_A;
}

struct law_limit law_limit(const struct tables *tables, enum law_rule rule) {
  struct law_limit limit = law_of(tables)->limits[rule];
  for (size_t i = 0; i < row_count(tables, TABLE_LAW); i++)
    if (law_rows(tables)[i].rule == (int64_t)rule)
      set_limit(&limit, &law_rows(tables)[i]);
  return limit;
}

double law_hours(const struct tables *tables, enum law_rule rule, int64_t agreement) {
  return law_limit(tables, rule).by[agreement];
}

enum law_rule law_of_rate(enum rate_id rate) {
  switch (rate) {
  case RATE_DAILY_REST:
    return LAW_DAILY_REST;
  case RATE_OVERTIME_WEEK:
    return LAW_OVERTIME_WEEK;
  case RATE_OVERTIME_FOUR_WEEKS:
    return LAW_OVERTIME_FOUR_WEEKS;
  case RATE_OVERTIME_YEAR:
    return LAW_OVERTIME_YEAR;
  case RATE_EXTRA_WEEKEND_EVERY:
    return LAW_EXTRA_WEEKEND_EVERY;
  default:
    return LAW_RULES;
  }
}

int64_t law_rate_e6(const struct tables *tables, enum law_rule rule) {
  enum { ALL_HOURS_OF_A_YEAR = 8784 };
  double limit = law_limit(tables, rule).by[AGREEMENT_LAW];
  if (limit <= 0)
    limit = rule == LAW_EXTRA_WEEKEND_EVERY ? 1 : ALL_HOURS_OF_A_YEAR;
  return fixed_round(limit * 1e6);
}
