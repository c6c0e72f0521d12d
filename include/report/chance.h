// SPDX-License-Identifier: GPL-3.0-or-later
// chance.csv: what each measure saves in the years drawn; and the same in a sentence.
#ifndef ROTACOST_REPORT_CHANCE_H
#define ROTACOST_REPORT_CHANCE_H

#include "audit/chance.h"
#include "report/table.h"

struct result_table *chance_table(struct arena *arena, const struct audit *audit);
// Of a measure, both answers, without its code; NULL where nothing was drawn for it.
const char *chance_sentence(struct arena *arena, const struct audit *audit, size_t measure);
// On what the draws rest; NULL where nothing was drawn.
const char *chance_terms_sentence(struct arena *arena, const struct audit *audit);

#endif
