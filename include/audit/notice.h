// SPDX-License-Identifier: GPL-3.0-or-later
// From a decision to the day a position is gone: decision, consultation, notice, notice period, gone.
//
//   notice     decision + consultation_days
//   runs from  the first of the month after the notice (Working Environment Act 15-3(5); HTA's three months may be
//   counted
//              from the notice itself: this is the later of the two)
//   gone       so many months later, on the first of a month: the first day without pay
//   months     the longer of the setting notice_months and what the law of the country says by service and age
#ifndef ROTACOST_AUDIT_NOTICE_H
#define ROTACOST_AUDIT_NOTICE_H

#include "calendar/date.h"
#include "scenario/scenario.h"

int notice_months_of(const struct settings_row *settings, const struct group_row *group);

struct notice_dates {
  day_number decision, notice, runs_from, gone; // DAY_NONE where one cannot be determined
};
struct notice_dates notice_after(const struct settings_row *settings, day_number decision, int months);
// The latest dates for a position that must be gone by a day: its notice period ends on the last first of a month up to
// then.
struct notice_dates notice_before(const struct settings_row *settings, day_number gone_by, int months);

#endif
