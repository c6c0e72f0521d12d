// SPDX-License-Identifier: GPL-3.0-or-later
// Units of columns: by the end of the name, as the glossary promises; other columns are listed one by one.
#include <string.h>

#include "report/datapackage.h"

static const struct {
  const char *ending, *unit;
} endings[] = {
    // the first that fits
    {"_h_per_week", "h/week"}, {"_kr", "kr"},  {"_h", "h"},         {"_min", "min"},       {"_fte", "FTE"},
    {"_percent", "%"},         {"_days", "d"}, {"_weeks", "weeks"}, {"_heads", "persons"},
};

static const struct unit_record {
  const char *column, *unit;
} records[] = {
    {"amount", ""}, // counted_in says it
    {"asked_after", "times/person"},
    {"asked_before", "times/person"},
    {"beaten_by", ""},
    {"below_norm", "persons"},
    {"below_norm_days_after", "d"},
    {"below_norm_days_before", "d"},
    {"below_norm_days_p95", "d"},
    {"breaches", ""},
    {"budget_entry", ""}, // entry_in says it
    {"children", "children"},
    {"children_per_adult", "children/adult"},
    {"compared", ""},
    {"consequence", ""},
    {"contract_h_worked", "h"},
    {"count", ""},
    {"days", "d"},
    {"days_alike", "d"},
    {"days_from", "d"},
    {"days_to", "d"},
    {"draws", "years"},
    {"draws_kept", "years"},
    {"fence_high", ""},
    {"fence_low", ""},
    {"figure_value", ""},
    {"file_line", ""},
    {"fte", "FTE"},
    {"fte_fewer", "FTE"},
    {"fte_per_100_pupils", "FTE/100 pupils"},
    {"gap", "persons"},
    {"heads", "persons"},
    {"heads_after", "persons"},
    {"heads_before", "persons"},
    {"heads_cut", "persons"},
    {"heads_now", "persons"},
    {"heads_today", "persons"},
    {"heads_with", "persons"},
    {"holidays", "d"},
    {"input_draws", "draws"},
    {"input_solved", "draws"},
    {"kr", "kr"},
    {"level_below_days_p95", "d"},
    {"likelihood", ""},
    {"limit", ""}, // in what the row says
    {"measured", ""},
    {"measures", ""},
    {"municipality_mean_per_100", "FTE/100 pupils"},
    {"need", "persons"},
    {"norm", "persons"},
    {"notice_months", "months"},
    {"numbers_moved", ""},
    {"order", ""},
    {"pairing", ""},
    {"pay_index", ""},
    {"planned", "persons"},
    {"point", ""},
    {"pupils", "pupils"},
    {"rank", ""},
    {"person_hours_short", "h"},
    {"rank_adjusted", ""},
    {"rank_kept", ""},
    {"relief_factor", ""},
    {"results", ""},
    {"risk_value", ""},
    {"rota_lines", "persons"},
    {"rota_nights", "nights"},
    {"rota_week", ""},
    {"rota_weekends", "weekends"},
    {"rows", ""},
    {"saturday_people", "persons"},
    {"schools", "schools"},
    {"short", "persons"},
    {"sunday_people", "persons"},
    {"week", ""},
    {"weekday_people", "persons"},
    {"weekend_every", "weekends"},
    {"weekend_heads_every_2nd", "persons"},
    {"weekend_heads_every_3rd", "persons"},
    {"weekend_heads_every_4th", "persons"},
    {"weekend_heads_needed", "persons"},
    {"weekend_heads_now", "persons"},
    {"weekend_heads_with_absence", "persons"},
    {"weekend_people", "persons"},
    {"weekend_people_most", "persons"},
    {"weekend_posts", "persons"},
    {"weekends_per_person", "weekends"},
    {"weeks", "weeks"},
    {"weeks_a_year", "weeks"},
    {"worst_adults", "persons"},
    {"worst_children", "children"},
    {"worst_children_per_adult", "children/adult"},
};

static bool ends_in(const char *text, const char *ending) {
  size_t length = strlen(text), end = strlen(ending);
  return length >= end && !strcmp(text + length - end, ending);
}

const char *unit_of_column(const char *column) {
  for (size_t i = 0; i < sizeof records / sizeof *records; i++)
    if (!strcmp(records[i].column, column))
      return records[i].unit;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (ends_in(column, endings[i].ending))
      return endings[i].unit;
  return NULL;
}
