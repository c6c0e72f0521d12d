// SPDX-License-Identifier: GPL-3.0-or-later
// The United Kingdom: the Working Time Regulations 1998 (regulations 10 and 11 seen as quoted text, the others from
// advisers and unions). Redundancy notice and consultation were not seen: the settings must give them.
#include "base/language.h"
#include "scenario/law.h"

#define ALIKE(LIMIT)                                                                                                   \
  { LIMIT, LIMIT, LIMIT, LIMIT, LIMIT }
#define LONGEST N_("Working Time Regulations 10: 13 h are what 11 h of rest leave of a day")

const struct law law_united_kingdom = {
    .title = N_("the United Kingdom"),
    .agreements =
        {
            [AGREEMENT_LAW] = {N_("nobody: the law allows it"), LONGEST},
            [AGREEMENT_EMPLOYEE] = {N_("the employee"), LONGEST},
            [AGREEMENT_LOCAL] = {N_("the local union, with compensating rest"), N_("Working Time Regulations 21, 23")},
            [AGREEMENT_AUTHORITY] = {N_("the local union, with compensating rest"),
                                     N_("Working Time Regulations 21, 23")},
            [AGREEMENT_CENTRAL] = {N_("the union, with compensating rest"), N_("Working Time Regulations 21, 23")},
        },
    .limits =
        {
            [LAW_SHIFT_LENGTH] = {.paragraph = LONGEST,
                                  .by = {13, 13, 16, 16, 24},
                                  .more = N_("the union, with compensating rest"),
                                  .grade = GRADE_C},
            [LAW_LONG_SHIFTS] = {.by = ALIKE(24)},
            [LAW_DAY_TOTAL] = {.paragraph = LONGEST,
                               .by = {13, 13, 16, 16, 24},
                               .more = N_("the union, with compensating rest"),
                               .grade = GRADE_C},
            [LAW_DAILY_REST] = {.paragraph = N_("Working Time Regulations 10"),
                                .by = ALIKE(11),
                                .more = N_("the union, with compensating rest")},
            [LAW_WEEKLY_REST] = {.paragraph = N_("Working Time Regulations 11"),
                                 .by = ALIKE(24),
                                 .sentence = N_("A 24-hour weekly rest allows at most %s shifts a week; the "
                                                "busiest week needs %s per person in `%s`."),
                                 .grade = GRADE_B},
            [LAW_WEEK_AVERAGE] = {.paragraph = N_("the full-time week agreed (37.5 h in the NHS, 37 h in councils)")},
            [LAW_WEEK_CEILING] = {.by = ALIKE(0)},
            [LAW_WEEK_TOTAL] = {.by = ALIKE(0)},
            [LAW_HOURS_AVERAGE] = {.paragraph = N_("Working Time Regulations 4"),
                                   .by = ALIKE(48),
                                   .weeks = 17,
                                   .more = N_("each employee, by opting out"),
                                   .sentence =
                                       N_("At most %s h a week, overtime included, on average over any 17 weeks; "
                                          "the fullest have %s h in `%s`."),
                                   .grade = GRADE_B},
            [LAW_NIGHT_AVERAGE] = {.paragraph = N_("Working Time Regulations 6"),
                                   .by = ALIKE(8),
                                   .weeks = 17,
                                   .sentence = N_("At most %s h in 24 on average over any 17 weeks for those who work "
                                                  "nights; the fullest have %s h in `%s`.")},
            [LAW_SUNDAYS_NEXT_OFF] = {.by = ALIKE(0)},
            [LAW_SUNDAYS_AVERAGED] = {.by = ALIKE(0)},
            [LAW_OVERTIME_UNFORESEEN] = {.by = ALIKE(0)},
            [LAW_OVERTIME_WEEK] = {.by = ALIKE(0)},
            [LAW_OVERTIME_FOUR_WEEKS] = {.by = ALIKE(0)},
            [LAW_OVERTIME_YEAR] = {.by = ALIKE(0)},
            [LAW_EXTRA_WEEKEND_EVERY] = {.by = ALIKE(0)},
            [LAW_SUMMER_HOLIDAY] = {.by = ALIKE(0)},
        },
    .night_from_min = 23 * 60, // C
    .night_to_min = 6 * 60,
    .night_worker_min = 3 * 60,
    .night_rest_h = 24,
    // 5.6 weeks by law (C), including public holidays or not; the NHS gives 27 to 33 days and eight public holidays.
    .holiday_least = 3.95,
    .holiday_most = 8.25,
};
