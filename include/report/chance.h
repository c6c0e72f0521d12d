// SPDX-License-Identifier: GPL-3.0-or-later
// chance.csv: what each measure saves in the years drawn; and the same as a sentence.
#ifndef ROTACOST_REPORT_CHANCE_H
#define ROTACOST_REPORT_CHANCE_H

#include "audit/chance.h"
#include "report/table.h"

struct result_table *chance_table(struct arena *arena, const struct audit *audit);
// chance_days.csv: days below the norm in the years drawn, in classes; empty where no norm is set.
struct result_table *chance_days_table(struct arena *arena, const struct audit *audit);
// How often a claim is reached, in every table that shows the claim: blank where nothing was drawn for it.
// clang-format off
#define CHANCE_COLUMNS                                                                                                 \
    {"reached_kept_percent", FIELD_DECIMAL, 1},                                                                        \
    {"chance_kept", FIELD_CODE, 0},                                                                                    \
    {"reached_adjusted_percent", FIELD_DECIMAL, 1},                                                                    \
    {"chance_adjusted", FIELD_CODE, 0}
// clang-format on
void chance_columns_add(struct result_table *table, const struct chance_line *const chance[POSITIONS_ANSWERS]);
// The line that says how often this claim is reached; NULL if there is none.
const struct chance_line *chance_of_claim(const struct audit *audit, const struct measure_effect *effect,
                                          const struct year_effect *year, const struct claimed *claimed,
                                          enum positions positions);
// "uncertain (42 of 100)"
const char *chance_in_words(struct arena *arena, const struct chance_line *line);
// Both answers of a measure, without its code; NULL where nothing was drawn for it.
const char *chance_sentence(struct arena *arena, const struct audit *audit, size_t measure);
// How much using the same luck without and with a measure reduces the variance; NULL where it is not known.
const char *chance_pairing_sentence(struct arena *arena, const struct audit *audit);
// What the draws are based on; NULL where nothing was drawn.
const char *chance_terms_sentence(struct arena *arena, const struct audit *audit);

#endif
