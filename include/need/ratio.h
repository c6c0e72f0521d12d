// SPDX-License-Identifier: GPL-3.0-or-later
// Need that follows from children present.
//
//   present(u,d,i) = sum over units v whose children are at u of  enrolled x weight x share there     (children)
//   adults(u,d,i)  = max(floor of u, rule of u (present)), 0 where no child is present
//   rule(n)        = staff of the first step with n <= up_to; beyond the last step, with n0 children and s0 adults,
//                    s0 + (n - n0) / then_per, rounded up
//
// Rounded up once per unit and interval: an adult cannot be at two schools at once. Units of a pool are at one place, and are
// rounded up together. The children present follow from enrolment by place (children.csv), shares by hour (attendance.csv) and
// the kind and opening hours of the day (terms.csv). All exact: children in 1e-11 (thousandths x e8).
#ifndef ROTACOST_NEED_RATIO_H
#define ROTACOST_NEED_RATIO_H

#include "calendar/date.h"
#include "scenario/tables.h"

#define CHILD_E11 (INT64_C(1000) * INT64_C(100000000))

// The term in which a day of a unit lies: of all matching rows the one with the latest first day; among equals that of the unit,
// then that of its area. NULL: none; the unit is closed.
const struct term_row *term_on(const struct tables *tables, int64_t unit, day_number day);

// Adults that a rule requires for a number of children, without floor. 0 for a rule that ratios.csv does not have.
int64_t ratio_adults(const struct tables *tables, const char *rule, int64_t children_e11);

// Calls `cut` with every minute of the day at which presence in the unit may change.
void ratio_cuts(const struct tables *tables, int64_t unit, void (*cut)(void *info, int64_t clock_min), void *info);

// Does the unit have a ratio, and a category in which its adults are counted?
bool unit_has_ratio(const struct tables *tables, int64_t unit);

#endif
