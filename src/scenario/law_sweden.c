// SPDX-License-Identifier: GPL-3.0-or-later
// Sweden: arbetstidslagen (ATL) and AB. The act was seen in quotations only, so the numbers of its paragraphs are
// assumed (verksamt.se, sobona.se, skr.se, forena.se for the limits). Notice was not seen: the settings must give it.
#include "base/language.h"
#include "scenario/law.h"

#define ALIKE(LIMIT)                                                                                                   \
  { LIMIT, LIMIT, LIMIT, LIMIT, LIMIT }
#define LONGEST N_("ATL 13: 13 h are what 11 h of rest leave of a day")

const struct law law_sweden = {
    .title = N_("Sweden"),
    .agreements =
        {
            [AGREEMENT_LAW] = {N_("nobody: the law allows it"), LONGEST},
            [AGREEMENT_EMPLOYEE] = {N_("the employee"), LONGEST},
            [AGREEMENT_LOCAL] = {N_("the local union"), N_("AB from 1 October 2023: no local agreement on daily rest")},
            [AGREEMENT_AUTHORITY] = {N_("Arbetsmiljöverket"), N_("ATL 19")},
            [AGREEMENT_CENTRAL] = {N_("a union with nomination rights"),
                                   N_("AB from 1 October 2023, exceptions for life and health")},
        },
    .limits =
        {
            [LAW_SHIFT_LENGTH] = {.paragraph = LONGEST,
                                  .by = {13, 13, 13, 13, 24},
                                  .more = N_("a union with nomination rights, for life, health and safety, with "
                                             "compensating rest"),
                                  .grade = GRADE_C},
            [LAW_LONG_SHIFTS] = {.by = ALIKE(24)},
            [LAW_DAY_TOTAL] = {.paragraph = LONGEST, .by = {13, 13, 13, 13, 24}, .grade = GRADE_C},
            [LAW_DAILY_REST] = {.paragraph = N_("ATL 13, AB from 1 October 2023"), .by = ALIKE(11)},
            [LAW_WEEKLY_REST] = {.paragraph = N_("ATL 14"),
                                 .by = ALIKE(36),
                                 .sentence = N_("A 36-hour weekly rest allows at most %s shifts a week; the "
                                                "busiest week needs %s per person in `%s`."),
                                 .grade = GRADE_B},
            [LAW_WEEK_AVERAGE] = {.paragraph = N_("ATL 5 (40 h) and the full-time week agreed")},
            [LAW_WEEK_CEILING] = {.by = ALIKE(0)},
            [LAW_WEEK_TOTAL] = {.by = ALIKE(0)},
            [LAW_HOURS_AVERAGE] =
                {.paragraph = N_("ATL 10 b"),
                 .by = ALIKE(48),
                 .weeks = 17,
                 .sentence =
                     N_("At most %s h a week, overtime included, on average over any four months (17 weeks); the "
                        "fullest have %s h in `%s`."),
                 .grade = GRADE_B},
            [LAW_NIGHT_AVERAGE] =
                {.paragraph = N_("ATL 13 a"),
                 .by = ALIKE(8),
                 .weeks = 17,
                 .sentence =
                     N_("At most %s h in 24 on average over any four months (17 weeks) for those who work nights; "
                        "the fullest have %s h in `%s`."),
                 .grade = GRADE_B},
            [LAW_SUNDAYS_NEXT_OFF] = {.by = ALIKE(0)},
            [LAW_SUNDAYS_AVERAGED] = {.by = ALIKE(0)},
            [LAW_OVERTIME_UNFORESEEN] = {.by = ALIKE(0)},
            [LAW_OVERTIME_WEEK] = {.by = ALIKE(0)},
            [LAW_OVERTIME_FOUR_WEEKS] = {.paragraph = N_("ATL 8"), .by = ALIKE(48), .weeks = 4, .grade = GRADE_B},
            [LAW_OVERTIME_YEAR] =
                {.paragraph = N_("ATL 8"), .by = ALIKE(200), .more = N_("the union, 150 h more"), .grade = GRADE_B},
            [LAW_EXTRA_WEEKEND_EVERY] = {.by = ALIKE(0)},
            [LAW_SUMMER_HOLIDAY] = {.by = ALIKE(0)},
        },
    .night_from_min = 22 * 60, // C: 22-06 in AB
    .night_to_min = 6 * 60,
    .night_worker_min = 3 * 60,
    .night_rest_h = 24,
    .holiday_least = 4.85, // 25 days by law, 31 from the year of 40 and 32 from 50 by AB (B)
    .holiday_most = 6.55,
};
