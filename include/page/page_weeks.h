// SPDX-License-Identifier: GPL-3.0-or-later
// Who works the hours of the units a measure affects, week by week: a drawing of each plan, and one table.
#ifndef ROTACOST_PAGE_PAGE_WEEKS_H
#define ROTACOST_PAGE_PAGE_WEEKS_H

#include "page/page.h"

enum { PLANS = 3 };

// The plans compared: today's, and those with the measure.
struct plan_view {
  const char *measure, *positions;
  const char *title; // marked for translation
};

struct touched { // the units a measure affects, in a year
  const char **units;
  size_t count, room;
  const char *names; // for a title
  int year;
};

// `views`: the PLANS, today's first. All on one scale; draws nothing where today's plan has no weeks.
void page_weeks(struct page *page, const struct plan_view *views, const struct touched *touched);

#endif
