// SPDX-License-Identifier: GPL-3.0-or-later
// Measures that change no rota: yearly amounts and dates. Only their arithmetic can be checked.
#ifndef ROTACOST_AUDIT_AMOUNTS_H
#define ROTACOST_AUDIT_AMOUNTS_H

#include "calendar/date.h"
#include "pay/ledger.h"
#include "scenario/scenario.h"

// Has the measure amount rows at all?
bool measure_has_amounts(const struct scenario *scenario, size_t measure);
// Saving of the calendar year, booked as a negative cost on the amounts' lines: months are twelfths (a part of a
// month by its days), days real days, `once` the whole in the year of its first day.
struct ledger amounts_in_year(const struct scenario *scenario, size_t measure, day_number undecided_start, int year);
// The same, up to and with a day of the year.
struct ledger amounts_in_year_until(const struct scenario *scenario, size_t measure, day_number undecided_start,
                                    int year, day_number last);
// Saving of one row of amounts.csv in the year: these add up to amounts_in_year.
int64_t amount_saving_in_year(const struct scenario *scenario, size_t row, day_number undecided_start, int year);
// Saving of a whole year once in force: of the rows in force together on 1 January of the first year, of the scenario's
// or later, before which every row and edit of the measure has begun. So rows that replace one another never add up. Rows
// that have all ended by then count as on the day the last of them began. `once` counts nothing.
struct ledger amounts_full_year(const struct scenario *scenario, size_t measure);

#endif
