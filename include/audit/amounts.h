// SPDX-License-Identifier: GPL-3.0-or-later
// Measures that do not change a rota: yearly amounts and dates. Only their arithmetic can be checked.
#ifndef ROTACOST_AUDIT_AMOUNTS_H
#define ROTACOST_AUDIT_AMOUNTS_H

#include "calendar/date.h"
#include "pay/ledger.h"
#include "scenario/scenario.h"

// Does the measure have amount rows at all?
bool measure_has_amounts(const struct scenario *scenario, size_t measure);
// Saving in the calendar year, booked as a negative cost on the lines of the amounts: a month counts as a twelfth
// (part of a month in proportion to its days), days are real days, and `once` counts in full in the year of its first
// day.
struct ledger amounts_in_year(const struct scenario *scenario, size_t measure, day_number undecided_start, int year);
// The same, up to and including a day of the year.
struct ledger amounts_in_year_until(const struct scenario *scenario, size_t measure, day_number undecided_start,
                                    int year, day_number last);
// Saving of one row of amounts.csv in the year; the rows add up to amounts_in_year.
int64_t amount_saving_in_year(const struct scenario *scenario, size_t row, day_number undecided_start, int year);
// Saving of a whole year once in force: of the rows in force on 1 January of the first year, within the scenario or
// later, before which every row and edit of the measure has begun. So rows that replace one another are never added
// up. If all rows have ended by then, they count as on the day the last of them began. `once` does not count.
struct ledger amounts_full_year(const struct scenario *scenario, size_t measure);

#endif
