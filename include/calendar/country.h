// SPDX-License-Identifier: GPL-3.0-or-later
// The public holidays of a country, as rules that hold in every year 1900-2200 (src/calendar/country.c), and the
// country whose calendar is in use. Like the language, the country is set once for each scenario, before any of it is
// read or solved, because every row of need and pay asks for the kind of a day.
#ifndef ROTACOST_CALENDAR_COUNTRY_H
#define ROTACOST_CALENDAR_COUNTRY_H

#include "calendar/date.h"

// In the order of the words of the setting `country`.
enum country { NORWAY, DENMARK, SWEDEN, UNITED_KINGDOM, COUNTRIES };

// Norway until another country is set. Processes forked later inherit the setting.
void country_use(enum country country);
enum country country_in_use(void);

// The kind of a day in one country, whichever country is in use.
enum day_kind day_kind_in(enum country country, day_number day);

#endif
