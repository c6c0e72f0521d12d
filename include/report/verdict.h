// SPDX-License-Identifier: GPL-3.0-or-later
// A verdict in words: what happens to people, to how many of them, and what the figures are based on.
#ifndef ROTACOST_REPORT_VERDICT_H
#define ROTACOST_REPORT_VERDICT_H

#include "report/overview_line.h"

// "only if 2.05 FTE more go", "follows from the 0.50 FTE it removes", else the label of the code.
const char *verdict_in_words(struct arena *arena, const struct measure_effect *effect, enum verdict verdict);
// The same, with the verdict by rotas where it differs: "reached, but not with a rota".
const char *verdict_with_rota(struct arena *arena, const struct scenario *scenario, const struct measure_effect *effect,
                              const struct year_effect *year);
// Sentences: the reason, by the claim and the figures of the line; the resulting cover; the claimed FTE.
const char *verdict_reason(struct arena *arena, const struct scenario *scenario, const struct overview_line *line);
const char *verdict_cover(struct arena *arena, const struct overview_line *line);
const char *verdict_fte(struct arena *arena, const struct scenario *scenario, const struct overview_line *line);
// Hours below the norm that no plan with these people avoids; NULL where there are none. The same as a sentence.
const struct norm_breach *norm_unkept(const struct year_effect *year);
const char *norm_unkept_in_words(struct arena *arena, const struct norm_breach *unkept);
// Where nobody can be found for places that the norm requires, beyond those no longer planned; "" where all are filled.
const char *norm_unfilled_in_words(struct arena *arena, const struct year_effect *full, enum positions positions);
// "An illustration: need or contracts of its unit are assumed; at least 85 % of the effect rests on assumed rows."
const char *verdict_evidence(struct arena *arena, const struct overview_line *line);

#endif
