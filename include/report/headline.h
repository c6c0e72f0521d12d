// SPDX-License-Identifier: GPL-3.0-or-later
// The opening sentences: how much of the claims the model can check, and what it finds of that; what is taken from the
// paper unchecked; the target; how certain it is; and which measures depend on others. The same in the terminal, the
// page and the workbook.
#ifndef ROTACOST_REPORT_HEADLINE_H
#define ROTACOST_REPORT_HEADLINE_H

#include "audit/sums.h"
#include "report/overview_line.h"
#include "scenario/rows_settings.h"

struct headline {
  struct sums sums;
  int64_t target_ore; // NOT_GIVEN: none
  enum target_for target_for;
  const struct audit *audit;
  size_t claims; // measures with a claim
  bool by_code;  // measures are named by their codes, as in the tables; else by their titles
};

struct headline headline_of(const struct audit *audit);

// Where there are neither claims nor a target: measures of which only one can be chosen, beside each other; or, for
// proposals, the combination that saves most, and which measure is paid for by those before it.
enum {
  HEADLINE_CHECKED,
  HEADLINE_OUTSIDE,
  HEADLINE_TAKEN,
  HEADLINE_TARGET,
  HEADLINE_SURE,
  HEADLINE_LEANING,
  HEADLINE_SENTENCES
};
// In order, each about one population; NULL where it does not apply. Memory: arena.
void headline_sentences(struct arena *arena, const struct headline *headline,
                        const char *sentences[HEADLINE_SENTENCES]);

// sums.csv: modelled and taken over, within the target and outside it, and their total.
struct result_table *sums_table(struct arena *arena, const struct audit *audit);
// "Towards the target: checked by the model".
const char *sum_title(struct arena *arena, const char *population, const char *of);

#endif
