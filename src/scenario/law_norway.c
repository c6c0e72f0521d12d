// SPDX-License-Identifier: GPL-3.0-or-later
// Norway, KS area: arbeidsmiljøloven (the Working Environment Act), HTA and ferieloven.
#include "base/language.h"
#include "scenario/law.h"

#define ALIKE(LIMIT)                                                                                                   \
  { LIMIT, LIMIT, LIMIT, LIMIT, LIMIT }

static const struct notice_step steps[] = {
    // 15-3(2) and (3)
    {0, 0, 1}, {5, 0, 2}, {10, 0, 3}, {10, 50, 4}, {10, 55, 5}, {10, 60, 6},
};

const struct law law_norway =
    {
        .title = N_("Norway"),
        .agreements =
            {
                [AGREEMENT_LAW] = {N_("nobody: the law allows it"), N_("Working Environment Act 10-4(1)")},
                [AGREEMENT_EMPLOYEE] = {N_("the employee"), N_("Working Environment Act 10-5(1)")},
                [AGREEMENT_LOCAL] = {N_("the local union representatives"), N_("Working Environment Act 10-5(2)")},
                [AGREEMENT_AUTHORITY] = {N_("Arbeidstilsynet"), N_("Working Environment Act 10-5(3)")},
                [AGREEMENT_CENTRAL] = {N_("a union with nomination rights"), N_("Working Environment Act 10-12(4)")},
            },
        .limits =
            {
                [LAW_SHIFT_LENGTH] = {.paragraph = N_("Working Environment Act 10-4(1), 10-5, 10-12(4)"),
                                      .by = {9, 10, 12.5, 13, 24},
                                      .more = N_("the employee to 10 h, the union representatives to 12.5 h, "
                                                 "Arbeidstilsynet to 13 h, a union with nomination rights beyond")},
                [LAW_LONG_SHIFTS] = {.paragraph = N_("Working Environment Act 10-5(2)"),
                                     .by = ALIKE(10),
                                     .more = N_("the union representatives to 12.5 h, with special weight on health, "
                                                "a union with nomination rights beyond")},
                // 16 hours where the union representatives agree; a union with nomination rights may agree to any
                // length
                [LAW_DAY_TOTAL] = {.paragraph = N_("Working Environment Act 10-6(8)-(9)"),
                                   .by = {13, 13, 16, 16, 24},
                                   .more = N_("the union representatives to 16 h"),
                                   .grade = GRADE_B},
                [LAW_DAILY_REST] = {.paragraph = N_("Working Environment Act 10-8(1), (3)"),
                                    .by = ALIKE(11),
                                    .more = N_("the union representatives, down to 8 h"),
                                    .agreed = 8},
                [LAW_WEEKLY_REST] = {.paragraph = N_("Working Environment Act 10-8(2), (3)"),
                                     .by = ALIKE(35),
                                     .more = N_("the union representatives, down to 28 h"),
                                     .agreed = 28},
                [LAW_WEEK_AVERAGE] = {.paragraph = N_("HTA 4.2, Working Environment Act 10-4, 10-5")},
                // 40 by law, 50 with the employee, 54 with the union representatives; no further limit beyond these
                [LAW_WEEK_CEILING] = {.paragraph = N_("Working Environment Act 10-4(1), 10-5(1)-(2)"),
                                      .by = {40, 50, 54, 54, 54},
                                      .weeks = 1,
                                      .more = N_("the employee to 50 h, the union representatives to 54 h")},
                // where hours are averaged by 10-5(2) and more overtime is agreed by 10-6(5)
                [LAW_WEEK_TOTAL] = {.paragraph = N_("Working Environment Act 10-6(8)"),
                                    .by = {0, 0, 69, 69, 69},
                                    .weeks = 1,
                                    .grade = GRADE_B},
                [LAW_HOURS_AVERAGE] = {.paragraph = N_("Working Environment Act 10-5, 10-6(8)"),
                                       .by = ALIKE(48),
                                       .weeks = 8},
                [LAW_NIGHT_AVERAGE] = {.paragraph = N_("Working Environment Act 10-11"),
                                       .by = ALIKE(8),
                                       .weeks = 4,
                                       .more = N_("the union representatives")},
                [LAW_SUNDAYS_NEXT_OFF] = {.paragraph = N_("Working Environment Act 10-8(4)"),
                                          .by = ALIKE(0.5),
                                          .more = N_("the employee in writing, averaged over 26 weeks"),
                                          .grade = GRADE_B},
                [LAW_SUNDAYS_AVERAGED] = {.paragraph = N_("Working Environment Act 10-8(4)"),
                                          .by = ALIKE(0.5),
                                          .weeks = 26,
                                          .grade = GRADE_B},
                [LAW_OVERTIME_UNFORESEEN] = {.paragraph = N_("Working Environment Act 10-6(1)")},
                [LAW_OVERTIME_WEEK] = {.paragraph = N_("Working Environment Act 10-6(4)-(5)"),
                                       .by = ALIKE(10),
                                       .weeks = 1,
                                       .more = N_("the union representatives to 20 h")},
                [LAW_OVERTIME_FOUR_WEEKS] = {.paragraph = N_("Working Environment Act 10-6(4)-(5)"),
                                             .by = ALIKE(25),
                                             .weeks = 4,
                                             .more = N_("the union representatives to 50 h")},
                [LAW_OVERTIME_YEAR] = {.paragraph = N_("Working Environment Act 10-6(4)-(5)"),
                                       .by = ALIKE(200),
                                       .more = N_("the union representatives to 300 h")},
                [LAW_EXTRA_WEEKEND_EVERY] = {.paragraph = N_("Working Environment Act 10-8(4)"), .by = ALIKE(2)},
                [LAW_SUMMER_HOLIDAY] = {.paragraph = N_("Holidays Act 7(1)"), .by = ALIKE(3)},
            },
        .night_from_min = 21 * 60,
        .night_to_min = 6 * 60,
        .night_worker_min = 3 * 60,
        .night_rest_h = 35,
        .notice_paragraph = N_("HTA chapter 1, 3"),
        .notice_months = 3,
        .consultation_days = 30,
        .notice_steps = steps,
        .notice_step_count = sizeof steps / sizeof *steps,
        // Working Environment Act 12-9, National Insurance Act 9-6 and 9-8: ten days paid by the employer.
        .sick_child_days = 10,
        // Five weeks by HTA 7, six from the age of 60 (ferieloven 5); the margin allows for rounded percentages.
        .holiday_least = 4.85,
        .holiday_most = 6.15,
        .shorter_week = true,
};
