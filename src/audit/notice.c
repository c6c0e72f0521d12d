// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/notice.h"

const struct notice_step notice_steps[] = {
    {0, 0, 1}, {5, 0, 2}, {10, 0, 3}, {10, 50, 4}, {10, 55, 5}, {10, 60, 6},
};
const int notice_step_count = sizeof notice_steps / sizeof *notice_steps;

int notice_months_of(const struct settings_row *settings, const struct group_row *group) {
  int months = (int)settings->notice_months;
  for (int i = 0; i < notice_step_count; i++) {
    const struct notice_step *step = &notice_steps[i];
    if (group->service_years >= step->service_years && group->age_years >= step->age_years && step->months > months)
      months = step->months;
  }
  return months;
}

// The first of the month so many months after that of the day.
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
