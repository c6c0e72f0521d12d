// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/notice.h"

#include "scenario/law.h"
#include "scenario/rows_settings.h"

int notice_months_of(const struct settings_row *settings, const struct group_row *group) {
  int months = (int)settings->notice_months;
  const struct law *law = law_of_country((enum country)settings->country);
  for (int i = 0; i < law->notice_step_count; i++) {
    const struct notice_step *step = &law->notice_steps[i];
    if (group->service_years >= step->service_years && group->age_years >= step->age_years && step->months > months)
      months = step->months;
  }
  return months;
}

// The first day of the month that lies `months` months after the month of the day.
static day_number first_of_month(day_number day, int months) {
  struct civil_date date = date_from_day(day);
  int month = date.year * 12 + date.month - 1 + months;
  return day_from_date(month / 12, month % 12 + 1, 1);
}

struct notice_dates notice_after(const struct settings_row *settings, day_number decision, int months) {
  struct notice_dates dates = {.decision = decision, .notice = decision + (day_number)settings->consultation_days};
  dates.runs_from = first_of_month(dates.notice, 1);
  dates.gone = first_of_month(dates.runs_from, months);
  return dates;
}

struct notice_dates notice_before(const struct settings_row *settings, day_number gone_by, int months) {
  struct notice_dates dates = {.gone = first_of_month(gone_by, 0)};
  dates.runs_from = first_of_month(dates.gone, -months);
  dates.notice = dates.runs_from - 1;
  dates.decision = dates.notice - (day_number)settings->consultation_days;
  return dates;
}
