// SPDX-License-Identifier: GPL-3.0-or-later
// Denmark: arbejdsmiljøloven 50-55 (danskelove.dk), the Working Time Directive 2003/88 as quoted by Danish advisers.
// The agreements of KL with FOA and DSR were not seen in the original. Notice, and how Sundays and weekends are shared,
// were not seen either: notice must come from the settings, and the others are not checked.
#include "base/language.h"
#include "scenario/law.h"

#define ALIKE(LIMIT)                                                                                                   \
  { LIMIT, LIMIT, LIMIT, LIMIT, LIMIT }
#define LONGEST N_("Arbejdsmiljøloven 50: 13 h are what 11 h of rest leave of a day")

const struct law law_denmark =
    {
        .title = N_("Denmark"),
        .agreements =
            {
                [AGREEMENT_LAW] = {N_("nobody: the law allows it"), LONGEST},
                [AGREEMENT_EMPLOYEE] = {N_("the employee"), LONGEST},
                [AGREEMENT_LOCAL] = {N_("the local union representative"), N_("Arbejdsmiljøloven 50-55")},
                [AGREEMENT_AUTHORITY] = {N_("Arbejdstilsynet"), N_("Arbejdsmiljøloven 50-55")},
                [AGREEMENT_CENTRAL] = {N_("a union with nomination rights"), N_("Arbejdsmiljøloven 50-55")},
            },
        .limits =
            {
                [LAW_SHIFT_LENGTH] = {.paragraph = LONGEST,
                                      .by = {13, 13, 16, 16, 24},
                                      .more = N_("the local union representative to 16 h, a union with "
                                                 "nomination rights beyond"),
                                      .grade = GRADE_C},
                [LAW_LONG_SHIFTS] = {.by = ALIKE(24)},
                [LAW_DAY_TOTAL] = {.paragraph = LONGEST, .by = {13, 13, 16, 16, 24}, .grade = GRADE_C},
                [LAW_DAILY_REST] = {.paragraph = N_("Arbejdsmiljøloven 50"),
                                    .by = ALIKE(11),
                                    .more = N_("the local union representative, down to 8 h at a change of shift"),
                                    .agreed = 8},
                [LAW_WEEKLY_REST] = {.paragraph = N_("Arbejdsmiljøloven 51"), .by = ALIKE(35)},
                [LAW_WEEK_AVERAGE] = {.paragraph = N_("the full-time week agreed (37 h: the municipal agreements)")},
                [LAW_WEEK_CEILING] = {.by = ALIKE(0)},
                [LAW_WEEK_TOTAL] = {.by = ALIKE(0)},
                [LAW_HOURS_AVERAGE] =
                    {.paragraph = N_("Working Time Directive 2003/88 article 6 and 16, as enacted in Denmark"),
                     .by = ALIKE(48),
                     .weeks = 17,
                     .more = N_("a union with nomination rights, averaged over 12 months"),
                     .sentence =
                         N_("At most %s h a week, overtime included, on average over any four months (17 weeks); the "
                            "fullest have %s h in `%s`."),
                     .grade = GRADE_B},
                [LAW_NIGHT_AVERAGE] =
                    {.paragraph = N_("Working Time Directive 2003/88 article 8, as enacted in Denmark"),
                     .by = ALIKE(8),
                     .weeks = 17,
                     .sentence =
                         N_(
                             "At most %s h in 24 on average over any four months (17 weeks) for those who work nights; "
                             "the fullest have %s h in `%s`."),
                     .grade = GRADE_B},
                [LAW_SUNDAYS_NEXT_OFF] = {.by = ALIKE(0)},
                [LAW_SUNDAYS_AVERAGED] = {.by = ALIKE(0)},
                [LAW_OVERTIME_UNFORESEEN] = {.by = ALIKE(0)},
                [LAW_OVERTIME_WEEK] = {.by = ALIKE(0)},
                [LAW_OVERTIME_FOUR_WEEKS] = {.by = ALIKE(0)},
                [LAW_OVERTIME_YEAR] = {.by = ALIKE(0)},
                [LAW_EXTRA_WEEKEND_EVERY] = {.by = ALIKE(0)},
                [LAW_SUMMER_HOLIDAY] = {.by = ALIKE(0)},
            },
        .night_from_min = 22 * 60, // C: the act's night by clock was not seen
        .night_to_min = 5 * 60,
        .night_worker_min = 3 * 60,
        .night_rest_h = 24,
        .holiday_least = 4.85, // five weeks; a sixth by the municipal agreement (B)
        .holiday_most = 6.15,
};
